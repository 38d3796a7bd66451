//! A font of a PDF -> what its codes mean: `/ToUnicode` and widths.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

/// The text and the width (of the em) of every code.
pub struct Font {
    /// Bytes a code.
    length: usize,
    texts: BTreeMap<u32, String>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
}

impl Font {
    /// Reads a composite font with two-byte identity codes, or a simple font such as Type 3.
    pub fn read(file: &Document, font: &Dictionary) -> Self {
        let follow = |dict: &'_ Dictionary, key: &[u8]| -> Option<Object> {
            file.dereference(dict.get(key).ok()?).ok().map(|(_, object)| object.clone())
        };
        let map = follow(font, b"ToUnicode").expect("/ToUnicode");
        let map = map.as_stream().and_then(|stream| stream.get_plain_content()).expect("a CMap");
        let texts = cmap(&String::from_utf8_lossy(&map));
        let Some(Object::Array(inner)) = follow(font, b"DescendantFonts") else {
            let first = follow(font, b"FirstChar").and_then(|it| it.as_i64().ok()).unwrap_or(0) as u32;
            let scale = match follow(font, b"FontMatrix") {
                Some(Object::Array(matrix)) => f64::from(matrix[0].as_float().expect("a number")),
                _ => 0.001,
            };
            let widths = follow(font, b"Widths").expect("/Widths");
            let widths = widths.as_array().expect("an array").iter().zip(first..);
            let widths = widths.map(|(width, code)| (code, number(width) * scale)).collect();
            return Self { length: 1, texts, widths, default_width: 0.0 };
        };
        let inner = file.dereference(&inner[0]).and_then(|(_, it)| it.as_dict()).expect("a font");
        let default_width = follow(inner, b"DW").map_or(1.0, |it| number(&it) / 1000.0);
        let listed = follow(inner, b"W").map(|it| it.as_array().expect("an array").clone());
        let widths = widths(&listed.unwrap_or_default());
        Self { length: 2, texts, widths, default_width }
    }

    /// Text and width of each glyph of a shown string.
    pub fn glyphs(&self, codes: &[u8]) -> Vec<(String, f64)> {
        let code = |bytes: &[u8]| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        let glyph = |code| {
            let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
            (self.texts.get(&code).cloned().unwrap_or_default(), width)
        };
        codes.chunks(self.length).map(|bytes| glyph(code(bytes))).collect()
    }
}

fn number(object: &Object) -> f64 {
    f64::from(object.as_float().expect("a number"))
}

/// `/W`: `first [w w w]` and `first last w`.
fn widths(listed: &[Object]) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut rest = listed;
    while let [first, second, after @ ..] = rest {
        let first = first.as_i64().expect("a code") as u32;
        if let Ok(each) = second.as_array() {
            widths.extend(each.iter().zip(first..).map(|(width, code)| (code, number(width) / 1000.0)));
            rest = after;
        } else {
            let last = second.as_i64().expect("a code") as u32;
            let width = number(after.first().expect("a width")) / 1000.0;
            widths.extend((first..=last).map(|code| (code, width)));
            rest = &after[1..];
        }
    }
    widths
}

/// `bfchar` and `bfrange` of a CMap.
fn cmap(source: &str) -> BTreeMap<u32, String> {
    let mut texts = BTreeMap::new();
    for block in blocks(source, "bfchar") {
        let codes = hex_strings(block);
        for pair in codes.chunks_exact(2) {
            texts.insert(code(&pair[0]), utf16(&pair[1]));
        }
    }
    for block in blocks(source, "bfrange") {
        for line in block.lines() {
            let codes = hex_strings(line);
            let [first, last, targets @ ..] = codes.as_slice() else { continue };
            let listed = line.contains('[');
            for (at, code) in (code(first)..=code(last)).enumerate() {
                let mut target = targets[if listed { at } else { 0 }].clone();
                if !listed && let Some(end) = target.last_mut() {
                    *end += at as u8;
                }
                texts.insert(code, utf16(&target));
            }
        }
    }
    texts
}

/// What stands between `beginNAME` and `endNAME`.
fn blocks<'a>(source: &'a str, name: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("begin{name}"), format!("end{name}"));
    source.split(begin.as_str()).skip(1).filter_map(|rest| Some(rest.split_once(end.as_str())?.0)).collect()
}

fn hex_strings(source: &str) -> Vec<Vec<u8>> {
    let inside = source.split('<').skip(1).filter_map(|rest| Some(rest.split_once('>')?.0));
    let bytes = |hex: &str| {
        let digits: Vec<u8> = hex.chars().filter_map(|c| c.to_digit(16)).map(|it| it as u8).collect();
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
    };
    inside.map(bytes).collect()
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// UTF-16BE without a mark.
pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[test]
fn maps_are_read() {
    let source = "2 beginbfchar\n<0001> <0644>\n<0002> <06440627>\nendbfchar\n\
                  2 beginbfrange\n<0003> <0005> <0030>\n<0006> <0007> [<0041> <0042>]\nendbfrange";
    let texts: Vec<(u32, String)> = cmap(source).into_iter().collect();
    let expected = [(1, "ل"), (2, "لا"), (3, "0"), (4, "1"), (5, "2"), (6, "A"), (7, "B")];
    assert_eq!(texts, expected.map(|(code, text)| (code, text.to_owned())));
    let listed = [Object::Integer(1), vec![500.into(), 250.into()].into(), 7.into(), 8.into(), 100.into()];
    assert_eq!(widths(&listed), [(1, 0.5), (2, 0.25), (7, 0.1), (8, 0.1)].into());
}
