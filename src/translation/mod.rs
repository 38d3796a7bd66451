//! The translator's desk: an edition's messages with their master texts, out to files for translators and back.
//!
//! Nothing here formats a number or lays out a page: examples are phrases of the locale, and what is to be
//! printed leaves as data for a template.

pub mod catalogue;
pub mod export;
pub mod import;
mod judged;
pub mod leftovers;
mod notes;
pub mod po;
pub mod proof;
pub mod rewrite;
mod sheet;
pub mod status;
pub mod sweep;
#[cfg(test)]
mod tests;
mod unit;
pub mod xliff;

pub use catalogue::{Catalogue, Entry};
pub use unit::{Unit, units};
