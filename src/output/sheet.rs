//! A typeset document -> for each page its drawings, its words, and where the values of the data stand on it.
//!
//! What a preview shows. A value stands where a link leads to it ([`VALUE_SCHEME`]); drawings are without text, so the
//! words are given beside them, for readers aloud.

use serde::{Deserialize, Serialize};
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::model::Destination;
use typst_layout::Page;

use super::area::{Area, area, upright};
use super::layers::{Layer, layers};
use crate::typeset::{Typeset, VALUE_SCHEME};

/// Marks of one value on one line that are no further apart than this, in points, are one.
const GAP: f64 = 6.0;
/// Text whose baselines differ by less, in points, stands on one line.
const LINE: f64 = 0.5;

/// One page. Lengths are in points, from the upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Width and height.
    pub size: (f64, f64),
    /// The drawings that show it, the lowest first.
    pub layers: Vec<Layer>,
    /// The words, line by line as they are read.
    pub text: String,
    /// Where values stand.
    pub marks: Vec<Mark>,
}

impl Sheet {
    /// The same with names that were not given by somebody else.
    pub fn named_anew(mut self) -> Self {
        self.layers = self.layers.into_iter().map(|it| Layer::new(it.svg, it.area)).collect();
        self
    }
}

/// A place where a value stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The path of the value in the data: `figures[liberated]`.
    pub value: String,
    /// Where that is.
    pub area: Area,
    /// What is printed there.
    pub words: String,
}

/// A run of text on a page.
struct Run<'a> {
    text: &'a str,
    /// Left edge and baseline.
    at: Point,
    width: f64,
}

/// Draws every page.
pub fn sheets(typeset: &Typeset) -> Vec<Sheet> {
    typeset.document.pages().iter().map(sheet).collect()
}

fn sheet(page: &Page) -> Sheet {
    let (mut runs, mut marks) = (Vec::new(), Vec::new());
    walk(&page.frame, Transform::identity(), &mut runs, &mut marks);
    let mut marks = joined(marks);
    for mark in &mut marks {
        let within: Vec<&Run<'_>> = runs.iter().filter(|run| is_within(run, mark.area)).collect();
        mark.words = said(&within);
    }
    let size = (page.frame.width().to_pt(), page.frame.height().to_pt());
    let text = said(&runs.iter().collect::<Vec<_>>());
    Sheet { size, layers: layers(page), text, marks }
}

fn walk<'a>(frame: &'a Frame, outer: Transform, runs: &mut Vec<Run<'a>>, marks: &mut Vec<Mark>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner = outer.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                walk(&group.frame, inner, runs, marks);
            }
            FrameItem::Text(text) => {
                let width = text.width().to_pt() * outer.sx.get();
                runs.push(Run { text: &text.text, at: at.transform(outer), width });
            }
            FrameItem::Link(Destination::Url(url), size) => {
                if let Some(value) = url.as_str().strip_prefix(VALUE_SCHEME) {
                    let area = area(upright(Rect::from_pos_size(*at, *size), outer));
                    marks.push(Mark { value: value.to_owned(), area, words: String::new() });
                }
            }
            _ => {}
        }
    }
}

/// Neighbours on one line that lead to one value are one mark: a number and its noun are several parts.
fn joined(marks: Vec<Mark>) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::new();
    for mark in marks {
        let (x, y, width, height) = mark.area;
        let neighbour = all.iter_mut().rev().take(8).find(|other| {
            let (left, top, wide, high) = other.area;
            let overlap = (y + height).min(top + high) - y.max(top);
            let apart = (x - (left + wide)).max(left - (x + width));
            other.value == mark.value && overlap > height.min(high) / 2.0 && apart < GAP
        });
        match neighbour {
            Some(other) => {
                let (left, top, wide, high) = other.area;
                let (right, low) = ((left + wide).max(x + width), (top + high).max(y + height));
                let (left, top) = (left.min(x), top.min(y));
                other.area = (left, top, right - left, low - top);
            }
            None => all.push(mark),
        }
    }
    all
}

fn is_within(run: &Run<'_>, (x, y, width, height): Area) -> bool {
    let (middle, base) = (run.at.x.to_pt() + run.width / 2.0, run.at.y.to_pt());
    // Raised and lowered edges of text: its baseline may stand a little below its box.
    (x..=x + width).contains(&middle) && (y..=y + height * 1.25 + 1.0).contains(&base)
}

