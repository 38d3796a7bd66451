//! The types of the data -> JSON Schemas (2020-12), one for each kind of YAML file of a project: for editors
//! that complete and explain keys while one types, and for other programs that write the files.
//!
//! `data` takes what the neutral files and language files may hold from the types of `model`, `words` what texts and labels may
//! hold from `text` and the shipped labels; `plain` lets a scalar be typed with or without quotes, and
//! `changes` makes of a schema that of a layer over it. A schema holds a file to the place that `data/README.md` gives
//! to a key, and says nothing about what must agree between files: that is for `mujaz check`.

mod changes;
mod data;
mod marks;
mod plain;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value, json};

/// A schema or a part of one.
type Schema = Map<String, Value>;

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// What all editions share of style, order and defaults.
    House,
    /// Units, metrics, terms, places, organizations.
    Shared,
    /// Neutral data of one edition.
    Edition,
    /// What differs for one audience.
    Audience,
    /// The words of one edition in one language.
    Text,
    /// The template's own words in one language.
    Labels,
    /// What a language says about itself.
    Language,
    /// How a table of another institution becomes entries of an edition.
    ImportMap,
}

impl FileKind {
    /// All kinds, in the order of the layers.
    pub const ALL: [Self; 8] = [
        Self::House,
        Self::Shared,
        Self::Language,
        Self::Labels,
        Self::Edition,
        Self::Text,
        Self::Audience,
        Self::ImportMap,
    ];

    /// Its word on the command line and in the name of the schema's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Shared => "shared",
            Self::Edition => "edition",
            Self::Audience => "audience",
            Self::Text => "text",
            Self::Labels => "labels",
            Self::Language => "language",
            Self::ImportMap => "import-map",
        }
    }

    /// Where its files stand in a project, as the pattern that editors take.
    pub fn files(self) -> &'static str {
        match self {
            Self::House => "data/house.yaml",
            Self::Shared => "data/shared/*.yaml",
            Self::Edition => "data/editions/*/*.yaml",
            Self::Audience => "data/editions/*/audiences/*.yaml",
            Self::Text => "data/editions/*/text/*.yaml",
            Self::Labels => "data/labels/*.yaml",
            Self::Language => "data/languages/*.yaml",
            Self::ImportMap => "data/maps/*.yaml",
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::House => "What all editions of a house share: series, order of sections, style, defaults.",
            Self::Shared => {
                "What all editions share: units, metrics, glossary, places, organizations and people."
            }
            Self::Edition => {
                "Some of the sections of one edition, in no language. Another file of the folder may hold others; \
                 what the shared files say may be changed or removed here."
            }
            Self::Audience => {
                "What differs for one audience: an entry names by its `id` what it changes, and `delete: true` \
                 removes it."
            }
            Self::Text => {
                "The words of one edition in one language. Numbers, dates and names are pointed at: `{id}`."
            }
            Self::Labels => {
                "The template's own words in one language. What a project leaves out is taken from the program."
            }
            Self::Language => {
                "What a language says about itself: numbers, dates and lists in words. For a language that the program \
                 does not bring with it, whose labels are then in `data/labels/*.yaml`."
            }
            Self::ImportMap => {
                "How a table of another institution becomes entries of an edition: which columns, which rows, which \
                 keys. For `mujaz import`."
            }
        }
    }
}

/// Why a word names no kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKind(String);

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no kind of file `{}`", self.0)
    }
}

impl std::error::Error for UnknownKind {}

impl FromStr for FileKind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        let known = Self::ALL.into_iter().find(|kind| kind.name() == word);
        known.ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

/// The schema of a kind of file.
pub fn schema(kind: FileKind) -> Value {
    let (body, mut parts) = match kind {
        FileKind::House => data::house(),
        FileKind::Shared => data::shared(),
        FileKind::Edition => data::edition(),
        FileKind::Audience => data::audience(),
        FileKind::Text => words::text(),
        FileKind::Labels => words::labels(),
        FileKind::Language => data::language(),
        FileKind::ImportMap => data::import_map(),
    };
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), json!(DIALECT)),
        ("$id".to_owned(), json!(format!("urn:mujaz:schema:{}", kind.name()))),
        ("title".to_owned(), json!(format!("mujaz {} ({})", kind.name(), kind.files()))),
        ("description".to_owned(), json!(kind.description())),
    ]);
    schema.extend(body.into_iter().filter(|(key, _)| key != "description"));
    changes::prune(&schema, &mut parts);
    if !parts.is_empty() {
        schema.insert("$defs".to_owned(), Value::Object(parts));
    }
    arrange(&mut schema);
    Value::Object(schema)
}

/// Puts the words of a schema, and of all inside it, in the order in which people read them.
fn arrange(schema: &mut Schema) {
    const ORDER: [&str; 19] = [
        "$schema",
        "$id",
        "title",
        "$ref",
        "description",
        "default",
        "const",
        "enum",
        "type",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "anyOf",
        "oneOf",
        "if",
        "then",
        "else",
        "allOf",
    ];
    let rank = |key: &String| ORDER.iter().position(|known| known == key).unwrap_or(ORDER.len());
    let mut words: Vec<(String, Value)> = std::mem::take(schema).into_iter().collect();
    words.sort_by_key(|(key, _)| rank(key));
    schema.extend(words);
    each_inside(schema, arrange);
}

/// The schema of a kind of file as it is written: indented, with a line break at the end.
pub fn to_json(kind: FileKind) -> String {
    format!("{:#}\n", schema(kind))
}

/// A closed object with these properties.
fn object(properties: Schema, required: &[&str]) -> Schema {
    let mut schema = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), Value::Object(properties)),
        ("additionalProperties".to_owned(), json!(false)),
    ]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema
}

/// Calls a function for each schema directly inside another.
fn each_inside<'a>(schema: &'a mut Schema, mut visit: impl FnMut(&'a mut Schema)) {
    for (key, value) in schema.iter_mut() {
        match (key.as_str(), value) {
            ("properties" | "patternProperties" | "$defs", Value::Object(named)) => {
                named.values_mut().filter_map(Value::as_object_mut).for_each(&mut visit);
            }
            ("anyOf" | "oneOf" | "allOf", Value::Array(list)) => {
                list.iter_mut().filter_map(Value::as_object_mut).for_each(&mut visit);
            }
            ("items" | "additionalProperties" | "if" | "then" | "else", Value::Object(inner)) => visit(inner),
            _ => {}
        }
    }
}
