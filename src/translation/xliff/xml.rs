//! The text of an XML file -> a tree of elements with their places.
//!
//! No entity is expanded but the five of XML itself and characters by number, and a DOCTYPE is refused, so a file
//! cannot grow or reach out. Comments and processing instructions are left out.

use quick_xml::NsReader;
use quick_xml::XmlVersion::Implicit1_0;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::{EscapeError, resolve_xml_entity};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::diag::{FileId, Finding, Span};

/// Deepest nesting.
const DEPTH: usize = 64;

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its namespace; empty for none.
    pub space: String,
    /// Its name without a prefix.
    pub name: String,
    /// With prefixes as they stand.
    pub attributes: Vec<(String, String)>,
    pub content: Vec<Content>,
    /// From its first tag to its last.
    pub span: Span,
    /// Its first tag.
    pub tag: Span,
    /// What stands between its tags; the tag itself if it has only one.
    pub inner: Span,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Content {
    Text(String),
    Element(Element),
}

impl Element {
    /// The elements in it of its own namespace.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) if element.space == self.space => Some(element),
            _ => None,
        })
    }

    /// The first of them of a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|child| child.name == name)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a file; PO09 at the first place that is no XML.
pub(super) fn read(text: &str, file: FileId) -> Result<Element, Finding> {
    let mut builder = Builder { open: Vec::new(), root: None, file };
    let mut reader = NsReader::from_str(text);
    loop {
        let start = reader.buffer_position() as usize;
        let (space, event) = match reader.read_resolved_event() {
            Ok((ResolveResult::Bound(space), event)) => (space.as_ref().to_owned(), event),
            Ok((_, event)) => (String::new(), event),
            Err(error) => {
                let at = (reader.error_position() as usize).min(text.len());
                return Err(fault(error, Span::new(file, at, at + usize::from(at < text.len()))));
            }
        };
        let span = Span::new(file, start, reader.buffer_position() as usize);
        match event {
            Event::Start(tag) => builder.open(&tag, space, span)?,
            Event::Empty(tag) => {
                builder.open(&tag, space, span)?;
                builder.close(span);
            }
            Event::End(_) => builder.close(span),
            Event::Text(text) => builder.text(&text.xml_content(Implicit1_0), span)?,
            Event::CData(text) => builder.text(&text.xml_content(Implicit1_0), span)?,
            Event::GeneralRef(name) => builder.text(&character(&name, span)?, span)?,
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                if encoding.is_some_and(|it| !it.eq_ignore_ascii_case("utf-8")) {
                    return Err(Finding::error("PO05", "the file does not say `encoding=\"UTF-8\"`")
                        .at(span, "")
                        .help("save the file as UTF-8"));
                }
            }
            Event::DocType(_) => {
                return Err(Finding::error("PO10", "the file has a DOCTYPE")
                    .at(span, "")
                    .help("take it out"));
            }
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return builder.root(text.len()),
        }
    }
}

struct Builder {
    open: Vec<Element>,
    root: Option<Element>,
    file: FileId,
}

impl Builder {
    fn open(&mut self, tag: &BytesStart<'_>, space: String, span: Span) -> Result<(), Finding> {
        if self.open.len() >= DEPTH {
            let message = format!("elements stand more than {DEPTH} deep in each other");
            return Err(Finding::error("PO10", message).at(span, ""));
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(stray(span));
        }
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| fault(error.into(), span))?;
            let value = attribute.normalized_value(Implicit1_0).map_err(|error| fault(error, span))?;
            attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
        }
        let name = tag.local_name().as_ref().to_owned();
        self.open.push(Element {
            space,
            name,
            attributes,
            content: Vec::new(),
            span,
            tag: span,
            inner: span,
        });
        Ok(())
    }

    /// An end tag, or an empty element's only one.
    fn close(&mut self, span: Span) {
        let Some(mut element) = self.open.pop() else { return };
        if element.tag != span {
            element.inner = Span { start: element.tag.end, end: span.start, ..span };
            element.span.end = span.end;
        }
        match self.open.last_mut() {
            Some(parent) => parent.content.push(Content::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, text: &str, span: Span) -> Result<(), Finding> {
        match self.open.last_mut() {
            Some(element) => match element.content.last_mut() {
                Some(Content::Text(before)) => before.push_str(text),
                _ => element.content.push(Content::Text(text.to_owned())),
            },
            None if text.trim_matches(['\u{feff}', ' ', '\t', '\n', '\r']).is_empty() => {}
            None => return Err(stray(span)),
        }
        Ok(())
    }

    fn root(self, end: usize) -> Result<Element, Finding> {
        let cut = "if the file ends here, it was cut off: ask for it again";
        if let Some(element) = self.open.last() {
            return Err(Finding::error("PO09", format!("`<{}>` is not closed", element.name))
                .at(element.tag, "opened here")
                .help(cut));
        }
        let nothing =
            || Finding::error("PO09", "the file has no element").at(Span::new(self.file, end, end), "");
        self.root.ok_or_else(nothing)
    }
}

/// The character of `&amp;` or `&#1575;`.
fn character(name: &BytesRef<'_>, span: Span) -> Result<String, Finding> {
    if name.is_char_ref() {
        let found = name.resolve_char_ref().map_err(|error| fault(error, span))?;
        return Ok(found.map(String::from).unwrap_or_default());
    }
    resolve_xml_entity(name).map(str::to_owned).ok_or_else(|| unknown(name, span))
}

fn unknown(name: &str, span: Span) -> Finding {
    Finding::error("PO09", format!("`&{name};` is no character of XML"))
        .at(span, "")
        .help("write the character itself, and `&` as `&amp;`")
}

fn stray(span: Span) -> Finding {
    Finding::error("PO09", "there is something outside the only element of the file").at(span, "")
}

fn fault(error: Error, span: Span) -> Finding {
    if let Error::Escape(EscapeError::UnrecognizedEntity(_, name)) = &error {
        return unknown(name, span);
    }
    let message = match &error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("`</{found}>` closes `<{expected}>`")
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => format!("`</{found}>` closes nothing"),
        Error::IllFormed(IllFormedError::UnclosedReference) => "`&` begins no character".to_owned(),
        Error::InvalidAttr(_) => "an attribute is given twice, or is not written `name=\"value\"`".to_owned(),
        Error::Syntax(_) => "a tag, comment or other markup is not closed".to_owned(),
        error => format!("the XML cannot be read: {error}"),
    };
    let finding = Finding::error("PO09", message).at(span, "");
    match error {
        Error::Syntax(_) => finding.help("if the file ends here, it was cut off: ask for it again"),
        Error::IllFormed(IllFormedError::UnclosedReference) => finding.help("write `&` of a text as `&amp;`"),
        _ => finding,
    }
}
