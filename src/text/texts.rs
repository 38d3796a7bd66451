//! `text/<lang>.yaml` as messages by key.

use std::collections::BTreeMap;

use super::keys::{INTROS, SECTIONS, Shape};
use super::message::Message;
use crate::diag::{Finding, Sources, Span};
use crate::model::nearest;
use crate::yaml::{Data, Node};

/// How far a translation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Not yet read by a second person.
    #[default]
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Released.
    Approved,
}

/// Who wrote the words, and how far they are.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// The translator.
    pub translator: Option<String>,
    /// The status of the whole file.
    pub status: Status,
}

/// The messages of one language.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// The language.
    pub lang: String,
    /// About the file.
    pub meta: Meta,
    /// Messages by key: `title`, `threats.desert_cells`.
    messages: BTreeMap<String, Message>,
    /// Lists of messages by key: `highlights`, `decisions.m_riyadh`.
    lists: BTreeMap<String, Vec<Message>>,
}

impl Texts {
    /// Reads `text.<lang>` of the merged tree. Every fault is returned beside what could be read.
    pub fn read(lang: &str, node: Option<&Node>, sources: &Sources) -> (Self, Vec<Finding>) {
        let mut reader = Reader {
            texts: Self { lang: lang.to_owned(), ..Self::default() },
            findings: Vec::new(),
            sources,
        };
        if let Some(node) = node {
            reader.file(node);
        }
        (reader.texts, reader.findings)
    }

    /// The message under a key.
    pub fn get(&self, key: &str) -> Option<&Message> {
        self.messages.get(key)
    }

    /// The list under a key; empty if there is none.
    pub fn list(&self, key: &str) -> &[Message] {
        self.lists.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every message with its key, list items as `highlights[2]` (1-based).
    pub fn all(&self) -> impl Iterator<Item = (String, &Message)> {
        let single = self.messages.iter().map(|(key, message)| (key.clone(), message));
        let listed = self.lists.iter().flat_map(|(key, list)| {
            list.iter().enumerate().map(move |(at, message)| (format!("{key}[{}]", at + 1), message))
        });
        single.chain(listed)
    }

    /// The keys that hold lists.
    pub fn list_keys(&self) -> impl Iterator<Item = (&str, &[Message])> {
        self.lists.iter().map(|(key, list)| (key.as_str(), list.as_slice()))
    }
}

struct Reader<'a> {
    texts: Texts,
    findings: Vec<Finding>,
    sources: &'a Sources,
}

impl Reader<'_> {
    fn file(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.wrong(node.span, "a map of texts");
            return;
        };
        for entry in entries {
            let key = entry.key.as_str();
            match key {
                "lang" => {}
                "_meta" => self.meta(&entry.value),
                _ => match SECTIONS.iter().find(|(name, _)| *name == key) {
                    Some((_, shape)) => self.section(key, *shape, &entry.value),
                    None => self.unknown(key, entry.key_span, SECTIONS.iter().map(|(name, _)| *name)),
                },
            }
        }
    }

    fn meta(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.wrong(node.span, "a map with `translator` and `status`");
            return;
        };
        for entry in entries {
            let text = match &entry.value.data {
                Data::Scalar(text, _) => text.as_str(),
                _ => "",
            };
            match (entry.key.as_str(), text) {
                ("translator", _) => self.texts.meta.translator = Some(text.to_owned()),
                ("status", "draft") => self.texts.meta.status = Status::Draft,
                ("status", "reviewed") => self.texts.meta.status = Status::Reviewed,
                ("status", "approved") => self.texts.meta.status = Status::Approved,
                ("status", _) => self.findings.push(
                    Finding::error("TY04", format!("`{text}` is not one of `draft`, `reviewed`, `approved`"))
                        .at(entry.value.span, "unknown word"),
                ),
                (key, _) => self.unknown(key, entry.key_span, ["translator", "status"].into_iter()),
            }
        }
    }

    fn section(&mut self, key: &str, shape: Shape, node: &Node) {
        match (shape, &node.data) {
            (Shape::One, Data::Scalar(..)) => self.message(key.to_owned(), node),
            (Shape::List, Data::Seq(_)) => self.list(key.to_owned(), node),
            (Shape::ById | Shape::ListById, Data::Map(entries)) => {
                for entry in entries {
                    if key == "intro" && !INTROS.contains(&entry.key.as_str()) {
                        self.unknown(&entry.key, entry.key_span, INTROS.into_iter());
                        continue;
                    }
                    let path = format!("{key}.{}", entry.key);
                    match shape {
                        Shape::ListById => self.list(path, &entry.value),
                        _ => self.message(path, &entry.value),
                    }
                }
            }
            (Shape::One, _) => self.wrong(node.span, "one text"),
            (Shape::List, _) => self.wrong(node.span, "a list of texts"),
            (Shape::ById | Shape::ListById, _) => self.wrong(node.span, "a text for each id"),
        }
    }

    fn list(&mut self, key: String, node: &Node) {
        let Data::Seq(items) = &node.data else {
            self.wrong(node.span, "a list of texts");
            return;
        };
        let messages = items.iter().filter_map(|item| self.parse(item)).collect();
        self.texts.lists.insert(key, messages);
    }

    fn message(&mut self, key: String, node: &Node) {
        if let Some(message) = self.parse(node) {
            self.texts.messages.insert(key, message);
        }
    }

    fn parse(&mut self, node: &Node) -> Option<Message> {
        let Data::Scalar(text, _) = &node.data else {
            self.wrong(node.span, "a text");
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        let file = self.sources.text(node.span.file);
        let source = file.get(node.span.start as usize..node.span.end as usize).unwrap_or_default();
        match Message::parse(text.trim_end(), node.span, source) {
            Ok(message) => {
                if let Some(digit) = message.typed_digit() {
                    self.findings.push(
                        Finding::error("TR04", format!("the digit `{digit}` is typed in a text"))
                            .at(digit_span(&message, source, digit), "a language layer holds words only")
                            .help("type the number once, as a figure, date or reference of the edition")
                            .help("point at it from the text with `{id}`"),
                    );
                }
                Some(message)
            }
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }

    fn unknown<'b>(&mut self, key: &str, span: Span, known: impl Iterator<Item = &'b str>) {
        let known: Vec<String> = known.map(str::to_owned).collect();
        let mut finding = Finding::error("TY02", format!("unknown key `{key}`")).at(span, "not a key here");
        finding = match nearest(key, known.iter()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("the keys here are `{}`", known.join("`, `"))),
        };
        self.findings.push(finding);
    }

    fn wrong(&mut self, span: Span, expected: &str) {
        self.findings.push(
            Finding::error("TY01", format!("expected {expected}")).at(span, format!("must be {expected}")),
        );
    }
}

/// The place of the first typed digit: outside every slot.
fn digit_span(message: &Message, source: &str, digit: char) -> Span {
    let inside = |at: u32| message.slots().any(|slot| (slot.span.start..slot.span.end).contains(&at));
    source
        .char_indices()
        .map(|(at, c)| (message.span.start + at as u32, c))
        .find(|(at, c)| *c == digit && !inside(*at))
        .map(|(at, c)| Span { start: at, end: at + c.len_utf8() as u32, ..message.span })
        .unwrap_or(message.span)
}
