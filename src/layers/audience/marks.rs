//! The keys that mark: `marking`, `audience` and `marks` in any map, `text_marks` and `declassify` in the head.

use super::policy::{Ladder, Policy, audiences, unknown_label};
use super::shape::TEXTS;
use crate::diag::{Finding, Span, nearest};
use crate::yaml::{Data, Entry, Node, Step};

/// The key of a map with a label for each field beside it.
const FIELDS: &str = "marks";
/// The key of an entry that still is as an earlier edition had it.
pub const CARRIED: &str = "carried";
/// The keys of the head that mark texts and release values.
const OF_THE_HEAD: [&str; 2] = ["text_marks", "declassify"];
/// Sections of the tree in which nothing is marked: the frame, and words.
const FRAME: [&str; 9] =
    ["mujaz", "house", "checks", "style", "units", "metrics", "glossary", "labels", "projection"];

/// What a marking says to one audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Whether the audience sees what is marked.
    pub seen: bool,
    /// Where the marking stands.
    pub span: Span,
}

/// Whether a key of a map marks, and is no content. The head has a `marking` and an `audience` of its own.
pub(super) fn is_mark(pattern: &str, key: &str) -> bool {
    match key {
        FIELDS => true,
        "marking" | "audience" => pattern != "edition",
        _ => pattern == "edition" && OF_THE_HEAD.contains(&key),
    }
}

/// What a map says of itself; where it has a label and names audiences, both must allow.
pub(super) fn of_map(policy: &Policy, map: &Node, pattern: &str) -> Option<Mark> {
    if matches!(pattern, "" | "edition") {
        return None;
    }
    let label = map.get("marking").map(|it| Mark { seen: policy.judges(it, true), span: it.span });
    let names = map.get("audience").map(|it| Mark { seen: policy.judges(it, false), span: it.span });
    match (label, names) {
        (Some(label), Some(names)) => Some(if label.seen { names } else { label }),
        (label, names) => label.or(names),
    }
}

/// What a map says of one of its fields.
pub(super) fn of_field(policy: &Policy, map: &Node, key: &str) -> Option<Mark> {
    let mark = map.get(FIELDS)?.get(key)?;
    Some(Mark { seen: policy.judges(mark, true), span: mark.span })
}

/// What the edition says of a text, or of all texts of a section.
pub(super) fn of_text(policy: &Policy, tree: &Node, key: &str) -> Option<Mark> {
    let mark = tree.at("edition.text_marks")?.get(key)?;
    Some(Mark { seen: policy.judges(mark, true), span: mark.span })
}

/// The tree without what marks: what is typed. A threat keeps its `marking`, which is printed.
pub fn unmarked(tree: &Node) -> Node {
    if is_marked(tree) { stripped(tree, "") } else { tree.clone() }
}

/// Tells of every entry that is marked as being as an earlier edition had it: its path, and what the mark says.
pub fn carried<'t>(tree: &'t Node, tell: &mut dyn FnMut(&str, &'t Entry)) {
    let sections =
        tree.as_map().unwrap_or(&[]).iter().filter(|entry| !is_frame(&entry.key) && entry.key != "edition");
    sections.for_each(|section| carried_in(&section.value, &section.key, tell));
}

fn carried_in<'t>(node: &'t Node, path: &str, tell: &mut dyn FnMut(&str, &'t Entry)) {
    match &node.data {
        Data::Map(entries) => {
            node.entry(CARRIED).into_iter().for_each(|entry| tell(path, entry));
            entries
                .iter()
                .for_each(|entry| carried_in(&entry.value, &Step::Key(&entry.key).after(path), tell));
        }
        Data::Seq(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(at, item)| carried_in(item, &Step::Item(at, item.id()).after(path), tell));
        }
        Data::Scalar(..) => {}
    }
}

/// The tree without what says that an entry is carried: what is typed.
pub fn settled_entries(tree: &Node) -> Node {
    let mut any = false;
    carried(tree, &mut |_, _| any = true);
    let Some(entries) = tree.as_map().filter(|_| any) else { return tree.clone() };
    let section = |entry: &Entry| match is_frame(&entry.key) || entry.key == "edition" {
        true => entry.clone(),
        false => Entry { value: uncarried(&entry.value), ..entry.clone() },
    };
    Node { data: Data::Map(entries.iter().map(section).collect()), ..tree.clone() }
}

