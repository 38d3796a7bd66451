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

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer};
use serde::{Serialize, Serializer};
use time::{Date as Civil, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// Which part of the month or year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
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

/// Why a text is not a [`Date`] or [`Moment`], as an instruction for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDate(pub String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadDate {}

impl FromStr for Point {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let shape =
            || BadDate(format!("expected a date such as `2031`, `2031-06` or `2031-06-09`, found `{text}`"));
        let mut body = text;
        let (mut approximate, mut uncertain) = (false, false);
        while let Some(mark) = body.chars().last().filter(|c| matches!(c, '~' | '?')) {
            approximate |= mark == '~';
            uncertain |= mark == '?';
            body = &body[..body.len() - 1];
        }
        let fields: Vec<&str> = body.split('-').collect();
        let widths: Vec<usize> = fields.iter().map(|field| field.len()).collect();
        if !matches!(widths[..], [4] | [4, 2] | [4, 2, 2])
            || !fields.iter().all(|field| field.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(shape());
        }
        let number = |index: usize| fields.get(index).map(|field| field.parse::<u16>().unwrap_or(0));
        let year = i32::from(number(0).unwrap_or(0));
        let month = number(1).map(|month| month as u8);
        let day = number(2).map(|day| day as u8);
        if year == 0 {
            return Err(shape());
        }
        if let Some(month) = month {
            if !(1..=12).contains(&month) {
                return Err(BadDate(format!("`{text}` has no such month: months are 01 to 12")));
            }
            if let Some(day) = day {
                let length = month_of(month).length(year);
                if !(1..=length).contains(&day) {
                    let name = month_of(month);
                    return Err(BadDate(format!(
                        "`{text}` is not in the calendar: {name} {year} has {length} days"
                    )));
                }
            }
        }
        Ok(Self { year, month, day, approximate, uncertain })
    }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let ordered = |from: &str, to: &str| -> Result<(Point, Point), BadDate> {
            let (from, to): (Point, Point) = (from.parse()?, to.parse()?);
            let backwards = to.last() < from.first();
            if backwards { Err(BadDate(format!("`{text}` ends before it begins"))) } else { Ok((from, to)) }
        };
        let within = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.split_once(".."));
        if let Some((from, to)) = within {
            let (from, to) = ordered(from, to)?;
            return Ok(Self::Within(from, to));
        }
        match text.split_once('/') {
            None => Ok(Self::Point(text.parse()?)),
            Some((from, "..")) => Ok(Self::Interval(from.parse()?, None)),
            Some((from, to)) => {
                let (from, to) = ordered(from, to)?;
                Ok(Self::Interval(from, Some(to)))
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if self.approximate {
            f.write_str("~")?;
        }
        if self.uncertain {
            f.write_str("?")?;
        }
        Ok(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Interval(from, Some(to)) => write!(f, "{from}/{to}"),
            Self::Interval(from, None) => write!(f, "{from}/.."),
            Self::Within(from, to) => write!(f, "[{from}..{to}]"),
        }
    }
}

/// A day and time with its offset from UTC, typed as `2031-06-30T18:00+03:00`, `...18:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment(pub OffsetDateTime);

impl FromStr for Moment {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let shape = || {
            BadDate(format!("expected a time with its zone such as `2031-06-30T18:00+03:00`, found `{text}`"))
        };
        let (day, rest) = text.split_once('T').ok_or_else(shape)?;
        let point: Point = day.parse()?;
        if point.day.is_none() || point.approximate || point.uncertain {
            return Err(shape());
        }
        let (clock, offset) = match rest.strip_suffix('Z') {
            Some(clock) => (clock, UtcOffset::UTC),
            None => {
                let at = rest.rfind(['+', '-']).ok_or_else(shape)?;
                let (clock, offset) = rest.split_at(at);
                let (hours, minutes) = hours_and_minutes(&offset[1..]).ok_or_else(shape)?;
                let sign = if offset.starts_with('-') { -1 } else { 1 };
                let offset = UtcOffset::from_hms(sign * hours as i8, sign * minutes as i8, 0);
                (clock, offset.map_err(|_| shape())?)
            }
        };
        // Seconds are what machines write; none of an edition's times needs them.
        let (clock, seconds) = match clock.match_indices(':').nth(1) {
            Some((at, _)) => (&clock[..at], two_digits(&clock[at + 1..]).ok_or_else(shape)?),
            None => (clock, 0),
        };
        let (hours, minutes) = hours_and_minutes(clock).ok_or_else(shape)?;
        let time = Time::from_hms(hours, minutes, seconds).map_err(|_| shape())?;
        Ok(Self(PrimitiveDateTime::new(point.first(), time).assume_offset(offset)))
    }
}

