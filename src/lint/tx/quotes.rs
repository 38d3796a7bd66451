//! TX11: straight quotation marks, and straight apostrophes in French words.
//!
//! English and Turkish apostrophes are reported only where a paragraph has both shapes. Feet, inches and single
//! quotation marks are left alone.

use std::ops::Range;

use super::super::pairs::between;
use super::super::straight::{closes, opens, straight};
use super::super::{Hit, Passage, Token, TokenKind};
use super::ground::{is_arabic, is_latin};

/// Looks at each straight mark.
pub(super) fn quotes(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    for line in passage.lines() {
        if is_latin(passage.lang) {
            apostrophes(passage, &line, hits);
        }
    }
    quotations(passage, hits);
}

/// The marks of a language, opening and closing: the mark, the one inside a quotation, and the outer one with
/// the space that belongs to it.
fn marks(lang: &str) -> ((char, &'static str, &'static str), (char, &'static str, &'static str)) {
    match lang {
        "fr" => (('«', "“", "«\u{a0}"), ('»', "”", "\u{a0}»")),
        "fa" | "ckb" => (('«', "“", "«"), ('»', "”", "»")),
        _ => (('“', "‘", "“"), ('”', "’", "”")),
    }
}

/// Quotations between straight marks; a mark without its partner is TX25.
fn quotations(passage: &Passage, hits: &mut Vec<Hit>) {
    let (open, close) = marks(passage.lang);
    let outer = between(passage.text, open.0, close.0);
    for (from, to) in straight(passage).into_iter().filter_map(|(from, to)| Some((from, to?))) {
        let nested = outer.iter().any(|range| range.contains(&from) && range.contains(&to));
        let (left, right) = if nested { (open.1, close.1) } else { (open.2, close.2) };
        // Marks that touch the wrong words may belong to other quotations.
        let certain = !closes(passage.text, from) && !opens(passage.text, to);
        for (at, mark) in [(from, left), (to, right)] {
            let hit = straight_mark(at, left, right);
            hits.push(if certain { hit.fix(at..at + 1, mark) } else { hit });
        }
    }
}

fn straight_mark(at: usize, open: &str, close: &str) -> Hit {
    Hit::warning("TX11", at..at + 1, "a straight quotation mark")
        .help(format!("write `{open}` before the words and `{close}` after them"))
}

fn apostrophes(passage: &Passage, line: &Range<usize>, hits: &mut Vec<Hit>) {
    let inside = |token: &&Token| token.kind == TokenKind::Word && line.contains(&token.range.start);
    let words = || passage.tokens.iter().filter(inside);
    let curly = words().any(|token| passage.of(token).contains('’'));
    if passage.lang != "fr" && !curly {
        return;
    }
    for word in words() {
        for (at, _) in passage.of(word).match_indices('\'') {
            let at = word.range.start + at;
            hits.push(apostrophe(passage, word.range.clone(), at));
        }
        // L'{place}, d'"eau": the mark ends the token.
        let tail = word.range.end;
        let elided = passage.lang == "fr" && ELIDED.contains(&&*passage.of(word).to_lowercase());
        let follows = passage.text[tail..].strip_prefix('\'').and_then(|rest| rest.chars().next());
        if elided
            && follows
                .is_some_and(|c| c == '{' || c == '«' || c == '“' || c == '"' || c.is_ascii_alphanumeric())
        {
            hits.push(apostrophe(passage, word.range.start..tail + 1, tail));
        }
    }
}

fn apostrophe(passage: &Passage, range: Range<usize>, at: usize) -> Hit {
    Hit::warning("TX11", range.clone(), format!("`{}` has a straight apostrophe", passage.slice(range)))
        .help("write `’`")
        .fix(at..at + 1, "’")
}

/// French words that lose their vowel.
const ELIDED: &[&str] = &["l", "d", "j", "m", "n", "s", "t", "c", "qu", "lorsqu", "puisqu", "jusqu"];

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::quotes;

    #[test]
    fn straight_marks() {
        assert_eq!(found(quotes, "en", "He said \"no\"."), [(8, "TX11", "\""), (11, "TX11", "\"")]);
        assert_eq!(mended(quotes, "en", "He (\"Ali\") said \"no\"."), "He (“Ali”) said “no”.");
        assert_eq!(mended(quotes, "fr", "Il a dit \"non\"."), "Il a dit «\u{a0}non\u{a0}».");
        assert_eq!(mended(quotes, "tr", "\"Hayır\" dedi."), "“Hayır” dedi.");
        assert_eq!(mended(quotes, "fa", "گفت \"نه\"."), "گفت «نه».");
        assert_eq!(mended(quotes, "ckb", "وتی \"نا\" و \"بەڵێ\"."), "وتی «نا» و «بەڵێ».");
        assert_eq!(found(quotes, "fr", "«\u{a0}le \"plan\"\u{a0}»"), [(5, "TX11", "\""), (10, "TX11", "\"")]);
        assert_eq!(mended(quotes, "fr", "«\u{a0}le \"plan\"\u{a0}»"), "«\u{a0}le “plan”\u{a0}»");
    }

    #[test]
    fn straight_apostrophes() {
        assert_eq!(found(quotes, "fr", "Dans l'État"), [(5, "TX11", "l'État")]);
        assert_eq!(
            mended(quotes, "fr", "L'appel d'aujourd'hui, l'{org} et d'\"eau\""),
            "L’appel d’aujourd’hui, l’{org} et d’«\u{a0}eau\u{a0}»"
        );
        assert_eq!(mended(quotes, "en", "The group's and the line’s"), "The group’s and the line’s");
        assert_eq!(mended(quotes, "tr", "Irak'ta ve Suriye’de"), "Irak’ta ve Suriye’de");
    }

    #[test]
    fn marks_that_are_right_or_something_else() {
        silent(
            quotes,
            "en",
            &[
                "He said “no”.",
                "He said \"no.",
                "The Coalition's partners don't",
                "a 5\" pipe and a 6'2\" man",
                "the researchers' work",
                "`say \"no\"`",
                "'no', he said",
            ],
        );
        silent(
            quotes,
            "fr",
            &["Il a dit «\u{a0}non\u{a0}».", "L’État d’aujourd’hui", "l’«\u{a0}État\u{a0}»"],
        );
        silent(quotes, "tr", &["“Hayır” dedi.", "Irak'ta ve Suriye'de", "Irak’ta"]);
        silent(quotes, "fa", &["گفت «نه»."]);
        silent(quotes, "ckb", &["وتی «نا»."]);
    }
}
