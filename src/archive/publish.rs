//! Files of one unit -> its folder, all of them or none.
//!
//! Every file is first written in full beside its place and then renamed onto it: the outputs, the provenance,
//! and the manifest last. A reader, or a power cut, meets whole files only. Where a step fails, what was there
//! before is put back. A killed process can leave new PDFs with the old manifest, which then disagrees with
//! them; the next build heals that.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::index::unreadable;
use super::manifest::{MANIFEST_NAME, Manifest};
use super::occupy::occupy;
use super::provenance;
use super::write;
use crate::diag::{Finding, Severity};

/// The files of one unit on their way to its folder.
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
    target: PathBuf,
    waiting: NamedTempFile,
}

impl Staged {
    /// Its name in the folder.
    #[cfg(test)]
    pub(super) fn name(&self) -> &str {
        self.target.file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// Renames the file onto its place.
    pub(super) fn place(self) -> io::Result<()> {
        self.waiting.persist(&self.target).map(drop).map_err(|error| error.error)
    }
}

/// One change of the folder, and what was there before.
#[derive(Debug)]
struct Step {
    name: String,
    /// The file to put there; `None` takes away what is there.
    staged: Option<Staged>,
    previous: Option<Vec<u8>>,
}

impl Publication {
    /// A publication into `folder`, which findings call `shown` (`out/2031-06`).
    pub fn new(folder: impl Into<PathBuf>, shown: impl Into<String>) -> Self {
        Self { folder: folder.into(), shown: shown.into(), files: Vec::new() }
    }

    /// Adds a file under a plain name: one of the outputs that the manifest lists.
    pub fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.push((name.into(), bytes));
    }

    /// Writes everything that is not there already, takes away what an earlier manifest lists and this one does
    /// not, and writes provenance and manifest. Another process that publishes here at the same time is waited
    /// for.
    ///
    /// # Errors
    /// `OU03` a file or folder cannot be written, `OU04` a name that is not plain or not unique, `OU05` a file
    /// of an earlier build cannot be removed, `OU08` the earlier manifest cannot be read. The folder is then as it was before, unless the disk refuses that
    /// too, which is told, or loses the last rename in a power cut.
    pub fn publish(self, manifest: &Manifest) -> Result<Published, Vec<Finding>> {
        self.publish_with(manifest, Staged::place)
    }

    /// [`Self::publish`] with another way to put one file into its place, for tests of faults.
    pub(super) fn publish_with(
        mut self,
        manifest: &Manifest,
        place: impl Fn(Staged) -> io::Result<()>,
    ) -> Result<Published, Vec<Finding>> {
        let provenance = manifest.unit().provenance_name();
        self.check_names(&provenance)?;
        self.files.push((provenance, provenance::statement(manifest).into_bytes()));
        self.files.push((MANIFEST_NAME.to_owned(), manifest.to_json().into_bytes()));
        let occupied = occupy(&self.folder).map_err(|error| self.fault("", &error))?;
        if occupied.is_exclusive() {
            write::sweep(&self.folder);
        }
        let published = self.fill(place);
        if published.is_err() {
            occupied.give_up();
        }
        published
    }

    fn check_names(&self, provenance: &str) -> Result<(), Vec<Finding>> {
        let mut seen = BTreeSet::from([MANIFEST_NAME, provenance]);
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
        let mut published = Published::default();
        let mut steps = self.stage(&mut published)?;
        // Before the manifest, which alone knows of them.
        let last = steps.iter().position(|step| step.name == MANIFEST_NAME).unwrap_or(steps.len());
        let stale = self.stale(&mut published)?;
        steps.splice(last..last, stale);
        self.commit(steps, place, &mut published)?;
        Ok(published)
    }

    /// Writes what differs from what is there. Everything that can be known to fail fails here.
    fn stage(&self, published: &mut Published) -> Result<Vec<Step>, Vec<Finding>> {
        let (mut steps, mut findings) = (Vec::new(), Vec::new());
        for (name, bytes) in &self.files {
            let target = self.folder.join(name);
            let step = write::previous(&target).and_then(|previous| {
                if previous.as_ref() == Some(bytes) {
                    return Ok(None);
                }
                let waiting = write::beside(&self.folder, bytes)?;
                let staged = Some(Staged { target: target.clone(), waiting });
                Ok(Some(Step { name: name.clone(), staged, previous }))
            });
            match step {
                Ok(Some(step)) => steps.push(step),
                Ok(None) => published.unchanged.push(name.clone()),
                Err(error) => findings.extend(self.fault(name, &error)),
            }
        }
        if findings.is_empty() { Ok(steps) } else { Err(findings) }
    }

