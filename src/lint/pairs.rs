//! Brackets and quotation marks: which stand alone or the wrong way round, and what stands between them.
//!
//! Each kind of mark is followed by itself, so that crossed pairs are not reported. A label (`أ)`, `2)`) needs
//! no opening bracket, a quotation over several paragraphs may open each of them, and `“ ”` have no fixed
//! direction in right-to-left text.

use std::ops::Range;

use super::bare::bare;
use super::script::{after, before};
use super::straight::straight;
use super::{Hit, Passage, TokenKind};

const BRACKETS: [(char, char); 2] = [('(', ')'), ('[', ']')];
const GUILLEMETS: (char, char) = ('«', '»');

/// Reports marks without their partner, under the code of the caller's language.
pub(super) fn pairs(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    let blocks = blocks(passage.text);
    for marks in BRACKETS {
        let places = places(passage, |c| c == marks.0 || c == marks.1);
        for block in &blocks {
            directed(passage, code, marks, within(&places, block), hits);
        }
    }
    directed(passage, code, GUILLEMETS, &places(passage, |c| c == GUILLEMETS.0 || c == GUILLEMETS.1), hits);
    let curly = places(passage, |c| matches!(c, '“' | '”'));
    for block in &blocks {
        let curly = within(&curly, block);
        if curly.len() % 2 == 1 {
            hits.extend(curly.last().map(|at| alone(passage, code, *at)));
        }
    }
    let lone = straight(passage).into_iter().filter(|(_, closing)| closing.is_none());
    hits.extend(lone.map(|(at, _)| alone(passage, code, at)));
}

/// What stands between two marks, the marks left out; inner pairs before outer ones.
pub(super) fn between(text: &str, open: char, close: char) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        if c == open {
            starts.push(at + c.len_utf8());
        } else if c == close {
            found.extend(starts.pop().map(|start| start..at));
        }
    }
    found
}

/// Paragraphs: what empty lines part.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut fresh = true;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match blocks.last_mut() {
            _ if line.trim().is_empty() => fresh = true,
            Some(block) if !fresh => block.end = end,
            _ => {
                blocks.push(at..end);
                fresh = false;
            }
        }
        at = end;
    }
    blocks
}

/// The places of some marks outside placeholders, addresses and code.
pub(super) fn places(passage: &Passage, is: impl Fn(char) -> bool) -> Vec<usize> {
    let marks = passage.tokens.iter().filter(|token| token.kind == TokenKind::Mark);
    marks.filter(|token| passage.of(token).starts_with(&is)).map(|token| token.range.start).collect()
}

/// Those of some places, in order, that lie in a part of the text.
pub(super) fn within<'p>(places: &'p [usize], part: &Range<usize>) -> &'p [usize] {
    let start = places.partition_point(|at| *at < part.start);
    let end = places.partition_point(|at| *at < part.end);
    &places[start..end]
}

/// One kind of mark with an opening and a closing shape.
fn directed(
    passage: &Passage,
    code: &'static str,
    marks: (char, char),
    places: &[usize],
    hits: &mut Vec<Hit>,
) {
    let text = passage.text;
    let mut open: Vec<usize> = Vec::new();
    let mut rest = places.iter().copied().peekable();
    while let Some(at) = rest.next() {
        if after(text, at) == Some(marks.0) {
            let continued = marks == GUILLEMETS && !open.is_empty() && starts_line(text, at);
            if !continued {
                open.push(at);
            }
        } else if open.pop().is_none() {
            if let Some(end) = rest.next_if(|end| is_turned(text, at, *end, marks)) {
                hits.push(turned(passage, code, at, end, marks));
            } else if !(is_label(passage, at) || is_ditto(text, at) || is_smiley(text, at)) {
                hits.push(alone(passage, code, at));
            }
        }
    }
    hits.extend(open.into_iter().map(|at| alone(passage, code, at)));
}

fn alone(passage: &Passage, code: &'static str, at: usize) -> Hit {
    let mark = after(passage.text, at).unwrap_or_default();
    Hit::warning(code, at..at + mark.len_utf8(), format!("`{mark}` has no partner"))
        .help("add the missing mark, or take this one out")
}

/// A pair that closes before it opens: `»داعش«`.
fn turned(passage: &Passage, code: &'static str, at: usize, end: usize, marks: (char, char)) -> Hit {
    let range = at..end + marks.0.len_utf8();
    let inside = &passage.text[at + marks.1.len_utf8()..end];
    let right = format!("{}{inside}{}", marks.0, marks.1);
    let message = format!("`{}` stands the wrong way round", passage.slice(range.clone()));
    Hit::warning(code, range.clone(), message).help(format!("write `{right}`")).fix(range, right)
}

fn is_turned(text: &str, at: usize, end: usize, (open, close): (char, char)) -> bool {
    let inside = &text[at + close.len_utf8()..end];
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    after(text, end) == Some(open)
        && free(before(text, at))
        && free(after(text, end + open.len_utf8()))
        && !inside.contains('\n')
        && inside.starts_with(char::is_alphanumeric)
        && inside.ends_with(|c: char| !c.is_whitespace())
}

fn starts_line(text: &str, at: usize) -> bool {
    text[..at].rsplit('\n').next().is_some_and(|line| line.trim().is_empty())
}

