//! Changes inside `[]` and `{}`.

use super::changes::{Beside, Page, Slot};
use super::layout::{Item, Pair};
use super::net::Tree;
use super::shape::{in_brackets, pair_in_brackets};
use super::splice::Splice;

/// Puts a value in the place of another.
pub(super) fn replace(page: &Page<'_>, slot: Slot<'_>, value: &Tree) -> Result<Vec<Splice>, String> {
    let range = slot.piece.range.clone();
    page.without_comments(range.clone())?;
    let new = in_brackets(value, slot.piece.like());
    let splice = match slot.mark {
        _ if !range.is_empty() => Splice::new(range, new),
        Some(mark) => {
            let rest = page.text[mark..].trim_start_matches(' ');
            let end = if rest.starts_with(',') { page.text.len() - rest.len() } else { mark };
            Splice::new(mark..end, format!(" {new}"))
        }
        None => Splice::new(range, format!(": {new}")),
    };
    Ok(vec![splice])
}

/// Puts a new entry into a map.
pub(super) fn insert(
    page: &Page<'_>,
    slot: Slot<'_>,
    pairs: &[Pair],
    beside: Beside,
    key: &str,
    value: &Tree,
) -> Result<Vec<Splice>, String> {
    if !page.text[slot.piece.range.start..].starts_with('{') {
        return Err("it is one pair in a list".to_owned());
    }
    let new = pair_in_brackets(key, value);
    Ok(vec![match beside {
        Beside::After(at) => {
            let end = pairs[at].value.range.end;
            Splice::new(end..end, format!(", {new}"))
        }
        Beside::Before(at) => {
            let start = pairs[at].place.start;
            Splice::new(start..start, format!("{new}, "))
        }
    }])
}

/// Puts new entries at the end of a list that has some.
pub(super) fn append(items: &[Item], new: &[Tree]) -> Vec<Splice> {
    let end = items.last().map_or(0, |item| item.value.range.end);
    let new: String =
        new.iter().map(|value| format!(", {}", in_brackets(value, Default::default()))).collect();
    vec![Splice::new(end..end, new)]
}

/// Removes an entry of a map that has others.
pub(super) fn remove(page: &Page<'_>, pairs: &[Pair], at: usize) -> Result<Vec<Splice>, String> {
    let range = match (pairs.get(at + 1), at.checked_sub(1)) {
        (Some(next), _) => pairs[at].place.start..next.place.start,
        (None, Some(before)) => pairs[before].value.range.end..pairs[at].value.range.end,
        (None, None) => return Err("nothing would be left of it".to_owned()),
    };
    page.without_comments(range.clone())?;
    Ok(vec![Splice::new(range, "")])
}
