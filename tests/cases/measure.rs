//! Running text at its measure: how wide the gaps between words are, what stays inside the measure, and
//! what no line ends in the middle of.

use mujaz::brief::Body;
use mujaz::diag::Sources;
use mujaz::locale::{Case, Form, Locale, Measure, Phrase};
use mujaz::model::{Counted, Qualifier, Quantity, Style, TextLayer, Unit};
use mujaz::typeset::{Assets, Job, Typeset, compile};
use serde_json::{Value, json};
use time::macros::date;

use super::direction::phrase;
use crate::support::frames::texts;
use crate::support::lines::{Line, lines};
use crate::support::project::{REAL, assets, edition};

/// Paragraphs as the templates set them, at the width that the Brief asks for.
const MAIN: &str = r#"
#import "lib.typ": environment
#import "styling.typ": languages, prose
#import "components/prose.typ": paragraphs
#let brief = json("/brief.json")
#let env = environment(brief)
#let env = env + (size: env.size + (body: 12pt), measure: 200mm)
#show: body => prose(env, body)
#show: body => languages(env, body)
#set text(overhang: true) if brief.overhang
#for width in brief.widths {
  page(width: width * 1mm + 40mm, height: auto, margin: 20mm, paragraphs(env, brief.paragraphs))
}
"#;

/// The margin of [`MAIN`], and a millimetre, in points.
const MARGIN: f64 = 20.0 * MM;
const MM: f64 = 72.0 / 25.4;

/// What the widest of nineteen gaps out of twenty may be, in points.
const WIDEST: f64 = 4.5;

/// 30 measures in millimetres.
fn measures() -> Vec<u32> {
    (40..=185).step_by(5).collect()
}

/// Lays out paragraphs of a language, a page for each width.
fn set(lang: &str, paragraphs: &[Value], widths: &[u32], overhang: bool) -> Typeset {
    let brief = json!({
        "lang": lang, "dir": if ["ar", "ckb"].contains(&lang) { "rtl" } else { "ltr" }, "time_axis": "ltr", "labels": {},
        "sections": [], "paragraphs": paragraphs, "widths": widths, "overhang": overhang,
    });
    let job = Job::new(brief.to_string().into_bytes(), date!(2031 - 06 - 30));
    let own = assets();
    let others = own.templates().filter(|file| file.path != "main.typ");
    let files = others.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let files = files.chain([("main.typ", MAIN.as_bytes())]);
    let assets = Assets::from_files(files, &mut Sources::new()).expect("templates");
    compile(&assets, &job).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

fn paragraph(text: &Phrase, marks: Value) -> Value {
    json!({"number": null, "lead": null, "text": text, "marks": marks})
}

/// The running text of the real editions, without numbers and run-in headings.
fn running_text() -> Vec<Value> {
    let sections = REAL.iter().flat_map(|id| &edition(id).briefs["ar"].sections);
    let paragraphs = sections.flat_map(|section| match &section.body {
        Body::Situation(list) | Body::Method(list) => list.as_slice(),
        _ => &[],
    });
    paragraphs.map(|it| paragraph(&it.text, json!(it.marks))).collect()
}

/// The lines of each page of [`set`].
fn set_lines(paragraphs: &[Value], widths: &[u32], overhang: bool) -> Vec<Vec<Line>> {
    let laid = set("ar", paragraphs, widths, overhang);
    laid.document.pages().iter().map(|page| lines(&page.frame)).collect()
}

/// Whether a line reaches from one edge of the measure to the other.
fn is_full(line: &Line, width: u32) -> bool {
    (line.left - MARGIN).abs() < 0.1 && (line.right - MARGIN - f64::from(width) * MM).abs() < 0.1
}

/// How far the lines stick out of the measure at the left, where Arabic lines end, and at the right.
fn sticking_out(lines: &[Line], width: u32) -> [f64; 2] {
    let widest = |out: fn(&Line, f64) -> f64| {
        lines.iter().map(|line| out(line, MARGIN + f64::from(width) * MM)).fold(f64::MIN, f64::max)
    };
    [widest(|line, _| MARGIN - line.left), widest(|line, end| line.right - end)]
}

fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() as f64 * share).ceil() as usize).clamp(1, values.len()) - 1]
}

