//! Rules over a dossier: numbers that must agree with each other, words that would go stale.
//!
//! Reading has already refused what is malformed, unknown or incomplete; these rules look at what
//! is well formed and still wrong. Each has a stable code.

mod copies;
mod data;
mod levels;
mod nouns;
pub mod owed;
pub mod pages;
mod words;

pub use self::levels::judge;
pub use self::words::{Seen, kind, text_rules};

use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;

/// Runs every rule. Findings come in the order of the rules; the caller sorts them.
pub fn check(dossier: &Dossier, sources: &Sources, seen: &mut Seen) -> Vec<Finding> {
    let mut findings = data::check(dossier);
    findings.extend(nouns::check(dossier));
    findings.extend(copies::check(dossier));
    findings.extend(words::check(dossier, sources, seen));
    findings.extend(owed::check(dossier));
    findings
}

#[cfg(test)]
mod tests;
