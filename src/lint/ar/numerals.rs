//! A number in Arabic words -> what it asks of the noun after it.
//!
//! It reads no ordinals and no fractions, and no digits: [`super::figures`] does.

use std::ops::Range;

use super::super::bare::{bare, partings};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::figures::Count;
use super::nouns::Gender;

/// A number in words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its tokens, first and last.
    pub tokens: (usize, usize),
    /// What it asks.
    pub count: Count,
    /// The gender of the noun that its form fits; `None` if every noun fits, or if its own words disagree.
    pub fits: Option<Gender>,
    /// Whether its own words disagree: إحدى عشر.
    pub torn: bool,
    /// Whether it is also a fraction (خُمس): five, or a fifth.
    pub fraction: bool,
}

/// 3 to 10 and "some", as they count a masculine and a feminine noun.
const UNITS: [(&str, &str); 10] = [
    ("بضعة", "بضع"),
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("ثمانية", "ثمان"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
];

/// 11 and 12 before their ten, as they count a masculine and a feminine noun.
const LOW: [(&str, &str); 3] = [("أحد", "إحدى"), ("اثنا", "اثنتا"), ("اثني", "اثنتي")];

/// The tens, nominative; the oblique ends in ين.
const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

/// Hundreds and duals of scales that stand before a noun.
const HUNDREDS: [&str; 10] =
    ["مئة", "مائة", "مئتا", "مئتي", "مائتا", "مائتي", "مليوني", "ملياري", "ألفي", "مليارا"];

/// The hundreds 300 to 900 in one word.
const HUNDRED_STEMS: [&str; 7] = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"];

/// The pairs of a list that a word belongs to, with the gender that its form counts.
fn unit(word: &str, list: &[(&str, &str)]) -> Option<Gender> {
    list.iter().find_map(|(masculine, feminine)| match word {
        _ if word == *masculine => Some(Gender::M),
        _ if word == *feminine => Some(Gender::F),
        _ => None,
    })
}

fn is_ten(word: &str) -> bool {
    TENS.iter().any(|ten| word == *ten || word.strip_suffix("ين") == ten.strip_suffix("ون"))
}

fn is_hundred(word: &str) -> bool {
    let stem = word.strip_suffix("مئة").or_else(|| word.strip_suffix("مائة"));
    HUNDREDS.contains(&word) || stem.is_some_and(|stem| HUNDRED_STEMS.contains(&stem) || stem == "ثمان")
}

/// Whether a word makes a teen with عشر, though it is no number of its own here: الاثنا, بضعة.
fn is_teen(passage: &Passage, at: usize) -> bool {
    let word = bare(passage.of(&passage.tokens[at]));
    partings(&word).any(|(_, rest)| {
        let rest = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل")).unwrap_or(rest);
        let some = matches!(rest, "بضعة" | "بضع" | "حادية" | "ثانية");
        some || unit(rest, &UNITS).or_else(|| unit(rest, &LOW)).is_some()
    })
}

/// The number in words that begins at a token.
pub(super) fn numeral(passage: &Passage, at: usize) -> Option<Numeral> {
    let word = passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = bare(passage.of(word));
    if matches!(word.as_str(), "عشر" | "عشرة")
        && passage.previous(at).is_some_and(|before| is_teen(passage, before))
    {
        return None;
    }
    let after = follows(passage, at);
    let next = after.map(|next| bare(passage.of(&passage.tokens[next])));
    let read = |count, fits| Numeral { tokens: (at, at), count, fits, torn: false, fraction: false };
    partings(&word).find_map(|(particles, rest)| {
        // لست is "I am not".
        let glued = particles.ends_with('ل') && rest == "ست";
        let low = unit(rest, &LOW);
        let small = unit(rest, &UNITS).filter(|_| !glued);
        let teen = next.as_deref().filter(|next| matches!(*next, "عشر" | "عشرة"));
        if let (Some(gender), Some(ten), false) = (low.or(small), teen, matches!(rest, "عشر" | "عشرة"))
        {
            let torn = (gender == Gender::M) != (ten == "عشر");
            let fits = (!torn).then_some(gender);
            return Some(Numeral { tokens: (at, after?), torn, ..read(Count::Many, fits) });
        }
        let ten = next.as_deref().and_then(|next| next.strip_prefix('و')).is_some_and(is_ten);
        if ten && rest != "عشرة" && rest != "عشر" && (small.is_some() || low.is_some() || rest == "واحد")
        {
            return Some(Numeral { tokens: (at, after?), ..read(Count::Many, small) });
        }
        if let Some(gender) = small {
            let fraction = matches!(rest, "خمس" | "سبع" | "تسع" | "عشر");
            return Some(Numeral { fraction, ..read(Count::Few, Some(gender)) });
        }
        let count = if is_ten(rest) {
            Count::Many
        } else if is_hundred(rest) {
            Count::Hundred
        } else {
            return None;
        };
        Some(read(count, None))
    })
}

/// The numeral written for a noun of a gender.
pub(super) fn rewritten(passage: &Passage, numeral: &Numeral, gender: Gender) -> Option<String> {
    let (first, last) = numeral.tokens;
    let turn = |token: usize| {
        let word = bare(passage.of(&passage.tokens[token]));
        partings(&word).find_map(|(particles, rest)| {
            let (masculine, feminine) =
                UNITS.iter().chain(&LOW).find(|pair| pair.0 == rest || pair.1 == rest)?;
            let form = if gender == Gender::M { masculine } else { feminine };
            Some(format!("{particles}{form}"))
        })
    };
    let first_word = turn(first)?;
    let between = |range: Range<usize>| passage.slice(range);
    let rest = match last > first {
        true => passage.tokens[first].range.end..passage.tokens[last].range.end,
        false => return Some(first_word),
    };
    let ten = bare(passage.of(&passage.tokens[last]));
    if ten != "عشر" && ten != "عشرة" {
        return Some(format!("{first_word}{}", between(rest)));
    }
    let space = between(passage.tokens[first].range.end..passage.tokens[last].range.start);
    Some(format!("{first_word}{space}{}", if gender == Gender::M { "عشر" } else { "عشرة" }))
}

/// The word after a token, if only spaces stand between.
pub(super) fn follows(passage: &Passage, at: usize) -> Option<usize> {
    let space = passage.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Space);
    let word = passage.tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Word);
    (space && word).then_some(at + 2)
}

