//! Findings: what is wrong (or doubtful), where, and what to do about it; and their two written forms.
//!
//! Stages return [`Finding`]s as values; [`terminal`] and [`json_lines`] turn them into text. Nothing
//! here prints, and nothing here decides whether a warning is fatal.

pub mod codes;
mod excerpt;
mod finding;
mod json;
mod nearest;
mod source;
mod terminal;

pub use self::excerpt::visible;
pub use self::finding::{Finding, Fix, Place, Severity, sort, summary};
pub use self::json::json_lines;
pub use self::nearest::nearest;
pub use self::source::{FileId, Sources, Span};
pub use self::terminal::{Look, terminal};

#[cfg(test)]
mod tests;
