//! A [`Task`] -> its files: typesetting, the repair of the text layer, and export.

use serde::{Deserialize, Serialize};

use super::kinds;
use super::task::{Format, Task};
use crate::brief::Brief;
use crate::diag::Finding;
use crate::output::{Picture, Sheet, html, page_name, pdf, png, sheets, svg};
use crate::typeset::{Assets, compile};

/// What a task gave.
#[derive(Debug, Clone)]
pub struct Pressed {
    /// The files, the PDF first.
    pub files: Vec<Made>,
    /// The sheets for a preview, if they were asked for.
    pub sheets: Vec<Sheet>,
    /// What the typesetter doubts.
    pub warnings: Vec<Finding>,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Its name in the folder of its edition.
    pub name: String,
    /// The language.
    pub lang: String,
    /// How many pages it has.
    pub pages: usize,
    /// Its content.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// Makes the files of one task.
///
/// # Errors
/// `TE01` a template fails, `TE03` a character has no glyph, `OU01` the standards do not allow something, `EX01` the
/// Brief is none.
pub fn make(assets: &Assets, task: &Task) -> Result<Pressed, Vec<Finding>> {
    let laid = match task.needs_pages() {
        true => Some(compile(assets, &task.job())?.with_text_layer(task.text_layer)),
        false => None,
    };
    let (mut files, mut drawn) = (Vec::new(), Vec::new());
    for format in &task.formats {
        match (format, &laid) {
            (Format::Html, _) => files.push(file(task, task.named("html"), 1, page(task)?)),
            (_, None) => {}
            (Format::Pdf, Some(laid)) => {
                let bytes = pdf(laid, &task.identity(), task.standard)?;
                files.push(file(task, task.named("pdf"), laid.pages(), bytes));
            }
            (Format::Png(ppi), Some(laid)) => {
                let pages = png(laid, *ppi)?.into_iter().map(|image| image.bytes);
                files.extend(numbered(task, "png", laid.pages(), pages));
            }
            (Format::Svg, Some(laid)) => {
                let pages = svg(laid).into_iter().map(String::into_bytes);
                files.extend(numbered(task, "svg", laid.pages(), pages));
            }
            (Format::Sheets, Some(laid)) => drawn = sheets(laid),
        }
    }
    Ok(Pressed { files, sheets: drawn, warnings: laid.map(|laid| laid.warnings).unwrap_or_default() })
}

fn file(task: &Task, name: String, pages: usize, bytes: Vec<u8>) -> Made {
    Made { name, lang: task.lang.clone(), pages, bytes }
}

/// A file for each page.
fn numbered<'a>(
    task: &'a Task,
    ending: &'a str,
    pages: usize,
    files: impl Iterator<Item = Vec<u8>> + 'a,
) -> impl Iterator<Item = Made> + 'a {
    let stem = task.stem();
    files.enumerate().map(move |(at, bytes)| file(task, page_name(&stem, at + 1, pages, ending), 1, bytes))
}

/// The brief as a page of HTML. The task brings the Brief as JSON, since the templates read that; here it becomes a
/// Brief again.
fn page(task: &Task) -> Result<Vec<u8>, Vec<Finding>> {
    let brief: Brief = serde_json::from_slice(&task.brief).map_err(|error| {
        let message = format!("the Brief cannot be read: {error}");
        vec![Finding::error("EX01", message).help("report this with the data that it was made from")]
    })?;
    let logo = brief.masthead.logo.as_deref().and_then(|path| {
        let is_it = |name: &str| name.trim_start_matches('/') == path.trim_start_matches('/');
        let (name, bytes) = task.files.iter().find(|(name, _)| is_it(name))?;
        Some(Picture { media_type: kinds::mime(name), bytes })
    });
    Ok(html(&brief, logo).into_bytes())
}
