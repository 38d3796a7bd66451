//! Figures: which earlier one a figure continues, and what the two allow to be said.

use std::sync::Arc;

use super::{Code, Group, Matter, Row, Tone, are_whole};
use crate::locale::{Compared, Measure, Move};
use crate::model::{Edition, Figure, Metric, Period, Shape};

/// A figure of an earlier edition that a later one continues.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The earlier figure.
    pub before: &'a Figure,
    /// Whether both count the same thing: in the same unit, of the same places, over as long a time, and the later
    /// one not of an earlier day.
    pub comparable: bool,
}

/// The figure of an earlier edition that a figure of `now` continues: the same id and metric, or else the latest of
/// the same metric and places, if this one is the latest of them in its own edition.
pub fn pair<'b>(figure: &Figure, now: &Edition, before: &'b Edition) -> Option<Pair<'b>> {
    let same_metric = |other: &&Figure| other.metric.as_str() == figure.metric.as_str();
    let by_id = before.figures.iter().filter(same_metric).find(|old| old.id.as_str() == figure.id.as_str());
    let old = by_id.or_else(|| by_series(figure, now, before))?;
    Some(Pair { before: old, comparable: alike(figure, now, old, before) })
}

/// The one that goes on under another id.
fn by_series<'b>(figure: &Figure, now: &Edition, before: &'b Edition) -> Option<&'b Figure> {
    let series = |other: &&Figure| {
        other.metric.as_str() == figure.metric.as_str() && other.places() == figure.places()
    };
    let continued = |old: &Figure, by: &Edition| {
        by.figures
            .iter()
            .any(|it| it.id.as_str() == old.id.as_str() && it.metric.as_str() == old.metric.as_str())
    };
    let old = before
        .figures
        .iter()
        .filter(series)
        .filter(|old| !continued(old, now))
        .max_by_key(|it| it.last_day())?;
    let rest = now.figures.iter().filter(series).filter(|it| !continued(it, before));
    let latest = rest.max_by_key(|it| it.last_day())?;
    let is_later = old.last_day().zip(figure.last_day()).is_none_or(|(old, new)| old <= new);
    (latest.id.as_str() == figure.id.as_str() && is_later).then_some(old)
}

/// Whether two figures of one metric can be set against each other.
fn alike(figure: &Figure, now: &Edition, old: &Figure, before: &Edition) -> bool {
    let (Some(metric), Some(was)) =
        (now.metrics.get(figure.metric.as_str()), before.metrics.get(old.metric.as_str()))
    else {
        return false;
    };
    let in_order = old.last_day().zip(figure.last_day()).is_none_or(|(old, new)| old <= new);
    let currency = |figure: &Figure| figure.currency.as_ref().map(|code| code.value.clone());
    same_unit(unit(figure, metric), unit(old, was), metric)
        && currency(figure) == currency(old)
        && figure.per == old.per
        && figure.places() == old.places()
        && in_order
        && (metric.shape != Shape::Flow || figure.per.is_some() || as_long(figure, old))
}

fn unit<'a>(figure: &'a Figure, metric: &'a Metric) -> &'a str {
    figure.unit.as_ref().unwrap_or(&metric.unit).as_str()
}

/// Whether two units are one, or count the same things for this metric.
fn same_unit(one: &str, other: &str, metric: &Metric) -> bool {
    let of_metric = |unit: &str| {
        metric.unit.as_str() == unit || metric.same_units.iter().any(|known| known.as_str() == unit)
    };
    one == other || (of_metric(one) && of_metric(other))
}

/// Whether two flows were counted over about as long a time: months differ by a tenth.
fn as_long(figure: &Figure, old: &Figure) -> bool {
    let days = |figure: &Figure| {
        let Period { from, to } = figure.period.as_ref()?.value;
        Some((to?.last() - from.first()).whole_days() + 1)
    };
    match (days(figure), days(old)) {
        (Some(now), Some(before)) => (now - before).abs() * 8 <= now.max(before),
        // A flow without a period counts whatever its date says: both must say as much.
        (None, None) => figure.period.is_none() && old.period.is_none(),
        _ => false,
    }
}

