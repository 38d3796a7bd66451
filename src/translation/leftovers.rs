//! Translations without a place in the edition, kept in a file of their own beside the text file.

use super::catalogue::{Catalogue, Entry};
use super::po;
use crate::diag::{FileId, Finding, Severity, Sources};

/// The leftovers file with these entries added to those it has; an entry that it has already is not added
/// again. A key stands once in a PO file: of several translations under one key the last is its, and those
/// before it are kept as obsolete ones (`#~`).
///
/// # Errors
/// What is wrong with the file that is there: it would not be whole when it was written again.
pub fn with(
    catalogue: &Catalogue,
    entries: &[Entry],
    file: FileId,
    sources: &Sources,
) -> Result<String, Vec<Finding>> {
    let mut all = Catalogue { entries: Vec::new(), obsolete: Vec::new(), ..catalogue.clone() };
    if !sources.text(file).trim().is_empty() {
        match po::read(file, sources) {
            (Some(known), findings) if findings.is_empty() => {
                (all.entries, all.obsolete) = (known.entries, known.obsolete);
            }
            (_, mut findings) => {
                findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
                return Err(findings);
            }
        }
    }
    for entry in entries {
        let same = |other: &Entry| {
            (&other.key, &other.source, &other.target) == (&entry.key, &entry.source, &entry.target)
        };
        if all.entries.iter().chain(&all.obsolete).any(same) {
            continue;
        }
        if let Some(at) = all.entries.iter().position(|other| other.key == entry.key) {
            all.obsolete.push(all.entries.remove(at));
        }
        all.entries.push(Entry { notes: Vec::new(), references: Vec::new(), ..entry.clone() });
    }
    Ok(po::write(&all))
}
