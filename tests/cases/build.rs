//! The repository's own editions, built by the program: equal bytes wherever and however it runs, manifests
//! that tell the truth, and outputs that a failing build leaves alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use lopdf::{Document, Object};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::copy::{ProjectCopy, Run, files, program, run};

/// Bytes by the path of their file.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The edition that is enough where all are too many.
const ONE: &str = "2018-05-euphrates";

/// How many editions have Sorani, which is a draft.
const DRAFTS: usize = 2;

/// The repository's data, templates and fonts as they are now, for every test the same.
fn snapshot() -> &'static Files {
    static SNAPSHOT: OnceLock<Files> = OnceLock::new();
    SNAPSHOT.get_or_init(|| ProjectCopy::own(&["data", "templates", "fonts"]).files())
}

/// A project of its own with these folders of the snapshot.
fn project(folders: &[&str]) -> ProjectCopy {
    let copy = ProjectCopy::empty();
    for (name, bytes) in snapshot() {
        if folders.iter().any(|folder| Path::new(name).starts_with(folder)) {
            copy.write(name, bytes);
        }
    }
    copy
}

/// What the program makes of the data alone: every edition in every language, and the manifests.
pub fn all() -> &'static Files {
    static ALL: OnceLock<Files> = OnceLock::new();
    ALL.get_or_init(|| {
        let project = project(&["data"]);
        let done = project.run(&["build"]);
        assert_sound(&done);
        files(&project.path("out"))
    })
}

/// The part of it that belongs to one edition.
fn one() -> Files {
    let own = all().iter().filter(|(name, _)| name.starts_with(ONE));
    own.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// What was built, without the index, which tells of everything that is there.
fn units(project: &ProjectCopy) -> Files {
    let mut built = files(&project.path("out"));
    assert!(built.remove("manifest.json").is_some());
    built
}

fn pdfs(files: &Files) -> Files {
    files
        .iter()
        .filter(|(name, _)| name.ends_with(".pdf"))
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect()
}

fn manifest(files: &Files) -> Value {
    serde_json::from_slice(&files[&format!("{ONE}/manifest.json")]).expect("JSON")
}

/// Fails with the names of the files that differ rather than with their bytes.
/// Built, and nothing is found but that nobody has reviewed the Sorani of two editions.
fn assert_sound(done: &Run) {
    let found: Vec<&str> = done
        .stderr
        .lines()
        .filter(|line| line.starts_with("warning[") || line.starts_with("error["))
        .collect();
    let told =
        |line: &&str| line.starts_with("warning[TR07]: ") && line.ends_with(" texts in `ckb` are drafts");
    assert_eq!((done.code, found.iter().all(told)), (0, true), "{}", done.stderr);
    assert!(found.len() <= DRAFTS, "{}", done.stderr);
}

fn assert_same(left: &Files, right: &Files) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(left), names(right));
    let differing: Vec<&String> = left.keys().filter(|name| left[*name] != right[*name]).collect();
    assert_eq!(differing, Vec::<&String>::new(), "these files differ");
}

#[test]
fn every_edition_is_built_in_every_language() {
    let editions = snapshot().keys().filter(|name| name.ends_with("/edition.yaml")).count();
    // Arabic, English and French of each, Sorani of two.
    assert_eq!(pdfs(all()).len(), 3 * editions + DRAFTS);
    // Beside them each has its manifest and its provenance, and all have an index.
    assert_eq!(all().len(), 5 * editions + DRAFTS + 1);
    assert!(pdfs(all()).values().all(|bytes| bytes.starts_with(b"%PDF-1.7")));
}

#[test]
fn every_pdf_has_its_length() {
    for (name, bytes) in pdfs(all()) {
        let pages = Document::load_mem(&bytes).expect("reads").get_pages().len();
        // The only flash of the repository is named here, so that another one is noticed.
        let (least, most) = if name.starts_with(ONE) { (1, 3) } else { (2, 9) };
        assert!((least..=most).contains(&pages), "{name} has {pages} pages");
    }
}

