//! The headers of a table and the columns of a map -> which column is which, with or without a row of HXL hashtags.

use std::collections::BTreeMap;

use super::fold::{folded, visible};
use super::table::{Row, Table, letters};
use crate::diag::{Finding, Span, nearest};
use crate::model::import_map::{ImportMap, Texts};
use crate::yaml::Spanned;

/// Rows among which the headers are looked for.
const HEADERS_WITHIN: usize = 40;

/// Where the columns of a map are in a table, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// By key of `columns`.
    pub values: BTreeMap<String, usize>,
    /// The names beside codes of places, by key of `columns`.
    pub names: BTreeMap<String, usize>,
    /// By index of `where`.
    pub filters: BTreeMap<usize, usize>,
    /// The index of the first row behind the headers.
    pub first_row: usize,
}

/// Finds the row of headers and the columns.
///
/// # Errors
/// `IM05` for a row of headers that is not there, `IM06` for each column that is not there or there twice.
pub(super) fn find(table: &Table, spec: &ImportMap) -> Result<Columns, Vec<Finding>> {
    let rows = &table.rows;
    let candidates: Vec<usize> = match spec.header {
        Some(number) => rows.iter().position(|row| row.number == number).into_iter().collect(),
        None => (0..rows.len().min(HEADERS_WITHIN)).collect(),
    };
    let mut best: Option<(usize, Columns, Vec<Finding>)> = None;
    for at in candidates {
        let (columns, faults) = under(&Heads::at(rows, at), spec);
        let found = columns.values.len() + columns.filters.len();
        if faults.is_empty() && found > 0 {
            return Ok(columns);
        }
        if best.as_ref().is_none_or(|(most, ..)| found > *most) {
            best = Some((found, columns, faults));
        }
    }
    match best {
        Some((_, _, faults)) if !faults.is_empty() => Err(faults),
        _ => Err(vec![
            Finding::error("IM05", format!("`{}` has no row of headers", table.file))
                .help("give its number: `header: 3` in the map"),
        ]),
    }
}

/// A row of headers, with the hashtags below it.
struct Heads {
    /// Each as it is written and folded.
    headers: Vec<(String, String, Span)>,
    tags: Vec<Option<String>>,
    first_row: usize,
}

impl Heads {
    fn at(rows: &[Row], at: usize) -> Self {
        let tags = |row: &Row| row.cells.iter().map(|cell| tag(&cell.text)).collect::<Vec<_>>();
        let head = |row: &Row| {
            row.cells
                .iter()
                .map(|cell| (visible(&cell.text), folded(&cell.text), cell.span))
                .collect::<Vec<_>>()
        };
        let headers = head(&rows[at]);
        if is_hxl(&rows[at]) {
            return Self { headers, tags: tags(&rows[at]), first_row: at + 1 };
        }
        match rows.get(at + 1).filter(|next| is_hxl(next)) {
            Some(next) => Self { headers, tags: tags(next), first_row: at + 2 },
            None => Self { headers, tags: Vec::new(), first_row: at + 1 },
        }
    }

    /// The columns that have one of these spellings: those of the first spelling that any has.
    fn matching(&self, spellings: &Texts) -> Vec<usize> {
        let by = |spelling: &String| -> Vec<usize> {
            if let Some(wanted) = tag(spelling) {
                let has = |at: &usize| self.tags[*at].as_deref() == Some(&*wanted);
                return (0..self.tags.len()).filter(has).collect();
            }
            let word = folded(spelling);
            let same = |(shown, header, _): &(String, String, Span)| match word.is_empty() {
                true => *shown == visible(spelling),
                false => *header == word,
            };
            (0..self.headers.len()).filter(|at| same(&self.headers[*at])).collect()
        };
        spellings.0.iter().map(by).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn missing(&self, spellings: &Spanned<Texts>) -> Finding {
        let finding =
            Finding::error("IM06", format!("the table has no column `{}`", spellings.0.join("`, `")))
                .at(spellings.span, "looked for by the map");
        let finding = match self.headers.iter().find(|(shown, ..)| !shown.is_empty()) {
            Some((.., first)) => {
                let end = self.headers.last().map_or(*first, |(.., span)| *span).end;
                finding.at(Span { end, ..*first }, "its headers")
            }
            None => finding,
        };
        let near =
            spellings.0.iter().find_map(|it| nearest(it, self.headers.iter().map(|(shown, ..)| shown)));
        match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("add its header to the spellings in the map, or write `optional: true`"),
        }
    }

    /// The one column of these spellings.
    fn one(&self, spellings: &Spanned<Texts>, optional: bool) -> Result<Option<usize>, Finding> {
        match self.matching(spellings)[..] {
            [at] => Ok(Some(at)),
            [] if optional => Ok(None),
            [] => Err(self.missing(spellings)),
            [first, second, ..] => Err(Finding::error(
                "IM06",
                format!("the columns {} and {} have the same header", letters(first), letters(second)),
            )
            .at(self.headers[second].2, "the second")
            .at(self.headers[first].2, "the first")
            .help("rename one of them, or leave one out with `range: A3:F40` in the map")),
        }
    }
}

fn under(heads: &Heads, spec: &ImportMap) -> (Columns, Vec<Finding>) {
    let (mut columns, mut faults) =
        (Columns { first_row: heads.first_row, ..Columns::default() }, Vec::new());
    let mut keep = |found: Result<Option<usize>, Finding>| match found {
        Ok(at) => at,
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    for (key, column) in &spec.columns {
        // A place may be told by its name alone.
        let optional = column.optional || column.name.is_some();
        if let Some(at) = keep(heads.one(&column.column, optional)) {
            columns.values.insert(key.clone(), at);
        }
        if let Some(name) = &column.name
            && let Some(at) = keep(heads.one(name, true))
        {
            columns.names.insert(key.clone(), at);
        }
        if optional
            && !column.optional
            && !columns.values.contains_key(key)
            && !columns.names.contains_key(key)
        {
            keep(Err(heads.missing(&column.column)));
        }
    }
    for (index, filter) in spec.filters.iter().enumerate() {
        if let Some(at) = keep(heads.one(&filter.column, filter.optional)) {
            columns.filters.insert(index, at);
        }
    }
    (columns, faults)
}

/// Whether a row holds HXL hashtags and nothing else.
fn is_hxl(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| tag(&cell.text).is_some())
}

/// A hashtag with its attributes in order (HXL 1.1): `#adm1+code`; `None` for other texts.
fn tag(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase().replace(' ', "");
    let mut parts = text.strip_prefix('#')?.split('+');
    let name = parts.next()?;
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    let mut attributes: Vec<&str> = parts.collect();
    if !word(name) || !attributes.iter().all(|it| word(it)) {
        return None;
    }
    attributes.sort_unstable();
    Some([&[name], &attributes[..]].concat().join("+"))
}
