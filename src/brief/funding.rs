//! Money: requirements with what meets them, contributions, and the adversary's money apart.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use super::writer::Writer;
use super::{Body, Fact, FigureLine, Mark, Stack, StackPart, State};
use crate::locale::{Case, Form, Phrase};
use crate::model::{self, Computed, Number, Requirement, Stage, percent, ratio};

/// Funding.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Funding {
    /// Requirements with what meets them.
    pub appeals: Vec<Appeal>,
    /// Contributions, one row each.
    pub contributions: Vec<Contribution>,
    /// The sum of the contributions in US dollars by stage, where it can be formed honestly.
    pub totals: Vec<Fact>,
    /// Notes under the table: what is left out of the totals and why.
    pub notes: Vec<Phrase>,
    /// The adversary's money, in a box of its own.
    pub adversary: Vec<FigureLine>,
    /// What is said of the adversary's money.
    pub adversary_text: Option<Phrase>,
}

/// A requirement = paid + committed + pledged + gap.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Appeal {
    /// Name.
    pub name: Phrase,
    /// For what time.
    pub period: Option<Phrase>,
    /// The bar; its total is the requirement.
    pub bar: Stack,
    /// Percent received (paid and committed).
    pub funded: Phrase,
    /// What is missing.
    pub gap: Phrase,
}

/// One contribution.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Contribution {
    /// Id.
    pub id: String,
    /// Who gives.
    pub donor: Phrase,
    /// For what.
    pub purpose: Option<Phrase>,
    /// paid, committed, pledged, raised, contributed, urged.
    pub stage: State,
    /// The amount, short, in its currency.
    pub amount: Phrase,
    /// The amount in the donor's currency, with the rate.
    pub original: Option<Phrase>,
    /// When, or over what time.
    pub date: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The currency of totals.
pub(crate) const COMMON: &str = "USD";

/// Requirements, contributions, totals and the adversary's box.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let funding = &writer.edition().funding;
    let adversary = funding
        .adversary
        .iter()
        .filter_map(|money| writer.words.index.figure(&money.figure))
        .map(|figure| writer.figure_line(figure))
        .collect::<Vec<_>>();
    let body = Funding {
        appeals: funding.requirements.iter().map(|requirement| appeal(writer, requirement)).collect(),
        contributions: funding.contributions.iter().map(|given| row(writer, given)).collect(),
        totals: totals(writer),
        notes: notes(writer),
        adversary_text: (!adversary.is_empty()).then(|| writer.words.text("intro.adversary")).flatten(),
        adversary,
    };
    let empty = body.appeals.is_empty() && body.contributions.is_empty() && body.adversary.is_empty();
    (!empty).then_some(Body::Funding(body))
}

/// A requirement as a stacked bar: paid + committed + pledged + gap.
fn appeal(writer: &Writer<'_>, requirement: &Requirement) -> Appeal {
    let words = writer.words;
    let known = writer.edition().cover(requirement);
    let cover = known.unwrap_or_default();
    let required = requirement.amount.value.value();
    let gap = known.map(|cover| cover.gap(required)).unwrap_or_default();
    let money = |amount: Decimal| writer.money(Number::compact(amount), &requirement.currency);
    let share =
        |amount: Decimal| words.locale.percent(percent(amount, required, 0), Case::Nominative, Form::Short);
    let parts: Vec<StackPart> =
        [("paid", cover.paid), ("committed", cover.committed), ("pledged", cover.pledged), ("gap", gap)]
            .into_iter()
            .filter(|(_, amount)| !amount.is_zero())
            .map(|(code, amount)| StackPart {
                code: code.into(),
                label: words.label(&format!("states.stage.{code}")),
                value: money(amount),
                ratio: ratio(amount, required),
                share: share(amount),
            })
            .collect();
    let name = words.localized(&requirement.name, &requirement.id.value);
    let total = writer.money(requirement.amount.value, &requirement.currency);
    let alt = writer.alt(
        &name.clone().then_text(": ").then(words.label("charts.required")).then_text(" ").then(total.clone()),
        parts.iter().map(|part| (part.label.clone(), part.value.clone())),
    );
    Appeal {
        name,
        period: requirement.period.as_ref().map(|period| words.period(period, Form::Short)),
        bar: Stack { total, label: words.label("charts.required"), parts, alt },
        funded: if known.is_some() { share(cover.received()) } else { Phrase::default() },
        gap: if known.is_some() { money(gap) } else { Phrase::default() },
    }
}