/// The longest run of lines one under the other through which a gap wider than [`WIDEST`] goes on.
fn longest_river(lines: &[Line]) -> usize {
    let wide = |line: &Line| -> Vec<[f64; 2]> {
        line.gaps.iter().map(|gap| gap.extent).filter(|[left, right]| right - left > WIDEST).collect()
    };
    let mut longest = 0;
    let mut above: Vec<([f64; 2], usize)> = Vec::new();
    for line in lines {
        let here = wide(line).into_iter().map(|[left, right]| {
            let over = above.iter().filter(|([l, r], _)| *l < right && *r > left);
            ([left, right], 1 + over.map(|(_, length)| *length).max().unwrap_or(0))
        });
        let here: Vec<_> = here.collect();
        longest = here.iter().map(|(_, length)| *length).fold(longest, usize::max);
        above = here;
    }
    longest
}

#[test]
#[allow(clippy::disallowed_macros, reason = "a person may ask how wide the gaps are")]
fn justified_arabic_has_no_holes_and_keeps_to_its_measure() {
    let text = running_text();
    let page = &set_lines(&text, &[160], false)[0];
    let full: Vec<&Line> = page.iter().filter(|line| is_full(line, 160)).collect();
    let mut gaps: Vec<f64> = full.iter().flat_map(|line| line.gaps.iter().map(|gap| gap.width())).collect();
    let [median, most, widest] = [0.5, 0.95, 1.0].map(|share| percentile(&mut gaps, share));
    let stops = full.iter().filter(|line| line.ends_with('.')).count();
    let out = sticking_out(page, 160);
    let river = longest_river(page);
    println!(
        "{} lines, {} of them full, {stops} with a full stop at the end; {} gaps: median {median:.2}, \
         95 of 100 up to {most:.2}, widest {widest:.2} pt; {out:.2?} pt outside; river of {river} lines",
        page.len(),
        full.len(),
        gaps.len(),
    );
    assert!(page.len() >= 60 && full.len() >= 30, "only {} full lines", full.len());
    assert!(most <= WIDEST, "95 of 100 gaps are up to {most} pt wide");
    assert!(river < 3, "a river through {river} lines");
    assert!(stops > 0, "no full line ends in a full stop");
    assert!(out.iter().all(|out| *out < 0.1), "{out:?} pt outside of the measure");
    // The ruler does see a full stop that hangs.
    let hanging = sticking_out(&set_lines(&text, &[160], true)[0], 160);
    assert!(hanging[0] > 1.0, "{hanging:?}");
}

#[test]
fn short_lines_are_not_stretched() {
    let text = running_text();
    for (width, page) in [60, 89, 91].iter().zip(set_lines(&text, &[60, 89, 91], false)) {
        let stretched = page.iter().flat_map(|line| &line.gaps).filter(|gap| gap.stretch() > 0.05).count();
        let full = page.iter().filter(|line| is_full(line, *width)).count();
        if *width < 90 {
            assert_eq!(stretched, 0, "gaps stretched at {width} mm");
        } else {
            assert!(stretched > 100 && full > 40, "{stretched} gaps stretched at {width} mm, {full} lines");
        }
    }
}

