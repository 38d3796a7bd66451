//! Since the last brief: the few moves that a reader should know of, from the engine of [`compare`](crate::compare).

use serde::{Deserialize, Serialize};

use super::writer::Writer;
use super::{Body, Change, FigureLine};
use crate::compare::{Code, Comparison, Group, Matter, Row, Speaker, is_restricted};
use crate::locale::{Form, Phrase};
use crate::model::{self, CommitmentStatus, Edition, Point, Stage, TrendWord};
use crate::text::{Texts, Wording};
use crate::yaml::Spanned;

/// What moved since the edition before.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SinceLast {
    /// "Compared with edition 4 of 25 June 2019".
    pub against: Phrase,
    /// The moves, in the order of the page.
    pub lines: Vec<FigureLine>,
}

/// How many lines there are at most.
const LINES: usize = 8;

/// How many of them are of one group.
const CAPS: [(Group, usize); 5] = [
    (Group::Figures, 4),
    (Group::Threats, 3),
    (Group::Commitments, 3),
    (Group::Funding, 2),
    (Group::Returnees, 2),
];

/// The moves since the edition that `previous` names; nothing where nothing moved that can be told.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let old = writer.history.first()?.as_ref();
    if is_restricted(old, writer.edition()) {
        return None;
    }
    let now = writer.words;
    // Neutral data of earlier editions are read without their words.
    let (index, texts) = (old.index(), Texts::default());
    let before = Wording::new(old, &index, now.locale, now.labels, &texts);
    let speaker = Speaker { before: &before, now };
    let comparison = Comparison::of(old, now.edition, &[]);
    let lines: Vec<FigureLine> =
        chosen(&comparison).into_iter().map(|row| line(writer, &speaker, row)).collect();
    (!lines.is_empty()).then(|| Body::SinceLast(SinceLast { against: against(now, old), lines }))
}

/// Which edition it is compared with: its number, else its id, and when it was issued.
pub fn against(words: &Wording<'_>, old: &Edition) -> Phrase {
    let head = &old.head;
    let number = head.number.map(|number| words.locale.count(u64::from(number)));
    let edition = number.unwrap_or_else(|| words.locale.identifier(&head.id.value));
    words.label_with("diff.against", &[("edition", edition), ("date", issued(words, old))])
}

/// The day on which an edition was issued.
pub fn issued(words: &Wording<'_>, edition: &Edition) -> Phrase {
    let day = edition.head.issued.value.0.date();
    let (month, day_of_month) = (Some(day.month().into()), Some(day.day()));
    let day = Point { year: day.year(), month, day: day_of_month, approximate: false, uncertain: false };
    words.date(&model::Date::Point(day), None, Form::Short)
}

/// The rows that are told, the most important of each group, in order.
fn chosen<'c, 'a>(comparison: &'c Comparison<'a>) -> Vec<&'c Row<'a>> {
    let told = |row: &&Row<'a>| is_told(row, comparison);
    let mut rows: Vec<(usize, &Row<'a>)> = Vec::new();
    for (group, all) in comparison.groups() {
        let cap = CAPS.iter().find(|(known, _)| *known == group).map_or(0, |(_, cap)| *cap);
        rows.extend(all.iter().filter(told).take(cap).enumerate());
    }
    // The first of each group stands before the second of any.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| rows.get(*at).map(|(place, row)| (*place, row.rank)));
    order.truncate(LINES);
    order.sort_unstable();
    order.into_iter().filter_map(|at| rows.get(at).map(|(_, row)| *row)).collect()
}

/// Whether a brief tells of a row: what moved, and what is new where ids go on from edition to edition. That
/// something is not listed any more says nothing of the world.
fn is_told(row: &Row<'_>, comparison: &Comparison<'_>) -> bool {
    let moved = matches!(row.code, Code::Up | Code::Down);
    match &row.matter {
        Matter::Figure { .. } => moved || row.code == Code::Restated,
        Matter::Threat { now: Some(now), .. } => match row.code {
            Code::New => {
                let known = |id: &str| comparison.now.threats.iter().any(|it| it.id.value == id);
                let go_on = comparison.before.threats.iter().any(|old| known(&old.id.value));
                now.trend == Some(TrendWord::New) || go_on
            }
            code => code != Code::Gone,
        },
        Matter::Commitment { now: Some(now), was, .. } => match row.code {
            Code::New => {
                let known = |id: &str| comparison.now.commitments.iter().any(|it| it.id.value == id);
                let go_on = comparison.before.commitments.iter().any(|old| known(&old.id.value));
                now.status.value == CommitmentStatus::New && go_on
            }
            Code::Gone => false,
            // A new date alone is in the tracker.
            _ => *was != Some(now.status.value),
        },
        Matter::Cover { .. } => true,
        Matter::Total { stage: Stage::Paid, .. } => moved,
        Matter::People { place: None, .. } => moved,
        _ => false,
    }
}

fn line<'a>(writer: &Writer<'a>, speaker: &Speaker<'_, 'a>, row: &Row<'a>) -> FigureLine {
    let said = speaker.say(row);
    let sources: &[Spanned<String>] = match &row.matter {
        Matter::Figure { now: Some(now), .. } => &now.source,
        Matter::Threat { now: Some(now), .. } => &now.source,
        Matter::Commitment { now: Some(now), .. } => &now.source,
        Matter::People { .. } => writer.edition().returnees.displaced.as_ref().map_or(&[], |it| &it.source),
        _ => &[],
    };
    FigureLine {
        id: row.id.clone(),
        label: said.what,
        // The status of a commitment is what became of it.
        value: said.now.filter(|_| row.group != Group::Commitments).unwrap_or_default(),
        as_of: said.now_when.map(|date| writer.words.locale.capitalised(date)),
        change: Some(Change { code: row.code.code().into(), tone: row.tone.code().into(), text: said.line }),
        marks: writer.marks(sources),
    }
}
