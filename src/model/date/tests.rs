use std::fmt::Display;
use std::str::FromStr;

use super::{BadDate, Date, Moment, Part};

/// What is written for what is typed, or why it is refused.
fn told<T: FromStr<Err = BadDate> + Display>(text: &str) -> String {
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
        "`2031-09-31` is not in the calendar; write a day up to `2031-09-30`, the last of the month"
    );
    assert_eq!(
        told::<Date>("2031-02-29"),
        "`2031-02-29` is not in the calendar; write a day up to `2031-02-28`, the last of the month"
    );
    assert_eq!(told::<Date>("2031-13"), "`2031-13` has no such month; write a month from `01` to `12`");
    assert_eq!(
        told::<Date>("2031-06/2030"),
        "`2031-06/2030` ends before it begins; write the earlier date first"
    );
    assert_eq!(
        told::<Date>("[2031..2030]"),
        "`[2031..2030]` ends before it begins; write the earlier date first"
    );
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
    for text in ["2031-06-30T18:00", "2031-06-30", "2031-06T18:00Z", "2031-06-30T1:00Z"] {
        assert!(told::<Moment>(text).starts_with("expected a time with its zone"), "{text}");
    }
    for text in ["2031-06-30T24:00Z", "2031-06-30T25:00+03:00", "2031-06-30T18:60Z"] {
        let why = format!("`{text}` is not on the clock; write a time from `00:00` to `23:59`");
        assert_eq!(told::<Moment>(text), why);
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
