//! Faults in fonts: what a glyph looks like, how wide it is, and what it means.

use lopdf::{Document, Object, ObjectId, StringFormat};

use super::plant::{Kind, all, content, dictionary, first, objects};

/// Clause 6.2.11 of ISO 19005-3, 7.21 of ISO 14289-1.
pub const KINDS: &[Kind] = &[
    objects("a font that is not in the file", |file| {
        for id in all(file, b"Type", b"FontDescriptor") {
            for key in ["FontFile", "FontFile2", "FontFile3"] {
                dictionary(file, id).remove(key.as_bytes());
            }
        }
    }),
    objects("a font program that is cut off", |file| {
        let font = first(file, b"Type", b"FontDescriptor");
        let key =
            ["FontFile2", "FontFile3"].into_iter().find(|key| font.has(key.as_bytes())).expect("a program");
        let id = font.get(key.as_bytes()).and_then(Object::as_reference).expect("a stream");
        let program = file.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
        let whole = program.get_plain_content().expect("inflates");
        program.set_plain_content(whole[..whole.len() / 2].to_vec());
    }),
    objects("a font without meanings", |file| {
        for id in all(file, b"Subtype", b"Type0") {
            dictionary(file, id).remove(b"ToUnicode");
        }
    }),
    objects("glyphs that mean no character", |file| meanings(file, "<0000>")),
    objects("glyphs that mean a private character", |file| meanings(file, "<E000>")),
    objects("glyphs that mean another character", |file| meanings(file, "<0058>")),
    objects("no map from codes to glyphs", |file| {
        for id in all(file, b"Subtype", b"CIDFontType2") {
            dictionary(file, id).remove(b"CIDToGIDMap");
        }
    }),
    objects("a list of glyphs that is not whole", |file| {
        let set = all(file, b"Type", b"FontDescriptor")
            .into_iter()
            .find_map(|id| dictionary(file, id).get(b"CIDSet").and_then(Object::as_reference).ok());
        let set = file.get_object_mut(set.expect("a set")).and_then(Object::as_stream_mut).expect("a stream");
        set.set_plain_content(vec![0x80]);
    }),
    objects("widths that are not those of the font", |file| {
        let font = first(file, b"Subtype", b"CIDFontType2");
        font.set("W", vec![Object::Integer(0), Object::Integer(65_535), Object::Integer(123)]);
    }),
    objects("an empty box for a letter", |file| {
        content(file, |operations| {
            let shown = operations.iter_mut().filter(|it| matches!(it.operator.as_str(), "Tj" | "TJ"));
            for operation in shown.take(1) {
                operation.operator = "Tj".to_owned();
                operation.operands = vec![Object::String(vec![0, 0], StringFormat::Hexadecimal)];
            }
        });
    }),
];

/// Gives one glyph of each font another meaning.
fn meanings(file: &mut Document, meaning: &str) {
    let maps: Vec<ObjectId> = all(file, b"Subtype", b"Type0")
        .into_iter()
        .filter_map(|id| dictionary(file, id).get(b"ToUnicode").and_then(Object::as_reference).ok())
        .collect();
    for id in maps {
        let map = file.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
        let text = String::from_utf8(map.get_plain_content().expect("inflates")).expect("text");
        let (before, after) = text.split_once("beginbfchar").expect("single meanings");
        let (code, rest) = after.trim_start().split_once(' ').expect("a code");
        let (_, rest) = rest.split_once('>').expect("a meaning");
        map.set_plain_content(format!("{before}beginbfchar\n{code} {meaning}{rest}").into_bytes());
    }
}
