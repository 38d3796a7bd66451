//! Changes on lines: below keys and dashes, and at the top of a file.

use super::changes::{Beside, Page, Slot};
use super::gap;
use super::layout::{Form, Item, Kind, Pair, Piece};
use super::net::Tree;
use super::shape::{Hung, Peg};
use super::siblings::{Extent, above_comments, ends_freely, one_column, parted};
use super::splice::Splice;

type Splices = Result<Vec<Splice>, String>;

/// Puts a value in the place of another that stands behind a colon or a dash.
pub(super) fn replace(page: &Page<'_>, slot: Slot<'_>, mark: usize, value: &Tree) -> Splices {
    let Page { text, .. } = *page;
    let range = slot.piece.range.clone();
    let below_mark = gap::line_end(text, mark);
    let beside = !range.is_empty() && range.start <= below_mark;
    let parent = gap::column(text, slot.start);
    let mut peg = Peg {
        parent,
        column: if beside { gap::column(text, range.start) } else { gap::column(text, mark) + 1 },
        in_list: slot.in_list,
        like: slot.piece.like(),
        block: None,
        no_block: gap::after_deeper_comments(text, range.end, parent) != gap::line_end(text, range.end),
    };
    if let Kind::Scalar { form: Form::Block { head, column, .. }, .. } = &slot.piece.kind {
        (peg.block, peg.no_block) = (Some(*column), false);
        let Hung { head: new, below } = page.manner.hang(value, peg);
        let first = match new.is_empty() {
            true => mark..head.end,
            false => head.clone(),
        };
        page.without_comments(first.clone())?;
        let lines = gap::line_end(text, head.end)..range.end;
        return Ok(vec![Splice::new(first, new), Splice::new(lines, on_lines(page, &below))]);
    }
    page.without_comments(range.clone())?;
    let Hung { head, below } = page.manner.hang(value, peg);
    let end = gap::line_end(text, range.end);
    let mut splices = Vec::new();
    if range.is_empty() {
        splices.extend(behind(text, mark, &head));
    } else if beside {
        let start = if head.is_empty() { mark } else { range.start };
        splices.push(Splice::new(start..range.end, head));
    } else if below.is_empty() && slot.piece.is_compact() {
        splices.push(Splice::new(range, head));
    } else {
        page.without_comments(below_mark..range.start)?;
        splices.extend(behind(text, mark, &head));
        splices.push(Splice::new(below_mark..range.end, ""));
    }
    if !below.is_empty() {
        splices.push(Splice::new(end..end, on_lines(page, &below)));
    }
    Ok(splices)
}

/// Puts a value behind a mark with nothing behind it but a comment.
fn behind(text: &str, mark: usize, head: &str) -> Option<Splice> {
    let end = gap::line_end(text, mark);
    let end = if text[mark..end].trim().is_empty() { end } else { mark };
    (!head.is_empty()).then(|| Splice::new(mark..end, format!(" {head}")))
}

/// Lines that follow the end of a line.
fn on_lines(page: &Page<'_>, lines: &[String]) -> String {
    lines.iter().flat_map(|line| [page.manner.eol, line]).collect()
}

/// Writes the first values of a file that has none.
pub(super) fn begin(page: &Page<'_>, root: Option<&Piece>, value: &Tree) -> Splices {
    let Page { text, manner, .. } = *page;
    let (end, top) = (text.len(), Peg { in_list: true, ..Peg::default() });
    let Hung { head, below } = manner.hang(value, top);
    let lines = head + &on_lines(page, &below);
    match root.filter(|root| !root.range.is_empty()) {
        Some(Piece { bound: true, .. }) => Err("it has an anchor, an alias or a tag".to_owned()),
        Some(root) if root.is_vacant() && gap::begins_line(text, root.range.start) => {
            let range = gap::line_start(text, root.range.start)..root.range.end;
            page.without_comments(range.clone())?;
            Ok(vec![Splice::new(range, lines)])
        }
        Some(_) => Err("it is the whole file".to_owned()),
        None => {
            let fresh = gap::line_start(text, end) == end;
            let before = if fresh { "" } else { manner.eol };
            Ok(vec![Splice::new(end..end, format!("{before}{lines}{}", manner.eol))])
        }
    }
}

