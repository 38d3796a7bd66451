//! The merged tree in two: what is typed as an edition, and words.

use crate::layers::audience::unmarked;
use crate::yaml::{Data, Entry, Node};

/// The words of the merged tree: what the typed edition does not hold.
pub(super) struct Words {
    /// Labels by language.
    pub labels: Option<Node>,
    /// Texts by language.
    pub text: Option<Node>,
}

impl Words {
    /// The labels of a language.
    pub fn labels(&self, lang: &str) -> Option<&Node> {
        self.labels.as_ref()?.get(lang)
    }

    /// The texts of a language.
    pub fn text(&self, lang: &str) -> Option<&Node> {
        self.text.as_ref()?.get(lang)
    }

    /// The languages that have texts.
    pub fn langs(&self) -> Vec<String> {
        match self.text.as_ref().map(|node| &node.data) {
            Some(Data::Map(entries)) => entries.iter().map(|entry| entry.key.to_string()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Parts the merged tree into what is typed as [`Edition`], without what marks, and what is words.
pub(super) fn split(tree: &Node) -> (Node, Words) {
    let mut neutral = unmarked(tree);
    let mut words = Words { labels: None, text: None };
    if let Data::Map(entries) = &neutral.data {
        let kept: Vec<Entry> = entries
            .iter()
            .filter(|entry| match entry.key.as_str() {
                "labels" => {
                    words.labels = Some(entry.value.clone());
                    false
                }
                "text" => {
                    words.text = Some(entry.value.clone());
                    false
                }
                _ => true,
            })
            .cloned()
            .collect();
        neutral.data = Data::Map(kept.into_iter().collect());
    }
    (neutral, words)
}
