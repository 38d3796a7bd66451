//! Where the parser stopped, and what the text looks like around that place.

use super::limits::Limits;
use crate::diag::{FileId, Span};

/// What was read before the parser stopped.
pub(super) struct Context<'a> {
    pub file: FileId,
    pub text: &'a str,
    /// Bytes of the last node read.
    pub last: (usize, usize),
    /// Offsets of the `[` and `{` that are open, outermost first.
    pub open: Vec<usize>,
    pub limits: &'a Limits,
}

impl Context<'_> {
    /// The nearest character boundary at or below an offset.
    pub fn floor(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The character that begins at an offset.
    pub fn char_at(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// One character.
    pub fn one(&self, at: usize) -> Span {
        let width = self.char_at(at).filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
        Span::new(self.file, at, at + width)
    }

    /// From here to the end of the line, without a comment.
    pub fn line_rest(&self, at: usize) -> Span {
        let at = self.floor(at);
        let rest = self.text[at..].split(['\n', '\r']).next().unwrap_or("");
        let rest = rest.split(" #").next().unwrap_or(rest).trim_end();
        Span::new(self.file, at, at + rest.len())
    }

    /// The whole line without its indentation.
    pub fn indented_line(&self, at: usize) -> Span {
        self.line_rest(self.line_start(at) + self.indent(at))
    }

    /// The text under a span.
    pub fn span_text(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Offset of the line's first byte.
    pub fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// Bytes of white space that begin the line.
    pub fn indent(&self, at: usize) -> usize {
        let line = self.text[self.line_start(at)..].split(['\n', '\r']).next().unwrap_or("");
        line.len() - line.trim_start().len()
    }

    /// The closing bracket that stands before an offset on the same line, spaces left out.
    pub fn bracket_before(&self, at: usize) -> Option<char> {
        let line = &self.text[self.line_start(at)..at];
        line.trim_end().chars().next_back().filter(|c| matches!(c, '}' | ']'))
    }

    /// Whether a line ends between two offsets.
    pub fn breaks(&self, from: usize, to: usize) -> bool {
        self.text.get(self.floor(from)..self.floor(to)).is_some_and(|text| text.contains(['\n', '\r']))
    }

    /// The first quote that opens after an offset, comments left out.
    pub fn quote_after(&self, from: usize, to: usize) -> Option<(usize, char)> {
        let from = self.floor(from);
        let mut comment = false;
        let mut before = ' ';
        for (index, c) in self.text.get(from..to)?.char_indices() {
            match c {
                '\n' | '\r' => comment = false,
                '#' if before.is_whitespace() => comment = true,
                '"' | '\'' if !comment => return Some((from + index, c)),
                _ => {}
            }
            before = c;
        }
        None
    }
}
