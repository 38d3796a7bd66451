//! What an earlier build left in the folder of a unit -> what need not be made again.
//!
//! Nothing is taken on trust: a file counts only with the bytes that the manifest says, so a build that was
//! killed between a PDF and the manifest is made good.

use std::path::{Path, PathBuf};

use super::condition::read;
use super::manifest::{MANIFEST_NAME, Manifest, Output};
use super::write::{is_plain, waiting};
use crate::digest::Digest;

/// The earlier build of a unit.
#[derive(Debug, Clone)]
pub struct Previous {
    folder: PathBuf,
    manifest: Manifest,
    settled: bool,
}

impl Previous {
    /// The build whose manifest is in this folder; `None` if there is none that this version reads.
    pub fn read(folder: &Path) -> Option<Self> {
        let bytes = read(&folder.join(MANIFEST_NAME)).ok()?;
        let manifest = Manifest::from_json(&bytes)?;
        let settled = manifest.to_json().as_bytes() == bytes;
        Some(Self { folder: folder.to_owned(), manifest, settled })
    }

    /// Its manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether the folder has everything as the manifest says, the manifest is as mujaz writes it, and no killed
    /// build has left anything there.
    pub fn is_whole(&self) -> bool {
        self.settled && waiting(&self.folder).is_empty() && self.manifest.flaws(&self.folder).is_empty()
    }

    /// Whether this file was made by this recipe and is still there as it was made.
    pub fn has(&self, name: &str, recipe: impl Into<Digest>) -> bool {
        let recipe = recipe.into();
        let output = self.manifest.outputs.iter().find(|it| it.path == name && it.recipe == recipe);
        output.is_some_and(|it| self.bytes(it).is_some())
    }

    /// All files that were made by this recipe, with their bytes, in the order of the manifest. `None` if one of
    /// them is not there as it was made or gave warnings, which would not be told, or the recipe made none.
    ///
    /// They go into the next [`Publication`](super::Publication) like files just made: what is there already is
    /// not written again, and what another process has changed meanwhile is put right.
    pub fn made(&self, recipe: impl Into<Digest>) -> Option<Vec<(Output, Vec<u8>)>> {
        let recipe = recipe.into();
        let made = self.manifest.outputs.iter().filter(|it| it.recipe == recipe);
        let told = |it: &Output| (it.warnings == 0).then(|| self.bytes(it)).flatten();
        let made: Option<Vec<_>> = made.map(|it| Some((it.clone(), told(it)?))).collect();
        made.filter(|files| !files.is_empty())
    }

    /// As if this file had given a warning.
    #[cfg(test)]
    pub(super) fn doubt(&mut self, name: &str) {
        let outputs = self.manifest.outputs.iter_mut();
        outputs.filter(|it| it.path == name).for_each(|it| it.warnings = 1);
    }

    fn bytes(&self, output: &Output) -> Option<Vec<u8>> {
        let bytes = is_plain(&output.path).then(|| read(&self.folder.join(&output.path)).ok())??;
        (bytes.len() as u64 == output.bytes && Digest::of(&bytes) == output.sha256).then_some(bytes)
    }
}
