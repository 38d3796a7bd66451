//! Nothing, or an edition -> the files of a new project, or of the next edition.
//!
//! `begin` has the files of a project that builds at once; they lie as they are in `src/scaffold/project`. `next` makes
//! an edition from an earlier one: what stays, what moves on, what goes, and what is marked as not yet brought
//! up to date (`carried`), which `check` then lists. Nothing here touches the disk.

mod begin;
mod next;

pub use self::begin::{EXAMPLE, project};
pub use self::next::{Next, Wish, latest, next};
