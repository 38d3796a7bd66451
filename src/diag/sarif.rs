//! Findings as SARIF 2.1.0, for code scanning services.
//!
//! Columns count characters (`unicodeCodePoints`); a finding's first place is its location, the others are
//! related locations, and a safe correction is a fix. Only rules that were broken are listed.

use serde_json::{Value, json};

use super::arabic::said;
use super::{Finding, Severity, Sources, Span, Tongue, codes};

/// Where the format is defined.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes one run as a JSON document; `tongue` is that of the rules' titles.
pub fn sarif(findings: &[Finding], sources: &Sources, version: &str, tongue: Tongue) -> String {
    let mut rules: Vec<&'static str> = findings.iter().map(|finding| finding.code).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &rules, sources)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "mujaz",
                "version": version,
                "semanticVersion": version,
                "rules": rules.iter().map(|code| rule(code, tongue)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: &str, tongue: Tongue) -> Value {
    let title = codes::title(code).unwrap_or(code);
    let title = match tongue {
        Tongue::English => title.to_owned(),
        Tongue::Arabic => said(title),
    };
    json!({
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": format!("mujaz check --explain {code}")},
    })
}

fn result(finding: &Finding, rules: &[&str], sources: &Sources) -> Value {
    let mut message = finding.message.clone();
    for help in &finding.help {
        message.push('\n');
        message.push_str(help);
    }
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": rules.binary_search(&finding.code).unwrap_or_default(),
        "level": level(finding.severity),
        "message": {"text": message},
        "locations": finding.places.first().map(|place| location(place.span, sources)).into_iter().collect::<Vec<_>>(),
    });
    let related: Vec<Value> = finding
        .places
        .iter()
        .enumerate()
        .skip(1)
        .map(|(id, place)| {
            let mut related = location(place.span, sources);
            related["id"] = id.into();
            related["message"] = json!({"text": place.label});
            related
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if !finding.path.is_empty()
        && let Some(first) = result["locations"].get_mut(0)
    {
        first["logicalLocations"] = json!([{"fullyQualifiedName": finding.path}]);
    }
    if let Some(fix) = &finding.fix {
        let changes = json!([{
            "artifactLocation": {"uri": uri(sources.name(fix.span.file))},
            "replacements": [{"deletedRegion": region(fix.span, sources), "insertedContent": {"text": fix.text}}],
        }]);
        result["fixes"] = json!([{"description": {"text": finding.help.first().unwrap_or(&finding.message)}, "artifactChanges": changes}]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn location(span: Span, sources: &Sources) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(sources.name(span.file))},
        "region": region(span, sources),
    }})
}

fn region(span: Span, sources: &Sources) -> Value {
    let (start_line, start_column) = sources.position(span.file, span.start);
    let (end_line, end_column) = sources.position(span.file, span.end);
    json!({"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column})
}

/// A relative URI reference: everything but unreserved characters and `/` is escaped.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
