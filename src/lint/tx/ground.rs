//! What several rules ask: which script a language is written in, which system a digit belongs to, what stands
//! at a place.

use super::super::{Passage, Token, TokenKind};

/// Languages in Latin letters that the rules know.
pub(super) fn is_latin(lang: &str) -> bool {
    matches!(lang, "en" | "fr" | "tr")
}

/// Languages in Arabic letters that the rules know.
pub(super) fn is_arabic(lang: &str) -> bool {
    matches!(lang, "fa" | "ckb")
}

/// The three systems of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    /// 0-9.
    European,
    /// ٠-٩, of Arabic and Sorani.
    Arabic,
    /// ۰-۹, of Persian.
    Persian,
}

/// The system of a digit.
pub(super) fn system(digit: char) -> Option<System> {
    match digit {
        '0'..='9' => Some(System::European),
        '\u{660}'..='\u{669}' => Some(System::Arabic),
        '\u{6f0}'..='\u{6f9}' => Some(System::Persian),
        _ => None,
    }
}

/// The system of all digits of a number; `None` if they are mixed or missing.
pub(super) fn one_system(number: &str) -> Option<System> {
    let mut systems = number.chars().filter_map(system);
    let first = systems.next()?;
    systems.all(|other| other == first).then_some(first)
}

/// The token at an index, if it is of a kind.
pub(super) fn of_kind<'p>(passage: &'p Passage, at: Option<usize>, kind: TokenKind) -> Option<&'p Token> {
    passage.tokens.get(at?).filter(|token| token.kind == kind)
}

/// The text of the token at an index, if it is of a kind.
pub(super) fn text_of<'a>(passage: &Passage<'a>, at: Option<usize>, kind: TokenKind) -> Option<&'a str> {
    of_kind(passage, at, kind).map(|token| passage.of(token))
}

/// A word in lower case; Turkish I and İ stand for ı and i.
pub(super) fn lower(word: &str, lang: &str) -> String {
    match lang {
        "tr" => word.replace('İ', "i").replace('I', "ı").to_lowercase(),
        _ => word.to_lowercase(),
    }
}

/// A word with its first letter as a capital; Turkish i becomes İ.
pub(super) fn capital(word: &str, lang: &str) -> String {
    let mut rest = word.chars();
    match rest.next() {
        Some('i') if lang == "tr" => format!("İ{}", rest.as_str()),
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

/// Whether the token at an index begins a sentence: nothing before it in its line but marks that open, or the
/// end of a sentence before it.
pub(super) fn begins_sentence(passage: &Passage, at: usize) -> bool {
    let mut at = at;
    while let Some(before) = passage.previous(at) {
        match passage.of(&passage.tokens[before]) {
            "«" | "“" | "\"" | "(" | "–" | "—" | "-" | "•" => at = before,
            mark => return matches!(mark, "." | "!" | "?" | "…" | "؟"),
        }
    }
    true
}
