//! The types of `model` -> the schemas of the neutral files: which keys belong into which file, and which of them
//! other files may supply.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::changes::{Changes, removable_entries};
use super::plain::plain;
use super::{FileKind, Schema, marks, object, words};
use crate::model::Edition;
use crate::model::import_map::ImportMap;
use crate::model::language::LanguageFile;

/// The keys of the house file.
pub(super) const HOUSE: [&str; 5] = ["mujaz", "house", "checks", "style", "edition"];
/// The keys of shared files.
pub(super) const SHARED: [&str; 5] = ["units", "metrics", "glossary", "places", "orgs"];
/// What an edition alone can say of itself.
const OF_THE_EDITION: [&str; 2] = ["id", "issued"];

/// Qualifiers that take no number.
const OPEN: [&str; 5] = ["majority", "all", "none", "limited", "unquantified"];
/// Qualifiers that take another number than `value`, or none.
const OTHER: [&str; 8] =
    ["range", "order", "less_than", "majority", "all", "none", "limited", "unquantified"];

/// The schema of the merged tree: its keys and its parts.
struct Whole {
    keys: Schema,
    parts: Schema,
}

/// The keys and the parts of a type.
fn parted<T: JsonSchema>() -> [Schema; 2] {
    let root = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut root = root.to_value();
    ["properties", "$defs"].map(|key| match root.get_mut(key).map(Value::take) {
        Some(Value::Object(mut map)) => {
            map.values_mut().filter_map(Value::as_object_mut).for_each(plain);
            map
        }
        _ => Schema::new(),
    })
}

impl Whole {
    fn read() -> Self {
        let [mut keys, mut parts] = parted::<Edition>();
        marks::add(&mut keys, &mut parts);
        sections_by_kind(&mut parts);
        quantities(&mut parts);
        Self { keys, parts }
    }

    fn only(&self, keys: &[&str]) -> Schema {
        let known = |key: &&str| Some((key.to_string(), self.keys.get(*key)?.clone()));
        keys.iter().filter_map(known).collect()
    }
}

/// `data/house.yaml`: the head of an edition is completed by each edition.
pub(super) fn house() -> (Schema, Schema) {
    let whole = Whole::read();
    let mut changes = Changes::under(&whole.parts);
    let mut keys = whole.only(&HOUSE);
    keys.extend(changes.keys(&whole.only(&["edition"])));
    let mut parts = changes.made;
    parts.extend(whole.parts);
    (object(keys, &["mujaz", "house"]), parts)
}

/// `data/shared/*.yaml`.
pub(super) fn shared() -> (Schema, Schema) {
    let whole = Whole::read();
    (object(whole.only(&SHARED), &[]), whole.parts)
}

/// `data/languages/<lang>.yaml`: every key but those that few languages need.
pub(super) fn language() -> (Schema, Schema) {
    let [keys, parts] = parted::<LanguageFile>();
    let required: Vec<&str> = keys.keys().map(String::as_str).filter(|key| *key != "plurals").collect();
    (object(keys.clone(), &required), parts)
}

/// `data/maps/<name>.yaml`.
pub(super) fn import_map() -> (Schema, Schema) {
    let [keys, parts] = parted::<ImportMap>();
    (object(keys, &["import", "target", "columns"]), parts)
}

/// `data/editions/<id>/*.yaml`: sections of its own, and changes of what lies below.
pub(super) fn edition() -> (Schema, Schema) {
    let whole = Whole::read();
    let mut changes = Changes::over(&whole.parts);
    let mut keys = whole.keys.clone();
    keys.extend(changes.keys(&whole.only(&HOUSE)));
    keys.extend(changes.keys(&whole.only(&SHARED)));
    if let Some(head) = keys.get_mut("edition") {
        head["required"] = json!(OF_THE_EDITION);
    }
    let mut parts = changes.made;
    let mut own = whole.parts;
    removable_entries(&mut own, &whole.keys);
    parts.extend(own);
    (object(keys, &[]), parts)
}

/// `data/editions/<id>/audiences/<name>.yaml`: changes of anything.
pub(super) fn audience() -> (Schema, Schema) {
    let whole = Whole::read();
    let (mut keys, mut parts) = (whole.keys, whole.parts);
    for (key, part, kind, (mut schema, inner), what) in [
        ("text", "Text", FileKind::Text, words::text(), "Texts by language: `text: {ar: {title: ..}}`."),
        ("labels", "Labels", FileKind::Labels, words::labels(), "Labels by language: `labels: {ar: {..}}`."),
    ] {
        schema.insert("description".to_owned(), json!(kind.description()));
        parts.insert(part.to_owned(), Value::Object(schema));
        parts.extend(inner);
        let by_language = json!({
            "description": what,
            "type": "object",
            "additionalProperties": { "$ref": format!("#/$defs/{part}") },
        });
        keys.insert(key.to_owned(), by_language);
    }
    let mut changes = Changes::over(&parts);
    let keys = changes.keys(&keys);
    let mut made = changes.made;
    made.extend(parts);
    (object(keys, &[]), made)
}

/// The order of sections has a key for each kind of edition.
fn sections_by_kind(parts: &mut Schema) {
    let kinds = parts.get("Kind").and_then(|kind| kind.get("oneOf")?.as_array()).cloned().unwrap_or_default();
    let Some(sections) = parts.get_mut("House").and_then(|house| house.pointer_mut("/properties/sections"))
    else {
        return;
    };
    let order = sections["additionalProperties"].take();
    let kinds = kinds.iter().filter_map(|kind| {
        let mut order = order.clone();
        order["description"] = kind["description"].clone();
        Some((kind["const"].as_str()?.to_owned(), order))
    });
    sections["properties"] = Value::Object(kinds.collect());
    sections["additionalProperties"] = json!(false);
}

/// Which numbers a qualifier takes, as `Figure::quantity` and `Contribution::quantity` say.
fn quantities(parts: &mut Schema) {
    let when = |words: &[&str]| json!({ "properties": { "q": { "enum": words } }, "required": ["q"] });
    let unless = |words: &[&str]| json!({ "properties": { "q": { "not": { "enum": words } } } });
    let no_value = json!({ "value": { "type": "null" } });
    let figure = json!([
        { "if": when(&["range"]), "then": { "required": ["min", "max"], "properties": no_value } },
        { "if": when(&["order"]), "then": { "required": ["magnitude"], "properties": no_value } },
        { "if": when(&["less_than"]), "then": { "anyOf": [{ "required": ["value"] }, { "required": ["than"] }] } },
        { "if": when(&OPEN), "then": { "properties": no_value } },
        { "if": unless(&OTHER), "then": { "required": ["value"] } },
    ]);
    let contribution = json!([{ "if": unless(&OPEN), "then": { "required": ["amount"] } }]);
    for (part, rules) in [("Figure", figure), ("Contribution", contribution)] {
        if let Some(Value::Object(part)) = parts.get_mut(part) {
            part.insert("allOf".to_owned(), rules);
        }
    }
}
