use time::macros::date;
use ttf_parser::GlyphId;
use typst::foundations::Bytes;
use typst::layout::{Abs, Frame, FrameItem};
use typst::text::{Font, FontVariant, FontVariations, TextItem};
use typst_layout::PagedDocument;

use super::docfont::Fonts;
use super::glyf::{Composite, Outlines, Part};
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
    let bytes =
        outlines.append(&[Composite { parts, advance: 777 }, Composite { parts: vec![], advance: 0 }]);
    let bytes = bytes.unwrap();
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
        |x, advance, text: &str| own.glyph(vec![Part { glyph: beh, x, y: 0 }], advance, text).unwrap();
    assert_eq!(glyph(0, advance, "ب"), beh);
    let alias = glyph(0, advance, "پ");
    assert!(alias > beh && glyph(0, advance, "پ") == alias && glyph(0, advance, "ب") == beh);
    let moved = [glyph(5, advance, "ب"), glyph(0, advance + 1, "ب"), glyph(5, advance, "پ")];
    assert_eq!(moved, [alias + 1, alias + 2, alias + 3]);
    assert_eq!(own.glyph(vec![Part { glyph: 0, x: 0, y: 0 }], own.advance(0), "x"), Some(0));
    assert_eq!(fonts.copies().map(|copies| copies.len()), Ok(1));
}
