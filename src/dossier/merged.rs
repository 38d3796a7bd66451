//! A dossier -> the files of the smallest project from which the Brief of one language is written again.
//!
//! Every layer lies in the file of the edition; comments, other languages and what was replaced are left out.
//! The record of translations keeps how far each text has come, and neither names nor earlier texts. Writing the
//! project again from these files gives the same files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::{Dossier, split};
use crate::layers::over_built_in;
use crate::text::Typed;
use crate::yaml::write_tree;

/// What each file says of itself.
const EDITION: &str = "The data of this edition, merged by mujaz from all files of its project.";
const EARLIER: &str = "An earlier edition, merged by mujaz, with which this one is compared.";
const TEXT: &str = "The text in this language, merged by mujaz.";
const LABELS: &str = "The fixed words of the pages in this language, merged by mujaz.";
const LANGUAGE: &str = "Numbers, dates and plural forms of this language.";
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
        add(format!("data/editions/{id}/edition.yaml"), write_tree(&neutral, EDITION));
        for (id, tree) in &self.earlier {
            add(format!("data/editions/{id}/edition.yaml"), write_tree(tree, EARLIER));
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
        (!lines.is_empty())
            .then(|| format!("{LOCK}mujaz: 1\nmasters: {{}}\nlanguages:\n  {lang:?}:\n{lines}"))
    }
}

#[cfg(test)]
mod tests;
