//! What the sheets of the desk share: whose they are, what every page carries, and the order of their keys.

use std::collections::HashMap;

use crate::diag::{Sources, Span};
use crate::dossier::{Dossier, Language};
use crate::locale::{Kind, Phrase};
use crate::model::Edition;
use crate::text::{Wording, keys, required};

pub use crate::brief::Sheet;
pub(super) use crate::brief::direction;

/// Calls `then` with the wording of one language; `None` if the dossier has it not. What the wording misses is
/// reported by whoever writes the brief.
pub(super) fn with_words<T>(
    dossier: &Dossier,
    lang: &str,
    then: impl FnOnce(&Wording<'_>, &Language) -> T,
) -> Option<T> {
    let language = dossier.languages.get(lang)?;
    let index = dossier.edition.index();
    let words = Wording::new(&dossier.edition, &index, &language.locale, &language.labels, &language.texts);
    Some(then(&words, language))
}

/// The name of a language in the language of the sheet; its tag, where the labels have no name for it.
pub(super) fn language_name(words: &Wording<'_>, lang: &str) -> Phrase {
    let key = format!("languages.{lang}");
    if words.labels.get(&key).is_some() { words.label(&key) } else { code(lang) }
}

/// A key, an id or the name of a file: never translated, read from the left.
pub(super) fn code(text: &str) -> Phrase {
    Phrase::of(Kind::Ltr, text)
}

/// `text/fr.yaml:24`, the folder of the edition left out.
pub(super) fn place(sources: &Sources, span: Span, edition: &str) -> String {
    let name = sources.name(span.file);
    let name = name.strip_prefix(&format!("data/editions/{edition}/")).unwrap_or(name);
    format!("{name}:{}", sources.position(span.file, span.start).0)
}

/// Keys in the order in which the page says them: by section, what belongs to an id in the order of the data,
/// then by position.
pub(super) fn in_page_order(edition: &Edition, mut all: Vec<String>) -> Vec<String> {
    let meetings = edition.meetings.iter().map(|it| format!("decisions.{}", it.id.value));
    let places = required(edition).into_iter().map(|(key, _)| key).chain(meetings);
    let places: HashMap<String, usize> = places.enumerate().map(|(at, key)| (key, at)).collect();
    all.sort_by_cached_key(|key| {
        let (section, id, at) = keys::rank(key);
        let place = key.split('[').next().and_then(|place| places.get(place)).copied();
        (section, place.unwrap_or(usize::MAX), id.to_owned(), at)
    });
    all
}

/// The label of the section that a key belongs to; what stands at the head of the page goes under one name.
fn section_label(key: &str) -> String {
    match keys::parts(key).0 {
        "title" | "subtitle" | "bottom_line" => "desk.opening".to_owned(),
        section @ ("intro" | "names") => format!("desk.{section}"),
        "events" => "sections.timeline".to_owned(),
        section => format!("sections.{section}"),
    }
}

/// Parts a list into runs of one section, each with the label of the section.
pub(super) fn by_section<T>(list: Vec<T>, key: impl Fn(&T) -> &str) -> Vec<(String, Vec<T>)> {
    let mut groups: Vec<(String, Vec<T>)> = Vec::new();
    for item in list {
        let label = section_label(key(&item));
        match groups.last_mut().filter(|(last, _)| *last == label) {
            Some((_, group)) => group.push(item),
            None => groups.push((label, vec![item])),
        }
    }
    groups
}
