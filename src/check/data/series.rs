//! DA01: what is counted from a beginning does not fall, and nothing moves against what its metric says.
//!
//! Figures are compared as the intervals that they can stand for: `more_than 7.7M` after `nearly 8M` is no
//! fall, `6M` is one, and so is `more_than 7M` after `more_than 8M`, for it claims less than is known.

use std::collections::HashMap;

use super::past::{Known, before, series};
use super::{Case, typed};
use crate::diag::Finding;
use crate::locale::Interval;
use crate::model::{Counted, Edition, Expect, Figure, Metric, Shape, TrendWord};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let known: Vec<Known<'_>> = case.dossier.history.iter().map(|it| Known::new(it)).collect();
    let earlier = earlier(case.edition);
    let corrected: Vec<&str> = case.edition.corrections.iter().map(|it| it.figure.as_str()).collect();
    let mut findings = Vec::new();
    for figure in &case.edition.figures {
        let Some(metric) = case.edition.metrics.get(figure.metric.as_str()) else { continue };
        let explained = figure.restates.is_some() || corrected.contains(&figure.id.as_str());
        let unknown = case.refused(figure, &["restates", "trend", "unit", "q", "place", "as_of"]);
        if explained || unknown || direction(metric) == Expect::Any {
            continue;
        }
        let sibling = earlier.get(figure.id.as_str()).copied();
        if let Some(old) = sibling
            && let Some(finding) = against(figure, old, metric, &format!("of `{}`", old.id.value))
        {
            findings.push(finding);
        } else if let Some((known, old)) = before(&known, figure)
            && old.last_day().zip(figure.last_day()).is_none_or(|(old, new)| old <= new)
            && unit(case.edition, old) == unit(case.edition, figure)
        {
            let where_from = format!("in edition `{}`", known.edition.head.id.value);
            findings.extend(against(figure, old, metric, &where_from));
        }
    }
    findings
}

/// Which way a metric may move: what is counted from a beginning never falls.
fn direction(metric: &Metric) -> Expect {
    if metric.shape == Shape::Cumulative { Expect::Nondecreasing } else { metric.expect }
}

/// By the id of a figure, the one before it in time in the same series of the same edition.
fn earlier(edition: &Edition) -> HashMap<&str, &Figure> {
    let mut groups: HashMap<_, Vec<&Figure>> = HashMap::new();
    for figure in edition.figures.iter().filter(|it| it.last_day().is_some()) {
        groups.entry((series(figure), unit(edition, figure))).or_default().push(figure);
    }
    let mut earlier = HashMap::new();
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|figure| figure.last_day());
        for pair in group.windows(2) {
            if let [old, new] = pair
                && old.last_day() < new.last_day()
            {
                earlier.insert(new.id.as_str(), *old);
            }
        }
    }
    earlier
}

/// What a figure is counted in: unit, currency and time of a rate.
fn unit<'a>(edition: &'a Edition, figure: &'a Figure) -> (&'a str, Option<&'a str>, Option<&'static str>) {
    let metric = edition.metrics.get(figure.metric.as_str());
    let own = figure.unit.as_ref().or(metric.map(|it| &it.unit)).map_or("", |it| it.as_str());
    let alike = |metric: &&Metric| metric.same_units.iter().any(|it| it.as_str() == own);
    let unit = metric.filter(alike).map_or(own, |metric| metric.unit.as_str());
    (unit, figure.currency.as_ref().map(|it| it.as_str()), figure.per.map(crate::model::Per::code))
}

/// A finding if the new figure cannot follow the old one.
fn against(new: &Figure, old: &Figure, metric: &Metric, from: &str) -> Option<Finding> {
    let (before, now) = (old.quantity().ok()?, new.quantity().ok()?);
    let percent = new.unit.as_ref().unwrap_or(&metric.unit).as_str() == "percent";
    let counted = if percent { Counted::Percent } else { Counted::Bare };
    let (was, is) = (Interval::of(&before, counted)?, Interval::of(&now, counted)?);
    let falls = direction(metric) == Expect::Nondecreasing;
    let (moved, verb) = if falls {
        (is.is_below(&was) || claims_less(&is, &was), "falls")
    } else {
        (was.is_below(&is), "rises")
    };
    let cumulative = metric.shape == Shape::Cumulative;
    if !moved || (!cumulative && said(new.trend, falls)) {
        return None;
    }
    let message = format!("`{}` {verb} to `{}` from `{}` {from}", new.id.value, typed(&now), typed(&before));
    let finding =
        if cumulative { Finding::error("DA01", message) } else { Finding::warning("DA01", message) };
    let place = new.value.as_ref().or(new.max.as_ref()).map_or(new.id.span, |it| it.span);
    let then = old.value.as_ref().or(old.max.as_ref()).map_or(old.id.span, |it| it.span);
    let help = match (cumulative, falls) {
        (true, _) => {
            "what is counted from a beginning never falls: correct the number, or say with `restates` why it is lower"
        }
        (false, true) => "correct the number, or say with `trend: falling` or `restates` that it did fall",
        (false, false) => "correct the number, or say with `trend: rising` or `restates` that it did rise",
    };
    Some(
        finding
            .at(place, "against the metric")
            .at(then, "before")
            .path(format!("figures[{}].value", new.id.value))
            .help(help),
    )
}

/// Whether an interval without an upper end begins below what is known.
fn claims_less(is: &Interval, was: &Interval) -> bool {
    let open = |interval: &Interval| {
        let top = interval.high.is_none_or(|high| high.value == rust_decimal::Decimal::ONE_HUNDRED);
        top && interval.exact().is_none()
    };
    open(is) && is.low.zip(was.low).is_some_and(|(is, was)| is.value < was.value)
}

/// Whether the trend owns up to the move.
fn said(trend: Option<TrendWord>, falls: bool) -> bool {
    use TrendWord::{Ended, Falling, FallingSharply, Improving, New, Rising, Stopped};
    match trend {
        Some(Falling | FallingSharply | Stopped | Ended) => falls,
        Some(Rising | Improving | New) => !falls,
        _ => false,
    }
}
