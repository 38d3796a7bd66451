//! The text layer: pages stay as they are to the eye, and say what was written.

use std::fs;
use std::path::Path;

use mujaz::diag::{Finding, Sources};
use mujaz::model::TextLayer;
use mujaz::output::{Identity, Standard, pdf};
use mujaz::typeset::{Assets, Job, Typeset, compile};
use page_validation::ValidationProfile;
use time::macros::{date, datetime};

use crate::support::frames::{Outlines, Page, pages, texts};
use crate::support::literal::{blocks, has_actual_text_from_right};
use crate::support::project::{REAL, assets, edition};
use crate::support::random::Random;
use crate::support::validation::faults;

/// Sets each string of the Brief as a paragraph.
const PARAGRAPHS: &[u8] = include_bytes!("../fixtures/paragraphs.typ");
/// Three pages of Arabic with all vowels, a paragraph a line.
const VOCALISED: &str = include_str!("../fixtures/vocalised.txt");
/// The fonts with Arabic letters.
const FONTS: [&str; 2] = ["Amiri", "Vazirmatn"];
/// Both repairs.
const ORDERS: [TextLayer; 2] = [TextLayer::Visual, TextLayer::Reading];

fn paragraphs_of(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty()).collect()
}

fn paragraph_assets() -> Assets {
    Assets::from_files([("main.typ", PARAGRAPHS)], &mut Sources::new()).expect("assets")
}

fn set(assets: &Assets, font: &str, paragraphs: &[&str]) -> Result<Typeset, Vec<Finding>> {
    let brief = serde_json::json!({"font": font, "paragraphs": paragraphs});
    compile(assets, &Job::new(brief.to_string().into_bytes(), date!(2031 - 06 - 30)))
}

/// An Arabic edition as its Brief is typeset.
fn arabic(assets: &Assets, id: &str) -> Typeset {
    let brief = &edition(id).briefs["ar"];
    let job = Job::new(brief.to_json().into_bytes(), date!(2031 - 06 - 30));
    compile(assets, &job).unwrap_or_else(|findings| panic!("{id}: {findings:#?}"))
}

fn export(typeset: &Typeset) -> Result<Vec<u8>, Vec<Finding>> {
    let identity = Identity::new("text", "ar", "all", datetime!(2031-06-30 18:00 +3));
    pdf(typeset, &identity, Standard::Record)
}

/// What frames say before and after must agree in all that the eye and the structure see.
fn same_pages(name: &str, before: &[Page], after: &[Page]) {
    assert_eq!(before.len(), after.len(), "{name}");
    for (number, (before, after)) in before.iter().zip(after).enumerate() {
        let name = format!("{name}, page {}", number + 1);
        assert_eq!(before.structure, after.structure, "{name}");
        assert_eq!(Outlines::lost(&before.outlines, &after.outlines), Vec::<String>::new(), "{name}");
        for ((size, old), (other, new)) in before.advances.iter().zip(&after.advances) {
            assert!(size == other && (old - new).abs() < 0.001, "{name}: {old} and {new} at {size}");
        }
    }
}

#[test]
fn nothing_moves_and_each_glyph_means_one_character() {
    let assets = assets();
    let briefs = REAL.map(|id| (id.to_owned(), arabic(&assets, id)));
    let own = paragraph_assets();
    let vocalised =
        FONTS.map(|font| (font.to_owned(), set(&own, font, &paragraphs_of(VOCALISED)).expect("sets")));
    for (name, typeset) in briefs.into_iter().chain(vocalised) {
        let before = pages(&typeset.document);
        assert!(before.iter().any(|page| !page.shared.is_empty()), "{name}: nothing to repair");
        let mut typeset = Some(typeset);
        for order in ORDERS {
            let given = typeset.take().expect("given");
            let document = given.document.clone();
            let mut repaired = given.with_text_layer(order);
            let after = pages(&repaired.document);
            same_pages(&name, &before, &after);
            let shared: Vec<&String> = after.iter().flat_map(|page| &page.shared).collect();
            assert_eq!(shared, Vec::<&String>::new(), "{name} {order:?}");
            repaired.document = document;
            typeset = Some(repaired);
        }
    }
}

