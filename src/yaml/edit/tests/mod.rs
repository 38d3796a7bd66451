//! Tests of edits: whole files before and after, every place of the shipped texts, and texts of all kinds.

mod block;
mod cut;
mod everywhere;
mod faults;
mod flow;
mod new;
mod soup;

use super::{Change, EditFault, NewValue, edit};
use crate::diag::Sources;
use crate::yaml::path::Step;

/// A path written as in findings, with indexes from 0: `highlights[2].one`.
fn steps(path: &str) -> Vec<Step<'_>> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &'static str| match part.strip_suffix(']') {
        Some(index) => Step::Item(index.parse().unwrap(), None),
        None => Step::Key(part),
    };
    parts.map(|part| step(Box::leak(part.to_owned().into_boxed_str()))).collect()
}

fn text(path: &str, text: &str) -> Change<'static> {
    Change { path: owned(path), value: NewValue::Text(text.to_owned()) }
}

fn forms(path: &str, pairs: &[(&str, &str)]) -> Change<'static> {
    let pairs = pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    Change { path: owned(path), value: NewValue::Map(pairs) }
}

fn owned(path: &str) -> Vec<Step<'static>> {
    steps(Box::leak(path.to_owned().into_boxed_str()))
}

/// The order of the maps of these tests.
fn order(path: &[Step<'_>]) -> Vec<String> {
    let keys = match path {
        [] => "lang _meta title subtitle bottom_line highlights threats decisions names",
        [Step::Key("threats")] => "a b c d e",
        _ => "",
    };
    keys.split_whitespace().map(str::to_owned).collect()
}

fn edited(before: &str, changes: &[Change<'_>]) -> Result<String, EditFault> {
    let mut sources = Sources::new();
    let file = sources.add("t.yaml", "", before.to_owned());
    edit(file, &sources, changes, &order)
}

/// Compares a whole file after an edit, shown with its line ends.
fn becomes(before: &str, changes: &[Change<'_>], after: &str) {
    let found = edited(before, changes).unwrap_or_else(|fault| panic!("{fault:?}\n{before}"));
    let shown = |text: &str| text.split_inclusive('\n').map(|line| format!("{line:?}\n")).collect::<String>();
    assert_eq!(shown(&found), shown(after), "found:\n{found}");
}
