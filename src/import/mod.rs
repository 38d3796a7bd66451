//! A table of another institution and a mapping file -> a file of an edition, with where each figure came from.
//!
//! ```text
//! CSV, XLSX, ODS ─ table ─▶ rows of cells ─ columns, rows ─▶ rows to take over ─ values, entries ─▶ entries
//!                                             (map)             (number, date, place)               │
//!                                        old file ─ moves, keep ─▶ what moved, new text ◀─ layer ───┘
//! ```
//!
//! Nothing is guessed: a number, place or word that can be read in two ways is a finding at its cell, and its row is left
//! out. Nothing is written here: [`Imported::over`] says what moved and what the file would be.

mod columns;
mod date;
mod entries;
mod fold;
mod keep;
mod layer;
mod moves;
mod number;
mod origin;
mod place;
mod rows;
mod shipped;
mod table;
mod target;
mod values;

use std::collections::BTreeMap;

pub use self::moves::{Move, told};
pub use self::place::Places;
pub use self::shipped::{Map, named, names, read as read_map, text as shipped_text};
pub use self::table::MOST_BYTES;
pub use self::values::Orgs;

use self::number::Mark;
use self::table::{Kind, Table, Wanted};
use crate::diag::{Finding, Sources};
use crate::model::import_map::{As, Decimals, Delimiter, ImportMap};
use crate::model::{Org, Place};
use crate::yaml::{self, Limits, Node};

/// Findings of one code that are told one by one.
const MOST: usize = 25;

/// The places and organizations that a file is matched with.
#[derive(Debug, Clone, Default)]
pub struct Known {
    places: Places,
    orgs: Orgs,
}

impl Known {
    /// Those of a merged tree: what is wrong with them is for `mujaz check` to say.
    pub fn of(tree: &Node) -> Self {
        let places = tree
            .get("places")
            .and_then(|it| yaml::from_node_partly::<BTreeMap<String, Place>>(it, "{}").value);
        let orgs =
            tree.get("orgs").and_then(|it| yaml::from_node_partly::<BTreeMap<String, Org>>(it, "{}").value);
        Self { places: Places::new(&places.unwrap_or_default()), orgs: Orgs::new(&orgs.unwrap_or_default()) }
    }
}

/// What an import gave.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The tree of the file.
    pub tree: Node,
    /// How many entries it has.
    pub entries: usize,
    /// How many rows of the table are in them.
    pub rows: usize,
    /// What was passed over, a line each.
    pub told: Vec<String>,
    map: ImportMap,
}

/// What would be written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The whole text of the file.
    pub text: String,
    /// What moves, if the file is there already.
    pub moves: Vec<Move>,
    /// Whether people have changed values of the earlier import.
    pub edited: bool,
    /// Whether what moves are values that `mujaz new` has carried from the edition before.
    pub carried: bool,
}

/// Imports the bytes of a file; `None` where nothing of it can be taken over.
///
/// A row with a fault is left out, and the fault is an error among the findings: whether the rest may be written is for
/// the caller to decide.
pub fn import(
    bytes: &[u8],
    name: &str,
    map: &Map,
    known: &Known,
    sources: &mut Sources,
) -> (Option<Imported>, Vec<Finding>) {
    let spec = &map.spec;
    let delimiter = spec.delimiter.map(|it| match it {
        Delimiter::Comma => b',',
        Delimiter::Semicolon => b';',
        Delimiter::Tab => b'\t',
        Delimiter::Bar => b'|',
    });
    let wanted = Wanted { sheet: spec.sheet.as_deref(), range: spec.range.as_deref(), delimiter };
    let table = match table::read(bytes, name, &wanted, sources) {
        Ok(table) => table,
        Err(finding) => return (None, vec![finding]),
    };
    let columns = match columns::find(&table, spec) {
        Ok(columns) => columns,
        Err(findings) => return (None, findings),
    };
    let mut findings = Vec::new();
    let mark = match spec.decimal {
        Some(Decimals::Point) => Some(Mark::Point),
        Some(Decimals::Comma) => Some(Mark::Comma),
        None => proven(&table, spec, &columns),
    };
    let chosen = rows::choose(&table, spec, &columns, mark, &mut findings);
    let ground = values::Ground { places: &known.places, orgs: &known.orgs, missing: &spec.missing, mark };
    let made = entries::make(&table, map, &columns, &chosen.rows, &ground, &mut findings);
    let (entries, rows) = (made.entries.len(), made.rows);
    if entries == 0 && !findings.iter().any(Finding::is_error) {
        findings.push(
            Finding::error("IM22", format!("no row of `{name}` is taken over"))
                .help("look at the filters of the map, and at the sheet and range that it names"),
        );
    }
    let tree = layer::tree(map, &table, made, &mut findings);
    let imported = Imported { tree, entries, rows, told: chosen.told, map: spec.clone() };
    (Some(imported), bounded(findings))
}

