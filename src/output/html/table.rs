//! The one table of a brief: with a caption, heads of columns and rows, and a box of its own in which it scrolls.

use maud::{Markup, html};

use super::phrase::Text;

/// One column of a table of `R`.
pub struct Column<'a, R> {
    head: Markup,
    cell: Box<dyn Fn(&'a R) -> Markup + 'a>,
    is_number: bool,
    is_kept: bool,
}

impl<'a, R> Column<'a, R> {
    /// A column of words.
    pub fn new(head: Markup, cell: impl Fn(&'a R) -> Markup + 'a) -> Self {
        Self { head, cell: Box::new(cell), is_number: false, is_kept: true }
    }

    /// Its digits stand below each other.
    pub fn number(self) -> Self {
        Self { is_number: true, ..self }
    }

    /// How the style knows it.
    fn class(&self) -> Option<&'static str> {
        self.is_number.then_some("number")
    }

    /// Left out unless there is something in it.
    pub fn keep(self, is_kept: bool) -> Self {
        Self { is_kept, ..self }
    }
}

/// Rows under a heading of their own, or under none.
pub struct Group<'a, R> {
    /// What they have in common.
    pub head: Option<Markup>,
    /// The rows.
    pub rows: Vec<&'a R>,
}

/// A table. The first column names its row; `total` is a row set apart at the end.
pub fn table<'a, R>(
    caption: &str,
    columns: Vec<Column<'a, R>>,
    groups: Vec<Group<'a, R>>,
    total: Option<&'a R>,
) -> Markup {
    let columns: Vec<_> = columns.into_iter().filter(|column| column.is_kept).collect();
    html! {
        div.scroll role="group" tabindex="0" aria-label=(Text(caption)) {
            // Many columns keep a width that can be read, and the box scrolls.
            table class=[(columns.len() > 3).then_some("wide")] {
                caption { (Text(caption)) }
                thead {
                    tr { @for it in &columns { th class=[it.class()] scope="col" { (it.head) } } }
                }
                @for group in &groups {
                    tbody {
                        @if let Some(head) = &group.head {
                            tr.group { th scope="rowgroup" colspan=(columns.len()) { (head) } }
                        }
                        @for row in &group.rows { (line(&columns, row)) }
                    }
                }
                @if let Some(total) = total { tfoot { (line(&columns, total)) } }
            }
        }
    }
}

/// A table whose rows have nothing in common.
pub fn plain<'a, R>(caption: &str, columns: Vec<Column<'a, R>>, rows: &'a [R]) -> Markup {
    table(caption, columns, vec![Group { head: None, rows: rows.iter().collect() }], None)
}

fn line<'a, R>(columns: &[Column<'a, R>], row: &'a R) -> Markup {
    html! {
        tr {
            @for (at, it) in columns.iter().enumerate() {
                @if at == 0 {
                    th class=[it.class()] scope="row" { ((it.cell)(row)) }
                } @else {
                    td class=[it.class()] { ((it.cell)(row)) }
                }
            }
        }
    }
}
