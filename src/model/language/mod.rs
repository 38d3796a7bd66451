//! `data/languages/<lang>.yaml`: what a language must say about itself, typed, for the locale to write in it.
//!
//! Everything that the locale asks of its own tables stands here, in the words of a translator: patterns such
//! as `etwa {}` in place of prefixes, nouns by plural category. Every key must be there, since a language that
//! leaves one out would fall back on another's; what only some languages have says so. Whether the answers
//! agree with each other is for the locale to judge.

mod dates;
mod pattern;
mod quantities;
mod schema;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

pub use self::dates::*;
pub use self::pattern::*;
pub use self::quantities::*;
pub use self::words::*;
use super::{DecimalMark, Digits, GroupMark, Hijri, Percent, Quotes};

/// A language file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageFile {
    /// The language, as in the name of the file (BCP 47).
    pub lang: String,
    /// Which way it is written.
    pub direction: WritingDirection,
    /// A language that counts in the same way; only for a language whose plural rules CLDR does not have.
    #[serde(default)]
    pub plurals: Option<String>,
    /// Whether its nouns are masculine or feminine (a neuter goes with the masculine). If so, every noun says which.
    pub genders: bool,
    /// What is written where the house asks for nothing else under `style.<lang>`.
    pub style: BaseStyle,
    /// Digits and marks.
    pub marks: Marks,
    /// Numbers in words, and numbers with what they count.
    pub numbers: Numbers,
    /// Words for numbers that are not exact.
    pub qualifiers: Qualified,
    /// Words for quantities without a number.
    pub vague: VagueWords,
    /// Shares of a hundred.
    pub percent: PercentWords,
    /// Money by ISO 4217 code. A currency that is not here goes by its code.
    pub currencies: BTreeMap<String, Money>,
    /// An amount for a length of time: `{} pro Tag`.
    pub rates: Times<Around>,
    /// Lengths of time as counted nouns.
    pub spans: Times<Noun>,
    /// Dates and periods.
    pub dates: DateWords,
    /// What stands between the items of a list.
    pub lists: ListWords,
    /// How a figure moved.
    pub changes: ChangeWords,
    /// Numbers that say which one of a row.
    pub ordinals: OrdinalWords,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WritingDirection {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The choices that a house can change under `style.<lang>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BaseStyle {
    /// Numeral shapes: Latin, or the language's own (`marks.zero`).
    pub digits: Digits,
    /// Decimal mark.
    pub decimal: DecimalMark,
    /// Grouping mark.
    pub group: GroupMark,
    /// Percent in prose.
    pub percent: Percent,
    /// Quotation marks.
    pub quotes: Quotes,
    /// Hijri dates.
    pub hijri: Hijri,
    /// Whether the mark of `dates.year_marked` follows a year.
    pub year_mark: bool,
    /// Whole numbers below this are written in words in prose (0: never).
    pub numbers_as_words_below: u8,
}

/// Digits and marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// The zero of the language's own digits, which the other nine follow in Unicode: `0`, `٠`, `۰`, `०`.
    pub zero: char,
    /// The space between groups of three digits, where the style groups by spaces.
    pub group_space: GroupSpace,
    /// What `quotes: curly` means: `“{}”`, `„{}“`.
    pub curly: Around,
    /// What `quotes: guillemets` means: `«{}»`, `»{}«`.
    pub guillemets: Around,
    /// Letters whose capital is not Unicode's, as in `{i: İ}`; most languages have none.
    #[serde(default)]
    pub capitals: BTreeMap<char, String>,
}

/// A space that does not break the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupSpace {
    /// As wide as between words.
    Wide,
    /// Narrow (U+202F).
    Narrow,
}

/// One value for each length of time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Times<T> {
    /// Of a day.
    pub day: T,
    /// Of a week.
    pub week: T,
    /// Of a month.
    pub month: T,
    /// Of a year.
    pub year: T,
}

/// What stands between the items of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    /// The last two items of a list that is complete: `{} und {}`.
    pub last: AroundTwo,
    /// The items before them: `{}, {}`.
    pub middle: AroundTwo,
    /// Items of a list that does not claim to be complete: `{}, {}`.
    pub open: AroundTwo,
    /// Clauses that may have commas of their own: `{}; {}`.
    pub clauses: AroundTwo,
    /// Words that become one where they meet: the first, the second, both, each with its spaces.
    #[serde(default)]
    pub contractions: Vec<[String; 3]>,
}

/// How a figure moved.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    /// More than before: `Anstieg gegenüber {value} {when}`.
    pub up: Compared,
    /// Less than before.
    pub down: Compared,
    /// A value before, where nothing can be said of the change: `zuvor {value} {when}`.
    pub before: Compared,
    /// As before.
    pub same: String,
    /// Both values lie within one range: `{} (in derselben Spanne)`.
    pub same_range: Around,
    /// The two ranges overlap.
    pub overlap: Around,
    /// The two values measure different things.
    pub not_comparable: Around,
}

/// Numbers that say which one of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrdinalWords {
    /// From first on, as far as the language writes them in words; `[]` for none.
    pub words: Vec<Gendered<String>>,
    /// In digits.
    pub digits: OrdinalDigits,
}

/// Ordinals in digits, by CLDR's ordinal categories; most languages have `other` only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrdinalDigits {
    /// As for 1 in English: `{}st`.
    #[serde(default)]
    pub one: Option<Around>,
    /// As for 2 in English: `{}nd`.
    #[serde(default)]
    pub two: Option<Around>,
    /// As for 3 in English: `{}rd`.
    #[serde(default)]
    pub few: Option<Around>,
    /// Every other: `{}.`, `{}th`.
    pub other: Around,
}
