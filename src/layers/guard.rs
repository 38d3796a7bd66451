//! A language layer holds words only: no neutral section, and no message that is nothing but a number.

use crate::diag::Finding;
use crate::yaml::{Data, Entry, Node, Step};

/// Sections that only the neutral data has.
const NEUTRAL: &[&str] =
    &["mujaz", "edition", "figures", "corrections", "sources", "units", "metrics", "places", "orgs", "style"];
/// Lists inside sections that have texts as well.
const NEUTRAL_LISTS: &[(&str, &str)] = &[
    ("funding", "requirements"),
    ("funding", "contributions"),
    ("funding", "adversary"),
    ("returnees", "fighters"),
    ("partners", "joined"),
];
/// Keys whose values are about a text, not read by anyone.
const ABOUT: &[&str] = &["lang", "_meta", "of", "status", "translator"];
/// Values of one section that are reported one by one.
const MOST: usize = 20;

/// Checks the file of a language against the neutral tree and returns it without what it may not set.
pub(super) fn words_only(lang: &str, text: Node, neutral: &Node, findings: &mut Vec<Finding>) -> Node {
    let Data::Map(entries) = &text.data else { return text };
    let mut kept = ecow::EcoVec::new();
    for entry in entries {
        if NEUTRAL.contains(&entry.key.as_str()) {
            forbidden(entry, entry.key.to_string(), neutral, findings);
            continue;
        }
        let mut entry = entry.clone();
        if let Data::Map(inner) = &mut entry.value.data {
            for (_, list) in NEUTRAL_LISTS.iter().filter(|(section, _)| *section == entry.key) {
                let at = inner.iter().position(|inner| inner.key == *list && inner.value.as_seq().is_some());
                if let Some(at) = at {
                    let path = Step::Key(list).after(&entry.key);
                    forbidden(&inner.remove(at), path, neutral, findings);
                }
            }
        }
        if !ABOUT.contains(&entry.key.as_str()) {
            let path = Step::Key(&entry.key).after("");
            bare_numbers(lang, &entry.value, path, neutral, findings);
        }
        kept.push(entry);
    }
    Node { data: Data::Map(kept), ..text }
}

/// Reports a section: each value that the neutral data sets as well, or the section as a whole.
fn forbidden(section: &Entry, path: String, neutral: &Node, findings: &mut Vec<Finding>) {
    let mut leaves = Vec::new();
    values(&section.value, path.clone(), None, &mut leaves);
    let set = leaves.into_iter().filter_map(|leaf| Some((neutral.at(&leaf.path)?.span, leaf)));
    let set: Vec<_> = set.take(MOST).collect();
    for (first, leaf) in &set {
        let finding = Finding::error("LA13", format!("a language layer must not set `{}`", leaf.path))
            .at(leaf.node.span, "this belongs to the neutral data")
            .at(*first, "the value is set here")
            .path(leaf.path.clone());
        findings.push(match leaf.id {
            Some(id) => finding.help(format!("remove it, and point at it from a message: `{{{id}}}`")),
            None => finding.help("remove it; a language file holds words only"),
        });
    }
    if set.is_empty() {
        let finding = Finding::error("LA13", format!("a language layer must not set `{path}`"))
            .at(section.key_span, "this belongs to the neutral data");
        let finding = match neutral.at(&path) {
            Some(first) => finding.at(first.span, "the neutral data sets it here"),
            None => finding,
        };
        findings.push(
            finding.path(path).help("move it to the edition's files and point at it from a message: `{id}`"),
        );
    }
}

struct Leaf<'a> {
    node: &'a Node,
    path: String,
    /// The id of the nearest entry around it.
    id: Option<&'a str>,
}

fn values<'a>(node: &'a Node, path: String, id: Option<&'a str>, leaves: &mut Vec<Leaf<'a>>) {
    match &node.data {
        Data::Scalar(..) => leaves.push(Leaf { node, path, id }),
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                values(item, Step::Item(index, item.id()).after(&path), item.id().or(id), leaves);
            }
        }
        Data::Map(entries) => {
            for entry in entries.iter().filter(|entry| entry.key != "id") {
                values(&entry.value, Step::Key(&entry.key).after(&path), id, leaves);
            }
        }
    }
}

/// Reports every message that is a number.
fn bare_numbers(lang: &str, node: &Node, path: String, neutral: &Node, findings: &mut Vec<Finding>) {
    match &node.data {
        Data::Scalar(text, _) if is_number(text) => {
            let finding = Finding::error("LA14", format!("the message `{path}` is nothing but a number"))
                .at(node.span, "numbers belong to the neutral data")
                .path(format!("text.{lang}.{path}"));
            findings.push(match figure_with(text, neutral) {
                Some((id, value)) => finding
                    .at(value.span, "the figure with this value")
                    .help(format!("point at the figure: `{{{id}}}`")),
                None => finding.help("give the number as a figure of the edition and point at it: `{id}`"),
            });
        }
        Data::Scalar(..) => {}
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                bare_numbers(lang, item, Step::Item(index, item.id()).after(&path), neutral, findings);
            }
        }
        Data::Map(entries) => {
            for entry in entries.iter().filter(|entry| !ABOUT.contains(&entry.key.as_str())) {
                bare_numbers(lang, &entry.value, Step::Key(&entry.key).after(&path), neutral, findings);
            }
        }
    }
}

/// Digits of any script with the marks, suffixes and signs that go with them.
fn is_number(text: &str) -> bool {
    let mark = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | '٫' | '٬' | '،' | '%' | '٪' | '‰' | '-' | '−' | '+' | '~')
            || matches!(c, '/' | ':' | '–' | '$' | '€' | '£' | 'K' | 'M' | 'B' | 'T')
    };
    text.chars().any(char::is_numeric) && text.chars().all(|c| c.is_numeric() || mark(c))
}

/// The figure that has this value.
fn figure_with<'a>(text: &str, neutral: &'a Node) -> Option<(&'a str, &'a Node)> {
    let wanted = latin(text);
    let figures = neutral.get("figures")?.as_seq()?.iter();
    let mut valued = figures.filter_map(|figure| Some((figure.id()?, figure.get("value")?)));
    valued.find(|(_, value)| value.as_text().is_some_and(|value| latin(value) == wanted))
}

/// A number in Latin digits without its signs.
fn latin(text: &str) -> String {
    let latin = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '٫' => Some('.'),
        '%' | '٪' | '٬' | ',' | '$' | '€' | '£' | '+' | ' ' => None,
        other => Some(other),
    };
    text.chars().filter_map(latin).collect()
}
