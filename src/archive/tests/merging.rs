use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{lines, publish_unit, tree, unit};
use crate::archive::{Index, Shard, Unit, merge};

/// What the run makes of a unit.
fn make(out: &Path, unit: &Unit) {
    let name = format!("{}.ar.pdf", unit.stem());
    publish_unit(out, unit, &[(name.as_str(), name.as_bytes())]);
}

fn plan() -> Vec<Unit> {
    vec![unit("a", None), unit("a", Some("public")), unit("b", None), unit("c", None)]
}

fn options(profile: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("profile".to_owned(), profile.to_owned())])
}

/// A folder with what shard `number` of `of` makes: every `of`-th unit of the plan.
fn shard(root: &Path, number: u32, of: u32) -> PathBuf {
    let out = root.join(format!("shard-{number}"));
    let mine: Vec<Unit> = plan().into_iter().skip(number as usize - 1).step_by(of as usize).collect();
    mine.iter().for_each(|unit| make(&out, unit));
    Shard::new(number, of, options("record"), plan()).publish(&out, "out", &mine).unwrap();
    out
}

/// Two shards, and the fault of merging them after a change.
fn refused(change: impl Fn(&Path, &mut Vec<PathBuf>)) -> Vec<String> {
    let root = tempfile::tempdir().unwrap();
    let mut folders = vec![shard(root.path(), 1, 2), shard(root.path(), 2, 2)];
    change(root.path(), &mut folders);
    let out = root.path().join("out");
    let findings = merge(&folders, &out).unwrap_err();
    assert!(!out.exists(), "nothing is written");
    assert!(findings.iter().all(|it| it.is_error() && !it.help.is_empty()));
    let place = format!("{}/", root.path().display());
    lines(findings).into_iter().map(|line| line.replace(&place, "")).collect()
}

/// Reads the manifest of a shard, changes it and writes it back.
fn rewrite(folder: &Path, name: &str, from: &str, to: &str) {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&path, text.replace(from, to)).unwrap();
}

const FIRST: &str = "manifest.shard-1-of-2.json";
const SECOND: &str = "manifest.shard-2-of-2.json";

#[test]
fn shards_make_what_one_machine_makes() {
    let root = tempfile::tempdir().unwrap();
    let alone = root.path().join("alone");
    plan().iter().for_each(|unit| make(&alone, unit));
    Index::publish(&alone, "out", &plan()).unwrap();

    for of in [1, 2, 3, 4, 7] {
        let work = root.path().join(format!("of-{of}"));
        let mut folders: Vec<PathBuf> = (1..=of).map(|number| shard(&work, number, of)).collect();
        folders.reverse();
        let merged = merge(&folders, &work.join("out")).unwrap();
        assert_eq!((merged.units, merged.written, merged.warnings), (4, 12, Vec::new()));
        assert!(tree(&work.join("out")) == tree(&alone), "{of}");
        assert_eq!(merge(&folders, &work.join("out")).unwrap().written, 0, "again");
    }
    // All shards in one folder, merged where they are: only the index and the shards' own files are added.
    let shared = root.path().join("shared");
    for (number, units) in [(1, &plan()[..2]), (2, &plan()[2..])] {
        units.iter().for_each(|unit| make(&shared, unit));
        Shard::new(number, 2, options("record"), plan()).publish(&shared, "out", units).unwrap();
    }
    assert_eq!(merge(std::slice::from_ref(&shared), &shared).unwrap().written, 0);
    let mut files = tree(&shared);
    assert!(files.remove(FIRST).is_some() && files.remove(SECOND).is_some());
    assert!(files == tree(&alone));
}

#[test]
fn refuses_what_is_no_shard() {
    let none = refused(|root, folders| folders[1] = root.join("nothing"));
    assert_eq!(none, ["AM01 `nothing` has no `manifest.shard-I-of-N.json`"]);
    for (from, to) in [("\"schema\":1", "\"schema\":9"), ("\"shard\":2", "\"shard\":1"), ("plan", "plans")] {
        let lines = refused(|_, folders| rewrite(&folders[1], SECOND, from, to));
        assert_eq!(lines, ["AM01 `shard-2/manifest.shard-2-of-2.json` is not the manifest of a shard"]);
    }
}

