//! The texts of a translator's file, read and judged as if they stood in the text file.
//!
//! They are put into a tree like that of `text/<lang>.yaml`, each with its place in the translator's file; so
//! the reader, the comparison with the master and the text rules are the very ones that judge a text file.

use std::collections::BTreeMap;

use super::catalogue::Entry;
use super::unit::Unit;
use crate::check::{judge, kind, text_rules};
use crate::diag::{Finding, Sources, Span};
use crate::dossier::{Dossier, Language};
use crate::lint::Terms;
use crate::text::{Texts, Typed, Wording, compare, parts};
use crate::yaml::{self, Data, Node, Style};

/// The texts as they were understood, by key, and everything wrong with them at its place in the file.
pub(super) fn judged(
    dossier: &Dossier,
    lang: &str,
    homes: &[(&Unit<'_>, &Entry, Typed)],
    sources: &Sources,
) -> (BTreeMap<String, Typed>, Vec<Finding>) {
    let Some((_, first, _)) = homes.first() else { return Default::default() };
    let Some(Language { locale, labels, .. }) = dossier.languages.get(lang) else {
        return Default::default();
    };
    let file = first.place.file;
    let nodes: BTreeMap<&str, Node> =
        homes.iter().map(|(unit, entry, typed)| (unit.key.as_str(), node(entry, typed))).collect();
    let master = dossier.languages.get(dossier.edition.head.master.as_str()).map(|language| &language.texts);
    let tree = tree(&nodes, master, first.place);
    let (texts, mut findings) = Texts::read_by(lang, dossier.known.plurals(lang), Some(&tree), sources);
    findings.extend(compare(&dossier.edition, &texts, master));
    let index = dossier.edition.index();
    findings.extend(Wording::new(&dossier.edition, &index, locale, labels, &texts).into_findings());
    let terms = Terms::of(&dossier.edition.glossary, lang);
    let mut rules = Vec::new();
    for (key, node) in &nodes {
        let kind = kind(parts(key).0);
        let forms = node.as_map().into_iter().flatten().filter(|it| it.key != "by").map(|it| &it.value);
        let path = format!("text.{lang}.{key}");
        for form in forms.chain(node.as_text().map(|_| node)) {
            rules.extend(text_rules(form, lang, kind, &terms, sources, &path));
        }
    }
    findings.extend(judge(rules, &dossier.edition));
    // What the file does not hold is not its fault.
    findings.retain(|it| it.places.first().is_some_and(|place| place.span.file == file) && it.code != "TR01");
    (texts.all().map(|(key, message)| (key, Typed::of(message))).collect(), findings)
}

/// One text with the places of its forms.
fn node(entry: &Entry, typed: &Typed) -> Node {
    let place = |category: &str| {
        let found = entry.target_places.iter().find(|(known, _)| *known == category);
        found.map_or(entry.place, |(_, span)| *span)
    };
    let scalar = |text: &str, span| Node::new(span, Data::Scalar(text.into(), Style::Quoted));
    match typed {
        Typed::One(text) => scalar(text, place("other")),
        Typed::Forms { by, forms } => {
            let by = ("by", by.as_str(), entry.place);
            let forms = forms.iter().map(|(category, text)| (*category, text.as_str(), place(category)));
            let entries = std::iter::once(by).chain(forms).map(|(key, text, span)| yaml::Entry {
                key: key.into(),
                key_span: span,
                value: scalar(text, span),
            });
            Node::new(entry.place, Data::Map(entries.collect()))
        }
    }
}

/// The texts as the tree of a text file. Items that the file has not are blank, and lists as long as the
/// master's, since only then they are compared.
fn tree(nodes: &BTreeMap<&str, Node>, master: Option<&Texts>, span: Span) -> Node {
    let mut sections: BTreeMap<&str, BTreeMap<&str, BTreeMap<usize, Node>>> = BTreeMap::new();
    for (key, node) in nodes {
        let (section, id, at) = parts(key);
        sections.entry(section).or_default().entry(id).or_default().insert(at, node.clone());
    }
    let map = |entries: Vec<(&str, Node)>| {
        let entry = |(key, value): (&str, Node)| yaml::Entry { key: key.into(), key_span: value.span, value };
        Node::new(span, Data::Map(entries.into_iter().map(entry).collect()))
    };
    let place = |list: &str, mut items: BTreeMap<usize, Node>| {
        let blank = || Node::new(span, Data::Scalar("".into(), Style::Quoted));
        match (items.remove(&0), items.keys().next_back().copied()) {
            (None, Some(last)) => {
                let last = last.max(master.map_or(0, |master| master.list(list).len()));
                let items = (1..=last).map(|at| items.remove(&at).unwrap_or_else(blank));
                Node::new(span, Data::Seq(items.collect()))
            }
            (single, _) => single.unwrap_or_else(blank),
        }
    };
    let sections = sections.into_iter().map(|(section, mut ids)| match ids.remove("") {
        Some(items) => (section, place(section, items)),
        None => {
            let ids = ids.into_iter().map(|(id, items)| (id, place(&format!("{section}.{id}"), items)));
            (section, map(ids.collect()))
        }
    });
    map(sections.collect())
}
