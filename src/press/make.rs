//! A [`Task`] -> its files: typesetting, the repair of the text layer, and export.

use serde::{Deserialize, Serialize};

use super::task::{Format, Task};
use crate::diag::Finding;
use crate::output::{pack, page_name, pdf, png, sheets};
use crate::typeset::{Assets, compile};

/// What a task gave.
#[derive(Debug, Clone)]
pub struct Pressed {
    /// The files, the PDF first.
    pub files: Vec<Made>,
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
/// `TE01` a template fails, `TE03` a character has no glyph, `OU01` the standards do not allow something.
pub fn make(assets: &Assets, task: &Task) -> Result<Pressed, Vec<Finding>> {
    let mut laid = compile(assets, &task.job())?.with_text_layer(task.text_layer);
    let (pages, stem) = (laid.pages(), task.stem());
    let file = |name, pages, bytes| Made { name, lang: task.lang.clone(), pages, bytes };
    let mut files = Vec::new();
    for format in &task.formats {
        match format {
            Format::Pdf => {
                let bytes = pdf(&laid, &task.identity(), task.standard)?;
                files.push(file(format!("{stem}.pdf"), pages, bytes));
            }
            Format::Png(ppi) => {
                for (at, image) in png(&laid, *ppi)?.into_iter().enumerate() {
                    files.push(file(page_name(&stem, at + 1, pages), 1, image.bytes));
                }
            }
            Format::Sheets => files.push(file(format!("{stem}.sheets"), pages, pack(&sheets(&laid)))),
        }
    }
    Ok(Pressed { files, warnings: std::mem::take(&mut laid.warnings) })
}
