//! DA22: figures that are out of date.
//!
//! A figure holds for as long as its metric says (`stale_after`), or else for some periods of its edition
//! (`house.stale_periods`, 4 if it is not given, 0 for ever): weeks, months, quarters; for kinds without a
//! rhythm, editions. Only the latest figure of a series can be out of date, for the others are there to be
//! compared with, and only one with a date: "at its peak" never is.

use std::collections::HashMap;

use time::{Date, Duration, Month};

use super::Case;
use crate::diag::Finding;
use crate::model::{Edition, Figure, Kind, Per, Span};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let edition = case.edition;
    if edition.refused.any_of("edition", &["issued", "period", "cut_off", "kind"]) {
        return Vec::new();
    }
    let begins = begins(edition);
    let house = house(case);
    let mut latest: HashMap<_, &Figure> = HashMap::new();
    for figure in &edition.figures {
        let kept = latest.entry(figure.metric.as_str()).or_insert(figure);
        if kept.last_day() < figure.last_day() {
            *kept = figure;
        }
    }
    let mut findings = Vec::new();
    for figure in &edition.figures {
        let Some(day) = figure.last_day() else { continue };
        let newest = latest.get(figure.metric.as_str()).and_then(|it| it.last_day());
        let superseded = newest.is_some_and(|newest| day < newest);
        let own = edition.metrics.get(figure.metric.as_str()).and_then(|metric| metric.stale_after);
        let limit = own.map_or(house, |span| back(begins, span));
        let Some(limit) = limit.filter(|limit| day < *limit && !superseded) else { continue };
        // The day itself may be what could not be read.
        if edition.refused.within(&format!("figures[{}]", figure.id.value)) {
            continue;
        }
        let place = figure.as_of.as_ref().map(|it| it.span).or(figure.period.as_ref().map(|it| it.span));
        let message =
            format!("`{}` is of `{day}`, and holds only if it is of `{limit}` or later", figure.id.value);
        findings.push(
            Finding::warning("DA22", message)
                .at(place.unwrap_or(figure.id.span), "out of date")
                .path(format!("figures[{}]", figure.id.value))
                .help("look for a newer number, or give its metric `stale_after`"),
        );
    }
    findings
}

/// The first day that an edition speaks of.
fn begins(edition: &Edition) -> Date {
    let head = &edition.head;
    let cut_off = head.cut_off.as_ref().map_or(head.issued.0, |at| at.0).date();
    head.period.as_ref().map_or(cut_off, |period| period.from.first())
}

/// The first day of a figure that the house takes for fresh; `None` if all are.
fn house(case: &Case<'_>) -> Option<Date> {
    let periods = u32::from(case.edition.house.stale_periods);
    if periods == 0 {
        return None;
    }
    let months = |months| back(begins(case.edition), Span { count: months, unit: Per::Month });
    match case.edition.head.kind.value {
        Kind::Weekly => back(begins(case.edition), Span { count: periods, unit: Per::Week }),
        Kind::Monthly => months(periods),
        Kind::Quarterly => months(periods * 3),
        Kind::Flash | Kind::Meeting | Kind::Roadmap => {
            case.dossier.history.get(periods as usize - 1).map(|it| begins(it))
        }
    }
}

/// A day some time before another; the last of a shorter month.
fn back(day: Date, span: Span) -> Option<Date> {
    let count = i64::from(span.count);
    match span.unit {
        Per::Day => day.checked_sub(Duration::days(count)),
        Per::Week => day.checked_sub(Duration::weeks(count)),
        Per::Month | Per::Year => {
            let months = if span.unit == Per::Year { count * 12 } else { count };
            let index = i64::from(day.year()) * 12 + i64::from(u8::from(day.month())) - 1 - months;
            let year = i32::try_from(index.div_euclid(12)).ok()?;
            let month = Month::try_from(u8::try_from(index.rem_euclid(12) + 1).ok()?).ok()?;
            Date::from_calendar_date(year, month, day.day().min(month.length(year))).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_before_a_day_stays_in_the_calendar() {
        let day = |year, month, day| Date::from_calendar_date(year, month, day).unwrap();
        let span = |text: &str| text.parse::<Span>().unwrap();
        assert_eq!(back(day(2031, Month::March, 31), span("1mo")), Some(day(2031, Month::February, 28)));
        assert_eq!(back(day(2031, Month::June, 1), span("4mo")), Some(day(2031, Month::February, 1)));
        assert_eq!(back(day(2031, Month::January, 5), span("1mo")), Some(day(2030, Month::December, 5)));
        assert_eq!(back(day(2031, Month::June, 1), span("2w")), Some(day(2031, Month::May, 18)));
        assert_eq!(back(day(2032, Month::February, 29), span("1y")), Some(day(2031, Month::February, 28)));
        assert_eq!(back(day(2031, Month::June, 1), span("4000000000y")), None);
    }
}
