//! Tests of the exchange on one small edition: what a message carries out, and where one that comes back goes.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

use std::fs;

use tempfile::TempDir;

use super::import::{Hand, Import, import};
use super::unit::base;
use super::{Catalogue, Entry, export::export, leftovers, po, rewrite::rewrite, units};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::text::{State, Status, Typed};

const FILES: [(&str, &str); 5] = [
    (
        "data/house.yaml",
        "mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {flash: [bottom_line]}}
edition: {languages: [ar, en], master: ar, publisher: {org: desk}, marking: {scheme: none}}
",
    ),
    (
        "data/shared/all.yaml",
        "orgs: {desk: {type: group, name: {ar: وحدة, en: Desk}}}
units:
  person:
    gender: m
    forms:
      ar: {one: شخص, two_nom: شخصان, two_obl: شخصين, few: أشخاص, many: شخصًا, other: شخص}
      en: {one: person, other: people}
metrics:
  people: {label: {ar: العائدون, en: Returned}, unit: person, shape: stock, section: progress}
",
    ),
    (
        "data/editions/x/edition.yaml",
        "edition: {id: x, kind: flash, number: 26, issued: 2031-06-30T18:00+03:00}
figures: [{id: people, metric: people, value: 2, as_of: 2031-06}]
",
    ),
    (
        "data/editions/x/text/ar.yaml",
        "lang: ar
title: عنوان
bottom_line:
  by: people
  zero: لم يعد أحد.
  one: عاد شخص واحد.
  two: عاد شخصان.
  few: عاد {people} إلى ديارهم.
  many: عاد {people} إلى ديارهم.
  other: عاد {people} إلى ديارهم.
highlights: [أول., ثان., ثالث.]
",
    ),
    (
        "data/editions/x/text/en.yaml",
        "lang: en
title: Title
bottom_line: {by: people, one: One person returned., other: '{people} returned.'}
highlights: [First., Second., Third.]
",
    ),
];

struct Desk {
    dossier: Dossier,
    sources: Sources,
}

/// The edition with texts of its files replaced.
fn desk(changes: &[(&str, &str)]) -> Desk {
    let folder = TempDir::new().unwrap();
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = changes.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        fs::write(path, text).unwrap();
    }
    let project = Project::open(folder.path()).unwrap();
    let mut sources = Sources::new();
    let (dossier, findings) = Dossier::read(&project, "x", None, &mut sources);
    assert!(!findings.iter().any(Finding::is_error), "{findings:?}");
    Desk { dossier: dossier.unwrap(), sources }
}

impl Desk {
    fn export(&self) -> Catalogue {
        export(&self.dossier, "en", None, &self.sources).unwrap()
    }

    /// Writes a catalogue as PO and takes it over.
    fn import(&mut self, catalogue: &Catalogue) -> (Option<Import>, Vec<Finding>) {
        let file = self.sources.add("en.po", "translation", po::write(catalogue));
        let (read, findings) = po::read(file, &self.sources);
        assert_eq!(findings, []);
        import(&self.dossier, &read.unwrap(), Hand { status: Status::Draft, by: None }, &self.sources)
    }

