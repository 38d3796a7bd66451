//! AR04: a decimal mark that can be read as something else: `3ر3`, and a comma before a scale or a unit.
//!
//! Without such a word after it, `3,3` may be a list of two numbers and passes.

use super::digits::{System, system_of};
use crate::lint::bare::bare;
use crate::lint::{Hit, Passage, Token, TokenKind};

/// What is counted in decimals.
const COUNTED: &[&str] = &[
    "ألف",
    "آلاف",
    "مليون",
    "مليونا",
    "ملايين",
    "مليار",
    "مليارا",
    "مليارات",
    "بليون",
    "بلايين",
    "تريليون",
    "تريليونات",
    "بالمئة",
    "بالمائة",
    "نقطة",
    "درجة",
    "درجات",
    "كيلومتر",
    "كيلومترات",
    "كيلومترا",
    "كم",
    "متر",
    "أمتار",
    "مترا",
    "طن",
    "أطنان",
    "كيلوغرام",
    "كغ",
    "كيلوغرامات",
    "لتر",
    "هكتار",
    "هكتارات",
    "ميغاواط",
    "دولار",
    "دولارات",
    "دينار",
    "يورو",
    "ريال",
    "درهم",
    "ليرة",
    "جنيه",
];

/// Looks at the mark inside each number.
pub(super) fn decimal(passage: &Passage, hits: &mut Vec<Hit>) {
    for (at, token) in passage.tokens.iter().enumerate() {
        let number = passage.of(token);
        let Some((whole, mark, part)) = (token.kind == TokenKind::Number).then(|| split(number)).flatten()
        else {
            continue;
        };
        let ambiguous = match mark {
            'ر' => true,
            _ => part.chars().count() <= 2 && is_counted(passage, at),
        };
        if !ambiguous {
            continue;
        }
        let right = match system_of(number) {
            Some(System::Arabic | System::Persian) => '٫',
            _ => '.',
        };
        let written = format!("{whole}{right}{part}");
        let message = format!("`{number}` is written `{written}`");
        let hit = Hit::warning("AR04", token.range.clone(), message)
            .label("can be read as something else than a decimal")
            .help(format!("write the decimal mark `{right}`"));
        let thousands = part.chars().count() == 3;
        // A comma may be what the house wants with European digits, unless the text has points too.
        let certain = !thousands && (mark == 'ر' || right == '٫' || has_points(passage));
        hits.push(if certain { hit.fix(token.range.clone(), written) } else { hit });
    }
}

/// The parts of a number with a single mark of the doubtful kinds.
fn split(number: &str) -> Option<(&str, char, &str)> {
    let (at, mark) = number.char_indices().find(|(_, c)| !crate::lint::token::is_digit(*c))?;
    let (whole, part) = (&number[..at], &number[at + mark.len_utf8()..]);
    let doubtful = matches!(mark, 'ر' | ',' | '،') && part.chars().all(crate::lint::token::is_digit);
    (doubtful && whole.chars().count() <= 3).then_some((whole, mark, part))
}

/// True of a number before a scale, a unit or a percent.
fn is_counted(passage: &Passage, at: usize) -> bool {
    let text = |at: usize| bare(passage.of(&passage.tokens[at]));
    let Some(next) = passage.next(at) else { return false };
    match text(next).as_str() {
        "%" | "٪" => true,
        "في" => passage.next(next).is_some_and(|next| matches!(text(next).as_str(), "المئة" | "المائة")),
        word => COUNTED.contains(&word),
    }
}

/// True of a text with decimal points.
fn has_points(passage: &Passage) -> bool {
    let point = |token: &Token| {
        let parts: Vec<&str> = passage.of(token).split('.').collect();
        let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
        parts.len() == 2 && parts.iter().all(digits) && parts[1].len() <= 2
    };
    passage.tokens.iter().any(|token| token.kind == TokenKind::Number && point(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn doubtful_marks_are_found() {
        assert_eq!(found(decimal, "ar", "بلغ 3ر3 مليون"), [(4, "AR04", "3ر3")]);
        assert_eq!(found(decimal, "ar", "بلغ 3,3 مليون"), [(4, "AR04", "3,3")]);
        assert_eq!(found(decimal, "ar", "بنسبة ٧٥،٥ في المئة"), [(6, "AR04", "٧٥،٥")]);
        assert_eq!(found(decimal, "ar", "بنسبة ٧٥,٥٪"), [(6, "AR04", "٧٥,٥")]);
        assert_eq!(found(decimal, "ar", "ومساحتها 12ر045 كم"), [(9, "AR04", "12ر045")]);
    }

    #[test]
    fn other_marks_pass() {
        silent(
            decimal,
            "ar",
            &[
                "بلغ 3.3 مليون و٣٫٣ مليون",
                "نزح 1,500 شخص و1,500,000",
                "المادتان 3,4 من النظام",
                "البنود ٣،٤",
                "في 20/11/2017 عند 18:00",
                "بلغ {n} مليون",
                "نحو 7,700 دولار",
            ],
        );
    }

    #[test]
    fn one_reading_is_written() {
        assert_eq!(mended(decimal, "ar", "3ر3 و٣ر٣ و12ر045"), "3.3 و٣٫٣ و12ر045");
        assert_eq!(mended(decimal, "ar", "٧،٥ مليون"), "٧٫٥ مليون");
        assert_eq!(mended(decimal, "ar", "7,5 مليون ثم 8.2 مليون"), "7.5 مليون ثم 8.2 مليون");
        assert_eq!(mended(decimal, "ar", "7,5 مليون"), "7,5 مليون");
    }
}
