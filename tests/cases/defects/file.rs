//! Faults in the file as a whole and in its attachments.

use lopdf::{Object, StringFormat, dictionary};

use super::plant::{Kind, catalog, dictionary as entries, first, info, objects};

/// Clauses 6.1 and 6.8 of ISO 19005-3, 7.11 and 7.16 of ISO 14289-1.
pub const KINDS: &[Kind] = &[
    objects("no id of the file", |file| drop(file.trailer.remove(b"ID"))),
    objects("an encrypted file", |file| {
        let key = || Object::String(vec![7; 32], StringFormat::Hexadecimal);
        let lock = file.add_object(dictionary! {
            "Filter" => "Standard", "V" => 1, "R" => 2, "O" => key(), "U" => key(), "P" => -4,
        });
        file.trailer.set("Encrypt", lock);
    }),
    objects("a number that is too large", |file| info(file).set("Planted", 5_000_000_000_i64)),
    objects("a name that is too long", |file| info(file).set("Planted", Object::Name(vec![b'n'; 200]))),
    objects("a stream from another file", |file| {
        let id = first(file, b"Type", b"Filespec").get(b"EF").and_then(Object::as_dict).expect("files");
        let id = id.get(b"F").and_then(Object::as_reference).expect("a stream");
        entries(file, id).set("F", Object::string_literal("elsewhere.bin"));
    }),
    objects("an attachment that is nothing to the document", |file| {
        first(file, b"Type", b"Filespec").remove(b"AFRelationship");
    }),
    objects("attachments that belong to nothing", |file| drop(catalog(file).remove(b"AF"))),
    objects("an attachment without a type", |file| {
        first(file, b"Type", b"EmbeddedFile").remove(b"Subtype");
    }),
    objects("an attachment without a name in Unicode", |file| {
        first(file, b"Type", b"Filespec").remove(b"UF");
    }),
    objects("an attachment without a description", |file| {
        first(file, b"Type", b"Filespec").remove(b"Desc");
    }),
    objects("an attachment without its time", |file| {
        let parameters =
            first(file, b"Type", b"EmbeddedFile").get_mut(b"Params").and_then(Object::as_dict_mut);
        parameters.expect("parameters").remove(b"ModDate");
    }),
];
