//! What a language says about its quantities: how it counts, its words for what is not exact or has no
//! number, shares and money.

use crate::model::Gender;

use super::super::Case;
use super::forms::{Cased, Forms};

/// How numbers and what they count stand together.
pub(in crate::locale) struct Counting {
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
pub(in crate::locale) struct Scaled {
    /// Standing alone: 26 مليونًا.
    pub absolute: Forms<'static>,
    /// Before a noun: 26 مليون شخص.
    pub construct: Forms<'static>,
}

/// A number as a word: before a noun of each gender, and standing alone.
pub(in crate::locale) struct Spelled {
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
pub(in crate::locale) struct Qualifier {
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
pub(in crate::locale) struct Qualifiers {
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
pub(in crate::locale) struct Vague {
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
pub(in crate::locale) struct Amount {
    /// Before a plural.
    pub of: Cased,
    pub alone: Cased,
    pub money: Cased,
    pub share: Cased,
}

/// Shares of a hundred.
pub(in crate::locale) struct PercentWords {
    /// Words after the number, chosen by the profile.
    pub spellings: &'static [&'static str],
    /// The sign with digits of the language's own.
    pub native_sign: &'static str,
    /// Percentage points.
    pub points: (Gender, Forms<'static>),
}

/// One currency.
pub(in crate::locale) struct Currency {
    /// ISO 4217.
    pub code: &'static str,
    /// Glued before the digits (`US$`); `None` where the name follows as a counted noun.
    pub prefix: Option<&'static str>,
    pub gender: Gender,
    pub forms: Forms<'static>,
}
