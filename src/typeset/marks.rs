//! What a document is set from -> one finding for each combining mark that no font has.
//!
//! [`glyphs`](super::glyphs) finds any character without a glyph on the finished pages. Such a mark must not get that
//! far: where it stands after a space, Typst 0.15 breaks the line between the two, which its shaping took for one
//! glyph, and panics.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::World;
use typst::text::Font;
use unicode_normalization::char::is_combining_mark;

use super::job::Job;
use super::world::Closed;
use crate::diag::Finding;

/// Finds the marks in the data of a job.
pub(super) fn unwritable(world: &Closed, job: &Job) -> Vec<Finding> {
    // Data that are no JSON are for the template to refuse.
    let Ok(data) = std::str::from_utf8(&job.brief) else { return Vec::new() };
    let marks: BTreeSet<char> = data.chars().filter(|c| *c >= '\u{300}' && is_combining_mark(*c)).collect();
    let fonts: Vec<Font> = (0..).map_while(|at| world.font(at)).collect();
    let has = |font: &Font, mark: char| font.info().coverage.contains(mark as u32);
    let unknown = marks.into_iter().filter(|mark| !fonts.iter().any(|font| has(font, *mark)));
    unknown.filter_map(|mark| Some(finding(mark, &around(mark, data)?))).collect()
}

/// The first text with the mark.
fn around(mark: char, data: &str) -> Option<String> {
    fn first(value: &Value, mark: char) -> Option<&str> {
        match value {
            Value::String(text) => Some(text.as_str()).filter(|text| text.contains(mark)),
            Value::Array(items) => items.iter().find_map(|item| first(item, mark)),
            Value::Object(entries) => entries.values().find_map(|entry| first(entry, mark)),
            _ => None,
        }
    }
    let value = serde_json::from_str(data).ok()?;
    let text = first(&value, mark)?;
    // The mark is shown whatever stands before it.
    let at = text.find(mark)?;
    let start = text[..at].char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    Some(text[start..].trim().chars().take(40).collect())
}

fn finding(mark: char, around: &str) -> Finding {
    let message =
        format!("no glyph for `{mark}` (U+{:04X}) in any font, in the text `{around}`", mark as u32);
    Finding::error("TE03", message)
        .help("write another character, or add a font that has it to `fonts/` and to the theme")
}
