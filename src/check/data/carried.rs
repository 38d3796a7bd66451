//! DA05: what an edition says of the last one, against the last one: openings, counts of the round before,
//! former severities and former statuses.

use std::collections::HashMap;
use std::fmt::Display;

use super::Case;
use crate::diag::{Finding, Span};
use crate::model::{Displaced, People};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let Some(base) = case.dossier.history.first() else { return Vec::new() };
    let edition = case.edition;
    let name = base.head.id.as_str();
    let mut findings = Vec::new();
    let stocks: HashMap<&str, _> = base.returnees.fighters.iter().map(|it| (it.id.as_str(), it)).collect();
    for stock in &edition.returnees.fighters {
        if let Some(old) = stocks.get(stock.id.as_str())
            && old.closing.value.value() != stock.opening.value.value()
        {
            let path = format!("returnees.fighters[{}].opening", stock.id.value);
            let (is, was) = (&stock.opening, &old.closing);
            findings.push(told(
                "opening",
                &stock.id.value,
                (&is.value, is.span),
                (&was.value, was.span),
                name,
                path,
            ));
        }
    }
    if let (Some(now), Some(then)) = (&edition.returnees.displaced, &base.returnees.displaced) {
        rounds(now, then, name, &mut findings);
    }
    let severities: HashMap<&str, _> = base.threats.iter().map(|it| (it.id.as_str(), &it.severity)).collect();
    for threat in &edition.threats {
        if let (Some(is), Some(Some(was))) = (&threat.previous_severity, severities.get(threat.id.as_str()))
            && is.value != was.value
        {
            let path = format!("threats[{}].previous_severity", threat.id.value);
            let (is, was) = ((&is.value, is.span), (&was.value, was.span));
            findings.push(told("previous_severity", &threat.id.value, is, was, name, path));
        }
    }
    let promises: HashMap<&str, _> = base.commitments.iter().map(|it| (it.id.as_str(), &it.status)).collect();
    for promise in &edition.commitments {
        if let (Some(is), Some(was)) = (promise.was, promises.get(promise.id.as_str()))
            && is != was.value
        {
            let path = format!("commitments[{}].was", promise.id.value);
            let place = case.place(&path).unwrap_or(promise.id.span);
            let (is, was) = ((&is.code(), place), (&was.value.code(), was.span));
            findings.push(told("was", &promise.id.value, is, was, name, path));
        }
    }
    findings
}

/// The counts of the round before, if the last edition had just that round.
fn rounds(now: &Displaced, then: &Displaced, name: &str, findings: &mut Vec<Finding>) {
    let next = match (now.round, then.round) {
        (Some(now), Some(then)) => now == then.saturating_add(1),
        (None, None) => true,
        _ => false,
    };
    if !next {
        return;
    }
    let rows: HashMap<&str, _> = then.rows.iter().map(|row| (row.place.as_str(), row)).collect();
    for (at, row) in now.rows.iter().enumerate() {
        let Some(old) = rows.get(row.place.as_str()) else { continue };
        let pairs: [(&str, &Option<People>, &Option<People>); 2] =
            [("returned", &row.returned, &old.returned), ("displaced", &row.displaced, &old.displaced)];
        for (what, new, old) in pairs {
            let previous = new.as_ref().and_then(|people| people.previous.as_ref());
            let (Some(is), Some(was)) = (previous, old.as_ref().map(|people| &people.individuals)) else {
                continue;
            };
            if is.value.value() != was.value.value() {
                let path = format!("returnees.displaced.rows[{at}].{what}.previous");
                let (is, was) = ((&is.value, is.span), (&was.value, was.span));
                findings.push(told("previous", &row.place.value, is, was, name, path));
            }
        }
    }
}

fn told<T: Display>(
    key: &str,
    id: &str,
    (is, place): (&T, Span),
    (was, before): (&T, Span),
    edition: &str,
    path: String,
) -> Finding {
    let message = format!("`{key}` of `{id}` is `{is}`, but edition `{edition}` ended at `{was}`");
    Finding::error("DA05", message).at(place, "said now").at(before, "said then").path(path).help(
        "correct the one that is wrong; a recount is told in the text, and allowed here with its reason",
    )
}
