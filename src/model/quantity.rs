//! Numbers as they were typed, and how sure the writer was of them.
//!
//! A [`Number`] keeps its significant digits and its scale suffix (`7.9M` is not `7900000`); a
//! [`Quantity`] adds the qualifier. Nothing here knows a language.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::de::{self, Deserialize, Deserializer};
use serde::{Serialize, Serializer};

/// A power of a thousand that a number is read in: the suffix of `7.9M`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// No suffix: the number is displayed in full.
    One,
    /// `K`, thousands.
    Thousand,
    /// `M`, millions.
    Million,
    /// `B`, thousand millions (Arabic مليار, French milliard).
    Billion,
    /// `T`, million millions.
    Trillion,
}

impl Scale {
    /// The exponent of ten: 0, 3, 6, 9 or 12.
    pub fn exponent(self) -> u32 {
        self as u32 * 3
    }
}

/// An exact decimal with the significant digits and the scale it was typed with.
///
/// The YAML form is text such as `95`, `7.70`, `43K`, `7.9M`, `20B`, `-4.5`: Latin digits, at most
/// 15 of them, a point for decimals, no grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// The digits before the suffix; `Decimal::scale` counts the decimals that were typed.
    pub mantissa: Decimal,
    /// The suffix.
    pub scale: Scale,
}

impl Number {
    /// A number without a suffix.
    pub fn plain(mantissa: impl Into<Decimal>) -> Self {
        Self { mantissa: mantissa.into(), scale: Scale::One }
    }

    /// The full value: `7.9M` gives 7900000.
    pub fn value(&self) -> Decimal {
        self.mantissa * Decimal::from(10_i64.pow(self.scale.exponent()))
    }

    /// Half of the last significant place: 0.5M for `8M`, 0.05M for `7.9M`, 500 for `43000`.
    ///
    /// Trailing zeros of an integer are not taken as significant. Used for the interval of
    /// approximate figures.
    pub fn half_place(&self) -> Decimal {
        let mut exponent = -i64::from(self.mantissa.scale());
        if self.mantissa.scale() == 0 && !self.mantissa.is_zero() {
            let mut digits = self.mantissa.mantissa();
            while digits % 10 == 0 {
                digits /= 10;
                exponent += 1;
            }
        }
        exponent += i64::from(self.scale.exponent());
        let place = if exponent >= 0 {
            Decimal::from(10_i128.pow(exponent as u32))
        } else {
            Decimal::new(1, (-exponent) as u32)
        };
        place / Decimal::TWO
    }
}

/// Why a text is not a [`Number`], as an instruction for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadNumber(pub String);

impl fmt::Display for BadNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadNumber {}

impl FromStr for Number {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let bad = |why: String| Err(BadNumber(why));
        if text.is_empty() {
            return bad("expected a number, found nothing".into());
        }
        let latin = latin_digits(text);
        if latin != text {
            return bad(format!(
                "expected a number in Latin digits, found `{text}`; \
                 write `{latin}`: the language layer chooses the digits that readers see"
            ));
        }
        let (digits, scale) = match text.as_bytes()[text.len() - 1] {
            b'K' => (&text[..text.len() - 1], Scale::Thousand),
            b'M' => (&text[..text.len() - 1], Scale::Million),
            b'B' => (&text[..text.len() - 1], Scale::Billion),
            b'T' => (&text[..text.len() - 1], Scale::Trillion),
            _ => (text, Scale::One),
        };
        if digits.contains([',', '_', ' ', '\u{a0}']) {
            let plain: String = digits.chars().filter(|c| !matches!(c, ',' | '_' | ' ' | '\u{a0}')).collect();
            return bad(format!("expected a number, found `{text}`; write it without grouping: `{plain}`"));
        }
        if text.ends_with('%') {
            return bad(format!(
                "expected a number, found `{text}`; write `{}`: the metric's unit says percent",
                text.trim_end_matches('%')
            ));
        }
        let body = digits.strip_prefix('-').unwrap_or(digits);
        let plain = body.split('.').count() <= 2
            && body.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        match digits.parse::<Decimal>() {
            Ok(mantissa) if plain && body.bytes().filter(u8::is_ascii_digit).count() <= 15 => {
                Ok(Self { mantissa, scale })
            }
            Ok(_) if plain => bad(format!("`{text}` has more digits than the 15 that a figure may have")),
            _ => bad(format!("expected a number such as `95`, `7.9M` or `43K`, found `{text}`")),
        }
    }
}

