//! The bytes of a file that templates may read -> whether the typesetter is given it at all.
//!
//! Refused are WebAssembly, a program that nothing in Typst would stop, and pictures that are small as files
//! and huge when unpacked, which the size in their header tells. A picture inside an SVG counts as well.

use crate::diag::Finding;

/// The most pixels of one picture: a page of A3 at 600 dpi, 280 MB when unpacked.
const PIXEL_LIMIT: u64 = 70_000_000;

/// Refuses a program and a huge picture.
///
/// # Errors
/// `TE04`, naming the file as shown.
pub(super) fn check(shown: &str, bytes: &[u8]) -> Result<(), Finding> {
    let is_program = shown.to_ascii_lowercase().ends_with(".wasm") || bytes.starts_with(b"\0asm");
    if is_program {
        let finding = Finding::error("TE04", format!("`{shown}` is a WebAssembly program"));
        return Err(finding.help("delete the plugin, and compute in the data instead"));
    }
    let too_many = |(width, height): &(u64, u64)| width.saturating_mul(*height) > PIXEL_LIMIT;
    let inside = embedded(bytes);
    let found = size(bytes).into_iter().chain(inside.iter().filter_map(|bytes| size(bytes))).find(too_many);
    match found {
        Some((width, height)) => {
            let message = format!("`{shown}` is a picture of {width} × {height} pixels");
            Err(Finding::error("TE04", message)
                .help(format!("scale it down to at most {} million pixels", PIXEL_LIMIT / 1_000_000)))
        }
        None => Ok(()),
    }
}

/// Width and height of a PNG, GIF, JPEG or WebP by its header.
fn size(bytes: &[u8]) -> Option<(u64, u64)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?));
    }
    if bytes.starts_with(b"GIF8") {
        return Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return webp(bytes);
    }
    bytes.starts_with(b"\xff\xd8").then(|| jpeg(bytes))?
}

/// The three kinds of WebP, each with its own header (RFC 9649).
fn webp(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

/// The first start-of-frame segment (ITU-T T.81, B.2.2).
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        }
    }
}

fn big(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    Some(bytes.get(at..at + count)?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

fn little(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    Some(bytes.get(at..at + count)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// The beginnings of what an SVG holds as `data:…;base64,…`.
fn embedded(bytes: &[u8]) -> Vec<Vec<u8>> {
    /// Enough for the profiles that stand before the size in a JPEG.
    const BEGINNING: usize = 1 << 20;
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    if !text.contains("<svg") {
        return Vec::new();
    }
    text.split(";base64,").skip(1).map(|rest| base64(rest.bytes().take(BEGINNING))).collect()
}

/// Reads base64 (RFC 4648) up to the first byte that is neither a digit of it nor a space.
fn base64(text: impl Iterator<Item = u8>) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for byte in text.filter(|byte| !byte.is_ascii_whitespace()) {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => break,
        };
        held = held << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn reads_the_size_in_the_header_of_each_kind() {
        assert_eq!(size(&png(20_000, 7)), Some((20_000, 7)));
        assert_eq!(size(b"GIF89a\x10\x27\x05\x00"), Some((10_000, 5)));
        // A comment segment of four bytes and a fill byte before a progressive frame of 300 × 200.
        let jpeg = b"\xff\xd8\xff\xfe\x00\x04ab\xff\xff\xc2\x00\x11\x08\x00\xc8\x01\x2c";
        assert_eq!(size(jpeg), Some((300, 200)));
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\x27\0\x04\0\0"), Some((10_000, 5)));
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x63\x40\x02\0";
        assert_eq!(size(lossless), Some((100, 10)));
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x64\0\x0a\0"), Some((100, 10)));
    }

    #[test]
    fn a_header_that_breaks_off_has_no_size_and_is_left_to_the_typesetter() {
        for whole in
            [&png(9, 9)[..], b"\xff\xd8\xff\xc0\x00\x11\x08\x00\xc8\x01\x2c", b"GIF89a\x10\x27\x05\x00"]
        {
            for end in 0..whole.len() {
                assert_eq!(size(&whole[..end]), None, "{end}");
            }
        }
    }

    #[test]
    fn refuses_programs_and_pictures_that_would_fill_the_memory() {
        let said = |shown: &str, bytes: &[u8]| check(shown, bytes).map_err(|finding| finding.message);
        assert_eq!(said("templates/a.png", &png(7_000, 10_000)), Ok(()));
        let huge = "`templates/a.png` is a picture of 20000 × 20000 pixels";
        assert_eq!(said("templates/a.png", &png(20_000, 20_000)), Err(huge.to_owned()));
        let program = "`a.dat` is a WebAssembly program";
        assert_eq!(said("a.dat", b"\0asm\x01\0\0\0"), Err(program.to_owned()));
        assert!(said("a.WASM", b"").is_err());
        // The header of a PNG of 65536 × 65536 pixels.
        let svg = "<svg><image href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgABAAAAAQAA\"/></svg>";
        assert_eq!(base64("iVBORw0KGgo=".bytes()), b"\x89PNG\r\n\x1a\n");
        assert!(said("a.svg", svg.as_bytes()).is_err_and(|it| it.contains("65536 × 65536")));
    }
}
