//! Faults in the tree of tags: what a screen reader reads.

use lopdf::{Dictionary, Object, dictionary};

use super::plant::{
    Kind, all, catalog, content, dictionary as entries, element, elements, link, objects, of_catalog, on_page,
};

/// Clauses 7.1, 7.3, 7.4 and 7.18 of ISO 14289-1, 6.7.3 and 6.7.4 of ISO 19005-3.
pub const KINDS: &[Kind] = &[
    objects("no tree of tags", |file| drop(catalog(file).remove(b"StructTreeRoot"))),
    objects("a page without its number in the tree", |file| drop(on_page(file).remove(b"StructParents"))),
    objects("no way from pages into the tree", |file| {
        of_catalog(file, b"StructTreeRoot").remove(b"ParentTree");
    }),
    objects("text without a tag", |file| {
        content(file, |operations| {
            let at =
                operations.iter().position(|it| it.operator == "BDC" && tags(&it.operands)).expect("one");
            let end = operations[at..].iter().position(|it| it.operator == "EMC").expect("its end");
            operations.remove(at + end);
            operations.remove(at);
        });
    }),
    objects("text that is called decoration", |file| {
        content(file, |operations| {
            let tagged = operations.iter_mut().filter(|it| it.operator == "BDC" && tags(&it.operands));
            for operation in tagged {
                operation.operands =
                    vec!["Artifact".into(), Dictionary::from_iter([("Type", "Layout")].map(named)).into()];
            }
        });
    }),
    objects("decoration inside a tag", |file| {
        content(file, |operations| {
            let at =
                operations.iter().position(|it| it.operator == "BDC" && tags(&it.operands)).expect("one");
            operations.insert(at + 1, lopdf::content::Operation::new("BMC", vec!["Artifact".into()]));
            operations.insert(at + 2, lopdf::content::Operation::new("EMC", vec![]));
        });
    }),
    objects("a standard tag that means another", |file| {
        of_catalog(file, b"StructTreeRoot").set("RoleMap", dictionary! { "P" => "Span" });
    }),
    objects("a tag that nobody knows", |file| element(file, "P").set("S", "Absatz")),
    objects("a picture without words for it", |file| drop(element(file, "Figure").remove(b"Alt"))),
    objects("a heading of a level too deep", |file| element(file, "H2").set("S", "H4")),
    objects("headings with and without levels", |file| element(file, "H2").set("S", "H")),
    objects("a list entry outside a list", |file| element(file, "L").set("S", "Div")),
    objects("a link that is not tagged as one", |file| {
        for id in elements(file, "Link") {
            entries(file, id).set("S", "Span");
        }
    }),
    objects("a link without words for it", |file| drop(link(file).remove(b"Contents"))),
    objects("a link without its number in the tree", |file| drop(link(file).remove(b"StructParent"))),
    objects("a page whose links are in no order", |file| {
        let page = file.page_iter().find(|id| file.get_dictionary(*id).is_ok_and(|it| it.has(b"Annots")));
        entries(file, page.expect("a page with links")).remove(b"Tabs");
    }),
    objects("a link to a page that is not there", |file| {
        let id = all(file, b"Subtype", b"Link")
            .into_iter()
            .find(|id| file.get_dictionary(*id).is_ok_and(|it| it.has(b"Dest")));
        let nowhere = Object::Array(vec![Object::Reference((99_999, 0)), "Fit".into()]);
        entries(file, id.expect("a link inside")).set("Dest", nowhere);
    }),
];

fn named((key, value): (&str, &str)) -> (String, Object) {
    (key.to_owned(), value.into())
}

/// Whether properties give a place in the tree.
fn tags(operands: &[Object]) -> bool {
    operands.get(1).and_then(|it| it.as_dict().ok()).is_some_and(|it| it.has(b"MCID"))
}
