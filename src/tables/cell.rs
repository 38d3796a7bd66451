//! One value of a table, and how it is kept from being run.

use rust_decimal::Decimal;

use crate::locale::Phrase;
use crate::model::{Number, Scale};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing is known, which is not zero.
    #[default]
    Empty,
    /// A number, exact, with a point for decimals and no grouping.
    Number(Decimal),
    /// Words, codes, dates.
    Text(String),
}

impl Cell {
    /// A number as it was typed: `7.70` stays so, `7.9M` is `7900000`.
    pub fn number(number: Number) -> Self {
        match number.scale {
            Scale::One => Self::Number(number.mantissa),
            _ => Self::Number(number.value().normalize()),
        }
    }

    /// A text; empty if there is nothing in it.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The words of a phrase, with plain spaces and nothing that is not seen.
    pub fn words(phrase: &Phrase) -> Self {
        let plain = phrase.plain();
        Self::text(plain.replace('\u{2060}', "").replace(['\u{a0}', '\u{202f}'], " "))
    }

    /// Several codes with semicolons between them.
    pub fn list<'t>(items: impl IntoIterator<Item = &'t str>) -> Self {
        Self::text(items.into_iter().collect::<Vec<_>>().join("; "))
    }

    /// The cell as it is written. A text that a spreadsheet would take for a formula gets an apostrophe before it;
    /// a number never does, be it below zero.
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) if is_formula(text) => format!("'{text}"),
            Self::Text(text) => text.clone(),
        }
    }
}

/// Whether a spreadsheet may run a text: by its first character (OWASP, CSV injection), also in full width and also
/// behind spaces, which some programs take away. What reads as a plain number is none.
fn is_formula(text: &str) -> bool {
    if text.trim().parse::<Decimal>().is_ok() && !text.starts_with('+') {
        return false;
    }
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|', '%'])
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn nothing_that_is_written_can_be_run() {
        let cases = [
            ("=1+2", "'=1+2"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+964 770", "'+964 770"),
            ("+5", "'+5"),
            ("-2+3", "'-2+3"),
            ("-4.5", "-4.5"),
            ("12", "12"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("\n=1", "'\n=1"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("−4.5 نقطة", "'−4.5 نقطة"),
            ("a=b", "a=b"),
            ("a-b", "a-b"),
            ("'=1", "'=1"),
            ("2031-06-30", "2031-06-30"),
            ("عاد 43 ألفًا", "عاد 43 ألفًا"),
        ];
        for (text, want) in cases {
            assert_eq!(Cell::text(text).written(), want, "{text:?}");
        }
        assert_eq!(Cell::Number("-4.50".parse().unwrap()).written(), "-4.50");
        assert_eq!(Cell::text("").written(), "");
    }

    #[test]
    fn numbers_are_exact() {
        let cases = [
            ("7.70", "7.70"),
            ("7.9M", "7900000"),
            ("43K", "43000"),
            ("1.5T", "1500000000000"),
            ("-4.5", "-4.5"),
        ];
        for (typed, want) in cases {
            assert_eq!(Cell::number(typed.parse().unwrap()).written(), want);
        }
    }
}
