//! Both kinds of store answer alike.

use std::collections::BTreeMap;
use std::fs;

use super::Store;
use crate::layers::Project;
use crate::yaml::Limits;

const FILES: [(&str, &str); 7] = [
    ("data/house.yaml", "mujaz: 1\n"),
    ("data/editions/b/edition.yaml", "b"),
    ("data/editions/b/text/ar.yaml", "ar"),
    ("data/editions/a/edition.yaml", "a"),
    ("data/editions/a-1/notes.md", "x"),
    ("data/editions/.c/edition.yaml", "c"),
    ("logo.svg", "<svg/>"),
];

fn memory(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn both() -> (tempfile::TempDir, [Store; 2]) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let root = fs::canonicalize(folder.path()).unwrap();
    (folder, [Store::Disk(root), Store::memory(memory(&FILES)).unwrap()])
}

#[test]
fn folders_are_listed_alike() {
    let (_folder, stores) = both();
    for store in stores {
        let names = |folder| store.names(folder).unwrap();
        assert_eq!(names("data"), ["editions", "house.yaml"]);
        assert_eq!(names("data/editions"), ["a", "a-1", "b"]);
        assert_eq!(names("data/editions/b"), ["edition.yaml", "text"]);
        assert_eq!(names("data/edition"), [""; 0]);
        assert_eq!(names("data/none"), [""; 0]);
        let there = ["data/editions/a", "data/house.yaml", "data/editions/c", "data/edit"];
        assert_eq!(there.map(|name| store.exists(name)), [true, true, false, false]);
        assert_eq!(there.map(|name| store.is_taken(name)), [true, true, false, false]);
    }
}

#[test]
fn files_are_read_alike() {
    let (_folder, stores) = both();
    for store in stores {
        let read = |name: &str, bytes| {
            let limits = Limits { bytes, ..Limits::default() };
            store.read(name, &limits).map_err(|it| format!("{}: {}", it.code, it.message))
        };
        assert_eq!(read("data/house.yaml", 100), Ok(b"mujaz: 1\n".to_vec()));
        assert_eq!(read("./data/../logo.svg", 100), Ok(b"<svg/>".to_vec()));
        assert_eq!(read("logo.svg", 2), Ok(b"<sv".to_vec()));
        assert_eq!(read("data", 100), Err("LA05: `data` is a folder, not a file".to_owned()));
        assert_eq!(read("logo.png", 100), Err("LA04: `logo.png` does not exist".to_owned()));
        for outside in ["../..", "/", "../../../../../../../../../../../etc/passwd", "/etc/passwd"] {
            assert_eq!(read(outside, 100), Err(format!("LA05: `{outside}` leads outside the project")));
        }
    }
}

#[test]
fn paths_in_memory_are_plain() {
    let refused = |name: &str| {
        let files = memory(&[("data/house.yaml", ""), (name, "")]);
        Project::in_memory(files).map_err(|it| format!("{}: {}", it.code, it.message))
    };
    let plain = ["../x", "/x", "a//b", "a/./b", "a/", "", "a\\b", "C:/x", "a\0"];
    for name in plain {
        assert_eq!(refused(name), Err(format!("LA05: `{name}` is no plain path inside the project")));
    }
    assert_eq!(
        refused("data/house.yaml/x"),
        Err("LA05: `data/house.yaml` is a folder, not a file".to_owned())
    );
    assert!(refused("data/..x/وثيقة.yaml").is_ok());
    let none = Project::in_memory(memory(&[("data/house.yml", "")])).unwrap_err();
    assert_eq!((none.code, &*none.message), ("LA01", "no `data/house.yaml` among the files in memory"));
}
