//! `mujaz check`: every finding of data and texts, nothing written.

use std::collections::BTreeMap;

use super::args::{Check, Cli};
use super::{Outcome, Ui};
use crate::brief::Brief;
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

/// An edition that was read, with its Brief in each of its languages.
pub struct Examined {
    /// The edition.
    pub dossier: Dossier,
    /// The Briefs by language.
    pub briefs: BTreeMap<String, Brief>,
}

/// Reads one edition and everything that can be found wrong before a page is laid out.
pub fn examine(
    project: &Project,
    id: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> (Option<Examined>, Vec<Finding>) {
    let (dossier, mut findings) = Dossier::read(project, id, audience, sources);
    let Some(dossier) = dossier else { return (None, findings) };
    findings.extend(crate::check::check(&dossier));
    let mut briefs = BTreeMap::new();
    for lang in dossier.languages.keys() {
        if let Some((brief, found)) = crate::brief::write(&dossier, lang) {
            findings.extend(found);
            briefs.insert(lang.clone(), brief);
        }
    }
    (Some(Examined { dossier, briefs }), findings)
}
