#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::layers::Project;
use crate::text::Stale;

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
events: [{id: late, on: 2031-06}, {id: early, on: 2031-05}]
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
highlights: ['عاد {people} معًا.', ثان]
events: {early: مبكر, late: متأخر}
",
    ),
    (
        "data/editions/x/text/en.yaml",
        "lang: en
title: Title
bottom_line:
  by: people
  one: One  person has gone home.
  other: '{people} have gone home.'
highlights: ['{people} came back  together.']
events: {early: Early, late: Late}
",
    ),
];

/// The proof of the English text: the first highlight is stale, the rest is approved.
fn proof() -> Proof {
    let folder = TempDir::new().unwrap();
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut sources = Sources::new();
    let project = Project::find(folder.path()).unwrap();
    let (dossier, mut findings) = Dossier::read(&project, "x", None, &mut sources);
    let dossier = dossier.unwrap_or_else(|| panic!("{findings:#?}"));
    findings.extend(crate::check::check(&dossier, &sources, &mut crate::check::Seen::default()));
    findings.push(Finding::warning("TX01", "`en` as a whole").path("text.en.nothing"));
    let (brief, _) = crate::brief::write(&dossier, "en").unwrap();
    let masters = dossier.masters();
    let was = Some(Typed::One("عاد نحو {people}.".into()));
    let mut states: BTreeMap<String, State> =
        masters.keys().map(|key| (key.clone(), State::Approved)).collect();
    states.insert(
        "highlights[1]".into(),
        State::Stale(Stale { was, moved: Some("highlights[2]".into()), waits: false }),
    );
    states.insert("highlights[2]".into(), State::Missing);
    let (masters, states) = (&masters, &states);
    let material = Material { brief: &brief, masters, states, findings: &findings, notes_lang: "en" };
    Proof::of(&dossier, "en", &material, &sources, Finding::clone).unwrap()
}

fn plain(phrase: &Phrase) -> String {
    phrase.plain().replace('\u{a0}', " ")
}

/// A row as text: `<` the master, `>` the translation, `*` what the page says today, `!` a note.
fn told(row: &Row) -> String {
    let place = row.place.as_deref().unwrap_or("-");
    let mut text = format!("{} {} {place}\n", row.key, row.state.code);
    for (side, lines) in [('<', &row.master), ('>', &row.translation)] {
        for line in lines {
            let number = line.number.as_ref().map(plain).unwrap_or_default();
            let form = line.form.map(|form| format!("{form} {number} ")).unwrap_or_default();
            let today = if line.today { "*" } else { " " };
            text += &format!("  {side}{today}{form}{}\n", plain(&line.text));
        }
    }
    for note in &row.notes {
        let message: String = note.message.iter().map(|words| words.text.as_str()).collect();
        let form = note.form.as_deref().map(|form| format!(" {form}")).unwrap_or_default();
        text += &format!("  ! {}{form} {message}\n", note.code);
    }
    text
}

#[test]
fn every_text_stands_beside_its_master_in_the_order_of_the_page() {
    let proof = proof();
    let groups = proof.groups.iter().map(|group| {
        format!("# {}\n{}", group.title.plain(), group.rows.iter().map(told).collect::<String>())
    });
    let expected = "\
# Head of the brief
title approved text/en.yaml:2
  <*عنوان
  >*Title
bottom_line approved text/en.yaml:4
  < zero 0 لم يعد أحد.
  < one 1 عاد شخص واحد.
  <*two 2 عاد شخصان.
  < few 3 عاد ثلاثة أشخاص إلى ديارهم.
  < many 11 عاد 11 شخصًا إلى ديارهم.
  < other 100 عاد 100 شخص إلى ديارهم.
  > one 1 One  person has gone home.
  >*other 2 two people have gone home.
  ! TX23 one more than one space
# Highlights
highlights[1] stale text/en.yaml:7
  <*عاد شخصان معًا.
  >*two people came back  together.
  ! DA17 highlights has 1 texts in en and 2 in ar
  ! TX23 more than one space
highlights[2] missing -
  <*ثان
# Timeline
events.late approved text/en.yaml:8
  <*متأخر
  >*Late
events.early approved text/en.yaml:8
  <*مبكر
  >*Early
";
    assert_eq!(groups.collect::<String>(), expected);
    let counts: Vec<String> =
        proof.counts.iter().map(|it| format!("{} {}", it.state.code, it.number.plain())).collect();
    assert_eq!(counts, ["approved 4", "reviewed 0", "draft 0", "stale 1", "missing 1"]);
    let rest: Vec<String> = proof.rest.iter().map(|note| format!("{} {:?}", note.code, note.place)).collect();
    assert_eq!(rest, ["TX01 None"]);
}

/// What the template reads of a stale text, whole.
#[test]
fn a_stale_text_shows_what_has_changed() {
    let row = proof().groups[1].rows[0].clone();
    let piece = |text: &str, change: &str, code: bool| json!({ "s": text, "k": change, "code": code });
    let code = |text: &str| json!({ "s": text, "k": "ltr" });
    let note = |code: &str, message| json!({ "code": code, "severity": "warning", "form": null, "place": null, "message": message });
    let expected = json!({
        "key": "highlights[1]",
        "state": { "code": "stale", "label": [{ "s": "Out of date" }] },
        "place": "text/en.yaml:7",
        "master": [{ "form": null, "number": null, "today": true, "text": [
            { "s": "عاد " }, { "s": "شخصان", "figure": "people" }, { "s": " معًا." },
        ] }],
        "translation": [{ "form": null, "number": null, "today": true, "text": [
            { "s": "two people", "figure": "people" }, { "s": " came back  together." },
        ] }],
        "was": [{ "form": null, "pieces": [
            piece("عاد ", "same", false),
            piece("نحو ", "gone", false),
            piece("{people} ", "same", true),
            piece("معًا", "new", false),
            piece(".", "same", false),
        ] }],
        "moved": [
            { "s": "The same master text now stands under " }, code("highlights[2]"), { "s": "." },
        ],
        "notes": [note("DA17", json!([
            { "s": "highlights", "code": true }, { "s": " has ", "code": false }, { "s": "1", "code": true },
            { "s": " texts in ", "code": false }, { "s": "en", "code": true }, { "s": " and ", "code": false },
            { "s": "2", "code": true }, { "s": " in ", "code": false }, { "s": "ar", "code": true },
        ])), note("TX23", json!([{ "s": "more than one space", "code": false }]))],
    });
    assert_eq!(serde_json::to_value(&row).unwrap(), expected);
}

/// A master text that came into forms, and one whose figure changed: what went is shown form by form.
#[test]
fn forms_are_compared_one_by_one() {
    let forms = |by: &str, one: &str, other: &str| Typed::Forms {
        by: by.into(),
        forms: vec![("one", one.into()), ("other", other.into())],
    };
    let told = |was: &Typed, now: &Typed| -> Vec<String> {
        let told = |it: Changed| {
            let pieces = it.pieces.iter().map(|piece| format!("{:?} {}", piece.change, piece.text.trim()));
            format!("{}: {}", it.form.unwrap_or("-"), pieces.collect::<Vec<_>>().join(", "))
        };
        changes(was, now).into_iter().map(told).collect()
    };
    let (first, second) = (forms("a", "one a", "{a}"), forms("b", "one a", "{b} now"));
    assert_eq!(told(&first, &first), Vec::<String>::new());
    assert_eq!(told(&first, &second), ["by: Gone {a}, New {b}", "other: Gone {a}, New {b}, New now"]);
    assert_eq!(told(&Typed::One("{a}".into()), &first), ["by: New {a}", "one: New one a"]);
}
