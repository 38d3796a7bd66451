//! `--fix`: safe corrections made in the files, round by round until none is left.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::archive;
use crate::diag::{self, FileId, Finding, Sources};
use crate::yaml::{Limits, parse};

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
        let counted =
            |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        match places {
            0 => String::new(),
            _ => {
                format!("{} corrected in {}\n", counted(places, "place"), counted(self.places.len(), "file"))
            }
        }
    }
}

/// Finds and corrects in turn. `find` reads everything anew; `place` says where a text is on disk, if it
/// may be corrected there. Returns the findings that are left.
///
/// A text that was sound YAML stays sound YAML, or is left as it was.
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
            if text == sources.text(file) || !keeps_its_form(file, &text, &sources) {
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

/// Whether a corrected YAML file still reads without faults of syntax, if it did before.
fn keeps_its_form(file: FileId, text: &str, sources: &Sources) -> bool {
    let name = sources.name(file);
    if !name.ends_with(".yaml") {
        return true;
    }
    let faults = |text: &str| {
        let mut sources = Sources::new();
        let file = sources.add(name, "", text.to_owned());
        parse(file, &sources, &Limits::default()).1.len()
    };
    faults(text) <= faults(sources.text(file))
}

fn unwritten(path: &Path, error: &std::io::Error) -> Finding {
    Finding::error("OU03", format!("`{}` cannot be written: {error}", path.display()))
        .help("the file is as it was; make it and its folder writable")
}
