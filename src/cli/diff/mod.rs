//! `mujaz diff`: what changed from one edition to another, as a table, as JSON, or as one page.

mod sheet;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Cli;
use super::args::diff::{Diff as Args, DiffForm};
use super::{Outcome, Ui, project, refuse, unwritten};
use crate::archive;
use crate::compare::{Comparison, Speaker, json};
use crate::diag::{Finding, Sources};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;
use crate::model::Edition;
use crate::text::{Texts, Wording};

/// Compares the two editions.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match compared(cli, args, &ui, &mut sources) {
        Ok(warnings) => {
            ui.findings(warnings, &sources);
            Outcome::Done
        }
        Err(findings) => refuse(&ui, findings, &sources),
    }
}

fn compared(cli: &Cli, args: &Args, ui: &Ui, sources: &mut Sources) -> Result<Vec<Finding>, Vec<Finding>> {
    let own = project(cli).map_err(|fault| vec![fault])?;
    let audience = args.audience.as_deref();
    let (mut before, mut now) =
        (side(&own, &args.before, audience, sources)?, side(&own, &args.now, audience, sources)?);
    let issued = |dossier: &Dossier| dossier.edition.head.issued.value.0;
    if issued(&before) > issued(&now) {
        std::mem::swap(&mut before, &mut now);
        let (old, new) = (&before.edition.head.id.value, &now.edition.head.id.value);
        ui.note(&format!("`{old}` was issued before `{new}`, so it is taken for the earlier one\n"));
    }
    let langs = langs(args, &now)?;
    match args.format {
        DiffForm::Pdf => sheet::write(&own, (&before, &now), &langs, args.out.as_deref(), ui, sources),
        form => {
            let text = langs.iter().filter_map(|lang| {
                spoken(&before, &now, lang, |comparison, speaker| match form {
                    DiffForm::Json => {
                        serde_json::to_string_pretty(&json(comparison, speaker)).unwrap_or_default() + "\n"
                    }
                    _ => table::table(comparison, speaker),
                })
            });
            let text: String = text.collect();
            match &args.out {
                Some(path) => {
                    place(path, text.as_bytes())?;
                    ui.note(&format!("`{}` is written\n", path.display()));
                }
                None => ui.result(&text),
            }
            Ok(Vec::new())
        }
    }
}

/// The languages of the words: the one asked for, else that of the master texts, and all for pages.
fn langs(args: &Args, now: &Dossier) -> Result<Vec<String>, Vec<Finding>> {
    let head = &now.edition.head;
    let known: Vec<String> = head.languages.iter().map(|lang| lang.value.clone()).collect();
    let of_dossier = |lang: &String| now.languages.contains_key(lang);
    match &args.lang {
        Some(lang) if of_dossier(lang) => Ok(vec![lang.clone()]),
        Some(lang) => {
            let message = format!("edition `{}` has no language `{lang}`", head.id.value);
            let help = format!("its languages are `{}`", known.join("`, `"));
            Err(vec![Finding::error("CL01", message).help(help)])
        }
        None if args.format != DiffForm::Pdf => Ok(vec![head.master.value.clone()]),
        None => {
            let known: Vec<String> = known.into_iter().filter(of_dossier).collect();
            if args.out.is_some() && known.len() > 1 {
                let message =
                    format!("`--out` names one file, and `{}` has several languages", head.id.value);
                let help = format!("choose one with `--lang`: `{}`", known.join("`, `"));
                return Err(vec![Finding::error("DF01", message).help(help)]);
            }
            Ok(known)
        }
    }
}

/// An edition of the project, or of another one: `DIR:ID`.
fn side(
    own: &Project,
    name: &str,
    audience: Option<&str>,
    sources: &mut Sources,
) -> Result<Dossier, Vec<Finding>> {
    let other = name.rsplit_once(':').filter(|(folder, _)| !folder.is_empty());
    let (project, id) = match other {
        Some((folder, id)) => (&Project::open(Path::new(folder)).map_err(|fault| vec![fault])?, id),
        None => (own, name),
    };
    // Each is read by itself: places of two projects must not be mixed.
    let mut read = Sources::new();
    let (dossier, findings) = Reader::new(project, &mut read).read(id, audience, &mut read);
    let stops = |finding: &&Finding| finding.is_error() && !is_of_texts(finding, &read);
    if findings.iter().any(|finding| stops(&finding)) || dossier.is_none() {
        *sources = read;
        return Err(findings.into_iter().filter(Finding::is_error).collect());
    }
    dossier.ok_or_else(Vec::new)
}

/// Whether a finding is about the text of some language: what can be read of it is compared.
fn is_of_texts(finding: &Finding, sources: &Sources) -> bool {
    let place = finding.places.first();
    place.is_some_and(|place| sources.layer(place.span.file).starts_with("language "))
}

/// Compares two dossiers with the texts of a language, and says it in that language.
fn spoken<T>(
    before: &Dossier,
    now: &Dossier,
    lang: &str,
    then: impl FnOnce(&Comparison<'_>, &Speaker<'_, '_>) -> T,
) -> Option<T> {
    let language = now.languages.get(lang)?;
    let none = Texts::default();
    let old = before.languages.get(lang);
    let (old_texts, index, old_index) =
        (old.map_or(&none, |old| &old.texts), now.edition.index(), before.edition.index());
    let (locale, labels) = (&language.locale, &language.labels);
    let words = Wording::new(&now.edition, &index, locale, labels, &language.texts);
    let old_words = Wording::new(&before.edition, &old_index, locale, labels, old_texts);
    let comparison = Comparison::of(&before.edition, &now.edition, between(before, now));
    // Against a language that the earlier edition has not, every text would be new.
    let comparison = match old {
        Some(old) => comparison.with_texts(&old.texts, &language.texts),
        None => comparison,
    };
    Some(then(&comparison, &Speaker { before: &old_words, now: &words }))
}

/// The editions between the two, where one follows from the other.
fn between<'a>(before: &Dossier, now: &'a Dossier) -> &'a [Arc<Edition>] {
    let id = &before.edition.head.id.value;
    let at = now.history.iter().position(|old| old.head.id.value == *id);
    at.and_then(|at| now.history.get(..at)).unwrap_or_default()
}

/// Puts a file where it was asked for; what was there stays until the new one is whole.
fn place(path: &Path, bytes: &[u8]) -> Result<(), Vec<Finding>> {
    let shown = path.display();
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let name = path.file_name().and_then(|name| name.to_str());
    let Some(name) = name else {
        let finding = Finding::error("CL02", format!("`{shown}` names no file"));
        return Err(vec![finding.help("give `--out` the path of a file")]);
    };
    archive::place(&folder, name, bytes).map_err(|error| vec![unwritten(shown, &error)])
}
