//! Which plural forms a language has, for texts that give a whole sentence for each.
//!
//! The categories are CLDR's; an example number stands for each in findings. A category that only whole
//! millions printed in full take (`many` in French, Spanish, Italian and Portuguese) has no verb or
//! adjective of its own: what it says is that the noun stands behind `de`, which [`Locale`](super::Locale)
//! writes itself. Such a form may be given and need not be. CLDR's exponents (`1c6`) never arise, for a number
//! with a scale word takes `other`.

use fixed_decimal::Decimal;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// A plural form of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PluralForm {
    /// `zero`, `one`, `two`, `few`, `many` or `other`.
    pub category: &'static str,
    /// A number that takes it.
    pub example: &'static str,
    /// Whether no other number takes it: a sentence in this form need not print the number.
    pub single: bool,
    /// Whether a text in forms must have it: some number below a million takes it.
    pub required: bool,
}

/// CLDR's categories in their order.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Numbers that between them take every category of every language, the plainest first. The decimals
/// of one value (1.0) are of the same number.
const SAMPLES: [&str; 30] = [
    "1", "2", "3", "0", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "20", "21", "22", "26", "99",
    "100", "101", "102", "103", "110", "111", "1000", MILLION, "0.5", "1.5", "2.5",
];

/// The only one of them that is not below a million.
const MILLION: &str = "1000000";

/// The plural forms of a language (BCP 47), in CLDR's order; none for a language that is not known.
pub fn plural_forms(lang: &str) -> Vec<PluralForm> {
    let Ok(language) = lang.parse::<icu_locale::Locale>() else { return Vec::new() };
    let Ok(rules) = PluralRules::try_new((&language).into(), PluralRulesOptions::default()) else {
        return Vec::new();
    };
    let mut forms: Vec<PluralForm> = Vec::new();
    for sample in SAMPLES {
        let Ok(number) = sample.parse::<Decimal>() else { continue };
        let category = name(rules.category_for(&number));
        let required = sample != MILLION;
        match forms.iter_mut().find(|form| form.category == category) {
            Some(form) => {
                form.single = false;
                form.required |= required;
            }
            None => forms.push(PluralForm { category, example: sample, single: true, required }),
        }
    }
    forms.sort_by_key(|form| CATEGORIES.iter().position(|known| *known == form.category));
    // "Other" is whatever is left.
    for form in forms.iter_mut().filter(|form| form.category == "other" || form.category == "many") {
        form.single = false;
    }
    forms
}

/// What CLDR calls a category.
pub(super) fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::plural_forms;

    #[test]
    fn each_language_has_its_own() {
        // Language, and each category with an example, marked `!` where it stands for one number and `?`
        // where no number below a million takes it.
        let table = [
            ("ar", "zero 0!, one 1!, two 2!, few 3, many 11, other 100"),
            ("en", "one 1!, other 2"),
            ("tr", "one 1!, other 2"),
            ("ckb", "one 1!, other 2"),
            ("fa", "one 1, other 2"),
            ("fr", "one 1, many 1000000?, other 2"),
            ("es", "one 1!, many 1000000?, other 2"),
            ("pl", "one 1!, few 2, many 0, other 0.5"),
        ];
        for (lang, expected) in table {
            let forms = plural_forms(lang).into_iter().map(|form| {
                let single = if form.single { "!" } else { "" };
                let optional = if form.required { "" } else { "?" };
                format!("{} {}{single}{optional}", form.category, form.example)
            });
            assert_eq!(forms.collect::<Vec<_>>().join(", "), expected, "{lang}");
        }
        assert_eq!(plural_forms("?"), []);
    }
}
