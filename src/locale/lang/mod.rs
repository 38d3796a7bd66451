//! What a language must say about itself: one table each, read by the engine around this folder.
//!
//! A language that is shipped is a new table, its line in [`SHIPPED`] and its golden tests; one that a project
//! brings is made into the same tables by [`own`](super::own). Tables hold words and choices only; no number is
//! formatted here.

mod ar;
mod ckb;
mod en;
mod fa;
pub(super) mod finer;
mod forms;
mod fr;
mod quantities;
pub(super) mod syntax;
mod tr;

use crate::model::{
    DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, Quotes, ScaleAfterDecimal,
};

use self::finer::Finer;
use self::forms::Cased;
pub(super) use self::forms::{Forms, in_case};
pub(super) use self::quantities::{
    Amount, Counting, Currency, PercentWords, Qualifier, Qualifiers, Scaled, Spelled, Vague,
};
use self::syntax::Syntax;
use super::Direction;

/// All that there is of one language.
pub(super) struct Table {
    pub language: &'static Language,
    /// How it departs from the plain pattern.
    pub syntax: &'static Syntax,
    pub finer: &'static Finer,
    /// The language whose plural rules it follows (BCP 47).
    pub plurals: &'static str,
}

impl Table {
    const fn shipped(language: &'static Language, syntax: &'static Syntax, finer: &'static Finer) -> Self {
        Self { language, syntax, finer, plurals: language.tag }
    }
}

static PLAIN: Syntax = Syntax::PLAIN;

/// Every language that is shipped.
pub(super) static SHIPPED: [Table; 6] = [
    Table::shipped(&ar::ARABIC, &PLAIN, &ar::FINER),
    Table::shipped(&en::ENGLISH, &PLAIN, &en::FINER),
    Table::shipped(&fr::FRENCH, &fr::SYNTAX, &fr::FINER),
    Table::shipped(&tr::TURKISH, &tr::SYNTAX, &tr::FINER),
    Table::shipped(&ckb::SORANI, &ckb::SYNTAX, &ckb::FINER),
    Table::shipped(&fa::PERSIAN, &fa::SYNTAX, &fa::FINER),
];

/// Everything the engine asks of a language.
pub(super) struct Language {
    /// BCP 47.
    pub tag: &'static str,
    pub direction: Direction,
    /// Digit zero of [`Digits::Arab`]; the other nine follow it in Unicode.
    pub native_zero: char,
    /// Base profiles by name; the first is the default.
    pub profiles: &'static [(&'static str, Choices)],
    pub counting: Counting,
    pub qualifiers: Qualifiers,
    pub vague: Vague,
    pub percent: PercentWords,
    /// Money by ISO 4217 code.
    pub currencies: &'static [Currency],
    /// After an amount: a day, a week, a month, a year.
    pub per: [&'static str; 4],
    /// Day, week, month, year as counted nouns.
    pub spans: [(Gender, Forms<'static>); 4],
    pub dates: Dates,
    pub lists: Lists,
    pub changes: Changes,
}

/// Every choice of a style, settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// Numeral shapes.
    pub digits: Digits,
    /// The decimal mark.
    pub decimal: DecimalMark,
    /// The mark between groups of three digits.
    pub group: GroupMark,
    /// Percent in prose.
    pub percent: Percent,
    /// Which of the language's spellings of percent in words.
    pub percent_spelling: usize,
    /// The scale word after a decimal.
    pub scale_after_decimal: ScaleAfterDecimal,
    /// Month names.
    pub months: Months,
    /// `May 1, 2018` instead of `1 May 2018`.
    pub month_first: bool,
    /// Whether a mark follows a year.
    pub year_mark: bool,
    /// Hijri dates.
    pub hijri: Hijri,
    /// Quotation marks.
    pub quotes: Quotes,
    /// Whole numbers below this are words in prose; 0 for never.
    pub numbers_as_words_below: u8,
}

/// Dates in words.
pub(super) struct Dates {
    /// Gregorian month names.
    pub gregorian: [&'static str; 12],
    /// Levantine and Maghreb names, where the language has them.
    pub levantine: Option<[&'static str; 12]>,
    pub maghreb: Option<[&'static str; 12]>,
    /// Abbreviations for tables.
    pub short: Option<[&'static str; 12]>,
    /// Hijri month names.
    pub hijri: [&'static str; 12],
    /// After a Hijri year.
    pub hijri_mark: &'static str,
    /// After a Gregorian year, if the style asks for it.
    pub year_mark: &'static str,
    /// Between the words of a preposition and a year alone: `عام `.
    pub year_word: &'static str,
    /// Before a month or year: early, middle, late.
    pub parts: [&'static str; 3],
    pub about: &'static str,
    /// After a date that is in doubt.
    pub uncertain: &'static str,
    pub since: &'static str,
    /// Before the first day of an interval, in a sentence and in a period that stands alone.
    pub from: [&'static str; 2],
    pub to: &'static str,
    /// Around the first of two points between which something lies.
    pub between: [&'static str; 2],
    /// Between the ends in tables; `None` where the words stand there as well.
    pub dash: Option<&'static str>,
    /// Before a day, and before a month or year: "on ", "in ".
    pub on: [&'static str; 2],
    /// Between a day and its clock time.
    pub clock: &'static str,
}

/// Conjunction and punctuation of lists.
pub(super) struct Lists {
    pub comma: &'static str,
    /// Between clauses that have commas of their own.
    pub semicolon: &'static str,
    /// Between all but the last two items of an and-list.
    pub middle: &'static str,
    /// Between the last two.
    pub last: &'static str,
    /// Two words that become one where they meet: the first, the second, both.
    pub contractions: &'static [[&'static str; 3]],
}

/// Words for how a figure moved.
pub(super) struct Changes {
    pub up: &'static str,
    pub down: &'static str,
    pub same: &'static str,
    /// Before a value that no change can be stated against.
    pub before: &'static str,
    pub same_range: &'static str,
    pub overlap: &'static str,
    pub not_comparable: &'static str,
}
