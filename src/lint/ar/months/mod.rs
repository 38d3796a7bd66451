//! AR18: names of months. A pair whose halves are different months (`كانون الثاني/ديسمبر`), misspelt names, names
//! without their article (`تشرين ثاني`), a space at the slash of a pair, and two ways to name months in the dates of one text.
//!
//! A name counts as a date only beside a number; names of events (ثورة 14 تموز، هجمات 11 سبتمبر) do not count,
//! and a short name after its pair (في 3 آذار/مارس ... في 5 آذار) is one way.

mod names;
mod spelling;

pub(super) use self::names::is_month;
use self::names::{MONTHS, Month, Style, month};
use self::spelling::{misspelt, partner, spelt, unarticled};
use super::super::bare::{bare, partings};
use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};

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
