//! The sections of a text file and the shipped English labels -> the schemas of texts and labels.

use serde_json::{Map, Value, json};

use super::{Schema, object};
use crate::diag::Sources;
use crate::locale::CATEGORIES;
use crate::text::keys::{INTROS, SECTIONS, Shape};
use crate::text::labels::BY_LANGUAGE;
use crate::yaml::{self, Data, Node};

/// The labels whose keys every label file has.
const ENGLISH: &str = include_str!("../../data/labels/en.yaml");

/// A scalar: words that YAML takes for a number or a truth value are text to mujaz.
const SCALAR: [&str; 3] = ["string", "number", "boolean"];

/// Words without digits; placeholders in braces, doubled braces for the braces of the text itself.
const MESSAGE: &str = r"^(?:[^{}0-9٠-٩۰-۹]|\{\{|\}\}|\{\s*[^{}\s][^{}]*\})*$";
const WHY: &str =
    "Numbers and dates are not typed in a text: point at them, as in {id}. Write {{ and }} for braces.";

/// `text/<lang>.yaml`.
pub(super) fn text() -> (Schema, Schema) {
    let mut keys = Map::new();
    keys.insert(
        "lang".to_owned(),
        json!({ "description": "The language; the file is named by it.", "type": "string" }),
    );
    keys.insert("_meta".to_owned(), meta());
    for (key, shape) in SECTIONS {
        let one = json!({ "$ref": "#/$defs/Message" });
        let list = json!({ "type": "array", "items": one });
        let mut schema = match shape {
            Shape::One => one,
            Shape::List => list,
            Shape::ById if key == "intro" => json!({
                "type": "object",
                "properties": INTROS.into_iter().map(|it| (it.to_owned(), introduction(it))).collect::<Schema>(),
                "additionalProperties": false,
            }),
            Shape::ById => json!({ "type": "object", "additionalProperties": one }),
            Shape::ListById => json!({ "type": "object", "additionalProperties": list }),
        };
        schema["description"] = json!(section(key));
        keys.insert(key.to_owned(), schema);
    }
    let parts = Map::from_iter([
        ("Message".to_owned(), Value::Object(message())),
        (
            "Form".to_owned(),
            json!({
                "description": "The whole sentence as it reads with a number that takes this form.",
                "type": "string",
                "pattern": MESSAGE,
                "patternErrorMessage": WHY,
            }),
        ),
    ]);
    (object(keys, &[]), parts)
}

fn meta() -> Value {
    json!({
        "description": "Who wrote the words, and how far they are.",
        "type": "object",
        "properties": {
            "translator": { "description": "The translator.", "type": SCALAR },
            "status": {
                "description": "How far the file is; `mujaz build --release` refuses a draft.",
                "oneOf": [
                    { "const": "draft", "description": "Not yet read by a second person." },
                    { "const": "reviewed", "description": "Read by a second person." },
                    { "const": "approved", "description": "Released." },
                ],
            },
        },
        "additionalProperties": false,
    })
}

/// One text, or its plural forms.
fn message() -> Schema {
    let mut forms = Map::new();
    let by = json!({ "description": "The id of the figure whose number chooses the form.", "type": SCALAR });
    forms.insert("by".to_owned(), by);
    for category in CATEGORIES {
        let description = match category {
            "zero" => "Nothing at all (Arabic).",
            "one" => "One.",
            "two" => "Two (Arabic).",
            "few" => "A few: 3 to 10 in Arabic.",
            "many" => "Many: 11 to 99 in Arabic, whole millions in French.",
            _ => "Every other number, and a figure without a number.",
        };
        forms.insert(category.to_owned(), json!({ "description": description, "$ref": "#/$defs/Form" }));
    }
    let mut schema = Map::from_iter([
        (
            "description".to_owned(),
            json!(
                "A text with placeholders such as `{liberated}`; or a map of whole sentences, one for each plural form \
             of the language, and `by` with the figure that chooses. A text that begins with `{` stands in quotes."
            ),
        ),
        ("pattern".to_owned(), json!(MESSAGE)),
        ("patternErrorMessage".to_owned(), json!(WHY)),
    ]);
    schema.extend(object(forms, &["by", "other"]));
    schema.insert("type".to_owned(), json!(["string", "null", "object"]));
    schema
}

fn introduction(section: &str) -> Value {
    json!({ "description": format!("The paragraph under the heading of `{section}`."), "$ref": "#/$defs/Message" })
}

/// What stands under a key of a text file.
fn section(key: &str) -> &'static str {
    match key {
        "title" => "The title.",
        "subtitle" => "The line under the title.",
        "bottom_line" => "The one sentence that a reader in haste takes away.",
        "highlights" => "The points on the first page, in order.",
        "situation" => "Paragraphs on the situation.",
        "intro" => "A paragraph under the heading of a section.",
        "threats" => "The text of each threat, by its id.",
        "progress" => "The text of each line of effort, by its id.",
        "meetings" => "The text of each meeting, by its id.",
        "decisions" => "What each meeting decided, by the meeting's id, point by point.",
        "agenda" => "Each item of an agenda, by its id.",
        "quotes" => "The words of each quote, by its id.",
        "commitments" => "The text of each commitment, by its id.",
        "events" => "The text of each event, by its id.",
        "statements" => "The text of each statement, by its id.",
        "next_steps" => "The text of each step to come, by its id.",
        "method" => "Paragraphs on method and definitions.",
        "names" => "Names that the neutral files lack in this language, by id.",
        _ => "",
    }
}

/// `data/labels/<lang>.yaml`, with the keys and, as descriptions, the words of the English file.
pub(super) fn labels() -> (Schema, Schema) {
    let mut sources = Sources::new();
    let file = sources.add("data/labels/en.yaml", "labels en", ENGLISH.to_owned());
    let mut keys = Map::new();
    keys.insert(
        "lang".to_owned(),
        json!({ "description": "The language; the file is named by it.", "type": "string" }),
    );
    if let Ok(node) = yaml::read(file, &sources) {
        keys.extend(labels_under(&node, ""));
    }
    (object(keys, &[]), Map::new())
}

fn labels_under(node: &Node, path: &str) -> Schema {
    let entries = node.as_map().unwrap_or_default().iter();
    let label = |(key, value): (&str, &Node)| {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let schema = match &value.data {
            Data::Map(_) => {
                let inner = labels_under(value, &path);
                let words = inner.values().filter_map(|it| it.get("description")?.as_str());
                let mut words: Vec<&str> = words.take(4).collect();
                if inner.len() > words.len() {
                    words.push("…");
                }
                let description = format!("Labels: {}", words.join(", "));
                let mut schema = object(inner, &[]);
                if BY_LANGUAGE.contains(&path.as_str()) {
                    schema.insert("additionalProperties".to_owned(), json!({ "type": SCALAR }));
                }
                schema.insert("description".to_owned(), json!(description));
                Value::Object(schema)
            }
            _ => json!({ "description": value.as_text().unwrap_or_default(), "type": SCALAR }),
        };
        (key.to_owned(), schema)
    };
    entries.map(|entry| label((entry.key.as_str(), &entry.value))).collect()
}
