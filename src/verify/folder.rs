//! A folder of outputs -> the files in it, each with the hash that its manifest gives, and what manifests and
//! folder do not agree about.
//!
//! Folders are walked without following links. A manifest says what belongs into its folder; the index above says
//! which manifests there are.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::inside::PDF_LIMIT;
use super::verdict::{Verdict, advised};
use crate::archive::{Flaw, Index, MANIFEST_NAME, Manifest, Shard, manifest_of, statement};
use crate::diag::Finding;
use crate::digest::Digest;

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
            listing.folder(path, DEPTH, false).map_err(|error| unreadable(path, &error))?;
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

    /// Looks at a folder and those in it; `indexed` below an index, where every file must be listed.
    fn folder(&mut self, folder: &Path, depth: usize, indexed: bool) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)?.take(COUNT) {
            let entry = entry?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                names.push((entry.path(), entry.file_type()?));
            }
        }
        names.sort_by(|(one, _), (other, _)| one.cmp(other));
        let files = names.iter().filter(|(_, kind)| !kind.is_dir()).map(|(path, _)| path);
        let (mut files, mut indexed): (Vec<&PathBuf>, bool) = (files.collect(), indexed);
        if let Ok(bytes) = bounded(&folder.join(MANIFEST_NAME)) {
            files.retain(|path| !path.ends_with(MANIFEST_NAME));
            if let Some(unit) = Manifest::from_json(&bytes).filter(|it| it.to_json().as_bytes() == bytes) {
                self.unit(folder, &unit, &mut files);
            } else if let Some(index) = Index::from_json(&bytes).filter(|it| it.to_json().as_bytes() == bytes)
            {
                self.index(folder, &index);
                indexed = true;
            } else {
                let path = folder.join(MANIFEST_NAME);
                let finding = format!("`{}` is no manifest that mujaz wrote", path.display());
                self.tell(path, Verdict::Changed, Finding::error("VE04", finding));
            }
        }
        for path in files {
            if is_shard(path) {
                continue;
            }
            if is_pdf(path) {
                self.targets.push(Target { path: path.clone(), listed: None });
            }
            if indexed {
                self.unlisted(path);
            }
        }
        for (path, _) in names.iter().filter(|(_, kind)| kind.is_dir() && depth > 0) {
            self.folder(path, depth - 1, indexed)?;
        }
        Ok(())
    }

    /// The files of a manifest, taken from those of its folder; the rest is none of its.
    fn unit(&mut self, folder: &Path, unit: &Manifest, files: &mut Vec<&PathBuf>) {
        let outputs = unit.outputs.iter().map(|output| (folder.join(&output.path), output.sha256));
        let provenance = folder.join(unit.unit().provenance_name());
        let provenance = (provenance, Digest::of(statement(unit).as_bytes()));
        for (path, digest) in outputs.chain([provenance]) {
            match files.iter().position(|file| **file == path) {
                Some(at) => {
                    files.remove(at);
                    self.targets.push(Target { path, listed: Some(digest) });
                }
                None => self.missing(path),
            }
        }
        for path in files.drain(..) {
            self.unlisted(path);
        }
    }

    /// The manifests of an index: each there, with its hash; and the program that wrote the index wrote one of them.
    fn index(&mut self, folder: &Path, index: &Index) {
        let mut is_of_a_unit = index.units.is_empty();
        for entry in &index.units {
            let path = folder.join(&entry.folder).join(MANIFEST_NAME);
            match manifest_of(folder, &entry.unit()) {
                Ok((manifest, digest))
                    if digest == entry.manifest && manifest.outputs.len() == entry.outputs =>
                {
                    is_of_a_unit |= manifest.tool == index.tool;
                }
                Err(Flaw::Missing) => self.missing(path),
                _ => {
                    let message = format!("`{}` is not the manifest that the index lists", path.display());
                    self.tell(path, Verdict::Changed, Finding::error("VE04", message));
                }
            }
        }
        if !is_of_a_unit {
            let path = folder.join(MANIFEST_NAME);
            let message = format!("`{}` names another program than every unit in it", path.display());
            self.tell(path, Verdict::Changed, Finding::error("VE04", message));
        }
        self.strangers(folder, index);
    }

    /// Manifests below an index that it does not list.
    fn strangers(&mut self, folder: &Path, index: &Index) {
        let mut folders = vec![(folder.to_owned(), DEPTH)];
        while let Some((inner, depth)) = folders.pop() {
            let listed = index.units.iter().any(|entry| folder.join(&entry.folder) == inner);
            let manifest = inner.join(MANIFEST_NAME);
            if inner != folder && !listed && manifest.exists() {
                self.unlisted(&manifest);
            }
            let inside = fs::read_dir(&inner).into_iter().flatten().take(COUNT).flatten();
            let inside =
                inside.filter(|entry| depth > 0 && entry.file_type().is_ok_and(|kind| kind.is_dir()));
            folders.extend(inside.map(|entry| (entry.path(), depth - 1)));
        }
    }

    fn missing(&mut self, path: PathBuf) {
        let finding = Finding::error("VE02", format!("`{}` is missing", path.display()));
        self.tell(path, Verdict::Missing, finding.help("build the edition again"));
    }

    /// A note of a person is no fault; a PDF or a manifest would be taken for a part of the archive.
    fn unlisted(&mut self, path: &Path) {
        let message = format!("`{}` is listed in no manifest", path.display());
        let grave = is_pdf(path) || path.ends_with(MANIFEST_NAME);
        let finding = if grave { Finding::error("VE03", message) } else { Finding::warning("VE03", message) };
        self.tell(path.to_owned(), Verdict::Unlisted, finding);
    }

    fn tell(&mut self, path: PathBuf, verdict: Verdict, finding: Finding) {
        self.told.push((path, verdict, advised(finding)));
    }
}

/// Whether a file is what one part of a build wrote in the place of an index.
fn is_shard(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let shard = bounded(path).ok().filter(|_| name.is_some_and(|it| it.starts_with("manifest.shard-")));
    shard.and_then(|bytes| Shard::from_json(&bytes)).is_some_and(|shard| Some(shard.name().as_str()) == name)
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
