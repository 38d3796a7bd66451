//! Commitments: their status, and when they are due.

use super::{Code, Group, Matter, Row, Tone, are_whole, follows};
use crate::model::{Commitment, CommitmentStatus as Status, Edition};

pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let find = |list: &'a [Commitment], id: &str| list.iter().find(|promise| promise.id.value == id);
    for promise in &now.commitments {
        let old = find(&before.commitments, &promise.id.value);
        let said = promise.was.filter(|_| follows(before, now));
        let was = old.map(|old| old.status.value).or(said);
        let matter = Matter::Commitment { before: old, now: Some(promise), was };
        let (code, tone, rank) = match was {
            Some(was) if was != promise.status.value => moved(promise.status.value),
            Some(_) if old.is_some_and(|old| due(old) != due(promise)) => (Code::Changed, Tone::Neutral, 4),
            Some(_) => continue,
            None if promise.status.value == Status::New || are_whole(before, now) => {
                (Code::New, Tone::Neutral, 2)
            }
            None => continue,
        };
        rows.push(row(promise, code, tone, rank, matter));
    }
    if are_whole(before, now) {
        let gone = before.commitments.iter().filter(|old| find(&now.commitments, &old.id.value).is_none());
        rows.extend(gone.map(|old| {
            let matter = Matter::Commitment { before: Some(old), now: None, was: Some(old.status.value) };
            row(old, Code::Gone, Tone::Neutral, 5, matter)
        }));
    }
    rows
}

fn row<'a>(promise: &Commitment, code: Code, tone: Tone, rank: u8, matter: Matter<'a>) -> Row<'a> {
    Row { group: Group::Commitments, id: promise.id.value.clone(), code, tone, rank, matter }
}

fn due(promise: &Commitment) -> Option<&crate::model::When> {
    promise.due.as_ref().map(|due| &due.value)
}

/// What a status that is not what it was makes of a commitment.
fn moved(status: Status) -> (Code, Tone, u8) {
    match status {
        Status::Done => (Code::Done, Tone::Good, 1),
        Status::Delayed => (Code::Delayed, Tone::Bad, 1),
        Status::Dropped => (Code::Dropped, Tone::Bad, 1),
        Status::Superseded => (Code::Superseded, Tone::Neutral, 3),
        Status::New | Status::OnTrack => (Code::Changed, Tone::Neutral, 3),
    }
}