fn uncarried(node: &Node) -> Node {
    let data = match &node.data {
        Data::Scalar(..) => return node.clone(),
        Data::Seq(items) => Data::Seq(items.iter().map(uncarried).collect()),
        Data::Map(entries) => {
            let kept = entries.iter().filter(|entry| entry.key != CARRIED);
            Data::Map(kept.map(|entry| Entry { value: uncarried(&entry.value), ..entry.clone() }).collect())
        }
    };
    Node { data, ..node.clone() }
}

/// Whether a tree has any marks.
fn is_marked(tree: &Node) -> bool {
    let mut content = tree.as_map().unwrap_or(&[]).iter().filter(|entry| !is_frame(&entry.key));
    content.any(|entry| match entry.key.as_str() {
        FIELDS => true,
        key => marks_anything(&entry.value, key == "edition"),
    })
}

/// Whether nothing is marked in a section of the tree.
fn is_frame(key: &str) -> bool {
    FRAME.contains(&key) || key == "text"
}

/// Whether a value has any marks: told without paths, since most editions have none.
fn marks_anything(node: &Node, head: bool) -> bool {
    match &node.data {
        Data::Map(entries) => entries.iter().any(|entry| {
            let key = entry.key.as_str();
            let marks = match key {
                FIELDS => true,
                "marking" | "audience" => !head,
                key => head && OF_THE_HEAD.contains(&key),
            };
            marks || marks_anything(&entry.value, false)
        }),
        Data::Seq(items) => items.iter().any(|item| marks_anything(item, false)),
        Data::Scalar(..) => false,
    }
}

fn stripped(node: &Node, pattern: &str) -> Node {
    let data = match &node.data {
        Data::Map(entries) => {
            let kept = entries
                .iter()
                .filter(|entry| !is_mark(pattern, &entry.key) || is_printed(pattern, &entry.key));
            let inner = |entry: &Entry| match pattern.is_empty() && is_frame(&entry.key) {
                true => entry.clone(),
                false => {
                    Entry { value: stripped(&entry.value, &below(pattern, &entry.key)), ..entry.clone() }
                }
            };
            Data::Map(kept.map(inner).collect())
        }
        Data::Seq(items) => {
            let pattern = format!("{pattern}[]");
            Data::Seq(items.iter().map(|item| stripped(item, &pattern)).collect())
        }
        scalar @ Data::Scalar(..) => scalar.clone(),
    };
    Node { data, ..node.clone() }
}

/// The label of a threat stands on the page.
pub(super) fn is_printed(pattern: &str, key: &str) -> bool {
    pattern == "threats[]" && key == "marking"
}

/// The pattern of a key of a map.
pub(super) fn below(pattern: &str, key: &str) -> String {
    match pattern {
        "" => key.to_owned(),
        "orgs" | "places" => format!("{pattern}{{}}"),
        _ => format!("{pattern}.{key}"),
    }
}

/// A label of the tree with its path: `figures[x].marking`, `figures[x].marks.note`, `edition.text_marks.title`.
pub struct Label<'a> {
    /// Where it stands in the data.
    pub path: String,
    /// The label.
    pub text: &'a str,
    /// Its place.
    pub span: Span,
}

/// Every label of a tree, in the order of the data; not that of the edition itself.
pub fn labels(tree: &Node) -> Vec<Label<'_>> {
    let mut found = Vec::new();
    visit(tree, "", "", &mut |pattern, path, entry| match entry.key.as_str() {
        "marking" if is_mark(pattern, "marking") => {
            found.push((path.to_owned(), entry.value.span));
        }
        FIELDS | "text_marks" if is_mark(pattern, &entry.key) => {
            for field in entry.value.as_map().unwrap_or(&[]) {
                found.push((Step::Key(&field.key).after(path), field.value.span));
            }
        }
        _ => {}
    });
    let of = |(path, span): (String, Span)| {
        let text = tree.at(&path).and_then(Node::as_text)?;
        Some(Label { path, text, span })
    };
    found.into_iter().filter_map(of).collect()
}

/// Calls a function for each entry of each map that may mark, with the pattern of the map and the path of the entry.
fn visit(node: &Node, pattern: &str, path: &str, each: &mut impl FnMut(&str, &str, &Entry)) {
    match &node.data {
        Data::Map(entries) => {
            for entry in entries {
                if pattern.is_empty() && is_frame(&entry.key) {
                    continue;
                }
                let path = Step::Key(&entry.key).after(path);
                each(pattern, &path, entry);
                if !is_mark(pattern, &entry.key) {
                    visit(&entry.value, &below(pattern, &entry.key), &path, each);
                }
            }
        }
        Data::Seq(items) => {
            let pattern = format!("{pattern}[]");
            for (index, item) in items.iter().enumerate() {
                visit(item, &pattern, &Step::Item(index, item.id()).after(path), each);
            }
        }
        Data::Scalar(..) => {}
    }
}

