//! Outputs of one edition -> its folder, complete or untouched, with a manifest that says what was made
//! of what.
//!
//! Nothing here typesets, and nothing here knows the time: the manifest carries the time that the
//! edition was built for.

mod digest;
mod manifest;
mod publish;
mod write;

pub use self::digest::Digest;
pub use self::manifest::{AssetEntry, Input, MANIFEST_NAME, Manifest, Options, Output, Tool};
pub use self::publish::{Publication, Published};
pub use self::write::{place, replace, replace_all};

#[cfg(test)]
mod tests;
