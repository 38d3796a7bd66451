//! Numbers and what they count: which form of the noun, which word for the scale, words for small
//! numbers.
//!
//! Agreement follows the number that is displayed, not the one that is stored: CLDR's plural
//! category of the digits in print picks the form (Arabic 3-10, 11-99 and the hundreds by the last
//! two digits).

use std::ptr;

use fixed_decimal::Decimal as Digits;
use icu_plurals::{PluralCategory, PluralRuleType};
use rust_decimal::Decimal;

use crate::model::{Gender, Number, Scale, ScaleAfterDecimal, Span, Unit};

use super::digits::NBSP;
use super::lang::{Forms, Scaled, Spelled, in_case};
use super::plural::{name, rules};
use super::{Case, Form, Kind, Locale, Phrase};

/// A number as readers see it.
pub(super) struct Shown {
    /// The digits in print.
    pub mantissa: Decimal,
    /// The word after them.
    pub scale: Option<&'static Scaled>,
}

impl Shown {
    /// The number without a scale, if it is whole and not negative.
    pub fn whole(&self) -> Option<u64> {
        if self.mantissa.scale() > 0 || self.mantissa.is_sign_negative() {
            return None;
        }
        u64::try_from(self.mantissa).ok()
    }
}

/// A noun ready to be counted.
#[derive(Clone, Copy)]
pub(super) struct Noun<'a> {
    pub gender: Gender,
    pub forms: Forms<'a>,
    /// Whether small numbers before it may be words.
    pub spell: bool,
}

impl Locale {
    /// A length of time: three months.
    pub fn span(&self, span: Span, case: Case) -> Phrase {
        let (gender, forms) = self.language.spans[span.unit as usize];
        self.counted_noun(&Number::plain(span.count), Noun { gender, forms, spell: true }, case)
    }

    /// One and no more, for "not a single metre".
    pub fn single(&self, unit: &Unit, case: Case) -> Phrase {
        let Some(forms) = self.forms(unit) else { return self.missing_noun(unit) };
        let counting = &self.language.counting;
        let gender = self.gender(unit);
        let one = in_case(&counting.one[gender as usize], case);
        let space = if one.is_empty() { "" } else { " " };
        let single = match &self.syntax().feminine {
            Some(feminine) if gender == Gender::Feminine => feminine.single,
            _ => counting.single,
        };
        Phrase::text(format!("{single}{}{space}{one}", forms.singular(case)))
    }

