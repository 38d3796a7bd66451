//! Meetings: facts, agenda, decisions, quotes.

use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, Fact, Mark, State};
use crate::locale::{Case, Form, Phrase};
use crate::model;

/// A meeting.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Meeting {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Phrase,
    /// Level, host, place, date, attendance, observers.
    pub facts: Vec<Fact>,
    /// Purpose and course.
    pub text: Option<Phrase>,
    /// Agenda.
    pub agenda: Vec<AgendaItem>,
    /// Decisions.
    pub decisions: Vec<Phrase>,
    /// Quotes.
    pub quotes: Vec<Quote>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One item of an agenda.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AgendaItem {
    /// Its number.
    pub number: Phrase,
    /// What.
    pub text: Phrase,
    /// agreed, open, deferred, noted.
    pub outcome: Option<State>,
}

/// Somebody's words.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: Phrase,
    /// Opening and closing mark.
    pub marks_pair: [String; 2],
    /// Who said it.
    pub by: Phrase,
    /// "Translated from ..." where it is.
    pub note: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One block a meeting.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let meetings = writer.edition().meetings.iter().map(|meeting| block(writer, meeting));
    filled(meetings.collect(), Body::Meetings)
}

fn block<'a>(writer: &Writer<'a>, meeting: &'a model::Meeting) -> Meeting {
    let words = writer.words;
    let id = &meeting.id.value;
    let known = [
        writer.fact(
            "meeting.level",
            meeting.level.map(|it| words.label(&format!("states.level.{}", it.code()))),
        ),
        writer.fact("meeting.host", meeting.host.as_ref().map(|host| words.name(host))),
        writer.fact("meeting.place", meeting.place.as_ref().map(|place| words.name(place))),
        writer.fact(
            "meeting.date",
            meeting.date.as_ref().map(|date| words.date(&date.value, None, Form::Prose)),
        ),
        writer.fact("meeting.attended", words.names(&meeting.attended)),
        writer.fact("meeting.observers", words.names(&meeting.observers)),
    ];
    let mut facts: Vec<Fact> = known.into_iter().flatten().collect();
    facts.extend(meeting.figures.iter().filter_map(|id| words.index.figure(id)).map(|figure| Fact {
        label: words.figure_label(figure),
        value: words.figure(figure, Case::Nominative, Form::Prose),
    }));
    let agenda = meeting.agenda.iter().enumerate().map(|(at, item)| AgendaItem {
        number: words.locale.count(at as u64 + 1),
        text: words.required(&format!("agenda.{}", item.id.value)),
        outcome: item.outcome.map(|outcome| writer.state("outcome", outcome.code())),
    });
    Meeting {
        id: id.clone(),
        name: words.localized(&meeting.name, id),
        facts,
        text: words.needed(&format!("meetings.{id}")),
        agenda: agenda.collect(),
        decisions: words.texts(&format!("decisions.{id}")),
        quotes: meeting.quotes.iter().map(|quote| quoted(writer, quote)).collect(),
        marks: writer.marks(&meeting.source),
    }
}

/// A quote; a paraphrase stands without quotation marks, a translation says so.
fn quoted(writer: &Writer<'_>, quote: &model::Quote) -> Quote {
    let words = writer.words;
    let pair = if quote.paraphrase { ["", ""] } else { words.locale.quote_marks() };
    let note = if quote.paraphrase {
        Some(words.label("words.paraphrase"))
    } else {
        (quote.original != words.locale.lang())
            .then(|| words.label(&format!("words.translated_from.{}", quote.original)))
    };
    Quote {
        text: words.required(&format!("quotes.{}", quote.id.value)),
        marks_pair: pair.map(str::to_owned),
        by: words.name_and_role(&quote.by),
        note,
        marks: writer.marks(&quote.source),
    }
}
