use time::macros::date;
use ttf_parser::GlyphId;
use typst::foundations::Bytes;
use typst::layout::{Abs, Frame, FrameItem};
use typst::text::{Font, FontVariant, FontVariations, TextItem};
use typst_layout::PagedDocument;

use super::docfont::Fonts;
use super::glyf::{Composite, Outlines, Part};
use super::letters::is_spent;
use super::repair;
use crate::diag::Sources;
use crate::model::TextLayer;
use crate::typeset::{Assets, Job, compile};

const AMIRI: &[u8] = include_bytes!("../../../fonts/amiri/Amiri-Regular.ttf");
const SHAPED: &str = "#set text(lang: \"ar\", font: \"Amiri\", fallback: false)\n";

fn document(body: &str) -> PagedDocument {
    let main = format!("{SHAPED}{body}");
    let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
    compile(&assets, &Job::new(b"{}".to_vec(), date!(2031 - 06 - 30))).unwrap().document
}

/// The text of each item of a page, as it will be in the PDF from left to right.
fn items(document: &PagedDocument) -> Vec<String> {
    fn walk(frame: &Frame, found: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, found),
                FrameItem::Text(text) => found.push(said(text)),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    document.pages().iter().for_each(|page| walk(&page.frame, &mut found));
    found
}

fn said(item: &TextItem) -> String {
    let glyphs = item.glyphs.iter().map(|glyph| &item.text[glyph.range()]);
    glyphs.collect::<Vec<_>>().join("|")
}

#[test]
fn each_glyph_says_one_character_in_the_order_asked_for() {
    let plain = document("#set text(font: \"Vazirmatn\")\nبِلالٌ وَلَدٌ");
    assert!(items(&plain).len() > 2, "a raised mark parts the run: {:?}", items(&plain));
    let visual = repair(plain.clone(), TextLayer::Visual);
    assert_eq!(items(&visual), ["\u{64c}|د|\u{64e}|ل|\u{64e}|و| |\u{64c}|ل|ا|ل|\u{650}|ب"]);
    let reading = repair(plain.clone(), TextLayer::Reading);
    assert_eq!(items(&reading), [" |\u{64c}|ل|ا|ل|\u{650}|ب", "\u{64c}|د|\u{64e}|ل|\u{64e}|و"]);
    assert_eq!(items(&repair(plain.clone(), TextLayer::Off)), items(&plain));
}

#[test]
fn spent_controls_go_and_numbers_stay() {
    let visual = repair(
        document("حزيران/\u{2060}يونيه #box(text(dir: ltr)[30,5]) #box[a\u{200b}b]"),
        TextLayer::Visual,
    );
    assert_eq!(items(&visual), [" |ه|ي|ن|و|ي|/|ن|ا|ر|ي|ز|ح", "3|0|,|5", " ", "a|b"]);
}

