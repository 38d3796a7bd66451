//! Progress by line of effort.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Localized, Number, SpannedName};
use crate::yaml::Spanned;

/// Status of a line of effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projects {
    /// All projects; checked against the parts.
    pub total: Spanned<Number>,
    /// How many projects are at which stage.
    pub by_status: ByStatus,
}

/// Counts by project status.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByStatus {
    /// Projects that are finished.
    #[serde(default)]
    pub done: Option<Number>,
    /// Projects under way.
    #[serde(default)]
    pub running: Option<Number>,
    /// Projects being tendered.
    #[serde(default)]
    pub tender: Option<Number>,
    /// Projects being designed.
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
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: Localized,
    /// Who leads: ids of `orgs` or names.
    #[serde(default)]
    pub leads: Vec<SpannedName>,
    /// How the work stands.
    #[serde(default)]
    pub status: Option<LineStatus>,
    /// The ids of its figures.
    #[serde(default)]
    pub figures: Vec<Spanned<String>>,
    /// Its projects by status.
    #[serde(default)]
    pub projects: Option<Projects>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