/// Arabic-Indic and Persian digits and marks as their Latin counterparts.
fn latin_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
            '٫' => '.',
            '٬' => ',',
            '٪' => '%',
            other => other,
        })
        .collect()
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = match self.scale {
            Scale::One => "",
            Scale::Thousand => "K",
            Scale::Million => "M",
            Scale::Billion => "B",
            Scale::Trillion => "T",
        };
        write!(f, "{}{suffix}", self.mantissa)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// The word that stands around a number in the source: the key `q` of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, JsonSchema, Serialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// The number itself.
    #[default]
    Exact,
    /// About, on either side.
    Approx,
    /// About, from below.
    Nearly,
    /// Strictly more.
    MoreThan,
    /// This or more.
    AtLeast,
    /// This or less.
    UpTo,
    /// Strictly less than a number, or than another figure (`than`).
    LessThan,
    /// Between `min` and `max`.
    Range,
    /// Tens, hundreds, thousands ... given by `magnitude`.
    Order,
    /// More than half of a whole.
    Majority,
    /// The whole.
    All,
    /// Nothing at all.
    None,
    /// A small number that the source does not give.
    Limited,
    /// A number that the source does not give.
    Unquantified,
}

/// A number with its qualifier, checked to be complete.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// One number under a qualifier that takes exactly one
    /// (exact, approx, nearly, more_than, at_least, up_to, less_than).
    One(Qualifier, Number),
    /// Between two numbers, both included.
    Range(Number, Number),
    /// 10ⁿ up to 10ⁿ⁺¹: 1 tens, 2 hundreds, 3 thousands, 4 tens of thousands, 5 hundreds of thousands, 6 millions.
    Order(u8),
    /// Less than the figure with this id, with no number of its own.
    LessThanFigure(String),
    /// More than half.
    Majority,
    /// The whole.
    All,
    /// Nothing at all.
    None,
    /// A small number, not given.
    Limited,
    /// Not given.
    Unquantified,
}

impl Quantity {
    /// The qualifier as typed.
    pub fn qualifier(&self) -> Qualifier {
        match self {
            Self::One(qualifier, _) => *qualifier,
            Self::Range(..) => Qualifier::Range,
            Self::Order(_) => Qualifier::Order,
            Self::LessThanFigure(_) => Qualifier::LessThan,
            Self::Majority => Qualifier::Majority,
            Self::All => Qualifier::All,
            Self::None => Qualifier::None,
            Self::Limited => Qualifier::Limited,
            Self::Unquantified => Qualifier::Unquantified,
        }
    }

    /// The single number, where there is one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::One(_, number) => Some(*number),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits_and_scale() {
        for text in ["0", "95", "7.70", "43K", "7.9M", "20B", "1.5T", "-4.5", "245678103"] {
            assert_eq!(text.parse::<Number>().unwrap().to_string(), text);
        }
        assert_eq!("7.9M".parse::<Number>().unwrap().value(), Decimal::from(7_900_000));
    }

    #[test]
    fn refusals_say_what_to_write() {
        let why = |text: &str| text.parse::<Number>().unwrap_err().to_string();
        assert_eq!(
            why("٧٫٩M"),
            "expected a number in Latin digits, found `٧٫٩M`; write `7.9M`: the language layer chooses the digits that readers see"
        );
        assert_eq!(why("1,234"), "expected a number, found `1,234`; write it without grouping: `1234`");
        assert_eq!(why("95%"), "expected a number, found `95%`; write `95`: the metric's unit says percent");
        assert_eq!(
            why("1234567890123456"),
            "`1234567890123456` has more digits than the 15 that a figure may have"
        );
        for text in ["", "M", "1.2.3", "1e5", "+5", "7.M", ".5", "7 m"] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }

    #[test]
    fn half_of_the_last_place_that_was_typed() {
        let half = |text: &str| text.parse::<Number>().unwrap().half_place().normalize().to_string();
        assert_eq!(half("8M"), "500000");
        assert_eq!(half("7.9M"), "50000");
        assert_eq!(half("43000"), "500");
        assert_eq!(half("95"), "0.5");
        assert_eq!(half("7.70"), "0.005");
    }
}
