//! Progress by line of effort.

use serde::Deserialize;

use super::{Localized, Number, SpannedName};
use crate::yaml::Spanned;

/// Status of a line of effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineStatus {
    /// As planned.
    OnTrack,
    /// In danger.
    AtRisk,
    /// Behind.
    OffTrack,
    /// Finished.
    Done,
}

/// Projects by status; they add up to the total.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Projects {
    /// All.
    pub total: Spanned<Number>,
    /// The parts.
    pub by_status: ByStatus,
}

/// Counts by project status.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByStatus {
    /// Finished.
    #[serde(default)]
    pub done: Option<Number>,
    /// Under way.
    #[serde(default)]
    pub running: Option<Number>,
    /// Being tendered.
    #[serde(default)]
    pub tender: Option<Number>,
    /// Being designed.
    #[serde(default)]
    pub design: Option<Number>,
}

impl ByStatus {
    /// The parts that are there, in the order of the bar, with their codes.
    pub fn parts(&self) -> Vec<(&'static str, Number)> {
        [("done", self.done), ("running", self.running), ("tender", self.tender), ("design", self.design)]
            .into_iter()
            .filter_map(|(code, number)| Some((code, number?)))
            .collect()
    }
}

/// A line of effort. Its text is `progress.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Id.
    pub id: Spanned<String>,
    /// Name.
    pub name: Localized,
    /// Who leads.
    #[serde(default)]
    pub leads: Vec<SpannedName>,
    /// Status.
    #[serde(default)]
    pub status: Option<LineStatus>,
    /// Its figures.
    #[serde(default)]
    pub figures: Vec<Spanned<String>>,
    /// Its projects.
    #[serde(default)]
    pub projects: Option<Projects>,
    /// Sources.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
