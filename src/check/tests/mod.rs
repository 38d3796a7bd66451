//! Each rule over small projects: what it finds, at the very place, and what it lets pass.
//!
//! `⟦…⟧` in a file of a case is what a finding must point at, and nothing else may be found of that code.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

mod dates;
mod figures;
mod marks;
mod money;
mod past;
mod people;
mod texts;

use std::fs;

use tempfile::TempDir;

use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::layers::Project;

const HOUSE: &str = "\
mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {monthly: [figures], meeting: [figures]}}
edition: {kind: monthly, languages: [ar, en], master: ar, publisher: {org: desk}}
";
const SHARED: &str = "\
orgs:
  desk: {type: group, name: {ar: وحدة, en: Desk}}
  nor: {type: state, name: {ar: نوردلاند, en: Nordland}}
  ves: {type: state, name: {ar: فستريا, en: Vestria}}
places:
  IRQ: {name: {ar: العراق, en: Iraq}, iso: IRQ, level: 0}
  SYR: {name: {ar: سوريا, en: Syria}, iso: SYR, level: 0}
  IQG01: {name: {ar: الأنبار, en: Al-Anbar}, iso: IRQ, level: 1}
  IQG09: {name: {ar: دهوك, en: Duhok}, iso: IRQ, level: 1, aliases: [IQ-G08]}
  IQG15: {name: {ar: نينوى, en: Ninewa}, iso: IRQ, level: 1}
  SY07: {name: {ar: إدلب, en: Idlib}, iso: SYR, level: 1}
units:
  person: {gender: m, forms: {ar: {other: شخص}, en: {one: person, other: people}}}
  inhabitant: {gender: m, forms: {ar: {other: ساكن}, en: {one: inhabitant, other: inhabitants}}}
  household: {gender: f, forms: {ar: {other: أسرة}, en: {one: household, other: households}}}
metrics:
  freed: {label: {ar: المحررون, en: Freed}, unit: person, same_units: [inhabitant], shape: cumulative, section: progress}
  share: {label: {ar: الحصة, en: Share}, unit: percent, shape: ratio, expect: nondecreasing, section: progress}
  pockets: {label: {ar: الجيوب, en: Pockets}, unit: none, shape: stock, expect: nonincreasing, section: progress}
  staff: {label: {ar: الموظفون, en: Staff}, unit: person, shape: stock, section: progress}
  names: {label: {ar: الأسماء, en: Names}, unit: person, shape: stock, section: progress, not_comparable_with: [staff]}
  census: {label: {ar: التعداد, en: Census}, unit: person, shape: stock, section: progress, stale_after: 2y}
  seen: {label: {ar: المشاهدون, en: Seen}, unit: person, shape: stock, section: threats}
  income: {label: {ar: الإيرادات, en: Income}, unit: money, shape: flow, section: funding}
  returnees: {label: {ar: العائدون, en: Returnees}, unit: person, shape: stock, section: returnees,
              derived: {from: households, factor: 6, tolerance: 2}}
";
const NOW: &str = "\
edition:
  {id: now, number: 2, previous: then, period: {from: 2031-06-01, to: 2031-06-30},
   cut_off: 2031-06-30T18:00+03:00, issued: 2031-07-01T09:00+03:00}
sources: [{id: s, title: {ar: كشف, en: Statement}}]
";
const THEN: &str = "\
edition:
  {id: then, number: 1, period: {from: 2031-05-01, to: 2031-05-31}, cut_off: 2031-05-31T18:00+03:00,
   issued: 2031-06-01T09:00+03:00}
sources: [{id: s, title: {ar: كشف, en: Statement}}]
";

/// A project of two editions, `now` and the one before it, `then`.
#[derive(Clone, Default)]
struct Case {
    shared: String,
    then: String,
    now: String,
    ar: String,
    en: String,
}

/// The facts of the edition that is checked.
fn now(yaml: &str) -> Case {
    Case { now: yaml.to_owned(), ..Case::default() }
}

/// Entries of one line of `figures`, each with a source unless it says so itself.
fn figures(lines: &[&str]) -> Case {
    now(&listed(lines))
}

fn listed(lines: &[&str]) -> String {
    let entry = |line: &&str| match line.contains("source:") {
        true => format!("  - {{{line}}}\n"),
        false => format!("  - {{{line}, source: [s]}}\n"),
    };
    format!("figures:\n{}", lines.iter().map(entry).collect::<String>())
}

