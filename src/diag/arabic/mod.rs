//! Findings in Arabic: an English text that mujaz says -> the same in Arabic, by the catalogue of patterns.
//!
//! The stages write English, and the command line translates what it shows. What the catalogue does not have
//! (the words of the typesetter and of the YAML reader) stays as it is. Arguments are data and stay as they
//! are, unless they are words of mujaz themselves.

mod catalogue;
mod counted;
mod pattern;

use super::finding::{Finding, Place, Tally};
use counted::{Case, counted};

/// A text of mujaz in Arabic; nothing where the catalogue does not have it.
pub fn say(english: &str) -> Option<String> {
    catalogue::get().say(english)
}

/// A text of mujaz in Arabic, or as it is.
pub fn said(english: &str) -> String {
    say(english).unwrap_or_else(|| english.to_owned())
}

/// The finding with its message, labels and help in Arabic.
pub fn finding(english: &Finding) -> Finding {
    let place = |place: &Place| Place { span: place.span, label: said(&place.label) };
    Finding {
        message: said(&english.message),
        places: english.places.iter().map(place).collect(),
        help: english.help.iter().map(|help| said(help)).collect(),
        ..english.clone()
    }
}

/// `خطآن و3 تنبيهات في ملفين`; `لا ملاحظات` for none.
pub fn summary(tally: &Tally) -> String {
    let mut counts = Vec::new();
    if tally.errors > 0 {
        counts.extend(counted(tally.errors, "error", Case::Nominative));
    }
    if tally.warnings > 0 {
        counts.extend(counted(tally.warnings, "warning", Case::Nominative));
    }
    if counts.is_empty() {
        return "لا ملاحظات".to_owned();
    }
    let counts = counts.join(" و");
    match counted(tally.files(), "file", Case::Oblique).filter(|_| tally.files() > 0) {
        Some(files) => format!("{counts} في {files}"),
        None => counts,
    }
}

/// What stands in backticks, each isolated with its backticks, so that a terminal keeps its order in a line from
/// right to left. A text whose backticks do not pair stays as it is.
pub fn isolated(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return text.to_owned();
    }
    let mut isolated = String::with_capacity(text.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        match at % 2 {
            0 => isolated.push_str(piece),
            _ => isolated.push_str(&format!("\u{2068}`{piece}`\u{2069}")),
        }
    }
    isolated
}

#[cfg(test)]
mod tests;
