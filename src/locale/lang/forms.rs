//! The forms of words: counted nouns by plural category and case, words by case.

use crate::model::NounForms;

use super::super::Case;

/// The forms of a counted noun, keyed as CLDR plural categories, the dual in both cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::locale) struct Forms<'a> {
    pub zero: Option<&'a str>,
    pub one: Option<&'a str>,
    pub two: Option<&'a str>,
    pub two_nom: Option<&'a str>,
    pub two_obl: Option<&'a str>,
    pub few: Option<&'a str>,
    pub many: Option<&'a str>,
    pub other: &'a str,
    pub definite: Option<&'a str>,
}

impl<'a> Forms<'a> {
    /// A form for everything; the others are added.
    pub const fn always(other: &'a str) -> Self {
        Self {
            zero: None,
            one: None,
            two: None,
            two_nom: None,
            two_obl: None,
            few: None,
            many: None,
            other,
            definite: None,
        }
    }

    /// A language with a singular and a plural.
    pub const fn pair(one: &'a str, other: &'a str) -> Self {
        Self { one: Some(one), ..Self::always(other) }
    }

    /// Arabic: one, dual nominative, dual oblique, plural genitive (3-10), singular accusative (11-99),
    /// definite plural. The singular genitive of the hundreds is the first form.
    pub const fn arabic(forms: [&'a str; 6]) -> Self {
        let [one, two_nom, two_obl, few, many, definite] = forms;
        Self {
            one: Some(one),
            two_nom: Some(two_nom),
            two_obl: Some(two_obl),
            few: Some(few),
            many: Some(many),
            definite: Some(definite),
            ..Self::always(one)
        }
    }

    /// A noun that never changes.
    pub const fn fixed(word: &'a str, definite: &'a str) -> Self {
        Self { one: Some(word), definite: Some(definite), ..Self::always(word) }
    }

    /// The singular in a case; the accusative is the form that follows 11-99.
    pub fn singular(&self, case: Case) -> &'a str {
        let one = self.one.unwrap_or(self.other);
        match case {
            Case::Accusative => self.many.unwrap_or(one),
            Case::Nominative | Case::Genitive => one,
        }
    }

    /// The dual in a case, where the language has one.
    pub fn dual(&self, case: Case) -> Option<&'a str> {
        match case {
            Case::Nominative => self.two_nom.or(self.two_obl),
            Case::Accusative | Case::Genitive => self.two_obl.or(self.two_nom),
        }
    }
}

impl<'a> From<&'a NounForms> for Forms<'a> {
    fn from(forms: &'a NounForms) -> Self {
        Self {
            zero: forms.zero.as_deref(),
            one: forms.one.as_deref(),
            two: forms.two.as_deref(),
            two_nom: forms.two_nom.as_deref(),
            two_obl: forms.two_obl.as_deref(),
            few: forms.few.as_deref(),
            many: forms.many.as_deref(),
            other: &forms.other,
            definite: forms.definite.as_deref(),
        }
    }
}

/// A word in the nominative, accusative and genitive.
pub(in crate::locale) type Cased = [&'static str; 3];

/// Picks the form of a [`Cased`] word.
pub(in crate::locale) fn in_case(word: &Cased, case: Case) -> &'static str {
    word[case as usize]
}
