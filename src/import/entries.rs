//! The rows that are taken over -> entries: values read, groups put together, ids made, and where each came from.

use std::collections::BTreeMap;

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::columns::Columns;
use super::fold::folded;
use super::origin;
use super::shipped::Map;
use super::table::{Row, Table, address};
use super::target::slots;
use super::values::{self, Got, Ground, scalar};
use crate::diag::{Finding, Span};
use crate::model::import_map::{As, Column, Combine, Target};
use crate::yaml::{Data, Entry, Node, Style};

/// What all rows gave.
#[derive(Default)]
pub(super) struct Made {
    /// The entries in the order of their ids.
    pub entries: Vec<Node>,
    /// The keys of what the entries stand in.
    pub whole: BTreeMap<String, Node>,
    /// Rows that are in them.
    pub rows: usize,
}

/// The values of one row, or of a group of rows.
struct Values<'m> {
    by_key: BTreeMap<&'m str, Got>,
    rows: Vec<u32>,
}

/// Makes the entries.
pub(super) fn make(
    table: &Table,
    map: &Map,
    columns: &Columns,
    rows: &[&Row],
    ground: &Ground<'_>,
    findings: &mut Vec<Finding>,
) -> Made {
    let (spec, target) = (&map.spec, map.spec.target.value);
    let mut groups: BTreeMap<String, Vec<Values<'_>>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(values) = read(map, columns, row, ground, findings) else { continue };
        let part = |key: &str| values.by_key.get(key).map_or("", |got| got.node.as_text().unwrap_or(""));
        let group = match spec.group_by.is_empty() {
            true => format!("{index:09}"),
            false => spec.group_by.iter().map(|key| part(key)).collect::<Vec<_>>().join("\u{1f}"),
        };
        groups.entry(group).or_default().push(values);
    }
    let (mut made, mut seen) = (Made::default(), BTreeMap::new());
    let mut whole: BTreeMap<String, Vec<Got>> = BTreeMap::new();
    for group in groups.into_values() {
        let count = group.len();
        let Some(values) = together(map, group, findings) else { continue };
        for key in target.of_the_whole() {
            if let Some(got) = values.by_key.get(key) {
                whole.entry((*key).to_owned()).or_default().push(got.clone());
            }
        }
        let Some((id, entry)) = entry(table, map, &values, findings) else { continue };
        match seen.get(&id) {
            Some(first) => findings.push(twice(map, &id, entry.span, *first)),
            None => {
                seen.insert(id.clone(), entry.span);
                made.rows += count;
                made.entries.push(entry);
            }
        }
    }
    for (key, got) in whole {
        let (Some(column), Some(first)) = (spec.columns.get(&key), got.first()) else { continue };
        // A round is a number that is not summed over the places that it was counted in.
        let combine = column.combine.unwrap_or(Combine::Same);
        match combined(&key, column, combine, first, &got.iter().collect::<Vec<_>>()) {
            Ok(got) => drop(made.whole.insert(key, got.node)),
            Err(fault) => findings.push(fault),
        }
    }
    made.entries.sort_by_key(|entry| key_of(entry, target.key()));
    made
}

fn key_of(entry: &Node, key: &str) -> String {
    entry.get(key).and_then(Node::as_text).unwrap_or("").to_owned()
}

fn several(key: &str, first: &Node, second: &Node) -> Finding {
    let text = |node: &Node| node.as_text().unwrap_or("").to_owned();
    Finding::error(
        "IM13",
        format!("`{key}` is `{}` and `{}` in rows that belong together", text(first), text(second)),
    )
    .at(second.span, "another value")
    .at(first.span, "the first")
    .help("choose the rows with `where`, or say `combine` for it in the map")
}

fn twice(map: &Map, id: &str, second: Span, first: Span) -> Finding {
    let finding = Finding::error("IM13", format!("two rows are `{id}`"))
        .at(second, "the second")
        .at(first, "the first");
    match map.spec.group_by.is_empty() {
        true => finding.help("put them together with `group_by`, or choose one with `where`, in the map"),
        false => finding.help("make the pattern of `id` tell groups apart"),
    }
}

/// Reads the values of a row; none if it cannot be taken over.
fn read<'m>(
    map: &'m Map,
    columns: &Columns,
    row: &Row,
    ground: &Ground<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Values<'m>> {
    let (mut by_key, mut sound) = (BTreeMap::new(), true);
    for (key, column) in &map.spec.columns {
        let at = (columns.values.get(key).copied(), columns.names.get(key).copied());
        match values::value(key, column, at, row, ground, findings) {
            Ok(Some(got)) => drop(by_key.insert(key.as_str(), got)),
            Ok(None) => {
                let otherwise = || map.node.get("columns")?.get(key)?.get("otherwise");
                if let Some(node) = otherwise().filter(|_| column.otherwise.is_some()) {
                    let cell = (row.number, at.0.unwrap_or(0));
                    by_key.insert(key, Got { node: node.clone(), number: None, flag: None, cell });
                }
            }
            Err(fault) => {
                findings.push(fault);
                sound = false;
            }
        }
    }
    sound.then(|| Values { by_key, rows: vec![row.number] })
}

