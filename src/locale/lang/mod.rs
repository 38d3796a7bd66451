//! What a language must say about itself: one table each, read by the engine around this folder.
//!
//! A new language is a new table, its line in [`LANGUAGES`] and its golden tests. Tables hold words
//! and choices only; no number is formatted here.

mod ar;
mod ckb;
mod en;
mod fa;
pub(super) mod finer;
mod forms;
mod fr;
pub(super) mod syntax;
mod tr;

use crate::model::{
    DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, Quotes, ScaleAfterDecimal,
};

use self::forms::Cased;
pub(super) use self::forms::{Forms, in_case};
use super::{Case, Direction};

/// Every language that has a table.
pub(super) static LANGUAGES: &[&Language] =
    &[&ar::ARABIC, &en::ENGLISH, &fr::FRENCH, &tr::TURKISH, &ckb::SORANI, &fa::PERSIAN];

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

/// How numbers and what they count stand together.
pub(super) struct Counting {
    /// Thousand, million, billion, trillion; `None` prints the number in full.
    pub scales: [Option<Scaled>; 4],
    /// Whether 1 and 2 are said by the noun itself: شريك واحد, شريكان.
    pub noun_says_one_and_two: bool,
    /// Numbers from 0 as words, as far as the table goes.
    pub words: &'static [Spelled],
    /// "one" after a noun that says one, by gender; also the adjective of `single`.
    pub one: [Cased; 2],
    /// Before the singular in `single`: `a single `; empty where the adjective of `one` follows.
    pub single: &'static str,
    /// The prefix that makes a one-word plural definite, where there is one: ال.
    pub article: &'static str,
    /// Nouns of measure, which take "less" where other nouns take "fewer".
    pub measures: &'static [&'static str],
}

/// A scale word in its two states.
pub(super) struct Scaled {
    /// Standing alone: 26 مليونًا.
    pub absolute: Forms<'static>,
    /// Before a noun: 26 مليون شخص.
    pub construct: Forms<'static>,
}

/// A number as a word: before a noun of each gender, and standing alone.
pub(super) struct Spelled {
    /// Before a masculine noun.
    pub masculine: &'static str,
    /// Before a feminine noun.
    pub feminine: &'static str,
    /// Alone, of masculine things.
    pub masculine_alone: Cased,
    /// Alone, of feminine things.
    pub feminine_alone: Cased,
}

impl Spelled {
    /// The same word in every place.
    pub const fn alike(word: &'static str) -> Self {
        Self { masculine: word, feminine: word, masculine_alone: [word; 3], feminine_alone: [word; 3] }
    }
}

/// Words before a number, with the case that they govern.
pub(super) struct Qualifier {
    pub before: &'static str,
    /// Before counted nouns, where it differs.
    pub before_count: Option<&'static str>,
    /// In tiles and tables.
    pub short: &'static str,
    /// The case of the number; `None` leaves the case of the sentence.
    pub case: Option<Case>,
}

impl Qualifier {
    /// The same words everywhere.
    pub const fn words(before: &'static str, case: Option<Case>) -> Self {
        Self { before, before_count: None, short: before, case }
    }

    /// Words in prose, a sign in tiles.
    pub const fn sign(before: &'static str, short: &'static str) -> Self {
        Self { before, before_count: None, short, case: None }
    }
}

/// The qualifiers that stand before one number, and the range.
pub(super) struct Qualifiers {
    pub approx: Qualifier,
    pub nearly: Qualifier,
    pub more_than: Qualifier,
    pub at_least: Qualifier,
    pub up_to: Qualifier,
    pub less_than: Qualifier,
    /// Before the lower end.
    pub between: &'static str,
    /// Before the upper end.
    pub and: &'static str,
    /// Between the ends in tiles; `None` where tiles take the words as well.
    pub range_dash: Option<&'static str>,
    /// The case of both ends.
    pub range_case: Option<Case>,
}

/// Quantities without a number.
pub(super) struct Vague {
    /// From tens upwards: alone, and before a definite plural (or the plural where there is none).
    pub orders: &'static [(&'static str, &'static str)],
    /// Before the whole and before a plural: "most of ", "most ".
    pub most_of: [&'static str; 2],
    /// Alone.
    pub most: &'static str,
    /// Before the whole and before a plural.
    pub all_of: [&'static str; 2],
    /// Alone.
    pub all: &'static str,
    /// Less than another figure that is not named: of counted things, of anything else.
    pub less: [&'static str; 2],
    /// Before the bare singular.
    pub no: &'static str,
    /// Alone.
    pub nothing: &'static str,
    pub limited: Amount,
    pub unquantified: Amount,
}

/// An amount that is not given, by what it is of.
pub(super) struct Amount {
    /// Before a plural.
    pub of: Cased,
    pub alone: Cased,
    pub money: Cased,
    pub share: Cased,
}

/// Shares of a hundred.
pub(super) struct PercentWords {
    /// Words after the number, chosen by the profile.
    pub spellings: &'static [&'static str],
    /// The sign with digits of the language's own.
    pub native_sign: &'static str,
    /// Percentage points.
    pub points: (Gender, Forms<'static>),
}

/// One currency.
pub(super) struct Currency {
    /// ISO 4217.
    pub code: &'static str,
    /// Glued before the digits (`US$`); `None` where the name follows as a counted noun.
    pub prefix: Option<&'static str>,
    pub gender: Gender,
    pub forms: Forms<'static>,
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
