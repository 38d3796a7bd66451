//! Patterns of a language file: words with places in braces for what the program writes.
//!
//! `mehr als {}` is read into the words around its place, so that what cannot be placed is refused where it is
//! typed, and spaces are seen.

use serde::Deserialize;
use serde::de::{self, Deserializer};

/// Words around one place: `etwa {}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Around {
    /// Before the place.
    pub before: String,
    /// After it.
    pub after: String,
}

/// Words around two places: `zwischen {} und {}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AroundTwo {
    /// Before the first place.
    pub before: String,
    /// Between the places.
    pub middle: String,
    /// After the second.
    pub after: String,
}

/// Words around a number with what it counts, or between the two.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Placed {
    /// `mehr als {}`.
    Whole(Around),
    /// `{} سے زیادہ {}`: the words between, with the spaces around them.
    Between(String),
}

/// A full date: `{day}. {month} {year}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DayPattern {
    /// Whether the month stands before the day.
    pub month_first: bool,
    /// What is glued behind the day: `.`, ` de`.
    pub day_link: String,
    /// What is glued behind the month.
    pub month_link: String,
}

/// A month of a year: `{month} {year}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MonthPattern {
    /// What is glued behind the month.
    pub month_link: String,
}

/// A day with its clock time: `{date}, {hh}:{mm}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClockPattern {
    /// Between the day and the time.
    pub before: String,
    /// Between hours and minutes.
    pub mark: String,
    /// Behind the minutes.
    pub after: String,
    /// The least digits of an hour.
    pub hour_digits: u8,
}

/// A value before, with its date: `Anstieg gegenüber {value} {when}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Compared {
    /// Before both.
    pub before: String,
    /// Whether the date stands before the value.
    pub when_first: bool,
}

/// The words of a text around these places, each of which it has once and in this order.
fn pieces<'t>(text: &'t str, places: &[&str]) -> Option<Vec<&'t str>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    for place in places {
        let (before, after) = rest.split_once(place)?;
        pieces.push(before);
        rest = after;
    }
    pieces.push(rest);
    pieces.iter().all(|piece| !piece.contains(['{', '}'])).then_some(pieces)
}

fn refused(text: &str, places: &[&str]) -> String {
    let places = places.join(" ");
    format!("the places in `{text}` are not `{places}`; write each of them once and no others")
}

impl Around {
    fn parse(text: &str) -> Result<Self, String> {
        match pieces(text, &["{}"]).as_deref() {
            Some(&[before, after]) => Ok(Self { before: before.to_owned(), after: after.to_owned() }),
            _ => Err(refused(text, &["{}"])),
        }
    }
}

impl AroundTwo {
    fn parse(text: &str) -> Result<Self, String> {
        match pieces(text, &["{}", "{}"]).as_deref() {
            Some(&[before, middle, after]) => {
                Ok(Self { before: before.to_owned(), middle: middle.to_owned(), after: after.to_owned() })
            }
            _ => Err(refused(text, &["{}", "{}"])),
        }
    }
}

impl Placed {
    fn parse(text: &str) -> Result<Self, String> {
        match pieces(text, &["{}", "{}"]).as_deref() {
            Some(&["", middle, ""]) => Ok(Self::Between(middle.to_owned())),
            Some(_) => {
                Err("words stand before the number and behind what it counts; write them between the two, \
                            or around one `{}`"
                    .to_owned())
            }
            None => Around::parse(text).map(Self::Whole),
        }
    }
}

/// A link that ends in the space before the next part, without that space.
fn link(text: &str) -> Option<String> {
    text.strip_suffix(' ').map(str::to_owned)
}

impl DayPattern {
    fn parse(text: &str) -> Result<Self, String> {
        let plain = pieces(text, &["{day}", "{month}", "{year}"]);
        if let Some(&["", day, month, ""]) = plain.as_deref()
            && let (Some(day_link), Some(month_link)) = (link(day), link(month))
        {
            return Ok(Self { month_first: false, day_link, month_link });
        }
        match pieces(text, &["{month}", "{day}", "{year}"]).as_deref() {
            Some(&["", " ", ", ", ""]) => {
                Ok(Self { month_first: true, day_link: String::new(), month_link: String::new() })
            }
            _ => Err("a full date is a day, a month and a year, each with a space behind it; write it as \
                      `{day} {month} {year}` or `{month} {day}, {year}`"
                .to_owned()),
        }
    }
}

