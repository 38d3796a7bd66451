//! A layer over those below it: what it says replaces, and the replaced places are kept.

use ecow::EcoVec;

use crate::diag::Finding;
use crate::yaml::{Data, Entry, Node, Step};

/// Merges a layer into the tree below it.
///
/// Maps deep; lists whose entries all have an `id`, by id; everything else is replaced. A map with
/// `delete: true` removes its namesake.
pub fn merge(below: Node, layer: Node, path: &str, findings: &mut Vec<Finding>) -> Node {
    let Node { span, data, overrides } = below;
    match (data, layer.data) {
        (Data::Map(entries), Data::Map(changes)) => {
            let data = Data::Map(merged_map(entries, changes, path, findings));
            Node { span, data, overrides }
        }
        (Data::Seq(items), Data::Seq(changes)) if is_by_id(&items) && has_maps(&changes) => {
            let data = Data::Seq(merged_list(items, changes, path, findings));
            Node { span, data, overrides }
        }
        (_, data) => {
            let mut replaced = EcoVec::from([span]);
            replaced.extend(overrides);
            let node = Node { span: layer.span, data, overrides: replaced };
            fresh(node, path, findings)
        }
    }
}

fn merged_map(
    mut entries: EcoVec<Entry>,
    changes: EcoVec<Entry>,
    path: &str,
    findings: &mut Vec<Finding>,
) -> EcoVec<Entry> {
    for change in changes {
        let path = Step::Key(&change.key).after(path);
        let known = entries.iter().position(|entry| entry.key == change.key);
        match (is_deletion(&change.value), known) {
            (true, Some(at)) => {
                beside_delete(&change.value, &path, findings);
                entries.remove(at);
            }
            (true, None) => nothing_to_delete(&change.value, &path, findings),
            (false, Some(at)) => {
                let entry = &mut entries.make_mut()[at];
                entry.value = merge(entry.value.clone(), change.value, &path, findings);
            }
            (false, None) => entries.push(Entry { value: fresh(change.value, &path, findings), ..change }),
        }
    }
    entries
}

fn merged_list(
    mut items: EcoVec<Node>,
    changes: EcoVec<Node>,
    path: &str,
    findings: &mut Vec<Finding>,
) -> EcoVec<Node> {
    for change in changes {
        let Some(id) = change.id() else {
            findings.push(
                Finding::error("LA12", format!("an entry of `{path}` has no id"))
                    .at(change.span, "whose entry is this?")
                    .path(path)
                    .help("write the `id` of the entry to change, or a new one"),
            );
            continue;
        };
        let known = items.iter().position(|item| item.id() == Some(id));
        let path = Step::Item(0, Some(id)).after(path);
        match (is_deletion(&change), known) {
            (true, Some(at)) => {
                beside_delete(&change, &path, findings);
                items.remove(at);
            }
            (true, None) => nothing_to_delete(&change, &path, findings),
            (false, Some(at)) => {
                let item = &mut items.make_mut()[at];
                *item = merge(item.clone(), without_id(&change), &path, findings);
            }
            (false, None) => items.push(fresh(change, &path, findings)),
        }
    }
    items
}

/// An entry's own id names it and replaces nothing.
fn without_id(entry: &Node) -> Node {
    let kept = entry.as_map().unwrap_or(&[]).iter().filter(|entry| entry.key != "id").cloned().collect();
    Node { data: Data::Map(kept), ..entry.clone() }
}

fn is_by_id(items: &[Node]) -> bool {
    !items.is_empty() && items.iter().all(|item| item.id().is_some())
}

fn has_maps(items: &[Node]) -> bool {
    !items.is_empty() && items.iter().all(|item| item.as_map().is_some())
}

fn is_deletion(node: &Node) -> bool {
    node.get("delete").and_then(Node::as_text) == Some("true")
}

fn beside_delete(node: &Node, path: &str, findings: &mut Vec<Finding>) {
    let others = node.as_map().unwrap_or(&[]).iter();
    if let Some(other) = others.clone().find(|entry| !matches!(entry.key.as_str(), "delete" | "id")) {
        let delete = node.entry("delete").map_or(node.span, |entry| entry.key_span);
        findings.push(
            Finding::error("LA11", format!("`{path}` is deleted and changed at once"))
                .at(other.key_span, "changed here")
                .at(delete, "deleted here")
                .path(path)
                .help("remove `delete`, or the keys beside it"),
        );
    }
}

fn nothing_to_delete(node: &Node, path: &str, findings: &mut Vec<Finding>) {
    let place = node.entry("delete").map_or(node.span, |entry| entry.key_span);
    findings.push(
        Finding::error("LA10", format!("there is no `{path}` to delete"))
            .at(place, "deletes nothing")
            .path(path)
            .help("remove this entry, or correct its name"),
    );
}

/// A value new in this layer, in which there is nothing to delete.
fn fresh(node: Node, path: &str, findings: &mut Vec<Finding>) -> Node {
    if !deletes(&node) {
        return node;
    }
    let data = match node.data {
        Data::Map(entries) => {
            let mut kept = EcoVec::new();
            for entry in entries {
                let path = Step::Key(&entry.key).after(path);
                if is_deletion(&entry.value) {
                    nothing_to_delete(&entry.value, &path, findings);
                } else {
                    kept.push(Entry { value: fresh(entry.value, &path, findings), ..entry });
                }
            }
            Data::Map(kept)
        }
        Data::Seq(items) => {
            let mut kept = EcoVec::new();
            for (index, item) in items.into_iter().enumerate() {
                let path = Step::Item(index, item.id()).after(path);
                if is_deletion(&item) {
                    nothing_to_delete(&item, &path, findings);
                } else {
                    kept.push(fresh(item, &path, findings));
                }
            }
            Data::Seq(kept)
        }
        scalar => scalar,
    };
    Node { data, ..node }
}

/// Whether anything inside asks to be deleted.
fn deletes(node: &Node) -> bool {
    let inside = |node: &Node| is_deletion(node) || deletes(node);
    match &node.data {
        Data::Map(entries) => entries.iter().any(|entry| inside(&entry.value)),
        Data::Seq(items) => items.iter().any(inside),
        Data::Scalar(..) => false,
    }
}
