//! A comparison -> JSON: raw values as exact text, and what is said of them in one language.
//!
//! `docs/compare.md` is the reference of its shape.

use serde_json::{Map, Value, json};

use super::{Code, Comparison, Matter, Row, Said, Speaker, Sum};
use crate::locale::{Compared, Phrase};
use crate::model::{
    Commitment, Contribution, Edition, Figure, Number, Quantity, Requirement, Scheme, Threat, When,
};

/// Version of the shape.
const SCHEMA: u32 = 1;

/// The comparison as JSON, with phrases in the language of the speaker.
pub fn json<'a>(comparison: &Comparison<'a>, speaker: &Speaker<'_, 'a>) -> Value {
    let groups: Vec<Value> = comparison
        .groups()
        .map(|(group, rows)| {
            let rows: Vec<Value> = rows.iter().map(|row| self::row(row, speaker)).collect();
            json!({ "group": group.code(), "title": speaker.now.label(group.label()).plain(), "rows": rows })
        })
        .collect();
    json!({
        "schema": SCHEMA,
        "before": edition(comparison.before),
        "now": edition(comparison.now),
        "lang": speaker.now.locale.lang(),
        "identical": comparison.is_empty(),
        "groups": groups,
    })
}

fn edition(edition: &Edition) -> Value {
    let head = &edition.head;
    let label = head.marking.label.as_ref().filter(|_| head.marking.scheme != Scheme::None);
    let label = label.map(|label| &label.value);
    json!({ "edition": head.id.value, "number": head.number, "issued": head.issued.value.to_string(), "marking": label })
}

fn row<'a>(row: &Row<'a>, speaker: &Speaker<'_, 'a>) -> Value {
    let Raw { kind, before, now, compared } = raw(row, speaker.before.edition, speaker.now.edition);
    let mut value = json!({ "id": row.id, "kind": kind, "code": row.code.code(), "tone": row.tone.code() });
    let mut set = |key: &str, it: Option<Value>| {
        if let (Some(fields), Some(it)) = (value.as_object_mut(), it) {
            fields.insert(key.to_owned(), it);
        }
    };
    set("before", before.map(Value::Object));
    set("now", now.map(Value::Object));
    let exact = |part: Option<rust_decimal::Decimal>| part.map(|it| Value::from(it.normalize().to_string()));
    set("difference", exact(compared.and_then(|it| it.difference)));
    set("percent", exact(compared.and_then(|it| it.percent)));
    if let Matter::Text { lang, changed } = &row.matter {
        set("lang", Some(Value::from(*lang)));
        set("changed", serde_json::to_value(changed).ok());
    }
    set("says", Some(says(&speaker.say(row))));
    value
}

/// The phrases as text; what is not there is left out.
fn says(said: &Said) -> Value {
    let part = |key: &str, phrase: Option<&Phrase>| Some((key.to_owned(), Value::from(phrase?.plain())));
    let fields = [
        part("word", Some(&said.word)),
        part("what", Some(&said.what)),
        part("before", said.before.as_ref()),
        part("before_when", said.before_when.as_ref()),
        part("now", said.now.as_ref()),
        part("now_when", said.now_when.as_ref()),
        part("change", said.change.as_ref()),
        part("line", Some(&said.line)),
    ];
    Value::Object(fields.into_iter().flatten().collect())
}

type Fields = Map<String, Value>;

/// A row without words.
struct Raw {
    kind: &'static str,
    before: Option<Fields>,
    now: Option<Fields>,
    compared: Option<Compared>,
}

