//! Findings as JSON, one object a line, for editors and CI.
//!
//! `{"code","severity","message","path","places":[{"file","line","column","end_line","end_column",
//! "label"}],"help":[..],"fix":{..}}`; lines and columns count from 1, columns in characters; `path` is
//! empty and `fix` absent where there is none. A `fix` has the members of a place, with `text` for
//! `label`.

use serde_json::{Map, Value, json};

use super::{Finding, Sources, Span};

/// Writes one JSON object a line.
pub fn json_lines(findings: &[Finding], sources: &Sources) -> String {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&Value::Object(json_object(finding, sources)).to_string());
        out.push('\n');
    }
    out
}

/// One finding as an object.
pub fn json_object(finding: &Finding, sources: &Sources) -> Map<String, Value> {
    let places =
        finding.places.iter().map(|place| ranged(place.span, "label", &place.label, sources)).collect();
    let mut object = Map::new();
    object.insert("code".into(), finding.code.into());
    object.insert("severity".into(), finding.severity.word().into());
    object.insert("message".into(), finding.message.as_str().into());
    object.insert("path".into(), finding.path.as_str().into());
    object.insert("places".into(), Value::Array(places));
    object.insert("help".into(), json!(finding.help));
    if let Some(fix) = &finding.fix {
        object.insert("fix".into(), ranged(fix.span, "text", &fix.text, sources));
    }
    object
}

fn ranged(span: Span, name: &str, text: &str, sources: &Sources) -> Value {
    let (line, column) = sources.position(span.file, span.start);
    let (end_line, end_column) = sources.position(span.file, span.end);
    json!({
        "file": sources.name(span.file),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        name: text,
    })
}
