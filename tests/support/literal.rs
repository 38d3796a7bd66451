//! PDF bytes -> text by the letter of ISO 32000-1, and nothing else: the structure tree gives the order,
//! marked content `ReversedChars` and `ActualText`, fonts `/ToUnicode`. No line is guessed from positions
//! and no letter is turned because of its script.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pdf_font::{Font, utf16};

/// Structure types within a line of text; all others are blocks.
const INLINE: [&[u8]; 8] = [b"Span", b"Link", b"Reference", b"Quote", b"Em", b"Strong", b"Code", b"Annot"];

/// The text of the blocks in logical order; empty ones are left out.
pub fn blocks(bytes: &[u8]) -> Vec<String> {
    let file = Document::load_mem(bytes).expect("a PDF");
    let mut reader = Reader::new(&file);
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for (place, block) in reader.structure() {
        let text = reader.page(place.0).get(&place.1).map_or("", String::as_str);
        texts.entry(block).or_default().push_str(text);
    }
    texts.into_values().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Whether any text from right to left hides behind `ActualText`.
pub fn has_actual_text_from_right(bytes: &[u8]) -> bool {
    let file = Document::load_mem(bytes).expect("a PDF");
    file.get_pages().into_values().any(|page| {
        let content = file.get_page_content(page);
        let operations = Content::decode(&content).expect("operators").operations;
        let spans = operations.iter().filter_map(|it| actual_text(it.operands.get(1)?.as_dict().ok()?));
        spans.into_iter().any(|text| text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}')))
    })
}

fn actual_text(properties: &Dictionary) -> Option<String> {
    let bytes = properties.get(b"ActualText").ok()?.as_str().ok()?;
    Some(match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => utf16(wide),
        None => String::from_utf8_lossy(bytes).into_owned(),
    })
}

/// A page and a number of marked content on it.
type Place = (ObjectId, i64);

struct Reader<'a> {
    file: &'a Document,
    fonts: BTreeMap<ObjectId, Font>,
    pages: BTreeMap<ObjectId, BTreeMap<i64, String>>,
}

/// A span of marked content that is open.
struct Span {
    reversed: bool,
    mcid: Option<i64>,
    actual: bool,
}

impl<'a> Reader<'a> {
    fn new(file: &'a Document) -> Self {
        Self { file, fonts: BTreeMap::new(), pages: BTreeMap::new() }
    }

    /// Every piece of marked content in logical order, with the number of its block.
    fn structure(&self) -> Vec<(Place, usize)> {
        let root = self.file.catalog().and_then(|it| it.get(b"StructTreeRoot")).expect("a structure tree");
        let (_, root) = self.file.dereference(root).expect("a structure tree");
        let (mut found, mut block) = (Vec::new(), 0);
        self.element(root.as_dict().expect("a dictionary"), None, &mut block, &mut found);
        found
    }

    fn element(
        &self,
        element: &Dictionary,
        page: Option<ObjectId>,
        block: &mut usize,
        found: &mut Vec<(Place, usize)>,
    ) {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let parts = element.get(b"S").and_then(Object::as_name).is_ok_and(|kind| !INLINE.contains(&kind));
        *block += usize::from(parts);
        if let Ok(kids) = element.get(b"K") {
            self.kid(kids, page, block, found);
        }
        *block += usize::from(parts);
    }

    fn kid(&self, kid: &Object, page: Option<ObjectId>, block: &mut usize, found: &mut Vec<(Place, usize)>) {
        match self.file.dereference(kid).expect("a kid").1 {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kid(kid, page, block, found)),
            Object::Integer(mcid) => found.push(((page.expect("a page"), *mcid), *block)),
            Object::Dictionary(kid) => match kid.get(b"Type").and_then(Object::as_name) {
                Ok(b"MCR") => {
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    let mcid = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                    found.push(((page.expect("a page"), mcid), *block));
                }
                Ok(b"OBJR") => {}
                _ => self.element(kid, page, block, found),
            },
            other => panic!("{other:?} is no kid"),
        }
    }

    /// The text of a page by number of marked content.
    fn page(&mut self, page: ObjectId) -> &BTreeMap<i64, String> {
        if !self.pages.contains_key(&page) {
            let texts = self.shown(page);
            self.pages.insert(page, texts);
        }
        &self.pages[&page]
    }

    fn shown(&mut self, page: ObjectId) -> BTreeMap<i64, String> {
        let mut texts: BTreeMap<i64, String> = BTreeMap::new();
        let mut say = |mcid: Option<i64>, text: &str| {
            mcid.into_iter().for_each(|mcid| texts.entry(mcid).or_default().push_str(text));
        };
        let (mut spans, mut font): (Vec<Span>, _) = (Vec::new(), None);
        let content = self.file.get_page_content(page);
        for operation in Content::decode(&content).expect("operators").operations {
            let operands = &operation.operands;
            let mcid = spans.iter().rev().find_map(|span| span.mcid);
            let hidden = spans.iter().any(|span| span.actual);
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    let properties = operands.get(1).and_then(|it| it.as_dict().ok());
                    let actual = properties.and_then(actual_text);
                    let own = properties.and_then(|it| it.get(b"MCID").ok()?.as_i64().ok());
                    let reversed = operands[0].as_name().is_ok_and(|tag| tag == b"ReversedChars");
                    spans.push(Span { reversed, mcid: own, actual: actual.is_some() });
                    if let Some(text) = actual.filter(|_| !hidden) {
                        say(own.or(mcid), &text);
                    }
                }
                "EMC" => drop(spans.pop().expect("BMC before EMC")),
                "Tf" => font = Some(self.font(page, operands[0].as_name().expect("a name"))),
                "Tj" | "TJ" if !hidden => {
                    let items = operands[0].as_array().map_or(&operands[..1], Vec::as_slice).iter();
                    let font = &self.fonts[&font.expect("Tf before text")];
                    let shown =
                        items.filter_map(|item| item.as_str().ok()).flat_map(|codes| font.glyphs(codes));
                    let mut glyphs: Vec<String> = shown.map(|(text, _)| text).collect();
                    if spans.iter().any(|span| span.reversed) {
                        glyphs.reverse();
                    }
                    say(mcid, &glyphs.concat());
                }
                _ => {}
            }
        }
        texts
    }

    fn font(&mut self, page: ObjectId, name: &[u8]) -> ObjectId {
        let (direct, inherited) = self.file.get_page_resources(page).expect("resources");
        let inherited = inherited.iter().filter_map(|id| self.file.get_dictionary(*id).ok());
        let found = direct.into_iter().chain(inherited).find_map(|resources| {
            let (_, fonts) = self.file.dereference(resources.get(b"Font").ok()?).ok()?;
            let reference = fonts.as_dict().ok()?.get(name).ok()?;
            let (_, font) = self.file.dereference(reference).ok()?;
            Some((reference.as_reference().ok()?, font.as_dict().ok()?))
        });
        let (id, font) = found.expect("the font");
        let file = self.file;
        self.fonts.entry(id).or_insert_with(|| Font::read(file, font));
        id
    }
}
