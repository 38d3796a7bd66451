//! A schema of the types -> one of the YAML they are typed in: any scalar may stand where text is read, and a number
//! or truth value may stand in quotes, since mujaz decides by the type and not by the quotes.

use serde_json::{Value, json};

use super::{Schema, each_inside};

/// The types of JSON, as they are listed.
const ORDER: [&str; 7] = ["string", "integer", "number", "boolean", "array", "object", "null"];

/// Rewrites a schema and all inside it.
pub(super) fn plain(schema: &mut Schema) {
    scalars(schema);
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = prose(text);
    }
    // What a key is taken for when it is left out is of no use where that is nothing.
    if schema.get("default").is_some_and(|it| it.is_null() || *it == json!([]) || *it == json!({})) {
        schema.remove("default");
    }
    each_inside(schema, plain);
}

fn scalars(schema: &mut Schema) {
    let format = schema.remove("format");
    if schema.contains_key("const") || schema.contains_key("enum") {
        return;
    }
    let Some(mut types) = types(schema) else { return };
    let has = |word: &str| types.iter().any(|it| it == word);
    if has("string") && !schema.contains_key("pattern") {
        types.extend(["number", "boolean"].map(str::to_owned));
    } else if has("integer") && !has("string") {
        let most = |width: &str| if width == "uint32" { json!(u32::MAX) } else { json!(u16::MAX) };
        if let Some(width) = format.as_ref().and_then(Value::as_str) {
            schema.entry("maximum").or_insert_with(|| most(width));
        }
        let bounds = [schema.get("minimum"), schema.get("maximum")].map(|it| it.and_then(Value::as_u64));
        let [Some(least), Some(most)] = bounds else { return };
        let pattern = match most {
            0..=9 => format!("^[{least}-{most}]$"),
            255 => "^(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])$".to_owned(),
            _ => format!("^(?:0|[1-9][0-9]{{0,{}}})$", most.ilog10()),
        };
        schema.insert("pattern".to_owned(), json!(pattern));
        let most = if most < u32::MAX.into() { format!(" to {most}") } else { " upwards".to_owned() };
        let why = format!("Write a whole number from {least}{most} in Latin digits.");
        schema.insert("patternErrorMessage".to_owned(), json!(why));
        types.push("string".to_owned());
    } else if has("boolean") && !has("string") {
        schema.insert("pattern".to_owned(), json!("^(?:true|false)$"));
        schema.insert("patternErrorMessage".to_owned(), json!("Write true or false."));
        types.push("string".to_owned());
    }
    types.sort_by_key(|it| ORDER.iter().position(|known| known == it));
    let types = if let [only] = types.as_slice() { json!(only) } else { json!(types) };
    schema.insert("type".to_owned(), types);
}

/// The types that a schema allows.
pub(super) fn types(schema: &Schema) -> Option<Vec<String>> {
    match schema.get("type")? {
        Value::String(only) => Some(vec![only.clone()]),
        Value::Array(all) => Some(all.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        _ => None,
    }
}

/// A doc comment as prose: its lines joined, its links as plain code.
fn prose(doc: &str) -> String {
    let paragraphs = doc.split("\n\n").map(|it| it.lines().map(str::trim).collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n").replace("[`", "`").replace("`]", "`")
}