#[test]
fn refuses_shards_of_different_runs() {
    let changed = |from: &str, to: &str| refused(|_, folders| rewrite(&folders[1], SECOND, from, to));
    let places = format!("`shard-1/{FIRST}`, but `{{}}` in `shard-2/{SECOND}`");
    let differ = |what: &str, here: &str, there: &str| {
        vec![format!("AM02 {what} is `{here}` in {}", places.replace("{}", there))]
    };
    assert_eq!(changed("\"record\"", "\"delivery\""), differ("the option `profile`", "record", "delivery"));
    assert_eq!(changed("\"options\":{", "\"options\":{\"new\":\"1\","), differ("the option `new`", "", "1"));
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        changed("\"typst\":\"0.15.1\"", "\"typst\":\"0.15.2\""),
        differ(
            "the version of mujaz and Typst",
            &format!("{version} (0.15.1)"),
            &format!("{version} (0.15.2)")
        )
    );
    let plan = "{\"audience\":\"all\",\"edition\":\"b\"}";
    assert_eq!(changed(&format!(",{plan}"), ""), differ("unit 3 of the plan", "b", "c"));
    let lines = refused(|root, folders| folders[1] = shard(&root.join("other"), 3, 3));
    let places =
        "`shard-1/manifest.shard-1-of-2.json`, but `3` in `other/shard-3/manifest.shard-3-of-3.json`";
    assert_eq!(lines, [format!("AM02 the number of shards is `2` in {places}")]);
    let lines = refused(|_, folders| {
        let at = |name: &str| format!("\"edition\":\"{name}\",\"folder\":\"{name}\"");
        rewrite(&folders[0], FIRST, &at("b"), &at("d"));
    });
    let want = format!("AM02 `shard-1/{FIRST}` has `d`, which is not in the plan of `shard-1/{FIRST}`");
    assert_eq!(lines, [want, format!("AM03 `b` is planned in `shard-1/{FIRST}`, but no shard has it")]);
}

#[test]
fn refuses_gaps() {
    let lines = refused(|_, folders| drop(folders.pop()));
    let want = [
        format!("AM03 shard 2 of 2 is missing beside `shard-1/{FIRST}`"),
        format!("AM03 `audiences/public/a` is planned in `shard-1/{FIRST}`, but no shard has it"),
        format!("AM03 `c` is planned in `shard-1/{FIRST}`, but no shard has it"),
    ];
    assert_eq!(lines, want);
    // A unit that failed.
    let lines = refused(|root, folders| {
        folders[1] = root.join("again");
        let units = [unit("c", None)];
        make(&folders[1], &units[0]);
        Shard::new(2, 2, options("record"), plan()).publish(&folders[1], "out", &units).unwrap();
    });
    assert_eq!(
        lines,
        [format!("AM03 `audiences/public/a` is planned in `shard-1/{FIRST}`, but no shard has it")]
    );
}

#[test]
fn refuses_files_that_are_not_as_the_manifest_says() {
    let pdf = "audiences/public/a/a.public.ar.pdf";
    let manifest = "audiences/public/a/manifest.json";
    let listed = format!("listed in `shard-2/{manifest}`");
    let lines = refused(|_, folders| fs::write(folders[1].join(pdf), "other").unwrap());
    assert_eq!(lines, [format!("AM05 `shard-2/{pdf}`, {listed}, has other bytes")]);
    let lines = refused(|_, folders| fs::remove_file(folders[1].join(pdf)).unwrap());
    assert_eq!(lines, [format!("AM05 `shard-2/{pdf}`, {listed}, is missing")]);
    let provenance = "audiences/public/a/a.public.intoto.json";
    let lines = refused(|_, folders| fs::write(folders[1].join(provenance), "{}").unwrap());
    assert_eq!(lines, [format!("AM05 `shard-2/{provenance}`, {listed}, has other bytes")]);
    let listed = format!("listed in `shard-2/{SECOND}`");
    let lines = refused(|_, folders| rewrite(&folders[1], manifest, "\"findings\":0", "\"findings\":1"));
    assert_eq!(lines, [format!("AM05 `shard-2/{manifest}`, {listed}, has other bytes")]);
    let lines = refused(|_, folders| rewrite(&folders[1], manifest, "\"findings\":0", "\"findings\": 0"));
    let foreign = "is not one that mujaz wrote for this place";
    assert_eq!(lines, [format!("AM05 `shard-2/{manifest}`, {listed}, {foreign}")]);
    let lines = refused(|_, folders| fs::remove_dir_all(folders[1].join("audiences")).unwrap());
    assert_eq!(lines, [format!("AM05 `shard-2/{manifest}`, {listed}, is missing")]);
}

#[test]
fn takes_a_unit_twice_only_if_it_is_the_same() {
    let root = tempfile::tempdir().unwrap();
    let mut folders = vec![shard(root.path(), 1, 2), shard(root.path(), 2, 2)];
    folders.push(shard(&root.path().join("again"), 2, 2));
    assert_eq!(merge(&folders, &root.path().join("out")).unwrap().units, 4);

    let lines = refused(|root, folders| {
        let again = shard(&root.join("again"), 2, 2);
        publish_unit(&again, &unit("c", None), &[("c.ar.pdf", b"another")]);
        let units = [unit("a", Some("public")), unit("c", None)];
        Shard::new(2, 2, options("record"), plan()).publish(&again, "out", &units).unwrap();
        folders.push(again);
    });
    let want = format!("AM04 `c` of `shard-2/{SECOND}` is not the same as that of `again/shard-2/{SECOND}`");
    assert_eq!(lines, [want]);
}
