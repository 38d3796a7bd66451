//! Threats, lines of effort and their projects, meetings, sources.

use super::cell::Cell;
use super::context::{Context, code, code_of, codes, count, date, name_id, name_ids, number};
use super::sheet::{Table, field};
use crate::model::{AgendaItem, Line, Meeting, Number, Source, Threat};

impl<'a> Context<'a> {
    /// Threats, with what places each in the matrix.
    pub fn threats(&self) -> Table {
        let severity = |it: &&'a Threat| it.severity.as_ref().map(|it| it.value);
        self.table(
            "threats",
            &self.edition().threats,
            vec![
                field("id", "", "#meta+id", |it: &&'a Threat| code(&it.id)),
                field("name", "sections.threats", "#event+name+i", |it: &&'a Threat| {
                    self.localized(Some(&it.name), &it.id.value)
                }),
                field("place", "", "#loc+code", |it: &&'a Threat| name_ids(&it.places)),
                field("place_words", "words.places", "#loc+name+i", |it: &&'a Threat| self.names(&it.places)),
                field("severity", "words.severity", "#severity+num", move |it: &&'a Threat| {
                    severity(it).map(u32::from).map(count).unwrap_or_default()
                }),
                field("severity_words", "", "#severity+i", move |it: &&'a Threat| {
                    severity(it).map(|it| self.label("severity", &it.to_string())).unwrap_or_default()
                }),
                field("severity_before", "", "#severity+previous+num", |it: &&'a Threat| {
                    it.previous_severity.as_ref().map(|it| count(u32::from(it.value))).unwrap_or_default()
                }),
                field("likelihood", "", "#meta+likelihood+code", |it: &&'a Threat| {
                    it.likelihood.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("likelihood_band", "", "#meta+likelihood+num", |it: &&'a Threat| {
                    it.likelihood.map(|it| count(it as u32 + 1)).unwrap_or_default()
                }),
                field("likelihood_words", "words.likelihood", "#meta+likelihood+i", |it: &&'a Threat| {
                    it.likelihood.map(|it| self.label("likelihood", it.code())).unwrap_or_default()
                }),
                field("trend", "", "#indicator+trend+code", |it: &&'a Threat| {
                    it.trend.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("trend_words", "words.trend", "#indicator+trend+i", |it: &&'a Threat| {
                    it.trend.map(|it| self.label("trend", it.code())).unwrap_or_default()
                }),
                field("confidence", "", "#meta+confidence+code", |it: &&'a Threat| {
                    it.confidence.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("confidence_words", "words.confidence", "#meta+confidence+i", |it: &&'a Threat| {
                    it.confidence.map(|it| self.label("confidence", it.code())).unwrap_or_default()
                }),
                field("actor", "", "#org+code", |it: &&'a Threat| name_ids(&it.actors)),
                field("actor_words", "words.actors", "#org+name+i", |it: &&'a Threat| self.names(&it.actors)),
                field("indicators", "", "#indicator+code", |it: &&'a Threat| codes(&it.indicators)),
                field("text", "", "#description+i", |it: &&'a Threat| {
                    self.message(&format!("threats.{}", it.id.value))
                }),
                field("marking", "masthead.marking", "#meta+marking", |it: &&'a Threat| {
                    code_of(it.marking.as_ref())
                }),
                field("source", "", "#meta+source", |it: &&'a Threat| codes(&it.source)),
            ],
        )
    }

