//! Nouns and words that vary, in a language file: one text where they do not, a map where they do.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::super::{Gender, NounForms};

/// A word that agrees with the gender of a noun: one text, or `{m: ein, f: eine}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Gendered<T> {
    /// The same for all nouns.
    Same(T),
    /// One for each gender.
    Each {
        /// Before or of a masculine noun.
        m: T,
        /// Before or of a feminine noun.
        f: T,
    },
}

impl<T> Gendered<T> {
    /// The masculine and the feminine.
    pub fn both(&self) -> [&T; 2] {
        match self {
            Self::Same(same) => [same, same],
            Self::Each { m, f } => [m, f],
        }
    }
}

/// A counted noun: one text if it never changes, or its forms by CLDR's plural categories.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Noun {
    /// The forms.
    pub forms: NounForms,
    /// Whether it was typed as one text for all.
    pub fixed: bool,
}

/// A scale word: `in_full` where the digits are printed in its place, or a noun.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scaling {
    /// The number is printed in full: 43,000.
    InFull,
    /// A word stands behind the digits: 43 thousand.
    Word(Box<Noun>),
}

/// A small number as a word: one text, or `{m: ein, f: eine, alone: eins}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NumberWord {
    /// Before a masculine noun.
    pub m: String,
    /// Before a feminine noun.
    pub f: String,
    /// Without a noun.
    pub alone: String,
}

/// A currency: a counted noun behind the number, or `{before: US$}`, a sign before the digits with the noun for
/// sums that have no digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// Glued before the digits.
    pub before: Option<String>,
    /// The noun.
    pub noun: Noun,
}

impl Noun {
    fn fixed(text: &str) -> Self {
        let form = || Some(text.to_owned());
        let forms = NounForms {
            zero: form(),
            one: form(),
            two: form(),
            few: form(),
            many: form(),
            other: text.to_owned(),
            ..NounForms::default()
        };
        Self { forms, fixed: true }
    }
}

/// Reads a text as one thing and a map as another.
struct TextOrMap<T, M> {
    expected: &'static str,
    text: fn(&str) -> Result<T, String>,
    map: fn(M) -> T,
    of: PhantomData<M>,
}

impl<'de, T, M: Deserialize<'de>> Visitor<'de> for TextOrMap<T, M> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.text)(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        M::deserialize(MapAccessDeserializer::new(map)).map(self.map)
    }
}

/// `{m: .., f: ..}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each<T> {
    m: T,
    f: T,
}

impl<'de, T: de::DeserializeOwned> Deserialize<'de> for Gendered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap {
            expected: "a text, or one for each gender as in `{m: .., f: ..}`",
            text: |text| {
                let read: Result<T, de::value::Error> = T::deserialize(StrDeserializer::new(text));
                read.map(Self::Same).map_err(|why| why.to_string())
            },
            map: |Each { m, f }: Each<T>| Self::Each { m, f },
            of: PhantomData,
        })
    }
}

impl<'de> Deserialize<'de> for Noun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap {
            expected: "a noun, or its forms as in `{one: .., other: ..}`",
            text: |text| Ok(Self::fixed(text)),
            map: |forms: NounForms| Self { forms, fixed: false },
            of: PhantomData,
        })
    }
}

impl<'de> Deserialize<'de> for Scaling {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap {
            expected: "`in_full`, a noun, or its forms as in `{one: .., other: ..}`",
            text: |text| {
                Ok(if text == "in_full" { Self::InFull } else { Self::Word(Box::new(Noun::fixed(text))) })
            },
            map: |forms: NounForms| Self::Word(Box::new(Noun { forms, fixed: false })),
            of: PhantomData,
        })
    }
}

/// `{m: ein, f: eine, alone: eins}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberForms {
    m: String,
    f: String,
    alone: String,
}

impl<'de> Deserialize<'de> for NumberWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap {
            expected: "a word, or `{m: .., f: .., alone: ..}`",
            text: |text| Ok(Self { m: text.to_owned(), f: text.to_owned(), alone: text.to_owned() }),
            map: |NumberForms { m, f, alone }: NumberForms| Self { m, f, alone },
            of: PhantomData,
        })
    }
}

/// The forms of a currency, and the sign.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoneyForms {
    before: Option<String>,
    gender: Option<Gender>,
    zero: Option<String>,
    one: Option<String>,
    two: Option<String>,
    few: Option<String>,
    many: Option<String>,
    other: String,
    definite: Option<String>,
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap {
            expected: "a noun, or its forms as in `{one: .., other: ..}`",
            text: |text| Ok(Self { before: None, noun: Noun::fixed(text) }),
            map: |it: MoneyForms| {
                let MoneyForms { before, gender, zero, one, two, few, many, other, definite } = it;
                let none = NounForms::default();
                let forms = NounForms { gender, zero, one, two, few, many, other, definite, ..none };
                Self { before, noun: Noun { forms, fixed: false } }
            },
            of: PhantomData,
        })
    }
}
