//! A scalar's text -> where each part of it stands in the file.
//!
//! Quotes, escapes, folded lines and indentation lie between the text that a rule reads and the bytes that an
//! author typed. [`Trace`] walks both at once; white space is matched by the run, all else by the character.

use std::ops::Range;

use super::node::{Node, Style};
use crate::diag::{Sources, Span};

/// Where the characters of one scalar stand.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Start of each character of the text, its place in the file, and whether it is typed there as it is.
    places: Vec<(usize, Range<u32>, bool)>,
    whole: Span,
}

/// A character as it was typed.
struct Typed {
    char: char,
    range: Range<usize>,
    as_is: bool,
}

impl Trace {
    /// Follows a scalar through its file; `None` for a list, a map, or a text that does not stand there.
    pub fn new(node: &Node, sources: &Sources) -> Option<Self> {
        let (text, style) = match &node.data {
            super::Data::Scalar(text, style) => (text.as_str(), *style),
            _ => return None,
        };
        let raw = sources.text(node.span.file).get(node.span.start as usize..node.span.end as usize)?;
        let typed = typed(raw, style)?;
        let mut places = Vec::new();
        let mut at = 0;
        let mut letters = text.char_indices().peekable();
        while let Some(&(start, letter)) = letters.peek() {
            if !is_blank(letter) {
                while typed.get(at).is_some_and(|it| is_blank(it.char)) {
                    at += 1;
                }
                let here = typed.get(at).filter(|it| it.char == letter)?;
                places.push((start, place(node.span, &here.range), here.as_is));
                at += 1;
                letters.next();
                continue;
            }
            let blank: Vec<(usize, char)> =
                std::iter::from_fn(|| letters.next_if(|(_, c)| is_blank(*c))).collect();
            let run = typed[at..].iter().take_while(|it| is_blank(it.char)).count();
            let same = run == blank.len() && blank.iter().zip(&typed[at..]).all(|((_, c), it)| *c == it.char);
            let hull = match (typed.get(at), typed.get((at + run).checked_sub(1)?)) {
                (Some(first), Some(last)) if run > 0 => first.range.start..last.range.end,
                _ if letters.peek().is_none() => raw.len()..raw.len(),
                _ => return None,
            };
            for (number, (start, _)) in blank.into_iter().enumerate() {
                let range = if same { typed[at + number].range.clone() } else { hull.clone() };
                places.push((start, place(node.span, &range), same && typed[at + number].as_is));
            }
            at += run;
        }
        Some(Self { places, whole: node.span })
    }

    /// The place of some bytes of the text; of the whole scalar if they are none.
    pub fn span(&self, range: Range<usize>) -> Span {
        let touched = self.touched(&range);
        match (touched.first(), touched.last()) {
            (Some((_, first, _)), Some((_, last, _))) => {
                Span { start: first.start, end: last.end, ..self.whole }
            }
            _ => self.before(range.start),
        }
    }

    /// The place of some bytes if they are typed in the file as they are, so that they can be replaced there.
    pub fn verbatim(&self, range: Range<usize>) -> Option<Span> {
        let touched = self.touched(&range);
        let joined = touched.windows(2).all(|pair| pair[0].1.end == pair[1].1.start);
        (joined && touched.iter().all(|(_, _, as_is)| *as_is)).then(|| self.span(range))
    }

    fn touched(&self, range: &Range<usize>) -> &[(usize, Range<u32>, bool)] {
        let start = self.places.partition_point(|(start, ..)| *start < range.start);
        let end = self.places.partition_point(|(start, ..)| *start < range.end);
        &self.places[start..end.max(start)]
    }

    /// The empty place before a byte of the text.
    fn before(&self, at: usize) -> Span {
        let index = self.places.partition_point(|(start, ..)| *start < at);
        let next = self.places.get(index).map(|(_, range, _)| range.start);
        let place =
            next.or_else(|| self.places.last().map(|(_, range, _)| range.end)).unwrap_or(self.whole.start);
        Span { start: place, end: place, ..self.whole }
    }
}

