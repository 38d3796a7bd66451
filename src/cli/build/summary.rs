//! What a build did -> a line or three for people: what is written and where, what is not, what comes next.

use std::collections::BTreeSet;
use std::time::Duration;

use super::super::args::Build;
use super::unit::Told;
use crate::archive::Unit;
use crate::diag::counted;

/// How many names a line holds; more are counted.
const NAMES: usize = 6;

/// The count of a build, unit by unit.
#[derive(Default)]
pub struct Summary {
    files: usize,
    kept: usize,
    editions: BTreeSet<String>,
    failed: BTreeSet<String>,
    /// An edition that gave warnings, and the code of the first.
    doubtful: Option<(String, &'static str)>,
}

impl Summary {
    /// Counts what is to be told of a unit.
    pub fn count(&mut self, unit: &Unit, told: &Told) {
        if told.is_done {
            self.files += told.files;
            self.kept += told.kept;
            self.editions.insert(unit.edition.clone());
        } else {
            self.failed.insert(unit.edition.clone());
        }
        let warning = told.findings.iter().find(|finding| !finding.is_error());
        if let Some(warning) = warning.filter(|_| self.doubtful.is_none()) {
            self.doubtful = Some((unit.edition.clone(), warning.code));
        }
    }

    /// The lines.
    pub fn lines(&self, args: &Build, elapsed: Duration) -> Vec<String> {
        let out = args.out.display();
        let (files, kept) = (counted(self.files - self.kept, "file"), counted(self.kept, "file"));
        let editions = counted(self.editions.len(), "edition");
        let seconds = format!("{:.1}", elapsed.as_secs_f64());
        let mut lines = Vec::new();
        match (self.files, self.kept) {
            (0, _) => {}
            (all, same) if all == same => lines.push(format!("no change in {kept} of {editions} in `{out}`")),
            (_, 0) => lines.push(format!("wrote {files} of {editions} to `{out}` in {seconds} s")),
            _ => {
                lines.push(format!("wrote {files} of {editions} to `{out}` in {seconds} s; {kept} unchanged"))
            }
        }
        match self.failed.len() {
            0 => {}
            few if few <= NAMES => {
                let names: Vec<&str> = self.failed.iter().map(String::as_str).collect();
                lines.push(format!("not written: `{}`", names.join("`, `")));
            }
            many => lines.push(format!("number of editions not written: {many}")),
        }
        lines.extend(self.next(args));
        lines
    }

    /// What one does now; nothing where nothing has changed.
    fn next(&self, args: &Build) -> Option<String> {
        let out = args.out.display();
        Some(match (self.failed.first(), &self.doubtful) {
            (Some(id), _) => format!("next: correct what is told above; `mujaz check {id}` looks again"),
            _ if self.files == self.kept => return None,
            _ if args.shard.is_some() => {
                "next: `mujaz archive merge` joins the folders of all parts".to_owned()
            }
            (None, Some((_, code))) => {
                format!("next: see to the warnings; `mujaz check --explain {code}` says what one means")
            }
            (None, None) if args.release => format!("next: `mujaz verify {out}` proves every file"),
            (None, None) => format!(
                "next: look at the pages; `mujaz build --release` is for what goes out, `mujaz verify {out}` proves it"
            ),
        })
    }
}
