//! Another project that an audience must not be able to tell from the real one: files with other withheld values.
//!
//! Only what `verify::leaks` puts into a file changes: values at their places, ids wherever they stand for withheld
//! things, and twins of withheld entries. Markings stay, and so does whatever decides what is withheld: references
//! and placeholders of things that are withheld because of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use ecow::EcoVec;

use super::marks::{below, is_mark};
use super::shape::{Space, TEXTS, Texts, reference, space};
use super::withhold::{Cause, Withheld, ids};
use crate::diag::Span;
use crate::yaml::{Data, Entry, Node, Step, Style};

/// A single withheld value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its path in the whole tree.
    pub path: String,
    /// The same without ids.
    pub pattern: String,
    /// Where it stands.
    pub span: Span,
    /// The value.
    pub text: String,
    /// The ids that may stand in its place, if it is a reference; none if it must stay.
    pub instead: Option<Vec<String>>,
}

/// Something that is withheld as a whole entry of a list, and may have a twin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twinned {
    /// Its path in the whole tree.
    pub path: String,
    /// Its pattern.
    pub pattern: String,
    /// Where it stands.
    pub span: Span,
}

/// What of a whole tree can be varied without any change for the audience.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// Values, each place once.
    pub leaves: Vec<Leaf>,
    /// Entries.
    pub entries: Vec<Twinned>,
    /// Ids of withheld things.
    pub ids: Vec<Id>,
    /// The values of the whole tree by pattern: a choice of what may stand for a word of a closed list.
    pub words: BTreeMap<String, Vec<String>>,
}

/// The id of a withheld thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id {
    space: Space,
    /// The id.
    pub text: String,
}

/// Collects what was taken out of a whole tree.
pub fn secrets(whole: &Node, withheld: &[Withheld]) -> Secrets {
    let known = ids(whole);
    let by_space = |space: &Space| {
        let mut ids: Vec<String> =
            known.keys().filter(|(of, _)| of == space).map(|(_, id)| id.clone()).collect();
        ids.sort_unstable();
        ids
    };
    let (mut secrets, mut seen) = (Secrets::default(), HashSet::new());
    for it in withheld {
        let free = !matches!(it.cause, Cause::Follows(_));
        if free && it.pattern.ends_with("[]") && it.node.as_map().is_some() && !it.pattern.starts_with("text")
        {
            secrets.entries.push(Twinned {
                path: it.path.clone(),
                pattern: it.pattern.clone(),
                span: it.node.span,
            });
        }
        let mut found = Vec::new();
        gather(&it.node, &it.pattern, &it.path, &mut found, &mut secrets.ids);
        if it.pattern.ends_with("{}")
            && let Some(id) = it.path.split_once('.').map(|(_, id)| id.trim_matches('"').to_owned())
        {
            secrets.ids.push(Id { space: Space::Names, text: id });
        }
        for (path, pattern, span, text) in found {
            if !seen.insert(span) {
                continue;
            }
            let instead = reference(&pattern).map(|spaces| match free {
                true => spaces.iter().flat_map(by_space).filter(|id| *id != text).collect(),
                false => Vec::new(),
            });
            secrets.leaves.push(Leaf { path, pattern, span, text, instead });
        }
    }
    secrets.ids.sort_unstable();
    secrets.ids.dedup();
    pool(whole, "", &mut secrets.words);
    secrets
}

type Found = (String, String, Span, String);

fn gather(node: &Node, pattern: &str, path: &str, found: &mut Vec<Found>, ids: &mut Vec<Id>) {
    match &node.data {
        Data::Scalar(text, _) => {
            found.push((path.to_owned(), pattern.to_owned(), node.span, text.to_string()))
        }
        Data::Seq(items) => {
            let pattern = format!("{pattern}[]");
            for (index, item) in items.iter().enumerate() {
                gather(item, &pattern, &Step::Item(index, item.id()).after(path), found, ids);
            }
        }
        Data::Map(entries) => {
            if let (Some(space), Some(id)) = (space(pattern), node.id()) {
                ids.push(Id { space, text: id.to_owned() });
            }
            for entry in entries.iter().filter(|entry| !is_mark(pattern, &entry.key)) {
                let is_id = entry.key == "id" && space(pattern).is_some();
                // What chooses among the forms of a text points at something.
                if is_id || (entry.key == "by" && pattern.starts_with("text")) {
                    continue;
                }
                gather(
                    &entry.value,
                    &below(pattern, &entry.key),
                    &Step::Key(&entry.key).after(path),
                    found,
                    ids,
                );
            }
        }
    }
}