    /// What only the earlier manifest lists.
    fn stale(&self, published: &mut Published) -> Result<Vec<Step>, Vec<Finding>> {
        let earlier = write::previous(&self.folder.join(MANIFEST_NAME))
            .map_err(|_| vec![unreadable(Path::new(&self.shown))])?;
        let earlier = earlier.as_deref().and_then(Manifest::from_json);
        let current: BTreeSet<_> = self.files.iter().map(|(name, _)| name.as_str()).collect();
        let mut steps = Vec::new();
        for output in earlier.into_iter().flat_map(|manifest| manifest.outputs) {
            let name = output.path;
            if current.contains(name.as_str()) || !write::is_plain(&name) {
                continue;
            }
            match write::previous(&self.folder.join(&name)) {
                Ok(Some(bytes)) => steps.push(Step { name, staged: None, previous: Some(bytes) }),
                Ok(None) => {}
                // Nothing could put it back.
                Err(error) if write::is_file(&self.folder.join(&name)) => {
                    return Err(self.stays(&name, &error));
                }
                Err(error) => {
                    let mut stays = self.stays(&name, &error);
                    stays.iter_mut().for_each(|finding| finding.severity = Severity::Warning);
                    published.warnings.extend(stays);
                }
            }
        }
        Ok(steps)
    }

    /// Takes the steps in order, that of the manifest being the last; takes them back on a fault.
    fn commit(
        &self,
        steps: Vec<Step>,
        place: impl Fn(Staged) -> io::Result<()>,
        published: &mut Published,
    ) -> Result<(), Vec<Finding>> {
        let mut done: Vec<(String, Option<Vec<u8>>)> = Vec::new();
        for Step { name, staged, previous } in steps {
            let placed = staged.is_some();
            let synced = if name == MANIFEST_NAME { write::sync_folder(&self.folder) } else { Ok(()) };
            let step = synced.and_then(|()| match staged {
                Some(staged) => place(staged),
                None => write::remove(&self.folder.join(&name)).map(drop),
            });
            if let Err(error) = step {
                let mut findings = if placed { self.fault(&name, &error) } else { self.stays(&name, &error) };
                for (name, previous) in done.iter().rev() {
                    if let Err(error) = write::put_back(&self.folder, name, previous.as_deref()) {
                        findings.extend(self.fault(name, &error));
                    }
                }
                return Err(findings);
            }
            let told = if placed { &mut published.written } else { &mut published.removed };
            told.push(name.clone());
            done.push((name, previous));
        }
        if done.is_empty() {
            return Ok(());
        }
        write::sync_folder(&self.folder).map_err(|error| self.fault("", &error))
    }

    fn stays(&self, name: &str, error: &io::Error) -> Vec<Finding> {
        let message = format!("`{}` of an earlier build stays: {error}", self.path(name));
        vec![Finding::error("OU05", message).help("delete the file")]
    }

    fn fault(&self, name: &str, error: &io::Error) -> Vec<Finding> {
        vec![unwritable(&self.shown, name, error)]
    }

    fn path(&self, name: &str) -> String {
        shown_path(&self.shown, name)
    }
}

/// `OU03`: a file of a folder, or with an empty name the folder itself, cannot be written.
pub(super) fn unwritable(folder: &str, name: &str, error: &io::Error) -> Finding {
    let finding =
        Finding::error("OU03", format!("`{}` cannot be written: {error}", shown_path(folder, name)));
    let help = match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full: make room, or write to another with `--out`",
        io::ErrorKind::QuotaExceeded => {
            "your share of the disk is used up: make room, or write elsewhere with `--out`"
        }
        io::ErrorKind::FileTooLarge => "no file may be so large here: raise the limit (`ulimit -f`)",
        io::ErrorKind::ReadOnlyFilesystem => {
            "nothing can be written on this disk: write to another with `--out`"
        }
        io::ErrorKind::PermissionDenied => {
            "you may not write here: have that changed, or write elsewhere with `--out`"
        }
        _ => return finding,
    };
    finding.help(help)
}

fn shown_path(folder: &str, name: &str) -> String {
    if name.is_empty() { folder.to_owned() } else { Path::new(folder).join(name).display().to_string() }
}
