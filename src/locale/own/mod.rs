//! The language files of a project -> tables like those of [`lang`](super::lang), and the list of all languages
//! that can be written.
//!
//! The engine reads tables that live as long as the process, so that a [`Locale`] is a few pointers. A file is
//! made into such a table once for each content that it ever had (`interned`): what that holds is bounded by
//! the languages that a process reads, a few kilobytes each. Nothing falls back: a key that is missing, a noun
//! without a form that its language asks for, and a language whose plural rules are not known are refused.

mod agree;
mod departures;
mod table;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex, PoisonError};

pub use self::agree::missing_forms;
use super::lang::{SHIPPED, Table};
use super::plural::has_rules;
use super::{Locale, UnknownLocale};
use crate::diag::Finding;
use crate::model::Style;
use crate::model::language::LanguageFile;
use crate::yaml::{Node, Partial, from_node_partly};

/// What stands in for the keys that a file lacks, so that all of them are told in one run.
const LEAST: &str = include_str!("least.yaml");

/// The languages that can be written: those that are shipped, and those of a project.
#[derive(Clone, Default)]
pub struct Languages {
    own: BTreeMap<&'static str, &'static Table>,
    /// Languages whose file was refused.
    refused: BTreeSet<String>,
}

impl std::fmt::Debug for Languages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}

impl Languages {
    /// Reads the language files of a project, each under the name of its file without the ending. All that is
    /// wrong with them is returned at once; a file with an error gives no language.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a Node)>) -> (Self, Vec<Finding>) {
        let (mut languages, mut findings) = (Self::default(), Vec::new());
        for (lang, node) in files {
            let before = findings.len();
            let table = read(lang, node, &mut findings);
            match table.filter(|_| findings.len() == before) {
                Some(table) => drop(languages.own.insert(table.language.tag, table)),
                None => drop(languages.refused.insert(lang.to_owned())),
            }
        }
        (languages, findings)
    }

    /// The locale of a language (`ar`, `de`; a region such as `de-AT` is taken as its language) with a style laid
    /// over its base profile.
    pub fn locale(&self, lang: &str, style: &Style) -> Result<Locale, UnknownLocale> {
        let table = self.table(lang);
        let unknown = || UnknownLocale::Language { name: lang.to_owned(), known: self.tags() };
        Locale::of(table.ok_or_else(unknown)?, style)
    }

    /// Every language, those of the project last.
    pub fn tags(&self) -> Vec<&'static str> {
        Locale::supported().iter().copied().chain(self.own.keys().copied()).collect()
    }

    /// Whether there is a table of this very language, without a region.
    pub fn contains(&self, lang: &str) -> bool {
        Locale::supported().contains(&lang) || self.own.contains_key(lang)
    }

    /// Whether the project has a file for this language that was refused, which has been told.
    pub fn is_refused(&self, lang: &str) -> bool {
        self.refused.contains(primary(lang))
    }

    /// The language whose plural rules a language follows, which is nearly always the language itself.
    pub fn plurals<'a>(&self, lang: &'a str) -> &'a str {
        self.own.get(primary(lang)).map_or(lang, |table| table.plurals)
    }

    fn table(&self, lang: &str) -> Option<&'static Table> {
        let primary = primary(lang);
        let shipped = SHIPPED.iter().find(|table| table.language.tag == primary);
        shipped.or_else(|| self.own.get(primary).copied())
    }
}

/// The language of a tag.
fn primary(lang: &str) -> &str {
    lang.split('-').next().unwrap_or(lang)
}

/// Reads one file; whatever is wrong is a finding, and a table that is returned with one is not to be used.
fn read(lang: &str, node: &Node, findings: &mut Vec<Finding>) -> Option<&'static Table> {
    if let Some(finding) = misnamed(lang) {
        findings.push(finding.at(node.span, ""));
        return None;
    }
    let Partial { value, findings: faults, .. } = from_node_partly::<LanguageFile>(node, LEAST);
    let typed = faults.is_empty();
    findings.extend(faults);
    let file = value?;
    findings.extend(unruled(&file, node));
    let plurals = file.plurals.as_deref().unwrap_or(lang);
    findings.extend(agree::check(&file, lang, plurals, node));
    typed.then(|| interned(file))
}

/// MO09: the name of a file that can be of no project's language.
fn misnamed(lang: &str) -> Option<Finding> {
    if Locale::supported().contains(&lang) {
        let message = format!("mujaz brings the language `{lang}` with it");
        return Some(Finding::error("MO09", message).help(format!(
            "take the file out; change the style of `{lang}` in `data/house.yaml`, its words in `data/labels/{lang}.yaml`"
        )));
    }
    let letters = matches!(lang.len(), 2..=3) && lang.chars().all(|c| c.is_ascii_lowercase());
    (!letters).then(|| {
        Finding::error("MO09", format!("`{lang}` is not the code of a language"))
            .help("name the file by the two or three small letters of its language, such as `de.yaml`")
    })
}

/// MO08: a language whose plural rules CLDR does not have; ICU4X would take the root's without a word.
fn unruled(file: &LanguageFile, node: &Node) -> Option<Finding> {
    let plurals = file.plurals.as_deref().unwrap_or(&file.lang);
    if has_rules(plurals) {
        return None;
    }
    let place = node.entry("plurals").or_else(|| node.entry("lang"));
    let message = format!(
        "the locale data have no plural rules of `{plurals}`, and would count as if nothing had a singular"
    );
    let finding = Finding::error("MO08", message).path("plurals");
    let finding = finding.at(place.map_or(node.span, |entry| entry.value.span), "not in CLDR");
    Some(finding.help("name under `plurals` a language that counts in the same way, such as `tr`"))
}

/// The table of a file; the same one for the same content.
fn interned(file: LanguageFile) -> &'static Table {
    static KNOWN: LazyLock<Mutex<HashMap<LanguageFile, &'static Table>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(table) = known.get(&file) {
        return table;
    }
    let table = table::of(Box::leak(Box::new(file.clone())));
    known.insert(file, table);
    table
}
