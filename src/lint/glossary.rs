//! AR20, TX20: forms that the glossary of the house avoids, and one term in two ways in one text.
//!
//! Quoted words stay as they were said. A short form beside the full one is no second way. Only Arabic is
//! corrected, and only where the words around can stay: the same number of words, each of the same gender and
//! definiteness.

use std::ops::Range;

use super::Hit;
use super::passage::{Passage, Term};
use super::phrases::{Found, phrase_at};
use super::quotation::{quotations, within};
use super::token::TokenKind;

/// Reports under a code.
pub(super) fn glossary(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    let free = |found: &Found| !within(&quoted, &found.range);
    let mut avoided: Vec<(Found, &Term, &str)> = Vec::new();
    for term in &passage.terms.glossary {
        for form in &term.reject {
            avoided.extend(
                all(passage, form).into_iter().filter(free).map(|found| (found, term, form.as_str())),
            );
        }
        two_ways(passage, term, code, &quoted, hits);
    }
    if avoided.is_empty() {
        return;
    }
    let forms = passage.terms.glossary.iter().flat_map(|term| &term.forms);
    let wanted: Vec<Found> = forms.flat_map(|form| all(passage, form)).collect();
    let spans: Vec<Range<usize>> = avoided.iter().map(|(found, ..)| found.range.clone()).collect();
    for (found, term, form) in avoided {
        let longer = |range: &Range<usize>| {
            range.start <= found.range.start
                && found.range.end <= range.end
                && range.len() > found.range.len()
        };
        if spans.iter().any(longer) || wanted.iter().any(|other| longer(&other.range)) {
            continue;
        }
        let Some(default) = term.forms.first() else { continue };
        let text = passage.slice(found.range.clone());
        let hit =
            Hit::warning(code, found.range.clone(), format!("`{text}` is a form that the glossary avoids"))
                .label(format!("the term is `{default}`"))
                .help(format!("write `{default}`"));
        let right = if passage.lang == "ar" { exchange(text, form, default) } else { None };
        hits.push(match right {
            Some(right) => hit.fix(found.range, right),
            None => hit,
        });
    }
}

/// Every place of a form; in Arabic an indefinite form also with its articles.
fn all(passage: &Passage, form: &str) -> Vec<Found> {
    if form.trim().is_empty() || !passage.may_hold(form) {
        return Vec::new();
    }
    let cased = passage.lang != "ar" && form.chars().any(char::is_uppercase);
    let words = || form.split(' ');
    let bare = passage.lang == "ar" && words().all(|word| !word.starts_with("ال"));
    let definite = bare.then(|| words().map(|word| format!("ال{word}")).collect::<Vec<_>>().join(" "));
    let starts = passage.tokens.iter().enumerate().filter(|(_, token)| token.kind != TokenKind::Space);
    let at = |(at, _)| {
        let with = definite.as_ref().and_then(|form| phrase_at(passage, at, form, cased));
        phrase_at(passage, at, form, cased).or(with)
    };
    starts.filter_map(at).collect()
}

/// The default form in place of another one, if nothing around has to change.
fn exchange(text: &str, form: &str, default: &str) -> Option<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (form.split(' ').collect(), default.split(' ').collect());
    let alike = |(old, new): (&&str, &&str)| {
        old.starts_with("ال") == new.starts_with("ال") && old.ends_with('ة') == new.ends_with('ة')
    };
    let articled = text.starts_with("ال") != form.starts_with("ال");
    let swallowed = form.starts_with("ال") && text.starts_with("لل");
    if old.len() != new.len() || !old.iter().zip(&new).all(alike) || articled && !swallowed {
        return None;
    }
    Some(if swallowed { format!("ل{}", default.trim_start_matches('ا')) } else { default.to_owned() })
}