/// The height of the baseline and text of each item of the first page, groups included.
fn placed(document: &PagedDocument) -> Vec<(i64, String)> {
    fn walk(frame: &Frame, outer: Abs, found: &mut Vec<(i64, String)>) {
        for (place, item) in frame.items() {
            let y = outer + place.y;
            match item {
                FrameItem::Group(group) => walk(&group.frame, y + group.transform.ty.abs(), found),
                FrameItem::Text(text) => found.push(((y.to_pt() * 1000.0).round() as i64, said(text))),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&document.pages()[0].frame, Abs::zero(), &mut found);
    found
}

/// How the text of a page stands, as heights above and below that of its first item.
fn heights(document: &PagedDocument) -> Vec<i64> {
    let placed = placed(document);
    placed.iter().map(|(y, _)| placed[0].0 - y).collect()
}

/// A source mark, as the templates set it.
const MARK: &str = "#let mark(n) = link(\"https://example.org\", {
    set text(size: 0.66em, baseline: -0.46em, top-edge: \"baseline\", bottom-edge: \"baseline\")
    box(text(dir: ltr, script: \"latn\", \"[\" + n + \"]\"))
})\n";

#[test]
fn raised_text_stands_on_its_line() {
    let set = |body: &str| document(&format!("#set text(size: 10pt)\n{MARK}{body}"));
    // Marks, one after another, after a full stop and before more text; two of Typst's own; a raised mark
    // in a raised mark of the line; text from left to right.
    for (body, before) in [
        ("كان.#mark(\"1\")#mark(\"12\") ثم", vec![0, 3036, 3036, 0]),
        ("كتاب#super[أ]", vec![0, 3500]),
        ("كتاب#sub[أب]", vec![0, -750]),
        ("*كتاب*#strong(mark(\"1\"))", vec![0, 3036]),
        ("#text(dir: ltr)[H#sub[2]O#mark(\"3\")]", vec![0, -750, 0, 3036]),
    ] {
        let plain = set(body);
        assert_eq!(heights(&plain), before, "{body}");
        for order in [TextLayer::Visual, TextLayer::Reading] {
            let repaired = repair(plain.clone(), order);
            assert!(heights(&repaired).iter().all(|height| *height == 0), "{body}: {:?}", placed(&repaired));
        }
    }
    let marks = repair(set("كان.#mark(\"1\")#mark(\"12\") ثم"), TextLayer::Visual);
    assert_eq!(items(&marks), [".|ن|ا|ك", "[|1|]", "[|1|2|]", "م|ث| "]);
}

#[test]
fn text_of_other_lines_is_not_raised() {
    let set = |body: &str| document(&format!("#set page(width: 10cm)\n#set text(size: 10pt)\n{body}"));
    for (name, body) in [
        ("a figure and its label below", "#stack(spacing: 1pt, text(size: 28pt)[75], text(size: 9pt)[شريك])"),
        (
            "a figure and its label beside",
            "#grid(columns: 2, text(28pt)[75], text(15pt, baseline: -4pt)[شريك])",
        ),
        ("a figure and a far smaller unit", "#text(28pt)[75]#text(9pt, baseline: -9pt)[شريك]"),
        ("an initial of two lines", "#text(33pt)[ك]#text(12pt, baseline: -14pt)[ان الاجتماع]"),
        (
            "cells of two rows",
            "#table(columns: 2, inset: 0pt, [كتاب], [], [], text(8pt, baseline: -8pt)[باب])",
        ),
        ("cells of one row", "#table(columns: 2, inset: 0pt, [كتاب], text(8pt, baseline: -2pt)[باب])"),
        ("text apart", "كتاب#h(1em)#text(7pt, baseline: -3pt)[باب]"),
        ("text of the same size", "كتاب#text(baseline: -3pt)[باب]"),
        ("a turned mark", "كتاب#box(rotate(45deg, text(7pt, baseline: -3pt)[باب]))"),
    ] {
        let plain = set(body);
        assert!(heights(&plain).iter().any(|height| *height != 0), "{name}: {:?}", placed(&plain));
        let repaired = repair(plain.clone(), TextLayer::Visual);
        assert_eq!(heights(&repaired), heights(&plain), "{name}");
    }
}

/// Viewers that cut widths may be off by half a thousandth of an em, and what one more width loses.
#[test]
fn places_are_set_anew_before_cut_widths_drift() {
    let drifts = |font: &str, order| {
        let body = format!("#set text(font: \"{font}\")\nالمستجدات الاستراتيجية والاقتصادية");
        let (mut most, mut anew): (f64, _) = (0.0, 0);
        for (_, item) in repair(document(&body), order).pages()[0].frame.items() {
            let FrameItem::Text(item) = item else { continue };
            let (mut drift, mut height) = (0.0, 0.0);
            for glyph in &item.glyphs {
                if glyph.y_offset.get() != height {
                    (drift, height, anew) = (0.0, glyph.y_offset.get(), anew + 1);
                }
                most = most.max(drift);
                drift += (glyph.x_advance.get() * 1000.0 + 1e-6).fract();
            }
        }
        (most <= 0.5, anew > 0)
    };
    assert_eq!(drifts("Vazirmatn", TextLayer::Visual), (true, true));
    // An em of a thousand units never drifts; a word is never parted in the order of reading.
    assert_eq!(drifts("Amiri", TextLayer::Visual), (true, false));
    assert_eq!(drifts("Vazirmatn", TextLayer::Reading), (false, false));
}

#[test]
fn addresses_lose_the_controls_that_turned_them() {
    let ltr = |text: &str| format!("انظر #text(dir: ltr, script: \"latn\", \"{text}\") هنا");
    let controls = |said: &[String]| said.concat().chars().filter(|char| is_spent(*char)).count();
    for address in
        ["https://a.org/b", "www.a.org/?q=(1)", "https://a.org/a/very/long/path/that/has/to/break/"]
    {
        let plain = document(&format!("#set page(width: 7cm)\n{}", ltr(address)));
        assert!(controls(&items(&plain)) > 0, "{address}: {:?}", items(&plain));
        for order in [TextLayer::Visual, TextLayer::Reading] {
            let said = items(&repair(plain.clone(), order));
            assert_eq!(controls(&said), 0, "{address}: {said:?}");
            assert!(said.concat().replace('|', "").contains(&address[..11]), "{address}: {said:?}");
        }
    }
}

#[test]
fn runs_beyond_the_limits_are_left_alone() {
    let set = |words| {
        let text = "بًا ".repeat(words);
        document(&format!("#set page(width: auto)\n#set text(size: 1pt)\n{text}"))
    };
    let short = set(8_000);
    assert_ne!(items(&repair(short.clone(), TextLayer::Visual)), items(&short));
    let long = set(9_000);
    assert_eq!(items(&repair(long.clone(), TextLayer::Visual)), items(&long));
    // Beyond 64 KiB glyphs point into the middle of characters.
    assert_eq!(repair(set(11_000), TextLayer::Reading).pages().len(), 1);
}

#[test]
fn new_glyphs_follow_the_old_ones() {
    let outlines = Outlines::read(AMIRI).unwrap();
    let face = ttf_parser::Face::parse(AMIRI, 0).unwrap();
    let [beh, mark] = ['ب', '\u{64e}'].map(|char| face.glyph_index(char).unwrap());
    let parts = vec![Part { glyph: beh.0, x: 0, y: 0 }, Part { glyph: mark.0, x: -70, y: 310 }];
    let added = [Composite { parts, advance: 777 }, Composite { parts: vec![], advance: 0 }];
    let bytes = outlines.append(&added, &vec![true; usize::from(outlines.glyphs())]).unwrap();
    let copy = ttf_parser::Face::parse(&bytes, 0).unwrap();
    assert_eq!(copy.number_of_glyphs(), outlines.glyphs() + 2);
    for glyph in 0..outlines.glyphs() {
        let glyph = GlyphId(glyph);
        assert_eq!(copy.glyph_bounding_box(glyph), face.glyph_bounding_box(glyph), "{glyph:?}");
        assert_eq!(copy.glyph_hor_advance(glyph), face.glyph_hor_advance(glyph), "{glyph:?}");
    }
    let [new, blank] = [outlines.glyphs(), outlines.glyphs() + 1].map(GlyphId);
    let (base, raised) = (face.glyph_bounding_box(beh).unwrap(), face.glyph_bounding_box(mark).unwrap());
    let drawn = copy.glyph_bounding_box(new).unwrap();
    assert_eq!(drawn.x_min, base.x_min.min(raised.x_min - 70));
    assert_eq!(drawn.y_max, base.y_max.max(raised.y_max + 310));
    assert_eq!(copy.glyph_hor_advance(new), Some(777));
    assert_eq!((copy.glyph_bounding_box(blank), copy.glyph_hor_advance(blank)), (None, Some(0)));
}

#[test]
fn a_copy_has_the_outlines_that_are_drawn() {
    let outlines = Outlines::read(AMIRI).unwrap();
    let face = ttf_parser::Face::parse(AMIRI, 0).unwrap();
    let [beh, mark, meem, noon] = ['ب', '\u{64e}', 'م', 'ن'].map(|char| face.glyph_index(char).unwrap());
    let added = [Composite { parts: vec![Part { glyph: mark.0, x: 0, y: 40 }], advance: 0 }];
    // Beh alone is enough for its body and its dot, should it be put together from them.
    let mut shown = vec![false; usize::from(outlines.glyphs())];
    for glyph in [beh, meem] {
        shown[usize::from(glyph.0)] = true;
    }
    let bytes = outlines.append(&added, &shown).unwrap();
    let copy = ttf_parser::Face::parse(&bytes, 0).unwrap();
    for glyph in [GlyphId(0), beh, mark, meem] {
        let (mut drawn, mut was) = (Points::default(), Points::default());
        copy.outline_glyph(glyph, &mut drawn);
        face.outline_glyph(glyph, &mut was);
        assert!(drawn == was, "{glyph:?}");
    }
    assert!(face.glyph_bounding_box(noon).is_some() && copy.glyph_bounding_box(noon).is_none());
    assert_eq!(copy.glyph_hor_advance(noon), face.glyph_hor_advance(noon));
    assert!(bytes.len() * 4 < AMIRI.len(), "{} of {} bytes", bytes.len(), AMIRI.len());
}

/// The points of an outline, in order.
#[derive(Default, PartialEq)]
struct Points(Vec<[f32; 6]>);

impl ttf_parser::OutlineBuilder for Points {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push([x, y, 0.0, 0.0, 0.0, 0.0]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push([x, y, 1.0, 0.0, 0.0, 0.0]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.push([x1, y1, x, y, 2.0, 0.0]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.push([x1, y1, x2, y2, x, y]);
    }
    fn close(&mut self) {}
}

#[test]
fn fonts_that_cannot_be_copied_are_told() {
    for damage in [b"glyf", b"loca", b"hmtx", b"maxp"] {
        let at = AMIRI.windows(4).position(|tag| tag == damage).unwrap();
        let mut bytes = AMIRI.to_vec();
        bytes[at] = b'X';
        assert!(Outlines::read(&bytes).is_none());
    }
    assert!(Outlines::read(&AMIRI[..AMIRI.len() / 2]).is_none());
    assert!(Outlines::read(b"").is_none());
}

#[test]
fn a_glyph_is_handed_out_again_only_for_the_same_text() {
    let font = Font::new(Bytes::new(AMIRI), 0).unwrap();
    let font = font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default());
    let beh = font.ttf().glyph_index('ب').unwrap().0;
    let mut fonts = Fonts::default();
    let own = fonts.of(&font).unwrap();
    let advance = own.advance(beh);
    let mut glyph =
        |x, advance, text: &str| own.glyph(&[Part { glyph: beh, x, y: 0 }], advance, text).unwrap();
    assert_eq!(glyph(0, advance, "ب"), beh);
    let alias = glyph(0, advance, "پ");
    assert!(alias > beh && glyph(0, advance, "پ") == alias && glyph(0, advance, "ب") == beh);
    let moved = [glyph(5, advance, "ب"), glyph(0, advance + 1, "ب"), glyph(5, advance, "پ")];
    assert_eq!(moved, [alias + 1, alias + 2, alias + 3]);
    assert_eq!(own.glyph(&[Part { glyph: 0, x: 0, y: 0 }], own.advance(0), "x"), Some(0));
    assert_eq!(fonts.copies().map(|copies| copies.len()), Ok(1));
}
