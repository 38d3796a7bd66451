//! A laid-out page -> what stands on it from left to right, read from the places of the glyphs and not
//! from the text that they carry.

use typst::layout::{Frame, FrameItem, Transform};
use typst::text::TextItem;
use unicode_normalization::char::is_combining_mark;

/// The characters of a page of one line by where their glyphs are, spaces and vowel marks left out.
pub fn left_to_right(frame: &Frame) -> String {
    let mut glyphs = Vec::new();
    walk(frame, Transform::identity(), &mut glyphs);
    glyphs.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    glyphs.into_iter().map(|(_, text)| text).collect()
}

fn walk(frame: &Frame, outer: Transform, glyphs: &mut Vec<(f64, String)>) {
    for (place, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), glyphs),
            FrameItem::Text(text) => read(text, here.tx.to_pt(), glyphs),
            _ => {}
        }
    }
}

fn read(item: &TextItem, start: f64, glyphs: &mut Vec<(f64, String)>) {
    let mut pen = start;
    let mut last = None;
    for glyph in &item.glyphs {
        let place = pen;
        pen += glyph.x_advance.at(item.size).to_pt();
        // A letter and its dots may be two glyphs of one cluster.
        if last.replace(glyph.range()) == Some(glyph.range()) {
            continue;
        }
        let mut shown: String = item.text[glyph.range()].chars().filter(|c| is_seen(*c)).collect();
        if shown.chars().any(is_arabic) {
            shown = shown.chars().rev().collect();
        }
        let ids = |c: char| item.font.ttf().glyph_index(c).map(|id| id.0);
        let as_drawn = |c: char| match mirror(c) {
            Some(other) if ids(c) != Some(glyph.id) && ids(other) == Some(glyph.id) => other,
            _ => c,
        };
        let shown: String = shown.chars().map(as_drawn).collect();
        if !shown.is_empty() {
            glyphs.push((place, shown));
        }
    }
}

/// What stands from left to right, as a case gives it: pieces divided by `|` in that order, each of
/// Arabic letters written as it is read.
pub fn on_paper(pieces: &str) -> String {
    let piece = |piece: &str| -> String {
        let seen = piece.chars().filter(|c| is_seen(*c));
        if piece.chars().any(is_arabic) {
            seen.collect::<Vec<_>>().into_iter().rev().collect()
        } else {
            seen.collect()
        }
    };
    pieces.split('|').map(piece).collect()
}

fn is_seen(c: char) -> bool {
    // The compiler marks the direction of what is not boxed by U+202A to U+202E of no width.
    let control = matches!(c, '\u{2060}' | '\u{200c}' | '\u{202a}'..='\u{202e}');
    !control && !c.is_whitespace() && !is_combining_mark(c)
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

fn mirror(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        _ => return None,
    })
}
