//! `mujaz text export`: a file for translators for each edition.

use super::super::args::Cli;
use super::super::args::text::{Exchange, Export as Args};
use super::super::{Outcome, Ui, answer, unwritten};
use super::sheets::subjects;
use crate::archive;
use crate::diag::{Finding, Sources, counted};
use crate::translation::{export, po, xliff};

/// Writes the files; those of one edition are whole or not there.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    answer(&ui, write(cli, args, &mut sources), &sources)
}

fn write(cli: &Cli, args: &Args, sources: &mut Sources) -> Result<String, Vec<Finding>> {
    let (_, subjects) = subjects(cli, &args.edition, &args.lang, sources)?;
    let mut told = String::new();
    for subject in &subjects {
        let dossier = &subject.examined.dossier;
        let id = &dossier.edition.head.id.value;
        if let Some(unknown) = args.reference.as_ref().filter(|lang| !dossier.languages.contains_key(*lang)) {
            let known: Vec<&str> = dossier.languages.keys().map(String::as_str).collect();
            let finding = Finding::error("CL01", format!("edition `{id}` has no language `{unknown}`"));
            return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
        }
        let Some(catalogue) = export::export(dossier, &args.lang, args.reference.as_deref(), sources) else {
            if args.edition.is_empty() {
                continue;
            }
            let message =
                format!("`{}` is the master language of `{id}`: there is nothing to translate", args.lang);
            return Err(vec![Finding::error("CL02", message).help("name the language of a translation")]);
        };
        let (text, ending) = match args.to {
            Exchange::Po => (po::write(&catalogue), "po"),
            Exchange::Xliff => (xliff::write(&catalogue), "xlf"),
        };
        let (folder, name) = (args.out.join(id), format!("{id}.{}.{ending}", args.lang));
        let path = folder.join(&name).display().to_string();
        archive::place(&folder, &name, text.as_bytes()).map_err(|error| vec![unwritten(&path, &error)])?;
        told += &format!("{path}  {}\n", counted(catalogue.entries.len(), "text"));
    }
    Ok(told)
}
