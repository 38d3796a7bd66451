//! Who or where: an id of the shared data, or a name written in place.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::{Date, Localized};
use crate::yaml::Spanned;

/// An id (`host: jor`) or a name in each language (`host: {ar: الأردن, en: Jordan}`).
#[derive(Debug, Clone, PartialEq)]
pub enum Name {
    /// An id of `orgs`, `places` or a line of effort, as the key says.
    Id(String),
    /// The name itself.
    Inline(Localized),
}

impl Name {
    /// What tells this one from others: the id, or the first of the words that stand for one.
    pub fn key(&self) -> &str {
        match self {
            Self::Id(id) => id,
            Self::Inline(words) => words.values().next().map_or("", String::as_str),
        }
    }
}

/// A [`Name`] with its place.
pub type SpannedName = Spanned<Name>;

/// An as-of: a date, or words where the source gives no date (`{text: {ar: في ذروته, en: at its peak}}`).
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// A date or interval.
    Date(Date),
    /// Words.
    Text(Localized),
}

/// Reads a scalar as one thing and a map as another, without buffering.
struct ScalarOrMap<T> {
    expected: &'static str,
    scalar: fn(&str) -> Result<T, String>,
    map: fn(Localized) -> T,
    /// The key under which the map's words stand; `None`: the map is the words.
    under: Option<&'static str>,
}

impl<'de, T> Visitor<'de> for ScalarOrMap<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.scalar)(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let source = MapAccessDeserializer::new(map);
        let words = match self.under {
            None => Localized::deserialize(source)?,
            Some(_) => Worded::deserialize(source)?.text,
        };
        Ok((self.map)(words))
    }
}

/// `{text: {ar: .., en: ..}}`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Worded {
    text: Localized,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarOrMap {
            expected: "an id, or a name in each language",
            scalar: |text| Ok(Self::Id(text.to_owned())),
            map: Self::Inline,
            under: None,
        })
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarOrMap {
            expected: "a date, or `{text: ..}` in each language",
            scalar: |text| text.parse().map(Self::Date).map_err(|why: super::BadDate| why.coded()),
            map: Self::Text,
            under: Some("text"),
        })
    }
}
