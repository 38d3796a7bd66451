//! The golden tables of a language in one file: rules, columns and cases. See the head of `golden/ar.txt`.

use crate::model::{Counted, Gender, QualifierWords, Style, Unit};

use super::super::{Case, Form};
use super::*;

const ARABIC: &str = include_str!("golden/ar.txt");
const ENGLISH: &str = include_str!("golden/en.txt");

/// One rule with its settings and cases.
#[derive(Default)]
struct Block<'a> {
    rule: &'a str,
    style: Style,
    columns: Vec<&'a str>,
    rows: Vec<Vec<&'a str>>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(rule) = line.strip_prefix("= ") {
            blocks.push(Block { rule, ..Block::default() });
            continue;
        }
        let block = blocks.last_mut().unwrap();
        let cells = || line.split('|').map(str::trim).collect::<Vec<_>>();
        if let Some(profile) = line.strip_prefix("profile: ") {
            block.style.profile = Some(profile.into());
        } else if let Some(wordings) = line.strip_prefix("say: ") {
            block.style.qualifiers = say(wordings);
        } else if block.columns.is_empty() {
            block.columns = cells()[1..].to_vec();
        } else {
            block.rows.push(cells());
        }
    }
    blocks
}

fn say(wordings: &str) -> QualifierWords {
    let mut words = QualifierWords::default();
    for (key, name) in wordings.split(", ").map(|pair| pair.split_once('=').unwrap()) {
        let place = match key {
            "approx" => &mut words.approx,
            "nearly" => &mut words.nearly,
            "more_than" => &mut words.more_than,
            "at_least" => &mut words.at_least,
            "up_to" => &mut words.up_to,
            "less_than" => &mut words.less_than,
            "range" => &mut words.range,
            _ => panic!("{key}"),
        };
        *place = Some(name.to_owned());
    }
    words
}

fn noun(name: &str) -> Option<Unit> {
    Some(match name {
        "person" => person(),
        "partner" => partner(),
        "strike" => strike(),
        "group" => unit(
            Gender::Feminine,
            [
                "مجموعة عمل",
                "مجموعتا عمل",
                "مجموعتي عمل",
                "مجموعات عمل",
                "مجموعة عمل",
                "مجموعة عمل",
                "مجموعات العمل",
            ],
            "working group",
            "working groups",
        ),
        "displaced" => unit(
            Gender::Masculine,
            ["نازح", "نازحان", "نازحين", "نازحين", "نازحًا", "نازح", "النازحين"],
            "displaced person",
            "displaced people",
        ),
        _ => return None,
    })
}

/// What a column says of a typed quantity.
fn cell(locale: &Locale, column: &str, typed: &str) -> String {
    let words: Vec<&str> = column.split(' ').collect();
    if let ["ordinal", gender, article, asked] = words[..] {
        let gender = if gender == "f" { Gender::Feminine } else { Gender::Masculine };
        let phrase = locale.ordinal(typed.parse().unwrap(), gender, article == "definite", case(asked));
        return plain(&phrase.unwrap());
    }
    let [name, asked, ref how @ ..] = words[..] else { panic!("{column}") };
    let (unit, asked) = (noun(name), case(asked));
    let counted = match (&unit, name) {
        (Some(unit), _) => Counted::Noun(unit),
        (None, "percent") => Counted::Percent,
        (None, "points") => Counted::PercentagePoints,
        (None, "bare") => Counted::Bare,
        (None, code) => Counted::Money(code),
    };
    match (how, &unit) {
        ([], _) => prose(locale, typed, counted, asked),
        (["alone"], _) => plain(&locale.number_only(&quantity(typed), counted, asked, Form::Prose)),
        (["tile"], _) => short(locale, typed, counted),
        (["known"], Some(unit)) => plain(&locale.known(&number(typed), unit, asked).unwrap()),
        _ => panic!("{column}"),
    }
}

/// Compares every case of a table, and counts them.
#[allow(clippy::disallowed_macros, reason = "a person may ask how many cases there are")]
fn hold(lang: &str, table: &str, least: usize) {
    let mut wrong = Vec::new();
    let mut cases = 0;
    let blocks = blocks(table);
    for block in &blocks {
        let locale = Locale::new(lang, &block.style).unwrap();
        for row in &block.rows {
            assert_eq!(row.len(), block.columns.len() + 1, "{row:?}");
            for (column, expected) in block.columns.iter().zip(&row[1..]) {
                cases += 1;
                let said = cell(&locale, column, row[0]);
                if said != *expected {
                    wrong.push(format!("{}\n  {} [{column}]: {expected} <> {said}", block.rule, row[0]));
                }
            }
        }
    }
    println!("{lang}: {cases} cases under {} rules", blocks.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases >= least, "only {cases} cases");
}

#[test]
fn every_arabic_case_follows_its_rule() {
    hold("ar", ARABIC, 400);
}

#[test]
fn every_english_case_follows_its_rule() {
    hold("en", ENGLISH, 60);
}

#[test]
fn what_no_rule_makes_definite_is_not_made_up() {
    let group = noun("group").unwrap();
    let known = |typed: &str| ar().known(&number(typed), &group, Case::Nominative);
    assert_eq!(["0", "1", "2"].map(known), [None, None, None]);
    assert_eq!(ar().ordinal(0, Gender::Masculine, true, Case::Nominative), None);
}
