//! The words that the template and the closed lists need, by key, in one language.
//!
//! The keys are those of the English labels that are shipped. A project may give any of them in any language, one
//! by one; a language that is not shipped needs all of them. What a template of the project's own says goes into
//! that template.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::diag::{Finding, Sources, nearest};
use crate::yaml::{self, Data, Node, Step};

/// The labels whose keys every language has.
const ENGLISH: &str = include_str!("../../data/labels/en.yaml");

/// Maps of labels with a key for each language, which a project adds to.
pub(crate) const BY_LANGUAGE: [&str; 2] = ["languages", "words.translated_from"];

/// The words of `page.digits`.
const DIGITS: [&str; 3] = ["latn", "arab", "arabext"];

/// Labels by dotted key: `states.trend.rising`. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    words: BTreeMap<String, String>,
    tree: serde_json::Map<String, serde_json::Value>,
}

impl Labels {
    /// Reads `labels.<lang>` of the merged tree.
    pub fn read(node: Option<&Node>) -> Self {
        let mut labels = Shared::default();
        if let Some(node) = node {
            collect(node, String::new(), &mut labels.words);
            if let Ok(serde_json::Value::Object(tree)) = serde_json::to_value(node) {
                labels.tree = tree;
            }
        }
        Self { shared: Arc::new(labels) }
    }

    /// The word under a dotted key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.shared.words.get(key).map(String::as_str)
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.shared.words.keys().map(String::as_str)
    }

    /// The tree as the template reads it.
    pub fn tree(&self) -> &serde_json::Map<String, serde_json::Value> {
        &self.shared.tree
    }
}

fn collect(node: &Node, path: String, words: &mut BTreeMap<String, String>) {
    match &node.data {
        Data::Scalar(text, _) => {
            words.insert(path, text.to_string());
        }
        Data::Map(entries) => {
            for entry in entries {
                let key =
                    if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
                collect(&entry.value, key, words);
            }
        }
        Data::Seq(_) => {}
    }
}

/// The labels as they are shipped in English.
fn english() -> Option<&'static Node> {
    static NODE: LazyLock<Option<Node>> = LazyLock::new(|| {
        let mut sources = Sources::new();
        let file = sources.add("data/labels/en.yaml", "", ENGLISH.to_owned());
        yaml::read(file, &sources).ok()
    });
    NODE.as_ref()
}

/// Whether every language must have this key, so that [`missing`] tells of it.
pub(super) fn is_required(key: &str) -> bool {
    let by_language = key.rsplit_once('.').is_some_and(|(map, _)| BY_LANGUAGE.contains(&map));
    !by_language && english().is_some_and(|english| english.at(key).is_some())
}

/// TR05: every key that the labels of a language lack, in the order of the English file. The names of languages
/// are asked for where they are printed.
pub fn missing(lang: &str, node: Option<&Node>) -> Vec<Finding> {
    let Some(node) = node else {
        let finding = Finding::error("TR05", format!("language `{lang}` has no labels"));
        let help = format!("give them in data/labels/{lang}.yaml, with the keys of every other language");
        return vec![finding.path(format!("labels.{lang}")).help(help)];
    };
    let mut keys = Vec::new();
    if let Some(english) = english() {
        lacking(english, node, String::new(), &mut keys);
    }
    let finding = |key: String| {
        Finding::error("TR05", format!("language `{lang}` has no label `{key}`"))
            .at(node.span, "")
            .path(format!("labels.{lang}.{key}"))
            .help(format!("add `{key}` to data/labels/{lang}.yaml"))
    };
    keys.into_iter().map(finding).collect()
}

fn lacking(english: &Node, own: &Node, path: String, keys: &mut Vec<String>) {
    for entry in english.as_map().unwrap_or_default() {
        let path = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
        if path == "lang" || BY_LANGUAGE.contains(&path.as_str()) {
            continue;
        }
        match (own.get(&entry.key), &entry.value.data) {
            (Some(own), Data::Map(_)) if own.as_map().is_some() => lacking(&entry.value, own, path, keys),
            // A value of the wrong kind has been told.
            (Some(_), _) => {}
            (None, Data::Map(_)) => {
                lacking(
                    &entry.value,
                    &Node { data: Data::Map([].into_iter().collect()), ..own.clone() },
                    path,
                    keys,
                );
            }
            (None, _) => keys.push(path),
        }
    }
}

