//! AR18: names of months. A pair whose halves are different months (`كانون الثاني/ديسمبر`), misspelt names, names
//! without their article (`تشرين ثاني`), a space at the slash of a pair, and two ways to name months in the dates of one text.
//!
//! A name counts as a date only beside a number; names of events (ثورة 14 تموز، هجمات 11 سبتمبر) do not count,
//! and a short name after its pair (في 3 آذار/مارس ... في 5 آذار) is one way.

use std::ops::Range;

use super::super::bare::{bare, is_in, partings};
use super::super::quotation::{quotations, within};
use super::super::token::is_digit;
use super::super::{Hit, Passage, TokenKind};

/// How months are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// آذار.
    Levantine,
    /// مارس.
    Roman,
    /// آذار/مارس.
    Pair,
}

/// The names from January: of the Levant, of most others (the usual spelling first).
const MONTHS: [(&[&str], &[&str]); 12] = [
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

/// Words before the name of an event, a place or an institution.
const EVENTS: &[&str] = &[
    "ثورة",
    "حرب",
    "انتفاضة",
    "هجمات",
    "هجوم",
    "أحداث",
    "اعتداءات",
    "انقلاب",
    "حركة",
    "شارع",
    "ساحة",
    "جسر",
    "جامعة",
    "ميدان",
    "كوبري",
    "مدينة",
    "حي",
    "مستشفى",
    "مدرسة",
    "صحيفة",
    "قناة",
];

/// A month in a text.
#[derive(Debug, Clone)]
struct Month {
    /// From 0.
    number: usize,
    /// How it is named.
    style: Style,
    /// Its bytes, particles left out.
    range: Range<usize>,
    /// Its tokens, first and last.
    tokens: (usize, usize),
}

/// Looks at each name of a month.
pub(super) fn months(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    let mut dates: Vec<Month> = Vec::new();
    let mut at = 0;
    while at < passage.tokens.len() {
        let token = &passage.tokens[at];
        if token.kind != TokenKind::Word || within(&quoted, &token.range) {
            at += 1;
            continue;
        }
        misspelt(passage, at, hits);
        let Some(first) = month(passage, at) else {
            at += 1;
            continue;
        };
        at = first.tokens.1 + 1;
        let found = match pair(passage, &first, hits) {
            Some(both) => {
                at = both.tokens.1 + 1;
                both
            }
            None => first,
        };
        if is_date(passage, &found) {
            if let Some(right) = unarticled(passage, &found) {
                hits.push(spelt(passage, found.range.clone(), &right).fix(found.range.clone(), right));
            }
            mixed(passage, &found, &dates, hits);
            dates.push(found);
        }
    }
}

/// The month whose name begins at a token.
fn month(passage: &Passage, at: usize) -> Option<Month> {
    let word = passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let letters = bare(passage.of(word));
    let second = super::numerals::follows(passage, at);
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
pub(super) fn is_month(word: &str) -> bool {
    let word = bare(word);
    MONTHS.iter().any(|(levantine, roman)| {
        roman.contains(&word.as_str()) || levantine.iter().any(|name| name.split(' ').next() == Some(&word))
    })
}

/// The pair that a month begins, with what is wrong with it.
fn pair(passage: &Passage, first: &Month, hits: &mut Vec<Hit>) -> Option<Month> {
    let after = first.tokens.1 + 1;
    // A word joiner may hold the halves together.
    let skip =
        |at: usize| at + usize::from(passage.tokens.get(at).is_some_and(|token| is_gap(passage.of(token))));
    let slash = skip(after);
    let name = skip(slash + 1);
    let of = |at: usize| passage.tokens.get(at).map(|token| (token.kind, passage.of(token)));
    if of(slash) != Some((TokenKind::Mark, "/")) || of(name).is_none_or(|(kind, _)| kind != TokenKind::Word) {
        return None;
    }
    let spaced =
        [after, slash + 1].iter().any(|at| of(*at).is_some_and(|(kind, _)| kind == TokenKind::Space));
    let Some(second) = month(passage, name) else {
        partner(passage, first, name, hits);
        return None;
    };
    if second.style == first.style {
        return None;
    }
    let range = first.range.start..second.range.end;
    let text = passage.slice(range.clone());
    if second.number != first.number {
        let names = |month: &Month| {
            let (levantine, roman) = MONTHS[month.number];
            if month.style == Style::Levantine { roman[0] } else { levantine[0] }
        };
        let [one, other] = [passage.slice(first.range.clone()), passage.slice(second.range.clone())];
        hits.push(
            Hit::error("AR18", range.clone(), format!("`{text}` pairs two different months")).help(format!(
                "write `{one}/{}` or `{}/{other}`",
                names(first),
                names(&second)
            )),
        );
    } else if spaced {
        let (before, after) = (passage.slice(first.range.clone()), passage.slice(second.range.clone()));
        hits.push(
            Hit::warning("AR18", range.clone(), format!("`{text}` has a space at its slash"))
                .help("write the pair without spaces")
                .fix(range.clone(), format!("{before}/{after}")),
        );
    }
    Some(Month { number: first.number, style: Style::Pair, range, tokens: (first.tokens.0, second.tokens.1) })
}

/// Spaces, or a word joiner.
fn is_gap(text: &str) -> bool {
    text == "\u{2060}" || text.trim().is_empty() && text != "\n"
}

/// A word after the slash that is nearly the name of the same month.
fn partner(passage: &Passage, first: &Month, at: usize, hits: &mut Vec<Hit>) {
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
fn unarticled(passage: &Passage, month: &Month) -> Option<String> {
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
fn misspelt(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
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

fn spelt(passage: &Passage, range: Range<usize>, right: &str) -> Hit {
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

/// Whether a month stands in a date: a day before it or a year after it, and no event before that.
fn is_date(passage: &Passage, month: &Month) -> bool {
    let numeric = |at: Option<usize>| {
        at.and_then(|at| passage.tokens.get(at)).is_some_and(|token| matches!(token.kind, TokenKind::Number))
    };
    let before = passage.previous(month.tokens.0);
    let day = numeric(before);
    let year = passage.next(month.tokens.1).filter(|at| {
        numeric(Some(*at)) && passage.of(&passage.tokens[*at]).chars().filter(|c| c.is_numeric()).count() == 4
    });
    let head = if day { before.and_then(|at| passage.previous(at)) } else { before };
    let event = head.is_some_and(|at| {
        let word = bare(passage.of(&passage.tokens[at]));
        partings(&word).any(|(_, rest)| EVENTS.contains(&rest.strip_prefix("ال").unwrap_or(rest)))
    });
    (day || year.is_some()) && !event
}

/// A date named in another way than the first one of the text; said once for each way.
fn mixed(passage: &Passage, month: &Month, dates: &[Month], hits: &mut Vec<Hit>) {
    let Some(first) = dates.first().filter(|first| first.style != month.style) else { return };
    let said = dates.iter().any(|date| date.style == month.style);
    let introduced = dates.iter().any(|date| date.style == Style::Pair && date.number == month.number);
    if said || introduced {
        return;
    }
    let (text, other) = (passage.slice(month.range.clone()), passage.slice(first.range.clone()));
    hits.push(
        Hit::warning("AR18", month.range.clone(), format!("`{text}` and `{other}` name months in two ways"))
            .other(first.range.clone(), "named in the other way")
            .help("name the months of one text in one way"),
    );
}
