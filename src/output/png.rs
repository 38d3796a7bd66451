//! A typeset document -> one PNG for each page.

use typst::utils::Scalar;
use typst_layout::Page;
use typst_render::RenderOptions;

use crate::diag::Finding;
use crate::typeset::Typeset;

/// The longest side of an image, in pixels: A4 at 1400 ppi. Four bytes a pixel, so 1 GiB at most.
const SIDE_LIMIT: f64 = 16_384.0;
/// Typographic points in an inch.
const POINTS: f64 = 72.0;

/// One page as an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The page, from 1.
    pub page: usize,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// The PNG.
    pub bytes: Vec<u8>,
}

/// Draws every page at `ppi` pixels per inch.
///
/// # Errors
/// `OU02` for a resolution that is not positive or makes an image too large.
pub fn png(typeset: &Typeset, ppi: f64) -> Result<Vec<Image>, Vec<Finding>> {
    let pages = typeset.document.pages();
    pages.iter().enumerate().map(|(index, page)| image(page, index + 1, ppi)).collect()
}

/// `2031-06.ar.page-07.png`: the numbers are as wide as the last one, so that names sort like pages.
pub fn page_name(stem: &str, page: usize, pages: usize, ending: &str) -> String {
    let width = pages.to_string().len();
    format!("{stem}.page-{page:0width$}.{ending}")
}

fn image(page: &Page, number: usize, ppi: f64) -> Result<Image, Vec<Finding>> {
    let scale = ppi / POINTS;
    let side = page.frame.width().max(page.frame.height()).to_pt() * scale;
    if !(1.0..=SIDE_LIMIT).contains(&side) {
        let message = format!("page {number} cannot be drawn at {ppi} pixels per inch");
        return Err(vec![Finding::error("OU02", message).help("choose a resolution between 36 and 600")]);
    }
    let options = RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() };
    let pixels = typst_render::render(page, &options);
    let size = (pixels.width(), pixels.height());
    match pixels.encode_png() {
        Ok(bytes) => Ok(Image { page: number, size, bytes }),
        Err(error) => Err(vec![Finding::error("OU02", format!("page {number} cannot be encoded: {error}"))]),
    }
}