/// Whether a later figure restates what the earlier edition, or one since, has said.
fn is_restated(figure: &Figure, old: &Figure, now: &Edition, between: &[Arc<Edition>]) -> bool {
    let says = |figure: &Figure| {
        figure.restates.as_ref().map(|it| (it.value.value, it.value.q, it.value.edition.value.clone()))
    };
    let anew = |it: &Figure| says(it).is_some() && says(it) != says(old);
    let since = |edition: &Arc<Edition>| pair(figure, now, edition).is_some_and(|it| anew(it.before));
    anew(figure) || between.iter().any(since)
}

/// What the figures say of themselves.
pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition, between: &[Arc<Edition>]) -> Vec<Row<'a>> {
    let key = |figure: &Figure| now.head.key_figures.iter().any(|id| id.as_str() == figure.id.as_str());
    let row = |id: &Figure, code, tone, rank, matter| Row {
        group: Group::Figures,
        id: id.id.value.clone(),
        code,
        tone,
        rank: if key(id) { rank } else { rank + 2 },
        matter,
    };
    let mut continued = Vec::new();
    let mut rows = Vec::new();
    for figure in &now.figures {
        let Some(pair) = pair(figure, now, before) else {
            if are_whole(before, now) {
                let matter = Matter::Figure { before: None, now: Some(figure), compared: None };
                rows.push(row(figure, Code::New, Tone::Neutral, 5, matter));
            }
            continue;
        };
        continued.push(pair.before.id.as_str());
        let compared = judged(figure, now, &pair, before);
        let matter =
            Matter::Figure { before: Some(pair.before), now: Some(figure), compared: Some(compared) };
        if is_restated(figure, pair.before, now, between) {
            rows.push(row(figure, Code::Restated, Tone::Neutral, 1, matter));
        } else if let Some(code) = Code::of_move(compared.code).filter(|_| !says_the_same(figure, &pair)) {
            let good = now.metrics.get(figure.metric.as_str()).map_or_else(Default::default, |it| it.good);
            let rank = if code == Code::NotComparable { 3 } else { 0 };
            rows.push(row(figure, code, Tone::of(compared.code, good), rank, matter));
        }
    }
    if are_whole(before, now) {
        let gone = before.figures.iter().filter(|old| !continued.contains(&old.id.as_str()));
        rows.extend(gone.map(|old| {
            let matter = Matter::Figure { before: Some(old), now: None, compared: None };
            row(old, Code::Gone, Tone::Neutral, 6, matter)
        }));
    }
    rows
}

/// Whether the two are one statement, be it ever so vague.
fn says_the_same(figure: &Figure, pair: &Pair<'_>) -> bool {
    let quantity = |figure: &Figure| figure.quantity().ok();
    pair.comparable
        && quantity(figure) == quantity(pair.before)
        && figure.trend == pair.before.trend
        && figure.quantity().is_ok()
}

/// What a figure and the one that it continues allow to be said.
fn judged(figure: &Figure, now: &Edition, pair: &Pair<'_>, before: &Edition) -> Compared {
    let measures = || {
        let (old, new) = (pair.before.quantity().ok()?, figure.quantity().ok()?);
        // Units that count the same things are taken for the one of the later figure.
        let counted = now.counted(figure).or_else(|| before.counted(pair.before))?;
        Some(Compared::of(
            &Measure { per: pair.before.per, ..Measure::new(&old, counted) },
            &Measure { per: figure.per, ..Measure::new(&new, counted) },
        ))
    };
    let compared = measures().filter(|_| pair.comparable);
    compared.unwrap_or_else(Compared::incomparable)
}

impl Pair<'_> {
    /// What the pair allows to be said of a figure of `now`.
    pub fn judge(&self, figure: &Figure, now: &Edition, before: &Edition) -> Compared {
        judged(figure, now, self, before)
    }
}

/// Whether a comparison says anything.
pub(super) fn says(compared: &Compared) -> bool {
    matches!(compared.code, Move::Up | Move::Down)
}