/// Source marks that stand above or below the text before them.
fn marks_off_their_line(pages: &[Page]) -> Vec<&str> {
    let is_mark = |text: &str| {
        let number = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let pairs = pages.iter().flat_map(|page| page.baselines.windows(2));
    let off = pairs.filter(|pair| pair[0].0 != pair[1].0 && is_mark(&pair[1].1));
    off.map(|pair| pair[1].1.as_str()).collect()
}

#[test]
fn source_marks_stand_on_the_line_of_their_sentence() {
    let assets = assets();
    for id in REAL {
        let off = |order| {
            let pages = pages(&arabic(&assets, id).with_text_layer(order).document);
            marks_off_their_line(&pages).len()
        };
        assert!(off(TextLayer::Off) > 20, "{id}: {} marks are raised", off(TextLayer::Off));
        assert_eq!(ORDERS.map(off), [0, 0], "{id}");
    }
}

#[test]
fn repaired_documents_meet_the_standards_and_keep_their_bytes() {
    let assets = assets();
    for id in REAL {
        for order in ORDERS {
            let bytes = export(&arabic(&assets, id).with_text_layer(order)).expect("exports");
            assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{id} {order:?}");
            assert!(!has_actual_text_from_right(&bytes), "{id} {order:?}");
            assert!(export(&arabic(&assets, id).with_text_layer(order)).expect("exports") == bytes, "{id}");
        }
    }
}

/// Spaces of all kinds as one, without what only steers layout.
fn folded(text: &str) -> String {
    let spent =
        |c: &char| !matches!(c, '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(spent).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_literal_reader_gets_vocalised_text_as_it_was_written() {
    let assets = paragraph_assets();
    let paragraphs = paragraphs_of(VOCALISED);
    for font in FONTS {
        let typeset = set(&assets, font, &paragraphs).expect("sets").with_text_layer(TextLayer::Reading);
        assert!(typeset.pages() >= 3, "{font}");
        let bytes = export(&typeset).expect("exports");
        let read: Vec<String> = blocks(&bytes).iter().map(|block| folded(block)).collect();
        assert_eq!(read, paragraphs, "{font}");
        assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{font}");
        assert!(!has_actual_text_from_right(&bytes), "{font}");
        let plain = export(&set(&assets, font, &paragraphs).expect("sets")).expect("exports");
        assert!(has_actual_text_from_right(&plain), "{font}: the reader sees none where there is some");
    }
}

/// Every text of a Brief that is one phrase, as a reader should find it.
fn phrases(brief: &serde_json::Value, found: &mut Vec<String>) {
    match brief {
        serde_json::Value::Array(items) => {
            let part = |item: &serde_json::Value| item.get("s").and_then(|it| it.as_str()).map(str::to_owned);
            match items.iter().map(part).collect::<Option<String>>() {
                Some(text) => found.push(folded(&text)),
                None => items.iter().for_each(|item| phrases(item, found)),
            }
        }
        serde_json::Value::Object(entries) => entries.values().for_each(|entry| phrases(entry, found)),
        _ => {}
    }
}

#[test]
fn a_literal_reader_gets_the_briefs_as_they_were_written() {
    let assets = assets();
    for id in REAL {
        let mut texts = Vec::new();
        let mut brief = serde_json::to_value(&edition(id).briefs["ar"]).expect("JSON");
        // Running heads are not part of the structure.
        brief["masthead"]["running"] = serde_json::Value::Null;
        phrases(&brief, &mut texts);
        texts.retain(|text| text.split(' ').count() > 8);
        assert!(texts.len() > 20, "{id}");
        let lost = |order| {
            let bytes = export(&arabic(&assets, id).with_text_layer(order)).expect("exports");
            let read = blocks(&bytes).iter().map(|block| folded(block)).collect::<Vec<_>>().join("\n");
            texts.iter().filter(|text| !read.contains(*text)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(lost(TextLayer::Reading), Vec::<String>::new(), "{id}");
        assert!(lost(TextLayer::Off).len() > 20, "{id}: the reader is too clever");
    }
}

/// A paragraph of words that no one would write: letters, marks, ligatures, digits, Latin, brackets and
/// controls as they come.
fn gibberish(random: &mut Random) -> String {
    const LETTERS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچگڤڭےی";
    const MARKS: &str = "\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{670}\u{653}";
    const WORDS: [&str; 22] = [
        "لا",
        "لله",
        "الله",
        "لأن",
        "الإلآ",
        "كم",
        "بسم",
        "لمّا",
        "\u{200c}ها",
        "و\u{2060}",
        "12",
        "3.5%",
        "NATO",
        "(x)",
        "«",
        "»",
        "،",
        "؟",
        "…",
        "–",
        "١٢٣",
        "a/b",
    ];
    let letters: Vec<char> = LETTERS.chars().collect();
    let marks: Vec<char> = MARKS.chars().collect();
    let mut text = String::new();
    for _ in 0..1 + random.below(30) {
        match random.below(5) {
            0 => text.push_str(random.choose(&WORDS)),
            _ => {
                for _ in 0..1 + random.below(7) {
                    text.push(letters[random.below(letters.len())]);
                    for _ in 0..random.below(4).saturating_sub(1) {
                        text.push(marks[random.below(marks.len())]);
                    }
                }
            }
        }
        text.push_str(random.choose(&[" ", " ", " ", " ", " ", "\u{a0}", "", "، ", ". "]));
    }
    text.trim().to_owned()
}

/// Sets random documents in both fonts; gives how many were exported as before and read back exactly.
fn fuzz(count: u64) -> (u64, Vec<String>) {
    let assets = paragraph_assets();
    let (mut status, mut wrong) = (0, Vec::new());
    for seed in 0..count {
        let mut random = Random(seed);
        let texts: Vec<String> = (0..1 + random.below(3)).map(|_| gibberish(&mut random)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let laid = || set(&assets, FONTS[seed as usize % FONTS.len()], &texts);
        let before = laid().and_then(|typeset| export(&typeset).map(drop));
        let visual = laid().and_then(|typeset| export(&typeset.with_text_layer(TextLayer::Visual)).map(drop));
        let reading = laid().and_then(|typeset| export(&typeset.with_text_layer(TextLayer::Reading)));
        let same = |other: Result<(), &Vec<Finding>>| other.is_ok() == before.is_ok();
        if same(visual.as_ref().map(|_| ())) && same(reading.as_ref().map(drop)) {
            status += 1;
        }
        if let Ok(bytes) = reading {
            let bare = |text: &str| folded(text).replace(' ', "");
            let read: String = blocks(&bytes).iter().map(|block| bare(block)).collect();
            let written: String = texts.iter().map(|text| bare(text)).collect();
            if read != written {
                wrong.push(format!("{seed}: {written}\n   -> {read}"));
            }
        }
    }
    (status, wrong)
}

#[test]
fn random_documents_are_read_as_they_were_written() {
    let (status, wrong) = fuzz(150);
    assert_eq!((status, wrong), (150, Vec::new()));
}

#[test]
#[ignore = "ten times the documents of the test before"]
fn many_random_documents_are_read_as_they_were_written() {
    let (status, wrong) = fuzz(1500);
    assert_eq!(status, 1500);
    assert!(wrong.len() <= 3, "{} of 1500:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_missing_is_still_missed() {
    let refused = |order| {
        let assets = paragraph_assets();
        let typeset = set(&assets, "Amiri", &["كتاب ☃ كتاب"]);
        typeset.map(|typeset| export(&typeset.with_text_layer(order)).is_err()).unwrap_or(true)
    };
    assert!(refused(TextLayer::Off) && refused(TextLayer::Visual) && refused(TextLayer::Reading));
}

#[test]
#[ignore = "run by tests/extraction/run"]
#[allow(clippy::disallowed_methods, reason = "it is told where to write, and writes for other programs")]
fn writes_what_was_set() {
    let folder = std::env::var("MUJAZ_EXTRACTION").expect("the folder that tests/extraction/run made");
    let folder = Path::new(&folder);
    let (shipped, own) = (assets(), paragraph_assets());
    let editions = REAL.map(|id| (format!("{id}.ar"), arabic(&shipped, id)));
    let vocalised = FONTS.map(|font| {
        (
            format!("vocalised-{}.ar", font.to_lowercase()),
            set(&own, font, &paragraphs_of(VOCALISED)).expect("sets"),
        )
    });
    for (name, mut typeset) in editions.into_iter().chain(vocalised) {
        let document = typeset.document.clone();
        for (order, place) in
            [(TextLayer::Off, "off"), (TextLayer::Visual, "visual"), (TextLayer::Reading, "reading")]
        {
            typeset.document = document.clone();
            typeset = typeset.with_text_layer(order);
            fs::write(folder.join(place).join(format!("{name}.pdf")), export(&typeset).expect("exports"))
                .expect("writes");
        }
        let set = serde_json::json!(texts(&typeset.document)).to_string();
        fs::write(folder.join("set").join(format!("{name}.json")), set).expect("writes");
    }
}