    /// What a file of another state of the edition does to this one: steps, new texts, leftovers.
    fn takes(&mut self, catalogue: &Catalogue) -> (Vec<String>, Vec<String>, Vec<String>) {
        let (taken, findings) = self.import(catalogue);
        let taken = taken.unwrap_or_else(|| panic!("{findings:?}"));
        let texts = taken.texts.iter().map(|(key, text)| format!("{key} {}", text.other()));
        (
            taken.steps.iter().map(|(key, step)| format!("{key} {step:?}")).collect(),
            texts.collect(),
            taken.leftovers.iter().map(|entry| entry.key.clone()).collect(),
        )
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn one(text: &str) -> Typed {
    Typed::One(text.to_owned())
}

fn translated(key: &str, source: &str, target: &str) -> Entry {
    Entry { target: Some(one(target)), ..Entry::new(key, one(source)) }
}

const LIST: &str = "[أول., ثان., ثالث.]";

#[test]
fn units_stand_in_the_order_of_the_page() {
    let desk = desk(&[]);
    let units = units(&desk.dossier, "en");
    let keys: Vec<&str> = units.iter().map(|unit| unit.key.as_str()).collect();
    assert_eq!(keys, ["title", "bottom_line", "highlights[1]", "highlights[2]", "highlights[3]"]);
    assert!(units.iter().all(|unit| unit.state == State::Draft));
    assert_eq!((units[0].by(), units[1].by()), (None, Some("people")));
    let slots: Vec<&str> = units[1].slots().iter().map(|slot| slot.path.as_str()).collect();
    assert_eq!(slots, ["people"]);
    // The master language is not translated, and there is no other.
    assert_eq!(super::units(&desk.dossier, "ar").len() + super::units(&desk.dossier, "fr").len(), 0);
}

#[test]
fn a_base_is_of_the_keys_and_their_master_texts() {
    let of = |texts: &[(&str, &str)]| {
        let typed: Vec<(&str, Typed)> = texts.iter().map(|(key, text)| (*key, one(text))).collect();
        base(typed.iter().map(|(key, text)| (*key, text)))
    };
    let own = of(&[("a", "x"), ("b", "y")]);
    assert_eq!(own, of(&[("b", "y"), ("a", "x")]));
    for other in [&[("a", "x")][..], &[("a", "y"), ("b", "x")], &[("a", "x"), ("c", "y")], &[]] {
        assert_ne!(own, of(other), "{other:?}");
    }
    assert_eq!(own.len(), 16);
}

/// Forms of the master that the file has no field for, what placeholders read, and each form with a number.
#[test]
fn a_message_in_forms_carries_what_its_translator_needs() {
    let catalogue = desk(&[]).export();
    let entry = &catalogue.entries[1];
    let expected = [
        "ar zero: لم يعد أحد.",
        "ar two: عاد شخصان.",
        "ar few: عاد {people} إلى ديارهم.",
        "ar many: عاد {people} إلى ديارهم.",
        "{people} → two people",
        "one, 1: One person returned.",
        "other, 2: two people returned.",
    ];
    let plain: Vec<String> =
        entry.notes.iter().map(|note| note.replace(['\u{a0}', '\u{202f}'], " ")).collect();
    assert_eq!(plain, expected);
    assert_eq!((entry.fuzzy, entry.approved, entry.previous.as_ref()), (false, false, None));
    assert_eq!(entry.references, [("data/editions/x/text/ar.yaml".to_owned(), 4)]);
    let forms = vec![("one", "One person returned.".into()), ("other", "{people} returned.".into())];
    assert_eq!(entry.target, Some(Typed::Forms { by: "people".into(), forms }));
    assert!(export(&desk(&[]).dossier, "ar", None, &Sources::new()).is_none());
}

/// Where each translation goes when the items of a list have moved.
#[test]
fn translations_follow_their_master_texts() {
    let file = desk(&[]).export();
    let mut unchanged = desk(&[]);
    assert_eq!(unchanged.takes(&file), Default::default());
    for (list, steps, texts, left) in [
        // One before all.
        (
            "[جديد., أول., ثان., ثالث.]",
            &[
                "highlights[1] Vacated",
                "highlights[2] Moved(\"highlights[1]\")",
                "highlights[3] Moved(\"highlights[2]\")",
                "highlights[4] Moved(\"highlights[3]\")",
            ][..],
            &["highlights[2] First.", "highlights[3] Second.", "highlights[4] Third.", "highlights[1] "][..],
            &[][..],
        ),
        // The first is gone.
        (
            "[ثان., ثالث.]",
            &["highlights[1] Moved(\"highlights[2]\")", "highlights[2] Moved(\"highlights[3]\")"],
            &["highlights[1] Second.", "highlights[2] Third."],
            &["highlights[1]"],
        ),
        // Two have changed places.
        (
            "[ثان., أول., ثالث.]",
            &["highlights[1] Moved(\"highlights[2]\")", "highlights[2] Moved(\"highlights[1]\")"],
            &["highlights[2] First.", "highlights[1] Second."],
            &[],
        ),
        // One twice: the first place is its own, and no other can be told for the second.
        ("[أول., أول., ثالث.]", &[], &[], &[]),
    ] {
        let mut now = desk(&[(LIST, list)]);
        let (took, put, rest) = now.takes(&file);
        assert_eq!((took, put, rest), (owned(steps), owned(texts), owned(left)), "{list}");
    }
}

/// Of two texts for one place, none is lost.
#[test]
fn no_place_is_given_twice() {
    let mut file = desk(&[(LIST, "[أول., أول., ثالث.]")]).export();
    file.entries[2].target = Some(one("Once."));
    file.entries[3].target = Some(one("Twice."));
    let (steps, texts, left) = desk(&[(LIST, "[جديد., ثالث., أول.]")]).takes(&file);
    assert_eq!(texts, owned(&["highlights[3] Once.", "highlights[2] Third."]));
    assert_eq!(
        steps,
        owned(&["highlights[2] Moved(\"highlights[3]\")", "highlights[3] Moved(\"highlights[1]\")"])
    );
    assert_eq!(left, owned(&["highlights[2]"]));
}

/// A master text in many forms shows two of them; a change of another is known by the base of the file.
#[test]
fn a_form_that_changed_unseen_settles_nothing() {
    let mut file = desk(&[]).export();
    let Some(Typed::Forms { forms, .. }) = &mut file.entries[1].target else { panic!("forms") };
    forms[0].1 = "A person returned.".to_owned();
    let (steps, _, _) = desk(&[("عاد شخصان.", "عاد اثنان.")]).takes(&file);
    assert_eq!(steps, owned(&["bottom_line Changed"]));
}

/// Faults are told of the translator's file, and what it does not hold is none.
#[test]
fn one_fault_refuses_the_file() {
    let mut file = desk(&[]).export();
    file.entries.truncate(3);
    file.entries[2].target = Some(one("First {nothing} 3."));
    let mut desk = desk(&[]);
    let (taken, findings) = desk.import(&file);
    assert!(taken.is_none());
    let name = |finding: &Finding| desk.sources.name(finding.places[0].span.file).to_owned();
    assert!(findings.iter().all(|finding| name(finding) == "en.po"), "{findings:?}");
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["TR02", "TR04"]);
}

#[test]
fn texts_go_to_their_places_in_the_file() {
    let mut sources = Sources::new();
    let typed = "# kept\nlang: en\nthreats:\n  b: B # two\nhighlights:\n  - one\n";
    let file = sources.add("text/en.yaml", "language en", typed.to_owned());
    let page = owned(&["title", "highlights[1]", "highlights[3]", "threats.a", "threats.b", "events.e"]);
    let forms = vec![("one", "A".to_owned()), ("other", "{figure}".to_owned())];
    let texts = [
        ("title".to_owned(), one("Title: here")),
        ("highlights[3]".to_owned(), one("three")),
        ("threats.a".to_owned(), Typed::Forms { by: "figure".to_owned(), forms }),
        ("events.e".to_owned(), one("E")),
        ("highlights[1]".to_owned(), one("")),
    ];
    assert_eq!(
        rewrite(file, &sources, &texts, &page).unwrap(),
        "# kept\nlang: en\ntitle: \"Title: here\"\nthreats:\n  a:\n    by: figure\n    one: A\n    other: \"{figure}\"\n  b: B # two\n\
         events:\n  e: E\nhighlights:\n  - \"\"\n  - \"\"\n  - three\n"
    );
    assert_eq!(rewrite(file, &sources, &[], &page).unwrap(), typed);

    let file = sources.add("text/en.yaml", "language en", "threats: &all\n  b: B\n".to_owned());
    let fault = rewrite(file, &sources, &texts[2..3], &page).unwrap_err();
    let place = sources.position(file, fault.places[0].span.start);
    assert_eq!((fault.code, place), ("TR15", (2, 3)));
}

/// A key stands once in a PO file; what it had before is kept as obsolete, and nothing twice.
#[test]
fn leftovers_are_kept_once_each() {
    let catalogue = Catalogue {
        edition: "x".to_owned(),
        lang: "en".to_owned(),
        master: "ar".to_owned(),
        base: String::new(),
        translator: None,
        entries: Vec::new(),
        obsolete: Vec::new(),
    };
    let entry = |key: &str, target: &str| translated(key, "نص", target);
    let mut sources = Sources::new();
    let mut text = String::new();
    let mut kept = |entries: &[Entry]| {
        let file = sources.add("text/en.leftovers.po", "leftovers", text.clone());
        text = leftovers::with(&catalogue, entries, file, &sources).unwrap();
        let file = sources.add("text/en.leftovers.po", "leftovers", text.clone());
        let (read, findings) = po::read(file, &sources);
        assert_eq!(findings, []);
        let said = |entries: Vec<Entry>| -> Vec<String> {
            entries.iter().map(|it| format!("{} {}", it.key, it.target.as_ref().unwrap().other())).collect()
        };
        read.map(|read| (said(read.entries), said(read.obsolete))).unwrap()
    };
    let (a, b) = (entry("events.a", "A"), entry("events.b", "B"));
    assert_eq!(kept(std::slice::from_ref(&a)), (owned(&["events.a A"]), vec![]));
    assert_eq!(kept(&[b.clone(), a.clone()]), (owned(&["events.a A", "events.b B"]), vec![]));
    let third = entry("events.a", "Another");
    assert_eq!(
        kept(&[third.clone(), b.clone()]),
        (owned(&["events.b B", "events.a Another"]), owned(&["events.a A"]))
    );
    assert_eq!(kept(&[a, b, third]), (owned(&["events.b B", "events.a Another"]), owned(&["events.a A"])));

    let broken = sources.add("text/en.leftovers.po", "leftovers", "msgid \"".to_owned());
    let faults = leftovers::with(&catalogue, &[entry("events.a", "A")], broken, &sources).unwrap_err();
    assert!(!faults.is_empty() && faults.iter().all(Finding::is_error), "{faults:?}");
}
