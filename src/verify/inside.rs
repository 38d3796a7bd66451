//! Bytes -> what a PDF says of itself: its objects, what it carries, and who made it.
//!
//! The bytes may be anybody's. Everything is bounded: the file, each stream once it is unpacked, the attachments
//! together, and the depth of the tree that names them. A fault of the parser ends in a fault, not in a crash.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, LoadOptions, Object};

use crate::press::{FILE_LIMIT, TOTAL_LIMIT};

/// Bytes of a PDF that is looked into.
pub const PDF_LIMIT: usize = 128 << 20;
/// Bytes of a stream once it is unpacked.
pub(super) const STREAM_LIMIT: usize = 64 << 20;
/// Attachments of one PDF.
const COUNT_LIMIT: usize = 4_096;
/// Levels of the tree of their names.
const DEPTH_LIMIT: usize = 16;

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A PDF that could be read.
#[derive(Debug)]
pub struct Inside {
    /// Its objects.
    pub document: Document,
    /// What it carries, by name.
    pub attachments: Files,
    /// Attachments that cannot be unpacked.
    pub broken: Vec<String>,
    /// The program that made its content.
    pub creator: Option<String>,
}

/// Why nothing can be said of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin like a PDF.
    NoPdf,
    /// Its objects cannot be found.
    Broken,
    /// It is locked by a password.
    Locked,
    /// It, or what it carries, is larger than [`PDF_LIMIT`] or the limits of the press.
    TooLarge,
}

impl Inside {
    /// Reads a PDF.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > PDF_LIMIT {
            return Err(Unreadable::TooLarge);
        }
        if !bytes.starts_with(b"%PDF-") {
            return Err(Unreadable::NoPdf);
        }
        catch_unwind(AssertUnwindSafe(|| Self::parse(bytes))).unwrap_or(Err(Unreadable::Broken))
    }

    fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let options = LoadOptions { max_decompressed_size: Some(STREAM_LIMIT), ..LoadOptions::default() };
        let document = Document::load_mem_with_options(bytes, options).map_err(|_| Unreadable::Broken)?;
        if document.is_encrypted() || document.was_encrypted() {
            return Err(Unreadable::Locked);
        }
        let creator = info(&document).and_then(|info| text(&document, info.get(b"Creator").ok()?));
        let mut inside = Self { document, attachments: Files::new(), broken: Vec::new(), creator };
        inside.attached()?;
        Ok(inside)
    }

    /// Unpacks what the tree of names leads to (ISO 32000-1, 7.11.4).
    fn attached(&mut self) -> Result<(), Unreadable> {
        let document = &self.document;
        let names = document.catalog().ok().and_then(|it| dictionary(document, it.get(b"Names").ok()?));
        let tree = names.and_then(|names| dictionary(document, names.get(b"EmbeddedFiles").ok()?));
        let mut found = Vec::new();
        if let Some(tree) = tree {
            specifications(document, tree, DEPTH_LIMIT, &mut found)?;
        }
        let mut sum = 0;
        for specification in found {
            let name = specification.get(b"UF").or_else(|_| specification.get(b"F")).ok();
            let Some(name) = name.and_then(|name| text(document, name)) else { continue };
            let name = name.trim_start_matches('/').to_owned();
            let file = specification.get(b"EF").ok().and_then(|files| dictionary(document, files));
            let file = file.and_then(|files| files.get(b"F").or_else(|_| files.get(b"UF")).ok());
            let stream = file.and_then(|file| document.dereference(file).ok()?.1.as_stream().ok());
            match stream.map(|stream| stream.decompressed_content_with_limit(FILE_LIMIT)) {
                Some(Ok(bytes)) => {
                    sum += bytes.len();
                    if sum > TOTAL_LIMIT {
                        return Err(Unreadable::TooLarge);
                    }
                    self.attachments.insert(name, bytes);
                }
                _ => self.broken.push(name),
            }
        }
        Ok(())
    }
}

/// The file specifications below a node of the tree of names.
fn specifications<'a>(
    document: &'a Document,
    node: &'a Dictionary,
    depth: usize,
    found: &mut Vec<&'a Dictionary>,
) -> Result<(), Unreadable> {
    let array = |key: &[u8]| {
        let array = node.get(key).ok().and_then(|it| document.dereference(it).ok());
        array.and_then(|(_, array)| array.as_array().ok())
    };
    let named = array(b"Names").into_iter().flatten().skip(1).step_by(2);
    found.extend(named.filter_map(|it| dictionary(document, it)));
    if found.len() > COUNT_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    for kid in array(b"Kids").into_iter().flatten() {
        if let Some(kid) = dictionary(document, kid).filter(|_| depth > 0) {
            specifications(document, kid, depth - 1, found)?;
        }
    }
    Ok(())
}

/// The dictionary that an object is or points to.
pub(super) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match document.dereference(object).ok()?.1 {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The document information.
pub(super) fn info(document: &Document) -> Option<&Dictionary> {
    dictionary(document, document.trailer.get(b"Info").ok()?)
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, else taken for Latin.
pub(super) fn text(document: &Document, object: &Object) -> Option<String> {
    let bytes = document.dereference(object).ok()?.1.as_str().ok()?;
    Some(match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}