fn place(scalar: Span, range: &Range<usize>) -> Range<u32> {
    scalar.start + range.start as u32..scalar.start + range.end as u32
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The characters of a scalar as typed, without quotes and without the head of a block.
fn typed(raw: &str, style: Style) -> Option<Vec<Typed>> {
    let quote = raw.chars().next().filter(|c| style == Style::Quoted && matches!(c, '"' | '\''));
    let start = match style {
        // The head of a block (`>-`) is not part of its place; where it is, it ends with its line.
        Style::Block if raw.starts_with(['|', '>']) => raw.find('\n')? + 1,
        _ => usize::from(quote.is_some()),
    };
    let end = raw.len() - usize::from(quote.is_some());
    let mut typed = Vec::new();
    let mut at = start;
    while at < end {
        let rest = &raw[at..end];
        let char = rest.chars().next()?;
        let (char, length, as_is) = match (quote, char) {
            (Some('\''), '\'') => ('\'', 2, false),
            (Some('"'), '\\') => match escaped(rest)? {
                (Some(char), length) => (char, length, false),
                (None, length) => {
                    at += length;
                    continue;
                }
            },
            _ => (char, char.len_utf8(), true),
        };
        typed.push(Typed { char, range: at..at + length, as_is });
        at += length;
    }
    Some(typed)
}

/// An escape of a double-quoted text: its character, none for an escaped line end, and its length.
fn escaped(rest: &str) -> Option<(Option<char>, usize)> {
    let code = rest[1..].chars().next()?;
    let hex = |digits: usize| {
        let value = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
        Some((Some(char::from_u32(value)?), 2 + digits))
    };
    let simple = match code {
        'x' => return hex(2),
        'u' => return hex(4),
        'U' => return hex(8),
        '\n' => return Some((None, rest.len() - rest[2..].trim_start_matches([' ', '\t']).len())),
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    Some((Some(simple), 1 + code.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Limits, parse};

    /// What stands in the file where a word of the value of `a` stands in the text, and whether as it is.
    fn found(yaml: &str, word: &str) -> Option<(String, bool)> {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "", yaml.to_owned());
        let (tree, findings) = parse(file, &sources, &Limits::default());
        assert!(findings.is_empty(), "{yaml}: {findings:?}");
        let tree = tree.unwrap();
        let node = &tree.as_map().unwrap()[0].value;
        let trace = Trace::new(node, &sources)?;
        let at = node.as_text().unwrap().find(word).unwrap();
        let range = at..at + word.len();
        Some((sources.slice(trace.span(range.clone())).to_owned(), trace.verbatim(range).is_some()))
    }

    fn is(text: &str, as_is: bool) -> Option<(String, bool)> {
        Some((text.to_owned(), as_is))
    }

    #[test]
    fn every_style_of_scalar_is_followed() {
        assert_eq!(found("a: واحد اثنان", "اثنان"), is("اثنان", true));
        assert_eq!(found("a: واحد\n  اثنان\n", "اثنان"), is("اثنان", true));
        assert_eq!(found("a: 'it''s {x} here'\n", "here"), is("here", true));
        assert_eq!(found("a: 'it''s'\n", "it's"), is("it''s", false));
        assert_eq!(found("a: \"x\\u0627\\n\\\"y\"\n", "\"y"), is("\\\"y", false));
        assert_eq!(found("a: \"x\\u0627\\n\\\"y\"\n", "y"), is("y", true));
        assert_eq!(found("a: \"one \\\n   two\"\n", "two"), is("two", true));
        assert_eq!(found("a: |-\n  سطر\n  آخر هنا\n", "هنا"), is("هنا", true));
        assert_eq!(found("a: >\n  one\n  two\n\n  three\n", "three"), is("three", true));
        assert_eq!(found("a: >-\n  one\n  two  x\n", "two  x"), is("two  x", true));
    }

    #[test]
    fn words_on_two_lines_have_one_place_and_are_not_as_they_were_typed() {
        assert_eq!(found("a: >\n  one\n  two\n", "one two"), is("one\n  two", false));
        assert_eq!(found("a: one\n   two\n", "one two"), is("one\n   two", false));
    }

    #[test]
    fn an_empty_range_is_a_place_between() {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "", "a: 'xy'\n".to_owned());
        let (tree, _) = parse(file, &sources, &Limits::default());
        let trace = Trace::new(&tree.unwrap().as_map().unwrap()[0].value, &sources).unwrap();
        assert_eq!((trace.span(1..1).start, trace.span(1..1).end), (5, 5));
        assert_eq!((trace.span(2..2).start, trace.span(2..2).end), (6, 6));
    }
}
