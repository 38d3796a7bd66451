//! The text of a cell -> an exact number in the form that the data takes, or nothing where nothing is said.
//!
//! A number is never guessed: where a mark can stand for decimals or for groups (`1,234`) and neither the map nor
//! the rest of the column says which, that is a fault. What is missing is missing and never zero.

use super::fold::{digit, folded};

/// What separates the decimals; the other of comma and point separates groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// A number as it was cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// `-1234.50`, `7.9M`: Latin digits, a point, no grouping; a suffix as typed.
    pub digits: String,
    /// Whether a percent sign stood beside it. The number itself is as typed.
    pub percent: bool,
    /// The mark of a note behind it: `*`, `†`.
    pub flag: Option<String>,
}

/// Why a text is no number that can be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// It has words or signs in it.
    Words,
    /// It means one number or another.
    Either(String, String),
    /// Its groups are not of three digits, or its marks are not those that are declared.
    Groups,
    /// It has more than one sign.
    Signs,
    /// It has more digits than a number of the data may have.
    Long,
}

/// Digits that a number of the data may have.
const MOST_DIGITS: usize = 15;

/// Words for "not known", as they are folded; texts without any letter or digit count as well.
const MISSING: [&str; 14] = [
    "nan",
    "na",
    "nd",
    "null",
    "notavailable",
    "notapplicable",
    "nodata",
    "unknown",
    "غيرمتوفر",
    "غيرمتاح",
    "لايوجد",
    "لاينطبق",
    "غيرمعروف",
    "لاتوجد",
];

/// Whether a text says that there is no value: empty, `-`, `..`, `nan`, غير متوفر, or a word of one's own.
pub fn is_missing(text: &str, more: &[String]) -> bool {
    let word = folded(text);
    word.is_empty() || MISSING.contains(&word.as_str()) || more.iter().any(|known| folded(known) == word)
}

/// Cleans a text; `None` where it says nothing. `strip` are words around numbers that mean nothing more.
pub fn clean(
    text: &str,
    mark: Option<Mark>,
    strip: &[String],
    missing: &[String],
) -> Result<Option<Cleaned>, Unclear> {
    if is_missing(text, missing) {
        return Ok(None);
    }
    read(text, mark, strip).map(|(cleaned, _)| Some(cleaned))
}

/// Which mark a text proves to separate decimals, if it proves one: `1,234,567` and `12.5` the point.
pub fn proven(text: &str, strip: &[String]) -> Option<Mark> {
    read(text, None, strip).ok()?.1
}

/// A text without what cannot be seen, with Latin digits and one kind of space.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => None,
        '\u{feff}' | '\u{ad}' | 'ـ' => None,
        '٠'..='٩' => Some(digit(c, '٠')),
        '۰'..='۹' => Some(digit(c, '۰')),
        '٪' => Some('%'),
        '−' | '–' | '‐' | '‑' | '﹣' | '－' => Some('-'),
        '،' => Some(','),
        '’' => Some('\''),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(one).collect::<String>().trim().to_owned()
}

fn read(text: &str, mark: Option<Mark>, strip: &[String]) -> Result<(Cleaned, Option<Mark>), Unclear> {
    let text = plain(text);
    let mut body = text.as_str();
    for word in strip.iter().map(|word| plain(word)).filter(|word| !word.is_empty()) {
        body = body.strip_prefix(&*word).unwrap_or(body).trim();
        body = body.strip_suffix(&*word).unwrap_or(body).trim();
    }
    let (mut flag, mut percent, mut signs, mut negative) = (String::new(), false, 0, false);
    // What stands around a number, from outside in.
    loop {
        let before = body;
        let is_flag = |c: char| "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
        let unmarked = body.trim_end_matches(is_flag);
        flag.insert_str(0, &body[unmarked.len()..]);
        body = unmarked.trim_end();
        for stripped in [body.strip_suffix('%'), body.strip_prefix('%')].into_iter().flatten() {
            percent = true;
            body = stripped.trim();
        }
        if let Some(inner) = body.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            (signs, negative, body) = (signs + 1, true, inner.trim());
        }
        for stripped in [body.strip_prefix('-'), body.strip_suffix('-')].into_iter().flatten() {
            (signs, negative, body) = (signs + 1, true, stripped.trim());
        }
        if let Some(rest) = body.strip_prefix('+') {
            (signs, body) = (signs + 1, rest.trim());
        }
        if body == before {
            break;
        }
    }
    if signs > 1 {
        return Err(Unclear::Signs);
    }
    let suffix = body.chars().next_back().filter(|c| "KMBT".contains(*c));
    let body = suffix.map_or(body, |suffix| &body[..body.len() - suffix.len_utf8()]);
    let (whole, decimals, proof) = parted(body, mark)?;
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if whole.len() + decimals.len() > MOST_DIGITS {
        return Err(Unclear::Long);
    }
    let mut digits = format!("{}{whole}", if negative { "-" } else { "" });
    if !decimals.is_empty() {
        digits = format!("{digits}.{decimals}");
    }
    digits.extend(suffix);
    let flag = Some(flag).filter(|flag| !flag.is_empty());
    Ok((Cleaned { digits, percent, flag }, proof))
}

