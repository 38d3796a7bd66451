//! The keys that mark, which `layers` takes out before the types see them: `marking`, `audience` and `marks` for the
//! parts of the content, `text_marks` and `declassify` for the head.

use serde_json::{Value, json};

use super::Schema;
use crate::layers::CARRIED;

/// Parts in which nothing is marked: the frame of an edition.
const FRAME: [&str; 13] = [
    "Audience",
    "Derived",
    "Head",
    "House",
    "Marking",
    "Metric",
    "Of",
    "Projection",
    "Released",
    "ReleasedPeople",
    "Style",
    "Term",
    "Unit",
];

/// Parts of the frame in which single fields may be marked.
const FIELDS_ONLY: [&str; 2] = ["Head", "Marking"];

/// Adds the keys to the root and to the parts of a schema.
pub(super) fn add(keys: &mut Schema, parts: &mut Schema) {
    for (name, part) in parts.iter_mut() {
        let Some(Value::Object(properties)) = part.get_mut("properties") else { continue };
        let frame = FRAME.contains(&name.as_str());
        if !frame {
            properties.entry("marking").or_insert_with(marking);
            properties.entry("audience").or_insert_with(audience);
            properties.insert(CARRIED.to_owned(), carried());
        }
        if !frame || FIELDS_ONLY.contains(&name.as_str()) {
            properties.insert(
                "marks".to_owned(),
                marks("Labels or audiences of single fields beside this key: `marks: {note: TLP:AMBER}`."),
            );
        }
        if name == "Head" {
            let texts =
                "Labels or audiences of texts by their keys: `text_marks: {\"highlights[2]\": TLP:AMBER}`.";
            properties.insert("text_marks".to_owned(), marks(texts));
            properties.insert("declassify".to_owned(), declassify());
        }
    }
    let whole = "Labels or audiences of whole sections: `marks: {threats: TLP:AMBER, text: TLP:CLEAR}`.";
    keys.insert("marks".to_owned(), marks(whole));
}

fn marking() -> Value {
    json!({ "description": "The label of this and of all inside it: who may see it.", "type": ["string", "null"] })
}

fn carried() -> Value {
    json!({ "description": "The edition that had this just so. `mujaz new` writes it: bring the entry up to date, then take this line out.", "type": ["string", "null"] })
}

fn audience() -> Value {
    json!({ "description": "The audiences of the house that may see this, and no others.", "type": "array", "items": { "type": "string" } })
}

fn marks(description: &str) -> Value {
    json!({
        "description": description,
        "type": "object",
        "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
    })
}

fn declassify() -> Value {
    json!({
        "description": "Computed values of this edition that are released as a whole to every audience.",
        "type": "array",
        "items": { "$ref": "#/$defs/Computed" },
    })
}
