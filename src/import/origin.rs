//! Where an entry came from: the name and hash of the file, the sheet, and the cells, written beside it.

use std::collections::BTreeSet;

use ecow::EcoVec;

use super::table::{Table, address};
use crate::diag::Span;
use crate::yaml::{Data, Entry, Node, Style};

/// The key of an entry under which its origin stands.
pub(super) const KEY: &str = "origin";

/// The origin of an entry that was made of cells of these rows and columns.
pub(super) fn node(table: &Table, rows: &[u32], columns: &[usize], flag: Option<&str>, span: Span) -> Node {
    let quoted = |text: &str| Node::new(span, Data::Scalar(text.into(), Style::Quoted));
    let plain = |text: &str| Node::new(span, Data::Scalar(text.into(), Style::Plain));
    let mut entries = EcoVec::new();
    let mut add = |key: &str, value: Node| entries.push(Entry { key: key.into(), key_span: span, value });
    add("file", quoted(&table.file));
    if let Some(sheet) = &table.sheet {
        add("sheet", quoted(sheet));
    }
    add("cells", plain(&cells(rows, columns)));
    if let Some(flag) = flag {
        add("flag", quoted(flag));
    }
    add("sha256", plain(&table.sha256.to_string()));
    Node::new(span, Data::Map(entries))
}

/// Cells of rows and columns as ranges: `C14`, `C14:F14`, `D3:D5, D9`.
fn cells(rows: &[u32], columns: &[usize]) -> String {
    let (left, right) =
        (columns.iter().min().copied().unwrap_or(0), columns.iter().max().copied().unwrap_or(0));
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows.iter().copied().collect::<BTreeSet<u32>>() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let range = |(first, last): &(u32, u32)| match (left == right, first == last) {
        (true, true) => address(left, *first),
        _ => format!("{}:{}", address(left, *first), address(right, *last)),
    };
    runs.iter().map(range).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_are_told_as_ranges() {
        assert_eq!(cells(&[14], &[2]), "C14");
        assert_eq!(cells(&[14], &[5, 2, 3]), "C14:F14");
        assert_eq!(cells(&[9, 3, 4, 5], &[3]), "D3:D5, D9");
        assert_eq!(cells(&[3, 4], &[26, 27]), "AA3:AB4");
    }
}
