//! Finding a phrase of one or more words in a text, as its language glues and cases words.
//!
//! Arabic: vowel marks do not count, و ف ب ل ك may stand before the first word, and ل swallows the alef of the
//! article. French: an elided article or preposition may. Elsewhere capitals do not count unless the caller asks.

use std::borrow::Cow;
use std::ops::Range;

use super::bare::{bare, partings};
use super::passage::Passage;
use super::token::TokenKind;

/// A phrase found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its bytes, what is glued before it left out, but not a ل that swallowed its alef.
    pub range: Range<usize>,
    /// What is glued before it: `و`, `l’`.
    pub glued: String,
    /// Its tokens, first and last.
    pub tokens: (usize, usize),
}

/// A phrase at a token; `cased` if capitals count.
pub(super) fn phrase_at(passage: &Passage, at: usize, phrase: &str, cased: bool) -> Option<Found> {
    let token = passage.tokens.get(at).filter(|token| token.kind != TokenKind::Space)?;
    if !may_begin(passage.of(token), phrase) {
        return None;
    }
    let wanted = spoken(phrase, passage.lang, cased);
    let first = spoken(passage.of(token), passage.lang, cased);
    starts(&first, passage.lang, token.kind).into_iter().find_map(|(glued, start)| {
        let mut said = start;
        let mut last = at;
        while said != *wanted {
            if !wanted.starts_with(&said) {
                return None;
            }
            last += 1;
            let next = passage.tokens.get(last).filter(|next| next.kind != TokenKind::LineEnd)?;
            match next.kind {
                TokenKind::Space => said.push(' '),
                _ => said.push_str(&spoken(passage.of(next), passage.lang, cased)),
            }
        }
        // The length of what is glued in the text, where marks may stand between its letters.
        let letters = glued.chars().count();
        let text = passage.of(token);
        let unmarked = text.char_indices().filter(|(_, c)| passage.lang != "ar" || !super::bare::is_mark(*c));
        let offset = unmarked.map(|(at, _)| at).nth(letters).unwrap_or(0);
        let range = token.range.start + offset..passage.tokens[last].range.end;
        Some(Found { range, glued, tokens: (at, last) })
    })
}

/// Whether a token can be the first of a phrase: nothing is glued to its end. Spares most tokens the rest.
fn may_begin(token: &str, phrase: &str) -> bool {
    let letters = |c: &char| !super::bare::is_mark(*c);
    let word = phrase.split([' ', '-']).next().unwrap_or(phrase);
    match (token.chars().rev().find(letters), word.chars().rev().find(letters)) {
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => {
            a.eq_ignore_ascii_case(&b) || b == 'i' || b == 'I'
        }
        (Some(a), Some(b)) if !a.is_ascii() && !b.is_ascii() => {
            a == b || a.is_uppercase() || b.is_uppercase()
        }
        _ => !phrase.is_empty(),
    }
}

/// A text as it is compared.
pub(super) fn spoken<'t>(text: &'t str, lang: &str, cased: bool) -> Cow<'t, str> {
    match lang {
        "ar" if !text.contains(super::bare::is_mark) => Cow::Borrowed(text),
        "ar" => Cow::Owned(bare(text)),
        _ if cased || text.bytes().all(|b| b.is_ascii_lowercase()) => Cow::Borrowed(text),
        "tr" => Cow::Owned(text.replace('İ', "i").replace('I', "ı").to_lowercase()),
        _ => Cow::Owned(text.to_lowercase().replace('’', "'")),
    }
}

/// What may be glued to the first word, and the word without it.
fn starts(word: &str, lang: &str, kind: TokenKind) -> Vec<(String, String)> {
    let whole = (String::new(), word.to_owned());
    if kind != TokenKind::Word {
        return vec![whole];
    }
    match lang {
        "ar" => partings(word)
            .flat_map(|(glued, rest)| {
                // للتحالف is ل + التحالف.
                let article = glued.strip_suffix('ل').filter(|_| rest.starts_with('ل'));
                let article = article.map(|glued| (glued.to_owned(), format!("ا{rest}")));
                [Some((glued.to_owned(), rest.to_owned())), article].into_iter().flatten()
            })
            .collect(),
        "fr" => {
            let elided = word.split_once(['\'', '’']).filter(|(before, _)| before.chars().count() <= 2);
            let rest = elided.map(|(_, rest)| (word[..word.len() - rest.len()].to_owned(), rest.to_owned()));
            std::iter::once(whole).chain(rest).collect()
        }
        _ => vec![whole],
    }
}

/// The next word in the line and its token, a comma or spaces between.
pub(super) fn word_after<'a>(passage: &Passage<'a>, at: usize) -> Option<(usize, &'a str)> {
    let next = passage.next(at)?;
    let token = &passage.tokens[next];
    (token.kind == TokenKind::Word).then(|| (next, passage.of(token)))
}

#[cfg(test)]
mod tests {
    use super::super::passage::{Kind, Terms};
    use super::*;

    fn find(lang: &str, text: &str, phrase: &str, cased: bool) -> Option<(String, String)> {
        let terms = Terms::default();
        let passage = Passage::new(text, lang, Kind::Line, &terms);
        let found = (0..passage.tokens.len()).find_map(|at| phrase_at(&passage, at, phrase, cased))?;
        Some((found.glued, text[found.range].to_owned()))
    }

    #[test]
    fn phrases_are_found_as_languages_glue_them() {
        let some = |glued: &str, text: &str| Some((glued.to_owned(), text.to_owned()));
        assert_eq!(find("ar", "وبالشهر الماضي", "الشهر الماضي", false), some("وب", "الشهر الماضي"));
        assert_eq!(find("ar", "وللتحالفِ الدوليّ", "التحالف الدولي", false), some("و", "للتحالفِ الدوليّ"));
        assert_eq!(find("ar", "الشهر\nالماضي", "الشهر الماضي", false), None);
        assert_eq!(find("fr", "L’année dernière", "année dernière", false), some("l'", "année dernière"));
        assert_eq!(find("fr", "Il s’est réuni", "Petit groupe", true), None);
        assert_eq!(find("fr", "l’État islamique", "État islamique", true), some("l’", "État islamique"));
        assert_eq!(find("fr", "ce mois-ci", "ce mois-ci", false), some("", "ce mois-ci"));
        assert_eq!(find("tr", "Bu yıl", "bu yıl", false), some("", "Bu yıl"));
        assert_eq!(find("en", "Isis and ISIS", "ISIS", true), some("", "ISIS"));
        assert_eq!(find("en", "yesterdays", "yesterday", false), None);
    }
}
