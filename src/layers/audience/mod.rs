//! The merged tree -> the tree that one audience may see: without what is marked above it, without what is nothing
//! or false without that, and without everything that only what is withheld used.
//!
//! Everything after this reads an ordinary tree and cannot know what was in the whole one; values that are
//! computed over a list with withheld entries are left out or, where the house releases them, become typed values
//! under `projection`. What `shape` does not list as something an entry may lose withholds the entry, so that
//! a key that is added to the model is safe before anybody has thought of it.
//!
//! What this cannot know: whether words say what is withheld. It makes an edition independent of *marked* values
//! only; `verify::leaks` proves that it does.

mod computed;
mod marks;
mod policy;
mod record;
mod settle;
mod shape;
mod slots;
#[cfg(test)]
mod tests;
mod texts;
mod vary;
mod withhold;

use std::collections::{BTreeSet, HashMap};

use ecow::EcoVec;

pub use self::marks::{CARRIED, Label, carried, examine, labels, settled_entries, unmarked};
pub use self::policy::{COMPUTED, Ladder, Policy, TLP, audiences, label_of};
pub use self::vary::{Holds, Id, Leaf, Secrets, Twinned, Variation, secrets};
pub use self::withhold::{Cause, Withheld};

use self::computed::{entry, scalar};
use self::settle::with;
use self::shape::{Space, is_item};
use self::slots::Pointable;
use self::texts::{Gone, Ground};
use self::withhold::{Lost, Walk, ids};
use crate::diag::{Finding, Span};
use crate::yaml::{Data, Entry, Node};

/// The tree of one audience, with what it is without.
#[derive(Debug, Clone)]
pub struct Projected {
    /// The tree; the audience's own layer goes over it, and then it is [`settled`](Self::settled).
    pub tree: Node,
    /// What was taken out, in no order. Something inside something else may come twice.
    pub withheld: Vec<Withheld>,
    /// Computed values that are released: what is behind them is no secret as a whole.
    pub released: Vec<&'static str>,
    gone: Gone,
}

/// Takes out of a merged tree what an audience does not see.
///
/// Findings: AU05 for a text or entry that is withheld without being marked, AU07 for a computed value
/// that is not released because too few are behind it.
pub fn project(whole: &Node, policy: &Policy, findings: &mut Vec<Finding>) -> Projected {
    let known = ids(whole);
    let mut by_text = Lost::new();
    let texts = texts::all(whole);
    let mut gone = Gone::default();
    let mut walk = Walk { policy: Some(policy), lost: &Lost::new(), log: Vec::new() };
    let mut tree = walk.tree(whole);
    let mut log = walk.log;
    let mut lost = missing(&known, &tree, &by_text);
    loop {
        // First all that goes without a look at texts, so that computed values are judged by the whole of it.
        loop {
            let mut walk = Walk { policy: None, lost: &lost, log: Vec::new() };
            tree = walk.tree(&tree);
            if walk.log.is_empty() {
                break;
            }
            log.extend(walk.log);
            lost = missing(&known, &tree, &by_text);
        }
        let touched = computed::touched(&log);
        let (released, _) = computed::released(whole, &tree, &touched, &policy.released, &mut Vec::new());
        let left_out: Vec<&str> = touched.iter().filter(|name| !released.contains(name)).copied().collect();
        let ground = Ground {
            whole,
            policy,
            before: &Pointable::new(whole, &[]),
            now: &Pointable::new(&tree, &left_out),
            lost: &lost,
            behind: behind(&log, &left_out),
        };
        let (follow, changed) = gone.update(&texts, &ground, findings);
        by_text.extend(follow.into_iter().map(|(space, id, span)| ((space, id), span)));
        if !changed {
            break;
        }
        lost = missing(&known, &tree, &by_text);
    }
    follows(&log, &by_text, policy, findings);
    let touched = computed::touched(&log);
    let (released, values) = computed::released(whole, &tree, &touched, &policy.released, findings);
    log.extend(gone.log(&texts));
    let left_out: Vec<&str> = touched.iter().filter(|name| !released.contains(name)).copied().collect();
    if !touched.is_empty() {
        log.extend(typed_totals(&tree, &touched));
        tree = without_typed_totals(&tree, &touched);
    }
    if let Some(text) = tree.get("text").cloned() {
        let named = |id: &str| !lost.keys().any(|(_, known)| known == id);
        tree = with(&tree, "text", |_| Some(gone.without(&text, named)));
    }
    tree = headed(&tree, policy);
    let shown = gone.of_shown(&texts, &lost);
    tree = noted(&tree, policy, &shown, &left_out, values);
    Projected { tree, withheld: log, released, gone }
}