    /// The CLDR plural category (`zero` to `other`) of a number as it is displayed. A scale word
    /// takes `other`.
    pub fn plural(&self, number: &Number) -> &'static str {
        let shown = self.shown(number);
        if shown.scale.is_some() {
            return "other";
        }
        name(self.category(shown.mantissa))
    }

    /// The number that is printed: languages without a word for the scale print it in full.
    pub(super) fn shown(&self, number: &Number) -> Shown {
        let scales = &self.language.counting.scales;
        let scale = match number.scale {
            Scale::One => return Shown { mantissa: number.mantissa, scale: None },
            Scale::Thousand => &scales[0],
            Scale::Million => &scales[1],
            Scale::Billion => &scales[2],
            Scale::Trillion => &scales[3],
        };
        match scale {
            Some(scale) => Shown { mantissa: number.mantissa, scale: Some(scale) },
            None => Shown { mantissa: number.value().normalize(), scale: None },
        }
    }

    /// The forms of a unit in this language.
    pub(super) fn forms<'a>(&self, unit: &'a Unit) -> Option<Forms<'a>> {
        unit.forms.get(self.language.tag).map(Forms::from)
    }

    /// What stands for a noun that has no forms in this language.
    pub(super) fn missing_noun(&self, unit: &Unit) -> Phrase {
        let other = unit.forms.values().next().map_or("?", |forms| forms.other.as_str());
        Phrase::of(Kind::Missing, other)
    }

    /// The word for a small number, if the style asks for words.
    pub(super) fn word(&self, number: &Number) -> Option<&'static Spelled> {
        if number.scale != Scale::One {
            return None;
        }
        let whole = self.shown(number).whole()?;
        if whole >= u64::from(self.choices.numbers_as_words_below) {
            return None;
        }
        self.language.counting.words.get(usize::try_from(whole).ok()?)
    }

    /// A number with its noun: `79 شريكًا`, `26 مليون شخص`, `شريكان`.
    pub(super) fn counted_noun(&self, number: &Number, noun: Noun<'_>, case: Case) -> Phrase {
        let shown = self.shown(number);
        if let Some(scale) = shown.scale {
            let scaled = match self.one_before_scale(&shown, noun) {
                Some(word) => {
                    Phrase::text(format!("{word}{NBSP}{}", self.form(&scale.construct, shown.mantissa)))
                }
                None => self.scaled(&shown, &scale.construct, case),
            };
            let form = of_category(&noun.forms, self.syntax().after_scale);
            let counted = self.before_noun(self.syntax().of, form);
            return scaled.then_text(format!(" {counted}"));
        }
        if let Some(said) = self.said_by_noun(number, noun, case) {
            return said;
        }
        let form = self.form(&noun.forms, shown.mantissa);
        // CLDR's unit patterns for `many`: 1 000 000 de personnes, for that is how the figure is read.
        let millions = !self.syntax().of.is_empty() && self.category(shown.mantissa) == PluralCategory::Many;
        let form = if millions { self.before_noun(self.syntax().of, form) } else { form.to_owned() };
        match self.word(number).filter(|_| noun.spell) {
            Some(word) => {
                let word = match noun.gender {
                    Gender::Masculine => word.masculine,
                    Gender::Feminine => word.feminine,
                };
                Phrase::text(format!("{word} {form}"))
            }
            None => self.figure(&self.grouped(shown.mantissa)).then_text(format!("{NBSP}{form}")),
        }
    }

    /// One or two, where the noun itself says so: شريك واحد, شريكان.
    pub(super) fn said_by_noun(&self, number: &Number, noun: Noun<'_>, case: Case) -> Option<Phrase> {
        let counting = &self.language.counting;
        if !counting.noun_says_one_and_two || self.shown(number).scale.is_some() {
            return None;
        }
        match self.shown(number).whole()? {
            1 => {
                let one = in_case(&counting.one[noun.gender as usize], case);
                Some(Phrase::text(format!("{} {one}", noun.forms.singular(case))))
            }
            2 => noun.forms.dual(case).map(Phrase::text),
            _ => None,
        }
    }

    /// A number standing alone: `26 مليونًا`, `79`; in prose a small one in words.
    pub(super) fn alone(&self, number: &Number, gender: Gender, case: Case, form: Form) -> Phrase {
        match self.word(number).filter(|_| form == Form::Prose) {
            Some(word) => Phrase::text(match gender {
                Gender::Masculine => in_case(&word.masculine_alone, case),
                Gender::Feminine => in_case(&word.feminine_alone, case),
            }),
            None => self.scaled_alone(number, case),
        }
    }

    /// A number in figures with its scale word, standing alone.
    pub(super) fn scaled_alone(&self, number: &Number, case: Case) -> Phrase {
        let shown = self.shown(number);
        match shown.scale {
            Some(scale) => self.scaled(&shown, &scale.absolute, case),
            None => self.figure(&self.grouped(shown.mantissa)),
        }
    }

    /// One as a word before a scale word, where language and style write it so.
    fn one_before_scale(&self, shown: &Shown, noun: Noun<'_>) -> Option<&'static str> {
        let wanted = self.syntax().one_in_words && noun.spell && self.choices.numbers_as_words_below > 1;
        let one = wanted && !self.is_bare(shown) && shown.whole() == Some(1);
        self.language.counting.words.get(1).filter(|_| one).map(|word| word.masculine)
    }

    /// Whether the scale word says one thousand without a number before it.
    fn is_bare(&self, shown: &Shown) -> bool {
        let thousand = self.language.counting.scales[0].as_ref();
        let is_thousand = shown.scale.zip(thousand).is_some_and(|(scale, thousand)| ptr::eq(scale, thousand));
        self.syntax().bare_thousand && is_thousand && shown.whole() == Some(1)
    }

    /// Digits and scale word; one and two are said by the word itself where the noun says them.
    fn scaled(&self, shown: &Shown, word: &Forms<'static>, case: Case) -> Phrase {
        if self.language.counting.noun_says_one_and_two {
            let said = match shown.whole() {
                Some(1) => Some(word.singular(case)),
                Some(2) => word.dual(case),
                _ => None,
            };
            if let Some(said) = said {
                return Phrase::text(said);
            }
        }
        let form = self.form(word, shown.mantissa);
        if self.is_bare(shown) {
            return Phrase::text(form);
        }
        self.figure(&self.grouped(shown.mantissa)).then_text(format!("{NBSP}{form}"))
    }

    /// The form that follows these digits.
    pub(super) fn form<'a>(&self, forms: &Forms<'a>, mantissa: Decimal) -> &'a str {
        let inflects = self.language.counting.noun_says_one_and_two;
        let category = if mantissa.scale() == 0 || !inflects {
            self.category(mantissa)
        } else {
            match self.choices.scale_after_decimal {
                ScaleAfterDecimal::Singular => PluralCategory::Other,
                ScaleAfterDecimal::ByInteger => self.category(mantissa.trunc()),
            }
        };
        of_category(forms, category)
    }

    /// CLDR's category of these digits, decimals as printed.
    fn category(&self, mantissa: Decimal) -> PluralCategory {
        let digits = mantissa.abs().to_string().parse::<Digits>();
        let rules = rules(self.table.plurals, PluralRuleType::Cardinal);
        match (digits, rules) {
            (Ok(digits), Some(rules)) => rules.category_for(&digits),
            _ => PluralCategory::Other,
        }
    }
}

/// The form of a category; a noun without it has no other form there.
fn of_category<'a>(forms: &Forms<'a>, category: PluralCategory) -> &'a str {
    let form = match category {
        PluralCategory::Other => None,
        PluralCategory::Zero => forms.zero,
        PluralCategory::One => forms.one,
        PluralCategory::Two => forms.two,
        PluralCategory::Few => forms.few,
        PluralCategory::Many => forms.many,
    };
    form.unwrap_or(forms.other)
}