/// The words of runs, a line for each line of the page. Runs stand in the order of the page, those of a line from
/// left to right; a line with more right-to-left letters than others is read from the right.
fn said(runs: &[&Run<'_>]) -> String {
    let mut lines: Vec<Vec<&Run<'_>>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if same_line(line, run) => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    let lines: Vec<String> = lines.into_iter().map(line).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn same_line(line: &[&Run<'_>], run: &Run<'_>) -> bool {
    line.last().is_some_and(|last| (last.at.y - run.at.y).to_pt().abs() < LINE)
}

fn line(mut runs: Vec<&Run<'_>>) -> String {
    let letters = runs.iter().flat_map(|run| run.text.chars()).filter(|c| c.is_alphabetic());
    let (rtl, all) = letters.fold((0usize, 0usize), |(rtl, all), c| (rtl + usize::from(is_rtl(c)), all + 1));
    runs.sort_by(|a, b| a.at.x.to_pt().total_cmp(&b.at.x.to_pt()));
    let from_right = rtl * 2 > all;
    if from_right {
        runs.reverse();
    }
    let mut text = String::new();
    let mut before: Option<&Run<'_>> = None;
    for run in runs {
        let gap = before.map_or(0.0, |before| {
            let (left, right) = if from_right { (run, before) } else { (before, run) };
            right.at.x.to_pt() - (left.at.x.to_pt() + left.width)
        });
        if gap > 1.0 && !text.ends_with(' ') {
            text.push(' ');
        }
        text.push_str(run.text);
        before = Some(run);
    }
    text.trim().to_owned()
}

/// Letters of scripts that are written from the right: Hebrew to Arabic Extended-A, and presentation forms.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::sheets;
    use crate::diag::Sources;
    use crate::typeset::{Assets, Job, Typeset, compile};

    fn typeset(body: &str) -> Result<Typeset, Vec<crate::diag::Finding>> {
        let head =
            "#set page(width: 200pt, height: 100pt, margin: 10pt)\n#set text(font: \"Amiri\", size: 10pt)\n";
        let main = format!("{head}{body}");
        let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
        let mut job = Job::new(b"{}".to_vec(), date!(2031 - 06 - 30));
        job.values = true;
        compile(&assets, &job)
    }

    #[test]
    fn values_are_marked_where_they_stand() {
        let body = "#set text(dir: rtl, lang: \"ar\")\nعاد #link(\"mujaz:figures[a]\", box(text(dir: ltr)[43]))\
                    #link(\"mujaz:figures[a]\")[ ألف] شخص #link(\"https://x.org\")[موقع]\n\n#rotate(90deg, \
                    reflow: true, link(\"mujaz:b\")[Turned])";
        let pages = sheets(&typeset(body).unwrap());
        let marks = &pages[0].marks;
        let told: Vec<_> = marks.iter().map(|mark| (mark.value.as_str(), mark.words.as_str())).collect();
        assert_eq!(told[0], ("figures[a]", "43 ألف"));
        assert_eq!((told.len(), told[1].0), (2, "b"));
        let (x, y, width, height) = marks[0].area;
        // The line is read from the right: the number stands in the right half, about the first line.
        assert!(x > 100.0 && x + width < 190.0 && (5.0..15.0).contains(&y) && height < 15.0, "{marks:?}");
        let (_, _, width, height) = marks[1].area;
        assert!(height > width, "turned upright: {marks:?}");
        assert_eq!(pages[0].text.lines().next(), Some("عاد 43 ألف شخص موقع"));
        assert_eq!(pages[0].size, (200.0, 100.0));
        assert!(pages[0].layers[0].svg.starts_with("<svg"), "{:?}", pages[0].layers);
    }

    #[test]
    fn a_link_to_a_value_stands_in_previews_only() {
        let main = "#set text(font: \"Amiri\")\n#link(\"mujaz:figures[a]\")[43]";
        let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
        let faults = compile(&assets, &Job::new(b"{}".to_vec(), date!(2031 - 06 - 30))).err().unwrap();
        assert_eq!(
            (faults[0].code, faults[0].message.as_str()),
            ("TE08", "a link leads to `mujaz:figures[a]`")
        );
        // Other schemes are refused there as well.
        let faults = typeset("#link(\"javascript:alert(1)\")[x]").err().unwrap();
        assert_eq!(faults[0].code, "TE08");
    }
}
