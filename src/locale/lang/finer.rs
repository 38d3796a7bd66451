//! What only some languages say about themselves: ordinals, counted nouns with an article, and other
//! wordings of the qualifiers that a style can choose.
//!
//! A language without ordinals writes plain numbers; one without an article leaves it to its sentences; a
//! qualifier without wordings has the one of the common table.

use crate::model::Qualifier as Q;

use super::{Cased, Qualifier};

/// The finer table of one language.
pub(in crate::locale) struct Finer {
    pub ordinals: Option<Ordinals>,
    pub definite: Definite,
    /// The wordings of each qualifier; the first is the one of the common table.
    pub wordings: &'static [(Q, &'static [Worded])],
    /// The wordings that a profile prefers to the words of the common table, by name.
    pub preferred: &'static [(&'static str, &'static [(Q, &'static str)])],
}

impl Finer {
    /// The wordings of a qualifier.
    pub fn wordings(&self, qualifier: Q) -> &'static [Worded] {
        self.wordings.iter().find(|(known, _)| *known == qualifier).map_or(&[], |(_, wordings)| wordings)
    }
}

/// One way to word a qualifier.
pub(in crate::locale) struct Worded {
    /// What a style calls it: its own words.
    pub name: &'static str,
    /// The words before the number and the case that they govern.
    pub words: Qualifier,
    /// After the number and what it counts; of a range, between its ends.
    pub after: &'static str,
    /// The same in tiles and tables.
    pub short_after: &'static str,
}

impl Worded {
    /// Words before the number.
    pub const fn before(name: &'static str, words: Qualifier) -> Self {
        Self { name, words, after: "", short_after: "" }
    }

    /// Words after it, which leave the case to the sentence.
    pub const fn after(name: &'static str, after: &'static str) -> Self {
        Self { name, words: Qualifier::words("", None), after, short_after: after }
    }
}

/// Numbers that say which one of a row.
pub(in crate::locale) struct Ordinals {
    /// From first on: the masculine and the feminine, by case, without an article.
    pub bare: &'static [[Cased; 2]],
    /// The same with the article; empty where the article is a word of its own.
    pub definite: &'static [[&'static str; 2]],
    /// "First" before a ten: without and with the article.
    pub one_before_ten: Option<([Cased; 2], [&'static str; 2])>,
    /// From twenty: without and with the article.
    pub tens: &'static [[Cased; 2]],
    /// Between a unit and its ten.
    pub and: &'static str,
    /// Whether the words are used as far as they go, whatever numbers the style writes in words.
    pub always_words: bool,
    /// Before digits, without and with the article.
    pub before_digits: [&'static str; 2],
    /// After digits, by CLDR's ordinal category (one, two, few, other) and gender.
    pub endings: [[&'static str; 2]; 4],
}

/// How a counted noun becomes definite.
pub(in crate::locale) enum Definite {
    /// By nothing in the phrase.
    Plain,
    /// By a word before it: the 75 partners.
    Before(&'static str),
    /// By an article on the plural noun and on the number that follows it.
    Both {
        /// Glued to words: ال.
        article: &'static str,
        /// Glued to digits.
        before_digits: &'static str,
    },
}
