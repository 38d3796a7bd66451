//! A Brief -> one page of HTML that needs nothing beside itself: no script, no font, no address that is loaded.
//!
//! It is written from the finished phrases of the Brief, like the pages, and not from the pages: so tables are tables
//! and headings are headings, and it reads on a phone. Nothing is formatted here, and nothing is escaped by hand.

mod blocks;
mod charts;
mod closing;
mod encode;
mod funding;
mod marks;
mod opening;
mod page;
mod phrase;
mod promises;
mod returnees;
mod section;
mod signs;
mod table;
mod threats;
mod trend;

use crate::brief::Brief;

use self::page::Page;

/// How the page looks. It is part of the page, and the only style that the page allows.
const STYLE: &str = include_str!("style.css");

/// A picture that the page carries in itself.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// Its media type, such as `image/png`.
    pub media_type: &'a str,
    /// The file.
    pub bytes: &'a [u8],
}

/// Writes the page. The same Brief gives the same text. `logo` is the file that the masthead names.
pub fn html(brief: &Brief, logo: Option<Picture<'_>>) -> String {
    Page::new(brief).document(logo).into_string()
}

#[cfg(test)]
mod tests;
