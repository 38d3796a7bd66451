//! Changes between editions, told only as far as the figures allow: the engine of [`compare`](crate::compare).

use super::Change;
use super::writer::Writer;
use crate::compare::{Tone, pair, told};
use crate::locale::{Case, Form, Move};
use crate::model::Figure;

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
    let (edition, previous) = (writer.edition(), writer.history.first()?);
    let pair = pair(figure, edition, previous)?;
    let compared = pair.judge(figure, edition, previous);
    let before = words.value_with(figure, pair.before.quantity().ok()?)?;
    let now = words.value(figure)?;
    let text = told(words, pair.before, compared, |when| {
        words.locale.change_as(compared, &before.measure(), &now.measure(), when).text
    });
    let good = edition.metrics.get(figure.metric.as_str())?.good;
    Some(Change { code: compared.code.code().into(), tone: tone(compared.code, good).into(), text })
}

/// What a move means where more (or less) is better.
pub fn tone(moved: Move, good: crate::model::Good) -> &'static str {
    Tone::of(moved, good).code()
}
