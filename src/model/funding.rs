//! Money: what is required, what was given and at which stage, and the adversary's apart.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, Localized, Number, Origin, Period, Qualifier, SpannedName};
use crate::yaml::Spanned;

/// How far a contribution has come. Only `paid` and `committed` count as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Received.
    Paid,
    /// Bound by contract.
    Committed,
    /// Promised.
    Pledged,
    /// Given, but the source does not say at which stage.
    Contributed,
    /// Sources disagree on the stage: named in the method, never in a total.
    Disputed,
}

/// A requirement. Its id can be pointed at: `{fs31}`, `{fs31.gap}`, `{fs31.funded}`, `{fs31.received}`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Its name in each language: `{ar: .., en: ..}`.
    pub name: Localized,
    /// How much, in the currency given.
    pub amount: Spanned<Number>,
    /// ISO 4217 code: `USD`, `EUR`, `IQD`.
    pub currency: Spanned<String>,
    /// The time that the money is needed for.
    #[serde(default)]
    pub period: Option<Period>,
    /// What came in, as the source sums it up; only checked against the contributions.
    #[serde(default)]
    pub received: Option<Spanned<Number>>,
    /// Percent received, as the source gives it; only checked.
    #[serde(default)]
    pub funded: Option<Spanned<Number>>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Where an import has read it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

/// Which way a rate is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RateRule {
    /// Foreign units for one US dollar, as the UN's Financial Tracking Service gives them.
    ForeignPerUsd,
    /// US dollars for one foreign unit.
    UsdPerForeign,
}

/// The amount in the donor's currency; `amount / rate` (or `× rate`) gives the converted one.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Original {
    /// How much, in the currency given.
    pub amount: Spanned<Number>,
    /// ISO 4217 code: `USD`, `EUR`, `IQD`.
    pub currency: Spanned<String>,
    /// The rate of exchange that was applied.
    pub rate: Spanned<Number>,
    /// Which way the rate is given.
    pub rate_rule: RateRule,
    /// The day of the rate.
    #[serde(default)]
    pub on: Option<Date>,
}

/// A contribution. Its id can be pointed at like a figure's.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Who gives: an id of `orgs` or a name.
    pub donor: SpannedName,
    /// The id of the requirement that it meets.
    #[serde(default)]
    pub to: Option<Spanned<String>>,
    /// Where or to whom it goes.
    #[serde(default)]
    pub recipient: Option<SpannedName>,
    /// For what, in each language.
    #[serde(default)]
    pub purpose: Option<Localized>,
    /// How far it has come; only `paid` and `committed` count as received.
    pub stage: Spanned<Stage>,
    /// The qualifier (`exact` if it is not given).
    #[serde(default)]
    pub q: Qualifier,
    /// How much; not with `unquantified`.
    #[serde(default)]
    pub amount: Option<Spanned<Number>>,
    /// ISO 4217 code; needed with an amount.
    #[serde(default)]
    pub currency: Option<Spanned<String>>,
    /// The amount in the donor's currency, with the rate.
    #[serde(default)]
    pub original: Option<Original>,
    /// When it was given or promised.
    #[serde(default)]
    pub date: Option<Spanned<Date>>,
    /// Over what time.
    #[serde(default)]
    pub period: Option<Period>,
    /// The id of the flow at the source; a flow shared by several requirements is one contribution.
    #[serde(default)]
    pub flow: Option<Spanned<String>>,
    /// Ids of the `sources` that say so.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
    /// Who says so, where it is not the source itself.
    #[serde(default)]
    pub said_by: Option<SpannedName>,
    /// A reservation in each language.
    #[serde(default)]
    pub note: Option<Localized>,
    /// Where an import has read it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

/// A figure on the adversary's money.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adversary {
    /// The id of its figure.
    pub figure: Spanned<String>,
}

/// Funding. Totals, gaps and shares are derived, never typed.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Funding {
    /// What is needed: appeals, plans, funds.
    pub requirements: Vec<Requirement>,
    /// What was given or promised, and at which stage.
    pub contributions: Vec<Contribution>,
    /// The adversary's money; never in a total above.
    pub adversary: Vec<Adversary>,
}

/// What meets a requirement, in its own currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cover {
    /// Paid.
    pub paid: Decimal,
    /// Committed.
    pub committed: Decimal,
    /// Pledged.
    pub pledged: Decimal,
}

impl Cover {
    /// Paid and committed.
    pub fn received(&self) -> Decimal {
        self.paid + self.committed
    }

    /// What nobody has paid, committed or pledged; never below zero.
    pub fn gap(&self, required: Decimal) -> Decimal {
        (required - self.paid - self.committed - self.pledged).max(Decimal::ZERO)
    }
}

impl Funding {
    /// Sums the contributions to one requirement, in the requirement's currency.
    ///
    /// Contributions in another currency, without an amount or with an open qualifier are left
    /// out; the Brief says so under the table.
    pub fn cover(&self, requirement: &Requirement) -> Cover {
        let mut cover = Cover::default();
        for given in self.to(requirement) {
            let Some(amount) = given.summable(&requirement.currency) else { continue };
            match *given.stage {
                Stage::Paid => cover.paid = cover.paid.saturating_add(amount),
                Stage::Committed => cover.committed = cover.committed.saturating_add(amount),
                Stage::Pledged => cover.pledged = cover.pledged.saturating_add(amount),
                Stage::Contributed | Stage::Disputed => {}
            }
        }
        cover
    }

    /// The contributions to one requirement.
    pub fn to<'a>(&'a self, requirement: &'a Requirement) -> impl Iterator<Item = &'a Contribution> {
        self.contributions
            .iter()
            .filter(|given| given.to.as_ref().is_some_and(|to| to.as_str() == requirement.id.as_str()))
    }
}

impl Contribution {
    /// The amount, if it is in this currency and its qualifier allows a sum.
    pub fn summable(&self, currency: &str) -> Option<Decimal> {
        let same = self.currency.as_ref().is_some_and(|own| own.as_str() == currency);
        let firm = matches!(self.q, Qualifier::Exact | Qualifier::Approx | Qualifier::Nearly);
        (same && firm).then(|| self.amount.as_ref().map(|amount| amount.value.value()))?
    }
}
