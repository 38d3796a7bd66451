//! The file of an edition that is no layer: what is recorded of its translations.

use super::input::InputFile;
use super::project::Project;
use crate::diag::{Finding, Sources};
use crate::yaml::{self, Limits, Node};

/// Its name in the folder of the edition; no layer ends like this.
const NAME: &str = "translations.lock";

/// Its layer among the files that were read.
const LAYER: &str = "translations";

/// The record of an edition as it was found.
#[derive(Debug, Clone)]
pub struct RecordFile {
    /// Path relative to the project, with `/`, whether or not there is a file.
    pub name: String,
    /// The file as it was read; `None` if there is none, or it could not be read.
    pub file: Option<InputFile>,
    /// The tree of the file; `None` if there is no file, or nothing of it could be read.
    pub tree: Option<Node>,
    /// What is wrong with the file. No file is no fault.
    pub findings: Vec<Finding>,
}

/// The path of the record of an edition.
pub(super) fn name(edition: &str) -> String {
    format!("data/editions/{edition}/{NAME}")
}

/// Reads the record of an edition that exists.
pub fn record(project: &Project, edition: &str, sources: &mut Sources, limits: &Limits) -> RecordFile {
    let mut record = RecordFile { name: name(edition), file: None, tree: None, findings: Vec::new() };
    // A link that leads nowhere is there, and is a fault.
    if !project.store.is_taken(&record.name) {
        return record;
    }
    let bytes = match project.store.read(&record.name, limits) {
        Ok(bytes) => bytes,
        Err(finding) => {
            record.findings.push(finding);
            return record;
        }
    };
    match yaml::add(&bytes, &record.name, LAYER, sources, limits) {
        Ok(id) => (record.tree, record.findings) = yaml::parse(id, sources, limits),
        Err(finding) => record.findings.push(finding),
    }
    record.file = Some(InputFile::new(record.name.clone(), LAYER, bytes));
    record
}
