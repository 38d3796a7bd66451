//! The words that the template and the closed lists need, by key, in one language.

use std::collections::BTreeMap;

use crate::yaml::{Data, Node};

/// Labels by dotted key: `states.trend.rising`.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    words: BTreeMap<String, String>,
    tree: serde_json::Map<String, serde_json::Value>,
}

impl Labels {
    /// Reads `labels.<lang>` of the merged tree.
    pub fn read(node: Option<&Node>) -> Self {
        let mut labels = Self::default();
        if let Some(node) = node {
            collect(node, String::new(), &mut labels.words);
            if let Ok(serde_json::Value::Object(tree)) = serde_json::to_value(node) {
                labels.tree = tree;
            }
        }
        labels
    }

    /// The word under a dotted key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(String::as_str)
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The tree as the template reads it.
    pub fn tree(&self) -> &serde_json::Map<String, serde_json::Value> {
        &self.tree
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
