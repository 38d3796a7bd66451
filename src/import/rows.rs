//! The rows behind the headers -> those that are data: notes under the table passed over, totals compared and dropped,
//! and the filters of the map.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::date;
use super::fold::{folded, visible};
use super::number::{self, Mark};
use super::table::{Cell, Kind, Row, Table, address};
use crate::diag::Finding;
use crate::model::Number;
use crate::model::import_map::{As, Filter, ImportMap, Precision};

/// Words by which a row of totals is known, as they are folded.
const TOTALS: [&str; 14] = [
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "totalgeneral",
    "المجموع",
    "مجموع",
    "المجموعالكلي",
    "المجموعالعام",
    "الاجمالي",
    "اجمالي",
    "الاجماليالعام",
    "الاجماليالكلي",
];

/// The rows to take over, and what was passed over.
pub(super) struct Chosen<'t> {
    /// In the order of the sheet.
    pub rows: Vec<&'t Row>,
    /// Lines for the officer on what was left out.
    pub told: Vec<String>,
}

/// The cell of a row in a column.
pub(super) fn cell(row: &Row, column: usize) -> Option<&Cell> {
    row.cells.get(column).filter(|cell| !cell.is_empty())
}

/// The number in a cell, if it can be told.
fn value(cell: &Cell, mark: Option<Mark>, strip: &[String], missing: &[String]) -> Option<Decimal> {
    let mark = if cell.kind == Kind::Number { Some(Mark::Point) } else { mark };
    let cleaned = number::clean(&cell.text, mark, strip, missing).ok()??;
    Some(cleaned.digits.parse::<Number>().ok()?.value())
}

/// Chooses the rows.
pub(super) fn choose<'t>(
    table: &'t Table,
    spec: &ImportMap,
    columns: &Columns,
    mark: Option<Mark>,
    findings: &mut Vec<Finding>,
) -> Chosen<'t> {
    let numbers: Vec<(&str, usize)> = spec
        .columns
        .iter()
        .filter(|(_, column)| column.kind == As::Number)
        .filter_map(|(key, _)| Some((key.as_str(), *columns.values.get(key)?)))
        .collect();
    let (mut rows, mut told, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    let mut totals = Totals { spec, mark, numbers: &numbers, all: Vec::new(), part: Vec::new() };
    for row in table.rows.iter().skip(columns.first_row) {
        if row.cells.iter().all(Cell::is_empty) {
            continue;
        }
        if !numbers.is_empty() && numbers.iter().all(|(_, at)| cell(row, *at).is_none()) {
            bare.push(row.number);
            continue;
        }
        if is_total(row, spec, columns) {
            totals.compare(row, findings);
            told.push(format!("row {} has totals and is dropped", row.number));
            continue;
        }
        totals.all.push(row);
        totals.part.push(row);
        rows.push(row);
    }
    if let Some(first) = bare.first() {
        told.push(format!(
            "rows without any number are passed over: {}, the first is row {first}",
            bare.len()
        ));
    }
    for (index, filter) in spec.filters.iter().enumerate() {
        let Some(at) = columns.filters.get(&index) else { continue };
        let before = rows.len();
        rows = filtered(rows, filter, *at);
        if rows.len() < before {
            let header = filter.column.0.first().map_or("", String::as_str);
            told.push(format!("rows left out by the filter of `{header}`: {}", before - rows.len()));
        }
    }
    Chosen { rows, told }
}

fn is_total(row: &Row, spec: &ImportMap, columns: &Columns) -> bool {
    let words = |key: &&String| spec.columns.get(*key).is_some_and(|column| column.kind != As::Number);
    let texts = columns.values.iter().filter(|(key, _)| words(key)).map(|(_, at)| *at);
    let texts = texts.chain(columns.names.values().copied());
    let first = row.cells.iter().position(|cell| !cell.is_empty());
    texts.chain(first).filter_map(|at| cell(row, at)).any(|cell| {
        let word = folded(&cell.text);
        TOTALS.contains(&word.as_str()) || spec.totals.iter().any(|known| folded(known) == word)
    })
}

