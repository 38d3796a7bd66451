//! TX27: French capitals without their accent, and oe for œ, in a closed list of words.
//!
//! Source: Académie française, "Accentuation des majuscules": the accent has full value on capitals.

use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::ground::begins_sentence;

/// Words that are no words without the accent, in English names either.
const ACCENTED: &[(&str, &str)] = &[
    ("Etat", "État"),
    ("Etats", "États"),
    ("Egypte", "Égypte"),
    ("Egyptien", "Égyptien"),
    ("Egyptiens", "Égyptiens"),
    ("Ethiopie", "Éthiopie"),
    ("Erythrée", "Érythrée"),
    ("Equateur", "Équateur"),
    ("Emirats", "Émirats"),
    ("Ecosse", "Écosse"),
    ("Eglise", "Église"),
    ("Etablissement", "Établissement"),
    ("Etude", "Étude"),
    ("Etudes", "Études"),
    ("Evénement", "Événement"),
    ("Evénements", "Événements"),
    ("Economie", "Économie"),
    ("Energie", "Énergie"),
    ("Equipe", "Équipe"),
    ("Equipes", "Équipes"),
    ("Etape", "Étape"),
    ("Etapes", "Étapes"),
    ("Etant", "Étant"),
    ("Egalement", "Également"),
    ("Ecole", "École"),
    ("Ecoles", "Écoles"),
    ("Eléments", "Éléments"),
    ("Echange", "Échange"),
    ("Echanges", "Échanges"),
    ("Etranger", "Étranger"),
    ("Etrangers", "Étrangers"),
    ("Elysée", "Élysée"),
];

/// Words that take œ.
const LIGATURES: &[(&str, &str)] = &[
    ("oeuvre", "œuvre"),
    ("oeuvres", "œuvres"),
    ("oeil", "œil"),
    ("coeur", "cœur"),
    ("coeurs", "cœurs"),
    ("soeur", "sœur"),
    ("soeurs", "sœurs"),
    ("voeu", "vœu"),
    ("voeux", "vœux"),
    ("noeud", "nœud"),
    ("noeuds", "nœuds"),
    ("manoeuvre", "manœuvre"),
    ("manoeuvres", "manœuvres"),
];

/// What follows À at the start of a sentence and never the verb `a` or a letter.
const AFTER_A: &[&str] =
    &["la", "partir", "ce", "cet", "cette", "noter", "travers", "compter", "défaut", "titre", "propos"];

/// Looks at each French word.
pub(super) fn accents(passage: &Passage, hits: &mut Vec<Hit>) {
    if passage.lang != "fr" {
        return;
    }
    let quoted = quotations(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || within(&quoted, &token.range) {
            continue;
        }
        let word = passage.of(token);
        // l’Etat: the word begins after the elision.
        let start =
            word.rfind(['\'', '’']).map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
        let range = token.range.start + start..token.range.end;
        let right = match &word[start..] {
            "A" if start == 0 && is_preposition(passage, at) => Some("À"),
            core => ACCENTED.iter().chain(LIGATURES).find(|(bare, _)| *bare == core).map(|(_, right)| *right),
        };
        let range_word = passage.slice(range.clone());
        if let Some(right) = right {
            hits.push(
                Hit::warning("TX27", range.clone(), format!("`{range_word}` is written `{right}`"))
                    .help("write accents on capitals too, and œ as one letter")
                    .fix(range, right),
            );
        }
    }
}

fn is_preposition(passage: &Passage, at: usize) -> bool {
    let next = passage.next(at).filter(|next| passage.tokens[*next].kind == TokenKind::Word);
    let word = next.map(|next| passage.of(&passage.tokens[next])).unwrap_or_default();
    let spaced = next.is_some_and(|next| next > at + 1);
    let elided = word.starts_with("l’") || word.starts_with("l'");
    spaced && begins_sentence(passage, at) && (elided || AFTER_A.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::accents;

    #[test]
    fn capitals_without_their_accent() {
        assert_eq!(
            found(accents, "fr", "l’Etat et les Etats-Unis"),
            [(2, "TX27", "Etat"), (14, "TX27", "Etats")]
        );
        assert_eq!(
            mended(accents, "fr", "A l’appel de l'Egypte, les Emirats"),
            "À l’appel de l'Égypte, les Émirats"
        );
        assert_eq!(
            mended(accents, "fr", "Fini. A partir de 2018, la main-d’oeuvre"),
            "Fini. À partir de 2018, la main-d’œuvre"
        );
        assert_eq!(mended(accents, "fr", "Etudes et Equipes des Ecoles"), "Études et Équipes des Écoles");
        assert_eq!(found(accents, "fr", "au coeur"), [(3, "TX27", "coeur")]);
    }

    #[test]
    fn capitals_that_are_right() {
        silent(
            accents,
            "fr",
            &[
                "L’État d’Égypte",
                "À l’appel",
                "A-t-il parlé\u{202f}?",
                "le point A la veille",
                "la vitamine A",
                "ETAT-MAJOR",
                "«\u{a0}l’Etat\u{a0}»",
                "Etienne et Emilie",
                "le fonds Education Cannot Wait",
                "une coexistence, le moelleux",
            ],
        );
        silent(accents, "en", &["The Etat-Major, the Elysée"]);
    }
}
