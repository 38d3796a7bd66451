//! Every typed fact of the five real editions: in the data, in the Briefs, and in the PDFs as they are
//! read back, with its qualifier, its unit and its date.

use std::collections::BTreeSet;

use mujaz::brief::{Body, Brief};

use crate::support::coverage::{Said, coverage, phrases};
use crate::support::facts::differences;
use crate::support::homes::{Shown, shown};
use crate::support::pdf_text::PdfText;
use crate::support::project::{LANGS, REAL, assets, edition, print, printed};
use crate::support::tokens::{plain, tokens};

/// Source marks, an identifier and the like that may stand between the phrases of one item.
const BESIDE: usize = 12;

/// A page's foot, the next one's head and the repeated head of a table.
const BETWEEN_PAGES: usize = 60;

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_data_say_what_the_sources_say() {
    let mut faults = Vec::new();
    for id in REAL {
        for row in coverage(id).facts {
            let found = differences(&edition(id).dossier.edition, &row);
            faults
                .extend(found.into_iter().map(|fault| format!("{id} {} ({}): {fault}", row.home, row.fact)));
        }
    }
    assert_none(faults);
}

#[test]
fn every_fact_has_its_phrases_written_by_hand() {
    let mut faults = Vec::new();
    for id in REAL {
        let phrases = phrases(id);
        for row in coverage(id).facts {
            for lang in LANGS {
                let Some(said) = phrases.get(&row.home).and_then(|it| it.get(lang)) else {
                    faults.push(format!("{id} {} has no phrase in {lang}", row.home));
                    continue;
                };
                let dated = row.as_of.is_some() || row.on.is_some() || row.period.is_some();
                let valued = row.value.is_some() || row.q.is_some();
                if (dated && said.date.is_none()) || (valued && said.value.is_none()) {
                    faults.push(format!("{id} {} lacks a value or date in {lang}", row.home));
                }
            }
        }
    }
    assert_none(faults);
}

/// Where a Brief departs from the phrases of one home.
fn brief_faults(shown: &Shown, said: &Said) -> Vec<String> {
    let mut faults: Vec<String> = shown.fault().into_iter().collect();
    let mut same = |what: &str, wanted: &Option<String>, found: &Option<mujaz::locale::Phrase>| {
        let Some(wanted) = wanted else { return };
        let found = found.as_ref().map_or("nothing".to_owned(), |it| plain(&it.plain()));
        if plain(wanted) != found {
            faults.push(format!("{what}: expected `{wanted}`, found `{found}`"));
        }
    };
    same("value", &said.value, &shown.value);
    same("date", &said.date, &shown.date);
    let all = shown.all.iter().map(|phrase| plain(&phrase.plain())).collect::<Vec<_>>().join("\n");
    let absent = said.words.iter().filter(|words| !all.contains(&plain(words)));
    faults.extend(absent.map(|words| format!("`{words}` is not in `{all}`")));
    faults
}