#[test]
fn bytes_do_not_depend_on_threads_place_zone_or_language() {
    let (project, elsewhere) = (project(&["data"]), ProjectCopy::empty());
    let (root, out) = (project.root().to_str().expect("UTF-8"), elsewhere.path("deep/er"));
    let out = out.to_str().expect("UTF-8");
    let mut command = elsewhere.command(&["build", "--project", root, "--out", out, "-j", "1"]);
    command.envs([
        ("TZ", "Asia/Kathmandu"),
        ("LANG", "ar_SA.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("HOME", "/"),
    ]);
    let done = run(command);
    assert_sound(&done);
    assert_same(&files(&elsewhere.path("deep/er")), all());
}

#[test]
fn bytes_do_not_depend_on_what_is_built_with_them() {
    let project = project(&["data"]);
    let inner = project.path("data/editions");
    let done = run(program(
        Path::new(env!("CARGO_BIN_EXE_mujaz")),
        &inner,
        &["build", ONE, "--out", "../../out", "-j", "7", "--findings", "json"],
    ));
    assert_sound(&done);
    assert_same(&units(&project), &one());

    let before = modified(&project);
    let again = project.run(&["build", ONE]);
    assert_eq!(again.code, 0);
    assert_eq!(modified(&project), before, "a file with the same bytes is not touched");
}

fn modified(project: &ProjectCopy) -> Vec<std::time::SystemTime> {
    let paths = project.files().into_keys().filter(|name| name.starts_with("out/"));
    paths
        .map(|name| fs::metadata(project.path(&name)).and_then(|it| it.modified()).expect("a time"))
        .collect()
}

#[test]
fn the_program_and_the_data_are_enough() {
    let alone = project(&["data"]);
    fs::copy(env!("CARGO_BIN_EXE_mujaz"), alone.path("mujaz")).expect("copies");
    let done = run(program(&alone.path("mujaz"), alone.root(), &["build", ONE]));
    assert_sound(&done);
    assert_same(&units(&alone), &one());

    let whole = project(&["data", "templates", "fonts"]);
    assert_eq!(whole.run(&["build", ONE]).code, 0);
    assert_same(&pdfs(&files(&whole.path("out"))), &pdfs(&one()));
}

#[test]
fn a_theme_of_the_project_takes_the_place_of_the_embedded_one() {
    let project = project(&["data"]);
    let theme = String::from_utf8(snapshot()["templates/theme.typ"].clone()).expect("UTF-8");
    let colour = theme.find("rgb(\"#").expect("a colour") + "rgb(\"#".len();
    let (before, after) = (&theme[..colour], &theme[colour + 6..]);
    project.write("templates/theme.typ", format!("{before}7a1fa2{after}"));
    assert_eq!(project.run(&["build", ONE]).code, 0);
    let built = files(&project.path("out"));
    for (name, bytes) in pdfs(&one()) {
        assert_ne!(built[&name], bytes, "{name}");
    }
    let templates = manifest(&built)["templates"].as_array().expect("templates").clone();
    let own: Vec<&str> = templates
        .iter()
        .filter(|it| it["origin"] == "project")
        .filter_map(|it| it["path"].as_str())
        .collect();
    assert_eq!(own, ["templates/theme.typ"]);
    let hashed = hash(project.read("templates/theme.typ").as_bytes());
    assert!(templates.iter().any(|it| it["path"] == "templates/theme.typ" && it["sha256"] == *hashed));
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn manifests_tell_the_truth() {
    for (name, bytes) in all().iter().filter(|(name, _)| name.ends_with("/manifest.json")) {
        let manifest: Value = serde_json::from_slice(bytes).expect("JSON");
        let folder = name.strip_suffix("manifest.json").expect("the name");
        let entries = |key: &str| manifest[key].as_array().unwrap_or_else(|| panic!("{name}: {key}")).clone();
        let path = |entry: &Value| entry["path"].as_str().expect("a path").to_owned();

        for entry in entries("outputs") {
            let file = &all()[&format!("{folder}{}", path(&entry))];
            assert_eq!(
                (&entry["sha256"], &entry["bytes"]),
                (&hash(file).into(), &file.len().into()),
                "{entry}"
            );
            let pages = Document::load_mem(file).expect("a PDF").get_pages().len();
            assert_eq!(entry["pages"], pages, "{entry}");
        }
        let outputs: Vec<String> = entries("outputs").iter().map(path).collect();
        let beside: Vec<&str> = all().keys().filter_map(|it| it.strip_prefix(folder)).collect();
        let provenance = format!("{}.intoto.json", manifest["edition"].as_str().expect("an id"));
        let others = vec![provenance.as_str(), "manifest.json"];
        assert_eq!([outputs.iter().map(String::as_str).collect(), others].concat(), beside);

        let inputs = entries("inputs");
        for entry in &inputs {
            let path = path(entry).replace("(built in)", "data");
            let file = &snapshot()[&path];
            assert_eq!(
                (&entry["sha256"], &entry["bytes"]),
                (&hash(file).into(), &file.len().into()),
                "{entry}"
            );
        }
        let read: Vec<String> = inputs.iter().map(path).collect();
        let edition = manifest["edition"].as_str().expect("an id");
        let asked = |name: &&String| {
            let shared = ["data/house.yaml", "data/shared/", "data/labels/"];
            let own = format!("data/editions/{edition}/");
            name.ends_with(".yaml") && shared.iter().any(|it| name.starts_with(it)) || name.starts_with(&own)
        };
        let missing: Vec<&String> = snapshot().keys().filter(asked).filter(|it| !read.contains(it)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{name} does not list these inputs");

        for entry in entries("templates").iter().chain(&entries("fonts")) {
            assert_eq!(entry["origin"], "builtin", "{entry}");
            assert_eq!(entry["sha256"], *hash(&snapshot()[&path(entry)]), "{entry}");
        }
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(!text.contains("/tmp") && !text.contains("/work"), "{name} names a path of this machine");
    }
}

#[test]
fn a_faulty_edition_leaves_its_outputs_alone_and_stops_no_other() {
    let project = project(&["data"]);
    // The earlier of the two is not written from the later.
    let editions = [ONE, "2017-11-amman"];
    assert_eq!(project.run(&[&["build"][..], &editions].concat()).code, 0);
    let name = format!("data/editions/{ONE}/text/en.yaml");
    let text = project.read(&name);
    project.write(&name, text.replacen("lang: en", "lang: en\nwrong: 1", 1));
    let before = project.files();
    let done = project.run(&[&["build"][..], &editions].concat());
    let built = done.stdout.lines().all(|line| line.starts_with("out/2017-11-amman/"));
    assert_eq!((done.code, built, done.stdout.lines().count()), (1, true, 3), "{}", done.stdout);
    assert_eq!(project.files().keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert_same(&project.files(), &before);
}

/// The objects of a PDF that do not say when it was made.
fn timeless(bytes: &[u8]) -> Vec<Object> {
    let file = Document::load_mem(bytes).expect("a PDF");
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).ok();
    let dated = |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"Metadata"));
    let kept = file.objects.into_iter().filter(|(id, object)| Some(*id) != info && !dated(object));
    // An attachment carries the time as well, and one of them says it.
    let content = |object: Object| match object.as_stream() {
        Ok(stream) if stream.dict.has_type(b"EmbeddedFile") => {
            let content = stream.decompressed_content().expect("decompresses");
            let record = content.windows(12).any(|it| it == b"\"timestamp\":");
            (!record).then(|| Object::string_literal(content))
        }
        _ => Some(object),
    };
    kept.filter_map(|(_, object)| content(object)).collect()
}

#[test]
fn a_timestamp_changes_the_time_and_nothing_else() {
    let project = project(&["data"]);
    let build = |out: &str, epoch: Option<&str>, args: &[&str]| -> Files {
        let mut command = project.command(&[&["build", ONE, "--out", out][..], args].concat());
        command.envs(epoch.map(|seconds| ("SOURCE_DATE_EPOCH", seconds)));
        let done = run(command);
        assert_sound(&done);
        files(&project.path(out))
    };
    let epoch = build("a", Some("1899999960"), &[]);
    let flag = build("b", Some("1"), &["--timestamp", "2030-03-17T20:46+03:00"]);
    assert_same(&epoch, &flag);
    assert_eq!(manifest(&epoch)["built_for"], "2030-03-17T17:46:00Z");

    for (name, bytes) in pdfs(&one()) {
        assert_ne!(epoch[&name], bytes, "{name}");
        assert!(timeless(&epoch[&name]) == timeless(&bytes), "{name} changes with the time");
    }
    let without_time = |files: &Files| {
        let mut manifest = manifest(files);
        manifest["built_for"] = Value::Null;
        manifest["options"]["asked"] = Value::Null;
        for output in manifest["outputs"].as_array_mut().expect("outputs") {
            for key in ["recipe", "sha256", "bytes"] {
                output[key] = Value::Null;
            }
        }
        manifest
    };
    assert_eq!(without_time(&epoch), without_time(&one()));

    let mut command = project.command(&["build", ONE]);
    command.env("SOURCE_DATE_EPOCH", "soon");
    assert_eq!(run(command).code, 2);
}
