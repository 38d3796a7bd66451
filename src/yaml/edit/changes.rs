//! Changes -> replacements of bytes, as many at once as do not meet; the rest waits for the new layout.

use super::layout::{Kind, Layout, Pair, Piece};
use super::net::Tree;
use super::scalar;
use super::shape::Manner;
use super::splice::Splice;
use super::{NewValue, block, flow};
use crate::yaml::path::Step;

/// A file that is being changed.
pub(super) struct Page<'t> {
    pub text: &'t str,
    pub layout: &'t Layout,
    pub manner: Manner,
}

/// A value that is there, with what it hangs from.
#[derive(Clone, Copy)]
pub(super) struct Slot<'t> {
    pub piece: &'t Piece,
    /// Behind its colon or dash; none at the top, and for a key alone in brackets.
    pub mark: Option<usize>,
    /// Where its key or dash starts.
    pub start: usize,
    pub in_list: bool,
    /// Whether it stands in brackets.
    pub in_flow: bool,
}

/// One change.
#[derive(Clone)]
pub(super) struct Op<'a> {
    path: Vec<Step<'a>>,
    act: Act<'a>,
    /// The entries of the new map that it belongs to.
    siblings: Option<&'a [(String, String)]>,
}

#[derive(Clone, Copy)]
enum Act<'a> {
    /// Put a text.
    Text(&'a str),
    /// Put a number.
    Number(&'a str),
    /// Put a map.
    Map(&'a [(String, String)]),
    /// Remove what is not among these keys from a map.
    Only(&'a [(String, String)]),
}

impl<'a> Op<'a> {
    pub fn new(path: Vec<Step<'a>>, value: &'a NewValue) -> Self {
        let act = match value {
            NewValue::Text(text) => Act::Text(text),
            NewValue::Number(text) => Act::Number(text),
            NewValue::Map(pairs) => Act::Map(pairs),
        };
        Self { path, act, siblings: None }
    }

    /// The changes of the entries of a map that is there.
    fn parts(&self, pairs: &'a [(String, String)]) -> Vec<Self> {
        let put = |(key, text): &'a (String, String)| {
            let path = self.path.iter().copied().chain([Step::Key(key)]).collect();
            Self { path, act: Act::Text(text), siblings: Some(pairs) }
        };
        let only = Self { path: self.path.clone(), act: Act::Only(pairs), siblings: None };
        pairs.iter().map(put).chain([only]).collect()
    }

    fn value(&self) -> Tree {
        match self.act {
            Act::Text(text) => Tree::Text(text.to_owned()),
            Act::Number(text) => Tree::Number(text.to_owned()),
            Act::Map(pairs) | Act::Only(pairs) => Tree::map(pairs),
        }
    }
}

/// A change that cannot be made, and why.
pub(super) type Refused<'a> = (Vec<Step<'a>>, String);

/// What a change comes down to.
enum Plan<'a> {
    Splices(Vec<Splice>),
    /// These now, and the same change again.
    More(Vec<Splice>),
    Parts(Vec<Op<'a>>),
}

pub(super) struct Planner<'t, 'a> {
    page: Page<'t>,
    order: &'t dyn Fn(&[Step<'_>]) -> Vec<String>,
    splices: Vec<Splice>,
    left: Vec<Op<'a>>,
}

