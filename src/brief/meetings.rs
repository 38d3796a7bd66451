//! Meetings: facts, agenda, decisions, quotes.

use super::build::filled;
use super::writer::Writer;
use super::{AgendaItem, Body, Fact, Meeting, Quote};
use crate::locale::{Case, Form};
use crate::model;

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
        text: Some(words.required(&format!("meetings.{id}"))),
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
