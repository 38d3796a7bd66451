//! Messages of a project of one edition: the form that a number chooses, and the findings of forms.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

mod forms;
mod sweeps;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Labels, Wording};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;

const HOUSE: &str = "\
mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {flash: [bottom_line]}}
edition: {languages: [ar, en], master: ar, publisher: {org: desk}, marking: {scheme: none}}
";
const SHARED: &str = "\
orgs:
  desk: {type: group, name: {ar: وحدة, en: Desk}}
units:
  person:
    gender: m
    forms:
      ar: {one: شخص, two_nom: شخصان, two_obl: شخصين, few: أشخاص, many: شخصًا, other: شخص, definite: الأشخاص}
      en: {one: person, other: people}
  meeting:
    gender: m
    forms:
      ar: {one: اجتماع, two_nom: اجتماعان, two_obl: اجتماعين, few: اجتماعات, many: اجتماعًا, other: اجتماع}
      en: {one: meeting, other: meetings}
metrics:
  people: {label: {ar: العائدون, en: Returned}, unit: person, shape: stock, section: progress}
  meetings: {label: {ar: الاجتماعات, en: Meetings}, unit: meeting, shape: stock, section: meetings}
";
const EDITION: &str = "\
edition: {id: x, kind: flash, number: 26, issued: 2031-06-30T18:00+03:00}
figures:
  - {id: people, metric: people, value: 2, as_of: 2031-06}
  - {id: over, metric: people, q: more_than, value: 2, as_of: 2031-06}
  - {id: between, metric: people, q: range, min: 1, max: 3, as_of: 2031-06}
  - {id: some, metric: people, q: unquantified, as_of: 2031-06}
  - {id: round, metric: meetings, value: 6, as_of: 2031-06}
events:
  - {id: e1, on: 2031-06}
";

/// A project of one edition with these texts.
struct Small {
    folder: TempDir,
}

impl Small {
    fn new(ar: &str, en: &str) -> Self {
        let folder = TempDir::new().unwrap();
        for (path, text) in [
            ("data/house.yaml", HOUSE),
            ("data/shared/all.yaml", SHARED),
            ("data/editions/x/edition.yaml", EDITION),
            ("data/editions/x/text/ar.yaml", ar),
            ("data/editions/x/text/en.yaml", en),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self { folder }
    }

    fn read(&self) -> (Dossier, Vec<Finding>, Sources) {
        read(self.folder.path(), "x")
    }
}

fn read(root: &Path, edition: &str) -> (Dossier, Vec<Finding>, Sources) {
    let mut sources = Sources::new();
    let project = Project::find(root).unwrap();
    let (dossier, findings) = Dossier::read(&project, edition, None, &mut sources);
    (dossier.unwrap_or_else(|| panic!("{findings:#?}")), findings, sources)
}

/// `ar.yaml:3:5 TR08 message (help)`, of texts only.
fn lines(findings: &[Finding], sources: &Sources) -> Vec<String> {
    let line = |finding: &Finding| {
        let place = &finding.places[0];
        let (row, column) = sources.position(place.span.file, place.span.start);
        let file = sources.name(place.span.file).rsplit('/').next().unwrap().to_owned();
        let help = finding.help.iter().map(|help| format!(" ({help})")).collect::<String>();
        format!("{file}:{row}:{column} {} {}{help}", finding.code, finding.message)
    };
    findings.iter().filter(|finding| !finding.code.starts_with("DA")).map(line).collect()
}

/// The messages under a key, resolved in one language.
fn said(dossier: &Dossier, lang: &str, key: &str) -> String {
    with(dossier, lang, |wording| plain(&wording.text(key).unwrap().plain()))
}

fn with<T>(dossier: &Dossier, lang: &str, then: impl FnOnce(&Wording<'_>) -> T) -> T {
    let index = dossier.edition.index();
    let language = &dossier.languages[lang];
    let labels = Labels::default();
    then(&Wording::new(&dossier.edition, &index, &language.locale, &labels, &language.texts))
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
}

const ARABIC: &str = "\
lang: ar
title: عنوان
bottom_line:
  by: people
  zero: لم يعد أحد إلى دياره.
  one: عاد شخص واحد إلى دياره.
  two: عاد شخصان إلى ديارهما.
  few: عاد {people} إلى ديارهم.
  many: عاد {people} إلى ديارهم.
  other: عاد {people} إلى ديارهم.
highlights:
  - {by: over, zero: لا أحد, one: واحد, two: عاد شخصان إلى ديارهما., few: '{over}', many: '{over}', other: 'عاد {over} إلى ديارهم.'}
  - {by: between, zero: لا أحد, one: واحد, two: اثنان, few: 'عاد {between}.', many: '{between}', other: '{between}!'}
  - {by: some, zero: لا أحد, one: واحد, two: اثنان, few: '{some}', many: '{some}', other: 'عاد {some}.'}
  - \"الاجتماع {round:ordinal}، {round:ordinal f}، {round:ordinal bare acc}، {edition.number:ordinal gen}\"
  - \"{people:def} {people:def gen} {round:def} {people:number acc}\"
events: {e1: '{people}'}
";
const ENGLISH: &str = "\
lang: en
title: Title
bottom_line:
  by: people
  one: One person has gone home.
  other: '{people} have gone home.'
highlights:
  - '{over} are home.'
  - '{between}'
  - '{some}'
  - The {round:ordinal} meeting, {edition.number:ordinal}
  - '{people:def} {round:def}'
events: {e1: '{people}'}
";

#[test]
fn the_displayed_number_chooses_the_form() {
    let small = Small::new(ARABIC, ENGLISH);
    let (dossier, findings, sources) = small.read();
    assert_eq!(lines(&findings, &sources), Vec::<String>::new());
    assert_eq!(said(&dossier, "ar", "bottom_line"), "عاد شخصان إلى ديارهما.");
    assert_eq!(said(&dossier, "en", "bottom_line"), "two people have gone home.");
    let list = |lang| {
        with(&dossier, lang, |wording| {
            wording.texts("highlights").iter().map(|text| plain(&text.plain())).collect::<Vec<_>>()
        })
    };
    assert_eq!(
        list("ar"),
        [
            // "Two people" would lose "more than".
            "عاد أكثر من شخصين إلى ديارهم.",
            "عاد ما بين شخص واحد وثلاثة أشخاص.",
            "عاد عدد من الأشخاص.",
            "الاجتماع السادس، السادسة، سادسًا، السادس والعشرين",
            "الشخصان الشخصين الاجتماعات الستة اثنين",
        ]
    );
    assert_eq!(
        list("en"),
        [
            "more than two people are home.",
            "between one and three people",
            "a number of people",
            "The sixth meeting, 26th",
            "the two people the six meetings",
        ]
    );
}
