//! `Plural-Forms` of a PO header <-> which `msgstr[n]` holds which CLDR category.
//!
//! The formula is compared with CLDR number by number. A category that no whole number up to 1000 takes has no
//! place of its own in the formulas written here (`many` in French, `other` in Polish). One that a file brings
//! along is understood if it is right for millions.

use super::formula::Formula;
use crate::locale::{CATEGORIES, plural_categories};

/// The numbers that decide: every formula of gettext has come round by then.
const SMALL: std::ops::RangeInclusive<u64> = 0..=1000;

/// Numbers for an index that no small number takes.
const LARGE: [u64; 3] = [1_000_000, 2_000_000, 10_000_000];

/// Most indices that are read.
const MOST: usize = CATEGORIES.len();

/// The formulas in use, as gettext and Weblate have them, a line each; the first that fits a language is its.
const KNOWN: &str = "\
nplurals=1; plural=0;
nplurals=2; plural=(n != 1);
nplurals=2; plural=(n > 1);
nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);
nplurals=2; plural=(n > 1 && (n < 11 || n > 99));
nplurals=2; plural=(n > 3 && (n % 10 == 4 || n % 10 == 6 || n % 10 == 9));
nplurals=2; plural=(n != 0 && (n % 10 == 4 || n % 10 == 6 || n % 10 == 9));
nplurals=2; plural=(n == 0 || (n % 10 == 4 || n % 10 == 6 || n % 10 == 9));
nplurals=3; plural=(n == 0 ? 0 : n == 1 ? 1 : 2);
nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);
nplurals=3; plural=(n <= 1 ? 0 : n <= 10 ? 1 : 2);
nplurals=3; plural=(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2);
nplurals=3; plural=(n == 1 ? 0 : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? 1 : 2);
nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);
nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);
nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && (n % 100 < 11 || n % 100 > 19) ? 1 : 2);
nplurals=3; plural=(n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 0 : n % 10 == 1 && n % 100 != 11 ? 1 : 2);
nplurals=4; plural=(n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3);
nplurals=4; plural=(n == 1 || n == 11 ? 0 : n == 2 || n == 12 ? 1 : n >= 3 && n <= 19 ? 2 : 3);
nplurals=4; plural=(n % 10 == 1 ? 0 : n % 10 == 2 ? 1 : n % 20 == 0 ? 2 : 3);
nplurals=4; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n == 2 ? 1 : n % 10 >= 2 && (n % 100 < 11 || n % 100 > 19) ? 2 : 3);
nplurals=4; plural=(n % 10 == 1 && n % 100 != 11 && n % 100 != 71 && n % 100 != 91 ? 0 : n % 10 == 2 && n % 100 != 12 && n % 100 != 72 && n % 100 != 92 ? 1 : (n % 10 == 3 || n % 10 == 4 || n % 10 == 9) && (n % 100 < 10 || n % 100 > 19) && (n % 100 < 70 || n % 100 > 79) && n % 100 < 90 ? 2 : 3);
nplurals=5; plural=(n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4);
nplurals=5; plural=(n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : n % 100 >= 11 && n % 100 <= 19 ? 3 : 4);
nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5);
nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);
";

/// What is wrong with a header's `Plural-Forms`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It is not `nplurals=…; plural=…;` with a formula that can be read.
    Unreadable,
    /// The language is not known.
    Language,
    /// For this number the formula gives no index below `nplurals`.
    Outside(u64),
    /// These numbers have one index, but take two categories.
    Together(u64, u64),
    /// These two indices hold one category, or the second holds none.
    Idle(usize),
}

/// The value of `Plural-Forms` for a language, and the category of each index. A language that none of the
/// formulas fits has the form `other` only.
pub(super) fn of(lang: &str) -> (&'static str, Vec<&'static str>) {
    let known = KNOWN.lines().find_map(|value| Some((value, read(value, lang).ok()?)));
    known.unwrap_or((KNOWN.lines().next().unwrap_or_default(), vec!["other"]))
}

