//! `mujaz text import`: translations from PO and XLIFF files into the text files.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::super::args::Cli;
use super::super::args::text::Import as Args;
use super::super::{Outcome, Ui, blame, project, unwritten};
use crate::archive;
use crate::diag::{Finding, Severity, Sources, Span};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::translation::import::{Hand, Import, Step, import};
use crate::translation::rewrite::rewrite;
use crate::translation::{Catalogue, leftovers, po, xliff};
use crate::yaml::{self, Limits};

/// Takes the files over one after the other; a file with an error changes nothing.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::verdict(&args.verdict).heeding(cli);
    let mut sources = Sources::new();
    let (mut told, mut findings) = (Vec::new(), Vec::new());
    match project(cli) {
        Err(fault) => findings.push(fault),
        Ok(project) => {
            for path in &args.files {
                match take(&project, path, args, &mut sources, &mut findings) {
                    Ok(lines) => told.extend(lines),
                    Err(faults) => findings.extend(faults),
                }
            }
        }
    }
    let blamed = blame(&findings);
    let failed = ui.findings(findings, &sources);
    told.iter().for_each(|line| ui.note(&format!("{line}\n")));
    if failed { blamed } else { Outcome::Done }
}

/// Takes one file over; what to tell of it.
fn take(
    project: &Project,
    path: &Path,
    args: &Args,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
) -> Result<Vec<String>, Vec<Finding>> {
    let (catalogue, faults) = read(path, sources)?;
    let Some(catalogue) = catalogue.filter(|_| !faults.iter().any(Finding::is_error)) else {
        return Err(faults);
    };
    let name = path.display().to_string();
    let (dossier, more) = Dossier::read(project, &catalogue.edition, None, sources);
    let Some(dossier) = dossier else { return Err(more) };
    welcome(&dossier, &catalogue, &name)?;
    let faults = broken(faults, &dossier, &catalogue);
    if faults.iter().any(Finding::is_error) {
        return Err(faults);
    }
    findings.extend(faults);
    let by = args.by.as_deref().or(catalogue.translator.as_deref());
    let hand = Hand { status: args.status.into(), by };
    let (taken, more) = import(&dossier, &catalogue, hand, sources);
    let Some(taken) = taken else { return Err(more) };
    let files = changed(project, &dossier, &catalogue, &taken, sources)?;
    if !args.dry_run {
        let file = |(name, text): &(String, String)| Some((project.path(name)?, text.clone().into_bytes()));
        let paths: Vec<_> = files.iter().filter_map(file).collect();
        archive::replace_all(&paths).map_err(|(at, error)| {
            let name = files.get(at).map_or("", |(name, _)| name);
            vec![unwritten(name, &error)]
        })?;
    }
    findings.extend(more);
    Ok(told(&name, &catalogue, &taken, args.dry_run))
}

/// Reads a file in the format that its first characters say.
fn read(path: &Path, sources: &mut Sources) -> Result<(Option<Catalogue>, Vec<Finding>), Vec<Finding>> {
    let name = path.display().to_string();
    let unreadable = |why: String| vec![Finding::error("CL02", format!("`{name}` cannot be read: {why}"))];
    let size = fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if !size.is_file() {
        return Err(unreadable("it is not an ordinary file".to_owned()));
    }
    let limits = Limits::default();
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| unreadable(error.to_string()))?;
    let file = yaml::add(&bytes, &name, "translation", sources, &limits).map_err(|fault| vec![fault])?;
    let is_xml = sources.text(file).trim_start().starts_with('<');
    Ok(if is_xml { xliff::read(file, sources) } else { po::read(file, sources) })
}

/// Whether the edition can take the file over at all.
fn welcome(dossier: &Dossier, catalogue: &Catalogue, name: &str) -> Result<(), Vec<Finding>> {
    let (head, lang) = (&dossier.edition.head, &catalogue.lang);
    let id = &head.id.value;
    let refused = |message: String, help: String| Err(vec![Finding::error("CL01", message).help(help)]);
    if head.master.value == *lang {
        let message = format!("`{name}` would change the master language of `{id}`, `{lang}`");
        return refused(message, format!("edit text/{lang}.yaml itself"));
    }
    if !dossier.languages.contains_key(lang) {
        let known: Vec<&str> = dossier.languages.keys().map(String::as_str).collect();
        let message = format!("edition `{id}` has no language `{lang}`");
        return refused(message, format!("its languages are `{}`", known.join("`, `")));
    }
    if !dossier.lock_is_whole {
        let message = format!("`{}` has errors and would lose what it holds", dossier.lock_name);
        return refused(message, format!("run `mujaz check {id}` and mend what it finds"));
    }
    Ok(())
}

