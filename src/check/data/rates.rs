//! DA07: amounts in two currencies under a rate.

use rust_decimal::Decimal;

use super::Case;
use crate::diag::Finding;
use crate::model::{Contribution, Original, RateRule};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let contributions = case.edition.funding.contributions.iter();
    contributions.filter_map(|given| agree(given, given.original.as_ref()?)).collect()
}

/// Amount and original amount agree under the rate, to the last digit that was typed.
fn agree(given: &Contribution, original: &Original) -> Option<Finding> {
    let amount = given.amount.as_ref()?;
    let (own, rate) = (original.amount.value.value(), original.rate.value.value());
    let path = format!("funding.contributions[{}].original", given.id.value);
    if rate <= Decimal::ZERO {
        return Some(
            Finding::error("DA07", format!("nothing is converted at a rate of `{}`", original.rate.value))
                .at(original.rate.span, "not a rate")
                .path(format!("{path}.rate"))
                .help("write the rate of the day, or leave `original` out"),
        );
    }
    let convert = |rule| match rule {
        RateRule::ForeignPerUsd => own.checked_div(rate),
        RateRule::UsdPerForeign => own.checked_mul(rate),
    };
    let agrees = |value: Option<Decimal>| {
        value.is_some_and(|value| (value - amount.value.value()).abs() <= amount.value.half_place())
    };
    let converted = convert(original.rate_rule);
    if agrees(converted) {
        return None;
    }
    let (this, other) = match original.rate_rule {
        RateRule::ForeignPerUsd => ("foreign_per_usd", RateRule::UsdPerForeign),
        RateRule::UsdPerForeign => ("usd_per_foreign", RateRule::ForeignPerUsd),
    };
    let message = format!(
        "`{} {}` at `{}` (`{this}`) is `{}`, not `{}`",
        original.amount.value,
        original.currency.value,
        original.rate.value,
        converted.map_or_else(|| "more than can be written".to_owned(), |it| it.round_dp(0).to_string()),
        amount.value
    );
    let finding = Finding::error("DA07", message)
        .at(amount.span, "the converted amount")
        .at(original.rate.span, "the rate")
        .path(path);
    Some(if agrees(convert(other)) {
        finding.help("the rate is given the other way round: change `rate_rule`")
    } else {
        finding.help("correct the amount, the original amount or the rate")
    })
}
