//! AR11: straight quotation marks around Arabic words.
//!
//! Quotations in Latin letters, inches and marks without partner (AR25) pass.

use crate::lint::pairs::between;
use crate::lint::script::{after, before, is_arabic, is_letter, is_mark, line};
use crate::lint::straight::{closes, opens, straight};
use crate::lint::{Hit, Passage, TokenKind};

/// Reports both marks of a quotation.
pub(super) fn quotes(passage: &Passage, hits: &mut Vec<Hit>) {
    let pairs = straight(passage).into_iter().filter_map(|(open, close)| Some((open, close?)));
    let outer = between(passage.text, '«', '»');
    for (open, close) in pairs.chain(single(passage)) {
        let inside = open + 1..close;
        let slot =
            passage.tokens.iter().any(|t| t.kind == TokenKind::Slot && inside.contains(&t.range.start));
        if !(slot || is_arabic(passage.slice(inside))) {
            continue;
        }
        let nested = outer.iter().any(|range| range.contains(&open) && range.contains(&close));
        let (left, right) = if nested { ("“", "”") } else { ("«", "»") };
        // Marks that touch the wrong words may belong to other quotations.
        let certain = !closes(passage.text, open) && !opens(passage.text, close);
        for (at, mark) in [(open, left), (close, right)] {
            let hit = Hit::warning("AR11", at..at + 1, "a straight quotation mark")
                .help(format!("write `{left}` before the words and `{right}` after them"));
            hits.push(if certain { hit.fix(at..at + 1, mark) } else { hit });
        }
    }
}

/// Pairs of single straight marks around Arabic words on one line.
fn single(passage: &Passage) -> Vec<(usize, usize)> {
    let text = passage.text;
    let arabic = |c: Option<char>| c.is_some_and(|c| is_letter(c) || is_mark(c));
    let free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || ".,،؛:!؟()«»".contains(c));
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Mark && passage.of(t) == "'") {
        let at = token.range.start;
        let (left, right) = (before(text, at), after(text, at + 1));
        if free(left) && arabic(right) {
            open = Some(at);
        } else if arabic(left) && free(right) {
            let start = open.take().filter(|start| line(text, *start) == line(text, at));
            found.extend(start.map(|start| (start, at)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn straight_marks_are_found() {
        assert_eq!(found(quotes, "ar", "تنظيم \"داعش\" تراجع"), [(6, "AR11", "\""), (11, "AR11", "\"")]);
        assert_eq!(found(quotes, "ar", "تنظيم 'داعش'."), [(6, "AR11", "'"), (11, "AR11", "'")]);
        assert_eq!(found(quotes, "ar", "الـ\"حشد\""), [(3, "AR11", "\""), (7, "AR11", "\"")]);
        assert_eq!(found(quotes, "ar", "وقال: \"انتهت الحرب.\""), [(6, "AR11", "\""), (19, "AR11", "\"")]);
        assert_eq!(found(quotes, "ar", "قال \"{n} قتيلًا\""), [(4, "AR11", "\""), (15, "AR11", "\"")]);
    }

    #[test]
    fn other_marks_pass() {
        silent(
            quotes,
            "ar",
            &[
                "عملية \"Inherent Resolve\" مستمرة",
                "شاشة 32\" وأخرى 55\"",
                "قال «نعم» ثم “لا”",
                "قال \"نعم ثم مضى",
                "مدينة Sana'a وصنعاء'",
                "`\"كتاب\"`",
            ],
        );
    }

    #[test]
    fn guillemets_take_their_place() {
        assert_eq!(
            mended(quotes, "ar", "قال \"نعم\" و'لا' و«أعلنها \"نصرًا\"»."),
            "قال «نعم» و'لا' و«أعلنها “نصرًا”»."
        );
        assert_eq!(mended(quotes, "ar", "وصفته ب\" أعظم \" ما"), "وصفته ب\" أعظم \" ما");
        assert_eq!(mended(quotes, "ar", "تنظيم 'داعش' و\"الحشد\""), "تنظيم «داعش» و«الحشد»");
    }
}
