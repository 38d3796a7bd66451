//! The revisions of a PDF: where the first one ends, and what was appended to it (ISO 32000-1, 7.5.6).
//!
//! A signature or an edit that is saved as an incremental update leaves the bytes before it as they were.

use lopdf::{Dictionary, Document, Object};
use serde::{Deserialize, Serialize};

/// Ends of revisions that are tried; a file of mujaz has one.
const MOST: usize = 8;

/// What was appended to an original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appended {
    /// Bytes of the original.
    pub original: usize,
    /// Bytes behind it.
    pub bytes: usize,
    /// Signatures that cover all bytes of the file but their own.
    pub signatures: usize,
    /// Objects of the original that the appended part replaces, but for those that a signature needs.
    pub replaced: Vec<u32>,
}

impl Appended {
    /// Whether all that was appended is a signature, as far as its objects tell. Whether the signature is valid
    /// is not looked into.
    pub fn is_signature(&self) -> bool {
        self.signatures > 0 && self.replaced.is_empty()
    }
}

/// The beginnings of a file that end like a PDF, the shortest first; the whole file last.
pub fn beginnings(bytes: &[u8]) -> Vec<&[u8]> {
    const END: &[u8] = b"%%EOF";
    let mut ends: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(END.len()).position(|window| window == END) {
        at += found + END.len();
        ends.push(at);
        if ends.len() == MOST {
            break;
        }
    }
    // The whole file, with what follows its last mark, stands for the last of them.
    ends.pop_if(|end| bytes[*end..].iter().all(u8::is_ascii_whitespace));
    let mut beginnings: Vec<&[u8]> = ends.into_iter().map(|end| &bytes[..end]).collect();
    beginnings.push(bytes);
    beginnings
}

/// Describes what stands behind the first `length` bytes of a file.
pub fn appended(original: &Document, whole: &Document, file: &[u8], length: usize) -> Appended {
    let covers = |object: &Object| {
        let range = object.as_dict().ok().and_then(|it| it.get(b"ByteRange").ok()?.as_array().ok());
        let range: Vec<usize> =
            range.into_iter().flatten().filter_map(|it| it.as_i64().ok()?.try_into().ok()).collect();
        let [0, first, second, rest] = range[..] else { return false };
        first >= length && second > first && second.checked_add(rest) == Some(file.len())
    };
    let signatures = whole.objects.values().filter(|object| covers(object)).count();
    let changed = original.objects.iter().filter(|(id, object)| whole.objects.get(id) != Some(object));
    let replaced = changed.filter(|(id, before)| {
        let after = whole.objects.get(id);
        signatures == 0 || !after.is_some_and(|after| is_for_signing(before, after))
    });
    Appended {
        original: length,
        bytes: file.len() - length,
        signatures,
        replaced: replaced.map(|(id, _)| id.0).collect(),
    }
}

/// Whether an object changed in nothing but what a signature needs: the catalog gets a form, a page a field, and
/// the description a new time.
fn is_for_signing(before: &Object, after: &Object) -> bool {
    let (Ok(before), Ok(after)) = (before.as_dict(), after.as_dict()) else { return false };
    const NEEDED: [&[u8]; 6] = [b"AcroForm", b"Annots", b"Perms", b"Extensions", b"DSS", b"ModDate"];
    let rest = |dictionary: &Dictionary| {
        let mut rest = dictionary.clone();
        for key in NEEDED {
            rest.remove(key);
        }
        rest
    };
    rest(before) == rest(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_behind_each_mark() {
        let of = |text: &'static str| {
            let found = beginnings(text.as_bytes()).into_iter();
            found.map(|it| String::from_utf8_lossy(it).into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(of("a%%EOF"), ["a%%EOF"]);
        assert_eq!(of("a%%EOF\r\n"), ["a%%EOF\r\n"]);
        assert_eq!(of("a%%EOF\nb%%EOF\n"), ["a%%EOF", "a%%EOF\nb%%EOF\n"]);
        assert_eq!(of("a%%EOF\nb"), ["a%%EOF", "a%%EOF\nb"]);
        assert_eq!(of("none"), ["none"]);
        assert_eq!(beginnings(&b"%%EOF ".repeat(100)).len(), MOST + 1);
    }
}
