//! DA09, DA10: periods that end before they begin, and what is later than the edition may know.

use super::Case;
use crate::diag::{Finding, Span};
use crate::model::{Date, Period, When};
use crate::yaml::Spanned;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = backwards(case);
    findings.extend(late(case));
    findings
}

/// DA09: periods given as `from` and `to`. (A date that is not in the calendar is refused in reading.)
fn backwards(case: &Case<'_>) -> Vec<Finding> {
    let edition = case.edition;
    let mut periods: Vec<(String, Period)> = Vec::new();
    periods.extend(edition.head.period.map(|it| ("edition.period".to_owned(), it)));
    for figure in &edition.figures {
        let path = || format!("figures[{}].period", figure.id.value);
        periods.extend(figure.period.as_ref().filter(|it| is_backwards(it)).map(|it| (path(), it.value)));
    }
    for requirement in &edition.funding.requirements {
        let path = || format!("funding.requirements[{}].period", requirement.id.value);
        periods.extend(requirement.period.map(|it| (path(), it)));
    }
    for given in &edition.funding.contributions {
        let path = || format!("funding.contributions[{}].period", given.id.value);
        periods.extend(given.period.map(|it| (path(), it)));
    }
    periods.retain(|(_, period)| is_backwards(period));
    periods
        .into_iter()
        .filter_map(|(path, Period { from, to })| {
            let message = format!("a period from `{from}` to `{}` ends before it begins", to?);
            let finding = Finding::error("DA09", message);
            let from = case.place(&format!("{path}.from")).map(|span| (span, "begins"));
            let to = case.place(&format!("{path}.to")).map(|span| (span, "ends"));
            let places = to.into_iter().chain(from);
            let finding = places.fold(finding, |finding, (span, label)| finding.at(span, label));
            Some(finding.path(format!("{path}.to")).help("correct the date that is wrong"))
        })
        .collect()
}

fn is_backwards(period: &Period) -> bool {
    period.to.is_some_and(|to| to.last() < period.from.first())
}

/// DA10: nothing that is told as past is later than the cut-off.
fn late(case: &Case<'_>) -> Vec<Finding> {
    let edition = case.edition;
    let Some(cut_off) = &edition.head.cut_off else { return Vec::new() };
    let day = cut_off.0.date();
    let mut findings = Vec::new();
    let mut tell = |what: &str, id: &str, date: String, span: Span, path: String| {
        let message = format!("{what} `{id}` is of `{date}`, after the cut-off of `{day}`");
        findings.push(
            Finding::error("DA10", message)
                .at(span, "later than the edition may know")
                .path(path)
                .help("correct the date, or move `cut_off`"),
        );
    };
    let after = |date: &&Spanned<Date>| date.first() > day;
    for figure in &edition.figures {
        let (id, path) = (&figure.id.value, format!("figures[{}]", figure.id.value));
        if let Some(Spanned { value: When::Date(date), span }) = &figure.as_of {
            if date.first() > day {
                tell("figure", id, date.to_string(), *span, format!("{path}.as_of"));
            }
        } else if let Some(period) = &figure.period
            && !is_backwards(period)
            && let (key, point) = period.to.map_or(("from", period.from), |to| ("to", to))
            && point.first() > day
        {
            let path = format!("{path}.period.{key}");
            let span = case.place(&path).unwrap_or(period.span);
            tell("figure", id, point.to_string(), span, path);
        }
    }
    for event in &edition.events {
        if let Some(on) = event.on.as_ref().filter(after) {
            let path = format!("events[{}].on", event.id.value);
            tell("event", &event.id.value, on.value.to_string(), on.span, path);
        }
    }
    for given in &edition.funding.contributions {
        if let Some(date) = given.date.as_ref().filter(after) {
            let path = format!("funding.contributions[{}].date", given.id.value);
            tell("contribution", &given.id.value, date.value.to_string(), date.span, path);
        }
    }
    if let Some(round) = edition.returnees.displaced.as_ref().map(|it| &it.as_of).filter(after) {
        tell(
            "section",
            "returnees.displaced",
            round.value.to_string(),
            round.span,
            "returnees.displaced.as_of".into(),
        );
    }
    findings
}
