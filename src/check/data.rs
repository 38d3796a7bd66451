//! Sums, stocks and rates: what is typed twice must agree, and what adds up must add up.

use rust_decimal::Decimal;

use crate::diag::{Finding, Span};
use crate::model::{Edition, Number, RateRule};
use crate::yaml::Spanned;

/// All data rules over one edition.
pub fn check(edition: &Edition) -> Vec<Finding> {
    let mut findings = Vec::new();
    totals(edition, &mut findings);
    stocks(edition, &mut findings);
    households(edition, &mut findings);
    rates(edition, &mut findings);
    cut_off(edition, &mut findings);
    sourced(edition, &mut findings);
    corrections(edition, &mut findings);
    findings
}

/// DA03: rows, parts and members add up to their totals.
fn totals(edition: &Edition, findings: &mut Vec<Finding>) {
    if let Some(displaced) = &edition.returnees.displaced
        && let Some(total) = &displaced.total
        && !edition.refused.within("returnees.displaced.rows")
    {
        let (returned, still) = displaced.sums();
        let typed = [(&total.returned, returned, "returned"), (&total.displaced, still, "displaced")];
        for (typed, sum, what) in typed {
            let Some(typed) = typed else { continue };
            differs(
                typed,
                sum,
                "DA03",
                &format!("those {what} add up to {sum}"),
                findings,
                "returnees.displaced.total",
            );
        }
    }
    for line in &edition.progress {
        let Some(projects) = &line.projects else { continue };
        let sum: Decimal = projects.by_status.parts().iter().map(|(_, number)| number.value()).sum();
        let path = format!("progress[{}].projects", line.id.value);
        if edition.refused.within(&path) {
            continue;
        }
        differs(&projects.total, sum, "DA03", &format!("the projects add up to {sum}"), findings, &path);
    }
    if let Some(partners) = &edition.partners
        && let (Some(states), Some(organizations)) = (&partners.states, &partners.organizations)
        && let Some(figure) = edition.figures.iter().find(|figure| figure.id.value == partners.figure.value)
        && let Some(total) = &figure.value
    {
        let sum = states.value.value() + organizations.value.value();
        if total.value.value() != sum {
            findings.push(
                Finding::error(
                    "DA03",
                    format!("states and organizations add up to {sum}, not {}", total.value),
                )
                .at(states.span, "states")
                .at(organizations.span, "organizations")
                .at(total.span, "the total")
                .path("partners")
                .help("states + organizations = total: correct the one that is wrong"),
            );
        }
    }
}

fn differs(
    typed: &Spanned<Number>,
    sum: Decimal,
    code: &'static str,
    why: &str,
    findings: &mut Vec<Finding>,
    path: &str,
) {
    if typed.value.value() != sum {
        findings.push(
            Finding::error(code, format!("{why}, not {}", typed.value))
                .at(typed.span, "the total")
                .path(path)
                .help("correct the total, or what adds up to it"),
        );
    }
}

