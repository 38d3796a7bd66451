//! Counted nouns of briefs and news, with the forms that numbers ask of them.
//!
//! Which nouns are listed, and why others are not, stands with the [`table`].

mod table;

use self::table::NOUNS;
use super::super::bare::bare;

/// Grammatical gender of the singular, which a numeral opposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// Masculine.
    M,
    /// Feminine.
    F,
    /// Both are written.
    Either,
}

/// What is counted, as far as sentences differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// People: the plural may also be said of them (بينهم أطفال), adjectives follow in the plural.
    Person,
    /// Things, places, groups, events.
    Thing,
    /// Stretches of time, which also stand alone (يوم الجمعة).
    Time,
    /// Money, measures and شخص: never said of anything, only counted.
    Unit,
    /// ألف, مليون: a numeral themselves.
    Scale,
}

/// The form in which a noun stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Singular without tanwin alef: genitive, or any case of a feminine in ة.
    One,
    /// Singular accusative with alef.
    Specified,
    /// Plural, as it stands in the genitive.
    Many,
}

/// A counted noun.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// Gender.
    pub gender: Gender,
    /// Class.
    pub class: Class,
    /// Singular, without marks.
    pub one: &'static str,
    /// Plurals in the genitive, the usual one first.
    pub many: &'static [&'static str],
    /// Whether the singular is written like something else (سنة, the Sunnis; أسرة, beds).
    pub ambiguous: bool,
}

impl Noun {
    /// Whether the accusative singular looks like the genitive: دولة, مستشفى, لواء.
    pub(super) fn is_alike(&self) -> bool {
        self.one.ends_with(['ة', 'ى']) || self.one.ends_with("اء")
    }

    /// Money and measures, which also serve as signs after any number.
    pub(super) fn is_measure(&self) -> bool {
        self.class == Class::Unit && !matches!(self.one, "شخص" | "نسمة")
    }

    /// The accusative of specification, as it follows 11 to 99. `tanwin` is the alef with its mark.
    pub(super) fn specified(&self, tanwin: &str) -> String {
        if self.is_alike() { self.one.to_owned() } else { format!("{}{tanwin}", self.one) }
    }

    /// The dual, nominative and oblique.
    pub(super) fn dual(&self) -> [String; 2] {
        let stem = match self.one.strip_suffix('ة') {
            Some(stem) => format!("{stem}ت"),
            None => self.one.strip_suffix('ى').map_or(self.one.to_owned(), |stem| format!("{stem}ي")),
        };
        [format!("{stem}ان"), format!("{stem}ين")]
    }
}

/// The noun of a word of a text, and its form. `None` for a word with an article, a particle or a pronoun.
pub(super) fn noun(word: &str) -> Option<(&'static Noun, Form)> {
    let word = bare(word);
    let single = word.strip_suffix('ا');
    NOUNS.iter().find_map(|noun| {
        let form = if noun.one == word {
            Form::One
        } else if noun.many.contains(&word.as_str()) {
            Form::Many
        } else if single == Some(noun.one) && !noun.is_alike() {
            Form::Specified
        } else {
            return None;
        };
        Some((noun, form))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_belongs_to_two_nouns() {
        let mut forms: Vec<String> = NOUNS
            .iter()
            .flat_map(|noun| {
                let many = noun.many.iter().map(|form| (*form).to_owned());
                many.chain([noun.one.to_owned(), format!("{}ا", noun.one)])
            })
            .collect();
        forms.sort();
        let twice: Vec<_> = forms.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert_eq!(twice, Vec::<&[String]>::new());
        assert!(NOUNS.iter().all(|noun| bare(noun.one) == noun.one && !noun.many.is_empty()));
    }

    #[test]
    fn forms_are_read_with_and_without_marks() {
        let read = |word| noun(word).map(|(noun, form)| (noun.one, form));
        assert_eq!(read("شريكًا"), Some(("شريك", Form::Specified)));
        assert_eq!(read("شريكاً"), Some(("شريك", Form::Specified)));
        assert_eq!(read("ضربةً"), Some(("ضربة", Form::One)));
        assert_eq!(read("آلافٍ"), Some(("ألف", Form::Many)));
        assert_eq!(read("الدول"), None);
        assert_eq!(read("شريكنا"), None);
    }

    #[test]
    fn forms_are_made() {
        let made = |word| noun(word).map(|(noun, _)| (noun.specified("ًا"), noun.dual()));
        let forms = |one: &str, dual: [&str; 2]| Some((one.to_owned(), dual.map(str::to_owned)));
        assert_eq!(made("شريك"), forms("شريكًا", ["شريكان", "شريكين"]));
        assert_eq!(made("دولة"), forms("دولة", ["دولتان", "دولتين"]));
        assert_eq!(made("مستشفى"), forms("مستشفى", ["مستشفيان", "مستشفيين"]));
        assert_eq!(made("امرأة"), forms("امرأة", ["امرأتان", "امرأتين"]));
    }
}
