//! `mujaz schema`: the JSON Schemas of a project's YAML files, on stdout or as files. It needs no project.

use std::fs;
use std::io;
use std::path::Path;

use super::args::{Cli, Schema};
use super::{Outcome, Ui, unwritten};
use crate::archive;
use crate::diag::{Finding, Sources};
use crate::schema::{FileKind, to_json};

/// Prints one schema, writes all of them, or says which there are.
pub fn run(cli: &Cli, args: &Schema) -> Outcome {
    let ui = Ui::asked(cli);
    let text = match (&args.kind, &args.out) {
        (Some(kind), _) => Ok(to_json(*kind)),
        (None, Some(folder)) => write(folder),
        (None, None) => Ok(kinds()),
    };
    match text {
        Ok(text) => {
            ui.result(&text);
            Outcome::Done
        }
        Err(finding) => {
            ui.findings(vec![finding], &Sources::new());
            Outcome::Misused
        }
    }
}

/// The kinds with the files that they are for, one a line.
fn kinds() -> String {
    FileKind::ALL.map(|kind| format!("{:10} {}\n", kind.name(), kind.files())).concat()
}

/// Writes every schema into a folder, each whole or not at all, and says which files these are.
fn write(folder: &Path) -> Result<String, Finding> {
    let fault = |place: &Path, error: io::Error| unwritten(place.display(), &error);
    fs::create_dir_all(folder).map_err(|error| fault(folder, error))?;
    let mut written = String::new();
    for kind in FileKind::ALL {
        let place = folder.join(format!("{}.schema.json", kind.name()));
        archive::replace(&place, to_json(kind).as_bytes()).map_err(|error| fault(&place, error))?;
        written += &format!("{}\n", place.display());
    }
    Ok(written)
}
