//! What people have added to the file of an earlier import -> the new tree and text: keys and entries that the import
//! does not write, and comments.

use std::collections::BTreeMap;
use std::fmt::Write;

use ecow::EcoVec;
use sha2::{Digest as _, Sha256};

use super::moves::{flat, name};
use super::origin;
use crate::diag::{FileId, Sources, Span};
use crate::digest::Digest;
use crate::layers::CARRIED;
use crate::model::import_map::{ImportMap, Target};
use crate::yaml::{Data, Entry, Node, Step, write_tree};

/// How the lines begin that the import itself writes at the head of a file.
const HEAD: &str = "#: ";

/// Whether a tree has values of the edition before that another one has not: imported ones are new.
pub(super) fn renews(before: &Node, after: &Node) -> bool {
    let marks = |node: &Node| {
        let paths = flat(node).into_keys();
        paths.filter(|path| path.rsplit('.').next() == Some(CARRIED)).count()
    };
    marks(before) > marks(after)
}

/// The keys of an entry that the import writes.
fn is_written(spec: &ImportMap, path: &str) -> bool {
    let below = |key: &String| key == path || key.starts_with(path) && key[path.len()..].starts_with('.');
    matches!(path, "id" | "source" | origin::KEY)
        || spec.columns.keys().chain(spec.constants.keys()).any(below)
}

/// The new tree with what is people's own in the old one.
pub(super) fn merged(spec: &ImportMap, old: &Node, new: &Node) -> Node {
    let entries = spec.target.value.entries();
    both(spec, old, new, "", entries)
}

fn both(spec: &ImportMap, old: &Node, new: &Node, path: &str, entries: &str) -> Node {
    let data = match (&old.data, &new.data) {
        (Data::Map(before), Data::Map(after)) => {
            let mut all: EcoVec<Entry> = EcoVec::new();
            for entry in after {
                let path = Step::Key(&entry.key).after(path);
                let value = match before.iter().find(|it| it.key == entry.key) {
                    Some(known) => both(spec, &known.value, &entry.value, &path, entries),
                    None => entry.value.clone(),
                };
                all.push(Entry { value, ..entry.clone() });
            }
            let is_own = |it: &&Entry| it.key != CARRIED && after.iter().all(|new| new.key != it.key);
            all.extend(before.iter().filter(is_own).cloned());
            Data::Map(all)
        }
        (Data::Seq(before), Data::Seq(after)) if path == entries || path == "sources" => {
            let mut all: Vec<Node> = after
                .iter()
                .map(|entry| match before.iter().find(|it| name(it).is_some() && name(it) == name(entry)) {
                    Some(known) if path == entries => own(spec, known, entry, ""),
                    Some(known) => both(spec, known, entry, path, entries),
                    None => entry.clone(),
                })
                .collect();
            let is_own = |entry: &&Node| {
                let replaced = after.iter().any(|new| name(new) == name(entry));
                !replaced && (path == "sources" || entry.get(origin::KEY).is_none())
            };
            all.extend(before.iter().filter(is_own).cloned());
            all.sort_by(|a, b| name(a).cmp(&name(b)));
            Data::Seq(all.into())
        }
        (_, data) => data.clone(),
    };
    Node { data, ..new.clone() }
}

/// An entry of the import with the keys that are people's own.
fn own(spec: &ImportMap, old: &Node, new: &Node, path: &str) -> Node {
    let (Data::Map(before), Data::Map(after)) = (&old.data, &new.data) else { return new.clone() };
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let mut all: EcoVec<Entry> = EcoVec::new();
    for entry in after {
        let value = match before.iter().find(|it| it.key == entry.key) {
            Some(known) if entry.key != origin::KEY => {
                own(spec, &known.value, &entry.value, &below(&entry.key))
            }
            _ => entry.value.clone(),
        };
        all.push(Entry { value, ..entry.clone() });
    }
    for entry in before.iter().filter(|it| after.iter().all(|new| new.key != it.key)) {
        if entry.key != CARRIED && !is_written(spec, &below(&entry.key)) {
            // The origin stays last.
            let at = all.iter().position(|it| it.key == origin::KEY).unwrap_or(all.len());
            all.insert(at, entry.clone());
        }
    }
    Node { data: Data::Map(all), ..new.clone() }
}

/// A fingerprint of the values of a tree that the import wrote, to tell later whether people have changed any.
pub(super) fn fingerprint(spec: &ImportMap, tree: &Node) -> String {
    let target: Target = spec.target.value;
    let mut digest = Sha256::new();
    let list = tree.at(target.entries()).and_then(Node::as_seq).unwrap_or_default();
    for entry in list.iter().filter(|entry| entry.get(origin::KEY).is_some()) {
        for (path, text) in
            flat(entry).iter().filter(|(path, _)| is_written(spec, path.split('[').next().unwrap_or(path)))
        {
            digest.update(format!("{path}\u{0}{text}\u{0}"));
        }
        digest.update("\u{1}");
    }
    Digest::from(<[u8; 32]>::from(digest.finalize())).short()
}

