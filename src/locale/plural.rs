//! Which plural forms a language has, for texts that give a whole sentence for each.
//!
//! The categories are CLDR's; an example number stands for each in findings. A category that only whole
//! millions printed in full take (`many` in French, Spanish, Italian and Portuguese) has no verb or
//! adjective of its own: what it says is that the noun stands behind `de`, which [`Locale`](super::Locale)
//! writes itself. Such a form may be given and need not be. CLDR's exponents (`1c6`) never arise, for a number
//! with a scale word takes `other`.
//!
//! For a language that CLDR does not have, ICU4X answers with the root, in which every number is `other`; only
//! the metadata of its data tell. [`has_rules`] reads them.

use fixed_decimal::Decimal;
use icu_plurals::provider::{Baked, PluralsCardinalV1};
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};
use icu_provider::{DataIdentifierBorrowed, DataLocale, DataProvider, DataRequest};

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

/// The plural forms of a language (BCP 47), in CLDR's order; none for what is no language.
pub fn plural_forms(lang: &str) -> Vec<PluralForm> {
    let Some(rules) = rules(lang, PluralRuleType::Cardinal) else { return Vec::new() };
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

/// The plural form that each number takes in a language (BCP 47), in the order of the numbers; none for a
/// language that is not known.
pub fn plural_categories(lang: &str, numbers: impl IntoIterator<Item = u64>) -> Vec<&'static str> {
    let Some(rules) = rules(lang, PluralRuleType::Cardinal) else { return Vec::new() };
    numbers.into_iter().map(|number| name(rules.category_for(number))).collect()
}

/// The plural rules for a language (BCP 47), or the root's.
pub(super) fn rules(lang: &str, kind: PluralRuleType) -> Option<PluralRules> {
    let language = lang.parse::<icu_locale::Locale>().ok()?;
    PluralRules::try_new((&language).into(), PluralRulesOptions::default().with_type(kind)).ok()
}

/// Languages to which CLDR 49 gives the rules of the root: every number is `other` (`plurals.xml`). The data leave
/// them out, as if nothing were known of them.
const AS_THE_ROOT: [&str; 31] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt", "lo",
    "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "wo", "yo", "yue", "zh",
];

/// Whether CLDR has the plural rules of a language (BCP 47), so that they are not the root's in place of none.
pub(super) fn has_rules(lang: &str) -> bool {
    let Ok(language) = lang.parse::<icu_locale::Locale>() else { return false };
    let locale = DataLocale::from(&language);
    let request = DataRequest { id: DataIdentifierBorrowed::for_locale(&locale), ..DataRequest::default() };
    let found = DataProvider::<PluralsCardinalV1>::load(&Baked, request).map(|found| found.metadata.locale);
    // A region may stand in the data of its language, which is no fallback.
    let own = !locale.language.is_unknown()
        && found.is_ok_and(|found| found.is_none_or(|found| found.language == locale.language));
    own || AS_THE_ROOT.contains(&locale.language.as_str())
}

/// The categories that the ordinals of a language take; `other` alone where CLDR has none of their rules.
pub(super) fn ordinal_categories(lang: &str) -> Vec<&'static str> {
    let Some(rules) = rules(lang, PluralRuleType::Ordinal) else { return Vec::new() };
    let mut found: Vec<&str> = (0..=1000_u32).map(|number| name(rules.category_for(number))).collect();
    found.sort_by_key(|category| CATEGORIES.iter().position(|known| known == category));
    found.dedup();
    found
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
    use super::{AS_THE_ROOT, has_rules, ordinal_categories, plural_categories, plural_forms};

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

    /// Irish has rules, Klingon and Hunsrik have none; Japanese has rules that are those of the root.
    #[test]
    fn a_language_without_rules_is_told_from_one_with_the_rules_of_the_root() {
        let table = [
            ("ar", true),
            ("de", true),
            ("de-AT", true),
            ("ga", true),
            ("ja", true),
            ("pt-PT", true),
            ("ur", true),
            ("und", false),
            ("tlh", false),
            ("hrx", false),
            ("?", false),
        ];
        for (lang, known) in table {
            assert_eq!(has_rules(lang), known, "{lang}");
        }
    }

    /// The list of languages that the data leave out has none that they have, and each counts as the root does.
    #[test]
    fn languages_with_the_rules_of_the_root_have_one_form() {
        for lang in AS_THE_ROOT {
            let forms: Vec<&str> = plural_forms(lang).into_iter().map(|form| form.category).collect();
            assert_eq!(forms, ["other"], "{lang}");
        }
    }

    #[test]
    fn ordinals_have_categories_of_their_own() {
        let table = [("en", "one two few other"), ("fr", "one other"), ("de", "other"), ("it", "many other")];
        for (lang, expected) in table {
            assert_eq!(ordinal_categories(lang).join(" "), expected, "{lang}");
        }
    }

    #[test]
    fn each_number_takes_a_form() {
        let arabic = ["zero", "one", "two", "few", "many", "other", "other", "few", "other"];
        assert_eq!(plural_categories("ar", [0, 1, 2, 3, 11, 100, 102, 103, 1_000_000]), arabic);
        assert_eq!(plural_categories("fr", [0, 1, 2, 1_000_000]), ["one", "one", "other", "many"]);
        assert_eq!(plural_categories("pl", [1, 2, 5]), ["one", "few", "many"]);
        assert!(plural_categories("?", [1]).is_empty());
    }
}
