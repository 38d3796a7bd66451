//! Changes between editions, told only as far as the figures allow.

use super::Change;
use super::writer::Writer;
use crate::locale::{Case, Form, Move};
use crate::model::{Edition, Figure, Good};

/// The change of a figure since the edition that `previous` names.
pub fn change<'a>(writer: &Writer<'a>, figure: &'a Figure) -> Option<Change> {
    let words = writer.words;
    if let Some(restates) = &figure.restates {
        let before = words.value_with(figure, restates.quantity())?;
        let before = words.locale.measure(&before.measure(), Case::Nominative, Form::Short);
        return Some(Change {
            code: "restated".into(),
            tone: "neutral".into(),
            text: words.label_with("changes.restated", &[("before", before)]),
        });
    }
    let old = counterpart(figure, writer.history.first()?)?;
    let before = words.value_with(figure, old.quantity().ok()?)?;
    let now = words.value(figure)?;
    let when = words.figure_dated(old);
    let moved = words.locale.change(&before.measure(), &now.measure(), when.as_ref());
    let good = writer.edition().metrics.get(figure.metric.as_str())?.good;
    Some(Change { code: moved.code.code().into(), tone: tone(moved.code, good).into(), text: moved.text })
}

/// The figure of an earlier edition that this one continues: the same id and metric, or else the
/// latest of the same metric and places.
fn counterpart<'b>(figure: &Figure, old: &'b Edition) -> Option<&'b Figure> {
    let same = |other: &&Figure| other.metric.as_str() == figure.metric.as_str();
    old.figures.iter().filter(same).find(|other| other.id.as_str() == figure.id.as_str()).or_else(|| {
        let alike = |other: &&Figure| other.places() == figure.places();
        old.figures.iter().filter(same).filter(alike).max_by_key(|other| other.last_day())
    })
}

/// What a move means where more (or less) is better.
pub fn tone(moved: Move, good: Good) -> &'static str {
    match (moved, good) {
        (Move::Up, Good::Up) | (Move::Down, Good::Down) => "good",
        (Move::Up, Good::Down) | (Move::Down, Good::Up) => "bad",
        _ => "neutral",
    }
}
