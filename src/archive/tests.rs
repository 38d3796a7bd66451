use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use time::macros::datetime;

use super::{Digest, Input, Manifest, Options, Output, Publication, Published};
use crate::diag::Sources;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::typeset::Assets;

fn manifest(outputs: &[(&str, &[u8])]) -> Manifest {
    let assets = Assets::from_files([("main.typ", b"x".as_slice())], &mut Sources::new()).unwrap();
    let options = Options {
        standard: Standard::Record,
        languages: vec!["ar".to_owned(), "en".to_owned()],
        audience: "public".to_owned(),
        release: true,
        text_layer: BTreeMap::from([("ar".to_owned(), TextLayer::Visual)]),
    };
    let mut manifest = Manifest::new("2031-06", datetime!(2031-06-30 18:00 +3), options, &assets);
    manifest.inputs.push(Input::new("data/house.yaml", "house", b"mujaz: 1\n"));
    manifest.outputs = outputs.iter().map(|(name, bytes)| Output::new(*name, "ar", 2, bytes)).collect();
    manifest
}

fn publish(folder: &Path, files: &[(&str, &[u8])]) -> Result<Published, Vec<String>> {
    let mut publication = Publication::new(folder, "out/2031-06");
    files.iter().for_each(|(name, bytes)| publication.add(*name, bytes.to_vec()));
    let lines = |all: Vec<crate::diag::Finding>| {
        all.into_iter().map(|one| format!("{} {}", one.code, one.message)).collect::<Vec<_>>()
    };
    publication.publish(&manifest(files)).map_err(lines)
}

fn listed(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).unwrap_or_else(|_| b"<folder>".to_vec());
        (entry.file_name().into_string().unwrap(), bytes)
    };
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect()
}

#[test]
fn hashes_and_reads_back() {
    let digest = Digest::of(b"abc");
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest.to_string(), text);
    assert_eq!(text.parse(), Ok(digest));
    assert!("BA".repeat(32).parse::<Digest>().is_err() && "ab".parse::<Digest>().is_err());
}

#[test]
fn the_manifest_is_plain_ordered_and_without_time_or_place() {
    let mut manifest = manifest(&[("b.pdf", b"b"), ("a.pdf", b"a")]);
    manifest.fonts.truncate(1);
    let font = &manifest.fonts[0];
    let want = format!(
        r#"{{
  "schema": 1,
  "tool": {{
    "name": "mujaz",
    "version": "{}",
    "typst": "0.15.1"
  }},
  "edition": "2031-06",
  "built_for": "2031-06-30T15:00:00Z",
  "options": {{
    "standard": "a-3a+ua-1",
    "languages": [
      "ar",
      "en"
    ],
    "audience": "public",
    "release": true,
    "text_layer": {{
      "ar": "visual"
    }}
  }},
  "inputs": [
    {{
      "path": "data/house.yaml",
      "layer": "house",
      "sha256": "{}",
      "bytes": 9
    }}
  ],
  "templates": [
    {{
      "path": "templates/main.typ",
      "origin": "project",
      "sha256": "{}"
    }}
  ],
  "fonts": [
    {{
      "path": "fonts/amiri/Amiri-Bold.ttf",
      "origin": "builtin",
      "sha256": "{}",
      "family": "Amiri"
    }}
  ],
  "outputs": [
    {{
      "path": "a.pdf",
      "lang": "ar",
      "pages": 2,
      "sha256": "{}",
      "bytes": 1
    }},
    {{
      "path": "b.pdf",
      "lang": "ar",
      "pages": 2,
      "sha256": "{}",
      "bytes": 1
    }}
  ]
}}
"#,
        env!("CARGO_PKG_VERSION"),
        Digest::of(b"mujaz: 1\n"),
        Digest::of(b"x"),
        font.sha256,
        Digest::of(b"a"),
        Digest::of(b"b"),
    );
    assert_eq!(manifest.to_json(), want);
    let read = Manifest::from_json(want.as_bytes()).unwrap();
    assert_eq!(read.to_json(), want);
    assert_eq!(Manifest::from_json(b"{}"), None);
}

#[test]
fn publishes_replaces_and_removes_what_is_no_longer_made() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("out/2031-06");
    let first: &[(&str, &[u8])] = &[("a.pdf", b"one"), ("b.pdf", b"two")];
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let want = Published { written: names(&["a.pdf", "b.pdf", "manifest.json"]), ..Published::default() };
    assert_eq!(publish(&folder, first), Ok(want));
    fs::write(folder.join("notes.txt"), "of a person").unwrap();
    fs::write(folder.join(".mujaz-abc.part"), "of a killed build").unwrap();
    let want = Published { unchanged: names(&["a.pdf", "b.pdf", "manifest.json"]), ..Published::default() };
    assert_eq!(publish(&folder, first), Ok(want));
    let want = Published {
        written: names(&["c.pdf", "manifest.json"]),
        unchanged: names(&["a.pdf"]),
        removed: names(&["b.pdf"]),
        warnings: Vec::new(),
    };
    assert_eq!(publish(&folder, &[("a.pdf", b"one"), ("c.pdf", b"three")]), Ok(want));
    let there: Vec<_> = listed(&folder).into_keys().collect();
    assert_eq!(there, ["a.pdf", "c.pdf", "manifest.json", "notes.txt"]);
}