/// A message of which some plural forms are empty is one to go on with, unless it was whole before.
fn broken(mut faults: Vec<Finding>, dossier: &Dossier, catalogue: &Catalogue) -> Vec<Finding> {
    let whole = |key: &str| {
        dossier.languages.get(&catalogue.lang).is_some_and(|language| language.texts.find(key).is_some())
    };
    let broken: Vec<Span> = catalogue
        .entries
        .iter()
        .filter(|entry| entry.target.is_none() && whole(&entry.key))
        .flat_map(|entry| entry.target_places.iter().map(|(_, span)| *span).chain([entry.place]))
        .collect();
    for fault in faults.iter_mut().filter(|fault| fault.code == "PO08") {
        if fault.places.first().is_some_and(|place| broken.contains(&place.span)) {
            fault.severity = Severity::Error;
        }
    }
    faults
}

/// The files that the import changes, with their new texts: first what would be lost, then the texts, then what
/// is known of them.
fn changed(
    project: &Project,
    dossier: &Dossier,
    catalogue: &Catalogue,
    taken: &Import,
    sources: &mut Sources,
) -> Result<Vec<(String, String)>, Vec<Finding>> {
    let (id, lang) = (&dossier.edition.head.id.value, &catalogue.lang);
    let name = format!("data/editions/{id}/text/{lang}.yaml");
    let read = dossier.inputs.iter().find(|file| file.name == name).map(|file| &*file.bytes);
    if read != project.asset(&name).ok().as_deref() {
        let changed = Finding::error("OU03", format!("`{name}` was changed by another program meanwhile"));
        return Err(vec![changed.help("import again")]);
    }
    // A byte order mark is no part of the text that was read.
    const MARK: &str = "\u{feff}";
    let whole = read.map_or_else(|| format!("lang: {lang}\n").into(), String::from_utf8_lossy);
    let (mark, body) = whole.split_at(if whole.starts_with(MARK) { MARK.len() } else { 0 });
    let file = sources.add(&*name, format!("language {lang}"), body.to_owned());
    let text = rewrite(file, sources, &taken.texts, &taken.page).map_err(|fault| vec![fault])?;
    let text = format!("{mark}{text}");
    let mut files = Vec::new();
    if !taken.leftovers.is_empty() {
        let name = format!("data/editions/{id}/text/{lang}.leftovers.po");
        let before = match project.asset(&name) {
            Ok(bytes) => yaml::add(&bytes, &name, "leftovers", sources, &Limits::default()),
            Err(_) => Ok(sources.add(&*name, "leftovers", String::new())),
        };
        let file = before.map_err(|fault| vec![fault])?;
        files.push((name, leftovers::with(catalogue, &taken.leftovers, file, sources)?));
    }
    if !taken.texts.is_empty() {
        files.push((name, text));
    }
    if taken.lock != dossier.lock {
        files.push((dossier.lock_name.clone(), taken.lock.to_text()));
    }
    Ok(files)
}

/// What was done: the counts, then a line for each text that changes.
fn told(name: &str, catalogue: &Catalogue, taken: &Import, dry: bool) -> Vec<String> {
    let (lang, edition, count) = (&catalogue.lang, &catalogue.edition, taken.steps.len());
    let mut lines = vec![match dry {
        true => format!("`{name}`: texts that would change in `{lang}` of `{edition}`: {count}"),
        false => format!("`{name}`: texts changed in `{lang}` of `{edition}`: {count}"),
    }];
    lines.extend(taken.steps.iter().map(|(key, step)| match step {
        Step::Added => format!("added `{key}`"),
        Step::Changed => format!("changed `{key}`"),
        Step::Settled => format!("settled `{key}`"),
        Step::Approved => format!("approved `{key}`"),
        Step::Moved(from) => format!("moved to `{key}` from `{from}`"),
        Step::Behind => format!("taken over as stale `{key}`"),
        Step::Vacated => format!("now to be translated `{key}`"),
    }));
    lines.extend(taken.leftovers.iter().map(|entry| format!("left over `{}`", entry.key)));
    if taken.unchanged > 0 {
        lines.push(format!("unchanged: {}", taken.unchanged));
    }
    if taken.fuzzy > 0 {
        lines.push(format!("fuzzy and skipped: {}", taken.fuzzy));
    }
    if taken.untranslated > 0 {
        lines.push(format!("untranslated: {}", taken.untranslated));
    }
    lines
}
