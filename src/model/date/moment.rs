//! A time of day with its zone, typed as `2031-06-30T18:00+03:00`: cut-off, issue and embargo.
//!
//! The zone is typed, never taken from the machine. Seconds are read, for machines write them.

use std::fmt;
use std::str::FromStr;

use time::{OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::{BadDate, Point};

/// A day and time with its offset from UTC, typed as `2031-06-30T18:00+03:00`, `...18:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment(pub OffsetDateTime);

impl FromStr for Moment {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let shape = || {
            BadDate::Shape(format!(
                "expected a time with its zone such as `2031-06-30T18:00+03:00`, found `{text}`"
            ))
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
        let time = Time::from_hms(hours, minutes, seconds).map_err(|_| {
            BadDate::Impossible(format!("`{text}` is not on the clock; write a time from `00:00` to `23:59`"))
        })?;
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
