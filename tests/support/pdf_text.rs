//! PDF bytes -> the words of each page, read as ISO 32000 asks: content streams, font encodings,
//! `ActualText` and `ReversedChars`; and as common readers do where the file says less than it should:
//! letters written from the right are read from the right.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pdf_font::Font;

/// What a PDF says of itself, and its text.
pub struct PdfText {
    /// The text of each page: words in the order of the content stream, parted by spaces.
    pub pages: Vec<String>,
    /// `/Lang` of the catalog.
    pub lang: String,
    /// `/Title` of the information dictionary.
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
    let content = file.get_page_content(page);
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

/// Glyphs that are read as one: those of a span that says how, or of one stretch of text outside.
struct Piece {
    span: Option<usize>,
    glyphs: Vec<String>,
    reversed: bool,
    actual: Option<String>,
    /// Left and right edge on the page.
    x: [f64; 2],
    y: f64,
    size: f64,
    widest: f64,
}

impl Piece {
    fn text(&self) -> String {
        match &self.actual {
            Some(text) => text.clone(),
            None if self.is_from_right() => self.glyphs.iter().rev().map(String::as_str).collect(),
            None => self.glyphs.concat(),
        }
    }

    /// Glyphs are shown from left to right. Where letters are written from the right, that is reversed,
    /// whether a span says so or not: Typst does not say it for every line, and common readers know.
    fn is_from_right(&self) -> bool {
        let text = self.actual.clone().unwrap_or_else(|| self.glyphs.concat());
        self.reversed || text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' if c.is_alphabetic()))
    }

    /// A raised mark that is set apart from its letter and repeats it: both carry the text of the two.
    fn repeats(&self) -> bool {
        let text = self.actual.clone().unwrap_or_else(|| self.glyphs.concat());
        self.widest == 0.0 && text.chars().any(char::is_alphabetic)
    }

    /// Whether the other one stands on the same line with no space between. Letters overlap, or are set
    /// apart a little.
    fn touches(&self, other: &Self) -> bool {
        let near = 0.1 * self.size.min(other.size);
        let gap = self.x[0].max(other.x[0]) - self.x[1].min(other.x[1]);
        (self.y - other.y).abs() < near && gap < 2.0 * near
    }
}

/// A marked-content span that is open.
#[derive(Clone, Default)]
struct Span {
    /// Number of the outermost span that says how this one is read.
    number: Option<usize>,
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
    moved: bool,
    spans: Vec<Span>,
    opened: usize,
    pieces: Vec<Piece>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a Document, fonts: &'a mut Fonts) -> Self {
        let state = State {
            ctm: IDENTITY,
            font: None,
            size: 1.0,
            rise: 0.0,
            char_space: 0.0,
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
            moved: true,
            spans: Vec::new(),
            opened: 0,
            pieces: Vec::new(),
        }
    }

