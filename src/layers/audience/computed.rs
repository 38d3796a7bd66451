//! Values that are computed over a list: left out where entries of the list are withheld, or released as typed values.
//!
//! A released value is computed from the whole edition, by the rules of `model::funding` and `model::derive` (a test
//! holds both together). It is not released where it would say too much of too few: behind each number must be none
//! or at least three of the withheld entries.

use std::collections::BTreeMap;

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::withhold::Withheld;
use crate::diag::{Finding, Span};
use crate::yaml::{Data, Entry, Node, Style};

/// Sums of contributions by stage.
pub(super) const TOTALS: &str = "funding.totals";
/// What meets each requirement, and what is missing.
pub(super) const COVER: &str = "funding.cover";
/// Sums of people over the rows.
pub(super) const TOTAL: &str = "returnees.total";
/// How many commitments have which status.
pub(super) const SUMMARY: &str = "commitments.summary";

/// The currency of sums over all contributions.
const COMMON: &str = "USD";
/// The stages that have sums.
const STAGES: [&str; 3] = ["paid", "committed", "pledged"];
/// The least number of withheld entries behind a released value.
const GROUP: usize = 3;

/// The computed values that something withheld is behind.
pub(super) fn touched(log: &[Withheld]) -> Vec<&'static str> {
    let any = |test: &dyn Fn(&str) -> bool| log.iter().any(|it| test(&it.pattern));
    let given =
        any(&|pattern| matches!(pattern, "funding" | "funding.contributions" | "funding.contributions[]"));
    let to = any(&|pattern| pattern == "funding.contributions[].to");
    let rows = any(&|pattern| {
        pattern.starts_with("returnees.displaced.rows[]") || pattern.starts_with("returnees.displaced.total")
    });
    let promised = any(&|pattern| matches!(pattern, "commitments" | "commitments[]"));
    [(TOTALS, given), (COVER, given || to), (TOTAL, rows), (SUMMARY, promised)]
        .into_iter()
        .filter_map(|(name, touched)| touched.then_some(name))
        .collect()
}

/// A value with how many withheld entries are behind it.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    value: Decimal,
    of: usize,
    withheld: usize,
}

impl Sum {
    fn add(&mut self, value: Decimal, withheld: bool) {
        self.value = self.value.saturating_add(value);
        self.of += 1;
        self.withheld += usize::from(withheld);
    }
}

