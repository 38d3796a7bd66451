//! Font bytes <-> the tables of an OpenType file (the font directory of ISO/IEC 14496-22, 4.4).
//!
//! Only single fonts with TrueType outlines; collections are not read.

use std::collections::BTreeMap;

/// The name of a table.
pub(super) type Tag = [u8; 4];

/// The versions that announce TrueType outlines: 1.0 and `true`.
const TRUETYPE: [u32; 2] = [0x0001_0000, 0x7472_7565];
/// What the sum over a whole font comes to, by way of `checkSumAdjustment`.
const WHOLE: u32 = 0xb1b0_afba;
/// Where `checkSumAdjustment` stands in `head`.
const ADJUSTMENT: std::ops::Range<usize> = 8..12;

/// The tables of a font by name.
pub(super) type Tables<'a> = BTreeMap<Tag, &'a [u8]>;

/// Lists the tables; `None` for anything but a sound directory.
pub(super) fn tables(font: &[u8]) -> Option<Tables<'_>> {
    if !TRUETYPE.contains(&u32_at(font, 0)?) {
        return None;
    }
    let entry = |at: usize| {
        let record = 12 + 16 * at;
        let tag = font.get(record..record + 4)?.try_into().ok()?;
        let start = u32_at(font, record + 8)? as usize;
        let length = u32_at(font, record + 12)? as usize;
        Some((tag, font.get(start..start.checked_add(length)?)?))
    };
    (0..usize::from(u16_at(font, 4)?)).map(entry).collect()
}

/// Writes a font with TrueType outlines from its tables.
pub(super) fn write(mut tables: BTreeMap<Tag, Vec<u8>>) -> Option<Vec<u8>> {
    tables.get_mut(b"head")?.get_mut(ADJUSTMENT)?.fill(0);
    let count = u16::try_from(tables.len()).ok()?;
    let selector = u16::try_from(count.checked_ilog2()?).ok()?;
    let range = 16 << selector;
    let mut font = TRUETYPE[0].to_be_bytes().to_vec();
    for value in [count, range, selector, count * 16 - range] {
        font.extend(value.to_be_bytes());
    }
    let mut start = font.len() + 16 * tables.len();
    let mut head = 0;
    for (tag, table) in &tables {
        if tag == b"head" {
            head = start;
        }
        font.extend(tag);
        for value in [sum(table), u32::try_from(start).ok()?, u32::try_from(table.len()).ok()?] {
            font.extend(value.to_be_bytes());
        }
        start += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        font.extend(table);
        pad(&mut font);
    }
    let adjustment = WHOLE.wrapping_sub(sum(&font)).to_be_bytes();
    font.get_mut(head + ADJUSTMENT.start..head + ADJUSTMENT.end)?.copy_from_slice(&adjustment);
    Some(font)
}

/// Fills up to a multiple of four bytes.
pub(super) fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

/// The sum of big-endian words; the last one is filled up with zeros.
fn sum(bytes: &[u8]) -> u32 {
    let words = bytes.chunks_exact(4);
    let mut last = [0; 4];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    let word = |bytes: &[u8]| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    words.map(word).fold(word(&last), u32::wrapping_add)
}

/// An unsigned number of two bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A signed number of two bytes.
pub(super) fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    u16_at(bytes, at).map(u16::cast_signed)
}

/// An unsigned number of four bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Overwrites two bytes.
pub(super) fn put(bytes: &mut [u8], at: usize, value: u16) -> Option<()> {
    bytes.get_mut(at..at + 2)?.copy_from_slice(&value.to_be_bytes());
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let own = BTreeMap::from([(*b"head", vec![7; 54]), (*b"abcd", vec![1, 2, 3]), (*b"none", vec![])]);
        let font = write(own.clone()).unwrap();
        assert_eq!(sum(&font), WHOLE);
        let read = tables(&font).unwrap();
        assert_eq!(read[b"abcd"], own[b"abcd"]);
        assert_eq!((read[b"head"].len(), read[b"none"].len(), read.len()), (54, 0, 3));
        for end in 0..font.len() - 56 {
            assert!(tables(&font[..end]).is_none(), "cut at {end}");
        }
        assert!(tables(b"OTTO").is_none() && write(BTreeMap::new()).is_none());
    }
}
