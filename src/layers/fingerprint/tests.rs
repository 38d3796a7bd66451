//! A fingerprint tells every change of a file that is read, and of no other.

use std::collections::BTreeMap;

use super::{Hashes, fingerprint};
use crate::diag::{Finding, Sources};
use crate::layers::{Ground, Project};
use crate::yaml::Limits;

const FILES: [(&str, &str); 12] = [
    ("data/house.yaml", "mujaz: 1\n"),
    ("data/shared/orgs.yaml", "orgs: []\n"),
    ("data/labels/en.yaml", "lang: en\n"),
    ("data/editions/new/edition.yaml", "edition: {id: new}\n"),
    ("data/editions/new/text/en.yaml", "lang: en\n"),
    ("data/editions/new/audiences/press.yaml", "house: {}\n"),
    ("data/editions/new/translations.lock", "mujaz: 1\n"),
    ("data/editions/old/edition.yaml", "edition: {id: old}\n"),
    ("data/editions/old/text/en.yaml", "lang: en\n"),
    ("data/editions/beside/edition.yaml", "edition: {id: beside}\n"),
    ("assets/logo.svg", "<svg/>"),
    ("assets/other.svg", "<svg/>"),
];

type Files = BTreeMap<String, Vec<u8>>;

fn files() -> Files {
    FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn taken(files: &Files, audience: Option<&str>) -> Result<Hashes, Finding> {
    let project = Project::in_memory(files.clone()).unwrap();
    let ground = Ground::read(&project, &mut Sources::new(), &Limits::default());
    fingerprint(&ground, "new", audience, &["old".to_owned()], Some("assets/logo.svg"))
}

/// What is left or has come between two fingerprints.
fn changed(change: impl Fn(&mut Files), audience: Option<&str>) -> Vec<String> {
    let mut changed = files();
    change(&mut changed);
    let (before, after) = (taken(&files(), audience).unwrap(), taken(&changed, audience).unwrap());
    let left = before.iter().filter(|file| !after.contains(file));
    let come = after.iter().filter(|file| !before.contains(file));
    let mut names: Vec<String> = left.chain(come).map(|(name, _)| name.clone()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.is_empty(), before == after);
    names
}

#[test]
fn a_changed_byte_is_told_wherever_it_is_read() {
    for (name, _) in FILES {
        let now = changed(|files| files.get_mut(name).unwrap().push(b'#'), None);
        let read = !name.contains("beside") && !name.contains("other") && !name.contains("audiences");
        assert_eq!(now, if read { vec![name.to_owned()] } else { Vec::new() }, "{name}");
    }
    let overlay = "data/editions/new/audiences/press.yaml";
    assert_eq!(changed(|files| files.get_mut(overlay).unwrap().push(b'#'), Some("press")), [overlay]);
}

#[test]
fn files_that_come_and_go_are_told() {
    let new = [
        "data/shared/a.yaml",
        "data/labels/xx.yaml",
        "data/languages/xx.yaml",
        "data/editions/new/a.yaml",
        "data/editions/new/text/ar.yaml",
        "data/editions/old/figures.yaml",
        "data/editions/old/text/ar.yaml",
    ];
    for name in new {
        let come = changed(|files| drop(files.insert(name.to_owned(), Vec::new())), None);
        assert_eq!(come, [name]);
    }
    for name in
        ["data/shared/notes.md", "data/editions/new/.draft.yaml", "data/editions/old/translations.lock"]
    {
        assert_eq!(changed(|files| drop(files.insert(name.to_owned(), Vec::new())), None), [""; 0]);
    }
    // Own labels lie over the built-in ones, which stay.
    for name in [
        "data/shared/orgs.yaml",
        "data/labels/en.yaml",
        "data/editions/new/text/en.yaml",
        "data/editions/new/translations.lock",
        "data/editions/old/text/en.yaml",
    ] {
        assert_eq!(changed(|files| drop(files.remove(name)), None), [name]);
    }
    let overlay = "data/editions/new/audiences/press.yaml";
    assert_eq!(changed(|files| drop(files.remove(overlay)), Some("press")), [overlay]);
}

#[test]
fn earlier_editions_are_read_as_an_audience_of_the_house_sees_them() {
    let overlay = "data/editions/old/audiences/press.yaml";
    let with = |house: &str, audience| {
        let mut files = files();
        files.insert("data/house.yaml".to_owned(), house.as_bytes().to_vec());
        files.insert(overlay.to_owned(), Vec::new());
        taken(&files, audience).unwrap().iter().any(|(name, _)| name == overlay)
    };
    let house = "house: {audiences: {press: {sees: []}}}\n";
    assert_eq!(
        [with(house, Some("press")), with(house, None), with("a: b\n", Some("press"))],
        [true, false, false]
    );
}

#[test]
fn nothing_is_known_where_something_cannot_be_read() {
    let code = |change: &dyn Fn(&mut Files)| {
        let mut files = files();
        change(&mut files);
        taken(&files, None).map_err(|finding| finding.code)
    };
    assert_eq!(code(&|files| drop(files.remove("data/editions/new/edition.yaml"))), Err("LA02"));
    assert_eq!(code(&|files| drop(files.remove("data/editions/old/edition.yaml"))), Err("LA02"));
    assert_eq!(code(&|files| drop(files.remove("assets/logo.svg"))), Err("LA04"));
    let misnamed = "data/editions/new/text/ar.yml".to_owned();
    assert_eq!(code(&|files| drop(files.insert(misnamed.clone(), Vec::new()))), Err("LA06"));
}
