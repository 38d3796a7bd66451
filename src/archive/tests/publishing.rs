use std::fs;
use std::path::Path;

use super::{listed, manifest, publish};
use crate::archive::{Publication, Published, create_all, replace_all};

#[test]
fn publishes_replaces_and_removes_what_is_no_longer_made() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("out/2031-06");
    let first: &[(&str, &[u8])] = &[("a.pdf", b"one"), ("b.pdf", b"two")];
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let want = Published {
        written: names(&["a.pdf", "b.pdf", "2031-06.intoto.json", "manifest.json"]),
        ..Published::default()
    };
    assert_eq!(publish(&folder, first), Ok(want));
    fs::write(folder.join("notes.txt"), "of a person").unwrap();
    fs::write(folder.join(".mujaz-abc.part"), "of a killed build").unwrap();
    let want = Published {
        unchanged: names(&["a.pdf", "b.pdf", "2031-06.intoto.json", "manifest.json"]),
        ..Published::default()
    };
    assert_eq!(publish(&folder, first), Ok(want));
    let want = Published {
        written: names(&["c.pdf", "2031-06.intoto.json", "manifest.json"]),
        unchanged: names(&["a.pdf"]),
        removed: names(&["b.pdf"]),
        warnings: Vec::new(),
    };
    assert_eq!(publish(&folder, &[("a.pdf", b"one"), ("c.pdf", b"three")]), Ok(want));
    let there: Vec<_> = listed(&folder).into_keys().collect();
    assert_eq!(there, ["2031-06.intoto.json", "a.pdf", "c.pdf", "manifest.json", "notes.txt"]);
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
        "`out/2031-06/sub` of an earlier build stays: a folder of that name is in the way"
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
    for failing in ["a.pdf", "n.pdf", "b.pdf", "2031-06.intoto.json", "manifest.json"] {
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
    let names = ["a.pdf", "a.pdf", "../b.pdf", "manifest.json", "2031-06.intoto.json"];
    let files = names.map(|name| (name, b"".as_slice()));
    let want = [
        "OU04 `a.pdf` is given to two files",
        "OU04 `../b.pdf` is not a plain file name",
        "OU04 `manifest.json` is given to two files",
        "OU04 `2031-06.intoto.json` is given to two files",
    ];
    assert_eq!(publish(root.path(), &files).unwrap_err(), want);
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
    let (at, _) = replace_all(&files("c")).unwrap_err();
    assert_eq!((at, fs::read(path("a")).unwrap(), path("b").exists()), (2, b"old".to_vec(), false));
    let (at, _) = replace_all(&files("none/d")).unwrap_err();
    assert_eq!((at, fs::read(path("a")).unwrap(), path("b").exists()), (2, b"old".to_vec(), false));

    replace_all(&files("d")).unwrap();
    assert_eq!(["a", "b", "d"].map(|name| fs::read_to_string(path(name)).unwrap()), ["new"; 3]);
}

#[test]
fn new_files_are_all_there_or_none() {
    let place = tempfile::TempDir::new().unwrap();
    let root = place.path().join("a/b");
    let file = |name: &str| (name.to_owned(), b"new".to_vec());
    // `x` is a file by the time that it should be a folder.
    let (name, _) = create_all(&root, &[file("y/z"), file("x"), file("x/z")]).unwrap_err();
    assert_eq!((name.as_str(), place.path().join("a").exists()), ("x/z", false));
    create_all(&root, &[file("y/z"), file("x")]).unwrap();
    let (name, _) = create_all(&root, &[file("w/v"), file("x")]).unwrap_err();
    assert_eq!((name.as_str(), root.join("w").exists()), ("x", false));
    assert_eq!(fs::read(root.join("x")).unwrap(), b"new");
    assert_eq!(fs::read_dir(&root).unwrap().count(), 2);
}
