//! TX13 in Persian and Sorani: a Latin comma, semicolon or question mark after words in Arabic letters.

use super::super::script;
use super::super::{Hit, Passage, TokenKind};
use super::ground::{is_arabic, text_of};

/// Looks at each Latin mark.
pub(super) fn commas(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_arabic(passage.lang) {
        return;
    }
    for (at, token) in passage.tokens.iter().enumerate() {
        let right = match passage.of(token) {
            "," => "،",
            ";" => "؛",
            "?" => "؟",
            _ => continue,
        };
        let ends = passage.text[token.range.end..]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || "»)]!؟?.…”\"".contains(c));
        let arabic = |at| text_of(passage, at, TokenKind::Word).is_some_and(script::is_arabic);
        let before = at.checked_sub(1);
        // After a placeholder or a closing mark the next word tells the language.
        let neutral = before.is_some_and(|before| {
            let token = &passage.tokens[before];
            token.kind == TokenKind::Slot || matches!(passage.of(token), ")" | "»" | "]" | "”")
        });
        if token.kind == TokenKind::Mark && ends && (arabic(before) || neutral && arabic(passage.next(at))) {
            let mark = passage.of(token);
            hits.push(
                Hit::warning("TX13", token.range.clone(), format!("`{mark}` is a Latin mark"))
                    .help(format!("write `{right}`"))
                    .fix(token.range.clone(), right),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::commas;

    #[test]
    fn latin_marks_after_arabic_letters() {
        assert_eq!(found(commas, "fa", "کشورها, سازمان‌ها"), [(6, "TX13", ",")]);
        assert_eq!(
            mended(commas, "fa", "چرا? آرام بود; بیابان نه, (عراق), اما"),
            "چرا؟ آرام بود؛ بیابان نه، (عراق)، اما"
        );
        assert_eq!(found(commas, "ckb", "ئارام بوون; بیابان"), [(10, "TX13", ";")]);
        assert_eq!(mended(commas, "ckb", "بۆچی? {n}, هەموو"), "بۆچی؟ {n}، هەموو");
        assert_eq!(mended(commas, "fa", "«بله», گفت"), "«بله»، گفت");
    }

    #[test]
    fn marks_of_other_words() {
        silent(
            commas,
            "fa",
            &["کشورها، سازمان‌ها؛ چرا؟", "بله,خیر", "ISIS, ISIL", "1,000 نفر", "{a}, {b}", "http://a.ir/?x"],
        );
        silent(commas, "ckb", &["ئارام بوون؛ بیابان، بۆچی؟"]);
        silent(commas, "en", &["Iraq, Syria; why?", "عراق, Syria"]);
    }
}
