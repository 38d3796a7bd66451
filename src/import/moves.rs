//! Two trees of one file -> what moved between them: entries that came and went, values that are others.

use std::collections::BTreeMap;

use super::origin;
use crate::model::Number;
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

/// What moved, a line each, without words: `+` an entry or value that is new, `-` one that is gone, else old -> new.
pub fn told(moves: &[Move]) -> Vec<String> {
    let entry = |path: &str| path.rfind("].").map(|at| path[..=at].to_owned());
    let is_name = |path: &str| entry(path).is_some_and(|it| [".id", ".place"].contains(&&path[it.len()..]));
    let whole: Vec<(bool, String)> = moves
        .iter()
        .filter_map(|it| match it {
            Move::Added(path, _) if is_name(path) => Some((true, entry(path)?)),
            Move::Removed(path, _) if is_name(path) => Some((false, entry(path)?)),
            _ => None,
        })
        .collect();
    let of_whole = |added: bool, path: &str| entry(path).is_some_and(|it| whole.contains(&(added, it)));
    let mut lines: Vec<String> = Vec::new();
    for (added, name) in &whole {
        let numbers = moves.iter().filter_map(|it| match it {
            Move::Added(path, text) if *added => Some((path, text)),
            Move::Removed(path, text) if !*added => Some((path, text)),
            _ => None,
        });
        let inside = numbers.filter(|(path, _)| entry(path).as_ref() == Some(name));
        let numbers = inside.filter(|(_, text)| text.parse::<Number>().is_ok());
        let shown: Vec<String> = numbers
            .map(|(path, text)| format!("{} {text}", path[name.len()..].trim_start_matches('.')))
            .collect();
        lines.push(format!("{} {name}  {}", if *added { '+' } else { '-' }, shown.join(", ")));
    }
    for it in moves {
        match it {
            Move::Added(path, text) if !of_whole(true, path) => lines.push(format!("+ {path}  {text}")),
            Move::Removed(path, text) if !of_whole(false, path) => lines.push(format!("- {path}  {text}")),
            Move::Changed(path, old, new) => lines.push(format!("  {path}  {old} -> {new}")),
            Move::Added(..) | Move::Removed(..) => {}
        }
    }
    lines
}
