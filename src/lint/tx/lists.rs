//! TX14: lists numbered or dotted by hand. The page numbers its items itself.
//!
//! In documents only the marks that no list of Markdown has (`1-`, `•`) count, and only two or more in a row.

use std::ops::Range;

use super::super::token::is_digit;
use super::super::{Hit, Kind, Passage};

/// Looks at the start of each line.
pub(super) fn lists(passage: &Passage, hits: &mut Vec<Hit>) {
    let marks: Vec<Option<Mark>> = passage.lines().map(|line| mark(passage, line)).collect();
    for (at, found) in marks.iter().enumerate() {
        let Some(found) = found else { continue };
        let beside = |other: Option<&Option<Mark>>, step: i64| match other {
            Some(Some(other)) => match (found.number, other.number) {
                (Some(here), Some(there)) => i64::from(there) - i64::from(here) == step,
                (None, None) => true,
                _ => false,
            },
            _ => false,
        };
        let row = beside(marks.get(at + 1), 1) || at > 0 && beside(marks.get(at - 1), -1);
        let told = match passage.kind {
            Kind::Document => row && !found.markdown,
            // `2. tur` is an ordinal.
            Kind::Line | Kind::Sentences => row || !(found.markdown && passage.lang == "tr"),
        };
        if told {
            let mark = passage.slice(found.range.clone());
            hits.push(
                Hit::warning("TX14", found.range.clone(), format!("`{mark}` numbers a list by hand"))
                    .help("make each item a text of its own, without the mark"),
            );
        }
    }
}

struct Mark {
    range: Range<usize>,
    number: Option<u32>,
    markdown: bool,
}

/// The mark at the start of a line: `1.` `1)` `(1)` `1-` `a)` `•`.
fn mark(passage: &Passage, line: Range<usize>) -> Option<Mark> {
    let text = passage.slice(line.clone());
    let start = line.start + text.len() - text.trim_start().len();
    let text = text.trim_start();
    let token = text.split_whitespace().next()?;
    let follows = text[token.len()..].trim().chars().next()?;
    let whole = |markdown, number| Some(Mark { range: start..start + token.len(), number, markdown });
    if matches!(token, "•" | "▪" | "●" | "◦" | "‣" | "·") {
        return whole(false, None);
    }
    let bracketed = token.strip_prefix('(').and_then(|token| token.strip_suffix(')'));
    let (core, markdown) = match bracketed {
        Some(core) => (core, false),
        None => (token.strip_suffix(['.', ')', '-'])?, !token.ends_with('-')),
    };
    let counted = matches!(core.chars().count(), 1..=2) && core.chars().all(is_digit);
    let letter = matches!(core, "a" | "b" | "c" | "d") && token.ends_with(')');
    // A page or a figure that goes on after the mark is a list item only before words.
    let words = follows.is_alphabetic() || "{«“\"(".contains(follows);
    match (counted, letter) {
        (true, _) if words => {
            let number = core.chars().filter_map(|c| {
                u32::from(c).checked_sub(match c {
                    '0'..='9' => 0x30,
                    '\u{660}'..='\u{669}' => 0x660,
                    _ => 0x6f0,
                })
            });
            whole(markdown, Some(number.fold(0, |sum, digit| sum * 10 + digit)))
        }
        (_, true) if words => whole(markdown, core.chars().next().map(u32::from)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Kind;
    use super::super::probe::found_in;
    use super::lists;

    fn silent(lang: &str, texts: &[&str]) {
        for text in texts {
            assert_eq!(found_in(lists, lang, Kind::Sentences, text), [], "{lang}: {text}");
        }
    }

    #[test]
    fn numbers_that_the_page_sets_itself() {
        assert_eq!(found_in(lists, "en", Kind::Sentences, "1. Restore the networks."), [(0, "TX14", "1.")]);
        assert_eq!(
            found_in(lists, "en", Kind::Sentences, "(2) Restore.\n(3) Rebuild."),
            [(0, "TX14", "(2)"), (13, "TX14", "(3)")]
        );
        assert_eq!(found_in(lists, "fr", Kind::Sentences, "• Réparer les écoles"), [(0, "TX14", "•")]);
        assert_eq!(found_in(lists, "fa", Kind::Sentences, "۱) بازسازی"), [(0, "TX14", "۱)")]);
        assert_eq!(
            found_in(lists, "tr", Kind::Sentences, "1- Onarım\n2- İnşaat"),
            [(0, "TX14", "1-"), (10, "TX14", "2-")]
        );
        assert_eq!(found_in(lists, "ckb", Kind::Sentences, "a) چاککردنەوە"), [(0, "TX14", "a)")]);
        assert_eq!(
            found_in(lists, "en", Kind::Document, "1- One\n2- Two\n"),
            [(0, "TX14", "1-"), (7, "TX14", "2-")]
        );
    }

    #[test]
    fn numbers_that_begin_a_text() {
        silent(
            "en",
            &["10 people", "{n}. Round", "1,000 people", "2019. 5", "A. Smith said", "(about 20) people"],
        );
        silent("tr", &["2. tur tamamlandı"]);
        silent("fr", &["1 500 personnes"]);
        assert_eq!(found_in(lists, "en", Kind::Document, "1. One\n2. Two\n\n• One"), []);
        assert_eq!(found_in(lists, "fa", Kind::Document, "۱- یک\n\n۵- پنج"), []);
    }
}
