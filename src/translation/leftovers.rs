//! Translations without a place in the edition, kept in a file of their own beside the text file.

use super::catalogue::{Catalogue, Entry};
use super::po;
use crate::diag::{FileId, Sources};

/// The leftovers file with these entries added to those it has; an entry that it has already is not added
/// again. A file that cannot be read is kept as it is, in front.
pub fn with(catalogue: &Catalogue, entries: &[Entry], file: FileId, sources: &Sources) -> String {
    let before = sources.text(file);
    let (known, findings) = po::read(file, sources);
    let broken = !before.trim().is_empty() && (known.is_none() || !findings.is_empty());
    let mut all: Vec<Entry> = known.map(|known| known.entries).unwrap_or_default();
    for entry in entries {
        let same = |other: &Entry| {
            (&other.key, &other.source, &other.target) == (&entry.key, &entry.source, &entry.target)
        };
        if !all.iter().any(same) {
            all.push(Entry { notes: Vec::new(), references: Vec::new(), ..entry.clone() });
        }
    }
    let written = po::write(&Catalogue { entries: all, obsolete: Vec::new(), ..catalogue.clone() });
    if broken { format!("{before}\n{written}") } else { written }
}
