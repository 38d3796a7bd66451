//! What the placeholders of texts lead to, told by the tree alone: whether a text still says what it did.

use std::collections::HashMap;

use super::computed::{COVER, TOTAL};
use super::shape::Space;
use crate::yaml::{Data, Node};

/// What texts can point at in one tree.
pub(super) struct Pointable<'a> {
    tree: &'a Node,
    ids: HashMap<&'a str, (Space, &'a Node)>,
    left_out: &'a [&'a str],
}

/// Where the things stand that a text can point at.
const LISTS: [(&str, Space); 9] = [
    ("figures", Space::Figures),
    ("funding.contributions", Space::Contributions),
    ("funding.requirements", Space::Requirements),
    ("events", Space::Events),
    ("next_steps", Space::NextSteps),
    ("meetings", Space::Meetings),
    ("threats", Space::Threats),
    ("progress", Space::Lines),
    ("references", Space::References),
];

impl<'a> Pointable<'a> {
    /// Of a tree, in which these computed values are left out.
    pub fn new(tree: &'a Node, left_out: &'a [&'a str]) -> Self {
        let mut ids = HashMap::new();
        for (list, space) in LISTS {
            for item in tree.at(list).and_then(Node::as_seq).unwrap_or(&[]) {
                if let Some(id) = item.id() {
                    ids.entry(id).or_insert((space, item));
                }
            }
        }
        Self { tree, ids, left_out }
    }

    /// The thing that a path begins with, and what it asks of it. Ids may have dots.
    pub fn thing<'p>(&self, path: &'p str) -> Option<(Space, &'a Node, Option<&'p str>)> {
        let ends = std::iter::once(path.len()).chain(path.rmatch_indices('.').map(|(at, _)| at));
        ends.into_iter().find_map(|end| {
            let (space, node) = self.ids.get(&path[..end])?;
            Some((*space, *node, path[end..].strip_prefix('.')))
        })
    }

    /// Whether the tree has anything in a section.
    pub fn has_section(&self, section: &str) -> bool {
        self.tree.get(section).is_some()
    }

    /// Whether a path leads to a value.
    pub fn leads(&self, path: &str) -> bool {
        let has = |node: &Node, key: &str| node.get(key).is_some();
        let open = |value: &str| !self.left_out.contains(&value);
        match self.thing(path) {
            Some((_, _, None)) => true,
            Some((space, node, Some(field))) => match (space, field) {
                (Space::Meetings, "on") => has(node, "date"),
                (Space::Requirements, "gap" | "received" | "funded") => open(COVER),
                (Space::Lines, field) if field.starts_with("projects.") => has(node, "projects"),
                (_, field) => has(node, field),
            },
            None => match path {
                "period" => self.tree.at("edition.period").is_some(),
                "returnees.returned" | "returnees.displaced" => {
                    open(TOTAL) && self.tree.at("returnees.displaced").is_some()
                }
                path if path.starts_with("edition.") || path.starts_with("partners.") => {
                    self.tree.at(path).is_some()
                }
                _ => false,
            },
        }
    }
}

/// The paths of the placeholders of a message, in all its forms, and what chooses among them.
pub(super) fn paths(message: &Node) -> Vec<&str> {
    let mut found = Vec::new();
    match &message.data {
        Data::Scalar(text, _) => in_text(text, &mut found),
        Data::Map(entries) => {
            for entry in entries {
                match entry.value.as_text() {
                    Some(path) if entry.key == "by" => found.push(path.trim()),
                    Some(text) => in_text(text, &mut found),
                    None => {}
                }
            }
        }
        Data::Seq(_) => {}
    }
    found
}

fn in_text<'a>(text: &'a str, found: &mut Vec<&'a str>) {
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            rest = after;
            continue;
        }
        let Some((body, after)) = rest.split_once('}') else { break };
        found.push(body.split(':').next().unwrap_or(body).trim());
        rest = after;
    }
}
