//! Two editions -> what changed from one to the other, in no language.
//!
//! A [`Comparison`] says which of an edition's figures, threats, commitments, money, returnees and texts are other
//! than they were, and claims no more than the data allow: exact differences between exact values only, a
//! direction where the ranges lie apart, nothing where they overlap; a restated figure is told as restated.
//! What an edition for an audience does not list is not said to be gone. `said` writes it in one language,
//! [`json`] for programs. Nothing here formats a number: phrases are the locale's.

mod commitments;
mod corrections;
mod figures;
mod funding;
mod json;
mod returnees;
mod said;
#[cfg(test)]
mod tests;
mod texts;
mod threats;

use std::sync::Arc;

use rust_decimal::Decimal;

pub use self::figures::{Pair, pair};
pub use self::funding::Sum;
pub use self::json::json;
pub use self::said::{Said, Speaker, told};

use crate::layers::audience::{Ladder, TLP};
use crate::locale::{Compared, Interval, Move};
use crate::model::{
    Commitment, CommitmentStatus, Contribution, Correction, Edition, Fighters, Figure, Good, Number,
    Requirement, Scheme, Stage, Threat,
};
use crate::text::Texts;
use crate::text::changed::Changed;

/// What changed from one edition to another.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The earlier edition.
    pub before: &'a Edition,
    /// The later edition.
    pub now: &'a Edition,
    /// Everything that changed: by group, in a group by importance, then by id.
    pub rows: Vec<Row<'a>>,
}

/// What a row is about, in the order in which groups stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Figures by metric.
    Figures,
    /// Threats by severity and trend.
    Threats,
    /// Commitments by status.
    Commitments,
    /// Requirements with what meets them, totals by stage, contributions by donor.
    Funding,
    /// People by place, fighters.
    Returnees,
    /// What the later edition corrects.
    Corrections,
    /// Texts by key.
    Texts,
}

impl Group {
    /// All groups in order.
    pub const ALL: [Self; 7] = [
        Self::Figures,
        Self::Threats,
        Self::Commitments,
        Self::Funding,
        Self::Returnees,
        Self::Corrections,
        Self::Texts,
    ];

    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Threats => "threats",
            Self::Commitments => "commitments",
            Self::Funding => "funding",
            Self::Returnees => "returnees",
            Self::Corrections => "corrections",
            Self::Texts => "texts",
        }
    }

    /// The key of its heading in the labels.
    pub fn label(self) -> &'static str {
        match self {
            Self::Figures => "diff.figures",
            Self::Threats => "sections.threats",
            Self::Commitments => "sections.commitments",
            Self::Funding => "sections.funding",
            Self::Returnees => "sections.returnees",
            Self::Corrections => "sections.corrections",
            Self::Texts => "diff.texts",
        }
    }
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// More, or more severe.
    Up,
    /// Less, or less severe.
    Down,
    /// Counted anew: what was printed before does not hold any more.
    Restated,
    /// The two values allow no statement.
    NotComparable,
    /// Not listed before; or new, as the data say.
    New,
    /// Not listed any more.
    Gone,
    /// A threat that is over, as the data say.
    Ended,
    /// A commitment that was kept.
    Done,
    /// A commitment that is late.
    Delayed,
    /// A commitment that was given up.
    Dropped,
    /// A commitment that another one replaced.
    Superseded,
    /// Otherwise different.
    Changed,
    /// Corrected.
    Corrected,
    /// A text that was not there.
    Added,
    /// A text that is not there any more.
    Removed,
}