/// The rows above a row of totals.
struct Totals<'a, 't> {
    spec: &'a ImportMap,
    mark: Option<Mark>,
    numbers: &'a [(&'a str, usize)],
    /// All of them.
    all: Vec<&'t Row>,
    /// Those since the row of totals before it.
    part: Vec<&'t Row>,
}

impl Totals<'_, '_> {
    /// Compares a row of totals with the rows above it: all of them, or those of its part.
    fn compare(&mut self, row: &Row, findings: &mut Vec<Finding>) {
        for (key, at) in self.numbers {
            let Some(column) = self.spec.columns.get(*key) else { continue };
            let of = |cell: &Cell| value(cell, self.mark, &column.strip, &self.spec.missing);
            let Some((cell, total)) = cell(row, *at).and_then(|cell| Some((cell, of(cell)?))) else {
                continue;
            };
            let sum = |rows: &[&Row]| -> Decimal {
                rows.iter()
                    .filter_map(|row| of(row.cells.get(*at)?))
                    .fold(Decimal::ZERO, Decimal::saturating_add)
            };
            let (all, part) = (sum(&self.all), sum(&self.part));
            let (Some(first), Some(last)) = (self.all.first(), self.all.last()) else { continue };
            if total == all || total == part {
                continue;
            }
            let range = format!("{}:{}", address(*at, first.number), address(*at, last.number));
            let finding = Finding::warning(
                "IM11",
                format!(
                    "the total in {} is {total}, and the cells {range} add up to {all}",
                    address(*at, row.number)
                ),
            )
            .at(cell.span, "the total");
            let finding = match first.cells.get(*at) {
                Some(cell) => finding.at(cell.span, "the first of its cells"),
                None => finding,
            };
            findings.push(
                finding.help("ask the source which is right; the rows are taken over, the total is not"),
            );
        }
        self.part.clear();
    }
}

/// The rows that a filter lets through.
fn filtered<'t>(rows: Vec<&'t Row>, filter: &Filter, at: usize) -> Vec<&'t Row> {
    let text = |row: &Row| cell(row, at).map(|cell| visible(&cell.text)).unwrap_or_default();
    let same = |one: &str, other: &str| match (folded(one), folded(other)) {
        (one_word, other_word) if one_word.is_empty() || other_word.is_empty() => one.trim() == other.trim(),
        (one, other) => one == other,
    };
    let holds = |row: &&Row| {
        let found = text(row);
        let among = |texts: &crate::model::import_map::Texts| texts.0.iter().any(|it| same(it, &found));
        filter.equals.as_ref().is_none_or(|it| same(it, &found))
            && filter.within.as_ref().is_none_or(among)
            && !filter.not.as_ref().is_some_and(among)
            && filter.present.is_none_or(|wanted| wanted != number::is_missing(&found, &[]))
    };
    let rows: Vec<&Row> = rows.into_iter().filter(holds).collect();
    if !filter.latest {
        return rows;
    }
    let number = |row: &Row| {
        let cleaned = number::clean(&text(row), Some(Mark::Point), &[], &[]).ok()??;
        Some(cleaned.digits.parse::<Number>().ok()?.value())
    };
    // Years and days are not mixed in one column, so texts of dates are in order.
    let date = |row: &Row| date::date(&text(row), None, Precision::Day).ok();
    if let Some(most) = rows.iter().filter_map(|row| number(row)).max() {
        return rows.into_iter().filter(|row| number(row) == Some(most)).collect();
    }
    match rows.iter().filter_map(|row| date(row)).max() {
        Some(most) => rows.into_iter().filter(|row| date(row).as_ref() == Some(&most)).collect(),
        None => rows,
    }
}
