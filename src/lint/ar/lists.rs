//! AR14: lists numbered by hand (`1-`, `2)`, `أ-`), which a page numbers by itself.
//!
//! In a document a number counts only with the next one after it; numbers and letters in brackets are references
//! and subparagraphs there, and bullets are its own. A text of an edition is one item: no label or bullet may
//! begin it. Years and dates pass, and so do titles and initials (`د. `, `أ. `).

use std::ops::Range;

use crate::lint::bare::bare;
use crate::lint::token::is_digit;
use crate::lint::{Hit, Kind, Passage, TokenKind};

const ABJAD: &[&str] = &["أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"];

/// A label that may belong to a list.
#[derive(Debug)]
struct Label<'a> {
    /// Its place in the list, from 1.
    place: usize,
    /// Whether it is a letter.
    letter: bool,
    /// What follows it: `-`, `)`.
    mark: &'a str,
    /// Whether it begins a line.
    first: bool,
    range: Range<usize>,
}

/// Reports the first label of each list.
pub(super) fn lists(passage: &Passage, hits: &mut Vec<Hit>) {
    let labels = labels(passage);
    let report = |label: &Label| {
        let message = format!("`{}` numbers a list by hand", passage.slice(label.range.clone()));
        Hit::warning("AR14", label.range.clone(), message)
            .help("make each item a text of its own, without the mark")
    };
    for (at, label) in labels.iter().enumerate().filter(|(_, label)| label.place == 1) {
        let alike = |other: &&Label| {
            other.letter == label.letter && other.mark == label.mark && other.first == label.first
        };
        let next = labels[at + 1..].iter().find(alike);
        if let Some(next) = next.filter(|next| next.place == 2) {
            hits.push(report(label).other(next.range.clone(), "the next item"));
        }
    }
    if passage.kind == Kind::Document || hits.iter().any(|hit| hit.code == "AR14") {
        return;
    }
    let head = |range: &Range<usize>| passage.text[..range.start].trim().is_empty();
    let item = labels.first().filter(|label| head(&label.range));
    match (item, bullet(passage).or_else(|| bracketed(passage))) {
        (Some(item), _) => hits.push(report(item)),
        (None, Some(range)) => {
            let message = format!("`{}` marks a list by hand", passage.slice(range.clone()));
            hits.push(
                Hit::warning("AR14", range, message)
                    .help("make each item a text of its own, without the mark"),
            );
        }
        (None, None) => {}
    }
}

/// The bullet that begins a text, a space and a word after it.
fn bullet(passage: &Passage) -> Option<Range<usize>> {
    let rest = passage.text.trim_start();
    let start = passage.text.len() - rest.len();
    let mark = rest.chars().next().filter(|c| "-*•●▪◦‣■➢✓".contains(*c))?;
    let words = rest[mark.len_utf8()..].strip_prefix([' ', '\u{a0}', '\t'])?;
    opens_words(words).then(|| start..start + mark.len_utf8())
}

/// A number in brackets that begins a text and has no other one after it, a space and a word after it: `(4) دعم`.
fn bracketed(passage: &Passage) -> Option<Range<usize>> {
    let rest = passage.text.trim_start();
    let start = passage.text.len() - rest.len();
    let (label, words) = rest.strip_prefix('(')?.split_once(')')?;
    let number = label.chars().count() <= 2 && !label.is_empty() && label.chars().all(is_digit);
    let alone = !words.contains('(');
    let fits = number && alone;
    let end = start + 1 + label.len() + 1;
    (fits && words.starts_with([' ', '\u{a0}', '\t']) && opens_words(words)).then_some(start..end)
}

fn opens_words(rest: &str) -> bool {
    rest.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '{' | '('))
}

fn labels<'a>(passage: &Passage<'a>) -> Vec<Label<'a>> {
    (0..passage.tokens.len()).filter_map(|at| label(passage, at)).collect()
}

