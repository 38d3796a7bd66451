//! Words and noun forms that the shared data supplies: names by language, units, style choices.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A short name in each language: `{ar: نينوى, en: Ninewa}`.
pub type Localized = BTreeMap<String, String>;

/// Grammatical gender, for agreement of numerals and adjectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize, Default)]
pub enum Gender {
    /// Masculine.
    #[default]
    #[serde(rename = "m")]
    Masculine,
    /// Feminine.
    #[serde(rename = "f")]
    Feminine,
}

/// The forms of one counted noun in one language, keyed as CLDR plural categories, the Arabic dual
/// in both cases. English uses `one` and `other`; Arabic all but `zero` and `two`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize, Default)]
#[serde(deny_unknown_fields)]
pub struct NounForms {
    /// The gender of the noun in this language, where it has genders other than the Arabic: French. Without
    /// it the end of the noun decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Nothing, in a language with a form for it: Latvian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<String>,
    /// One: شخص, person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<String>,
    /// Two, in a language with a dual without cases: Slovenian, Hebrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two: Option<String>,
    /// Arabic dual, nominative: شخصان.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two_nom: Option<String>,
    /// Arabic dual, accusative and genitive: شخصين.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two_obl: Option<String>,
    /// Arabic 3-10, plural genitive: أشخاص.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few: Option<String>,
    /// Arabic 11-99, singular accusative: شخصًا.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many: Option<String>,
    /// Arabic hundreds and after a scale word, singular genitive: شخص; the plural elsewhere.
    pub other: String,
    /// The sign of a unit of measure, for tiles and tables: كم², km². Things that are counted have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
    /// The definite plural after "a number of": الأشخاص. Languages without such a form leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definite: Option<String>,
}

/// What a figure counts: a noun with its forms, by language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Gender of the Arabic noun.
    #[serde(default)]
    pub gender: Gender,
    /// Forms by language.
    pub forms: BTreeMap<String, NounForms>,
}

/// What stands after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted<'a> {
    /// Nothing: a bare number.
    Bare,
    /// A share of a hundred, decimals as typed.
    Percent,
    /// A difference of two shares.
    PercentagePoints,
    /// A counted noun.
    Noun(&'a Unit),
    /// Money, by ISO 4217 code.
    Money(&'a str),
}

/// The time that a rate is given for: two million dollars *a day*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A length of time, typed as `3mo`, `14d`, `2w`, `1y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Per,
}

impl std::str::FromStr for Span {
    type Err = super::BadDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || {
            super::BadDate::Shape(format!(
                "expected a length of time such as `14d`, `2w`, `3mo` or `1y`, found `{text}`"
            ))
        };
        let at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(bad)?;
        let (digits, unit) = text.split_at(at);
        let unit = match unit {
            "d" => Per::Day,
            "w" => Per::Week,
            "mo" => Per::Month,
            "y" => Per::Year,
            _ => return Err(bad()),
        };
        let count = digits.parse().map_err(|_| bad())?;
        Ok(Self { count, unit })
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
