//! DA08, and DA03 and DA18 where they are about sums: what a source says of a requirement as a whole, against
//! the contributions to it.
//!
//! Received is what was paid and committed. Where a contribution in another currency or of an open amount takes
//! part, nothing can be checked.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Case, Typed, sums};
use crate::diag::Finding;
use crate::model::{Contribution, Cover, Qualifier, Requirement, Stage, percent};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let funding = &case.edition.funding;
    if case.edition.refused.within("funding") {
        return Vec::new();
    }
    let mut given: HashMap<&str, Vec<&Contribution>> = HashMap::new();
    for contribution in &funding.contributions {
        if let Some(to) = &contribution.to {
            given.entry(to.as_str()).or_default().push(contribution);
        }
    }
    let mut findings = Vec::new();
    for requirement in funding.requirements.iter().filter(|it| it.received.is_some() || it.funded.is_some()) {
        let given = given.get(requirement.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let sums = Sums::of(requirement, given);
        let received = requirement.received.as_ref();
        let finding = received.zip(sums.as_ref()).and_then(|(typed, sums)| sums.received(requirement, typed));
        let wrong = finding.is_some();
        findings.extend(finding);
        let base = received.map(|typed| typed.value.value()).or(sums.as_ref().map(|it| it.cover.received()));
        if let (Some(typed), Some(base), false) = (&requirement.funded, base, wrong) {
            findings.extend(funded(requirement, typed, base, sums.as_ref()));
        }
    }
    findings
}

/// What the contributions to a requirement come to.
struct Sums {
    cover: Cover,
    /// How far approximate amounts may be off.
    slack: Decimal,
}

impl Sums {
    fn of(requirement: &Requirement, given: &[&Contribution]) -> Option<Self> {
        let mut sums = Self { cover: Cover::default(), slack: Decimal::ZERO };
        for contribution in given {
            let part = match *contribution.stage {
                Stage::Paid => &mut sums.cover.paid,
                Stage::Committed => &mut sums.cover.committed,
                Stage::Pledged => &mut sums.cover.pledged,
                Stage::Contributed | Stage::Disputed => continue,
            };
            *part = part.saturating_add(contribution.summable(&requirement.currency)?);
            if let (Qualifier::Approx | Qualifier::Nearly, Some(amount)) =
                (contribution.q, &contribution.amount)
            {
                sums.slack = sums.slack.saturating_add(amount.value.half_place());
            }
        }
        Some(sums)
    }

    /// DA18 if the pledges are counted in, else DA03.
    fn received(&self, requirement: &Requirement, typed: &Typed) -> Option<Finding> {
        let path = format!("funding.requirements[{}].received", requirement.id.value);
        let slack = self.slack + last_place(typed);
        let is = |sum: Decimal| (typed.value.value() - sum).abs() <= slack;
        let received = self.cover.received();
        if is(received) {
            return None;
        }
        if self.cover.pledged > Decimal::ZERO && is(received + self.cover.pledged) {
            return Some(pledges(requirement, typed, path));
        }
        let what = format!("the paid and committed contributions to `{}`", requirement.id.value);
        sums::differs(typed, received, &what, path)
    }
}

/// DA08: percent = received / required, to the digit that was typed.
fn funded(
    requirement: &Requirement,
    typed: &Typed,
    received: Decimal,
    sums: Option<&Sums>,
) -> Option<Finding> {
    let required = requirement.amount.value.value();
    if required.is_zero() {
        return None;
    }
    let path = format!("funding.requirements[{}].funded", requirement.id.value);
    let slack = sums.map_or(Decimal::ZERO, |sums| percent(sums.slack, required, 3)) + last_place(typed);
    let is = |sum: Decimal| (typed.value.value() - percent(sum, required, 6)).abs() <= slack;
    if is(received) {
        return None;
    }
    let pledged = sums.map_or(Decimal::ZERO, |sums| sums.cover.pledged);
    if pledged > Decimal::ZERO && is(received + pledged) {
        return Some(pledges(requirement, typed, path));
    }
    let expected = percent(received, required, typed.value.mantissa.scale());
    let message = format!(
        "`{}` of `{}` is `{expected}` percent, not `{}`",
        received.normalize(),
        requirement.amount.value,
        typed.value
    );
    Some(
        Finding::error("DA08", message)
            .at(typed.span, "the percentage")
            .at(requirement.amount.span, "the requirement")
            .path(path)
            .help("received / required = funded: correct the one that is wrong, or leave `funded` out"),
    )
}

fn pledges(requirement: &Requirement, typed: &Typed, path: String) -> Finding {
    let message = format!("`{}` of `{}` counts pledges as received", typed.value, requirement.id.value);
    Finding::error("DA18", message)
        .at(typed.span, "with the pledges")
        .path(path)
        .help("received is what was paid and committed: leave the pledges out")
}

/// Half of the last digit that was typed, zeros included: 0.5 for `30`, 0.05M for `7.0M`.
fn last_place(typed: &Typed) -> Decimal {
    let unit = Decimal::new(5, typed.value.mantissa.scale() + 1);
    unit * Decimal::from(10_i64.pow(typed.value.scale.exponent()))
}
