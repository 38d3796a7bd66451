//! Findings: what is wrong (or doubtful), where, and what to do about it; and their written forms.
//!
//! Stages return [`Finding`]s as values; [`terminal`], [`json_lines`] and [`sarif`] turn them into text, [`allow`]
//! drops those that a comment allows, [`fixed`] makes their safe corrections, and [`arabic`] says them in
//! Arabic. Nothing here prints, and nothing here decides whether a warning is fatal.

mod allow;
pub mod arabic;
pub mod codes;
mod excerpt;
mod finding;
mod fix;
mod json;
mod nearest;
mod sarif;
mod source;
mod terminal;

pub use self::allow::allow;
pub use self::excerpt::visible;
pub use self::finding::{Finding, Fix, Place, Severity, Tally, counted, sort};
pub use self::fix::fixed;
pub use self::json::{json_lines, json_object};
pub use self::nearest::nearest;
pub use self::sarif::sarif;
pub use self::source::{FileId, Sources, Span};
pub use self::terminal::{Look, Tongue, terminal};

#[cfg(test)]
mod tests;
