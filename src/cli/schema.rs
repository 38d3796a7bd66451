//! `mujaz schema`: the JSON Schemas of a project's YAML files, on stdout or as files. It needs no project.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::args::{Cli, Schema};
use super::{Outcome, Ui};
use crate::diag::{Finding, Sources};
use crate::schema::{FileKind, to_json};

/// Prints one schema, writes all of them, or says which there are.
pub fn run(cli: &Cli, args: &Schema) -> Outcome {
    let ui = Ui::default().speaking(cli.ui_lang);
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
    FileKind::ALL.map(|kind| format!("{:8} {}\n", kind.name(), kind.files())).concat()
}

/// Writes every schema into a folder, and says which files these are. All of them are written beside their places
/// first: a reader never meets half a file, and a full disk leaves the old ones.
fn write(folder: &Path) -> Result<String, Finding> {
    let fault = |name: &str, error: io::Error| {
        let shown = folder.join(name).display().to_string();
        Finding::error("OU03", format!("`{shown}` cannot be written: {error}"))
    };
    fs::create_dir_all(folder).map_err(|error| fault("", error))?;
    let mut waiting = Vec::new();
    for kind in FileKind::ALL {
        let name = format!("{}.schema.json", kind.name());
        let file = beside(folder, to_json(kind).as_bytes()).map_err(|error| fault(&name, error))?;
        waiting.push((name, file));
    }
    let mut written = String::new();
    for (name, file) in waiting {
        let place = folder.join(&name);
        file.persist(&place).map_err(|error| fault(&name, error.error))?;
        written += &format!("{}\n", place.display());
    }
    Ok(written)
}

/// A new file in the folder, on the disk in full; it vanishes unless it is put into its place.
fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mujaz-").suffix(".part");
    // Temporary files are private by default; these become public ones, as far as the umask says.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}
