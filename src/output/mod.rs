//! A typeset document -> bytes: PDF that meets its standards, PNG and SVG pages; a Brief -> one HTML page.
//!
//! Nothing here writes a file; [`crate::archive`] publishes.

mod html;
mod pdf;
mod png;
mod svg;

pub use self::html::{Picture, html};
pub(crate) use self::pdf::typst_version;
pub use self::pdf::{Identity, Standard, pdf};
pub use self::png::{Image, page_name, png};
pub use self::svg::svg;

#[cfg(test)]
mod tests;
