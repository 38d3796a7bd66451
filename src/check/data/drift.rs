//! DA02: a figure that goes on under its id or in its series, in another unit, of other places or of another
//! metric: the change since the last edition would compare what cannot be compared.

use super::Case;
use super::past::{Known, before};
use crate::diag::{Finding, Span};
use crate::model::{Edition, Figure, Localized, Metric, Per};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let known: Vec<Known<'_>> = case.dossier.history.iter().map(|it| Known::new(it)).collect();
    let keys = ["restates", "unit", "currency", "per", "place", "metric"];
    let figures = case.edition.figures.iter();
    let figures = figures.filter(|figure| figure.restates.is_none() && !case.refused(figure, &keys));
    figures.filter_map(|figure| drift(case, &known, figure)).collect()
}

fn drift(case: &Case<'_>, known: &[Known<'_>], figure: &Figure) -> Option<Finding> {
    let path = format!("figures[{}]", figure.id.value);
    let Some((then, old)) = before(known, figure) else {
        let (then, old) = known.iter().find_map(|known| Some((known, known.figure(&figure.id)?)))?;
        let change = ("metric", old.metric.value.clone(), figure.metric.value.clone());
        let finding = told(change, figure, then.edition, figure.metric.span, old.metric.span);
        return Some(finding.path(format!("{path}.metric")).help(
            "give the figure another id, or correct the metric: the id tells readers of the archive that it is the same figure",
        ));
    };
    // The tree is walked for findings only, and only for what has no place of its own.
    let at = |key: &str| match key {
        "unit" => figure.unit.as_ref().map_or(figure.id.span, |it| it.span),
        "currency" => figure.currency.as_ref().map_or(figure.id.span, |it| it.span),
        "scope" => figure.metric.span,
        _ => case.place(&format!("{path}.{key}")).unwrap_or(figure.id.span),
    };
    let metric = case.edition.metrics.get(figure.metric.as_str())?;
    let was = then.edition.metrics.get(figure.metric.as_str())?;
    let currency = |figure: &Figure| figure.currency.as_ref().map(|it| it.value.clone());
    let (unit_before, unit_now) = (unit(old, was), unit(figure, metric));
    let (key, change) = if !alike(&unit_before, &unit_now, metric) {
        ("unit", (unit_before, unit_now))
    } else if let Some(change) = currency(old).zip(currency(figure)).filter(|(old, new)| old != new) {
        ("currency", change)
    } else if old.per != figure.per {
        ("per", (per(old.per), per(figure.per)))
    } else if old.places() != figure.places() {
        ("place", (listed(old), listed(figure)))
    } else if was.scope != metric.scope {
        ("scope", (words(was.scope.as_ref()), words(metric.scope.as_ref())))
    } else {
        return None;
    };
    let finding = told((key, change.0, change.1), figure, then.edition, at(key), old.id.span);
    Some(finding.path(format!("{path}.{key}")).help(
        "correct the one that is wrong; if both are right, add `restates` with `comparable: false` and the reason, or give the figure another id",
    ))
}

fn told(
    (key, then, now): (&str, String, String),
    figure: &Figure,
    edition: &Edition,
    place: Span,
    before: Span,
) -> Finding {
    let message = format!(
        "the `{key}` of `{}` is `{now}`, and was `{then}` in edition `{}`",
        figure.id.value, edition.head.id.value
    );
    Finding::warning("DA02", message).at(place, "now").at(before, "before")
}

fn unit(figure: &Figure, metric: &Metric) -> String {
    figure.unit.as_ref().unwrap_or(&metric.unit).value.clone()
}

/// Whether two units are one, or count the same things for this metric.
fn alike(one: &str, other: &str, metric: &Metric) -> bool {
    let of_metric = |unit: &str| {
        metric.unit.as_str() == unit || metric.same_units.iter().any(|known| known.as_str() == unit)
    };
    one == other || (of_metric(one) && of_metric(other))
}

fn per(per: Option<Per>) -> String {
    per.map_or("none", Per::code).to_owned()
}

fn listed(figure: &Figure) -> String {
    let places = figure.places();
    if places.is_empty() { "everywhere".to_owned() } else { places.join(", ") }
}

fn words(scope: Option<&Localized>) -> String {
    scope.and_then(|words| words.values().next()).map_or("none", String::as_str).to_owned()
}
