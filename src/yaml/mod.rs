//! One YAML text -> a tree of scalars-as-text with positions -> typed values; values, and changes of them, -> text.
//!
//! This is the only module that knows a YAML crate. granit-parser reads, because it gives byte positions
//! and typed errors; `serde_yaml` writes, and tests compare what the two read. Scalars stay text: the
//! receiving type decides what `7.70`, `no` or `2031-06` is. Merging files is the business of `layers`.

mod context;
mod decode;
mod edit;
mod entries;
mod fault;
mod flow;
mod hidden;
mod key;
mod limits;
mod node;
mod path;
mod read;
mod refused;
mod scalar;
mod spanned;
mod syntax;
mod trace;
mod typed;
mod value;
mod write;
mod write_tree;

pub use self::decode::{add, decode};
pub use self::edit::{Change, EditFault, NewValue, cut, edit};
pub use self::hidden::is_hidden;
pub use self::limits::Limits;
pub use self::node::{Data, Entry, Node, Style};
pub use self::path::Step;
pub use self::read::{parse, read};
pub use self::refused::Refused;
pub use self::spanned::Spanned;
pub use self::trace::Trace;
pub use self::typed::{Partial, from_node, from_node_partly};
pub use self::write::to_string;
pub use self::write_tree::write_tree;

#[cfg(test)]
mod tests;
