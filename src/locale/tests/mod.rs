//! Golden tables: every expectation is settled by grammar, not by what the code prints.
//!
//! A table has one case a line, columns divided by `|`. Spaces stand for no-break spaces too and word
//! joiners are left out, so that the tables can be read; `spacing.rs` tests both exactly.

mod arabic;
mod changes;
mod dates;
mod english;
mod french;
mod golden;
mod labels;
mod money;
mod own;
mod persian;
mod rendering;
mod sorani;
mod spacing;
mod styles;
mod text;
mod turkish;
mod vague;

use crate::model::{Counted, Gender, NounForms, Number, Qualifier, Quantity, Style, Unit};

use super::{Case, Form, Locale, Measure, Phrase};

fn ar() -> Locale {
    styled("ar", "un")
}

fn en() -> Locale {
    styled("en", "un")
}

fn styled(lang: &str, profile: &str) -> Locale {
    Locale::new(lang, &Style { profile: Some(profile.into()), ..Style::default() }).unwrap()
}

/// Readable text: ordinary spaces, no joiners.
fn plain(phrase: &Phrase) -> String {
    phrase.plain().replace('\u{a0}', " ").replace('\u{2060}', "")
}

/// The cells of a table, one row a line.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
}

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

/// `more_than 7.7M`, `2M..3M`, `order 4`, `majority`, `7`.
fn quantity(text: &str) -> Quantity {
    if let Some((low, high)) = text.split_once("..") {
        return Quantity::Range(number(low), number(high));
    }
    let (word, rest) = text.split_once(' ').unwrap_or(("exact", text));
    let qualifier = match (word, rest) {
        ("order", magnitude) => return Quantity::Order(magnitude.parse().unwrap()),
        (_, "less_than_figure") => return Quantity::LessThanFigure("returned".into()),
        (_, "majority") => return Quantity::Majority,
        (_, "all") => return Quantity::All,
        (_, "none") => return Quantity::None,
        (_, "limited") => return Quantity::Limited,
        (_, "unquantified") => return Quantity::Unquantified,
        ("exact", _) => Qualifier::Exact,
        ("approx", _) => Qualifier::Approx,
        ("nearly", _) => Qualifier::Nearly,
        ("more_than", _) => Qualifier::MoreThan,
        ("at_least", _) => Qualifier::AtLeast,
        ("up_to", _) => Qualifier::UpTo,
        ("less_than", _) => Qualifier::LessThan,
        _ => panic!("{text}"),
    };
    Quantity::One(qualifier, number(rest))
}

fn case(text: &str) -> Case {
    match text {
        "nom" => Case::Nominative,
        "acc" => Case::Accusative,
        "gen" => Case::Genitive,
        _ => panic!("{text}"),
    }
}

fn forms(arabic: [&str; 7]) -> NounForms {
    let [one, two_nom, two_obl, few, many, other, definite] = arabic.map(|form| Some(form.to_owned()));
    NounForms { one, two_nom, two_obl, few, many, other: other.unwrap(), definite, ..NounForms::default() }
}

fn unit(gender: Gender, arabic: [&str; 7], one: &str, other: &str) -> Unit {
    let english = NounForms { one: Some(one.into()), other: other.into(), ..NounForms::default() };
    Unit { gender, forms: [("ar".into(), forms(arabic)), ("en".into(), english)].into() }
}

fn person() -> Unit {
    let arabic = ["شخص", "شخصان", "شخصين", "أشخاص", "شخصًا", "شخص", "الأشخاص"];
    unit(Gender::Masculine, arabic, "person", "people")
}

fn partner() -> Unit {
    let arabic = ["شريك", "شريكان", "شريكين", "شركاء", "شريكًا", "شريك", "الشركاء"];
    unit(Gender::Masculine, arabic, "partner", "partners")
}

fn strike() -> Unit {
    let arabic = ["ضربة", "ضربتان", "ضربتين", "ضربات", "ضربة", "ضربة", "الضربات"];
    unit(Gender::Feminine, arabic, "strike", "strikes")
}

fn metre() -> Unit {
    let arabic = ["متر", "متران", "مترين", "أمتار", "مترًا", "متر", "الأمتار"];
    unit(Gender::Masculine, arabic, "metre", "metres")
}

/// The phrase of a quantity in prose.
fn prose(locale: &Locale, typed: &str, counted: Counted<'_>, case: Case) -> String {
    plain(&locale.measure(&Measure::new(&quantity(typed), counted), case, Form::Prose))
}

/// The phrase of a quantity in a tile.
fn short(locale: &Locale, typed: &str, counted: Counted<'_>) -> String {
    plain(&locale.measure(&Measure::new(&quantity(typed), counted), Case::Nominative, Form::Short))
}

#[test]
fn a_locale_is_sent_between_threads() {
    fn shared<T: Send + Sync + Copy>() {}
    shared::<Locale>();
}
