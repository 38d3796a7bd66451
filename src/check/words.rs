//! The words of an edition, given to the text rules: the messages of each language, and names and notes in it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::diag::{Finding, Sources, Span};
use crate::dossier::Dossier;
use crate::lint::{self, Kind, Terms};
use crate::locale::Languages;
use crate::yaml::{Data, Node, Step, Trace, is_hidden};

/// Sections of a text file that hold titles and names, not sentences.
const LINES: [&str; 3] = ["title", "subtitle", "names"];

/// Keys of a text file that hold no words for the page.
const SILENT: [&str; 3] = ["lang", "_meta", "by"];

/// The names that the rules have looked at in one run: editions share most of them, and once is enough.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    names: HashSet<Span>,
    /// Sections as they were when all their names had been looked at, by language and key.
    sections: HashMap<(String, String), Node>,
    shared: Arc<Mutex<Shared>>,
}

/// What was found in names that all editions share, each looked at once for several runs.
type Found = HashMap<Span, Vec<Finding>>;

#[derive(Debug, Default)]
struct Shared {
    /// The glossary that was asked, which most editions leave as it is; none before the first edition.
    glossary: Option<Option<Node>>,
    found: Arc<Found>,
}

impl Shared {
    /// What was found by means of this glossary; `None` if it is another one.
    fn found(&mut self, glossary: Option<&Node>) -> Option<Arc<Found>> {
        let same = match self.glossary.get_or_insert_with(|| glossary.cloned()) {
            Some(known) => glossary.is_some_and(|glossary| glossary.is(known)),
            None => glossary.is_none(),
        };
        same.then(|| Arc::clone(&self.found))
    }
}

impl Seen {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For a run of its own, in which everything is reported again, beside this one: names that all editions
    /// share are still looked at once.
    pub fn anew(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), ..Self::default() }
    }
}

/// AR and TX: every text rule over every text that was not seen before.
pub fn check(dossier: &Dossier, sources: &Sources, seen: &mut Seen) -> Vec<Finding> {
    let (messages, findings) = (HashSet::new(), Vec::new());
    let before = seen.shared().found(dossier.tree.get("glossary"));
    let is_shared = before.is_some();
    let (found, new) = (before.unwrap_or_default(), Found::new());
    let (known, terms) = (&dossier.known, Terms::default());
    let mut walk = Walk { sources, known, lang: "", terms, messages, seen, found, new, findings };
    for (lang, language) in &dossier.languages {
        walk.lang = lang;
        walk.messages = language.texts.all().flat_map(|(_, it)| it.forms()).map(|form| form.span).collect();
        walk.terms = Terms::of(&dossier.edition.glossary, lang);
        for entry in dossier.tree.as_map().unwrap_or_default() {
            match entry.key.as_str() {
                "text" => {
                    let texts = entry.value.entry(lang).and_then(|it| it.value.as_map()).unwrap_or_default();
                    for section in texts.iter().filter(|it| !SILENT.contains(&it.key.as_str())) {
                        let kind = kind(&section.key);
                        walk.all(&section.value, kind, format!("text.{lang}.{}", section.key));
                    }
                }
                "labels" | "glossary" => {}
                key => walk.section(key, &entry.value),
            }
        }
    }
    let Walk { seen, found, new, findings, .. } = walk;
    drop(found);
    if is_shared && !new.is_empty() {
        Arc::make_mut(&mut seen.shared().found).extend(new);
    }
    findings
}

struct Walk<'a> {
    sources: &'a Sources,
    known: &'a Languages,
    lang: &'a str,
    terms: Terms,
    /// Where the messages stand that could be read.
    messages: HashSet<Span>,
    seen: &'a mut Seen,
    /// What was found in shared names before, and now.
    found: Arc<Found>,
    new: Found,
    findings: Vec<Finding>,
}

