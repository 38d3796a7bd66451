//! What was promised, what happened, what was said, what comes next.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, Mark, StackPart, State};
use crate::locale::{Case, Form, Phrase};
use crate::model::{self, CommitmentStatus, Computed, Name, Number, SpannedName, percent, ratio};

/// The commitments tracker.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Commitments {
    /// Count by status.
    pub summary: Vec<StackPart>,
    /// The alternative text of the summary bar.
    pub alt: String,
    /// Groups by line of effort or theme, in order; one group without a name if there are no lines.
    pub groups: Vec<CommitmentGroup>,
}

/// Commitments under one heading.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CommitmentGroup {
    /// Theme.
    pub name: Option<Phrase>,
    /// Rows.
    pub rows: Vec<Commitment>,
}

/// One commitment.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Commitment {
    /// Id.
    pub id: String,
    /// Its number, the same in every language.
    pub number: Phrase,
    /// Who.
    pub owner: Phrase,
    /// What.
    pub what: Phrase,
    /// By when.
    pub due: Option<Phrase>,
    /// new, on_track, delayed, done, dropped, superseded.
    pub status: State,
    /// Status in the previous edition, where it differs.
    pub was: Option<State>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One event.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub date: Phrase,
    /// Where.
    pub place: Option<Phrase>,
    /// What happened.
    pub text: Phrase,
    /// 1 to 3: how much it weighs on the page.
    pub weight: u8,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A thanks, tribute or agreement.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Statement {
    /// thanks, tribute, welcome, agree, condemn, reaffirm, assess, conclude.
    pub kind: State,
    /// By whom, to whom.
    pub by: Option<Phrase>,
    /// The text.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// What comes next.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct NextSteps {
    /// Steps with their dates.
    pub steps: Vec<Step>,
    /// "The next issue appears on or about ..."
    pub next_issue: Option<Phrase>,
}

/// One step.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Step {
    /// When, where it is known.
    pub date: Option<Phrase>,
    /// What.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The tracker: a count by status, and the commitments under their lines of effort.
pub fn commitments(writer: &Writer<'_>) -> Option<Body> {
    let all = &writer.edition().commitments;
    let mut groups: Vec<(Option<&Name>, CommitmentGroup)> = Vec::new();
    for (at, promise) in all.iter().enumerate() {
        let line = promise.line.as_ref().map(|line| &line.value);
        let row = tracked(writer, promise, at as u64 + 1);
        match groups.iter_mut().find(|(known, _)| *known == line) {
            Some((_, group)) => group.rows.push(row),
            None => {
                let name = promise.line.as_ref().map(|line| line_name(writer, line));
                groups.push((line, CommitmentGroup { name, rows: vec![row] }));
            }
        }
    }
    let summary = summary(writer);
    let label = writer.words.label("sections.commitments");
    let alt = writer.alt(&label, summary.iter().map(|part| (part.label.clone(), part.value.clone())));
    let alt = if summary.is_empty() { String::new() } else { alt };
    let groups: Vec<CommitmentGroup> = groups.into_iter().map(|(_, group)| group).collect();
    (!groups.is_empty()).then_some(Body::Commitments(Commitments { summary, alt, groups }))
}

/// A line of effort of the edition, or a theme named in place.
fn line_name(writer: &Writer<'_>, line: &SpannedName) -> Phrase {
    let known = match &line.value {
        Name::Id(id) => writer.edition().progress.iter().find(|it| it.id.value == *id),
        Name::Inline(_) => None,
    };
    match known {
        Some(known) => writer.words.localized(&known.name, &known.id.value),
        None => writer.words.name(line),
    }
}

