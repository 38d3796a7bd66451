//! The units of a run -> text items in one of the orders.
//!
//! In the order of reading each word is an item and one string of a PDF. Its letters may drift in viewers
//! that cut widths; a word in several strings would be read as several words.

use ecow::EcoString;
use typst::layout::{Em, Point};
use typst::text::{Glyph, TextItem};

use super::units::Unit;
use crate::model::TextLayer;

/// Lengths below this, in em, are noise of the sums that they come from.
const NOISE: f64 = 1e-7;
/// The width of an em in a PDF.
const PDF_EM: f64 = 1000.0;
/// How far the text of viewers that cut widths to whole thousandths of an em, as PDFium does, may drift
/// before its place is set anew, in these thousandths.
const DRIFT: f64 = 0.5;

/// What stands at one place of a frame.
type Set = (Point, TextItem);

/// Sets the units, in the order of reading, as items like `model` from the point `start`.
pub(super) fn set(start: Point, model: &TextItem, units: Vec<Unit>, order: TextLayer) -> Vec<Set> {
    match order {
        TextLayer::Reading => words(units).map(|word| item(start, model, word, order)).collect(),
        _ if units.is_empty() => Vec::new(),
        _ => vec![item(start, model, units, order)],
    }
}

/// Parts the units after each space: ISO 32000-1, 14.8.2.3.3, wants no space inside a show string of
/// reversed characters.
fn words(units: Vec<Unit>) -> impl Iterator<Item = Vec<Unit>> {
    let mut rest = units.into_iter().peekable();
    std::iter::from_fn(move || {
        rest.peek()?;
        let mut word = Vec::new();
        for unit in rest.by_ref() {
            let space = matches!(unit.text.as_str(), " " | "\u{a0}");
            word.push(unit);
            if space {
                break;
            }
        }
        Some(word)
    })
}

/// One item. Its glyphs go from left to right; its text goes with them, or against them for `reading`,
/// by which the exporter knows that the characters are reversed.
fn item(start: Point, model: &TextItem, units: Vec<Unit>, order: TextLayer) -> Set {
    let mut text = EcoString::new();
    let mut say = |unit: &Unit| {
        let from = text.len() as u16;
        text.push_str(&unit.text);
        from..text.len() as u16
    };
    let said: Vec<_> = if order == TextLayer::Reading {
        let said: Vec<_> = units.iter().map(&mut say).collect();
        said.into_iter().rev().collect()
    } else {
        units.iter().rev().map(&mut say).collect()
    };
    let left = units.last().and_then(|unit| unit.glyphs.first()).map_or(0.0, |glyph| glyph.pen);
    let lifts = order == TextLayer::Visual && model.font.units_per_em() != PDF_EM;
    let (mut pen, mut lifted, mut drift) = (left, false, 0.0);
    let mut glyphs = Vec::with_capacity(units.len());
    for (unit, range) in units.iter().rev().zip(said) {
        for placed in &unit.glyphs {
            let offset = placed.x - pen;
            pen += placed.advance;
            glyphs.push(Glyph {
                id: placed.id,
                x_advance: Em::new(placed.advance),
                x_offset: Em::new(if offset.abs() < NOISE { 0.0 } else { offset }),
                y_advance: Em::zero(),
                y_offset: Em::new(if lifted { placed.y + NOISE } else { placed.y }),
                range: range.clone(),
                span: placed.span,
            });
        }
        // At another height the exporter sets the place anew. This height is below what a PDF can say. Marks
        // come before their letter, so that it does not part them.
        drift += unit.glyphs.iter().map(|glyph| cut(glyph.advance)).sum::<f64>();
        if lifts && (unit.text == " " || drift > DRIFT) {
            (lifted, drift) = (!lifted, 0.0);
        }
    }
    let TextItem { font, size, fill, stroke, lang, region, .. } = model.clone();
    let place = Point::new(start.x + Em::new(left).at(size), start.y);
    (place, TextItem { font, size, fill, stroke, lang, region, text, glyphs })
}

/// What a width in em loses if it is cut to whole units of a PDF.
fn cut(width: f64) -> f64 {
    (width * PDF_EM + NOISE).fract()
}
