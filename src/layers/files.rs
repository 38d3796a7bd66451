//! The files of one layer: found in order, checked to be files of this project, read.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::project::{Project, names, unreadable};
use crate::diag::Finding;
use crate::yaml::Limits;

/// The words of the templates, one file a language.
static LABELS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/labels");

/// A file to be read.
pub(super) struct Found {
    /// Path relative to the project, with `/`.
    pub name: String,
    /// The name without its ending: the language of a text.
    pub stem: String,
}

/// A file that was read.
pub(super) struct Bytes {
    pub name: String,
    pub stem: String,
    pub bytes: Vec<u8>,
}

/// The `.yaml` files of a folder in order; none if there is no such folder.
pub(super) fn listed(project: &Project, folder: &str, findings: &mut Vec<Finding>) -> Vec<Found> {
    let names = names(&project.root().join(folder), folder).unwrap_or_else(|finding| {
        findings.push(finding);
        Vec::new()
    });
    let mut found = Vec::new();
    for name in names {
        if let Some(stem) = name.strip_suffix(".yaml") {
            found.push(Found { name: format!("{folder}/{name}"), stem: stem.to_owned() });
        } else if [".yml", ".yaml"].iter().any(|ending| name.to_lowercase().ends_with(ending)) {
            let finding =
                Finding::error("LA06", format!("`{folder}/{name}` is not read: its ending is not `.yaml`"));
            findings.push(finding.help("rename it so that it ends in `.yaml`"));
        }
    }
    found
}

/// Reads one file of the project.
pub(super) fn read(project: &Project, name: &str, limits: &Limits) -> Result<Vec<u8>, Finding> {
    let path = fs::canonicalize(project.root().join(name)).map_err(|error| unreadable(name, &error))?;
    if !path.starts_with(project.root()) {
        return Err(Finding::error("LA05", format!("`{name}` leads outside the project"))
            .help("copy the file into the project in place of the symbolic link"));
    }
    let kind = fs::metadata(&path).map_err(|error| unreadable(name, &error))?;
    if kind.is_dir() {
        return Err(
            Finding::error("LA05", format!("`{name}` is a folder, not a file")).help("rename the folder")
        );
    }
    if !kind.is_file() {
        return Err(Finding::error("LA05", format!("`{name}` is not an ordinary file")));
    }
    bounded(&path, limits).map_err(|error| unreadable(name, &error))
}

/// At most one byte more than the limit, which the reader of the text then refuses.
fn bounded(path: &Path, limits: &Limits) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The labels built into the program, but for those that the project has byte for byte.
pub(super) fn built_in_labels(own: &[Bytes]) -> Vec<Bytes> {
    let files = LABELS.files().filter_map(|file| {
        let stem = file.path().to_str()?.strip_suffix(".yaml")?;
        let same = own.iter().any(|own| own.stem == stem && own.bytes == file.contents());
        (!same).then(|| Bytes {
            name: format!("(built in)/labels/{stem}.yaml"),
            stem: stem.to_owned(),
            bytes: file.contents().to_vec(),
        })
    });
    let mut files: Vec<Bytes> = files.collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}
