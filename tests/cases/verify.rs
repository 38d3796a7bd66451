//! `mujaz verify`, as a person runs it: outputs that are whole, and every way in which they can be not.

use std::collections::BTreeMap;
use std::path::Path;

use mujaz::verify::{Listing, prove};
use serde_json::Value;

use super::build;
use crate::support::copy::ProjectCopy;
use crate::support::random::Random;

/// The edition that is enough where all are too many.
const ONE: &str = "2018-05-euphrates";

/// A folder with the outputs of all editions, or of the files that are wanted.
fn outputs(wanted: impl Fn(&str) -> bool) -> ProjectCopy {
    let copy = ProjectCopy::empty();
    for (name, bytes) in build::all().iter().filter(|(name, _)| wanted(name)) {
        copy.write(&format!("out/{name}"), bytes);
    }
    copy
}

fn one() -> ProjectCopy {
    outputs(|name| name.starts_with(ONE))
}

#[test]
fn the_outputs_of_an_edition_are_reproduced() {
    let told = one().run(&["verify", &format!("out/{ONE}")]).told();
    let want = format!(
        "exit 0\nout/{ONE}/{ONE}.ar.pdf  reproduced\nout/{ONE}/{ONE}.en.pdf  reproduced\nout/{ONE}/{ONE}.fr.pdf  \
         reproduced\nout/{ONE}/{ONE}.intoto.json  intact\n4 files proven in N s\n"
    );
    assert_eq!(told, want);
    let one = one();
    let run = one.run(&["verify", "--format", "json", &format!("out/{ONE}/{ONE}.en.pdf")]);
    let line: Value = serde_json::from_str(&run.stdout).expect("one JSON object");
    let told =
        ["verdict", "proven", "intact", "edition", "lang", "findings"].map(|key| line[key].to_string());
    assert_eq!(told, ["\"reproduced\"", "true", "true", &format!("\"{ONE}\""), "\"en\"", "[]"]);
}

#[test]
fn all_outputs_are_intact_and_nothing_is_left_over() {
    let all = outputs(|_| true);
    let run = all.run(&["verify", "--quick", "out"]);
    let count = run.stdout.lines().count();
    assert_eq!((run.code, run.timeless()), (0, format!("{count} files proven in N s\n")));
    assert!(run.stdout.lines().all(|line| line.ends_with("  intact")), "{}", run.stdout);
    let pdfs = run.stdout.lines().filter(|line| line.contains(".pdf ")).count();
    assert_eq!(pdfs, build::all().keys().filter(|name| name.ends_with(".pdf")).count());
    all.write("out/notes.txt", "of a person");
    assert_eq!(all.run(&["verify", "--quick", "out"]).code, 0, "a note is no part of the archive");
    all.write(&format!("out/{ONE}/more.pdf"), "%PDF-1.7");
    std::fs::remove_file(all.path(&format!("out/{ONE}/{ONE}.en.pdf"))).unwrap();
    let run = all.run(&["verify", "--quick", "out"]);
    let want = [
        format!("out/{ONE}/more.pdf  unlisted"),
        format!("out/{ONE}/{ONE}.en.pdf  missing"),
        "out/notes.txt  unlisted".to_owned(),
    ];
    let odd: Vec<&str> = run.stdout.lines().filter(|line| !line.ends_with("  intact")).collect();
    assert_eq!(run.code, 1);
    assert!(want.iter().all(|line| odd.contains(&line.as_str())) && odd.len() == 3, "{odd:?}");
}

#[test]
fn files_that_are_not_proven_make_the_run_fail() {
    let copy = one();
    let pdf = format!("out/{ONE}/{ONE}.ar.pdf");
    let mut bytes = std::fs::read(copy.path(&pdf)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    copy.write(&pdf, &bytes);
    let run = copy.run(&["verify", &pdf]);
    assert_eq!((run.code, run.stdout), (1, format!("{pdf}  changed\n")));
    let codes: Vec<&str> =
        run.stderr.lines().filter_map(|line| line.strip_prefix("error[")?.get(..4)).collect();
    assert!(codes.contains(&"VE01") && codes.len() == 2, "{}", run.stderr);
    copy.write("other.pdf", "%PDF-1.7\nno more");
    assert_eq!(copy.run(&["verify", "other.pdf"]).code, 1);
    assert_eq!(copy.run(&["verify", "nowhere.pdf"]).code, 2);
    let arabic = copy.run(&["--ui-lang", "ar", "verify", &pdf]);
    assert!(arabic.stdout.ends_with("جرى تغييره\n"), "{}", arabic.stdout);
}

#[test]
fn a_pdf_without_sources_is_intact_by_its_manifest_alone() {
    let copy = ProjectCopy::own(&["data"]);
    assert_eq!(copy.run(&["build", ONE, "--lang", "en", "--profile", "delivery"]).code, 0);
    let pdf = format!("out/{ONE}/{ONE}.en.pdf");
    let run = copy.run(&["verify", &pdf]);
    assert_eq!((run.code, run.stdout), (0, format!("{pdf}  intact\n")));
    std::fs::rename(copy.path(&pdf), copy.path("alone.pdf")).unwrap();
    let run = copy.run(&["verify", "alone.pdf"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, "alone.pdf  no-sources\n"));
    assert!(run.stderr.starts_with("error[VE06]: "), "{}", run.stderr);
}

/// Errors of a folder by hashes alone.
fn errors(out: &Path) -> usize {
    let listing = Listing::of(out).unwrap_or_else(|finding| panic!("{finding:?}"));
    let proofs = listing.targets.iter().map(|target| {
        let bytes = std::fs::read(&target.path).unwrap();
        prove("x", target, &bytes, None).findings
    });
    let told = listing.told.into_iter().map(|(_, _, finding)| vec![finding]);
    let all: Vec<_> = proofs.chain(told).flatten().collect();
    all.iter().filter(|finding| finding.is_error()).count()
}

/// One bit of one byte, in every kind of file that a build leaves.
#[test]
fn no_changed_byte_of_any_output_is_missed() {
    let copy =
        outputs(|name| name.starts_with(ONE) || name.starts_with("2019-06-paris") || name == "manifest.json");
    // The index of these two editions alone.
    std::fs::remove_file(copy.path("out/manifest.json")).unwrap();
    let units = [ONE, "2019-06-paris"]
        .map(|edition| mujaz::archive::Unit { edition: edition.to_owned(), audience: None });
    mujaz::archive::Index::publish(&copy.path("out"), "out", &units).unwrap_or_else(|all| panic!("{all:?}"));
    let out = copy.path("out");
    assert_eq!(errors(&out), 0);
    let files: BTreeMap<String, Vec<u8>> =
        copy.files().into_iter().filter(|(name, _)| name.starts_with("out/")).collect();
    let kinds = files.keys().filter(|name| !name.ends_with(".pdf") || name.ends_with(".ar.pdf"));
    let kinds: Vec<&String> = kinds.collect();
    let mut random = Random(6);
    for round in 0..500 {
        let name = kinds[round % kinds.len()];
        let mut bytes = files[name].clone();
        let at = random.below(bytes.len());
        bytes[at] ^= 1 << random.below(8);
        copy.write(name, &bytes);
        assert!(errors(&out) > 0, "byte {at} of {name}");
        copy.write(name, &files[name]);
    }
    assert_eq!(errors(&out), 0);
}
