//! TX16: a text that breaks off with a comma, and a sentence that begins with a small letter.
//!
//! A small letter counts only for words that are no names, after a word that is no abbreviation.

use super::super::quotation::{quotations, within};
use super::super::{Hit, Kind, Passage, TokenKind};
use super::ground::capital;

/// Words that begin sentences and are never part of a name.
const OPENERS: [(&str, &[&str]); 3] = [
    (
        "en",
        &[
            "the",
            "it",
            "this",
            "these",
            "they",
            "we",
            "he",
            "she",
            "there",
            "in",
            "according",
            "however",
            "its",
        ],
    ),
    (
        "fr",
        &[
            "le",
            "la",
            "les",
            "il",
            "elle",
            "ils",
            "elles",
            "ce",
            "cette",
            "ces",
            "dans",
            "selon",
            "cependant",
        ],
    ),
    ("tr", &["bu", "bunlar", "ancak", "ayrıca", "ülke", "toplantıda"]),
];

/// Shortened words of four letters or more that end in a point inside a sentence.
const SHORTENED: &[&str] = &[
    "approx", "govt", "dept", "assn", "corp", "univ", "prov", "capt", "brig", "lieut", "sept", "incl",
    "excl", "resp", "janv", "févr", "juil", "environ", "yakl", "bkz", "vols", "paras", "arts", "hrsg",
];

/// Looks at the end of the text and after each full stop.
pub(super) fn sentences(passage: &Passage, hits: &mut Vec<Hit>) {
    breaks_off(passage, hits);
    let Some((_, openers)) = OPENERS.iter().find(|(lang, _)| *lang == passage.lang) else { return };
    let quoted = quotations(passage);
    for (at, five) in passage.tokens.windows(4).enumerate() {
        let [last, stop, space, first] = five else { continue };
        let kinds = (last.kind, stop.kind, space.kind, first.kind);
        let shape = (TokenKind::Word, TokenKind::Mark, TokenKind::Space, TokenKind::Word);
        if kinds != shape || !matches!(passage.of(stop), "." | "!") || within(&quoted, &first.range) {
            continue;
        }
        let (word, opener) = (passage.of(last), passage.of(first));
        let whole = word.chars().count() >= 4
            && word.chars().all(char::is_lowercase)
            && !SHORTENED.contains(&word)
            && !(at > 0 && passage.of(&passage.tokens[at - 1]) == ".");
        if whole && openers.contains(&opener) {
            let right = capital(opener, passage.lang);
            hits.push(
                Hit::warning(
                    "TX16",
                    first.range.clone(),
                    format!("`{opener}` begins a sentence with a small letter"),
                )
                .help(format!("write `{right}`, or join the two sentences")),
            );
        }
    }
}

fn breaks_off(passage: &Passage, hits: &mut Vec<Hit>) {
    if passage.kind != Kind::Sentences {
        return;
    }
    let words = passage.text.trim_end();
    if let Some(mark) = words.chars().next_back().filter(|c| matches!(c, ',' | '،')) {
        let range = words.len() - mark.len_utf8()..words.len();
        hits.push(
            Hit::warning("TX16", range, format!("the text ends with `{mark}`"))
                .help("finish the sentence, or end it with a full stop"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Kind;
    use super::super::probe::found_in;
    use super::sentences;

    fn silent(lang: &str, texts: &[&str]) {
        for text in texts {
            assert_eq!(found_in(sentences, lang, Kind::Sentences, text), [], "{lang}: {text}");
        }
    }

    #[test]
    fn sentences_that_break_off_or_begin_small() {
        assert_eq!(
            found_in(sentences, "en", Kind::Sentences, "The talks ended. the group met."),
            [(17, "TX16", "the")]
        );
        assert_eq!(
            found_in(sentences, "fr", Kind::Sentences, "Le plan existe. il avance."),
            [(16, "TX16", "il")]
        );
        assert_eq!(
            found_in(sentences, "tr", Kind::Sentences, "Toplantı bitti. bu karar"),
            [(16, "TX16", "bu")]
        );
        assert_eq!(found_in(sentences, "en", Kind::Sentences, "Ministers met,"), [(13, "TX16", ",")]);
        assert_eq!(found_in(sentences, "fa", Kind::Sentences, "وزیران آمدند،"), [(12, "TX16", "،")]);
        assert_eq!(found_in(sentences, "ckb", Kind::Sentences, "هاتن،\n"), [(4, "TX16", "،")]);
    }

    #[test]
    fn names_and_shortened_words() {
        silent(
            "en",
            &[
                "It fell by approx. the same",
                "The U.S. the ally",
                "He met Gen. the Envoy",
                "No. 5 of the list",
                "It ended. al-Nuri stands.",
                "It ended. {n} stayed.",
                "He said “it ended. the rest”.",
                "Water, power etc. in Raqqa",
                "an item of a list;",
            ],
        );
        silent("fr", &["Le plan existe. Il avance.", "M. de La Tour"]);
        assert_eq!(found_in(sentences, "en", Kind::Line, "By place,"), []);
    }
}
