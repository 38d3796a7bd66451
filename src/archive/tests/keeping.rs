use std::fs;

use super::{listed, publish};
use crate::archive::Previous;
use crate::archive::publish::unwritable;
use crate::digest::Digest;

/// What a killed build leaves is told by the manifest, and the next build makes it good.
#[test]
fn new_files_under_an_old_manifest_are_not_taken_for_sound() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path();
    publish(folder, &[("a.pdf", b"one"), ("b.pdf", b"two")]).unwrap();
    let sound = listed(folder);
    let (one, two) = (Digest::of(b"recipe of a.pdf"), Digest::of(b"recipe of b.pdf"));
    let previous = Previous::read(folder).unwrap();
    assert!(previous.is_whole() && previous.has("a.pdf", one) && !previous.has("a.pdf", two));
    assert!(!previous.has("c.pdf", one));
    let made = previous.made(two).unwrap();
    assert_eq!((made.len(), made[0].0.path.as_str(), made[0].1.as_slice()), (1, "b.pdf", b"two".as_slice()));
    assert_eq!(previous.made(Digest::of(b"another")), None);
    let mut doubted = previous;
    doubted.doubt("b.pdf");
    assert!(doubted.made(two).is_none() && doubted.made(one).is_some(), "warnings are told again");

    for (name, bytes) in [("a.pdf", b"new".as_slice()), ("2031-06.intoto.json", b"{}")] {
        fs::write(folder.join(name), bytes).unwrap();
        let previous = Previous::read(folder).unwrap();
        assert!(!previous.is_whole(), "{name}");
        assert_eq!(previous.has("a.pdf", one), name != "a.pdf");
        assert_eq!(previous.made(one).is_some(), name != "a.pdf");
        publish(folder, &[("a.pdf", b"one"), ("b.pdf", b"two")]).unwrap();
        assert_eq!(listed(folder), sound, "{name}");
    }
    let left = folder.join(".mujaz-a1b2c3.part");
    fs::write(&left, "half").unwrap();
    assert!(!Previous::read(folder).unwrap().is_whole(), "the next build tidies up");
    fs::remove_file(left).unwrap();
    fs::remove_file(folder.join("b.pdf")).unwrap();
    assert!(!Previous::read(folder).unwrap().has("b.pdf", two));
    fs::write(folder.join("manifest.json"), "{\"schema\": 1}").unwrap();
    assert!(Previous::read(folder).is_none(), "a manifest of an earlier version is none");
}

/// Publications into one folder, which fails and goes now and then, are one after the other.
#[test]
fn many_publications_into_one_folder_end_with_one_of_them() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("out/2031-06");
    std::thread::scope(|scope| {
        for thread in 0..8u8 {
            let folder = &folder;
            scope.spawn(move || {
                for round in 0..25u8 {
                    let bytes = vec![thread; 1000 + usize::from(round)];
                    let name = format!("{}.pdf", "a".repeat(if round % 5 == 4 { 300 } else { 1 }));
                    let published = publish(folder, &[(name.as_str(), &bytes), ("b.pdf", &bytes)]);
                    assert_eq!(published.is_ok(), round % 5 != 4, "{published:?}");
                }
            });
        }
    });
    assert!(Previous::read(&folder).unwrap().is_whole());
    let files = listed(&folder);
    assert_eq!(files["a.pdf"], files["b.pdf"]);
    assert_eq!(files.len(), 4, "{:?}", files.keys());
}

/// Each message has the file system's own word for it, and what to do.
#[test]
fn says_what_to_do_about_the_disk() {
    use std::io::{Error, ErrorKind};
    let help = |kind| unwritable("out", "", &Error::from(kind)).help.concat();
    for (kind, word) in [
        (ErrorKind::StorageFull, "full"),
        (ErrorKind::QuotaExceeded, "used up"),
        (ErrorKind::FileTooLarge, "so large"),
        (ErrorKind::ReadOnlyFilesystem, "this disk"),
        (ErrorKind::PermissionDenied, "may not write"),
    ] {
        assert!(help(kind).contains(word), "{kind}");
    }
    assert_eq!(help(ErrorKind::Other), "");
}
