//! A TrueType font and a list of new glyphs -> the font with those glyphs appended.
//!
//! A new glyph is a composite: existing outlines, each moved by whole font units, with an advance of its
//! own. The glyphs that were there keep their numbers and, as far as they are drawn, their outlines. What
//! shapes text (GSUB, GPOS ...) and what finds a glyph by its character is left out of the copy, since its
//! text is shaped already; what draws and names it is kept. So a copy is small and quickly made.

use std::collections::BTreeMap;

use super::sfnt::{self, Tables, i16_at, pad, put, u16_at, u32_at};

/// The tables of the copy, if the font has them.
const KEPT: [&sfnt::Tag; 10] =
    [b"OS/2", b"cvt ", b"fpgm", b"gasp", b"head", b"hhea", b"maxp", b"name", b"post", b"prep"];
/// Those that it must have.
const NEEDED: [&sfnt::Tag; 7] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"post"];
/// Outlines that vary, and glyphs that are pictures or in colour.
const REFUSED: [&sfnt::Tag; 9] =
    [b"fvar", b"gvar", b"CFF ", b"CFF2", b"COLR", b"CBDT", b"EBDT", b"sbix", b"SVG "];

/// Composite flags: offsets are words, and they are offsets; another part follows.
const OFFSETS: u16 = 0x3;
const MORE: u16 = 0x20;
/// Composite flags: offsets are words; a scale, one for each axis, or a matrix follows.
const WORDS: u16 = 0x1;
const SCALES: [(u16, usize); 3] = [(0x8, 2), (0x40, 4), (0x80, 8)];

/// One outline of a composite glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Part {
    /// A glyph of the original font.
    pub glyph: u16,
    /// How far it is moved to the right, in font units.
    pub x: i16,
    /// How far it is moved up, in font units.
    pub y: i16,
}

/// A glyph to append. Without parts it is blank.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Composite {
    /// What is drawn.
    pub parts: Vec<Part>,
    /// In font units.
    pub advance: u16,
}

/// A font whose glyphs can be built upon.
pub(super) struct Outlines<'a> {
    tables: Tables<'a>,
    glyphs: u16,
    /// Where each glyph starts in `glyf`, and where the last one ends.
    starts: Vec<u32>,
}

impl<'a> Outlines<'a> {
    /// `None` for a font whose outlines are of another kind, vary, or are damaged.
    pub fn read(font: &'a [u8]) -> Option<Self> {
        let tables = sfnt::tables(font)?;
        if REFUSED.iter().any(|tag| tables.contains_key(*tag))
            || NEEDED.iter().any(|tag| !tables.contains_key(*tag))
        {
            return None;
        }
        let glyphs = u16_at(tables[b"maxp"], 4)?;
        let (loca, glyf) = (tables[b"loca"], tables[b"glyf"]);
        let long = i16_at(tables[b"head"], 50)? != 0;
        let start = |at| if long { u32_at(loca, 4 * at) } else { Some(u32::from(u16_at(loca, 2 * at)?) * 2) };
        let starts: Vec<u32> = (0..=usize::from(glyphs)).map(start).collect::<Option<_>>()?;
        let sound = starts.is_sorted() && starts.last().is_some_and(|end| *end as usize <= glyf.len());
        sound.then_some(Self { tables, glyphs, starts })
    }

    /// How many glyphs there are.
    pub fn glyphs(&self) -> u16 {
        self.glyphs
    }

