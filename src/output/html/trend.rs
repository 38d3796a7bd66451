//! A series over time: points stand where their dates put them, in the direction that the Brief gives to time.
//!
//! The line is drawn to the width that there is; letters keep their size, so only the first and the last value stand at
//! the drawing. All of them stand below it.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::{Text, Unlinked};
use crate::brief::{Trend, TrendPoint};
use crate::locale::Phrase;

/// Where the line begins and ends, in shares of the width.
const SIDE: f64 = 0.04;
/// Heights in pixels: above the plot, of the plot, and of everything.
const TOP: f64 = 8.0;
const PLOT: f64 = 110.0;
const WHOLE: f64 = 120.0;

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
                (self.ends(&first.value, &last.value, "values"))
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
                }
                (self.ends(&first.label, &last.label, "times"))
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

    /// The words of the first and the last point over or under the drawing. All of them stand in the list.
    fn ends(&self, first: &Phrase, last: &Phrase, class: &str) -> Markup {
        html! {
            div.ends .(class) dir=(if self.brief.time_axis == "rtl" { "rtl" } else { "ltr" }) aria-hidden="true" {
                @for words in [first, last] { bdi dir=(if self.is_rtl() { "rtl" } else { "ltr" }) { (Unlinked(words)) } }
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