/// The mark of decimals that all cells prove that prove one, if they agree.
fn proven(table: &Table, spec: &ImportMap, columns: &columns::Columns) -> Option<Mark> {
    let numbers = spec.columns.iter().filter(|(_, column)| column.kind == As::Number);
    let numbers = numbers.filter_map(|(key, column)| Some((*columns.values.get(key)?, column)));
    let mut marks = numbers.flat_map(|(at, column)| {
        let rows = table.rows.iter().skip(columns.first_row);
        rows.filter_map(move |row| rows::cell(row, at))
            .filter(|cell| cell.kind == Kind::Text)
            .filter_map(|cell| number::proven(&cell.text, &column.strip))
    });
    let first = marks.next()?;
    marks.all(|mark| mark == first).then_some(first)
}

/// The first findings of each code, and how many more there are.
fn bounded(findings: Vec<Finding>) -> Vec<Finding> {
    let (mut kept, mut more): (Vec<Finding>, BTreeMap<&str, (usize, Finding)>) =
        (Vec::new(), BTreeMap::new());
    for finding in findings {
        let told = kept.iter().filter(|it| it.code == finding.code).count();
        if told < MOST {
            kept.push(finding);
        } else {
            more.entry(finding.code).or_insert((0, finding)).0 += 1;
        }
    }
    for (count, finding) in more.into_values() {
        let message = format!("findings like these that are not told one by one: {count}");
        kept.push(Finding::new(finding.severity, finding.code, message));
    }
    kept
}

impl Imported {
    /// What the file would be over the one that is there, whose bytes and shown name are given.
    ///
    /// # Errors
    /// What is wrong with the file that is there.
    pub fn over(
        &self,
        old: Option<&[u8]>,
        name: &str,
        sources: &mut Sources,
    ) -> Result<Written, Vec<Finding>> {
        let Some(bytes) = old else {
            let text = keep::text(&self.map, &self.tree, None, sources);
            return Ok(Written { text, moves: Vec::new(), edited: false, carried: false });
        };
        let limits = Limits::default();
        let file = yaml::add(bytes, name, "neutral data", sources, &limits).map_err(|fault| vec![fault])?;
        let (node, findings) = yaml::parse(file, sources, &limits);
        let Some(before) = node.filter(|_| !findings.iter().any(Finding::is_error)) else {
            return Err(findings);
        };
        let tree = keep::merged(&self.map, &before, &self.tree);
        let carried = keep::renews(&before, &tree);
        let recorded = keep::recorded(sources.text(file));
        let edited = !carried && recorded.is_none_or(|it| it != keep::fingerprint(&self.map, &before));
        let moves = moves::moves(&before, &tree);
        let text = keep::text(&self.map, &tree, Some((file, &before)), sources);
        Ok(Written { text, moves, edited, carried })
    }

    /// The ids of the entries, and of the source if the import brings one, with the section of each.
    pub fn ids(&self) -> Vec<(&'static str, String)> {
        let of = |section: &'static str| {
            let list = self.tree.at(section).and_then(Node::as_seq).unwrap_or_default();
            list.iter().filter_map(moves::name).map(move |id| (section, id.to_owned())).collect::<Vec<_>>()
        };
        [of(self.map.target.value.entries()), of("sources")].concat()
    }

    /// Leaves out a source that another file of the edition has.
    pub fn without_source(&mut self) {
        if let yaml::Data::Map(entries) = &mut self.tree.data {
            entries.retain(|entry| entry.key != "sources");
        }
    }
}

#[cfg(test)]
mod tests;
