//! Dirty cells with what they mean, worked out by hand.

use super::{Mark, Unclear, clean, is_missing, proven};

/// A number, or `-` for nothing; `?` where it cannot be told, `!` where it is none.
fn said(text: &str, mark: Option<Mark>) -> String {
    match clean(text, mark, &[], &[]) {
        Ok(None) => "missing".to_owned(),
        Ok(Some(it)) => {
            let percent = if it.percent { "%" } else { "" };
            format!("{}{percent}{}", it.digits, it.flag.unwrap_or_default())
        }
        Err(Unclear::Either(one, other)) => format!("{one} or {other}"),
        Err(unclear) => format!("{unclear:?}"),
    }
}

/// The golden table: a cell, and what it is without any declaration.
const CELLS: [(&str, &str); 70] = [
    ("95", "95"),
    ("  95 ", "95"),
    ("٩٥", "95"),
    ("۹۵", "95"),
    ("١٬٢٣٤", "1234"),
    ("١٬٢٣٤٫٥٠", "1234.50"),
    ("٣٫٣", "3.3"),
    ("3ر3", "3.3"),
    ("٣ر٣", "3.3"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("1,234.50", "1234.50"),
    ("1.234,50", "1234.50"),
    ("1,234", "1234 or 1.234"),
    ("1.234", "1234 or 1.234"),
    ("١,٢٣٤", "1234 or 1.234"),
    ("0.125", "0.125"),
    ("0,125", "0.125"),
    ("1234.567", "1234.567"),
    ("12,5", "12.5"),
    ("7.70", "7.70"),
    (".5", "0.5"),
    ("1\u{a0}234\u{a0}567", "1234567"),
    ("1\u{202f}234", "1234"),
    ("1 234,5", "1234.5"),
    ("1'234'567", "1234567"),
    ("1’234.50", "1234.50"),
    ("\u{200f}1234\u{200e}", "1234"),
    ("\u{2067}٤٢\u{2069}", "42"),
    ("\u{feff}17", "17"),
    ("45%", "45%"),
    ("٤٥٪", "45%"),
    ("% 45", "45%"),
    ("12.5 %", "12.5%"),
    ("(1,234,000)", "-1234000"),
    ("(12%)", "-12%"),
    ("-12", "-12"),
    ("−12", "-12"),
    ("12-", "-12"),
    ("+12", "12"),
    ("(-12)", "Signs"),
    ("-12-", "Signs"),
    ("120*", "120*"),
    ("120 **", "120**"),
    ("120†", "120†"),
    ("45%*", "45%*"),
    ("120¹", "120¹"),
    ("7.9M", "7.9M"),
    ("43K", "43K"),
    ("007", "7"),
    ("0", "0"),
    ("000", "0"),
    ("", "missing"),
    ("   ", "missing"),
    ("nan", "missing"),
    ("NaN", "missing"),
    ("Not available", "missing"),
    ("N/A", "missing"),
    ("-", "missing"),
    ("–", "missing"),
    ("..", "missing"),
    ("…", "missing"),
    ("لا يوجد", "missing"),
    ("غير متوفّر", "missing"),
    ("743. 910", "Groups"),
    ("1,23,456", "Groups"),
    ("12 34", "Groups"),
    ("about 120", "Words"),
    ("120 شخصًا", "Words"),
    ("1234567890123456", "Long"),
];

#[test]
fn dirty_cells_mean_what_a_person_reads() {
    for (text, expected) in CELLS {
        assert_eq!(said(text, None), expected, "{text:?}");
    }
}

#[test]
fn a_declared_mark_settles_what_is_unclear_and_refuses_the_other() {
    for (text, point, comma) in [
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("12,5", "Groups", "12.5"),
        ("12.5", "12.5", "Groups"),
        ("1,234,567", "1234567", "Groups"),
        ("1,234.5", "1234.5", "Groups"),
        ("١٢٫٥", "12.5", "12.5"),
        ("1 234", "1234", "1234"),
        ("95", "95", "95"),
    ] {
        assert_eq!([said(text, Some(Mark::Point)), said(text, Some(Mark::Comma))], [point, comma], "{text}");
    }
}

#[test]
fn a_number_proves_a_mark_only_if_it_can_be_read_in_one_way() {
    for (text, mark) in [
        ("1,234,567", Some(Mark::Point)),
        ("1.234.567", Some(Mark::Comma)),
        ("12.5", Some(Mark::Point)),
        ("12,5", Some(Mark::Comma)),
        ("1,234", None),
        ("1 234", None),
        ("95", None),
        ("total", None),
    ] {
        assert_eq!(proven(text, &[]), mark, "{text}");
    }
}

#[test]
fn words_around_numbers_are_taken_off_only_if_they_are_named() {
    let strip = ["US$".to_owned(), "فرد".to_owned()];
    let digits = |text: &str| clean(text, None, &strip, &[]).map(|it| it.map(|it| it.digits));
    assert_eq!(digits("US$ 1,234,567"), Ok(Some("1234567".to_owned())));
    assert_eq!(digits("١٢٠ فرد"), Ok(Some("120".to_owned())));
    assert_eq!(digits("EUR 12"), Err(Unclear::Words));
}

#[test]
fn nothing_is_never_zero() {
    for text in ["", "-", "nan", "غير متاح", "لا يوجد", "%", "tbc"] {
        assert!(is_missing(text, &["TBC".to_owned()]), "{text}");
    }
    for text in ["0", "٠", "0%", "nil", "none"] {
        assert!(!is_missing(text, &[]), "{text}");
    }
}
