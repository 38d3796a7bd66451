//! A laid-out document -> the same pages with a text layer that says what was written.
//!
//! Typst shapes Arabic well, but its glyphs do not map back to text: a raised mark ends the run and says
//! its letter again, one glyph stands for several letters or several for one, and the words of a line are
//! put out from left to right. What copies, searches or reads aloud then gets broken words. [`repair`]
//! rebuilds the text items of the frames, and nothing else: each outline stays where it is, and tags,
//! links and groups keep their order. It works in these steps, a file each:
//!
//! - `walk` goes through the frames, `run` puts together what was shaped as one, and `raised` finds the
//!   line that small raised text such as a source mark belongs to;
//! - `units` gives each character a glyph of its own, which `docfont` hands out and `glyf` (with `sfnt`)
//!   appends to a copy of the font in memory, so that no glyph means two things and neither a mark nor a
//!   superscript leaves the baseline;
//! - `items` sets the characters in the order asked for, and `draft` puts the fonts in.
//!
//! What cannot be repaired is left alone: fonts that vary or have other than TrueType outlines, runs
//! beyond 60,000 bytes, characters without a glyph.

mod docfont;
mod draft;
mod glyf;
mod items;
mod letters;
mod raised;
mod run;
mod sfnt;
mod units;
mod walk;

use typst::model::Document;
use typst_layout::PagedDocument;

use self::docfont::Fonts;
use self::draft::Draft;
use crate::model::TextLayer;

/// Repairs the text layer of every page. The same document and order give the same result.
pub fn repair(document: PagedDocument, order: TextLayer) -> PagedDocument {
    if order == TextLayer::Off {
        return document;
    }
    let mut refused = Vec::new();
    loop {
        let mut fonts = Fonts::without(&refused);
        let pages = document.pages().iter();
        let drafts: Vec<Draft> = pages.map(|page| walk::frame(&page.frame, &mut fonts, order)).collect();
        drafts.iter().for_each(|draft| draft.each_text(&mut |text| fonts.shown(text)));
        // A font that cannot be copied after all is left alone in another round.
        let copies = match fonts.copies() {
            Ok(copies) => copies,
            Err(font) => {
                refused.push(font);
                continue;
            }
        };
        let pages = document.pages().iter().zip(drafts).map(|(page, draft)| {
            let mut page = page.clone();
            if let Some(frame) = draft.settle(&copies) {
                page.frame = frame;
            }
            page
        });
        return PagedDocument::new(pages.collect(), document.info().clone());
    }
}

#[cfg(test)]
mod tests;