/// What is given, and which pieces of its phrase hold together. What stands between two words that are not a
/// number and its unit may part: `نقطة مئوية`, `تشرين الثاني`.
const ARABIC: &str = "
    percent: 95 => 95 في المائة
    percent: more_than 99 => 99 في المائة
    percent: 20..30 => 30 في المائة
    points: 4.5 => 4.5 نقطة
    bare: 7.7M => 7.7 مليون
    USD: 7.7M => 7.7 مليون
    USD: 20..30 => 30 دولارًا
    EUR: 25M => 25 مليون
    IQD: 4.5 => 4.5 دينار
    person: 26 => 26 شخصًا
    person: 11000 => 11,000 شخص
    person: 2.5M => 2.5 مليون
    kilometre: 110000 => 110,000 كيلومتر
    tile kilometre: 110000 => 110,000 كم²
    tile percent: -4.5 => −4.5%
    date: 2019-04-15 => 15 نيسان/أبريل
    date: 2031-06-01/2031-06-30 => 30 حزيران/يونيو
    date: 2018-05 => أيار/مايو
    date: 2017-11-15 => 15 تشرين | الثاني/نوفمبر
    date: 2014-12 => الأول/ديسمبر
    moment: 2031-06-30T18:00+03:00 => 30 حزيران/يونيو
    text: المساحة 14 km² => 14 km²
    text: الهاتف +964 780 195 8802 => +964 780 195 8802
";

const ARABIC_DIGITS: &str = "
    percent: 95 => ٩٥٪
    points: 4.5 => ٤٫٥ نقطة
    bare: 7.7M => ٧٫٧ مليون
    USD: 7.7M => ٧٫٧ مليون
    IQD: 4.5 => ٤٫٥ دينار
    person: 26 => ٢٦ شخصًا
    kilometre: 110000 => ١١٠٬٠٠٠ كيلومتر
    date: 2019-04-15 => ١٥ أبريل
    moment: 2031-06-30T18:00+03:00 => ٣٠ يونيو
";

const ENGLISH: &str = "
    percent: 95 => 95 per cent
    percent: 20..30 => 30 per cent
    points: 4.5 => 4.5 percentage
    bare: 7.7M => 7.7 million
    USD: 7.7M => US$7.7 million
    IQD: 4.5 => IQD 4.5
    person: 26 => 26 people
    kilometre: 110000 => 110,000 square
    tile kilometre: 110000 => 110,000 km²
    date: 2019-04-15 => 15 April
    moment: 2031-06-30T18:00+03:00 => 30 June
";

const FRENCH: &str = "
    percent: 95 => 95 %
    percent: 20..30 => 20 % | 30 %
    points: 4.5 => 4,5 points
    bare: 11000 => 11 000
    USD: 7.7M => 7,7 millions
    EUR: 25M => 25 millions
    IQD: 4.5 => 4,5 dinars
    date: 2019-04-15 => 15 avril
    moment: 2031-06-30T18:00+03:00 => 30 juin | 18 h 00
";

const SORANI: &str = "
    percent: 95 => لە سەدا ٩٥
    percent: 20..30 => لە سەدا ٢٠
    points: 4.5 => ٤٫٥ خاڵی
    bare: 7.7M => ٧٫٧ ملیۆن
    EUR: 25M => ٢٥ ملیۆن
    IQD: 4.5 => ٤٫٥ دیناری
    date: 2019-04-15 => ١٥ی نیسانی
    moment: 2031-06-30T18:00+03:00 => ٣٠ی حوزەیرانی
";

/// Words that push what follows them along the line.
const WORDS: [(&str, &str); 4] = [
    ("ar", "وقد أفاد التقرير الصادر عن الشركاء في هذه المرحلة بما مجموعه"),
    ("en", "the report that the partners issued at this stage gives a total of"),
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
        "person" | "kilometre" => {
            unit = serde_json::from_str(if what == "person" { PERSON } else { KILOMETRE }).expect("a unit");
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
        // A word parted by a hyphen is one word.
        let page = readable(&page.replace("\u{ad}\n", ""));
        let dense = |text: &str| text.split_whitespace().collect::<String>();
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
        ("en", "un", ENGLISH),
        ("fr", "", FRENCH),
        ("ckb", "", SORANI),
    ];
    for (lang, profile, table) in tables {
        let (all, as_words) = check(lang, profile, table);
        println!("{lang} {profile}: 0 of {all} broken, {as_words} as plain words");
        assert!(as_words > 50, "only {as_words} of {all} stand at the end of a line");
    }
}
