//! Values -> lines of YAML, in the manner of the file that they go into.

use super::gap;
use super::layout::{Kind, Layout, Piece};
use super::net::Tree;
use super::scalar::{self, Like, Room};

/// The manner of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// What ends its lines.
    pub eol: &'static str,
    /// Columns from a key to those of the map below it.
    map_step: usize,
    /// Columns from a key to the dashes below it.
    list_step: usize,
}

/// Where a value is to hang.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Peg {
    /// The column of the key or dash that the value belongs to.
    pub parent: usize,
    /// The column of the first character of a value on that line.
    pub column: usize,
    pub in_list: bool,
    /// How a text was written before.
    pub like: Like,
    /// The column of a block that was there before.
    pub block: Option<usize>,
    /// Whether what comes below would be taken into a block.
    pub no_block: bool,
}

impl Peg {
    /// Below a key or a dash that is new.
    fn new(parent: usize, column: usize, in_list: bool) -> Self {
        Self { parent, column, in_list, ..Self::default() }
    }
}

/// A value written: what stands behind the mark, and the lines below.
pub(super) struct Hung {
    pub head: String,
    pub below: Vec<String>,
}

impl Manner {
    /// The manner of a text: as its first line end and first nested values have it; else LF and two columns.
    pub fn of(text: &str, layout: &Layout) -> Self {
        let eol = match text.find(['\n', '\r']).map(|at| &text[at..]) {
            Some(rest) if rest.starts_with("\r\n") => "\r\n",
            Some(rest) if rest.starts_with('\r') => "\r",
            _ => "\n",
        };
        let mut manner = (None, None);
        if let Some(root) = &layout.root {
            steps(text, root, &mut manner);
        }
        Self { eol, map_step: manner.0.unwrap_or(2), list_step: manner.1.unwrap_or(2) }
    }

    /// Writes a value on a peg.
    pub fn hang(&self, value: &Tree, peg: Peg) -> Hung {
        let nested = |step: usize| {
            if peg.in_list { peg.column } else { peg.parent + step }
        };
        let lines = match value {
            Tree::Text(text) => {
                let block = peg.block.filter(|column| *column > peg.parent).unwrap_or(peg.parent + 2);
                let block = (!peg.no_block).then_some(block);
                let (head, below) = scalar::write(text, Room { column: peg.column, block, like: peg.like });
                return Hung { head, below };
            }
            Tree::Number(text) => return Hung { head: text.clone(), below: Vec::new() },
            Tree::List(items) if items.is_empty() => {
                return Hung { head: "[]".into(), below: Vec::new() };
            }
            Tree::Map(pairs) if pairs.is_empty() => {
                return Hung { head: "{}".into(), below: Vec::new() };
            }
            Tree::List(items) => {
                let column = nested(self.list_step);
                items.iter().flat_map(|item| self.item(item, column, peg.no_block)).collect()
            }
            Tree::Map(pairs) => {
                let column = nested(self.map_step);
                pairs
                    .iter()
                    .flat_map(|(key, value)| self.pair(key, value, column, peg.no_block))
                    .collect::<Vec<_>>()
            }
        };
        let mut below = lines;
        match peg.in_list {
            true => Hung { head: below.remove(0).trim_start_matches(' ').to_owned(), below },
            false => Hung { head: String::new(), below },
        }
    }

    /// The lines of an entry of a map whose keys stand in a column.
    pub fn pair(&self, key: &str, value: &Tree, column: usize, no_block: bool) -> Vec<String> {
        let key = scalar::key(key);
        let start = column + key.chars().count() + 2;
        let hung = self.hang(value, Peg { no_block, ..Peg::new(column, start, false) });
        lines(format!("{:column$}{key}:", ""), hung)
    }

    /// The lines of an entry of a list whose dashes stand in a column.
    pub fn item(&self, value: &Tree, column: usize, no_block: bool) -> Vec<String> {
        let hung = self.hang(value, Peg { no_block, ..Peg::new(column, column + 2, true) });
        lines(format!("{:column$}-", ""), hung)
    }
}

fn lines(mark: String, Hung { head, below }: Hung) -> Vec<String> {
    let first = if head.is_empty() { mark } else { format!("{mark} {head}") };
    std::iter::once(first).chain(below).collect()
}

/// A value inside brackets.
pub(super) fn in_brackets(value: &Tree, like: Like) -> String {
    match value {
        Tree::Text(text) => scalar::in_flow(text, like),
        Tree::Number(text) => text.clone(),
        Tree::List(items) => {
            let items: Vec<String> = items.iter().map(|item| in_brackets(item, Like::Plain)).collect();
            format!("[{}]", items.join(", "))
        }
        Tree::Map(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(key, value)| pair_in_brackets(key, value)).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// An entry of a map in braces.
pub(super) fn pair_in_brackets(key: &str, value: &Tree) -> String {
    format!("{}: {}", scalar::key(key), in_brackets(value, Like::Plain))
}

/// Finds the steps of the first map and of the first list below a key.
fn steps(text: &str, piece: &Piece, found: &mut (Option<usize>, Option<usize>)) {
    match &piece.kind {
        Kind::Map { pairs, flow: false } => {
            for pair in pairs {
                let column = gap::column(text, pair.place.start);
                let step = gap::column(text, pair.value.range.start).checked_sub(column);
                match &pair.value.kind {
                    Kind::Map { flow: false, .. } => found.0 = found.0.or(step.filter(|step| *step > 0)),
                    Kind::Seq { flow: false, .. } => found.1 = found.1.or(step),
                    _ => continue,
                }
                steps(text, &pair.value, found);
            }
        }
        Kind::Seq { items, flow: false } => {
            for item in items {
                steps(text, &item.value, found);
            }
        }
        _ => {}
    }
}
