//! AR12: a hyphen in the place of a dash, a hyphen that touches a number on one side.
//!
//! Hyphens inside words and names (`كوفيد-19`, `الأمريكي-الروسي`), bullets, numbers of lists, rules drawn with
//! hyphens and ranges of two numbers (AR06) are not its matter. A hyphen between a number and a word is wrong
//! where it stands for a space: after words whose number is a name (`المادة-12`), before what numbers count
//! (`3-نقاط`, `7-أيار`).

use super::context::is_named;
use super::{months, nouns};
use crate::lint::script::{is_arabic, line};
use crate::lint::token::is_digit;
use crate::lint::{Hit, Passage, Token, TokenKind};

const CODE: &str = "AR12";

/// Looks at each hyphen.
pub(super) fn dashes(passage: &Passage, hits: &mut Vec<Hit>) {
    let mut opened: Option<usize> = None;
    for (at, token) in passage.tokens.iter().enumerate() {
        let is_hyphen = |at: usize| passage.tokens.get(at).is_some_and(|token| passage.of(token) == "-");
        if token.kind == TokenKind::LineEnd {
            opened = None;
        }
        if !is_hyphen(at) || at > 0 && is_hyphen(at - 1) {
            continue;
        }
        let length = (at..).take_while(|at| is_hyphen(*at)).count();
        let range = token.range.start..token.range.start + length;
        let (Some(left), Some(right)) = (passage.previous(at), passage.next(at + length - 1)) else {
            continue;
        };
        let first = passage.previous(left).is_none();
        let (left, right) = (&passage.tokens[left], &passage.tokens[right]);
        if length > 2 || !is_arabic(passage.slice(line(passage.text, range.start))) {
            continue;
        }
        let spaces = (left.range.end < range.start, right.range.start > range.end);
        let dash = || {
            let message = format!("`{}` stands for a dash", passage.slice(range.clone()));
            Hit::warning(CODE, range.clone(), message).help("write a dash: `–`")
        };
        let number = |range: std::ops::Range<usize>| {
            let message = format!("`{}` has a hyphen that touches the number", passage.slice(range));
            let help = "put spaces on both sides of a dash, or write a negative number with `ناقص`";
            Hit::warning(CODE, token.range.clone(), message).help(help)
        };
        let space = |whole: std::ops::Range<usize>| {
            let message = format!("`{}` has a hyphen where a space belongs", passage.slice(whole.clone()));
            Hit::warning(CODE, whole, message).help("write a space").fix(range.clone(), " ")
        };
        let hit = match (spaces, is_number(left), is_number(right)) {
            (_, true, true) => None,
            _ if is_latin(passage, left) && is_latin(passage, right) => None,
            // `_ و - و /`: the hyphen itself is meant.
            _ if matches!(passage.of(left), "و" | "أو") => None,
            ((true, true), true, _) | ((false, true), true, _) if is_label(passage, first, left) => None,
            ((true, true), ..) => Some(dash().fix(range.clone(), "–")),
            _ if length == 2 => Some(dash().fix(range.clone(), "–")),
            ((true, false), _, true) if right.kind == TokenKind::Number => {
                Some(number(range.start..right.range.end))
            }
            ((true, false), ..) if is_opening(passage, right) => {
                opened = Some(range.start);
                Some(dash().fix(range.clone(), "–"))
            }
            ((false, true), true, _) if left.kind == TokenKind::Number => {
                Some(number(left.range.start..range.end))
            }
            ((false, true), ..) if opened.take().is_some() => Some(dash().fix(range.clone(), "–")),
            ((false, true), ..) if ends_phrase(passage, left) => Some(dash()),
            ((false, false), false, true) if length == 1 && joins_name(passage, left, right) => {
                Some(space(left.range.start..right.range.end))
            }
            ((false, false), true, false)
                if length == 1 && !first && joins_counted(passage, at, left, right) =>
            {
                Some(space(left.range.start..right.range.end))
            }
            _ => None,
        };
        hits.extend(hit);
    }
}

fn is_number(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Number | TokenKind::Slot)
}

fn is_latin(passage: &Passage, token: &Token) -> bool {
    match token.kind {
        TokenKind::Opaque | TokenKind::Number => true,
        TokenKind::Word => !is_arabic(passage.of(token)),
        _ => false,
    }
}

/// `1 - `, `12- `: a number at the start of a line, or of one or two digits, which may be one of a list.
fn is_label(passage: &Passage, first: bool, number: &Token) -> bool {
    number.kind == TokenKind::Number && (first || passage.of(number).chars().count() <= 2)
}

/// `القرار-2254`: the number is the name of the word. `المادة-12-أ` goes on.
fn joins_name(passage: &Passage, word: &Token, number: &Token) -> bool {
    let after = passage.text[number.range.end..].chars().next();
    let ends = after.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '_' | '–')))
        && passage.of(number).chars().all(is_digit);
    number.kind == TokenKind::Number && word.kind == TokenKind::Word && ends && is_named(passage.of(word))
}

