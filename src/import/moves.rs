//! Two trees of one file -> what moved between them: entries that came and went, values that are others.

use std::collections::BTreeMap;

use super::origin;
use crate::yaml::{Data, Node, Step};

/// One thing that moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// A value that was not there: its path and the value.
    Added(String, String),
    /// A value that is there no more.
    Removed(String, String),
    /// A value that is another: its path, the old one and the new one.
    Changed(String, String, String),
}

/// Every value of a tree by its path, in which entries stand by their id or place; origins are left out.
pub(super) fn flat(node: &Node) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    walk(node, String::new(), &mut leaves);
    leaves
}

fn walk(node: &Node, path: String, leaves: &mut BTreeMap<String, String>) {
    match &node.data {
        Data::Scalar(text, _) => drop(leaves.insert(path, text.to_string())),
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, Step::Item(index, name(item)).after(&path), leaves);
            }
        }
        Data::Map(entries) => {
            for entry in entries.iter().filter(|entry| entry.key != origin::KEY) {
                walk(&entry.value, Step::Key(&entry.key).after(&path), leaves);
            }
        }
    }
}

/// What tells an entry from the others of its list.
pub(super) fn name(entry: &Node) -> Option<&str> {
    entry.id().or_else(|| entry.get("place")?.as_text())
}

/// What moved from one tree to another, in the order of the paths.
///
/// The source's name and hash of its file move with every import and are left out.
pub fn moves(before: &Node, after: &Node) -> Vec<Move> {
    let (old, new) = (flat(before), flat(after));
    let of_file = |path: &&String| {
        path.starts_with("sources[") && (path.ends_with("].file") || path.ends_with("].sha256"))
    };
    let mut paths: Vec<&String> = old.keys().chain(new.keys()).filter(|path| !of_file(path)).collect();
    paths.sort();
    paths.dedup();
    let moved = |path: &String| match (old.get(path), new.get(path)) {
        (None, Some(new)) => Some(Move::Added(path.clone(), new.clone())),
        (Some(old), None) => Some(Move::Removed(path.clone(), old.clone())),
        (Some(old), Some(new)) if old != new => Some(Move::Changed(path.clone(), old.clone(), new.clone())),
        _ => None,
    };
    paths.into_iter().filter_map(moved).collect()
}
