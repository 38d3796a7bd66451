//! A mapping file -> the typed [`ImportMap`]: which columns of a table become which keys of an edition.
//!
//! `data/maps/NAME.yaml` of a project, or one that is shipped. What is done with it is known to `import`.

use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use super::Localized;
use crate::yaml::Spanned;

/// The list of an edition that an import fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Target {
    /// `figures`.
    #[serde(rename = "figures")]
    Figures,
    /// `funding.requirements`.
    #[serde(rename = "funding.requirements")]
    Requirements,
    /// `funding.contributions`.
    #[serde(rename = "funding.contributions")]
    Contributions,
    /// `returnees.displaced`: a row for each place, with the round and its date.
    #[serde(rename = "returnees.displaced")]
    Displaced,
    /// `returnees.fighters`.
    #[serde(rename = "returnees.fighters")]
    Fighters,
}

/// What is done with the value of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum As {
    /// Taken over as a text.
    #[default]
    Text,
    /// Cleaned as a number.
    Number,
    /// Read as a date.
    Date,
    /// Matched with `places`, by code or name.
    Place,
    /// Matched with `orgs`, by id, name or ISO code; taken over as a name where there is none.
    Org,
    /// Translated by `words`.
    Word,
}

/// What is made of the values of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// Their sum.
    Sum,
    /// The last in the order of the rows.
    Last,
    /// The largest.
    Max,
    /// The smallest.
    Min,
    /// The one that they all are; anything else is a fault.
    Same,
}

/// Which mark separates decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decimals {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// What separates the fields of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A tab.
    Tab,
    /// A bar.
    Bar,
}

/// The order of day and month in dates such as `03/04/2031`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The 3rd of April.
    DayMonth,
    /// The 4th of March.
    MonthDay,
}

/// How precise a date is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    #[default]
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// One text or several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(pub Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a list of texts")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![text.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = seq.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

impl JsonSchema for Texts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text, or a list of texts.",
            "type": ["string", "array"],
            "items": { "type": "string" },
        })
    }
}

/// One column of the table, for one key of the edition.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its header in any of its spellings, in any language, or its HXL hashtag (`#adm1+code`).
    pub column: Spanned<Texts>,
    /// What is done with its values (`text` if it is not given).
    #[serde(default, rename = "as")]
    pub kind: As,
    /// For places: the column with the name beside the code. Where the two disagree, the row is refused.
    #[serde(default)]
    pub name: Option<Spanned<Texts>>,
    /// For places: 0 country, 1 governorate, 2 district.
    #[serde(default)]
    pub level: Option<u8>,
    /// For places: ISO 3166-1 alpha-3 of the country that they are in.
    #[serde(default)]
    pub country: Option<String>,
    /// For words: what each is in the edition.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// For names: the languages that they are written in (`en` if it is not given).
    #[serde(default)]
    pub lang: Texts,
    /// What is made of the values of a group: of numbers the sum, else the one that they all are.
    #[serde(default)]
    pub combine: Option<Combine>,
    /// For numbers: what they are multiplied with; `1000` for a column in thousands.
    #[serde(default)]
    pub times: Option<u32>,
    /// For numbers: texts around them that are taken off, such as `US$`.
    #[serde(default)]
    pub strip: Vec<String>,
    /// For dates: the order of day and month.
    #[serde(default)]
    pub order: Option<DateOrder>,
    /// For dates: how precise they are taken over.
    #[serde(default)]
    pub precision: Precision,
    /// What stands for a missing value.
    #[serde(default)]
    pub otherwise: Option<serde_json::Value>,
    /// Whether a row without the value is refused; inside a map (`original.amount`), whether the map is nothing
    /// without it.
    #[serde(default)]
    pub required: bool,
    /// Whether the table may lack the column.
    #[serde(default)]
    pub optional: bool,
}

/// Which rows are taken over.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The header of the column that decides, in any of its spellings.
    pub column: Spanned<Texts>,
    /// Only rows with one of these values.
    #[serde(default, rename = "in")]
    pub within: Option<Texts>,
    /// Only rows with this value.
    #[serde(default)]
    pub equals: Option<String>,
    /// Only rows without any of these values.
    #[serde(default)]
    pub not: Option<Texts>,
    /// Only rows that have a value (`true`), or have none (`false`).
    #[serde(default)]
    pub present: Option<bool>,
    /// Only rows with the latest date or the largest number in the column.
    #[serde(default)]
    pub latest: bool,
    /// Whether the table may lack the column; then the filter is none.
    #[serde(default)]
    pub optional: bool,
}