/// `أ)`, `2)`, `iv)`, `هـ)`: a number or a few letters at the start of a line or after a space.
fn is_label(passage: &Passage, at: usize) -> bool {
    let near = passage.text[..at].char_indices().rev().nth(NEAR).map_or(0, |(start, _)| start);
    let line = passage.text[near..at].rsplit('\n').next().unwrap_or_default();
    let label = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let letters = bare(label).chars().count();
    let head = line[..line.len() - label.len()].trim_end();
    let first = head.is_empty() || head.ends_with(['.', '؛', '،', ':', '؟']);
    label.chars().all(|c| c.is_alphanumeric() || c == '\u{640}' || super::script::is_mark(c))
        && letters > 0
        && (letters <= 2 || first || label.chars().all(|c| "ivxIVX".contains(c)))
        && (first || !label.chars().all(super::token::is_digit) || has_neighbour(passage.text, at, label))
}

/// Whether the label before or after a number stands near it: `1) الأهداف 2) الوسائل`.
fn has_neighbour(text: &str, at: usize, number: &str) -> bool {
    let start = text[..at].char_indices().rev().take(NEAR).last().map_or(at, |(start, _)| start);
    let end = text[at..].char_indices().nth(NEAR).map_or(text.len(), |(length, _)| at + length);
    let text = &text[start..end];
    // The codes of each system's digits end in their values.
    let value = |text: &str| {
        text.chars().try_fold(0_u32, |value, c| value.checked_mul(10)?.checked_add(u32::from(c) & 0xf))
    };
    let Some(own) = value(number) else { return false };
    text.match_indices(')').any(|(at, _)| {
        let digits = text[..at].trim_end_matches(super::token::is_digit).len();
        value(&text[digits..at]).filter(|_| digits < at).is_some_and(|other| own.abs_diff(other) == 1)
    })
}

/// How many characters away what belongs to a label may stand.
const NEAR: usize = 600;

/// A closing mark on its own that says "as above" in a table.
fn is_ditto(text: &str, at: usize) -> bool {
    let mark = after(text, at).unwrap_or_default();
    let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
    mark == GUILLEMETS.1 && free(before(text, at)) && free(after(text, at + mark.len_utf8()))
}

fn is_smiley(text: &str, at: usize) -> bool {
    matches!(before(text, at), Some(':' | ';' | '-'))
        && text[..at].trim_end_matches([':', ';', '-']).ends_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
        pairs(passage, "AR25", hits);
    }

    #[test]
    fn a_mark_alone_is_found() {
        assert_eq!(found(rule, "ar", "قوات سوريا (قسد تقدمت."), [(11, "AR25", "(")]);
        assert_eq!(found(rule, "ar", "قوات سوريا قسد) تقدمت."), [(14, "AR25", ")")]);
        assert_eq!(found(rule, "ar", "قال «إن الحرب انتهت."), [(4, "AR25", "«")]);
        assert_eq!(found(rule, "ar", "قال إن الحرب انتهت»."), [(18, "AR25", "»")]);
        assert_eq!(found(rule, "ar", "قال \"إن الحرب انتهت."), [(4, "AR25", "\"")]);
        assert_eq!(found(rule, "ar", "قال \"نعم\" ثم \"لا."), [(13, "AR25", "\"")]);
        assert_eq!(found(rule, "ar", "قال إن“ الحرب انتهت."), [(6, "AR25", "“")]);
        assert_eq!(found(rule, "ar", "نسبة [من المجموع."), [(5, "AR25", "[")]);
        assert_eq!(found(rule, "ar", "وصل إلى القاعة 24) نائبًا."), [(17, "AR25", ")")]);
    }

    #[test]
    fn a_pair_the_wrong_way_round_is_turned() {
        assert_eq!(found(rule, "ar", "قال »نعم« ثم مضى."), [(4, "AR25", "»نعم«")]);
        assert_eq!(mended(rule, "ar", "قال »نعم« في )بغداد(."), "قال «نعم» في (بغداد).");
    }

    #[test]
    fn labels_measures_and_long_quotations_pass() {
        silent(
            rule,
            "ar",
            &[
                "أ) الأهداف\nب) الوسائل\n2) النتائج\nهـ) الخاتمة",
                "أولًا) الأهداف؛ ثانيًا) الوسائل ثم ب) النتائج",
                "الأهداف 1) الدعم ثم 2) التمويل",
                "قال «أعلنها \"نصرًا\" (كاملًا)».",
                "شاشة قياسها 32\" في القاعة.",
                "«فقرة أولى.\n\n«فقرة ثانية.\n\n«فقرة ثالثة».",
                "قال “نعم” ثم ”لا“.",
                "العدد    »    كما سبق",
                "شكرًا :)",
                "وصفته ب\" أعظم جمهور \" في المدينة.",
                "\"فقرة أولى.\nفقرة ثانية.\"",
                "(نص يبدأ هنا\nوينتهي هنا).",
                "{a} و`f(` وhttps://x.org/(a",
            ],
        );
    }

    #[test]
    fn brackets_enclose() {
        assert_eq!(between("((أ) (ب)", '(', ')'), [2..4, 7..9]);
    }
}
