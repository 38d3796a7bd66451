//! The schema of a thing -> that of a layer over it, as `layers` merges: maps key by key, lists of things with an
//! `id` by id, everything else as a whole; `delete: true` removes what lies below.

use serde_json::{Map, Value, json};

use super::plain::types;
use super::{Schema, each_inside};

/// Where the parts of a schema stand.
const PARTS: &str = "#/$defs/";
/// The part that stands for a removal.
const REMOVAL: &str = "Removal";
/// The part that stands for the value of `delete`.
const DELETE: &str = "Delete";

/// Makes schemas of changes, and keeps the parts they need.
pub(super) struct Changes<'a> {
    /// The parts of the whole schemas.
    whole: &'a Schema,
    /// What the names of changed parts end with.
    suffix: &'static str,
    /// Whether something may be removed: there is a layer below.
    removes: bool,
    /// The parts made so far.
    pub made: Schema,
}

impl<'a> Changes<'a> {
    /// Over a layer that holds these parts.
    pub fn over(whole: &'a Schema) -> Self {
        let mut made = Map::new();
        let removal = json!({
            "description": "Removes what the layers below say here.",
            "type": "object",
            "properties": { "delete": delete() },
            "required": ["delete"],
            "additionalProperties": false,
        });
        made.insert(REMOVAL.to_owned(), removal);
        made.insert(DELETE.to_owned(), deletes());
        Self { whole, suffix: "Change", removes: true, made }
    }

    /// What a later layer completes: nothing is below it, and nothing is required of it.
    pub fn under(whole: &'a Schema) -> Self {
        Self { whole, suffix: "Defaults", removes: false, made: Map::new() }
    }

    /// A map of keys, each with its change.
    pub fn keys(&mut self, properties: &Schema) -> Schema {
        properties.iter().map(|(key, schema)| (key.clone(), self.value(schema))).collect()
    }

    fn value(&mut self, schema: &Value) -> Value {
        let Value::Object(schema) = schema else { return schema.clone() };
        Value::Object(self.change(schema))
    }

    /// The change of what a schema describes.
    pub fn change(&mut self, schema: &Schema) -> Schema {
        let mut changed = schema.clone();
        // What is left out of a layer is what lies below.
        changed.remove("default");
        if let Some(part) = part(schema) {
            let name = self.part(part);
            let is_map = name != part;
            changed.insert("$ref".to_owned(), json!(format!("{PARTS}{name}")));
            return if is_map { changed } else { self.removable(changed) };
        }
        if let Some(Value::Array(either)) = changed.get_mut("anyOf") {
            let before = either.clone();
            *either = before.iter().map(|it| self.alternative(it)).collect();
            let same = *either == before;
            return if same { self.removable(changed) } else { changed };
        }
        if is_map(schema) {
            return self.map(changed);
        }
        if let Some(Value::Object(items)) = changed.get_mut("items")
            && let Some(part) = part(items).filter(|part| self.has_id(part))
        {
            let name = self.part(part);
            items.insert("$ref".to_owned(), json!(format!("{PARTS}{name}")));
            items.insert("required".to_owned(), json!(["id"]));
        }
        self.removable(changed)
    }

    /// One of several alternatives; the others say that it may be removed.
    fn alternative(&mut self, schema: &Value) -> Value {
        match schema.as_object().and_then(part) {
            Some(part) => json!({ "$ref": format!("{PARTS}{}", self.part(part)) }),
            None => schema.clone(),
        }
    }

    /// The name of the part that changes a part; its own if it is no map.
    fn part(&mut self, name: &str) -> String {
        let Some(Value::Object(whole)) = self.whole.get(name) else { return name.to_owned() };
        if !is_map(whole) {
            return name.to_owned();
        }
        let changed = format!("{name}{}", self.suffix);
        if !self.made.contains_key(&changed) {
            self.made.insert(changed.clone(), Value::Null);
            let schema = self.map(whole.clone());
            self.made.insert(changed.clone(), Value::Object(schema));
        }
        changed
    }