#[test]
fn briefs_say_every_fact() {
    let mut faults = Vec::new();
    for id in REAL {
        let edition = edition(id);
        for (home, by_lang) in phrases(id) {
            for (lang, said) in by_lang {
                let found = match shown(&edition.dossier.edition, &edition.briefs[lang.as_str()], &home) {
                    Some(shown) => brief_faults(&shown, &said),
                    None => vec!["is not in the Brief".to_owned()],
                };
                faults.extend(found.into_iter().map(|fault| format!("{id} {lang} {home}: {fault}")));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn briefs_say_every_qualitative_fact() {
    let mut faults = Vec::new();
    for id in REAL {
        let edition = edition(id);
        for row in coverage(id).qualitative {
            for lang in LANGS {
                let shown = shown(&edition.dossier.edition, &edition.briefs[lang], &row.home);
                let fault = shown.map_or(Some("is not in the Brief".to_owned()), |shown| shown.fault());
                let place = format!("{id} {lang} {} ({} {})", row.home, row.kind, row.n);
                faults.extend(fault.map(|fault| format!("{place}: {fault}")));
            }
        }
    }
    assert_none(faults);
}

/// The last words of qualifiers: a value that follows one of them is another value.
const QUALIFIERS: [&str; 15] = [
    "than",
    "nearly",
    "about",
    "least",
    "to",
    "between",
    ">",
    "<",
    "~",
    "من",
    "نحو",
    "يقارب",
    "عن",
    "إلى",
    "بين",
];

/// Where the tokens of a phrase stand one after another.
fn runs(text: &[String], wanted: &[String]) -> Vec<usize> {
    let all = text.windows(wanted.len().max(1)).enumerate();
    all.filter(|(_, run)| *run == wanted).map(|(at, _)| at).collect()
}

/// What must be found close together.
struct Wanted {
    /// What the item is called.
    label: Vec<String>,
    value: Option<Vec<String>>,
    others: Vec<Vec<String>>,
    /// How far from the label the rest may begin, in tokens.
    reach: usize,
    /// What figures are called: each row begins with one, and ends before the next.
    labels: Vec<Vec<String>>,
}

impl Wanted {
    fn stands_in(&self, text: &[String], reach: usize) -> bool {
        let unqualified = |at: &usize| *at == 0 || !QUALIFIERS.contains(&text[at - 1].as_str());
        let value =
            self.value.iter().map(|value| runs(text, value).into_iter().filter(unqualified).collect());
        let found: Vec<Vec<usize>> = value.chain(self.others.iter().map(|it| runs(text, it))).collect();
        let rows: Vec<usize> = self.labels.iter().flat_map(|label| runs(text, label)).collect();
        runs(text, &self.label).into_iter().any(|start| {
            let region = if rows.is_empty() {
                start.saturating_sub(reach)..start + reach
            } else {
                let next = rows.iter().filter(|row| **row > start).min();
                start..next.copied().unwrap_or(usize::MAX).min(start + reach)
            };
            found.iter().all(|runs| runs.iter().any(|at| region.contains(at)))
        })
    }
}

/// Whether the PDF holds an item of the Brief with the phrases that were written by hand.
fn is_printed(pdf: &PdfText, shown: &Shown, said: &Said) -> bool {
    let size: usize = shown.all.iter().map(|phrase| tokens(&phrase.plain()).len()).sum();
    let wanted = Wanted {
        label: tokens(&shown.text.plain()),
        value: said.value.as_deref().map(tokens),
        others: said.date.iter().chain(&said.words).map(|phrase| tokens(phrase)).collect(),
        reach: size + BESIDE,
        labels: shown.rows.iter().map(|label| tokens(&label.plain())).collect(),
    };
    let pages: Vec<Vec<String>> = pdf.pages.iter().map(|page| tokens(page)).collect();
    pages.iter().any(|page| wanted.stands_in(page, wanted.reach))
        || pages.windows(2).any(|two| wanted.stands_in(&two.concat(), wanted.reach + BETWEEN_PAGES))
}

#[test]
fn pdfs_hold_every_fact() {
    let mut faults = Vec::new();
    for id in REAL {
        let edition = edition(id);
        for (home, by_lang) in phrases(id) {
            for (lang, said) in by_lang {
                let shown = shown(&edition.dossier.edition, &edition.briefs[lang.as_str()], &home);
                if !shown.is_some_and(|shown| is_printed(printed(id, &lang), &shown, &said)) {
                    faults.push(format!("{id} {lang} {home}: {said:?} cannot be read in the PDF"));
                }
            }
        }
    }
    assert_none(faults);
}

/// The Brief without a row of the register, or with another number in it.
fn spoilt(brief: &Brief, id: &str, number: Option<(&str, &str)>) -> Brief {
    let mut brief = brief.clone();
    for section in &mut brief.sections {
        let Body::Figures(rows) = &mut section.body else { continue };
        match number {
            None => rows.retain(|row| row.id != id),
            Some((from, to)) => {
                let row = rows.iter_mut().find(|row| row.id == id).expect("the row");
                row.value.0.iter_mut().for_each(|part| part.text = part.text.replace(from, to));
            }
        }
    }
    brief
}

#[test]
fn a_fact_that_is_not_printed_is_missed() {
    let assets = assets();
    // Figures whose whole phrase stands in the register alone.
    for (id, figure, lang, from, to) in [
        ("2017-11-amman", "coalition_age", "ar", "ثلاث", "أربع"),
        ("2017-11-amman", "coalition_age", "en", "three", "four"),
        ("2019-06-paris", "forces_trained", "ar", "210", "120"),
        ("2019-06-paris", "forces_trained", "en", "210", "120"),
    ] {
        let (edition, home) = (edition(id), format!("figures.{figure}"));
        let said = &phrases(id)[&home][lang];
        let brief = &edition.briefs[lang];
        let shown = shown(&edition.dossier.edition, brief, &home).expect("the row");
        assert!(is_printed(printed(id, lang), &shown, said), "{figure} {lang}");
        for change in [None, Some((from, to))] {
            let spoilt = spoilt(brief, figure, change);
            let pdf = print(&assets, &edition.dossier, &spoilt);
            assert!(!is_printed(&pdf, &shown, said), "{figure} {lang} {change:?}");
        }
    }
}

#[test]
fn a_wrong_phrase_is_not_found() {
    let (id, lang, home) = ("2019-06-paris", "en", "figures.people_liberated");
    let edition = edition(id);
    let shown = shown(&edition.dossier.edition, &edition.briefs[lang], home).expect("the row");
    let right = &phrases(id)[home][lang];
    assert!(is_printed(printed(id, lang), &shown, right));
    let change = |from: &str, to: &str| Said {
        value: right.value.as_ref().map(|it| it.replace(from, to)),
        date: right.date.as_ref().map(|it| it.replace(from, to)),
        words: Vec::new(),
    };
    for (from, to) in [
        ("7.7", "7.6"),
        ("more than ", ""),
        ("more than", "nearly"),
        ("people", "names"),
        ("25 Jun", "26 Jun"),
    ] {
        let wrong = change(from, to);
        assert!(!is_printed(printed(id, lang), &shown, &wrong), "{wrong:?}");
        assert!(!brief_faults(&shown, &wrong).is_empty(), "{wrong:?}");
    }
}

#[test]
fn editions_have_the_pages_and_the_properties_of_their_kind() {
    let mut faults = Vec::new();
    for id in REAL {
        let kind = edition(id).dossier.edition.head.kind.value.code();
        let wanted = if kind == "flash" { 1..=3 } else { 2..=8 };
        for lang in LANGS {
            let pdf = printed(id, lang);
            let brief = &edition(id).briefs[lang];
            if !wanted.contains(&pdf.pages.len()) {
                faults.push(format!("{id} {lang}: {} pages for {kind}, not {wanted:?}", pdf.pages.len()));
            }
            let says = (pdf.lang.as_str(), pdf.title.as_str(), pdf.right_to_left);
            let should = (lang, brief.document.title.as_str(), lang == "ar");
            if says != should || pdf.title.is_empty() {
                faults.push(format!("{id} {lang}: the document says {says:?}, not {should:?}"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn no_page_is_without_text() {
    for id in REAL {
        for lang in LANGS {
            let words: BTreeSet<usize> =
                printed(id, lang).pages.iter().map(|page| tokens(page).len()).collect();
            assert!(words.first().is_some_and(|fewest| *fewest > 20), "{id} {lang}: {words:?}");
        }
    }
}
