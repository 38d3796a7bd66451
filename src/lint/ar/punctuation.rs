//! AR13: Latin `,`, `;` and `?` in Arabic sentences. AR23: spaces around marks.
//!
//! Lines that are mainly Latin and values parted by commas pass.

use crate::lint::script::{after, is_arabic, is_letter, is_mark, line};
use crate::lint::spaces::{Spacing, spaces};
use crate::lint::{Hit, Passage, Token, TokenKind};

/// Looks at each comma, semicolon and question mark.
pub(super) fn marks(passage: &Passage, hits: &mut Vec<Hit>) {
    for (at, token) in passage.tokens.iter().enumerate() {
        let mark = passage.of(token);
        let right = match mark {
            "," => "،",
            ";" => "؛",
            "?" => "؟",
            _ => continue,
        };
        let home = passage.slice(line(passage.text, token.range.start));
        if token.kind != TokenKind::Mark || !is_mainly_arabic(passage, at) {
            continue;
        }
        let Some(left) = passage.previous(at).map(|at| &passage.tokens[at]) else { continue };
        let next = passage.next(at).map(|at| &passage.tokens[at]);
        let arabic_left = passage.of(left).ends_with(|c| is_letter(c) || is_mark(c) || c == '\u{640}');
        let arabic_right = next.is_some_and(|next| is_arabic(passage.of(next)));
        let question = mark == "?" && next.is_none_or(|next| next.kind == TokenKind::Mark);
        let touches = after(passage.text, token.range.end).is_some_and(is_letter);
        let pair =
            matches!(left.kind, TokenKind::Number | TokenKind::Mark) || left.range.end == token.range.start;
        let entity =
            mark == ";" && passage.text[..left.range.end].rsplit('&').next().is_some_and(is_entity_name);
        if !(arabic_left || (arabic_right || question) && pair) || entity || touches && is_values(home) {
            continue;
        }
        let text = if touches && mark != "?" { format!("{right} ") } else { right.to_owned() };
        hits.push(
            Hit::warning("AR13", token.range.clone(), format!("`{mark}` is a Latin mark"))
                .help(format!("write `{right}`"))
                .fix(token.range.clone(), text),
        );
    }
}

/// Reports spaces that are too many or missing.
pub(super) fn spacing(passage: &Passage, hits: &mut Vec<Hit>) {
    const ARABIC: Spacing = Spacing {
        code: "AR23",
        close: "،؛؟!.:,;?)]»",
        open: "([«",
        apart: "،؛؟!.:)]»",
        prefixes: &["وال", "فال", "بال", "كال", "ولل", "فلل", "وبال", "وكال", "أبو", "ابن"],
    };
    spaces(passage, &ARABIC, hits);
}

/// True of a line with more Arabic words than others.
fn is_mainly_arabic(passage: &Passage, at: usize) -> bool {
    let (before, after) = passage.tokens.split_at(at);
    let same = |token: &&Token| token.kind != TokenKind::LineEnd;
    let words = before.iter().rev().take_while(same).chain(after.iter().take_while(same));
    let words = words.filter(|token| token.kind == TokenKind::Word);
    let (arabic, other): (Vec<_>, Vec<_>) = words.partition(|token| is_arabic(passage.of(token)));
    arabic.len() > other.len()
}

fn is_entity_name(rest: &str) -> bool {
    (1..=8).contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// True of `نعم,لا,ربما`: commas without a space, in no sentence.
fn is_values(line: &str) -> bool {
    !line.contains([' ', '\u{a0}'])
        || !line.contains(", ") && !line.trim_end().ends_with(['.', '؟', '!', ':', '»'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn latin_marks_are_found() {
        assert_eq!(found(marks, "ar", "العراق, وسوريا"), [(6, "AR13", ",")]);
        assert_eq!(found(marks, "ar", "متى عادوا?"), [(9, "AR13", "?")]);
        assert_eq!(found(marks, "ar", "عادوا; ثم مضوا"), [(5, "AR13", ";")]);
        assert_eq!(
            found(marks, "ar", "في عام 2019, قال «نعم», ثم مضى"),
            [(11, "AR13", ","), (22, "AR13", ",")]
        );
        assert_eq!(found(marks, "ar", "تنظيم ISIS, وفق المصدر"), [(10, "AR13", ",")]);
        assert_eq!(found(marks, "ar", "عاد {n}, ثم {m}."), [(7, "AR13", ",")]);
        assert_eq!(found(marks, "ar", "العراق,سوريا وتركيا."), [(6, "AR13", ",")]);
    }

    #[test]
    fn marks_of_others_pass() {
        silent(
            marks,
            "ar",
            &[
                "نعم,لا,ربما",
                "منظمات IOM, UNHCR وغيرها",
                "The word كتاب, which means book",
                "بلغ 1,500 شخص في 10, 20",
                "العراق، سوريا؛ متى؟",
                "https://x.org/a?b=1,2",
                "&nbsp;وقال &quot; ثم",
                "كتاب «Yes, we can» الأخير",
            ],
        );
    }

    #[test]
    fn arabic_marks_take_their_place() {
        assert_eq!(
            mended(marks, "ar", "عاد, ثم قال; متى?! العراق,سوريا."),
            "عاد، ثم قال؛ متى؟! العراق، سوريا."
        );
    }

    #[test]
    fn spaces_of_arabic() {
        assert_eq!(
            found(spacing, "ar", "عاد  النازحون ،وقالوا"),
            [(3, "AR23", "  "), (13, "AR23", " "), (14, "AR23", "،")]
        );
        assert_eq!(mended(spacing, "ar", "عاد  النازحون ،وقالوا ( نعم ) ."), "عاد النازحون، وقالوا (نعم).");
        silent(spacing, "ar", &["قال: «نعم»؛ ثم (لا)، بنسبة 95%.", "وال«حشد» وبال(تنظيم السري)"]);
    }
}
