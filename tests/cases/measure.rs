//! Running text at its measure: how wide the gaps between words are, what stays inside the measure, and
//! what no line ends in the middle of.

mod gaps;
mod held;
mod tables;

use mujaz::diag::Sources;
use mujaz::locale::Phrase;
use mujaz::typeset::{Assets, Job, Typeset, compile};
use serde_json::{Value, json};
use time::macros::date;

use crate::support::project::assets;

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
// Hyphens come cheap, so that every word that may be parted is.
#set text(costs: (hyphenation: 0%))
#set text(overhang: true) if brief.overhang
#for width in brief.widths {
  page(width: width * 1mm + 40mm, height: auto, margin: 20mm, paragraphs(env, brief.paragraphs))
}
"#;

/// The margin of [`MAIN`], and a millimetre, in points.
const MARGIN: f64 = 20.0 * MM;
const MM: f64 = 72.0 / 25.4;

/// Lays out paragraphs of a language, a page for each width.
fn set(lang: &str, paragraphs: &[Value], widths: &[u32], overhang: bool) -> Typeset {
    let brief = json!({
        "lang": lang, "dir": if ["ar", "ckb"].contains(&lang) { "rtl" } else { "ltr" }, "time_axis": "ltr", "labels": {},
        "sections": [], "paragraphs": paragraphs, "widths": widths, "overhang": overhang,
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
