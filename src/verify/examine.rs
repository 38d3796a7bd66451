//! One PDF -> what can be proven of it from nothing but itself.
//!
//! That a PDF is what its attachments give shows that nobody has changed it afterwards; who made it, it does not
//! show. That is for signatures and for the manifests that lie elsewhere.

use std::collections::BTreeMap;

use super::compare::{compare, texts};
use super::inside::{Files, Inside};
use super::revision::beginnings;
use super::verdict::{self, Verdict};
use crate::diag::Finding;
use crate::digest::Digest;
use crate::press::{Carried, FontUsed, RECORD_NAME, Record, Tool};
use crate::typeset::{Assets, Origin};

/// What a PDF is made again with.
pub struct Workshop<'a> {
    /// Makes a PDF from what one carried: [`rebuild`](super::rebuild), in this process or a confined one.
    pub rebuild: &'a (dyn Fn(Files) -> Result<Vec<u8>, Vec<Finding>> + Sync),
    /// The hashes of the fonts of this program, by path.
    embedded: BTreeMap<String, Digest>,
    /// Fonts that are at hand, by hash.
    fonts: BTreeMap<Digest, Vec<u8>>,
}

impl<'a> Workshop<'a> {
    /// A workshop with the fonts of the program, and others that are at hand.
    pub fn new(
        rebuild: &'a (dyn Fn(Files) -> Result<Vec<u8>, Vec<Finding>> + Sync),
        builtin: &Assets,
        fonts: impl IntoIterator<Item = Vec<u8>>,
    ) -> Self {
        let embedded = builtin.fonts().iter().filter(|font| font.origin == Origin::Builtin);
        let embedded = embedded.map(|font| (format!("fonts/{}", font.path), Digest::of(&font.bytes)));
        let fonts = fonts.into_iter().map(|bytes| (Digest::of(&bytes), bytes));
        Self { rebuild, embedded: embedded.collect(), fonts: fonts.collect() }
    }
}

/// What was found out about a PDF.
#[derive(Debug, Clone)]
pub struct Examined {
    /// In one word.
    pub verdict: Verdict,
    /// In sentences; none where it is reproduced.
    pub findings: Vec<Finding>,
    /// What it says of itself.
    pub record: Option<Record>,
}

impl Examined {
    fn new(record: Option<&Record>, (verdict, findings): (Verdict, Vec<Finding>)) -> Self {
        Self { verdict, findings, record: record.cloned() }
    }

    fn single(record: Option<&Record>, verdict: Verdict, finding: Finding) -> Self {
        Self::new(record, (verdict, vec![finding]))
    }
}

/// Examines a PDF, which findings call `file`.
pub fn examine(file: &str, bytes: &[u8], workshop: &Workshop<'_>) -> Examined {
    let whole = match Inside::read(bytes) {
        Ok(whole) => whole,
        Err(why) => {
            let (verdict, finding) = verdict::unreadable(file, why);
            return Examined::single(None, verdict, finding);
        }
    };
    // What was appended may carry other files: those of the original count.
    let mut earlier = beginnings(bytes);
    earlier.pop();
    let first = earlier.into_iter().find_map(|it| Inside::read(it).ok().filter(|it| record(it).is_some()));
    let original = first.as_ref().unwrap_or(&whole);
    let Some(record) = record(original) else { return without_record(file, &whole) };
    let wrong = wrong_files(file, original, &record);
    if !wrong.is_empty() {
        return Examined::new(Some(&record), (Verdict::Changed, wrong));
    }
    let files = match with_fonts(file, original, &record, workshop) {
        Ok(files) => files,
        Err(lacking) => return Examined::new(Some(&record), (Verdict::NotRebuilt, lacking)),
    };
    let made = match (workshop.rebuild)(files) {
        Ok(made) => made,
        Err(why) => {
            let message = format!("`{file}` cannot be made again from its attachments");
            let mut findings = vec![Finding::error("VE12", message)];
            findings.extend(why.into_iter().filter(Finding::is_error));
            return Examined::new(Some(&record), (Verdict::NotRebuilt, findings));
        }
    };
    if record.tool == Tool::this() {
        return Examined::new(Some(&record), verdict::of(file, &compare(bytes, &whole, &made)));
    }
    let tool = format!("`mujaz {}` with `Typst {}`", record.tool.version, record.tool.typst);
    match Inside::read(&made) {
        Ok(again) => {
            let (verdict, finding) = verdict::of_version(file, &tool, &texts(&whole, &again));
            Examined::single(Some(&record), verdict, finding)
        }
        Err(why) => {
            let (_, finding) = verdict::unreadable(file, why);
            Examined::single(Some(&record), Verdict::NotRebuilt, finding)
        }
    }
}

