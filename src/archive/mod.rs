//! Outputs of one unit -> its folder, complete or untouched, with a manifest and a statement of provenance; the
//! index of all units; the join of what several machines made; and a bag for long keeping.
//!
//! Nothing here typesets, and nothing here knows the time: what is written carries the time that the editions
//! were built for. JSON is canonical, and what is read back is checked, not believed.

mod bag;
mod condition;
mod index;
mod manifest;
mod merge;
mod occupy;
mod previous;
mod provenance;
mod publish;
mod shard;
mod unit;
mod write;

pub use self::bag::{Bagged, bag};
pub use self::condition::{Flaw, flaws_of, manifest_of};
pub use self::index::{Entry, Index};
pub use self::manifest::{AssetEntry, Input, MANIFEST_NAME, Manifest, Options, Output, format_word};
pub use self::merge::{Merged, merge};
pub use self::occupy::is_occupied;
pub use self::previous::Previous;
pub use self::provenance::{BUILD_TYPE, statement};
pub use self::publish::{Publication, Published};
pub use self::shard::Shard;
pub use self::unit::{Unit, WHOLE};
pub use self::write::{create_all, place, replace, replace_all, sync_folder};

#[cfg(test)]
mod tests;