/// `20-مليون`, `7-أيار`: the number counts the word, and neither is a label (`1-مدارس 2-طرق`) nor part of a name.
fn joins_counted(passage: &Passage, hyphen: usize, number: &Token, word: &Token) -> bool {
    let before = hyphen.checked_sub(1).and_then(|at| passage.previous(at)).map(|at| &passage.tokens[at]);
    let after_word = before.is_some_and(|before| {
        before.kind == TokenKind::Word
            && (before.range.end < number.range.start || is_particle(passage.of(before)))
    });
    let home = line(passage.text, number.range.start);
    let near = hyphen.saturating_sub(100)..passage.tokens.len().min(hyphen + 100);
    let labels = passage.tokens[near].windows(2).filter(|pair| {
        home.contains(&pair[0].range.start)
            && pair[0].kind == TokenKind::Number
            && matches!(passage.of(&pair[1]), "-" | "–" | ")" | ".")
            && pair[1].range.end < home.end
    });
    let counted = nouns::noun(passage.of(word)).is_some() || months::is_month(passage.of(word));
    let ends = !passage.text[word.range.end..].starts_with(['-', '/', '_']);
    number.kind == TokenKind::Number
        && word.kind == TokenKind::Word
        && after_word
        && counted
        && ends
        && labels.count() == 1
}

fn is_particle(word: &str) -> bool {
    matches!(word, "و" | "ب" | "ل" | "ف" | "ك" | "بـ" | "لـ" | "الـ")
}

/// What a dash can open: an Arabic word, a quotation, brackets, a placeholder.
fn is_opening(passage: &Passage, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => is_arabic(passage.of(token)),
        TokenKind::Mark => matches!(passage.of(token), "«" | "(" | "\"" | "“"),
        kind => kind == TokenKind::Slot,
    }
}

/// What a dash can follow; the first parts of compounds (`الأنجلو- `) end in waw.
fn ends_phrase(passage: &Passage, token: &Token) -> bool {
    let text = passage.of(token);
    match token.kind {
        TokenKind::Word => is_arabic(text) && !text.ends_with('و') && text.chars().count() > 2,
        TokenKind::Mark => matches!(text, "»" | ")"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn hyphens_for_dashes_are_found() {
        assert_eq!(found(dashes, "ar", "بغداد - رويترز"), [(6, "AR12", "-")]);
        assert_eq!(found(dashes, "ar", "الدول -ومنها العراق- وافقت"), [(6, "AR12", "-"), (19, "AR12", "-")]);
        assert_eq!(found(dashes, "ar", "انتهت الحرب -- أخيرًا"), [(12, "AR12", "--")]);
        assert_eq!(found(dashes, "ar", "بغداد- رويترز"), [(5, "AR12", "-")]);
        assert_eq!(found(dashes, "ar", "انخفضت إلى -5 درجات"), [(11, "AR12", "-")]);
        assert_eq!(found(dashes, "ar", "منذ عام 2019- حتى الآن"), [(12, "AR12", "-")]);
        assert_eq!(found(dashes, "ar", "الموصل - 20 حزيران"), [(7, "AR12", "-")]);
    }

    #[test]
    fn hyphens_for_spaces_are_found() {
        assert_eq!(found(dashes, "ar", "بموجب الفقرة-9 منه"), [(6, "AR12", "الفقرة-9")]);
        assert_eq!(found(dashes, "ar", "عاد 30-ألف نازح"), [(4, "AR12", "30-ألف")]);
        assert_eq!(
            mended(dashes, "ar", "في 12-نيسان نظر بالقرار-1701 الصادر سنة-2006"),
            "في 12 نيسان نظر بالقرار 1701 الصادر سنة 2006"
        );
        assert_eq!(found(dashes, "ar", "بند 1-مدارس 2-مراكز"), []);
    }

    #[test]
    fn hyphens_that_join_pass() {
        silent(
            dashes,
            "ar",
            &[
                "كوفيد-19 وإف-16 والتعاون الأمريكي-الروسي",
                "مدفع طراز-80 وقناة-24",
                "طائرة سوخوي-25 وصاروخ أرض-جو والمادة-12-أ والقرار-2015/9",
                "3-نقاط أولًا",
                "مركب 5-هيدروكسي والبند: 2-مدارس",
                "- بند أول\n- بند ثان",
                "-قال نعم",
                "1- أول\n2 - ثان\n2019 - عام الحسم",
                "بين 2018-2020 و2018 - 2020 و{a}-{b} و{a} - {b}",
                "-----\n- - -",
                "شركة Coca - Cola والأنجلو- ساكسونية",
                "الدول – ومنها العراق — وافقت",
                "علامات _ و - و /",
                "Al-Jazeera وIQ-G08 وhttps://x.org/a-b",
            ],
        );
    }

    #[test]
    fn a_dash_takes_the_place() {
        assert_eq!(
            mended(dashes, "ar", "بغداد - رويترز -ومنها العراق- وافقت -- أخيرًا"),
            "بغداد – رويترز –ومنها العراق– وافقت – أخيرًا"
        );
        assert_eq!(mended(dashes, "ar", "إلى -5 درجات، بغداد- رويترز"), "إلى -5 درجات، بغداد- رويترز");
    }
}
