//! A typeset document -> bytes: PDF that meets its standards, PNG pages, and sheets for a preview.
//!
//! Nothing here writes a file; [`crate::archive`] publishes.

mod pdf;
mod png;
mod sheet;

pub(crate) use self::pdf::typst_version;
pub use self::pdf::{Identity, Standard, pdf};
pub use self::png::{Image, page_name, png};
pub use self::sheet::{Mark, Sheet, pack, sheets, unpack};

#[cfg(test)]
mod tests;
