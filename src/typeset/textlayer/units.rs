//! A cluster -> units: one glyph of the document font for each character, in the order of the text.
//!
//! A letter takes the outlines that show it; a mark stands on the baseline with its height in the outline;
//! the letters of a ligature but the last, and marks that a letter's outline shows by itself, become blank
//! glyphs without width.

use ecow::EcoString;

use super::docfont::DocumentFont;
use super::glyf::Part;
use super::letters::{is_mark, is_spent};
use super::run::{Cluster, Placed};

/// Some text and the glyphs that mean it together, in the order of the page: one glyph, except where a
/// character has no glyph in the font.
pub(super) struct Unit {
    pub text: EcoString,
    pub glyphs: Vec<Placed>,
}

/// A letter or a ligature with what shows it.
struct Letter {
    /// Number of its character in the cluster.
    at: usize,
    /// Numbers of the glyphs; none for a blank.
    glyphs: Vec<usize>,
    pen: f64,
    advance: f64,
}

/// Splits the clusters of a run from right to left; `None` if the font cannot take the glyphs.
pub(super) fn split(clusters: &[Cluster], font: &mut DocumentFont) -> Option<Vec<Unit>> {
    let mut units = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        let mut chars = cluster.text.chars().filter(|char| !is_spent(*char));
        match (chars.next(), chars.next(), cluster.glyphs.as_slice()) {
            // Most letters: one character, one glyph.
            (Some(char), None, [glyph]) if glyph.id != 0 => {
                let part = part(glyph, glyph.pen, font)?;
                units.push(unit(EcoString::from(char), &[part], glyph.pen, glyph.advance, glyph, font)?);
            }
            _ => units.extend(split_one(cluster, font)?),
        }
    }
    Some(units)
}

fn split_one(cluster: &Cluster, font: &mut DocumentFont) -> Option<Vec<Unit>> {
    let glyphs = &cluster.glyphs;
    let chars: Vec<char> = cluster.text.chars().filter(|char| !is_spent(*char)).collect();
    if chars.is_empty() && glyphs.iter().all(|glyph| glyph.advance == 0.0 && font.is_blank(glyph.id)) {
        return Some(Vec::new());
    }
    if chars.is_empty() || glyphs.iter().any(|glyph| glyph.id == 0) {
        let glyphs = glyphs.iter().rev().cloned().collect();
        return Some(vec![Unit { text: cluster.text.into(), glyphs }]);
    }
    let (mut marks, mut bases): (Vec<usize>, Vec<usize>) =
        (0..glyphs.len()).partition(|at| font.is_mark(glyphs[*at].id));
    let letters: Vec<usize> = (0..chars.len()).filter(|at| !is_mark(chars[*at])).collect();
    let text = |chars: &[char]| chars.iter().copied().collect::<EcoString>();
    if letters.is_empty() {
        // Marks without a letter, perhaps on a dotted circle: one glyph for all.
        let whole = Letter::of_all(0, (0..glyphs.len()).collect(), glyphs);
        return Some(vec![whole.unit(text(&chars), glyphs, font)?]);
    }
    if bases.is_empty() {
        bases.push(marks.remove(0));
    }
    let Marks { meant, parts, untold } = Marks::tell(&chars, &marks, glyphs, font);
    let mut letters = Letter::tell(&letters, &bases, glyphs);
    for part in parts {
        Letter::nearest(&mut letters, &glyphs[part])?.glyphs.push(part);
    }
    let mut units = Vec::with_capacity(chars.len());
    for letter in &letters {
        units.push((letter.at, letter.unit(text(&[chars[letter.at]]), glyphs, font)?));
    }
    let pen = |at: usize| {
        let own = letters.iter().rev().find(|letter| letter.at < at).or(letters.first());
        own.map_or(0.0, |letter| letter.pen)
    };
    for (glyph, meant) in meant {
        let (at, chars) = (meant[0], meant.iter().map(|at| chars[*at]).collect());
        units.push((at, mark(&glyphs[glyph], pen(at), chars, font)?));
    }
    for at in untold {
        let blank = Letter { at, glyphs: Vec::new(), pen: pen(at), advance: 0.0 };
        units.push((at, blank.unit(text(&[chars[at]]), glyphs, font)?));
    }
    units.sort_by_key(|(at, _)| *at);
    Some(units.into_iter().map(|(_, unit)| unit).collect())
}

impl Letter {
    /// Which glyphs show which letters: one each where the numbers agree, and otherwise the last letter
    /// takes all, the others being blank at the right edge, where a reader meets them first.
    fn tell(letters: &[usize], bases: &[usize], glyphs: &[Placed]) -> Vec<Self> {
        if letters.len() == bases.len() {
            let pairs = letters.iter().zip(bases);
            return pairs.map(|(at, base)| Self::of_all(*at, vec![*base], glyphs)).collect();
        }
        let [before @ .., last] = letters else { return Vec::new() };
        let last = Self::of_all(*last, bases.to_vec(), glyphs);
        let edge = last.pen + last.advance;
        let blank = |at: &usize| Self { at: *at, glyphs: Vec::new(), pen: edge, advance: 0.0 };
        let mut told: Vec<Self> = before.iter().map(blank).collect();
        told.push(last);
        told
    }

