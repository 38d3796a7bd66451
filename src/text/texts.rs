//! `text/<lang>.yaml` as messages by key.

use std::collections::{BTreeMap, BTreeSet};

use super::forms;
use super::keys::{INTROS, SECTIONS, Shape};
use super::message::Message;
use crate::diag::{Finding, Sources, Span, nearest};
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
    /// Where the texts of ids have their keys: `threats.desert_cells`.
    places: BTreeMap<String, Span>,
    /// Keys and sections that are there and could not be read.
    pub(super) refused: BTreeSet<String>,
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

    /// Whether the text under a key is there, at least in part, and could not be read: it is not missing.
    pub fn is_refused(&self, key: &str) -> bool {
        let section = key.split('.').next().unwrap_or(key);
        self.refused.contains(key) || self.refused.contains(section)
    }

    /// The keys of texts that belong to an id, with their places.
    pub fn places(&self) -> impl Iterator<Item = (&String, Span)> {
        self.places.iter().map(|(key, span)| (key, *span))
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

/// Reads one file, and goes on after faults.
pub(super) struct Reader<'a> {
    pub(super) texts: Texts,
    pub(super) findings: Vec<Finding>,
    sources: &'a Sources,
}

impl Reader<'_> {
    fn file(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.findings.push(
                Finding::error("TY01", "expected a map of texts").at(node.span, "must be a map of texts"),
            );
            return;
        };
        for entry in entries {
            let key = entry.key.as_str();
            match key {
                "lang" => {}
                "_meta" => self.meta(&entry.value),
                _ => match SECTIONS.iter().find(|(name, _)| *name == key) {
                    Some((_, shape)) => self.section(key, *shape, &entry.value),
                    None => {
                        let near = self.unknown(key, entry.key_span, SECTIONS.iter().map(|(name, _)| *name));
                        self.texts.refused.extend(near);
                    }
                },
            }
        }
    }

    fn meta(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.wrong("_meta".into(), node.span, "a map with `translator` and `status`");
            return;
        };
        for entry in entries {
            let Data::Scalar(text, _) = &entry.value.data else {
                self.wrong(format!("_meta.{}", entry.key), entry.value.span, "a text");
                continue;
            };
            match (entry.key.as_str(), text.as_str()) {
                ("translator", _) => self.texts.meta.translator = Some(text.to_string()),
                ("status", "draft") => self.texts.meta.status = Status::Draft,
                ("status", "reviewed") => self.texts.meta.status = Status::Reviewed,
                ("status", "approved") => self.texts.meta.status = Status::Approved,
                ("status", _) => self.findings.push(
                    Finding::error("TY04", format!("`{text}` is not one of `draft`, `reviewed`, `approved`"))
                        .at(entry.value.span, "unknown word"),
                ),
                (key, _) => {
                    let _ = self.unknown(key, entry.key_span, ["translator", "status"].into_iter());
                }
            }
        }
    }

    fn section(&mut self, key: &str, shape: Shape, node: &Node) {
        match (shape, &node.data) {
            (Shape::One, Data::Scalar(..) | Data::Map(_)) => self.message(key.to_owned(), node),
            (Shape::List, Data::Seq(_)) => self.list(key.to_owned(), node),
            (Shape::ById | Shape::ListById, Data::Map(entries)) => {
                for entry in entries {
                    if key == "intro" && !INTROS.contains(&entry.key.as_str()) {
                        let _ = self.unknown(&entry.key, entry.key_span, INTROS.into_iter());
                        continue;
                    }
                    let path = format!("{key}.{}", entry.key);
                    self.texts.places.insert(path.clone(), entry.key_span);
                    match shape {
                        Shape::ListById => self.list(path, &entry.value),
                        _ => self.message(path, &entry.value),
                    }
                }
            }
            (Shape::One, _) => self.wrong(key.to_owned(), node.span, "one text"),
            (Shape::List, _) => self.wrong(key.to_owned(), node.span, "a list of texts"),
            (Shape::ById | Shape::ListById, _) => {
                self.wrong(key.to_owned(), node.span, "a text for each id");
            }
        }
    }

    fn list(&mut self, key: String, node: &Node) {
        let Data::Seq(items) = &node.data else {
            self.wrong(key, node.span, "a list of texts");
            return;
        };
        let messages = items.iter().filter_map(|item| self.parse(&key, item)).collect();
        self.texts.lists.insert(key, messages);
    }

    fn message(&mut self, key: String, node: &Node) {
        if let Some(message) = self.parse(&key, node) {
            self.texts.messages.insert(key, message);
        }
    }

    pub(super) fn parse(&mut self, key: &str, node: &Node) -> Option<Message> {
        let text = match &node.data {
            Data::Scalar(text, _) => text,
            Data::Map(entries) if forms::is_plural(entries) => return self.plural(key, node.span, entries),
            _ => {
                self.wrong(key.to_owned(), node.span, "a text, or its plural forms");
                return None;
            }
        };
        if text.trim().is_empty() {
            return None;
        }
        let file = self.sources.text(node.span.file);
        let source = file.get(node.span.start as usize..node.span.end as usize).unwrap_or_default();
        match Message::parse(text.trim_end(), node.span, source) {
            Ok(message) => {
                for (number, span) in message.typed_numbers(source) {
                    self.findings.push(
                        Finding::error("TR04", format!("the number `{number}` is typed in a text"))
                            .at(span, "a language layer holds words only")
                            .path(self.path(key))
                            .help("give it once, as a figure, date or reference of the edition")
                            .help("point at it from the text: `{id}`"),
                    );
                }
                Some(message)
            }
            Err(findings) => {
                let path = self.path(key);
                self.findings.extend(findings.into_iter().map(|finding| finding.path(path.as_str())));
                self.texts.refused.insert(key.to_owned());
                None
            }
        }
    }

    /// A key in the merged tree.
    pub(super) fn path(&self, key: &str) -> String {
        format!("text.{}.{key}", self.texts.lang)
    }

    /// Reports an unknown key; the known one that was meant, if one is near.
    pub(super) fn unknown<'b>(
        &mut self,
        key: &str,
        span: Span,
        known: impl Iterator<Item = &'b str>,
    ) -> Option<String> {
        let known: Vec<String> = known.map(str::to_owned).collect();
        let finding = Finding::error("TY02", format!("unknown key `{key}`"))
            .at(span, "not a key here")
            .path(self.path(key));
        let near = nearest(key, &known).map(str::to_owned);
        self.findings.push(match &near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("the keys here are `{}`", known.join("`, `"))),
        });
        near
    }

    pub(super) fn wrong(&mut self, key: String, span: Span, expected: &str) {
        self.findings.push(
            Finding::error("TY01", format!("expected {expected}"))
                .at(span, format!("must be {expected}"))
                .path(self.path(&key)),
        );
        self.texts.refused.insert(key);
    }
}
