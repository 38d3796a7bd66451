//! A dossier -> the files of the smallest project from which the Brief of one language is written again.
//!
//! Every layer lies in the file of the edition, but for what the earlier editions have as well, which is written
//! once; comments, other languages and what was replaced are left out.
//! The record of translations keeps how far each text has come, and neither names nor earlier texts. Writing the
//! project again from these files gives the same files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::{Dossier, split};
use crate::layers::over_built_in;
use crate::text::Typed;
use crate::yaml::{Data, Entry, Node, write_tree};

/// What each file says of itself.
const EDITION: &str = "The data of this edition, merged by mujaz from all files of its project.";
const EARLIER: &str = "An earlier edition, merged by mujaz, with which this one is compared.";
const TEXT: &str = "The text in this language, merged by mujaz.";
const LABELS: &str = "The fixed words of the pages in this language, merged by mujaz.";
const LANGUAGE: &str = "Numbers, dates and plural forms of this language.";
const SHARED: &str = "What this edition and all earlier ones have in common, merged by mujaz.";
const HOUSE: &str = "# The house has its place in the merged data of each edition.\nmujaz: 1\n";
const LOCK: &str =
    "# How far each translation has come; `0000000000000000` where a text has changed since.\n";

/// What stands for the hash of a text that is no more.
const CHANGED: &str = "0000000000000000";

impl Dossier {
    /// The files by path; `None` if the dossier has not the language. `masters` are the master texts of the
    /// language ([`masters`](crate::brief::masters)); the logo is not among the files.
    pub fn merged_project(
        &self,
        lang: &str,
        masters: &BTreeMap<String, Typed>,
    ) -> Option<BTreeMap<String, Vec<u8>>> {
        self.languages.get(lang)?;
        let id = &self.edition.head.id.value;
        let (neutral, words) = split(&self.tree);
        let mut files = BTreeMap::new();
        let mut add = |path: String, text: String| files.insert(path, text.into_bytes());
        add("data/house.yaml".to_owned(), HOUSE.to_owned());
        let common = self.common(&neutral);
        let shared = |key: &str| common.contains(key);
        if !common.is_empty() {
            let text = write_tree(&only(&neutral, |key| shared(key)), SHARED);
            add("data/shared/merged.yaml".to_owned(), text);
        }
        let own = |tree: &Node| only(tree, |key| key != "mujaz" && !shared(key));
        add(format!("data/editions/{id}/edition.yaml"), write_tree(&own(&neutral), EDITION));
        for (id, tree) in &self.earlier {
            add(format!("data/editions/{id}/edition.yaml"), write_tree(&own(tree), EARLIER));
        }
        for lang in BTreeSet::from([lang, self.edition.head.master.as_str()]) {
            if let Some(text) = words.text(lang) {
                add(format!("data/editions/{id}/text/{lang}.yaml"), write_tree(text, TEXT));
            }
            if let Some((_, tree)) = self.own_languages.iter().find(|(own, _)| own == lang) {
                add(format!("data/languages/{lang}.yaml"), write_tree(tree, LANGUAGE));
            }
        }
        if let Some(labels) = words.labels(lang) {
            let text = write_tree(&over_built_in(lang, labels), LABELS);
            add(format!("data/labels/{lang}.yaml"), text);
        }
        if let Some(lock) = self.lock_of(lang, masters) {
            add(format!("data/editions/{id}/translations.lock"), lock);
        }
        Some(files)
    }

    /// The sections that are the same in all earlier editions; none where there are no such editions.
    fn common<'a>(&self, neutral: &'a Node) -> BTreeSet<&'a str> {
        let entries = neutral.as_map().unwrap_or_default().iter();
        let entries = entries.filter(|_| !self.earlier.is_empty()).filter(|entry| entry.key != "mujaz");
        let is_common = |entry: &&Entry| {
            let value = |tree: &Node| tree.get(&entry.key).is_some_and(|value| is_same(value, &entry.value));
            self.earlier.iter().all(|(_, tree)| value(tree))
        };
        entries.filter(is_common).map(|entry| entry.key.as_str()).collect()
    }

    /// The record of the translations into one language; `None` if there is nothing in it.
    fn lock_of(&self, lang: &str, masters: &BTreeMap<String, Typed>) -> Option<String> {
        let texts = &self.languages.get(lang)?.texts;
        let mut lines = String::new();
        for (key, master) in masters {
            let Some(record) = self.lock.get(lang, key) else { continue };
            let own = texts.find(key).map(|own| Typed::of(own).hash());
            let of = if record.of == master.hash() { &record.of } else { CHANGED };
            let is = if own.as_ref() == Some(&record.is) { &record.is } else { CHANGED };
            let (key, status) = (serde_json::Value::from(key.as_str()), record.status.code());
            // Writing to a text cannot fail.
            let _ = writeln!(lines, "    {key}: {{of: \"{of}\", is: \"{is}\", status: {status}}}");
        }
        let mut carried = String::new();
        for (key, master) in masters.iter().filter(|(key, master)| self.lock.is_carried(key, master)) {
            let _ = writeln!(carried, "  {}: \"{}\"", serde_json::Value::from(key.as_str()), master.hash());
        }
        if !lines.is_empty() {
            lines = format!("languages:\n  {lang:?}:\n{lines}");
        }
        if !carried.is_empty() {
            lines += &format!("carried:\n{carried}");
        }
        (!lines.is_empty()).then(|| format!("{LOCK}mujaz: 1\nmasters: {{}}\n{lines}"))
    }
}

/// The entries of a map with these keys.
fn only(tree: &Node, wanted: impl Fn(&str) -> bool) -> Node {
    let entries = tree.as_map().unwrap_or_default().iter();
    let data = Data::Map(entries.filter(|entry| wanted(&entry.key)).cloned().collect());
    Node { data, ..tree.clone() }
}

/// Whether two values are the same, wherever they stand.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.data, &other.data) {
        (Data::Scalar(one, style), Data::Scalar(other, other_style)) => one == other && style == other_style,
        (Data::Seq(one), Data::Seq(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Data::Map(one), Data::Map(other)) => {
            let is_same =
                |(one, other): (&Entry, &Entry)| one.key == other.key && is_same(&one.value, &other.value);
            one.len() == other.len() && one.iter().zip(other).all(is_same)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
