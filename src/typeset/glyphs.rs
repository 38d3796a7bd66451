//! A laid-out document -> one finding for each character that no font could draw.
//!
//! Typst draws an empty box and says nothing when fallback is off; a brief with a box in it is wrong in
//! any format, so this is an error before any export.

use std::collections::BTreeMap;

use typst::layout::{Frame, FrameItem};
use typst::syntax::Span;
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::diagnostics::place;
use super::world::Closed;
use crate::diag::Finding;

/// Where a character without glyph was first met.
struct Missing {
    span: Span,
    page: usize,
    around: String,
    family: String,
}

/// Finds characters that are drawn as the empty glyph.
pub(super) fn missing(world: &Closed, document: &PagedDocument) -> Vec<Finding> {
    let mut found = BTreeMap::new();
    for (index, page) in document.pages().iter().enumerate() {
        walk(&page.frame, index + 1, &mut found);
    }
    let finding = |(char, missing): (char, Missing)| {
        let message = format!(
            "no glyph for `{char}` (U+{:04X}) in {}, in the text `{}` on page {}",
            char as u32, missing.family, missing.around, missing.page
        );
        let finding = Finding::error("TE03", message)
            .help("write another character, or add a font that has it to `fonts/` and to the theme");
        match place(world, missing.span.into()) {
            Some(span) => finding.at(span, "set here"),
            None => finding,
        }
    };
    found.into_iter().map(finding).collect()
}

fn walk(frame: &Frame, page: usize, found: &mut BTreeMap<char, Missing>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, page, found),
            FrameItem::Text(text) => check(text, page, found),
            _ => {}
        }
    }
}

fn check(text: &TextItem, page: usize, found: &mut BTreeMap<char, Missing>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        let cluster = text.text.get(glyph.range()).unwrap_or_default();
        // A joiner beside letters without glyphs has none either, and is not what is missing.
        let is_told = |char: &char| !char.is_whitespace() && !is_widthless(*char);
        for char in cluster.chars().filter(is_told) {
            found.entry(char).or_insert_with(|| Missing {
                span: glyph.span.0,
                page,
                around: text.text.trim().chars().take(40).collect(),
                family: text.font.font().info().family.clone(),
            });
        }
    }
}

/// Whether a character only steers what stands beside it: joiners, marks of direction, variation selectors.
fn is_widthless(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}'
    )
}
