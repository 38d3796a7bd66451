//! A task and its dossier -> what the PDF for the record carries in itself: data, templates, fonts of the
//! project, and `mujaz.json`, which says how they became pages.
//!
//! The same function says it when the PDF is verified, from what it carried. The record describes what goes in
//! and never the PDF, whose own hash cannot stand inside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::canonical::canonical;
use super::kinds;
use super::task::Task;
use crate::brief;
use crate::diag::Finding;
use crate::digest::Digest;
use crate::dossier::Dossier;
use crate::model::TextLayer;
use crate::output::{Standard, typst_version};
use crate::typeset::{Assets, Attachment, Origin};

/// The name of the record in the PDF.
pub const RECORD_NAME: &str = "mujaz.json";
/// Bytes of one attachment: what a reader of PDF may be asked to hold.
pub const FILE_LIMIT: usize = 16 << 20;
/// Bytes of all attachments of one PDF.
pub const TOTAL_LIMIT: usize = 32 << 20;
/// Bytes of a font of the project that is carried; a larger one is named by its hash.
const FONT_LIMIT: usize = 4 << 20;

/// What `mujaz.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Version of this format.
    pub schema: u32,
    /// What made the PDF.
    pub tool: Tool,
    /// Id of the edition.
    pub edition: String,
    /// The language, BCP 47.
    pub lang: String,
    /// The audience; none for the whole edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// The standards of the PDF.
    pub standard: Standard,
    /// The order of the letters in its text.
    pub text_layer: TextLayer,
    /// What its document id is made from.
    pub ident: String,
    /// The time that it carries, in UTC: `2031-06-30T15:00:00Z`.
    pub timestamp: String,
    /// The other attachments, by path.
    pub files: Vec<Carried>,
    /// The fonts that it was typeset with, by path.
    pub fonts: Vec<FontUsed>,
    /// The files of the project as they were, in the order in which they were merged; of a whole edition only,
    /// since the hash of what an audience may not see would let it guess.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Carried>,
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

impl Tool {
    /// This program.
    pub fn this() -> Self {
        Self {
            name: "mujaz".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            typst: typst_version().to_owned(),
        }
    }
}

/// A file by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Path in the project, with `/`.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Size of the file.
    pub bytes: u64,
}

impl Carried {
    /// Describes a file.
    pub fn new(path: &str, content: &[u8]) -> Self {
        Self { path: path.to_owned(), sha256: Digest::of(content), bytes: content.len() as u64 }
    }
}

/// A font file by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FontUsed {
    /// Path in the project, with `/`.
    pub path: String,
    /// Part of mujaz, or the project's own.
    pub origin: Origin,
    /// SHA-256 of the file.
    pub sha256: Digest,
}

impl Record {
    /// Reads a record; `None` for anything else.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The time that the PDF carries; `None` if it is none.
    pub fn moment(&self) -> Option<OffsetDateTime> {
        OffsetDateTime::parse(&self.timestamp, &Rfc3339).ok()
    }
}

/// Gives a task what its PDF carries: nothing for delivery, and nothing in a language that the dossier has not,
/// such as one that is made to test templates. `inputs` are the files of the project as they were
/// ([`inputs`] of a dossier that was read from it).
///
/// # Errors
/// `OU07` a file is too large to be carried.
pub fn attach(
    task: &mut Task,
    dossier: &Dossier,
    assets: &Assets,
    inputs: Vec<Carried>,
) -> Result<(), Vec<Finding>> {
    task.attachments.clear();
    let masters = brief::masters(dossier, &task.lang).filter(|_| task.standard == Standard::Record);
    let project = masters.and_then(|masters| dossier.merged_project(&task.lang, &masters));
    let Some(mut files) = project else { return Ok(()) };
    for (path, bytes) in &task.files {
        files.insert(path.trim_start_matches('/').to_owned(), bytes.to_vec());
    }
    files.extend(sources(assets));
    let record = record(task, assets, &files, inputs);
    files.insert(RECORD_NAME.to_owned(), canonical(&record).into_bytes());
    within_limits(&files)?;
    task.attachments =
        files.into_iter().map(|(path, bytes)| attachment(&task.edition, path, bytes)).collect();
    Ok(())
}

/// The files that a dossier was read from; none for an audience.
pub fn inputs(dossier: &Dossier, audience: Option<&str>) -> Vec<Carried> {
    let files = dossier.inputs.iter().filter(|_| audience.is_none());
    files.map(|file| Carried::new(&file.name, &file.bytes)).collect()
}

fn record(task: &Task, assets: &Assets, files: &BTreeMap<String, Vec<u8>>, inputs: Vec<Carried>) -> Record {
    let identity = task.identity();
    let font = |file: &crate::typeset::FontFile| FontUsed {
        path: format!("fonts/{}", file.path),
        origin: file.origin,
        sha256: file.sha256.into(),
    };
    Record {
        schema: 1,
        tool: Tool::this(),
        edition: task.edition.clone(),
        lang: task.lang.clone(),
        audience: task.audience.clone(),
        standard: task.standard,
        text_layer: task.text_layer,
        ident: identity.ident,
        timestamp: utc(identity.timestamp),
        files: files.iter().map(|(path, bytes)| Carried::new(path, bytes)).collect(),
        fonts: assets.fonts().iter().map(font).collect(),
        inputs: if task.audience.is_some() { Vec::new() } else { inputs },
    }
}

/// The templates of a Brief, and the project's own fonts as far as they are small.
fn sources(assets: &Assets) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
    let desk = |path: &str, origin| origin == Origin::Builtin && path.starts_with("desk/");
    let templates = assets.templates().filter(move |file| !desk(&file.path, file.origin));
    let templates = templates.map(|file| (format!("templates/{}", file.path), file.bytes.to_vec()));
    let fonts = assets.fonts().iter().filter(|font| font.origin == Origin::Project);
    let fonts = fonts.filter(|font| font.bytes.len() <= FONT_LIMIT);
    templates.chain(fonts.map(|font| (format!("fonts/{}", font.path), font.bytes.to_vec())))
}

fn attachment(edition: &str, name: String, bytes: Vec<u8>) -> Attachment {
    let (relationship, description) = kinds::told(edition, &name);
    let mime = kinds::mime(&name).to_owned();
    Attachment { name, mime, description, relationship, bytes }
}

fn within_limits(files: &BTreeMap<String, Vec<u8>>) -> Result<(), Vec<Finding>> {
    let large = files.iter().filter(|(_, bytes)| bytes.len() > FILE_LIMIT);
    let told = |path: &str, size: usize, most: usize| {
        let message = format!(
            "{path} would bring {} MB into each PDF; at most {} MB are carried",
            size.div_ceil(1 << 20),
            most >> 20
        );
        Finding::error("OU07", message).help("take a smaller logo, or build with `--profile delivery`")
    };
    let mut findings: Vec<Finding> =
        large.map(|(path, bytes)| told(&format!("`{path}`"), bytes.len(), FILE_LIMIT)).collect();
    let total = files.values().map(Vec::len).sum();
    if findings.is_empty() && total > TOTAL_LIMIT {
        findings.push(told("the data", total, TOTAL_LIMIT));
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// A moment as records and manifests write it: `2031-06-30T15:00:00Z`.
pub fn utc(moment: OffsetDateTime) -> String {
    let utc = moment.to_offset(UtcOffset::UTC);
    format!("{}T{:02}:{:02}:{:02}Z", utc.date(), utc.hour(), utc.minute(), utc.second())
}