/// The category of each index by the formula of a header's value.
pub(super) fn read(value: &str, lang: &str) -> Result<Vec<&'static str>, Misfit> {
    let (count, formula) = parts(value).ok_or(Misfit::Unreadable)?;
    let categories = plural_categories(lang, SMALL.chain(LARGE));
    if categories.is_empty() {
        return Err(Misfit::Language);
    }
    // The first number of each index, with its category.
    let mut found: Vec<Option<(u64, &'static str)>> = vec![None; count];
    for (number, category) in SMALL.chain(LARGE).zip(categories) {
        let index = formula.of(number).and_then(|index| usize::try_from(index).ok());
        let slot = index.and_then(|index| found.get_mut(index)).ok_or(Misfit::Outside(number))?;
        match *slot {
            Some((first, known)) if known != category && number <= *SMALL.end() => {
                return Err(Misfit::Together(first, number));
            }
            Some(_) => {}
            None => *slot = Some((number, category)),
        }
    }
    let mut held = Vec::new();
    for (index, slot) in found.into_iter().enumerate() {
        match slot {
            Some((_, category)) if !held.contains(&category) => held.push(category),
            _ => return Err(Misfit::Idle(index)),
        }
    }
    Ok(held)
}

/// `nplurals=2; plural=(n != 1);` as count and formula.
fn parts(value: &str) -> Option<(usize, Formula)> {
    let mut fields = value.trim().trim_end_matches(';').split(';');
    let mut field = |name: &str| {
        let (found, value) = fields.next()?.split_once('=')?;
        (found.trim() == name).then_some(value)
    };
    let count = field("nplurals")?.trim().parse().ok()?;
    let formula = Formula::read(field("plural")?)?;
    (fields.next().is_none() && (1..=MOST).contains(&count)).then_some((count, formula))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::plural_forms;

    /// Every language of CLDR 48 that has rules of its own.
    const LANGUAGES: &str = "af ak am an ar ars as asa ast az bal be bem bez bg bho blo bm bn bo br brx bs ca ce \
        ceb cgg chr ckb cs csw cy da de doi dsb dv dz ee el en eo es et eu fa ff fi fil fo fr fur fy ga gd gl gsw gu \
        guw gv ha haw he hi hnj hr hsb hu hy ia id ie ig ii io is it iu ja jbo jgo jmc jv ka kab kaj kcg kde kea kk \
        kkj kl km kn ko ks ksb ksh ku ky lag lb lg lij lkt lld ln lo lt lv mas mg mgo mk ml mn mo mr ms mt my nah \
        naq nb nd ne nl nn nnh no nqo nr nso ny nyn om or os osa pa pap pcm pl prg ps pt pt-PT rm ro rof ru rwk sah \
        saq sc scn sd sdh se seh ses sg sgs sh shi si sk sl sma smi smj smn sms sn so sq sr ss ssy st su sv sw syr \
        ta te teo th ti tig tk tl tn to tpi tr ts tzm ug uk ur uz ve vec vi vo vun wa wae wo xh xog yi yo yue zh zu";

    #[test]
    fn the_languages_of_the_house_and_others() {
        let table = [
            ("ar", "0 zero, 1 one, 2 two, 3 few, 4 many, 5 other"),
            ("en", "0 one, 1 other"),
            ("fr", "0 one, 1 other"),
            ("tr", "0 one, 1 other"),
            ("ckb", "0 one, 1 other"),
            ("fa", "0 one, 1 other"),
            ("pl", "0 one, 1 few, 2 many"),
            ("ru", "0 one, 1 few, 2 many"),
            ("hr", "0 one, 1 few, 2 other"),
            ("ja", "0 other"),
            ("ga", "0 one, 1 two, 2 few, 3 many, 4 other"),
            ("pt-BR", "0 one, 1 other"),
        ];
        for (lang, expected) in table {
            let categories = of(lang).1.into_iter().enumerate();
            let said: Vec<String> =
                categories.map(|(index, category)| format!("{index} {category}")).collect();
            assert_eq!(said.join(", "), expected, "{lang}");
        }
        assert_eq!(of("en").0, "nplurals=2; plural=(n != 1);");
        assert_eq!(of("fa").0, "nplurals=2; plural=(n > 1);");
        assert_eq!(of("?"), ("nplurals=1; plural=0;", vec!["other"]));
    }

    /// Every category that a number up to 1000 takes has one index. Cornish has six, which only its own
    /// formula of 100,000 steps would tell apart.
    #[test]
    fn every_language_has_a_formula_of_its_own() {
        let odd: Vec<&str> = LANGUAGES
            .split_whitespace()
            .filter(|lang| {
                let mut taken = plural_categories(lang, SMALL);
                taken.sort_unstable();
                taken.dedup();
                let mut held = of(lang).1;
                held.sort_unstable();
                taken.is_empty() || held != taken
            })
            .collect();
        assert_eq!(odd, [""; 0]);
    }

    /// What the forms of the house count as required is what gettext has a place for, but for forms that only
    /// decimals take.
    #[test]
    fn required_forms_have_an_index() {
        for lang in ["ar", "en", "fr", "tr", "ckb", "fa", "es", "he", "ja"] {
            let required: Vec<_> =
                plural_forms(lang).into_iter().filter(|it| it.required).map(|it| it.category).collect();
            assert_eq!(of(lang).1, required, "{lang}");
        }
    }

    #[test]
    fn the_formulas_of_other_tools_are_understood() {
        let read = |value, lang| read(value, lang).map(|held| held.join(" "));
        // Weblate of today: millions of French, and Arabic with `n%100<=99`.
        let weblate = "nplurals=3; plural=(n == 0 || n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2);";
        assert_eq!(read(weblate, "fr"), Ok("one many other".into()));
        let transifex = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : \
            n%100>=11 && n%100<=99 ? 4 : 5;";
        assert_eq!(read(transifex, "ar"), Ok("zero one two few many other".into()));
        // Any order of the forms.
        assert_eq!(read("nplurals=2; plural=n==1", "en"), Ok("other one".into()));
        assert_eq!(read(" nplurals = 2 ; plural = !(n==1) ; ", "en"), Ok("one other".into()));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let cases = [
            ("nplurals=2; plural=n != 1;", "fa", Misfit::Together(0, 2)),
            ("nplurals=2; plural=n > 1;", "en", Misfit::Together(0, 1)),
            ("nplurals=1; plural=0;", "tr", Misfit::Together(0, 1)),
            ("nplurals=2; plural=n != 1;", "ar", Misfit::Together(0, 2)),
            ("nplurals=3; plural=n==0 ? 0 : n==1 ? 1 : 2;", "en", Misfit::Idle(2)),
            ("nplurals=3; plural=n != 1;", "en", Misfit::Idle(2)),
            ("nplurals=2; plural=n;", "en", Misfit::Outside(2)),
            ("nplurals=2; plural=n/n;", "en", Misfit::Outside(0)),
            ("nplurals=2; plural=n-1;", "en", Misfit::Outside(0)),
            ("nplurals=2; plural=n != 1;", "?", Misfit::Language),
            ("nplurals=0; plural=0;", "en", Misfit::Unreadable),
            ("nplurals=7; plural=0;", "en", Misfit::Unreadable),
            ("nplurals=2; plural=n !== 1;", "en", Misfit::Unreadable),
            ("nplurals=2; plural=n != 1; more", "en", Misfit::Unreadable),
            ("nplurals=INTEGER; plural=EXPRESSION;", "en", Misfit::Unreadable),
            ("plural=n != 1", "en", Misfit::Unreadable),
            ("", "en", Misfit::Unreadable),
        ];
        for (value, lang, misfit) in cases {
            assert_eq!(read(value, lang), Err(misfit), "{value} {lang}");
        }
    }
}
