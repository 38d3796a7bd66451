//! What only withheld things used goes with them: sources, names, metrics.
//!
//! What stays is told from what is shown alone, never from what was taken out: a name that is kept because nothing
//! uses it would tell those from which something was withheld.

use std::collections::HashSet;

use ecow::EcoVec;

use super::marks::below;
use super::shape::{SOURCES, Space, reference};
use crate::yaml::{Data, Entry, Node};

/// The tree with only those sources, organizations, places and metrics that something in it uses.
pub(super) fn settled(tree: &Node) -> Node {
    let mut used = Used::default();
    used.visit(tree, "", &|key| key != SOURCES);
    let tree = keep_list(tree, SOURCES, |item| item.id().is_some_and(|id| used.has(Space::Sources, id)));
    used.visit(&tree, "", &|key| key == SOURCES);
    used.measures(&tree);
    used.maps(&tree);
    let tree = keep(&tree, "metrics", |key| used.has(Space::Metrics, key));
    let tree = keep(&tree, "orgs", |key| used.has(Space::Names, key));
    let tree = keep(&tree, "places", |key| used.has(Space::Names, key));
    comparable(&tree, &used)
}

/// The ids that something points at.
#[derive(Default)]
struct Used {
    ids: HashSet<(Space, String)>,
}

impl Used {
    fn has(&self, space: Space, id: &str) -> bool {
        self.ids.contains(&(space, id.to_owned()))
    }

    fn add(&mut self, space: Space, id: &str) {
        self.ids.insert((space, id.to_owned()));
    }

    fn visit(&mut self, node: &Node, pattern: &str, root: &dyn Fn(&str) -> bool) {
        match &node.data {
            Data::Scalar(id, _) => {
                for space in reference(pattern).unwrap_or(&[]) {
                    self.add(*space, id);
                }
            }
            Data::Seq(items) => {
                let pattern = format!("{pattern}[]");
                items.iter().for_each(|item| self.visit(item, &pattern, root));
            }
            Data::Map(entries) => {
                for entry in entries.iter().filter(|entry| !pattern.is_empty() || root(&entry.key)) {
                    self.visit(&entry.value, &below(pattern, &entry.key), root);
                }
            }
        }
    }

    /// What the metrics in use are shares of.
    fn measures(&mut self, tree: &Node) {
        let mut open: Vec<String> =
            self.ids.iter().filter(|(space, _)| *space == Space::Metrics).map(|(_, id)| id.clone()).collect();
        while let Some(metric) = open.pop() {
            let Some(of) = tree.get("metrics").and_then(|it| it.get(&metric)?.get("of")) else { continue };
            for place in of.get("place").and_then(Node::as_seq).unwrap_or(&[]) {
                self.add(Space::Names, place.as_text().unwrap_or_default());
            }
            let whole = of.get("metric").and_then(Node::as_text);
            if let Some(whole) = whole.filter(|whole| !self.has(Space::Metrics, whole)) {
                self.add(Space::Metrics, whole);
                open.push(whole.to_owned());
            }
        }
    }

    /// The countries of the places in use; where a map of one is drawn, all its tiles.
    fn maps(&mut self, tree: &Node) {
        let places = tree.get("places").and_then(Node::as_map).unwrap_or(&[]);
        let iso = |place: &Node| place.get("iso").and_then(Node::as_text).map(str::to_owned);
        let of = |id: &str| places.iter().find(|it| it.key == id).and_then(|it| iso(&it.value));
        let rows = tree.at("returnees.displaced.rows").and_then(Node::as_seq).unwrap_or(&[]);
        let rows = rows.iter().filter_map(|row| of(row.get("place")?.as_text()?));
        let mapped: HashSet<String> = rows.collect();
        for place in places {
            let country = iso(&place.value);
            let tiled =
                place.value.get("tile").is_some() && country.as_ref().is_some_and(|it| mapped.contains(it));
            if tiled {
                self.add(Space::Names, &place.key);
            }
        }
        mapped.iter().for_each(|country| self.add(Space::Names, country));
    }
}

/// Metrics without the names of those that are not there.
fn comparable(tree: &Node, used: &Used) -> Node {
    let Some(metrics) = tree.get("metrics").and_then(Node::as_map) else { return tree.clone() };
    let metrics: EcoVec<Entry> = metrics
        .iter()
        .map(|metric| {
            let mut value = keep_list(&metric.value, "not_comparable_with", |other| {
                other.as_text().is_some_and(|other| used.has(Space::Metrics, other))
            });
            let from = value.at("derived.from").and_then(Node::as_text).map(str::to_owned);
            if from.is_some_and(|from| !used.has(Space::Metrics, &from)) {
                value = with(&value, "derived", |_| None);
            }
            Entry { value, ..metric.clone() }
        })
        .collect();
    with(tree, "metrics", |node| Some(Node { data: Data::Map(metrics.clone()), ..node.clone() }))
}

/// The tree with fewer keys in one of its maps; without the map if none is left.
fn keep(tree: &Node, map: &str, keeps: impl Fn(&str) -> bool) -> Node {
    with(tree, map, |node| {
        let kept: EcoVec<Entry> = node.as_map()?.iter().filter(|it| keeps(&it.key)).cloned().collect();
        (!kept.is_empty()).then(|| Node { data: Data::Map(kept), ..node.clone() })
    })
}

/// The tree with fewer entries in one of its lists; without the list if none is left.
fn keep_list(tree: &Node, list: &str, keeps: impl Fn(&Node) -> bool) -> Node {
    with(tree, list, |node| {
        let kept: EcoVec<Node> = node.as_seq()?.iter().filter(|it| keeps(it)).cloned().collect();
        (!kept.is_empty()).then(|| Node { data: Data::Seq(kept), ..node.clone() })
    })
}

/// The map with another value under a key, or without the key.
pub(super) fn with(map: &Node, key: &str, value: impl Fn(&Node) -> Option<Node>) -> Node {
    let Some(entries) = map.as_map() else { return map.clone() };
    let entries = entries.iter().filter_map(|entry| match entry.key == key {
        true => Some(Entry { value: value(&entry.value)?, ..entry.clone() }),
        false => Some(entry.clone()),
    });
    Node { data: Data::Map(entries.collect()), ..map.clone() }
}
