//! A tagged PDF -> its text as a reader hears it: the tag tree with the text of every element, line by line.
//!
//! Elements are followed from `/StructTreeRoot`; the text of an element is what its `/ActualText` says, else the
//! text of its marked content (ISO 32000-1, 14.7 and 14.8), in the order of the content. Where text is not tagged
//! it counts as decoration.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::cmap::CMap;
use super::inside::{STREAM_LIMIT, dictionary, text};

/// Levels of the tag tree that are followed.
const DEPTH: usize = 128;
/// Lines that are read.
const LINES: usize = 1_000_000;

/// The tag tree, an element on each line behind as many spaces as it has elements around it: `H1: text`, with
/// alternative text and language in brackets. Empty for a PDF without tags.
pub fn tagged_text(document: &Document) -> Vec<String> {
    let mut reader = Reader {
        document,
        pages: document.get_pages().values().map(|page| (*page, None)).collect(),
        fonts: HashMap::new(),
        seen: HashSet::new(),
        lines: Vec::new(),
    };
    let root = document.catalog().ok().and_then(|it| it.get(b"StructTreeRoot").ok());
    if let Some(kids) = root.and_then(|root| dictionary(document, root)?.get(b"K").ok()) {
        reader.kids(kids, None, 0, None);
    }
    reader.lines
}

/// The text of each marked content of a page.
type Marked = BTreeMap<i64, String>;

struct Reader<'a> {
    document: &'a Document,
    /// Pages, and their text once it was asked for.
    pages: BTreeMap<ObjectId, Option<Rc<Marked>>>,
    fonts: HashMap<ObjectId, Rc<CMap>>,
    seen: HashSet<ObjectId>,
    lines: Vec<String>,
}