    /// A map of which any key may be left out, changed or removed.
    fn map(&mut self, mut schema: Schema) -> Schema {
        for rule in ["required", "allOf", "default"] {
            schema.remove(rule);
        }
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            for (_, value) in properties.iter_mut().filter(|(key, _)| *key != "id") {
                *value = self.value(&value.clone());
            }
        }
        if let Some(value @ Value::Object(_)) = schema.get_mut("additionalProperties") {
            *value = self.value(&value.clone());
        }
        if self.removes {
            let properties = schema.entry("properties").or_insert_with(|| json!({}));
            if let Some(properties) = properties.as_object_mut() {
                properties.insert("delete".to_owned(), delete());
            }
            alone(&mut schema, None);
        }
        schema
    }

    /// A value that may be replaced or removed.
    fn removable(&self, mut schema: Schema) -> Schema {
        if !self.removes {
            return schema;
        }
        let removal = json!({ "$ref": format!("{PARTS}{REMOVAL}") });
        if let Some(Value::Array(either)) = schema.get_mut("anyOf") {
            either.push(removal);
            return schema;
        }
        let description = schema.remove("description");
        let mut changed = Map::new();
        changed.extend(description.map(|text| ("description".to_owned(), text)));
        changed.insert("anyOf".to_owned(), json!([schema, removal]));
        changed
    }

    fn has_id(&self, part: &str) -> bool {
        self.whole.get(part).and_then(|it| it.get("properties")?.get("id")).is_some()
    }
}

/// Lets every entry of a list with an `id` be a removal of its namesake in a layer below.
pub(super) fn removable_entries(parts: &mut Schema, keys: &Schema) {
    parts.insert(DELETE.to_owned(), deletes());
    let mut listed = Vec::new();
    for schema in parts.values().chain(keys.values()).filter_map(Value::as_object) {
        entries(&mut schema.clone(), &mut listed);
    }
    for name in listed {
        let Some(Value::Object(schema)) = parts.get_mut(&name) else { continue };
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { continue };
        if !properties.contains_key("id") || properties.contains_key("delete") {
            continue;
        }
        properties.insert("delete".to_owned(), delete());
        let rules = ["required", "allOf"].into_iter();
        let whole: Schema = rules.filter_map(|key| Some((key.to_owned(), schema.remove(key)?))).collect();
        schema.insert("required".to_owned(), json!(["id"]));
        alone(schema, Some(whole));
    }
}

/// The names of the parts that are entries of lists.
fn entries(schema: &mut Schema, listed: &mut Vec<String>) {
    if let Some(Value::Object(items)) = schema.get("items") {
        listed.extend(part(items).map(str::to_owned));
    }
    each_inside(schema, |inner| entries(inner, listed));
}

/// Drops the parts that nothing refers to, and puts the rest in order.
pub(super) fn prune(schema: &Schema, parts: &mut Schema) {
    let mut needed: Vec<String> = Vec::new();
    let mut found = Vec::new();
    references(&mut schema.clone(), &mut found);
    while let Some(name) = found.pop() {
        if !needed.contains(&name) {
            if let Some(Value::Object(part)) = parts.get(&name) {
                references(&mut part.clone(), &mut found);
            }
            needed.push(name);
        }
    }
    parts.retain(|name, _| needed.contains(name));
    parts.sort_keys();
}

fn references(schema: &mut Schema, found: &mut Vec<String>) {
    found.extend(part(schema).map(str::to_owned));
    each_inside(schema, |inner| references(inner, found));
}

/// The name of the part that a schema refers to.
fn part(schema: &Schema) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(PARTS)
}

/// Whether the schema is of a map that is merged key by key.
fn is_map(schema: &Schema) -> bool {
    let object = types(schema).is_some_and(|types| types.iter().any(|it| it == "object"));
    object && (schema.contains_key("properties") || schema.contains_key("additionalProperties"))
}

/// The key `delete`.
fn delete() -> Value {
    json!({ "$ref": format!("{PARTS}{DELETE}") })
}

/// What `delete` takes.
fn deletes() -> Value {
    json!({
        "description": "Removes what the layers below say under this name; nothing else may stand beside it.",
        "enum": [true, "true"],
    })
}

/// Where something is deleted, nothing else is said of it; elsewhere `otherwise` holds.
fn alone(schema: &mut Schema, otherwise: Option<Schema>) {
    let id = schema.get("properties").is_some_and(|properties| properties.get("id").is_some());
    let beside = if id { json!(["id", "delete"]) } else { json!(["delete"]) };
    schema.insert("if".to_owned(), json!({ "type": "object", "required": ["delete"] }));
    schema.insert("then".to_owned(), json!({ "propertyNames": { "enum": beside } }));
    schema.extend(otherwise.map(|rules| ("else".to_owned(), Value::Object(rules))));
}
