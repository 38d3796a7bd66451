//! A text with its tokens, and what its house knows of its words.

use std::ops::Range;

use super::bare::{bare, partings};
use super::phrases::spoken;
use super::token::{Token, TokenKind, tokens};
use crate::model;

/// What a text is, as far as rules on its beginning and end care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A title, a label, a cell: no full stop at its end.
    Line,
    /// One or more whole sentences.
    Sentences,
    /// A file of paragraphs, titles and lists, parted by line ends; what is what has to be guessed.
    Document,
}

/// What a house has settled about its words, for one language.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Glossary: a name for the concept, the forms to use (the first is the default), the forms to avoid.
    pub glossary: Vec<Term>,
    /// Words that a rule would report and that this house wants, as they are written. No hit on exactly these
    /// words is reported; in Arabic vowel marks do not count and particles may stand before them.
    pub allowed: Vec<String>,
}

/// One concept of the glossary in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// Id.
    pub id: String,
    /// The forms to use, the default one first.
    pub forms: Vec<String>,
    /// The forms to avoid.
    pub reject: Vec<String>,
}

impl Terms {
    /// The glossary of a house in one language.
    pub fn of(glossary: &[model::Term], lang: &str) -> Self {
        let term = |term: &model::Term| {
            let forms = term.forms.get(lang).into_iter().flatten();
            let (mut forms, others): (Vec<_>, Vec<_>) = forms.partition(|(name, _)| *name == "default");
            forms.extend(others);
            Term {
                id: term.id.value.clone(),
                forms: forms.into_iter().map(|(_, form)| form.clone()).collect(),
                reject: term.reject.get(lang).cloned().unwrap_or_default(),
            }
        };
        Self { glossary: glossary.iter().map(term).collect(), ..Self::default() }
    }

    /// Whether the house wants some flagged words as they are.
    pub(super) fn allows(&self, flagged: &str, lang: &str) -> bool {
        let said = |allowed: &String| {
            let arabic =
                || partings(&bare(flagged)).any(|(_, rest)| !rest.is_empty() && rest == bare(allowed));
            flagged == allowed || lang == "ar" && arabic()
        };
        self.allowed.iter().any(said)
    }
}

/// A text to be checked.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, without region: `ar`, `fr`.
    pub lang: &'a str,
    /// What it is.
    pub kind: Kind,
    /// What the house has settled.
    pub terms: &'a Terms,
    /// Every token, in order and without gaps.
    pub tokens: Vec<Token>,
    /// The text as phrases are compared.
    spoken: String,
    quick: Quick,
}

impl<'a> Passage<'a> {
    /// Reads a text.
    pub fn new(text: &'a str, lang: &'a str, kind: Kind, terms: &'a Terms) -> Self {
        let lang = lang.split('-').next().unwrap_or(lang);
        let spoken = spoken(text, lang, false).into_owned();
        let quick = Quick::of(&spoken);
        Self { text, lang, kind, terms, tokens: tokens(text), spoken, quick }
    }

    /// Whether a phrase can stand in the text at all: a quick no for most.
    pub(super) fn may_hold(&self, phrase: &str) -> bool {
        // Asked of every text for hundreds of phrases.
        let end = phrase.bytes().position(|byte| byte == b' ').unwrap_or(phrase.len());
        let first = &phrase[..end];
        // للتحالف is ل + التحالف.
        let first = if self.lang == "ar" { first.strip_prefix("ال").unwrap_or(first) } else { first };
        // Without its first letter, which may be a capital, it mostly is as it is compared.
        let first = match first.split_at_checked(1) {
            Some((_, rest)) if rest.len() > 2 => rest,
            _ => first,
        };
        let first = spoken(first, self.lang, false);
        self.quick.may_hold(&first) && self.spoken.contains(&*first)
    }

    /// The text of a token.
    pub fn of(&self, token: &Token) -> &'a str {
        &self.text[token.range.clone()]
    }

    /// The text of a range.
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// The index of the next token after `at` that is no space; `None` at a line's end.
    pub fn next(&self, at: usize) -> Option<usize> {
        let after = self.tokens.iter().enumerate().skip(at + 1);
        after.map(|(at, token)| (at, token.kind)).find(|(_, kind)| *kind != TokenKind::Space).and_then(solid)
    }

    /// The index of the token before `at` that is no space; `None` at a line's start.
    pub fn previous(&self, at: usize) -> Option<usize> {
        let before = self.tokens.iter().enumerate().take(at).rev();
        before.map(|(at, token)| (at, token.kind)).find(|(_, kind)| *kind != TokenKind::Space).and_then(solid)
    }

    /// Each line: its range without the line end.
    pub fn lines(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        self.text.split('\n').map(move |line| {
            let range = start..start + line.trim_end_matches('\r').len();
            start += line.len() + 1;
            range
        })
    }
}

fn solid((at, kind): (usize, TokenKind)) -> Option<usize> {
    (kind != TokenKind::LineEnd).then_some(at)
}

/// Which four bytes follow each other anywhere in a text: where those of a word do not, the word is not there.
#[derive(Debug)]
struct Quick([u64; 32]);

impl Quick {
    fn of(text: &str) -> Self {
        let mut bits = [0; 32];
        for (word, bit) in Self::places(text) {
            bits[word] |= bit;
        }
        Self(bits)
    }

    /// A no is certain.
    fn may_hold(&self, word: &str) -> bool {
        Self::places(word).all(|(word, bit)| self.0[word] & bit != 0)
    }

    fn places(text: &str) -> impl Iterator<Item = (usize, u64)> {
        text.as_bytes().windows(4).map(|four| {
            let four = four.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte));
            // The golden ratio spreads like letters (Knuth, The Art of Computer Programming 3, 6.4).
            let place = four.wrapping_mul(0x9E37_79B1) >> 21;
            (place as usize / 64, 1 << (place % 64))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::lint;
    use super::*;

    #[test]
    fn words_that_a_house_wants_pass_every_rule() {
        let allowed = |words: &[&str]| Terms {
            allowed: words.iter().map(|word| (*word).to_owned()).collect(),
            ..Terms::default()
        };
        let codes = |text: &str, lang: &str, terms: &Terms| -> Vec<&'static str> {
            lint(text, lang, Kind::Line, terms).into_iter().map(|hit| hit.code).collect()
        };
        let text = "وصل الى بغداد بنسبة %30";
        assert_eq!(codes(text, "ar", &Terms::default()), ["AR08", "AR03"]);
        assert_eq!(codes(text, "ar", &allowed(&["الى"])), ["AR03"]);
        assert_eq!(codes(text, "ar", &allowed(&["الى", "%30", ""])), Vec::<&str>::new());
        assert_eq!(codes("والى بغداد", "ar", &allowed(&["الى"])), Vec::<&str>::new());
        assert_eq!(codes("وإجتماع", "ar", &allowed(&["إجتماع"])), Vec::<&str>::new());
        assert_eq!(codes("وإجتماع", "ar", &allowed(&["اجتماع"])), ["AR08"]);
    }

    #[test]
    fn no_word_of_a_text_is_missed() {
        let text = "وصل ٣٠ من العائدين إلى بغداد، and 7.9 million went home — à l’été";
        let quick = Quick::of(text);
        for from in text.char_indices().map(|(at, _)| at) {
            for to in text[from..].char_indices().map(|(at, _)| from + at) {
                assert!(quick.may_hold(&text[from..to]), "{}", &text[from..to]);
            }
        }
        let others = ["yesterday", "الأسبوع", "العائدون إلى", "millions"];
        assert!(others.iter().all(|word| !quick.may_hold(word)));
    }
}
