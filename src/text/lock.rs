//! `translations.lock`: for each translation, the master text that it translates and how far it has come; and which
//! master texts of a new edition still are those of the edition before.
//!
//! The program writes the file, in one fixed layout with a line for each message, so that a version control
//! system shows and merges it by message; people read it. What it means for a text is said in
//! [`state`](super::state). Nothing here touches the disk.

mod read;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::keys::{list_of, rank};
use super::texts::Status;
use super::typed::Typed;
use crate::yaml::is_hidden;

/// Version of the file's format.
const VERSION: &str = "1";

/// The head of the file.
const HEAD: &str =
    "# Written by `mujaz text`: the master text that each translation translates, and how far it has come.\n";

/// What is recorded of one translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The hash of the master text that was translated.
    pub of: String,
    /// The hash of the translation when its status was given.
    pub is: String,
    /// How far it had come then.
    pub status: Status,
    /// Who said so.
    pub by: Option<String>,
}

/// The records of one edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// Master texts by hash.
    masters: BTreeMap<String, Typed>,
    /// Records by language and key.
    languages: BTreeMap<String, BTreeMap<String, Record>>,
    /// The hashes of master texts that an earlier edition had under these keys, until they are brought up to date.
    carried: BTreeMap<String, String>,
}

impl Lock {
    /// Records that the master text under a key is that of an earlier edition, and not yet brought up to date.
    pub fn carry(&mut self, key: &str, master: &Typed) {
        self.carried.insert(key.to_owned(), master.hash());
    }

    /// Takes over what another lock records of a text.
    pub fn take(&mut self, lang: &str, key: &str, other: &Self) {
        let Some(record) = other.get(lang, key) else { return };
        if let Some(master) = other.master(&record.of) {
            self.masters.insert(record.of.clone(), master.clone());
        }
        self.languages.entry(lang.to_owned()).or_default().insert(key.to_owned(), record.clone());
    }

    /// Takes the master text under a key for up to date as it stands; whether it was not.
    pub fn settle(&mut self, key: &str, master: &Typed) -> bool {
        let (hash, list) = (master.hash(), list_of(key));
        let before = self.carried.len();
        self.carried
            .retain(|known, of| *of != hash || (known != key && (list.is_none() || list_of(known) != list)));
        self.carried.len() < before
    }

    /// Forgets what is recorded of master texts that are no more as they were.
    pub fn forget_settled(&mut self, masters: &BTreeMap<String, Typed>) {
        let now: BTreeSet<(&str, String)> =
            masters.iter().map(|(key, master)| (list_of(key).unwrap_or(key), master.hash())).collect();
        self.carried.retain(|key, of| now.contains(&(list_of(key).unwrap_or(key), of.clone())));
    }

    /// Whether the master text under a key is that of an earlier edition: the same words, in a list in any place.
    pub fn is_carried(&self, key: &str, master: &Typed) -> bool {
        if self.carried.is_empty() {
            return false;
        }
        let (hash, list) = (master.hash(), list_of(key));
        match list {
            None => self.carried.get(key) == Some(&hash),
            Some(_) => self.carried.iter().any(|(known, of)| list_of(known) == list && *of == hash),
        }
    }

    /// What is recorded of the text under a key.
    pub fn get(&self, lang: &str, key: &str) -> Option<&Record> {
        self.languages.get(lang)?.get(key)
    }

    /// The master text with a hash, as it was when it was translated.
    pub fn master(&self, hash: &str) -> Option<&Typed> {
        self.masters.get(hash)
    }

    /// The keys recorded for a language, in the order of the page.
    pub fn keys(&self, lang: &str) -> Vec<&str> {
        let keys = self.languages.get(lang).into_iter().flat_map(BTreeMap::keys);
        let mut keys: Vec<&str> = keys.map(String::as_str).collect();
        keys.sort_by_key(|key| rank(key));
        keys
    }

    /// Records that a text translates this master text and has come this far.
    pub fn set(
        &mut self,
        lang: &str,
        key: &str,
        master: &Typed,
        own: &Typed,
        status: Status,
        by: Option<&str>,
    ) {
        let (of, is) = (master.hash(), own.hash());
        self.masters.insert(of.clone(), master.clone());
        let record = Record { of, is, status, by: by.map(str::to_owned) };
        self.languages.entry(lang.to_owned()).or_default().insert(key.to_owned(), record);
        self.forget_unused();
    }

    /// Forgets the text under a key; whether anything was recorded of it.
    pub fn remove(&mut self, lang: &str, key: &str) -> bool {
        let Some(records) = self.languages.get_mut(lang) else { return false };
        let removed = records.remove(key).is_some();
        if records.is_empty() {
            self.languages.remove(lang);
        }
        self.forget_unused();
        removed
    }

    /// Drops master texts that no record is of any more.
    fn forget_unused(&mut self) {
        let used: BTreeSet<&str> =
            self.languages.values().flat_map(BTreeMap::values).map(|record| record.of.as_str()).collect();
        self.masters.retain(|hash, _| used.contains(hash.as_str()));
    }

    /// The file: languages by tag, keys in the order of the page, master texts by hash. Equal records give
    /// equal bytes.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEAD}mujaz: {VERSION}\n");
        section(&mut text, "masters", self.masters.is_empty());
        for (hash, master) in &self.masters {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "  {}: {}", quoted(hash), inline(master));
        }
        section(&mut text, "languages", self.languages.is_empty());
        for (lang, records) in &self.languages {
            let plain = lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let lang = if plain { lang.clone() } else { quoted(lang) };
            let _ = writeln!(text, "  {lang}:");
            let mut records: Vec<_> = records.iter().collect();
            records.sort_by_key(|(key, _)| rank(key));
            for (key, Record { of, is, status, by }) in records {
                let by = by.as_ref().map(|by| format!(", by: {}", quoted(by))).unwrap_or_default();
                let (key, of, is) = (quoted(key), quoted(of), quoted(is));
                let _ = writeln!(text, "    {key}: {{of: {of}, is: {is}, status: {}{by}}}", status.code());
            }
        }
        if !self.carried.is_empty() {
            section(&mut text, "carried", false);
            let mut carried: Vec<_> = self.carried.iter().collect();
            carried.sort_by_key(|(key, _)| rank(key));
            for (key, of) in carried {
                let _ = writeln!(text, "  {}: {}", quoted(key), quoted(of));
            }
        }
        text
    }
}

/// The key of a section; an empty one is an empty map.
fn section(text: &mut String, name: &str, empty: bool) {
    let _ = writeln!(text, "{name}:{}", if empty { " {}" } else { "" });
}

/// A master text on one line.
fn inline(master: &Typed) -> String {
    match master {
        Typed::One(text) => quoted(text),
        Typed::Forms { by, forms } => {
            let forms: String =
                forms.iter().map(|(category, text)| format!(", {category}: {}", quoted(text))).collect();
            format!("{{by: {}{forms}}}", quoted(by))
        }
    }
}

/// A text as both JSON and YAML write it in double quotes, with everything escaped that the reader of YAML
/// refuses.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_hidden(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
