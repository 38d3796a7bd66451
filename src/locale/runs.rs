//! A name or title in the locale's own language -> its runs by [`Kind`].
//!
//! Addresses, handles, codes and figures are left-to-right runs; in a right-to-left language Latin
//! words are foreign ones. Nothing is changed but the division.

use super::{Direction, Kind, Locale, Part, Phrase};

impl Locale {
    /// Divides a text into its runs.
    pub fn text(&self, text: &str) -> Phrase {
        let mut phrase = Phrase::default();
        for (kind, run) in merge(text, scan(text)) {
            match (kind, self.language.direction) {
                (Run::Words, Direction::Rtl) => phrase.push(Phrase(vec![Part {
                    text: run.to_owned(),
                    kind: Kind::Foreign,
                    lang: Some("en".to_owned()),
                    ..Part::default()
                }])),
                (Run::Figure, Direction::Rtl) | (Run::Address, _) => phrase.push(Phrase::ltr(run)),
                _ => phrase.push(Phrase::text(run)),
            }
        }
        phrase
    }
}

/// What a run consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// Everything that is not one of the others.
    Own,
    /// Latin words.
    Words,
    /// Figures and codes with digits: `2254`, `A/72/865`, `PDF/A-3a`, `95%`.
    Figure,
    /// Addresses and handles.
    Address,
}

/// Latin letters and digits, of which every run has at least one.
fn core(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c)
}

/// Marks that may stand inside a run between letters and digits.
fn inner(c: char) -> bool {
    matches!(
        c,
        '/' | ':' | '.' | ',' | '-' | '_' | '@' | '#' | '%' | '+' | '&' | '=' | '?' | '~' | '\'' | '’' | '–'
    )
}

/// Finds the runs in order as kind and byte range, without gaps.
fn scan(text: &str) -> Vec<(Run, usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map_or(text.len(), |(at, _)| *at);
    let is = |index: usize, test: fn(char) -> bool| chars.get(index).is_some_and(|(_, c)| test(*c));
    let mut runs = Vec::new();
    let (mut index, mut own) = (0, 0);
    while index < chars.len() {
        let lead =
            is(index, |c| matches!(c, '@' | '#' | '+' | '-' | '\u{2212}' | '<' | '>')) && is(index + 1, core);
        if !lead && !is(index, core) {
            index += 1;
            continue;
        }
        let start = index;
        index += 1;
        while is(index, core) || is(index, inner) {
            index += 1;
        }
        let address =
            text[at(start)..at(index)].contains("://") || text[at(start)..at(index)].starts_with("www.");
        // Punctuation of the sentence is not part of the run; a percent sign and an address's slash are.
        while index > start + 1
            && is(index - 1, inner)
            && !is(index - 1, |c| c == '%')
            && !(address && is(index - 1, |c| c == '/'))
        {
            index -= 1;
        }
        if own < start {
            runs.push((Run::Own, at(own), at(start)));
        }
        runs.push((kind(&text[at(start)..at(index)]), at(start), at(index)));
        own = index;
    }
    if own < chars.len() {
        runs.push((Run::Own, at(own), text.len()));
    }
    runs
}

fn kind(run: &str) -> Run {
    if run.contains("://") || run.starts_with("www.") || run.contains('@') || run.starts_with('#') {
        Run::Address
    } else if run.chars().any(|c| c.is_ascii_digit()) {
        Run::Figure
    } else {
        Run::Words
    }
}

/// Joins what belongs together across a space: words of one title (`Daesh: the cells`, `DTM Round 2`),
/// which would otherwise stand in the wrong order, and the groups of a telephone number.
fn merge(text: &str, runs: Vec<(Run, usize, usize)>) -> Vec<(Run, &str)> {
    let mut merged: Vec<(Run, usize, usize)> = Vec::new();
    for (kind, start, end) in runs {
        let joins = match merged.as_slice() {
            [.., (before, from, _), (Run::Own, gap, until)] => {
                let gap = &text[*gap..*until];
                let space = matches!(gap, " " | "\u{a0}");
                let punctuation = gap
                    .chars()
                    .all(|c| matches!(c, ' ' | '\u{a0}' | ',' | ':' | ';' | '&' | '-' | '–' | '.'));
                match (before, kind) {
                    (Run::Words, Run::Words) if punctuation => Some(Run::Words),
                    (Run::Words, Run::Figure) if space => Some(Run::Words),
                    (Run::Figure, Run::Figure) if space && text[*from..].starts_with('+') => {
                        Some(Run::Figure)
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        match joins {
            Some(joined) => {
                merged.pop();
                if let Some(last) = merged.last_mut() {
                    *last = (joined, last.1, end);
                }
            }
            None => merged.push((kind, start, end)),
        }
    }
    merged.into_iter().map(|(kind, start, end)| (kind, &text[start..end])).collect()
}
