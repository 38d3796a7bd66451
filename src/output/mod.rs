//! A typeset document -> bytes: PDF that meets its standards, and PNG pages.
//!
//! Nothing here writes a file; [`crate::archive`] publishes.

mod pdf;
mod png;

pub(crate) use self::pdf::typst_version;
pub use self::pdf::{Identity, Standard, pdf};
pub use self::png::{Image, page_name, png};

#[cfg(test)]
mod tests;
