//! `text/<lang>.yaml` as messages by key.

mod read;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::read::Reader;
use super::keys::{list_of, parts};
use super::message::Message;
use crate::diag::{Finding, Sources, Span};
use crate::yaml::Node;

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
        let texts = Self { lang: own, plurals, is_read: true, ..Self::default() };
        Reader::read(texts, node, sources)
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