impl Walk<'_> {
    /// Every message in a part of a text file, each of its forms for itself; what could not be read has been
    /// told.
    fn all(&mut self, node: &Node, kind: Kind, path: String) {
        let read = self.messages.contains(&node.span);
        match &node.data {
            Data::Scalar(..) if read => self.text(node, kind, path),
            Data::Scalar(..) => {}
            Data::Seq(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.all(item, kind, format!("{path}[{}]", at + 1));
                }
            }
            Data::Map(entries) => {
                for entry in entries.iter().filter(|it| !SILENT.contains(&it.key.as_str())) {
                    let path = Step::Key(&entry.key).after(&path);
                    if read {
                        self.text(&entry.value, kind, path)
                    } else {
                        self.all(&entry.value, kind, path)
                    }
                }
            }
        }
    }

    /// Every name in a section of the neutral data, unless this very section was looked through before.
    fn section(&mut self, key: &str, section: &Node) {
        let known = self.seen.sections.entry((self.lang.to_owned(), key.to_owned()));
        let before = match known {
            Entry::Occupied(mut known) => known.insert(section.clone()).is(section),
            Entry::Vacant(new) => {
                new.insert(section.clone());
                false
            }
        };
        if !before {
            self.localized(section, key.to_owned());
        }
    }

    /// Every name in neutral data: the value of this language in a map of languages.
    fn localized(&mut self, node: &Node, path: String) {
        match &node.data {
            Data::Scalar(..) => {}
            Data::Seq(items) => {
                for (at, item) in items.iter().enumerate().filter(|(_, item)| item.as_text().is_none()) {
                    self.localized(item, format!("{path}[{}]", at + 1));
                }
            }
            Data::Map(entries) if entries.iter().all(|it| self.known.contains(&it.key)) => {
                if let Some(entry) = entries.iter().find(|it| it.key == self.lang)
                    && self.seen.names.insert(entry.value.span)
                {
                    self.name(&entry.value, Step::Key(&entry.key).after(&path));
                }
            }
            Data::Map(entries) => {
                for entry in entries.iter().filter(|it| it.value.as_text().is_none()) {
                    self.localized(&entry.value, Step::Key(&entry.key).after(&path));
                }
            }
        }
    }

    /// A name, which may be shared.
    fn name(&mut self, node: &Node, path: String) {
        if !matches!(self.sources.layer(node.span.file), "house" | "shared data") {
            return self.text(node, Kind::Line, path);
        }
        if let Some(found) = self.found.get(&node.span) {
            return self.findings.extend(found.iter().map(|finding| finding.clone().path(&*path)));
        }
        let found = text_rules(node, self.lang, Kind::Line, &self.terms, self.sources, &path);
        self.findings.extend_from_slice(&found);
        self.new.insert(node.span, found);
    }

    fn text(&mut self, node: &Node, kind: Kind, path: String) {
        self.findings.extend(text_rules(node, self.lang, kind, &self.terms, self.sources, &path));
    }
}

/// What the texts of a section of a text file are to the rules.
pub fn kind(section: &str) -> Kind {
    if LINES.contains(&section) { Kind::Line } else { Kind::Sentences }
}

/// AR and TX: every text rule over one text.
pub fn text_rules(
    node: &Node,
    lang: &str,
    kind: Kind,
    terms: &Terms,
    sources: &Sources,
    path: &str,
) -> Vec<Finding> {
    let Some(text) = node.as_text() else { return Vec::new() };
    let mut hits = lint::lint(text, lang, kind, terms);
    // What nobody can see has been told in reading (YA02-YA05).
    hits.retain(|hit| !text[hit.range.clone()].chars().all(is_hidden));
    if hits.is_empty() {
        return Vec::new();
    }
    let trace = Trace::new(node, sources);
    let trace = trace.as_ref();
    let place = |range| trace.map_or(node.span, |trace| trace.span(range));
    let typed = |range| trace.and_then(|trace| trace.verbatim(range));
    hits.into_iter().map(|hit| hit.finding(place, typed).path(path)).collect()
}

#[cfg(test)]
mod tests;
