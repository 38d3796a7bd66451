//! Tree -> types: runs a type's own `Deserialize` over the tree until it has said everything.
//!
//! A derived implementation stops at its first complaint. Reading does not consume the tree, so the value
//! complained of is set aside and the same implementation runs again. A complaint that only follows from
//! what was set aside is dropped.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use super::node::Node;
use super::value::{Trail, Walk};
use crate::diag::Finding;

/// Complaints after which reading gives up.
const MOST: usize = 100;

/// Reads a value of a type from the tree.
///
/// # Errors
///
/// Every complaint of the type (`TY..`), each at its value, with the places that the value replaced.
pub fn from_node<T: DeserializeOwned>(node: &Node) -> Result<T, Vec<Finding>> {
    let mut aside = HashSet::new();
    let mut findings = Vec::new();
    loop {
        let fault = match T::deserialize(Walk { node, trail: &Trail::Root, aside: &aside }) {
            Ok(value) if findings.is_empty() => return Ok(value),
            Ok(_) => return Err(findings),
            Err(fault) => fault,
        };
        let (address, finding) = fault.into_finding();
        findings.extend(finding);
        if findings.is_empty() {
            findings.push(Finding::error("TY05", "the data cannot be read").at(node.span, ""));
        }
        if address.is_empty() || findings.len() >= MOST || !aside.insert(address) {
            return Err(findings);
        }
    }
}
