//! Threats.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Confidence, Localized, Span, SpannedName, TrendWord};
use crate::yaml::Spanned;

/// The seven bands of ICD 203 (analytic standards), least likely first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// 1-5 %
    AlmostNoChance,
    /// 5-20 %
    VeryUnlikely,
    /// 20-45 %
    Unlikely,
    /// 45-55 %
    RoughlyEven,
    /// 55-80 %
    Likely,
    /// 80-95 %
    VeryLikely,
    /// 95-99 %
    AlmostCertain,
}

impl Likelihood {
    /// All bands, least likely first.
    pub const ALL: [Self; 7] = [
        Self::AlmostNoChance,
        Self::VeryUnlikely,
        Self::Unlikely,
        Self::RoughlyEven,
        Self::Likely,
        Self::VeryLikely,
        Self::AlmostCertain,
    ];
}

/// One threat. Its text is `threats.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threat {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: Localized,
    /// Where: ids of `places`, or names.
    #[serde(default)]
    pub places: Vec<SpannedName>,
    /// 1 (low) to 5 (severe).
    #[serde(default)]
    #[schemars(range(min = 1, max = 5))]
    pub severity: Option<Spanned<u8>>,
    /// Severity in the previous edition.
    #[serde(default)]
    #[schemars(range(min = 1, max = 5))]
    pub previous_severity: Option<Spanned<u8>>,
    /// Which way it moves.
    #[serde(default)]
    pub trend: Option<TrendWord>,
    /// Likelihood; never printed in one sentence with the confidence.
    #[serde(default)]
    pub likelihood: Option<Likelihood>,
    /// The time that the likelihood is for.
    #[serde(default)]
    pub horizon: Option<Span>,
    /// Who is behind it: ids of `orgs` or names.
    #[serde(default)]
    pub actors: Vec<SpannedName>,
    /// Confidence in the judgement.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Figures that indicate it.
    #[serde(default)]
    pub indicators: Vec<Spanned<String>>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// A marking of its own, not above the edition's.
    #[serde(default)]
    pub marking: Option<Spanned<String>>,
}
