//! The JSON Schemas of the values that are typed as text: numbers, dates, times, lengths of time, names.
//!
//! Each pattern accepts what the value's own reader accepts, as far as a pattern can: it knows the days of
//! every month, but not that a date ends before it begins. A YAML scalar without quotes reaches a validator
//! as a number where it looks like one, so numbers and years are allowed as both. `patternErrorMessage` is
//! what editors of the VS Code family say in place of the pattern.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Address, Date, Moment, Name, Number, Point, Span, When};

/// Latin digits, at most 15, with an optional minus, point and suffix.
const NUMBER: &str = r"^(?!(?:[^0-9]*[0-9]){16})-?[0-9]+(?:\.[0-9]+)?[KMBT]?$";

/// `https:`, `http:` or `mailto:`, and something behind it that is seen.
const ADDRESS: &str = r"^(?:https?|mailto):/*[^/\s\u0000-\u0020\u007F-\u00A0\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF][^\s\u0000-\u0020\u007F-\u00A0\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]*$";

/// Years with a 29 February.
const LEAP: &str = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";

/// A clock with an optional second, and the zone.
const CLOCK: &str =
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:[01][0-9]|2[0-5]):[0-5][0-9])";

/// A day of the calendar; with `?` as the mark, a month or a year as well.
fn civil(mark: &str) -> String {
    format!(
        "(?!0000)(?:{LEAP}-02-29|[0-9]{{4}}(?:-(?:\
         (?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01])){mark}|\
         (?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30)){mark}|\
         02(?:-(?:0[1-9]|1[0-9]|2[0-8])){mark})){mark})"
    )
}

fn point() -> String {
    format!("(?:{}[~?]*)", civil("?"))
}

fn date() -> String {
    let point = point();
    format!(r"(?:{point}(?:/(?:\.\.|{point}))?|\[{point}\.\.{point}\])")
}

/// Implements `JsonSchema` under a name of its own.
macro_rules! schemas {
    ($($(#[$doc:meta])* $name:ty as $word:literal => $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $word.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    )*};
}

schemas! {
    Number as "Number" => |_| json_schema!({
        "description": "A number as it is to be read: Latin digits (15 at most), a point for decimals, no \
            grouping. A suffix is kept: `7.9M` prints \"7.9 million\", `7900000` prints \"7,900,000\". \
            `K` thousands, `M` millions, `B` thousand millions, `T` million millions.",
        "type": ["string", "number"],
        "pattern": NUMBER,
        "patternErrorMessage": "Write a number in Latin digits without grouping or `%`, such as 95, 7.70, 43K, 7.9M.",
        "minimum": -999_999_999_999_999_i64,
        "maximum": 999_999_999_999_999_i64,
        "examples": [95, "43K", "7.9M", "20B", -4.5],
    });
    Address as "Address" => |_| json_schema!({
        "description": "An address on the web or of a mailbox, without spaces.",
        "type": "string",
        "pattern": ADDRESS,
        "patternErrorMessage": "Write an address that begins with https:, http: or mailto:.",
        "examples": ["https://example.org/report", "mailto:press@example.org"],
    });
    Point as "Point" => |_| json_schema!({
        "description": "A year, a month or a day: `2031`, `2031-06`, `2031-06-09`; with `~` about, with `?` uncertain.",
        "type": ["string", "integer"],
        "pattern": format!("^{}$", point()),
        "patternErrorMessage": "Write a year, month or day of the calendar: 2031, 2031-06 or 2031-06-09.",
        "minimum": 1000,
        "maximum": 9999,
        "examples": [2031, "2031-06", "2031-06-09", "2031-05~"],
    });
    Date as "Date" => |_| json_schema!({
        "description": "A date as precise as its source: `2031`, `2031-06`, `2031-06-09`; `2031-05~` about, \
            `2031-05?` uncertain; `2031-05-01/2031-05-20` from, to; `2031-05-01/..` since; \
            `\"[2031-05-01..2031-05-20]\"` some time between.",
        "type": ["string", "integer"],
        "pattern": format!("^{}$", date()),
        "patternErrorMessage": "Write a date of the calendar: 2031, 2031-06, 2031-06-09, 2031-05~, \
            2031-05-01/2031-05-20, 2031-05-01/.. or \"[2031-05-01..2031-05-20]\".",
        "minimum": 1000,
        "maximum": 9999,
        "examples": [
            2031, "2031-06", "2031-06-09", "2031-05~", "2031-05-01/2031-05-20", "2031-05-01/..",
            "[2031-05-01..2031-05-20]",
        ],
    });
    Moment as "Moment" => |_| json_schema!({
        "description": "A day and time with its zone: `2031-06-30T18:00+03:00`, or with `Z` for UTC.",
        "type": "string",
        "pattern": format!("^{}T{CLOCK}$", civil("")),
        "patternErrorMessage": "Write a time with its zone, such as 2031-06-30T18:00+03:00.",
        "examples": ["2031-06-30T18:00+03:00", "2031-07-03T09:00Z"],
    });
    Span as "LengthOfTime" => |_| json_schema!({
        "description": "A length of time in days, weeks, months or years: `14d`, `2w`, `3mo`, `1y`.",
        "type": "string",
        "pattern": "^0*[0-9]{1,9}(?:d|w|mo|y)$",
        "patternErrorMessage": "Write a length of time such as 14d, 2w, 3mo or 1y.",
        "examples": ["14d", "2w", "3mo", "1y"],
    });
    Name as "Name" => |_| json_schema!({
        "description": "An id of the shared data (`jor`), or the name itself in each language \
            (`{ar: الأردن, en: Jordan}`).",
        "type": ["string", "object"],
        "additionalProperties": { "type": "string" },
        "examples": ["jor", { "ar": "الأردن", "en": "Jordan" }],
    });
    When as "When" => |_| json_schema!({
        "description": "A date, or words where the source gives none: `{text: {ar: في ذروته, en: at its peak}}`.",
        "type": ["string", "integer", "object"],
        "pattern": format!("^{}$", date()),
        "patternErrorMessage": "Write a date of the calendar such as 2031-06-09, or {text: {..}} in each language.",
        "minimum": 1000,
        "maximum": 9999,
        "properties": {
            "text": {
                "description": "What stands in place of the date, in each language.",
                "type": "object",
                "additionalProperties": { "type": "string" },
            },
        },
        "required": ["text"],
        "additionalProperties": false,
        "examples": ["2031-06", { "text": { "ar": "في ذروته", "en": "at its peak" } }],
    });
}
