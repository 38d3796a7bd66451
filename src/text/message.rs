//! One message: its source text split into words and slots.

use crate::diag::{Finding, Span};

/// A slot `{path}` or `{path:style}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What it points at: an id, or an id and a field (`e1.on`).
    pub path: String,
    /// How it is to be written: `gen`, `acc`, `number`, `short`, `single`.
    pub style: Option<String>,
    /// Where it stands, braces included.
    pub span: Span,
}

/// A stretch of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Words as they were typed.
    Words(String),
    /// A slot.
    Slot(Slot),
}

/// A message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Words and slots in order.
    pub segments: Vec<Segment>,
    /// Where the whole message stands.
    pub span: Span,
}

impl Message {
    /// Reads a message. `source` is the text of the file between the ends of `span`; slots are
    /// found again in it, so that findings name their exact column even in a folded block.
    ///
    /// `{{` and `}}` stand for braces.
    ///
    /// # Errors
    /// Findings TR02 for a brace that opens or closes nothing, and for an empty slot.
    pub fn parse(text: &str, span: Span, source: &str) -> Result<Self, Vec<Finding>> {
        let mut segments = Vec::new();
        let mut findings = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        let mut searched = 0;
        while let Some(at) = rest.find(['{', '}']) {
            words.push_str(&rest[..at]);
            let brace = &rest[at..at + 1];
            rest = &rest[at + 1..];
            if rest.starts_with(brace) {
                words.push_str(brace);
                rest = &rest[1..];
                continue;
            }
            let body = if brace == "{" { rest.split_once('}') } else { None };
            match body {
                Some((body, after)) if !body.contains('{') && !body.trim().is_empty() => {
                    let raw = format!("{{{body}}}");
                    let (start, end) = match source[searched..].find(&raw) {
                        Some(offset) => {
                            let start = searched + offset;
                            searched = start + raw.len();
                            (span.start + start as u32, span.start + searched as u32)
                        }
                        None => (span.start, span.end),
                    };
                    if !words.is_empty() {
                        segments.push(Segment::Words(std::mem::take(&mut words)));
                    }
                    let (path, style) = match body.split_once(':') {
                        Some((path, style)) => (path.trim(), Some(style.trim().to_owned())),
                        None => (body.trim(), None),
                    };
                    segments.push(Segment::Slot(Slot {
                        path: path.to_owned(),
                        style,
                        span: Span { start, end, ..span },
                    }));
                    rest = after;
                }
                _ => findings.push(
                    Finding::error("TR02", format!("a `{brace}` that belongs to no placeholder"))
                        .at(span, "in this text")
                        .help("write a placeholder as `{id}`, or a brace of the text itself as `{{` or `}}`"),
                ),
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            segments.push(Segment::Words(words));
        }
        if findings.is_empty() { Ok(Self { segments, span }) } else { Err(findings) }
    }

    /// The slots in order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Slot(slot) => Some(slot),
            Segment::Words(_) => None,
        })
    }

    /// The first digit typed among the words, if any (Latin, Arabic-Indic or Persian).
    pub fn typed_digit(&self) -> Option<char> {
        self.segments.iter().find_map(|segment| match segment {
            Segment::Words(words) => words.chars().find(|c| matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')),
            Segment::Slot(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn parse(text: &str) -> Result<Message, Vec<Finding>> {
        let mut sources = Sources::default();
        let file = sources.add("text/ar.yaml", "language ar", text.to_owned());
        Message::parse(text, Span { file, start: 0, end: text.len() as u32 }, text)
    }

    #[test]
    fn slots_have_paths_styles_and_places() {
        let message = parse("تحرّر {liberated:gen} في {e1.on}.").unwrap();
        let slots: Vec<_> = message
            .slots()
            .map(|slot| (slot.path.as_str(), slot.style.as_deref(), slot.span.start, slot.span.end))
            .collect();
        assert_eq!(slots, [("liberated", Some("gen"), 11, 26), ("e1.on", None, 32, 39)]);
    }

    #[test]
    fn doubled_braces_are_text() {
        let message = parse("{{liberated}}").unwrap();
        assert_eq!(message.segments, [Segment::Words("{liberated}".into())]);
    }

    #[test]
    fn stray_braces_are_refused() {
        for text in ["{", "a } b", "{}", "{ {a} }"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn digits_are_found_outside_slots_only() {
        assert_eq!(parse("{r2254}").unwrap().typed_digit(), None);
        assert_eq!(parse("القرار ٢٢٥٤").unwrap().typed_digit(), Some('٢'));
    }
}
