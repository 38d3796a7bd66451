//! Neighbouring text items -> one run of text with its glyphs in the order of reading.
//!
//! Typst starts a new item at every raised mark. A [`Run`] puts together again what was shaped as one,
//! places every glyph on one baseline, and gathers the glyphs of each cluster.

use typst::layout::{Abs, Dir, FrameItem, Point};
use typst::syntax::Span;
use typst::text::TextItem;

use super::docfont::DocumentFont;
use super::letters::is_right_to_left;

/// How far apart two items may be that touch.
const NEAR: Abs = Abs::raw(0.01);
/// How far above or below each other, in sizes of the text, two items of one line may stand.
const HIGH: f64 = 2.0;
/// The longest run in bytes: glyphs point at their text with 16 bits.
const LONGEST: usize = 60_000;

/// A text item with its place in the frame.
pub(super) type Piece<'a> = (Point, &'a TextItem);

/// A glyph on the baseline of its run. Lengths are in em.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub id: u16,
    pub advance: f64,
    /// Where the pen stands, from the start of the run.
    pub pen: f64,
    /// Where the outline stands.
    pub x: f64,
    /// How far the outline is raised.
    pub y: f64,
    pub span: (Span, u16),
}

/// A piece of text and the glyphs that show it together, both in the order of reading.
pub(super) struct Cluster<'a> {
    pub text: &'a str,
    pub glyphs: Vec<Placed>,
}

/// What was shaped as one, from right to left.
pub(super) struct Run<'a> {
    /// The left end of the baseline.
    pub start: Point,
    /// In the order of reading.
    pub clusters: Vec<Cluster<'a>>,
}

/// Which way an item runs: by the order of its glyphs, else by its letters, else by its language.
pub(super) fn direction(item: &TextItem) -> Dir {
    let mut turns = item.glyphs.windows(2).filter(|pair| pair[0].range != pair[1].range);
    let right_to_left = match turns.next() {
        Some(pair) => pair[0].range.start > pair[1].range.start,
        None if item.text.chars().any(is_right_to_left) => true,
        None if item.text.chars().any(char::is_alphanumeric) => false,
        None => return item.lang.dir(),
    };
    if right_to_left { Dir::RTL } else { Dir::LTR }
}

/// The right end of an item.
pub(super) fn end((place, item): Piece<'_>) -> Abs {
    place.x + item.width()
}

/// Whether `next` starts where `last` ends, on the same line.
pub(super) fn touch(last: Piece<'_>, next: Piece<'_>) -> bool {
    let high = (next.0.y - last.0.y).abs();
    (next.0.x - end(last)).abs() < NEAR && high < last.1.size * HIGH
}

/// Whether two items look alike in all that an item says of its glyphs.
fn alike(a: &TextItem, b: &TextItem) -> bool {
    a.size == b.size
        && a.font == b.font
        && (a.lang, a.region) == (b.lang, b.region)
        && a.fill == b.fill
        && a.stroke == b.stroke
}

/// What belongs to the run that starts with the first item of a list.
pub(super) struct Gathered<'a> {
    pub pieces: Vec<Piece<'a>>,
    /// Underlines and the like that stand between the pieces.
    pub shapes: Vec<&'a (Point, FrameItem)>,
    /// How many items of the list these are.
    pub taken: usize,
}

/// Gathers the pieces of a run from right to left; an item that runs the other way stays alone.
pub(super) fn gather<'a>(first: Piece<'a>, rest: &'a [(Point, FrameItem)]) -> Gathered<'a> {
    let mut gathered = Gathered { pieces: vec![first], shapes: Vec::new(), taken: 1 };
    if direction(first.1) != Dir::RTL {
        return gathered;
    }
    let (mut last, mut shapes) = (first, Vec::new());
    for (at, item) in rest.iter().enumerate() {
        match item {
            (_, FrameItem::Shape(..)) => shapes.push(item),
            (place, FrameItem::Text(text))
                if alike(last.1, text) && touch(last, (*place, text)) && direction(text) == Dir::RTL =>
            {
                last = (*place, text);
                gathered.pieces.push(last);
                gathered.shapes.append(&mut shapes);
                gathered.taken = at + 2;
            }
            _ => break,
        }
    }
    gathered
}

impl Gathered<'_> {
    /// Where the run stands: the widest piece is not a raised mark; of equal ones, the first.
    pub fn baseline(&self) -> Abs {
        let widest = self.pieces.iter().rev().max_by_key(|(_, item)| item.width());
        widest.map_or(Abs::zero(), |(place, _)| place.y)
    }
}

impl<'a> Run<'a> {
    /// Reads a run onto a baseline; `None` if it is too long, not horizontal, or points beside its text.
    pub fn read(pieces: &[Piece<'a>], baseline: Abs, font: &DocumentFont) -> Option<Self> {
        if pieces.iter().map(|(_, item)| item.text.len()).sum::<usize>() > LONGEST {
            return None;
        }
        let (first, _) = *pieces.first()?;
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut pen = 0.0;
        for (place, item) in pieces {
            let raised = font.units((baseline - place.y) / item.size) / font.units(1.0);
            // The cluster of this piece that the last glyph belonged to.
            let mut last = None;
            for glyph in &item.glyphs {
                if glyph.y_advance.get() != 0.0 {
                    return None;
                }
                let placed = Placed {
                    id: glyph.id,
                    advance: glyph.x_advance.get(),
                    pen,
                    x: pen + glyph.x_offset.get(),
                    y: raised + glyph.y_offset.get(),
                    span: glyph.span,
                };
                pen += placed.advance;
                let text = item.text.get(glyph.range())?;
                let same = match &last {
                    Some(range) => *range == glyph.range,
                    None => clusters.last().is_some_and(|cluster| cluster.goes_on(text, &placed, font)),
                };
                last = Some(glyph.range.clone());
                match clusters.last_mut() {
                    Some(cluster) if same => cluster.glyphs.push(placed),
                    _ => clusters.push(Cluster { text, glyphs: vec![placed] }),
                }
            }
        }
        clusters.reverse();
        clusters.iter_mut().for_each(|cluster| cluster.glyphs.reverse());
        Some(Self { start: Point::new(first.x, baseline), clusters })
    }
}

impl Cluster<'_> {
    /// Whether a glyph of the next piece belongs to this cluster: it stands for the same place in the
    /// source. Places beyond the first 64 KiB of a text are all zero; there, from left to right, a mark
    /// comes before its letter and another mark after it is the next letter's.
    fn goes_on(&self, text: &str, next: &Placed, font: &DocumentFont) -> bool {
        let Some(last) = self.glyphs.last() else { return false };
        let starts_anew = next.span.1 == 0 && !font.is_mark(last.id) && font.is_mark(next.id);
        last.span == next.span && self.text == text && !starts_anew
    }
}
