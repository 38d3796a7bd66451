use std::fs;
use std::path::Path;

use super::{lines, listed, publish_unit, tree, unit};
use crate::archive::{Bagged, Index, bag};
use crate::digest::Digest;

/// A folder of outputs with two units.
fn outputs(out: &Path) {
    let units = [unit("a", None), unit("a", Some("public"))];
    publish_unit(out, &units[0], &[("a.ar.pdf", b"whole"), ("a.en.pdf", b"whole too")]);
    publish_unit(out, &units[1], &[("a.public.ar.pdf", b"part")]);
    Index::publish(out, "out", &units).unwrap();
}

#[test]
fn a_bag_is_as_the_rfc_says() {
    let root = tempfile::tempdir().unwrap();
    let (out, to) = (root.path().join("out"), root.path().join("bag"));
    outputs(&out);
    let bagged = bag(&out, &to, Some("Centre for\n Records ")).unwrap();
    let files = tree(&to);
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();

    let payload: Vec<&String> = files.keys().filter(|path| path.starts_with("data/")).collect();
    let bytes: u64 = payload.iter().map(|path| files[*path].len() as u64).sum();
    assert_eq!(bagged, Bagged { files: 8, bytes, unchanged: false });
    let of = |path: &str| files[&format!("data/{path}")].clone();
    assert!(tree(&out).into_iter().all(|(path, bytes)| of(&path) == bytes));
    assert_eq!(payload.len(), tree(&out).len());

    assert_eq!(text("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let version = env!("CARGO_PKG_VERSION");
    let want = format!(
        "Source-Organization: Centre for Records\nExternal-Identifier: mujaz:a:all\n\
         External-Identifier: mujaz:a:public\nBagging-Date: 2031-06-30\nPayload-Oxum: {bytes}.8\n\
         Bag-Software-Agent: mujaz {version}\n"
    );
    assert_eq!(text("bag-info.txt"), want);
    let sums = |paths: &[&str]| -> String {
        paths.iter().map(|path| format!("{}  {path}\n", Digest::of(&files[*path]))).collect()
    };
    let payload: Vec<&str> = payload.into_iter().map(String::as_str).collect();
    assert_eq!(text("manifest-sha256.txt"), sums(&payload));
    let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"];
    assert_eq!(text("tagmanifest-sha256.txt"), sums(&tags));
    assert_eq!(files.len(), 8 + 4);

    assert_eq!(bag(&out, &to, Some("Centre for Records")), Ok(Bagged { unchanged: true, ..bagged }));
    assert_eq!(listed(root.path()).len(), 2, "nothing is left over");
}

#[test]
fn a_place_that_is_taken_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let (out, to) = (root.path().join("out"), root.path().join("bag"));
    outputs(&out);
    let want = [format!("AM07 `{}` is there already, and is not this bag", to.display())];
    fs::create_dir(&to).unwrap();
    assert!(bag(&out, &to, None).is_ok(), "an empty folder is free");
    for (name, bytes) in [("notes.txt", b"of a person".as_slice()), ("data/a/a.ar.pdf", b"other")] {
        let earlier = fs::read(to.join(name));
        fs::write(to.join(name), bytes).unwrap();
        let before = tree(&to);
        assert_eq!(bag(&out, &to, None).map_err(lines), Err(want.to_vec()), "{name}");
        assert!(tree(&to) == before);
        match earlier {
            Ok(bytes) => fs::write(to.join(name), bytes).unwrap(),
            Err(_) => fs::remove_file(to.join(name)).unwrap(),
        }
        assert!(bag(&out, &to, None).is_ok_and(|it| it.unchanged));
    }
    assert_eq!(bag(&out, &to, Some("x")).map_err(lines), Err(want.to_vec()));
    assert_eq!(bag(&out, &out, None).map_err(lines).unwrap_err().len(), 1);
    assert_eq!(listed(root.path()).len(), 2, "nothing is left over");
}

#[test]
fn nothing_is_bagged_that_is_not_as_its_manifest_says() {
    let root = tempfile::tempdir().unwrap();
    let (out, to) = (root.path().join("out"), root.path().join("bag"));
    let place = format!("{}/", root.path().display());
    let refused = || {
        let findings = bag(&out, &to, None).unwrap_err();
        assert!(!to.exists() && !root.path().join(".mujaz-bag.part").exists());
        lines(findings).into_iter().map(|line| line.replace(&place, "")).collect::<Vec<_>>()
    };
    assert_eq!(refused(), ["AM06 `out/manifest.json` is not an index of finished editions"]);
    outputs(&out);
    fs::write(out.join("a/a.en.pdf"), "torn").unwrap();
    assert_eq!(refused(), ["AM05 `out/a/a.en.pdf`, listed in `out/a/manifest.json`, has other bytes"]);
    fs::remove_file(out.join("a/manifest.json")).unwrap();
    assert_eq!(refused(), ["AM05 `out/a/manifest.json`, listed in `out/manifest.json`, is missing"]);
    fs::remove_file(out.join("manifest.json")).unwrap();
    assert_eq!(refused().len(), 1);
}

/// What a killed run leaves beside the place does not get into the bag, and does not stay.
#[test]
fn a_half_made_bag_is_made_good() {
    let root = tempfile::tempdir().unwrap();
    let (out, to) = (root.path().join("out"), root.path().join("bag"));
    outputs(&out);
    let part = root.path().join(".mujaz-bag.part");
    fs::create_dir_all(part.join("data/b")).unwrap();
    fs::write(part.join("data/b/x.pdf"), "half").unwrap();
    fs::write(part.join("bagit.txt"), "").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| bag(&out, &to, None).unwrap());
        }
    });
    assert_eq!(tree(&to).len(), 12);
    assert!(bag(&out, &to, None).is_ok_and(|it| it.unchanged));
    assert_eq!(listed(root.path()).len(), 2, "nothing is left over");
}
