//! Paths into the tree: `figures[liberated].value`, with the id of a list's entry, or its index from 0.

use std::fmt::Write;

use super::node::Node;

/// One step down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To an entry of a list, with its id if it has one.
    Item(usize, Option<&'a str>),
}

impl Step<'_> {
    /// Appends the step to a written path.
    pub fn write(self, path: &mut String) {
        let dot = if path.is_empty() { "" } else { "." };
        let _ = match self {
            Self::Key(key) if key.is_empty() || key.contains(['.', '[', ']', '"']) => {
                write!(path, "{dot}\"{key}\"")
            }
            Self::Key(key) => write!(path, "{dot}{key}"),
            Self::Item(_, Some(id)) => write!(path, "[{id}]"),
            Self::Item(index, None) => write!(path, "[{index}]"),
        };
    }

    /// The written path one step further.
    pub fn after(self, path: &str) -> String {
        let mut path = path.to_owned();
        self.write(&mut path);
        path
    }
}

/// Follows a written path.
pub(super) fn find<'a>(root: &'a Node, path: &str) -> Option<&'a Node> {
    let (mut node, mut rest) = (root, path.trim());
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (name, after) = inner.split_once(']')?;
            node = item(node, name)?;
            rest = after;
        } else {
            let body = rest.strip_prefix('.').unwrap_or(rest);
            let (key, after) = match body.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => body.split_at(body.find(['.', '[']).unwrap_or(body.len())),
            };
            node = node.get(key)?;
            rest = after;
        }
    }
    Some(node)
}

fn item<'a>(list: &'a Node, name: &str) -> Option<&'a Node> {
    let items = list.as_seq()?;
    let by_id = items.iter().find(|item| item.id() == Some(name));
    by_id.or_else(|| items.get(name.parse::<usize>().ok()?))
}
