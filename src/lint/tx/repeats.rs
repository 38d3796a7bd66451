//! TX26: a word typed twice. Only words that grammar never sets side by side.

use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};

const ONCE: [(&str, &[&str]); 5] = [
    ("en", &["the", "a", "an", "and", "of", "their", "its", "our", "your", "with", "from"]),
    ("fr", &["les", "des", "du", "aux", "et", "une", "dans", "avec", "pour", "sur", "leur"]),
    ("tr", &["ve", "ile", "için"]),
    ("fa", &["و", "از", "را", "با", "که", "است", "این"]),
    ("ckb", &["و", "لە", "کە"]),
];

/// Looks at each pair of equal words on a line.
pub(super) fn repeats(passage: &Passage, hits: &mut Vec<Hit>) {
    let Some((_, once)) = ONCE.iter().find(|(lang, _)| *lang == passage.lang) else { return };
    let quoted = quotations(passage);
    for (at, trio) in passage.tokens.windows(3).enumerate() {
        let [first, space, second] = trio else { continue };
        let kinds =
            (first.kind, space.kind, second.kind) == (TokenKind::Word, TokenKind::Space, TokenKind::Word);
        let word = passage.of(second);
        // `dites-les les jours..`, `Part-A a`: the first belongs to another word.
        let bound = at > 0 && matches!(passage.of(&passage.tokens[at - 1]), "-" | "'" | "’" | "." | "/")
            || passage.text[second.range.end..].starts_with(['-', '\'', '’', '.', '/'])
                && !passage.text[second.range.end..].starts_with(". ");
        if kinds
            && !bound
            && once.contains(&word)
            && is_twice(passage.of(first), word)
            && !within(&quoted, &second.range)
        {
            let range = first.range.start..second.range.end;
            hits.push(
                Hit::warning("TX26", range, format!("`{word}` stands twice"))
                    .help("delete one of the two")
                    .fix(first.range.end..second.range.end, ""),
            );
        }
    }
}

/// The same word, which may begin a sentence; `A a` is a letter and an article.
fn is_twice(first: &str, word: &str) -> bool {
    first == word || word.chars().count() > 1 && first.to_lowercase() == word
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::repeats;

    #[test]
    fn words_typed_twice() {
        assert_eq!(found(repeats, "en", "in the the valley"), [(3, "TX26", "the the")]);
        assert_eq!(mended(repeats, "en", "The the record of of the group"), "The record of the group");
        assert_eq!(mended(repeats, "fr", "dans les les gouvernorats et et"), "dans les gouvernorats et");
        assert_eq!(mended(repeats, "tr", "Irak ve ve Suriye"), "Irak ve Suriye");
        assert_eq!(mended(repeats, "fa", "عراق و و سوریه را را"), "عراق و سوریه را");
        assert_eq!(mended(repeats, "ckb", "لە لە هەولێر"), "لە هەولێر");
    }

    #[test]
    fn words_that_grammar_sets_side_by_side() {
        silent(
            repeats,
            "en",
            &[
                "all that that implies",
                "they had had enough",
                "very very",
                "what it is is this",
                "“the the”",
                "from A a b",
            ],
        );
        silent(
            repeats,
            "fr",
            &["nous nous réunissons", "dites-les les jours", "la politique de de Gaulle", "vous vous"],
        );
        silent(repeats, "tr", &["zaman zaman, yavaş yavaş, bir bir"]);
        silent(repeats, "fa", &["به به", "در در"]);
        silent(repeats, "ckb", &["زۆر زۆر"]);
    }
}
