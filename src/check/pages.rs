//! The page of each rule: why it is one, on whose authority, a wrong and a right example.

use include_dir::{Dir, include_dir};

use crate::diag::codes;

/// `docs/rules/CODE.md`, and the index of all codes beside them.
static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// The page of a code, in Markdown.
pub fn page(code: &str) -> Option<&'static str> {
    codes::title(code)?;
    PAGES.get_file(format!("{code}.md"))?.contents_utf8()
}

#[cfg(test)]
mod tests;
