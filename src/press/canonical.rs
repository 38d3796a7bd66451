//! A value -> JSON of which there is only one form: keys in order, no white space (RFC 8785), a line break at the end.

use serde::Serialize;

/// Writes a value in the canonical form.
pub fn canonical(value: &impl Serialize) -> String {
    // Writing plain structs with text keys into memory has no way to fail.
    serde_json_canonicalizer::to_string(value).unwrap_or_default() + "\n"
}
