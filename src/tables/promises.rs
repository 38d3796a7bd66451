//! Commitments and their count by status, the timeline, next steps.

use rust_decimal::Decimal;

use super::cell::Cell;
use super::context::{Context, as_of, code, code_of, codes, count, date, name_id};
use super::sheet::{Table, field};
use crate::brief::count_by_status;
use crate::model::{Commitment, CommitmentStatus, DatePart, Event, NextStep};

impl<'a> Context<'a> {
    /// The tracker.
    pub fn commitments(&self) -> Table {
        type Row<'r> = (u64, &'r Commitment);
        self.table(
            "commitments",
            (1_u64..).zip(&self.edition().commitments),
            vec![
                field("id", "", "#meta+id", |(_, it): &Row<'a>| code(&it.id)),
                field("number", "columns.number", "#meta+num", |(at, _): &Row<'a>| count(*at)),
                field("owner", "", "#org+code", |(_, it): &Row<'a>| name_id(Some(&it.owner))),
                field("owner_words", "columns.owner", "#org+name+i", |(_, it): &Row<'a>| {
                    self.name(Some(&it.owner))
                }),
                field("text", "columns.commitment", "#description+i", |(_, it): &Row<'a>| {
                    self.message(&format!("commitments.{}", it.id.value))
                }),
                field("due", "", "#date+due", |(_, it): &Row<'a>| as_of(it.due.as_ref().map(|it| &it.value))),
                field("due_words", "columns.due", "#date+due+i", |(_, it): &Row<'a>| {
                    self.when(it.due.as_ref().map(|it| &it.value))
                }),
                field("status", "", "#status+code", |(_, it): &Row<'a>| Cell::text(it.status.value.code())),
                field("status_words", "columns.status", "#status+name+i", |(_, it): &Row<'a>| {
                    self.label("commitment", it.status.value.code())
                }),
                field("was", "", "#status+previous+code", |(_, it): &Row<'a>| {
                    it.was.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("was_words", "", "#status+previous+name+i", |(_, it): &Row<'a>| {
                    it.was.map(|it| self.label("commitment", it.code())).unwrap_or_default()
                }),
                field("line", "", "#activity+code", |(_, it): &Row<'a>| name_id(it.line.as_ref())),
                field("made_at", "", "#event+code", |(_, it): &Row<'a>| code_of(it.made_at.as_ref())),
                field("source", "", "#meta+source", |(_, it): &Row<'a>| codes(&it.source)),
            ],
        )
    }

    /// How many stand where.
    pub fn commitments_summary(&self) -> Table {
        type Row = (CommitmentStatus, Decimal);
        self.table(
            "commitments_summary",
            count_by_status(self.edition()),
            vec![
                field("status", "", "#status+code", |(status, _): &Row| Cell::text(status.code())),
                field("status_words", "columns.status", "#status+name+i", |(status, _): &Row| {
                    self.label("commitment", status.code())
                }),
                field("commitments", "sections.commitments", "#indicator+value+num", |(_, count): &Row| {
                    Cell::Number(*count)
                }),
            ],
        )
    }

    /// The events in the order of the data.
    pub fn timeline(&self) -> Table {
        self.table(
            "timeline",
            &self.edition().events,
            vec![
                field("id", "", "#event+code", |it: &&'a Event| code(&it.id)),
                field("date", "columns.date", "#date", |it: &&'a Event| date(it.on.as_ref())),
                field("part", "", "#date+part", |it: &&'a Event| part(it.part)),
                field("place", "", "#loc+code", |it: &&'a Event| name_id(it.place.as_ref())),
                field("place_words", "columns.place", "#loc+name+i", |it: &&'a Event| {
                    self.name(it.place.as_ref())
                }),
                field("weight", "", "#meta+weight", |it: &&'a Event| count(u32::from(it.weight))),
                field("text", "", "#description+i", |it: &&'a Event| {
                    self.message(&format!("events.{}", it.id.value))
                }),
                field("source", "", "#meta+source", |it: &&'a Event| codes(&it.source)),
            ],
        )
    }

    /// What comes next.
    pub fn next_steps(&self) -> Table {
        self.table(
            "next_steps",
            &self.edition().next_steps,
            vec![
                field("id", "", "#event+code", |it: &&'a NextStep| code(&it.id)),
                field("date", "columns.date", "#date", |it: &&'a NextStep| date(it.on.as_ref())),
                field("part", "", "#date+part", |it: &&'a NextStep| part(it.part)),
                field("text", "", "#description+i", |it: &&'a NextStep| {
                    self.message(&format!("next_steps.{}", it.id.value))
                }),
                field("source", "", "#meta+source", |it: &&'a NextStep| codes(&it.source)),
            ],
        )
    }
}

/// Early, mid or late.
fn part(part: Option<DatePart>) -> Cell {
    match part {
        None => Cell::Empty,
        Some(DatePart::Early) => Cell::text("early"),
        Some(DatePart::Mid) => Cell::text("mid"),
        Some(DatePart::Late) => Cell::text("late"),
    }
}
