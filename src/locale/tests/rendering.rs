//! How a row of a golden table is asked for, in the languages that have no table of their own shape:
//! `noun.prose more_than 7.7M`, `money.short 2B..3B`, `date 2018-05 early`.

use std::collections::BTreeMap;

use crate::model::{Counted, DatePart, Gender, NounForms, Per, Point, Unit};

use super::super::Case::Nominative;
use super::super::{Form, Locale, Measure, Phrase};
use super::{number, plain, quantity, rows};

/// The nouns of a language: name (`name.f` of a feminine noun), one, other, definite (`-` for none).
pub(super) struct Nouns(pub &'static [[&'static str; 4]]);

impl Nouns {
    pub fn unit(&self, lang: &str, name: &str) -> Unit {
        let own = |row: &&[&str; 4]| row[0].split('.').next() == Some(name);
        let &[name, one, other, definite] = self.0.iter().find(own).unwrap();
        let mut unit = Self::of(lang, one, other, (definite != "-").then_some(definite));
        if name.ends_with(".f") {
            unit.forms.values_mut().for_each(|forms| forms.gender = Some(Gender::Feminine));
        }
        unit
    }

    pub fn of(lang: &str, one: &str, other: &str, definite: Option<&str>) -> Unit {
        let definite = definite.map(str::to_owned);
        let forms =
            NounForms { one: Some(one.into()), other: other.into(), definite, ..NounForms::default() };
        Unit { gender: Gender::Masculine, forms: BTreeMap::from([(lang.to_owned(), forms)]) }
    }
}

/// Checks a table of `asked | expected` and says how many cases it had.
pub(super) fn check(locale: &Locale, nouns: &Nouns, table: &str) -> usize {
    let mut failed = Vec::new();
    let mut cases = 0;
    for row in rows(table) {
        let [asked, expected] = row[..] else { panic!("{row:?}") };
        let said = readable(&say(locale, nouns, asked));
        if said != expected {
            failed.push(format!("{asked}\n  expected {expected}\n  said     {said}"));
        }
        cases += 1;
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    cases
}

/// Ordinary spaces for all kinds of spaces.
fn readable(phrase: &Phrase) -> String {
    plain(phrase).replace('\u{202f}', " ")
}

fn say(locale: &Locale, nouns: &Nouns, asked: &str) -> Phrase {
    let (what, rest) = asked.split_once(' ').unwrap();
    let (what, form) = match what.split_once('.') {
        Some((what, "short")) => (what, Form::Short),
        Some((what, _)) => (what, Form::Prose),
        None => (what, Form::Prose),
    };
    match what {
        "date" | "dated" => {
            let (typed, part) = rest.split_once(' ').unwrap_or((rest, ""));
            let date = typed.parse().unwrap();
            if what == "dated" {
                return locale.dated(&date, part_of(part));
            }
            return locale.date(&date, part_of(part), form);
        }
        "period" => {
            let (from, to) = rest.split_once(' ').unwrap();
            let [from, to]: [Point; 2] = [from, to].map(|point| point.parse().unwrap());
            return locale.period(&from, &to, form);
        }
        "moment" => return locale.moment(&rest.parse().unwrap()),
        "hijri" => return locale.hijri(&rest.parse().unwrap()).unwrap(),
        "span" => return locale.span(rest.parse().unwrap(), Nominative),
        "number" => return locale.number(&number(rest)),
        "signed" => return locale.signed(rest.parse().unwrap()),
        "list" => return locale.list(rest.split(' ').map(Phrase::text).collect()),
        "capital" => return locale.capitalised(Phrase::text(rest)),
        "single" => return locale.single(&nouns.unit(locale.lang(), rest), Nominative),
        "first" | "last" => {
            let gender = if what == "first" { Gender::Masculine } else { Gender::Feminine };
            return locale.ordinal(rest.parse().unwrap(), gender, false, Nominative).unwrap();
        }
        "after" => {
            // A figure behind a preposition: `after de | approx 8M`.
            let (before, typed) = rest.split_once('+').unwrap();
            let figure = quantity(typed);
            let said = locale.measure(&Measure::new(&figure, Counted::Bare), Nominative, Form::Prose);
            return locale.contracted(Phrase::text(before).then(said.traced("figure")));
        }
        "change" => return change(locale, nouns, rest),
        _ => {}
    }
    let (typed, whole) = match rest.split_once(" of ") {
        Some((typed, whole)) => (typed, Some(whole)),
        None => (rest, None),
    };
    let (typed, than) = match typed.split_once(" than ") {
        Some((typed, than)) => (typed, Some(than)),
        None => (typed, None),
    };
    let (typed, per) = match typed.strip_suffix("/day") {
        Some(typed) => (typed, Some(Per::Day)),
        None => (typed, None),
    };
    let quantity = quantity(typed);
    let unit;
    let counted = match what {
        "share" => Counted::Percent,
        "points" => Counted::PercentagePoints,
        "bare" => Counted::Bare,
        code if code.chars().all(|c| c.is_ascii_uppercase()) => Counted::Money(code),
        name => {
            unit = nouns.unit(locale.lang(), name);
            Counted::Noun(&unit)
        }
    };
    let measure = Measure { whole, than, per, ..Measure::new(&quantity, counted) };
    locale.measure(&measure, Nominative, form)
}

/// `share 95 > 99`, told against May 2018; the size stands in brackets.
fn change(locale: &Locale, nouns: &Nouns, asked: &str) -> Phrase {
    let (what, values) = asked.split_once(' ').unwrap();
    let (before, now) = values.split_once(" > ").unwrap();
    let (before, now) = (quantity(before), quantity(now));
    let unit;
    let counted = match what {
        "share" => Counted::Percent,
        "USD" => Counted::Money("USD"),
        name => {
            unit = nouns.unit(locale.lang(), name);
            Counted::Noun(&unit)
        }
    };
    let when = locale.dated(&"2018-05".parse().unwrap(), None);
    let change = locale.change(&Measure::new(&before, counted), &Measure::new(&now, counted), Some(&when));
    match change.size {
        Some(size) => change.text.then_text(" [").then(size).then_text("]"),
        None => change.text,
    }
}

fn part_of(text: &str) -> Option<DatePart> {
    match text {
        "early" => Some(DatePart::Early),
        "mid" => Some(DatePart::Mid),
        "late" => Some(DatePart::Late),
        _ => None,
    }
}
