//! `mujaz check`: every finding of data and texts, nothing written.

use super::args::{Check, Cli};
use super::{Outcome, Ui};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;

/// Reads and checks the editions, and writes their Briefs in memory, since some words are only
/// missed there.
pub fn run(cli: &Cli, args: &Check) -> Outcome {
    let ui = Ui::new(&args.report);
    let mut sources = Sources::new();
    let findings = super::project(cli).and_then(|project| {
        let editions = super::editions(&project, &args.editions)?;
        let audience = args.audience.as_deref();
        Ok(editions.iter().flat_map(|id| examine(&project, id, audience, &mut sources).1).collect())
    });
    let findings: Vec<Finding> = findings.unwrap_or_else(|fault| vec![fault]);
    let blamed = super::blame(&findings);
    if ui.findings(findings, &sources) { blamed } else { Outcome::Done }
}

/// Reads one edition and everything that can be found wrong before a page is laid out.
pub fn examine(
    project: &Project,
    id: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> (Option<Dossier>, Vec<Finding>) {
    let (dossier, mut findings) = Dossier::read(project, id, audience, sources);
    if let Some(dossier) = &dossier {
        findings.extend(crate::check::check(dossier));
        for lang in dossier.languages.keys() {
            findings.extend(crate::brief::write(dossier, lang).into_iter().flat_map(|(_, found)| found));
        }
    }
    (dossier, findings)
}
