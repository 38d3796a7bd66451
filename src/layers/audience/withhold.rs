//! The walk that withholds: what is marked, what is nothing without what is withheld, and what points at it.

use std::collections::{HashMap, HashSet};

use ecow::EcoVec;

use super::marks::{below, is_mark, is_printed, of_field, of_map};
use super::policy::Policy;
use super::shape::{
    CONTENT, SOURCES, Space, complement, is_for_the_desk, is_item, may_lose, reference, space,
};
use crate::diag::Span;
use crate::yaml::{Data, Entry, Node, Step};

/// Why something is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It carries a marking of its own, which stands here.
    Marked(Span),
    /// Nothing on its way is marked, and the audience sees only what is.
    Unmarked,
    /// It cannot be without what stands here, which is withheld.
    Follows(Span),
}

/// Something that was taken out of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Its path in the whole tree: `figures[raids].note`.
    pub path: String,
    /// The same without ids: `figures[].note`.
    pub pattern: String,
    /// What stood there.
    pub node: Node,
    /// Why.
    pub cause: Cause,
}

/// Ids that stand for something in the whole tree and for nothing any more, with the places of the things.
pub(super) type Lost = HashMap<(Space, String), Span>;

/// One walk over the tree.
pub(super) struct Walk<'a> {
    /// The markings that count; none once they have been obeyed.
    pub policy: Option<&'a Policy>,
    /// What must not be pointed at.
    pub lost: &'a Lost,
    /// What was taken out.
    pub log: Vec<Withheld>,
}