impl Case {
    /// The facts of the edition before.
    fn then(self, yaml: &str) -> Self {
        Self { then: yaml.to_owned(), ..self }
    }

    /// The figures of the edition before.
    fn then_figures(self, lines: &[&str]) -> Self {
        Self { then: listed(lines), ..self }
    }

    /// More facts of the edition that is checked.
    fn and(self, yaml: &str) -> Self {
        Self { now: self.now + yaml, ..self }
    }

    /// More shared data.
    fn shared(self, yaml: &str) -> Self {
        Self { shared: yaml.to_owned(), ..self }
    }

    /// The texts in the master language.
    fn ar(self, yaml: &str) -> Self {
        Self { ar: yaml.to_owned(), ..self }
    }

    /// The texts in the other language.
    fn en(self, yaml: &str) -> Self {
        Self { en: yaml.to_owned(), ..self }
    }

    /// The project, read and checked.
    fn check(&self, code: &str) -> Outcome {
        let folder = TempDir::new().unwrap();
        let mut outcome = Outcome::default();
        let files = [
            ("data/house.yaml", HOUSE),
            ("data/shared/all.yaml", SHARED),
            ("data/shared/more.yaml", &self.shared),
            ("data/editions/then/edition.yaml", THEN),
            ("data/editions/then/facts.yaml", &self.then),
            ("data/editions/now/edition.yaml", NOW),
            ("data/editions/now/facts.yaml", &self.now),
            ("data/editions/now/text/ar.yaml", &format!("lang: ar\ntitle: عنوان\n{}", self.ar)),
            ("data/editions/now/text/en.yaml", &format!("lang: en\ntitle: Title\n{}", self.en)),
        ];
        for (name, text) in files.into_iter().filter(|(_, text)| !text.is_empty()) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text.replace(['⟦', '⟧'], "")).unwrap();
            outcome.marked.extend(marks(name, text));
        }
        let project = Project::find(folder.path()).unwrap();
        let mut sources = Sources::new();
        let (dossier, mut findings) = Dossier::read(&project, "now", None, &mut sources);
        let dossier = dossier.unwrap();
        findings.extend(super::data::check(&dossier));
        findings.extend(super::copies::check(&dossier));
        crate::diag::sort(&mut findings, &sources);
        for finding in findings {
            if finding.code == code {
                let span = finding.places[0].span;
                let (line, start) = sources.position(span.file, span.start);
                let (_, end) = sources.position(span.file, span.end);
                outcome.found.push((sources.name(span.file).to_owned(), line, start, end));
                outcome.messages.push(finding.message);
            } else if ["YA", "TY", "LA", "MO", "TR02"].iter().any(|kind| finding.code.starts_with(kind)) {
                outcome.refused.push(finding.code);
            }
        }
        outcome
    }
}

/// What a check comes to.
#[derive(Debug, Default, PartialEq)]
struct Outcome {
    /// Where the code is found.
    found: Vec<Place>,
    /// What it says there.
    messages: Vec<String>,
    /// What is marked.
    marked: Vec<Place>,
    /// Codes of what could not be read as it stands.
    refused: Vec<&'static str>,
}

/// File, line, first column and the column after the last, in characters from 1.
type Place = (String, usize, usize, usize);

/// What stands between `⟦` and `⟧`, as if the marks were not there.
fn marks(name: &str, text: &str) -> Vec<Place> {
    let mut marked = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let (mut column, mut start) = (1, None);
        for letter in line.chars() {
            match letter {
                '⟦' => start = Some(column),
                '⟧' => marked.push((name.to_owned(), at + 1, start.unwrap(), column)),
                _ => column += 1,
            }
        }
    }
    marked
}

/// The code is found at the mark, and says this.
#[track_caller]
fn hit(code: &str, case: &Case, message: &str) {
    let outcome = case.check(code);
    let marked = outcome.marked.clone();
    assert_eq!(marked.len(), 1, "one mark a case: {}", case.now);
    let expected =
        Outcome { found: marked.clone(), messages: vec![message.to_owned()], marked, refused: vec![] };
    assert_eq!(outcome, expected, "{}", case.now);
}

/// The code is not found, and all can be read.
#[track_caller]
fn silent(code: &str, case: &Case) {
    assert_eq!(case.check(code), Outcome::default(), "{}", case.now);
}

/// Another fault is found in reading, and the code is not.
#[track_caller]
fn beside(other: &'static str, code: &str, case: &Case) {
    assert_eq!(case.check(code), Outcome { refused: vec![other], ..Outcome::default() }, "{}", case.now);
}
