//! Any bytes as one YAML file: read or refused, never a panic, and every finding can be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mujaz::diag::{Look, Sources, json_lines, terminal};
use mujaz::model::Edition;
use mujaz::yaml::{Limits, decode, from_node_partly, parse};

/// Small enough for the fuzzer to reach.
const TIGHT: Limits = Limits { bytes: 4096, depth: 8, values: 64, value_bytes: 64, findings: 3 };

fuzz_target!(|bytes: &[u8]| {
    let mut sources = Sources::new();
    let text = match decode(bytes, "fuzz.yaml") {
        Ok(text) => text,
        Err(finding) => {
            shown(&[finding], &sources);
            return;
        }
    };
    let file = sources.add("fuzz.yaml", "neutral data", text);
    let (_, findings) = parse(file, &sources, &TIGHT);
    shown(&findings, &sources);
    let (node, findings) = parse(file, &sources, &Limits::default());
    shown(&findings, &sources);
    if let Some(node) = node {
        let partial = from_node_partly::<Edition>(&node, "mujaz: 1\n");
        shown(&partial.findings, &sources);
    }
});

fn shown(findings: &[mujaz::diag::Finding], sources: &Sources) {
    let _ = terminal(findings, sources, Look::default());
    let lines = json_lines(findings, sources);
    assert_eq!(lines.lines().count(), findings.len());
}
