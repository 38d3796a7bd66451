//! A laid-out page of one column -> its lines: where they begin and end, and the gaps between their words.

use typst::layout::{Frame, FrameItem, Transform};
use typst::text::TextItem;

/// The white between two words.
pub struct Gap {
    /// Where it begins and ends, in points.
    pub extent: [f64; 2],
    /// What the font gives for it, in points.
    natural: f64,
}

impl Gap {
    /// How wide it is, in points.
    pub fn width(&self) -> f64 {
        self.extent[1] - self.extent[0]
    }

    /// How much wider than the font has it, in points.
    pub fn stretch(&self) -> f64 {
        self.width() - self.natural
    }
}

/// One line.
pub struct Line {
    /// Where its leftmost glyph begins, in points.
    pub left: f64,
    /// Where its rightmost glyph ends, in points.
    pub right: f64,
    /// From left to right, without those at the ends.
    pub gaps: Vec<Gap>,
    first: String,
}

impl Line {
    /// Whether `c` stands at the left, where lines from the right end.
    pub fn ends_with(&self, c: char) -> bool {
        self.first.ends_with(c)
    }
}

/// The lines of a page from the top down, by the height at which glyphs stand.
pub fn lines(frame: &Frame) -> Vec<Line> {
    let mut glyphs = Vec::new();
    walk(frame, Transform::identity(), &mut glyphs);
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    // A raised mark stands less than this above its line, and lines are further apart.
    let same = |first: &Glyph, other: &Glyph| other.y - first.y < 0.66 * other.size.max(first.size);
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut().filter(|row| same(&row[0], &glyph)) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

struct Glyph {
    x: [f64; 2],
    y: f64,
    size: f64,
    /// What the font gives, and whether it is a space.
    natural: f64,
    space: bool,
    text: String,
}

fn line(mut row: Vec<Glyph>) -> Option<Line> {
    row.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
    let begin = row.iter().position(|glyph| !glyph.space)?;
    let end = row.iter().rposition(|glyph| !glyph.space)? + 1;
    let row = &row[begin..end];
    let mut gaps: Vec<Gap> = Vec::new();
    for glyph in row.iter().filter(|glyph| glyph.space) {
        match gaps.last_mut().filter(|gap| glyph.x[0] - gap.extent[1] < 0.01) {
            Some(gap) => {
                gap.extent[1] = glyph.x[1];
                gap.natural += glyph.natural;
            }
            None => gaps.push(Gap { extent: glyph.x, natural: glyph.natural }),
        }
    }
    let right = row.iter().map(|glyph| glyph.x[1]).fold(f64::MIN, f64::max);
    Some(Line { left: row[0].x[0], right, gaps, first: row[0].text.clone() })
}

fn walk(frame: &Frame, outer: Transform, glyphs: &mut Vec<Glyph>) {
    for (place, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), glyphs),
            FrameItem::Text(text) => read(text, here, glyphs),
            _ => {}
        }
    }
}

fn read(item: &TextItem, here: Transform, glyphs: &mut Vec<Glyph>) {
    let mut pen = here.tx.to_pt();
    let size = item.size.to_pt();
    for glyph in &item.glyphs {
        let start = pen;
        pen += glyph.x_advance.at(item.size).to_pt();
        let text = &item.text[glyph.range()];
        // A mark of direction has no width, and neither stands nor parts.
        let drawn: String =
            text.chars().filter(|c| !matches!(c, '\u{2060}' | '\u{202a}'..='\u{202e}')).collect();
        if drawn.is_empty() {
            continue;
        }
        let units = item.font.ttf().glyph_hor_advance(ttf_parser::GlyphId(glyph.id)).unwrap_or(0);
        glyphs.push(Glyph {
            x: [start, pen],
            y: here.ty.to_pt(),
            size,
            natural: f64::from(units) / item.font.units_per_em() * size,
            space: drawn.chars().all(char::is_whitespace),
            text: drawn,
        });
    }
}