/// A mapping file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportMap {
    /// Its name: small Latin letters, digits, `-`. The figures go into `import-NAME.yaml` of the edition.
    pub import: Spanned<String>,
    /// What it is for, in each language.
    #[serde(default)]
    pub title: Localized,
    /// The list of the edition that it fills.
    pub target: Spanned<Target>,
    /// Where to write, as a path in the project, if not into an edition that the command line names.
    #[serde(default)]
    pub file: Option<Spanned<String>>,
    /// The sheet of a workbook by its name, or by its number from 1; the first if it is not given.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The cells with the table, such as `A3:F40`; the whole sheet if it is not given.
    #[serde(default)]
    pub range: Option<String>,
    /// The number of the row with the headers; looked for if it is not given.
    #[serde(default)]
    pub header: Option<u32>,
    /// What separates the fields of a CSV file; found out if it is not given.
    #[serde(default)]
    pub delimiter: Option<Delimiter>,
    /// Which mark separates decimals; found out, where that is certain, if it is not given.
    #[serde(default)]
    pub decimal: Option<Decimals>,
    /// More words that stand for a missing value.
    #[serde(default)]
    pub missing: Vec<String>,
    /// More words by which a row of totals is known.
    #[serde(default)]
    pub totals: Vec<String>,
    /// Which rows are taken over; each must hold.
    #[serde(default, rename = "where")]
    pub filters: Vec<Filter>,
    /// The keys whose values make one entry of all rows that have them alike.
    #[serde(default)]
    pub group_by: Vec<Spanned<String>>,
    /// The id of each entry, with values in braces: `idps_{place}`.
    #[serde(default)]
    pub id: Option<Spanned<String>>,
    /// The columns by the key that they fill: `value`, `original.amount`, `name.ar`. What begins with `_` is for the id
    /// only.
    pub columns: BTreeMap<String, Column>,
    /// What is the same for all entries, by key, as it is to stand in the edition.
    #[serde(default)]
    pub constants: BTreeMap<String, serde_json::Value>,
    /// The source: an id of `sources`, or a whole source, which gets the name and hash of the file.
    #[serde(default)]
    pub source: Option<serde_json::Value>,
}

impl Target {
    /// The word in the mapping file, which is also the way to it in an edition.
    pub fn path(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Requirements => "funding.requirements",
            Self::Contributions => "funding.contributions",
            Self::Displaced => "returnees.displaced",
            Self::Fighters => "returnees.fighters",
        }
    }

    /// The way to the list of entries.
    pub fn entries(self) -> &'static str {
        match self {
            Self::Displaced => "returnees.displaced.rows",
            other => other.path(),
        }
    }

    /// The key that tells entries apart.
    pub fn key(self) -> &'static str {
        if self == Self::Displaced { "place" } else { "id" }
    }

    /// The keys of what the entries stand in, beside them.
    pub fn of_the_whole(self) -> &'static [&'static str] {
        if self == Self::Displaced { &["round", "as_of", "source"] } else { &[] }
    }

    /// The keys of an entry that can be filled, in the order in which they are written. One that ends in a point has
    /// keys of languages below it.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Figures => &[
                "metric",
                "q",
                "value",
                "min",
                "max",
                "unit",
                "currency",
                "per",
                "as_of",
                "period.from",
                "period.to",
                "part",
                "place",
                "source",
                "said_by",
                "grade",
                "confidence",
                "status",
                "trend",
                "note.",
            ],
            Self::Requirements => {
                &["name.", "amount", "currency", "period.from", "period.to", "received", "funded", "source"]
            }
            Self::Contributions => &[
                "donor",
                "to",
                "recipient",
                "purpose.",
                "stage",
                "q",
                "amount",
                "currency",
                "original.amount",
                "original.currency",
                "original.rate",
                "original.rate_rule",
                "original.on",
                "date",
                "period.from",
                "period.to",
                "flow",
                "source",
                "said_by",
                "note.",
            ],
            Self::Displaced => &[
                "place",
                "returned.households",
                "returned.individuals",
                "returned.previous",
                "displaced.households",
                "displaced.individuals",
                "displaced.previous",
            ],
            Self::Fighters => &[
                "category",
                "of",
                "opening",
                "in",
                "out",
                "closing",
                "split.women",
                "split.children",
                "source",
                "grade",
            ],
        }
    }

    /// Where a key stands among those of an entry; `None` if it is none of them.
    pub fn rank(self, key: &str) -> Option<usize> {
        let fits = |known: &&str| *known == key || known.ends_with('.') && key.starts_with(*known);
        let below = |known: &&str| known.split('.').next() == Some(key);
        let own = self.keys();
        own.iter().position(fits).or_else(|| own.iter().position(below))
    }
}
