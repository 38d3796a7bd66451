//! The names of the months, and a word of a text -> the month that it names.
//!
//! It does not ask whether the word stands in a date.

use std::ops::Range;

use super::super::super::bare::{bare, partings};
use super::super::super::{Passage, TokenKind};
use super::super::numerals::follows;

/// How months are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// آذار.
    Levantine,
    /// مارس.
    Roman,
    /// آذار/مارس.
    Pair,
}

/// The names from January: of the Levant, of most others (the usual spelling first).
pub(super) const MONTHS: [(&[&str], &[&str]); 12] = [
    (&["كانون الثاني", "كانون ثاني"], &["يناير", "جانفي"]),
    (&["شباط"], &["فبراير", "فيفري"]),
    (&["آذار"], &["مارس"]),
    (&["نيسان"], &["أبريل", "إبريل", "أفريل"]),
    (&["أيار"], &["مايو", "ماي"]),
    (&["حزيران"], &["يونيو", "يونيه", "جوان"]),
    (&["تموز"], &["يوليو", "يوليه", "يوليوز", "جويلية"]),
    (&["آب"], &["أغسطس", "غشت", "أوت"]),
    (&["أيلول"], &["سبتمبر", "شتنبر"]),
    (&["تشرين الأول", "تشرين أول", "تشرين الاول"], &["أكتوبر"]),
    (&["تشرين الثاني", "تشرين ثاني"], &["نوفمبر", "نونبر"]),
    (&["كانون الأول", "كانون أول", "كانون الاول"], &["ديسمبر", "دجنبر"]),
];

/// A month in a text.
#[derive(Debug, Clone)]
pub(super) struct Month {
    /// From 0.
    pub number: usize,
    /// How it is named.
    pub style: Style,
    /// Its bytes, particles left out.
    pub range: Range<usize>,
    /// Its tokens, first and last.
    pub tokens: (usize, usize),
}

/// The month whose name begins at a token.
pub(super) fn month(passage: &Passage, at: usize) -> Option<Month> {
    let word = passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let letters = bare(passage.of(word));
    let second = follows(passage, at);
    let two = second.map(|second| bare(passage.of(&passage.tokens[second])));
    partings(&letters).filter(|(particles, _)| particles.chars().count() < 2).find_map(|(particles, name)| {
        let start = word.range.start + particles.len();
        let double = two.as_ref().map(|two| format!("{name} {two}"));
        MONTHS.iter().enumerate().find_map(|(number, (levantine, roman))| {
            let is = |name: &str| levantine.contains(&name);
            if let (Some(second), true) = (second, double.as_deref().is_some_and(is)) {
                let range = start..passage.tokens[second].range.end;
                return Some(Month { number, style: Style::Levantine, range, tokens: (at, second) });
            }
            let style = if is(name) { Style::Levantine } else { Style::Roman };
            let known = is(name) || roman.contains(&name);
            known.then_some(Month { number, style, range: start..word.range.end, tokens: (at, at) })
        })
    })
}

/// Whether a word is the name of a month, or begins one.
pub(in crate::lint::ar) fn is_month(word: &str) -> bool {
    let word = bare(word);
    MONTHS.iter().any(|(levantine, roman)| {
        roman.contains(&word.as_str()) || levantine.iter().any(|name| name.split(' ').next() == Some(&word))
    })
}
