//! TX12: a hyphen, or two, where a dash is meant.
//!
//! Bullets at the start of a line, rules and tables, suspended compounds (`short- and long-term`) and marks
//! between numbers are not dashes.

use std::ops::Range;

use super::super::{Hit, Passage, TokenKind};
use super::ground::{is_arabic, is_latin};

/// Looks at each hyphen between words.
pub(super) fn dashes(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let is_hyphen = |at: usize| passage.tokens.get(at).is_some_and(|token| passage.of(token) == "-");
    let mut at = 0;
    while at < passage.tokens.len() {
        let count = (at..passage.tokens.len()).take_while(|&at| is_hyphen(at)).count();
        if count == 1 || count == 2 {
            run(passage, at, count, hits);
        }
        at += count.max(1);
    }
}

fn run(passage: &Passage, at: usize, count: usize, hits: &mut Vec<Hit>) {
    let last = at + count - 1;
    let (Some(before), Some(after)) = (passage.previous(at), passage.next(last)) else { return };
    let range = passage.tokens[at].range.start..passage.tokens[last].range.end;
    let gap = |from: usize, to: usize| from < to;
    let spaced = (
        gap(passage.tokens[before].range.end, range.start),
        gap(range.end, passage.tokens[after].range.start),
    );
    let kinds = (passage.tokens[before].kind, passage.tokens[after].kind);
    if kinds == (TokenKind::Number, TokenKind::Number) || is_table(passage, range.start) {
        return;
    }
    let words = |at: usize, kind: TokenKind, marks: &str| match kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Slot | TokenKind::Opaque => true,
        // Quotation marks and brackets end words; « - » names the hyphen.
        TokenKind::Mark => marks.contains(passage.of(&passage.tokens[at])),
        TokenKind::Space | TokenKind::LineEnd => false,
    };
    let right = match (count, spaced) {
        (_, (true, true)) => "–",
        (2, (false, false)) if kinds == (TokenKind::Word, TokenKind::Word) && is_prose(passage, &range) => {
            "—"
        }
        _ => return,
    };
    if words(before, kinds.0, ")»”\"’%.!?؟…،") && words(after, kinds.1, "(«“\"‘") {
        hits.push(
            Hit::warning(
                "TX12",
                range.clone(),
                format!("`{}` stands for a dash", passage.slice(range.clone())),
            )
            .help(format!("write a dash: `{right}`"))
            .fix(range, right),
        );
    }
}

/// Whether a glued `--` joins two plain words, not the parts of an address.
fn is_prose(passage: &Passage, range: &Range<usize>) -> bool {
    let before = passage.text[..range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = passage.text[range.end..].split(char::is_whitespace).next().unwrap_or_default();
    let outside = |c: char| !c.is_alphabetic() && !"'’«“\"(),.;:!?»”".contains(c);
    !before.contains(outside) && !after.contains(outside)
}

/// Whether the line is a row of a table or a comment of code.
fn is_table(passage: &Passage, at: usize) -> bool {
    let line = passage.lines().find(|line| line.start <= at && at <= line.end);
    line.is_some_and(|line| {
        let line = passage.slice(line).trim_start();
        line.starts_with(['|', '#', '/', '$', '>']) || line.contains("<!--") || line.contains("-->")
    })
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::dashes;

    #[test]
    fn hyphens_that_stand_for_dashes() {
        assert_eq!(found(dashes, "en", "The group - or what is left"), [(10, "TX12", "-")]);
        assert_eq!(
            mended(dashes, "en", "The group - or more--what is left -- stays"),
            "The group – or more—what is left – stays"
        );
        assert_eq!(
            mended(dashes, "fr", "Le groupe - ou ce qu’il en reste - demeure"),
            "Le groupe – ou ce qu’il en reste – demeure"
        );
        assert_eq!(mended(dashes, "tr", "Ankara - Bağdat"), "Ankara – Bağdat");
        assert_eq!(found(dashes, "fa", "بغداد - تهران"), [(6, "TX12", "-")]);
        assert_eq!(mended(dashes, "ckb", "هەولێر - {place}"), "هەولێر – {place}");
        assert_eq!(
            mended(dashes, "en", "in Raqqa (Syria) - in June 2018 - it"),
            "in Raqqa (Syria) – in June 2018 – it"
        );
    }

    #[test]
    fn hyphens_that_are_hyphens() {
        silent(
            dashes,
            "en",
            &[
                "- an item",
                "well-known, short- and long-term",
                "pre -war",
                "-----",
                "a --- b",
                "5 - 3",
                "| a - b |",
                "`a - b`",
                "the group – or what is left",
                "text\n- item\n- item",
                "run `mujaz --help` or --strict",
                "[with-the--operator]",
                "the marks “ - ” and (, -, _)",
            ],
        );
        silent(dashes, "fr", &["peut-être", "pré- et post-conflit", "A-t-il"]);
        silent(dashes, "fa", &["علمی-فرهنگی", "– نه"]);
    }
}
