//! `mujaz show`: any stage on the way from data to page, on stdout.

use super::args::{Cli, Show};
use super::{Outcome, Ui, answer, check, pseudo};
use crate::brief::Pseudo;
use crate::check::Seen;
use crate::diag::{Finding, Sources};
use crate::dossier::Reader;
use crate::layers::{self, Ground, Project};
use crate::typeset::Assets;
use crate::yaml::{self, Limits};

/// Shows the stage; findings that stand in its way go to stderr.
pub fn run(cli: &Cli, show: &Show) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    let shown = super::project(cli).map_err(|fault| vec![fault]).and_then(|project| match show {
        Show::Edition { edition, audience } => merged(&project, edition, audience.as_deref(), &mut sources),
        Show::Brief { edition, lang, audience } => {
            brief(&project, edition, lang, audience.as_deref(), &mut sources)
        }
        Show::Explain { edition, path, audience } => {
            explain(&project, edition, path, audience.as_deref(), &mut sources)
        }
        Show::Fonts => fonts(&project, &mut sources),
    });
    answer(&ui, shown, &sources)
}

fn tree(
    project: &Project,
    id: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> Result<yaml::Node, Vec<Finding>> {
    let ground = Ground::read(project, sources, &Limits::default());
    let (inputs, findings) = layers::load(&ground, id, audience, sources);
    match inputs {
        Some(inputs) if !findings.iter().any(Finding::is_error) => Ok(inputs.tree),
        _ => Err(findings),
    }
}

fn merged(
    project: &Project,
    id: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> Result<String, Vec<Finding>> {
    Ok(yaml::to_string(&tree(project, id, audience, sources)?))
}

fn brief(
    project: &Project,
    id: &str,
    lang: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> Result<String, Vec<Finding>> {
    let (examined, findings) =
        check::examine(&Reader::new(project, sources), id, audience, sources, &mut Seen::default());
    let sound = !findings.iter().any(Finding::is_error);
    let examined = examined.filter(|_| sound).ok_or(findings)?;
    if let Some(brief) = Pseudo::named(lang).and_then(|it| pseudo::json(&examined, it)) {
        return Ok(brief + "\n");
    }
    let briefs = examined.briefs;
    let Some(brief) = briefs.get(lang) else {
        let known: Vec<&str> = briefs.keys().map(String::as_str).collect();
        return Err(vec![
            Finding::error("CL01", format!("edition `{id}` has no language `{lang}`"))
                .help(format!("its languages are `{}`", known.join("`, `"))),
        ]);
    };
    Ok(brief.to_json() + "\n")
}

fn explain(
    project: &Project,
    id: &str,
    path: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> Result<String, Vec<Finding>> {
    let tree = tree(project, id, audience, sources)?;
    let Some(chain) = layers::explain(&tree, path) else {
        return Err(vec![
            Finding::error("LA16", format!("edition `{id}` has nothing at `{path}`"))
                .help(format!("`mujaz show edition {id}` prints all of it")),
        ]);
    };
    let mut text = format!("{path}\n");
    for (at, span) in chain.into_iter().enumerate() {
        let (line, column) = sources.position(span.file, span.start);
        let what = if at == 0 { "set at" } else { "replaced" };
        let (name, layer) = (sources.name(span.file), sources.layer(span.file));
        text += &format!("  {what:8} {name}:{line}:{column} ({layer}): {}\n", sources.slice(span).trim_end());
    }
    Ok(text)
}

fn fonts(project: &Project, sources: &mut Sources) -> Result<String, Vec<Finding>> {
    let assets = Assets::with_overrides(project.root(), sources)?;
    Ok(serde_json::to_string_pretty(assets.fonts()).unwrap_or_default() + "\n")
}
