//! Displaced people by place, on the map and over time; fighters and families as stock and flow; partners.

use maud::{Markup, html};

use super::blocks::paragraph;
use super::page::Page;
use super::phrase::{Text, shown};
use super::signs::change;
use super::table::{Column, Group, plain, table};
use crate::brief::{Displaced, Partners, PlaceRow, Returnees, StockFlow};
use crate::locale::Phrase;

impl Page<'_> {
    /// The whole section.
    pub fn returnees(&self, returnees: &Returnees) -> Markup {
        html! {
            @if let Some(displaced) = &returnees.displaced { (self.displaced(displaced)) }
            (self.figure_list(&returnees.figures))
            @if let Some(trend) = returnees.trend.as_ref().filter(|trend| trend.points.len() > 2) {
                h3 { (self.word("sections.returned_trend")) }
                (self.trend(trend))
            }
            @if let Some(displaced) = returnees.displaced.as_ref().filter(|it| !it.maps.is_empty()) {
                h3 { (self.word("sections.returned_map")) }
                div.columns { @for map in &displaced.maps { (self.tile_map(map)) } }
            }
            @if !returnees.fighters.is_empty() || shown(returnees.fighters_text.as_ref()).is_some() {
                h3 { (self.word("sections.fighters")) }
                (paragraph(returnees.fighters_text.as_ref()))
                @if !returnees.fighters.is_empty() { (self.fighters(&returnees.fighters)) }
            }
        }
    }

    fn displaced(&self, displaced: &Displaced) -> Markup {
        let all = || displaced.rows.iter().chain([&displaced.total]);
        let has = |of: fn(&PlaceRow) -> Option<&Phrase>| all().any(|row| shown(of(row)).is_some());
        // Sums over rows that are withheld are withheld.
        let summed = [&displaced.total.returned, &displaced.total.households, &displaced.total.displaced];
        let total = summed.into_iter().any(|it| shown(it.as_ref()).is_some()).then_some(&displaced.total);
        let is_total = |row: &PlaceRow| std::ptr::eq(row, &raw const displaced.total);
        let columns = vec![
            Column::new(html! { (self.word("columns.place")) }, |row: &PlaceRow| html! { (row.place) }),
            Column::new(html! { (self.word("columns.returned")) }, move |row: &PlaceRow| {
                html! {
                    @if let Some(returned) = shown(row.returned.as_ref()) {
                        b { (returned) }
                        @if !is_total(row) { (self.row_bar(row.ratio)) }
                    }
                }
            })
            .number()
            .keep(has(|row| row.returned.as_ref())),
            Column::new(html! { (self.word("columns.change")) }, |row: &PlaceRow| {
                html! { @if let Some(moved) = &row.change { (change(moved)) } }
            })
            .keep(all().any(|row| row.change.is_some())),
            number(self.word("columns.households"), |row: &PlaceRow| row.households.as_ref())
                .keep(has(|row| row.households.as_ref())),
            number(self.word("columns.displaced"), |row: &PlaceRow| row.displaced.as_ref())
                .keep(has(|row| row.displaced.as_ref())),
        ];
        let group = Group { head: None, rows: displaced.rows.iter().collect() };
        html! {
            h3 { (self.word("sections.displaced")) }
            p.aside { (self.sourced(&displaced.caption, &displaced.marks)) }
            (table(self.word("sections.displaced").0, columns, vec![group], total))
        }
    }

    fn fighters(&self, rows: &[StockFlow]) -> Markup {
        let signed = |sign: &str, key| html! { bdi { (sign) } " " (self.word(key)) };
        let columns = vec![
            Column::new(html! { (self.word("columns.category")) }, |row: &StockFlow| {
                self.sourced(&row.category, &row.marks)
            }),
            Column::new(html! { (self.word("columns.of_whom")) }, |row: &StockFlow| html! { (row.of) }),
            number(self.word("columns.opening"), |row: &StockFlow| Some(&row.opening)),
            Column::new(signed("+", "columns.inflow"), |row: &StockFlow| html! { (row.inflow) }).number(),
            Column::new(signed("−", "columns.outflow"), |row: &StockFlow| html! { (row.outflow) }).number(),
            Column::new(signed("=", "columns.closing"), |row: &StockFlow| html! { b { (row.closing) } })
                .number(),
            Column::new(
                html! { (self.word("columns.split")) },
                |row: &StockFlow| html! { @if let Some(it) = &row.split { (it) } },
            )
            .keep(rows.iter().any(|row| shown(row.split.as_ref()).is_some())),
            Column::new(html! { (self.word("columns.grade")) }, |row: &StockFlow| {
                grade(row.grade.as_deref())
            })
            .keep(rows.iter().any(|row| row.grade.is_some())),
        ];
        plain(self.word("sections.fighters").0, columns, rows)
    }

    /// Members of the coalition, now and over time.
    pub fn partners(&self, partners: &Partners) -> Markup {
        html! {
            (self.facts(&partners.facts))
            @if let Some(trend) = partners.trend.as_ref().filter(|trend| trend.points.len() > 2) {
                h3 { (self.word("sections.members_trend")) (self.marks(&partners.marks)) }
                (self.trend(trend))
            }
        }
    }
}

/// A column of numbers that may not be there.
fn number<'a, R>(head: Text<'_>, of: fn(&R) -> Option<&Phrase>) -> Column<'a, R> {
    Column::new(html! { (head) }, move |row: &R| html! { @if let Some(it) = of(row) { (it) } }).number()
}

/// An Admiralty grade.
pub fn grade(grade: Option<&str>) -> Markup {
    html! { @if let Some(grade) = grade { bdi lang="en" dir="ltr" { (Text(grade)) } } }
}
