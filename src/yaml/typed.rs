//! Tree -> types: runs a type's own `Deserialize` over the tree until it has said everything.
//!
//! A derived implementation stops at its first complaint. Reading does not consume the tree, so the value
//! complained of is set aside and the same implementation runs again. A complaint that only follows from
//! what was set aside is dropped.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use super::fault::Told;
use super::limits::Limits;
use super::node::{Data, Entry, Node};
use super::read;
use super::refused::Refused;
use super::value::{Trail, Walk};
use crate::diag::{Finding, Sources, Span};

/// Complaints after which reading gives up.
const MOST: usize = 1000;

/// A value read as far as it goes.
#[derive(Debug)]
pub struct Partial<T> {
    /// The value without what was refused; `None` if the rest makes no value.
    pub value: Option<T>,
    /// Every complaint of the type (`TY..`), each at its value, with the places that the value replaced.
    pub findings: Vec<Finding>,
    /// What the value lacks because of them.
    pub refused: Refused,
}

/// Reads a value of a type from the tree.
///
/// # Errors
///
/// Every complaint of the type.
pub fn from_node<T: DeserializeOwned>(node: &Node) -> Result<T, Vec<Finding>> {
    match run(node, None) {
        Partial { value: Some(value), findings, .. } if findings.is_empty() => Ok(value),
        Partial { findings, .. } => Err(findings),
    }
}

/// Reads a value of a type from the tree without the values that the type refuses, so that rules over
/// the rest can run all the same.
///
/// `least` is a YAML text of the same shape: what it holds stands in for keys that the type needs and
/// that are missing or were refused. Elsewhere, an entry without a key that it needs is left out.
pub fn from_node_partly<T: DeserializeOwned>(node: &Node, least: &str) -> Partial<T> {
    let mut sources = Sources::new();
    let file = sources.add("(least)", "", least.to_owned());
    run(node, read::parse(file, &sources, &Limits::default()).0.as_ref())
}

fn run<T: DeserializeOwned>(node: &Node, least: Option<&Node>) -> Partial<T> {
    let mut node = node.clone();
    let mut aside = HashSet::new();
    let mut partial = Partial { value: None, findings: Vec::new(), refused: Refused::default() };
    loop {
        let fault = match T::deserialize(Walk { node: &node, trail: &Trail::Root, aside: &aside }) {
            Ok(value) => return Partial { value: Some(value), ..partial },
            Err(fault) => fault,
        };
        let Told { address, path, missing, finding } = fault.told();
        partial.findings.extend(finding);
        if partial.findings.is_empty() {
            partial.findings.push(Finding::error("TY05", "the data cannot be read").at(node.span, ""));
        }
        let stand_in = missing.and_then(|key| least?.at(&path)?.entry(key));
        let path = missing.map_or(path.clone(), |key| super::Step::Key(key).after(&path));
        partial.refused.note(path, &node, &address, stand_in.is_none());
        let goes_on = match stand_in {
            Some(entry) => add(&mut node, &address, entry),
            None => !address.is_empty() && aside.insert(address),
        };
        if !goes_on || partial.findings.len() >= MOST {
            return partial;
        }
    }
}

/// Adds an entry to the map at an address, with the map's place; whether that could be done.
fn add(node: &mut Node, address: &[usize], entry: &Entry) -> bool {
    let Some((index, rest)) = address.split_first() else {
        let Data::Map(entries) = &mut node.data else { return false };
        let value = placed(&entry.value, node.span);
        entries.push(Entry { key: entry.key.clone(), key_span: node.span, value });
        return true;
    };
    let inner = match &mut node.data {
        Data::Map(entries) => entries.make_mut().get_mut(*index).map(|entry| &mut entry.value),
        Data::Seq(items) => items.make_mut().get_mut(*index),
        Data::Scalar(..) => None,
    };
    inner.is_some_and(|inner| add(inner, rest, entry))
}

/// A copy of a node that stands at another place.
fn placed(node: &Node, span: Span) -> Node {
    let data = match &node.data {
        Data::Map(entries) => {
            let moved = |entry: &Entry| Entry {
                key: entry.key.clone(),
                key_span: span,
                value: placed(&entry.value, span),
            };
            Data::Map(entries.iter().map(moved).collect())
        }
        Data::Seq(items) => Data::Seq(items.iter().map(|item| placed(item, span)).collect()),
        scalar => scalar.clone(),
    };
    Node::new(span, data)
}
