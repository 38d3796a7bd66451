//! The header of a PO file: its fields, each with its place.

use super::line::Text;
use crate::diag::{Finding, Sources, Span};

/// The fields of a header.
pub(super) struct Header<'a> {
    text: &'a Text,
    source: &'a str,
}

impl<'a> Header<'a> {
    /// The header that stands in the translation of the empty source.
    pub fn new(text: &'a Text, sources: &'a Sources) -> Self {
        Self { text, source: sources.slice(text.span) }
    }

    /// The value of a field; `None` if it is missing or empty.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.text.text.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            (found.trim() == name).then(|| value.trim()).filter(|value| !value.is_empty())
        })
    }

    /// The line of the file that a field begins on, within its quotes; the whole header for one that it has not.
    pub fn place(&self, name: &str) -> Span {
        let mut offset = 0;
        for line in self.source.split_inclusive('\n') {
            let field = line.trim_start_matches(|c: char| c != '"');
            let start = offset + line.len() - field.len() + 1;
            if let Some(behind) = field.strip_prefix('"').and_then(|field| field.strip_prefix(name))
                && behind.starts_with(':')
            {
                let value = behind.split('"').next().unwrap_or_default().trim_end_matches("\\n");
                let start = self.text.span.start as usize + start;
                return Span::new(self.text.span.file, start, start + name.len() + value.len());
            }
            offset += line.len();
        }
        self.text.span
    }

    /// PO05: not UTF-8.
    pub fn charset(&self) -> Option<Finding> {
        let value = self.get("Content-Type").unwrap_or_default();
        let charset = value.split("charset=").nth(1).unwrap_or_default();
        if charset.eq_ignore_ascii_case("utf-8") {
            return None;
        }
        let help = "save the file as UTF-8, with `Content-Type: text/plain; charset=UTF-8` in its header";
        let place = self.place("Content-Type");
        Some(Finding::error("PO05", "the header does not say `charset=UTF-8`").at(place, "").help(help))
    }

    /// PO05: without a field that says what the file is of.
    pub fn needed(&self, name: &str) -> Result<&'a str, Finding> {
        self.get(name).ok_or_else(|| {
            Finding::error("PO05", format!("the header has no `{name}`"))
                .at(self.place(name), "")
                .help("put the line back as `mujaz text export` writes it")
        })
    }

    /// Who translated last; names that tools put there for nobody are none.
    pub fn translator(&self) -> Option<String> {
        let nobody = |name: &&str| ["FULL NAME", "Automatically"].iter().any(|start| name.starts_with(start));
        self.get("Last-Translator").filter(|name| !nobody(name)).map(str::to_owned)
    }
}
