//! One YAML text and places in it -> the same text without what stands there, and without the comments that are
//! its own: those on its lines, and those right above it.

use super::EditFault;
use super::gap;
use super::layout::{Kind, Layout, Piece};
use super::net::Tree;
use super::siblings::{above_comments, ends_freely};
use super::splice::Splice;
use crate::diag::{FileId, Finding, Sources, Span};
use crate::yaml::path::Step;
use crate::yaml::{Limits, read};

/// Takes entries of maps and lists out of a registered file and returns its new text. Paths are those of the file
/// as it is; one that leads nowhere is left out. Blank lines go with what they part, and everything else stays.
///
/// # Errors
/// The first entry that cannot be taken out without harm, such as one with an anchor in it; and an entry that is all
/// that its map or list has: take that out as a whole.
pub fn cut(file: FileId, sources: &Sources, paths: &[Vec<Step<'_>>]) -> Result<String, EditFault> {
    let before = sources.text(file);
    let whole = |reason: String| EditFault { span: Span::new(file, 0, 0), path: String::new(), reason };
    let (tree, known) = read::parse(file, sources, &Limits::default());
    if let Some(Finding { message, .. }) = known.iter().find(|finding| finding.is_error()) {
        return Err(whole(format!("the file has errors: {message}")));
    }
    let mut expected = Tree::of(tree.as_ref());
    let mut paths: Vec<&Vec<Step<'_>>> = paths.iter().collect();
    // From the end of each list, so that the positions before it stay.
    paths.sort_by_key(|path| std::cmp::Reverse(positions(path)));
    let mut text = before.to_owned();
    for path in paths {
        let layout = Layout::of(&text).ok_or_else(|| whole("the file could not be read".to_owned()))?;
        let Some(splice) = out(&text, &layout, path).transpose() else { continue };
        let splice = splice.map_err(|reason| EditFault {
            span: Layout::of(before).map_or(Span::new(file, 0, 0), |layout| layout.nearest(path, file)),
            path: path.iter().fold(String::new(), |written, step| step.after(&written)),
            reason,
        })?;
        expected.cut(path);
        text = Splice::apply(vec![splice], &text);
    }
    match expected.stands_in(&text, known.len()) {
        true => Ok(text),
        false => Err(whole("the new text would not read as it should".to_owned())),
    }
}

fn positions(path: &[Step<'_>]) -> Vec<usize> {
    let position = |step: &Step<'_>| match step {
        Step::Item(at, _) => Some(*at),
        Step::Key(_) => None,
    };
    path.iter().filter_map(position).collect()
}

/// What to take out for an entry; `None` if it is not there.
fn out(text: &str, layout: &Layout, path: &[Step<'_>]) -> Result<Option<Splice>, String> {
    let (Some((last, way)), Some(root)) = (path.split_last(), &layout.root) else { return Ok(None) };
    let mut parent = root;
    for step in way {
        let Some(next) = parent.step(*step) else { return Ok(None) };
        if next.bound {
            return Err("an anchor, an alias or a tag stands on the way to it".to_owned());
        }
        parent = next;
    }
    match (&parent.kind, last) {
        (Kind::Map { pairs, flow }, Step::Key(key)) => {
            let Some(at) = pairs.iter().position(|pair| pair.key == *key) else { return Ok(None) };
            let places: Vec<_> = pairs.iter().map(|pair| (pair.place.start, &pair.value)).collect();
            one(text, &places, at, *flow, way.is_empty()).map(Some)
        }
        (Kind::Seq { items, flow }, Step::Item(at, _)) => {
            if *at >= items.len() {
                return Ok(None);
            }
            let start = |dash: Option<usize>, value: &Piece| dash.map_or(value.range.start, |dash| dash - 1);
            let places: Vec<_> =
                items.iter().map(|item| (start(item.dash, &item.value), &item.value)).collect();
            one(text, &places, *at, *flow, false).map(Some)
        }
        _ => Ok(None),
    }
}

/// One of several entries, each given by its start and its value.
fn one(
    text: &str,
    places: &[(usize, &Piece)],
    at: usize,
    flow: bool,
    at_top: bool,
) -> Result<Splice, String> {
    let (start, value) = places[at];
    if value.is_tied() {
        return Err("it has an anchor, an alias or a tag".to_owned());
    }
    ends_freely(value)?;
    let next = places.get(at + 1).map(|(start, _)| *start);
    if places.len() == 1 && !at_top {
        return Err("it is all that its list or map has".to_owned());
    }
    if flow || !gap::begins_line(text, start) {
        let before = at.checked_sub(1).map(|before| places[before].1.range.end);
        return match (next, before) {
            (Some(next), _) => Ok(Splice::new(start..next, "")),
            (None, Some(before)) if flow => Ok(Splice::new(before..value.range.end, "")),
            _ => Err("nothing would be left of its line".to_owned()),
        };
    }
    let column = gap::column(text, start);
    let from = above_comments(text, gap::line_start(text, start));
    let last = gap::after_deeper_comments(text, value.range.end, column);
    let mut end = gap::next_line(text, last).unwrap_or(text.len());
    let is_blank = |start: usize| text[start..gap::line_end(text, start)].trim().is_empty();
    let parted = from == 0 || is_blank(gap::line_start(text, from - 1));
    while parted && end < text.len() && is_blank(end) {
        end = gap::next_line(text, end).unwrap_or(text.len());
    }
    let from = match end == text.len() {
        // Blank lines that would end the file.
        true => from - (text[..from].len() - text[..from].trim_end_matches(['\n', '\r', ' ']).len()),
        false => from,
    };
    let rest = if end == text.len() && from > 0 { "\n" } else { "" };
    Ok(Splice::new(from..end, rest))
}
