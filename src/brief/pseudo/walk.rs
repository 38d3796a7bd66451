//! The JSON of a Brief -> the same JSON with every string disguised that a reader reads.
//!
//! A string is a text unless its key is known for a code, so that a field added later is disguised too; a code
//! that is new and not in the list shows at once, because no template knows it in disguise.

use serde_json::{Map, Value};

use super::Pseudo;
use crate::locale::Phrase;

/// Keys of strings that a template matches on, or that are the same in every language.
const CODES: [&str; 11] =
    ["edition", "kind", "lang", "dir", "time_axis", "tone", "id", "code", "logo", "marking", "grade"];

/// Disguises a Brief.
pub fn walk(brief: &mut Value, pseudo: Pseudo) {
    let Value::Object(fields) = brief else { return };
    for (key, value) in fields {
        match (key.as_str(), value) {
            ("labels", labels) => self::labels(labels, pseudo),
            ("marking", Value::Object(marking)) => self::marking(marking, pseudo),
            (key, value) => field(key, value, pseudo),
        }
    }
}

/// The template's own words: only the choice of digits is none.
fn labels(labels: &mut Value, pseudo: Pseudo) {
    let digits = labels.pointer("/page/digits").cloned();
    content(labels, pseudo, label);
    if let (Some(digits), Some(place)) = (digits, labels.pointer_mut("/page/digits")) {
        *place = digits;
    }
}

fn label(_: &str, value: &mut Value, pseudo: Pseudo) {
    content(value, pseudo, label);
}

/// A marking is never translated.
fn marking(marking: &mut Map<String, Value>, pseudo: Pseudo) {
    for (key, value) in marking.iter_mut().filter(|(key, _)| *key != "label") {
        field(key, value, pseudo);
    }
}

fn field(key: &str, value: &mut Value, pseudo: Pseudo) {
    match value {
        Value::String(_) if CODES.contains(&key) => {}
        _ => content(value, pseudo, field),
    }
}

/// Disguises what is inside; `field` decides for each key.
fn content(value: &mut Value, pseudo: Pseudo, field: fn(&str, &mut Value, Pseudo)) {
    if let Some(phrase) = phrase(value) {
        *value = serde_json::to_value(Phrase(pseudo.phrase(phrase.0))).unwrap_or_default();
        return;
    }
    match value {
        Value::String(text) => *text = pseudo.plain(text),
        Value::Array(items) => items.iter_mut().for_each(|item| content(item, pseudo, field)),
        Value::Object(fields) => {
            for (key, value) in fields {
                field(key, value, pseudo);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A list of parts, each with its text under `s`.
fn phrase(value: &Value) -> Option<Phrase> {
    let parts = value.as_array().filter(|parts| !parts.is_empty())?;
    let of_parts = parts.iter().all(|part| part.get("s").is_some_and(Value::is_string));
    of_parts.then(|| serde_json::from_value(value.clone()).ok()).flatten()
}