fn pool(node: &Node, pattern: &str, words: &mut BTreeMap<String, Vec<String>>) {
    match &node.data {
        Data::Scalar(text, _) => {
            let known = words.entry(pattern.to_owned()).or_default();
            if !known.iter().any(|word| word == text.as_str()) {
                known.push(text.to_string());
            }
        }
        Data::Seq(items) => items.iter().for_each(|item| pool(item, &format!("{pattern}[]"), words)),
        Data::Map(entries) => {
            let content =
                |entry: &&Entry| !(pattern.is_empty() && matches!(entry.key.as_str(), "text" | "labels"));
            for entry in entries.iter().filter(content) {
                pool(&entry.value, &below(pattern, &entry.key), words);
            }
        }
    }
}

/// What a file of a project holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Data in no language.
    Data,
    /// The texts of a language.
    Texts,
}

/// What changes.
pub struct Variation<'a> {
    /// The value in place of one at a span; the flag says that it is for a twin.
    pub value: &'a dyn Fn(Span, bool) -> Option<String>,
    /// The id of the twin of an entry at a span; empty for one without id.
    pub twin: &'a dyn Fn(Span) -> Option<String>,
    /// Ids in place of others.
    pub ids: &'a HashMap<Id, String>,
}

impl Variation<'_> {
    /// A file with what changes.
    pub fn of(&self, file: &Node, holds: Holds) -> Node {
        match holds {
            Holds::Data => self.data(file, "", false),
            Holds::Texts => self.texts(file),
        }
    }

    fn data(&self, node: &Node, pattern: &str, twin: bool) -> Node {
        let data = match &node.data {
            Data::Scalar(text, style) => return self.scalar(node, text, *style, pattern, twin),
            Data::Seq(items) => {
                let pattern = format!("{pattern}[]");
                let mut all = EcoVec::new();
                for item in items {
                    all.push(self.data(item, &pattern, twin));
                    if let Some(id) = (self.twin)(item.span) {
                        all.push(named(&self.data(item, &pattern, true), &id));
                    }
                }
                Data::Seq(all)
            }
            Data::Map(entries) => Data::Map(
                entries
                    .iter()
                    .map(|entry| {
                        let inner = below(pattern, &entry.key);
                        let key = match inner.ends_with("{}") {
                            true => {
                                self.id(&[Space::Names], &entry.key).unwrap_or_else(|| entry.key.to_string())
                            }
                            false if pattern == "edition.text_marks" => self.key(&entry.key),
                            false => entry.key.to_string(),
                        };
                        let value = match is_mark(pattern, &entry.key) && entry.key != "text_marks" {
                            true => entry.value.clone(),
                            false => self.data(&entry.value, &inner, twin),
                        };
                        Entry { key: key.into(), value, ..entry.clone() }
                    })
                    .collect(),
            ),
        };
        Node { data, ..node.clone() }
    }

    fn scalar(&self, node: &Node, text: &str, style: Style, pattern: &str, twin: bool) -> Node {
        let own = pattern.strip_suffix(".id").and_then(space).and_then(|space| self.id(&[space], text));
        let pointed = || reference(pattern).and_then(|spaces| self.id(spaces, text));
        match (self.value)(node.span, twin).or(own).or_else(pointed) {
            Some(value) => Node { data: Data::Scalar(value.into(), Style::Quoted), ..node.clone() },
            None => Node { data: Data::Scalar(text.into(), style), ..node.clone() },
        }
    }

    fn id(&self, spaces: &[Space], id: &str) -> Option<String> {
        spaces.iter().find_map(|space| self.ids.get(&Id { space: *space, text: id.to_owned() })).cloned()
    }

    /// The id in the place of one that stands for a thing of any kind.
    fn any(&self, id: &str) -> Option<&String> {
        self.ids.iter().find(|(known, _)| known.text == id).map(|(_, new)| new)
    }

    /// The key of a text with the id in it.
    fn key(&self, key: &str) -> String {
        let (name, position) = key.find('[').map_or((key, ""), |at| key.split_at(at));
        let Some((section, id)) = name.split_once('.') else { return key.to_owned() };
        self.any(id).map_or_else(|| key.to_owned(), |id| format!("{section}.{id}{position}"))
    }

    fn texts(&self, file: &Node) -> Node {
        let Data::Map(sections) = &file.data else { return file.clone() };
        let sections = sections.iter().map(|entry| {
            let kind = TEXTS.iter().find(|(section, _)| *section == entry.key).map(|(_, kind)| *kind);
            let Some(kind) = kind else { return entry.clone() };
            let by_id = |space: Option<Space>| {
                let entries = entry.value.as_map().unwrap_or(&[]).iter().map(|inner| {
                    let id = match space {
                        Some(space) => self.id(&[space], &inner.key),
                        None => self.any(&inner.key).cloned(),
                    };
                    let key = id.map_or_else(|| inner.key.clone(), Into::into);
                    Entry { key, value: self.message(&inner.value), ..inner.clone() }
                });
                Node { data: Data::Map(entries.collect()), ..entry.value.clone() }
            };
            let value = match kind {
                Texts::One | Texts::List => self.message(&entry.value),
                Texts::Of(space) | Texts::ListOf(space) => by_id(Some(space)),
                Texts::Intro | Texts::Names => by_id(None),
            };
            Entry { value, ..entry.clone() }
        });
        Node { data: Data::Map(sections.collect()), ..file.clone() }
    }

    /// A message, its forms, or a list of messages.
    fn message(&self, node: &Node) -> Node {
        let data = match &node.data {
            Data::Scalar(text, style) => {
                let value = (self.value)(node.span, false);
                let style = if value.is_some() { Style::Quoted } else { *style };
                Data::Scalar(self.slots(value.as_deref().unwrap_or(text)).into(), style)
            }
            Data::Seq(items) => Data::Seq(items.iter().map(|item| self.message(item)).collect()),
            Data::Map(entries) => Data::Map(
                entries
                    .iter()
                    .map(|entry| match (entry.key.as_str(), entry.value.as_text()) {
                        ("by", Some(path)) => {
                            let data = Data::Scalar(self.path(path).into(), Style::Plain);
                            Entry { value: Node { data, ..entry.value.clone() }, ..entry.clone() }
                        }
                        _ => Entry { value: self.message(&entry.value), ..entry.clone() },
                    })
                    .collect(),
            ),
        };
        Node { data, ..node.clone() }
    }

    fn slots(&self, text: &str) -> String {
        let (mut out, mut rest) = (String::new(), text);
        while let Some(at) = rest.find('{') {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                out.push('{');
                rest = after;
                continue;
            }
            let end = rest.find([':', '}']).unwrap_or(rest.len());
            out.push_str(&self.path(&rest[..end]));
            rest = &rest[end..];
        }
        out + rest
    }

    /// The path of a placeholder; ids may have dots.
    fn path(&self, path: &str) -> String {
        let ends = std::iter::once(path.len()).chain(path.rmatch_indices('.').map(|(at, _)| at));
        for end in ends {
            if let Some(id) = self.any(path[..end].trim()) {
                return format!("{id}{}", &path[end..]);
            }
        }
        path.to_owned()
    }
}

/// An entry under another id.
fn named(entry: &Node, id: &str) -> Node {
    super::settle::with(entry, "id", |old| {
        Some(Node { data: Data::Scalar(id.into(), Style::Quoted), ..old.clone() })
    })
}
