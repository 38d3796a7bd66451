//! Running text at its measure: how wide the gaps between words are, what stays inside the measure, and
//! what no line ends in the middle of.

use mujaz::brief::Body;
use mujaz::diag::Sources;
use mujaz::locale::{Case, Form, Locale, Measure, Phrase};
use mujaz::model::{Counted, Style, TextLayer, Unit};
use mujaz::typeset::{Assets, Job, Typeset, compile};
use serde_json::{Value, json};
use time::macros::date;

use super::direction::phrase;
use crate::support::frames::texts;
use crate::support::lines::{Line, lines};
use crate::support::project::{REAL, assets, edition};

/// Paragraphs as the templates set them, at the width that the Brief asks for.
const MAIN: &str = r#"
#import "lib.typ": environment
#import "styling.typ": languages, prose
#import "components/prose.typ": paragraphs
#let brief = json("/brief.json")
#let env = environment(brief)
#let env = env + (size: env.size + (body: 12pt), measure: 200mm)
#show: body => prose(env, body)
#show: body => languages(env, body)
#set text(overhang: brief.overhang)
#set par(justification-limits: (spacing: (min: brief.limits.at(0) * 1%, max: brief.limits.at(1) * 1%)))
#for width in brief.widths {
  page(width: width * 1mm + 40mm, height: auto, margin: 20mm, paragraphs(env, brief.paragraphs))
}
"#;

/// The margin of [`MAIN`], and a millimetre, in points.
const MARGIN: f64 = 20.0 * MM;
const MM: f64 = 72.0 / 25.4;

/// What the widest of nineteen gaps out of twenty may be, in points.
const WIDEST: f64 = 4.5;

/// 30 measures in millimetres.
fn measures() -> Vec<u32> {
    (40..=185).step_by(5).collect()
}

/// Lays out paragraphs of a language, a page for each width.
fn set(lang: &str, paragraphs: &[Value], widths: &[u32], overhang: bool) -> Typeset {
    let brief = json!({
        "lang": lang, "dir": if lang == "ar" { "rtl" } else { "ltr" }, "time_axis": "ltr", "labels": {},
        "sections": [], "paragraphs": paragraphs, "widths": widths, "overhang": overhang, "limits": LIMITS.with(|it| it.get()),
    });
    let job = Job::new(brief.to_string().into_bytes(), date!(2031 - 06 - 30));
    let own = assets();
    let others = own.templates().filter(|file| file.path != "main.typ");
    let files = others.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let files = files.chain([("main.typ", MAIN.as_bytes())]);
    let assets = Assets::from_files(files, &mut Sources::new()).expect("templates");
    compile(&assets, &job).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

fn paragraph(text: &Phrase, marks: Value) -> Value {
    json!({"number": null, "lead": null, "text": text, "marks": marks})
}

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
    assert!(full.len() >= 40, "only {} full lines", full.len());
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

#[test]
#[allow(clippy::disallowed_macros, reason = "x")]
fn explore() {
    let mut text = running_text();
    println!("{} paras", text.len());
    for set in 0..2 {
        if set == 1 {
            let joined: Vec<Value> = REAL.iter().chain(&["x"]).flat_map(|id| if *id == "x" { vec![] } else { edition(id).briefs["ar"].sections.iter().filter_map(|s| serde_json::to_value(s).ok()).collect::<Vec<_>>() }).collect();
            fn find(v: &Value, out: &mut Vec<Value>) {
                if let Some(a) = v.as_array() {
                    if !a.is_empty() && a.iter().all(|x| x.get("s").is_some()) {
                        let len: usize = a.iter().map(|x| x["s"].as_str().unwrap().chars().count()).sum();
                        if len > 150 { out.push(json!({"number": null, "lead": null, "text": v, "marks": []})); }
                    } else { for x in a { find(x, out) } }
                } else if let Some(o) = v.as_object() { for x in o.values() { find(x, out) } }
            }
            text.clear();
            for j in &joined { find(j, &mut text) }
            println!("{} long paras", text.len());
        }
        for l in [[66.67, 150.0], [66.67, 133.0], [66.67, 125.0], [75.0, 125.0], [60.0, 133.0], [50.0,150.0],[80.0,200.0]] {
            LIMITS.with(|it| it.set(l));
            for width in [160u32, 174] {
                let page = &set_lines(&text, &[width], false)[0];
                let full: Vec<&Line> = page.iter().filter(|line| is_full(line, width)).collect();
                let mut gaps: Vec<f64> = full.iter().flat_map(|line| line.gaps.iter().map(|gap| gap.width())).collect();
                let mut all: Vec<f64> = page.iter().flat_map(|line| line.gaps.iter().map(|gap| gap.width())).collect();
                println!("{l:?} {width} lines {} full {} gaps {} p5 {:.2} p50 {:.2} p95 {:.2} max {:.2}; all p95 {:.2} natural {:.2} river {}", page.len(), full.len(), gaps.len(), percentile(&mut gaps, 0.05), percentile(&mut gaps, 0.5), percentile(&mut gaps, 0.95), percentile(&mut gaps, 1.0), percentile(&mut all, 0.95), full[0].gaps[0].width()-full[0].gaps[0].stretch(), longest_river(page));
            }
        }
    }
    let _ = (texts, TextLayer::Reading, measures, phrase, Locale::new("ar", &Style::default()), Case::Nominative, Form::Prose, Counted::Bare);
    let _: Option<(Measure<'_>, Unit)> = None;
}
thread_local! { static LIMITS: std::cell::Cell<[f64; 2]> = const { std::cell::Cell::new([66.67, 150.0]) }; }
