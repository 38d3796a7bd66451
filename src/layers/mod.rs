//! The files of a project -> the one tree behind an edition; every value remembers what it replaced.
//!
//! Layers, lowest first: `data/house.yaml`, `data/shared/*.yaml`, the labels (built in, then the
//! project's), the edition's own files, its `text/<lang>.yaml`, and one audience overlay. Files of one
//! layer are joined: a key may stand in one of them only. Layers are merged: maps deep, lists of things
//! with an `id` by id, other lists and scalars replaced, `delete: true` removes. What the values mean is
//! not known here, but for two rules: a language layer holds words only, and an audience of the house sees
//! what is marked for it ([`audience`]); its overlay lies over what is left. The project's own languages
//! (`data/languages/<lang>.yaml`) are read beside the layers and belong to none. Beside the layers, an edition has a
//! record of its translations.
//!
//! What all editions share is a [`Ground`], read once; [`load`] lays one edition over it. A [`Project`] is a folder
//! on disk or a map of files in memory.

mod asset;
pub mod audience;
mod files;
mod fingerprint;
mod ground;
mod guard;
mod input;
mod join;
mod labels;
mod load;
mod loader;
mod merge;
mod project;
mod record;
mod store;

pub use self::audience::{CARRIED, carried};
pub use self::fingerprint::{Hashes, fingerprint};
pub use self::ground::Ground;
pub use self::input::{Content, InputFile};
pub use self::join::join;
pub use self::labels::over_built_in;
pub use self::load::{Inputs, explain, load};
pub use self::merge::merge;
pub use self::project::Project;
pub use self::record::{RecordFile, record};

#[cfg(test)]
mod tests;
