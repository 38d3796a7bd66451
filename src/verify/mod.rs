//! Outputs -> proof that they are what was made, or what speaks against it.
//!
//! Three things can be shown. A file is *intact* if it has the hash that its manifest gives. A PDF for the record
//! is *reproduced* if this program makes the same bytes from nothing but what the PDF carries: data and hashes
//! that were changed together still give other pages. Where bytes cannot be the same (another version, another
//! program that has saved the file), *text and tags* are compared. None of it shows who made a file; that is for
//! signatures. Files may be anybody's: what is read is bounded, and templates run in a process without rights.

mod cmap;
mod compare;
mod examine;
mod folder;
mod graph;
mod inside;
pub mod leaks;
mod prove;
mod rebuild;
mod revision;
mod role;
mod text;
mod verdict;

pub use self::compare::{Comparison, TextMatch, compare};
pub use self::examine::{Examined, Workshop, examine};
pub use self::folder::{Listing, Target, bounded, unreadable};
pub use self::inside::{Files, Inside, PDF_LIMIT, Unreadable};
pub use self::prove::{Proof, prove};
pub use self::rebuild::rebuild;
pub use self::revision::Appended;
pub use self::role::Role;
pub use self::text::tagged_text;
pub use self::verdict::Verdict;

#[cfg(test)]
mod tests;
