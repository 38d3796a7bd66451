//! Partners: how many, who, and how their number grew.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::trend::series;
use super::writer::Writer;
use super::{Body, Fact, Mark, Trend};
use crate::locale::{Case, Form};
use crate::model::{Counted, Date, Edition, Number, Quantity, When};

/// Partners.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Partners {
    /// Total, states, organizations as phrases.
    pub facts: Vec<Fact>,
    /// Members over time.
    pub trend: Option<Trend>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// Totals and chart.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let partners = writer.edition().partners.as_ref()?;
    let figure = words.index.figure(&partners.figure)?;
    let number =
        |number: Option<Number>, unit| number.map(|it| words.counted_number(it, unit, Case::Nominative));
    let joined: Vec<_> = partners
        .joined
        .iter()
        .map(|joined| {
            let on = words.date(&joined.on.value, None, Form::Short);
            let who =
                joined.org.as_ref().map_or_else(|| words.label("partners.unnamed"), |org| words.name(org));
            who.then_text(" (").then(on).then_text(")")
        })
        .collect();
    let facts: Vec<Fact> = [
        writer.fact("partners.total", Some(words.figure(figure, Case::Nominative, Form::Prose))),
        writer.fact("partners.as_of", words.figure_date(figure, Form::Prose)),
        writer.fact("partners.states", number(partners.states.as_ref().map(|it| it.value), "state")),
        writer.fact(
            "partners.organizations",
            number(partners.organizations.as_ref().map(|it| it.value), "organization"),
        ),
        writer.fact("partners.organization_list", words.names(&partners.organization_list)),
        writer.fact("partners.joined", (!joined.is_empty()).then(|| words.locale.list(joined))),
        writer.fact("partners.observers", words.names(&partners.observers)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let points = over_time(writer.edition(), writer.history, figure.metric.as_str());
    let trend = series(writer, words.figure_label(figure), points, Counted::Bare);
    let mut sources = figure.source.clone();
    sources.extend(partners.source.iter().cloned());
    Some(Body::Partners(Partners { facts, trend, marks: writer.marks(&sources) }))
}

/// The exact, dated figures of a metric in an edition and those before it.
pub(crate) fn over_time(edition: &Edition, history: &[Arc<Edition>], metric: &str) -> Vec<(Date, Number)> {
    let all = std::iter::once(edition).chain(history.iter().map(AsRef::as_ref));
    all.flat_map(|edition| points(edition, metric)).collect()
}

/// The exact, dated figures of a metric in one edition.
fn points<'b>(edition: &'b Edition, metric: &'b str) -> impl Iterator<Item = (Date, Number)> + 'b {
    edition.figures.iter().filter(move |figure| figure.metric.as_str() == metric).filter_map(|figure| {
        let Some(When::Date(date)) = figure.as_of.as_ref().map(|when| &when.value) else { return None };
        match figure.quantity().ok()? {
            Quantity::One(crate::model::Qualifier::Exact, number) => Some((*date, number)),
            _ => None,
        }
    })
}
