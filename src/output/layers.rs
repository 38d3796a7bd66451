//! A page -> drawings of its size that lie one upon another and together show it.
//!
//! A preview shows a page again and again with little changed. A layer holds what stands side by side on a band of the
//! page, so that an edit changes one or two of them: the others are neither drawn anew nor sent.

use ecow::EcoString;
use serde::{Deserialize, Serialize};
use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Rect, Sides, Size, Transform};
use typst::visualize::Paint;
use typst_layout::Page;
use typst_svg::SvgOptions;

use super::area::{Area, area, upright};
use crate::digest::Digest;

/// The height of a band in points.
const BAND: f64 = 24.0;
/// A layer ends between two bands once it holds this many glyphs, or as much else.
const LEAST: usize = 64;
/// A layer ends anywhere once it holds this many.
const MOST: usize = 640;
/// What a shape or picture counts for, in glyphs.
const SHAPE: usize = 8;
/// How far around what it holds a layer may paint, in points: edges are smoothed, and boxes rounded.
const MARGIN: f64 = 2.0;

/// A part of a page, transparent but for what it draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// Names the drawing: a hash of it.
    pub name: String,
    /// The drawing, an SVG of the size of the page.
    pub svg: EcoString,
    /// Outside of this it is empty.
    pub area: Area,
}

impl Layer {
    /// The layer of a drawing.
    pub fn new(svg: EcoString, area: Area) -> Self {
        Self { name: Digest::of(svg.as_bytes()).short(), svg, area }
    }
}

/// Draws a page on white paper, the lowest layer first.
pub(super) fn layers(page: &Page) -> Vec<Layer> {
    let ground = page.fill.clone().custom().flatten().map(|fill| draw(empty(&page.frame), Some(fill)));
    let mut layers: Vec<Layer> = ground.into_iter().collect();
    let mut ends = Ends::default();
    ends.walk(&page.frame, Transform::identity());
    let mut begin = 0;
    for end in ends.closed() {
        layers.extend(part(&page.frame, begin..end, &mut 0).map(|frame| draw(frame, None)));
        begin = end;
    }
    layers
}

/// Draws one layer, or remembers it.
#[comemo::memoize]
fn draw(frame: Frame, fill: Option<Paint>) -> Layer {
    let painted = if fill.is_none() { painted(&frame, Transform::identity()) } else { None };
    // A ground is everywhere.
    let painted = painted.unwrap_or(Rect::from_pos_size(Point::zero(), frame.size()));
    let area = area(within(painted, frame.size()));
    let (bleed, fill, supplement) = (Sides::default(), Smart::Custom(fill), Content::empty());
    let page = Page { frame, bleed, fill, numbering: None, supplement, number: 1 };
    Layer::new(typst_svg::svg(&page, &SvgOptions::default()).into(), area)
}

/// Where layers end: numbers of the visible items of a page, in the order in which they are drawn.
#[derive(Default)]
struct Ends {
    ends: Vec<usize>,
    /// How many items there were.
    count: usize,
    /// What the layer that has not ended holds.
    weight: usize,
    band: Option<i64>,
}

impl Ends {
    fn walk(&mut self, frame: &Frame, outer: Transform) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let inner = outer.pre_concat(Transform::translate(at.x, at.y));
                    self.walk(&group.frame, inner.pre_concat(group.transform));
                }
                FrameItem::Text(text) => self.item(at.transform(outer).y.to_pt(), text.glyphs.len()),
                FrameItem::Shape(..) | FrameItem::Image(..) => {
                    self.item(at.transform(outer).y.to_pt(), SHAPE);
                }
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    /// An item that stands at this height. Where a layer ends hangs on what is there, not on how much came before,
    /// so that a longer line above moves few ends.
    fn item(&mut self, y: f64, weight: usize) {
        let band = Some((y / BAND).floor() as i64);
        let is_over = (self.weight >= LEAST && band != self.band) || self.weight >= MOST;
        if is_over {
            self.ends.push(self.count);
            self.weight = 0;
        }
        self.band = band;
        self.count += 1;
        self.weight += weight;
    }

    fn closed(mut self) -> Vec<usize> {
        self.ends.push(self.count);
        self.ends
    }
}

/// A frame with some of its visible items, in the groups that clip, move and turn them; `None` if none is there.
fn part(frame: &Frame, range: std::ops::Range<usize>, next: &mut usize) -> Option<Frame> {
    let mut part = empty(frame);
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                if let Some(frame) = self::part(&group.frame, range.clone(), next) {
                    // Not its place in the document, which moves with every edit.
                    let mut same = GroupItem::new(frame);
                    (same.transform, same.clip) = (group.transform, group.clip.clone());
                    part.push(*at, FrameItem::Group(same));
                }
            }
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) => {
                if range.contains(next) {
                    part.push(*at, item.clone());
                }
                *next += 1;
            }
            // Nothing of them is seen.
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
    (!part.is_empty()).then_some(part)
}

