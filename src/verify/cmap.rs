//! The `/ToUnicode` table of a font -> the text of its codes (ISO 32000-1, 9.10.3).
//!
//! Codes are taken for two bytes wide, as in the fonts that mujaz embeds, where the table does not say one.

use std::collections::BTreeMap;

/// Codes of one table; there are no more of two bytes.
const MOST: usize = 65_536;

/// The text of each code.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CMap {
    width: usize,
    texts: BTreeMap<u32, String>,
}

impl CMap {
    /// Reads a table, as far as it can be read.
    pub fn parse(table: &[u8]) -> Self {
        let mut map = Self { width: 2, texts: BTreeMap::new() };
        let table = String::from_utf8_lossy(table);
        let sections = [("codespacerange", 0), ("bfchar", 1), ("bfrange", 2)];
        for (name, kind) in sections {
            let (begin, end) = (format!("begin{name}"), format!("end{name}"));
            for section in table.split(begin.as_str()).skip(1) {
                let words = words(section.split(end.as_str()).next().unwrap_or_default());
                match kind {
                    0 => map.width = words.first().map_or(2, |word| if word.len() <= 2 { 1 } else { 2 }),
                    1 => words.chunks_exact(2).for_each(|pair| map.set(code(pair[0]), text(pair[1]))),
                    _ => map.ranges(&words),
                }
            }
        }
        map
    }

    /// The text of a string of codes; U+FFFD for a code that has none.
    pub fn decode(&self, codes: &[u8]) -> String {
        let text = |code: &[u8]| {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            self.texts.get(&code).map_or("\u{fffd}", String::as_str)
        };
        codes.chunks(self.width.max(1)).map(text).collect()
    }

    fn set(&mut self, code: u32, text: String) {
        if self.texts.len() < MOST {
            self.texts.insert(code, text);
        }
    }

    /// `<first> <last> <text of the first>`, or with a list of texts in brackets.
    fn ranges(&mut self, words: &[&str]) {
        let mut words = words.iter().copied();
        while let (Some(first), Some(last), Some(target)) = (words.next(), words.next(), words.next()) {
            let codes = code(first)..=code(last).min(code(first).saturating_add(MOST as u32));
            if target == "[" {
                let texts = words.by_ref().take_while(|word| *word != "]");
                codes.zip(texts).for_each(|(code, word)| self.set(code, text(word)));
                continue;
            }
            let start = text(target);
            let (kept, last) = match start.char_indices().next_back() {
                Some((at, last)) => (&start[..at], u32::from(last)),
                None => continue,
            };
            for (step, code) in (0..).zip(codes) {
                let last = char::from_u32(last.saturating_add(step)).unwrap_or('\u{fffd}');
                self.set(code, format!("{kept}{last}"));
            }
        }
    }
}

/// The hexadecimal strings and brackets of a section.
fn words(section: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = section;
    while let Some(at) = rest.find(['<', '[', ']']) {
        match rest.as_bytes()[at] {
            b'<' => {
                let Some(end) = rest[at..].find('>') else { break };
                words.push(&rest[at + 1..at + end]);
                rest = &rest[at + end + 1..];
            }
            _ => {
                words.push(&rest[at..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    words
}

fn code(word: &str) -> u32 {
    u32::from_str_radix(word.trim(), 16).unwrap_or(u32::MAX)
}

fn text(word: &str) -> String {
    let digits: Vec<u16> = word.chars().filter_map(|c| Some(c.to_digit(16)? as u16)).collect();
    let units: Vec<u16> =
        digits.chunks(4).map(|unit| unit.iter().fold(0, |sum, digit| sum << 4 | digit)).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_ranges_and_lists_are_read() {
        let table = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar\n<0001> <0645>\n<0002> <06440627>\nendbfchar\n\
            2 beginbfrange\n<0010> <0012> <0661>\n<0020> <0021> [<0041> <D83DDE00>]\nendbfrange";
        let map = CMap::parse(table);
        assert_eq!(map.decode(&[0, 1, 0, 2, 0, 0x11, 0, 0x21, 0, 0x20, 0, 9]), "مل\u{627}٢😀A\u{fffd}");
        let narrow =
            CMap::parse(b"begincodespacerange <00> <FF> endcodespacerange beginbfchar <41> <0042> endbfchar");
        assert_eq!(narrow.decode(b"AA"), "BB");
        let endless = CMap::parse(b"beginbfrange <0000> <FFFFFFFF> <0041> <FFFF> <0000> <0041> <");
        assert!(endless.texts.len() == MOST && endless.decode(&[0, 1]) == "B");
    }
}
