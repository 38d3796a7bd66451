//! A typed fact and the typed Edition -> where the two differ.

use std::str::FromStr;

use mujaz::model::{Date, Edition, Figure, Name, Number, Period, Point, SpannedName, When};
use serde_yaml::Value;

use super::coverage::{Row, typed};

/// What an edition says at a row's home, in the row's own terms.
struct Found(Vec<String>);

impl Found {
    /// Notes a difference; what the row leaves open is not compared.
    fn same(&mut self, key: &str, row: Option<String>, data: Option<String>) {
        if row.is_some() && row != data {
            self.0.push(format!("{key}: {row:?} in the coverage, {data:?} in the data"));
        }
    }

    fn number(&mut self, key: &str, row: &Option<Value>, data: Option<Number>) {
        let full = |text: &str| Number::from_str(text).map(|it| it.value().normalize().to_string());
        let row = row.as_ref().map(|it| full(&typed(it)).expect("a number"));
        self.same(key, row, data.map(|it| it.value().normalize().to_string()));
    }
}

/// The differences between a fact and the data at its home.
pub fn differences(edition: &Edition, row: &Row) -> Vec<String> {
    let (kind, id) = row.home.split_once('.').unwrap_or((&row.home, ""));
    let mut found = Found(Vec::new());
    let there = match kind {
        "figures" => figure(edition, row, id, &mut found),
        "contributions" => contribution(edition, row, id, &mut found),
        "partners" => partners(edition, row, id, &mut found),
        _ => plain(edition, row, kind, id, &mut found),
    };
    if there.is_none() {
        found.0.push("nothing is there".to_owned());
    }
    found.0
}

fn figure(edition: &Edition, row: &Row, id: &str, found: &mut Found) -> Option<()> {
    let figure = edition.figures.iter().find(|it| it.id.value == id)?;
    let metric = edition.metrics.get(figure.metric.as_str())?;
    found.number("value", &row.value, figure.value.as_ref().map(|it| it.value));
    found.number("min", &row.min, figure.min.as_ref().map(|it| it.value));
    found.number("max", &row.max, figure.max.as_ref().map(|it| it.value));
    found.same(
        "magnitude",
        row.magnitude.as_ref().map(typed),
        figure.magnitude.as_ref().map(|it| it.to_string()),
    );
    found.same("q", row.q.clone(), code(&figure.q));
    let unit = figure.unit.as_ref().unwrap_or(&metric.unit);
    found.same("unit", row.unit.clone(), Some(unit.value.clone()));
    found.same("currency", row.currency.clone(), figure.currency.as_ref().map(|it| it.value.clone()));
    found.same("per", row.per.clone(), figure.per.as_ref().and_then(code));
    found.same("than", row.than.clone(), figure.than.as_ref().map(|it| it.value.clone()));
    found.same("trend", row.trend.clone(), figure.trend.map(|it| it.code().to_owned()));
    found.same("as_of", row.as_of.as_ref().map(typed), as_of(figure));
    found.same("period", row.period.clone(), figure.period.as_ref().map(|it| period(&it.value)));
    if let Some(items) = &row.items {
        let lists = lists(edition);
        if !lists.contains(items) {
            found.0.push(format!("items: {items:?} in the coverage, no such list in the data"));
        }
    }
    Some(())
}

fn contribution(edition: &Edition, row: &Row, id: &str, found: &mut Found) -> Option<()> {
    let given = edition.funding.contributions.iter().find(|it| it.id.value == id)?;
    found.number("value", &row.value, given.amount.as_ref().map(|it| it.value));
    found.same("q", row.q.clone(), code(&given.q));
    found.same("currency", row.currency.clone(), given.currency.as_ref().map(|it| it.value.clone()));
    found.same("stage", row.stage.clone(), Some(given.stage.code().to_owned()));
    found.same("period", row.period.clone(), given.period.as_ref().map(period));
    found.same("on", row.on.as_ref().map(typed), given.date.as_ref().map(|it| it.value.to_string()));
    Some(())
}

fn partners(edition: &Edition, row: &Row, id: &str, found: &mut Found) -> Option<()> {
    let partners = edition.partners.as_ref()?;
    match id {
        "organization_list" => {
            found.number("value", &row.value, partners.organizations.as_ref().map(|it| it.value));
            let items = row.items.as_ref().map(|items| items.join(" "));
            found.same("items", items, Some(ids(&partners.organization_list).join(" ")));
        }
        "joined" => {
            let on = partners.joined.last().map(|joined| joined.on.value.to_string());
            found.same("on", row.on.as_ref().map(typed), on);
        }
        _ => return None,
    }
    Some(())
}

/// Homes with a date, an owner or a number at most.
fn plain(edition: &Edition, row: &Row, kind: &str, id: &str, found: &mut Found) -> Option<()> {
    let on = |date: Option<Date>| date.map(|it| it.to_string());
    let (date, part) = match kind {
        "events" => {
            let event = edition.events.iter().find(|it| it.id.value == id)?;
            (on(event.on.as_ref().map(|it| it.value)), event.part)
        }
        "next_steps" => {
            let step = edition.next_steps.iter().find(|it| it.id.value == id)?;
            (on(step.on.as_ref().map(|it| it.value)), step.part)
        }
        "meetings" => {
            let meeting = edition.meetings.iter().find(|it| it.id.value == id)?;
            (on(meeting.date.as_ref().map(|it| it.value)), None)
        }
        "commitments" => {
            let promise = edition.commitments.iter().find(|it| it.id.value == id)?;
            found.same("owner", row.owner.clone(), ids(std::slice::from_ref(&promise.owner)).pop());
            (None, None)
        }
        "references" => {
            let reference = edition.references.iter().find(|it| it.id.value == id)?;
            let number = reference.number.as_ref().map(|it| it.to_string());
            found.same("number", row.number.as_ref().map(typed), number);
            (None, None)
        }
        "contacts" => {
            let handles: Vec<&str> =
                edition.head.contacts.iter().filter_map(|it| it.handle.as_deref()).collect();
            found.same("value", row.value.as_ref().map(typed), Some(handles.join(" ")));
            (None, None)
        }
        "situation" | "method" => (None, None),
        _ => return None,
    };
    found.same("on", row.on.as_ref().map(typed), date);
    found.same("part", row.part.clone(), part.as_ref().and_then(code));
    Some(())
}

/// The word of a closed list as the data writes it.
fn code(value: &impl serde::Serialize) -> Option<String> {
    serde_yaml::to_string(value).ok().map(|text| text.trim().to_owned())
}

fn as_of(figure: &Figure) -> Option<String> {
    match &figure.as_of.as_ref()?.value {
        When::Date(date) => Some(date.to_string()),
        When::Text(_) => None,
    }
}

fn period(period: &Period) -> String {
    format!("{}/{}", period.from, period.to.map_or("..".to_owned(), |to: Point| to.to_string()))
}

fn ids(names: &[SpannedName]) -> Vec<String> {
    let id = |name: &SpannedName| match &name.value {
        Name::Id(id) => id.clone(),
        Name::Inline(_) => String::new(),
    };
    names.iter().map(id).collect()
}

/// Every list of names that stands beside a figure.
fn lists(edition: &Edition) -> Vec<Vec<String>> {
    let observers = edition.meetings.iter().map(|it| ids(&it.observers));
    let actors = edition.threats.iter().map(|it| ids(&it.actors));
    let partners = edition.partners.iter().map(|it| ids(&it.observers));
    observers.chain(actors).chain(partners).collect()
}
