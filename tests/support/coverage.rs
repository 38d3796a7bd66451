//! `tests/coverage/`: the facts of the sources as they were typed a second time, apart from the data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_yaml::Value;

/// One edition's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Its folder.
    pub edition: String,
    /// Typed facts.
    pub facts: Vec<Row>,
    /// Facts in words only.
    pub qualitative: Vec<Qualitative>,
}

/// A typed fact and where it stands in the data.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Row {
    /// Its name in the source.
    pub fact: String,
    /// `figures.territory_lost_pct`
    pub home: String,
    /// Numbers in full.
    pub value: Option<Value>,
    pub min: Option<Value>,
    pub max: Option<Value>,
    pub magnitude: Option<Value>,
    pub q: Option<String>,
    pub unit: Option<String>,
    pub currency: Option<String>,
    pub per: Option<String>,
    pub than: Option<String>,
    pub trend: Option<String>,
    pub stage: Option<String>,
    pub as_of: Option<Value>,
    pub on: Option<Value>,
    pub period: Option<String>,
    pub part: Option<String>,
    pub owner: Option<String>,
    pub number: Option<Value>,
    pub items: Option<Vec<String>>,
}

/// A fact in words only.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualitative {
    /// Number in the source.
    pub n: u32,
    /// What sort of statement it is.
    pub kind: String,
    /// `statements.achievements`
    pub home: String,
}

/// How a fact reads in one language.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Said {
    /// The whole phrase of its value.
    pub value: Option<String>,
    /// The whole phrase of its date.
    pub date: Option<String>,
    /// What must stand beside them.
    pub words: Vec<String>,
}

/// By home and language.
pub type Phrases = BTreeMap<String, BTreeMap<String, Said>>;

/// The facts of one edition.
pub fn coverage(edition: &str) -> Coverage {
    let coverage: Coverage = file(&format!("{edition}.yaml"));
    assert_eq!(coverage.edition, edition);
    coverage
}

/// How the facts of one edition must read.
pub fn phrases(edition: &str) -> Phrases {
    let mut all: BTreeMap<String, Phrases> = file("phrases.yaml");
    all.remove(edition).unwrap_or_else(|| panic!("phrases.yaml has no {edition}"))
}

/// A scalar as it was typed.
pub fn typed(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other).expect("a scalar").trim().to_owned(),
    }
}

fn file<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coverage").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    serde_yaml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}
