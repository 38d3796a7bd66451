//! Tests of reading, typing and writing, by what goes in and what comes out in full.

mod reading;
mod robust;
mod typing;
mod writing;
mod writing_trees;

use crate::diag::{FileId, Finding, Look, Sources, terminal};

use super::{Limits, Node, parse, read};

/// Registers a text as `t.yaml` without a layer.
fn source(text: &str) -> (Sources, FileId) {
    let mut sources = Sources::new();
    let file = sources.add("t.yaml", "", text.to_owned());
    (sources, file)
}

/// The tree of a text without findings.
fn tree(text: &str) -> Node {
    let (sources, file) = source(text);
    read(file, &sources).unwrap_or_else(|findings| panic!("{}", shown(&findings, &sources)))
}

fn shown(findings: &[Finding], sources: &Sources) -> String {
    terminal(findings, sources, Look::default())
}

/// What the terminal shows for a text.
fn findings(text: &str) -> String {
    findings_within(text, &Limits::default())
}

fn findings_within(text: &str, limits: &Limits) -> String {
    let (sources, file) = source(text);
    shown(&parse(file, &sources, limits).1, &sources)
}

/// Code, line and column of every finding of a text, and whether there was a tree.
fn codes(text: &str) -> (String, bool) {
    let (sources, file) = source(text);
    let (node, findings) = parse(file, &sources, &Limits::default());
    let place = |finding: &Finding| {
        let span = finding.places[0].span;
        let (line, column) = sources.position(span.file, span.start);
        format!("{} {line}:{column}", finding.code)
    };
    (findings.iter().map(place).collect::<Vec<_>>().join(", "), node.is_some())
}
