//! A Brief (JSON bytes) and the templates -> a laid-out document, in one closed world.
//!
//! [`Assets`] holds every template and font, the embedded ones overridden file by file by a project's
//! own. [`compile`] runs Typst over them and turns its diagnostics into findings that point into the
//! templates. Nothing here reads the clock, the network, packages or system fonts, and nothing here
//! writes: PDF and images are made by [`crate::output`].

mod assets;
mod compile;
mod diagnostics;
mod folder;
mod fonts;
mod glyphs;
mod job;
mod links;
mod marks;
mod project;
mod refusal;
mod textlayer;
mod world;

pub use self::assets::{Assets, Origin, OwnFiles, TemplateFile};
pub use self::compile::{Typeset, compile, evict};
pub use self::fonts::FontFile;
pub use self::job::{Attachment, Entry, Job, Relationship, VALUE_SCHEME};
pub(crate) use self::links::is_allowed;

#[cfg(test)]
mod tests;
