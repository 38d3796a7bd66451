//! Separated text -> rows: comma, semicolon, tab or bar, with RFC 4180 quotes.

use super::{Kind, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Raw, RawRows, too_large};
use crate::diag::Finding;
use crate::yaml;

/// What may separate fields, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads the rows of a text, and what separates their fields.
pub(super) fn read(
    bytes: &[u8],
    name: &str,
    delimiter: Option<u8>,
) -> Result<(RawRows, &'static str), Finding> {
    let text = yaml::decode(bytes, name)?;
    if text.matches('"').count() % 2 == 1 {
        return Err(Finding::error("IM01", format!("a quotation mark in `{name}` is not closed"))
            .help("find the cell with a single `\"` and close it, or write it twice"));
    }
    if text.contains('\0') {
        return Err(Finding::error("IM01", format!("`{name}` is not a table"))
            .help("give a file in CSV, XLSX or ODS"));
    }
    let delimiter = delimiter.unwrap_or_else(|| likeliest(&text));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut rows, mut count) = (RawRows::new(), 0);
    let mut record = csv::StringRecord::new();
    let mut number = 0_u32;
    // Line breaks inside cells so far: a spreadsheet counts them as no rows.
    let mut broken = 0_u64;
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            Finding::error("IM01", format!("`{name}` cannot be read: {error}"))
                .help("save it again as CSV with the encoding `UTF-8`")
        })?;
        if !more {
            break;
        }
        // A spreadsheet counts empty lines as rows; the reader passes over those before a record.
        let (line, at) = record.position().map_or((0, 0), |it| (it.line(), it.byte() as usize));
        let empty = text.as_bytes().iter().skip(at).take_while(|b| matches!(b, b'\n' | b'\r'));
        let line = line + empty.filter(|b| **b == b'\n').count() as u64;
        number = (number + 1).max(u32::try_from(line.saturating_sub(broken)).unwrap_or(0));
        broken += record.iter().map(|text| text.matches('\n').count() as u64).sum::<u64>();
        count += record.len();
        if rows.len() >= MOST_ROWS {
            return Err(too_large(format!("`{name}` has more than {MOST_ROWS} rows")));
        }
        if record.len() > MOST_COLUMNS {
            return Err(too_large(format!("`{name}` has more than {MOST_COLUMNS} columns")));
        }
        if count > MOST_CELLS {
            return Err(too_large(format!("`{name}` has more than {MOST_CELLS} cells")));
        }
        rows.push((number, record.iter().map(raw).collect()));
    }
    if rows.is_empty() {
        return Err(
            Finding::error("IM01", format!("`{name}` is empty")).help("give a file with a table in it")
        );
    }
    let separator = match delimiter {
        b';' => ";",
        b'\t' => "\t",
        b'|' => "|",
        _ => ",",
    };
    Ok((rows, separator))
}

fn raw(text: &str) -> Raw {
    Raw { text: text.to_owned(), kind: Kind::Text }
}

/// The separator by which the most of the first lines have as many fields as each other.
fn likeliest(text: &str) -> u8 {
    let score = |delimiter: &u8| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(*delimiter)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> = reader.records().take(20).map_while(Result::ok).map(|it| it.len()).collect();
        let same = |width: &usize| widths.iter().filter(|it| *it == width).count();
        let best = widths.iter().filter(|width| **width > 1).map(|width| (same(width), *width)).max();
        best.unwrap_or_default()
    };
    let mut best = (b',', score(&b','));
    for delimiter in &DELIMITERS[1..] {
        let score = score(delimiter);
        if score > best.1 {
            best = (*delimiter, score);
        }
    }
    best.0
}
