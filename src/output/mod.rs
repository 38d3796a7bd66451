//! A typeset document -> bytes: PDF that meets its standards, PNG and SVG pages, sheets for a preview; a Brief -> one
//! HTML page.
//!
//! Nothing here writes a file; [`crate::archive`] publishes.

mod area;
mod html;
mod layers;
mod pdf;
mod png;
mod sheet;
mod svg;

pub use self::area::Area;
pub use self::html::{Picture, html};
pub use self::layers::Layer;
pub(crate) use self::pdf::typst_version;
pub use self::pdf::{Identity, Standard, pdf};
pub use self::png::{Image, page_name, png};
pub use self::sheet::{Mark, Sheet, sheets};
pub use self::svg::svg;

#[cfg(test)]
mod tests;
