//! `mujaz import`: a table of another institution into an edition, with what it moves there.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::args::Cli;
use super::args::import::Import as Args;
use super::{Outcome, Ui, blame, unwritten};
use crate::archive;
use crate::diag::{Finding, Sources};
use crate::import::{self, Imported, Known, MOST_BYTES, Map};
use crate::layers::{self, Ground, Project};
use crate::yaml::{Limits, Node};

/// Imports the table, or says why not; nothing is written while there is an error.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::new(&args.report).heeding(cli);
    let mut sources = Sources::new();
    let mut findings = Vec::new();
    let done = super::project(cli)
        .map_err(|fault| vec![fault])
        .and_then(|project| work(&project, args, &mut sources, &mut findings, &ui));
    let refused = done.is_err();
    findings.extend(done.err().unwrap_or_default());
    let blamed = blame(&findings);
    let failed = ui.findings(findings, &sources);
    if refused || failed && !args.partial { blamed } else { Outcome::Done }
}

fn work(
    project: &Project,
    args: &Args,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
    ui: &Ui,
) -> Result<(), Vec<Finding>> {
    let map = read_map(project, &args.map, sources)?;
    let Some(file) = &args.file else {
        let id = map.node.span.file;
        ui.result(sources.text(id));
        return Ok(());
    };
    let target = target(&map, args.into.as_deref()).map_err(|fault| vec![fault])?;
    let tree = tree(project, edition_of(&target), sources)?;
    let bytes = read(file, MOST_BYTES).map_err(|fault| vec![fault])?;
    let name = file.display().to_string();
    let (imported, more) = import::import(&bytes, &name, &map, &Known::of(&tree), sources);
    let faulty = more.iter().any(Finding::is_error);
    findings.extend(more);
    let Some(mut imported) = imported else { return Ok(()) };
    imported.told.iter().for_each(|line| ui.note(&format!("{line}\n")));
    if faulty && !args.partial {
        ui.note("nothing is written while rows have faults; with `--partial` the sound ones are\n");
        return Ok(());
    }
    if imported.entries == 0 {
        return Ok(());
    }
    elsewhere(&tree, &mut imported, &target, sources)?;
    write(project, args, &imported, &target, sources, findings, ui)
}

/// Writes the file, or prints it, after what moves in it.
fn write(
    project: &Project,
    args: &Args,
    imported: &Imported,
    target: &str,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
    ui: &Ui,
) -> Result<(), Vec<Finding>> {
    let old = project.asset(target).ok();
    let written = imported.over(old.as_deref(), target, sources)?;
    for line in import::told(&written.moves) {
        ui.note(&format!("{line}\n"));
    }
    if written.edited && !written.moves.is_empty() {
        findings.push(
            Finding::warning("IM16", format!("values of an earlier import were changed by hand in `{target}`"))
                .help("they are among the old values: keep your own as an entry without `origin`, or in another file"),
        );
    }
    if args.dry_run {
        ui.result(&written.text);
        return Ok(());
    }
    let (entries, rows) = (imported.entries, imported.rows);
    if old.as_deref() == Some(written.text.as_bytes()) {
        ui.note(&format!("`{target}` stays as it is: entries {entries}, rows {rows}\n"));
        return Ok(());
    }
    // That values of the edition before move is what the import is for.
    if !written.moves.is_empty() && !written.carried && !args.accept {
        let count = written.moves.len();
        return Err(vec![
            Finding::error("IM15", format!("values that would move in `{target}`: {count}"))
                .help("look at what moves above; then repeat the command with `--accept`"),
        ]);
    }
    let Some(path) = project.path(target) else { return Ok(()) };
    archive::replace(&path, written.text.as_bytes()).map_err(|error| vec![unwritten(target, &error)])?;
    ui.note(&format!("`{target}` is written: entries {entries}, rows {rows}\n"));
    if let Some(edition) = edition_of(target) {
        ui.note(&format!("next: `mujaz check {edition}`\n"));
    }
    Ok(())
}

/// Reads a map by its name, or the file that is meant.
fn read_map(project: &Project, name: &str, sources: &mut Sources) -> Result<Map, Vec<Finding>> {
    let is_path = name.contains(['/', '\\']) || [".yaml", ".yml"].iter().any(|it| name.ends_with(it));
    if !is_path {
        return import::named(project, name, sources);
    }
    let bytes = read(Path::new(name), Limits::default().bytes).map_err(|fault| vec![fault])?;
    import::read_map(&bytes, name, sources)
}

/// Reads a file of at most this many bytes and one more.
fn read(path: &Path, most: usize) -> Result<Vec<u8>, Finding> {
    let name = path.display().to_string();
    let unreadable =
        |error: std::io::Error| Finding::error("CL02", format!("`{name}` cannot be read: {error}"));
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(Finding::error("CL02", format!("`{name}` is not an ordinary file")));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    Ok(bytes)
}

/// The file to write, as a path in the project.
fn target(map: &Map, into: Option<&str>) -> Result<String, Finding> {
    if let Some(edition) = into {
        return Ok(format!("data/editions/{edition}/import-{}.yaml", map.spec.import.value));
    }
    let Some(file) = &map.spec.file else {
        return Err(Finding::error("CL02", "nothing says which edition to import into")
            .help("name it with `--into EDITION`"));
    };
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
    match file.ends_with(".yaml") && file.starts_with("data/") && file.split('/').all(plain) {
        true => Ok(file.value.clone()),
        false => Err(Finding::error("IM04", format!("`{}` is no file of data in the project", file.value))
            .at(file.span, "where to write")
            .help("write a path such as `data/editions/2031-06/import-returns.yaml`")),
    }
}

/// The edition whose file a path is.
fn edition_of(target: &str) -> Option<&str> {
    target.strip_prefix("data/editions/")?.split('/').next()
}

/// The merged data of the edition, or of what all editions share.
fn tree(project: &Project, edition: Option<&str>, sources: &mut Sources) -> Result<Node, Vec<Finding>> {
    let ground = Ground::read(project, sources, &Limits::default());
    let Some(edition) = edition else {
        return ground.tree().cloned().ok_or_else(|| ground.findings().to_vec());
    };
    let (inputs, findings) = layers::load(&ground, edition, None, sources);
    inputs.map(|inputs| inputs.tree).ok_or(findings)
}

/// Refuses ids that another file of the edition has; a source that is there already is only pointed at.
fn elsewhere(
    tree: &Node,
    imported: &mut Imported,
    target: &str,
    sources: &Sources,
) -> Result<(), Vec<Finding>> {
    let mut faults = Vec::new();
    for (section, id) in imported.ids() {
        let known = match section.ends_with(".rows") {
            true => tree.at(section.trim_end_matches(".rows")).and_then(|whole| whole.get("as_of")),
            false => tree.at(&format!("{section}[{id}]")).and_then(|entry| entry.get("id")),
        };
        let Some(known) = known.filter(|node| sources.name(node.span.file) != target) else { continue };
        if section == "sources" {
            imported.without_source();
            continue;
        }
        let path = if section.ends_with(".rows") {
            section.trim_end_matches(".rows").to_owned()
        } else {
            format!("{section}[{id}]")
        };
        faults.push(
            Finding::error("IM23", format!("`{path}` is in another file of the edition already"))
                .at(known.span, "first given here")
                .path(path)
                .help("take it out there, or import under another `id`"),
        );
        if section.ends_with(".rows") {
            break;
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