/// The box around all that a frame paints.
fn painted(frame: &Frame, outer: Transform) -> Option<Rect> {
    let boxes = frame.items().filter_map(|(at, item)| {
        let here = outer.pre_concat(Transform::translate(at.x, at.y));
        let area = match item {
            FrameItem::Group(group) => return painted(&group.frame, here.pre_concat(group.transform)),
            FrameItem::Text(text) => text.bbox(),
            FrameItem::Shape(shape, _) => shape.bbox(true),
            FrameItem::Image(_, size, _) => Rect::from_pos_size(Point::zero(), *size),
            FrameItem::Link(..) | FrameItem::Tag(_) => return None,
        };
        // A run of spaces has no box.
        let is_finite =
            [area.min, area.max].iter().all(|it| it.x.to_raw().is_finite() && it.y.to_raw().is_finite());
        is_finite.then(|| upright(area, here))
    });
    boxes.reduce(|all, it| Rect::new(all.min.min(it.min), all.max.max(it.max)))
}

/// A box with its margin, as far as it lies on the page.
fn within(painted: Rect, size: Size) -> Rect {
    let (page, margin) = (size.to_point(), Point::splat(Abs::pt(MARGIN)));
    let min = (painted.min - margin).max(Point::zero()).min(page);
    Rect::new(min, (painted.max + margin).min(page).max(min))
}

fn empty(frame: &Frame) -> Frame {
    Frame::new(frame.size(), frame.kind())
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::{Layer, layers};
    use crate::diag::Sources;
    use crate::output::svg;
    use crate::typeset::{Assets, Job, Typeset, compile};

    fn typeset(body: &str) -> Typeset {
        let head =
            "#set page(width: 300pt, height: 400pt, margin: 20pt)\n#set text(font: \"Amiri\", size: 9pt)\n";
        let main = format!("{head}{body}");
        let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
        compile(&assets, &Job::new(b"{}".to_vec(), date!(2031 - 06 - 30)))
            .unwrap_or_else(|all| panic!("{all:?}"))
    }

    fn layered(body: &str) -> Vec<Layer> {
        layers(&typeset(body).document.pages()[0])
    }

    /// A page of numbered lines, one of which ends in a word.
    fn lines(at: usize, word: &str) -> String {
        let line =
            |number| format!("Line {number} of a page of words {}\\\n", if number == at { word } else { "" });
        (0..20).map(line).collect()
    }

    /// What is drawn, without the definitions of what it is drawn with.
    fn drawn(svg: &str) -> Vec<String> {
        let mut rest = String::new();
        for part in svg.split("<defs>") {
            rest += part.split_once("</defs>").map_or(part, |(_, rest)| rest);
        }
        let tags =
            rest.split('<').filter(|tag| ["use ", "path ", "image "].iter().any(|it| tag.starts_with(it)));
        tags.map(str::to_owned).collect()
    }

    #[test]
    fn layers_together_draw_the_page_in_its_order() {
        let body = lines(0, "")
            + "#block(height: 40pt, columns(2, lorem(20)))#rotate(20deg)[Turned] #box(clip: true, width: 20pt, \
            height: 9pt)[Clipped words] #rect[#circle(radius: 5pt, fill: red) in a box] #place(top)[Above all]";
        let whole = typeset(&body);
        let layers = layers(&whole.document.pages()[0]);
        assert!(layers.len() > 5, "{}", layers.len());
        // The paper is white without a layer.
        let want = &drawn(&svg(&whole)[0])[1..];
        let found: Vec<String> = layers.iter().flat_map(|layer| drawn(&layer.svg)).collect();
        assert_eq!(found, want);
        let clips = layers.iter().filter(|layer| layer.svg.contains("clip-path=")).count();
        assert_eq!(clips, 1);
    }

    #[test]
    fn an_edit_changes_what_is_near_to_it() {
        let (before, after) = (layered(&lines(12, "before")), layered(&lines(12, "the edit")));
        let renewed: Vec<_> = after.iter().filter(|layer| !before.contains(layer)).collect();
        assert!(renewed.len() == 1 && before.len() >= 5, "{} of {}", renewed.len(), before.len());
        let (_, y, _, height) = renewed[0].area;
        assert!(height < 100.0 && y > 100.0 && y + height < 300.0, "{:?}", renewed[0].area);
    }

    #[test]
    fn a_layer_says_where_it_paints() {
        let placed = |it: &str| layered(&format!("#place(dx: 30pt, dy: 40pt, {it})"))[0].area;
        assert_eq!(placed("square(size: 10pt, fill: red)"), (48.0, 58.0, 14.0, 14.0));
        assert_eq!(placed("square(size: 10pt, stroke: 4pt)"), (46.0, 56.0, 18.0, 18.0));
        // As far as it lies on the page.
        assert_eq!(placed("rect(width: 900pt, height: 900pt, fill: red)"), (48.0, 58.0, 252.0, 342.0));
        let (x, y, width, height) = placed("rotate(90deg, box(width: 30pt, height: 10pt, fill: red))");
        assert_eq!([x, y, width, height].map(f64::round), [58.0, 48.0, 14.0, 34.0]);
        let (x, y, width, height) = placed("[I]");
        assert!(
            (48.0..51.0).contains(&x) && y > 58.0 && width < 9.0 && height < 12.0,
            "{x} {y} {width} {height}"
        );
    }

    #[test]
    fn coloured_paper_is_a_layer_of_its_own() {
        assert_eq!(layered("").len(), 0);
        let all = layered("#set page(fill: luma(90%))\nWords");
        assert_eq!((all.len(), all[0].area), (2, (0.0, 0.0, 300.0, 400.0)));
    }
}
