//! Meetings: who met where, on what, with which outcome.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, SpannedName};
use crate::yaml::Spanned;

/// At what level a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Ministers.
    Ministers,
    /// Political directors.
    PoliticalDirectors,
    /// Senior diplomats.
    SeniorDiplomats,
    /// The countries that lead working groups.
    CoLeads,
    /// Experts.
    Experts,
}

/// What became of an agenda item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Agreed.
    Agreed,
    /// Noted.
    Noted,
    /// Still open.
    Open,
    /// Put off.
    Deferred,
}

/// A meeting. Its text is `meetings.<id>`, its decisions the list `decisions.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: super::Localized,
    /// At what level it was held.
    #[serde(default)]
    pub level: Option<Level>,
    /// Who hosts: an id of `orgs` or a name.
    #[serde(default)]
    pub host: Option<SpannedName>,
    /// Where: an id of `places`, or a name.
    #[serde(default)]
    pub place: Option<SpannedName>,
    /// When it was held, or will be.
    #[serde(default)]
    pub date: Option<Spanned<Date>>,
    /// Figures of attendance and the like, by id.
    #[serde(default)]
    pub figures: Vec<Spanned<String>>,
    /// Who attended, where they are named.
    #[serde(default)]
    pub attended: Vec<SpannedName>,
    /// Who observed.
    #[serde(default)]
    pub observers: Vec<SpannedName>,
    /// The agenda, item by item.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// What was said there.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// An item of the agenda, numbered by its place in the list. Its text is `agenda.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Outcome, once there is one.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// A quote. Its words are `quotes.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Who said it.
    pub by: SpannedName,
    /// The language it was said or printed in.
    pub original: String,
    /// Whether the words report the sense and not the wording.
    #[serde(default)]
    pub paraphrase: bool,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
