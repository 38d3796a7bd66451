//! Dates with the precision they were given in: a subset of EDTF (ISO 8601-2), as text.
//!
//! | typed | means |
//! |---|---|
//! | `2031`, `2031-06`, `2031-06-09` | a year, a month, a day |
//! | `2031-05~` | about |
//! | `2031-05?` | uncertain |
//! | `2031-05-01/2031-05-20` | from, to (both included) |
//! | `2031-05-01/..` | since |
//! | `[2031-05-01..2031-05-20]` | some time between |
//!
//! [`Moment`] is a time of day with its zone, for cut-off, issue and embargo. Nothing here knows a
//! language or a clock.

mod moment;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use time::{Date as Civil, Month};

pub use self::moment::Moment;

/// Which part of the month or year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "DatePart")]
pub enum Part {
    /// The first third.
    Early,
    /// The middle.
    Mid,
    /// The last third.
    Late,
}

/// A year, a month or a day, with its doubts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, valid in its month; only with a month.
    pub day: Option<u8>,
    /// `~`: about.
    pub approximate: bool,
    /// `?`: uncertain.
    pub uncertain: bool,
}

impl Point {
    /// The first day that the point covers.
    pub fn first(&self) -> Civil {
        civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that the point covers.
    pub fn last(&self) -> Civil {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| month_of(month).length(self.year));
        civil(self.year, month, day)
    }
}

/// A point in time or an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    /// A year, month or day.
    Point(Point),
    /// From, to; `None` means that it has not ended (`a/..`).
    Interval(Point, Option<Point>),
    /// One point that is not known better than that it lies between two (`[a..b]`).
    Within(Point, Point),
}

impl Date {
    /// The first day covered.
    pub fn first(&self) -> Civil {
        match self {
            Self::Point(point) | Self::Interval(point, _) | Self::Within(point, _) => point.first(),
        }
    }

    /// The last day covered; of an open interval, its first.
    pub fn last(&self) -> Civil {
        match self {
            Self::Point(point) | Self::Interval(point, None) => point.last(),
            Self::Interval(_, Some(to)) | Self::Within(_, to) => to.last(),
        }
    }
}

impl Date {
    /// Where the date stands in a chronicle: by the last day that it can mean, then by the first. A
    /// part of a month or year ends after a third, two thirds or all of it.
    pub fn placed(&self, part: Option<Part>) -> (Civil, Civil) {
        let (first, last) = (self.first(), self.last());
        let thirds = match part {
            Some(Part::Early) => 1,
            Some(Part::Mid) => 2,
            Some(Part::Late) | None => 3,
        };
        (first + (last - first) * thirds / 3, first)
    }
}

/// Why a text is not a [`Date`], a [`Moment`] or a length of time, as an instruction for the person who
/// typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadDate {
    /// Not written as one.
    Shape(String),
    /// Written as one, and not in the calendar or on the clock.
    Impossible(String),
}

impl BadDate {
    /// For a reader of YAML: with the code of a finding of its own in front, if it has one.
    pub(super) fn coded(&self) -> String {
        match self {
            Self::Shape(why) => why.clone(),
            Self::Impossible(why) => format!("[DA09] {why}"),
        }
    }
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Shape(why) | Self::Impossible(why)) = self;
        f.write_str(why)
    }
}

impl std::error::Error for BadDate {}

/// The month with this number; the caller has checked 1 to 12.
fn month_of(month: u8) -> Month {
    Month::try_from(month).unwrap_or(Month::January)
}

/// The day; the caller has checked that it exists.
fn civil(year: i32, month: u8, day: u8) -> Civil {
    Civil::from_calendar_date(year, month_of(month), day).unwrap_or(Civil::MIN)
}