impl Projected {
    /// The tree, over which an audience's own layer may lie by now, without what nothing in it uses.
    ///
    /// Findings: AU06 for an edition without a title.
    pub fn settled(tree: &Node, findings: &mut Vec<Finding>) -> Node {
        let master = tree.at("edition.master").and_then(Node::as_text).unwrap_or_default();
        let withheld = tree.at("projection.texts").and_then(Node::as_seq).unwrap_or(&[]);
        let untitled = withheld.iter().any(|key| key.as_text() == Some("title"));
        if untitled && tree.get("text").and_then(|it| it.get(master)?.get("title")).is_none() {
            let place = tree.at("edition").map_or(tree.span, |head| head.span);
            findings.push(
                Finding::error("AU06", "the title is withheld, and no edition is without one")
                    .at(place, "this edition")
                    .path("text.title")
                    .help("give the audience a title of its own in `audiences/<name>.yaml`"),
            );
        }
        settle::settled(tree)
    }

    /// The tree of the record of translations as the audience may have it; `tree` is the settled tree.
    pub fn record(&self, record: &Node, tree: &Node) -> Node {
        record::projected(record, &self.gone, &texts::keys(tree))
    }
}

/// The ids that stand for something in the whole tree and not in this one, and those whose texts are withheld.
fn missing(known: &HashMap<(Space, String), Span>, tree: &Node, by_text: &Lost) -> Lost {
    let now = ids(tree);
    let gone = known.iter().filter(|(id, _)| !now.contains_key(*id));
    let mut lost: Lost = gone.map(|(id, span)| (id.clone(), *span)).collect();
    lost.extend(by_text.iter().map(|(id, span)| (id.clone(), *span)));
    lost
}

/// The place of something that a computed value was taken over.
fn behind(log: &[Withheld], touched: &[&str]) -> Option<Span> {
    let first = touched.first()?.split('.').next()?;
    log.iter().find(|it| it.pattern.starts_with(first)).map(|it| it.node.span)
}

/// AU05: entries that are withheld without being marked.
fn follows(log: &[Withheld], by_text: &Lost, policy: &Policy, findings: &mut Vec<Finding>) {
    for it in log {
        let Cause::Follows(place) = it.cause else { continue };
        let told = by_text.values().any(|text| *text == place);
        if told
            || !is_item(&it.pattern)
            || matches!(it.pattern.as_str(), "corrections[]" | "funding.adversary[]")
        {
            continue;
        }
        let message =
            format!("`{}` is withheld from `{}`, since something that it needs is", it.path, policy.name);
        findings.push(
            Finding::warning("AU05", message)
                .at(it.node.span, "cannot be without it")
                .at(place, "withheld")
                .path(it.path.clone())
                .help("if that is meant, mark the entry as well: `marking: ..`"),
        );
    }
}

/// Totals as typed, which would give away what is withheld of their parts.
const TYPED: [(&str, &str, &str); 3] = [
    (computed::TOTAL, "returnees.displaced", "total"),
    (computed::COVER, "funding.requirements[]", "received"),
    (computed::COVER, "funding.requirements[]", "funded"),
];

