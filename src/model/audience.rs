//! Audiences of a house, and what an edition for one of them says of what it is without.
//!
//! The markings of things (`marking`, `audience`, `marks`, `text_marks`) are obeyed and taken out by
//! `layers::audience` before anything is typed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CommitmentStatus, Cover, Edition, Number, Requirement, Stage};
use crate::yaml::Spanned;

/// What of things that carry no marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unmarked {
    /// They are shown.
    Show,
    /// They are withheld: the audience sees only what is marked for it.
    #[default]
    Withhold,
    /// They are shown if the audience sees the label of the edition.
    Edition,
}

/// A value that is computed over a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Computed {
    /// The sums of contributions by stage.
    #[serde(rename = "funding.totals")]
    FundingTotals,
    /// What meets each requirement, its gap, and percent received.
    #[serde(rename = "funding.cover")]
    FundingCover,
    /// The sums of people over the rows.
    #[serde(rename = "returnees.total")]
    ReturneesTotal,
    /// How many commitments have which status.
    #[serde(rename = "commitments.summary")]
    CommitmentsSummary,
}

/// An audience: who sees what.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Labels that it sees; with each, those below it.
    pub sees: Vec<Spanned<String>>,
    /// What of things that carry no marking and stand in nothing that does.
    #[serde(default)]
    pub unmarked: Unmarked,
    /// The label of its editions; if it is left out, the edition's own or, where that is not for it, the highest it sees.
    #[serde(default)]
    pub label: Option<String>,
    /// Computed values that are released as a whole though entries behind them are withheld.
    #[serde(default)]
    pub declassify: Vec<Computed>,
}

/// What the edition for an audience is without. The program writes it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// The audience.
    pub audience: String,
    /// Keys of texts that are withheld of things that are shown: these are not missing.
    #[serde(default)]
    pub texts: Vec<String>,
    /// Computed values that are left out.
    #[serde(default)]
    pub left_out: Vec<Computed>,
    /// Computed values that are released.
    #[serde(default)]
    pub released: Released,
}

/// Computed values of the whole edition.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Released {
    /// Contributions in US dollars by stage.
    pub funding_totals: Option<BTreeMap<Stage, Number>>,
    /// What meets each requirement, by its id and by stage.
    pub funding_cover: Option<BTreeMap<String, BTreeMap<Stage, Number>>>,
    /// Sums of people.
    pub returnees_total: Option<People>,
    /// How many commitments have which status.
    pub commitments_summary: Option<BTreeMap<CommitmentStatus, Number>>,
}

/// Sums of people over all rows.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "ReleasedPeople")]
pub struct People {
    /// Households returned.
    pub households: Option<Number>,
    /// People returned.
    pub returned: Option<Number>,
    /// People returned in the round before.
    pub previous: Option<Number>,
    /// People still displaced.
    pub displaced: Option<Number>,
}

impl Edition {
    /// Whether a computed value must not be computed: something behind it is withheld.
    pub fn leaves_out(&self, value: Computed) -> bool {
        self.projection.as_ref().is_some_and(|it| it.left_out.contains(&value))
    }

    /// Whether a text is not there because it is withheld.
    pub fn withholds_text(&self, key: &str) -> bool {
        self.projection.as_ref().is_some_and(|it| it.texts.iter().any(|known| known == key))
    }

    /// The computed values that are released; none in a whole edition.
    pub fn released(&self) -> Option<&Released> {
        self.projection.as_ref().map(|it| &it.released)
    }

    /// What meets a requirement; `None` where that is left out.
    pub fn cover(&self, requirement: &Requirement) -> Option<Cover> {
        if self.leaves_out(Computed::FundingCover) {
            return None;
        }
        let released = self.released().and_then(|it| it.funding_cover.as_ref());
        let Some(released) = released else { return Some(self.funding.cover(requirement)) };
        let by_stage = released.get(requirement.id.as_str())?;
        let amount = |stage| by_stage.get(&stage).map_or_else(Default::default, |it: &Number| it.value());
        Some(Cover {
            paid: amount(Stage::Paid),
            committed: amount(Stage::Committed),
            pledged: amount(Stage::Pledged),
        })
    }

    /// Returned and displaced people over all rows; `None` where they are left out, or there are no rows.
    pub fn people(&self) -> Option<(Option<Number>, Option<Number>)> {
        let displaced = self.returnees.displaced.as_ref()?;
        if self.leaves_out(Computed::ReturneesTotal) {
            return None;
        }
        if let Some(released) = self.released().and_then(|it| it.returnees_total) {
            return Some((released.returned, released.displaced));
        }
        let (returned, still) = displaced.sums();
        Some((Some(Number::plain(returned)), Some(Number::plain(still))))
    }
}
