//! Things of one kind and what is said of each -> a table.

use super::cell::Cell;

/// A table with a name for its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Small Latin letters and `_`.
    pub name: &'static str,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// What is known of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its stable key, small Latin letters and `_`.
    pub key: &'static str,
    /// Its head in the language; the key where the brief has no word for it.
    pub words: String,
    /// Its hashtag (Humanitarian Exchange Language 1.1); empty if there is none.
    pub hxl: String,
}

/// A column with the way to its cells.
pub(super) struct Field<'c, T> {
    key: &'static str,
    label: &'static str,
    hxl: &'static str,
    cell: Box<dyn Fn(&T) -> Cell + 'c>,
}

/// A column: its key, the label that heads it (`columns.value`, or empty), its hashtag, its cells.
pub(super) fn field<'c, T>(
    key: &'static str,
    label: &'static str,
    hxl: &'static str,
    cell: impl Fn(&T) -> Cell + 'c,
) -> Field<'c, T> {
    Field { key, label, hxl, cell: Box::new(cell) }
}

/// Fills a table. `word` gives the words of a label; a hashtag that ends in `+i` gets the language.
pub(super) fn sheet<T>(
    name: &'static str,
    lang: &str,
    word: impl Fn(&str) -> String,
    things: impl IntoIterator<Item = T>,
    fields: Vec<Field<'_, T>>,
) -> Table {
    let rows = things.into_iter().map(|thing| fields.iter().map(|field| (field.cell)(&thing)).collect());
    let rows = rows.collect();
    let column = |field: &Field<'_, T>| Column {
        key: field.key,
        words: if field.label.is_empty() { field.key.to_owned() } else { word(field.label) },
        hxl: match field.hxl.strip_suffix("+i") {
            Some(tag) => format!("{tag}+i_{}", lang.split('-').next().unwrap_or(lang)),
            None => field.hxl.to_owned(),
        },
    };
    Table { name, columns: fields.iter().map(column).collect(), rows }
}
