//! Outputs searched for withheld words and numbers, where canaries say nothing of how they got there.
//!
//! A PDF is searched as a reader has it (every text that is shown, on whatever layer, and the tag tree), and as a
//! file (each string of its objects, each stream once it is unpacked, what it carries). Words are compared in
//! compatibility form, without case, marks of direction and white space, with Latin digits, forwards and backwards.
//! What the audience may read elsewhere in the edition is not searched for.

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Document, Object};
use unicode_normalization::UnicodeNormalization;

use super::super::cmap::CMap;
use super::super::inside::{Inside, STREAM_LIMIT, dictionary};
use super::subject::{Change, Subject};
use super::{Output, Said};

/// Letters that a text has at least to be searched for; shorter ones are found in others.
const LETTERS: usize = 6;
/// Digits that a number has at least.
const DIGITS: usize = 4;

/// What is searched for.
enum Wanted {
    /// Letters, as [`plain`] has them.
    Words(String),
    /// The digits of a number, which stand alone.
    Number(String),
}

/// Everything withheld that an output says, each with the first output and the place that says it.
pub fn scan(subject: &Subject, outputs: &[Output]) -> Vec<Said> {
    let shown: Vec<Text> = subject.shown.iter().map(|text| Text::of(text)).collect();
    let mut wanted: Vec<(Wanted, &str)> = Vec::new();
    for planned in &subject.plan {
        let Change::Value(leaf) = &planned.change else { continue };
        // The words between the placeholders of a text are searched for one by one.
        for piece in pieces(&leaf.text) {
            let (words, numbers) = (plain(piece), numbers(piece));
            let letters = words.chars().filter(|c| c.is_alphabetic()).count();
            let piece = match numbers.into_iter().next() {
                Some(number) if letters == 0 || piece.len() < 8 => Wanted::Number(number),
                _ if letters >= LETTERS => Wanted::Words(words),
                _ => continue,
            };
            if !shown.iter().any(|text| text.says(&piece)) {
                wanted.push((piece, &leaf.path));
            }
        }
    }
    let (mut said, mut told) = (Vec::new(), BTreeSet::new());
    for output in outputs {
        for (place, text) in places(output) {
            let text = if place.is_raw { Text::words_of(&text) } else { Text::of(&text) };
            for (_, path) in wanted.iter().filter(|(piece, _)| text.says(piece)) {
                if told.insert(*path) {
                    let place = place.name.clone();
                    said.push(Said { path: (*path).to_owned(), output: output.name.clone(), place });
                }
            }
        }
    }
    said
}

/// A text as it is searched.
struct Text {
    words: String,
    backwards: String,
    numbers: BTreeSet<String>,
}

impl Text {
    fn of(text: &str) -> Self {
        let mut found: BTreeSet<String> = numbers(text).into_iter().collect();
        found.extend(numbers(&text.chars().rev().collect::<String>()));
        Self { numbers: found, ..Self::words_of(text) }
    }

    /// Without its numbers: those of drawing are of no meaning.
    fn words_of(text: &str) -> Self {
        let words = plain(text);
        Self { backwards: words.chars().rev().collect(), words, numbers: BTreeSet::new() }
    }

    fn says(&self, piece: &Wanted) -> bool {
        match piece {
            Wanted::Words(words) => {
                self.words.contains(words.as_str()) || self.backwards.contains(words.as_str())
            }
            Wanted::Number(number) => self.numbers.contains(number),
        }
    }
}

/// The numbers of a text in Latin digits without marks of grouping, as far as they are long enough.
fn numbers(text: &str) -> Vec<String> {
    let text: String = text.nfkc().map(latin).filter(|c| !matches!(c, ',' | '٬' | '\u{2009}')).collect();
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() >= DIGITS).map(str::to_owned).collect()
}

fn latin(c: char) -> char {
    match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10).unwrap_or(c),
        other => other,
    }
}

/// The texts between placeholders.
fn pieces(text: &str) -> Vec<&str> {
    text.split('{')
        .enumerate()
        .filter_map(|(at, part)| if at == 0 { Some(part) } else { Some(part.split_once('}')?.1) })
        .collect()
}

/// A text as it is compared.
fn plain(text: &str) -> String {
    let silent = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, ',' | '٬' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.nfkc().filter(|c| !silent(c)).map(latin).flat_map(char::to_lowercase).collect()
}

/// A place of an output.
struct Place {
    name: String,
    /// Whether it holds orders for drawing and the like.
    is_raw: bool,
}

impl Place {
    fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_raw: false }
    }
}

