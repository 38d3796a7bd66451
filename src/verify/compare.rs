//! A PDF and what was made again from its attachments -> whether they are the same, and if not, what is different.

use lopdf::xref::XrefEntry;
use serde::{Deserialize, Serialize};

use super::graph::difference;
use super::inside::{Files, Inside};
use super::revision::{self, Appended};
use super::role::{Role, roles};
use super::text::tagged_text;

/// How a PDF stands to the one that was made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Comparison {
    /// Every byte is the same.
    Same,
    /// All bytes of the other, and more behind them.
    Appended(Appended),
    /// It carries other files than the other, or other bytes in them: the names.
    Carried {
        /// The names, in order.
        names: Vec<String>,
    },
    /// The same file but for some bytes.
    Bytes {
        /// The first of them, counted from zero.
        offset: usize,
        /// The object in which it is, by its number.
        object: Option<u32>,
        /// What that is.
        role: Role,
    },
    /// The same program has written other content.
    Content {
        /// The part that says something else.
        role: Role,
        /// Whether text and tags are the same.
        text: TextMatch,
    },
    /// Another program has written it anew.
    Resaved {
        /// The first thing that says something else than in the other; none if all objects say the same.
        differs: Option<Role>,
        /// Whether text and tags are the same.
        text: TextMatch,
    },
}

/// Whether two PDFs say the same to a reader who hears them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextMatch {
    /// Every element of the tag tree with its text.
    Same,
    /// Only one of them has tags.
    NoTags,
    /// The first line of the tag tree that differs: as it is found, and as it was made again.
    Differs {
        /// As it is found; empty past the end.
        found: String,
        /// As it was made again; empty past the end.
        made: String,
    },
}

/// Compares a file with what was made again.
pub fn compare(found: &[u8], inside: &Inside, made: &[u8]) -> Comparison {
    if found == made {
        return Comparison::Same;
    }
    let Ok(original) = Inside::read(made) else {
        // What this program makes, this program can read.
        return bytes(found, made, None);
    };
    if found.starts_with(made) {
        let appended = revision::appended(&original.document, &inside.document, found, made.len());
        return Comparison::Appended(appended);
    }
    let names = other_files(&inside.attachments, &original.attachments);
    if !names.is_empty() {
        return Comparison::Carried { names };
    }
    let differs = difference(&inside.document, &original.document);
    if is_same_layout(found, made) {
        return bytes(found, made, Some(&original));
    }
    let (differs, text) = (differs.map(|it| it.role), texts(inside, &original));
    match differs {
        Some(role) if style(found) == style(made) => Comparison::Content { role, text },
        differs => Comparison::Resaved { differs, text },
    }
}

/// How a program begins a file, and what stands behind its table of objects, without numbers and strings: each
/// does it in its own way.
fn style(file: &[u8]) -> (&[u8], String) {
    // Two lines and an empty one, as Typst writes them.
    let head = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).map_or(0, |(at, _)| at);
    let trailer = file.windows(7).rposition(|window| window == b"trailer").unwrap_or(file.len());
    let mut is_string = false;
    let kept = file[trailer..].iter().filter(|byte| {
        is_string = if is_string { **byte != b')' } else { **byte == b'(' };
        !is_string && !byte.is_ascii_hexdigit()
    });
    (&file[..head], kept.take(200).map(|byte| char::from(*byte)).collect())
}

/// The attachments that only one has, or that differ.
fn other_files(found: &Files, made: &Files) -> Vec<String> {
    let mut names: Vec<&String> = found.keys().chain(made.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| found.get(*name) != made.get(*name)).cloned().collect()
}

/// Compares text and tags.
pub fn texts(found: &Inside, made: &Inside) -> TextMatch {
    let (found, made) = (tagged_text(&found.document), tagged_text(&made.document));
    if found.is_empty() != made.is_empty() {
        return TextMatch::NoTags;
    }
    let longest = found.len().max(made.len());
    let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
    match (0..longest).find(|at| found.get(*at) != made.get(*at)) {
        Some(at) => TextMatch::Differs { found: line(&found, at), made: line(&made, at) },
        None => TextMatch::Same,
    }
}

/// Whether half of the bytes are the same from the front or from the end: nobody has packed the file anew.
fn is_same_layout(found: &[u8], made: &[u8]) -> bool {
    let front = found.iter().zip(made).take_while(|(one, other)| one == other).count();
    let rest = made.len().min(found.len()) - front;
    let back =
        found.iter().rev().zip(made.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    front + back >= made.len() / 2
}

/// Names the first byte that differs by the object in which it is.
fn bytes(found: &[u8], made: &[u8], original: Option<&Inside>) -> Comparison {
    let offset = found.iter().zip(made).take_while(|(one, other)| one == other).count();
    let Some(original) = original else {
        return Comparison::Bytes { offset, object: None, role: Role::Unused };
    };
    let document = &original.document;
    let places = document.reference_table.entries.iter().filter_map(|(number, entry)| match entry {
        XrefEntry::Normal { offset, generation } => Some((*offset as usize, (*number, *generation))),
        _ => None,
    });
    let (object, role) = if offset >= document.xref_start {
        let trailer = made.get(document.xref_start..).and_then(|end| {
            end.windows(7).position(|window| window == b"trailer").map(|at| at + document.xref_start)
        });
        (None, if trailer.is_some_and(|trailer| offset >= trailer) { Role::Trailer } else { Role::Places })
    } else {
        match places.filter(|(place, _)| *place <= offset).max() {
            Some((_, id)) => (Some(id.0), roles(document).remove(&id).unwrap_or(Role::Unused)),
            None => (None, Role::Header),
        }
    };
    Comparison::Bytes { offset, object, role }
}
