//! What was promised, what happened, what was said, what comes next.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, DatePart, Localized, Number, Qualifier, SpannedName, When};
use crate::yaml::Spanned;

/// Status of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentStatus {
    /// Made in this edition.
    New,
    /// As promised.
    OnTrack,
    /// Late.
    Delayed,
    /// Kept.
    Done,
    /// Given up.
    Dropped,
    /// Replaced by another.
    Superseded,
}

/// A commitment. Its text is `commitments.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Who promised: an id of `orgs` or a name.
    pub owner: SpannedName,
    /// The meeting it was made at, by id.
    #[serde(default)]
    pub made_at: Option<Spanned<String>>,
    /// By when: a date, or words.
    #[serde(default)]
    pub due: Option<Spanned<When>>,
    /// How far it is.
    pub status: Spanned<CommitmentStatus>,
    /// Status in the previous edition.
    #[serde(default)]
    pub was: Option<CommitmentStatus>,
    /// The line of effort (an id of `progress`) or theme (a name) it stands under.
    #[serde(default)]
    pub line: Option<SpannedName>,
    /// Ids of figures or contributions that show it.
    #[serde(default)]
    pub evidence: Vec<Spanned<String>>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// An event. Its text is `events.<id>`; its date is pointed at as `{<id>.on}`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// When; left out where the source gives no date.
    #[serde(default)]
    pub on: Option<Spanned<Date>>,
    /// Early, mid or late in the month or year.
    #[serde(default)]
    pub part: Option<DatePart>,
    /// Where: an id of `places`, or a name.
    #[serde(default)]
    pub place: Option<SpannedName>,
    /// 1 to 3: how much it weighs on the page.
    #[serde(default = "light")]
    pub weight: u8,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

fn light() -> u8 {
    1
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Thanks.
    Thanks,
    /// Pays tribute.
    Tribute,
    /// Welcomes.
    Welcome,
    /// Agrees.
    Agree,
    /// Condemns.
    Condemn,
    /// Reaffirms.
    Reaffirm,
    /// Judges.
    Assess,
    /// Warns of a risk.
    Risk,
    /// Draws a conclusion or lesson.
    Conclude,
}

/// A statement. Its text is `statements.<id>`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// What the statement does.
    pub kind: StatementKind,
    /// By whom: an id of `orgs` or a name.
    #[serde(default)]
    pub by: Option<SpannedName>,
    /// To whom: an id of `orgs` or a name.
    #[serde(default)]
    pub to: Option<SpannedName>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// A step to come. Its text is `next_steps.<id>`; its date is pointed at as `{<id>.on}`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// When it is planned for.
    #[serde(default)]
    pub on: Option<Spanned<Date>>,
    /// Early, mid or late in the month or year.
    #[serde(default)]
    pub part: Option<DatePart>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}

/// A correction of a figure or contribution, printed in a box.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The id of the figure or contribution.
    pub figure: Spanned<String>,
    /// What was printed.
    pub from: Spanned<Number>,
    /// The qualifier that was printed with it.
    #[serde(default)]
    pub q: Qualifier,
    /// What it is now; must be the figure's value.
    pub to: Spanned<Number>,
    /// The version that brings the correction.
    pub version: Spanned<u32>,
    /// When it was corrected.
    pub on: Date,
    /// Why, in each language; printed.
    pub reason: Localized,
}
