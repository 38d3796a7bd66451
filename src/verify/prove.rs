//! A listed file -> what is proven of it, by its manifest and by itself together.

use std::path::Path;

use super::examine::{Workshop, examine};
use super::folder::Target;
use super::verdict::{Verdict, advised};
use crate::diag::{Finding, Severity};
use crate::digest::Digest;
use crate::press::Record;

/// What is proven of one file.
#[derive(Debug, Clone)]
pub struct Proof {
    /// In one word.
    pub verdict: Verdict,
    /// Whether it has the hash that its manifest gives; none if no manifest lists it.
    pub intact: Option<bool>,
    /// Its hash.
    pub sha256: Digest,
    /// What speaks against it, or should be known.
    pub findings: Vec<Finding>,
    /// What a PDF for the record says of itself.
    pub record: Option<Record>,
}

/// Proves a file of these bytes, which findings call `file`. Without a workshop, by its manifest alone.
pub fn prove(file: &str, target: &Target, bytes: &[u8], workshop: Option<&Workshop<'_>>) -> Proof {
    let sha256 = Digest::of(bytes);
    let intact = target.listed.map(|listed| listed == sha256);
    let mut proof = Proof { verdict: Verdict::Intact, intact, sha256, findings: Vec::new(), record: None };
    match workshop.filter(|_| is_pdf(&target.path, bytes)) {
        Some(workshop) => {
            let examined = examine(file, bytes, workshop);
            (proof.verdict, proof.findings, proof.record) =
                (examined.verdict, examined.findings, examined.record);
        }
        None if intact.is_none() => {
            proof.verdict = Verdict::Unlisted;
            let message = format!("`{file}` is listed in no manifest");
            proof.findings.push(Finding::error("VE03", message));
        }
        None => {}
    }
    match (intact, proof.verdict) {
        // The manifest says what the file cannot say itself.
        (Some(true), Verdict::NoSources) => {
            proof.verdict = Verdict::Intact;
            proof.findings.clear();
        }
        (Some(true), Verdict::SameText) => {
            proof.verdict = Verdict::Intact;
            proof.findings.iter_mut().for_each(|finding| finding.severity = Severity::Warning);
        }
        (Some(false), verdict) => {
            let finding = Finding::error("VE01", format!("`{file}` is not the file that its manifest lists"));
            let finding = match verdict {
                Verdict::Reproduced => finding.help("it is what its own data give: build the edition again"),
                _ => finding.help("take the file from a copy, or build the edition again"),
            };
            proof.findings.insert(0, finding);
            if verdict.is_proven() {
                proof.verdict = Verdict::Changed;
            }
        }
        _ => {}
    }
    proof.findings = proof.findings.into_iter().map(advised).collect();
    proof
}

fn is_pdf(path: &Path, bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}
