//! The JSON Schemas of the values of a language file that are read by hand: patterns, nouns, words by gender.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    Around, AroundTwo, ClockPattern, Compared, DayPattern, Gendered, Money, MonthPattern, Noun, NumberWord,
    Placed, Scaling,
};
use crate::model::NounForms;

/// Implements `JsonSchema` under a name of its own.
macro_rules! schemas {
    ($($name:ty as $word:literal => $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $word.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    )*};
}

fn pattern(pattern: &str, example: &str) -> Schema {
    json_schema!({
        "description": "Words with places in braces for what the program writes.",
        "type": "string",
        "pattern": pattern,
        "patternErrorMessage": format!("Write words with their places in braces, as in {example}."),
        "examples": [example],
    })
}

/// A text, or the forms of a noun.
fn noun(generator: &mut SchemaGenerator, description: &str) -> Schema {
    let forms = generator.subschema_for::<NounForms>();
    json_schema!({
        "description": description,
        "anyOf": [{ "type": "string" }, forms],
    })
}

schemas! {
    Around as "Pattern" => |_| pattern(r"^[^{}]*\{\}[^{}]*$", "etwa {}");
    AroundTwo as "PatternOfTwo" => |_| pattern(r"^[^{}]*\{\}[^{}]*\{\}[^{}]*$", "zwischen {} und {}");
    Placed as "QualifierPattern" => |_| pattern(r"^(?:[^{}]*\{\}[^{}]*|\{\}[^{}]*\{\})$", "mehr als {}");
    DayPattern as "DayPattern" => |_| pattern(
        r"^(?:\{day\}[^{}]* \{month\}[^{}]* \{year\}|\{month\} \{day\}, \{year\})$",
        "{day}. {month} {year}",
    );
    MonthPattern as "MonthPattern" => |_| pattern(r"^\{month\}[^{}]* \{year\}$", "{month} {year}");
    ClockPattern as "ClockPattern" => |_| pattern(
        r"^\{date\}[^{}]*\{(?:h|hh)\}[^{}]*\{mm\}[^{}]*$",
        "{date}, {hh}:{mm}",
    );
    Compared as "ComparedPattern" => |_| pattern(
        r"^[^{}]*(?:\{value\} \{when\}|\{when\} \{value\})$",
        "Anstieg gegenüber {value} {when}",
    );
    Noun as "Noun" => |generator| noun(
        generator,
        "A counted noun: one text if it never changes, or its forms by the plural categories of the language.",
    );
    Scaling as "ScaleWord" => |generator| noun(
        generator,
        "A scale word behind digits as a counted noun, or `in_full` where the number is printed in full.",
    );
    NumberWord as "NumberWord" => |_| json_schema!({
        "description": "A small number as a word: one text, or by the gender of the noun behind it.",
        "type": ["string", "object"],
        "properties": {
            "m": { "description": "Before a masculine noun.", "type": "string" },
            "f": { "description": "Before a feminine noun.", "type": "string" },
            "alone": { "description": "Without a noun.", "type": "string" },
        },
        "required": ["m", "f", "alone"],
        "additionalProperties": false,
    });
    Money as "Money" => |generator| {
        let mut forms = NounForms::json_schema(generator);
        if let Some(properties) = forms.get_mut("properties").and_then(|it| it.as_object_mut()) {
            for arabic in ["two_nom", "two_obl", "sign"] {
                properties.remove(arabic);
            }
            properties.insert("before".to_owned(), json_schema!({
                "description": "A sign glued before the digits: `US$`. The noun is then for sums without digits.",
                "type": "string",
            }).to_value());
        }
        json_schema!({
            "description": "A currency: a counted noun, or a sign before the digits and the noun.",
            "anyOf": [{ "type": "string" }, forms],
        })
    };
}

impl<T: JsonSchema> JsonSchema for Gendered<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ByGender", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let [same, m, f] = [(); 3].map(|()| generator.subschema_for::<T>());
        let described = |schema: Schema, description: &str| json_schema!({ "description": description, "allOf": [schema] });
        json_schema!({
            "description": "One text for all nouns, or one for each gender.",
            "anyOf": [
                same,
                {
                    "type": "object",
                    "properties": {
                        "m": described(m, "With a masculine noun."),
                        "f": described(f, "With a feminine noun."),
                    },
                    "required": ["m", "f"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
