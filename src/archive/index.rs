//! Units in the folder of outputs -> its index, `manifest.json`: which units there are, and the hash of each
//! manifest. Whoever signs the index has signed everything.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::condition::{Flaw, manifest_of, read};
use super::manifest::{MANIFEST_NAME, Manifest};
use super::occupy::occupy;
use super::publish::unwritable;
use super::unit::{Unit, audience};
use super::write;
use crate::diag::Finding;
use crate::digest::Digest;
use crate::press::{Tool, canonical};

/// The version of this format.
const SCHEMA: u32 = 1;

/// All units in a folder of outputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Version of this format.
    pub schema: u32,
    /// What wrote it.
    pub tool: Tool,
    /// The units, by folder.
    pub units: Vec<Entry>,
}

/// One unit of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Id of the edition.
    pub edition: String,
    /// The audience; `None` for the whole edition, which JSON calls `all`.
    #[serde(with = "audience")]
    pub audience: Option<String>,
    /// Its folder, with `/`.
    pub folder: String,
    /// Hash of its manifest.
    pub manifest: Digest,
    /// How many outputs it has.
    pub outputs: usize,
}

impl Entry {
    /// The entry of a manifest with this hash.
    pub(super) fn new(manifest: &Manifest, digest: Digest) -> Self {
        let unit = manifest.unit();
        let (folder, outputs) = (unit.folder(), manifest.outputs.len());
        Self { edition: unit.edition, audience: unit.audience, folder, manifest: digest, outputs }
    }

    /// The unit.
    pub fn unit(&self) -> Unit {
        Unit { edition: self.edition.clone(), audience: self.audience.clone() }
    }

    /// The entry of a unit, if it is in this folder of outputs.
    ///
    /// # Errors
    /// `OU08` its manifest cannot be read.
    pub(super) fn found(out: &Path, unit: &Unit) -> Result<Option<Self>, Finding> {
        match manifest_of(out, unit) {
            Ok((manifest, digest)) => Ok(Some(Self::new(&manifest, digest))),
            Err(Flaw::Unreadable) => Err(unreadable(&out.join(unit.folder()))),
            Err(_) => Ok(None),
        }
    }

    /// The entries of those of these units that are in this folder of outputs.
    ///
    /// # Errors
    /// `OU08` manifests that cannot be read.
    pub(super) fn all(out: &Path, units: &[Unit]) -> Result<Vec<Self>, Vec<Finding>> {
        let (mut entries, mut findings) = (Vec::new(), Vec::new());
        for unit in units {
            match Self::found(out, unit) {
                Ok(found) => entries.extend(found),
                Err(fault) => findings.push(fault),
            }
        }
        if findings.is_empty() { Ok(entries) } else { Err(findings) }
    }

    /// Whether the folder is that of the unit.
    pub(super) fn is_sound(&self) -> bool {
        let unit = self.unit();
        unit.is_plain() && unit.folder() == self.folder
    }
}

impl Index {
    fn new(units: Vec<Entry>) -> Self {
        Self { schema: SCHEMA, tool: Tool::this(), units }
    }

    /// The file.
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// Reads an index; `None` for anything else.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        let index: Self = serde_json::from_slice(bytes).ok()?;
        (index.schema == SCHEMA && index.units.iter().all(Entry::is_sound)).then_some(index)
    }

    /// The index of a folder of outputs; `None` if there is none that this version reads.
    pub fn read(out: &Path) -> Option<Self> {
        read(&out.join(MANIFEST_NAME)).ok().and_then(|bytes| Self::from_json(&bytes))
    }

    /// Enters units whose manifests are in the folder of outputs, which findings call `shown`. Other units stay
    /// as long as their manifest is the one that the index knows. Another process that does the same is waited
    /// for, so that no entry is lost; the last of several that publish one unit has it right.
    ///
    /// # Errors
    /// `OU03` the index cannot be written, `OU08` it or a manifest cannot be read; it is then as it was.
    pub fn publish(out: &Path, shown: &str, units: &[Unit]) -> Result<Self, Vec<Finding>> {
        let fault = |name: &str, error| vec![unwritable(shown, name, &error)];
        let held = occupy(out).map_err(|error| fault("", error))?;
        if held.is_exclusive() {
            write::sweep(out);
        }
        let known = match read(&out.join(MANIFEST_NAME)) {
            Ok(bytes) => Self::from_json(&bytes).map(|index| index.units).unwrap_or_default(),
            Err(Flaw::Unreadable) => return Err(vec![unreadable(out)]),
            Err(_) => Vec::new(),
        };
        // What cannot be read now may well be as it was.
        let is_kept =
            |it: &Entry| Entry::found(out, &it.unit()).map_or(true, |found| found.as_ref() == Some(it));
        let kept = known.into_iter().filter(is_kept);
        let found = Entry::all(out, units)?;
        let units: BTreeMap<String, Entry> = kept.chain(found).map(|it| (it.folder.clone(), it)).collect();
        let index = Self::new(units.into_values().collect());
        write::update(out, MANIFEST_NAME, index.to_json().as_bytes())
            .map_err(|error| fault(MANIFEST_NAME, error))?;
        Ok(index)
    }
}

/// `OU08`: the manifest or index of this folder is there, and cannot be read.
pub(super) fn unreadable(folder: &Path) -> Finding {
    let path = folder.join(MANIFEST_NAME);
    let message = format!("`{}` of an earlier build cannot be read", path.display());
    Finding::error("OU08", message).help("see to the file, or delete it and build everything again")
}
