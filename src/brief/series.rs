//! Trends over the editions of the series: every measure with an exact value in at least three of them.

use std::collections::BTreeSet;

use super::writer::Writer;
use super::{Body, Trend, trend};
use crate::compare::{is_restricted, pair};
use crate::model::{Date, Edition, Figure, Number, Period, Point, Qualifier, Quantity, When};

/// From how many editions on there is a trend.
const LEAST: usize = 3;

/// A chart for each measure.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let editions: Vec<&Edition> =
        std::iter::once(writer.edition()).chain(writer.history.iter().map(AsRef::as_ref)).collect();
    // What its readers may not be shown ends the series.
    let shown = editions.iter().take_while(|old| !is_restricted(old, writer.edition())).count();
    let editions = editions.get(..shown).unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut trends = Vec::new();
    for at in 0..editions.len().saturating_sub(LEAST - 1) {
        let Some(newest) = editions.get(at) else { break };
        for figure in &newest.figures {
            if seen.contains(&key(newest, figure)) {
                continue;
            }
            let chain = chain(figure, editions.get(at..).unwrap_or_default());
            seen.extend(chain.iter().map(|(edition, figure)| key(edition, figure)));
            trends.extend(chart(writer, &chain));
        }
    }
    (!trends.is_empty()).then_some(Body::Series(trends))
}

fn key<'a>(edition: &'a Edition, figure: &'a Figure) -> (&'a str, &'a str) {
    (edition.head.id.as_str(), figure.id.as_str())
}

/// A figure with those that it continues, the newest first, as far back as they count the same thing: a restated one
/// ends the series, unless it says that it can be compared.
fn chain<'a>(figure: &'a Figure, editions: &[&'a Edition]) -> Vec<(&'a Edition, &'a Figure)> {
    let Some((first, rest)) = editions.split_first() else { return Vec::new() };
    let mut chain = vec![(*first, figure)];
    let mut last = (*first, figure);
    for edition in rest {
        if last.1.restates.as_ref().is_some_and(|restates| !restates.comparable) {
            break;
        }
        match pair(last.1, last.0, edition) {
            Some(pair) if pair.comparable => {
                last = (edition, pair.before);
                chain.push(last);
            }
            Some(_) => break,
            None => {}
        }
    }
    chain
}

/// The exact values of a chain over time, where there are enough of them.
fn chart<'a>(writer: &Writer<'a>, chain: &[(&'a Edition, &'a Figure)]) -> Option<Trend> {
    let (_, newest) = chain.first()?;
    let value =
        writer.words.edition.metrics.get(newest.metric.as_str()).and(writer.words.edition.counted(newest))?;
    let mut points: Vec<(Date, Number)> = Vec::new();
    for (_, figure) in chain {
        let (Some(date), Ok(Quantity::One(Qualifier::Exact, number))) = (date(figure), figure.quantity())
        else {
            continue;
        };
        // Of one day, the newest edition knows best.
        if points.iter().all(|(known, _)| known.last() != date.last()) {
            points.push((date, number));
        }
    }
    if points.len() < LEAST {
        return None;
    }
    let label = writer.words.figure_label(newest);
    let label = match writer.words.names(&newest.place) {
        Some(places) if several(writer.edition(), newest) => {
            label.then_text(" (").then(places).then_text(")")
        }
        _ => label,
    };
    trend::series(writer, label, points, value)
}

/// Whether an edition has the metric more than once, so that its name alone does not tell which is meant.
fn several(edition: &Edition, figure: &Figure) -> bool {
    edition.figures.iter().filter(|it| it.metric.as_str() == figure.metric.as_str()).count() > 1
}

/// When a figure holds: its date, or the month or last day of its period.
fn date(figure: &Figure) -> Option<Date> {
    if let Some(When::Date(date)) = figure.as_of.as_ref().map(|when| &when.value) {
        return Some(*date);
    }
    let Period { from, to } = figure.period.as_ref()?.value;
    let to = to?;
    let month = Point { day: None, ..to };
    let is_month = month.month.is_some() && month.first() == from.first() && month.last() == to.last();
    Some(Date::Point(if is_month { month } else { to }))
}