fn tracked(writer: &Writer<'_>, promise: &model::Commitment, number: u64) -> Commitment {
    let words = writer.words;
    let was = promise.was.filter(|was| *was != promise.status.value);
    Commitment {
        id: promise.id.value.clone(),
        number: words.locale.count(number),
        owner: words.name(&promise.owner),
        what: words.required(&format!("commitments.{}", promise.id.value)),
        due: promise.due.as_ref().map(|due| words.when(&due.value, None, Form::Short)),
        status: writer.state("commitment", promise.status.code()),
        was: was.map(|was| writer.state("commitment", was.code())),
        marks: writer.marks(&promise.source),
    }
}

/// How many commitments have which status, in the order of the bar; none where that is left out.
pub(crate) fn count_by_status(edition: &model::Edition) -> Vec<(CommitmentStatus, Decimal)> {
    let order = [
        CommitmentStatus::Done,
        CommitmentStatus::OnTrack,
        CommitmentStatus::New,
        CommitmentStatus::Delayed,
        CommitmentStatus::Dropped,
        CommitmentStatus::Superseded,
    ];
    if edition.leaves_out(Computed::CommitmentsSummary) {
        return Vec::new();
    }
    let released = edition.released().and_then(|it| it.commitments_summary.as_ref());
    let count = |status| match released {
        Some(released) => released.get(&status).map_or(Decimal::ZERO, |number| number.value()),
        None => edition.commitments.iter().filter(|promise| promise.status.value == status).count().into(),
    };
    order.into_iter().map(|status| (status, count(status))).filter(|(_, count)| !count.is_zero()).collect()
}

fn summary(writer: &Writer<'_>) -> Vec<StackPart> {
    let counts = count_by_status(writer.edition());
    let whole = counts.iter().map(|(_, count)| *count).sum();
    counts
        .into_iter()
        .map(|(status, count)| StackPart {
            code: status.code().into(),
            label: writer.words.label(&format!("states.commitment.{}", status.code())),
            value: writer.number(Number::plain(count)),
            ratio: ratio(count, whole),
            share: writer.words.locale.percent(percent(count, whole, 0), Case::Nominative, Form::Short),
        })
        .collect()
}

/// Events in order of time; those without a date stand at the end.
pub fn timeline(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let mut events: Vec<&model::Event> = writer.edition().events.iter().collect();
    events.sort_by_key(|event| {
        let days = event.on.as_ref().map(|on| on.value.placed(event.part));
        (days.is_none(), days)
    });
    let events = events.into_iter().map(|event| Event {
        id: event.id.value.clone(),
        date: match &event.on {
            Some(on) => words.cell_date(&on.value, event.part),
            None => words.label("words.undated"),
        },
        place: event.place.as_ref().map(|place| words.name(place)),
        text: words.required(&format!("events.{}", event.id.value)),
        weight: event.weight,
        marks: writer.marks(&event.source),
    });
    filled(events.collect(), Body::Timeline)
}

/// Statements in the order of the data.
pub fn statements(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let statements = writer.edition().statements.iter().map(|statement| Statement {
        kind: writer.state("statement", statement.kind.code()),
        by: statement.by.as_ref().map(|by| words.name(by)),
        text: words.required(&format!("statements.{}", statement.id.value)),
        marks: writer.marks(&statement.source),
    });
    filled(statements.collect(), Body::Statements)
}

/// Next steps, and when the next issue appears.
pub fn next_steps(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let steps: Vec<Step> = writer
        .edition()
        .next_steps
        .iter()
        .map(|step| Step {
            date: step.on.as_ref().map(|on| words.cell_date(&on.value, step.part)),
            text: words.required(&format!("next_steps.{}", step.id.value)),
            marks: writer.marks(&step.source),
        })
        .collect();
    let next_issue = writer.edition().head.next_issue.as_ref().map(|next| {
        let on = words.date(&next.on_or_about, None, Form::Prose);
        words.label_with("page.next_issue", &[("n", on)])
    });
    let empty = steps.is_empty() && next_issue.is_none();
    (!empty).then_some(Body::NextSteps(NextSteps { steps, next_issue }))
}