fn label<'a>(passage: &Passage<'a>, at: usize) -> Option<Label<'a>> {
    let token = &passage.tokens[at];
    let first = passage.previous(at).is_none();
    let spaced = at == 0 || matches!(passage.tokens[at - 1].kind, TokenKind::Space | TokenKind::LineEnd);
    let text = passage.of(token);
    let letter = token.kind == TokenKind::Word;
    let place = match token.kind {
        TokenKind::Number if text.chars().all(is_digit) && text.chars().count() <= 2 => value(text)?,
        TokenKind::Word if first => ABJAD.iter().position(|letter| *letter == bare(text))? + 1,
        _ => return None,
    };
    let tight = passage.tokens.get(at + 1).filter(|token| token.kind != TokenKind::Space);
    // `1 - ` as in resolutions.
    let loose =
        || passage.next(at).map(|at| &passage.tokens[at]).filter(|mark| first && passage.of(mark) == "-");
    let mark = tight.or_else(loose)?;
    let shape = passage.of(mark);
    let fits = match shape {
        "-" | "–" | ")" | "ـ" => true,
        "." => first && !letter,
        "/" => first && !letter && passage.kind != Kind::Document,
        _ => false,
    };
    let rest = &passage.text[mark.range.end..];
    let followed =
        rest.starts_with([' ', '\u{a0}', '\t']) || rest.starts_with(crate::lint::script::is_letter);
    let words = opens_words(rest);
    let range = token.range.start..mark.range.end;
    let fits = spaced && fits && followed && words && (1..=50).contains(&place);
    fits.then_some(Label { place, letter, mark: shape, first, range })
}

fn value(digits: &str) -> Option<usize> {
    digits.chars().try_fold(0, |value, c| {
        let digit = if c.is_ascii_digit() { c.to_digit(10)? } else { u32::from(c) & 0xf };
        Some(value * 10 + digit as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Terms;
    use crate::lint::probe::{found, silent};

    #[test]
    fn numbers_of_lists_are_found() {
        assert_eq!(found(lists, "ar", "1- الأهداف\n2- الوسائل\n3- النتائج"), [(0, "AR14", "1-")]);
        assert_eq!(found(lists, "ar", "بنود:\n١) الأهداف\n٢) الوسائل"), [(6, "AR14", "١)")]);
        assert_eq!(found(lists, "ar", "أ- الأهداف\nب- الوسائل"), [(0, "AR14", "أ-")]);
        assert_eq!(found(lists, "ar", "اتفقوا على: 1- الدعم 2- التمويل"), [(12, "AR14", "1-")]);
        assert_eq!(found(lists, "ar", "1 - يقرر المجلس\n\n2 - يطلب"), [(0, "AR14", "1 -")]);
        assert_eq!(found(lists, "ar", "1. الأهداف\n2. الوسائل"), [(0, "AR14", "1.")]);
        assert_eq!(found(lists, "ar", "١ـ الأهداف\n٢ـ الوسائل"), [(0, "AR14", "١ـ")]);
    }

    #[test]
    fn an_item_of_its_own_is_found() {
        for label in ["3-", "3)", "(11)", "ج-", "هـ)", "4/", "-", "•", "*", "٧."] {
            assert_eq!(item(&format!("{label} نتائج المسح")), [label]);
        }
        assert_eq!(item("1- نتائج\n2- وسائل"), ["1-"]);
    }

    /// What is flagged in a text of an edition.
    fn item(text: &str) -> Vec<&str> {
        let terms = Terms::default();
        let mut hits = Vec::new();
        lists(&Passage::new(text, "ar", Kind::Sentences, &terms), &mut hits);
        hits.into_iter().map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn other_beginnings_of_a_text_pass() {
        for text in [
            "د. علي نائبًا",
            "أ. محمد رئيسًا",
            "-5 درجات",
            "(2019) عام الحسم",
            "(أ) أرقام أولية.",
            "(1) أرقام أولية. (2) لا تشمل المخيمات.",
            "(كذا) ورد في الأصل",
            "- ",
            "9/11 يوم لا يُنسى",
            "24/7 خدمة",
            "12 دولة",
            "–",
        ] {
            assert_eq!(item(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn other_numbers_pass() {
        silent(
            lists,
            "ar",
            &[
                "2019- عام الحسم\n2020- عام البناء",
                "كما ورد (1) في المصدر (2).",
                "(أ) الأهداف\n(ب) الوسائل",
                "أ. محمد رئيسًا\nد. علي نائبًا",
                "3- نتائج المسح",
                "قُتل 1 في الأولى. 2 في الثانية.",
                "كوفيد-19 و1-2 و1.5",
                "- بند أول\n- بند ثان",
                "أولًا: الأهداف\nثانيًا: الوسائل",
            ],
        );
    }
}