/// Reads `18:00`.
fn hours_and_minutes(text: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = text.split_once(':')?;
    Some((two_digits(hours)?, two_digits(minutes)?))
}

/// Reads exactly two digits.
fn two_digits(text: &str) -> Option<u8> {
    let two = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    two.then(|| text.parse().ok())?
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.0;
        write!(f, "{}T{:02}:{:02}", at.date(), at.hour(), at.minute())?;
        if at.second() != 0 {
            write!(f, ":{:02}", at.second())?;
        }
        let (hours, minutes, _) = at.offset().as_hms();
        if at.offset().is_utc() {
            f.write_str("Z")
        } else {
            let sign = if at.offset().is_negative() { '-' } else { '+' };
            write!(f, "{sign}{:02}:{:02}", hours.abs(), minutes.abs())
        }
    }
}

/// The month with this number; the caller has checked 1 to 12.
fn month_of(month: u8) -> Month {
    Month::try_from(month).unwrap_or(Month::January)
}

/// The day; the caller has checked that it exists.
fn civil(year: i32, month: u8, day: u8) -> Civil {
    Civil::from_calendar_date(year, month_of(month), day).unwrap_or(Civil::MIN)
}

/// Text forms for serde: what is typed is what is written.
macro_rules! serde_as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    )*};
}

serde_as_text!(Point, Date, Moment);

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for what is typed, or why it is refused.
    fn told<T: FromStr<Err = BadDate> + fmt::Display>(text: &str) -> String {
        match text.parse::<T>() {
            Ok(value) => value.to_string(),
            Err(why) => why.to_string(),
        }
    }

    #[test]
    fn dates_are_written_as_they_were_typed() {
        for text in [
            "2031",
            "2031-06",
            "2032-02-29",
            "2031-05~",
            "2031-05?",
            "2017/..",
            "2014/2017",
            "[2031-05..2031-06]",
        ] {
            assert_eq!(told::<Date>(text), text);
        }
    }

    #[test]
    fn impossible_dates_say_why() {
        assert_eq!(
            told::<Date>("2031-09-31"),
            "`2031-09-31` is not in the calendar: September 2031 has 30 days"
        );
        assert_eq!(
            told::<Date>("2031-02-29"),
            "`2031-02-29` is not in the calendar: February 2031 has 28 days"
        );
        assert_eq!(told::<Date>("2031-13"), "`2031-13` has no such month: months are 01 to 12");
        assert_eq!(told::<Date>("2031-06/2030"), "`2031-06/2030` ends before it begins");
        assert_eq!(told::<Date>("[2031..2030]"), "`[2031..2030]` ends before it begins");
        for text in ["31", "2031-6", "2031/06/09", "0000", "June 2031", ""] {
            assert!(told::<Date>(text).starts_with("expected a date such as"), "{text}");
        }
    }

    #[test]
    fn moments_have_a_zone_and_may_have_seconds() {
        for text in ["2031-06-30T18:00+03:00", "2031-06-30T18:00Z", "2031-06-30T17:46:09-04:30"] {
            assert_eq!(told::<Moment>(text), text);
        }
        assert_eq!(told::<Moment>("2031-06-30T17:46:00Z"), "2031-06-30T17:46Z");
        for text in
            ["2031-06-30T18:00", "2031-06-30", "2031-06T18:00Z", "2031-06-30T24:00Z", "2031-06-30T1:00Z"]
        {
            assert!(told::<Moment>(text).starts_with("expected a time with its zone"), "{text}");
        }
    }

    #[test]
    fn a_chronicle_puts_vague_dates_after_sharp_ones() {
        let placed = |text: &str, part| text.parse::<Date>().unwrap().placed(part);
        assert!(placed("2019-04-21", None) < placed("2019-04", None));
        assert!(placed("2031-06-09", None) < placed("2031-06", Some(Part::Mid)));
        assert!(placed("2031-06", Some(Part::Early)) < placed("2031-06", Some(Part::Mid)));
        assert!(placed("2014-09", None) < placed("2014", None));
    }
}