/// Two forms of equal standing in one text.
fn two_ways(
    passage: &Passage,
    term: &Term,
    code: &'static str,
    quoted: &[Range<usize>],
    hits: &mut Vec<Hit>,
) {
    let length = |form: &str| form.split(' ').count();
    let mut used: Vec<(&String, Found)> = Vec::new();
    for form in &term.forms {
        let bracketed = |found: &Found| passage.text[..found.range.start].ends_with('(');
        let places = all(passage, form);
        let free = places.iter().find(|found| !within(quoted, &found.range));
        let capitals = form.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        if let Some(first) =
            free.filter(|_| !places.iter().any(bracketed) && (passage.lang == "ar" || !capitals))
        {
            used.push((form, first.clone()));
        }
    }
    used.sort_by_key(|(_, found)| found.range.start);
    let Some(((form, first), rest)) = used.split_first() else { return };
    for (other, found) in rest {
        let part = form.contains(other.as_str()) || other.contains(form.as_str());
        if length(other) == length(form) && !part {
            let (one, two) = (passage.slice(first.range.clone()), passage.slice(found.range.clone()));
            hits.push(
                Hit::warning(code, found.range.clone(), format!("`{two}` and `{one}` are one term"))
                    .other(first.range.clone(), "the same term")
                    .help("use one form in one text"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::passage::Terms;
    use super::super::probe::hits;
    use super::*;

    fn terms(forms: &[&str], reject: &[&str]) -> Terms {
        let owned = |list: &[&str]| list.iter().map(|form| (*form).to_owned()).collect();
        let term = Term { id: "t".to_owned(), forms: owned(forms), reject: owned(reject) };
        Terms { glossary: vec![term], ..Terms::default() }
    }

    fn rule(passage: &Passage, found: &mut Vec<Hit>) {
        glossary(passage, "AR20", found);
    }

    /// What is flagged, and what each fix puts there.
    fn found<'t>(lang: &str, terms: &Terms, text: &'t str) -> Vec<(&'t str, Option<String>)> {
        let hits = hits(rule, lang, terms, text).into_iter();
        hits.map(|hit| (&text[hit.range], hit.fix.map(|fix| fix.text))).collect()
    }

    #[test]
    fn avoided_forms() {
        let group = terms(&["المجموعة المصغرة"], &["الفريق المصغر", "المجموعة الصغيرة"]);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            found("ar", &group, "والمجموعة الصغيرة"),
            [("المجموعة الصغيرة", some("المجموعة المصغرة"))]
        );
        assert_eq!(found("ar", &group, "للمجموعة الصغيرة"), [("للمجموعة الصغيرة", some("للمجموعة المصغرة"))]);
        assert_eq!(found("ar", &group, "بالفريق المصغّر"), [("الفريق المصغّر", None)]);
        let long =
            terms(&["التحالف الدولي ضد داعش", "التحالف"], &["التحالف الدولي ضد تنظيم داعش", "تنظيم داعش"]);
        assert_eq!(
            found("ar", &long, "التحالف الدولي ضد تنظيم داعش"),
            [("التحالف الدولي ضد تنظيم داعش", None)]
        );
        let camp = terms(&["مخيم"], &["معسكر"]);
        assert_eq!(found("ar", &camp, "معسكر والمعسكر"), [("معسكر", some("مخيم")), ("المعسكر", None)]);
        let daesh = terms(&["Daesh"], &["ISIS", "so-called caliphate"]);
        assert_eq!(found("en", &daesh, "ISIS fell"), [("ISIS", None)]);
        assert_eq!(found("en", &daesh, "The So-called Caliphate"), [("So-called Caliphate", None)]);
    }

    #[test]
    fn one_term_in_two_ways() {
        let camp = terms(&["مخيم الهول", "معسكر الهول"], &[]);
        assert_eq!(found("ar", &camp, "مخيم الهول، ثم معسكر الهول ومخيم الهول"), [("معسكر الهول", None)]);
        let offer = terms(&["Small Group", "Core Group"], &[]);
        assert_eq!(found("en", &offer, "The Small Group and the Core Group"), [("Core Group", None)]);
    }

    #[test]
    fn what_the_glossary_does_not_touch() {
        let silent = |lang, terms: &Terms, text| assert_eq!(found(lang, terms, text), [], "{text}");
        let daesh = terms(&["Daesh", "داعش"], &["ISIS", "الفريق المصغر"]);
        silent("en", &daesh, "Isis is a river; “ISIS” is quoted; Daesh fell");
        silent("en", &daesh, "CRISIS");
        silent("ar", &daesh, "قال «الفريق المصغر» ثم ذهب");
        silent("ar", &daesh, "الفريق، المصغر");
        silent("ar", &daesh, "فريقه المصغر");
        let coalition = terms(&["التحالف الدولي", "التحالف"], &[]);
        silent("ar", &coalition, "التحالف الدولي، ثم التحالف");
        let un = terms(&["United Nations", "UN"], &[]);
        silent("en", &un, "The United Nations (UN) and the UN");
        let longer = terms(&["التحالف العالمي ضد الجوع"], &["التحالف العالمي"]);
        silent("ar", &longer, "التحالف العالمي ضد الجوع");
    }
}
