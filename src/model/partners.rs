//! Members: states + organizations = total.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, Number, SpannedName};
use crate::yaml::Spanned;

/// Partners. Pointed at as `{partners.states}` and `{partners.organizations}`; the total is a figure.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partners {
    /// The figure that gives the total; its metric is the series of the chart.
    pub figure: Spanned<String>,
    /// States among them.
    #[serde(default)]
    pub states: Option<Spanned<Number>>,
    /// Organizations among them.
    #[serde(default)]
    pub organizations: Option<Spanned<Number>>,
    /// Which organizations.
    #[serde(default)]
    pub organization_list: Vec<SpannedName>,
    /// Who joined.
    #[serde(default)]
    pub joined: Vec<Joined>,
    /// Observers, by id of `orgs` or name.
    #[serde(default)]
    pub observers: Vec<SpannedName>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// An accession.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// Who; left out where the source does not say.
    #[serde(default)]
    pub org: Option<SpannedName>,
    /// When the member joined.
    pub on: Spanned<Date>,
}