/// AU01 unknown labels, AU02 unknown audiences, AU04 marks of nothing, and what is wrong with the audiences
/// themselves. A house without audiences and labels of its own is held to TLP alone.
pub fn examine(tree: &Node, findings: &mut Vec<Finding>) {
    super::policy::faults(tree, findings);
    if !is_marked(tree) {
        return;
    }
    let ladder = Ladder::of(tree);
    let strict = tree.at("house.audiences").is_some() || tree.at("house.markings").is_some();
    for label in labels(tree) {
        // A wrong label of a threat is told by DA13, as that of the edition.
        let told = label.path.starts_with("threats[") && label.path.ends_with("].marking") && !strict;
        if !ladder.has(label.text) && !told && (strict || label.text.to_uppercase().starts_with("TLP")) {
            findings
                .push(unknown_label(label.text, &ladder).at(label.span, "unknown label").path(label.path));
        }
    }
    let known = audiences(tree);
    let mut faults = Vec::new();
    visit(tree, "", "", &mut |pattern, path, entry| match entry.key.as_str() {
        "audience" if is_mark(pattern, "audience") => names(&entry.value, path, &known, &mut faults),
        key @ (FIELDS | "text_marks") if is_mark(pattern, key) => {
            for field in entry.value.as_map().unwrap_or(&[]) {
                let path = Step::Key(&field.key).after(path);
                if field.value.as_seq().is_some() {
                    names(&field.value, &path, &known, &mut faults);
                }
                if key == "text_marks" && !is_text(&field.key) {
                    let sections: Vec<&str> = TEXTS.iter().map(|(section, _)| *section).collect();
                    let finding = Finding::error("AU04", format!("`{}` is no text", field.key))
                        .at(field.key_span, "marks nothing")
                        .path(path);
                    let section = field.key.split(['.', '[']).next().unwrap_or_default();
                    faults.push(match nearest(section, &sections) {
                        Some(near) => finding.help(format!("did you mean `{near}`?")),
                        None => finding
                            .help("write the key of a text, such as `highlights[2]` or `threats.cells`"),
                    });
                }
            }
        }
        _ => {}
    });
    findings.extend(faults);
    fields(tree, "", "", findings);
}

/// Whether a key is that of a text or of a section of texts.
fn is_text(key: &str) -> bool {
    let section = key.split(['.', '[']).next().unwrap_or_default();
    TEXTS.iter().any(|(known, _)| *known == section)
}

/// AU02.
fn names(value: &Node, path: &str, known: &[&str], faults: &mut Vec<Finding>) {
    let list = value.as_seq().unwrap_or(std::slice::from_ref(value));
    for name in list {
        let Some(word) = name.as_text().filter(|word| !known.contains(word)) else { continue };
        let finding = Finding::error("AU02", format!("the house has no audience `{word}`"))
            .at(name.span, "unknown audience")
            .path(path);
        faults.push(match nearest(word, known) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("add it to `house.audiences`"),
        });
    }
}

/// AU04: marks of fields that are not there.
fn fields(node: &Node, pattern: &str, path: &str, findings: &mut Vec<Finding>) {
    match &node.data {
        Data::Map(entries) => {
            let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            for field in node.get(FIELDS).and_then(Node::as_map).unwrap_or(&[]) {
                if keys.contains(&field.key.as_str()) || (pattern.is_empty() && field.key == "text") {
                    continue;
                }
                let finding = Finding::error("AU04", format!("there is no `{}` to mark here", field.key))
                    .at(field.key_span, "marks nothing")
                    .path(Step::Key(FIELDS).after(path));
                findings.push(match nearest(&field.key, keys.iter().copied().filter(|key| *key != FIELDS)) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help("take the mark out, or name a key that stands beside `marks`"),
                });
            }
            for entry in entries {
                if !(pattern.is_empty() && is_frame(&entry.key) || is_mark(pattern, &entry.key)) {
                    let path = Step::Key(&entry.key).after(path);
                    fields(&entry.value, &below(pattern, &entry.key), &path, findings);
                }
            }
        }
        Data::Seq(items) => {
            let pattern = format!("{pattern}[]");
            for (index, item) in items.iter().enumerate() {
                fields(item, &pattern, &Step::Item(index, item.id()).after(path), findings);
            }
        }
        Data::Scalar(..) => {}
    }
}
