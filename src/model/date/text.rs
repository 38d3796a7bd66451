//! Dates as they are typed, read and written: the table in the module above.
//!
//! What is written is what was typed; what is refused says how to type it.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer};
use serde::{Serialize, Serializer};

use super::{BadDate, Date, Moment, Point, month_of};

impl FromStr for Point {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let shape = || {
            BadDate::Shape(format!(
                "expected a date such as `2031`, `2031-06` or `2031-06-09`, found `{text}`"
            ))
        };
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
                return Err(BadDate::Impossible(format!(
                    "`{text}` has no such month; write a month from `01` to `12`"
                )));
            }
            if let Some(day) = day {
                let length = month_of(month).length(year);
                if !(1..=length).contains(&day) {
                    return Err(BadDate::Impossible(format!(
                        "`{text}` is not in the calendar; \
                         write a day up to `{year:04}-{month:02}-{length}`, the last of the month"
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
            if backwards {
                Err(BadDate::Impossible(format!(
                    "`{text}` ends before it begins; write the earlier date first"
                )))
            } else {
                Ok((from, to))
            }
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
                text.parse().map_err(|why: BadDate| de::Error::custom(why.coded()))
            }
        }
    )*};
}

serde_as_text!(Point, Date, Moment);
