//! The files of a project -> the one tree behind an edition; every value remembers what it replaced.
//!
//! Layers, lowest first: `data/house.yaml`, `data/shared/*.yaml`, the labels (built in, then the
//! project's), the edition's own files, its `text/<lang>.yaml`, and one audience overlay. Files of one
//! layer are joined: a key may stand in one of them only. Layers are merged: maps deep, lists of things
//! with an `id` by id, other lists and scalars replaced, `delete: true` removes. What the values mean is
//! not known here, but for one rule: a language layer holds words only. The project's own languages
//! (`data/languages/<lang>.yaml`) are read beside the layers and belong to none. Beside the layers, an edition has a
//! record of its translations.

mod asset;
mod files;
mod guard;
mod join;
mod load;
mod merge;
mod project;
mod record;

pub use self::join::join;
pub use self::load::{InputFile, Inputs, explain, load};
pub use self::merge::merge;
pub use self::project::Project;
pub use self::record::{RecordFile, record};

#[cfg(test)]
mod tests;
