//! What a ZIP file says of its parts: their names and how large they are unpacked, before anything is unpacked.
//!
//! Source: APPNOTE.TXT 6.3 (PKWARE), 4.3.12 and 4.3.16. ZIP64 is not read: no table within the limits needs it.

/// A part of a ZIP file.
pub(super) struct Part {
    /// Its path.
    pub name: String,
    /// How many bytes it has unpacked, as the file says.
    pub unpacked: u64,
}

/// Parts of one workbook.
const MOST_PARTS: usize = 10_000;

/// The parts in the order of the central directory; `None` if there is none that can be read.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part>> {
    // The end record stands before a comment of at most 65,535 bytes.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let tail = bytes.get(from..)?;
    let end = from + tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let count = usize::from(number16(bytes, end + 10)?);
    let mut at = number32(bytes, end + 16)? as usize;
    if count > MOST_PARTS {
        return None;
    }
    let mut parts = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let unpacked = u64::from(number32(bytes, at + 24)?);
        let lengths = [28, 30, 32].map(|offset| number16(bytes, at + offset).map(usize::from));
        let [name, extra, comment] = [lengths[0]?, lengths[1]?, lengths[2]?];
        let name_bytes = bytes.get(at + 46..at + 46 + name)?;
        parts.push(Part { name: String::from_utf8_lossy(name_bytes).into_owned(), unpacked });
        at += 46 + name + extra + comment;
    }
    Some(parts)
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn number32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