/// What is wrong with the labels of any language: keys that no label has, values that are no words, placeholders
/// that nothing fills.
pub fn faults(labels: Option<&Node>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some(english), Some(languages)) = (english(), labels.and_then(Node::as_map)) {
        for entry in languages {
            under(english, &entry.value, &format!("labels.{}", entry.key), "", &mut findings);
        }
    }
    findings
}

/// Compares the labels under a key with the English ones.
fn under(english: &Node, own: &Node, path: &str, key: &str, findings: &mut Vec<Finding>) {
    let Some(entries) = own.as_map() else {
        return findings.push(wrong("a map", own, path));
    };
    for entry in entries {
        let inner = Step::Key(&entry.key).after(path);
        let key = if key.is_empty() { entry.key.to_string() } else { format!("{key}.{}", entry.key) };
        let by_language = key.rsplit_once('.').map_or("", |(map, _)| map);
        match english.get(&entry.key) {
            Some(map) if map.as_map().is_some() => under(map, &entry.value, &inner, &key, findings),
            Some(word) => label(word, &entry.value, &inner, &key, findings),
            None if key == "lang" => {}
            None if BY_LANGUAGE.contains(&by_language)
                || by_language.is_empty() && BY_LANGUAGE.contains(&key.as_str()) =>
            {
                if entry.value.as_text().is_none() || entry.value.is_null() {
                    findings.push(wrong("text", &entry.value, &inner));
                }
            }
            None => {
                let known: Vec<&str> =
                    english.as_map().unwrap_or_default().iter().map(|known| known.key.as_str()).collect();
                let finding = Finding::error("TY02", format!("unknown key `{}`", entry.key))
                    .at(entry.key_span, "not a key here")
                    .path(inner);
                findings.push(match nearest(&entry.key, &known) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => {
                        let mut shown: Vec<String> =
                            known.iter().take(12).map(|key| format!("`{key}`")).collect();
                        shown.extend((known.len() > shown.len()).then(|| "…".to_owned()));
                        finding.help(format!("write one of the keys known here: {}", shown.join(", ")))
                    }
                });
            }
        }
    }
}

/// One label: words, with no placeholder that the English one has not.
fn label(english: &Node, own: &Node, path: &str, key: &str, findings: &mut Vec<Finding>) {
    let Some(text) = own.as_text().filter(|_| !own.is_null()) else {
        return findings.push(wrong("text", own, path));
    };
    if key == "page.digits" && !DIGITS.contains(&text) {
        let known = DIGITS.map(|word| format!("`{word}`")).join(", ");
        let finding =
            Finding::error("TY04", format!("`{text}` is not one of {known}")).at(own.span, "unknown word");
        let finding = finding.path(path);
        findings.push(match nearest(text, &DIGITS) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
    }
    let known = placeholders(english.as_text().unwrap_or_default());
    for name in placeholders(text).into_iter().filter(|name| !known.contains(name)) {
        let finding = Finding::error("TR02", format!("the label `{key}` has no placeholder `{{{name}}}`"))
            .at(own.span, "never filled")
            .path(path);
        findings.push(match nearest(name, &known) {
            Some(near) => finding.help(format!("did you mean `{{{near}}}`?")),
            None => finding.help("take it out"),
        });
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn wrong(expected: &str, node: &Node, path: &str) -> Finding {
    let found = match &node.data {
        _ if node.is_null() => "nothing",
        Data::Scalar(..) => "a text",
        Data::Seq(_) => "a list",
        Data::Map(_) => "a map",
    };
    Finding::error("TY01", format!("expected {expected}, found {found}"))
        .at(node.span, format!("must be {expected}"))
        .path(path)
}