impl<'a> Reader<'a> {
    /// What stands below an element that is on this page, if it says one.
    fn kids(&mut self, kids: &'a Object, page: Option<ObjectId>, depth: usize, line: Option<usize>) {
        if depth > DEPTH || self.lines.len() > LINES {
            return;
        }
        if let Ok(id) = kids.as_reference()
            && self.document.get_dictionary(id).is_ok()
            && !self.seen.insert(id)
        {
            return;
        }
        let Ok((_, kids)) = self.document.dereference(kids) else { return };
        match kids {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kids(kid, page, depth, line)),
            Object::Integer(id) => self.marked(*id, page, line),
            Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                let id = kid.get(b"MCID").and_then(Object::as_i64);
                id.into_iter().for_each(|id| self.marked(id, page_of(kid).or(page), line));
            }
            Object::Dictionary(kid) if kid.has_type(b"OBJR") => {
                let object = kid.get(b"Obj").ok().and_then(|it| dictionary(self.document, it));
                let said = object.and_then(|object| text(self.document, object.get(b"Contents").ok()?));
                self.lines.extend(said.map(|said| format!("{:depth$}link:{said}", "")));
            }
            Object::Dictionary(element) => self.element(element, page_of(element).or(page), depth),
            _ => {}
        }
    }

    fn element(&mut self, element: &'a Dictionary, page: Option<ObjectId>, depth: usize) {
        let name = element.get(b"S").and_then(Object::as_name).unwrap_or(b"?");
        let mut line = format!("{:depth$}{}", "", String::from_utf8_lossy(name));
        for (key, shown) in [(&b"Lang"[..], "lang"), (b"Alt", "alt"), (b"E", "for"), (b"T", "title")] {
            if let Some(said) = element.get(key).ok().and_then(|it| text(self.document, it)) {
                line += &format!(" [{shown} {said}]");
            }
        }
        line.push_str(": ");
        let actual = element.get(b"ActualText").ok().and_then(|it| text(self.document, it));
        let is_actual = actual.is_some();
        line += &actual.unwrap_or_default();
        self.lines.push(line);
        let line = self.lines.len() - 1;
        if let Some(kids) = element.get(b"K").ok().filter(|_| !is_actual) {
            self.kids(kids, page, depth + 1, Some(line));
        }
    }

    /// Adds the text of marked content to the line of its element.
    fn marked(&mut self, id: i64, page: Option<ObjectId>, line: Option<usize>) {
        let Some(page) = page else { return };
        let known = match self.pages.get(&page) {
            Some(Some(known)) => Rc::clone(known),
            Some(None) => {
                let read = Rc::new(self.page(page));
                self.pages.insert(page, Some(Rc::clone(&read)));
                read
            }
            None => return,
        };
        let line = line.and_then(|line| self.lines.get_mut(line));
        if let (Some(said), Some(line)) = (known.get(&id), line) {
            line.push_str(said);
        }
    }

    /// The text of a page by its marks.
    fn page(&mut self, page: ObjectId) -> Marked {
        let mut marked = Marked::new();
        let fonts = self.page_fonts(page);
        let Ok(content) = self.document.get_page_content_with_limit(page, STREAM_LIMIT) else {
            return marked;
        };
        let Ok(content) = Content::decode(&content) else { return marked };
        let mut font: Option<Rc<CMap>> = None;
        // For each open mark its id, and whether its text is given instead of the letters within.
        let mut open: Vec<(Option<i64>, bool)> = Vec::new();
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let properties = operands.get(1).and_then(|it| dictionary(self.document, it));
                    let id = properties.and_then(|it| it.get(b"MCID").ok()?.as_i64().ok());
                    let around = open.last().copied().unwrap_or((None, false));
                    let actual = properties.and_then(|it| text(self.document, it.get(b"ActualText").ok()?));
                    let id = id.or(around.0);
                    if let (Some(id), Some(actual), false) = (id, &actual, around.1) {
                        marked.entry(id).or_default().push_str(actual);
                    }
                    open.push((id, around.1 || actual.is_some()));
                }
                "EMC" => drop(open.pop()),
                "Tf" => {
                    let name = operands.first().and_then(|it| it.as_name().ok());
                    font = name.and_then(|name| fonts.get(name)).cloned();
                }
                "Tj" | "TJ" | "'" | "\"" => {
                    let Some((Some(id), false)) = open.last() else { continue };
                    let Some(font) = &font else { continue };
                    let said = marked.entry(*id).or_default();
                    operands.iter().for_each(|operand| shown(operand, font, said));
                }
                _ => {}
            }
        }
        marked
    }

    fn page_fonts(&mut self, page: ObjectId) -> HashMap<Vec<u8>, Rc<CMap>> {
        let mut fonts = HashMap::new();
        let document = self.document;
        let Ok((own, ids)) = document.get_page_resources(page) else { return fonts };
        let resources = own.into_iter().chain(ids.iter().filter_map(|id| document.get_dictionary(*id).ok()));
        for resources in resources {
            let named = resources.get(b"Font").ok().and_then(|it| dictionary(document, it));
            for (name, font) in named.into_iter().flat_map(Dictionary::iter) {
                let known = font.as_reference().ok().and_then(|id| self.fonts.get(&id).cloned());
                let map = known.unwrap_or_else(|| Rc::new(self.font(font)));
                if let Ok(id) = font.as_reference() {
                    self.fonts.insert(id, Rc::clone(&map));
                }
                fonts.entry(name.clone()).or_insert(map);
            }
        }
        fonts
    }

    fn font(&self, font: &Object) -> CMap {
        let table = dictionary(self.document, font).and_then(|font| font.get(b"ToUnicode").ok());
        let table = table.and_then(|it| self.document.dereference(it).ok()?.1.as_stream().ok());
        let table = table.and_then(|it| it.decompressed_content_with_limit(STREAM_LIMIT).ok());
        CMap::parse(&table.unwrap_or_default())
    }
}

/// The text of a string, or of the strings of an array.
fn shown(operand: &Object, font: &CMap, said: &mut String) {
    match operand {
        Object::String(codes, _) => said.push_str(&font.decode(codes)),
        Object::Array(parts) => {
            parts.iter().filter(|part| part.as_str().is_ok()).for_each(|part| shown(part, font, said))
        }
        _ => {}
    }
}

/// The page that an element or a reference to content says it is on.
fn page_of(dictionary: &Dictionary) -> Option<ObjectId> {
    dictionary.get(b"Pg").ok()?.as_reference().ok()
}
