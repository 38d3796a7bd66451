//! The neighbours of a new entry: their column, the blank lines between them, the comments that are theirs.

use std::ops::Range;

use super::gap;
use super::layout::{Form, Kind, Piece};

/// The start of the comments of their own right above a line; the line's own start if they begin the file.
pub(super) fn above_comments(text: &str, start: usize) -> usize {
    let indent = text[start..].len() - text[start..].trim_start_matches(' ').len();
    let mut at = start;
    loop {
        let before = text[..at].trim_end_matches('\n').trim_end_matches('\r');
        let line = gap::line_start(text, before.len());
        if gap::comment_line(text, line) != Some(indent) || gap::next_line(text, line) != Some(at) {
            return at;
        }
        if line == 0 {
            return start;
        }
        at = line;
    }
}

/// An entry in the text, and whether it is a text on one line.
pub(super) struct Extent {
    pub range: Range<usize>,
    pub small: bool,
}

impl Extent {
    pub fn of(text: &str, start: usize, value: &Piece) -> Self {
        let range = start..value.range.end;
        let small = matches!(value.kind, Kind::Scalar { .. }) && !gap::breaks(text, range.clone());
        Self { range, small }
    }
}

/// Whether a blank line parts a new entry from its neighbour: as most entries like these two are parted. Without
/// a majority, sections at the top are parted and other entries are not.
pub(super) fn parted(text: &str, spans: &[Extent], neighbour: usize, small: bool, at_top: bool) -> bool {
    let both = small && spans[neighbour].small;
    let alike = spans.windows(2).filter(|pair| (pair[0].small && pair[1].small) == both);
    let votes: Vec<bool> =
        alike.map(|pair| gap::has_blank_line(text, pair[0].range.end..pair[1].range.start)).collect();
    let parted = votes.iter().filter(|parted| **parted).count();
    // `lang` and `_meta` stand together at the head of files whose sections do not.
    let favour = usize::from(at_top && !both);
    match favour {
        1 => parted + favour >= votes.len() - parted,
        _ => parted > votes.len() - parted,
    }
}

/// The column in which all entries start; the first may stand behind dashes.
pub(super) fn one_column(text: &str, starts: impl Iterator<Item = usize>) -> Result<usize, String> {
    let mut column = None;
    for start in starts {
        let own = gap::column(text, start);
        let lead = &text[gap::line_start(text, start)..start];
        let first = column.is_none() && lead.bytes().all(|byte| matches!(byte, b' ' | b'-'));
        if *column.get_or_insert(own) != own || !(first || gap::begins_line(text, start)) {
            return Err("its neighbours do not begin their lines in one column".to_owned());
        }
    }
    column.ok_or_else(|| "it has no neighbours".to_owned())
}

/// Refuses to write below a block with `+`, to which the line ends below it belong.
pub(super) fn ends_freely(value: &Piece) -> Result<(), String> {
    match &value.kind {
        Kind::Scalar { form: Form::Block { keeps: true, .. }, .. } => {
            Err("the block before it keeps the line ends below it (`+`)".to_owned())
        }
        Kind::Scalar { .. } => Ok(()),
        Kind::Seq { items, .. } => items.last().map_or(Ok(()), |item| ends_freely(&item.value)),
        Kind::Map { pairs, .. } => pairs.last().map_or(Ok(()), |pair| ends_freely(&pair.value)),
    }
}
