//! Font files -> the fonts that the compiler may choose from, in the order of their paths.

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::FontStore;

use super::assets::Origin;
use crate::diag::Finding;

/// One font file.
#[derive(Debug, Clone, Serialize)]
pub struct FontFile {
    /// Path below `fonts/`, with `/`.
    pub path: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The family of its first face, as templates name it.
    pub family: String,
    /// The file.
    #[serde(skip)]
    pub bytes: Bytes,
    /// Its SHA-256.
    #[serde(skip)]
    pub sha256: [u8; 32],
}

/// Whether a path below `fonts/` is a font rather than a licence or a note.
pub(super) fn is_font(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc"))
}

/// Parses every face of every file, given in the order of their paths. The order is part of the result:
/// of two faces that suit equally well, the compiler takes the first.
pub(super) fn load(
    files: impl IntoIterator<Item = (String, Origin, Bytes)>,
) -> Result<(FontStore, Vec<FontFile>), Vec<Finding>> {
    let mut store = FontStore::new();
    let (mut fonts, mut findings) = (Vec::new(), Vec::new());
    for (path, origin, bytes) in files {
        let faces: Vec<Font> = Font::iter(bytes.clone()).collect();
        let Some(first) = faces.first() else {
            let finding = Finding::error("TE05", format!("`fonts/{path}` holds no font"))
                .help("replace it with a TrueType or OpenType file, or delete it");
            findings.push(finding);
            continue;
        };
        let family = first.info().family.clone();
        store.extend(faces.into_iter().map(|face| {
            let info = face.info().clone();
            (face, info)
        }));
        let sha256 = Sha256::digest(&bytes).into();
        fonts.push(FontFile { path, origin, family, bytes, sha256 });
    }
    if findings.is_empty() { Ok((store, fonts)) } else { Err(findings) }
}
