//! Faults on pages: colour, transparency, annotations, layers, actions.

use lopdf::content::Operation;
use lopdf::{Document, Object, Stream, dictionary};

use super::plant::{
    Kind, all, catalog, content, dictionary as entries, link, objects, of_catalog, on_page, page, resources,
};

/// Clauses 6.2 to 6.5 and 6.9 of ISO 19005-3.
pub const KINDS: &[Kind] = &[
    objects("no output intent", |file| drop(catalog(file).remove(b"OutputIntents"))),
    objects("an output intent without a colour profile", |file| {
        let intent = all(file, b"S", b"GTS_PDFA1")[0];
        entries(file, intent).remove(b"DestOutputProfile");
    }),
    objects("colours of a device and no output intent", |file| {
        catalog(file).remove(b"OutputIntents");
        paint(file, vec![Operation::new("rg", vec![1.into(), 0.into(), 0.into()])]);
    }),
    objects("colours of a printer", |file| {
        paint(file, vec![Operation::new("k", vec![0.into(), 1.into(), 0.into(), 0.into()])]);
    }),
    objects("transparency without a colour space to blend in", |file| {
        catalog(file).remove(b"OutputIntents");
        for page in file.page_iter().collect::<Vec<_>>() {
            entries(file, page).remove(b"Group");
        }
        state(file, dictionary! { "Type" => "ExtGState", "ca" => 0.5 });
    }),
    objects("a blend mode that nobody knows", |file| {
        state(file, dictionary! { "Type" => "ExtGState", "BM" => "Darker" });
    }),
    objects("a transfer function", |file| {
        state(file, dictionary! { "Type" => "ExtGState", "TR" => "Identity" });
    }),
    objects("an operator that nobody knows", |file| paint(file, vec![Operation::new("foo", vec![])])),
    objects("a script that runs on opening", |file| {
        catalog(file).set(
            "OpenAction",
            dictionary! {
                "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)"),
            },
        );
    }),
    objects("a link that starts a program", |file| {
        let link = link(file);
        link.remove(b"Dest");
        link.set("A", dictionary! { "S" => "Launch", "F" => Object::string_literal("calc.exe") });
    }),
    objects("an action on turning to a page", |file| {
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org") };
        on_page(file).set("AA", dictionary! { "O" => action });
    }),
    objects("a link that is not printed", |file| drop(link(file).remove(b"F"))),
    objects("a link that is hidden", |file| link(file).set("F", 2)),
    objects("a drawing without its appearance", |file| {
        annotate(
            file,
            dictionary! { "Subtype" => "Square", "Contents" => Object::string_literal("a square") },
        );
    }),
    objects("a film on a page", |file| {
        annotate(file, dictionary! { "Subtype" => "Movie", "Contents" => Object::string_literal("a film") });
    }),
    objects("a form of XFA", |file| {
        let form =
            dictionary! { "Fields" => Vec::<Object>::new(), "XFA" => Object::string_literal("<xdp/>") };
        catalog(file).set("AcroForm", form);
    }),
    objects("layers without a name", |file| {
        let layer = file.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("one") });
        let setting = dictionary! { "ON" => vec![Object::Reference(layer)] };
        let layers = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => setting };
        catalog(file).set("OCProperties", layers);
    }),
    objects("a page larger than a reader shows", |file| {
        on_page(file).set("MediaBox", [0, 0, 20_000, 20_000].map(Object::Integer).to_vec());
    }),
    objects("a content stream in LZW", |file| {
        // Clear, a space, end of data: nine bits each.
        let space = Stream::new(dictionary! { "Filter" => "LZWDecode" }, vec![0x80, 0x08, 0x20, 0x20]);
        let more = Object::Reference(file.add_object(space.with_compression(false)));
        let whole = on_page(file).get(b"Contents").expect("contents").clone();
        on_page(file).set("Contents", vec![whole, more]);
    }),
    objects("a page that is not counted", |file| of_catalog(file, b"Pages").set("Count", 1)),
];

/// Paints a small square with its own settings before all else, as decoration.
fn paint(file: &mut Document, mut settings: Vec<Operation>) {
    let mut operations = vec![Operation::new("BMC", vec!["Artifact".into()]), Operation::new("q", vec![])];
    operations.append(&mut settings);
    operations.extend([
        Operation::new("re", vec![1.into(), 1.into(), 1.into(), 1.into()]),
        Operation::new("f", vec![]),
        Operation::new("Q", vec![]),
        Operation::new("EMC", vec![]),
    ]);
    content(file, |all| drop(all.splice(0..0, operations)));
}

/// Paints with a graphics state.
fn state(file: &mut Document, state: lopdf::Dictionary) {
    let own = resources(file);
    match own.get_mut(b"ExtGState").and_then(Object::as_dict_mut) {
        Ok(states) => states.set("Planted", state),
        Err(_) => own.set("ExtGState", dictionary! { "Planted" => state }),
    }
    paint(file, vec![Operation::new("gs", vec!["Planted".into()])]);
}

/// Puts an annotation on the first page.
fn annotate(file: &mut Document, mut annotation: lopdf::Dictionary) {
    annotation.set("Type", "Annot");
    annotation.set("F", 4);
    annotation.set("Rect", [10, 10, 20, 20].map(Object::Integer).to_vec());
    annotation.set("P", Object::Reference(page(file)));
    let id = Object::Reference(file.add_object(annotation));
    match on_page(file).get_mut(b"Annots").and_then(Object::as_array_mut) {
        Ok(annotations) => annotations.push(id),
        Err(_) => on_page(file).set("Annots", vec![id]),
    }
}
