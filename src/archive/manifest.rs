//! What the files of a unit were made of and what they are -> `manifest.json`, in canonical JSON.
//!
//! Everything is given by the caller or taken from the bytes: no clock, no path of this machine. The
//! same build writes the same manifest. It describes the files from outside; none contains its own hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::unit::{Unit, audience};
use crate::digest::Digest;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::press::{Format, Tool, canonical, utc};
use crate::typeset::{Assets, FontFile, Origin, TemplateFile};

/// The name of the file in the folder of a unit.
pub const MANIFEST_NAME: &str = "manifest.json";

/// The version of this format.
const SCHEMA: u32 = 3;

/// One build of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this format.
    pub schema: u32,
    /// What built it.
    pub tool: Tool,
    /// Id of the edition.
    pub edition: String,
    /// The audience; `None` for the whole edition, which JSON calls `all`.
    #[serde(with = "audience")]
    pub audience: Option<String>,
    /// The time that the PDFs carry, in UTC: `2031-06-30T15:00:00Z`.
    pub built_for: String,
    /// How it was built.
    pub options: Options,
    /// The earlier editions that were read, in order.
    pub earlier: Vec<String>,
    /// How many warnings the build gave.
    pub findings: usize,
    /// The data, in the order in which it was merged. For a named audience there is none: whoever has the hash
    /// or the size of a file can try out what was withheld from them.
    pub inputs: Vec<Input>,
    /// The templates, by path.
    pub templates: Vec<AssetEntry>,
    /// The fonts, by path.
    pub fonts: Vec<AssetEntry>,
    /// The files beside the manifest, by name.
    pub outputs: Vec<Output>,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The standards of the PDFs.
    pub standard: Standard,
    /// What was made, in the words of [`format_word`].
    pub formats: Vec<String>,
    /// The languages.
    pub languages: Vec<String>,
    /// Whether this is a release.
    pub release: bool,
    /// What the command line asked for in the place of what the data says: the name of an option, and its value.
    pub asked: BTreeMap<String, String>,
    /// The order of the letters in the text of the PDFs, by language.
    pub text_layer: BTreeMap<String, TextLayer>,
}

/// `pdf`, `svg`, `html`, or `png@144` with the pixels to an inch.
pub fn format_word(format: Format) -> String {
    match format {
        Format::Pdf => "pdf".to_owned(),
        Format::Png(ppi) => format!("png@{ppi}"),
        Format::Svg => "svg".to_owned(),
        Format::Html => "html".to_owned(),
        Format::Sheets => "sheets".to_owned(),
    }
}

/// One file that was read, or what a folder that was read has in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Path in the project, with `/`; a folder ends with it.
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

    /// Describes which names a folder has, each with a line break: a file that is added or taken away shows.
    pub fn listing(folder: &str, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut names: Vec<String> = names.into_iter().map(Into::into).collect();
        names.sort_unstable();
        let text: String = names.iter().map(|name| format!("{name}\n")).collect();
        Self::new(format!("{}/", folder.trim_end_matches('/')), "listing", text.as_bytes())
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
    /// How many warnings the typesetter gave for its language: what has any is made again, so that they are told.
    pub warnings: usize,
    /// Hash of everything that it was made of: [`Task::recipe`](crate::press::Task::recipe).
    pub recipe: Digest,
    /// Hash of the file.
    pub sha256: Digest,
    /// Size of the file.
    pub bytes: u64,
}

impl Output {
    /// Describes a file that was made.
    pub fn new(
        path: impl Into<String>,
        lang: impl Into<String>,
        pages: usize,
        recipe: impl Into<Digest>,
        content: &[u8],
    ) -> Self {
        let (path, lang, recipe) = (path.into(), lang.into(), recipe.into());
        let (sha256, bytes) = (Digest::of(content), content.len() as u64);
        Self { path, lang, pages, warnings: 0, recipe, sha256, bytes }
    }
}

impl Manifest {
    /// A manifest without inputs and outputs; those are pushed by the caller.
    pub fn new(unit: &Unit, built_for: time::OffsetDateTime, options: Options, assets: &Assets) -> Self {
        Self {
            schema: SCHEMA,
            tool: Tool::this(),
            edition: unit.edition.clone(),
            audience: unit.audience.clone(),
            built_for: utc(built_for),
            options,
            earlier: Vec::new(),
            findings: 0,
            inputs: Vec::new(),
            templates: assets.templates().map(template).collect(),
            fonts: assets.fonts().iter().map(font).collect(),
            outputs: Vec::new(),
        }
    }

    /// The unit that it describes.
    pub fn unit(&self) -> Unit {
        Unit { edition: self.edition.clone(), audience: self.audience.clone() }
    }

    /// As it is published: outputs by name, and no inputs for a named audience.
    pub(super) fn settled(&self) -> Self {
        let mut manifest = self.clone();
        manifest.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        if manifest.audience.is_some() {
            manifest.inputs.clear();
        }
        manifest
    }

    /// The file.
    pub fn to_json(&self) -> String {
        canonical(&self.settled())
    }

    /// Reads a manifest; `None` for anything else, also for one in another version of this format.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|it: &Self| it.schema == SCHEMA)
    }
}

fn template(file: &TemplateFile) -> AssetEntry {
    let path = format!("templates/{}", file.path);
    AssetEntry { path, origin: file.origin, sha256: file.sha256.into(), family: None }
}

fn font(file: &FontFile) -> AssetEntry {
    let (path, family) = (format!("fonts/{}", file.path), Some(file.family.clone()));
    AssetEntry { path, origin: file.origin, sha256: file.sha256.into(), family }
}
