//! The words of an edition, given to the text rules: the messages of each language, and names and notes in it.

use std::collections::HashSet;

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
pub struct Seen(HashSet<Span>);

/// AR and TX: every text rule over every text that was not seen before.
pub fn check(dossier: &Dossier, sources: &Sources, seen: &mut Seen) -> Vec<Finding> {
    let (messages, findings) = (HashSet::new(), Vec::new());
    let mut walk =
        Walk { sources, known: &dossier.known, lang: "", terms: Terms::default(), messages, seen, findings };
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
                key => walk.localized(&entry.value, key.to_owned()),
            }
        }
    }
    walk.findings
}

struct Walk<'a> {
    sources: &'a Sources,
    known: &'a Languages,
    lang: &'a str,
    terms: Terms,
    /// Where the messages stand that could be read.
    messages: HashSet<Span>,
    seen: &'a mut Seen,
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
                    && self.seen.0.insert(entry.value.span)
                {
                    self.text(&entry.value, Kind::Line, Step::Key(&entry.key).after(&path));
                }
            }
            Data::Map(entries) => {
                for entry in entries.iter().filter(|it| it.value.as_text().is_none()) {
                    self.localized(&entry.value, Step::Key(&entry.key).after(&path));
                }
            }
        }
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
