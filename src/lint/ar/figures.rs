//! A number in digits -> its value, and what it asks of the noun after it.
//!
//! The last two digits decide. It reads no number in words: [`super::numerals`] does.

use super::super::token::is_digit;

/// What a number asks of its noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// 1: the noun alone.
    One,
    /// 2: the dual.
    Two,
    /// 3 to 10, 103 to 110: plural genitive.
    Few,
    /// 11 to 99, 111 to 199: singular accusative.
    Many,
    /// 100, 1000: singular genitive.
    Hundred,
    /// 101, 102: the noun is repeated; as news has it, singular.
    HundredAndOne,
}

impl Count {
    /// The class of a whole number; `None` for 0, whose noun is a matter of taste.
    fn of(number: u128) -> Option<Self> {
        match (number, number % 100) {
            (0, _) => None,
            (1, _) => Some(Self::One),
            (2, _) => Some(Self::Two),
            (_, 0) => Some(Self::Hundred),
            (_, 1 | 2) => Some(Self::HundredAndOne),
            (_, 3..=10) => Some(Self::Few),
            _ => Some(Self::Many),
        }
    }
}

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// A whole number; grouped by one mark that could also be a decimal mark (1,062).
    Whole { value: u128, doubtful: bool },
    /// A decimal.
    Decimal,
    /// A time, a date, a fraction, an identifier, or unclear.
    Other,
}

/// Reads digits of any system with their marks.
pub(super) fn figure(text: &str) -> Figure {
    let groups: Vec<&str> = text.split(|c| !is_digit(c)).collect();
    let marks: Vec<char> = text.chars().filter(|c| !is_digit(*c)).collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.chars().count()).collect();
    let whole = || {
        text.chars()
            .filter_map(digit)
            .try_fold(0, |sum: u128, digit| sum.checked_mul(10)?.checked_add(u128::from(digit)))
    };
    let zero = digit(text.chars().next().unwrap_or(' ')) == Some(0) && text.chars().count() > 1;
    let alike = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let thousands = |sizes: &[usize]| sizes[0] <= 3 && sizes[1..].iter().all(|size| *size == 3);
    let value = |doubtful| whole().map_or(Figure::Other, |value| Figure::Whole { value, doubtful });
    match marks.as_slice() {
        [] if !zero => value(false),
        ['.' | ',' | '٫' | 'ر'] if sizes[1] != 3 => Figure::Decimal,
        ['٫' | 'ر'] => Figure::Decimal,
        [',' | '٬' | '،'] if !zero && thousands(&sizes) => value(marks[0] != '٬'),
        [',' | '٬' | '،' | '.', _, ..] if !zero && alike(&marks) && thousands(&sizes) => value(false),
        [',' | '٬', .., '.' | '٫'] | ['.', .., ',' | '٫']
            if alike(&marks[..marks.len() - 1]) && thousands(&sizes[..sizes.len() - 1]) =>
        {
            Figure::Decimal
        }
        _ => Figure::Other,
    }
}

/// The value of a digit of any system.
pub(super) fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// A whole number before a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whole {
    /// What it asks.
    pub count: Count,
    /// Whether it could be a decimal: 1,062.
    pub doubtful: bool,
    /// Whether it is above 100.
    pub large: bool,
}

/// What a whole number in digits asks; `None` for one that could be a year.
pub(super) fn whole(text: &str) -> Option<Whole> {
    match figure(text) {
        Figure::Whole { value: 1900..=2100, .. } if text.chars().all(is_digit) => None,
        Figure::Whole { value, doubtful } => {
            Count::of(value).map(|count| Whole { count, doubtful, large: value > 100 })
        }
        Figure::Decimal | Figure::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_their_marks() {
        let whole = |value, doubtful| Figure::Whole { value, doubtful };
        for (text, read) in [
            ("7", whole(7, false)),
            ("٤٣", whole(43, false)),
            ("1,062", whole(1062, true)),
            ("1٬062", whole(1062, false)),
            ("7,700,000", whole(7_700_000, false)),
            ("7.700.000", whole(7_700_000, false)),
            ("7,7", Figure::Decimal),
            ("٧٫٧", Figure::Decimal),
            ("3ر3", Figure::Decimal),
            ("1,234.5", Figure::Decimal),
            ("7.700", Figure::Other),
            ("18:00", Figure::Other),
            ("1/2", Figure::Other),
            ("007", Figure::Other),
            ("10،20", Figure::Other),
        ] {
            assert_eq!(figure(text), read, "{text}");
        }
    }

    #[test]
    fn the_last_two_digits_decide() {
        let count = |text| whole(text).map(|whole| whole.count);
        let classes = ["0", "1", "2", "3", "10", "11", "99", "100", "101", "102", "103", "110", "111", "200"];
        let read: Vec<_> = classes.map(count).into();
        use Count::{Few, Hundred, HundredAndOne, Many, One, Two};
        let none = [None].into_iter();
        let rest =
            [One, Two, Few, Few, Many, Many, Hundred, HundredAndOne, HundredAndOne, Few, Few, Many, Hundred];
        assert_eq!(read, none.chain(rest.map(Some)).collect::<Vec<_>>());
        assert_eq!(count("2019"), None);
        assert_eq!(count("2,019"), Some(Many));
    }
}
