//! AR02: two systems of digits in one number or in one text.
//!
//! Numbers beside Latin words and codes, telephone numbers, verses and quotations keep the digits they have.

use crate::lint::quotation::{quotations, within};
use crate::lint::{Hit, Passage, Token, TokenKind};

const CODE: &str = "AR02";

/// A system of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    /// 0-9
    European,
    /// ٠-٩
    Arabic,
    /// ۰-۹, of Persian and Urdu.
    Persian,
}

/// Reports numbers with other digits than most of the text.
pub(super) fn digits(passage: &Passage, hits: &mut Vec<Hit>) {
    let numbers = numbers(passage);
    let Some(main) = main_of(passage, &numbers) else { return };
    let example =
        numbers.iter().find(|(_, system)| *system == Some(main)).map(|(token, _)| token.range.clone());
    for (token, system) in &numbers {
        let number = passage.of(token);
        let hit = match system {
            Some(system) if *system == main => continue,
            None => Hit::error(CODE, token.range.clone(), format!("`{number}` has two kinds of digits")),
            Some(system) => {
                let message = format!("`{number}` has other digits than the text around it");
                let line =
                    |range: &std::ops::Range<usize>| crate::lint::script::line(passage.text, range.start);
                let near = example.as_ref().is_some_and(|example| line(example) == line(&token.range));
                if near || *system == System::Persian {
                    Hit::error(CODE, token.range.clone(), message)
                } else {
                    Hit::warning(CODE, token.range.clone(), message)
                }
            }
        };
        let hit = hit.help("write all numbers of a text with one kind of digits");
        let hit = match &example {
            Some(example) => hit.other(example.clone(), "these digits"),
            None => hit,
        };
        let sign = passage.text[token.range.end..].chars().next().filter(|c| matches!(c, '%' | '٪'));
        hits.push(match converted(number, main) {
            Some(mut text) => {
                text.extend(sign.map(|_| percent_of(main)));
                hit.fix(token.range.start..token.range.end + sign.map_or(0, char::len_utf8), text)
            }
            None => hit,
        });
    }
}

/// The system that most numbers of the text have; the first one of two that are as frequent.
pub(super) fn main_system(passage: &Passage) -> Option<System> {
    main_of(passage, &numbers(passage))
}

/// The system of a number, if it has only one.
pub(super) fn system_of(number: &str) -> Option<System> {
    let system = |c: char| match c {
        '0'..='9' => Some(System::European),
        '٠'..='٩' => Some(System::Arabic),
        '۰'..='۹' => Some(System::Persian),
        _ => None,
    };
    let mut systems = number.chars().filter_map(system);
    let first = systems.next()?;
    systems.all(|other| other == first).then_some(first)
}

/// The percent sign that goes with a system.
pub(super) fn percent_of(system: System) -> char {
    if system == System::European { '%' } else { '٪' }
}

fn main_of(passage: &Passage, numbers: &[(&Token, Option<System>)]) -> Option<System> {
    let count = |system| numbers.iter().filter(|(_, other)| *other == Some(system)).count();
    let (european, arabic) = (count(System::European), count(System::Arabic));
    let first = numbers.first()?.0;
    let digit = |c: &char| crate::lint::token::is_digit(*c);
    let starts_european = passage.of(first).chars().find(digit).is_some_and(|c| c.is_ascii_digit());
    let european = european > arabic || european == arabic && starts_european;
    Some(if european { System::European } else { System::Arabic })
}

/// The numbers of the text whose digits are its own choice, each with its system.
fn numbers<'p>(passage: &'p Passage) -> Vec<(&'p Token, Option<System>)> {
    let quoted = quotations(passage);
    let verses = crate::lint::pairs::between(passage.text, '﴿', '﴾');
    let own = passage.tokens.iter().enumerate().filter(|(at, token)| {
        token.kind == TokenKind::Number
            && !within(&quoted, &token.range)
            && !within(&verses, &token.range)
            && !belongs_to_latin(passage, *at)
            && !is_telephone(passage, token)
    });
    own.map(|(_, token)| (token, system_of(passage.of(token)))).collect()
}