impl Code {
    /// The word in JSON, in the Brief and in the templates.
    pub fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Restated => "restated",
            Self::NotComparable => "not_comparable",
            Self::New => "new",
            Self::Gone => "gone",
            Self::Ended => "ended",
            Self::Done => "done",
            Self::Delayed => "delayed",
            Self::Dropped => "dropped",
            Self::Superseded => "superseded",
            Self::Changed => "changed",
            Self::Corrected => "corrected",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }

    /// The key of its word in the labels.
    pub fn label(self) -> String {
        match self {
            Self::Done | Self::Delayed | Self::Dropped | Self::Superseded => {
                format!("states.commitment.{}", self.code())
            }
            _ => format!("diff.states.{}", self.code()),
        }
    }

    /// What a move is called here; `None` for one that leaves everything as it was.
    pub fn of_move(moved: Move) -> Option<Self> {
        match moved {
            Move::Up => Some(Self::Up),
            Move::Down => Some(Self::Down),
            Move::Same => None,
            Move::NotComparable => Some(Self::NotComparable),
        }
    }
}

/// Whether a change is welcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is.
    Good,
    /// It is not.
    Bad,
    /// Neither.
    Neutral,
}

impl Tone {
    /// What a move means where more (or less) is better.
    pub fn of(moved: Move, good: Good) -> Self {
        match (moved, good) {
            (Move::Up, Good::Up) | (Move::Down, Good::Down) => Self::Good,
            (Move::Up, Good::Down) | (Move::Down, Good::Up) => Self::Bad,
            _ => Self::Neutral,
        }
    }

    /// The word in JSON and in the Brief.
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Neutral => "neutral",
        }
    }
}

/// One thing that changed.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// Its group.
    pub group: Group,
    /// The id of the thing; of a text, its key.
    pub id: String,
    /// What became of it.
    pub code: Code,
    /// Whether that is welcome.
    pub tone: Tone,
    /// How much it matters, 0 most.
    pub rank: u8,
    /// What was compared.
    pub matter: Matter<'a>,
}

/// Which people of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum People {
    /// Those who came back.
    Returned,
    /// Those still displaced.
    Displaced,
}

/// What was compared. A side that is not there is `None`.
#[derive(Debug, Clone)]
pub enum Matter<'a> {
    /// A figure.
    Figure {
        /// As it was.
        before: Option<&'a Figure>,
        /// As it is.
        now: Option<&'a Figure>,
        /// What the two allow to be said.
        compared: Option<Compared>,
    },
    /// A threat.
    Threat {
        /// As it was.
        before: Option<&'a Threat>,
        /// As it is.
        now: Option<&'a Threat>,
        /// Its severity before, from the earlier edition or as the later one says it.
        severity: Option<u8>,
    },
    /// A commitment.
    Commitment {
        /// As it was.
        before: Option<&'a Commitment>,
        /// As it is.
        now: Option<&'a Commitment>,
        /// Its status before, from the earlier edition or as the later one says it.
        was: Option<CommitmentStatus>,
    },
    /// A requirement: how much is needed.
    Requirement {
        /// As it was.
        before: Option<&'a Requirement>,
        /// As it is.
        now: Option<&'a Requirement>,
        /// What the two allow to be said.
        compared: Option<Compared>,
    },
    /// How much of a requirement is paid or committed, in percent with one decimal.
    Cover {
        /// The requirement.
        requirement: &'a Requirement,
        /// The share before.
        before: Number,
        /// The share now.
        now: Number,
        /// What the sums behind them allow to be said, in percentage points.
        compared: Compared,
    },
    /// The sum of the contributions of a stage in US dollars.
    Total {
        /// The stage.
        stage: Stage,
        /// The sum before.
        before: Sum,
        /// The sum now.
        now: Sum,
        /// What the two allow to be said.
        compared: Compared,
    },
    /// A contribution.
    Contribution {
        /// As it was.
        before: Option<&'a Contribution>,
        /// As it is.
        now: Option<&'a Contribution>,
        /// What the amounts allow to be said, where there are two.
        compared: Option<Compared>,
    },
    /// The people of a place; of all places where there is none.
    People {
        /// An id of `places`.
        place: Option<&'a str>,
        /// Which people.
        people: People,
        /// How many before.
        before: Option<Number>,
        /// How many now.
        now: Option<Number>,
        /// What the two allow to be said.
        compared: Option<Compared>,
    },
    /// Fighters and their families: how many at the end.
    Fighters {
        /// As they were.
        before: Option<&'a Fighters>,
        /// As they are.
        now: Option<&'a Fighters>,
        /// What the two allow to be said.
        compared: Option<Compared>,
    },
    /// A correction.
    Correction(&'a Correction),
    /// A text.
    Text {
        /// The language.
        lang: &'a str,
        /// What changed, form by form.
        changed: Vec<Changed>,
    },
}

