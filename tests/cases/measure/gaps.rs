//! Justified lines: how wide their gaps are, whether rivers run through them, what sticks out.

use mujaz::brief::Body;
use serde_json::{Value, json};

use super::{MARGIN, MM, paragraph, set};
use crate::support::lines::{Line, lines};
use crate::support::project::{REAL, edition};

/// What the widest of nineteen gaps out of twenty may be, in points.
const WIDEST: f64 = 4.5;

/// The running text of the real editions, without numbers and run-in headings.
fn running_text() -> Vec<Value> {
    let sections = REAL.iter().flat_map(|id| &edition(id).briefs["ar"].sections);
    let paragraphs = sections.flat_map(|section| match &section.body {
        Body::Situation(list) | Body::Method(list) => list.as_slice(),
        _ => &[],
    });
    paragraphs.map(|it| paragraph(&it.text, json!(it.marks))).collect()
}

/// The lines of each page of [`set`].
fn set_lines(paragraphs: &[Value], widths: &[u32], overhang: bool) -> Vec<Vec<Line>> {
    let laid = set("ar", paragraphs, widths, overhang);
    laid.document.pages().iter().map(|page| lines(&page.frame)).collect()
}

/// Whether a line reaches from one edge of the measure to the other.
fn is_full(line: &Line, width: u32) -> bool {
    (line.left - MARGIN).abs() < 0.1 && (line.right - MARGIN - f64::from(width) * MM).abs() < 0.1
}

/// How far the lines stick out of the measure at the left, where Arabic lines end, and at the right.
fn sticking_out(lines: &[Line], width: u32) -> [f64; 2] {
    let widest = |out: fn(&Line, f64) -> f64| {
        lines.iter().map(|line| out(line, MARGIN + f64::from(width) * MM)).fold(f64::MIN, f64::max)
    };
    [widest(|line, _| MARGIN - line.left), widest(|line, end| line.right - end)]
}

fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() as f64 * share).ceil() as usize).clamp(1, values.len()) - 1]
}

/// The longest run of lines one under the other through which a gap wider than [`WIDEST`] goes on.
fn longest_river(lines: &[Line]) -> usize {
    let wide = |line: &Line| -> Vec<[f64; 2]> {
        line.gaps.iter().map(|gap| gap.extent).filter(|[left, right]| right - left > WIDEST).collect()
    };
    let mut longest = 0;
    let mut above: Vec<([f64; 2], usize)> = Vec::new();
    for line in lines {
        let here = wide(line).into_iter().map(|[left, right]| {
            let over = above.iter().filter(|([l, r], _)| *l < right && *r > left);
            ([left, right], 1 + over.map(|(_, length)| *length).max().unwrap_or(0))
        });
        let here: Vec<_> = here.collect();
        longest = here.iter().map(|(_, length)| *length).fold(longest, usize::max);
        above = here;
    }
    longest
}

#[test]
#[allow(clippy::disallowed_macros, reason = "a person may ask how wide the gaps are")]
fn justified_arabic_has_no_holes_and_keeps_to_its_measure() {
    let text = running_text();
    let page = &set_lines(&text, &[160], false)[0];
    let full: Vec<&Line> = page.iter().filter(|line| is_full(line, 160)).collect();
    let mut gaps: Vec<f64> = full.iter().flat_map(|line| line.gaps.iter().map(|gap| gap.width())).collect();
    let [median, most, widest] = [0.5, 0.95, 1.0].map(|share| percentile(&mut gaps, share));
    let stops = full.iter().filter(|line| line.ends_with('.')).count();
    let out = sticking_out(page, 160);
    let river = longest_river(page);
    println!(
        "{} lines, {} of them full, {stops} with a full stop at the end; {} gaps: median {median:.2}, \
         95 of 100 up to {most:.2}, widest {widest:.2} pt; {out:.2?} pt outside; river of {river} lines",
        page.len(),
        full.len(),
        gaps.len(),
    );
    assert!(page.len() >= 60 && full.len() >= 30, "only {} full lines", full.len());
    assert!(most <= WIDEST, "95 of 100 gaps are up to {most} pt wide");
    assert!(river < 3, "a river through {river} lines");
    assert!(stops > 0, "no full line ends in a full stop");
    assert!(out.iter().all(|out| *out < 0.1), "{out:?} pt outside of the measure");
    // The ruler does see a full stop that hangs.
    let hanging = sticking_out(&set_lines(&text, &[160], true)[0], 160);
    assert!(hanging[0] > 1.0, "{hanging:?}");
}

#[test]
fn short_lines_are_not_stretched() {
    let text = running_text();
    for (width, page) in [60, 89, 91].iter().zip(set_lines(&text, &[60, 89, 91], false)) {
        let stretched = page.iter().flat_map(|line| &line.gaps).filter(|gap| gap.stretch() > 0.05).count();
        let full = page.iter().filter(|line| is_full(line, *width)).count();
        if *width < 90 {
            assert_eq!(stretched, 0, "gaps stretched at {width} mm");
        } else {
            assert!(stretched > 100 && full > 40, "{stretched} gaps stretched at {width} mm, {full} lines");
        }
    }
}