/// Puts the rows of a group together.
fn together<'m>(map: &'m Map, mut group: Vec<Values<'m>>, findings: &mut Vec<Finding>) -> Option<Values<'m>> {
    if group.len() == 1 {
        return group.pop();
    }
    let mut all =
        Values { by_key: BTreeMap::new(), rows: group.iter().flat_map(|it| it.rows.clone()).collect() };
    let mut sound = true;
    for (key, column) in &map.spec.columns {
        let got: Vec<&Got> = group.iter().filter_map(|values| values.by_key.get(key.as_str())).collect();
        let Some(first) = got.first() else { continue };
        let is_number = column.kind == As::Number;
        let combine = column.combine.unwrap_or(if is_number { Combine::Sum } else { Combine::Same });
        if is_number && combine == Combine::Sum && got.len() < group.len() {
            let lacking = group.iter().find(|values| !values.by_key.contains_key(key.as_str()));
            findings.push(incomplete(key, first, group.len() - got.len(), lacking));
        }
        match combined(key, column, combine, first, &got) {
            Ok(got) => drop(all.by_key.insert(key, got)),
            Err(fault) => {
                findings.push(fault);
                sound = false;
            }
        }
    }
    sound.then_some(all)
}

/// What is made of the values of one key in a group.
fn combined(key: &str, column: &Column, combine: Combine, first: &Got, got: &[&Got]) -> Result<Got, Finding> {
    let order = |it: &&&Got| (it.number.unwrap_or_default(), it.node.as_text().map(str::to_owned));
    let chosen = match combine {
        Combine::Sum if column.kind == As::Number => return Ok(summed(first, got)),
        Combine::Max => got.iter().max_by_key(order),
        Combine::Min => got.iter().min_by_key(order),
        Combine::Last => got.last(),
        Combine::Sum | Combine::Same => match got.iter().find(|it| it.node.data != first.node.data) {
            Some(other) => return Err(several(key, &first.node, &other.node)),
            None => None,
        },
    };
    Ok(chosen.map_or(first, |it| *it).clone())
}

fn incomplete(key: &str, first: &Got, lacking: usize, row: Option<&Values<'_>>) -> Finding {
    let row = row.and_then(|row| row.rows.first()).copied().unwrap_or_default();
    Finding::warning(
        "IM18",
        format!("a sum of `{key}` is without {lacking} of its rows, which have no value: row {row}"),
    )
    .at(first.node.span, "the first that has one")
    .help("what is missing is not zero: ask the source, or say so in the text")
}

fn summed(first: &Got, got: &[&Got]) -> Got {
    let sum = got.iter().filter_map(|it| it.number).fold(Decimal::ZERO, Decimal::saturating_add).normalize();
    let node = scalar(&sum.to_string(), first.node.span, false);
    let flag = got.iter().find_map(|it| it.flag.clone());
    Got { node, number: Some(sum), flag, cell: first.cell }
}