fn record(inside: &Inside) -> Option<Record> {
    Record::from_json(inside.attachments.get(RECORD_NAME)?)
}

/// What can be said of a PDF without a record that this version reads.
fn without_record(file: &str, inside: &Inside) -> Examined {
    let version = inside.attachments.get(RECORD_NAME).and_then(|json| {
        let json: serde_json::Value = serde_json::from_slice(json).ok()?;
        let other = json.pointer("/schema")?.as_u64()? != 1;
        other.then(|| json.pointer("/tool/version")?.as_str().map(str::to_owned)).flatten()
    });
    let is_ours = inside.creator.as_ref().is_some_and(|creator| creator.starts_with("mujaz "));
    let carries = !inside.attachments.is_empty() || !inside.broken.is_empty();
    let (verdict, finding) = match version {
        Some(version) => (
            Verdict::NotRebuilt,
            Finding::error("VE11", format!("`{file}` has a record that only `mujaz {version}` reads")),
        ),
        None if is_ours && carries => (
            Verdict::Changed,
            Finding::error("VE07", format!("`{file}`: the attachment `{RECORD_NAME}` cannot be read")),
        ),
        None if is_ours => (
            Verdict::NoSources,
            Finding::error("VE06", format!("`{file}` carries no sources to be made again from"))
                .help("verify it in the folder of its manifest, which says whether it is intact"),
        ),
        None => (Verdict::Foreign, Finding::error("VE05", format!("`{file}` is no PDF that mujaz made"))),
    };
    Examined::single(None, verdict, finding)
}

/// The attachments that are not those of the record.
fn wrong_files(file: &str, inside: &Inside, record: &Record) -> Vec<Finding> {
    let told = |what: String| Finding::error("VE07", format!("`{file}`: {what}"));
    let mut findings: Vec<Finding> =
        inside.broken.iter().map(|name| told(format!("the attachment `{name}` cannot be read"))).collect();
    for Carried { path, sha256: hash, .. } in &record.files {
        match inside.attachments.get(path) {
            Some(bytes) if Digest::of(bytes) == *hash => {}
            Some(_) => findings.push(told(format!("the attachment `{path}` was changed"))),
            None if inside.broken.contains(path) => {}
            None => findings.push(told(format!("the attachment `{path}` is missing"))),
        }
    }
    let listed = |name: &str| name == RECORD_NAME || record.files.iter().any(|it| it.path == name);
    let more = inside.attachments.keys().filter(|name| !listed(name));
    findings.extend(more.map(|name| told(format!("the attachment `{name}` is not in its record"))));
    findings
}

/// What a PDF carries, with the fonts of its record that it does not.
fn with_fonts(
    file: &str,
    inside: &Inside,
    record: &Record,
    workshop: &Workshop<'_>,
) -> Result<Files, Vec<Finding>> {
    let mut files = inside.attachments.clone();
    let mut lacking = Vec::new();
    for FontUsed { path, sha256: hash, .. } in &record.fonts {
        if files.contains_key(path) || workshop.embedded.get(path) == Some(hash) {
            continue;
        }
        match workshop.fonts.get(hash) {
            Some(bytes) => drop(files.insert(path.clone(), bytes.clone())),
            None => lacking.push(
                Finding::error("VE12", format!("`{file}` needs the font `{path}`, which it does not carry"))
                    .help(format!("name a folder that has it with `--fonts DIR`; its SHA-256 is `{hash}`")),
            ),
        }
    }
    if lacking.is_empty() { Ok(files) } else { Err(lacking) }
}
