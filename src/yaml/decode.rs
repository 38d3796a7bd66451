//! Bytes -> text: UTF-8 only, a byte order mark taken off the front, the first wrong byte named.

use crate::diag::{FileId, Finding, Sources, Span};

use super::limits::Limits;

/// Decodes a file of the given shown name; the finding names line and column of the first wrong byte.
pub fn decode(bytes: &[u8], name: &str) -> Result<String, Finding> {
    text(bytes).map(str::to_owned).map_err(|fault| {
        let (line, column) = fault.position(bytes);
        fault.finding(&format!("`{name}`"), Some((line, column)))
    })
}

/// Decodes a file and registers it; a file that is not text is registered as far as it can be read, so
/// that the finding has a place.
pub fn add(
    bytes: &[u8],
    name: &str,
    layer: &str,
    sources: &mut Sources,
    limits: &Limits,
) -> Result<FileId, Finding> {
    if bytes.len() > limits.bytes {
        let file = sources.add(name, layer, String::new());
        let message = format!("the file has {} bytes; at most {} are read", bytes.len(), limits.bytes);
        return Err(Finding::error("YA12", message).at(Span::new(file, 0, 0), ""));
    }
    match text(bytes) {
        Ok(text) => Ok(sources.add(name, layer, text.to_owned())),
        Err(fault) => {
            if fault.utf16 {
                let file = sources.add(name, layer, utf16(bytes));
                return Err(fault.finding("the file", None).at(Span::new(file, 0, 0), "the whole file"));
            }
            let lossy = String::from_utf8_lossy(&bytes[fault.skipped..]).into_owned();
            let file = sources.add(name, layer, lossy);
            let at = fault.at - fault.skipped;
            let end = at + '\u{fffd}'.len_utf8();
            Err(fault.finding("the file", None).at(Span::new(file, at, end), "first wrong byte"))
        }
    }
}

/// The first byte that is not UTF-8.
struct Fault {
    /// Its offset in the file.
    at: usize,
    /// The byte.
    byte: u8,
    /// Bytes of the mark at the front.
    skipped: usize,
    utf16: bool,
}

const MARK: &[u8] = b"\xef\xbb\xbf";

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let skipped = bytes.len() - body.len();
    if is_utf16(bytes) {
        return Err(Fault { at: 0, byte: bytes[0], skipped: 0, utf16: true });
    }
    std::str::from_utf8(body).map_err(|error| {
        let at = skipped + error.valid_up_to();
        Fault { at, byte: bytes[at], skipped, utf16: false }
    })
}

/// A UTF-16 byte order mark, or Latin text with a zero beside each of its first letters.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, b, 0, d, ..] | [b, 0, d, 0, ..] => *b != 0 && *d != 0,
        _ => false,
    }
}

/// UTF-16 in either byte order, as far as it can be read, without its mark.
fn utf16(bytes: &[u8]) -> String {
    let big = matches!(bytes, [0xfe, 0xff, ..] | [0, ..]);
    let unit = |pair: &[u8]| match pair {
        [a, b] if big => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        _ => 0xfffd,
    };
    let units: Vec<u16> = bytes.chunks(2).map(unit).collect();
    String::from_utf16_lossy(&units).trim_start_matches('\u{feff}').to_owned()
}

impl Fault {
    fn position(&self, bytes: &[u8]) -> (usize, usize) {
        let before = String::from_utf8_lossy(&bytes[self.skipped..self.at]);
        let line = before.rsplit('\n').next().unwrap_or("");
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    fn finding(&self, subject: &str, position: Option<(usize, usize)>) -> Finding {
        if self.utf16 {
            return Finding::error("YA01", format!("{subject} is not UTF-8 text; it looks like UTF-16"))
                .help("save it again with the encoding `UTF-8` (not `Unicode`)");
        }
        let place = position.map(|(line, column)| format!(" at line {line}, column {column}"));
        let place = place.unwrap_or_default();
        Finding::error("YA01", format!("{subject} is not UTF-8 text: byte 0x{:02X}{place}", self.byte))
            .help("save it again with the encoding `UTF-8`; older Arabic files are often `Windows-1256`")
    }
}
