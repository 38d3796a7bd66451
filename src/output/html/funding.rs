//! Money: what is needed and what meets it, who gives, and, well apart, the adversary's own.

use maud::{Markup, html};

use super::blocks::paragraph;
use super::page::Page;
use super::phrase::shown;
use super::signs::state;
use super::table::{Column, plain};
use crate::brief::{Appeal, Contribution, Funding};

impl Page<'_> {
    /// The whole section.
    pub fn funding(&self, funding: &Funding) -> Markup {
        html! {
            @if !funding.appeals.is_empty() {
                div.columns { @for appeal in &funding.appeals { (self.appeal(appeal)) } }
            }
            @if !funding.contributions.is_empty() { (self.contributions(&funding.contributions)) }
            @if !funding.totals.is_empty() {
                h3 { (self.word("sections.contribution_totals")) }
                (self.facts(&funding.totals))
            }
            @for note in &funding.notes { p.aside { (note) } }
            @if !funding.adversary.is_empty() || shown(funding.adversary_text.as_ref()).is_some() {
                div.adversary {
                    h3 { (self.word("sections.adversary_funding")) }
                    p.aside { (self.word("words.adversary_notice")) }
                    (paragraph(funding.adversary_text.as_ref()))
                    (self.figure_list(&funding.adversary))
                }
            }
        }
    }

    fn appeal(&self, appeal: &Appeal) -> Markup {
        let bar = &appeal.bar;
        let known = [
            (html! { (bar.label) }, &bar.total),
            (html! { (self.word("charts.funded")) }, &appeal.funded),
            (html! { (self.word("charts.gap")) }, &appeal.gap),
        ];
        html! {
            div.entry {
                h3 { (appeal.name) }
                @if let Some(period) = shown(appeal.period.as_ref()) { p.aside { (period) } }
                dl.inline {
                    @for (label, value) in known.iter().filter(|(_, value)| !value.is_empty()) {
                        div { dt { (label) } dd { (value) } }
                    }
                }
                (self.stack(&bar.parts, &bar.alt))
            }
        }
    }

    fn contributions(&self, rows: &[Contribution]) -> Markup {
        let has = |of: fn(&Contribution) -> bool| rows.iter().any(of);
        let columns = vec![
            Column::new(html! { (self.word("columns.donor")) }, |row: &Contribution| {
                self.sourced(&row.donor, &row.marks)
            }),
            Column::new(
                html! { (self.word("columns.purpose")) },
                |row: &Contribution| html! { @if let Some(it) = &row.purpose { (it) } },
            )
            .keep(has(|row| shown(row.purpose.as_ref()).is_some())),
            Column::new(html! { (self.word("columns.stage")) }, |row: &Contribution| state(&row.stage)),
            Column::new(
                html! { (self.word("columns.amount")) },
                |row: &Contribution| html! { b { (row.amount) } },
            )
            .number(),
            Column::new(
                html! { (self.word("columns.original")) },
                |row: &Contribution| html! { @if let Some(it) = &row.original { (it) } },
            )
            .number()
            .keep(has(|row| shown(row.original.as_ref()).is_some())),
            Column::new(
                html! { (self.word("columns.date")) },
                |row: &Contribution| html! { @if let Some(it) = &row.date { (it) } },
            )
            .keep(has(|row| shown(row.date.as_ref()).is_some())),
        ];
        plain(self.word("sections.contributions").0, columns, rows)
    }
}
