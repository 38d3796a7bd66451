//! The files of a new project.

use include_dir::{Dir, include_dir};

use crate::schema::{FileKind, to_json};

/// The edition that a new project has.
pub const EXAMPLE: &str = "2031-01";

/// What is the project's own to change.
static PROJECT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/project");

/// What it has from the series that ships with the program: nouns, and places under their P-codes.
const SHARED: [(&str, &str); 3] = [
    ("data/shared/units.yaml", include_str!("../../data/shared/units.yaml")),
    ("data/shared/places-iraq.yaml", include_str!("../../data/shared/places-iraq.yaml")),
    ("data/shared/places-syria.yaml", include_str!("../../data/shared/places-syria.yaml")),
];

/// Workflows that build it.
const WORKFLOWS: [(&str, &str); 2] = [
    (".github/workflows/briefs.yml", include_str!("../../docs/ci/github-actions.yml")),
    (".gitlab-ci.yml", include_str!("../../docs/ci/gitlab-ci.yml")),
];

/// The file without which a folder is no project; it is written last.
const HOUSE: &str = "data/house.yaml";

/// Every file of a new project by its path, with `/`, in the order in which to write them.
pub fn project() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    collect(&PROJECT, &mut files);
    files.extend(
        SHARED.iter().chain(&WORKFLOWS).map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())),
    );
    let schema =
        |kind: FileKind| (format!("schemas/{}.schema.json", kind.name()), to_json(kind).into_bytes());
    files.extend(FileKind::ALL.map(schema));
    files.sort_by(|(a, _), (b, _)| (a == HOUSE, a).cmp(&(b == HOUSE, b)));
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        let parts: Vec<&str> = file.path().iter().filter_map(|part| part.to_str()).collect();
        files.push((parts.join("/"), file.contents().to_vec()));
    }
    folder.dirs().for_each(|folder| collect(folder, files));
}
