//! Replacements of ranges of bytes, made at once.

use std::ops::Range;

/// A range of the old text and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub range: Range<usize>,
    pub text: String,
}

impl Splice {
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// Whether two cannot be made at once: they overlap, or meet, so that one may depend on the other.
    pub fn meets(&self, other: &Self) -> bool {
        self.range.start <= other.range.end && other.range.start <= self.range.end
    }

    /// Makes replacements that do not overlap; of two at one place the first given comes first.
    pub fn apply(mut splices: Vec<Self>, text: &str) -> String {
        splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
        let mut out =
            String::with_capacity(text.len() + splices.iter().map(|it| it.text.len()).sum::<usize>());
        let mut done = 0;
        for Self { range, text: new } in &splices {
            out.push_str(text.get(done..range.start).unwrap_or_default());
            out.push_str(new);
            done = range.end;
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }
}
