use std::fs;

use serde_json::Value;

use super::{listed, manifest, manifest_for, publish_unit, unit};
use crate::archive::{Flaw, Index, Input, Manifest, flaws_of, format_word, statement};
use crate::digest::Digest;
use crate::press::Format;

#[test]
fn hashes_and_reads_back() {
    let digest = Digest::of(b"abc");
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest.to_string(), text);
    assert_eq!(text.parse(), Ok(digest));
    assert!("BA".repeat(32).parse::<Digest>().is_err() && "ab".parse::<Digest>().is_err());
}

#[test]
fn the_manifest_is_canonical_and_without_time_or_place() {
    let manifest = manifest(&[("b.pdf", b"b"), ("a.pdf", b"a")]);
    let output = |name: &str, bytes: &[u8]| {
        let (sha256, recipe) = (Digest::of(bytes), Digest::of(format!("recipe of {name}").as_bytes()));
        let bytes = bytes.len();
        format!(
            r#"{{"bytes":{bytes},"lang":"ar","pages":2,"path":"{name}","recipe":"{recipe}","sha256":"{sha256}","warnings":0}}"#
        )
    };
    let want = [
        r#"{"audience":"all","built_for":"2031-06-30T15:00:00Z","earlier":[],"edition":"2031-06","findings":0,"#,
        r#""fonts":[{"family":"Amiri","origin":"builtin","path":"fonts/amiri/Amiri-Bold.ttf","#,
        &format!(r#""sha256":"{}"}}],"#, manifest.fonts[0].sha256),
        r#""inputs":[{"bytes":9,"layer":"house","path":"data/house.yaml","#,
        &format!(r#""sha256":"{}"}}],"#, Digest::of(b"mujaz: 1\n")),
        r#""options":{"asked":{},"formats":["pdf"],"languages":["ar","en"],"release":true,"standard":"a-3a+ua-1","#,
        r#""text_layer":{"ar":"visual"}},"#,
        &format!(r#""outputs":[{},{}],"schema":3,"#, output("a.pdf", b"a"), output("b.pdf", b"b")),
        r#""templates":[{"origin":"project","path":"templates/main.typ","#,
        &format!(r#""sha256":"{}"}}],"#, Digest::of(b"x")),
        r#""tool":{"name":"mujaz","typst":"0.15.1","#,
        &format!("\"version\":\"{}\"}}}}\n", env!("CARGO_PKG_VERSION")),
    ]
    .concat();
    assert_eq!(manifest.to_json(), want);
    assert_eq!(Manifest::from_json(want.as_bytes()).unwrap().to_json(), want);
    for wrong in ["{}", &want.replace("\"schema\":3", "\"schema\":2"), &want.replace("earlier", "later")] {
        assert_eq!(Manifest::from_json(wrong.as_bytes()), None, "{wrong}");
    }
    assert_eq!(
        [Format::Pdf, Format::Png(144.0), Format::Png(72.5), Format::Svg, Format::Html].map(format_word),
        ["pdf", "png@144", "png@72.5", "svg", "html"]
    );
}

/// Who has the hash of a text of few possible wordings has the text.
#[test]
fn a_named_audience_learns_no_hash_and_no_size_of_what_was_read() {
    let whole = manifest_for(&unit("2031-06", None), &[("a.pdf", b"a")]);
    let public = manifest_for(&unit("2031-06", Some("public")), &[("a.pdf", b"a")]);
    let hash = Digest::of(b"mujaz: 1\n").to_string();
    for text in [whole.to_json(), statement(&whole)] {
        assert!(text.contains(&hash) && text.contains("\"audience\":\"all\""), "{text}");
    }
    for text in [public.to_json(), statement(&public)] {
        assert!(!text.contains(&hash) && !text.contains("house"), "{text}");
        assert!(text.contains("\"audience\":\"public\""), "{text}");
    }
    assert_eq!(public.unit().folder(), "audiences/public/2031-06");
    assert_eq!(public.unit().provenance_name(), "2031-06.public.intoto.json");
}

#[test]
fn a_listing_changes_with_the_names_and_not_with_their_order() {
    let listing = |names: &[&str]| Input::listing("data/shared", names.iter().copied());
    assert_eq!(listing(&["b", "a"]), listing(&["a", "b"]));
    assert_eq!(listing(&["a", "b"]).path, "data/shared/");
    assert_ne!(listing(&["a", "b"]), listing(&["a"]));
    assert_ne!(listing(&["a", "b"]), listing(&["ab"]));
}

/// The fields of in-toto Statement v1 and SLSA provenance v1, as their specifications list them.
#[test]
fn the_statement_has_the_fields_of_the_specifications_and_no_others() {
    let statement: Value =
        serde_json::from_str(&statement(&manifest(&[("b.pdf", b"b"), ("a.pdf", b"a")]))).unwrap();
    let keys =
        |value: &Value| value.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&statement), "_type predicate predicateType subject");
    assert_eq!(statement["_type"], "https://in-toto.io/Statement/v1");
    assert_eq!(statement["predicateType"], "https://slsa.dev/provenance/v1");
    let subject: Vec<(&Value, &Value)> = statement["subject"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (&it["name"], &it["digest"]["sha256"]))
        .collect();
    let (a, b) = (Digest::of(b"a").to_string(), Digest::of(b"b").to_string());
    assert_eq!(subject, [(&"a.pdf".into(), &a.into()), (&"b.pdf".into(), &b.into())]);

    let predicate = &statement["predicate"];
    assert_eq!(keys(predicate), "buildDefinition runDetails");
    let definition = &predicate["buildDefinition"];
    assert_eq!(keys(definition), "buildType externalParameters internalParameters resolvedDependencies");
    let external = &definition["externalParameters"];
    assert_eq!(keys(external), "audience edition formats languages release standard textLayer timestamp");
    assert_eq!(external["timestamp"], "2031-06-30T15:00:00Z");
    let builder = &predicate["runDetails"]["builder"];
    assert_eq!(keys(&predicate["runDetails"]), "builder", "no number of the run, and no clock");
    assert_eq!(builder["id"], concat!("pkg:generic/mujaz@", env!("CARGO_PKG_VERSION")));

    let dependencies = definition["resolvedDependencies"].as_array().unwrap();
    let names: Vec<&str> = dependencies.iter().map(|it| it["name"].as_str().unwrap()).collect();
    let want = ["mujaz", "typst", "data/house.yaml", "templates/main.typ", "fonts/amiri/Amiri-Bold.ttf"];
    assert_eq!(names, want);
    for it in dependencies {
        const FIELDS: [&str; 7] =
            ["uri", "digest", "name", "downloadLocation", "mediaType", "content", "annotations"];
        assert!(it.as_object().unwrap().keys().all(|key| FIELDS.contains(&key.as_str())), "{it}");
        assert!(it.get("uri").or(it.get("digest")).is_some(), "{it}");
    }
}

#[test]
fn the_index_keeps_what_it_knows_and_drops_what_is_gone_or_changed() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    let units = [unit("a", None), unit("b", None), unit("b", Some("public")), unit("c", None)];
    units.iter().for_each(|unit| publish_unit(&out, unit, &[("x.pdf", b"x")]));
    let index = Index::publish(&out, "out", &units).unwrap();
    let folders = |index: &Index| index.units.iter().map(|it| it.folder.clone()).collect::<Vec<_>>();
    assert_eq!(folders(&index), ["a", "audiences/public/b", "b", "c"]);
    assert_eq!(Index::read(&out), Some(index.clone()));
    assert!(index.units.iter().all(|entry| entry.outputs == 1 && flaws_of(&out, entry).is_empty()));
    assert_eq!(fs::read_to_string(out.join("manifest.json")).unwrap(), index.to_json());

    // One is built anew, one is removed, one is changed by somebody else, one stays.
    publish_unit(&out, &units[0], &[("x.pdf", b"new")]);
    fs::remove_dir_all(out.join("c")).unwrap();
    publish_unit(&out, &units[1], &[("x.pdf", b"of another")]);
    let next = Index::publish(&out, "out", &units[..1]).unwrap();
    assert_eq!(folders(&next), ["a", "audiences/public/b"]);
    assert_ne!(next.units[0], index.units[0]);
    assert_eq!(next.units[1], index.units[1]);
    assert_eq!(flaws_of(&out, &index.units[0]), [("manifest.json".to_owned(), Flaw::Changed)]);
    assert_eq!(flaws_of(&out, &index.units[3]), [("manifest.json".to_owned(), Flaw::Missing)]);
    fs::write(out.join("a/x.pdf"), "torn").unwrap();
    assert_eq!(flaws_of(&out, &next.units[0]), [("x.pdf".to_owned(), Flaw::Changed)]);
    assert_eq!(listed(&out).len(), 4, "nothing is left over");
}

#[test]
fn an_index_that_names_other_folders_is_none() {
    let root = tempfile::tempdir().unwrap();
    publish_unit(root.path(), &unit("a", None), &[]);
    let text = Index::publish(root.path(), "out", &[unit("a", None)]).unwrap().to_json();
    let changed = |from: &str, to: &str| Index::from_json(text.replace(from, to).as_bytes());
    assert!(changed("x", "x").is_some());
    for folder in ["..", "/etc", "b", "a/../a"] {
        assert_eq!(changed("\"folder\":\"a\"", &format!("\"folder\":\"{folder}\"")), None, "{folder}");
    }
    let outside = changed("\"folder\":\"a\"", "\"folder\":\"../a\"").or(changed("\"a\"", "\"..\""));
    assert_eq!(outside, None);
}

/// Entries of several processes that finish at once.
#[test]
fn no_entry_is_lost_between_processes() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path();
    std::thread::scope(|scope| {
        for at in 0..12 {
            scope.spawn(move || {
                let unit = unit(&format!("edition-{at}"), None);
                publish_unit(out, &unit, &[("x.pdf", b"x")]);
                Index::publish(out, "out", &[unit]).unwrap();
            });
        }
    });
    assert_eq!(Index::read(out).unwrap().units.len(), 12);
}
