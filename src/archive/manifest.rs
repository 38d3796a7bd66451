//! What an edition's PDFs were made of and what they are -> `manifest.json`.
//!
//! Everything is given by the caller or taken from the bytes: no clock, no path of this machine. The
//! same build writes the same manifest. It describes the PDFs from outside; none contains its own hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use crate::model::TextLayer;
use crate::output::{Standard, typst_version};
use crate::typeset::{Assets, FontFile, Origin, TemplateFile};

/// The name of the file in the folder of an edition.
pub const MANIFEST_NAME: &str = "manifest.json";

/// One build of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this format.
    pub schema: u32,
    /// What built it.
    pub tool: Tool,
    /// Id of the edition.
    pub edition: String,
    /// The time that the PDFs carry, in UTC: `2031-06-30T15:00:00Z`.
    pub built_for: String,
    /// How it was built.
    pub options: Options,
    /// The data, in the order in which it was merged.
    pub inputs: Vec<Input>,
    /// The templates, by path.
    pub templates: Vec<AssetEntry>,
    /// The fonts, by path.
    pub fonts: Vec<AssetEntry>,
    /// The files beside the manifest, by name.
    pub outputs: Vec<Output>,
}

/// The program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// `mujaz`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The version of Typst in it.
    pub typst: String,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The standards of the PDFs.
    pub standard: Standard,
    /// The languages.
    pub languages: Vec<String>,
    /// The audience.
    pub audience: String,
    /// Whether this is a release.
    pub release: bool,
    /// The order of the letters in the text of the PDFs, by language.
    pub text_layer: BTreeMap<String, TextLayer>,
}

/// One file of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Path in the project, with `/`.
    pub path: String,
    /// The layer that it belongs to.
    pub layer: String,
    /// Hash of the file.
    pub sha256: Digest,
    /// Size of the file.
    pub bytes: u64,
}

impl Input {
    /// Describes a file of data.
    pub fn new(path: impl Into<String>, layer: impl Into<String>, content: &[u8]) -> Self {
        let (path, layer) = (path.into(), layer.into());
        Self { path, layer, sha256: Digest::of(content), bytes: content.len() as u64 }
    }
}

/// One template or font.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssetEntry {
    /// Path in the project, with `/`.
    pub path: String,
    /// Embedded or the project's own.
    pub origin: Origin,
    /// Hash of the file.
    pub sha256: Digest,
    /// The family, of a font.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub family: Option<String>,
}

/// One file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Name of the file, beside the manifest.
    pub path: String,
    /// Its language, BCP 47.
    pub lang: String,
    /// How many pages it has.
    pub pages: usize,
    /// Hash of the file.
    pub sha256: Digest,
    /// Size of the file.
    pub bytes: u64,
}

impl Output {
    /// Describes a file that was made.
    pub fn new(path: impl Into<String>, lang: impl Into<String>, pages: usize, content: &[u8]) -> Self {
        let (path, lang) = (path.into(), lang.into());
        Self { path, lang, pages, sha256: Digest::of(content), bytes: content.len() as u64 }
    }
}

impl Manifest {
    /// A manifest without inputs and outputs; those are pushed by the caller.
    pub fn new(edition: &str, built_for: time::OffsetDateTime, options: Options, assets: &Assets) -> Self {
        Self {
            schema: 1,
            tool: Tool {
                name: "mujaz".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                typst: typst_version().to_owned(),
            },
            edition: edition.to_owned(),
            built_for: utc(built_for),
            options,
            inputs: Vec::new(),
            templates: assets.templates().map(template).collect(),
            fonts: assets.fonts().iter().map(font).collect(),
            outputs: Vec::new(),
        }
    }

    /// The file: two spaces of indentation, outputs by name, a line break at the end.
    pub fn to_json(&self) -> String {
        let mut manifest = self.clone();
        manifest.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        // Serializing plain structs with string keys into memory has no way to fail.
        let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a manifest; `None` for anything else.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

fn template(file: &TemplateFile) -> AssetEntry {
    let path = format!("templates/{}", file.path);
    AssetEntry { path, origin: file.origin, sha256: Digest::of(&file.bytes), family: None }
}

fn font(file: &FontFile) -> AssetEntry {
    let (path, family) = (format!("fonts/{}", file.path), Some(file.family.clone()));
    AssetEntry { path, origin: file.origin, sha256: Digest::of(&file.bytes), family }
}

fn utc(moment: time::OffsetDateTime) -> String {
    let utc = moment.to_offset(time::UtcOffset::UTC);
    format!("{}T{:02}:{:02}:{:02}Z", utc.date(), utc.hour(), utc.minute(), utc.second())
}
