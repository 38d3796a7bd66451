//! `mujaz export tables`: the tables and charts of editions as CSV files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::args::Cli;
use super::args::export::{Export, HeadersArg, Mark, Tables};
use super::{Outcome, Ui, answer, check};
use crate::archive::{self, Unit};
use crate::check::Seen;
use crate::diag::{Finding, Sources, counted};
use crate::dossier::{Dossier, Reader};
use crate::tables::{Headers, Layout, tables, write};

/// Writes the tables; those of one edition are all there or as they were.
pub fn run(cli: &Cli, args: &Export) -> Outcome {
    let Export::Tables(args) = args;
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    answer(&ui, export(cli, args, &mut sources), &sources)
}

fn export(cli: &Cli, args: &Tables, sources: &mut Sources) -> Result<String, Vec<Finding>> {
    let project = super::project(cli).map_err(|fault| vec![fault])?;
    let editions = super::editions(&project, &args.editions).map_err(|fault| vec![fault])?;
    let reader = Reader::new(&project, sources);
    let (mut seen, mut told) = (Seen::default(), String::new());
    for edition in editions {
        let unit = Unit { edition, audience: args.audience.clone() };
        let audience = unit.audience.as_deref();
        let (examined, findings) = check::examine(&reader, &unit.edition, audience, sources, &mut seen);
        let is_sound = !findings.iter().any(Finding::is_error);
        let examined = examined.filter(|_| is_sound).ok_or(findings)?;
        told += &of_edition(args, &unit, &examined.dossier)?;
    }
    Ok(told)
}

/// The files of one edition; a line for each.
fn of_edition(args: &Tables, unit: &Unit, dossier: &Dossier) -> Result<String, Vec<Finding>> {
    let layout = Layout {
        headers: match args.headers {
            HeadersArg::Keys => Headers::Keys,
            HeadersArg::Words => Headers::Words,
        },
        hxl: args.hxl,
        bom: args.bom == Mark::Yes,
    };
    let folder = args.out.join(unit.folder());
    let (mut files, mut told): (Vec<(PathBuf, Vec<u8>)>, String) = Default::default();
    for lang in languages(args, dossier)? {
        for table in tables(dossier, lang).unwrap_or_default() {
            let path = folder.join(format!("{}.{lang}.{}.csv", unit.stem(), table.name));
            // A table that has become empty must not stay as it was.
            if table.rows.is_empty() && !path.exists() {
                continue;
            }
            let bytes = write(&table, layout).map_err(|error| vec![fault(&path, &error.into())])?;
            told += &format!("{}  {}\n", path.display(), counted(table.rows.len(), "row"));
            files.push((path, bytes));
        }
    }
    fs::create_dir_all(&folder).map_err(|error| vec![fault(&folder, &error)])?;
    archive::replace_all(&files).map_err(|(at, error)| vec![fault(&files[at].0, &error)])?;
    Ok(told)
}

/// The languages asked for, in the order of the edition.
fn languages<'d>(args: &Tables, dossier: &'d Dossier) -> Result<Vec<&'d str>, Vec<Finding>> {
    let head = &dossier.edition.head;
    let known: Vec<&str> = head.languages.iter().map(|lang| lang.value.as_str()).collect();
    if let Some(unknown) = args.lang.iter().find(|lang| !known.contains(&lang.as_str())) {
        let id = &head.id.value;
        let finding = Finding::error("CL01", format!("edition `{id}` has no language `{unknown}`"));
        return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
    }
    let is_asked = |lang: &&str| args.lang.is_empty() || args.lang.iter().any(|asked| asked == lang);
    Ok(known.into_iter().filter(is_asked).collect())
}

fn fault(path: &Path, error: &io::Error) -> Finding {
    super::unwritten(path.display(), error)
}
