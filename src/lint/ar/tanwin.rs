//! AR10: fathatan before the last alef in one word, after it in another.
//!
//! Both ways are in use (`دعمًا`, `دعماً`); only a text that mixes them is reported, for the rarer way.

use super::clusters::{clusters, joined};
use crate::lint::quotation::{quotations, within};
use crate::lint::{Hit, Passage, Token, TokenKind};

const FATHATAN: char = '\u{64b}';

/// Where the fathatan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    After,
}

/// Compares the words of the text.
pub(super) fn tanwin(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    let own = passage.tokens.iter().filter(|t| t.kind == TokenKind::Word && !within(&quoted, &t.range));
    let words: Vec<(&Token, Place)> =
        own.filter_map(|token| Some((token, place(passage.of(token))?))).collect();
    let count = |place| words.iter().filter(|(_, other)| *other == place).count();
    let wanted = if count(Place::After) > count(Place::Before) { Place::After } else { Place::Before };
    let Some((example, _)) = words.iter().find(|(_, place)| *place == wanted) else { return };
    for (token, _) in words.iter().filter(|(_, place)| *place != wanted) {
        let word = passage.of(token);
        let right = moved(word, wanted);
        let other = passage.of(example);
        let message = format!("`{word}` has its tanwin elsewhere than `{other}`");
        hits.push(
            Hit::warning("AR10", token.range.clone(), message)
                .other(example.range.clone(), "the other way")
                .help(format!("write `{right}`"))
                .fix(token.range.clone(), right),
        );
    }
}

/// Where the fathatan of a last alef or alef maqsura stands, if there is one.
fn place(word: &str) -> Option<Place> {
    let letters = clusters(word);
    let [.., before, alef] = letters.as_slice() else { return None };
    match (before.has(FATHATAN), alef.has(FATHATAN)) {
        _ if !matches!(alef.letter, Some('ا' | 'ى')) => None,
        (true, false) => Some(Place::Before),
        (false, true) => Some(Place::After),
        _ => None,
    }
}

fn moved(word: &str, wanted: Place) -> String {
    let mut letters = clusters(word);
    if let [.., before, alef] = letters.as_mut_slice() {
        let (from, to) = if wanted == Place::Before { (alef, before) } else { (before, alef) };
        from.remove(FATHATAN);
        to.add(FATHATAN);
    }
    joined(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn the_rarer_way_is_found() {
        assert_eq!(found(tanwin, "ar", "دعمًا للشركاء وتقديراً لهم"), [(14, "AR10", "وتقديراً")]);
        assert_eq!(found(tanwin, "ar", "دعماً وتقديراً وأيضًا"), [(15, "AR10", "وأيضًا")]);
        assert_eq!(found(tanwin, "ar", "شخصًا وهدىً وفتًى"), [(6, "AR10", "وهدىً")]);
        assert_eq!(found(tanwin, "ar", "حقًّا وجدّاً"), [(6, "AR10", "وجدّاً")]);
        assert_eq!(found(tanwin, "ar", "شريكاً وأيضاً وعضواً\nوجزءًا"), [(21, "AR10", "وجزءًا")]);
    }

    #[test]
    fn one_way_passes() {
        silent(
            tanwin,
            "ar",
            &[
                "75 شريكاً و11 شخصاً",
                "75 شريكًا و11 شخصًا",
                "بناءً على ذلك ومساءً وقوةً وشخصًا",
                "قال «دعماً» مرحبًا",
                "شكرا وأيضا",
                "جزءٌ منه وفتىٍ",
            ],
        );
    }

    #[test]
    fn the_text_gets_one_way() {
        assert_eq!(mended(tanwin, "ar", "دعمًا وأيضًا وتقديراً وجدّاً"), "دعمًا وأيضًا وتقديرًا وجدًّا");
        assert_eq!(mended(tanwin, "ar", "دعماً وتقديراً وأيضًا"), "دعماً وتقديراً وأيضاً");
    }
}
