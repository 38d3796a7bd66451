//! Requirements with what meets them, contributions, and their sums by stage.

use rust_decimal::Decimal;

use super::cell::Cell;
use super::context::{Context, code, code_of, codes, date, from, name_id, number, to, words};
use super::sheet::{Table, field};
use crate::brief::{COMMON, sum_by_stage};
use crate::locale::{Case, Form};
use crate::model::{Contribution, Cover, RateRule, Requirement, Stage, percent};

impl<'a> Context<'a> {
    /// Requirements: paid + committed + pledged + gap.
    pub fn requirements(&self) -> Table {
        type Row<'r> = (&'r Requirement, Option<Cover>);
        let edition = self.edition();
        let amount = |of: fn(&Row<'_>, &Cover) -> Decimal| {
            move |row: &Row<'_>| {
                row.1.map(|cover| Cell::Number(of(row, &cover).normalize())).unwrap_or_default()
            }
        };
        let required = |it: &Requirement| it.amount.value.value();
        self.table(
            "requirements",
            edition.funding.requirements.iter().map(|it| (it, edition.cover(it))),
            vec![
                field("id", "", "#meta+id", |(it, _): &Row<'_>| code(&it.id)),
                field("name", "charts.requirement", "#activity+name+i", |(it, _): &Row<'_>| {
                    self.localized(Some(&it.name), &it.id.value)
                }),
                field("amount", "columns.amount", "#value+required", |(it, _): &Row<'_>| {
                    Cell::number(it.amount.value)
                }),
                field("currency", "", "#currency+code", |(it, _): &Row<'_>| code(&it.currency)),
                field("period_from", "", "#date+start", |(it, _): &Row<'_>| from(it.period.as_ref())),
                field("period_to", "", "#date+end", |(it, _): &Row<'_>| to(it.period.as_ref())),
                field("paid", "states.stage.paid", "#value+paid", amount(|_, cover| cover.paid)),
                field(
                    "committed",
                    "states.stage.committed",
                    "#value+committed",
                    amount(|_, cover| cover.committed),
                ),
                field("pledged", "states.stage.pledged", "#value+pledged", amount(|_, cover| cover.pledged)),
                field(
                    "gap",
                    "charts.gap",
                    "#value+gap",
                    amount(|row, cover| cover.gap(row.0.amount.value.value())),
                ),
                field(
                    "funded_percent",
                    "charts.funded",
                    "#value+funded+pct",
                    move |(it, cover): &Row<'_>| {
                        let share = cover.map(|cover| percent(cover.received(), required(it), 0));
                        share.map(Cell::Number).unwrap_or_default()
                    },
                ),
                field("source", "", "#meta+source", |(it, _): &Row<'_>| codes(&it.source)),
            ],
        )
    }

    /// Contributions, one row each.
    pub fn contributions(&self) -> Table {
        self.table(
            "contributions",
            &self.edition().funding.contributions,
            vec![
                field("id", "", "#meta+id", |it: &&'a Contribution| code(&it.id)),
                field("donor", "", "#org+donor+code", |it: &&'a Contribution| name_id(Some(&it.donor))),
                field("donor_words", "columns.donor", "#org+donor+name+i", |it: &&'a Contribution| {
                    self.name(Some(&it.donor))
                }),
                field("to", "", "#activity+code", |it: &&'a Contribution| code_of(it.to.as_ref())),
                field("recipient", "", "#org+recipient+name+i", |it: &&'a Contribution| {
                    self.name(it.recipient.as_ref())
                }),
                field("purpose", "columns.purpose", "#description+i", |it: &&'a Contribution| {
                    self.localized(it.purpose.as_ref(), &it.id.value)
                }),
                field("stage", "", "#status+code", |it: &&'a Contribution| Cell::text(it.stage.value.code())),
                field("stage_words", "columns.stage", "#status+name+i", |it: &&'a Contribution| {
                    self.label("stage", it.stage.value.code())
                }),
                field("qualifier", "", "#value+qualifier", |it: &&'a Contribution| Cell::text(it.q.code())),
                field("amount", "columns.amount", "#value", |it: &&'a Contribution| {
                    number(it.amount.as_ref())
                }),
                field("currency", "", "#currency+code", |it: &&'a Contribution| {
                    code_of(it.currency.as_ref())
                }),
                field("words", "", "#value+i", |it: &&'a Contribution| {
                    let value = self.words.amount(it);
                    words(
                        value.map(|it| {
                            self.words.locale.measure(&it.measure(), Case::Nominative, Form::Short)
                        }),
                    )
                }),
                field("original_amount", "columns.original", "#value+original", |it: &&'a Contribution| {
                    number(it.original.as_ref().map(|it| &it.amount))
                }),
                field("original_currency", "", "#currency+original+code", |it: &&'a Contribution| {
                    code_of(it.original.as_ref().map(|it| &it.currency))
                }),
                field("rate", "", "#value+rate", |it: &&'a Contribution| {
                    number(it.original.as_ref().map(|it| &it.rate))
                }),
                field("rate_rule", "", "#meta+rate_rule", |it: &&'a Contribution| match &it.original {
                    None => Cell::Empty,
                    Some(it) if it.rate_rule == RateRule::ForeignPerUsd => Cell::text("foreign_per_usd"),
                    Some(_) => Cell::text("usd_per_foreign"),
                }),
                field("rate_date", "", "#date+rate", |it: &&'a Contribution| {
                    let on = it.original.as_ref().and_then(|it| it.on);
                    on.map(|on| Cell::text(on.to_string())).unwrap_or_default()
                }),
                field("date", "columns.date", "#date", |it: &&'a Contribution| date(it.date.as_ref())),
                field("period_from", "", "#date+start", |it: &&'a Contribution| from(it.period.as_ref())),
                field("period_to", "", "#date+end", |it: &&'a Contribution| to(it.period.as_ref())),
                field("flow", "", "#meta+flow+id", |it: &&'a Contribution| code_of(it.flow.as_ref())),
                field("said_by", "columns.said_by", "#org+name+i", |it: &&'a Contribution| {
                    self.name(it.said_by.as_ref())
                }),
                field("source", "", "#meta+source", |it: &&'a Contribution| codes(&it.source)),
                field("note", "", "#description+note+i", |it: &&'a Contribution| {
                    self.localized(it.note.as_ref(), &it.id.value)
                }),
            ],
        )
    }

    /// The sums that the brief shows.
    pub fn contribution_totals(&self) -> Table {
        self.table(
            "contribution_totals",
            sum_by_stage(self.edition()),
            vec![
                field("stage", "", "#status+code", |(stage, _): &(Stage, Decimal)| Cell::text(stage.code())),
                field("stage_words", "columns.stage", "#status+name+i", |(stage, _): &(Stage, Decimal)| {
                    self.label("stage", stage.code())
                }),
                field("amount", "columns.amount", "#value", |(_, sum): &(Stage, Decimal)| {
                    Cell::Number(sum.normalize())
                }),
                field("currency", "", "#currency+code", |_: &(Stage, Decimal)| Cell::text(COMMON)),
            ],
        )
    }
}
