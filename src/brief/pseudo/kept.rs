//! A text -> its words, and between them what stays as it is in every language: figures, codes, addresses,
//! placeholders.

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words with the spaces and the punctuation around them.
    Words(&'a str),
    /// What stays.
    Kept(&'a str),
}

/// Divides a text, leaving nothing out.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let length = match rest.find(|c: char| c.is_whitespace()) {
            Some(0) => {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            Some(length) => length,
            None => rest.len(),
        };
        for (start, end) in kept_in(&rest[..length]) {
            if words < at + start {
                pieces.push(Piece::Words(&text[words..at + start]));
            }
            pieces.push(Piece::Kept(&text[at + start..at + end]));
            words = at + end;
        }
        at += length;
    }
    if words < text.len() {
        pieces.push(Piece::Words(&text[words..]));
    }
    pieces
}

/// Where in a text without spaces something stays.
fn kept_in(token: &str) -> Vec<(usize, usize)> {
    let slots: Vec<(usize, usize)> = token
        .match_indices('{')
        .filter_map(|(start, _)| Some((start, start + token[start..].find('}')? + 1)))
        .collect();
    if !slots.is_empty() {
        return slots;
    }
    let core = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '#' | '/' | '%'));
    if core.is_empty() || !is_code(core) {
        return Vec::new();
    }
    let start = core.as_ptr() as usize - token.as_ptr() as usize;
    vec![(start, start + core.len())]
}

/// Whether something without spaces is a figure, a code or an address: it has a digit, or a sign that no word
/// has inside.
fn is_code(core: &str) -> bool {
    let address = core.contains("://") || core.contains('@') || core.starts_with("www.");
    // `TLP:GREEN`, `at_risk`, `example.org`, but not `U.S.`
    let inside = |sign: char| {
        core.split_once(sign).is_some_and(|(before, after)| {
            before.ends_with(char::is_alphanumeric)
                && after.chars().take_while(|c| c.is_alphanumeric()).count() > 1
        })
    };
    address
        || core.chars().any(char::is_numeric)
        || core.starts_with('#')
        || [':', '_', '.'].into_iter().any(inside)
}
