//! Money: what is required, how much of it has come, totals by stage, contributions by donor and stage.

use rust_decimal::Decimal;

use super::{Code, Group, Matter, Row, Tone, are_whole, compared, figures::says};
use crate::locale::{Compared, Interval, Measure, Move};
use crate::model::{
    Computed, Contribution, Counted, Edition, Funding, Good, Number, Requirement, Stage, percent,
};

/// A sum with all values that it can stand for, since amounts behind it may be rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The sum of the amounts as they are typed.
    pub shown: Decimal,
    /// What it can stand for.
    pub interval: Interval,
}

impl Sum {
    /// The sum of the amounts that can be summed; `None` without any.
    fn of<'a>(given: impl Iterator<Item = &'a Contribution>, currency: &str) -> Option<Self> {
        let one = |given: &Contribution| {
            let shown = given.summable(currency)?;
            let interval = Interval::of(&given.quantity().ok()?, Counted::Money(currency))?;
            Some(Self { shown, interval })
        };
        given.filter_map(one).reduce(|sum, it| Self {
            shown: sum.shown.saturating_add(it.shown),
            interval: sum.interval.plus(&it.interval),
        })
    }
}

/// The currency of totals.
const COMMON: &str = "USD";

pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let mut rows = requirements(before, now);
    rows.extend(totals(before, now));
    rows.extend(contributions(before, now));
    rows
}

fn row<'a>(id: &str, code: Code, tone: Tone, rank: u8, matter: Matter<'a>) -> Row<'a> {
    Row { group: Group::Funding, id: id.to_owned(), code, tone, rank, matter }
}

fn requirements<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let find =
        |edition: &'a Edition, id: &str| edition.funding.requirements.iter().find(|it| it.id.value == id);
    let mut rows = Vec::new();
    for requirement in &now.funding.requirements {
        let id = &requirement.id.value;
        let Some(old) = find(before, id) else {
            if are_whole(before, now) {
                let matter = Matter::Requirement { before: None, now: Some(requirement), compared: None };
                rows.push(row(id, Code::New, Tone::Neutral, 2, matter));
            }
            continue;
        };
        rows.extend(cover(requirement, now, old, before));
        let same = old.currency.value == requirement.currency.value;
        let compared = if same {
            compared(old.amount.value, requirement.amount.value)
        } else {
            Compared::incomparable()
        };
        if let Some(code) = Code::of_move(compared.code) {
            let matter =
                Matter::Requirement { before: Some(old), now: Some(requirement), compared: Some(compared) };
            rows.push(row(id, code, Tone::Neutral, 2, matter));
        }
    }
    if are_whole(before, now) {
        let gone = before.funding.requirements.iter().filter(|old| find(now, &old.id.value).is_none());
        rows.extend(gone.map(|old| {
            let matter = Matter::Requirement { before: Some(old), now: None, compared: None };
            row(&old.id.value, Code::Gone, Tone::Neutral, 5, matter)
        }));
    }
    rows
}

/// The share of a requirement that has come, before and now.
fn cover<'a>(
    requirement: &'a Requirement,
    now: &Edition,
    old: &Requirement,
    before: &Edition,
) -> Option<Row<'a>> {
    let (was, is) = (share(old, before)?, share(requirement, now)?);
    let apart = Compared::of_intervals(&was.1, &is.1);
    // What is printed are shares with one decimal, and so is their difference.
    let compared = if apart.difference.is_some() { compared(was.0, is.0) } else { apart };
    let moved = if says(&apart) { compared.code } else { Move::Same };
    let code = Code::of_move(moved).filter(|code| *code != Code::NotComparable)?;
    let matter = Matter::Cover { requirement, before: was.0, now: is.0, compared };
    Some(row(&requirement.id.value, code, Tone::of(moved, Good::Up), 1, matter))
}

/// What has come in percent, as it is shown and as what it can stand for. Nothing where the sum is withheld, or was
/// released as a number that does not say what it stands for.
fn share(requirement: &Requirement, edition: &Edition) -> Option<(Number, Interval)> {
    let cover = edition.cover(requirement)?;
    if edition.released().is_some_and(|it| it.funding_cover.is_some()) {
        return None;
    }
    let required = requirement.amount.value.value();
    let received =
        edition.funding.to(requirement).filter(|it| matches!(*it.stage, Stage::Paid | Stage::Committed));
    let interval =
        Sum::of(received, &requirement.currency).map_or(Interval::exactly(Decimal::ZERO), |it| it.interval);
    let shown = Number::plain(percent(cover.received(), required, 1).normalize());
    (!required.is_zero()).then(|| (shown, interval.over(required)))
}

