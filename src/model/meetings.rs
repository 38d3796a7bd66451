//! Meetings: who met where, on what, with which outcome.

use serde::Deserialize;

use super::{Date, SpannedName};
use crate::yaml::Spanned;

/// At what level a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Id.
    pub id: Spanned<String>,
    /// Name.
    pub name: super::Localized,
    /// Level.
    #[serde(default)]
    pub level: Option<Level>,
    /// Who hosts.
    #[serde(default)]
    pub host: Option<SpannedName>,
    /// Where.
    #[serde(default)]
    pub place: Option<SpannedName>,
    /// When.
    #[serde(default)]
    pub date: Option<Spanned<Date>>,
    /// Figures of attendance and the like, by id.
    #[serde(default)]
    pub figures: Vec<Spanned<String>>,
    /// Who attended, where they are named.
    #[serde(default)]
    pub attended: Vec<SpannedName>,
    /// Observers.
    #[serde(default)]
    pub observers: Vec<SpannedName>,
    /// Agenda.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// Quotes.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// Sources.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// An item of the agenda, numbered by its place in the list. Its text is `agenda.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Id.
    pub id: Spanned<String>,
    /// Outcome, once there is one.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// A quote. Its words are `quotes.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Id.
    pub id: Spanned<String>,
    /// Who said it.
    pub by: SpannedName,
    /// The language it was said or printed in.
    pub original: String,
    /// Whether the words report the sense and not the wording.
    #[serde(default)]
    pub paraphrase: bool,
    /// Sources.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