    /// Lines of effort.
    pub fn progress(&self) -> Table {
        self.table(
            "progress",
            &self.edition().progress,
            vec![
                field("id", "", "#activity+code", |it: &&'a Line| code(&it.id)),
                field("name", "sections.progress", "#activity+name+i", |it: &&'a Line| {
                    self.localized(Some(&it.name), &it.id.value)
                }),
                field("lead", "", "#org+code", |it: &&'a Line| name_ids(&it.leads)),
                field("lead_words", "words.leads", "#org+name+i", |it: &&'a Line| self.names(&it.leads)),
                field("status", "", "#status+code", |it: &&'a Line| {
                    it.status.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("status_words", "columns.status", "#status+name+i", |it: &&'a Line| {
                    it.status.map(|it| self.label("line", it.code())).unwrap_or_default()
                }),
                field("projects", "charts.projects", "#indicator+projects+num", |it: &&'a Line| {
                    number(it.projects.as_ref().map(|it| &it.total))
                }),
                field("figures", "", "#indicator+code", |it: &&'a Line| codes(&it.figures)),
                field("text", "", "#description+i", |it: &&'a Line| {
                    self.message(&format!("progress.{}", it.id.value))
                }),
                field("source", "", "#meta+source", |it: &&'a Line| codes(&it.source)),
            ],
        )
    }

    /// The projects of each line by status.
    pub fn projects(&self) -> Table {
        type Row<'r> = (&'r Line, &'static str, Number);
        let rows = self.edition().progress.iter().flat_map(|line| {
            let parts = line.projects.iter().flat_map(|it| it.by_status.parts());
            parts.map(move |(status, number)| (line, status, number))
        });
        self.table(
            "projects",
            rows,
            vec![
                field("line", "", "#activity+code", |(line, ..): &Row<'_>| code(&line.id)),
                field("line_words", "sections.progress", "#activity+name+i", |(line, ..): &Row<'_>| {
                    self.localized(Some(&line.name), &line.id.value)
                }),
                field("status", "", "#status+code", |(_, status, _): &Row<'_>| Cell::text(*status)),
                field("status_words", "columns.status", "#status+name+i", |(_, status, _): &Row<'_>| {
                    self.label("project", status)
                }),
                field("projects", "charts.projects", "#indicator+projects+num", |(.., it): &Row<'_>| {
                    Cell::number(*it)
                }),
            ],
        )
    }

    /// Meetings.
    pub fn meetings(&self) -> Table {
        self.table(
            "meetings",
            &self.edition().meetings,
            vec![
                field("id", "", "#event+code", |it: &&'a Meeting| code(&it.id)),
                field("name", "sections.meetings", "#event+name+i", |it: &&'a Meeting| {
                    self.localized(Some(&it.name), &it.id.value)
                }),
                field("level", "meeting.level", "#event+type+code", |it: &&'a Meeting| {
                    it.level.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("host", "", "#org+code", |it: &&'a Meeting| name_id(it.host.as_ref())),
                field("host_words", "meeting.host", "#org+name+i", |it: &&'a Meeting| {
                    self.name(it.host.as_ref())
                }),
                field("place", "", "#loc+code", |it: &&'a Meeting| name_id(it.place.as_ref())),
                field("place_words", "meeting.place", "#loc+name+i", |it: &&'a Meeting| {
                    self.name(it.place.as_ref())
                }),
                field("date", "meeting.date", "#date", |it: &&'a Meeting| date(it.date.as_ref())),
                field("text", "", "#description+i", |it: &&'a Meeting| {
                    self.message(&format!("meetings.{}", it.id.value))
                }),
                field("source", "", "#meta+source", |it: &&'a Meeting| codes(&it.source)),
            ],
        )
    }

    /// The agenda of each meeting.
    pub fn agenda(&self) -> Table {
        type Row<'r> = (&'r Meeting, usize, &'r AgendaItem);
        let items = self.edition().meetings.iter();
        let items =
            items.flat_map(|meeting| (1..).zip(&meeting.agenda).map(move |(at, item)| (meeting, at, item)));
        self.table(
            "agenda",
            items,
            vec![
                field("meeting", "", "#event+code", |(meeting, ..): &Row<'_>| code(&meeting.id)),
                field("number", "columns.number", "#meta+num", |(_, at, _): &Row<'_>| count(*at as u64)),
                field("id", "", "#meta+id", |(.., it): &Row<'_>| code(&it.id)),
                field("text", "columns.item", "#description+i", |(.., it): &Row<'_>| {
                    self.message(&format!("agenda.{}", it.id.value))
                }),
                field("outcome", "", "#status+code", |(.., it): &Row<'_>| {
                    it.outcome.map(|it| Cell::text(it.code())).unwrap_or_default()
                }),
                field("outcome_words", "columns.outcome", "#status+name+i", |(.., it): &Row<'_>| {
                    it.outcome.map(|it| self.label("outcome", it.code())).unwrap_or_default()
                }),
            ],
        )
    }

    /// The sources, with their numbers in the brief.
    pub fn sources(&self) -> Table {
        self.table(
            "sources",
            (1_u64..).zip(&self.edition().sources),
            vec![
                field("id", "", "#meta+source+code", |(_, it): &(u64, &'a Source)| code(&it.id)),
                field("number", "columns.number", "#meta+num", |(at, _): &(u64, &'a Source)| count(*at)),
                field("org", "", "#org+name+i", |(_, it): &(u64, &'a Source)| self.name(it.org.as_ref())),
                field("title", "sections.sources", "#meta+source+name+i", |(_, it): &(u64, &'a Source)| {
                    self.localized(Some(&it.title), &it.id.value)
                }),
                field("date", "columns.date", "#date", |(_, it): &(u64, &'a Source)| date(it.date.as_ref())),
                field("language", "", "#meta+lang", |(_, it): &(u64, &'a Source)| {
                    it.lang.clone().map(Cell::text).unwrap_or_default()
                }),
                field("access", "", "#meta+access", |(_, it): &(u64, &'a Source)| {
                    Cell::text(it.access.code())
                }),
                field("grade", "columns.grade", "#meta+grade", |(_, it): &(u64, &'a Source)| {
                    code_of(it.grade.as_ref())
                }),
                field("url", "", "#meta+url", |(_, it): &(u64, &'a Source)| {
                    it.url.as_ref().map(|it| Cell::text(it.as_str())).unwrap_or_default()
                }),
            ],
        )
    }
}
