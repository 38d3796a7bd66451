//! `mujaz text proof`: a PDF with the master text and a translation side by side.

use super::super::args::Cli;
use super::super::args::UiLang;
use super::super::args::text::Proof as Args;
use super::super::{Outcome, Ui, refuse};
use super::sheets::{self, Subject};
use crate::brief;
use crate::diag::{Finding, Sources, arabic};
use crate::translation::proof::{Material, Proof};
use crate::typeset::{Assets, Entry};

/// Writes the proof of each edition.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match proofs(cli, args, &mut sources) {
        Ok((text, warnings)) => {
            ui.findings(warnings, &sources);
            ui.result(&text);
            Outcome::Done
        }
        Err(findings) => refuse(&ui, findings, &sources),
    }
}

fn proofs(cli: &Cli, args: &Args, sources: &mut Sources) -> Result<(String, Vec<Finding>), Vec<Finding>> {
    let (project, subjects) = sheets::subjects(cli, &args.edition, &args.lang, sources)?;
    let (masters, subjects): (Vec<_>, Vec<_>) =
        subjects.into_iter().partition(|it| it.examined.dossier.edition.head.master.value == args.lang);
    if let Some(only) = masters.first().filter(|_| subjects.is_empty() || !args.edition.is_empty()) {
        let (lang, id) = (&args.lang, &only.examined.dossier.edition.head.id);
        let message =
            format!("`{lang}` is the master language of `{}`: there is no text to hold it against", id.value);
        return Err(vec![Finding::error("CL02", message).help("name the language of a translation")]);
    }
    let assets = Assets::with_overrides(project.root(), sources)?;
    let (mut text, mut warnings) = (String::new(), Vec::new());
    for subject in &subjects {
        let dossier = &subject.examined.dossier;
        let Some(proof) = proof(cli, subject, &args.lang, sources) else { continue };
        let kind = (Entry::Proof, "proof");
        let written = sheets::write(&assets, dossier, &args.lang, kind, proof.to_json(), &args.out)?;
        let pages = if written.pages == 1 { "page" } else { "pages" };
        text +=
            &format!("{}  {} {pages}  {} KiB\n", written.path, written.pages, written.size.div_ceil(1024));
        warnings.extend(written.warnings);
    }
    Ok((text, warnings))
}

fn proof(cli: &Cli, subject: &Subject, lang: &str, sources: &Sources) -> Option<Proof> {
    let dossier = &subject.examined.dossier;
    let masters = brief::masters(dossier, lang)?;
    let states = dossier.states(lang, &masters);
    let (notes_lang, said): (_, fn(&Finding) -> Finding) = match cli.ui_lang {
        UiLang::En => ("en", Finding::clone),
        UiLang::Ar => ("ar", arabic::finding),
    };
    let material = Material {
        brief: subject.examined.briefs.get(lang)?,
        masters: &masters,
        states: &states,
        findings: &subject.findings,
        notes_lang,
    };
    Proof::of(dossier, lang, &material, sources, said)
}
