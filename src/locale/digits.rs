//! Exact decimals -> figures: digits, grouping, decimal mark, sign.
//!
//! Figures in Latin digits are one left-to-right part with their sign, figures in the language's own
//! digits are text, which the bidirectional algorithm places by itself (UAX #9, class AN); Persian digits
//! are of class EN and go with the Latin ones.

use rust_decimal::Decimal;

use crate::model::{DecimalMark, Digits, GroupMark, Number};

use super::{Kind, Locale, Phrase};

/// The no-break space that holds a number to the word after it.
pub(super) const NBSP: &str = "\u{a0}";
/// Forbids a line break without being seen; holds a glued letter to the part beside it.
pub(super) const WORD_JOINER: &str = "\u{2060}";
/// The sign of a negative number.
pub(super) const MINUS: char = '\u{2212}';

impl Locale {
    /// A number as it was typed, grouped, with its scale word: `43 ألفًا`, `7.9 million`.
    pub fn number(&self, number: &Number) -> Phrase {
        self.scaled_alone(number, super::Case::Nominative)
    }

    /// A whole number, grouped.
    pub fn count(&self, count: u64) -> Phrase {
        self.figure(&self.grouped(Decimal::from(count)))
    }

    /// A number that names something (a resolution, a code): never grouped, never other digits.
    pub fn identifier(&self, text: &str) -> Phrase {
        if text.chars().any(|c| c.is_ascii_alphanumeric()) { Phrase::ltr(text) } else { Phrase::text(text) }
    }

    /// A difference with its sign, grouped: `+12,000`, `−4.5`, `0`. The minus is U+2212.
    pub fn signed(&self, difference: Decimal) -> Phrase {
        let plus = if difference > Decimal::ZERO { "+" } else { "" };
        self.figure(&format!("{plus}{}", self.grouped(difference)))
    }

    /// A count in thousands for a cell too small for all its digits; the caller's legend says so.
    pub fn thousands(&self, count: Decimal) -> Phrase {
        let thousands = count / Decimal::ONE_THOUSAND;
        let least = Decimal::new(1, 1);
        if !thousands.is_zero() && thousands < least {
            return self.figure(&format!("<{}", self.grouped(least)));
        }
        let decimals = if thousands < Decimal::TEN { 1 } else { 0 };
        self.figure(&self.grouped(thousands.round_dp(decimals).normalize()))
    }

    /// A year, or a day of the month: never grouped.
    pub(super) fn ungrouped(&self, number: i32) -> Phrase {
        self.figure(&self.native(&number.to_string()))
    }

    /// A figure in the digits of the style, of the kind that they ask for.
    pub(super) fn figure(&self, text: &str) -> Phrase {
        let isolated = |c: char| c.is_ascii_digit() || (self.syntax().isolate_native && c.is_numeric());
        Phrase::of(if text.chars().any(isolated) { Kind::Ltr } else { Kind::Text }, text)
    }

    /// Sign, digits, groups and decimals as text.
    pub(super) fn grouped(&self, value: Decimal) -> String {
        let plain = value.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            text.push(MINUS);
        }
        let group = match self.choices.group {
            GroupMark::Comma => ",",
            GroupMark::Point => ".",
            GroupMark::Arabic => "٬",
            GroupMark::Nbsp => self.syntax().group_space,
            GroupMark::None => "",
        };
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push_str(group);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(match self.choices.decimal {
                DecimalMark::Comma => ',',
                DecimalMark::Point => '.',
                DecimalMark::Arabic => '٫',
            });
            text.push_str(decimals);
        }
        self.native(&text)
    }

    /// Text with its Latin digits in the shapes of the style.
    pub(super) fn native(&self, text: &str) -> String {
        match self.choices.digits {
            Digits::Latn => text.to_owned(),
            Digits::Arab => {
                let zero = u32::from(self.language.native_zero);
                let shape = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero + digit));
                text.chars().map(|c| shape(c).unwrap_or(c)).collect()
            }
        }
    }
}
