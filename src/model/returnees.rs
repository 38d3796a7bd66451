//! People who came back: the displaced by place, fighters as stock and flow.

use serde::Deserialize;

use super::{Date, Number, SpannedName};
use crate::yaml::Spanned;

/// Returnees.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Returnees {
    /// The displaced.
    pub displaced: Option<Displaced>,
    /// Fighters and their families.
    pub fighters: Vec<Fighters>,
}

/// One round of counting.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Displaced {
    /// Number of the round.
    #[serde(default)]
    pub round: Option<u32>,
    /// As of.
    pub as_of: Spanned<Date>,
    /// Sources.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Totals, checked against the rows. Pointed at as `{returnees.returned}`, `{returnees.displaced}`.
    #[serde(default)]
    pub total: Option<Total>,
    /// Earlier rounds, in order of time, for the trend.
    #[serde(default)]
    pub history: Vec<Round>,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Id of `places`.
    pub place: Spanned<String>,
    /// Those who came back.
    #[serde(default)]
    pub returned: Option<People>,
    /// Those still displaced.
    #[serde(default)]
    pub displaced: Option<People>,
}

/// A count of people.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Households.
    #[serde(default)]
    pub households: Option<Spanned<Number>>,
    /// Individuals.
    pub individuals: Spanned<Number>,
    /// Individuals in the round before.
    #[serde(default)]
    pub previous: Option<Spanned<Number>>,
}

/// Typed totals.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// Returned individuals.
    #[serde(default)]
    pub returned: Option<Spanned<Number>>,
    /// Displaced individuals.
    #[serde(default)]
    pub displaced: Option<Spanned<Number>>,
}

/// An earlier round.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// As of.
    pub as_of: Spanned<Date>,
    /// Returned individuals.
    pub returned: Number,
}

/// What happened to fighters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Held.
    Detained,
    /// Tried.
    Prosecuted,
    /// Taken home.
    Repatriated,
    /// In reintegration.
    Reintegrated,
}

/// A stock with its flow: opening + in - out = closing.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fighters {
    /// Id.
    pub id: Spanned<String>,
    /// Category.
    pub category: Category,
    /// Of whom: an org id or a name.
    pub of: SpannedName,
    /// At the start.
    pub opening: Spanned<Number>,
    /// Came in.
    #[serde(rename = "in")]
    pub inflow: Spanned<Number>,
    /// Went out.
    #[serde(rename = "out")]
    pub outflow: Spanned<Number>,
    /// At the end.
    pub closing: Spanned<Number>,
    /// Women and children among those at the end.
    #[serde(default)]
    pub split: Option<Split>,
    /// Sources.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Admiralty grade.
    #[serde(default)]
    pub grade: Option<Spanned<String>>,
}

/// A breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Women.
    #[serde(default)]
    pub women: Option<Number>,
    /// Children.
    #[serde(default)]
    pub children: Option<Number>,
}
