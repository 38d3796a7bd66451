//! A sound PDF -> the same with one fault: what the plants of all kinds stand on.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// One kind of fault.
pub struct Kind {
    /// What is wrong, in few words; unique.
    pub name: &'static str,
    /// Makes it.
    plant: Plant,
}

/// How a fault is made.
enum Plant {
    /// In the objects.
    Objects(fn(&mut Document)),
    /// In the file, after the objects were written.
    Bytes(fn(&mut Vec<u8>)),
}

/// A kind that is made in the objects.
pub const fn objects(name: &'static str, plant: fn(&mut Document)) -> Kind {
    Kind { name, plant: Plant::Objects(plant) }
}

/// A kind that is made in the file.
pub const fn bytes(name: &'static str, plant: fn(&mut Vec<u8>)) -> Kind {
    Kind { name, plant: Plant::Bytes(plant) }
}

/// The file with the fault in it; `clean` is what the same objects give without, and differs.
pub fn planted(sound: &Document, clean: &[u8], kind: &Kind) -> Vec<u8> {
    let faulty = match kind.plant {
        Plant::Objects(change) => {
            let mut file = sound.clone();
            change(&mut file);
            written(file)
        }
        Plant::Bytes(change) => {
            let mut bytes = clean.to_vec();
            change(&mut bytes);
            bytes
        }
    };
    assert!(faulty != clean, "{}: nothing was planted", kind.name);
    faulty
}

/// The file of a document.
pub fn written(mut file: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("writes");
    bytes
}

/// The catalog.
pub fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().expect("a catalog")
}

/// The dictionary that an entry of the catalog holds or refers to.
pub fn of_catalog<'a>(file: &'a mut Document, key: &[u8]) -> &'a mut Dictionary {
    match catalog(file).get(key).expect("the entry").as_reference() {
        Ok(id) => file.get_dictionary_mut(id).expect("a dictionary"),
        Err(_) => catalog(file).get_mut(key).expect("the entry").as_dict_mut().expect("a dictionary"),
    }
}

/// The information dictionary.
pub fn info(file: &mut Document) -> &mut Dictionary {
    let id = file.trailer.get(b"Info").and_then(Object::as_reference).expect("/Info");
    file.get_dictionary_mut(id).expect("a dictionary")
}

/// The objects that are dictionaries, or streams with one, whose `key` is the name `value`; at least one.
pub fn all(file: &Document, key: &[u8], value: &[u8]) -> Vec<ObjectId> {
    let own = |object: &'_ Object| match object {
        Object::Dictionary(own) => own.get(key).and_then(Object::as_name).is_ok_and(|it| it == value),
        Object::Stream(own) => own.dict.get(key).and_then(Object::as_name).is_ok_and(|it| it == value),
        _ => false,
    };
    let found: Vec<_> = file.objects.iter().filter(|(_, object)| own(object)).map(|(id, _)| *id).collect();
    assert!(!found.is_empty(), "nothing has /{}", String::from_utf8_lossy(value));
    found
}

/// The first of [`all`], as a dictionary.
pub fn first<'a>(file: &'a mut Document, key: &[u8], value: &[u8]) -> &'a mut Dictionary {
    let id = all(file, key, value)[0];
    dictionary(file, id)
}

/// The dictionary of an object, or of a stream.
pub fn dictionary(file: &mut Document, id: ObjectId) -> &mut Dictionary {
    match file.get_object_mut(id).expect("the object") {
        Object::Dictionary(own) => own,
        Object::Stream(own) => &mut own.dict,
        other => panic!("{other:?} has no entries"),
    }
}

/// The structure elements of a type.
pub fn elements(file: &Document, role: &str) -> Vec<ObjectId> {
    all(file, b"S", role.as_bytes())
}

/// The first structure element of a type.
pub fn element<'a>(file: &'a mut Document, role: &str) -> &'a mut Dictionary {
    first(file, b"S", role.as_bytes())
}

/// The first link of the pages.
pub fn link(file: &mut Document) -> &mut Dictionary {
    first(file, b"Subtype", b"Link")
}

/// Replaces a text that stands in the XMP packet.
pub fn xmp(file: &mut Document, from: &str, to: &str) {
    let id = catalog(file).get(b"Metadata").and_then(Object::as_reference).expect("/Metadata");
    let packet = file.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
    let text = String::from_utf8(packet.content.clone()).expect("UTF-8");
    assert!(text.contains(from), "no `{from}` in the packet");
    packet.set_content(text.replacen(from, to, 1).into_bytes());
}

/// Changes the operations of the first page.
pub fn content(file: &mut Document, change: impl FnOnce(&mut Vec<Operation>)) {
    let page = page(file);
    let mut content = Content::decode(&file.get_page_content(page)).expect("operators");
    change(&mut content.operations);
    let stream = Stream::new(Dictionary::new(), content.encode().expect("encodes"));
    let id = file.add_object(stream);
    dictionary(file, page).set("Contents", id);
}

/// The first page.
pub fn page(file: &Document) -> ObjectId {
    file.page_iter().next().expect("a page")
}

/// The entries of the first page.
pub fn on_page(file: &mut Document) -> &mut Dictionary {
    let id = page(file);
    dictionary(file, id)
}

/// The resources of the first page, as an object of their own.
pub fn resources(file: &mut Document) -> &mut Dictionary {
    let id = on_page(file).get(b"Resources").and_then(Object::as_reference).expect("resources");
    dictionary(file, id)
}
