//! A project on disk: where its root is, and which editions and audiences it has.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Finding, nearest};

/// A folder with `data/house.yaml` in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Looks for a project in a folder and in those above it.
    pub fn find(start: &Path) -> Result<Self, Finding> {
        let start =
            fs::canonicalize(start).map_err(|error| unreadable(&start.display().to_string(), &error))?;
        let root = start.ancestors().find(|folder| is_root(folder));
        root.map(|root| Self { root: root.to_owned() }).ok_or_else(|| {
            Finding::error("LA01", format!("no `data/house.yaml` in `{}` or above it", start.display()))
                .help("run `mujaz init` for a new project, or name one with `--project DIR`")
        })
    }

    /// Opens the project with this root.
    pub fn open(root: &Path) -> Result<Self, Finding> {
        let shown = root.display().to_string();
        let root = fs::canonicalize(root).map_err(|error| unreadable(&shown, &error))?;
        if is_root(&root) {
            return Ok(Self { root });
        }
        Err(Finding::error("LA01", format!("no `data/house.yaml` in `{shown}`"))
            .help("run `mujaz init` there for a new project"))
    }

    /// The root, as an absolute path without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The ids of all editions in order: the folders of `data/editions` that hold `edition.yaml`.
    pub fn editions(&self) -> Result<Vec<String>, Finding> {
        let folder = self.root.join("data/editions");
        let names = names(&folder, "data/editions")?;
        Ok(names.into_iter().filter(|name| folder.join(name).join("edition.yaml").exists()).collect())
    }

    /// The languages that the project brings: the names of the files of `data/languages`.
    pub fn languages(&self) -> Vec<String> {
        let names = names(&self.root.join("data/languages"), "data/languages").unwrap_or_default();
        names.iter().filter_map(|name| name.strip_suffix(".yaml")).map(str::to_owned).collect()
    }

    /// The folder of an edition, as a shown path, or a finding that names the nearest.
    pub(super) fn edition_folder(&self, id: &str) -> Result<String, Finding> {
        let editions = self.editions()?;
        match editions.iter().any(|known| known == id) {
            true => Ok(format!("data/editions/{id}")),
            false => Err(unknown("LA02", "edition", id, &editions, "data/editions")),
        }
    }

    /// The overlay file of an audience, as a shown path, or a finding that names the nearest.
    pub(super) fn audience_file(&self, folder: &str, name: &str) -> Result<String, Finding> {
        let audiences = format!("{folder}/audiences");
        let files = names(&self.root.join(&audiences), &audiences)?;
        let known: Vec<String> =
            files.iter().filter_map(|file| file.strip_suffix(".yaml")).map(str::to_owned).collect();
        match known.iter().any(|known| known == name) {
            true => Ok(format!("{audiences}/{name}.yaml")),
            false => Err(unknown("LA03", "audience", name, &known, &audiences)),
        }
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join("data/house.yaml").is_file()
}

fn unknown(code: &'static str, what: &str, name: &str, known: &[String], folder: &str) -> Finding {
    let finding = Finding::error(code, format!("there is no {what} `{name}`"));
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    match (nearest(name, &words), words.is_empty()) {
        (Some(near), _) => finding.help(format!("did you mean `{near}`?")),
        (None, true) => finding.help(format!("add the first one to `{folder}`")),
        (None, false) => {
            let shown: Vec<String> = words.iter().take(12).map(|word| format!("`{word}`")).collect();
            let rest = if words.len() > shown.len() { ", …" } else { "" };
            finding.help(format!("name one of {}{rest}", shown.join(", ")))
        }
    }
}

/// The names in a folder in order, hidden ones left out; none if there is no such folder.
pub(super) fn names(folder: &Path, shown: &str) -> Result<Vec<String>, Finding> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(shown, &error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| unreadable(shown, &error))?.file_name();
        match name.into_string() {
            Ok(name) if name.starts_with('.') => {}
            Ok(name) => names.push(name),
            Err(name) => {
                let name = name.to_string_lossy();
                return Err(Finding::error("LA05", format!("the name `{name}` in `{shown}` is not UTF-8"))
                    .help("rename the file or folder"));
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The finding for a file or folder that the system does not hand out.
pub(super) fn unreadable(shown: &str, error: &io::Error) -> Finding {
    match error.kind() {
        io::ErrorKind::NotFound => Finding::error("LA04", format!("`{shown}` does not exist")),
        io::ErrorKind::PermissionDenied => Finding::error("LA04", format!("`{shown}` may not be read"))
            .help("give yourself the right to read it"),
        _ => Finding::error("LA04", format!("`{shown}` cannot be read: {error}")),
    }
}