fn raw(row: &Row<'_>, old: &Edition, new: &Edition) -> Raw {
    let number = |name: &'static str| move |number: &Number| fields([(name, Some(number.to_string()))]);
    let (kind, before, now, compared) = match &row.matter {
        Matter::Figure { before, now, compared } => {
            let compared = compared.filter(|_| row.code != Code::Restated);
            ("figure", before.map(|it| figure(it, old)), now.map(|it| figure(it, new)), compared)
        }
        Matter::Threat { before, now, severity } => {
            let was = before.map(|it| threat(it, *severity));
            let was = was.or_else(|| severity.map(|level| fields([("severity", Some(level.to_string()))])));
            let level = |it: &Threat| it.severity.as_ref().map(|it| it.value);
            ("threat", was, now.map(|it| threat(it, level(it))), None)
        }
        Matter::Commitment { before, now, was } => {
            let status = was.map(|was| was.code());
            let old = before.map(|it| commitment(it, status));
            let old = old.or_else(|| status.map(|code| fields([("status", Some(code.to_owned()))])));
            let is = now.map(|it| commitment(it, Some(it.status.value.code())));
            ("commitment", old, is, None)
        }
        Matter::Requirement { before, now, compared } => {
            ("requirement", before.map(requirement), now.map(requirement), *compared)
        }
        Matter::Cover { before, now, compared, .. } => {
            let share = number("percent");
            ("funded", Some(share(before)), Some(share(now)), Some(*compared))
        }
        Matter::Total { before, now, compared, .. } => {
            let sum = |sum: &Sum| {
                let amount = Some(sum.shown.normalize().to_string());
                fields([("amount", amount), ("currency", Some("USD".to_owned()))])
            };
            ("total", Some(sum(before)), Some(sum(now)), Some(*compared))
        }
        Matter::Contribution { before, now, compared } => {
            ("contribution", before.map(contribution), now.map(contribution), *compared)
        }
        Matter::People { people, before, now, compared, .. } => {
            let kind = match people {
                super::People::Returned => "returned",
                super::People::Displaced => "displaced",
            };
            let count = number("individuals");
            (kind, before.as_ref().map(&count), now.as_ref().map(&count), *compared)
        }
        Matter::Fighters { before, now, compared } => {
            let count = number("closing");
            let closing = |it: &crate::model::Fighters| count(&it.closing.value);
            ("fighters", before.map(closing), now.map(closing), *compared)
        }
        Matter::Correction(it) => {
            let value = number("value");
            ("correction", Some(value(&it.from.value)), Some(value(&it.to.value)), None)
        }
        Matter::Text { .. } => ("text", None, None, None),
    };
    Raw { kind, before, now, compared }
}

fn fields<const N: usize>(parts: [(&str, Option<String>); N]) -> Fields {
    let parts = parts.into_iter().filter_map(|(name, it)| Some((name.to_owned(), Value::from(it?))));
    parts.collect()
}

fn figure(figure: &Figure, edition: &Edition) -> Fields {
    let mut parts = quantity(figure.quantity().ok());
    let metric = edition.metrics.get(figure.metric.as_str());
    let unit = figure.unit.as_ref().or(metric.map(|metric| &metric.unit));
    let date = |when: &When| match when {
        When::Date(date) => Some(date.to_string()),
        When::Text(_) => None,
    };
    let days = figure.period.as_ref().map(|period| {
        let to = period.value.to.map_or("..".to_owned(), |to| to.to_string());
        format!("{}/{to}", period.value.from)
    });
    parts.extend(fields([
        ("unit", unit.map(|it| it.value.clone())),
        ("currency", figure.currency.as_ref().map(|it| it.value.clone())),
        ("per", figure.per.map(|it| it.code().to_owned())),
        ("as_of", figure.as_of.as_ref().and_then(|it| date(&it.value))),
        ("period", days),
        ("figure", Some(figure.id.value.clone())),
        ("metric", Some(figure.metric.value.clone())),
    ]));
    parts
}

/// The qualifier and the numbers as they are typed.
fn quantity(quantity: Option<Quantity>) -> Fields {
    let Some(quantity) = quantity else { return Fields::new() };
    let mut parts = fields([("q", Some(quantity.qualifier().code().to_owned()))]);
    parts.extend(match &quantity {
        Quantity::One(_, number) => fields([("value", Some(number.to_string()))]),
        Quantity::Range(low, high) => {
            let (min, max) = (Some(low.to_string()), Some(high.to_string()));
            fields([("min", min), ("max", max)])
        }
        Quantity::Order(magnitude) => fields([("magnitude", Some(magnitude.to_string()))]),
        Quantity::LessThanFigure(id) => fields([("than", Some(id.clone()))]),
        _ => Fields::new(),
    });
    parts
}

fn threat(threat: &Threat, severity: Option<u8>) -> Fields {
    fields([
        ("severity", severity.map(|level| level.to_string())),
        ("trend", threat.trend.map(|it| it.code().to_owned())),
        ("likelihood", threat.likelihood.map(|it| it.code().to_owned())),
    ])
}

fn commitment(promise: &Commitment, status: Option<&str>) -> Fields {
    let due = promise.due.as_ref().and_then(|due| match &due.value {
        When::Date(date) => Some(date.to_string()),
        When::Text(_) => None,
    });
    fields([("status", status.map(str::to_owned)), ("due", due)])
}

fn requirement(it: &Requirement) -> Fields {
    fields([("amount", Some(it.amount.value.to_string())), ("currency", Some(it.currency.value.clone()))])
}

fn contribution(it: &Contribution) -> Fields {
    fields([
        ("donor", Some(it.donor.value.key().to_owned())),
        ("stage", Some(it.stage.code().to_owned())),
        ("q", Some(it.q.code().to_owned())),
        ("amount", it.amount.as_ref().map(|it| it.value.to_string())),
        ("currency", it.currency.as_ref().map(|it| it.value.clone())),
    ])
}