fn without_typed_totals(tree: &Node, touched: &[&str]) -> Node {
    let mut tree = tree.clone();
    if touched.contains(&computed::TOTAL) {
        tree = with(&tree, "returnees", |it| {
            Some(with(it, "displaced", |it| Some(with(it, "total", |_| None))))
        });
    }
    if touched.contains(&computed::COVER) {
        tree = with(&tree, "funding", |it| {
            Some(with(it, "requirements", |list| {
                let items = list.as_seq()?.iter();
                let items = items.map(|it| with(&with(it, "received", |_| None), "funded", |_| None));
                Some(Node { data: Data::Seq(items.collect()), ..list.clone() })
            }))
        });
    }
    tree
}

fn typed_totals(tree: &Node, touched: &[&str]) -> Vec<Withheld> {
    let mut log = Vec::new();
    for (_, entry, key) in TYPED.iter().filter(|(name, ..)| touched.contains(name)) {
        let (list, many) = entry.strip_suffix("[]").map_or((*entry, false), |list| (list, true));
        let Some(node) = tree.at(list) else { continue };
        let entries = if many { node.as_seq().unwrap_or(&[]) } else { std::slice::from_ref(node) };
        for owner in entries {
            let Some(value) = owner.get(key) else { continue };
            let at = owner.id().map_or(list.to_owned(), |id| format!("{list}[{id}]"));
            log.push(Withheld {
                path: format!("{at}.{key}"),
                pattern: format!("{entry}.{key}"),
                node: value.clone(),
                cause: Cause::Follows(owner.span),
            });
        }
    }
    log
}

/// The head for the audience: its label, and its name alone; and a house that has no audiences.
fn headed(tree: &Node, policy: &Policy) -> Node {
    let tree =
        with(tree, "house", |house| Some(with(&with(house, "audiences", |_| None), "markings", |_| None)));
    with(&tree, "edition", |head| {
        let audience = |it: &Node| {
            let name = scalar(&policy.name, it.span);
            Some(Node { data: Data::Seq(EcoVec::from([name])), ..it.clone() })
        };
        let head = with(head, "audience", audience);
        let Policy { label, .. } = policy;
        Some(match label {
            Some(label) => with(&head, "marking", |marking| {
                Some(with(marking, "label", |old| Some(scalar(label, old.span))))
            }),
            None => head,
        })
    })
}

/// What the later stages must know: that nothing is missing which is withheld, and what takes the place of
/// computed values.
fn noted(tree: &Node, policy: &Policy, texts: &[&str], left_out: &[&str], values: Option<Node>) -> Node {
    let span = tree.at("edition").map_or(tree.span, |head| head.span);
    let list = |words: &[&str]| {
        let words: EcoVec<Node> = words.iter().map(|word| scalar(word, span)).collect();
        Node::new(span, Data::Seq(words))
    };
    let mut note = EcoVec::from([entry("audience", scalar(&policy.name, span), span)]);
    for (key, words) in [("texts", texts), ("left_out", left_out)] {
        if !words.is_empty() {
            note.push(entry(key, list(words), span));
        }
    }
    note.extend(values.map(|values| entry("released", values, span)));
    let mut entries: EcoVec<Entry> = tree.as_map().unwrap_or(&[]).iter().cloned().collect();
    entries.push(entry("projection", Node::new(span, Data::Map(note)), span));
    Node { data: Data::Map(entries), ..tree.clone() }
}

/// The patterns of everything that a released value is computed from.
pub fn behind_released(released: &[&str]) -> BTreeSet<&'static str> {
    let mut patterns = BTreeSet::new();
    for name in released {
        patterns.extend(match *name {
            computed::TOTALS | computed::COVER => ["funding.contributions[]"],
            computed::TOTAL => ["returnees.displaced.rows[]"],
            _ => ["commitments[]"],
        });
    }
    patterns
}
