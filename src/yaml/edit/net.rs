//! The tree that an edit is to give, and whether the new text gives it.

use super::{NewValue, scalar};
use crate::diag::Sources;
use crate::yaml::node::{Data, Node};
use crate::yaml::path::Step;
use crate::yaml::{Limits, read};

/// Values without places and styles.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Text(String),
    /// To be written without quotes; read back as a text.
    Number(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl From<&NewValue> for Tree {
    fn from(value: &NewValue) -> Self {
        match value {
            NewValue::Text(text) | NewValue::Number(text) => Self::Text(text.clone()),
            NewValue::Map(pairs) => Self::map(pairs),
        }
    }
}

/// The order of keys says nothing.
impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Map(one), Self::Map(other)) => {
                let sorted = |pairs: &[(String, Self)]| {
                    let mut order: Vec<usize> = (0..pairs.len()).collect();
                    order.sort_by(|a, b| pairs[*a].0.cmp(&pairs[*b].0));
                    order
                };
                let same = |(a, b): (usize, usize)| one[a] == other[b];
                one.len() == other.len() && sorted(one).into_iter().zip(sorted(other)).all(same)
            }
            _ => false,
        }
    }
}

impl Tree {
    /// A map of texts.
    pub fn map(pairs: &[(String, String)]) -> Self {
        Self::Map(pairs.iter().map(|(key, text)| (key.clone(), Self::Text(text.clone()))).collect())
    }

    /// The values of a file.
    pub fn of(node: Option<&Node>) -> Self {
        match node.map(|node| &node.data) {
            None => Self::Text(String::new()),
            Some(Data::Scalar(text, _)) => Self::Text(text.to_string()),
            Some(Data::Seq(items)) => Self::List(items.iter().map(|item| Self::of(Some(item))).collect()),
            Some(Data::Map(entries)) => {
                let pair = |(key, value): (&str, &Node)| (key.to_owned(), Self::of(Some(value)));
                Self::Map(entries.iter().map(|entry| pair((&entry.key, &entry.value))).collect())
            }
        }
    }

    /// A value at the end of steps that lead through nothing else.
    pub fn below(path: &[Step<'_>], value: Self) -> Self {
        path.iter().rev().fold(value, |value, step| match step {
            Step::Key(key) => Self::Map(vec![((*key).to_owned(), value)]),
            Step::Item(index, _) => {
                let mut items = vec![Self::Text(String::new()); *index];
                items.push(value);
                Self::List(items)
            }
        })
    }

    /// Puts a value at a path.
    pub fn put(&mut self, path: &[Step<'_>], value: &Self) {
        match (path.split_first(), &mut *self) {
            (None, Self::Text(old)) if matches!(value, Self::Text(new) if scalar::is_same(old, new)) => {}
            (None, Self::Map(old)) if matches!(value, Self::Map(_)) => {
                let Self::Map(new) = value else { return };
                old.retain(|(key, _)| new.iter().any(|(known, _)| known == key));
                for (key, value) in new {
                    self.put(&[Step::Key(key)], value);
                }
            }
            (None, _) => *self = value.clone(),
            (Some((Step::Key(key), rest)), Self::Map(pairs)) => {
                match pairs.iter_mut().find(|(known, _)| known == key) {
                    Some((_, old)) => old.put(rest, value),
                    None => pairs.push(((*key).to_owned(), Self::below(rest, value.clone()))),
                }
            }
            (Some((Step::Item(index, _), rest)), Self::List(items)) => match items.get_mut(*index) {
                Some(old) => old.put(rest, value),
                None => {
                    items.resize(*index, Self::Text(String::new()));
                    items.push(Self::below(rest, value.clone()));
                }
            },
            (Some(_), _) => *self = Self::below(path, value.clone()),
        }
    }

    /// Takes out what stands at a path.
    pub fn cut(&mut self, path: &[Step<'_>]) {
        match (path.split_first(), self) {
            (Some((Step::Key(key), [])), Self::Map(pairs)) => {
                pairs.retain(|(known, _)| known != key);
                // A file without entries reads as an empty text.
            }
            (Some((Step::Item(index, _), [])), Self::List(items)) if *index < items.len() => {
                drop(items.remove(*index))
            }
            (Some((Step::Key(key), rest)), Self::Map(pairs)) => {
                pairs.iter_mut().filter(|(known, _)| known == key).for_each(|(_, value)| value.cut(rest));
            }
            (Some((Step::Item(index, _), rest)), Self::List(items)) => {
                items.get_mut(*index).into_iter().for_each(|value| value.cut(rest));
            }
            _ => {}
        }
    }

    /// Whether a text says this, with no more findings than the text before had.
    pub fn stands_in(&self, text: &str, findings: usize) -> bool {
        let mut sources = Sources::new();
        let file = sources.add("", "", text.to_owned());
        let (tree, found) = read::parse(file, &sources, &Limits::default());
        let is_empty = |tree: &Self| match tree {
            Self::Text(text) | Self::Number(text) => text.is_empty(),
            Self::Map(pairs) => pairs.is_empty(),
            Self::List(_) => false,
        };
        let read = Self::of(tree.as_ref());
        found.len() <= findings && (read == *self || is_empty(&read) && is_empty(self))
    }
}
