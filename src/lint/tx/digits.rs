//! TX02: two systems of digits in one text.

use super::super::quotation::{quotations, within};
use super::super::{Hit, Kind, Passage, Token, TokenKind};
use super::ground::{System, is_arabic, is_latin, one_system, system};

/// Reports the numbers of the rarer system; in a document each line is a text.
pub(super) fn digits(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let quoted = quotations(passage);
    let numbers: Vec<&Token> = passage
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Number && !within(&quoted, &token.range))
        .collect();
    for number in numbers.iter().filter(|number| one_system(passage.of(number)).is_none()) {
        hits.push(
            Hit::error(
                "TX02",
                number.range.clone(),
                format!("`{}` has two kinds of digits", passage.of(number)),
            )
            .help("write the number with one kind of digits"),
        );
    }
    match passage.kind {
        Kind::Line | Kind::Sentences => mixed(passage, &numbers, hits),
        Kind::Document => {
            for line in passage.lines() {
                let inside =
                    |number: &&&Token| line.start <= number.range.start && number.range.end <= line.end;
                mixed(passage, &numbers.iter().filter(inside).copied().collect::<Vec<_>>(), hits);
            }
        }
    }
}

fn mixed(passage: &Passage, numbers: &[&Token], hits: &mut Vec<Hit>) {
    let pure: Vec<(&Token, System)> =
        numbers.iter().filter_map(|number| Some((*number, one_system(passage.of(number))?))).collect();
    let count = |wanted: System| pure.iter().filter(|(_, system)| *system == wanted).count();
    let Some(&(_, first)) = pure.first() else { return };
    // The system of most numbers; of the first among equals.
    let most =
        pure.iter().map(|&(_, system)| system).fold(first, |most, next| match count(next) > count(most) {
            true => next,
            false => most,
        });
    let Some((example, _)) = pure.iter().find(|(_, system)| *system == most) else { return };
    for (number, of) in pure.iter().filter(|(_, system)| *system != most) {
        let words = passage.of(number);
        let hit = Hit::error(
            "TX02",
            number.range.clone(),
            format!("`{words}` has other digits than the text around it"),
        )
        .other(example.range.clone(), "these digits")
        .help("write all numbers of a text with one kind of digits");
        // ٤ and ۴ are one digit in two alphabets; European ones bring other marks and another order.
        hits.push(match *of != System::European && most != System::European {
            true => {
                hit.fix(number.range.clone(), words.chars().map(|c| as_system(c, most)).collect::<String>())
            }
            false => hit,
        });
    }
}

/// A native digit in the other native system.
fn as_system(c: char, wanted: System) -> char {
    let from = match system(c) {
        Some(System::Arabic) => 0x660,
        Some(System::Persian) => 0x6f0,
        _ => return c,
    };
    let to = if wanted == System::Persian { 0x6f0 } else { 0x660 };
    char::from_u32(u32::from(c) - from + to).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::super::super::Kind;
    use super::super::probe::{found, found_in, mended, silent};
    use super::digits;

    #[test]
    fn two_systems_are_one_too_many() {
        assert_eq!(found(digits, "fa", "در ۲۰۱۸ و ۲۰۱۹ و 2020"), [(17, "TX02", "2020")]);
        assert_eq!(found(digits, "en", "In 2018 and ٢٠١٩"), [(12, "TX02", "٢٠١٩")]);
        assert_eq!(found(digits, "fa", "1۲ نفر"), [(0, "TX02", "1۲")]);
        assert_eq!(found(digits, "ckb", "٢٥ کەس و 30 خێزان و ٤٠ ماڵ"), [(9, "TX02", "30")]);
        assert_eq!(mended(digits, "fa", "۱۲ نفر، ٤٥ نفر و ۷ تن"), "۱۲ نفر، ۴۵ نفر و ۷ تن");
        assert_eq!(mended(digits, "ckb", "٢٥ کەس، ۴۰ ماڵ"), "٢٥ کەس، ٤٠ ماڵ");
    }

    #[test]
    fn one_system_is_enough() {
        silent(
            digits,
            "fa",
            &["در ۲۰۱۸ و ۲۰۱۹", "در 2018 و 2019", "قطعنامهٔ S/2019/103 در ۲۰۱۹", "{n} و ۲۰۱۹"],
        );
        silent(digits, "en", &["In 2018 and 2019, the sign read «٢٠١٩»."]);
        silent(digits, "ckb", &["٢٥ و ٣٠"]);
        assert_eq!(found_in(digits, "fa", Kind::Document, "۲۰۱۸\n2019"), []);
    }
}
