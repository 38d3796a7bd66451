//! What a PDF carried -> the PDF, made once more by this program.
//!
//! The whole way is gone again: data, texts, Brief, pages, attachments, record. Whatever is carried beside that,
//! or in another form than mujaz writes it, is not in what comes out. Templates run here: this belongs into a
//! confined process.

use super::inside::Files;
use crate::brief;
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::press::{self, Format, RECORD_NAME, Record, Task};
use crate::typeset::{self, Assets};

/// How many rebuilds Typst's memory of a step outlives.
const MEMORY: usize = 8;

/// Makes the PDF from what one carried, and from the fonts of its record that were too large for that.
///
/// # Errors
/// `VE07` the attachments are not those of a record; otherwise what stands in the way of reading and typesetting
/// them.
pub fn rebuild(files: Files) -> Result<Vec<u8>, Vec<Finding>> {
    let (task, assets) = task(files)?;
    let made = press::make(&assets, &task);
    typeset::evict(MEMORY);
    let file = made?.files.into_iter().next();
    file.map(|file| file.bytes).ok_or_else(|| vec![none("nothing comes out")])
}

/// The task of the record, with the assets that it needs.
fn task(mut files: Files) -> Result<(Task, Assets), Vec<Finding>> {
    let record = files.remove(RECORD_NAME).and_then(|bytes| Record::from_json(&bytes));
    let record = record.ok_or_else(|| vec![none("it cannot be read")])?;
    let timestamp = record.moment().ok_or_else(|| vec![none("its time is none")])?;
    let mut sources = Sources::new();
    let mut below = |folder: &str| {
        let inside = files.extract_if(.., |path, _| path.starts_with(folder));
        let named = inside.filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?.to_owned(), bytes)));
        named.collect::<Vec<_>>()
    };
    let assets = Assets::with_files(below("templates/"), below("fonts/"), &mut sources)?;
    let project = Project::in_memory(files).map_err(|fault| vec![fault])?;
    let (dossier, findings) = Dossier::read(&project, &record.edition, None, &mut sources);
    let dossier = dossier.ok_or(findings)?;
    let (brief, _) = brief::write(&dossier, &record.lang)
        .ok_or_else(|| vec![none(&format!("it names the language `{}`", record.lang))])?;
    let logo = dossier.edition.head.publisher.logo.as_ref();
    let logo = logo.map(|logo| Ok((format!("/{}", logo.value), project.asset(&logo.value)?.into())));
    let mut task = Task {
        edition: record.edition,
        lang: record.lang,
        audience: record.audience,
        formats: vec![Format::Pdf],
        standard: record.standard,
        text_layer: record.text_layer,
        timestamp,
        brief: brief.to_json().into_bytes(),
        files: logo.transpose().map_err(|fault: Finding| vec![fault])?.into_iter().collect(),
        attachments: Vec::new(),
    };
    press::attach(&mut task, &dossier, &assets, record.inputs)?;
    Ok((task, assets))
}

fn none(why: &str) -> Finding {
    Finding::error("VE07", format!("`{RECORD_NAME}` is no record that a PDF can be made from: {why}"))
}
