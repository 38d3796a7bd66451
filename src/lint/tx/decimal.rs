//! TX04: the decimal mark. French and Turkish write 3,5, English 3.5, native digits of Persian and Sorani ۳٫۵.
//!
//! Only before a word or sign that a version, a time or a clause cannot have after it: million, per cent, km.

use super::super::quotation::{quotations, within};
use super::super::token::is_digit;
use super::super::{Hit, Passage, TokenKind};
use super::ground::{System, is_arabic, is_latin, lower, one_system};

/// Words and signs that follow a quantity.
const AFTER: [(&str, &[&str]); 5] = [
    (
        "en",
        &["million", "millions", "billion", "trillion", "thousand", "%", "percent", "per", "km", "km²", "kg"],
    ),
    ("fr", &["million", "millions", "milliard", "milliards", "%", "pour", "km", "km²", "kg"]),
    ("tr", &["milyon", "milyar", "trilyon", "bin", "km", "km²", "kg"]),
    ("fa", &["میلیون", "میلیارد", "تریلیون", "هزار", "درصد", "٪", "%", "کیلومتر"]),
    ("ckb", &["ملیۆن", "میلیۆن", "ملیار", "میلیار", "هەزار", "٪", "%", "کیلۆمەتر"]),
];

/// Looks at each number with one mark and one or two digits after it.
pub(super) fn decimal(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let quoted = quotations(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Number || within(&quoted, &token.range) || !is_quantity(passage, at) {
            continue;
        }
        let number = passage.of(token);
        let (Some(mark), Some(system)) = (only_mark(number), one_system(number)) else { continue };
        let right = match (passage.lang, system) {
            ("fr" | "tr", _) => ',',
            ("fa" | "ckb", System::Arabic | System::Persian) => '٫',
            _ => '.',
        };
        // Between native digits a slash is a decimal mark too, of older Persian.
        let confused = matches!(mark, '.' | ',' | '،' | '٫' | 'ر');
        if mark != right && confused {
            let written = number.replace(mark, &right.to_string());
            hits.push(
                Hit::warning("TX04", token.range.clone(), format!("`{number}` is written `{written}`"))
                    .label("not the decimal mark of this language")
                    .help(format!("write the decimal mark `{right}`"))
                    .fix(token.range.clone(), written),
            );
        }
    }
}

/// The mark of a number of one to three digits, a mark and one or two digits.
fn only_mark(number: &str) -> Option<char> {
    let at = number.find(|c: char| !is_digit(c))?;
    let mark = number[at..].chars().next()?;
    let (whole, part) = (&number[..at], &number[at + mark.len_utf8()..]);
    let counted = |digits: &str| digits.chars().all(is_digit).then(|| digits.chars().count());
    (matches!(counted(whole)?, 1..=3) && matches!(counted(part)?, 1..=2)).then_some(mark)
}

fn is_quantity(passage: &Passage, at: usize) -> bool {
    let Some((_, words)) = AFTER.iter().find(|(lang, _)| *lang == passage.lang) else { return false };
    let text = |at: usize| lower(passage.of(&passage.tokens[at]), passage.lang);
    let next = passage.next(at);
    let after = next.map(text).unwrap_or_default();
    let second = next.and_then(|next| passage.next(next)).map(text).unwrap_or_default();
    let whole = match after.as_str() {
        "per" | "pour" => second == "cent",
        _ => true,
    };
    let sign_before = passage.lang == "tr" && passage.text[..passage.tokens[at].range.start].ends_with('%');
    // Turkish and Sorani endings follow the word, with or without an apostrophe.
    let ending = |word: &str| match passage.lang {
        "tr" => after.split(['\'', '’']).next() == Some(word),
        "ckb" => after.starts_with(word),
        _ => after == word,
    };
    whole && words.iter().any(|word| ending(word)) || sign_before
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::decimal;

    #[test]
    fn the_mark_of_another_language() {
        assert_eq!(found(decimal, "fr", "Soit 3.5 millions de personnes."), [(5, "TX04", "3.5")]);
        assert_eq!(
            mended(decimal, "fr", "3.5 millions, 2.25 %, 1.5 pour cent"),
            "3,5 millions, 2,25 %, 1,5 pour cent"
        );
        assert_eq!(found(decimal, "en", "Some 7,7 million people."), [(5, "TX04", "7,7")]);
        assert_eq!(
            mended(decimal, "en", "7,7 million, 3,5% and 3,5 per cent"),
            "7.7 million, 3.5% and 3.5 per cent"
        );
        assert_eq!(
            mended(decimal, "tr", "3.5 milyon, %3.5, 2.5 milyar'dan"),
            "3,5 milyon, %3,5, 2,5 milyar'dan"
        );
        assert_eq!(mended(decimal, "fa", "۳.۵ میلیون و ۷،۷ درصد"), "۳٫۵ میلیون و ۷٫۷ درصد");
        assert_eq!(mended(decimal, "ckb", "٣,٥ ملیۆن"), "٣٫٥ ملیۆن");
        assert_eq!(mended(decimal, "fa", "3ر3 میلیون"), "3.3 میلیون");
    }

    #[test]
    fn versions_times_thousands_and_clauses() {
        silent(
            decimal,
            "fr",
            &["3,5 millions", "la section 3.5", "à 18.30", "3.500 millions", "le 3.5.2019"],
        );
        silent(
            decimal,
            "en",
            &["7.7 million", "In 2017,7 million people", "7,700 people", "3,5", "1,5 or so"],
        );
        silent(decimal, "tr", &["3,5 milyon", "3.500 bin", "saat 18.30", "2.5 sürümü"]);
        silent(decimal, "fa", &["۳٫۵ میلیون", "۳/۵ میلیون", "3.5 میلیون", "«۳.۵ میلیون»"]);
        silent(decimal, "ckb", &["٣٫٥ ملیۆن", "3.5 ملیۆن"]);
    }
}