impl<'a> Comparison<'a> {
    /// Compares the data of two editions. `between` are the editions from the later one back to the earlier one,
    /// neither included: what one of them restates cannot be compared across it.
    pub fn of(before: &'a Edition, now: &'a Edition, between: &[Arc<Edition>]) -> Self {
        let mut rows = figures::rows(before, now, between);
        rows.extend(threats::rows(before, now));
        rows.extend(commitments::rows(before, now));
        rows.extend(funding::rows(before, now));
        rows.extend(returnees::rows(before, now));
        rows.extend(corrections::rows(before, now));
        Self { before, now, rows }.sorted()
    }

    /// The same with the texts of one language.
    pub fn with_texts(mut self, before: &Texts, now: &'a Texts) -> Self {
        self.rows.extend(texts::rows(before, now, are_whole(self.before, self.now)));
        self.sorted()
    }

    fn sorted(mut self) -> Self {
        self.rows.sort_by(|one, other| {
            let key = |row: &Row<'_>| (row.group, row.rank);
            key(one).cmp(&key(other)).then_with(|| one.id.cmp(&other.id))
        });
        self
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows of each group that has any, in order.
    pub fn groups(&self) -> impl Iterator<Item = (Group, &[Row<'a>])> {
        self.rows
            .chunk_by(|one, other| one.group == other.group)
            .filter_map(|rows| Some((rows.first()?.group, rows)))
    }

    /// The same with the most important rows only, and how many of each group are left out.
    pub fn most_important(&self, limit: usize) -> Vec<(Group, &[Row<'a>], usize)> {
        let mut ranks: Vec<(u8, Group, usize)> =
            self.rows.iter().enumerate().map(|(at, row)| (row.rank, row.group, at)).collect();
        ranks.sort_unstable();
        ranks.truncate(limit);
        let kept = |group: Group| ranks.iter().filter(|(_, of, _)| *of == group).count();
        let groups = self.groups().map(|(group, rows)| {
            // Rows of a group stand by rank, so those that are kept come first.
            let kept = kept(group);
            (group, rows.get(..kept).unwrap_or(rows), rows.len() - kept)
        });
        groups.collect()
    }
}

/// Whether the two editions show everything that they have, so that what one does not list is not in it.
fn are_whole(before: &Edition, now: &Edition) -> bool {
    before.projection.is_none() && now.projection.is_none()
}

/// Whether readers of the later edition may not be shown what stood in the earlier one: its label is higher, or stands
/// on another ladder.
pub fn is_restricted(before: &Edition, now: &Edition) -> bool {
    let label = |edition: &Edition| {
        let marking = &edition.head.marking;
        let label = marking.label.as_ref().filter(|_| marking.scheme != Scheme::None);
        label.map_or_else(|| TLP[0].to_owned(), |label| label.value.clone())
    };
    let (old, new) = (label(before), label(now));
    old != new && Ladder::new(&now.house.markings).is_above(&old, &new) != Some(false)
}

/// Whether the later edition names the earlier one as the one that it follows.
fn follows(before: &Edition, now: &Edition) -> bool {
    now.head.previous.as_ref().is_some_and(|previous| previous.value == before.head.id.value)
}

/// The only value of a typed number.
fn exactly(value: Decimal) -> Interval {
    Interval::exactly(value)
}

/// Two typed numbers.
fn compared(before: Number, now: Number) -> Compared {
    Compared::of_intervals(&exactly(before.value()), &exactly(now.value()))
}
