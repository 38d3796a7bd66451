//! The rules that the other languages share with Arabic, under their codes.

use super::super::script::line;
use super::super::spaces::{Spacing, spaces};
use super::super::{Hit, Passage, currencies, glossary, invisible, markings, pairs, relative};

/// TX19.
pub(super) fn relative_dates(passage: &Passage, hits: &mut Vec<Hit>) {
    relative::relative(passage, "TX19", hits);
}

/// TX20.
pub(super) fn terms(passage: &Passage, hits: &mut Vec<Hit>) {
    glossary::glossary(passage, "TX20", hits);
}

/// TX21.
pub(super) fn labels(passage: &Passage, hits: &mut Vec<Hit>) {
    markings::markings(passage, "TX21", hits);
}

/// TX22.
pub(super) fn money(passage: &Passage, hits: &mut Vec<Hit>) {
    currencies::currencies(passage, "TX22", hits);
}

/// TX23.
pub(super) fn spacing(passage: &Passage, hits: &mut Vec<Hit>) {
    // Optional endings and footnotes touch their word: governorate(s), directeur(trice), word[1].
    const LATIN: Spacing =
        Spacing { code: "TX23", close: ",;:!?.)]”", open: "“", apart: ",!?.", prefixes: &[] };
    // French sets off ; : ! ? and », which is TX13.
    const FRENCH: Spacing = Spacing { close: ",.)]”", apart: ",.", ..LATIN };
    // Endings follow a bracket or a quotation without a space: «داعش»ی.
    const ARABIC: Spacing =
        Spacing { code: "TX23", close: "،؛؟!.:,;?)]»", open: "[«", apart: "،؛؟!.:", prefixes: &[] };
    let rules = match passage.lang {
        "en" | "tr" => &LATIN,
        "fr" => &FRENCH,
        "fa" | "ckb" => &ARABIC,
        _ => return,
    };
    let mut found = Vec::new();
    spaces(passage, rules, &mut found);
    found.retain(|hit| !is_shown(passage, hit) && !is_value(passage, hit));
    hits.extend(found);
}

/// A mark that is shown, not used (« . »), and an image of Markdown (` ![`).
fn is_shown(passage: &Passage, hit: &Hit) -> bool {
    let (before, after) = (&passage.text[..hit.range.start], &passage.text[hit.range.end..]);
    before.ends_with(['«', '“', '"']) && after.len() > 1 && hit.range.len() < 3 || after.starts_with("![")
}

/// A comma between values, on a line that is no sentence: `oui,non,peut-être`.
fn is_value(passage: &Passage, hit: &Hit) -> bool {
    let words = passage.slice(line(passage.text, hit.range.start));
    passage.slice(hit.range.clone()) == "," && !words.contains(' ')
}

/// TX25, in every language. A non-joiner between two letters is spelling in Persian, whatever the first one is.
pub(super) fn partners(passage: &Passage, hits: &mut Vec<Hit>) {
    pairs::pairs(passage, "TX25", hits);
    let mut found = Vec::new();
    invisible::invisible(passage, "TX25", &mut found);
    found.retain(|hit| passage.slice(hit.range.clone()) != "\u{200c}" || !parts_letters(passage, hit));
    hits.extend(found);
}

fn parts_letters(passage: &Passage, hit: &Hit) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    passage.text[..hit.range.start].ends_with(is_letter)
        && passage.text[hit.range.end..].starts_with(is_letter)
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::{partners, spacing};

    #[test]
    fn spaces_around_marks() {
        assert_eq!(found(spacing, "en", "The  talks , then"), [(3, "TX23", "  "), (10, "TX23", " ")]);
        assert_eq!(mended(spacing, "tr", "Irak , Suriye,Ürdün ; İran"), "Irak, Suriye, Ürdün; İran");
        assert_eq!(mended(spacing, "fr", "le plan , et  puis"), "le plan, et puis");
        assert_eq!(mended(spacing, "fa", "کشورها ، سازمان\u{200c}ها ."), "کشورها، سازمان\u{200c}ها.");
        assert_eq!(mended(spacing, "ckb", "هەولێر ، کەرکووک"), "هەولێر، کەرکووک");
    }

    #[test]
    fn spaces_that_a_language_sets() {
        silent(
            spacing,
            "fr",
            &[
                "le plan\u{202f}; «\u{a0}non\u{a0}»\u{a0}: oui",
                "Qui ?",
                "directeur(trice)",
                "oui,non,peut-être",
                "les marques «\u{a0}.\u{a0}» et « . »",
            ],
        );
        silent(
            spacing,
            "en",
            &[
                "governorate(s)",
                "a word[1]",
                "see ![map](a.png)",
                "the .NET team ...",
                "at 18:30",
                "1,000 of {n}, then",
            ],
        );
        silent(spacing, "fa", &["«داعش»های", "(عراق)ی", "{n}، سپس"]);
        silent(spacing, "ckb", &["«داعش»ەکان", "{n}ی خێزان"]);
        silent(spacing, "de", &["Wort , Wort"]);
    }

    #[test]
    fn partners_and_what_nobody_sees() {
        assert_eq!(found(partners, "en", "(so far"), [(0, "TX25", "(")]);
        assert_eq!(found(partners, "fr", "«\u{a0}non"), [(0, "TX25", "«")]);
        assert_eq!(mended(partners, "tr", "a\u{200b}b"), "ab");
        assert_eq!(found(partners, "ckb", "\u{202e}هەولێر\u{202c}"), [(0, "TX25", "\u{202e}")]);
        assert_eq!(found(partners, "de", "das ganze Wort)."), [(14, "TX25", ")")]);
        silent(partners, "fa", &["کار\u{200c}ها و می\u{200c}شود", "(عراق) «نه»"]);
        silent(partners, "en", &["a) one", "“no” (yes) [sic]"]);
    }
}
