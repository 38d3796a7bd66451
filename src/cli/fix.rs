//! `--fix`: safe corrections made in the files, round by round until none is left.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::archive;
use crate::diag::{self, FileId, Finding, Sources};
use crate::yaml::{Data, Limits, Node, parse};

/// Corrections that touch each other take a round each; a rule whose correction calls for another is a fault
/// of mujaz, which this bounds.
const ROUNDS: usize = 8;

/// What was corrected: how many places in which files.
#[derive(Debug, Default)]
pub struct Corrected {
    places: BTreeMap<PathBuf, usize>,
}

impl Corrected {
    /// `4 places corrected in 2 files`; empty if there was nothing to do.
    pub fn summary(&self) -> String {
        let places: usize = self.places.values().sum();
        match places {
            0 => String::new(),
            _ => {
                format!(
                    "{} corrected in {}\n",
                    diag::counted(places, "place"),
                    diag::counted(self.places.len(), "file")
                )
            }
        }
    }
}

/// Finds and corrects in turn. `find` reads everything anew; `place` says where a text is on disk, if it
/// may be corrected there. Returns the findings that are left.
///
/// A YAML file keeps its keys, lists and quotes: a correction that would change them is left out.
pub fn fix(
    mut find: impl FnMut(&mut Sources) -> Vec<Finding>,
    place: impl Fn(&str) -> Option<PathBuf>,
) -> (Vec<Finding>, Sources, Corrected) {
    let mut corrected = Corrected::default();
    for round in 1.. {
        let mut sources = Sources::new();
        let mut findings = find(&mut sources);
        let mut written = 0;
        for (file, text, made) in diag::fixed(&findings, &sources) {
            let Some(path) = place(sources.name(file)) else { continue };
            let sound = keeps_its_form(file, &text, &sources).then_some((text, made));
            let Some((text, made)) = sound.or_else(|| without_harm(file, &findings, &sources)) else {
                continue;
            };
            if text == sources.text(file) {
                continue;
            }
            match rewrite(&path, &text) {
                Ok(()) => {
                    written += 1;
                    *corrected.places.entry(path).or_default() += made;
                }
                Err(error) => findings.push(unwritten(&path, &error)),
            }
        }
        if written == 0 || round == ROUNDS {
            return (findings, sources, corrected);
        }
    }
    unreachable!("the rounds are counted")
}

/// Puts a text into its file; a byte order mark in front stays.
fn rewrite(path: &Path, text: &str) -> std::io::Result<()> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let marked = std::fs::read(path)?.starts_with(MARK);
    let front: &[u8] = if marked { MARK } else { &[] };
    archive::replace(path, &[front, text.as_bytes()].concat())
}

/// A file with those corrections that do no harm one by one, and how many; none if they do harm together.
fn without_harm(file: FileId, findings: &[Finding], sources: &Sources) -> Option<(String, usize)> {
    let text = |findings: &[Finding]| diag::fixed(findings, sources).pop();
    let is_harmless = |finding: &&Finding| {
        finding.fix.as_ref().is_some_and(|fix| fix.span.file == file)
            && text(std::slice::from_ref(*finding))
                .is_some_and(|(_, it, _)| keeps_its_form(file, &it, sources))
    };
    let harmless: Vec<Finding> = findings.iter().filter(is_harmless).cloned().collect();
    let (_, text, made) = text(&harmless)?;
    keeps_its_form(file, &text, sources).then_some((text, made))
}

/// Whether a corrected YAML file has no more faults of syntax than before, and the same keys, lists and quotes.
fn keeps_its_form(file: FileId, text: &str, sources: &Sources) -> bool {
    let name = sources.name(file);
    if !name.ends_with(".yaml") && !name.ends_with(".yml") {
        return true;
    }
    let read = |text: &str| {
        let mut sources = Sources::new();
        let file = sources.add(name, "", text.to_owned());
        parse(file, &sources, &Limits::default())
    };
    let ((before, faults), (after, more)) = (read(sources.text(file)), read(text));
    let same = match (&before, &after) {
        (Some(before), Some(after)) => same_form(before, after),
        _ => before.is_none(),
    };
    same && more.len() <= faults.len()
}

/// Whether two trees differ in nothing but what their texts say: keys, lists and quotes are the same.
fn same_form(a: &Node, b: &Node) -> bool {
    match (&a.data, &b.data) {
        (Data::Scalar(_, a), Data::Scalar(_, b)) => a == b,
        (Data::Seq(a), Data::Seq(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_form(a, b)),
        (Data::Map(a), Data::Map(b)) => {
            let same = a.iter().zip(b).all(|(a, b)| a.key == b.key && same_form(&a.value, &b.value));
            a.len() == b.len() && same
        }
        _ => false,
    }
}

fn unwritten(path: &Path, error: &std::io::Error) -> Finding {
    super::unwritten(path.display(), error).help("the file is as it was; make it and its folder writable")
}