/// The entry of some values, with its id or place.
fn entry(
    table: &Table,
    map: &Map,
    values: &Values<'_>,
    findings: &mut Vec<Finding>,
) -> Option<(String, Node)> {
    let (spec, target) = (&map.spec, map.spec.target.value);
    let (row, column) = values.by_key.values().map(|got| got.cell).min()?;
    let span = values.by_key.values().map(|got| got.node.span).min_by_key(|span| span.start)?;
    let lacking = |key: &str, findings: &mut Vec<Finding>| {
        findings.push(
            Finding::error("IM14", format!("row {row} has no value for `{key}`"))
                .at(span, "the row")
                .help("fill it in, leave the row out with `where`, or say `otherwise` in the map"),
        );
    };
    let required = spec.columns.iter().filter(|(key, column)| column.required && !key.starts_with('_'));
    let mut nests_without: Vec<&str> = Vec::new();
    for (key, _) in required.filter(|(key, _)| !values.by_key.contains_key(key.as_str())) {
        match key.split_once('.') {
            Some((nest, _)) => nests_without.push(nest),
            None => {
                lacking(key, findings);
                return None;
            }
        }
    }
    let nest = |key: &str| key.split_once('.').map(|(nest, _)| nest.to_owned());
    let has_columns =
        |nest: &str| spec.columns.keys().any(|key| key.split_once('.').is_some_and(|it| it.0 == nest));
    let filled =
        |nest: &str| values.by_key.keys().any(|key| key.split_once('.').is_some_and(|it| it.0 == nest));
    let mut leaves: Vec<(&str, Node)> = Vec::new();
    let own = |key: &str| {
        !key.starts_with('_') && !target.of_the_whole().contains(&key) || target.rank(key).is_some()
    };
    for (key, got) in values.by_key.iter().filter(|(key, _)| own(key)) {
        let is_list = target == Target::Figures && *key == "place" && got.node.as_text().is_some();
        let node = if is_list { list_of(got.node.clone()) } else { got.node.clone() };
        leaves.push((key, node));
    }
    for constant in map.node.get("constants").and_then(Node::as_map).unwrap_or_default() {
        let key = constant.key.as_str();
        let stands = nest(key).is_none_or(|nest| !has_columns(&nest) || filled(&nest));
        if own(key) && stands && !values.by_key.contains_key(key) {
            leaves.push((key, constant.value.clone()));
        }
    }
    leaves.retain(|(key, _)| key.split_once('.').is_none_or(|(nest, _)| !nests_without.contains(&nest)));
    if let Some(id) = super::layer::source_id(map)
        && !target.of_the_whole().contains(&"source")
    {
        leaves.push(("source", list_of(scalar(&id, span, false))));
    }
    leaves.sort_by_key(|(key, _)| (target.rank(key), *key));
    let numbers =
        leaves.iter().filter(|(key, _)| spec.columns.get(*key).is_some_and(|it| it.kind == As::Number));
    let is_bare = spec.columns.values().any(|it| it.kind == As::Number) && numbers.count() == 0;
    let has_q = leaves.iter().any(|(key, _)| *key == "q");
    if is_bare && !has_q {
        // What is missing is missing.
        return None;
    }
    let mut entries: EcoVec<Entry> = EcoVec::new();
    let id = match &spec.id {
        Some(pattern) => match made_id(map, pattern, values) {
            Ok(id) => {
                entries.push(keyed("id", scalar(&id, span, false)));
                id
            }
            Err(key) => {
                lacking(&key, findings);
                return None;
            }
        },
        None => match values.by_key.get(target.key()) {
            Some(got) => got.node.as_text().unwrap_or("").to_owned(),
            None => {
                lacking(target.key(), findings);
                return None;
            }
        },
    };
    for (key, node) in leaves {
        put(&mut entries, key, node);
    }
    let flag = values.by_key.values().find_map(|got| got.flag.clone());
    if let Some(flag) = &flag {
        let at = values.by_key.values().find(|got| got.flag.is_some());
        let (row, column) = at.map_or((row, column), |got| got.cell);
        findings.push(
            Finding::warning(
                "IM21",
                format!("the number in {} has the mark `{flag}` of a note", address(column, row)),
            )
            .at(at.map_or(span, |got| got.node.span), "a note belongs to it")
            .help("look the note up in the file; where it matters, add it as `note` to the entry"),
        );
    }
    let used: Vec<usize> = values
        .by_key
        .iter()
        .filter(|(key, _)| spec.columns.get(**key).is_some_and(|it| it.kind == As::Number))
        .map(|(_, got)| got.cell.1)
        .collect();
    entries.push(keyed("origin", origin::node(table, &values.rows, &used, flag.as_deref(), span)));
    Some((id, Node::new(span, Data::Map(entries))))
}

fn keyed(key: &str, value: Node) -> Entry {
    Entry { key: key.into(), key_span: value.span, value }
}

/// A list of one; the places of a figure are a list.
fn list_of(node: Node) -> Node {
    Node::new(node.span, Data::Seq(EcoVec::from([node])))
}

/// Puts a value at a key of an entry, inside a map where the key has a point.
fn put(entries: &mut EcoVec<Entry>, key: &str, node: Node) {
    match key.split_once('.') {
        None => entries.push(keyed(key, node)),
        Some((nest, inner)) => {
            let at = entries.iter().position(|entry| entry.key == nest);
            match at.and_then(|at| entries.make_mut().get_mut(at)) {
                Some(Entry { value: Node { data: Data::Map(map), .. }, .. }) => map.push(keyed(inner, node)),
                _ => {
                    let span = node.span;
                    let map = EcoVec::from([keyed(inner, node)]);
                    entries.push(keyed(nest, Node::new(span, Data::Map(map))));
                }
            }
        }
    }
}

/// The id that a pattern gives, or the key that has nothing to give.
fn made_id(map: &Map, pattern: &str, values: &Values<'_>) -> Result<String, String> {
    let mut id = pattern.to_owned();
    for key in slots(pattern) {
        let constant = || map.node.get("constants").and_then(|it| it.get(key));
        let text = values.by_key.get(key).map(|got| &got.node).or_else(constant).and_then(Node::as_text);
        let word = text.map(slug).filter(|word| !word.is_empty()).ok_or_else(|| key.to_owned())?;
        id = id.replacen(&format!("{{{key}}}"), &word, 1);
    }
    Ok(id)
}

/// A text as part of an id: small Latin letters, digits and `_`.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(folded);
    let words = words.map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

/// A plain scalar for what the program writes itself.
pub(super) fn plain(text: &str, span: Span) -> Node {
    Node::new(span, Data::Scalar(text.into(), Style::Plain))
}