impl MonthPattern {
    fn parse(text: &str) -> Result<Self, String> {
        match pieces(text, &["{month}", "{year}"]).as_deref() {
            Some(&["", between, ""]) if between.ends_with(' ') => {
                Ok(Self { month_link: link(between).unwrap_or_default() })
            }
            _ => Err(refused(text, &["{month}", "{year}"])),
        }
    }
}

impl ClockPattern {
    fn parse(text: &str) -> Result<Self, String> {
        let hours = if text.contains("{hh}") { "{hh}" } else { "{h}" };
        match pieces(text, &["{date}", hours, "{mm}"]).as_deref() {
            Some(&["", before, mark, after]) => Ok(Self {
                before: before.to_owned(),
                mark: mark.to_owned(),
                after: after.to_owned(),
                hour_digits: if hours == "{hh}" { 2 } else { 1 },
            }),
            _ => Err(refused(text, &["{date}", "{hh}", "{mm}"])),
        }
    }
}

impl Compared {
    fn parse(text: &str) -> Result<Self, String> {
        for (places, when_first) in [(["{value}", "{when}"], false), (["{when}", "{value}"], true)] {
            if let Some(&[before, " ", ""]) = pieces(text, &places).as_deref() {
                return Ok(Self { before: before.to_owned(), when_first });
            }
        }
        Err("the value and its date stand together at the end; write `{value} {when}` or `{when} {value}` last"
            .to_owned())
    }
}

/// Reads each of these from its text.
macro_rules! read_from_text {
    ($($name:ident)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(de::Error::custom)
            }
        }
    )*};
}

read_from_text! { Around AroundTwo Placed DayPattern MonthPattern ClockPattern Compared }

#[cfg(test)]
mod tests {
    use super::*;

    fn around(before: &str, after: &str) -> Around {
        Around { before: before.to_owned(), after: after.to_owned() }
    }

    #[test]
    fn a_pattern_is_read_into_the_words_around_its_places() {
        assert_eq!(Around::parse("etwa {}"), Ok(around("etwa ", "")));
        assert_eq!(Around::parse("{}ء"), Ok(around("", "ء")));
        assert_eq!(Placed::parse("mehr als {}"), Ok(Placed::Whole(around("mehr als ", ""))));
        assert_eq!(Placed::parse("{} سے زیادہ {}"), Ok(Placed::Between(" سے زیادہ ".to_owned())));
        let zwischen = AroundTwo { before: "zwischen ".into(), middle: " und ".into(), after: String::new() };
        assert_eq!(AroundTwo::parse("zwischen {} und {}"), Ok(zwischen));
        let day = |month_first, day_link: &str, month_link: &str| DayPattern {
            month_first,
            day_link: day_link.to_owned(),
            month_link: month_link.to_owned(),
        };
        assert_eq!(DayPattern::parse("{day}. {month} {year}"), Ok(day(false, ".", "")));
        assert_eq!(DayPattern::parse("{day} de {month} de {year}"), Ok(day(false, " de", " de")));
        assert_eq!(DayPattern::parse("{month} {day}, {year}"), Ok(day(true, "", "")));
        let clock = ClockPattern::parse("{date}, {h}.{mm} Uhr").unwrap();
        assert_eq!((clock.before.as_str(), clock.mark.as_str(), clock.after.as_str()), (", ", ".", " Uhr"));
        assert_eq!(clock.hour_digits, 1);
        let up = Compared { before: "Anstieg; ".into(), when_first: true };
        assert_eq!(Compared::parse("Anstieg; {when} {value}"), Ok(up));
    }

    #[test]
    fn a_place_that_is_missing_doubled_or_unknown_is_refused() {
        for wrong in ["etwa", "{} etwa {}", "etwa {n}", "etwa {} {x}", "etwa {", ""] {
            assert_eq!(Around::parse(wrong), Err(refused(wrong, &["{}"])), "{wrong}");
        }
        for wrong in
            ["{year}-{month}-{day}", "{day}{month} {year}", "am {day} {month} {year}", "{day} {month}"]
        {
            assert!(DayPattern::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Placed::parse("mehr {} als {}").is_err());
        assert!(Compared::parse("{value} statt {when}").is_err());
        assert!(ClockPattern::parse("um {hh}:{mm}").is_err());
    }
}
