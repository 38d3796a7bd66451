//! Lines of effort, meetings, commitments, events, statements, next steps.

use maud::{Markup, html};

use super::blocks::paragraph;
use super::page::Page;
use super::phrase::{Text, shown, word};
use super::signs::{state, state_of};
use super::table::{Column, Group, plain, table};
use crate::brief::{AgendaItem, Commitment, Commitments, Event, Line, Meeting, NextSteps, Quote, Statement};

impl Page<'_> {
    /// One block a line of effort.
    pub fn progress(&self, lines: &[Line]) -> Markup {
        html! {
            div.columns {
                @for line in lines {
                    article.entry {
                        h3 { (line.name) }
                        p.aside {
                            (state_of(line.status.as_ref()))
                            @if let Some(leads) = shown(line.leads.as_ref()) {
                                " " span { (self.word("words.leads")) " " (leads) }
                            }
                        }
                        @if let Some(text) = shown(line.text.as_ref()) { p { (self.sourced(text, &line.marks)) } }
                        @if let Some(projects) = &line.projects { (self.stack_of(projects)) }
                        (self.figure_list(&line.figures))
                    }
                }
            }
        }
    }

    /// One block a meeting.
    pub fn meetings(&self, meetings: &[Meeting]) -> Markup {
        html! { @for meeting in meetings { (self.meeting(meeting)) } }
    }

    fn meeting(&self, meeting: &Meeting) -> Markup {
        html! {
            article.entry {
                h3 { (meeting.name) @if shown(meeting.text.as_ref()).is_none() { (self.marks(&meeting.marks)) } }
                (self.facts(&meeting.facts))
                @if let Some(text) = shown(meeting.text.as_ref()) { p { (self.sourced(text, &meeting.marks)) } }
                @if !meeting.agenda.is_empty() {
                    h4 { (self.word("sections.agenda")) }
                    (self.agenda(&meeting.agenda))
                }
                @if !meeting.decisions.is_empty() {
                    h4 { (self.word("sections.decisions")) }
                    (self.bullets(&meeting.decisions))
                }
                @if !meeting.quotes.is_empty() {
                    h4 { (self.word("sections.quotes")) }
                    @for quote in &meeting.quotes { (self.quote(quote)) }
                }
            }
        }
    }

    fn agenda(&self, items: &[AgendaItem]) -> Markup {
        let columns = vec![
            Column::new(html! { (self.word("columns.number")) }, |row: &AgendaItem| html! { (row.number) }),
            Column::new(html! { (self.word("columns.item")) }, |row: &AgendaItem| html! { (row.text) }),
            Column::new(html! { (self.word("columns.outcome")) }, |row: &AgendaItem| {
                state_of(row.outcome.as_ref())
            })
            .keep(items.iter().any(|row| row.outcome.is_some())),
        ];
        plain(self.word("sections.agenda").0, columns, items)
    }

    fn quote(&self, quote: &Quote) -> Markup {
        let [open, close] = &quote.marks_pair;
        html! {
            figure.quote {
                blockquote { p { (Text(open)) (quote.text) (Text(close)) (self.marks(&quote.marks)) } }
                figcaption {
                    b { (quote.by) }
                    @if let Some(note) = shown(quote.note.as_ref()) { " " span.aside { (note) } }
                }
            }
        }
    }

    /// The tracker: how many stand where, then every one of them.
    pub fn commitments(&self, it: &Commitments) -> Markup {
        let rows = || it.groups.iter().flat_map(|group| &group.rows);
        let columns = vec![
            Column::new(html! { (self.word("columns.number")) }, |row: &Commitment| html! { (row.number) }),
            Column::new(html! { (self.word("columns.owner")) }, |row: &Commitment| html! { (row.owner) }),
            Column::new(html! { (self.word("columns.commitment")) }, |row: &Commitment| {
                self.sourced(&row.what, &row.marks)
            }),
            Column::new(
                html! { (self.word("columns.due")) },
                |row: &Commitment| html! { @if let Some(due) = &row.due { (due) } },
            )
            .keep(rows().any(|row| shown(row.due.as_ref()).is_some())),
            Column::new(html! { (self.word("columns.status")) }, |row: &Commitment| {
                html! {
                    (state(&row.status))
                    @if let Some(was) = &row.was {
                        " " span.aside { (self.word("words.was")) " " (word(was)) }
                    }
                }
            }),
        ];
        let head = |name: &crate::locale::Phrase| html! { (name) };
        let groups = it.groups.iter().map(|group| Group {
            head: shown(group.name.as_ref()).map(head),
            rows: group.rows.iter().collect(),
        });
        // A bar of one part says nothing that the rows do not say.
        let has_parts = it.summary.iter().filter(|part| part.ratio > 0.0).count() > 1;
        html! {
            @if has_parts { (self.stack(&it.summary, &it.alt)) }
            (table(self.word("sections.commitments").0, columns, groups.collect(), None))
        }
    }

    /// Events in order of time; the heavier an event, the larger its dot.
    pub fn timeline(&self, events: &[Event]) -> Markup {
        html! {
            ol.timeline {
                @for event in events {
                    li.{ "weight" (event.weight.clamp(1, 3)) } {
                        p.when {
                            b { (event.date) }
                            @if let Some(place) = shown(event.place.as_ref()) {
                                span.dot aria-hidden="true" { " · " } span.aside { (place) }
                            }
                        }
                        p { (self.sourced(&event.text, &event.marks)) }
                    }
                }
            }
        }
    }

    /// What was thanked, honoured, agreed or condemned, and by whom.
    pub fn statements(&self, list: &[Statement]) -> Markup {
        html! {
            div.columns {
                @for it in list {
                    div.entry {
                        p.when {
                            b { (it.kind.label) }
                            @if let Some(by) = shown(it.by.as_ref()) { " " span.aside { (by) } }
                        }
                        p { (self.sourced(&it.text, &it.marks)) }
                    }
                }
            }
        }
    }

    /// What comes next, and when the next issue appears.
    pub fn next_steps(&self, next: &NextSteps) -> Markup {
        html! {
            @if !next.steps.is_empty() {
                ul.bullets {
                    @for step in &next.steps {
                        li {
                            @if let Some(date) = shown(step.date.as_ref()) { b.accent { (date) } " " }
                            (self.sourced(&step.text, &step.marks))
                        }
                    }
                }
            }
            (paragraph(next.next_issue.as_ref()))
        }
    }
}
