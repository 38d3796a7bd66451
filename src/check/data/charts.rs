//! DA19: metrics that look alike and are not, where they would be read against each other: in the strip of key
//! figures, under `than`, and along the chart of partners.

use std::collections::HashMap;

use super::Case;
use crate::diag::{Finding, Span};
use crate::model::{Edition, Figure};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = strip(case);
    for figure in &case.edition.figures {
        let Some(than) = &figure.than else { continue };
        let Some(other) = case.index.figure(than) else { continue };
        if kept_apart(case.edition, &figure.metric, &other.metric) {
            findings.push(
                told(figure, other, "is told as less than", than.span, other.metric.span)
                    .path(format!("figures[{}].than", figure.id.value))
                    .help("compare it with a figure of a metric that it can be compared with, or with none"),
            );
        }
    }
    findings.extend(partners(case));
    findings
}

/// Whether one of two metrics is not comparable with the other.
fn kept_apart(edition: &Edition, one: &str, other: &str) -> bool {
    let names = |metric: &str, other: &str| {
        let metric = edition.metrics.get(metric);
        metric.is_some_and(|it| it.not_comparable_with.iter().any(|known| known.as_str() == other))
    };
    names(one, other) || names(other, one)
}

/// The strip of key figures, each pair once.
fn strip(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashMap<&str, (&Figure, Span)> = HashMap::new();
    for id in &case.edition.head.key_figures {
        let Some(figure) = case.index.figure(id) else { continue };
        let mut others: Vec<_> = seen
            .values()
            .filter(|(other, _)| kept_apart(case.edition, &figure.metric, &other.metric))
            .collect();
        others.sort_by_key(|(_, span)| *span);
        for (other, span) in others {
            findings.push(
                told(figure, other, "stands beside", id.span, *span)
                    .path("edition.key_figures")
                    .help("show one of them in the strip, and tell the other in a text with what parts them"),
            );
        }
        seen.entry(figure.metric.as_str()).or_insert((figure, id.span));
    }
    findings
}

fn told(figure: &Figure, other: &Figure, how: &str, place: Span, beside: Span) -> Finding {
    let (one, two) = (&figure.metric.value, &other.metric.value);
    let message = format!(
        "`{}` {how} `{}`, but `{one}` and `{two}` cannot be compared",
        figure.id.value, other.id.value
    );
    Finding::warning("DA19", message).at(place, "not comparable").at(beside, "with this")
}

/// The chart of partners joins the values of all editions; a restatement that is not comparable breaks it.
fn partners(case: &Case<'_>) -> Option<Finding> {
    let partners = case.edition.partners.as_ref()?;
    let metric = case.index.figure(&partners.figure)?.metric.as_str();
    let history = &case.dossier.history;
    let editions = std::iter::once(case.edition).chain(history.iter().map(AsRef::as_ref));
    let mut figures =
        editions.enumerate().flat_map(|(at, it)| it.figures.iter().map(move |figure| (at, figure)));
    let (_, figure) = figures.find(|(at, figure)| {
        let broken = figure.restates.as_ref().is_some_and(|restates| !restates.comparable);
        let of_metric = |it: &Edition| it.figures.iter().any(|old| old.metric.as_str() == metric);
        figure.metric.as_str() == metric && broken && history[*at..].iter().any(|it| of_metric(it))
    })?;
    let restates = figure.restates.as_ref()?;
    let message = format!(
        "the chart of `{}` joins values across the restatement of `{}`, which are not comparable",
        partners.figure.value, figure.id.value
    );
    Some(
        Finding::warning("DA19", message)
            .at(restates.span, "not comparable")
            .at(partners.figure.span, "the chart")
            .path("partners.figure")
            .help("give the restated figure a metric of its own, so that a new series begins"),
    )
}
