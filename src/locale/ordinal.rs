//! Which one of a row: `السادس`, `السادسة`, `sixth`, `26th`.
//!
//! Words as far as the language and the style go, then digits with what the language puts before or
//! after them.

use icu_plurals::{PluralCategory, PluralRuleType};
use rust_decimal::Decimal;

use crate::model::Gender;

use super::digits::WORD_JOINER;
use super::lang::finer::Ordinals;
use super::lang::in_case;
use super::lang::syntax::Behind;
use super::plural::rules;
use super::{Case, Kind, Locale, Phrase};

impl Locale {
    /// The number as an ordinal; `None` for zero and in a language without ordinals. `definite` asks
    /// for the article where the language glues one to it.
    pub fn ordinal(&self, number: u64, gender: Gender, definite: bool, case: Case) -> Option<Phrase> {
        let table = self.table.finer.ordinals.as_ref()?;
        if number == 0 {
            return None;
        }
        let below = u64::from(self.choices.numbers_as_words_below);
        let word = (table.always_words || number < below)
            .then(|| usize::try_from(number).ok())
            .flatten()
            .and_then(|number| word(table, number, gender, definite, case));
        Some(match word {
            Some(word) => Phrase::text(word),
            None => self.ordinal_digits(table, number, gender, definite),
        })
    }

    fn ordinal_digits(&self, table: &Ordinals, number: u64, gender: Gender, definite: bool) -> Phrase {
        let ending = match table.endings {
            [ending, rest @ ..] if rest.iter().all(|other| *other == ending) => ending,
            endings => endings[self.ordinal_category(number)],
        };
        let ending = ending[gender as usize];
        let digits = self.grouped(Decimal::from(number));
        // An ending in the letters of a right-to-left language is no part of a left-to-right figure.
        let figure = match ending.is_ascii() {
            true => self.figure(&format!("{digits}{ending}")),
            false => self.with_behind(self.figure(&digits), Behind::words(ending)),
        };
        let before = table.before_digits[usize::from(definite)];
        let boxed = figure.0.first().is_some_and(|part| part.kind == Kind::Ltr);
        let glue = if boxed && !before.is_empty() && !before.ends_with(' ') { WORD_JOINER } else { "" };
        Phrase::text(format!("{before}{glue}")).then(figure)
    }

    /// CLDR's ordinal category as an index into one, two, few, other.
    fn ordinal_category(&self, number: u64) -> usize {
        match rules(self.table.plurals, PluralRuleType::Ordinal).map(|rules| rules.category_for(number)) {
            Some(PluralCategory::One) => 0,
            Some(PluralCategory::Two) => 1,
            Some(PluralCategory::Few) => 2,
            Some(PluralCategory::Zero | PluralCategory::Many | PluralCategory::Other) | None => 3,
        }
    }
}

/// The ordinal in words, as far as the table goes.
fn word(table: &Ordinals, number: usize, gender: Gender, definite: bool, case: Case) -> Option<String> {
    let gender = gender as usize;
    let simple = |at: usize| -> Option<&'static str> {
        match definite.then(|| table.definite.get(at)).flatten() {
            Some(words) => Some(words[gender]),
            None => table.bare.get(at).map(|words| in_case(&words[gender], case)),
        }
    };
    if let Some(word) = simple(number - 1) {
        return Some(word.to_owned());
    }
    let (tens, unit) = (number / 10, number % 10);
    let ten = in_case(&table.tens.get(tens.checked_sub(2)?)?[usize::from(definite)], case);
    let unit = match (unit, &table.one_before_ten) {
        (0, _) => return Some(ten.to_owned()),
        (1, Some((bare, with_article))) => {
            if definite {
                with_article[gender]
            } else {
                in_case(&bare[gender], case)
            }
        }
        _ => simple(unit - 1)?,
    };
    Some(format!("{unit}{}{ten}", table.and))
}