    fn run(&mut self, content: &[u8], resources: &[&'a Dictionary]) {
        for operation in Content::decode(content).expect("operators").operations {
            self.operate(&operation, resources);
        }
    }

    fn operate(&mut self, operation: &Operation, resources: &[&'a Dictionary]) {
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
            "Tz" => self.state.scale = number(0) / 100.0,
            "Tf" => {
                self.state.font = Some(self.font(operands[0].as_name().expect("a name"), resources));
                self.state.size = number(1);
            }
            "Tj" => self.show(operands[0].as_str().expect("a string")),
            "TJ" => operands[0].as_array().expect("an array").iter().for_each(|item| match item.as_str() {
                Ok(codes) => self.show(codes),
                Err(_) => {
                    let back = f64::from(item.as_float().expect("a number"));
                    self.advance(-back / 1000.0 * self.state.size * self.state.scale);
                }
            }),
            "BMC" | "BDC" => self.open(operands, resources),
            "EMC" => drop(self.spans.pop().expect("BMC before EMC")),
            "Do" => self.form(operands[0].as_name().expect("a name"), resources),
            "'" | "\"" | "Tw" => panic!("the operator {} is not read", operation.operator),
            _ => {}
        }
    }

    fn start_line(&mut self, matrix: Matrix) {
        (self.line, self.at, self.moved) = (matrix, matrix, true);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line));
    }

    fn advance(&mut self, x: f64) {
        self.at = times(&[1.0, 0.0, 0.0, 1.0, x, 0.0], &self.at);
    }

    /// What a span says holds for all that is nested in it.
    fn open(&mut self, operands: &[Object], resources: &[&'a Dictionary]) {
        let mut span = self.spans.last().cloned().unwrap_or_default();
        let reversed = operands[0].as_name().is_ok_and(|tag| tag == b"ReversedChars");
        let properties = operands.get(1).and_then(|given| match given {
            Object::Name(name) => self.resource(resources, b"Properties", name)?.1.as_dict().ok(),
            other => other.as_dict().ok(),
        });
        let actual = properties.and_then(|it| it.get(b"ActualText").ok()).map(text_string);
        if span.actual.is_none() && (actual.is_some() || (reversed && !span.reversed)) {
            self.opened += 1;
            span.number = Some(self.opened);
            span.actual = actual;
        }
        span.reversed |= reversed;
        self.spans.push(span);
    }

    fn show(&mut self, codes: &[u8]) {
        let id = self.state.font.expect("Tf before text");
        for (text, width) in self.fonts[&id].glyphs(codes) {
            let before = times(&[1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], &self.at);
            self.advance((width * self.state.size + self.state.char_space) * self.state.scale);
            self.place(text, &times(&before, &self.state.ctm));
        }
    }

    /// Puts a glyph that starts at `from` and ends where the text now stands into its piece.
    fn place(&mut self, text: String, from: &Matrix) {
        let to = times(&self.at, &self.state.ctm)[4];
        let span = self.spans.last().cloned().unwrap_or_default();
        let same = self.pieces.last().is_some_and(|last| last.span == span.number)
            && (span.number.is_some() || !self.moved);
        if !same {
            self.pieces.push(Piece {
                span: span.number,
                glyphs: Vec::new(),
                reversed: span.reversed,
                actual: span.actual,
                x: [f64::INFINITY, f64::NEG_INFINITY],
                y: from[5],
                size: self.state.size * from[3].abs(),
                widest: 0.0,
            });
        }
        self.moved = false;
        let Some(piece) = self.pieces.last_mut() else { return };
        piece.x = [piece.x[0].min(from[4].min(to)), piece.x[1].max(from[4].max(to))];
        // A raised mark says nothing of the line that its word stands on.
        if (to - from[4]).abs() > piece.widest {
            (piece.widest, piece.y) = ((to - from[4]).abs(), from[5]);
        }
        piece.glyphs.push(text);
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> ObjectId {
        let (id, object) = self.resource(resources, b"Font", name).expect("the font");
        let id = id.expect("an indirect font");
        let file = self.file;
        self.fonts.entry(id).or_insert_with(|| Font::read(file, object.as_dict().expect("a font")));
        id
    }

    /// Text inside a form, with the form's own resources and matrix.
    fn form(&mut self, name: &[u8], resources: &[&'a Dictionary]) {
        let Some((_, object)) = self.resource(resources, b"XObject", name) else { return };
        let Ok(form) = object.as_stream() else { return };
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form".as_slice()) {
            return;
        }
        let own = form.dict.get(b"Resources").ok().and_then(|it| self.file.dereference(it).ok());
        let own: Vec<&Dictionary> = own.and_then(|(_, it)| it.as_dict().ok()).into_iter().collect();
        let matrix = form.dict.get(b"Matrix").and_then(Object::as_array);
        self.saved.push(self.state.clone());
        if let Ok(matrix) = matrix {
            let number = |at: usize| f64::from(matrix[at].as_float().expect("a number"));
            self.state.ctm = times(&std::array::from_fn(number), &self.state.ctm);
        }
        self.run(&form.get_plain_content().expect("a form"), &own);
        self.state = self.saved.pop().expect("pushed above");
    }

    fn resource(
        &self,
        all: &[&'a Dictionary],
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
        let file = self.file;
        all.iter().find_map(|resources| {
            let (_, kinds) = file.dereference(resources.get(kind).ok()?).ok()?;
            file.dereference(kinds.as_dict().ok()?.get(name).ok()?).ok()
        })
    }
}

/// The pieces in their order, parted by spaces except where they touch. Touching pieces are joined from
/// the side that they are read from.
fn words(pieces: Vec<Piece>) -> String {
    let mut text = String::new();
    let mut stretch: Vec<Piece> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.repeats()) {
        if !stretch.is_empty() && !stretch.iter().any(|other| other.touches(&piece)) {
            text += &joined(&mut stretch);
        }
        stretch.push(piece);
    }
    text + &joined(&mut stretch)
}

fn joined(stretch: &mut Vec<Piece>) -> String {
    let from_right = stretch.iter().any(Piece::is_from_right);
    stretch.sort_by(|a, b| if from_right { b.x[0].total_cmp(&a.x[0]) } else { a.x[0].total_cmp(&b.x[0]) });
    stretch.drain(..).map(|piece| piece.text()).collect::<String>() + " "
}
