//! The fonts of a document -> copies in which each glyph means one piece of text.
//!
//! In a PDF the text of a glyph hangs on the glyph, so that one outline cannot stand for two letters. A
//! [`DocumentFont`] hands out a new glyph wherever an outline is wanted with another text, at another
//! place, or with another advance, and at the end makes a copy of the font that has them.

use std::cell::OnceCell;
use std::collections::HashMap;

use ecow::EcoString;
use ttf_parser::GlyphId;
use ttf_parser::gdef::GlyphClass;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations, TextItem};

use super::glyf::{Composite, Outlines, Part};

/// The most glyphs of a copy; glyph numbers have 16 bits, and 0xffff is not a glyph.
const MOST: usize = 0xff00;

/// The fonts met so far, in the order of their first use.
#[derive(Default)]
pub(super) struct Fonts {
    met: Vec<(FontInstance, Option<DocumentFont>)>,
    last: usize,
}

/// The finished copies by the font that they stand for.
pub(super) type Copies = Vec<(FontInstance, FontInstance)>;

impl Fonts {
    /// Fonts of which the given ones are to be left alone.
    pub fn without(refused: &[FontInstance]) -> Self {
        Self { met: refused.iter().map(|font| (font.clone(), None)).collect(), last: 0 }
    }

    /// What has been handed out for a font; `None` for fonts that cannot be copied.
    pub fn of(&mut self, font: &FontInstance) -> Option<&mut DocumentFont> {
        if self.met.get(self.last).is_none_or(|(met, _)| met != font) {
            self.last = self.met.iter().position(|(met, _)| met == font).unwrap_or(self.met.len());
        }
        if self.last == self.met.len() {
            self.met.push((font.clone(), DocumentFont::new(font)));
        }
        self.met.get_mut(self.last).and_then(|(_, copy)| copy.as_mut())
    }

    /// Takes note of the glyphs that a piece of text is drawn with; a copy has the outlines of no others.
    pub fn shown(&mut self, text: &TextItem) {
        let Some(own) = self.of(&text.font) else { return };
        for glyph in &text.glyphs {
            // The new glyphs are behind those of the font.
            if let Some(shown) = own.shown.get_mut(usize::from(glyph.id)) {
                *shown = true;
            }
        }
    }

    /// Makes the copies of all fonts that have new glyphs.
    ///
    /// # Errors
    /// The font that could not be copied.
    pub fn copies(&self) -> Result<Copies, FontInstance> {
        let mut copies = Copies::new();
        for (font, own) in &self.met {
            if let Some(own) = own.as_ref().filter(|own| !own.added.is_empty()) {
                copies.push((font.clone(), own.copy().ok_or_else(|| font.clone())?));
            }
        }
        Ok(copies)
    }
}

/// The copy for a font, or the font itself.
pub(super) fn copy_of<'a>(copies: &'a Copies, font: &'a FontInstance) -> &'a FontInstance {
    copies.iter().find(|(original, _)| original == font).map_or(font, |(_, copy)| copy)
}

/// What a font says of one of its glyphs.
#[derive(Clone, Copy)]
struct Traits {
    advance: u16,
    mark: bool,
    blank: bool,
}

impl Traits {
    fn of(font: &FontInstance, glyph: u16) -> Self {
        let (ttf, glyph) = (font.ttf(), GlyphId(glyph));
        let advance = ttf.glyph_hor_advance(glyph).unwrap_or(0);
        let mark = match ttf.tables().gdef.and_then(|gdef| gdef.glyph_class(glyph)) {
            Some(class) => class == GlyphClass::Mark,
            None => advance == 0,
        };
        Self { advance, mark, blank: ttf.glyph_bounding_box(glyph).is_none() }
    }
}

/// One font and the glyphs that a document needs beside its own.
pub(super) struct DocumentFont {
    font: FontInstance,
    /// What is known of the glyphs of the font; they are asked again and again.
    traits: Vec<OnceCell<Traits>>,
    /// What each glyph of the font means, where it means anything yet.
    meanings: Vec<Option<EcoString>>,
    /// Which glyphs of the font are drawn.
    shown: Vec<bool>,
    added: Vec<Composite>,
    index: HashMap<(Composite, EcoString), u16>,
}

impl DocumentFont {
    /// `None` for a variable font, for one of a collection, and for outlines that are not TrueType.
    fn new(font: &FontInstance) -> Option<Self> {
        if font.index() != 0 || !font.variations().0.is_empty() {
            return None;
        }
        let glyphs = usize::from(Outlines::read(font.data())?.glyphs());
        Some(Self {
            font: font.clone(),
            traits: vec![OnceCell::new(); glyphs],
            meanings: vec![None; glyphs],
            shown: vec![false; glyphs],
            added: Vec::new(),
            index: HashMap::new(),
        })
    }

    fn traits(&self, glyph: u16) -> Traits {
        let read = || Traits::of(&self.font, glyph);
        self.traits.get(usize::from(glyph)).map_or_else(read, |known| *known.get_or_init(read))
    }

    /// Font units of a length in em.
    pub fn units(&self, em: f64) -> f64 {
        (em * self.font.units_per_em()).round()
    }

    /// The advance that the font gives a glyph, in font units.
    pub fn advance(&self, glyph: u16) -> u16 {
        self.traits(glyph).advance
    }

    /// Whether a glyph is a mark: by the font's own classes, or else by its lack of width.
    pub fn is_mark(&self, glyph: u16) -> bool {
        self.traits(glyph).mark
    }

    /// Whether a glyph draws nothing.
    pub fn is_blank(&self, glyph: u16) -> bool {
        self.traits(glyph).blank
    }

    /// Whether the font shows a character with this glyph, were it alone.
    pub fn shows(&self, glyph: u16, char: char) -> bool {
        self.font.ttf().glyph_index(char).is_some_and(|alone| alone.0 == glyph)
    }

    /// The glyph that draws `parts`, moves on by `advance` and means `text`: one of the font's own if it
    /// does just that and means nothing else, or a new one. `None` if the font is full.
    ///
    /// The empty glyph is never aliased, so that the exporter still finds what is missing.
    pub fn glyph(&mut self, parts: &[Part], advance: u16, text: &str) -> Option<u16> {
        if let [Part { glyph, x, y }] = *parts
            && ((x, y) == (0, 0) || self.is_blank(glyph))
            && self.advance(glyph) == advance
        {
            if glyph == 0 {
                return Some(0);
            }
            let meaning = self.meanings.get_mut(usize::from(glyph))?;
            if meaning.get_or_insert_with(|| text.into()) == text {
                return Some(glyph);
            }
        }
        let drawn =
            |part: &Part| if self.is_blank(part.glyph) { Part { x: 0, y: 0, ..*part } } else { *part };
        let key = (Composite { parts: parts.iter().map(drawn).collect(), advance }, EcoString::from(text));
        if let Some(glyph) = self.index.get(&key) {
            return Some(*glyph);
        }
        let number = self.meanings.len() + self.added.len();
        let number = u16::try_from(number).ok().filter(|_| number < MOST)?;
        self.added.push(key.0.clone());
        self.index.insert(key, number);
        Some(number)
    }

    /// The font with the new glyphs.
    fn copy(&self) -> Option<FontInstance> {
        let bytes = Outlines::read(self.font.data())?.append(&self.added, &self.shown)?;
        let copy = Font::new(Bytes::new(bytes), 0)?;
        // Neither look nor size matters to a font that does not vary.
        let copy = copy.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default());
        let glyphs = self.meanings.len() + self.added.len();
        (usize::from(copy.ttf().number_of_glyphs()) == glyphs).then_some(copy)
    }
}
