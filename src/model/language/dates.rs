//! Dates and periods in a language file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Around, AroundTwo, ClockPattern, DayPattern, MonthPattern};

/// Dates and periods.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateWords {
    /// The twelve months, from January, as they stand behind a day.
    pub months: [String; 12],
    /// The same as they stand without a day, in a language in which they differ: maj, not maja.
    #[serde(default)]
    pub months_alone: Option<[String; 12]>,
    /// The same, short, for tables; repeat the long ones where the language does not shorten.
    pub months_short: [String; 12],
    /// The twelve months of the Hijri calendar, from Muharram.
    pub hijri_months: [String; 12],
    /// A year of the Hijri calendar: `{} AH`.
    pub hijri_year: Around,
    /// A year with the mark of `style.year_mark`: `{}ء`; `{}` where the language has none.
    pub year_marked: Around,
    /// A full date: `{day}. {month} {year}`, or `{month} {day}, {year}`.
    pub day: DayPattern,
    /// A month of a year: `{month} {year}`.
    pub month: MonthPattern,
    /// What follows the first day of a month, as in 1er; most languages have nothing.
    #[serde(default)]
    pub first_day: String,
    /// A part of a month or year.
    pub part: Parts,
    /// A date that is not exact.
    pub about: ByPrecision<Around>,
    /// A date that is in doubt: `{} (unbestätigt)`.
    pub uncertain: Around,
    /// Something takes place in it.
    pub on: On,
    /// From a date on, without an end.
    pub since: ByPrecision<Around>,
    /// From a date to another, in a sentence.
    pub span: ByPrecision<AroundTwo>,
    /// The same where it stands alone, as after `Berichtszeitraum:`.
    pub span_alone: ByPrecision<AroundTwo>,
    /// Some time between two dates.
    pub between: ByPrecision<AroundTwo>,
    /// From a date to another in tables: `{}–{}`; as in `span_alone` where a dash does not stand for a period.
    pub table: AroundTwo,
    /// A day with its clock time: `{date}, {hh}:{mm} Uhr`; `{h}` for hours without a zero before them.
    pub clock: ClockPattern,
}

/// Words that may differ between a day and a month or year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByPrecision<T> {
    /// With a day.
    pub day: T,
    /// With a month or a year.
    pub month: T,
}

/// Parts of a month or year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// Its beginning: `Anfang {}`.
    pub early: Around,
    /// Its middle.
    pub mid: Around,
    /// Its end.
    pub late: Around,
}

/// Something takes place in a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct On {
    /// On a day: `am {}`.
    pub day: Around,
    /// In a month: `im {}`.
    pub month: Around,
    /// In a year: `im Jahr {}`.
    pub year: Around,
    /// In a date that is a part of another or not exact: what stands around `Anfang Mai`.
    pub inexact: Around,
}
