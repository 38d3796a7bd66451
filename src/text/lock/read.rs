//! The tree of `translations.lock` -> [`Lock`], with a finding for everything that is not as it was written.

use super::{Lock, Record, VERSION};
use crate::diag::{Finding, Span, nearest};
use crate::locale::CATEGORIES;
use crate::text::{Status, Typed};
use crate::yaml::{Entry, Node};

const SECTIONS: [&str; 4] = ["mujaz", "masters", "languages", "carried"];
const FIELDS: [&str; 4] = ["of", "is", "status", "by"];

impl Lock {
    /// Reads the tree of a file. With a finding, the lock holds what could be read, and must not be written
    /// in the place of the file.
    pub fn read(node: &Node) -> (Self, Vec<Finding>) {
        let mut reader = Reader { lock: Self::default(), findings: Vec::new() };
        reader.file(node);
        (reader.lock, reader.findings)
    }
}

struct Reader {
    lock: Lock,
    findings: Vec<Finding>,
}

impl Reader {
    fn file(&mut self, node: &Node) {
        let Some(entries) = self.map(node, "a map with `mujaz`, `masters` and `languages`") else { return };
        match node.get("mujaz") {
            None => {
                let finding = Finding::error("TY03", "the record of translations does not say its version");
                let front = Span { end: node.span.start, ..node.span };
                self.findings.push(finding.at(front, "`mujaz` is missing").help(RESTORE));
                return;
            }
            Some(version) if version.as_text() != Some(VERSION) => {
                let found = version.as_text().unwrap_or_default();
                let finding =
                    Finding::error("TY05", format!("a record of translations of version `{found}`"))
                        .at(version.span, format!("this program reads version `{VERSION}`"))
                        .path("mujaz");
                self.findings.push(finding.help("use the version of mujaz that wrote the file"));
                return;
            }
            Some(_) => {}
        }
        for entry in entries {
            match entry.key.as_str() {
                "mujaz" => {}
                "masters" => self.masters(&entry.value),
                "languages" => self.languages(&entry.value),
                "carried" => self.carried(&entry.value),
                _ => self.unknown(entry, &SECTIONS),
            }
        }
    }

    fn masters(&mut self, node: &Node) {
        for entry in self.map(node, "master texts by hash").unwrap_or_default() {
            let Some(master) = self.typed(&entry.value) else { continue };
            if master.hash() == entry.key.as_str() {
                self.lock.masters.insert(entry.key.to_string(), master);
            } else {
                let finding =
                    Finding::error("TY05", format!("the master text of `{}` was changed by hand", entry.key))
                        .at(entry.value.span, "not the text that was recorded")
                        .path(format!("masters.{}", entry.key));
                self.findings.push(finding.help(RESTORE));
            }
        }
    }

    /// A message as it was typed.
    fn typed(&mut self, node: &Node) -> Option<Typed> {
        if node.as_map().is_none() {
            return Some(Typed::One(self.text(node, "a text, or its plural forms")?));
        }
        let (mut by, mut forms) = (None, Vec::new());
        for entry in node.as_map().unwrap_or_default() {
            match CATEGORIES.into_iter().find(|category| *category == entry.key.as_str()) {
                Some(category) => forms.push((category, self.text(&entry.value, "a text")?)),
                None if entry.key == "by" => by = Some(self.text(&entry.value, "the id of a figure")?),
                None => {
                    let known: Vec<&str> = ["by"].into_iter().chain(CATEGORIES).collect();
                    self.unknown(entry, &known);
                    return None;
                }
            }
        }
        forms.sort_by_key(|(category, _)| CATEGORIES.iter().position(|known| known == category));
        match by {
            Some(by) if forms.last().is_some_and(|(category, _)| *category == "other") => {
                Some(Typed::Forms { by, forms })
            }
            _ => {
                self.wrong(node, "a text, or its plural forms");
                None
            }
        }
    }

    fn languages(&mut self, node: &Node) {
        for language in self.map(node, "records by language").unwrap_or_default() {
            for entry in self.map(&language.value, "records by key").unwrap_or_default() {
                if let Some(record) = self.record(entry) {
                    let records = self.lock.languages.entry(language.key.to_string()).or_default();
                    records.insert(entry.key.to_string(), record);
                }
            }
        }
    }

    fn carried(&mut self, node: &Node) {
        for entry in self.map(node, "hashes by key").unwrap_or_default() {
            if let Some(of) = self.hash(&entry.value) {
                self.lock.carried.insert(entry.key.to_string(), of);
            }
        }
    }

    fn record(&mut self, entry: &Entry) -> Option<Record> {
        const SHAPE: &str = "a record with `of`, `is` and `status`";
        let (mut of, mut is, mut status, mut by) = (None, None, None, None);
        for field in self.map(&entry.value, SHAPE)? {
            let value = &field.value;
            match field.key.as_str() {
                "of" => of = Some(self.hash(value)?),
                "is" => is = Some(self.hash(value)?),
                "by" => by = Some(self.text(value, "a name")?),
                "status" => status = Some(self.status(value)?),
                _ => self.unknown(field, &FIELDS),
            }
        }
        let (Some(of), Some(is), Some(status)) = (of, is, status) else {
            self.wrong(&entry.value, SHAPE);
            return None;
        };
        Some(Record { of, is, status, by })
    }

    fn status(&mut self, node: &Node) -> Option<Status> {
        let word = self.text(node, "a status")?;
        let status = Status::of_code(&word);
        if status.is_none() {
            let finding =
                Finding::error("TY04", format!("`{word}` is not one of `draft`, `reviewed`, `approved`"));
            self.findings.push(finding.at(node.span, "unknown word").help(RESTORE));
        }
        status
    }

    fn hash(&mut self, node: &Node) -> Option<String> {
        const HASH: &str = "a hash of 16 hexadecimal digits";
        let hash = self.text(node, HASH)?;
        if hash.len() == 16 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Some(hash);
        }
        self.wrong(node, HASH);
        None
    }

    fn text(&mut self, node: &Node, expected: &str) -> Option<String> {
        let text = node.as_text().filter(|_| !node.is_null());
        if text.is_none() {
            self.wrong(node, expected);
        }
        text.map(str::to_owned)
    }

    fn map<'n>(&mut self, node: &'n Node, expected: &str) -> Option<&'n [Entry]> {
        let entries = node.as_map();
        if entries.is_none() {
            self.wrong(node, expected);
        }
        entries
    }

    fn wrong(&mut self, node: &Node, expected: &str) {
        let finding = Finding::error("TY01", format!("expected {expected}"));
        self.findings.push(finding.at(node.span, format!("must be {expected}")).help(RESTORE));
    }

    fn unknown(&mut self, entry: &Entry, known: &[&str]) {
        let finding = Finding::error("TY02", format!("unknown key `{}`", entry.key))
            .at(entry.key_span, "not a key here");
        self.findings.push(match nearest(&entry.key, known) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(RESTORE),
        });
    }
}

/// What to do about a file that mujaz did not leave like this.
const RESTORE: &str =
    "take the file from version control again, or delete it and run `mujaz text mark` for each language";