    /// A letter that spans some glyphs.
    fn of_all(at: usize, of: Vec<usize>, glyphs: &[Placed]) -> Self {
        let pen = of.iter().map(|glyph| glyphs[*glyph].pen).fold(f64::INFINITY, f64::min);
        let advance = of.iter().map(|glyph| glyphs[*glyph].advance).sum();
        Self { at, glyphs: of, pen, advance }
    }

    /// The letter that a part such as its dots belongs to: of those with an outline, the nearest.
    fn nearest<'a>(letters: &'a mut [Self], part: &Placed) -> Option<&'a mut Self> {
        let far = |letter: &Self| (letter.pen - part.pen).abs();
        let drawn = letters.iter_mut().filter(|letter| !letter.glyphs.is_empty());
        drawn.min_by(|a, b| far(a).total_cmp(&far(b)))
    }

    fn unit(&self, text: EcoString, glyphs: &[Placed], font: &mut DocumentFont) -> Option<Unit> {
        let parts = self.glyphs.iter().map(|at| part(&glyphs[*at], self.pen, font));
        let parts: Vec<Part> = parts.collect::<Option<_>>()?;
        let of = self.glyphs.first().or(Some(&0)).and_then(|at| glyphs.get(*at))?;
        unit(text, &parts, self.pen, self.advance, of, font)
    }
}

/// A letter that is drawn by `parts`, the first of which comes from the glyph `of`.
fn unit(
    text: EcoString,
    parts: &[Part],
    pen: f64,
    advance: f64,
    of: &Placed,
    font: &mut DocumentFont,
) -> Option<Unit> {
    // A space is stretched where it stands; a letter with its kerning is another glyph, so that no
    // adjustment parts a word, unless kerning outdoes its width.
    let own = match parts {
        [only] if text.chars().all(char::is_whitespace) => font.advance(only.glyph),
        _ => units(font.units(advance)).unwrap_or(0),
    };
    let id = font.glyph(parts, own, &text)?;
    let placed = Placed { id, advance, pen, x: pen, y: 0.0, span: of.span };
    Some(Unit { text, glyphs: vec![placed] })
}

/// A mark that stands where its letter stands, with its offset in the outline.
fn mark(glyph: &Placed, pen: f64, text: EcoString, font: &mut DocumentFont) -> Option<Unit> {
    let id = font.glyph(&[part(glyph, pen, font)?], 0, &text)?;
    let placed = Placed { id, pen, x: pen, y: 0.0, ..glyph.clone() };
    Some(Unit { text, glyphs: vec![placed] })
}

/// A glyph as part of one whose pen stands elsewhere.
fn part(glyph: &Placed, pen: f64, font: &DocumentFont) -> Option<Part> {
    Some(Part { glyph: glyph.id, x: units(font.units(glyph.x - pen))?, y: units(font.units(glyph.y))? })
}

/// A whole number of font units, where it fits.
fn units<T: TryFrom<i64>>(units: f64) -> Option<T> {
    (units.abs() < f64::from(u16::MAX)).then_some(units as i64).and_then(|units| T::try_from(units).ok())
}

/// What the marks of a cluster mean.
struct Marks {
    /// Glyphs with the numbers of their characters, at least one each.
    meant: Vec<(usize, Vec<usize>)>,
    /// Glyphs without a character, such as the dots of a letter.
    parts: Vec<usize>,
    /// Characters that no mark glyph shows.
    untold: Vec<usize>,
}

impl Marks {
    /// By the font's own character map first, since shaping reorders marks; then in order. Characters
    /// left over share the glyph of the mark beside them.
    fn tell(chars: &[char], marks: &[usize], glyphs: &[Placed], font: &DocumentFont) -> Self {
        let mut free: Vec<usize> = (0..chars.len()).filter(|at| is_mark(chars[*at])).collect();
        let mut meant: Vec<(usize, Vec<usize>)> = marks.iter().map(|mark| (*mark, Vec::new())).collect();
        for (mark, meant) in &mut meant {
            if let Some(known) = free.iter().position(|at| font.shows(glyphs[*mark].id, chars[*at])) {
                meant.push(free.remove(known));
            }
        }
        for (_, meant) in meant.iter_mut().filter(|(_, meant)| meant.is_empty()) {
            if !free.is_empty() {
                meant.push(free.remove(0));
            }
        }
        let (mut meant, parts): (Vec<_>, Vec<_>) =
            meant.into_iter().partition(|(_, meant)| !meant.is_empty());
        free.retain(|at| {
            let of = |near: Option<usize>| {
                meant.iter().position(|(_, own)| near.is_some_and(|at| own.contains(&at)))
            };
            let shared =
                of(at.checked_sub(1)).or_else(|| of(at.checked_add(1))).or(meant.len().checked_sub(1));
            shared.and_then(|shared| meant.get_mut(shared)).map(|(_, own)| own.push(*at)).is_none()
        });
        meant.iter_mut().for_each(|(_, own)| own.sort_unstable());
        Self { meant, parts: parts.into_iter().map(|(mark, _)| mark).collect(), untold: free }
    }
}
