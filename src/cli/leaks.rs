//! `mujaz verify --leaks AUDIENCE`: whether editions for an audience depend on what it may not see.

use super::args::Cli;
use super::args::verify::Verify;
use super::build::maker;
use super::{Outcome, Ui};
use crate::diag::{Finding, Sources};
use crate::layers::Project;
use crate::typeset::Assets;
use crate::verify::leaks;

/// Proves the editions named, or all, for the audience: a line for each, with the number of withheld values and of the
/// sets of others that gave the same bytes.
pub fn run(cli: &Cli, args: &Verify, audience: &str) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    let (project, assets) = match prepare(cli, &mut sources) {
        Ok(prepared) => prepared,
        Err(findings) => return super::refuse(&ui, findings, &sources),
    };
    let asked: Vec<String> = args.paths.iter().map(|path| path.display().to_string()).collect();
    let editions = match super::editions(&project, &asked) {
        Ok(editions) => editions,
        Err(fault) => {
            ui.findings(vec![fault], &sources);
            return Outcome::Misused;
        }
    };
    let make = maker(super::args::Confine::Auto, &assets);
    let (mut telling, mut outcome) = (ui.telling(), Outcome::Done);
    for edition in &editions {
        let examined = leaks::examine(&project, &assets, &make, (edition, audience, &[]), args.sets);
        let findings = match examined {
            Ok((proof, findings)) => {
                let found = ui.words(if proof.is_clean() { "nothing leaks" } else { "something leaks" });
                ui.result(&format!("{edition}  {audience}  {found}  {} × {}\n", proof.secrets, proof.equal));
                findings
            }
            Err(findings) => findings,
        };
        let blamed = super::blame(&findings);
        if telling.tell(findings, &sources) {
            outcome = outcome.max(blamed);
        }
    }
    telling.end();
    outcome
}

fn prepare(cli: &Cli, sources: &mut Sources) -> Result<(Project, Assets), Vec<Finding>> {
    let project = super::project(cli).map_err(|fault| vec![fault])?;
    let assets = Assets::with_overrides(project.root(), sources)?;
    Ok((project, assets))
}
