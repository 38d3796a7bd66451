//! Rules over a dossier: numbers that must agree with each other, words that would go stale.
//!
//! Reading has already refused what is malformed, unknown or incomplete; these rules look at what
//! is well formed and still wrong. Each has a stable code.

mod data;
mod words;

use crate::diag::Finding;
use crate::dossier::Dossier;

/// Runs every rule. Findings come in the order of the rules; the caller sorts them.
pub fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut findings = data::check(&dossier.edition);
    for language in dossier.languages.values() {
        findings.extend(words::relative_dates(&language.texts));
    }
    findings
}
