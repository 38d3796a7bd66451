//! `mujaz verify`: every file named, proven or not, one line each.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use super::args::verify::Verify;
use super::args::{Cli, Form};
use super::parallel::{in_order, jobs};
use super::progress::Progress;
use super::{Outcome, Ui, confined, leaks};
use crate::confine::{self, Limits};
use crate::diag::{Finding, Sources, counted};
use crate::typeset::Assets;
use crate::verify::{self, Files, Listing, Proof, Target, Verdict, Workshop, prove};

/// Verifies; what is not proven is an error.
pub fn run(cli: &Cli, args: &Verify) -> Outcome {
    if let Some(audience) = &args.leaks {
        return leaks::run(cli, args, audience);
    }
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    let prepared = Assets::builtin(&mut sources).and_then(|assets| Ok((assets, fonts(args)?, listed(args)?)));
    let (assets, fonts, listing) = match prepared {
        Ok(prepared) => prepared,
        Err(findings) => {
            ui.findings(findings, &sources);
            return Outcome::Misused;
        }
    };
    let workshop = Workshop::new(&made, &assets, fonts);
    let workshop = (!args.quick).then_some(&workshop);
    let progress = Progress::new(ui, listing.targets.len());
    let mut teller = Teller {
        args,
        ui: &ui,
        telling: ui.telling(),
        sources,
        outcome: Outcome::Done,
        proven: 0,
        others: 0,
    };
    for (path, verdict, finding) in listing.told {
        teller.tell(&path, verdict, vec![finding], None);
    }
    in_order(
        &listing.targets,
        jobs(args.jobs),
        |target| {
            progress.begin(shown(&target.path));
            (target.clone(), proven(target, workshop))
        },
        |(target, proof)| {
            progress.done(|| match proof {
                Ok(mut proof) => {
                    let findings = std::mem::take(&mut proof.findings);
                    teller.tell(&target.path, proof.verdict, findings, Some(&proof));
                }
                Err(finding) => teller.tell(&target.path, Verdict::Missing, vec![finding], None),
            });
        },
    );
    progress.end();
    if args.format == Form::Text {
        let summary = teller.summary(progress.elapsed());
        teller.telling.end();
        ui.note(&summary);
    }
    teller.outcome
}

/// Makes a PDF from what one carried, in a process that can do nothing else: the templates are anybody's.
fn made(files: Files) -> Result<Vec<u8>, Vec<Finding>> {
    let program = confined::program().map_err(|fault| vec![fault])?;
    confine::rebuild(&program, files, &Limits::default())
}

/// Reads one file and proves it.
fn proven(target: &Target, workshop: Option<&Workshop<'_>>) -> Result<Proof, Finding> {
    let bytes = verify::bounded(&target.path).map_err(|error| verify::unreadable(&target.path, &error))?;
    Ok(prove(&shown(&target.path), target, &bytes, workshop))
}

/// What all paths of the command line stand for.
fn listed(args: &Verify) -> Result<Listing, Vec<Finding>> {
    let (mut all, mut faults) = (Listing::default(), Vec::new());
    for path in &args.paths {
        match Listing::of(path) {
            Ok(listing) => {
                all.targets.extend(listing.targets);
                all.told.extend(listing.told);
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// The font files of the folders named.
fn fonts(args: &Verify) -> Result<Vec<Vec<u8>>, Vec<Finding>> {
    let mut fonts = Vec::new();
    let mut folders: Vec<PathBuf> = args.fonts.clone();
    while let Some(folder) = folders.pop() {
        let fault = |error| vec![verify::unreadable(&folder, &error)];
        for entry in std::fs::read_dir(&folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(fault)?);
            let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
            let is_font =
                ending.is_some_and(|it| ["ttf", "otf", "ttc", "otc"].iter().any(|font| it == *font));
            if kind.is_dir() {
                folders.push(path);
            } else if is_font {
                fonts.push(verify::bounded(&path).map_err(fault)?);
            }
        }
    }
    Ok(fonts)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Tells one file after the other.
struct Teller<'a> {
    args: &'a Verify,
    ui: &'a Ui,
    telling: super::ui::Telling<'a>,
    sources: Sources,
    outcome: Outcome,
    proven: usize,
    others: usize,
}

impl Teller<'_> {
    fn tell(&mut self, path: &Path, verdict: Verdict, findings: Vec<Finding>, proof: Option<&Proof>) {
        *(if verdict.is_proven() { &mut self.proven } else { &mut self.others }) += 1;
        if findings.iter().any(Finding::is_error) {
            self.outcome = self.outcome.max(super::blame(&findings));
        }
        if self.args.format == Form::Json {
            self.ui.result(&format!("{}\n", line(path, verdict, &findings, proof)));
            return;
        }
        self.ui.result(&format!("{}  {}\n", shown(path), self.ui.words(verdict.word())));
        self.telling.tell(findings, &self.sources);
    }

    /// How many files are proven and how many are not; empty where there was none.
    fn summary(&self, elapsed: Duration) -> String {
        let (proven, others) = (counted(self.proven, "file"), counted(self.others, "file"));
        let seconds = format!("{:.1}", elapsed.as_secs_f64());
        match (self.proven, self.others) {
            (0, 0) => String::new(),
            (_, 0) => format!("{proven} proven in {seconds} s\n"),
            (0, _) => format!("not one of {others} proven, in {seconds} s\n"),
            _ => format!("{proven} proven and {others} not, in {seconds} s\n"),
        }
    }
}

/// One file as JSON.
fn line(path: &Path, verdict: Verdict, findings: &[Finding], proof: Option<&Proof>) -> Value {
    let finding = |it: &Finding| json!({"code": it.code, "severity": it.severity.word(), "message": it.message, "help": it.help});
    let record = proof.and_then(|proof| proof.record.as_ref());
    json!({
        "file": shown(path),
        "verdict": verdict.word(),
        "proven": verdict.is_proven(),
        "intact": proof.and_then(|proof| proof.intact),
        "sha256": proof.map(|proof| proof.sha256.to_string()),
        "edition": record.map(|it| &it.edition),
        "lang": record.map(|it| &it.lang),
        "audience": record.and_then(|it| it.audience.as_ref()),
        "tool": record.map(|it| format!("mujaz {}; Typst {}", it.tool.version, it.tool.typst)),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    })
}
