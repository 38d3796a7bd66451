//! A name or title in the locale's own language -> its runs by [`Kind`].
//!
//! Addresses, handles, codes and figures are left-to-right runs; in a right-to-left language Latin
//! words are foreign ones, in a left-to-right language Arabic words. Nothing is changed but the division.

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
                (_, Direction::Rtl) => phrase.push(Phrase::text(run)),
                (_, Direction::Ltr) => push_with_arabic(&mut phrase, run),
            }
        }
        phrase
    }
}

/// Parts text of a left-to-right language from the Arabic words in it, which would draw the numbers
/// beside them to their other side.
fn push_with_arabic(phrase: &mut Phrase, mut text: &str) {
    while let Some(start) = text.find(arabic) {
        let mut end = start;
        for (at, c) in text[start..].char_indices() {
            match c {
                _ if arabic(c) => end = start + at + c.len_utf8(),
                ' ' | '\u{a0}' | '،' | '؛' => {}
                _ => break,
            }
        }
        phrase.push(Phrase::text(&text[..start]));
        phrase.push(Phrase(vec![Part {
            text: text[start..end].to_owned(),
            kind: Kind::Foreign,
            lang: Some("ar".to_owned()),
            ..Part::default()
        }]));
        text = &text[end..];
    }
    phrase.push(Phrase::text(text));
}

/// Letters and marks of the Arabic script.
fn arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65f}' | '\u{670}'..='\u{6d3}' | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{6ff}')
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
        '/' | ':' | '.' | ',' | '-' | '_' | '@' | '#' | '+' | '&' | '=' | '?' | '~' | '\'' | '’' | '–'
    ) || sign(c)
}

/// Signs that belong to the number or unit before or after them.
fn sign(c: char) -> bool {
    matches!(c, '%' | '‰' | '°' | '²' | '³' | '$' | '€' | '£' | '¥')
}

/// Signs before a number, a handle or a unit.
fn lead(c: char) -> bool {
    let before_number = matches!(c, '+' | '-' | '\u{2212}' | '±' | '<' | '>' | '~' | '≈' | '≤' | '≥');
    before_number || matches!(c, '@' | '#' | '°' | '$' | '€' | '£' | '¥')
}

/// Units that follow their number across a space.
const UNITS: [&str; 22] = [
    "%", "°C", "°F", "km", "km²", "m", "m²", "m³", "cm", "mm", "ha", "kg", "g", "t", "L", "l", "MW", "kW",
    "GB", "MB", "USD", "EUR",
];

/// The end of a telephone number that starts here: `+964 780 195 8802`, `(+964) 780-195`, `00964 780 195`,
/// at least seven digits.
fn telephone(chars: &[(usize, char)]) -> Option<usize> {
    let mut index = 0;
    let at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let open = at(0) == Some('(');
    index += usize::from(open);
    match (at(index), at(index + 1)) {
        (Some('+'), Some('0'..='9')) => index += 1,
        (Some('0'), Some('0')) if !open => {}
        _ => return None,
    }
    let (mut digits, mut end, mut gap) = (0, index, 0);
    while let Some(c) = at(index) {
        index += 1;
        match c {
            '0'..='9' => (digits, end, gap) = (digits + 1, index, 0),
            ' ' | '\u{a0}' | '-' | '(' | ')' if gap < 2 => gap += 1,
            _ => break,
        }
    }
    (digits >= 7).then_some(end)
}

/// Finds the runs in order as kind and byte range, without gaps.
fn scan(text: &str) -> Vec<(Run, usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map_or(text.len(), |(at, _)| *at);
    let is = |index: usize, test: fn(char) -> bool| chars.get(index).is_some_and(|(_, c)| test(*c));
    let mut runs = Vec::new();
    let (mut index, mut own) = (0, 0);
    while index < chars.len() {
        let fresh = index == own || !is(index - 1, core);
        if let Some(end) = chars.get(index..).filter(|_| fresh).and_then(telephone) {
            if own < index {
                runs.push((Run::Own, at(own), at(index)));
            }
            runs.push((Run::Figure, at(index), at(index + end)));
            index += end;
            own = index;
            continue;
        }
        let starts = is(index, core) || (is(index, lead) && is(index + 1, core));
        if !starts {
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
            && !is(index - 1, sign)
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
/// which would otherwise stand in the wrong order, and a number with its unit.
fn merge(text: &str, runs: Vec<(Run, usize, usize)>) -> Vec<(Run, &str)> {
    let mut merged: Vec<(Run, usize, usize)> = Vec::new();
    for (kind, start, end) in runs {
        let joins = match merged.as_slice() {
            [.., (before, ..), (Run::Own, gap, until)] => {
                let gap = &text[*gap..*until];
                let space = matches!(gap, " " | "\u{a0}");
                let punctuation = gap
                    .chars()
                    .all(|c| matches!(c, ' ' | '\u{a0}' | ',' | ':' | ';' | '&' | '-' | '–' | '.'));
                match (before, kind) {
                    (Run::Words, Run::Words) if punctuation => Some(Run::Words),
                    (Run::Words, Run::Figure) if space => Some(Run::Words),
                    (Run::Figure, Run::Words) if space && UNITS.contains(&&text[start..end]) => {
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
