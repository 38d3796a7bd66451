//! A series over time: points stand where their dates put them, in the direction that the Brief gives to time.
//!
//! The line is drawn to the width that there is; letters keep their size, so only the first, the last and the largest
//! value stand in the drawing. All of them stand below it.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::Text;
use crate::brief::{Trend, TrendPoint};
use crate::locale::{Kind, Phrase};

/// Where the line begins and ends, in shares of the width.
const SIDE: f64 = 0.04;
/// Heights in pixels: above the plot, of the plot, and of everything.
const TOP: f64 = 26.0;
const PLOT: f64 = 110.0;
const WHOLE: f64 = 162.0;

impl Page<'_> {
    /// The chart with its values; nothing for two points, which say no more than a sentence does.
    pub fn trend(&self, series: &Trend) -> Markup {
        let points = &series.points;
        let Some((first, last)) = points.first().zip(points.last()).filter(|_| points.len() > 2) else {
            return html! {};
        };
        let path: Vec<String> = points
            .iter()
            .map(|it| format!("{:.2},{:.2}", self.along(it) * 100.0, (1.0 - it.ratio) * 100.0))
            .collect();
        let ground = format!(
            "{:.2},100 {} {:.2},100",
            self.along(first) * 100.0,
            path.join(" "),
            self.along(last) * 100.0
        );
        html! {
            figure.trend {
                figcaption { (series.label) }
                svg role="img" aria-label=(Text(&series.alt)) width="100%" height=(WHOLE) {
                    svg x=(percent(SIDE)) y=(TOP) width=(percent(1.0 - 2.0 * SIDE)) height=(PLOT)
                        viewBox="0 0 100 100" preserveAspectRatio="none" {
                        polygon.under points=(ground) {}
                        polyline.line points=(path.join(" ")) vector-effect="non-scaling-stroke" {}
                    }
                    line.axis x1="0" x2="100%" y1=(TOP + PLOT) y2=(TOP + PLOT) {}
                    @for point in points {
                        circle cx=(percent(self.across(point))) cy=(down(point)) r="4" {}
                    }
                    @for point in named(points) {
                        (self.label(point, &point.value, down(point) - 9.0, "value"))
                    }
                    @for point in [first, last] {
                        (self.label(point, &point.label, TOP + PLOT + 18.0, "time"))
                    }
                }
                ul.legend.points {
                    @for point in points { li { span.aside { (point.label) } " " b { (point.value) } } }
                }
            }
        }
    }

    /// The place of a point on the line, from the left.
    fn along(&self, point: &TrendPoint) -> f64 {
        let at = point.at.clamp(0.0, 1.0);
        if self.brief.time_axis == "rtl" { 1.0 - at } else { at }
    }

    /// The place of a point in the drawing.
    fn across(&self, point: &TrendPoint) -> f64 {
        SIDE + self.along(point) * (1.0 - 2.0 * SIDE)
    }

    /// Words at a point, turned inwards at the edges.
    fn label(&self, point: &TrendPoint, words: &Phrase, y: f64, class: &str) -> Markup {
        let along = self.along(point);
        // `start` is where the line of text starts, which is its right end in Arabic.
        let (left, right) = if self.is_rtl() { ("end", "start") } else { ("start", "end") };
        let (anchor, x) = match along {
            at if at < 0.12 => (left, percent(0.0)),
            at if at > 0.88 => (right, percent(1.0)),
            _ => ("middle", percent(self.across(point))),
        };
        html! {
            text.(class) x=(x) y=(format!("{y:.1}")) text-anchor=(anchor) {
                @for part in words.0.iter().filter(|part| part.flag.is_none()) {
                    @if part.kind == Kind::Ltr {
                        tspan.ltr { (Text(&part.text)) }
                    } @else { (Text(&part.text)) }
                }
            }
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

fn down(point: &TrendPoint) -> f64 {
    TOP + (1.0 - point.ratio) * PLOT
}

/// The points whose value stands in the drawing: the first, the last, and the largest if it has room between them.
fn named(points: &[TrendPoint]) -> Vec<&TrendPoint> {
    let mut named: Vec<&TrendPoint> = points.first().into_iter().chain(points.last()).collect();
    let largest = points.iter().reduce(|best, it| if it.ratio > best.ratio { it } else { best });
    named.extend(largest.filter(|it| (0.3..=0.7).contains(&it.at)));
    named
}
