//! A figure: one number with all that makes it a claim.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DatePart, Localized, Number, Origin, Per, Point, Qualifier, SpannedName, When};
use crate::yaml::Spanned;

/// How sure the writer is of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// منخفضة
    Low,
    /// متوسطة
    Moderate,
    /// عالية
    High,
}

/// How a figure came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureStatus {
    /// As the source gives it.
    Reported,
    /// Estimated by the source.
    Estimated,
    /// Checked against a second source.
    Verified,
    /// Replaces a figure of an earlier edition (`restates` says which).
    Restated,
}

/// Which way a thing moves, where no number says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TrendWord {
    /// Seen for the first time.
    New,
    /// Rising.
    Rising,
    /// Getting better, without a number.
    Improving,
    /// Neither.
    Stable,
    /// Falling.
    Falling,
    /// Falling sharply.
    FallingSharply,
    /// Has stopped.
    Stopped,
    /// Is over.
    Ended,
}

/// From, to; without `to` it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first point, included.
    pub from: Point,
    /// The last point, included.
    #[serde(default)]
    pub to: Option<Point>,
}

/// What a figure replaces, and whether the two may be compared.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Restates {
    /// The value printed before.
    pub value: Number,
    /// The qualifier printed before (`exact` if it is not given).
    #[serde(default)]
    pub q: Qualifier,
    /// The edition that printed it.
    pub edition: Spanned<String>,
    /// Whether a change may be computed across the restatement.
    #[serde(default)]
    pub comparable: bool,
    /// Why it was restated.
    pub reason: Localized,
}

/// One typed number. Texts point at its id.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Unique in the edition over everything that a text can point at.
    pub id: Spanned<String>,
    /// What it measures: an id of `metrics`.
    pub metric: Spanned<String>,
    /// The qualifier (`exact` if it is not given).
    #[serde(default)]
    pub q: Qualifier,
    /// The number, for qualifiers that take one.
    #[serde(default)]
    pub value: Option<Spanned<Number>>,
    /// The lower end of a range.
    #[serde(default)]
    pub min: Option<Spanned<Number>>,
    /// The upper end of a range.
    #[serde(default)]
    pub max: Option<Spanned<Number>>,
    /// The power of ten of an `order`: 4 is tens of thousands.
    #[serde(default)]
    #[schemars(range(min = 1, max = 9))]
    pub magnitude: Option<Spanned<u8>>,
    /// The figure that this one is less than, where no number is given.
    #[serde(default)]
    pub than: Option<Spanned<String>>,
    /// Replaces the metric's unit.
    #[serde(default)]
    pub unit: Option<Spanned<String>>,
    /// ISO 4217 code of money.
    #[serde(default)]
    pub currency: Option<Spanned<String>>,
    /// The time of a rate.
    #[serde(default)]
    pub per: Option<Per>,
    /// The day, month or year that a stock was counted at.
    #[serde(default)]
    pub as_of: Option<Spanned<When>>,
    /// The time that a flow was counted over.
    #[serde(default)]
    pub period: Option<Spanned<Period>>,
    /// Early, mid or late in the month or year of the as-of.
    #[serde(default)]
    pub part: Option<DatePart>,
    /// Ids of `places`, or names.
    #[serde(default)]
    pub place: Vec<SpannedName>,
    /// Ids of `sources`; at least one.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Who says so, where it is not the source itself: an org or person id, or a name.
    #[serde(default)]
    pub said_by: Option<SpannedName>,
    /// Admiralty grade, such as `C3`.
    #[serde(default)]
    pub grade: Option<Spanned<String>>,
    /// How sure the writer is.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// How the figure came about.
    #[serde(default)]
    pub status: Option<FigureStatus>,
    /// What it replaces.
    #[serde(default)]
    pub restates: Option<Spanned<Restates>>,
    /// Direction without a number.
    #[serde(default)]
    pub trend: Option<TrendWord>,
    /// A reservation printed in the register: a name-like note in each language.
    #[serde(default)]
    pub note: Option<Localized>,
    /// Where an import has read it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

impl Figure {
    /// The last day that it speaks of, for putting figures in order.
    pub fn last_day(&self) -> Option<time::Date> {
        match (&self.as_of, &self.period) {
            (Some(at), _) => match &at.value {
                When::Date(date) => Some(date.last()),
                When::Text(_) => None,
            },
            (None, Some(period)) => Some(period.to.unwrap_or(period.from).last()),
            (None, None) => None,
        }
    }

    /// Its places by their keys, sorted.
    pub fn places(&self) -> Vec<&str> {
        let mut places: Vec<&str> = self.place.iter().map(|place| place.value.key()).collect();
        places.sort_unstable();
        places
    }
}
