//! A folder of outputs -> the files in it, each with the hash that its manifest gives, and what manifests and
//! folder do not agree about.
//!
//! Folders are walked without following links. A manifest says what belongs into its folder; the index above says
//! which manifests there are.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::inside::PDF_LIMIT;
use super::verdict::Verdict;
use crate::archive::{Digest, MANIFEST_NAME, Manifest};
use crate::diag::Finding;

/// Folders inside each other that are walked.
const DEPTH: usize = 8;
/// Files of a folder that are looked at.
const COUNT: usize = 100_000;

/// A file to be verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Where it is.
    pub path: PathBuf,
    /// Its hash, if a manifest gives one.
    pub listed: Option<Digest>,
}

/// What was found of a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files to be verified, in order.
    pub targets: Vec<Target>,
    /// What needs no look into a file: missing and unlisted files, manifests that do not hold.
    pub told: Vec<(PathBuf, Verdict, Finding)>,
}

impl Listing {
    /// What a file or folder on the command line stands for.
    ///
    /// # Errors
    /// `VE02` there is nothing of this name, or it cannot be looked at.
    pub fn of(path: &Path) -> Result<Self, Finding> {
        let found = fs::symlink_metadata(path).map_err(|error| unreadable(path, &error))?;
        let mut listing = Self::default();
        if found.is_dir() {
            listing.folder(path, DEPTH).map_err(|error| unreadable(path, &error))?;
            listing.targets.sort_by(|a, b| a.path.cmp(&b.path));
            listing.told.sort_by(|a, b| a.0.cmp(&b.0));
            return Ok(listing);
        }
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let manifest = bounded(&folder.join(MANIFEST_NAME)).ok().and_then(|it| Manifest::from_json(&it));
        let name = path.file_name().and_then(|name| name.to_str());
        let listed = manifest.and_then(|it| it.outputs.into_iter().find(|it| Some(it.path.as_str()) == name));
        listing.targets.push(Target { path: path.to_owned(), listed: listed.map(|it| it.sha256) });
        Ok(listing)
    }

    fn folder(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)?.take(COUNT) {
            let entry = entry?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                names.push((entry.path(), entry.file_type()?));
            }
        }
        names.sort_by(|(one, _), (other, _)| one.cmp(other));
        let manifest = folder.join(MANIFEST_NAME);
        let unit = bounded(&manifest).ok().and_then(|bytes| Manifest::from_json(&bytes));
        let files = names.iter().filter(|(path, kind)| !kind.is_dir() && *path != manifest);
        let files: Vec<&PathBuf> = files.map(|(path, _)| path).collect();
        match unit {
            Some(unit) => self.unit(folder, &unit, &files),
            None => {
                let pdfs = files.into_iter().filter(|path| is_pdf(path));
                self.targets.extend(pdfs.map(|path| Target { path: path.clone(), listed: None }));
            }
        }
        for (path, _) in names.iter().filter(|(_, kind)| kind.is_dir() && depth > 0) {
            self.folder(path, depth - 1)?;
        }
        Ok(())
    }

    /// The files of a manifest, and those that are none of its.
    fn unit(&mut self, folder: &Path, unit: &Manifest, files: &[&PathBuf]) {
        let listed: BTreeMap<PathBuf, Digest> =
            unit.outputs.iter().map(|output| (folder.join(&output.path), output.sha256)).collect();
        for (path, digest) in &listed {
            match files.contains(&path) {
                true => self.targets.push(Target { path: path.clone(), listed: Some(*digest) }),
                false => {
                    let finding = Finding::error("VE02", format!("`{}` is missing", path.display()))
                        .help("build the edition again");
                    self.told.push((path.clone(), Verdict::Missing, finding));
                }
            }
        }
        for path in files.iter().filter(|path| !listed.contains_key(**path)) {
            let message = format!("`{}` is listed in no manifest", path.display());
            let finding = if is_pdf(path) { Finding::error("VE03", message) } else { Finding::warning("VE03", message) };
            self.told.push(((*path).clone(), Verdict::Unlisted, finding));
        }
    }
}

/// Reads a plain file, and at most a byte more than is looked into.
///
/// # Errors
/// What the file system says, and that it is no plain file.
pub fn bounded(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("not a plain file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(PDF_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The finding for a path that cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Finding {
    Finding::error("VE02", format!("`{}` cannot be read: {error}", path.display()))
}

fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}
