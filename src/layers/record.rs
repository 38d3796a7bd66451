//! The file of an edition that is no layer: what is recorded of its translations.

use std::fs;
use std::io::ErrorKind;

use super::files;
use super::load::InputFile;
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

/// Reads the record of an edition that exists.
pub fn record(project: &Project, edition: &str, sources: &mut Sources, limits: &Limits) -> RecordFile {
    let name = format!("data/editions/{edition}/{NAME}");
    let mut record = RecordFile { name, file: None, tree: None, findings: Vec::new() };
    // A link that leads nowhere is there, and is a fault.
    if fs::symlink_metadata(project.root().join(&record.name))
        .is_err_and(|error| error.kind() == ErrorKind::NotFound)
    {
        return record;
    }
    let bytes = match files::read(project, &record.name, limits) {
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
    record.file = Some(InputFile { name: record.name.clone(), layer: LAYER.to_owned(), bytes });
    record
}
