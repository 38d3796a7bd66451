mod bags;
mod keeping;
mod manifests;
mod merging;
mod publishing;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use time::macros::datetime;

use super::{Input, Manifest, Options, Output, Publication, Published, Unit};
use crate::diag::{Finding, Sources};
use crate::digest::Digest;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::typeset::Assets;

type Files<'a> = [(&'a str, &'a [u8])];

fn unit(edition: &str, audience: Option<&str>) -> Unit {
    Unit { edition: edition.to_owned(), audience: audience.map(str::to_owned) }
}

/// The manifest of a unit with these outputs.
fn manifest_for(unit: &Unit, outputs: &Files<'_>) -> Manifest {
    static ASSETS: LazyLock<Assets> =
        LazyLock::new(|| Assets::from_files([("main.typ", b"x".as_slice())], &mut Sources::new()).unwrap());
    let options = Options {
        standard: Standard::Record,
        formats: vec!["pdf".to_owned()],
        languages: vec!["ar".to_owned(), "en".to_owned()],
        release: true,
        asked: BTreeMap::new(),
        text_layer: BTreeMap::from([("ar".to_owned(), TextLayer::Visual)]),
    };
    let mut manifest = Manifest::new(unit, datetime!(2031-06-30 18:00 +3), options, &ASSETS);
    manifest.fonts.truncate(1);
    manifest.inputs.push(Input::new("data/house.yaml", "house", b"mujaz: 1\n"));
    let recipe = |name: &str| Digest::of(format!("recipe of {name}").as_bytes());
    let output = |(name, bytes): &(&str, &[u8])| Output::new(*name, "ar", 2, recipe(name), bytes);
    manifest.outputs = outputs.iter().map(output).collect();
    manifest
}

fn manifest(outputs: &Files<'_>) -> Manifest {
    manifest_for(&unit("2031-06", None), outputs)
}

/// Code and message of each.
fn lines(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().map(|one| format!("{} {}", one.code, one.message)).collect()
}

/// Publishes an edition straight into a folder.
fn publish(folder: &Path, files: &Files<'_>) -> Result<Published, Vec<String>> {
    let mut publication = Publication::new(folder, "out/2031-06");
    files.iter().for_each(|(name, bytes)| publication.add(*name, bytes.to_vec()));
    publication.publish(&manifest(files)).map_err(lines)
}

/// Publishes a unit below a folder of outputs.
fn publish_unit(out: &Path, unit: &Unit, files: &Files<'_>) {
    let mut publication = Publication::new(out.join(unit.folder()), unit.folder());
    files.iter().for_each(|(name, bytes)| publication.add(*name, bytes.to_vec()));
    publication.publish(&manifest_for(unit, files)).unwrap();
}

/// Everything in a folder, by name.
fn listed(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).unwrap_or_else(|_| b"<folder>".to_vec());
        (entry.file_name().into_string().unwrap(), bytes)
    };
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect()
}

/// Every file below a folder, by path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (name, bytes) in listed(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            files.extend(tree(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, bytes);
        }
    }
    files
}
