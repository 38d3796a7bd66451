//! A table -> CSV (RFC 4180): UTF-8, commas, CRLF, quotes where they are needed.

use super::cell::Cell;
use super::sheet::Table;

/// How the first row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headers {
    /// By keys that are the same in every language and edition.
    #[default]
    Keys,
    /// In the words of the language, where the brief has them.
    Words,
}

/// How a file is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The names of the columns.
    pub headers: Headers,
    /// Whether a row of hashtags stands below them.
    pub hxl: bool,
    /// Whether the file begins with a byte order mark, without which Excel does not take it for UTF-8.
    pub bom: bool,
}

/// Writes a table. The same table gives the same bytes.
///
/// # Errors
/// None that memory gives; what the writer says is passed on.
pub fn write(table: &Table, layout: Layout) -> Result<Vec<u8>, csv::Error> {
    let mut bytes = Vec::new();
    if layout.bom {
        bytes.extend("\u{feff}".as_bytes());
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(bytes);
    let head = |words: &str| Cell::text(words).written();
    writer.write_record(table.columns.iter().map(|column| match layout.headers {
        Headers::Keys => column.key.to_owned(),
        Headers::Words => head(&column.words),
    }))?;
    if layout.hxl {
        writer.write_record(table.columns.iter().map(|column| column.hxl.as_str()))?;
    }
    for row in &table.rows {
        writer.write_record(row.iter().map(Cell::written))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
