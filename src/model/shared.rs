//! What every edition shares: metrics, terms, places, organizations.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Localized, SectionKind, Span};
use crate::yaml::Spanned;

/// How the values of a metric follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Counted at a time.
    Stock,
    /// Counted over a time.
    Flow,
    /// Counted from a beginning.
    Cumulative,
    /// A share.
    Ratio,
}

/// How the values may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Expect {
    /// Never down.
    Nondecreasing,
    /// Never up.
    Nonincreasing,
    /// Either way.
    #[default]
    Any,
}

/// Which move is good news; colours the arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Good {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    #[default]
    Neutral,
}

/// What a figure means: the key of a series across editions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// The name of the measure, as a label (nominative).
    pub label: Localized,
    /// An id of `units`, or `percent`, `points`, `money`, `none`.
    pub unit: Spanned<String>,
    /// Other units that count the same things by another noun; a change among them is no drift.
    #[serde(default)]
    pub same_units: Vec<Spanned<String>>,
    /// How its values follow each other.
    pub shape: Shape,
    /// How its values may move; anything else is reported.
    #[serde(default)]
    pub expect: Expect,
    /// Which move is good news; colours the arrow.
    #[serde(default)]
    pub good: Good,
    /// The section in which its figures are shown.
    pub section: SectionKind,
    /// The denominator or extent, under the label.
    #[serde(default)]
    pub scope: Option<Localized>,
    /// The whole that a majority or `all` is of: a definite noun phrase (Arabic genitive).
    #[serde(default)]
    pub whole: Option<Localized>,
    /// The measure as a noun phrase inside a sentence: "the number of returnees in Iraq".
    #[serde(default)]
    pub noun: Option<Localized>,
    /// What the share is of, for the record.
    #[serde(default)]
    pub of: Option<Of>,
    /// Metrics that look alike and must not be set side by side in a chart.
    #[serde(default)]
    pub not_comparable_with: Vec<Spanned<String>>,
    /// How the number is derived from another, for checking.
    #[serde(default)]
    pub derived: Option<Derived>,
    /// How long its figures hold, where that is not what the house says (`stale_periods`).
    #[serde(default)]
    pub stale_after: Option<Span>,
}

/// A denominator.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// The id of its metric.
    pub metric: Spanned<String>,
    /// Ids of its places.
    #[serde(default)]
    pub place: Vec<Spanned<String>>,
    /// Its date.
    #[serde(default)]
    pub as_of: Option<super::Date>,
}

/// `individuals = households × factor`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// The id of the other metric.
    pub from: String,
    /// What the other is multiplied with.
    pub factor: u32,
    /// The difference that is allowed.
    #[serde(default)]
    pub tolerance: u32,
}

/// One concept, one form in each language.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Forms by language: `{ar: {default: .., short: ..}}`.
    pub forms: BTreeMap<String, BTreeMap<String, String>>,
    /// Forms not to use, by language.
    #[serde(default)]
    pub reject: BTreeMap<String, Vec<String>>,
    /// A note for translators.
    #[serde(default)]
    pub note: Option<String>,
}

/// A place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: Localized,
    /// ISO 3166-1 alpha-3 of the country.
    #[serde(default)]
    pub iso: Option<String>,
    /// 0 country, 1 governorate, 2 district, 3 town or feature.
    #[serde(default)]
    pub level: u8,
    /// Other names and codes.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// A short name for a map tile.
    #[serde(default)]
    pub short: Option<Localized>,
    /// Its tile in the country's grid.
    #[serde(default)]
    pub tile: Option<Tile>,
}

/// A cell of a tile-grid map: column 0 is the west, row 0 the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// Column from the west.
    pub column: u8,
    /// Row from the north.
    pub row: u8,
}

/// What sort of body an org is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrgType {
    /// A state.
    State,
    /// An international organization.
    Organization,
    /// A body of the United Nations.
    Un,
    /// A coalition or one of its bodies.
    Coalition,
    /// Armed forces.
    Force,
    /// A newspaper, journal or broadcaster.
    Media,
    /// A research institute or university.
    Institute,
    /// A person.
    Person,
    /// A group of people or members.
    Group,
}

/// An organization, state or person.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Org {
    /// What sort of body it is.
    #[serde(rename = "type")]
    pub kind: OrgType,
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: Localized,
    /// A short name in each language.
    #[serde(default)]
    pub short: Option<Localized>,
    /// ISO 3166-1 alpha-3 of a state.
    #[serde(default)]
    pub iso3: Option<String>,
    /// Role of a person.
    #[serde(default)]
    pub role: Option<Localized>,
}