fn row<'a>(writer: &Writer<'a>, given: &'a model::Contribution) -> Contribution {
    let words = writer.words;
    let id = &given.id.value;
    let purpose: Vec<Phrase> = [
        given.purpose.as_ref().map(|purpose| words.localized(purpose, id)),
        given.recipient.as_ref().map(|recipient| words.name(recipient)),
        given.said_by.as_ref().map(|who| words.label_with("words.according_to", &[("n", words.name(who))])),
        given.note.as_ref().map(|note| words.localized(note, id)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let amount = match words.amount(given) {
        Some(value) => words.locale.measure(&value.measure(), Case::Nominative, Form::Short).traced(id),
        None => Phrase::default(),
    };
    let original = given.original.as_ref().map(|original| {
        let rate = words.locale.number(&original.rate.value);
        let amount = writer.money(original.amount.value, &original.currency);
        words.label_with("charts.original", &[("amount", amount), ("rate", rate)])
    });
    let date = given.date.as_ref().map(|date| words.date(&date.value, None, Form::Short));
    Contribution {
        id: id.clone(),
        donor: words.name(&given.donor),
        purpose: (!purpose.is_empty()).then(|| words.locale.clauses(purpose)),
        stage: writer.state("stage", given.stage.code()),
        amount,
        original,
        date: date.or_else(|| given.period.as_ref().map(|period| words.period(period, Form::Short))),
        marks: writer.marks(&given.source),
    }
}

fn totals(writer: &Writer<'_>) -> Vec<Fact> {
    let fact = |(stage, sum): (Stage, Decimal)| {
        let sum = writer.money(Number::compact(sum), COMMON);
        writer.fact(&format!("states.stage.{}", stage.code()), Some(sum))
    };
    sum_by_stage(writer.edition()).into_iter().filter_map(fact).collect()
}

/// Sums by stage of what can be summed: firm amounts in US dollars, where there are at least two.
pub(crate) fn sum_by_stage(edition: &model::Edition) -> Vec<(Stage, Decimal)> {
    let given = &edition.funding.contributions;
    if edition.leaves_out(Computed::FundingTotals) {
        return Vec::new();
    }
    if let Some(released) = edition.released().and_then(|it| it.funding_totals.as_ref()) {
        return released.iter().map(|(stage, sum)| (*stage, sum.value())).collect();
    }
    [Stage::Paid, Stage::Committed, Stage::Pledged]
        .into_iter()
        .filter_map(|stage| {
            let amounts: Vec<Decimal> = given
                .iter()
                .filter(|given| *given.stage == stage)
                .filter_map(|given| given.summable(COMMON))
                .collect();
            (amounts.len() > 1).then(|| (stage, amounts.iter().copied().sum()))
        })
        .collect()
}

/// What the totals leave out.
fn notes(writer: &Writer<'_>) -> Vec<Phrase> {
    let funding = &writer.edition().funding;
    if writer.edition().leaves_out(Computed::FundingTotals) {
        return Vec::new();
    }
    let left_out = |given: &&model::Contribution| {
        let currency =
            match given.to.as_ref().and_then(|to| {
                funding.requirements.iter().find(|requirement| requirement.id.value == to.value)
            }) {
                Some(requirement) => requirement.currency.as_str(),
                None => COMMON,
            };
        given.summable(currency).is_none() || matches!(*given.stage, Stage::Contributed | Stage::Disputed)
    };
    let count = funding.contributions.iter().filter(left_out).count();
    if count == 0 || count == funding.contributions.len() {
        return Vec::new();
    }
    vec![writer.words.label("charts.left_out")]
}
