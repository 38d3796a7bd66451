//! The schemas as a whole; `tests/schemas/run` holds them against files with a validator.

use super::*;
use crate::model::{Date, Moment, Number, Span};

/// Every schema inside a schema that is a property of a map, with its way.
fn properties<'a>(schema: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    match schema {
        Value::Object(map) => {
            for (key, value) in map {
                if let ("properties" | "$defs", Value::Object(named)) = (key.as_str(), value) {
                    for (name, property) in named {
                        let path = format!("{path}/{key}/{name}");
                        // A rule between keys names them without explaining them again.
                        let rule = ["/then/", "/if/", "/else/"].iter().any(|step| path.contains(step));
                        if !rule {
                            found.push((path.clone(), property));
                        }
                        properties(property, &path, found);
                    }
                } else if !matches!(key.as_str(), "examples" | "enum" | "default") {
                    properties(value, &format!("{path}/{key}"), found);
                }
            }
        }
        Value::Array(list) => {
            for (at, item) in list.iter().enumerate() {
                properties(item, &format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_property_is_described() {
    for kind in FileKind::ALL {
        let schema = schema(kind);
        let mut found = Vec::new();
        properties(&schema, "", &mut found);
        let own = |it: &Value| it["description"].as_str().is_some_and(|it| it.len() > 1);
        // The key `delete` is explained where it is defined.
        let defined = |it: &Value| it["$ref"] == "#/$defs/Delete" && own(&schema["$defs"]["Delete"]);
        let bare = found.iter().filter(|(_, it)| !own(it) && !defined(it));
        let bare: Vec<&str> = bare.map(|(path, _)| path.as_str()).collect();
        assert!(bare.is_empty(), "{}: {bare:#?}", kind.name());
        assert!(found.len() > 15, "{} has {} properties", kind.name(), found.len());
    }
}

#[test]
fn the_schemas_are_the_same_every_time() {
    for kind in FileKind::ALL {
        assert_eq!(to_json(kind), to_json(kind));
        assert!(to_json(kind).ends_with("}\n"));
    }
}

#[test]
fn kinds_have_names_of_their_own_and_are_found_by_them() {
    for kind in FileKind::ALL {
        assert_eq!(kind.name().parse(), Ok(kind));
        let schema = schema(kind);
        assert_eq!(schema["$schema"], DIALECT);
        assert_eq!(schema["$id"], format!("urn:mujaz:schema:{}", kind.name()));
    }
    assert_eq!("houses".parse::<FileKind>(), Err(UnknownKind("houses".into())));
}

/// The folders that a project reads, each with a kind: `layers` reads no others.
#[test]
fn every_file_of_this_project_is_of_one_kind() {
    fn visit(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                visit(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let root = env!("CARGO_MANIFEST_DIR");
    let mut files = Vec::new();
    visit(&std::path::Path::new(root).join("data"), &mut files);
    let fits = |file: &str, pattern: &str| {
        let (file, pattern): (Vec<_>, Vec<_>) = (file.split('/').collect(), pattern.split('/').collect());
        let step = |(name, wanted): (&&str, &&str)| match wanted.split_once('*') {
            Some((_, ending)) => name.ends_with(ending),
            None => name == wanted,
        };
        file.len() == pattern.len() && file.iter().zip(&pattern).all(step)
    };
    assert!(files.len() > 40);
    for file in &files {
        let file = file.strip_prefix(&format!("{root}/")).unwrap();
        let kinds = FileKind::ALL.into_iter().filter(|kind| fits(file, kind.files()));
        assert_eq!(kinds.count(), 1, "{file}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    for kind in FileKind::ALL {
        let schema = schema(kind);
        let text = schema.to_string();
        for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(schema.pointer(reference).is_some(), "{}: {reference}", kind.name());
        }
    }
}

/// A key that is neither of the house nor shared is an edition's own; one that is renamed is missed here.
#[test]
fn the_keys_of_the_house_and_of_shared_files_are_there() {
    for (kind, keys) in [(FileKind::House, &data::HOUSE), (FileKind::Shared, &data::SHARED)] {
        let schema = schema(kind);
        let mut found: Vec<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut keys = keys.to_vec();
        found.sort_unstable();
        keys.sort_unstable();
        assert_eq!(found, keys, "{}", kind.name());
    }
}

/// What is said of unknown keys by the types is said by the schemas: no map is open by oversight.
#[test]
fn maps_are_closed_or_say_what_they_hold() {
    fn open(schema: &mut Schema, path: &str, found: &mut Vec<String>) {
        if schema.contains_key("properties") && !schema.contains_key("additionalProperties") {
            let title = schema.get("description").and_then(Value::as_str).unwrap_or_default();
            found.push(format!("{path}: {title}"));
        }
        // A rule between keys leaves the keys to the map around it.
        for rule in ["if", "then", "else", "allOf"] {
            schema.remove(rule);
        }
        each_inside(schema, |inner| open(inner, path, found));
    }
    for kind in FileKind::ALL {
        let Value::Object(mut schema) = schema(kind) else { panic!("no map") };
        let mut found = Vec::new();
        open(&mut schema, kind.name(), &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}

/// What the schemas give as an example is read as such.
#[test]
fn examples_are_accepted_by_the_readers() {
    let edition = schema(FileKind::Edition);
    let examples = |part: &str| -> Vec<String> {
        let examples = edition["$defs"][part]["examples"].as_array().unwrap();
        examples.iter().map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned)).collect()
    };
    assert!(examples("Number").iter().all(|text| text.parse::<Number>().is_ok()));
    assert!(examples("Date").iter().all(|text| text.parse::<Date>().is_ok()));
    assert!(examples("Moment").iter().all(|text| text.parse::<Moment>().is_ok()));
    assert!(examples("LengthOfTime").iter().all(|text| text.parse::<Span>().is_ok()));
}
