//! Files of one edition -> its folder, all of them or none.
//!
//! Every file is first written in full beside its place and then renamed onto it, the manifest last: a
//! reader, or a power cut, meets whole files only. Where a step fails, what was there before is put
//! back. A killed process can leave new PDFs with the old manifest; the next build heals that.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::manifest::{MANIFEST_NAME, Manifest};
use super::write;
use crate::diag::Finding;

/// The files of one edition on their way to its folder.
#[derive(Debug)]
pub struct Publication {
    folder: PathBuf,
    shown: String,
    files: Vec<(String, Vec<u8>)>,
}

/// What a publication did, by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New or changed, in the order of the publication.
    pub written: Vec<String>,
    /// Already there with the same bytes; not touched.
    pub unchanged: Vec<String>,
    /// Of an earlier build, and no longer made.
    pub removed: Vec<String>,
    /// What could not be tidied up: `OU05`.
    pub warnings: Vec<Finding>,
}

/// A file that waits beside its place.
#[derive(Debug)]
pub(super) struct Staged {
    name: String,
    target: PathBuf,
    waiting: NamedTempFile,
    previous: Option<Vec<u8>>,
}

impl Staged {
    /// Its name in the folder.
    #[cfg(test)]
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Renames the file onto its place.
    pub(super) fn place(self) -> io::Result<()> {
        self.waiting.persist(&self.target).map(drop).map_err(|error| error.error)
    }
}

impl Publication {
    /// A publication into `folder`, which findings call `shown` (`out/2031-06`).
    pub fn new(folder: impl Into<PathBuf>, shown: impl Into<String>) -> Self {
        Self { folder: folder.into(), shown: shown.into(), files: Vec::new() }
    }

    /// Adds a file under a plain name.
    pub fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.push((name.into(), bytes));
    }

    /// Writes everything, and the manifest last; then removes files that an earlier manifest lists and
    /// this one does not. Another process that publishes here at the same time is waited for.
    ///
    /// # Errors
    /// `OU03` a file or folder cannot be written, `OU04` a name that is not plain or not unique. The
    /// folder is then as it was before.
    pub fn publish(self, manifest: &Manifest) -> Result<Published, Vec<Finding>> {
        self.publish_with(manifest, Staged::place)
    }

    /// [`Self::publish`] with another way to put one file into its place, for tests of faults.
    pub(super) fn publish_with(
        mut self,
        manifest: &Manifest,
        place: impl Fn(Staged) -> io::Result<()>,
    ) -> Result<Published, Vec<Finding>> {
        self.check_names()?;
        self.files.push((MANIFEST_NAME.to_owned(), manifest.to_json().into_bytes()));
        let new_folders = write::create_folders(&self.folder).map_err(|error| self.fault("", &error))?;
        let published = self.fill(place);
        if published.is_err() {
            // Folders that were made for nothing; one that is not empty stays.
            for folder in new_folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
        published
    }

    fn check_names(&self) -> Result<(), Vec<Finding>> {
        let mut seen = BTreeSet::from([MANIFEST_NAME]);
        let mut findings = Vec::new();
        for (name, _) in &self.files {
            let fault = if !write::is_plain(name) {
                "is not a plain file name"
            } else if !seen.insert(name) {
                "is given to two files"
            } else {
                continue;
            };
            findings.push(Finding::error("OU04", format!("`{name}` {fault}")));
        }
        if findings.is_empty() { Ok(()) } else { Err(findings) }
    }

    /// Publishes into a folder that exists; `place` puts one file into its place.
    fn fill(self, place: impl Fn(Staged) -> io::Result<()>) -> Result<Published, Vec<Finding>> {
        let held = write::hold(&self.folder);
        if held.is_some() {
            write::sweep(&self.folder);
        }
        let earlier = fs::read(self.folder.join(MANIFEST_NAME)).ok();
        let (staged, unchanged) = self.stage()?;
        let mut published = Published { unchanged, ..Published::default() };
        published.written = self.commit(staged, place)?;
        let earlier = earlier.as_deref().and_then(Manifest::from_json);
        self.tidy(earlier.as_ref(), &mut published);
        Ok(published)
    }

    /// Writes what differs from what is there. Everything that can be known to fail fails here.
    fn stage(&self) -> Result<(Vec<Staged>, Vec<String>), Vec<Finding>> {
        let (mut staged, mut unchanged, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for (name, bytes) in &self.files {
            let target = self.folder.join(name);
            let step = write::previous(&target).and_then(|previous| {
                if previous.as_ref() == Some(bytes) {
                    return Ok(None);
                }
                let waiting = write::beside(&self.folder, bytes)?;
                Ok(Some(Staged { name: name.clone(), target: target.clone(), waiting, previous }))
            });
            match step {
                Ok(Some(file)) => staged.push(file),
                Ok(None) => unchanged.push(name.clone()),
                Err(error) => findings.extend(self.fault(name, &error)),
            }
        }
        if findings.is_empty() { Ok((staged, unchanged)) } else { Err(findings) }
    }

    /// Puts the files into their places in order, the manifest being the last; takes back on a fault.
    fn commit(
        &self,
        staged: Vec<Staged>,
        place: impl Fn(Staged) -> io::Result<()>,
    ) -> Result<Vec<String>, Vec<Finding>> {
        let mut done: Vec<(String, Option<Vec<u8>>)> = Vec::new();
        for file in staged {
            let (name, previous) = (file.name.clone(), file.previous.clone());
            let step = if name == MANIFEST_NAME { write::sync_folder(&self.folder) } else { Ok(()) };
            if let Err(error) = step.and_then(|()| place(file)) {
                let mut findings = self.fault(&name, &error);
                for (name, previous) in done.iter().rev() {
                    if let Err(error) = write::put_back(&self.folder, name, previous.as_deref()) {
                        findings.extend(self.fault(name, &error));
                    }
                }
                return Err(findings);
            }
            done.push((name, previous));
        }
        write::sync_folder(&self.folder).map_err(|error| self.fault("", &error))?;
        Ok(done.into_iter().map(|(name, _)| name).collect())
    }

    /// Removes what only the earlier manifest lists. That it fails is no reason to fail the build.
    fn tidy(&self, earlier: Option<&Manifest>, published: &mut Published) {
        let current: BTreeSet<_> = self.files.iter().map(|(name, _)| name.as_str()).collect();
        for output in earlier.into_iter().flat_map(|manifest| &manifest.outputs) {
            let name = output.path.as_str();
            if current.contains(name) || !write::is_plain(name) {
                continue;
            }
            match write::remove(&self.folder.join(name)) {
                Ok(true) => published.removed.push(name.to_owned()),
                Ok(false) => {}
                Err(error) => {
                    let message = format!("`{}` of an earlier build stays: {error}", self.path(name));
                    published.warnings.push(Finding::warning("OU05", message).help("delete the file"));
                }
            }
        }
    }

    fn fault(&self, name: &str, error: &io::Error) -> Vec<Finding> {
        vec![Finding::error("OU03", format!("`{}` cannot be written: {error}", self.path(name)))]
    }

    fn path(&self, name: &str) -> String {
        if name.is_empty() {
            self.shown.clone()
        } else {
            Path::new(&self.shown).join(name).display().to_string()
        }
    }
}