/// Puts a new entry into a map.
pub(super) fn insert(
    page: &Page<'_>,
    slot: Slot<'_>,
    pairs: &[Pair],
    beside: Beside,
    key: &str,
    value: &Tree,
) -> Splices {
    let Page { text, manner, .. } = *page;
    let column = one_column(text, pairs.iter().map(|pair| pair.place.start))?;
    let spans: Vec<Extent> =
        pairs.iter().map(|pair| Extent::of(text, pair.place.start, &pair.value)).collect();
    let lines = manner.pair(key, value, column, false);
    let small = lines.len() == 1 && matches!(value, Tree::Text(_) | Tree::Number(_));
    let at_top = slot.mark.is_none();
    match beside {
        Beside::After(at) => {
            ends_freely(&pairs[at].value)?;
            Ok(vec![after(page, &spans, at, column, &lines, &|at| parted(text, &spans, at, small, at_top))])
        }
        Beside::Before(at) => {
            let start = pairs[at].place.start;
            let new = lines.join(manner.eol);
            if !gap::begins_line(text, start) {
                let new = new.trim_start_matches(' ');
                return Ok(vec![Splice::new(start..start, format!("{new}{}{:column$}", manner.eol, ""))]);
            }
            let blank = if parted(text, &spans, at, small, at_top) { manner.eol } else { "" };
            let start = above_comments(text, gap::line_start(text, start));
            Ok(vec![Splice::new(start..start, format!("{new}{}{blank}", manner.eol))])
        }
    }
}

/// Puts new entries at the end of a list that has some.
pub(super) fn append(page: &Page<'_>, items: &[Item], new: &[Tree]) -> Splices {
    let Page { text, manner, .. } = *page;
    let dash = |item: &Item| item.dash.map_or(item.value.range.start, |dash| dash - 1);
    let column = one_column(text, items.iter().map(dash))?;
    let spans: Vec<Extent> = items.iter().map(|item| Extent::of(text, dash(item), &item.value)).collect();
    let lines: Vec<String> = new.iter().flat_map(|value| manner.item(value, column, false)).collect();
    let Some(last) = items.len().checked_sub(1) else {
        return Ok(Vec::new());
    };
    ends_freely(&items[last].value)?;
    let parted = |at| parted(text, &spans, at, lines.len() == 1, false);
    Ok(vec![after(page, &spans, last, column, &lines, &parted)])
}

/// Removes an entry of a map that has others.
pub(super) fn remove(page: &Page<'_>, pairs: &[Pair], at: usize) -> Splices {
    let Page { text, .. } = *page;
    let Pair { place, value, .. } = &pairs[at];
    let end = gap::line_end(text, value.range.end);
    let start = gap::line_start(text, place.start);
    page.without_comments(place.start..end)?;
    ends_freely(value)?;
    let range = match (gap::begins_line(text, place.start), pairs.get(at + 1), gap::next_line(text, end)) {
        (false, Some(next), _) => place.start..next.place.start,
        (false, None, _) => return Err("nothing would be left of it".to_owned()),
        (true, _, Some(next)) => start..next,
        // The line break before a last line without one.
        (true, _, None) => text[..start].trim_end_matches(['\n', '\r']).len()..end,
    };
    let above = above_comments(text, start);
    if gap::begins_line(text, place.start) && above != start {
        page.without_comments(above..start)?;
    }
    page.without_comments(range.clone())?;
    Ok(vec![Splice::new(range, "")])
}

/// Lines after an entry and the deeper comments below it, with the blank lines that part them from both sides.
fn after(
    page: &Page<'_>,
    spans: &[Extent],
    at: usize,
    column: usize,
    lines: &[String],
    parted: &dyn Fn(usize) -> bool,
) -> Splice {
    let Page { text, manner, .. } = *page;
    let end = gap::after_deeper_comments(text, spans[at].range.end, column);
    let next = spans.get(at + 1).map(|next| next.range.start);
    let open = next.is_some_and(|next| gap::has_blank_line(text, end..next));
    let (above, below) = (parted(at), next.is_some() && parted(at + 1));
    let blank = |there: bool| if there { manner.eol } else { "" };
    match next {
        Some(next) if open && above && !below => {
            let start = above_comments(text, gap::line_start(text, next));
            Splice::new(start..start, lines.join(manner.eol) + manner.eol)
        }
        _ => Splice::new(
            end..end,
            format!("{}{}{}", blank(above), on_lines(page, lines), blank(below && !open)),
        ),
    }
}
