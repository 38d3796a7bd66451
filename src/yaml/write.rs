//! Values -> YAML text, by `serde_yaml`, with the words quoted that YAML 1.1 readers take for something
//! else (PyYAML reads `no` as false and `12:30` as 750).

use serde::Serialize;
use serde_yaml::Value;

/// Stands on both sides of a word to be quoted while `serde_yaml` writes; a private-use character that
/// YAML lets stand in a plain scalar.
const SIGN: char = '\u{f8ff}';

/// Writes a value as a YAML document that ends with a line break.
///
/// A value that YAML cannot express (a map with maps for keys) gives an empty text.
pub fn to_string(value: &impl Serialize) -> String {
    let Ok(value) = serde_yaml::to_value(value) else { return String::new() };
    let mut words = Vec::new();
    let Ok(mut text) = serde_yaml::to_string(&signed(value, &mut words)) else { return String::new() };
    words.sort();
    words.dedup();
    for word in words {
        text = text.replace(&format!("{SIGN}{word}{SIGN}"), &format!("'{word}'"));
    }
    text
}

fn signed(value: Value, words: &mut Vec<String>) -> Value {
    match value {
        Value::String(text) if is_special(&text) => {
            let value = format!("{SIGN}{text}{SIGN}");
            words.push(text);
            Value::String(value)
        }
        Value::Sequence(items) => items.into_iter().map(|item| signed(item, words)).collect(),
        Value::Mapping(entries) => Value::Mapping(
            entries.into_iter().map(|(key, item)| (signed(key, words), signed(item, words))).collect(),
        ),
        other => other,
    }
}

/// Booleans of YAML 1.1 (yaml.org/type/bool), base-60 numbers, grouped and octal integers, `=`.
///
/// `true`, `null`, `~`, `<<` and decimal numbers are quoted by `serde_yaml` itself; dates are left as people
/// write them.
fn is_special(text: &str) -> bool {
    let word =
        matches!(text.to_ascii_lowercase().as_str(), "y" | "n" | "yes" | "no" | "on" | "off" | "=" | "<<");
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let starts = body.starts_with(|c: char| c.is_ascii_digit());
    let number = starts && body.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'_' | b':' | b'.'));
    word || number && (body.contains(['_', ':']) || body.starts_with('0') && body.len() > 1)
}
