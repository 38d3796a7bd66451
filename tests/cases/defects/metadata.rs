//! Faults in what the file says of itself: the XMP packet, the information dictionary, the catalog.

use lopdf::{Object, StringFormat};

use super::plant::{Kind, catalog, info, objects, of_catalog, xmp};

/// Clauses 6.1.2 and 6.6 of ISO 19005-3, 5, 7.1 and 7.2 of ISO 14289-1.
pub const KINDS: &[Kind] = &[
    objects("no XMP packet", |file| drop(catalog(file).remove(b"Metadata"))),
    objects("an XMP packet that is no XML", |file| xmp(file, "</dc:title>", "")),
    objects("another part of PDF/A in XMP", |file| {
        xmp(file, "<pdfaid:part>3", "<pdfaid:part>2");
    }),
    objects("no level of PDF/A in XMP", |file| {
        xmp(file, "<pdfaid:conformance>A</pdfaid:conformance>", "");
    }),
    objects("no PDF/UA in XMP", |file| xmp(file, "<pdfuaid:part>1</pdfuaid:part>", "")),
    objects("no description of the schema of PDF/UA in XMP", |file| {
        xmp(file, "http://www.aiim.org/pdfua/ns/id/</pdfaSchema", "http://example.org/</pdfaSchema");
    }),
    objects("no title in XMP", |file| {
        xmp(file, "<dc:title>", "<dc:source>");
        xmp(file, "</dc:title>", "</dc:source>");
    }),
    objects("an XMP packet that gives its length", |file| {
        xmp(file, "<?xpacket begin=", "<?xpacket bytes=\"9\" begin=")
    }),
    objects("another title in the information dictionary", |file| {
        info(file).set("Title", Object::String(b"Draft".to_vec(), StringFormat::Literal));
    }),
    objects("another time in the information dictionary", |file| {
        let time = Object::String(b"D:20010101000000Z".to_vec(), StringFormat::Literal);
        info(file).set("CreationDate", time);
    }),
    objects("no language", |file| drop(catalog(file).remove(b"Lang"))),
    objects("a language that is no language tag", |file| {
        catalog(file).set("Lang", Object::string_literal("arabic (Iraq)"));
    }),
    objects("the language of another edition", |file| {
        catalog(file).set("Lang", Object::string_literal("fr"));
    }),
    objects("pages that turn the wrong way", |file| {
        of_catalog(file, b"ViewerPreferences").remove(b"Direction");
    }),
    objects("a window that shows the name of the file", |file| {
        of_catalog(file, b"ViewerPreferences").remove(b"DisplayDocTitle");
    }),
    objects("not marked as tagged", |file| {
        of_catalog(file, b"MarkInfo").set("Marked", false);
    }),
    objects("marked as suspect", |file| {
        of_catalog(file, b"MarkInfo").set("Suspects", true);
    }),
];
