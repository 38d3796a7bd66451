//! Outputs kept: shares of a build joined, bags, and what a build finds of an earlier one.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::copy::{ProjectCopy, files};

const HOUSE: &str = "\
mujaz: 1
house:
  series: {en: Brief, ar: موجز}
  sections:
    monthly: [bottom_line]
edition:
  languages: [en, ar]
  master: en
  marking: {scheme: tlp2, label: \"TLP:CLEAR\"}
  publisher: {org: desk}
";

/// Three editions in two languages on a page that is typeset in no time.
fn project() -> ProjectCopy {
    let project = ProjectCopy::empty();
    project.write("data/house.yaml", HOUSE);
    let shared = "orgs:\n  desk: {name: {en: Desk, ar: مكتب}, type: organization}\n";
    project.write("data/shared/all.yaml", shared);
    let page = "#let brief = json(\"/brief.json\")\n#set document(title: \"x\", date: auto)\n\
                #set text(lang: brief.lang, font: \"Amiri\")\n= #brief.document.title\n";
    project.write("templates/main.typ", page);
    for id in ["one", "three", "two"] {
        let head = format!(
            "edition:\n  id: {id}\n  kind: monthly\n  number: 1\n  period: {{from: 2031-06-01, to: 2031-06-30}}\n  \
             cut_off: 2031-06-30T18:00+03:00\n  issued: 2031-06-30T18:30+03:00\n"
        );
        project.write(&format!("data/editions/{id}/edition.yaml"), head);
        for (lang, title, line) in [("en", "Edition", "All is well."), ("ar", "إصدار", "كل شيء بخير.")]
        {
            let text =
                format!("lang: {lang}\n_meta: {{status: reviewed}}\ntitle: {title}\nbottom_line: {line}\n");
            project.write(&format!("data/editions/{id}/text/{lang}.yaml"), text);
        }
    }
    project.reviewed()
}

/// Runs `mujaz build` without a child process, which is not what is tested here.
fn build(project: &ProjectCopy, args: &[&str]) -> (i32, String, String) {
    let done = project.run(&[&["build", "--confine", "never"], args].concat());
    (done.code, done.stdout, done.stderr)
}

fn out(project: &ProjectCopy, name: &str) -> BTreeMap<String, Vec<u8>> {
    files(&project.path(name))
}

#[test]
fn shares_of_a_build_are_joined_to_what_one_machine_makes() {
    let project = project();
    assert_eq!(build(&project, &["--out", "alone"]).0, 0);
    let alone = out(&project, "alone");
    assert_eq!(alone.len(), 3 * 4 + 1, "{:?}", alone.keys());
    for of in [1, 2, 4] {
        let mut merge =
            vec!["archive".to_owned(), "merge".to_owned(), "--out".to_owned(), format!("all-{of}")];
        for share in (1..=of).rev() {
            let folder = format!("share-{share}-of-{of}");
            let (code, _, stderr) = build(&project, &["--out", &folder, "--shard", &format!("{share}/{of}")]);
            assert_eq!(code, 0, "{stderr}");
            assert!(!project.path(&folder).join("manifest.json").exists(), "a share has no index");
            merge.push(folder);
        }
        let merge: Vec<&str> = merge.iter().map(String::as_str).collect();
        let done = project.run(&merge);
        assert_eq!((done.code, done.stdout), (0, format!("all-{of}  3 units\n")), "{}", done.stderr);
        assert!(out(&project, &format!("all-{of}")) == alone, "{of}");
    }
    // One share is not the whole, and not in another profile.
    let done = project.run(&["archive", "merge", "share-1-of-2", "--out", "part"]);
    assert_eq!((done.code, done.stderr.contains("error[AM03]: shard 2 of 2 is missing")), (1, true));
    assert_eq!(build(&project, &["--out", "light", "--shard", "2/2", "--profile", "delivery"]).0, 0);
    let done = project.run(&["archive", "merge", "share-1-of-2", "light", "--out", "part"]);
    assert_eq!((done.code, done.stderr.contains("error[AM02]: the option `profile` is ")), (1, true));
    assert!(!project.path("part").exists());
}

#[test]
fn a_build_makes_good_whatever_it_finds() {
    let project = project();
    assert_eq!(build(&project, &[]).0, 0);
    let whole = out(&project, "out");
    let pdf = "out/one/one.ar.pdf";
    let spoil: [(&str, &dyn Fn()); 7] = [
        ("a PDF with other bytes", &|| project.write(pdf, "other")),
        ("a PDF of one bit more", &|| {
            let mut bytes = whole["one/one.ar.pdf"].clone();
            bytes[1000] ^= 1;
            project.write(pdf, bytes);
        }),
        ("a PDF that is gone", &|| fs::remove_file(project.path(pdf)).unwrap()),
        ("a statement that is gone", &|| fs::remove_file(project.path("out/one/one.intoto.json")).unwrap()),
        ("a manifest of an earlier version", &|| project.write("out/one/manifest.json", "{\"schema\":1}")),
        ("an index of nothing", &|| project.write("out/manifest.json", "{}")),
        ("what a killed build left", &|| {
            project.write("out/one/.mujaz-a1b2c3.part", "half");
            project.write("out/.mujaz-a1b2c3.part", "half");
        }),
    ];
    for (what, spoil) in spoil {
        spoil();
        assert!(out(&project, "out") != whole, "{what}");
        let (code, stdout, stderr) = build(&project, &[]);
        assert_eq!(code, 0, "{what}: {stderr}");
        let unchanged = stdout.lines().filter(|line| line.ends_with("  unchanged")).count();
        assert!(unchanged >= 4, "{what}: the other editions are not made again: {stdout}");
        assert!(out(&project, "out") == whole, "{what}");
    }
}

#[test]
fn the_index_and_a_bag_hold_what_was_built() {
    let project = project();
    assert_eq!(build(&project, &["two"]).0, 0);
    let (code, stdout, stderr) = build(&project, &["one", "--bag", "bag"]);
    assert_eq!(
        (code, stdout.lines().last().map(|line| line.starts_with("bag  "))),
        (0, Some(true)),
        "{stderr}"
    );
    let files = out(&project, "out");
    let index: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let folders: Vec<&Value> = index["units"].as_array().unwrap().iter().map(|it| &it["folder"]).collect();
    assert_eq!(folders, ["one", "two"], "an edition built before stays in the index");
    let bag = out(&project, "bag");
    assert!(files.iter().all(|(name, bytes)| bag[&format!("data/{name}")] == *bytes));
    assert_eq!(bag.len(), files.len() + 4);

    // An edition with a fault changes nothing of what is kept, and stands in the way of no other.
    project.write("data/editions/one/text/en.yaml", "lang: en\ntitle: [\n");
    project.replace("data/editions/two/text/en.yaml", "All is well.", "All is better.");
    assert_eq!(build(&project, &["one", "two"]).0, 1);
    let next = out(&project, "out");
    assert!(
        next["one/one.en.pdf"] == files["one/one.en.pdf"]
            && next["two/two.en.pdf"] != files["two/two.en.pdf"]
    );
    assert_ne!(next["manifest.json"], files["manifest.json"]);
    // What is there is no longer that bag, and is not overwritten.
    let done = project.run(&["archive", "bag", "--to", "bag"]);
    assert_eq!((done.code, done.stderr.contains("error[AM07]: `bag` is there already")), (1, true));
    assert!(out(&project, "bag") == bag);
}