#[cfg(test)]
mod tests {
    use super::super::super::passage::{Kind, Terms};
    use super::*;

    #[test]
    fn words_are_read_with_their_particles() {
        let terms = Terms::default();
        let read = |text: &str| {
            let passage = Passage::new(text, "ar", Kind::Line, &terms);
            numeral(&passage, 0).map(|numeral| (numeral.tokens.1, numeral.count, numeral.fits, numeral.torn))
        };
        use Gender::{F, M};
        assert_eq!(read("وخمسة"), Some((0, Count::Few, Some(M), false)));
        assert_eq!(read("ثماني دول"), Some((0, Count::Few, Some(F), false)));
        assert_eq!(read("ثلاث عشرة"), Some((2, Count::Many, Some(F), false)));
        assert_eq!(read("إحدى عشر"), Some((2, Count::Many, None, true)));
        assert_eq!(read("خمسة وعشرين"), Some((2, Count::Many, Some(M), false)));
        assert_eq!(read("واحد وعشرون"), Some((2, Count::Many, None, false)));
        assert_eq!(read("بأربعين"), Some((0, Count::Many, None, false)));
        assert_eq!(read("ثلاثمئة"), Some((0, Count::Hundred, None, false)));
        assert_eq!(read("لست"), None);
        assert_eq!(read("عضو"), None);
    }
}
