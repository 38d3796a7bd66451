//! DA03, DA04, DA06: parts and totals, stocks with their flows, households and people.

use rust_decimal::Decimal;

use super::{Case, Typed};
use crate::diag::Finding;
use crate::model::Edition;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    rows(case.edition, &mut findings);
    projects(case.edition, &mut findings);
    findings.extend(partners(case));
    stocks(case.edition, &mut findings);
    households(case.edition, &mut findings);
    findings
}

/// DA03: the rows of the displaced.
fn rows(edition: &Edition, findings: &mut Vec<Finding>) {
    let Some(displaced) = &edition.returnees.displaced else { return };
    let Some(total) = &displaced.total else { return };
    if edition.refused.within("returnees.displaced.rows") {
        return;
    }
    let (returned, still) = displaced.sums();
    for (typed, sum, what) in
        [(&total.returned, returned, "returned"), (&total.displaced, still, "displaced")]
    {
        let path = format!("returnees.displaced.total.{what}");
        findings.extend(typed.as_ref().and_then(|typed| differs(typed, sum, &format!("`{what}`"), path)));
    }
}

/// DA03: the projects of a line by their status.
fn projects(edition: &Edition, findings: &mut Vec<Finding>) {
    for line in &edition.progress {
        let Some(projects) = &line.projects else { continue };
        let path = format!("progress[{}].projects", line.id.value);
        if !edition.refused.within(&path) {
            let sum = projects.by_status.parts().iter().map(|(_, number)| number.value()).sum();
            let what = format!("the projects of `{}`", line.id.value);
            findings.extend(differs(&projects.total, sum, &what, format!("{path}.total")));
        }
    }
}

/// DA03 at a total that is not the sum of its parts.
pub(super) fn differs(typed: &Typed, sum: Decimal, what: &str, path: String) -> Option<Finding> {
    (typed.value.value() != sum).then(|| {
        Finding::error("DA03", format!("{what} add up to `{}`, not `{}`", sum.normalize(), typed.value))
            .at(typed.span, "the total")
            .path(path)
            .help("correct the total, or what adds up to it")
    })
}

/// DA03: states and organizations.
fn partners(case: &Case<'_>) -> Option<Finding> {
    let partners = case.edition.partners.as_ref()?;
    let (states, organizations) = (partners.states.as_ref()?, partners.organizations.as_ref()?);
    let total = case.index.figure(&partners.figure)?.value.as_ref()?;
    let sum = states.value.value() + organizations.value.value();
    (total.value.value() != sum).then(|| {
        let message = format!("`states` and `organizations` add up to `{}`, not `{}`", sum, total.value);
        Finding::error("DA03", message)
            .at(states.span, "states")
            .at(organizations.span, "organizations")
            .at(total.span, "the total")
            .path("partners")
            .help("states + organizations = total: correct the one that is wrong")
    })
}

/// DA04: opening + in - out = closing.
fn stocks(edition: &Edition, findings: &mut Vec<Finding>) {
    for stock in &edition.returnees.fighters {
        let (opening, inflow, outflow) = (stock.opening.value, stock.inflow.value, stock.outflow.value);
        let expected = opening.value() + inflow.value() - outflow.value();
        if stock.closing.value.value() != expected {
            let closing = stock.closing.value;
            let message = format!("`{opening} + {inflow} - {outflow}` is `{expected}`, not `{closing}`");
            findings.push(
                Finding::error("DA04", message)
                    .at(stock.closing.span, "does not close")
                    .at(stock.opening.span, "the opening")
                    .path(format!("returnees.fighters[{}].closing", stock.id.value))
                    .help("opening + in - out = closing: correct the one that is wrong"),
            );
        }
    }
}

/// DA06: individuals = households × factor, where a metric gives the factor.
fn households(edition: &Edition, findings: &mut Vec<Finding>) {
    let Some(rule) = edition.metrics.get("returnees").and_then(|metric| metric.derived.as_ref()) else {
        return;
    };
    let rows = edition.returnees.displaced.iter().flat_map(|displaced| &displaced.rows);
    for (at, people) in rows.enumerate().filter_map(|(at, row)| Some((at, row.returned.as_ref()?))) {
        let Some(households) = &people.households else { continue };
        let factor = Decimal::from(rule.factor);
        let Some(expected) = households.value.value().checked_mul(factor) else { continue };
        let off = (people.individuals.value.value() - expected).abs();
        if off > Decimal::from(rule.tolerance) {
            let (households_typed, typed) = (households.value, people.individuals.value);
            let message =
                format!("`{households_typed}` households × `{}` is `{expected}`, not `{typed}`", rule.factor);
            findings.push(
                Finding::error("DA06", message)
                    .at(people.individuals.span, "individuals")
                    .at(households.span, "households")
                    .path(format!("returnees.displaced.rows[{at}].returned.individuals"))
                    .help("correct the one that is wrong, or the factor of the metric `returnees`"),
            );
        }
    }
}
