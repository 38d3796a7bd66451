//! A project on disk or in memory: where it is, and which editions, audiences and languages it has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::store::{Store, unreadable};
use crate::diag::{Finding, nearest};

/// What makes files a project.
const HOUSE: &str = "data/house.yaml";

/// A folder with `data/house.yaml` in it, or such files in memory. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub(super) store: Store,
}

impl Project {
    /// Looks for a project in a folder and in those above it.
    pub fn find(start: &Path) -> Result<Self, Finding> {
        let start =
            fs::canonicalize(start).map_err(|error| unreadable(&start.display().to_string(), &error))?;
        let root = start.ancestors().find(|folder| is_root(folder));
        root.map(Self::on_disk).ok_or_else(|| {
            Finding::error("LA01", format!("no `data/house.yaml` in `{}` or above it", start.display()))
                .help("run `mujaz init` for a new project, or name one with `--project DIR`")
        })
    }

    /// Opens the project with this root.
    pub fn open(root: &Path) -> Result<Self, Finding> {
        let shown = root.display().to_string();
        let root = fs::canonicalize(root).map_err(|error| unreadable(&shown, &error))?;
        if is_root(&root) {
            return Ok(Self::on_disk(&root));
        }
        Err(Finding::error("LA01", format!("no `data/house.yaml` in `{shown}`"))
            .help("run `mujaz init` there for a new project"))
    }

    /// A project of files in memory: path relative to the root, with `/`, and content. Nothing is read from disk,
    /// and everything else is as on disk.
    ///
    /// # Errors
    /// `LA05` for a path that is absolute or has `.`, `..`, `\\` or nothing between two `/`, and for one that is
    /// a file and a folder at once; `LA01` without `data/house.yaml`.
    pub fn in_memory(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Finding> {
        if !files.contains_key(HOUSE) {
            return Err(Finding::error("LA01", "no `data/house.yaml` among the files in memory"));
        }
        Ok(Self { store: Store::memory(files)? })
    }

    fn on_disk(root: &Path) -> Self {
        Self { store: Store::Disk(root.to_owned()) }
    }

    /// The root of a project on disk, as an absolute path without symbolic links; `None` in memory.
    pub fn root(&self) -> Option<&Path> {
        match &self.store {
            Store::Disk(root) => Some(root),
            Store::Memory(_) => None,
        }
    }

    /// Where a file of a project on disk is, or would be, by its path relative to the root; `None` in memory.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.root().map(|root| root.join(name))
    }

    /// The ids of all editions in order: the folders of `data/editions` that hold `edition.yaml`.
    pub fn editions(&self) -> Result<Vec<String>, Finding> {
        let names = self.store.names("data/editions")?;
        let is_edition = |name: &String| self.store.exists(&format!("data/editions/{name}/edition.yaml"));
        Ok(names.into_iter().filter(is_edition).collect())
    }

    /// The languages that the project brings: the names of the files of `data/languages`.
    pub fn languages(&self) -> Vec<String> {
        let names = self.store.names("data/languages").unwrap_or_default();
        names.iter().filter_map(|name| name.strip_suffix(".yaml")).map(str::to_owned).collect()
    }

    /// The overlay file of an audience, as a shown path, or a finding that names the nearest.
    pub(super) fn audience_file(&self, folder: &str, name: &str) -> Result<String, Finding> {
        let audiences = format!("{folder}/audiences");
        let files = self.store.names(&audiences)?;
        let known: Vec<String> =
            files.iter().filter_map(|file| file.strip_suffix(".yaml")).map(str::to_owned).collect();
        match known.iter().any(|known| known == name) {
            true => Ok(format!("{audiences}/{name}.yaml")),
            false => Err(unknown("LA03", "audience", name, &known, &audiences)),
        }
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join(HOUSE).is_file()
}

pub(super) fn unknown(code: &'static str, what: &str, name: &str, known: &[String], folder: &str) -> Finding {
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