impl Walk<'_> {
    /// The tree without what is withheld.
    pub fn tree(&mut self, tree: &Node) -> Node {
        let Data::Map(entries) = &tree.data else { return tree.clone() };
        let mut kept = EcoVec::new();
        for entry in entries {
            let key = entry.key.as_str();
            let walked = CONTENT.contains(&key) || matches!(key, SOURCES | "orgs" | "places" | "edition");
            if is_mark("", key) {
                continue;
            }
            if !walked {
                kept.push(entry.clone());
                continue;
            }
            let frame = !CONTENT.contains(&key) && key != SOURCES;
            match self.field(tree, entry, "", "", frame || self.policy.is_none()) {
                Ok(value) => kept.push(Entry { value, ..entry.clone() }),
                Err(cause) => self.note(entry.key.to_string(), key, &entry.value, cause),
            }
        }
        Node { data: Data::Map(kept), ..tree.clone() }
    }

    /// A field of a map: by its mark, if it has one.
    fn field(
        &mut self,
        map: &Node,
        entry: &Entry,
        pattern: &str,
        path: &str,
        covered: bool,
    ) -> Result<Node, Cause> {
        let mark = self.policy.and_then(|policy| of_field(policy, map, &entry.key));
        if let Some(mark) = mark.filter(|mark| !mark.seen) {
            return Err(Cause::Marked(mark.span));
        }
        let path = Step::Key(&entry.key).after(path);
        self.node(&entry.value, &below(pattern, &entry.key), &path, covered || mark.is_some())
    }

    fn node(&mut self, node: &Node, pattern: &str, path: &str, covered: bool) -> Result<Node, Cause> {
        match &node.data {
            Data::Scalar(text, _) => match self.gone(pattern, text) {
                Some(place) => Err(Cause::Follows(place)),
                None => Ok(node.clone()),
            },
            Data::Seq(items) => {
                self.list(items, pattern, path, covered).map(|data| Node { data, ..node.clone() })
            }
            Data::Map(_) => self.map(node, pattern, path, covered),
        }
    }

    /// Where what a reference points at stood, if that is withheld.
    fn gone(&self, pattern: &str, id: &str) -> Option<Span> {
        let spaces = reference(pattern)?;
        spaces.iter().find_map(|space| self.lost.get(&(*space, id.to_owned())).copied())
    }

    /// A list without its withheld entries; withheld itself if nothing is left of it.
    fn list(
        &mut self,
        items: &EcoVec<Node>,
        pattern: &str,
        path: &str,
        covered: bool,
    ) -> Result<Data, Cause> {
        let pattern = format!("{pattern}[]");
        let (mut kept, mut last) = (EcoVec::new(), None);
        for (index, item) in items.iter().enumerate() {
            let path = Step::Item(index, item.id()).after(path);
            match self.node(item, &pattern, &path, covered) {
                Ok(item) => kept.push(item),
                Err(cause) => {
                    self.note(path, &pattern, item, cause);
                    last = Some(cause);
                }
            }
        }
        match last {
            Some(cause) if kept.is_empty() => Err(cause),
            _ => Ok(Data::Seq(kept)),
        }
    }

    fn map(&mut self, map: &Node, pattern: &str, at: &str, covered: bool) -> Result<Node, Cause> {
        let entries = map.as_map().unwrap_or(&[]);
        let own = self.policy.and_then(|policy| of_map(policy, map, pattern));
        if let Some(mark) = own.filter(|mark| !mark.seen) {
            return Err(Cause::Marked(mark.span));
        }
        if let (Some(space), Some(id)) = (space(pattern), map.id())
            && let Some(place) = self.lost.get(&(space, id.to_owned()))
        {
            return Err(Cause::Follows(*place));
        }
        let covered = covered || own.is_some();
        if !covered && is_item(pattern) && self.policy.is_some_and(|policy| !policy.shows_unmarked()) {
            return Err(Cause::Unmarked);
        }
        let (mut dropped, mut last): (HashSet<&str>, Option<Cause>) = (HashSet::new(), None);
        let mut kept: EcoVec<Entry> = EcoVec::new();
        for entry in entries {
            if is_mark(pattern, &entry.key) && !is_printed(pattern, &entry.key)
                || is_for_the_desk(pattern, &entry.key)
            {
                continue;
            }
            let path = Step::Key(&entry.key).after(at);
            match self.field(map, entry, pattern, at, covered) {
                Ok(value) => {
                    let shorter = |before: &Node| {
                        before.as_seq().map(<[Node]>::len) > value.as_seq().map(<[Node]>::len)
                    };
                    let needed =
                        !may_lose(pattern, &entry.key) && reference(&below(pattern, &entry.key)).is_some();
                    if needed && shorter(&entry.value) {
                        return Err(Cause::Follows(entry.value.span));
                    }
                    kept.push(Entry { value, ..entry.clone() });
                }
                Err(cause) if may_lose(pattern, &entry.key) => {
                    dropped.insert(&entry.key);
                    dropped.extend(complement(pattern, &entry.key));
                    self.note(path, &below(pattern, &entry.key), &entry.value, cause);
                    last = Some(cause);
                }
                Err(cause) => {
                    let place = match cause {
                        Cause::Marked(place) | Cause::Follows(place) => place,
                        Cause::Unmarked => entry.value.span,
                    };
                    return Err(Cause::Follows(place));
                }
            }
        }
        let beside = kept.iter().filter(|entry| dropped.contains(entry.key.as_str()));
        for entry in beside.cloned().collect::<Vec<_>>() {
            let path = Step::Key(&entry.key).after(at);
            self.note(path, &below(pattern, &entry.key), &entry.value, Cause::Follows(map.span));
        }
        kept.retain(|entry| !dropped.contains(entry.key.as_str()));
        match last {
            Some(cause) if kept.is_empty() => Err(cause),
            _ => Ok(Node { data: Data::Map(kept), ..map.clone() }),
        }
    }

    fn note(&mut self, path: String, pattern: &str, node: &Node, cause: Cause) {
        self.log.push(Withheld { path, pattern: pattern.to_owned(), node: node.clone(), cause });
    }
}

/// The ids of a tree by what they stand for, with the places of the things.
pub(super) fn ids(tree: &Node) -> HashMap<(Space, String), Span> {
    let mut found = HashMap::new();
    collect(tree, "", &mut found);
    found
}

fn collect(node: &Node, pattern: &str, found: &mut HashMap<(Space, String), Span>) {
    match &node.data {
        Data::Map(entries) => {
            if let (Some(space), Some(id)) = (space(pattern), node.id()) {
                found.insert((space, id.to_owned()), node.span);
            }
            for entry in entries.iter().filter(|entry| !pattern.is_empty() || is_walked(&entry.key)) {
                let inner = below(pattern, &entry.key);
                if inner.ends_with("{}") {
                    found.insert((Space::Names, entry.key.to_string()), entry.key_span);
                }
                collect(&entry.value, &inner, found);
            }
        }
        Data::Seq(items) => {
            let pattern = format!("{pattern}[]");
            items.iter().for_each(|item| collect(item, &pattern, found));
        }
        Data::Scalar(..) => {}
    }
}

/// Whether a section has ids.
fn is_walked(key: &str) -> bool {
    CONTENT.contains(&key) || matches!(key, SOURCES | "orgs" | "places")
}
