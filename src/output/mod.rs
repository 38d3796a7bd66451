//! A typeset document -> bytes: PDF that meets its standards, PNG and SVG pages, sheets for a preview; a Brief -> one
//! HTML page.
//!
//! Nothing here writes a file; [`crate::archive`] publishes.

mod html;
mod pdf;
mod png;
mod sheet;
mod svg;

pub use self::html::{Picture, html};
pub(crate) use self::pdf::typst_version;
pub use self::pdf::{Identity, Standard, pdf};
pub use self::png::{Image, page_name, png};
pub use self::sheet::{Mark, Sheet, pack, sheets, unpack};
pub use self::svg::svg;

#[cfg(test)]
mod tests;