#[test]
fn an_old_manifest_cannot_name_files_elsewhere() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("2031-06");
    fs::create_dir(&folder).unwrap();
    fs::write(root.path().join("precious"), "kept").unwrap();
    fs::create_dir(folder.join("sub")).unwrap();
    let old = manifest(&[("../precious", b""), ("sub", b""), ("/etc/passwd", b"")]);
    fs::write(folder.join("manifest.json"), old.to_json()).unwrap();
    let published = publish(&folder, &[("a.pdf", b"one")]).unwrap();
    assert_eq!(published.removed, Vec::<String>::new());
    assert_eq!(
        published.warnings[0].message,
        "`out/2031-06/sub` of an earlier build stays: not a plain file"
    );
    assert!(root.path().join("precious").exists());
}

#[test]
fn a_fault_before_the_first_rename_leaves_everything() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("2031-06");
    publish(&folder, &[("a.pdf", b"old"), ("b.pdf", b"old")]).unwrap();
    fs::create_dir(folder.join("c.pdf")).unwrap();
    let before = listed(&folder);
    let faults = publish(&folder, &[("a.pdf", b"new"), ("c.pdf", b"new")]).unwrap_err();
    assert_eq!(faults, ["OU03 `out/2031-06/c.pdf` cannot be written: a folder of that name is in the way"]);
    assert_eq!(listed(&folder), before);
}

#[test]
fn a_fault_between_renames_is_taken_back() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().to_owned();
    publish(&folder, &[("a.pdf", b"old"), ("b.pdf", b"old")]).unwrap();
    let before = listed(&folder);
    let files: [(&str, &[u8]); 3] = [("a.pdf", b"new"), ("n.pdf", b"new"), ("b.pdf", b"new")];
    for failing in ["a.pdf", "n.pdf", "b.pdf", "manifest.json"] {
        let mut publication = Publication::new(&folder, "out");
        files.iter().for_each(|(name, bytes)| publication.add(*name, bytes.to_vec()));
        let faults = publication.publish_with(&manifest(&files), |staged| {
            if staged.name() == failing { Err(std::io::Error::other("disk full")) } else { staged.place() }
        });
        let want = format!("`out/{failing}` cannot be written: disk full");
        assert_eq!(faults.unwrap_err()[0].message, want);
        assert_eq!(listed(&folder), before, "{failing}");
    }
}

#[test]
fn refuses_names_and_folders() {
    let root = tempfile::tempdir().unwrap();
    let files: &[(&str, &[u8])] =
        &[("a.pdf", b""), ("a.pdf", b""), ("../b.pdf", b""), ("manifest.json", b"")];
    let want = [
        "OU04 `a.pdf` is given to two files",
        "OU04 `../b.pdf` is not a plain file name",
        "OU04 `manifest.json` is given to two files",
    ];
    assert_eq!(publish(root.path(), files).unwrap_err(), want);
    fs::write(root.path().join("out"), "a file").unwrap();
    let faults = publish(&root.path().join("out/2031-06"), &[("a.pdf", b"one")]).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("OU03 `out/2031-06` cannot be written: "), "{faults:?}");
    let made = root.path().join("x/y");
    let colliding = publish(&made, &[("a".repeat(300).as_str(), b"one")]);
    assert!(colliding.is_err() && !root.path().join("x").exists(), "folders made for nothing are removed");
}

#[test]
#[cfg(unix)]
fn published_files_are_readable_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    publish(root.path(), &[("a.pdf", b"one")]).unwrap();
    let plain = root.path().join("plain");
    fs::write(&plain, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&root.path().join("a.pdf")), mode(&plain));
}

/// One file that cannot be replaced takes back those before it, new ones too.
#[test]
fn several_files_are_replaced_all_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a"), "old").unwrap();
    let files = |last: &str| ["a", "b", last].map(|name| (path(name), b"new".to_vec()));
    // Nothing is touched where something is known to be in the way, and what was put is taken back.
    fs::create_dir(path("c")).unwrap();
    let (at, _) = super::replace_all(&files("c")).unwrap_err();
    assert_eq!((at, fs::read(path("a")).unwrap(), path("b").exists()), (2, b"old".to_vec(), false));
    let (at, _) = super::replace_all(&files("none/d")).unwrap_err();
    assert_eq!((at, fs::read(path("a")).unwrap(), path("b").exists()), (2, b"old".to_vec(), false));

    super::replace_all(&files("d")).unwrap();
    assert_eq!(["a", "b", "d"].map(|name| fs::read_to_string(path(name)).unwrap()), ["new"; 3]);
}
