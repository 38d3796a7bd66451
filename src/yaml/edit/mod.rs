//! One YAML text and changes to some of its values -> the same text with these values; or without some (`cut`).
//!
//! Comments, order, blank lines, quotes, indentation, line ends and a missing last line end stay as they are, byte
//! for byte, wherever nothing changes. A value that is there already is not touched. (A byte order mark is no part
//! of a text that `decode` registered: whoever writes the file puts it back.)
//!
//! What cannot be changed without harm (an anchor, an alias, a comment inside a value that goes) is a fault,
//! and then nothing changes. The result is read again before it is handed out: it says what was asked for, with
//! every comment of the old text, or it is not handed out.

mod block;
mod builder;
mod changes;
mod cut;
mod flow;
mod gap;
mod layout;
mod net;
mod scalar;
mod shape;
mod siblings;
mod splice;
#[cfg(test)]
mod tests;

pub use self::cut::cut;

use self::changes::{Op, Planner};
use self::layout::Layout;
use self::net::Tree;
use self::splice::Splice;
use super::limits::Limits;
use super::path::Step;
use super::read;
use crate::diag::{FileId, Finding, Sources, Span};

/// What is to stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// A text. White space at the end of the old text does not make the two different.
    Text(String),
    /// A number or a time, written without quotes.
    Number(String),
    /// Texts by key, in the order in which new ones are written: plural forms with `by`. Keys that are there
    /// and not among these go.
    Map(Vec<(String, String)>),
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// The way to the value from the top of the file; a list's entry by its index from 0. Maps and lists that
    /// are missing are made. An index beyond the end of a list makes it longer, with `""` in the places between.
    pub path: Vec<Step<'a>>,
    /// The value.
    pub value: NewValue,
}

/// Why a file was not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditFault {
    /// The value that was to be changed in the file as it is, or what is there on the way to it.
    pub span: Span,
    /// The way to the value: `highlights[2].one`; empty for a fault of the whole file.
    pub path: String,
    /// What stands against it, to follow "cannot be changed:".
    pub reason: String,
}

/// Makes changes in a registered file and returns its new text; of two changes to one place, the last is made.
///
/// `order` gives the keys of the map at a path in their order. A new key is put after the nearest key before it
/// that is there, else before the nearest after it; at the end if it is none of these.
///
/// # Errors
///
/// The first change that cannot be made.
pub fn edit(
    file: FileId,
    sources: &Sources,
    changes: &[Change<'_>],
    order: &dyn Fn(&[Step<'_>]) -> Vec<String>,
) -> Result<String, EditFault> {
    let before = sources.text(file);
    let whole = |reason: String| EditFault { span: Span::new(file, 0, 0), path: String::new(), reason };
    let misread = || whole("the new text would not read as it should".to_owned());
    let (tree, known) = read::parse(file, sources, &Limits::default());
    let error = known.iter().find(|finding| finding.is_error());
    if let Some(Finding { message, places, .. }) = error {
        let fault = whole(format!("the file has errors: {message}"));
        return Err(EditFault { span: places.first().map_or(fault.span, |place| place.span), ..fault });
    }
    let first = Layout::of(before).ok_or_else(|| whole("the file could not be read".to_owned()))?;
    let mut expected = Tree::of(tree.as_ref());
    let fault = |path: &[Step<'_>], reason: String| EditFault {
        span: first.nearest(path, file),
        path: path.iter().fold(String::new(), |written, step| step.after(&written)),
        reason,
    };
    let mut ops: Vec<Op<'_>> = Vec::new();
    for (at, Change { path, value }) in changes.iter().enumerate() {
        if let Some(reason) = refused(path, value) {
            return Err(fault(path, reason));
        }
        if !changes[at + 1..].iter().any(|later| later.path == *path) {
            expected.put(path, &Tree::from(value));
            ops.push(Op::new(path.clone(), value));
        }
    }
    let mut text = before.to_owned();
    let mut newer = None;
    while !ops.is_empty() {
        let mut planner = Planner::new(&text, newer.as_ref().unwrap_or(&first), order);
        for op in ops {
            planner.plan(op).map_err(|(path, reason)| fault(&path, reason))?;
        }
        let (splices, left) = planner.finish();
        if splices.is_empty() && !left.is_empty() {
            return Err(whole("the changes stand in each other's way".to_owned()));
        }
        text = Splice::apply(splices, &text);
        newer = Some(Layout::of(&text).ok_or_else(misread)?);
        ops = left;
    }
    let comments = |text: &str, layout: &Layout| layout.comments(text, 0..text.len()).concat();
    let kept = newer.is_none_or(|layout| same_words(&comments(before, &first), &comments(&text, &layout)));
    match kept && expected.stands_in(&text, known.len()) {
        true => Ok(text),
        false => Err(misread()),
    }
}

/// Whether two texts differ in white space only: where two comments come to stand on one line, that changes.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().flat_map(str::chars).eq(other.split_whitespace().flat_map(str::chars))
}

/// Entries of a list that an edit makes longer; so many messages no page has.
const LONGEST: usize = 10_000;

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-+:".contains(&byte)
}

/// What no file may hold, whatever the place.
fn refused(path: &[Step<'_>], value: &NewValue) -> Option<String> {
    if path.iter().any(|step| matches!(step, Step::Item(index, _) if *index >= LONGEST)) {
        return Some(format!("a list is not made longer than {LONGEST} entries"));
    }
    let keys = path.iter().filter_map(|step| match step {
        Step::Key(key) => Some(*key),
        Step::Item(..) => None,
    });
    let texts: Vec<&str> = match value {
        NewValue::Text(text) => keys.chain([text.as_str()]).collect(),
        NewValue::Number(text) if text.is_empty() || !text.bytes().all(is_of_number) => {
            return Some(format!("`{text}` is no number"));
        }
        NewValue::Number(_) => keys.collect(),
        NewValue::Map(pairs) if pairs.is_empty() => {
            return Some("a map without entries says nothing".to_owned());
        }
        NewValue::Map(pairs) => {
            keys.chain(pairs.iter().flat_map(|(key, text)| [key.as_str(), text])).collect()
        }
    };
    let c = texts.into_iter().find_map(scalar::refused)?;
    Some(format!("the new text holds the hidden character U+{:04X}", c as u32))
}