/// True of `France 24`, `24 Horas`, `A-320`.
fn belongs_to_latin(passage: &Passage, at: usize) -> bool {
    let latin = |at: Option<usize>| {
        let token = at.map(|at| &passage.tokens[at]);
        token.is_some_and(|token| match token.kind {
            TokenKind::Opaque => true,
            TokenKind::Word => passage.of(token).starts_with(|c: char| c.is_ascii_alphabetic()),
            _ => false,
        })
    };
    let hyphen = |at: Option<usize>| at.filter(|at| passage.of(&passage.tokens[*at]) == "-");
    let before = passage.previous(at);
    latin(before) || latin(passage.next(at)) || latin(hyphen(before).and_then(|at| passage.previous(at)))
}

/// True of `+964 780` and `07801234567`: digits that somebody dials.
fn is_telephone(passage: &Passage, token: &Token) -> bool {
    let line = crate::lint::script::line(passage.text, token.range.start);
    let before =
        passage.text[line.start..token.range.start].trim_end_matches(|c: char| "0123456789 -()".contains(c));
    before.ends_with('+') || passage.of(token).len() > 8 && passage.of(token).starts_with('0')
}

/// A number with the digits of a system, if no mark in it depends on the system.
fn converted(number: &str, to: System) -> Option<String> {
    let zero = if to == System::European { '0' } else { '٠' };
    let digit = |c: char| match c {
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => {
            let value = u32::from(c) & 0xf;
            char::from_u32(u32::from(zero) + value)
        }
        '/' | ':' => Some(c),
        _ => None,
    };
    number.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;
    use crate::lint::probe::{found, hits, mended, silent};

    #[test]
    fn other_digits_are_found() {
        assert_eq!(found(digits, "ar", "قُتل 26 وجُرح ٣٥ ونزح 40."), [(14, "AR02", "٣٥")]);
        assert_eq!(found(digits, "ar", "قُتل ٢٦ وجُرح ٣٥ ونزح 40."), [(22, "AR02", "40")]);
        assert_eq!(found(digits, "ar", "عام 2٠19"), [(4, "AR02", "2٠19")]);
        assert_eq!(found(digits, "ar", "نزح ۴۵ شخصًا"), [(4, "AR02", "۴۵")]);
        assert_eq!(found(digits, "ar", "قُتل 26 وجُرح ٣٥."), [(14, "AR02", "٣٥")]);
    }

    #[test]
    fn mixed_digits_on_one_line_are_an_error() {
        let severities = |text| -> Vec<Severity> {
            hits(digits, "ar", &crate::lint::Terms::default(), text)
                .into_iter()
                .map(|hit| hit.severity)
                .collect()
        };
        assert_eq!(severities("قُتل 26 وجُرح ٣٥."), [Severity::Error]);
        assert_eq!(severities("قُتل 26.\nوجُرح ٣٥."), [Severity::Warning]);
        assert_eq!(severities("نزح ۴۵ شخصًا"), [Severity::Error]);
    }

    #[test]
    fn digits_that_are_given_pass() {
        silent(
            digits,
            "ar",
            &[
                "قُتل 26 وجُرح 35 في S/2019/103.",
                "أفادت France 24 بمقتل ٢٦ وجرح ٣٥.",
                "للاتصال +964 780 195 أو 07801958802، أو القدوم إلى الغرفة ٣٥.",
                "قال «قُتل ٢٦» في 2019.",
                "﴿الآية ٢٥٥﴾ ص 12",
                "طائرة إف-16 و{n} طائرات",
                "عددهم ١٬٥٠٠ ونسبتهم ٧٫٥٪",
            ],
        );
    }

    #[test]
    fn digits_follow_the_majority() {
        assert_eq!(
            mended(digits, "ar", "في 12 و13 و٢٠/١١/٢٠١٧ بنسبة ٩٩٪"),
            "في 12 و13 و20/11/2017 بنسبة 99%"
        );
        assert_eq!(mended(digits, "ar", "في ١٢ و١٣ و20 و۴"), "في ١٢ و١٣ و٢٠ و٤");
        assert_eq!(mended(digits, "ar", "في 12 و13 و٧٫٥"), "في 12 و13 و٧٫٥");
    }
}
