//! `text/<lang>.yaml` as messages by key.

use std::collections::{BTreeMap, BTreeSet};

use super::forms;
use super::keys::{INTROS, SECTIONS, Shape, list_of, parts};
use super::message::Message;
use crate::diag::{Finding, Sources, Span, nearest};
use crate::yaml::{Data, Node};

/// The key of what a file says about itself.
const META: &str = "_meta";

/// How far a translation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not yet read by a second person.
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Released.
    Approved,
}

impl Status {
    /// Every status with its word in files, from the least.
    const WORDS: [(&str, Self); 3] =
        [("draft", Self::Draft), ("reviewed", Self::Reviewed), ("approved", Self::Approved)];

    /// The status of a word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(word, _)| *word == code).map(|(_, status)| status)
    }

    /// The word in files: `draft`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
            Self::Approved => "approved",
        }
    }
}

/// Who wrote the words, and how far they are.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// The translator.
    pub translator: Option<String>,
    /// Of the master language, how far all messages are, a draft if it does not say; of a translation, the
    /// most that a message can be, whatever the lock says.
    pub status: Option<Status>,
    /// Where the file says so, or begins; none without a file.
    pub span: Option<Span>,
}

/// The messages of one language.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// The language.
    pub lang: String,
    /// The language whose plural forms they have, which is nearly always the same.
    pub plurals: String,
    /// About the file.
    pub meta: Meta,
    /// Whether the file, if there is one, was read at least in part.
    is_read: bool,
    /// Messages by key: `title`, `threats.desert_cells`.
    messages: BTreeMap<String, Message>,
    /// Lists of messages by key: `highlights`, `decisions.m_riyadh`. An item without words holds its place.
    lists: BTreeMap<String, Vec<Option<Message>>>,
    /// Where list items stand that have no words: `highlights[2]`.
    blanks: BTreeMap<String, Span>,
    /// Where the texts of ids have their keys: `threats.desert_cells`.
    places: BTreeMap<String, Span>,
    /// Keys and sections that are there and could not be read.
    pub(super) refused: BTreeSet<String>,
}

impl Texts {
    /// Reads `text.<lang>` of the merged tree. Every fault is returned beside what could be read.
    pub fn read(lang: &str, node: Option<&Node>, sources: &Sources) -> (Self, Vec<Finding>) {
        Self::read_by(lang, lang, node, sources)
    }

    /// The same of a language that follows the plural rules of another.
    pub fn read_by(
        lang: &str,
        plurals: &str,
        node: Option<&Node>,
        sources: &Sources,
    ) -> (Self, Vec<Finding>) {
        let (own, plurals) = (lang.to_owned(), plurals.to_owned());
        let mut reader = Reader {
            texts: Self { lang: own, plurals, is_read: true, ..Self::default() },
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

    /// The list under a key, `None` for an item that is blank or could not be read; empty if there is none.
    pub fn list(&self, key: &str) -> &[Option<Message>] {
        self.lists.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The message under a key such as [`all`](Self::all) gives it, list items as `highlights[2]`.
    pub fn find(&self, key: &str) -> Option<&Message> {
        match list_of(key) {
            Some(list) => self.list(list).get(parts(key).2 - 1)?.as_ref(),
            None => self.get(key),
        }
    }

    /// Where the list item with this key is left blank.
    pub fn blank(&self, key: &str) -> Option<Span> {
        self.blanks.get(key).copied()
    }

    /// The list items that are left blank, with their places.
    pub fn blanks(&self) -> impl Iterator<Item = (&str, Span)> {
        self.blanks.iter().map(|(key, span)| (key.as_str(), *span))
    }

    /// Whether the text under a key is there, at least in part, and could not be read: it is not missing.
    pub fn is_refused(&self, key: &str) -> bool {
        let list = list_of(key).unwrap_or(key);
        self.refused.contains(list) || self.refused.contains(parts(key).0)
    }

    /// The same texts, of a file of which nothing could be read.
    pub fn unread(self) -> Self {
        Self { is_read: false, ..self }
    }

    /// Whether what the file says about itself could be read, if it says anything.
    pub fn knows_status(&self) -> bool {
        !self.refused.contains(META)
    }

    /// Whether the file, if there is one, was read at least in part.
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// The keys of texts that belong to an id, with their places.
    pub fn places(&self) -> impl Iterator<Item = (&String, Span)> {
        self.places.iter().map(|(key, span)| (key, *span))
    }

    /// Every message with its key, list items as `highlights[2]` (1-based).
    pub fn all(&self) -> impl Iterator<Item = (String, &Message)> {
        let single = self.messages.iter().map(|(key, message)| (key.clone(), message));
        let listed = self.lists.iter().flat_map(|(key, list)| {
            let items = list.iter().enumerate();
            items.filter_map(move |(at, message)| Some((format!("{key}[{}]", at + 1), message.as_ref()?)))
        });
        single.chain(listed)
    }

    /// The keys that hold lists.
    pub fn list_keys(&self) -> impl Iterator<Item = (&str, &[Option<Message>])> {
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
        self.texts.meta.span = Some(Span { end: node.span.start, ..node.span });
        for entry in entries {
            let key = entry.key.as_str();
            match key {
                "lang" => {}
                META => self.meta(&entry.value),
                _ => match SECTIONS.iter().find(|(name, _)| *name == key) {
                    Some((_, shape)) => self.section(key, *shape, &entry.value),
                    None => {
                        let sections = SECTIONS.iter().map(|(name, _)| *name);
                        let near = self.unknown(key, entry.key_span, [META].into_iter().chain(sections));
                        self.texts.refused.extend(near);
                    }
                },
            }
        }
    }

    fn meta(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.wrong(META.into(), node.span, "a map with `translator` and `status`");
            return;
        };
        self.texts.meta.span = Some(node.span);
        for entry in entries {
            let Data::Scalar(text, _) = &entry.value.data else {
                self.wrong(format!("{META}.{}", entry.key), entry.value.span, "a text");
                self.texts.refused.insert(META.to_owned());
                continue;
            };
            match (entry.key.as_str(), text.as_str()) {
                ("translator", _) => self.texts.meta.translator = Some(text.to_string()),
                ("status", _) => match Status::of_code(text) {
                    Some(status) => self.texts.meta.status = Some(status),
                    None => {
                        let message = format!("`{text}` is not one of `draft`, `reviewed`, `approved`");
                        let finding = Finding::error("TY04", message).at(entry.value.span, "unknown word");
                        self.findings.push(finding);
                        self.texts.refused.insert(META.to_owned());
                    }
                },
                (key, _) => {
                    let near = self.unknown(key, entry.key_span, ["translator", "status"].into_iter());
                    self.texts.refused.extend(near.map(|_| META.to_owned()));
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
                        let near = self.unknown(&entry.key, entry.key_span, INTROS.into_iter());
                        self.texts.refused.extend(near.map(|near| format!("{key}.{near}")));
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
        let mut messages = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            if is_blank(item) {
                self.texts.blanks.insert(format!("{key}[{}]", at + 1), item.span);
            }
            messages.push(self.parse(&key, item));
        }
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
        if is_blank(node) {
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

/// Whether a value has no words.
fn is_blank(node: &Node) -> bool {
    node.as_text().is_some_and(|text| text.trim().is_empty()) || node.is_null()
}
