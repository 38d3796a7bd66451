//! DA21: a zero typed where a number is missing, or where "none" is meant.
//!
//! A count of nothing is `q: none`, a number that the source does not give `q: unquantified`, and a place that
//! was not counted has no entry. Shares, points and bare numbers may be zero, and so may a figure whose zero is a
//! form of some text.

use std::collections::BTreeSet;

use super::{Case, Typed};
use crate::diag::Finding;
use crate::model::{Figure, Qualifier};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let worded = worded(case);
    for figure in &case.edition.figures {
        if let Some(value) = figure.value.as_ref().filter(|it| is_zero(it))
            && !is_bare(case, figure)
            && !worded.contains(figure.id.as_str())
            && matches!(figure.q, Qualifier::Exact | Qualifier::Approx | Qualifier::Nearly)
            && !case.refused(figure, &["q", "unit"])
        {
            let path = format!("figures[{}].value", figure.id.value);
            findings.push(zero(&figure.id.value, value, path).help(
                "write `q: none` without a value if there were none, `q: unquantified` if the number is not known",
            ));
        }
    }
    for given in &case.edition.funding.contributions {
        if let Some(amount) = given.amount.as_ref().filter(|it| is_zero(it)) {
            let path = format!("funding.contributions[{}].amount", given.id.value);
            findings
                .push(zero(&given.id.value, amount, path).help("write `q: unquantified` without an amount"));
        }
    }
    for requirement in case.edition.funding.requirements.iter().filter(|it| is_zero(&it.amount)) {
        let path = format!("funding.requirements[{}].amount", requirement.id.value);
        findings.push(
            zero(&requirement.id.value, &requirement.amount, path)
                .help("leave the requirement out until its amount is known"),
        );
    }
    findings.extend(vanished(case));
    findings
}

/// A place where all were counted away: nobody after a number of people in the round before, or households
/// without people.
fn vanished(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let rows = case.edition.returnees.displaced.iter().flat_map(|displaced| &displaced.rows);
    for (at, row) in rows.enumerate() {
        for (what, people) in [("returned", &row.returned), ("displaced", &row.displaced)] {
            let Some(people) = people.as_ref().filter(|people| is_zero(&people.individuals)) else {
                continue;
            };
            let others = [(&people.previous, "in the round before"), (&people.households, "households")];
            let filled = others.into_iter().find_map(|(number, label)| {
                number.as_ref().filter(|number| !is_zero(number)).map(|number| (number, label))
            });
            if let Some((number, label)) = filled {
                let path = format!("returnees.displaced.rows[{at}].{what}.individuals");
                findings.push(
                    zero(&row.place.value, &people.individuals, path)
                        .at(number.span, label)
                        .help(format!("leave `{what}` out if the place was not counted")),
                );
            }
        }
    }
    findings
}

fn zero(id: &str, number: &Typed, path: String) -> Finding {
    Finding::warning("DA21", format!("`{id}` is `{}`", number.value))
        .at(number.span, "none, or not known?")
        .path(path)
}

fn is_zero(number: &Typed) -> bool {
    number.value.mantissa.is_zero()
}

/// Whether a figure counts no things: a share, points or a bare number.
fn is_bare(case: &Case<'_>, figure: &Figure) -> bool {
    let metric = case.edition.metrics.get(figure.metric.as_str());
    let unit = figure.unit.as_ref().or(metric.map(|metric| &metric.unit));
    unit.is_none_or(|unit| matches!(unit.as_str(), "percent" | "points" | "none"))
}

/// The figures that choose among the forms of a text.
fn worded<'a>(case: &Case<'a>) -> BTreeSet<&'a str> {
    let messages = case.dossier.languages.values().flat_map(|language| language.texts.all());
    messages.filter_map(|(_, message)| Some(message.plural.as_ref()?.by.path.as_str())).collect()
}
