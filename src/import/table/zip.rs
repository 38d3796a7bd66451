//! What a workbook unpacks to, before a reader takes it into memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

/// Parts of one workbook.
const MOST_PARTS: usize = 10_000;

/// A ZIP file whose parts can be unpacked.
pub(super) struct Parts {
    /// Their paths.
    pub names: Vec<String>,
    /// How many bytes they have together, unpacked.
    pub unpacked: u64,
}

/// The parts of a ZIP file, of which only so many bytes are unpacked, and none is kept. `None` if they cannot be
/// read, or have more in them than the file says.
pub(super) fn parts(bytes: &[u8], most: u64) -> Option<Parts> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > MOST_PARTS {
        return None;
    }
    let mut parts = Parts { names: Vec::new(), unpacked: 0 };
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).ok()?;
        parts.names.push(part.name().ok()?.into_owned());
        parts.unpacked = parts.unpacked.saturating_add(part.size());
    }
    for at in 0..archive.len() {
        if parts.unpacked > most {
            break;
        }
        // The size is what the file says, and may be a lie.
        let part = archive.by_index(at).ok()?;
        let said = part.size();
        if io::copy(&mut part.take(said + 1), &mut io::sink()).ok()? != said {
            return None;
        }
    }
    Some(parts)
}