/// The totals that the brief prints, where it prints them in both editions.
fn totals<'a>(before: &Edition, now: &Edition) -> Vec<Row<'a>> {
    let open = |edition: &Edition| {
        edition.leaves_out(Computed::FundingTotals)
            || edition.released().is_some_and(|it| it.funding_totals.is_some())
    };
    if open(before) || open(now) {
        return Vec::new();
    }
    let sum = |funding: &Funding, stage: Stage| {
        Sum::of(funding.contributions.iter().filter(|it| *it.stage == stage), COMMON)
    };
    let total = |stage: Stage| {
        let (before, now) = (sum(&before.funding, stage)?, sum(&now.funding, stage)?);
        let compared = Compared::of_intervals(&before.interval, &now.interval);
        let code = Code::of_move(compared.code).filter(|_| before != now)?;
        // What is paid is pledged no more.
        let tone = if stage == Stage::Paid { Tone::of(compared.code, Good::Up) } else { Tone::Neutral };
        Some(row(stage.code(), code, tone, 2, Matter::Total { stage, before, now, compared }))
    };
    [Stage::Paid, Stage::Committed, Stage::Pledged].into_iter().filter_map(total).collect()
}

fn contributions<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut known = Vec::new();
    for given in &now.funding.contributions {
        let Some(old) = before.funding.contributions.iter().find(|old| is_one(old, given)) else {
            if are_whole(before, now) {
                let matter = Matter::Contribution { before: None, now: Some(given), compared: None };
                rows.push(row(&given.id.value, Code::New, Tone::Good, 3, matter));
            }
            continue;
        };
        known.push(old.id.as_str());
        let amounts = amounts(old, given);
        let matter = Matter::Contribution { before: Some(old), now: Some(given), compared: amounts };
        if *old.stage != *given.stage {
            rows.push(row(&given.id.value, Code::Changed, stage_tone(*old.stage, *given.stage), 3, matter));
        } else if let Some(code) = amounts.and_then(|it| Code::of_move(it.code)) {
            let tone = amounts.map_or(Tone::Neutral, |it| Tone::of(it.code, Good::Up));
            rows.push(row(&given.id.value, code, tone, 3, matter));
        }
    }
    if are_whole(before, now) {
        let gone = before.funding.contributions.iter().filter(|old| !known.contains(&old.id.as_str()));
        rows.extend(gone.map(|old| {
            let matter = Matter::Contribution { before: Some(old), now: None, compared: None };
            row(&old.id.value, Code::Gone, Tone::Neutral, 6, matter)
        }));
    }
    rows
}

/// Whether two are one: by the id of the flow at the source where both have one, else by their own.
fn is_one(old: &Contribution, new: &Contribution) -> bool {
    match (&old.flow, &new.flow) {
        (Some(old), Some(new)) => old.value == new.value,
        _ => old.id.value == new.id.value,
    }
}

/// What two amounts allow to be said; nothing where they are typed alike.
fn amounts(old: &Contribution, new: &Contribution) -> Option<Compared> {
    let currency = |given: &Contribution| given.currency.as_ref().map(|code| code.value.clone());
    let (was, is) = (old.quantity().ok()?, new.quantity().ok()?);
    let (before, now) = (currency(old), currency(new));
    if was == is && before == now {
        return None;
    }
    let code = now.filter(|now| before.as_ref() == Some(now));
    Some(match code {
        Some(code) => {
            let counted = Counted::Money(&code);
            Compared::of(&Measure::new(&was, counted), &Measure::new(&is, counted))
        }
        None => Compared::incomparable(),
    })
}

/// Whether money has come nearer.
fn stage_tone(old: Stage, new: Stage) -> Tone {
    let near = |stage| match stage {
        Stage::Pledged => Some(0),
        Stage::Committed => Some(1),
        Stage::Paid => Some(2),
        Stage::Contributed | Stage::Disputed => None,
    };
    match near(old).zip(near(new)) {
        Some((old, new)) if new > old => Tone::Good,
        Some(_) => Tone::Bad,
        None => Tone::Neutral,
    }
}