/// The places of an output that say something, with what they say.
fn places(output: &Output) -> Vec<(Place, String)> {
    let mut places = vec![(Place::new("its name"), output.name.clone())];
    match Inside::read(&output.bytes) {
        Ok(inside) => {
            let document = &inside.document;
            places.push((Place::new("the tag tree"), super::super::tagged_text(document).join("\n")));
            for (number, page) in document.get_pages() {
                places.push((Place::new(format!("page {number}")), page_text(document, page)));
            }
            for (name, bytes) in &inside.attachments {
                places.push((
                    Place::new(format!("the attachment {name}")),
                    format!("{name}\n{}", String::from_utf8_lossy(bytes)),
                ));
            }
            for (id, object) in &document.objects {
                strings(object, &format!("object {}", id.0), &mut places);
            }
        }
        Err(_) => {
            places.push((Place::new("its content"), String::from_utf8_lossy(&output.bytes).into_owned()))
        }
    }
    places
}

/// All text that the content of a page shows, in the order of the content, and the same by its operations.
fn page_text(document: &Document, page: lopdf::ObjectId) -> String {
    let mut fonts = std::collections::HashMap::new();
    if let Ok((own, ids)) = document.get_page_resources(page) {
        let resources = own.into_iter().chain(ids.iter().filter_map(|id| document.get_dictionary(*id).ok()));
        for named in resources.filter_map(|it| dictionary(document, it.get(b"Font").ok()?)) {
            for (name, font) in named.iter() {
                let font = dictionary(document, font).and_then(|font| font.get(b"ToUnicode").ok());
                let table = font.and_then(|it| document.dereference(it).ok()?.1.as_stream().ok());
                let table = table.and_then(|it| it.decompressed_content_with_limit(STREAM_LIMIT).ok());
                fonts.insert(name.clone(), CMap::parse(&table.unwrap_or_default()));
            }
        }
    }
    let content = document.get_page_content_with_limit(page, STREAM_LIMIT).unwrap_or_default();
    let Ok(content) = Content::decode(&content) else { return String::new() };
    let (mut text, mut font) = (String::new(), None);
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Tf" => font = operation.operands.first().and_then(|it| fonts.get(it.as_name().ok()?)),
            "Tj" | "TJ" | "'" | "\"" => {
                let Some(font) = font else { continue };
                let mut codes = Vec::new();
                operation.operands.iter().for_each(|it| shown(it, &mut codes));
                text += &font.decode(&codes);
                text.push('\n');
            }
            _ => {}
        }
    }
    text
}

fn shown(operand: &Object, codes: &mut Vec<u8>) {
    match operand {
        Object::String(bytes, _) => codes.extend(bytes),
        Object::Array(items) => items.iter().for_each(|item| shown(item, codes)),
        _ => {}
    }
}

/// The strings and names of an object, and its stream once it is unpacked.
fn strings(object: &Object, place: &str, places: &mut Vec<(Place, String)>) {
    let mut push = |text: String| {
        if text.chars().count() >= DIGITS {
            places.push((Place::new(place), text));
        }
    };
    match object {
        Object::String(bytes, _) => push(decoded(bytes)),
        Object::Name(bytes) => push(String::from_utf8_lossy(bytes).into_owned()),
        Object::Array(items) => items.iter().for_each(|item| strings(item, place, places)),
        Object::Dictionary(dictionary) => {
            for (key, value) in dictionary.iter() {
                strings(value, &format!("{place} /{}", String::from_utf8_lossy(key)), places);
            }
        }
        Object::Stream(stream) => {
            for (key, value) in stream.dict.iter() {
                strings(value, &format!("{place} /{}", String::from_utf8_lossy(key)), places);
            }
            let bytes = stream.decompressed_content_with_limit(STREAM_LIMIT);
            // Fonts and pictures are no text; text that is none is not found in them.
            if let Ok(bytes) = bytes
                && let Ok(text) = String::from_utf8(bytes)
            {
                let is_raw = !stream.dict.has_type(b"Metadata");
                places.push((Place { name: place.to_owned(), is_raw }, text));
            }
        }
        _ => {}
    }
}

/// A text string of PDF: UTF-16 or UTF-8 behind their marks, else Latin letters.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{pieces, plain};

    #[test]
    fn words_are_compared_without_what_cannot_be_seen() {
        assert_eq!(super::numbers("١٬٢٣٤، 12 و56,789.5"), ["1234", "56789"]);
        assert_eq!(plain("ﻋﻠﻲ  ١٬٢٣٤\u{200f} AbC"), "علي1234abc");
        assert_eq!(pieces("من {a:gen} إلى {b} غدًا"), ["من ", " إلى ", " غدًا"]);
    }
}
