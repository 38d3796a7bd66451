//! Quantities, dates, money, lists and changes -> finished phrases in one language and style.
//!
//! The only place in mujaz that writes a number or a date for readers, and the only one that knows
//! ICU4X. A language is a table in `lang/`, or a file of the project that `own/` makes into one; the engine
//! here asks the table. It does not choose which sentence a phrase stands in, and no bidirectional control
//! character leaves it: direction is the [`Kind`] of each part.

mod change;
mod choices;
mod count;
mod date;
mod definite;
mod digits;
mod hijri;
mod interval;
mod lang;
mod list;
mod measure;
mod ordinal;
mod own;
mod period;
mod phrase;
mod plural;
mod range;
mod runs;
mod seams;
#[cfg(test)]
mod tests;
mod vague;

use std::fmt;

use crate::model::{Counted, Hijri, Per, Quantity, Quotes, Style};

pub use change::{Change, Compared, Move};
pub use interval::{Bound, Interval};
pub use lang::Choices;
pub use own::{Languages, missing_forms};
pub use phrase::{Flag, Kind, Part, Phrase};
pub use plural::{CATEGORIES, PluralForm, plural_categories, plural_forms};

use choices::Wordings;
use lang::{Language, Table};

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Right to left.
    Rtl,
    /// Left to right.
    Ltr,
}

/// The grammatical case that a phrase stands in; languages without cases take no notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// The subject.
    Nominative,
    /// The object.
    Accusative,
    /// After a preposition or a noun.
    Genitive,
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Running text: words where the style asks for words, the counted noun in its form.
    Prose,
    /// Tiles and tables: figures and signs, the counted noun left to the label.
    Short,
}

/// A quantity with everything that its phrase needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure<'a> {
    /// The quantity.
    pub quantity: &'a Quantity,
    /// What is counted.
    pub counted: Counted<'a>,
    /// The time that a rate is given for.
    pub per: Option<Per>,
    /// The whole that a majority or all is of, definite and in the genitive: "the displaced in Iraq".
    pub whole: Option<&'a str>,
    /// The other figure of "less than": "the number of returnees in Iraq".
    pub than: Option<&'a str>,
}

impl<'a> Measure<'a> {
    /// A quantity of something, without a rate, a whole or another figure.
    pub fn new(quantity: &'a Quantity, counted: Counted<'a>) -> Self {
        Self { quantity, counted, per: None, whole: None, than: None }
    }
}

/// One language in one style. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Locale {
    table: &'static Table,
    language: &'static Language,
    choices: Choices,
    wordings: Wordings,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang()).field("choices", &self.choices).finish()
    }
}

impl Locale {
    /// The locale of a shipped language (`ar`, `en`; a region such as `ar-SY` is taken as its language) with
    /// a style laid over its base profile. [`Languages::locale`] knows the languages of a project as well.
    pub fn new(lang: &str, style: &Style) -> Result<Self, UnknownLocale> {
        Languages::default().locale(lang, style)
    }

    fn of(table: &'static Table, style: &Style) -> Result<Self, UnknownLocale> {
        let choices = choices::resolve(table, style)?;
        Ok(Self { table, language: table.language, choices, wordings: choices::wordings(table, style)? })
    }

    /// The languages that are shipped; [`Languages::tags`] has those of a project as well.
    pub fn supported() -> &'static [&'static str] {
        const { &["ar", "en", "fr", "tr", "ckb", "fa"] }
    }

    /// The plural forms that texts and nouns of the language have.
    pub fn plural_forms(&self) -> Vec<PluralForm> {
        plural_forms(self.table.plurals)
    }

    /// Whether every unit must say the gender of its noun in this language, since neither its Arabic noun nor
    /// its end can tell.
    pub fn asks_for_gender(&self) -> bool {
        self.syntax().feminine.as_ref().is_some_and(|feminine| feminine.asked)
    }

    /// Whether one and two are said by the noun itself, which has forms of its own for them: Arabic.
    pub fn noun_says_one_and_two(&self) -> bool {
        self.language.counting.noun_says_one_and_two
    }

    /// The base profiles of this language; the first is the default.
    pub fn profiles(&self) -> impl Iterator<Item = &'static str> {
        self.language.profiles.iter().map(|(name, _)| *name)
    }

    /// BCP 47 tag.
    pub fn lang(&self) -> &'static str {
        self.language.tag
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// The settled style.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// Where Hijri dates are wanted.
    pub fn hijri_policy(&self) -> Hijri {
        self.choices.hijri
    }

    /// Whether the table knows the name of this currency (ISO 4217).
    pub fn knows_currency(&self, code: &str) -> bool {
        self.language.currencies.iter().any(|currency| currency.code == code)
    }

    /// The opening and the closing quotation mark.
    pub fn quote_marks(&self) -> [&'static str; 2] {
        match self.choices.quotes {
            Quotes::Guillemets => self.syntax().guillemets,
            Quotes::Curly => self.syntax().curly,
        }
    }
}

/// Why there is no such [`Locale`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownLocale {
    /// No table for this language.
    Language {
        /// The language asked for.
        name: String,
        /// The languages there are.
        known: Vec<&'static str>,
    },
    /// The language has no base profile of this name.
    Profile {
        /// The name asked for.
        name: String,
        /// The language.
        lang: &'static str,
        /// The names there are.
        known: Vec<&'static str>,
    },
    /// The decimal mark and the grouping mark would be the same.
    Marks {
        /// The language.
        lang: &'static str,
    },
    /// A custom profile that leaves choices open.
    Open {
        /// The language.
        lang: &'static str,
        /// The keys that are missing.
        choices: Vec<&'static str>,
    },
    /// The language has no such wording of a qualifier.
    Wording {
        /// The language.
        lang: &'static str,
        /// The key under `qualifiers`.
        key: &'static str,
        /// The wording asked for.
        name: String,
        /// The wordings there are.
        known: Vec<&'static str>,
    },
}

impl fmt::Display for UnknownLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language { name, known } => {
                write!(f, "no language `{name}`; known are `{}`", known.join("`, `"))
            }
            Self::Profile { name, lang, known } => {
                write!(f, "no style profile `{name}` for `{lang}`; known are `{}`", known.join("`, `"))
            }
            Self::Marks { lang } => {
                write!(
                    f,
                    "the style of `{lang}` has one mark for decimals and groups; set `decimal` or `group`"
                )
            }
            Self::Open { lang, choices } => {
                let choices = choices.join("`, `");
                write!(f, "the profile `custom` of `{lang}` leaves open `{choices}`; set each of them")
            }
            Self::Wording { lang, key, name, known } if known.is_empty() => {
                write!(f, "`{lang}` has one wording for `{key}`; take `{name}` out of its style")
            }
            Self::Wording { lang, key, name, known } => {
                write!(f, "`{lang}` cannot word `{key}` as `{name}`; known are `{}`", known.join("`, `"))
            }
        }
    }
}

impl std::error::Error for UnknownLocale {}
