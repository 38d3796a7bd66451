//! A manifest and the folder that it stands in -> what is not as the manifest says.

use std::fmt;
use std::path::Path;

use super::index::Entry;
use super::manifest::{MANIFEST_NAME, Manifest};
use super::provenance;
use super::unit::Unit;
use super::write::{self, is_plain};
use crate::digest::Digest;

/// Why a file is not what a manifest or an index describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// There is none.
    Missing,
    /// It cannot be read, or is no plain file.
    Unreadable,
    /// It has other bytes.
    Changed,
    /// It is not written as mujaz writes it, or is of another unit.
    Foreign,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Unreadable => "cannot be read",
            Self::Changed => "has other bytes",
            Self::Foreign => "is not one that mujaz wrote for this place",
        })
    }
}

/// The manifest of a unit below the folder of outputs, with its hash; it is what mujaz writes, and of this unit.
///
/// # Errors
/// The flaw of the manifest itself; its files are not looked at.
pub fn manifest_of(out: &Path, unit: &Unit) -> Result<(Manifest, Digest), Flaw> {
    if !unit.is_plain() {
        return Err(Flaw::Foreign);
    }
    let bytes = read(&out.join(unit.folder()).join(MANIFEST_NAME))?;
    let manifest = Manifest::from_json(&bytes).filter(|it| it.unit() == *unit);
    let manifest = manifest.filter(|it| it.to_json().as_bytes() == bytes).ok_or(Flaw::Foreign)?;
    Ok((manifest, Digest::of(&bytes)))
}

/// What is wrong with a unit that an index lists: names of files in its folder, the manifest alone if that is at
/// fault, else every output and the provenance that is not as the manifest says.
pub fn flaws_of(out: &Path, entry: &Entry) -> Vec<(String, Flaw)> {
    match manifest_of(out, &entry.unit()) {
        Ok((_, digest)) if digest != entry.manifest => vec![(MANIFEST_NAME.to_owned(), Flaw::Changed)],
        Ok((manifest, _)) => manifest.flaws(&out.join(entry.unit().folder())),
        Err(flaw) => vec![(MANIFEST_NAME.to_owned(), flaw)],
    }
}

impl Manifest {
    /// Every output, and the provenance, that is not in the folder as this manifest says.
    pub fn flaws(&self, folder: &Path) -> Vec<(String, Flaw)> {
        let outputs = self.outputs.iter().map(|it| (it.path.clone(), it.sha256));
        let statement = (self.unit().provenance_name(), Digest::of(provenance::statement(self).as_bytes()));
        let flaw = |(name, want): (String, Digest)| {
            let flaw = if is_plain(&name) { flaw(&folder.join(&name), want) } else { Some(Flaw::Foreign) };
            flaw.map(|flaw| (name, flaw))
        };
        outputs.chain([statement]).filter_map(flaw).collect()
    }
}

fn flaw(path: &Path, want: Digest) -> Option<Flaw> {
    sound(path, want).err()
}

/// The bytes of a file that has this hash.
pub(super) fn sound(path: &Path, want: Digest) -> Result<Vec<u8>, Flaw> {
    let bytes = read(path)?;
    if Digest::of(&bytes) == want { Ok(bytes) } else { Err(Flaw::Changed) }
}

/// Reads a plain file; no link is followed.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Flaw> {
    write::previous(path).map_err(|_| Flaw::Unreadable)?.ok_or(Flaw::Missing)
}
