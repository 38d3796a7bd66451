//! A manifest -> a statement of provenance that other programs read: in-toto Statement v1 with the predicate
//! SLSA provenance v1, in canonical JSON.
//!
//! It says what the manifest says, in the terms of supply chains, for CI to sign. It has no time of its own and
//! no number of the run: the same build gives the same statement. `docs/provenance-v1.md` describes it.

use serde_json::{Value, json};

use super::manifest::{AssetEntry, Input, Manifest};
use super::unit::WHOLE;
use crate::press::canonical;

/// What kind of build it is, as a URI: a package URL without a version, with the file that describes it.
pub const BUILD_TYPE: &str = "pkg:generic/mujaz#docs/provenance-v1.md";

/// The statement on the outputs of a manifest.
pub fn statement(manifest: &Manifest) -> String {
    let manifest = &manifest.settled();
    let subject = manifest.outputs.iter();
    let subject: Vec<Value> =
        subject.map(|it| json!({"name": it.path, "digest": {"sha256": it.sha256}})).collect();
    let options = &manifest.options;
    let tool = &manifest.tool;
    let builder = format!("pkg:generic/{}@{}", tool.name, tool.version);
    let recipes = manifest.outputs.iter().map(|it| (it.path.clone(), json!(it.recipe)));
    let recipes: serde_json::Map<String, Value> = recipes.collect();
    canonical(&json!({
        "_type": "https://in-toto.io/Statement/v1",
        "subject": subject,
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": BUILD_TYPE,
                "externalParameters": {
                    "edition": manifest.edition,
                    "audience": manifest.audience.as_deref().unwrap_or(WHOLE),
                    "languages": options.languages,
                    "formats": options.formats,
                    "standard": options.standard,
                    "release": options.release,
                    "timestamp": manifest.built_for,
                    "textLayer": options.text_layer,
                },
                "internalParameters": {"earlier": manifest.earlier, "recipes": recipes},
                "resolvedDependencies": dependencies(manifest, &builder),
            },
            "runDetails": {
                "builder": {"id": builder, "version": {"mujaz": tool.version, "typst": tool.typst}},
            },
        },
    }))
}

/// The program and everything that it read, as resource descriptors.
fn dependencies(manifest: &Manifest, builder: &str) -> Vec<Value> {
    let typst = format!("pkg:cargo/typst@{}", manifest.tool.typst);
    let programs = [json!({"name": "mujaz", "uri": builder}), json!({"name": "typst", "uri": typst})];
    let input = |it: &Input| json!({"name": it.path, "digest": {"sha256": it.sha256}, "annotations": {"layer": it.layer}});
    let asset = |it: &AssetEntry| json!({"name": it.path, "digest": {"sha256": it.sha256}, "annotations": {"origin": it.origin}});
    let assets = manifest.templates.iter().chain(&manifest.fonts).map(asset);
    programs.into_iter().chain(manifest.inputs.iter().map(input)).chain(assets).collect()
}
