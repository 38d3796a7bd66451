//! What stands at the head: the strip of key figures; and every figure with what makes it a claim.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::shown;
use super::signs::change;
use super::table::{Column, plain};
use crate::brief::{Correction, Register, Tile};
use crate::locale::Phrase;

impl Page<'_> {
    /// Number, what it counts, of what, as of when, and how it moved.
    pub fn tiles(&self, tiles: &[Tile]) -> Markup {
        html! {
            ul.tiles .{ "of" (in_a_row(tiles.len())) } {
                @for tile in tiles {
                    li {
                        p.figure { (tile.number) }
                        p { b { (tile.label) } (self.marks(&tile.marks)) }
                        @for about in [&tile.scope, &tile.as_of].into_iter().filter_map(|it| shown(it.as_ref())) {
                            p.aside { (about) }
                        }
                        @if let Some(moved) = &tile.change { p { (change(moved)) } }
                    }
                }
            }
        }
    }

    /// What was wrong before, what holds now, and why.
    pub fn corrections(&self, list: &[Correction]) -> Markup {
        let column = |key, of: fn(&Correction) -> &Phrase| {
            Column::new(html! { (self.word(key)) }, move |row: &Correction| html! { (of(row)) })
        };
        let columns = vec![
            column("columns.figure", |row| &row.label),
            column("columns.before", |row| &row.from),
            column("columns.now", |row| &row.to),
            column("columns.reason", |row| &row.reason),
            column("columns.when", |row| &row.when),
        ];
        plain(self.word("sections.corrections").0, columns, list)
    }

    /// Every figure of the edition.
    pub fn register(&self, rows: &[Register]) -> Markup {
        let column = |key, of: fn(&Register) -> Option<&Phrase>| {
            let is_kept = rows.iter().any(|row| shown(of(row)).is_some());
            Column::new(
                html! { (self.word(key)) },
                move |row: &Register| html! { @if let Some(it) = of(row) { (it) } },
            )
            .keep(is_kept)
        };
        let columns = vec![
            column("columns.figure", |row| Some(&row.label)),
            Column::new(html! { (self.word("columns.value")) }, |row: &Register| {
                html! { b { (row.value) } (self.marks(&row.marks)) }
            }),
            column("columns.place", |row| row.place.as_ref()),
            column("columns.as_of", |row| row.as_of.as_ref()),
            column("columns.standing", |row| row.standing.as_ref()),
            column("columns.said_by", |row| row.said_by.as_ref()),
        ];
        plain(self.word("sections.figures").0, columns, rows)
    }
}

/// How many tiles stand in a row where there is room for five: so that rows are even and none is left alone.
fn in_a_row(count: usize) -> usize {
    if count <= 5 {
        count
    } else {
        (3..=5).rev().min_by_key(|row| (row - 1 - (count - 1) % row, 5 - row)).unwrap_or(5)
    }
}