/// The numbers of one computed value by name: `paid`, `fac31.paid`.
type Sums = BTreeMap<(String, &'static str), Sum>;

/// What is released, as a map of the tree, and the names of it. `now` is the projected tree.
pub(super) fn released(
    whole: &Node,
    now: &Node,
    touched: &[&'static str],
    wanted: &[String],
    findings: &mut Vec<Finding>,
) -> (Vec<&'static str>, Option<Node>) {
    let (mut names, mut maps) = (Vec::new(), EcoVec::new());
    for name in touched.iter().filter(|name| wanted.iter().any(|wanted| wanted == *name)) {
        let sums = match *name {
            TOTALS => totals(whole, now),
            COVER => cover(whole, now),
            TOTAL => people(whole, now),
            _ => summary(whole, now),
        };
        let few = sums.iter().find(|(_, sum)| (1..GROUP).contains(&sum.withheld));
        if let Some(((of, what), _)) = few {
            let of = if of.is_empty() { (*what).to_owned() } else { format!("{of}.{what}") };
            findings.push(
                Finding::warning(
                    "AU07",
                    format!(
                        "`{name}` is not released: fewer than `{GROUP}` withheld entries are behind `{of}`"
                    ),
                )
                .path((*name).to_owned())
                .help(format!("take `{name}` out of `declassify`; it would give the withheld entries away")),
            );
            continue;
        }
        names.push(*name);
        maps.push(entry(&name.replace('.', "_"), numbers(&sums, whole.span), whole.span));
    }
    let map = (!maps.is_empty()).then(|| Node::new(whole.span, Data::Map(maps)));
    (names, map)
}

/// The numbers as a map, one deeper where they belong to requirements.
fn numbers(sums: &Sums, span: Span) -> Node {
    let mut map: EcoVec<Entry> = EcoVec::new();
    for ((of, what), sum) in sums {
        let value = entry(what, scalar(&sum.value.normalize().to_string(), span), span);
        if of.is_empty() {
            map.push(value);
            continue;
        }
        match map.make_mut().iter_mut().find(|it| it.key == *of) {
            Some(Entry { value: Node { data: Data::Map(inner), .. }, .. }) => inner.push(value),
            _ => map.push(entry(of, Node::new(span, Data::Map(EcoVec::from([value]))), span)),
        }
    }
    Node::new(span, Data::Map(map))
}

/// The sums of contributions in US dollars by stage, as under the table: of two amounts at least.
fn totals(whole: &Node, now: &Node) -> Sums {
    let mut sums = Sums::new();
    for given in list(whole, "funding.contributions") {
        let hidden = !has(now, "funding.contributions", given);
        if let (Some(stage), Some(amount)) = (stage(given), summable(given, COMMON)) {
            sums.entry((String::new(), stage)).or_default().add(amount, hidden);
        }
    }
    sums.retain(|_, sum| sum.of > 1);
    sums
}

/// What meets each requirement that is shown, by stage.
fn cover(whole: &Node, now: &Node) -> Sums {
    let mut sums = Sums::new();
    for requirement in list(now, "funding.requirements") {
        let (Some(id), Some(currency)) = (requirement.id(), word(requirement, "currency")) else { continue };
        for stage in STAGES {
            sums.entry((id.to_owned(), stage)).or_default();
        }
        for given in list(whole, "funding.contributions").iter().filter(|it| word(it, "to") == Some(id)) {
            let shown = list(now, "funding.contributions").iter().find(|it| it.id() == given.id());
            let hidden = shown.and_then(|it| word(it, "to")).is_none();
            if let (Some(stage), Some(amount)) = (stage(given), summable(given, currency)) {
                sums.entry((id.to_owned(), stage)).or_default().add(amount, hidden);
            }
        }
    }
    sums
}

/// The sums over the rows; a column that any row leaves open has none, unless the data state it.
fn people(whole: &Node, now: &Node) -> Sums {
    const ROWS: &str = "returnees.displaced.rows";
    let mut sums = Sums::new();
    let columns: [(&'static str, &str); 4] = [
        ("households", "returned.households"),
        ("returned", "returned.individuals"),
        ("previous", "returned.previous"),
        ("displaced", "displaced.individuals"),
    ];
    for (column, path) in columns {
        let (mut sum, mut whole_column) = (Sum::default(), true);
        for row in list(whole, ROWS) {
            let place = word(row, "place");
            let shown = list(now, ROWS).iter().find(|it| word(it, "place") == place);
            let hidden = shown.is_none_or(|it| it.at(path).is_none());
            match row.at(path).and_then(Node::as_text).and_then(number) {
                Some(value) => sum.add(value, hidden),
                None => whole_column = false,
            }
        }
        let stated = whole.at(&format!("returnees.displaced.total.{column}"));
        if let Some(stated) = stated.and_then(Node::as_text).and_then(number) {
            (sum.value, whole_column) = (stated, true);
        }
        if whole_column {
            sums.insert((String::new(), column), sum);
        }
    }
    sums
}

/// How many commitments have which status.
fn summary(whole: &Node, now: &Node) -> Sums {
    const STATUS: [&str; 6] = ["done", "on_track", "new", "delayed", "dropped", "superseded"];
    let mut sums = Sums::new();
    for promise in list(whole, "commitments") {
        let status = word(promise, "status").and_then(|status| STATUS.iter().find(|it| **it == status));
        if let Some(status) = status {
            let hidden = !has(now, "commitments", promise);
            sums.entry((String::new(), *status)).or_default().add(Decimal::ONE, hidden);
        }
    }
    sums
}

fn list<'a>(tree: &'a Node, path: &str) -> &'a [Node] {
    tree.at(path).and_then(Node::as_seq).unwrap_or(&[])
}

fn has(tree: &Node, path: &str, entry: &Node) -> bool {
    list(tree, path).iter().any(|it| it.id().is_some() && it.id() == entry.id())
}

fn word<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Node::as_text)
}

fn stage(given: &Node) -> Option<&'static str> {
    let stage = word(given, "stage")?;
    STAGES.into_iter().find(|known| *known == stage)
}

/// The amount, if it is in this currency and its qualifier allows a sum.
fn summable(given: &Node, currency: &str) -> Option<Decimal> {
    let firm = matches!(word(given, "q").unwrap_or("exact"), "exact" | "approx" | "nearly");
    let same = word(given, "currency") == Some(currency);
    word(given, "amount").filter(|_| firm && same).and_then(number)
}

/// A number as it is typed: `7.9M`.
fn number(text: &str) -> Option<Decimal> {
    let (mantissa, factor) = match text.char_indices().next_back()? {
        (at, 'K') => (&text[..at], 1_000_i64),
        (at, 'M') => (&text[..at], 1_000_000),
        (at, 'B') => (&text[..at], 1_000_000_000),
        (at, 'T') => (&text[..at], 1_000_000_000_000),
        _ => (text, 1),
    };
    mantissa.parse::<Decimal>().ok()?.checked_mul(Decimal::from(factor))
}

/// A key with a value that the program wrote, at a place of the data.
pub(super) fn entry(key: &str, value: Node, span: Span) -> Entry {
    Entry { key: key.into(), key_span: span, value }
}

/// A text that the program wrote.
pub(super) fn scalar(text: &str, span: Span) -> Node {
    Node::new(span, Data::Scalar(text.into(), Style::Plain))
}
