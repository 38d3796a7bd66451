//! Where each value of a text stands, with its marks: a tree of ranges of bytes.
//!
//! The tree that `read` makes forgets heads of blocks, dashes, colons and anchors; this one keeps them.

use std::ops::Range;

use super::gap;
use super::scalar::Like;
use crate::diag::{FileId, Span};
use crate::yaml::path::Step;

/// A file's values and what they cover.
pub(super) struct Layout {
    pub root: Option<Piece>,
    /// The ranges that values and keys cover, in order; comments lie between them.
    pub covered: Vec<Range<usize>>,
}

/// A value.
pub(super) struct Piece {
    /// From its first to past its last character: quotes, brackets and the head of a block belong to it.
    pub range: Range<usize>,
    pub kind: Kind,
    /// Whether it has an anchor or a tag, or is an alias.
    pub bound: bool,
}

pub(super) enum Kind {
    Scalar { text: String, form: Form },
    Seq { items: Vec<Item>, flow: bool },
    Map { pairs: Vec<Pair>, flow: bool },
}

/// How a scalar is written.
pub(super) enum Form {
    Plain,
    Single,
    Double,
    /// The head (`>-`), the column of the text, and whether line ends below the text belong to it.
    Block {
        head: Range<usize>,
        column: usize,
        literal: bool,
        keeps: bool,
    },
}

/// An entry of a list.
pub(super) struct Item {
    /// Behind the dash; none in brackets.
    pub dash: Option<usize>,
    pub value: Piece,
}

/// An entry of a map.
pub(super) struct Pair {
    pub key: String,
    pub place: Range<usize>,
    /// Behind the colon; none for a key alone in brackets.
    pub colon: Option<usize>,
    pub value: Piece,
}

impl Piece {
    /// Whether nothing is typed here, or `~` or `null`, or quotes or brackets without anything in them.
    pub fn is_vacant(&self) -> bool {
        match &self.kind {
            Kind::Scalar { text, form: Form::Plain } => matches!(text.as_str(), "" | "~" | "null"),
            Kind::Scalar { text, .. } => text.is_empty(),
            Kind::Seq { items, .. } => items.is_empty(),
            Kind::Map { pairs, .. } => pairs.is_empty(),
        }
    }

    /// Whether an anchor, a tag or an alias is in it.
    pub fn is_tied(&self) -> bool {
        self.bound
            || match &self.kind {
                Kind::Scalar { .. } => false,
                Kind::Seq { items, .. } => items.iter().any(|item| item.value.is_tied()),
                Kind::Map { pairs, .. } => pairs.iter().any(|pair| pair.value.is_tied()),
            }
    }

    /// How its text was written; a blank one says nothing about that.
    pub fn like(&self) -> Like {
        match &self.kind {
            Kind::Scalar { text, form } if !text.trim().is_empty() => match form {
                Form::Plain => Like::Plain,
                Form::Single => Like::Single,
                Form::Double => Like::Double,
                Form::Block { literal: true, .. } => Like::Literal,
                Form::Block { .. } => Like::Folded,
            },
            _ => Like::Plain,
        }
    }

    /// Whether it is no list or map on lines of its own.
    pub fn is_compact(&self) -> bool {
        !matches!(self.kind, Kind::Seq { flow: false, .. } | Kind::Map { flow: false, .. })
    }

    /// Puts a value left empty right behind its mark: the parser has it now before, now after.
    pub fn behind(self, mark: Option<usize>) -> Self {
        match mark {
            Some(mark) if self.range.is_empty() => Self { range: mark..mark, ..self },
            _ => self,
        }
    }

    /// The value one step down.
    pub fn step(&self, step: Step<'_>) -> Option<&Self> {
        match (&self.kind, step) {
            (Kind::Map { pairs, .. }, Step::Key(key)) => {
                pairs.iter().find(|pair| pair.key == key).map(|pair| &pair.value)
            }
            (Kind::Seq { items, .. }, Step::Item(index, _)) => items.get(index).map(|item| &item.value),
            _ => None,
        }
    }
}

impl Layout {
    /// The place of a value, or of the last thing on the way to it that is there.
    pub fn nearest(&self, path: &[Step<'_>], file: FileId) -> Span {
        let Some(mut piece) = self.root.as_ref() else {
            return Span::new(file, 0, 0);
        };
        for step in path {
            match piece.step(*step) {
                Some(next) => piece = next,
                None => break,
            }
        }
        Span::new(file, piece.range.start, piece.range.end)
    }

    /// The comments in a range of the text.
    pub fn comments<'a>(&self, text: &'a str, range: Range<usize>) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut at = range.start;
        let mut next = self.covered.partition_point(|covered| covered.end <= at);
        while at < range.end {
            match self.covered.get(next) {
                Some(covered) if covered.start <= at => {
                    (at, next) = (covered.end.max(at), next + 1);
                    continue;
                }
                _ => {}
            }
            if text.as_bytes()[at] == b'#' && gap::starts_comment(text, at) {
                let end = gap::line_end(text, at);
                found.push(&text[at..end]);
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }
}
