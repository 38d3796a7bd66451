//! Faults in tables: which heading belongs to which cell.

use lopdf::{Document, Object, ObjectId};

use super::plant::{Kind, dictionary, element, elements, objects};

/// Clause 7.5 of ISO 14289-1, 14.8.5.7 of ISO 32000-1.
pub const KINDS: &[Kind] = &[
    objects("a column heading without scope or headings", |file| {
        for id in elements(file, "TH") {
            attributes(file, id, |entries| drop(entries.remove(b"Scope")));
        }
        for id in elements(file, "TD") {
            attributes(file, id, |entries| drop(entries.remove(b"Headers")));
        }
    }),
    objects("headings that are tagged as cells", |file| {
        for id in elements(file, "TH") {
            dictionary(file, id).set("S", "TD");
        }
    }),
    objects("a cell under a heading that is not there", |file| {
        let cell = elements(file, "TD").into_iter().find(|id| has_headers(file, *id)).expect("such a cell");
        attributes(file, cell, |entries| {
            entries.set("Headers", vec![Object::string_literal("nowhere")]);
        });
    }),
    objects("two headings of one name", |file| {
        let named: Vec<ObjectId> = elements(file, "TH")
            .into_iter()
            .filter(|id| file.get_dictionary(*id).is_ok_and(|it| it.has(b"ID")))
            .take(2)
            .collect();
        let name = dictionary(file, named[0]).get(b"ID").expect("a name").clone();
        dictionary(file, named[1]).set("ID", name);
    }),
    objects("a row with a cell too few", |file| {
        let row = elements(file, "TR").pop().expect("a row");
        let kids = dictionary(file, row).get_mut(b"K").and_then(Object::as_array_mut).expect("cells");
        kids.pop();
    }),
    objects("a row outside a table", |file| element(file, "TR").set("S", "Div")),
    objects("a table without rows", |file| element(file, "Table").set("S", "Sect")),
];

fn has_headers(file: &Document, cell: ObjectId) -> bool {
    let own = file.get_dictionary(cell).and_then(|it| it.get(b"A")).expect("attributes");
    let lists: Vec<&Object> = own.as_array().map_or(vec![own], |all| all.iter().collect());
    lists.iter().any(|list| {
        list.as_dict()
            .and_then(|it| it.get(b"Headers"))
            .and_then(Object::as_array)
            .is_ok_and(|it| !it.is_empty())
    })
}

/// Changes the attributes of an element, be they one dictionary or several.
fn attributes(file: &mut Document, id: ObjectId, change: fn(&mut lopdf::Dictionary)) {
    let Ok(own) = dictionary(file, id).get_mut(b"A") else { return };
    match own {
        Object::Array(lists) => lists.iter_mut().filter_map(|it| it.as_dict_mut().ok()).for_each(change),
        Object::Dictionary(one) => change(one),
        other => panic!("{other:?} are no attributes"),
    }
}
