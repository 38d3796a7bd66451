//! Files of one layer -> one tree: maps are united, lists concatenated, and nothing may be said twice.

use std::collections::HashMap;

use ecow::EcoVec;

use crate::diag::{Finding, Span};
use crate::yaml::{Data, Node, Step};

/// Joins the second file to the first.
pub fn join(first: Node, second: Node, path: &str, findings: &mut Vec<Finding>) -> Node {
    let Node { span, data, overrides } = first;
    let data = match (data, second.data) {
        (Data::Map(mut entries), Data::Map(more)) => {
            for entry in more {
                let Some(at) = entries.iter().position(|known| known.key == entry.key) else {
                    entries.push(entry);
                    continue;
                };
                let path = Step::Key(&entry.key).after(path);
                let known = &mut entries.make_mut()[at];
                match (&known.value.data, &entry.value.data) {
                    _ if known.value.is_null() => *known = entry,
                    _ if entry.value.is_null() => {}
                    (Data::Map(_), Data::Map(_)) | (Data::Seq(_), Data::Seq(_)) => {
                        known.value = join(known.value.clone(), entry.value, &path, findings);
                    }
                    _ => findings.push(
                        Finding::error("LA08", format!("`{path}` is given in two files of one layer"))
                            .at(entry.key_span, "given again here")
                            .at(known.key_span, "first given here")
                            .path(path)
                            .help("keep one of them, or move the other to a later layer"),
                    ),
                }
            }
            Data::Map(entries)
        }
        (Data::Seq(mut items), Data::Seq(more)) => {
            items.extend(more);
            Data::Seq(items)
        }
        (data, _) => data,
    };
    Node { span, data, overrides }
}

/// Reports every id that two entries of a list have, and leaves out the later entry.
pub(super) fn unique(node: Node, findings: &mut Vec<Finding>) -> Node {
    let before = findings.len();
    repeats(&node, &mut String::new(), findings);
    if findings.len() == before { node } else { without_repeats(&node) }
}

fn repeats(node: &Node, path: &mut String, findings: &mut Vec<Finding>) {
    let length = path.len();
    match &node.data {
        Data::Map(entries) => {
            for entry in entries {
                Step::Key(&entry.key).write(path);
                repeats(&entry.value, path, findings);
                path.truncate(length);
            }
        }
        Data::Seq(items) => {
            let mut seen: HashMap<&str, Span> = HashMap::new();
            for (index, item) in items.iter().enumerate() {
                let id = item.get("id").zip(item.id());
                if let Some((place, id)) = id {
                    match seen.get(id) {
                        Some(first) => findings.push(
                            Finding::error("LA09", format!("two entries of `{path}` have the id `{id}`"))
                                .at(place.span, "second entry")
                                .at(*first, "first entry")
                                .path(Step::Item(index, Some(id)).after(path))
                                .help("give one of them another id, or remove it"),
                        ),
                        None => drop(seen.insert(id, place.span)),
                    }
                }
                Step::Item(index, item.id()).write(path);
                repeats(item, path, findings);
                path.truncate(length);
            }
        }
        Data::Scalar(..) => {}
    }
}

fn without_repeats(node: &Node) -> Node {
    let data = match &node.data {
        Data::Map(entries) => {
            let mut entries = entries.clone();
            for entry in entries.make_mut() {
                entry.value = without_repeats(&entry.value);
            }
            Data::Map(entries)
        }
        Data::Seq(items) => {
            let mut seen = std::collections::HashSet::new();
            let kept = items.iter().filter(|item| item.id().is_none_or(|id| seen.insert(id)));
            Data::Seq(kept.map(without_repeats).collect::<EcoVec<Node>>())
        }
        scalar => scalar.clone(),
    };
    Node { span: node.span, data, overrides: node.overrides.clone() }
}
