//! TX13 in French: a no-break space before ; : ! ? and », and after «.
//!
//! Source: Lexique des règles typographiques en usage à l'Imprimerie nationale. Both no-break spaces are taken;
//! where one is missing, the colon and the guillemets get the full one and the others the narrow one.

use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};

const FULL: &str = "\u{a0}";
const NARROW: &str = "\u{202f}";

/// Looks at each mark that takes a space.
pub(super) fn french_spaces(passage: &Passage, hits: &mut Vec<Hit>) {
    if passage.lang != "fr" {
        return;
    }
    // « » hold French; other marks may hold words of another language, set in its own way.
    let foreign: Vec<_> = quotations(passage)
        .into_iter()
        .filter(|range| !passage.text[range.start..].starts_with('«'))
        .collect();
    for (at, token) in passage.tokens.iter().enumerate() {
        let mark = passage.of(token);
        if within(&foreign, &token.range) {
            continue;
        }
        match mark {
            _ if token.kind != TokenKind::Mark => {}
            "«" => after(passage, at, hits),
            "»" => before(passage, at, FULL, hits),
            ":" => before(passage, at, FULL, hits),
            ";" | "!" | "?" => before(passage, at, NARROW, hits),
            _ => {}
        }
    }
}

/// The space before a mark.
fn before(passage: &Passage, at: usize, wanted: &str, hits: &mut Vec<Hit>) {
    let token = &passage.tokens[at];
    let Some(previous) = passage.previous(at) else { return };
    let ahead = passage.of(&passage.tokens[previous]);
    let gap = passage.tokens[previous].range.end..token.range.start;
    let rest = passage.text[token.range.end..].chars().next();
    let ends = rest.is_none_or(|c| c.is_whitespace() || ")]»”\"!?.,…".contains(c));
    let glued = gap.is_empty();
    // (?), ?!, …!, an entity of HTML, a smiley, a colon inside a code: no space there.
    let closed = glued
        && matches!(
            ahead,
            "(" | "[" | "{" | "]" | "!" | "?" | "." | "…" | "&" | ":" | ";" | "«" | "“" | "‘" | "-" | "*"
        )
        || glued && passage.of(token) == ";" && is_entity(passage, previous)
        || passage.of(token) != "»" && !ends
        || matches!(ahead, "«") && passage.of(token) == "»";
    if !closed && !is_no_break(passage.slice(gap.clone())) {
        let mark = passage.of(token);
        hits.push(
            Hit::warning("TX13", token.range.clone(), format!("`{mark}` has no no-break space before it"))
                .help("put a no-break space before the mark")
                .fix(gap, wanted),
        );
    }
}

/// The space after an opening mark.
fn after(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
    let token = &passage.tokens[at];
    let Some(next) = passage.next(at) else { return };
    let gap = token.range.end..passage.tokens[next].range.start;
    if !is_no_break(passage.slice(gap.clone())) && passage.of(&passage.tokens[next]) != "»" {
        hits.push(
            Hit::warning("TX13", token.range.clone(), "`«` has no no-break space after it")
                .help("put a no-break space after the mark")
                .fix(gap, FULL),
        );
    }
}

fn is_no_break(gap: &str) -> bool {
    matches!(gap, FULL | NARROW)
}

/// Whether a word before a semicolon is the name of an HTML entity.
fn is_entity(passage: &Passage, word: usize) -> bool {
    passage.text[..passage.tokens[word].range.start].ends_with(['&', '#'])
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::french_spaces;

    #[test]
    fn spaces_that_may_break_or_are_missing() {
        assert_eq!(found(french_spaces, "fr", "Le désert ; oui"), [(10, "TX13", ";")]);
        assert_eq!(found(french_spaces, "fr", "Qui? Eux!"), [(3, "TX13", "?"), (8, "TX13", "!")]);
        assert_eq!(
            mended(french_spaces, "fr", "Voici : qui? {who}; (eux) !"),
            "Voici\u{a0}: qui\u{202f}? {who}\u{202f}; (eux)\u{202f}!"
        );
        assert_eq!(
            mended(french_spaces, "fr", "Le «plan» et le « plan »"),
            "Le «\u{a0}plan\u{a0}» et le «\u{a0}plan\u{a0}»"
        );
        assert_eq!(
            mended(french_spaces, "fr", "Quoi ?! Ainsi: «\u{a0}non\u{a0}»"),
            "Quoi\u{202f}?! Ainsi\u{a0}: «\u{a0}non\u{a0}»"
        );
        assert_eq!(mended(french_spaces, "fr", "«\u{a0}Qui ?\u{a0}»"), "«\u{a0}Qui\u{202f}?\u{a0}»");
    }

    #[test]
    fn spaces_that_are_right_or_have_no_place() {
        silent(
            french_spaces,
            "fr",
            &[
                // After an opening mark there is nothing to set it apart from.
                "Il écrit “!” et ‘?’.",
                "Le désert\u{202f}; oui\u{a0}: «\u{a0}non\u{202f}».",
                "à 18:30, voir https://exemple.org/a?b;c",
                "le mot (?) manque, sic (!)",
                "TLP:CLEAR",
                "quoi…?",
                "a&nbsp;b",
                "«»",
                "le titre “Why?” et \"Hello, world!\"",
                "[plan]: https://exemple.org",
                "une virgule, un point.",
            ],
        );
        silent(french_spaces, "en", &["Who? Them; yes: “no”!"]);
    }
}