/// Digits before and behind the mark of decimals, and which mark that is if there is no doubt.
fn parted(body: &str, mark: Option<Mark>) -> Result<(String, String, Option<Mark>), Unclear> {
    let is_mark = |c: char| ",.'٬٫ ر".contains(c);
    if body.is_empty() || !body.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return Err(Unclear::Words);
    }
    let marks: Vec<char> = body.chars().filter(|c| is_mark(*c)).collect();
    let parts: Vec<&str> = body.split(is_mark).collect();
    let (Some(last), Some(first)) = (parts.last(), parts.first()) else { return Err(Unclear::Words) };
    let grouped = |parts: &[&str], marks: &[char]| {
        let same = marks.windows(2).all(|pair| pair[0] == pair[1]);
        let sized = parts.iter().skip(1).all(|part| part.len() == 3) && (1..=3).contains(&parts[0].len());
        if marks.is_empty() && !parts[0].is_empty() || same && sized {
            Ok(parts.concat())
        } else {
            Err(Unclear::Groups)
        }
    };
    let with_decimals = |proof: Option<Mark>| {
        let (whole, groups) = (&parts[..parts.len() - 1], &marks[..marks.len() - 1]);
        if last.is_empty() {
            return Err(Unclear::Groups);
        }
        // `.5` is a half.
        let digits =
            if groups.is_empty() && first.is_empty() { String::new() } else { grouped(whole, groups)? };
        Ok((digits, (*last).to_owned(), proof))
    };
    let soft = |c: char| match c {
        '.' => Some(Mark::Point),
        ',' => Some(Mark::Comma),
        _ => None,
    };
    let other = |mark: Mark| if mark == Mark::Point { Mark::Comma } else { Mark::Point };
    let Some(end) = marks.last().copied() else { return Ok((grouped(&parts, &marks)?, String::new(), None)) };
    if matches!(end, '٫' | 'ر') {
        return with_decimals(None);
    }
    let Some(kind) = soft(end) else { return Ok((grouped(&parts, &marks)?, String::new(), None)) };
    let times = marks.iter().filter(|c| **c == end).count();
    // The last of several kinds separates decimals, once.
    if marks.iter().any(|c| *c != end) {
        return match mark {
            Some(declared) if declared != kind => Err(Unclear::Groups),
            _ if times > 1 => Err(Unclear::Groups),
            _ => with_decimals(Some(kind)),
        };
    }
    match mark {
        Some(declared) if declared == kind => match times {
            1 => with_decimals(Some(kind)),
            _ => Err(Unclear::Groups),
        },
        Some(declared) => Ok((grouped(&parts, &marks)?, String::new(), Some(declared))),
        None if times > 1 => Ok((grouped(&parts, &marks)?, String::new(), Some(other(kind)))),
        None if last.len() == 3 && (1..=3).contains(&first.len()) && !first.starts_with('0') => {
            Err(Unclear::Either(parts.concat(), format!("{first}.{last}")))
        }
        None => with_decimals(Some(kind)),
    }
}

#[cfg(test)]
mod tests;
