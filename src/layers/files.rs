//! The files of one layer, found in order.

use include_dir::{Dir, include_dir};

use super::project::Project;
use crate::diag::Finding;

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
    let names = project.store.names(folder).unwrap_or_else(|finding| {
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
