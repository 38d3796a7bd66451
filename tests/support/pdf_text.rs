//! PDF bytes -> the words of each page, read as ISO 32000 asks: content streams, font encodings,
//! `ActualText` and `ReversedChars`. It knows nothing of Typst, and guesses no direction but that of a
//! word whose pieces touch.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::pdf_font::Font;

/// What a PDF says of itself, and its text.
pub struct PdfText {
    /// The text of each page: words in the order of the content stream, parted by spaces.
    pub pages: Vec<String>,
    /// `/Lang` of the catalog.
    pub lang: String,
    /// `/Title` of the information dictionary, or of the XMP metadata where there is none.
    pub title: String,
    /// Whether the viewer is told `/Direction /R2L`.
    pub right_to_left: bool,
}

/// Reads a whole file; panics on what it cannot read.
pub fn read(bytes: &[u8]) -> PdfText {
    let file = Document::load_mem(bytes).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    let fonts = &mut BTreeMap::new();
    let pages = file.get_pages().into_values().map(|page| page_text(&file, page, fonts)).collect();
    let viewer = catalog.get(b"ViewerPreferences").ok().and_then(|it| file.dereference(it).ok());
    let direction = viewer.and_then(|(_, it)| it.as_dict().ok()?.get(b"Direction").ok()?.as_name().ok());
    PdfText {
        pages,
        lang: catalog.get(b"Lang").map(text_string).unwrap_or_default(),
        title: title(&file).unwrap_or_default(),
        right_to_left: direction == Some(b"R2L"),
    }
}

fn title(file: &Document) -> Option<String> {
    let (_, info) = file.dereference(file.trailer.get(b"Info").ok()?).ok()?;
    info.as_dict().ok()?.get(b"Title").ok().map(text_string)
}

fn page_text(file: &Document, page: ObjectId, fonts: &mut Fonts) -> String {
    let (direct, inherited) = file.get_page_resources(page).expect("resources");
    let mut resources: Vec<&Dictionary> = direct.into_iter().collect();
    resources.extend(inherited.iter().filter_map(|id| file.get_dictionary(*id).ok()));
    let content = file.get_page_content(page).expect("a content stream");
    let mut reader = Reader::new(file, fonts);
    reader.run(&content, &resources);
    words(reader.pieces)
}

/// A PDF text string: UTF-16BE with its mark, or bytes.
fn text_string(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => super::pdf_font::utf16(wide),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

type Fonts = BTreeMap<ObjectId, Font>;
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// The glyphs of one marked-content span (or between two), in the order of the stream.
#[derive(Default)]
struct Piece {
    glyphs: Vec<String>,
    reversed: bool,
    actual: Option<String>,
    /// Left and right edge.
    x: [f64; 2],
    y: f64,
    size: f64,
    widest: f64,
}

impl Piece {
    fn text(&self) -> String {
        match (&self.actual, self.reversed) {
            (Some(text), _) => text.clone(),
            (None, true) => self.glyphs.iter().rev().map(String::as_str).collect(),
            (None, false) => self.glyphs.concat(),
        }
    }
}

/// A marked-content span that is open.
#[derive(Clone, Default)]
struct Span {
    reversed: bool,
    actual: Option<String>,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<ObjectId>,
    size: f64,
    rise: f64,
    char_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
}

struct Reader<'a> {
    file: &'a Document,
    fonts: &'a mut Fonts,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    at: Matrix,
    spans: Vec<Span>,
    pieces: Vec<Piece>,
    fresh: bool,
}

impl<'a> Reader<'a> {
    fn new(file: &'a Document, fonts: &'a mut Fonts) -> Self {
        let state = State {
            ctm: IDENTITY,
            font: None,
            size: 1.0,
            rise: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
        };
        Self {
            file,
            fonts,
            state,
            saved: Vec::new(),
            line: IDENTITY,
            at: IDENTITY,
            spans: Vec::new(),
            pieces: Vec::new(),
            fresh: true,
        }
    }

    fn run(&mut self, content: &[u8], resources: &[&Dictionary]) {
        for operation in Content::decode(content).expect("operators").operations {
            self.operate(&operation, resources);
        }
    }

    fn operate(&mut self, operation: &Operation, resources: &[&Dictionary]) {
        let operands = &operation.operands;
        let number = |at: usize| f64::from(operands[at].as_float().expect("a number"));
        match operation.operator.as_str() {
            "q" => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().expect("q before Q"),
            "cm" => self.state.ctm = times(&std::array::from_fn(number), &self.state.ctm),
            "BT" => self.start_line(IDENTITY),
            "Tm" => self.start_line(std::array::from_fn(number)),
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "TL" => self.state.leading = number(0),
            "Ts" => self.state.rise = number(0),
            "Tc" => self.state.char_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.scale = number(0) / 100.0,
            "Tf" => {
                self.state.font = Some(self.font(operands[0].as_name().expect("a name"), resources));
                self.state.size = number(1);
            }
            "Tj" => self.show(operands[0].as_str().expect("a string")),
            "TJ" => {
                for item in operands[0].as_array().expect("an array") {
                    match item.as_str() {
                        Ok(codes) => self.show(codes),
                        Err(_) => {
                            let back = f64::from(item.as_float().expect("a number"));
                            self.advance(-back / 1000.0 * self.state.size * self.state.scale);
                        }
                    }
                }
            }
            "BMC" | "BDC" => self.open(operands, resources),
            "EMC" => {
                self.spans.pop().expect("BMC before EMC");
                self.fresh = true;
            }
            "Do" => self.form(operands[0].as_name().expect("a name"), resources),
            "'" | "\"" => panic!("the operator {} is not read", operation.operator),
            _ => {}
        }
    }

    fn start_line(&mut self, matrix: Matrix) {
        (self.line, self.at) = (matrix, matrix);
        // Inside a span that says how to read it, everything is one piece.
        self.fresh |= !self.spans.last().is_some_and(|span| span.reversed || span.actual.is_some());
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line));
    }

    fn advance(&mut self, x: f64) {
        self.at = times(&[1.0, 0.0, 0.0, 1.0, x, 0.0], &self.at);
    }

    /// `ReversedChars` and `ActualText` hold for what is nested in them.
    fn open(&mut self, operands: &[Object], resources: &[&Dictionary]) {
        let mut span = self.spans.last().cloned().unwrap_or_default();
        span.reversed |= operands[0].as_name().is_ok_and(|tag| tag == b"ReversedChars");
        let properties = operands.get(1).and_then(|given| match given {
            Object::Name(name) => self.resource(resources, b"Properties", name)?.1.as_dict().ok(),
            other => other.as_dict().ok(),
        });
        let actual = properties.and_then(|it| it.get(b"ActualText").ok()).map(text_string);
        let nested = span.actual.is_some() || span.reversed && !self.fresh;
        span.actual = span.actual.or(actual);
        self.spans.push(span);
        self.fresh |= !nested;
    }

    fn resource(&self, all: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<(Option<ObjectId>, &'a Object)> {
        all.iter().find_map(|resources| {
            let (_, kinds) = self.file.dereference(resources.get(kind).ok()?).ok()?;
            self.file.dereference(kinds.as_dict().ok()?.get(name).ok()?).ok()
        })
    }
}
