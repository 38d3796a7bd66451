//! A laid-out document -> what a reader's eye would stumble over: text beyond the margins, and text upon text.

use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The margin at either side in points (`space.side` of the theme).
const SIDE: f64 = 18.0 * 72.0 / 25.4;
/// What may stand over an edge, in points: hanging signs, the rounding of a scaled label.
const SLACK: f64 = 0.6;

/// Letters in one go, with their place on the page in points from its top left corner.
#[derive(Debug)]
struct Run {
    text: String,
    x: [f64; 2],
    /// From the height of small letters to the baseline.
    y: [f64; 2],
}

/// Everything that stands where it should not, one line each; empty for a sound document.
pub fn faults(document: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, page) in document.pages().iter().enumerate() {
        let mut runs = Vec::new();
        walk(&page.frame, Transform::identity(), &mut runs);
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        for run in &runs {
            let inside = run.x[0] >= SIDE - SLACK && run.x[1] <= width - SIDE + SLACK;
            if !(inside && run.y[0] >= 0.0 && run.y[1] <= height) {
                faults.push(format!("page {}: `{}` leaves the text area", at + 1, run.text));
            }
        }
        runs.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
        for (first, run) in runs.iter().enumerate() {
            let beside = runs[first + 1..].iter().take_while(|other| other.x[0] < run.x[1] - SLACK);
            for other in beside.filter(|other| other.y[0] < run.y[1] && run.y[0] < other.y[1]) {
                faults.push(format!("page {}: `{}` stands upon `{}`", at + 1, other.text, run.text));
            }
        }
    }
    faults
}

fn walk(frame: &Frame, outer: Transform, runs: &mut Vec<Run>) {
    for (place, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), runs),
            FrameItem::Text(text) => runs.extend(run(text, here)),
            _ => {}
        }
    }
}

/// The letters of an item without the spaces at its ends.
fn run(item: &TextItem, here: Transform) -> Option<Run> {
    let is_space = |at: usize| item.text[item.glyphs[at].range()].trim().is_empty();
    let first = (0..item.glyphs.len()).find(|at| !is_space(*at))?;
    let last = (0..item.glyphs.len()).rfind(|at| !is_space(*at))?;
    let reach = |end: usize| item.glyphs[..end].iter().map(|it| it.x_advance.at(item.size)).sum();
    let start = Point::new(reach(first), -item.size * 0.45).transform(here);
    let end = Point::with_x(reach(last + 1)).transform(here);
    // Text may stand upright.
    let extent = |a: f64, b: f64| [a.min(b), a.max(b)];
    Some(Run {
        text: item.text.trim().to_owned(),
        x: extent(start.x.to_pt(), end.x.to_pt()),
        y: extent(start.y.to_pt(), end.y.to_pt()),
    })
}
