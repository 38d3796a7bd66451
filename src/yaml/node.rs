//! The tree: text, lists and maps, each with its place and the places that it replaced.

use ecow::{EcoString, EcoVec};
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::path;
use crate::diag::Span;

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As a `|` or `>` block.
    Block,
}

/// What a node holds. Cloning counts references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// A text, quotes and escapes resolved. A value left empty is an empty plain text.
    Scalar(EcoString, Style),
    /// A list.
    Seq(EcoVec<Node>),
    /// A map, in the order written; no key twice.
    Map(EcoVec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key in Unicode normal form C.
    pub key: EcoString,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where the value stands. A block collection reaches to the end of its last value; an alias has
    /// the place of its anchor.
    pub span: Span,
    /// The value.
    pub data: Data,
    /// The places whose values this one replaced in a merge, nearest first.
    pub overrides: EcoVec<Span>,
}

impl Node {
    /// A node that replaced nothing.
    pub fn new(span: Span, data: Data) -> Self {
        Self { span, data, overrides: EcoVec::new() }
    }

    /// The text of a scalar.
    pub fn as_text(&self) -> Option<&str> {
        match &self.data {
            Data::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The values of a list.
    pub fn as_seq(&self) -> Option<&[Node]> {
        match &self.data {
            Data::Seq(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a map.
    pub fn as_map(&self) -> Option<&[Entry]> {
        match &self.data {
            Data::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entry of a map with this key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.as_map()?.iter().find(|entry| entry.key == key)
    }

    /// The value of a map under this key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The `id` of a map that has one.
    pub fn id(&self) -> Option<&str> {
        self.get("id")?.as_text().filter(|id| !id.is_empty())
    }

    /// The value at a path such as `figures[liberated].value` or `figures[0].value`.
    pub fn at(&self, path: &str) -> Option<&Node> {
        path::find(self, path)
    }

    /// Whether this is a clone of the other, in its place and unchanged since: quicker told than equality, and
    /// never true of texts, which share nothing.
    pub fn is(&self, other: &Self) -> bool {
        let same = match (&self.data, &other.data) {
            (Data::Seq(a), Data::Seq(b)) => std::ptr::eq(a.as_slice(), b.as_slice()),
            (Data::Map(a), Data::Map(b)) => std::ptr::eq(a.as_slice(), b.as_slice()),
            _ => false,
        };
        same && self.span == other.span
    }

    /// Whether this is nothing: a plain `~`, `null` or an empty place.
    pub fn is_null(&self) -> bool {
        matches!(&self.data, Data::Scalar(text, Style::Plain) if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Text stays text, nothing becomes null, and keys keep their order.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.data {
            _ if self.is_null() => serializer.serialize_unit(),
            Data::Scalar(text, _) => serializer.serialize_str(text),
            Data::Seq(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
            Data::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for entry in entries {
                    map.serialize_entry(entry.key.as_str(), &entry.value)?;
                }
                map.end()
            }
        }
    }
}
