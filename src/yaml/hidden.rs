//! Characters that cannot be seen and change what a reader sees: refused with their place.
//!
//! Refused everywhere: embeddings, overrides and isolates (U+202A-202E, U+2066-2069), the line breaks
//! U+2028, U+2029 and U+0085 (YAML 1.1 readers take them for new lines), controls, and a byte order mark
//! inside the text. Refused in keys only: marks and spaces without width.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diag::{FileId, Finding, Span};

/// Finds the characters that are refused everywhere, one finding for each run of the same.
pub(super) fn scan(text: &str, file: FileId) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut run: Option<(char, usize, usize)> = None;
    for (at, c) in text.char_indices().filter(|(_, c)| kind(*c).is_some()) {
        match &mut run {
            Some((same, _, end)) if *same == c && *end == at => *end = at + c.len_utf8(),
            _ => {
                findings.extend(run.map(|run| finding(run, file)));
                run = Some((c, at, at + c.len_utf8()));
            }
        }
    }
    findings.extend(run.map(|run| finding(run, file)));
    findings
}

/// Whether a character is refused everywhere.
pub fn is_hidden(c: char) -> bool {
    kind(c).is_some()
}

/// The code and the nature of a refused character.
fn kind(c: char) -> Option<(&'static str, &'static str)> {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(("YA02", "changes the direction of the text"))
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => Some(("YA03", "is a line break to some readers only")),
        '\u{feff}' => Some(("YA04", "is a byte order mark, which belongs to the front of a file only")),
        '\n' | '\r' | '\t' => None,
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => Some(("YA04", "is a control")),
        _ => None,
    }
}

fn finding((c, start, end): (char, usize, usize), file: FileId) -> Finding {
    let (code, nature) = kind(c).unwrap_or(("YA04", "is a control"));
    let finding = Finding::error(code, format!("the hidden character U+{:04X} {nature}", c as u32))
        .at(Span::new(file, start, end), "delete this character")
        .fix(Span::new(file, start, end), if code == "YA03" { " " } else { "" });
    match code {
        "YA02" => finding.help("delete it; mujaz sets the direction of every number and name itself"),
        "YA03" => finding.help("write a space, or begin a new line"),
        _ => finding.help("delete it"),
    }
}

/// The first hidden character of a key, as its offset in the key.
pub(super) fn in_key(key: &str) -> Option<(usize, char)> {
    key.char_indices().find(|(_, c)| is_invisible(*c) && !matches!(c, '\u{200c}' | '\u{200d}'))
}

/// What a key comes down to when two keys are compared: normal form C without the invisible.
pub(super) fn folded(key: &str) -> Cow<'_, str> {
    if key.is_ascii() {
        return Cow::Borrowed(key);
    }
    match (key.contains(is_invisible), composed(key)) {
        (false, composed) => composed,
        (true, composed) => Cow::Owned(composed.chars().filter(|c| !is_invisible(*c)).collect()),
    }
}

/// A key in normal form C.
pub(super) fn composed(key: &str) -> Cow<'_, str> {
    match is_nfc_quick(key.chars()) {
        IsNormalized::Yes => Cow::Borrowed(key),
        _ => Cow::Owned(key.nfc().collect()),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}')
}
