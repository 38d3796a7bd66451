//! `mujaz check`: every finding of data and texts, nothing written.

use std::collections::BTreeMap;

use super::args::{Check, Cli};
use super::{Outcome, Ui, fix, project};
use crate::brief::Brief;
use crate::check::{Seen, judge, pages};
use crate::diag::{self, Finding, Sources, counted};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;

/// Reads and checks the editions, and writes their Briefs in memory, since some words are only
/// missed there.
pub fn run(cli: &Cli, args: &Check) -> Outcome {
    let ui = Ui::verdict(&args.verdict).heeding(cli);
    if let Some(code) = &args.explain {
        return explain(code, &ui);
    }
    let (findings, sources) = match project(cli) {
        Err(fault) => (vec![fault], Sources::new()),
        Ok(project) if args.fix => {
            let place = |name: &str| project.path(name).filter(|_| !name.starts_with('('));
            let (findings, sources, corrected) = fix::fix(|sources| find(&project, args, sources), place);
            ui.note(&corrected.summary());
            (findings, sources)
        }
        Ok(project) => {
            let mut sources = Sources::new();
            (find(&project, args, &mut sources), sources)
        }
    };
    let (blamed, next) = (super::blame(&findings), next(args, &findings));
    let outcome = if ui.findings(findings, &sources) { blamed } else { Outcome::Done };
    ui.note(&next);
    outcome
}

/// What one does now: build what is sound, have corrected what can be.
fn next(args: &Check, findings: &[Finding]) -> String {
    let safe = findings.iter().filter(|finding| finding.fix.is_some()).count();
    match (findings.is_empty(), safe) {
        (true, _) => "nothing is wrong; next: `mujaz build`\n".to_owned(),
        (false, 0) => String::new(),
        (false, _) if args.fix => String::new(),
        (false, safe) => format!("next: `mujaz check --fix` corrects {} itself\n", counted(safe, "place")),
    }
}

/// Everything wrong with the editions asked for.
fn find(project: &Project, args: &Check, sources: &mut Sources) -> Vec<Finding> {
    let editions = match super::editions(project, &args.editions) {
        Ok(editions) => editions,
        Err(fault) => return vec![fault],
    };
    let audience = args.audience.as_deref();
    let mut seen = Seen::default();
    let reader = Reader::new(project, sources);
    let found = editions.iter().flat_map(|id| examine(&reader, id, audience, sources, &mut seen).1).collect();
    // What all editions share may be needed by one that was not asked for.
    let whole = |name: &str| {
        args.editions.is_empty()
            || editions.iter().any(|id| name.starts_with(&format!("data/editions/{id}/")))
    };
    diag::allow(found, sources, whole)
}

/// Prints the page of a code.
fn explain(code: &str, ui: &Ui) -> Outcome {
    let asked = code.to_uppercase();
    if let Some(page) = pages::page(&asked) {
        ui.result(page);
        return Outcome::Done;
    }
    if let Some(title) = diag::codes::title(&asked) {
        ui.result(&format!("# {asked}: {}\n", ui.words(title)));
        return Outcome::Done;
    }
    let finding = Finding::error("CL03", format!("there is no code `{code}`"));
    let known = diag::nearest(&asked, diag::codes::ALL.iter().map(|(code, _)| *code));
    let finding = match known {
        Some(known) => finding.help(format!("did you mean `{known}`?")),
        None => finding.help("use a code as findings show it in brackets, such as AR05"),
    };
    ui.findings(vec![finding], &Sources::new());
    Outcome::Misused
}

/// An edition that was read, with its Brief in each of its languages.
pub struct Examined {
    /// The edition.
    pub dossier: Dossier,
    /// The Briefs by language.
    pub briefs: BTreeMap<String, Brief>,
}

/// Reads one edition and everything that can be found wrong before a page is laid out.
pub fn examine(
    reader: &Reader,
    id: &str,
    audience: Option<&str>,
    sources: &mut Sources,
    seen: &mut Seen,
) -> (Option<Examined>, Vec<Finding>) {
    let (dossier, mut findings) = reader.read(id, audience, sources);
    let Some(dossier) = dossier else { return (None, findings) };
    findings.extend(judge(crate::check::check(&dossier, sources, seen), &dossier.edition));
    let mut briefs = BTreeMap::new();
    for lang in dossier.languages.keys() {
        if let Some((brief, found)) = crate::brief::write(&dossier, lang) {
            findings.extend(found);
            briefs.insert(lang.clone(), brief);
        }
    }
    (Some(Examined { dossier, briefs }), findings)
}
