//! One message: its source text split into words and slots, or into such forms by a number.

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
    /// Words and slots in order; of a message in plural forms, those of the form `other`.
    pub segments: Vec<Segment>,
    /// Where the whole message stands.
    pub span: Span,
    /// The other forms, if there are any.
    pub plural: Option<Plural>,
}

/// The forms of a message beside `other`, and what chooses among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plural {
    /// The figure whose displayed number chooses.
    pub by: Slot,
    /// CLDR category and message.
    pub forms: Vec<(&'static str, Message)>,
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
                searched = after(source, searched, &brace.repeat(2)).unwrap_or(searched);
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
                _ => {
                    let place = after(source, searched, brace).map_or(span, |end| {
                        searched = end;
                        Span { start: span.start + end as u32 - 1, end: span.start + end as u32, ..span }
                    });
                    findings.push(
                        Finding::error("TR02", format!("a `{brace}` that belongs to no placeholder"))
                            .at(place, "stands alone")
                            .help("write a placeholder as `{id}`, or a brace of the text itself as `{{` or `}}`"),
                    );
                }
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            segments.push(Segment::Words(words));
        }
        if findings.is_empty() { Ok(Self { segments, span, plural: None }) } else { Err(findings) }
    }

    /// The slots in order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Slot(slot) => Some(slot),
            Segment::Words(_) => None,
        })
    }

    /// Every form of the message; itself, if it has only one.
    pub fn forms(&self) -> impl Iterator<Item = &Message> {
        let others = self.plural.iter().flat_map(|plural| plural.forms.iter().map(|(_, form)| form));
        std::iter::once(self).chain(others)
    }

    /// The numbers typed among the words, in Latin, Arabic-Indic or Persian digits, each with its place.
    /// `source` is the text of the file between the ends of `span`.
    pub fn typed_numbers(&self, source: &str) -> Vec<(String, Span)> {
        let mut found = Vec::new();
        let mut searched = 0;
        for segment in &self.segments {
            match segment {
                Segment::Slot(slot) => searched = (slot.span.end - self.span.start) as usize,
                Segment::Words(words) => {
                    for number in numbers(words) {
                        let at = source.get(searched..).and_then(|rest| rest.find(number));
                        let span = at.map_or(self.span, |at| {
                            let start = searched + at;
                            searched = start + number.len();
                            let offset = |at: usize| self.span.start + at as u32;
                            Span { start: offset(start), end: offset(searched), ..self.span }
                        });
                        found.push((number.to_owned(), span));
                    }
                }
            }
        }
        found
    }
}

/// The end of the next occurrence in the source at or after an offset.
fn after(source: &str, from: usize, what: &str) -> Option<usize> {
    source.get(from..)?.find(what).map(|at| from + at + what.len())
}

/// Runs of digits with the marks inside them.
fn numbers(words: &str) -> impl Iterator<Item = &str> {
    let digit = |c: char| matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹');
    let part = move |c: char| digit(c) || matches!(c, '.' | ',' | '٫' | '٬' | '/');
    words
        .split(move |c| !part(c))
        .map(move |run| run.trim_matches(|c| !digit(c)))
        .filter(|run| !run.is_empty())
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
    fn stray_braces_are_refused_where_they_stand() {
        for (text, places) in [("{", vec![0]), ("a } b", vec![2]), ("{}", vec![0, 1]), ("{{ {a} }", vec![7])]
        {
            let starts: Vec<u32> =
                parse(text).unwrap_err().iter().map(|finding| finding.places[0].span.start).collect();
            assert_eq!(starts, places, "{text}");
        }
    }

    #[test]
    fn digits_are_found_outside_slots_only() {
        let typed = |text: &str| -> Vec<(String, u32)> {
            let numbers = parse(text).unwrap().typed_numbers(text).into_iter();
            numbers.map(|(number, span)| (number, span.start)).collect()
        };
        assert_eq!(typed("{r2254}"), []);
        assert_eq!(typed("القرار ٢٢٥٤."), [("٢٢٥٤".into(), 13)]);
        assert_eq!(typed("7 {a7} 1,5, 7"), [("7".into(), 0), ("1,5".into(), 7), ("7".into(), 12)]);
    }
}
