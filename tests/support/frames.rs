//! A laid-out document -> what a page shows and how it is built, in a form that two documents can be
//! compared in.

use std::collections::BTreeMap;

use ttf_parser::{GlyphId, OutlineBuilder};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// One page.
#[derive(Default)]
pub struct Page {
    /// Tags, links, groups, shapes and images in order.
    pub structure: Vec<String>,
    /// Every closed line that is drawn.
    pub outlines: Outlines,
    /// The sum of all advances in points, by size of the text (in thousandths of a point).
    pub advances: BTreeMap<i64, f64>,
    /// Glyphs from right to left that share their text, or mean more than one letter.
    pub shared: Vec<String>,
    /// Every text item in order, with the height of its baseline on the page in thousandths of a point.
    pub baselines: Vec<(i64, String)>,
}

/// Every page of a document.
pub fn pages(document: &PagedDocument) -> Vec<Page> {
    let read = |frame: &Frame| {
        let mut page = Page::default();
        page.frame(frame, Transform::identity());
        page
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

impl Page {
    fn frame(&mut self, frame: &Frame, outer: Transform) {
        for (place, item) in frame.items() {
            let here = outer.pre_concat(Transform::translate(place.x, place.y));
            match item {
                FrameItem::Group(group) => {
                    self.structure.push(format!("group {here:?} {:?} {:?} {{", group.label, group.parent));
                    self.frame(&group.frame, here.pre_concat(group.transform));
                    self.structure.push("}".to_owned());
                }
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Tag(tag) => self.structure.push(format!("{tag:?} {:?}", tag.location())),
                FrameItem::Shape(shape, _) => {
                    self.structure.push(format!("shape {here:?} {:?}", shape.geometry))
                }
                FrameItem::Image(_, size, _) => self.structure.push(format!("image {here:?} {size:?}")),
                FrameItem::Link(target, size) => {
                    self.structure.push(format!("link {here:?} {target:?} {size:?}"))
                }
            }
        }
    }

    fn text(&mut self, item: &TextItem, here: Transform) {
        let mut pen = Point::zero();
        *self.advances.entry((item.size.to_pt() * 1000.0).round() as i64).or_default() +=
            item.width().to_pt();
        let height = Point::zero().transform(here).y.to_pt();
        self.baselines.push(((height * 1000.0).round() as i64, item.text.to_string()));
        let unit = item.size.to_pt() / item.font.units_per_em();
        for (at, glyph) in item.glyphs.iter().enumerate() {
            let offset = Point::new(glyph.x_offset.at(item.size), -glyph.y_offset.at(item.size));
            let start = (pen + offset).transform(here);
            pen.x += glyph.x_advance.at(item.size);
            self.outlines.draw(item, glyph.id, start, unit);
            let meant = &item.text[glyph.range()];
            let one = meant.chars().count() == 1 || meant.chars().all(is_mark);
            let alone = item.glyphs.iter().skip(at + 1).all(|other| other.range != glyph.range);
            if meant.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}')) && !(one && alone) {
                self.shared.push(format!("{meant} in {}", item.text));
            }
        }
    }
}

/// The text of each page in the order in which it is drawn, a new line wherever text does not go on
/// beside the text before; from a document whose items hold their text in logical order.
pub fn texts(document: &PagedDocument) -> Vec<String> {
    let read = |frame: &Frame| {
        let mut line = Line { text: String::new(), x: [f64::NAN; 2], y: f64::NAN };
        line.frame(frame, Transform::identity());
        line.text
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

/// Text up to now, and the extent of its last line.
struct Line {
    text: String,
    x: [f64; 2],
    y: f64,
}

impl Line {
    fn frame(&mut self, frame: &Frame, outer: Transform) {
        for (place, item) in frame.items() {
            let here = outer.pre_concat(Transform::translate(place.x, place.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, here.pre_concat(group.transform)),
                FrameItem::Text(text) => self.go_on(text, here),
                _ => {}
            }
        }
    }

    fn go_on(&mut self, item: &TextItem, here: Transform) {
        let (start, end) = (Point::zero().transform(here), Point::with_x(item.width()).transform(here));
        let (left, right, near) = (start.x.to_pt(), end.x.to_pt(), 0.05 * item.size.to_pt());
        let beside = left - near <= self.x[1] && right + near >= self.x[0];
        if beside && (start.y.to_pt() - self.y).abs() < 10.0 * near {
            self.x = [self.x[0].min(left), self.x[1].max(right)];
        } else {
            self.text.push('\n');
            (self.x, self.y) = ([left, right], start.y.to_pt());
        }
        let mut ranges: Vec<_> = item.glyphs.iter().map(|glyph| glyph.range()).collect();
        ranges.sort_by_key(|range| range.start);
        ranges.dedup();
        self.text.extend(ranges.into_iter().map(|range| &item.text[range]));
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Closed lines by their form, with the places where each starts and the tolerance there, in points.
#[derive(Default)]
pub struct Outlines(BTreeMap<String, Vec<(f64, f64, f64)>>);

impl Outlines {
    fn draw(&mut self, item: &TextItem, glyph: u16, start: Point, unit: f64) {
        let mut pen = Pen::default();
        item.font.ttf().outline_glyph(GlyphId(glyph), &mut pen);
        for line in pen.lines {
            let [(left, bottom), ..] = line[..] else { continue };
            let form: Vec<_> = line.iter().map(|(x, y)| (x - left, y - bottom)).collect();
            let place =
                (start.x.to_pt() + f64::from(left) * unit, start.y.to_pt() - f64::from(bottom) * unit, unit);
            let family = &item.font.font().info().family;
            let fill = &item.fill;
            self.0.entry(format!("{family} {:?} {fill:?} {form:?}", item.size)).or_default().push(place);
        }
    }

    /// The lines of `before` that are not within a font unit of their place in `after`, and the reverse.
    pub fn lost(before: &Self, after: &Self) -> Vec<String> {
        let mut lost = Vec::new();
        for form in before.0.keys().chain(after.0.keys().filter(|form| !before.0.contains_key(*form))) {
            let mut there = after.0.get(form).cloned().unwrap_or_default();
            for (x, y, unit) in before.0.get(form).into_iter().flatten() {
                let off = |other: &(f64, f64, f64)| (other.0 - x).abs().max((other.1 - y).abs());
                let nearest = (0..there.len()).min_by(|a, b| off(&there[*a]).total_cmp(&off(&there[*b])));
                match nearest.filter(|at| off(&there[*at]) <= *unit) {
                    Some(at) => drop(there.swap_remove(at)),
                    None => lost.push(format!("{x} {y} (unit {unit}): {:.60}", form)),
                }
            }
            lost.extend(there.iter().map(|(x, y, _)| format!("new {x} {y}: {:.60}", form)));
        }
        lost
    }
}

/// Collects the points of each closed line.
#[derive(Default)]
struct Pen {
    lines: Vec<Vec<(f32, f32)>>,
}

impl Pen {
    fn to(&mut self, points: &[(f32, f32)]) {
        self.lines.last_mut().expect("a line is open").extend(points);
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.lines.push(vec![(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.to(&[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.to(&[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.to(&[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {}
}
