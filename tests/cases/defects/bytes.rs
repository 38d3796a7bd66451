//! Faults in the bytes: what readers must repair before they see an object.

use super::plant::{Kind, bytes};

/// Clauses 6.1.2 to 6.1.7 of ISO 19005-3.
pub const KINDS: &[Kind] = &[
    bytes("letters before the header", |file| drop(file.splice(0..0, *b"junk\n"))),
    bytes("a header that says nothing of binary data", |file| {
        let at = find(file, b"\n");
        let end = at + 1 + find(&file[at + 1..], b"\n");
        file[at + 1..end].fill(b'x');
    }),
    bytes("letters after the end", |file| file.extend_from_slice(b"more\nand more\n")),
    bytes("a stream shorter than it says", |file| {
        let at = find(file, b"stream\n") + b"stream\n".len();
        file.drain(at..at + 3);
    }),
    bytes("a length that is not that of the stream", |file| {
        let at = find(file, b"/Length ") + b"/Length ".len();
        file[at] = if file[at] == b'1' { b'2' } else { b'1' };
    }),
    bytes("a table of objects that is not where it should be", |file| {
        let at = rfind(file, b"startxref\n") + b"startxref\n".len();
        file[at] = if file[at] == b'1' { b'2' } else { b'1' };
    }),
    bytes("an object that is not where it should be", |file| {
        let at = rfind(file, b"xref\n0 ");
        let entry = at + find(&file[at..], b" n") - 8;
        file[entry] = if file[entry] == b'9' { b'8' } else { b'9' };
    }),
    bytes("compressed data with a wrong byte", |file| {
        let at = find(file, b"/FlateDecode");
        let data = at + find(&file[at..], b"stream\n") + b"stream\n".len();
        file[data + 40] ^= 0x55;
    }),
    bytes("a file that is cut off", |file| file.truncate(file.len() * 9 / 10)),
];

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("the text")
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).rposition(|window| window == wanted).expect("the text")
}
