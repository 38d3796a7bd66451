//! The Arabic text rules against Arabic of newspapers and ministries: silent where it is right, and not where
//! it is wrong.

use std::collections::BTreeMap;

use mujaz::diag::Sources;
use mujaz::lint::{Hit, Kind, Terms, lint};
use mujaz::model::Term;
use mujaz::yaml::{from_node, read};
use serde::Deserialize;

const NEWS: &str = include_str!("../fixtures/arabic/clean-news.txt");
const MINISTRY: &str = include_str!("../fixtures/arabic/clean-ministry.txt");
const VARIED: &str = include_str!("../fixtures/arabic/clean-varied.txt");
const PLANTED: &str = include_str!("../fixtures/arabic/planted.yaml");
/// Forms to use and to avoid, for the planted faults of AR20.
const GLOSSARY: &str = include_str!("../../data/shared/glossary.yaml");

/// A sentence with one fault.
#[derive(Deserialize)]
struct Planted {
    code: String,
    text: String,
    /// The words at fault.
    at: String,
}

fn said(hits: &[Hit], text: &str) -> Vec<String> {
    let line = |hit: &Hit| text[..hit.range.start].matches('\n').count() + 1;
    hits.iter().map(|hit| format!("{} {} `{}`", line(hit), hit.code, &text[hit.range.clone()])).collect()
}

#[test]
fn clean_arabic_raises_at_most_one_false_alarm_in_two_hundred_lines() {
    let mut lines = 0;
    let mut alarms = Vec::new();
    for text in [NEWS, MINISTRY] {
        lines += text.lines().count();
        alarms.extend(said(&lint(text, "ar", Kind::Document, &Terms::default()), text));
    }
    // Each line of this file is a text of its own.
    for text in VARIED.lines() {
        lines += 1;
        alarms.extend(said(&lint(text, "ar", Kind::Document, &Terms::default()), text));
    }
    assert!(lines >= 1000);
    assert!(alarms.len() * 200 <= lines, "{} in {lines} lines: {alarms:#?}", alarms.len());
}

#[test]
fn nine_of_ten_planted_faults_are_found_by_each_rule() {
    let mut sources = Sources::new();
    let glossary = sources.add("glossary.yaml", "", GLOSSARY.to_owned());
    let glossary = read(glossary, &sources).expect("a glossary");
    let glossary: Vec<Term> = from_node(&glossary.entry("glossary").expect("terms").value).expect("terms");
    let terms = Terms::of(&glossary, "ar");
    let file = sources.add("planted.yaml", "", PLANTED.to_owned());
    let planted: Vec<Planted> = from_node(&read(file, &sources).expect("YAML")).expect("planted faults");

    let mut by_code: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    for Planted { code, text, at } in &planted {
        let start = text.find(at).unwrap_or_else(|| panic!("`{at}` is not in `{text}`"));
        let place = start..start + at.len();
        let kind = if text.contains('\n') { Kind::Document } else { Kind::Sentences };
        // Of a mixture either side may be flagged: the hit points at the other one.
        let touches = |hit: &Hit| {
            let mut sides = std::iter::once(&hit.range).chain(hit.other.as_ref().map(|(range, _)| range));
            sides.any(|range| range.start <= place.end && place.start <= range.end)
        };
        let found = lint(text, "ar", kind, &terms).iter().any(|hit| hit.code == code && touches(hit));
        let (all, missed) = by_code.entry(code).or_default();
        *all += 1;
        if !found {
            missed.push(text);
        }
    }
    assert_eq!(by_code.len(), 25);
    let low: Vec<_> = by_code.iter().filter(|(_, (all, missed))| missed.len() * 10 > *all).collect();
    assert!(low.is_empty(), "{low:#?}");
}
