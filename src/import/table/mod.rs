//! The bytes of a spreadsheet or of separated text -> rows of cells, each with its address and its exact text.
//!
//! CSV in UTF-8, XLSX and ODS are read; other formats and encodings are refused with what to do. A number of a workbook
//! is the text that a spreadsheet program shows with all its digits (15), never the nearest binary fraction; a date
//! is `2031-06-09`. What a cell means is not known here.

mod book;
mod delimited;
mod zip;

use crate::diag::{FileId, Finding, Sources, Span};
use crate::digest::Digest;

/// Bytes of a file. 64 MiB.
pub const MOST_BYTES: usize = 64 << 20;
/// Rows of a sheet.
const MOST_ROWS: usize = 200_000;
/// Columns of a sheet.
const MOST_COLUMNS: usize = 1_000;
/// Cells of a sheet.
const MOST_CELLS: usize = 4_000_000;
/// Bytes of the unpacked parts of a workbook. 256 MiB.
const MOST_UNPACKED: u64 = 256 << 20;

/// What a cell was in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Text, also where it looks like a number.
    #[default]
    Text,
    /// A number of a workbook, in Latin digits with a point.
    Number,
    /// A date of a workbook, as `2031-06-09`.
    Date,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// What it was in its file.
    pub kind: Kind,
    /// Its place in the registered text of the table, in which each row is a line.
    pub span: Span,
}

impl Cell {
    /// Whether nothing can be seen in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// One row, with its cells from column A on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// One sheet, or a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of the file, without folders.
    pub file: String,
    /// The name of the sheet of a workbook.
    pub sheet: Option<String>,
    /// The SHA-256 of the file.
    pub sha256: Digest,
    /// The rows in order.
    pub rows: Vec<Row>,
    /// The registered text.
    pub id: FileId,
}

/// What to read of a file.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// The sheet by its name, or by its number from 1; the first that can be seen if it is not given.
    pub sheet: Option<&'a str>,
    /// A range such as `A3:F40`; the whole sheet if it is not given.
    pub range: Option<&'a str>,
    /// What separates the fields of a CSV file; found out if it is not given.
    pub delimiter: Option<u8>,
}

/// A cell on its way into a table.
struct Raw {
    text: String,
    kind: Kind,
}

/// Rows by number from 1, each with its cells from column A on.
type RawRows = Vec<(u32, Vec<Raw>)>;

/// Reads a file whose shown name is given.
///
/// # Errors
/// `IM01` for what cannot be read, `IM02` for what is too large, `IM05` for a sheet or range that is not there,
/// `YA01` for text that is not UTF-8.
pub fn read(bytes: &[u8], name: &str, wanted: &Wanted<'_>, sources: &mut Sources) -> Result<Table, Finding> {
    if bytes.len() > MOST_BYTES {
        let count = bytes.len();
        return Err(too_large(format!("`{name}` has {count} bytes, and at most {MOST_BYTES} are read")));
    }
    let (sheet, rows, separator) = if bytes.starts_with(b"PK") {
        let (sheet, rows) = book::read(bytes, name, wanted.sheet)?;
        (Some(sheet), rows, "\t")
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Finding::error("IM01", format!("`{name}` is a workbook of the old format `.xls`"))
            .help("open it and save it as `.xlsx`"));
    } else if bytes.starts_with(b"%PDF") {
        return Err(Finding::error("IM01", format!("`{name}` is a PDF, not a table"))
            .help("ask for the table behind it as XLSX or CSV"));
    } else {
        let (rows, separator) = delimited::read(bytes, name, wanted.delimiter)?;
        (None, rows, separator)
    };
    let rows = match wanted.range {
        Some(range) => within(rows, range)?,
        None => rows,
    };
    let shown = match &sheet {
        Some(sheet) => format!("{name} [{sheet}]"),
        None => name.to_owned(),
    };
    let (rows, id) = registered(rows, &shown, separator, sources);
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    Ok(Table { file, sheet, sha256: Digest::of(bytes), rows, id })
}

fn too_large(message: String) -> Finding {
    Finding::error("IM02", message).help("take out the sheets, rows and columns that are not needed")
}

/// Registers the rows as a text in which each is the line of its number, and places the cells in it.
fn registered(rows: RawRows, shown: &str, separator: &str, sources: &mut Sources) -> (Vec<Row>, FileId) {
    let (mut text, mut line, mut places) = (String::new(), 1, Vec::new());
    for (number, cells) in &rows {
        while line < *number {
            text.push('\n');
            line += 1;
        }
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                text.push_str(separator);
            }
            let start = text.len();
            text.extend(cell.text.chars().map(|c| if c.is_control() { ' ' } else { c }));
            places.push((start, text.len()));
        }
    }
    let id = sources.add(shown, "table", text);
    let mut places = places.into_iter();
    let mut placed = |raw: Raw| {
        let (start, end) = places.next().unwrap_or_default();
        Cell { text: raw.text, kind: raw.kind, span: Span::new(id, start, end) }
    };
    let rows = rows
        .into_iter()
        .map(|(number, cells)| Row { number, cells: cells.into_iter().map(&mut placed).collect() });
    (rows.collect(), id)
}

/// Only what lies in a range; what is left of it in a row is empty.
fn within(rows: RawRows, range: &str) -> Result<RawRows, Finding> {
    let bad = || {
        Finding::error("IM05", format!("`{range}` is not a range of cells"))
            .help("write its first and last cell, as in `A3:F40`")
    };
    let (first, last) = range.split_once(':').ok_or_else(bad)?;
    let (from, to) = (corner(first).ok_or_else(bad)?, corner(last).ok_or_else(bad)?);
    if from.0 > to.0 || from.1 > to.1 {
        return Err(bad());
    }
    let inside = rows.into_iter().filter(|(number, _)| (from.1..=to.1).contains(number));
    let cut = |(number, mut cells): (u32, Vec<Raw>)| {
        cells.truncate(to.0 + 1);
        for cell in cells.iter_mut().take(from.0) {
            *cell = Raw { text: String::new(), kind: Kind::Text };
        }
        (number, cells)
    };
    let rows: RawRows = inside.map(cut).collect();
    if rows.is_empty() {
        return Err(Finding::error("IM05", format!("there is nothing in the range `{range}`"))
            .help("look up the range in the sheet that is imported"));
    }
    Ok(rows)
}

/// Column from 0 and row from 1 of an address such as `C14`.
fn corner(address: &str) -> Option<(usize, u32)> {
    let address = address.trim().replace('$', "").to_ascii_uppercase();
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = address.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, b| column * 26 + usize::from(b - b'A') + 1) - 1;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    Some((column, number))
}

/// The letters of a column from 0: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let (mut rest, mut text) = (column + 1, Vec::new());
    while rest > 0 {
        rest -= 1;
        text.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    text.iter().rev().collect()
}

/// The address of a cell: `C14`.
pub fn address(column: usize, row: u32) -> String {
    format!("{}{row}", letters(column))
}

#[cfg(test)]
mod tests;
