//! `mujaz text export` and `mujaz text import`, as a translator and an editor use them: what leaves, what a file
//! that comes back changes and what it must not, and what is refused.

mod arabic;
mod export;
mod faults;
mod french;
mod kept;
mod moved;
mod taken;

use std::collections::BTreeMap;

use crate::support::copy::{ProjectCopy, Run};

pub use super::broken::mended;

const HOUSE: &str = "data/house.yaml";
const SHARED: &str = "data/shared/all.yaml";
const ARABIC: &str = "data/editions/2031-06/text/ar.yaml";
const ENGLISH: &str = "data/editions/2031-06/text/en.yaml";
const LOCK: &str = "data/editions/2031-06/translations.lock";
const LEFTOVERS: &str = "data/editions/2031-06/text/en.leftovers.po";
const PO: &str = "desk/2031-06/2031-06.en.po";
const XLIFF: &str = "desk/2031-06/2031-06.en.xlf";

/// The project with a file for translators into English.
fn exported(to: &str) -> ProjectCopy {
    let project = mended();
    export(&project, "en", to);
    project
}

fn export(project: &ProjectCopy, lang: &str, to: &str) {
    let run = project.run(&["text", "export", lang, "--to", to]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

fn import(project: &ProjectCopy, file: &str, more: &[&str]) -> Run {
    project.run(&[&["text", "import", file], more].concat())
}

/// What is said of a file that is taken over without a finding.
fn taken(project: &ProjectCopy, file: &str, more: &[&str]) -> String {
    let run = import(project, file, more);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    run.stderr
}

/// The files of the project itself.
fn data(project: &ProjectCopy) -> BTreeMap<String, Vec<u8>> {
    project.files().into_iter().filter(|(name, _)| name.starts_with("data/")).collect()
}

/// The lines of a text that differ from an earlier one: those that went with `-`, those that came with `+`.
fn changes(before: &str, after: &str) -> Vec<String> {
    let mark = |mark: char, from: &str, other: &str| -> Vec<String> {
        let other: Vec<&str> = other.lines().collect();
        let lines = from.lines().filter(|line| !other.contains(line));
        lines.map(|line| format!("{mark}{}", line.trim())).collect()
    };
    [mark('-', before, after), mark('+', after, before)].concat()
}

/// What is recorded of an English text: status and who.
fn record(project: &ProjectCopy, key: &str) -> String {
    record_in(project, LOCK, "en", key)
}

fn record_in(project: &ProjectCopy, lock: &str, lang: &str, key: &str) -> String {
    let lock = project.read(lock);
    let (_, records) = lock.split_once(&format!("\n  {lang}:\n")).expect("the language");
    let line = records.lines().find(|line| line.starts_with(&format!("    \"{key}\":")));
    let (_, end) = line.and_then(|line| line.split_once("status: ")).unwrap_or_default();
    end.trim_end_matches('}').to_owned()
}

/// The master text that an English text translates by its record, as the record has it.
fn master(project: &ProjectCopy, key: &str) -> String {
    let lock = project.read(LOCK);
    let (masters, records) = lock.split_once("\n  en:\n").expect("the language");
    let line = records.lines().find(|line| line.starts_with(&format!("    \"{key}\": {{of: ")));
    let hash = line.and_then(|line| line.split('"').nth(3)).expect("a hash");
    let found = masters.lines().find(|line| line.starts_with(&format!("  \"{hash}\": ")));
    found.expect("the master text").to_owned()
}

/// The counts of a language: approved, reviewed, draft, stale, missing.
fn counts(project: &ProjectCopy, lang: &str) -> String {
    let run = project.run(&["text", "status", lang]);
    let row = run.stdout.lines().nth(1).expect("a row").to_owned();
    row.split_whitespace().skip(2).take(5).collect::<Vec<_>>().join(" ")
}
