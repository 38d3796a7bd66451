//! The units that one of several machines made -> `manifest.shard-I-of-N.json`, for [`merge`](super::merge) to
//! join them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::index::Entry;
use super::occupy::occupy;
use super::publish::unwritable;
use super::unit::Unit;
use super::write;
use crate::diag::Finding;
use crate::press::{Tool, canonical};

/// The version of this format.
const SCHEMA: u32 = 1;

/// One machine's part of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// Version of this format.
    pub schema: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Which part, from 1.
    pub shard: u32,
    /// How many parts there are.
    pub of: u32,
    /// What all parts were asked for: the name of an option, and its value.
    pub options: BTreeMap<String, String>,
    /// All units of all parts, in the order of the run.
    pub plan: Vec<Unit>,
    /// The units of this part that were published.
    pub units: Vec<Entry>,
}

impl Shard {
    /// Part `shard` of `of`, before it has units.
    pub fn new(shard: u32, of: u32, options: BTreeMap<String, String>, plan: Vec<Unit>) -> Self {
        Self { schema: SCHEMA, tool: Tool::this(), shard, of, options, plan, units: Vec::new() }
    }

    /// `manifest.shard-2-of-3.json`.
    pub fn name(&self) -> String {
        format!("manifest.shard-{}-of-{}.json", self.shard, self.of)
    }

    /// Whether a file has such a name.
    pub(super) fn is_name(name: &str) -> bool {
        let part = name.strip_prefix("manifest.shard-").and_then(|it| it.strip_suffix(".json"));
        let numbers = part.and_then(|it| it.split_once("-of-"));
        numbers.is_some_and(|(shard, of)| [shard, of].iter().all(|it| it.parse::<u32>().is_ok()))
    }

    /// The file.
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// Reads a part; `None` for anything else.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        let shard: Self = serde_json::from_slice(bytes).ok()?;
        let counted = (1..=shard.of).contains(&shard.shard);
        let sound = shard.units.iter().all(Entry::is_sound) && shard.plan.iter().all(Unit::is_plain);
        (shard.schema == SCHEMA && counted && sound).then_some(shard)
    }

    /// Writes the part with the units whose manifests are in the folder of outputs, which findings call `shown`.
    ///
    /// # Errors
    /// `OU03` the file cannot be written, `OU08` a manifest cannot be read; it is then as it was.
    pub fn publish(mut self, out: &Path, shown: &str, units: &[Unit]) -> Result<Self, Vec<Finding>> {
        self.units = Entry::all(out, units)?;
        self.units.sort_by(|a, b| a.folder.cmp(&b.folder));
        let fault = |error| vec![unwritable(shown, &self.name(), &error)];
        let held = occupy(out).map_err(fault)?;
        if held.is_exclusive() {
            write::sweep(out);
        }
        write::update(out, &self.name(), self.to_json().as_bytes()).map_err(fault)?;
        Ok(self)
    }
}
