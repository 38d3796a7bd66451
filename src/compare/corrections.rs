//! What the later edition corrects and the earlier one does not.

use super::{Code, Group, Matter, Row, Tone};
use crate::model::{Correction, Edition};

pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let key =
        |it: &Correction| (it.figure.value.clone(), it.version.value, it.from.value, it.to.value, it.on);
    // A correction that is carried on is no news; versions of an edition are counted by themselves.
    let known: Vec<_> = before.corrections.iter().map(key).collect();
    let new = now.corrections.iter().filter(|it| !known.contains(&key(it)));
    new.map(|it| Row {
        group: Group::Corrections,
        id: it.figure.value.clone(),
        code: Code::Corrected,
        tone: Tone::Neutral,
        rank: 1,
        matter: Matter::Correction(it),
    })
    .collect()
}
