//! TX24: the number of a resolution or decision grouped as if it counted something: resolution 2,254.

use std::ops::Range;

use super::super::quotation::{quotations, within};
use super::super::token::is_digit;
use super::super::{Hit, Passage, TokenKind};
use super::ground::{lower, of_kind, text_of};

/// Words before the number of a document.
const BEFORE: [(&str, &[&str]); 4] = [
    ("en", &["resolution", "decree", "decision"]),
    ("fr", &["résolution", "décret", "décision"]),
    ("fa", &["قطعنامه", "قطعنامهٔ", "قطعنامه\u{200c}ی"]),
    ("ckb", &["بڕیاری"]),
];

/// Looks at each number beside such a word.
pub(super) fn identifiers(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Number || within(&quoted, &token.range) || !is_named(passage, at) {
            continue;
        }
        if let Some(range) = grouped(passage, at) {
            let number = passage.slice(range.clone());
            let plain: String = number.chars().filter(|c| is_digit(*c)).collect();
            hits.push(
                Hit::warning("TX24", range.clone(), format!("`{number}` is written `{plain}`"))
                    .label("the number of a document, not a count")
                    .help("write the number of a document without marks between its digits")
                    .fix(range, plain),
            );
        }
    }
}

/// Whether the number names a document: `resolution 2254`, `2254 sayılı karar`.
fn is_named(passage: &Passage, at: usize) -> bool {
    if passage.lang == "tr" {
        return text_of(passage, passage.next(at), TokenKind::Word) == Some("sayılı");
    }
    let word = text_of(passage, passage.previous(at), TokenKind::Word).map(|word| lower(word, passage.lang));
    let known = BEFORE.iter().find(|(lang, _)| *lang == passage.lang);
    known.is_some_and(|(_, words)| word.is_some_and(|word| words.contains(&word.as_str())))
}

/// One or two digits, a mark or a space, three digits.
fn grouped(passage: &Passage, at: usize) -> Option<Range<usize>> {
    let token = &passage.tokens[at];
    let number = passage.of(token);
    let digits = |text: &str| text.chars().all(is_digit).then(|| text.chars().count());
    if matches!(digits(number), Some(1..=2)) {
        let next = of_kind(passage, passage.next(at), TokenKind::Number)?;
        let gap = passage.slice(token.range.end..next.range.start);
        let one = gap.chars().count() == 1 && passage.lang == "fr" && digits(passage.of(next)) == Some(3);
        return one.then_some(token.range.start..next.range.end);
    }
    let at = number.find([',', '.', '٬', '،'])?;
    let mark = number[at..].chars().next()?;
    let parts = (digits(&number[..at])?, digits(&number[at + mark.len_utf8()..])?);
    (matches!(parts.0, 1..=2) && parts.1 == 3).then_some(token.range.clone())
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::identifiers;

    #[test]
    fn names_that_look_like_counts() {
        assert_eq!(found(identifiers, "en", "under resolution 2,254 of 2015"), [(17, "TX24", "2,254")]);
        assert_eq!(mended(identifiers, "en", "Resolution 2,254"), "Resolution 2254");
        assert_eq!(mended(identifiers, "fr", "la résolution 2\u{a0}254 (2015)"), "la résolution 2254 (2015)");
        assert_eq!(mended(identifiers, "tr", "2.254 sayılı karar"), "2254 sayılı karar");
        assert_eq!(mended(identifiers, "fa", "قطعنامهٔ ۲٬۲۵۴"), "قطعنامهٔ ۲۲۵۴");
        assert_eq!(mended(identifiers, "ckb", "بڕیاری ٢,٢٥٤"), "بڕیاری ٢٢٥٤");
    }

    #[test]
    fn counts_and_plain_names() {
        silent(
            identifiers,
            "en",
            &["resolution 2254", "2,254 schools", "a decision 2.5 years on", "“resolution 2,254”"],
        );
        silent(identifiers, "fr", &["la résolution 2254", "2 254 écoles", "la décision 12, 500 voix"]);
        silent(identifiers, "tr", &["2254 sayılı karar", "2.254 okul"]);
        silent(identifiers, "fa", &["۲٬۲۵۴ مدرسه"]);
        silent(identifiers, "ckb", &["٢,٢٥٤ قوتابخانە"]);
    }
}
