//! A counted noun that the reader already knows: `مجموعات العمل الأربع`, `الشركاء الـ75`, "the 75 partners".
//!
//! In Arabic the number follows the definite plural as an adjective of the opposite gender, in words
//! where the style writes words and otherwise as digits with the article before them. What cannot be
//! made definite by rule (a noun of two words in the singular or dual) is not made up.

use crate::model::{Gender, Number, Unit};

use super::count::Noun;
use super::digits::WORD_JOINER;
use super::lang::Forms;
use super::lang::finer::Definite;
use super::lang::in_case;
use super::{Case, Kind, Locale, Phrase};

impl Locale {
    /// An exact number of known things; `None` where the forms of the unit do not give it.
    pub fn known(&self, number: &Number, unit: &Unit, case: Case) -> Option<Phrase> {
        let forms = self.forms(unit)?;
        let noun = Noun { gender: self.gender(unit), forms, spell: true };
        match &self.table.finer.definite {
            Definite::Plain => Some(self.counted_noun(number, noun, case)),
            Definite::Before(word) if self.shown(number).whole() == Some(1) => {
                Some(Phrase::text(format!("{word}{}", forms.singular(case))))
            }
            Definite::Before(word) => Some(Phrase::text(*word).then(self.counted_noun(number, noun, case))),
            Definite::Both { article, before_digits } => {
                self.both_definite(number, noun, case, article, before_digits)
            }
        }
    }

    fn both_definite(
        &self,
        number: &Number,
        noun: Noun<'_>,
        case: Case,
        article: &str,
        before_digits: &str,
    ) -> Option<Phrase> {
        let shown = self.shown(number);
        let one_word = |word: &str| (!word.contains([' ', '\u{a0}'])).then(|| format!("{article}{word}"));
        match (shown.whole(), shown.scale) {
            (Some(0), _) => return None,
            (Some(1), None) => {
                let noun_alone = one_word(noun.forms.one.unwrap_or(noun.forms.other))?;
                // The article takes the tanwin away: واحدًا becomes الواحد.
                let one = in_case(&self.language.counting.one[noun.gender as usize], Case::Nominative);
                return Some(Phrase::text(format!("{noun_alone} {article}{one}")));
            }
            (Some(2), None) => return noun.forms.dual(case).and_then(one_word).map(Phrase::text),
            _ => {}
        }
        let plural = match noun.forms.definite {
            Some(definite) => inflected(definite, &noun.forms, case),
            None => one_word(noun.forms.few?)?,
        };
        let number = match self.word(number) {
            Some(word) => Phrase::text(match noun.gender {
                Gender::Masculine => word.masculine,
                Gender::Feminine => word.feminine,
            }),
            None => self.scaled_alone(number, case),
        };
        let (before, glue) = match number.0.first() {
            Some(first) if first.kind == Kind::Ltr => (before_digits, WORD_JOINER),
            Some(first) if first.text.starts_with(char::is_numeric) => (before_digits, ""),
            _ => (article, ""),
        };
        Some(Phrase::text(format!("{plural} {before}{glue}")).then(number))
    }
}

/// The definite plural in a case. Tables give the genitive, from which only the sound masculine plural
/// differs in spelling: a plural that is the singular and ين has ون in the nominative.
fn inflected(definite: &str, forms: &Forms<'_>, case: Case) -> String {
    let (Case::Nominative, Some(few), Some(one)) = (case, forms.few, forms.one) else {
        return definite.to_owned();
    };
    let sound: Vec<bool> = few
        .split(' ')
        .zip(one.split(' '))
        .map(|(few, one)| few.strip_suffix("ين").is_some_and(|stem| stem == one))
        .collect();
    let words = definite.split(' ').enumerate().map(|(at, word)| match word.strip_suffix("ين") {
        Some(stem) if sound.get(at) == Some(&true) => format!("{stem}ون"),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}