    /// The outline of a glyph; empty for a blank one.
    fn outline(&self, glyph: u16) -> Option<&'a [u8]> {
        let start = *self.starts.get(usize::from(glyph))?;
        let end = *self.starts.get(usize::from(glyph) + 1)?;
        self.tables[b"glyf"].get(start as usize..end as usize)
    }

    /// The glyphs that an outline is put together from.
    fn parts(&self, glyph: u16) -> Option<Vec<u16>> {
        let outline = self.outline(glyph)?;
        let mut parts = Vec::new();
        if outline.is_empty() || i16_at(outline, 0)? >= 0 {
            return Some(parts);
        }
        let mut at = 10;
        loop {
            let flags = u16_at(outline, at)?;
            parts.push(u16_at(outline, at + 2)?);
            let scale = SCALES.iter().find(|(flag, _)| flags & flag != 0).map_or(0, |(_, size)| *size);
            at += 4 + if flags & WORDS != 0 { 4 } else { 2 } + scale;
            if flags & MORE == 0 {
                return Some(parts);
            }
        }
    }

    /// The glyphs shown, those that new ones are made of, what both are put together from, and the empty glyph.
    fn needed(&self, added: &[Composite], shown: &[bool]) -> Option<Vec<bool>> {
        let mut needed = vec![false; usize::from(self.glyphs)];
        let own =
            (0..self.glyphs).filter(|glyph| *glyph == 0 || shown.get(usize::from(*glyph)) == Some(&true));
        let mut waiting: Vec<u16> = own.collect();
        waiting.extend(added.iter().flat_map(|composite| &composite.parts).map(|part| part.glyph));
        while let Some(glyph) = waiting.pop() {
            let known = needed.get_mut(usize::from(glyph))?;
            if !std::mem::replace(known, true) {
                waiting.extend(self.parts(glyph)?);
            }
        }
        Some(needed)
    }

    /// Left, bottom, right and top of a glyph in font units; `None` for a blank one.
    fn bounds(&self, glyph: u16) -> Option<[i32; 4]> {
        let outline = self.outline(glyph)?;
        let edge = |at: usize| i16_at(outline, 2 + 2 * at).map(i32::from);
        Some([edge(0)?, edge(1)?, edge(2)?, edge(3)?])
    }

    /// Advance and left side bearing of a glyph.
    fn metrics(&self, glyph: u16) -> Option<(u16, i16)> {
        let (hmtx, full) = (self.tables[b"hmtx"], u16_at(self.tables[b"hhea"], 34)?);
        let (glyph, last) = (usize::from(glyph), usize::from(full.checked_sub(1)?));
        let bearing = if glyph <= last { 4 * glyph + 2 } else { 4 * last + 4 + 2 * (glyph - last - 1) };
        Some((u16_at(hmtx, 4 * glyph.min(last))?, i16_at(hmtx, bearing)?))
    }

    /// The font with the new glyphs behind its own, numbered from [`Self::glyphs`]; of its own glyphs, those not
    /// `shown` lose their outlines unless another needs them.
    pub fn append(&self, added: &[Composite], shown: &[bool]) -> Option<Vec<u8>> {
        let total = u16::try_from(usize::from(self.glyphs) + added.len()).ok()?;
        let kept = self.tables.iter().filter(|(tag, _)| KEPT.contains(tag));
        let mut tables: BTreeMap<sfnt::Tag, Vec<u8>> =
            kept.map(|(tag, bytes)| (*tag, bytes.to_vec())).collect();
        let mut hmtx = Vec::with_capacity(4 * usize::from(total));
        let mut metric = |(advance, bearing): (u16, i16)| {
            hmtx.extend(advance.to_be_bytes());
            hmtx.extend(bearing.to_be_bytes());
        };
        for glyph in 0..self.glyphs {
            metric(self.metrics(glyph)?);
        }
        let needed = self.needed(added, shown)?;
        let mut glyf = Vec::new();
        let mut starts = Vec::with_capacity(usize::from(total) + 1);
        for (glyph, is_needed) in (0..self.glyphs).zip(needed) {
            starts.push(u32::try_from(glyf.len()).ok()?);
            if is_needed {
                glyf.extend(self.outline(glyph)?);
            }
        }
        pad(&mut glyf);
        for composite in added {
            starts.push(u32::try_from(glyf.len()).ok()?);
            metric((composite.advance, self.draw(composite, &mut glyf)?));
        }
        starts.push(u32::try_from(glyf.len()).ok()?);
        tables.insert(*b"loca", starts.iter().flat_map(|start| start.to_be_bytes()).collect());
        tables.insert(*b"hmtx", hmtx);
        tables.insert(*b"glyf", glyf);
        put(tables.get_mut(b"head")?, 50, 1)?;
        put(tables.get_mut(b"hhea")?, 34, total)?;
        let most = added.iter().map(|composite| composite.parts.len()).max().unwrap_or(0);
        raise_limits(tables.get_mut(b"maxp")?, total, u16::try_from(most).ok()?)?;
        // Version 3 names no glyphs; an older one would have to name the new ones.
        let post = tables.get_mut(b"post")?;
        post.truncate(32);
        post.get_mut(..4)?.copy_from_slice(&[0, 3, 0, 0]);
        sfnt::write(tables)
    }

    /// Writes a composite to the end of `glyf`; gives its left side bearing.
    fn draw(&self, composite: &Composite, glyf: &mut Vec<u8>) -> Option<i16> {
        let drawn: Vec<(&Part, [i32; 4])> =
            composite.parts.iter().filter_map(|part| Some((part, self.bounds(part.glyph)?))).collect();
        let [first, ..] = drawn.as_slice() else { return Some(0) };
        let mut bounds = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
        for (part, [left, bottom, right, top]) in &drawn {
            let (x, y) = (i32::from(part.x), i32::from(part.y));
            bounds[0] = bounds[0].min(left + x);
            bounds[1] = bounds[1].min(bottom + y);
            bounds[2] = bounds[2].max(right + x);
            bounds[3] = bounds[3].max(top + y);
        }
        glyf.extend((-1_i16).to_be_bytes());
        for edge in bounds {
            glyf.extend(i16::try_from(edge).ok()?.to_be_bytes());
        }
        for (at, (part, _)) in drawn.iter().enumerate() {
            let flags = if at + 1 < drawn.len() { OFFSETS | MORE } else { OFFSETS };
            for value in [flags, part.glyph, part.x.cast_unsigned(), part.y.cast_unsigned()] {
                glyf.extend(value.to_be_bytes());
            }
        }
        pad(glyf);
        // Rasterizers move an outline so that it starts at its bearing; a lone part keeps its own.
        let bearing = match drawn.as_slice() {
            [(part, _)] => i32::from(self.metrics(part.glyph)?.1) + i32::from(first.0.x),
            _ => bounds[0],
        };
        i16::try_from(bearing).ok()
    }
}

/// Counts of glyphs, points, contours, parts and nesting in `maxp` 1.0.
fn raise_limits(maxp: &mut [u8], glyphs: u16, parts: u16) -> Option<()> {
    let at = |maxp: &[u8], at| u16_at(maxp, at);
    let (points, contours) = (at(maxp, 6)?.max(at(maxp, 10)?), at(maxp, 8)?.max(at(maxp, 12)?));
    put(maxp, 4, glyphs)?;
    put(maxp, 10, points.saturating_mul(parts.max(1)))?;
    put(maxp, 12, contours.saturating_mul(parts.max(1)))?;
    let (elements, depth) = (at(maxp, 28)?.max(parts), at(maxp, 30)?.saturating_add(1));
    put(maxp, 28, elements)?;
    put(maxp, 30, depth)
}
