//! A workbook (XLSX, ODS) -> the rows of one of its sheets.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Sheet, SheetVisible, Xlsx};
use rust_decimal::Decimal;

use super::zip::{self, Parts};
use super::{Kind, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, Raw, RawRows, too_large};
use crate::diag::{Finding, nearest};

/// Reads the rows of the sheet that is wanted, and its name.
pub(super) fn read(bytes: &[u8], name: &str, sheet: Option<&str>) -> Result<(String, RawRows), Finding> {
    let Parts { names, unpacked } = zip::parts(bytes, MOST_UNPACKED).ok_or_else(|| damaged(name))?;
    if unpacked > MOST_UNPACKED {
        return Err(too_large(format!(
            "unpacked, `{name}` has {unpacked} bytes, and at most {MOST_UNPACKED} are read"
        )));
    }
    let has = |part: &str| names.iter().any(|it| it == part);
    let (sheet, rows) = if has("xl/workbook.xml") {
        xlsx(bytes, name, sheet)?
    } else if has("content.xml") {
        ods(bytes, name, sheet)?
    } else {
        return Err(Finding::error("IM01", format!("`{name}` is neither XLSX nor ODS"))
            .help("open it in a spreadsheet program and save it as `.xlsx`"));
    };
    if rows.is_empty() {
        return Err(Finding::error("IM05", format!("the sheet `{sheet}` of `{name}` is empty"))
            .help("name the sheet with the table: `sheet: NAME` in the map"));
    }
    Ok((sheet, rows))
}

fn unreadable(name: &str, why: &str) -> Finding {
    Finding::error("IM01", format!("`{name}` cannot be read: {why}"))
        .help("open it in a spreadsheet program and save it again as `.xlsx`")
}

fn damaged(name: &str) -> Finding {
    Finding::error("IM01", format!("the list of the parts of `{name}` is damaged"))
        .help("open it in a spreadsheet program and save it again as `.xlsx`")
}

/// The name of the sheet that is wanted.
fn chosen(sheets: &[Sheet], wanted: Option<&str>, name: &str) -> Result<String, Finding> {
    let Some(wanted) = wanted else {
        let seen = sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible);
        return match seen.or(sheets.first()) {
            Some(sheet) => Ok(sheet.name.clone()),
            None => Err(Finding::error("IM05", format!("`{name}` has no sheet"))),
        };
    };
    let same = |sheet: &&Sheet| super::super::fold::folded(&sheet.name) == super::super::fold::folded(wanted);
    let by_name = sheets.iter().find(|sheet| sheet.name == wanted).or_else(|| sheets.iter().find(same));
    let by_number = || wanted.parse::<usize>().ok()?.checked_sub(1).and_then(|at| sheets.get(at));
    if let Some(sheet) = by_name.or_else(by_number) {
        return Ok(sheet.name.clone());
    }
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let finding = Finding::error("IM05", format!("`{name}` has no sheet `{wanted}`"));
    Err(match nearest(wanted, names.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!("its sheets are `{}`", names.join("`, `"))),
    })
}

fn xlsx(bytes: &[u8], name: &str, sheet: Option<&str>) -> Result<(String, RawRows), Finding> {
    let fault = |error: calamine::XlsxError| unreadable(name, &error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let sheet = chosen(book.sheets_metadata(), sheet, name)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(fault)?;
    let mut grid = Grid::new(name);
    // Cell by cell: a sheet with one cell in its far corner would be a table of thousands of millions.
    while let Some(cell) = cells.next_cell().map_err(fault)? {
        let (row, column) = cell.get_position();
        let raw = match cell.get_value() {
            DataRef::SharedString(text) => text_cell(text),
            other => raw(&Data::from(other.clone())),
        };
        grid.put(row as usize, column as usize, raw)?;
    }
    Ok((sheet, grid.rows))
}

fn ods(bytes: &[u8], name: &str, sheet: Option<&str>) -> Result<(String, RawRows), Finding> {
    let fault = |error: calamine::OdsError| unreadable(name, &error.to_string());
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(fault)?;
    let sheet = chosen(book.sheets_metadata(), sheet, name)?;
    let range = book.worksheet_range(&sheet).map_err(fault)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut grid = Grid::new(name);
    for (row, column, data) in range.used_cells() {
        grid.put(row + top as usize, column + left as usize, raw(data))?;
    }
    Ok((sheet, grid.rows))
}

/// Rows that are filled cell by cell, in order.
struct Grid<'a> {
    name: &'a str,
    rows: RawRows,
    cells: usize,
}

impl<'a> Grid<'a> {
    fn new(name: &'a str) -> Self {
        Self { name, rows: RawRows::new(), cells: 0 }
    }

    /// Puts a cell at a row and a column from 0; those before it in the row are empty.
    fn put(&mut self, row: usize, column: usize, raw: Raw) -> Result<(), Finding> {
        if raw.text.trim().is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(too_large(format!("`{}` has more than {MOST_ROWS} rows", self.name)));
        }
        if column >= MOST_COLUMNS {
            return Err(too_large(format!("`{}` has more than {MOST_COLUMNS} columns", self.name)));
        }
        let number = row as u32 + 1;
        if self.rows.last().is_none_or(|(last, _)| *last < number) {
            self.rows.push((number, Vec::new()));
        }
        let Some((_, cells)) = self.rows.last_mut() else { return Ok(()) };
        while cells.len() <= column {
            cells.push(Raw { text: String::new(), kind: Kind::Text });
            self.cells += 1;
        }
        cells[column] = raw;
        if self.cells > MOST_CELLS {
            return Err(too_large(format!("`{}` has more than {MOST_CELLS} cells", self.name)));
        }
        Ok(())
    }
}

fn text_cell(text: &str) -> Raw {
    Raw { text: text.to_owned(), kind: Kind::Text }
}

fn raw(data: &Data) -> Raw {
    let number = |text: String| Raw { text, kind: Kind::Number };
    match data {
        Data::Empty => text_cell(""),
        Data::Int(value) => number(value.to_string()),
        Data::Float(value) => number(shown(*value)),
        Data::String(text) | Data::DurationIso(text) => text_cell(text),
        Data::Bool(value) => text_cell(if *value { "TRUE" } else { "FALSE" }),
        Data::DateTime(moment) => dated(moment),
        Data::DateTimeIso(text) => Raw { text: text.clone(), kind: Kind::Date },
        Data::Error(error) => text_cell(&error.to_string()),
    }
}

/// A number with the 15 digits that a spreadsheet program has of it (ECMA-376 stores 17, of which the last are noise).
fn shown(value: f64) -> String {
    let scientific = format!("{value:.14e}");
    match Decimal::from_scientific(&scientific) {
        Ok(exact) => exact.normalize().to_string(),
        Err(_) => format!("{value:e}"),
    }
}

fn dated(moment: &ExcelDateTime) -> Raw {
    if moment.is_duration() {
        return Raw { text: shown(moment.as_f64()), kind: Kind::Number };
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let text = match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    };
    Raw { text, kind: Kind::Date }
}
