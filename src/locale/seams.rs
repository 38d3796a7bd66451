//! Two pieces of a phrase -> what becomes of them where they meet: elision, fused articles, case endings,
//! words behind a number.
//!
//! Every rule is a row of the language's [`Syntax`]; languages without rows get their pieces back side by
//! side.

use crate::model::{Counted, Gender, Number, Qualifier as Q, Unit};

use super::digits::WORD_JOINER;
use super::lang::Forms;
use super::lang::syntax::{Behind, Ending, Endings, Syntax};
use super::measure::Ask;
use super::{Kind, Locale, Phrase};

impl Locale {
    /// The language's departures from the plain pattern.
    pub(super) fn syntax(&self) -> &'static Syntax {
        self.table.syntax
    }

    /// Words before a noun, elided where it begins with a vowel: `millions d’enfants`.
    pub(super) fn before_noun(&self, before: &str, noun: &str) -> String {
        let syntax = self.syntax();
        for [full, elided] in syntax.elisions {
            if let Some(stem) = before.strip_suffix(full).filter(|_| elides(noun, syntax)) {
                return format!("{stem}{elided}{noun}");
            }
        }
        format!("{before}{noun}")
    }

    /// Words before a phrase, elided where it begins with a vowel: `d’avril à juin`.
    pub(super) fn before_phrase(&self, before: &str, mut phrase: Phrase) -> Phrase {
        match phrase.0.first_mut() {
            Some(first) if first.kind == Kind::Text => {
                first.text = self.before_noun(before, &first.text);
                phrase
            }
            _ => Phrase::text(before).then(phrase),
        }
    }

    /// Words before a definite noun phrase: `la plupart des déplacés`. In a language that puts them
    /// behind it, behind.
    pub(super) fn with_whole(&self, words: &str, whole: &str) -> Phrase {
        let syntax = self.syntax();
        if syntax.whole_first || words.starts_with(' ') {
            return self.text(whole).then_text(format!(" {}", words.trim()));
        }
        for [preposition, article, both] in syntax.fusions {
            if let (Some(stem), Some(noun)) = (words.strip_suffix(preposition), whole.strip_prefix(article)) {
                return Phrase::text(format!("{stem}{both}")).then(self.text(noun));
            }
        }
        if syntax.elisions.is_empty() {
            return Phrase::text(words).then(self.text(whole));
        }
        self.text(&self.before_noun(words, whole))
    }

    /// A phrase with the ending that the words behind it ask for, and the words.
    pub(super) fn with_behind(&self, phrase: Phrase, behind: Behind) -> Phrase {
        let Some(ending) = behind.ending else {
            let boxed = phrase.0.last().is_some_and(|part| part.kind == Kind::Ltr);
            let glued = !behind.words.is_empty() && !behind.words.starts_with(' ');
            let glue = if boxed && glued { WORD_JOINER } else { "" };
            return phrase.then_text(format!("{glue}{}", behind.words));
        };
        let said = phrase.plain();
        let Some(endings) = endings(&said, self.syntax().endings) else {
            return phrase.then_text(behind.words);
        };
        let glued = match ending {
            Ending::Ablative => endings.ablative,
            Ending::Locative => endings.locative,
        };
        // Digits and names keep their ending behind an apostrophe, words of the language do not.
        let apart = said.ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        let apostrophe = if apart { "’" } else { "" };
        phrase.then_text(format!("{apostrophe}{glued}{}", behind.words))
    }

    /// What the language says between a number and the noun, for this qualifier.
    pub(super) fn behind(&self, qualifier: Q) -> Option<Behind> {
        self.syntax().behind.iter().find(|(known, _)| *known == qualifier).map(|(_, behind)| *behind)
    }

    /// Number, qualifier, noun: `7,7 milyondan fazla kişi`. Money and shares keep what they count.
    pub(super) fn with_qualifier_behind(&self, number: &Number, behind: Behind, ask: &Ask<'_>) -> Phrase {
        let Counted::Noun(unit) = ask.counted else {
            return self.with_behind(self.one(number, ask), behind);
        };
        let phrase = self.with_behind(self.alone(number, self.gender(unit), ask.case, ask.form), behind);
        match self.forms(unit).filter(|_| ask.noun) {
            Some(forms) => phrase.then_text(format!(" {}", forms.other)),
            None if ask.noun => phrase.then_text(" ").then(self.missing_noun(unit)),
            None => phrase,
        }
    }

    /// The gender of a unit: what its forms in the language say; in a language with genders of its own what
    /// the end of the noun says; or that of the Arabic noun.
    pub fn gender(&self, unit: &Unit) -> Gender {
        if let Some(gender) = unit.forms.get(self.language.tag).and_then(|forms| forms.gender) {
            return gender;
        }
        let (Some(feminine), Some(forms)) = (&self.syntax().feminine, self.forms(unit)) else {
            return unit.gender;
        };
        let noun = forms.one.unwrap_or(forms.other);
        let head = format!(" {}", noun.split([' ', '\u{a0}', '-']).next().unwrap_or(noun));
        match feminine.ends.iter().any(|end| head.ends_with(end)) {
            true => Gender::Feminine,
            false => Gender::Masculine,
        }
    }

    /// "No" with the bare singular: `aucune frappe`, `هیچ نفری`.
    pub(super) fn no(&self, unit: &Unit, forms: &Forms<'_>) -> Phrase {
        let syntax = self.syntax();
        let no = match &syntax.feminine {
            Some(feminine) if self.gender(unit) == Gender::Feminine => feminine.no,
            _ => self.language.vague.no,
        };
        let noun = forms.one.unwrap_or(forms.other);
        let ending = syntax.no_endings.iter().find(|(end, _)| noun.ends_with(end));
        Phrase::text(format!("{no}{noun}{}", ending.map_or("", |(_, ending)| ending)))
    }
}

/// Whether a word before this noun loses its vowel.
fn elides(noun: &str, syntax: &Syntax) -> bool {
    let noun = noun.to_lowercase();
    let silent = noun.starts_with(['a', 'à', 'â', 'e', 'é', 'è', 'ê', 'h', 'i', 'î', 'o', 'ô', 'œ', 'u']);
    silent && !syntax.aspirated.iter().any(|start| noun.starts_with(start))
}

/// The row for the digits or the word that a text ends in.
fn endings(said: &str, table: &'static [Endings]) -> Option<&'static Endings> {
    let digits: Vec<char> = said
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .filter(char::is_ascii_digit)
        .collect();
    let key: String = if digits.is_empty() { said.to_owned() } else { digits.iter().rev().collect() };
    table.iter().filter(|row| key.ends_with(row.of)).max_by_key(|row| row.of.len())
}