/// DA04: opening + in - out = closing.
fn stocks(edition: &Edition, findings: &mut Vec<Finding>) {
    for stock in &edition.returnees.fighters {
        let expected = stock.opening.value.value() + stock.inflow.value.value() - stock.outflow.value.value();
        if stock.closing.value.value() != expected {
            findings.push(
                Finding::error(
                    "DA04",
                    format!(
                        "{} + {} - {} is {expected}, not {}",
                        stock.opening.value, stock.inflow.value, stock.outflow.value, stock.closing.value
                    ),
                )
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
    for people in rows.filter_map(|row| row.returned.as_ref()) {
        let Some(households) = &people.households else { continue };
        let expected = households.value.value() * Decimal::from(rule.factor);
        let off = (people.individuals.value.value() - expected).abs();
        if off > Decimal::from(rule.tolerance) {
            findings.push(
                Finding::error(
                    "DA06",
                    format!(
                        "{} households × {} is {expected}, not {}",
                        households.value, rule.factor, people.individuals.value
                    ),
                )
                .at(people.individuals.span, "individuals")
                .at(households.span, "households")
                .path("returnees.displaced.rows")
                .help("correct the one that is wrong, or the factor of the metric `returnees`"),
            );
        }
    }
}

/// DA07: amount and original amount agree under the rate, to the last digit that was typed.
fn rates(edition: &Edition, findings: &mut Vec<Finding>) {
    for given in &edition.funding.contributions {
        let (Some(original), Some(amount)) = (&given.original, &given.amount) else { continue };
        let (own, rate) = (original.amount.value.value(), original.rate.value.value());
        if rate.is_zero() {
            continue;
        }
        let convert = |rule| match rule {
            RateRule::ForeignPerUsd => own / rate,
            RateRule::UsdPerForeign => own * rate,
        };
        let agrees = |value: Decimal| (value - amount.value.value()).abs() <= amount.value.half_place();
        if agrees(convert(original.rate_rule)) {
            continue;
        }
        let (this, other) = match original.rate_rule {
            RateRule::ForeignPerUsd => ("foreign_per_usd", RateRule::UsdPerForeign),
            RateRule::UsdPerForeign => ("usd_per_foreign", RateRule::ForeignPerUsd),
        };
        let mut finding = Finding::error(
            "DA07",
            format!(
                "{} {} at {} ({this}) is {}, not {}",
                original.amount.value,
                original.currency.value,
                original.rate.value,
                convert(original.rate_rule).round_dp(0),
                amount.value
            ),
        )
        .at(amount.span, "the converted amount")
        .at(original.rate.span, "the rate")
        .path(format!("funding.contributions[{}].original", given.id.value));
        finding = if agrees(convert(other)) {
            finding.help("the rate is given the other way round: change `rate_rule`")
        } else {
            finding.help("correct the amount, the original amount or the rate")
        };
        findings.push(finding);
    }
}

/// DA10: nothing is later than the cut-off.
fn cut_off(edition: &Edition, findings: &mut Vec<Finding>) {
    let Some(cut_off) = &edition.head.cut_off else { return };
    let day = cut_off.0.date();
    for figure in &edition.figures {
        let Some(crate::model::When::Date(date)) = figure.as_of.as_ref().map(|when| &when.value) else {
            continue;
        };
        let span = figure.as_of.as_ref().map_or(figure.id.span, |when| when.span);
        if date.first() > day {
            findings.push(
                Finding::error(
                    "DA10",
                    format!("figure `{}` is of {date}, after the cut-off of {day}", figure.id.value),
                )
                .at(span, "later than the edition may know")
                .path(format!("figures[{}].as_of", figure.id.value))
                .help("correct the date, or move `cut_off`"),
            );
        }
    }
}

/// DA11: every figure, event and contribution has a source.
fn sourced(edition: &Edition, findings: &mut Vec<Finding>) {
    let figures = edition.figures.iter().map(|it| ("figures", &it.id, it.source.is_empty()));
    let events = edition.events.iter().map(|it| ("events", &it.id, it.source.is_empty()));
    let given = edition
        .funding
        .contributions
        .iter()
        .map(|it| ("funding.contributions", &it.id, it.source.is_empty()));
    for (section, id, _) in figures.chain(events).chain(given).filter(|(_, _, bare)| *bare) {
        if edition.refused.any_of(&format!("{section}[{}]", id.value), &["source"]) {
            continue;
        }
        findings.push(
            Finding::error("DA11", format!("`{}` has no source", id.value))
                .at(id.span, "who says so?")
                .path(format!("{section}[{}].source", id.value))
                .help("add `source: [..]` with an id of `sources`"),
        );
    }
}

/// DA23: a correction raises the version and ends at the value that is printed.
fn corrections(edition: &Edition, findings: &mut Vec<Finding>) {
    let printed = |id: &str| -> Option<(Number, Span)> {
        let figure = edition.figures.iter().find(|it| it.id.value == id).and_then(|it| it.value.as_ref());
        let given = edition.funding.contributions.iter().find(|it| it.id.value == id);
        figure.or(given.and_then(|it| it.amount.as_ref())).map(|number| (number.value, number.span))
    };
    let refused = &edition.refused;
    let versioned = !refused.any_of("edition", &["version"]) && !refused.mistyped("edition");
    for correction in &edition.corrections {
        let path = format!("corrections[{}]", correction.figure.value);
        if versioned && correction.version.value > edition.head.version {
            findings.push(
                Finding::error(
                    "DA23",
                    format!(
                        "a correction of version {} in version {}",
                        correction.version.value, edition.head.version
                    ),
                )
                .at(correction.version.span, "not yet reached")
                .path(format!("{path}.version"))
                .help(format!("raise `version` of the edition to {}", correction.version.value)),
            );
        }
        if let Some((value, span)) = printed(&correction.figure)
            && value.value() != correction.to.value.value()
        {
            findings.push(
                Finding::error(
                    "DA23",
                    format!("the correction ends at {}, but {value} is printed", correction.to.value),
                )
                .at(correction.to.span, "corrected to")
                .at(span, "printed")
                .path(format!("{path}.to"))
                .help("make the two agree"),
            );
        }
    }
}
