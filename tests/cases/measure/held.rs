//! What no line ends in the middle of: a number and its unit or scale word, a month of two words or with
//! its other name. A hyphen parts a word as well.

use mujaz::locale::{Case, Form, Locale, Measure, Phrase};
use mujaz::model::{Counted, Qualifier, Quantity, Style, TextLayer, Unit};
use serde_json::{Value, json};

use super::super::direction::phrase;
use super::tables::{ARABIC, ARABIC_DIGITS, ENGLISH, FRENCH, LEVANTINE, SORANI, TURKISH};
use super::{paragraph, set};
use crate::support::frames::texts;

/// 30 measures in millimetres.
fn measures() -> Vec<u32> {
    (40..=185).step_by(5).collect()
}

/// Words that push what follows them along the line.
const WORDS: [(&str, &str); 5] = [
    ("ar", "وقد أفاد التقرير الصادر عن الشركاء في هذه المرحلة بما مجموعه"),
    ("en", "the report that the partners issued at this stage gives a total of"),
    ("tr", "ortakların bu aşamada yayımladığı rapora göre verilen toplam sayı şudur ve bunun"),
    ("fr", "le rapport publié par les partenaires à ce stade donne un total de"),
    ("ckb", "راپۆرتی هاوبەشەکان لەم قۆناغەدا دەڵێت کۆی گشتی ئەوانە"),
];

/// What a case asks for: a counted thing, or anything else that has a phrase.
fn said(locale: &Locale, how: &str, given: &str) -> Phrase {
    let (form, what) = match how.split_once(' ') {
        Some((_, what)) => (Form::Short, what),
        None => (Form::Prose, how),
    };
    let unit: Unit;
    let counted = match what {
        "points" => Counted::PercentagePoints,
        "person" | "kilometre" | "organization" | "enfant" => {
            let forms = match what {
                "person" => PERSON,
                "kilometre" => KILOMETRE,
                "organization" => ORGANIZATION,
                _ => CHILD,
            };
            unit = serde_json::from_str(forms).expect("a unit");
            Counted::Noun(&unit)
        }
        code if code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()) => Counted::Money(code),
        _ => return phrase(locale, how, given),
    };
    let quantity = match given.split_once("..") {
        Some((low, high)) => Quantity::Range(low.parse().expect("a number"), high.parse().expect("a number")),
        None => Quantity::One(Qualifier::Exact, given.parse().expect("a number")),
    };
    locale.measure(&Measure::new(&quantity, counted), Case::Nominative, form)
}

const PERSON: &str = r#"{"forms": {
    "ar": {"one": "شخص", "few": "أشخاص", "many": "شخصًا", "other": "شخص"},
    "en": {"one": "person", "other": "people"}
}}"#;
const ORGANIZATION: &str = r#"{"forms": {
    "en": {"one": "organization", "other": "organizations"},
    "fr": {"one": "organisation", "other": "organisations"}
}}"#;
const CHILD: &str = r#"{"forms": {"fr": {"one": "enfant", "other": "enfants"}}}"#;
const KILOMETRE: &str = r#"{"forms": {
    "ar": {"one": "كيلومتر مربع", "few": "كيلومترات مربعة", "many": "كيلومترًا مربعًا", "other": "كيلومتر مربع",
           "sign": "كم²"},
    "en": {"one": "square kilometre", "other": "square kilometres", "sign": "km²"}
}}"#;

/// A phrase after none, two, four … of the words, again and again in one paragraph.
fn repeated(lang: &str, phrase: &Phrase) -> Phrase {
    let words = WORDS.iter().find(|it| it.0 == lang).expect("words").1;
    let mut whole = Phrase::default();
    for count in (0..=words.split(' ').count()).step_by(2) {
        for word in words.split(' ').take(count) {
            whole.push(Phrase::text(format!("{word} ")));
        }
        whole.push(phrase.clone().then_text(" "));
    }
    whole.then_text(words)
}

/// With ordinary spaces and without controls.
fn readable(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace(|c| matches!(c, '\u{2060}' | '\u{202a}'..='\u{202e}'), "")
}

fn occurrences<'a>(texts: impl IntoIterator<Item = &'a str>, piece: &str) -> usize {
    texts.into_iter().map(|text| text.matches(piece).count()).sum()
}

/// What the lines of all measures break of the pieces that hold together, and how often these occur.
fn broken(lang: &str, phrases: &[Phrase], held: &[&str]) -> (Vec<String>, usize) {
    let paragraphs: Vec<Value> = phrases.iter().map(|it| paragraph(it, json!([]))).collect();
    let laid = set(lang, &paragraphs, &measures(), false).with_text_layer(TextLayer::Reading);
    let written: Vec<String> = phrases.iter().map(|it| readable(&it.plain())).collect();
    let pages = texts(&laid.document);
    assert_eq!(pages.len(), 30);
    let (mut broken, mut all) = (Vec::new(), 0);
    for (width, page) in measures().iter().zip(pages) {
        let page = readable(&page);
        // A word parted by a hyphen is one word, but not whole.
        let dense = |text: &str| text.replace("\u{ad}\n", "").split_whitespace().collect::<String>();
        assert_eq!(dense(&page), dense(&written.join("\n")), "{lang} at {width} mm");
        for piece in held {
            let whole = occurrences(written.iter().map(String::as_str), piece);
            assert!(whole > 0, "`{piece}` is nowhere");
            let found = occurrences(page.lines(), piece);
            all += whole;
            broken.extend((found..whole).map(|_| format!("{lang} `{piece}` at {width} mm")));
        }
    }
    (broken, all)
}

/// Checks that no line of 30 measures breaks what holds together; gives how many pieces there were, and how
/// many of them would have been broken as plain words.
fn check(lang: &str, profile: &str, table: &str) -> (usize, usize) {
    let locale = Locale::new(
        lang,
        &Style { profile: (!profile.is_empty()).then(|| profile.into()), ..Style::default() },
    )
    .expect("known");
    let rows: Vec<(&str, &str, &str)> = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (given, held) = line.split_once(" => ").expect("a piece");
            let (how, given) = given.split_once(": ").expect("a value");
            (how, given, held)
        })
        .collect();
    let phrases: Vec<Phrase> =
        rows.iter().map(|(how, given, _)| repeated(lang, &said(&locale, how, given))).collect();
    let mut held: Vec<&str> = rows.iter().flat_map(|(_, _, held)| held.split(" | ")).collect();
    held.sort_unstable();
    held.dedup();
    let (faults, all) = broken(lang, &phrases, &held);
    assert!(faults.is_empty(), "{} of {all}:\n{}", faults.len(), faults.join("\n"));
    let plain: Vec<Phrase> = phrases.iter().map(|it| Phrase::text(readable(&it.plain()))).collect();
    (all, broken(lang, &plain, &held).0.len())
}

#[test]
#[allow(clippy::disallowed_macros, reason = "a person may ask how many pieces were looked at")]
fn no_line_parts_a_number_from_its_unit_or_a_month_from_its_other_name() {
    let tables = [
        ("ar", "un", ARABIC),
        ("ar", "asharq", ARABIC_DIGITS),
        ("ar", "levant-press", LEVANTINE),
        ("en", "un", ENGLISH),
        ("fr", "", FRENCH),
        ("tr", "", TURKISH),
        ("ckb", "", SORANI),
    ];
    for (lang, profile, table) in tables {
        let (all, as_words) = check(lang, profile, table);
        println!("{lang} {profile}: 0 of {all} broken, {as_words} as plain words");
        assert!(as_words > 50, "only {as_words} of {all} stand at the end of a line");
    }
}
