//! What a reading left out, so that later rules do not complain of its absence.

use std::collections::BTreeSet;

use super::node::{Data, Node};
use crate::diag::nearest;

/// The values that a type did not take, and whatever may be missing because of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refused {
    paths: BTreeSet<String>,
    ids: BTreeSet<String>,
    unread: bool,
}

impl Refused {
    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.unread
    }

    /// Whether the value at a path, or one around it, was left out.
    pub fn covers(&self, path: &str) -> bool {
        self.paths.iter().any(|refused| below(path, refused).is_some())
    }

    /// Whether the value at a path, or any inside it, was left out.
    pub fn within(&self, path: &str) -> bool {
        self.paths.iter().any(|refused| below(refused, path).is_some())
    }

    /// Whether one of these keys of the map at a path was left out, under its name or a mistyped one.
    pub fn any_of(&self, path: &str, keys: &[&str]) -> bool {
        let inside = self.paths.iter().filter_map(|refused| below(refused, path)?.strip_prefix('.'));
        let mut refused = inside.map(|rest| rest.split(['.', '[']).next().unwrap_or(rest));
        refused.any(|key| keys.contains(&key) || nearest(key, keys).is_some())
    }

    /// Whether a whole section was left out that was meant to be this one.
    pub fn mistyped(&self, section: &str) -> bool {
        let mut sections = self.paths.iter().filter(|path| !path.contains(['.', '[']));
        sections.any(|typed| typed != section && nearest(typed, &[section]).is_some())
    }

    /// Whether a value under this key was left out anywhere.
    pub fn names(&self, key: &str) -> bool {
        self.paths.iter().any(|path| path.strip_suffix(key).is_some_and(|rest| rest.ends_with('.')))
    }

    /// Whether something of the entry with this id was left out, or may have been: with a whole file.
    pub fn concerns(&self, id: &str) -> bool {
        self.unread || self.ids.contains(id)
    }

    /// Notes that a whole file could not be read, so that any id may stand in it.
    pub fn unread(&mut self) {
        self.unread = true;
    }

    /// Notes a value by its path, its address in the tree, and whether it is left out with all that
    /// it holds.
    pub(super) fn note(&mut self, path: String, root: &Node, address: &[usize], whole: bool) {
        // Whatever points at the id that was meant is not at fault.
        self.unread |= path.ends_with(".id");
        self.paths.insert(path);
        let mut node = root;
        for (depth, index) in address.iter().enumerate() {
            let (key, next) = match &node.data {
                Data::Map(entries) => match entries.get(*index) {
                    Some(entry) => (Some(&entry.key), &entry.value),
                    None => return,
                },
                Data::Seq(items) => match items.get(*index) {
                    Some(item) => (None, item),
                    None => return,
                },
                Data::Scalar(..) => return,
            };
            // Units, metrics, places and organizations have their ids as keys.
            self.ids.extend(key.filter(|_| depth == 1).map(|key| key.to_string()));
            self.ids.extend(next.id().map(str::to_owned));
            node = next;
        }
        if whole {
            if let (Data::Map(entries), 1) = (&node.data, address.len()) {
                self.ids.extend(entries.iter().map(|entry| entry.key.to_string()));
            }
            self.all_ids(node);
        }
    }

    fn all_ids(&mut self, node: &Node) {
        self.ids.extend(node.id().map(str::to_owned));
        match &node.data {
            Data::Map(entries) => entries.iter().for_each(|entry| self.all_ids(&entry.value)),
            Data::Seq(items) => items.iter().for_each(|item| self.all_ids(item)),
            Data::Scalar(..) => {}
        }
    }
}

/// What is left of a path below another; `None` if it does not lead there.
fn below<'a>(path: &'a str, above: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(above)?;
    (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
}
