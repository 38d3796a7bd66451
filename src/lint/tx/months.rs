//! TX18: months and days with the wrong first letter: small in French, capital in English, capital in Turkish
//! where a day and a year make a date.
//!
//! Only inside a date, where the word cannot be a name, a feast (`le 14 Juillet`) or another word (`may`).

use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::ground::{capital, lower, text_of};

const ENGLISH: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const ENGLISH_DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const FRENCH: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const FRENCH_DAYS: &[&str] = &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const TURKISH: &[&str] = &[
    "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
    "aralık",
];

/// Looks at each name of a month or day.
pub(super) fn months(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || within(&quoted, &token.range) {
            continue;
        }
        let word = passage.of(token);
        let small = lower(word, passage.lang);
        let title = capital(&small, passage.lang);
        let right = match passage.lang {
            "en" if word == small && english(passage, at, &small) => title,
            "fr" if word == title && french(passage, at, &small) => small,
            "tr" if word == small && TURKISH.contains(&word) && dated(passage, at) => title,
            _ => continue,
        };
        hits.push(
            Hit::warning("TX18", token.range.clone(), format!("`{word}` is written `{right}`"))
                .help("write months and days as the language does")
                .fix(token.range.clone(), right),
        );
    }
}

/// A number of one or two digits that can be a day.
fn is_day(number: Option<&str>) -> bool {
    number.is_some_and(|number| number.parse().is_ok_and(|day: u32| (1..=31).contains(&day)))
}

/// A number of four digits that can be a year.
fn is_year(number: Option<&str>) -> bool {
    number.is_some_and(|number| {
        number.len() == 4 && number.parse().is_ok_and(|year: u32| (1000..2200).contains(&year))
    })
}

/// A day before and a year after.
fn dated(passage: &Passage, at: usize) -> bool {
    let number = |at| text_of(passage, at, TokenKind::Number);
    is_day(number(passage.previous(at))) && is_year(number(passage.next(at)))
}

/// `june` alone is the month; `may`, `march` and `august` need a date around them, and a rifle is an `AK`.
fn english(passage: &Passage, at: usize, word: &str) -> bool {
    let glued = |mark: &[char]| {
        let range = passage.tokens[at].range.clone();
        passage.text[..range.start].ends_with(mark) || passage.text[range.end..].starts_with(mark)
    };
    if glued(&['-', '_', '/', '.', '@', '#'])
        && !passage.text[passage.tokens[at].range.end..].starts_with(['.'])
    {
        return false;
    }
    match word {
        "may" | "march" | "august" => dated(passage, at),
        _ => ENGLISH.contains(&word) || ENGLISH_DAYS.contains(&word),
    }
}

/// A capital inside a sentence: `15 Juin 2018`, `en Juin 2018`, `le Lundi 15`.
fn french(passage: &Passage, at: usize, word: &str) -> bool {
    let number = |at| text_of(passage, at, TokenKind::Number);
    let after = number(passage.next(at));
    let before = text_of(passage, passage.previous(at), TokenKind::Word);
    if FRENCH.contains(&word) {
        let led = before
            .is_some_and(|word| matches!(word, "en" | "de" | "depuis" | "dès" | "fin" | "début" | "mi"));
        return is_year(after) && (is_day(number(passage.previous(at))) || led);
    }
    FRENCH_DAYS.contains(&word) && is_day(after) && matches!(before, Some("le" | "du" | "au" | "ce"))
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::months;

    #[test]
    fn the_wrong_first_letter() {
        assert_eq!(found(months, "fr", "le 15 Juin 2018"), [(6, "TX18", "Juin")]);
        assert_eq!(
            mended(months, "fr", "le Lundi 15 Juin 2018, en Août 2019"),
            "le lundi 15 juin 2018, en août 2019"
        );
        assert_eq!(
            found(months, "en", "in june and on monday"),
            [(3, "TX18", "june"), (15, "TX18", "monday")]
        );
        assert_eq!(mended(months, "en", "15 may 2018, by october."), "15 May 2018, by October.");
        assert_eq!(found(months, "tr", "15 haziran 2025"), [(3, "TX18", "haziran")]);
        assert_eq!(mended(months, "tr", "3 ağustos 2014 günü"), "3 Ağustos 2014 günü");
    }

    #[test]
    fn words_names_and_feasts() {
        silent(
            months,
            "fr",
            &[
                "le 15 juin 2018",
                "Juin 2018",
                "le 14 Juillet",
                "Mars est une planète.",
                "« en Juin 2018 »",
                "Mme Avril",
            ],
        );
        silent(months, "en", &["It may march on.", "an august body", "June 2018", "june-bug", "“in june”"]);
        silent(months, "tr", &["haziran ayında", "15 Haziran 2025", "2018 yılının mart ayı"]);
        silent(months, "fa", &["۱۵ ژوئن ۲۰۲۵"]);
        silent(months, "ckb", &["١٥ی حوزەیران"]);
    }
}
