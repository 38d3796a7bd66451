//! Straight double quotation marks: which opens and which closes, though both look the same.

use super::Passage;
use super::pairs::{places, within};
use super::script::{after, before};
use super::token::is_digit;

/// What follows a closing mark.
const CLOSING: &str = ".,،؛;:!؟?)]»/-–—";

/// The places of straight double quotation marks: the opening one and its partner. Spaces on the wrong side of
/// a mark do not matter where the marks of a line are even, a quotation may go on over lines, and a mark after
/// a digit measures inches or seconds unless it closes a quotation.
pub(super) fn straight(passage: &Passage) -> Vec<(usize, Option<usize>)> {
    let mut found: Vec<(usize, Option<usize>)> = Vec::new();
    let mut open: Option<usize> = None;
    let places = places(passage, |c| c == '"');
    for line in passage.lines() {
        let marks = within(&places, &line);
        let pairs = in_turn(passage.text, marks).unwrap_or_else(|| by_sides(passage.text, marks));
        for (at, close) in pairs {
            match (open, close) {
                (_, Some(_)) => found.push((at, close)),
                (Some(first), None) if !opens(passage.text, at) => {
                    found.push((first, Some(at)));
                    open = None;
                }
                (before, None) => {
                    found.extend(before.map(|first| (first, None)));
                    open = Some(at).filter(|at| opens(passage.text, *at));
                    found.extend(open.is_none().then_some((at, None)));
                }
            }
        }
        if !marks.is_empty() {
            // Only the last mark of a line can be closed on a later one.
            let kept = open.filter(|at| marks.last() == Some(at));
            found.extend(open.filter(|_| kept.is_none()).map(|first| (first, None)));
            open = kept;
        }
    }
    found.extend(open.map(|first| (first, None)));
    found.sort_unstable();
    found
}

/// The marks of a line, each second one closing; `None` if one is left over.
fn in_turn(text: &str, marks: &[usize]) -> Option<Vec<(usize, Option<usize>)>> {
    let mut pairs = Vec::new();
    let mut open = None;
    for at in marks {
        match open.take() {
            Some(first) => pairs.push((first, Some(*at))),
            None if before(text, *at).is_some_and(is_digit) => {}
            None => open = Some(*at),
        }
    }
    open.is_none().then_some(pairs)
}

/// The marks of a line by the sides on which they touch a word, at most one of them alone.
fn by_sides(text: &str, marks: &[usize]) -> Vec<(usize, Option<usize>)> {
    let mut pairs = Vec::new();
    let mut open = None;
    for at in marks {
        match open {
            None if before(text, *at).is_some_and(is_digit) => {}
            Some(first) if opens(text, *at) => {
                pairs.push((first, None));
                open = Some(*at);
            }
            Some(first) => {
                pairs.push((first, Some(*at)));
                open = None;
            }
            None if closes(text, *at) => pairs.push((*at, None)),
            None => open = Some(*at),
        }
    }
    pairs.extend(open.map(|first| (first, None)));
    if pairs.iter().filter(|(_, close)| close.is_none()).count() < 2 {
        return pairs;
    }
    let in_pairs = marks.chunks(2);
    in_pairs.filter_map(|pair| Some((*pair.first()?, pair.get(1).copied()))).collect()
}

/// True of a mark with a space or an opening mark before it and a word after it.
pub(super) fn opens(text: &str, at: usize) -> bool {
    let free = before(text, at).is_none_or(|c| c.is_whitespace() || "([«/-–—".contains(c));
    free && after(text, at + 1).is_some_and(|c| !(c.is_whitespace() || CLOSING.contains(c)))
}

/// True of a mark with a word before it and a space or a closing mark after it.
pub(super) fn closes(text: &str, at: usize) -> bool {
    let free = after(text, at + 1).is_none_or(|c| c.is_whitespace() || CLOSING.contains(c));
    free && before(text, at).is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Kind, Terms};

    #[test]
    fn straight_marks_find_their_partner() {
        let terms = Terms::default();
        let passage = Passage::new("\"أ\" \"ب", "ar", Kind::Line, &terms);
        assert_eq!(straight(&passage), [(0, Some(3)), (5, None)]);
    }
}
