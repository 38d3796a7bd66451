//! PO files: a [`Catalogue`] <-> the text of a gettext PO file, which every translator's tool opens.
//!
//! The key of a message is its `msgctxt`, its master text `msgid`. The reader is our own: `rspolib` 0.1.2
//! places an entry but not each `msgstr`, takes a file that was cut off between two forms, lacks a form or has a
//! key twice for a whole one, and panics on a `msgstr` too many.

mod formula;
mod header;
mod line;
mod message;
mod plural;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use self::read::read;
pub use self::write::write;

use super::catalogue::{Catalogue, Entry, fields, lines_of, seen};

/// The catalogue as reading gives it back after it was written: of a source its forms `one` and `other`; of a
/// translation in forms those that whole numbers below a million take, without `by`; one text in place of forms
/// in each of them; a previous source only where fuzzy; nothing approved; a note for each line; no places.
///
/// So a message of a file that was read is unchanged if it equals what is kept of the message now.
pub fn kept(catalogue: &Catalogue) -> Catalogue {
    let (_, categories) = plural::of(&catalogue.lang);
    let entries = |entries: &[Entry]| entries.iter().map(|entry| keep(entry, &categories)).collect();
    let line = |text: &str| write::one_line(text);
    Catalogue {
        edition: line(&catalogue.edition),
        lang: line(&catalogue.lang),
        master: line(&catalogue.master),
        base: line(&catalogue.base),
        translator: catalogue.translator.as_deref().map(line).filter(|name| !name.is_empty()),
        entries: entries(&catalogue.entries),
        obsolete: entries(&catalogue.obsolete),
    }
}

fn keep(entry: &Entry, categories: &[&'static str]) -> Entry {
    let lines = |lines: &[String]| lines.iter().flat_map(|line| lines_of(line)).collect();
    Entry {
        previous: entry.previous.as_ref().filter(|_| entry.fuzzy).map(seen),
        target: entry.target.as_ref().and_then(|target| fields(entry, target, categories)),
        fuzzy: entry.fuzzy,
        notes: lines(&entry.notes),
        remarks: lines(&entry.remarks),
        references: entry.references.clone(),
        max_length: entry.max_length,
        ..Entry::new(entry.key.clone(), seen(&entry.source))
    }
}
