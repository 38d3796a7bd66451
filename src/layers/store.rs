//! Where the files of a project are: in a folder on disk, or in memory.
//!
//! Both answer alike: names in order without hidden ones, and bytes of ordinary files of the project only.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::Finding;
use crate::yaml::Limits;

/// The files of a project by path relative to its root, with `/`. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Store {
    /// Below a folder, given as an absolute path without symbolic links.
    Disk(PathBuf),
    /// Files with their content.
    Memory(Arc<BTreeMap<String, Vec<u8>>>),
}

impl Store {
    /// Files in memory, whose paths must be plain: relative, and without `.`, `..`, empty parts and `\`.
    pub fn memory(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Finding> {
        let is_plain = |name: &str| {
            !name.contains(['\\', ':', '\0']) && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
        };
        if let Some(name) = files.keys().find(|name| !is_plain(name)) {
            return Err(Finding::error("LA05", format!("`{name}` is no plain path inside the project")));
        }
        let store = Self::Memory(Arc::new(files));
        let both = store.paths().find(|name| store.is_folder(name));
        match both {
            Some(name) => {
                Err(Finding::error("LA05", format!("`{name}` is a folder, not a file"))
                    .help("rename the folder"))
            }
            None => Ok(store),
        }
    }

    /// The names in a folder in order, hidden ones left out; none if there is no such folder.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, Finding> {
        let Self::Disk(root) = self else {
            let below = format!("{folder}/");
            let inside = self.below(&below).filter_map(|name| name.get(below.len()..)?.split('/').next());
            let mut names: Vec<String> =
                inside.filter(|name| !name.starts_with('.')).map(str::to_owned).collect();
            // A folder inside comes once for each of its files, and sorts differently with its `/`.
            names.sort_unstable();
            names.dedup();
            return Ok(names);
        };
        let entries = match fs::read_dir(root.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(folder, &error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(|error| unreadable(folder, &error))?.file_name();
            match name.into_string() {
                Ok(name) if name.starts_with('.') => {}
                Ok(name) => names.push(name),
                Err(name) => {
                    let name = name.to_string_lossy();
                    return Err(Finding::error(
                        "LA05",
                        format!("the name `{name}` in `{folder}` is not UTF-8"),
                    )
                    .help("rename the file or folder"));
                }
            }
        }
        names.sort();
        Ok(names)
    }

    /// Whether there is a file or folder; a link that leads nowhere is none.
    pub fn exists(&self, name: &str) -> bool {
        match self {
            Self::Disk(root) => root.join(name).exists(),
            Self::Memory(files) => files.contains_key(name) || self.is_folder(name),
        }
    }

    /// Whether there is anything by this name, be it a link that leads nowhere or what may not be looked at.
    pub fn is_taken(&self, name: &str) -> bool {
        match self {
            Self::Disk(root) => !fs::symlink_metadata(root.join(name))
                .is_err_and(|error| error.kind() == io::ErrorKind::NotFound),
            Self::Memory(_) => self.exists(name),
        }
    }

    /// Reads an ordinary file, and at most one byte more than the limit, which the reader of the text then
    /// refuses.
    pub fn read(&self, name: &str, limits: &Limits) -> Result<Vec<u8>, Finding> {
        let most = limits.bytes.saturating_add(1);
        match self {
            Self::Disk(root) => on_disk(root, name, most),
            Self::Memory(files) => match files.get(&straight(name)?) {
                Some(bytes) => Ok(bytes.get(..most).unwrap_or(bytes).to_vec()),
                None if self.is_folder(&straight(name)?) => Err(a_folder(name)),
                None => Err(unreadable(name, &io::ErrorKind::NotFound.into())),
            },
        }
    }

    fn is_folder(&self, name: &str) -> bool {
        self.below(&format!("{name}/")).next().is_some()
    }

    /// The paths of the files in memory that begin so, in order.
    fn below<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let files = match self {
            Self::Disk(_) => None,
            Self::Memory(files) => Some(files.range::<str, _>((Bound::Included(start), Bound::Unbounded))),
        };
        let names = files.into_iter().flatten().map(|(name, _)| name.as_str());
        names.take_while(move |name| name.starts_with(start))
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.below("")
    }
}

fn on_disk(root: &Path, name: &str, most: usize) -> Result<Vec<u8>, Finding> {
    let path = fs::canonicalize(root.join(name)).map_err(|error| unreadable(name, &error))?;
    if !path.starts_with(root) {
        return Err(outside(name));
    }
    let kind = fs::metadata(&path).map_err(|error| unreadable(name, &error))?;
    if kind.is_dir() {
        return Err(a_folder(name));
    }
    if !kind.is_file() {
        return Err(Finding::error("LA05", format!("`{name}` is not an ordinary file")));
    }
    let read = || {
        let mut bytes = Vec::new();
        File::open(&path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| unreadable(name, &error))
}

/// A path without `.` and `..`, which data may have: a logo at `./assets/logo.svg`.
fn straight(name: &str) -> Result<String, Finding> {
    let mut parts: Vec<&str> = Vec::new();
    if name.starts_with('/') {
        return Err(outside(name));
    }
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop().ok_or_else(|| outside(name))?),
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn outside(name: &str) -> Finding {
    Finding::error("LA05", format!("`{name}` leads outside the project"))
        .help("copy the file into the project in place of the symbolic link")
}

fn a_folder(name: &str) -> Finding {
    Finding::error("LA05", format!("`{name}` is a folder, not a file")).help("rename the folder")
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

#[cfg(test)]
mod tests;
