//! A word where a month belongs -> the name that was meant, if it is a listed misspelling or a letter away from one.
//!
//! It says nothing of how a text names its months.

use std::ops::Range;

use super::super::super::bare::{bare, is_in, partings};
use super::super::super::token::is_digit;
use super::super::super::{Hit, Passage, TokenKind};
use super::names::{MONTHS, Month, Style, month};

/// Frequent misspellings that are no words.
const MISSPELT: &[(&str, &str)] = &[
    ("اذار", "آذار"),
    ("أذار", "آذار"),
    ("ايار", "أيار"),
    ("إيار", "أيار"),
    ("ايلول", "أيلول"),
    ("إيلول", "أيلول"),
    ("حزيزان", "حزيران"),
    ("ابريل", "أبريل"),
    ("اغسطس", "أغسطس"),
    ("إغسطس", "أغسطس"),
    ("سبتمر", "سبتمبر"),
    ("سيتمبر", "سبتمبر"),
    ("اكتوبر", "أكتوبر"),
    ("إكتوبر", "أكتوبر"),
    ("أوكتوبر", "أكتوبر"),
    ("نوفمير", "نوفمبر"),
    ("ديسمير", "ديسمبر"),
    ("فبرابر", "فبراير"),
];

/// A word after the slash that is nearly the name of the same month.
pub(super) fn partner(passage: &Passage, first: &Month, at: usize, hits: &mut Vec<Hit>) {
    let (levantine, roman) = MONTHS[first.number];
    let names = if first.style == Style::Levantine { roman } else { levantine };
    let word = bare(passage.of(&passage.tokens[at]));
    let listed = MISSPELT.iter().any(|(wrong, _)| *wrong == word);
    let near = |name: &&&str| word.chars().count() > 3 && distance(&word, name) <= name.chars().count() / 3;
    if let Some(name) = names.iter().find(near).filter(|_| !listed) {
        let range = passage.tokens[at].range.clone();
        hits.push(spelt(passage, range.clone(), name).fix(range, *name));
    }
}

/// Places a letter away from a month.
const PLACES: &str = "ميسان بيسان جيلان";

/// A word in the place of a month, between a day and a year or before a year, that is a letter away from one.
fn nearly(passage: &Passage, at: usize) -> Option<(Range<usize>, &'static str)> {
    let number = |at: Option<usize>, digits: std::ops::RangeInclusive<usize>| {
        at.map(|at| &passage.tokens[at]).is_some_and(|token| {
            let text = passage.of(token);
            token.kind == TokenKind::Number
                && text.chars().all(is_digit)
                && digits.contains(&text.chars().count())
        })
    };
    let token = &passage.tokens[at];
    let word = bare(passage.of(token));
    let head = passage.previous(at).map(|before| bare(passage.of(&passage.tokens[before])));
    let dated = number(passage.previous(at), 1..=2)
        || head.as_deref().is_some_and(|head| matches!(head, "في" | "منذ" | "حتى"));
    if !dated || !number(passage.next(at), 4..=4) || word.chars().count() < 4 || month(passage, at).is_some()
    {
        return None;
    }
    if is_in(PLACES, &word) {
        return None;
    }
    let names = MONTHS.iter().flat_map(|(levantine, roman)| levantine.iter().chain(*roman));
    let mut near = names.filter(|name| name.chars().count() > 4 && is_slip(&word, name));
    near.next().filter(|_| near.next().is_none()).map(|name| (token.range.clone(), *name))
}

/// One letter changed, added or left out, or two neighbours exchanged.
fn is_slip(word: &str, name: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let turned = (1..letters.len()).any(|at| {
        let mut other = letters.clone();
        other.swap(at - 1, at);
        other.into_iter().eq(name.chars())
    });
    turned || distance(word, name) == 1
}

/// A name without the article of its number: تشرين ثاني.
pub(super) fn unarticled(passage: &Passage, month: &Month) -> Option<String> {
    let written = bare(passage.slice(month.range.clone()));
    let (name, number) = written.split_once(' ')?;
    let right = match number {
        "أول" | "اول" => "الأول",
        "ثاني" | "ثان" => "الثاني",
        _ => return None,
    };
    Some(format!("{name} {right}"))
}

/// A name on the list of misspellings.
pub(super) fn misspelt(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
    let range = passage.tokens[at].range.clone();
    if let Some((range, right)) = nearly(passage, at)
        && !MISSPELT.iter().any(|(wrong, _)| *wrong == passage.slice(range.clone()))
    {
        hits.push(spelt(passage, range.clone(), right).fix(range, right));
        return;
    }
    let word = passage.slice(range.clone());
    let found = partings(word).filter(|(particles, _)| particles.chars().count() < 2).find_map(
        |(particles, rest)| {
            let (_, right) = MISSPELT.iter().find(|(wrong, _)| *wrong == rest)?;
            Some((range.start + particles.len()..range.end, *right))
        },
    );
    if let Some((range, right)) = found {
        hits.push(spelt(passage, range.clone(), right).fix(range, right));
    }
}

pub(super) fn spelt(passage: &Passage, range: Range<usize>, right: &str) -> Hit {
    let text = passage.slice(range.clone());
    Hit::warning("AR18", range, format!("`{text}` is written `{right}`")).help(format!("write `{right}`"))
}

/// Letters to change, add or drop between two words.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let change = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}
