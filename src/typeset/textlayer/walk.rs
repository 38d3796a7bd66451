//! A frame -> its [`Draft`]: every run of text repaired, everything else in its place and order.
//!
//! Text never moves across a tag, a link, an image or a group: the structure of the document hangs on
//! the order of these.

use typst::layout::{Abs, Dir, Em, Frame, FrameItem, Point};
use typst::text::TextItem;

use super::docfont::{DocumentFont, Fonts};
use super::draft::{Draft, Drafted};
use super::letters::is_spent_from_left;
use super::raised::Line;
use super::run::{self, Gathered, Piece, Run};
use super::{glyf::Part, items, units};
use crate::model::TextLayer;

/// A repaired run with the shapes on it.
struct Stretch<'a> {
    /// The first and the last item that it was made of, from left to right.
    first: Piece<'a>,
    last: Piece<'a>,
    direction: Dir,
    items: Vec<(Point, Drafted<'a>)>,
}

/// Drafts a frame and all frames in it.
pub(super) fn frame<'a>(frame: &'a Frame, fonts: &mut Fonts, order: TextLayer) -> Draft<'a> {
    Walk { fonts, order, line: Line::default() }.frame(frame)
}

/// What is known on the way through a page.
struct Walk<'f> {
    fonts: &'f mut Fonts,
    order: TextLayer,
    line: Line,
}

impl Walk<'_> {
    fn frame<'a>(&mut self, frame: &'a Frame) -> Draft<'a> {
        let mut draft = Draft { frame, items: Vec::new(), changed: false };
        let mut run: Vec<Stretch<'a>> = Vec::new();
        let mut rest = frame.items().as_slice();
        while let [(place, item), after @ ..] = rest {
            rest = after;
            match item {
                FrameItem::Text(text) => {
                    let gathered = run::gather((*place, text), after);
                    rest = &after[gathered.taken - 1..];
                    let (stretch, changed) = self.repair(gathered);
                    draft.changed |= changed;
                    if run.last().is_some_and(|last| !turns(last, &stretch)) {
                        draft.flush(&mut run);
                    }
                    run.push(stretch);
                }
                FrameItem::Shape(..) if let Some(last) = run.last_mut() => {
                    last.items.push((*place, Drafted::Kept(item)));
                }
                FrameItem::Group(group) => {
                    draft.flush(&mut run);
                    self.line.enter(*place, group);
                    let inner = self.frame(&group.frame);
                    self.line.leave(*place, group);
                    draft.items.push((*place, Drafted::Group(group, inner)));
                }
                _ => {
                    draft.flush(&mut run);
                    if let FrameItem::Tag(tag) = item {
                        self.line.pass(tag);
                    }
                    draft.items.push((*place, Drafted::Kept(item)));
                }
            }
        }
        draft.flush(&mut run);
        draft
    }

    /// Repairs a run, or leaves it as it was; and whether it was changed.
    fn repair<'a>(&mut self, run: Gathered<'a>) -> (Stretch<'a>, bool) {
        let (first, last) = (run.pieces[0], run.pieces[run.pieces.len() - 1]);
        let direction = run::direction(first.1);
        let own = run.baseline();
        let baseline = self.line.go_on(first, last, own).unwrap_or(own);
        let set = self.fonts.of(&first.1.font).and_then(|font| match direction {
            Dir::RTL => from_right(&run.pieces, baseline, font, self.order),
            _ => from_left(first, baseline, font),
        });
        let changed = set.is_some();
        let set =
            set.unwrap_or_else(|| run.pieces.iter().map(|(place, item)| (*place, (*item).clone())).collect());
        let mut items: Vec<_> = set.into_iter().map(|(place, item)| (place, Drafted::Text(item))).collect();
        items.extend(run.shapes.iter().map(|(place, shape)| (*place, Drafted::Kept(shape))));
        (Stretch { first, last, direction, items }, changed)
    }
}

impl<'a> Draft<'a> {
    /// Ends a line of stretches, the last of them first if they came against their direction.
    fn flush(&mut self, line: &mut Vec<Stretch<'a>>) {
        if line.len() > 1 {
            line.reverse();
            self.changed = true;
        }
        self.items.extend(line.drain(..).flat_map(|stretch| stretch.items));
    }
}

/// Whether two stretches are parts of one run that a change of font parted: Typst puts out runs in the
/// order of reading, but the parts of a run from left to right.
fn turns(last: &Stretch, next: &Stretch) -> bool {
    last.direction == Dir::RTL && next.direction == Dir::RTL && run::touch(last.last, next.first)
}

/// A run from right to left: one character a glyph, in the order asked for.
fn from_right(
    pieces: &[Piece],
    baseline: Abs,
    font: &mut DocumentFont,
    order: TextLayer,
) -> Option<Vec<(Point, TextItem)>> {
    let run = Run::read(pieces, baseline, font)?;
    let units = units::split(&run.clusters, font)?;
    Some(items::set(run.start, pieces[0].1, units, order))
}

/// An item from left to right: it comes to stand on the baseline, spent controls go, and glyphs that would
/// mean two texts are parted. Clusters of several glyphs stay as they are.
fn from_left((place, item): Piece, baseline: Abs, font: &mut DocumentFont) -> Option<Vec<(Point, TextItem)>> {
    let raised = font.units((baseline - place.y) / item.size);
    let mut changed = baseline != place.y;
    let mut glyphs = Vec::with_capacity(item.glyphs.len());
    for (at, glyph) in item.glyphs.iter().enumerate() {
        let text = item.text.get(glyph.range())?;
        let kept = text.trim_matches(is_spent_from_left);
        if kept.is_empty() && glyph.x_advance.get() == 0.0 && font.is_blank(glyph.id) && !text.is_empty() {
            changed = true;
            continue;
        }
        let mut glyph = glyph.clone();
        let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let shared = neighbours.filter_map(|at| item.glyphs.get(at)).any(|other| other.range == glyph.range);
        if glyph.id != 0 && !kept.is_empty() && !shared {
            let lead = (text.len() - text.trim_start_matches(is_spent_from_left).len()) as u16;
            glyph.range = glyph.range.start + lead..glyph.range.start + lead + kept.len() as u16;
            let part = Part { glyph: glyph.id, x: 0, y: raised as i16 };
            glyph.id = font.glyph(&[part], font.advance(glyph.id), kept)?;
            changed |= glyph != item.glyphs[at];
        } else {
            glyph.y_offset += Em::new(raised / font.units(1.0));
        }
        glyphs.push(glyph);
    }
    let set = TextItem { glyphs, ..item.clone() };
    let place = Point::new(place.x, baseline);
    changed.then(|| if set.glyphs.is_empty() { Vec::new() } else { vec![(place, set)] })
}