impl<'t, 'a> Planner<'t, 'a> {
    pub fn new(text: &'t str, layout: &'t Layout, order: &'t dyn Fn(&[Step<'_>]) -> Vec<String>) -> Self {
        let page = Page { text, layout, manner: Manner::of(text, layout) };
        Self { page, order, splices: Vec::new(), left: Vec::new() }
    }

    /// Plans one change, or keeps it for the next round.
    pub fn plan(&mut self, op: Op<'a>) -> Result<(), Refused<'a>> {
        let plan = self.way(&op).map_err(|reason| (op.path.clone(), reason))?;
        let (splices, again) = match plan {
            Plan::Parts(parts) => return parts.into_iter().try_for_each(|part| self.plan(part)),
            Plan::Splices(splices) => (splices, false),
            Plan::More(splices) => (splices, true),
        };
        let meets = splices.iter().any(|new| self.splices.iter().any(|known| known.meets(new)));
        if meets || again {
            self.left.push(op);
        }
        if !meets {
            self.splices.extend(splices);
        }
        Ok(())
    }

    /// The replacements to make now and the changes that are left.
    pub fn finish(self) -> (Vec<Splice>, Vec<Op<'a>>) {
        (self.splices, self.left)
    }

    /// Follows the way of a change as far as it goes.
    fn way(&self, op: &Op<'a>) -> Result<Plan<'a>, String> {
        let Some(root) = &self.page.layout.root else {
            return block::begin(&self.page, None, &Tree::below(&op.path, op.value())).map(Plan::Splices);
        };
        let mut slot =
            Slot { piece: root, mark: None, start: root.range.start, in_list: false, in_flow: false };
        for (depth, step) in op.path.iter().enumerate() {
            let Slot { piece, .. } = slot;
            if piece.bound {
                return Err("an anchor, an alias or a tag stands on the way to it".to_owned());
            }
            if piece.is_vacant() {
                return self.replace(slot, &Tree::below(&op.path[depth..], op.value())).map(Plan::Splices);
            }
            let rest = &op.path[depth + 1..];
            slot = match (&piece.kind, step) {
                (Kind::Map { pairs, flow }, Step::Key(key)) => match pairs.iter().find(|it| it.key == *key) {
                    Some(pair) => Slot {
                        piece: &pair.value,
                        mark: pair.colon,
                        start: pair.place.start,
                        in_list: false,
                        in_flow: *flow,
                    },
                    None => {
                        let keys = match op.siblings {
                            Some(siblings) => siblings.iter().map(|(key, _)| key.clone()).collect(),
                            None => (self.order)(&op.path[..depth]),
                        };
                        let insert = if *flow { flow::insert } else { block::insert };
                        let (beside, new) = (Beside::find(key, pairs, &keys), Tree::below(rest, op.value()));
                        return insert(&self.page, slot, pairs, beside, key, &new).map(Plan::Splices);
                    }
                },
                (Kind::Seq { items, flow }, Step::Item(index, _)) => match items.get(*index) {
                    Some(item) => Slot {
                        piece: &item.value,
                        mark: item.dash,
                        start: item.dash.map_or(item.value.range.start, |dash| dash - 1),
                        in_list: true,
                        in_flow: *flow,
                    },
                    None => {
                        let mut new = vec![Tree::Text(String::new()); index - items.len()];
                        new.push(Tree::below(rest, op.value()));
                        let splices = match flow {
                            true => Ok(flow::append(items, &new)),
                            false => block::append(&self.page, items, &new),
                        };
                        return splices.map(Plan::Splices);
                    }
                },
                (kind, _) => {
                    let (found, expected) = match kind {
                        Kind::Map { .. } => ("a map", "a list"),
                        Kind::Seq { .. } => ("a list", "a map"),
                        Kind::Scalar { .. } => ("a text", "a map or a list"),
                    };
                    return Err(format!("{found} stands where {expected} should"));
                }
            };
        }
        self.arrive(slot, op)
    }

    /// Changes a value that is there.
    fn arrive(&self, slot: Slot<'_>, op: &Op<'a>) -> Result<Plan<'a>, String> {
        match (&slot.piece.kind, op.act) {
            _ if slot.piece.is_tied() => Err("it has an anchor, an alias or a tag".to_owned()),
            (Kind::Map { pairs, flow }, Act::Only(keys)) => {
                let gone = |pair: &&Pair| !keys.iter().any(|(key, _)| *key == pair.key);
                let splices = match pairs.iter().position(|pair| gone(&pair)) {
                    None => return Ok(Plan::Splices(Vec::new())),
                    // Its new entries come first.
                    Some(_) if pairs.iter().all(|pair| gone(&pair)) => return Ok(Plan::More(Vec::new())),
                    Some(at) if *flow => flow::remove(&self.page, pairs, at),
                    Some(at) => block::remove(&self.page, pairs, at),
                };
                splices.map(Plan::More)
            }
            (_, Act::Only(_)) => Ok(Plan::Splices(Vec::new())),
            (Kind::Scalar { text, .. }, Act::Text(new) | Act::Number(new)) if scalar::is_same(text, new) => {
                Ok(Plan::Splices(Vec::new()))
            }
            (Kind::Map { .. }, Act::Map(pairs)) if !slot.piece.is_vacant() => {
                Ok(Plan::Parts(op.parts(pairs)))
            }
            (Kind::Seq { .. }, _) if !slot.piece.is_vacant() => Err("it is a list".to_owned()),
            _ => self.replace(slot, &op.value()).map(Plan::Splices),
        }
    }

    fn replace(&self, slot: Slot<'_>, value: &Tree) -> Result<Vec<Splice>, String> {
        let is_root = self.page.layout.root.as_ref().is_some_and(|root| std::ptr::eq(root, slot.piece));
        match slot.mark {
            _ if is_root => block::begin(&self.page, Some(slot.piece), value),
            _ if slot.in_flow => flow::replace(&self.page, slot, value),
            Some(mark) => block::replace(&self.page, slot, mark, value),
            None => Err("its key has no colon".to_owned()),
        }
    }
}

/// Where a new entry goes in a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    After(usize),
    Before(usize),
}

impl Beside {
    /// After the nearest of the keys before it that is there, else before the nearest after it, else at the end.
    fn find(key: &str, pairs: &[Pair], keys: &[String]) -> Self {
        let there = |key: &String| pairs.iter().position(|pair| pair.key == *key);
        let own = keys.iter().position(|known| known == key);
        let before = own.and_then(|own| keys[..own].iter().rev().find_map(there));
        let after = own.and_then(|own| keys[own..].iter().find_map(there));
        match (before, after) {
            (Some(before), _) => Self::After(before),
            (None, Some(after)) => Self::Before(after),
            (None, None) => Self::After(pairs.len().saturating_sub(1)),
        }
    }
}

impl Page<'_> {
    /// Refuses to remove a range with a comment in it.
    pub fn without_comments(&self, range: std::ops::Range<usize>) -> Result<(), String> {
        match self.layout.comments(self.text, range).first() {
            Some(comment) => Err(format!("the comment `{comment}` would be lost")),
            None => Ok(()),
        }
    }
}