/// The fingerprint that a file has at its head.
pub(super) fn recorded(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix(HEAD)?.strip_prefix("values ")).map(str::trim)
}

/// The text of the file: its head, the tree, and the comments of an old text at the places that they had.
pub(super) fn text(spec: &ImportMap, tree: &Node, old: Option<(FileId, &Node)>, sources: &Sources) -> String {
    let head = [
        format!(
            "Written by `mujaz import` with the map `{}`. The next import replaces what it writes; keys,",
            spec.import.value
        ),
        "entries and comments of your own stay.".to_owned(),
        format!("values {}", fingerprint(spec, tree)),
    ];
    let body = write_tree(tree, "");
    let body = match old {
        Some((file, node)) => commented(&body, &comments(file, node, sources)),
        None => body,
    };
    head.map(|line| format!("{HEAD}{line}\n")).concat() + &body
}

/// The comments of a text by the path of the value that they stand before or behind; those at the end have none.
#[derive(Default)]
struct Comments {
    before: BTreeMap<String, Vec<String>>,
    behind: BTreeMap<String, String>,
    last: Vec<String>,
}

/// The lines on which keys and entries of a tree begin, with their paths.
fn lines(node: &Node, sources: &Sources) -> Lines {
    let mut found = BTreeMap::new();
    visit(node, String::new(), sources, &mut found);
    found
}

/// Where each line begins to say something, and where it ends.
type Lines = BTreeMap<usize, (String, usize)>;

fn visit(node: &Node, path: String, sources: &Sources, lines: &mut Lines) {
    match &node.data {
        Data::Scalar(..) => add(&path, node.span, sources, lines),
        Data::Map(entries) => {
            for entry in entries {
                let path = Step::Key(&entry.key).after(&path);
                // The colon belongs to the key.
                add(&path, Span { end: entry.key_span.end + 1, ..entry.key_span }, sources, lines);
                visit(&entry.value, path, sources, lines);
            }
        }
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, Step::Item(index, name(item)).after(&path), sources, lines);
            }
        }
    }
}

/// Of several values on one line the first names it, and the last ends it.
fn add(path: &str, span: Span, sources: &Sources, lines: &mut Lines) {
    let (line, _) = sources.position(span.file, span.start);
    let known = lines.entry(line).or_insert_with(|| (path.to_owned(), 0));
    if sources.position(span.file, span.end).0 == line {
        known.1 = known.1.max(span.end as usize);
    }
}

fn comments(file: FileId, node: &Node, sources: &Sources) -> Comments {
    let (values, text) = (lines(node, sources), sources.text(file));
    let (mut found, mut offset) = (Comments::default(), 0);
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let (number, start) = (at + 1, offset);
        offset += line.len();
        let bare = line.trim();
        if bare.starts_with('#') && !bare.starts_with(HEAD.trim_end()) {
            match values.range(number..).next() {
                Some((_, (path, _))) => found.before.entry(path.clone()).or_default().push(bare.to_owned()),
                None => found.last.push(bare.to_owned()),
            }
        } else if let Some((path, end)) = values.get(&number)
            && let Some(rest) = text.get((*end).max(start)..offset)
            && let Some(hash) = rest.find('#')
        {
            found.behind.insert(path.clone(), rest[hash..].trim_end().to_owned());
        }
    }
    found
}

/// A text with comments put to the values that they belong to; those whose value is gone stand at the end.
fn commented(body: &str, comments: &Comments) -> String {
    let mut sources = Sources::new();
    let file = sources.add("", "", body.to_owned());
    let (node, _) = crate::yaml::parse(file, &sources, &crate::yaml::Limits::default());
    let Some(node) = node else { return body.to_owned() };
    let values = lines(&node, &sources);
    let (mut text, mut put) = (String::new(), Vec::new());
    for (at, line) in body.lines().enumerate() {
        let path = values.get(&(at + 1)).map(|(path, _)| path.as_str());
        let indent = line.len() - line.trim_start().len();
        for comment in path.and_then(|path| comments.before.get(path)).into_iter().flatten() {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{:indent$}{comment}", "");
        }
        text.push_str(line);
        if let Some(comment) = path.and_then(|path| comments.behind.get(path)) {
            text.push_str("   ");
            text.push_str(comment);
        }
        text.push('\n');
        put.extend(path);
    }
    let gone =
        comments.before.iter().filter(|(path, _)| !put.contains(&path.as_str())).flat_map(|(_, lines)| lines);
    let gone_behind =
        comments.behind.iter().filter(|(path, _)| !put.contains(&path.as_str())).map(|(_, line)| line);
    for comment in comments.last.iter().chain(gone).chain(gone_behind) {
        text.push_str(comment);
        text.push('\n');
    }
    text
}
