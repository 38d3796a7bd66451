//! People who came back: the displaced by place, fighters as stock and flow.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, Number, Origin, SpannedName};
use crate::yaml::Spanned;

/// Returnees.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Returnees {
    /// The displaced, by place, with earlier rounds.
    pub displaced: Option<Displaced>,
    /// Fighters and their families: opening + in - out = closing.
    pub fighters: Vec<Fighters>,
}

/// One round of counting.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Displaced {
    /// Number of the round.
    #[serde(default)]
    pub round: Option<u32>,
    /// The date of the count.
    pub as_of: Spanned<Date>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// A row for each place.
    pub rows: Vec<Row>,
    /// Totals, checked against the rows. Pointed at as `{returnees.returned}`, `{returnees.displaced}`.
    #[serde(default)]
    pub total: Option<Total>,
    /// Earlier rounds, in order of time, for the trend.
    #[serde(default)]
    pub history: Vec<Round>,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
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
    /// Where an import has read it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

/// A count of people.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// How many households.
    #[serde(default)]
    pub households: Option<Spanned<Number>>,
    /// How many people.
    pub individuals: Spanned<Number>,
    /// Individuals in the round before.
    #[serde(default)]
    pub previous: Option<Spanned<Number>>,
}

/// Typed totals.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The date of the count.
    pub as_of: Spanned<Date>,
    /// Returned individuals.
    pub returned: Number,
}

/// What happened to fighters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fighters {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// What happened to them.
    pub category: Category,
    /// Of whom: an org id or a name.
    pub of: SpannedName,
    /// How many at the start of the period.
    pub opening: Spanned<Number>,
    /// How many came in.
    #[serde(rename = "in")]
    pub inflow: Spanned<Number>,
    /// How many went out.
    #[serde(rename = "out")]
    pub outflow: Spanned<Number>,
    /// How many at the end; checked.
    pub closing: Spanned<Number>,
    /// Women and children among those at the end.
    #[serde(default)]
    pub split: Option<Split>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Admiralty grade, such as `C3`.
    #[serde(default)]
    pub grade: Option<Spanned<String>>,
    /// Where an import has read it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

/// A breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Women among them.
    #[serde(default)]
    pub women: Option<Number>,
    /// Children among them.
    #[serde(default)]
    pub children: Option<Number>,
}
