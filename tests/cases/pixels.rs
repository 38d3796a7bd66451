//! Pictures of pages with and without a text layer, drawn from the frames at 600 dpi.

use mujaz::diag::Sources;
use mujaz::model::TextLayer;
use mujaz::typeset::{Assets, Job, Typeset, compile};
use time::macros::date;
use typst_render::RenderOptions;

use crate::support::project::{assets, edition};

const PARAGRAPHS: &[u8] = include_bytes!("../fixtures/paragraphs.typ");
const VOCALISED: &str = include_str!("../fixtures/vocalised.txt");
/// A channel differs if it differs by more than this, of 255.
const DIFFERENT: u8 = 16;

fn set(assets: &Assets, brief: Vec<u8>) -> Typeset {
    compile(assets, &Job::new(brief, date!(2031 - 06 - 30))).expect("sets")
}

/// The first page at 600 dpi: pixels in a row, and its bytes.
fn picture(typeset: &Typeset) -> (usize, Vec<u8>) {
    let options =
        RenderOptions { pixel_per_pt: typst::utils::Scalar::new(600.0 / 72.0), ..Default::default() };
    let drawn = typst_render::render(&typeset.document.pages()[0], &options);
    (drawn.width() as usize, drawn.data().to_vec())
}

/// The share of the pixels that differ, and the side of the largest square of which every pixel does.
fn compare((width, was): &(usize, Vec<u8>), (other, now): &(usize, Vec<u8>)) -> (f64, usize) {
    assert_eq!((width, was.len()), (other, now.len()));
    let differs = |(a, b): (&[u8], &[u8])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > DIFFERENT);
    let changed: Vec<bool> = was.chunks(4).zip(now.chunks(4)).map(differs).collect();
    let (mut above, mut largest) = (vec![0_usize; width + 1], 0);
    for row in changed.chunks(*width) {
        let mut corner = 0;
        for (at, differs) in row.iter().enumerate() {
            let side = if *differs { 1 + corner.min(above[at]).min(above[at + 1]) } else { 0 };
            corner = std::mem::replace(&mut above[at + 1], side);
            largest = largest.max(side);
        }
    }
    (changed.iter().filter(|it| **it).count() as f64 / changed.len() as f64, largest)
}

#[test]
fn pictures_at_600_dpi_are_the_same() {
    let own = Assets::from_files([("main.typ", PARAGRAPHS)], &mut Sources::new()).expect("assets");
    let paragraphs: Vec<&str> = VOCALISED.lines().filter(|line| !line.is_empty()).collect();
    let briefs = assets();
    let mut cases: Vec<(&Assets, String, Vec<u8>)> = ["Amiri", "Vazirmatn"]
        .map(|font| {
            let brief = serde_json::json!({"font": font, "paragraphs": paragraphs});
            (&own, format!("vocalised {font}"), brief.to_string().into_bytes())
        })
        .into();
    let brief = edition("2017-11-amman").briefs["ar"].to_json().into_bytes();
    cases.push((&briefs, "2017-11-amman".to_owned(), brief));
    for (assets, name, brief) in cases {
        let before = picture(&set(assets, brief.clone()));
        for order in [TextLayer::Visual, TextLayer::Reading] {
            let (share, side) =
                compare(&before, &picture(&set(assets, brief.clone()).with_text_layer(order)));
            assert!(
                share <= 0.003 && side <= 2,
                "{name} {order:?}: {share} of the pixels, a square of {side}"
            );
        }
    }
}

#[test]
fn what_moves_is_seen() {
    let row = |ink: std::ops::Range<usize>| -> Vec<u8> {
        (0..10).flat_map(|at| [if ink.contains(&at) { 0 } else { 255 }; 4]).collect()
    };
    let page = |ink: std::ops::Range<usize>| {
        (10, [row(0..0), row(ink.clone()), row(ink.clone()), row(ink)].concat())
    };
    assert_eq!(compare(&page(2..5), &page(2..5)), (0.0, 0));
    assert_eq!(compare(&page(2..5), &page(5..8)), (18.0 / 40.0, 3));
    assert_eq!(compare(&page(2..5), &page(3..6)), (6.0 / 40.0, 1));
}
