//! DA18: one contribution given twice, in two stages, or under two requirements that share its flow.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Case;
use crate::diag::Finding;
use crate::model::{Contribution, Localized, Stage};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    // What tells two contributions apart may be what could not be read.
    if case.edition.refused.within("funding") {
        return Vec::new();
    }
    let mut flows: HashMap<&str, &Contribution> = HashMap::new();
    let mut gifts: HashMap<Gift<'_>, Vec<&Contribution>> = HashMap::new();
    let mut findings = Vec::new();
    for given in case.edition.funding.contributions.iter().filter(|it| *it.stage != Stage::Disputed) {
        if let Some(flow) = &given.flow {
            match flows.get(flow.as_str()) {
                Some(first) => {
                    findings.push(shared(first, given, flow.span, flow));
                    continue;
                }
                None => _ = flows.insert(flow.as_str(), given),
            }
        }
        let Some(gift) = Gift::of(given) else { continue };
        let alike = gifts.entry(gift).or_default();
        if let Some(first) = alike.iter().find(|first| same(first, given)) {
            findings.extend(twice(first, given));
        }
        alike.push(given);
    }
    findings
}

/// What two entries for one gift have in common.
#[derive(PartialEq, Eq, Hash)]
struct Gift<'a> {
    donor: &'a str,
    to: Option<&'a str>,
    amount: Decimal,
    currency: &'a str,
}

impl<'a> Gift<'a> {
    fn of(given: &'a Contribution) -> Option<Self> {
        let amount = given.amount.as_ref()?.value.value().normalize();
        let currency = given.currency.as_ref()?.as_str();
        Some(Self {
            donor: given.donor.value.key(),
            to: given.to.as_ref().map(|it| it.as_str()),
            amount,
            currency,
        })
    }
}

/// Whether nothing that is said of two entries tells them apart.
fn same(first: &Contribution, second: &Contribution) -> bool {
    fn purpose(given: &Contribution) -> Option<&Localized> {
        given.purpose.as_ref()
    }
    let apart =
        |one: Option<&Localized>, other: Option<&Localized>| one.zip(other).is_some_and(|(a, b)| a != b);
    let recipients = first.recipient.as_ref().zip(second.recipient.as_ref());
    let flows = first.flow.as_ref().zip(second.flow.as_ref());
    !apart(purpose(first), purpose(second))
        && recipients.is_none_or(|(one, other)| one.value == other.value)
        && flows.is_none_or(|(one, other)| one.value == other.value)
}

/// Two entries for what seems one gift: in two stages, or of one day or none.
fn twice(first: &Contribution, second: &Contribution) -> Option<Finding> {
    let (one, other) = (&first.id.value, &second.id.value);
    let message = if first.stage.value != second.stage.value {
        format!(
            "`{one}` (`{}`) and `{other}` (`{}`) seem to be one contribution in two stages",
            first.stage.code(),
            second.stage.code()
        )
    } else if first.date.as_ref().map(|it| it.value) == second.date.as_ref().map(|it| it.value)
        && first.period == second.period
    {
        format!("`{one}` and `{other}` seem to be one contribution")
    } else {
        return None;
    };
    Some(
        Finding::warning("DA18", message)
            .at(second.id.span, "counted again")
            .at(first.id.span, "counted here")
            .path(format!("funding.contributions[{other}]"))
            .help("keep the entry of the later stage; if they are two contributions, say by `purpose` or `flow` what tells them apart"),
    )
}

fn shared(first: &Contribution, second: &Contribution, span: crate::diag::Span, flow: &str) -> Finding {
    let (one, other) = (&first.id.value, &second.id.value);
    Finding::error("DA18", format!("the flow `{flow}` is in `{one}` and in `{other}`"))
        .at(span, "summed again")
        .at(first.id.span, "summed here")
        .path(format!("funding.contributions[{other}].flow"))
        .help("a flow shared by several requirements is one contribution: keep it in one of them, or part its amount and give each part a flow of its own")
}
