//! An edition's messages in one language -> a file for translators.
//!
//! Beside each master text stand what its placeholders read today in the language, each plural form with a
//! number that takes it, the master's other forms, and another language if one is asked for. No note has words of
//! its own, so that translators of every language can read them.

use super::catalogue::{Catalogue, Entry, hidden};
use super::sheet::with_words;
use super::unit::{Unit, base, units};
use crate::diag::{FileId, Sources, Span};
use crate::dossier::Dossier;
use crate::model::Number;
use crate::text::{Message, State, Texts, Typed, Wording, max_length, with_number};

/// The file for one language; `None` if the edition has not the language, or is written in it.
///
/// `reference` is a further language to show beside the master text.
pub fn export(
    dossier: &Dossier,
    lang: &str,
    reference: Option<&str>,
    sources: &Sources,
) -> Option<Catalogue> {
    let master = dossier.edition.head.master.as_str();
    if lang == master {
        return None;
    }
    let beside = reference.and_then(|tag| Some((tag, &dossier.languages.get(tag)?.texts)));
    let units = units(dossier, lang);
    with_words(dossier, lang, |words, language| Catalogue {
        edition: dossier.edition.head.id.value.clone(),
        lang: lang.to_owned(),
        master: master.to_owned(),
        base: base(units.iter().map(|unit| (unit.key.as_str(), &unit.master))),
        translator: language.texts.meta.translator.clone(),
        entries: units
            .iter()
            .map(|unit| Entry { notes: notes(unit, words, master, beside), ..entry(unit, sources) })
            .collect(),
        obsolete: Vec::new(),
    })
}

/// A message without its notes.
fn entry(unit: &Unit<'_>, sources: &Sources) -> Entry {
    let mut entry = Entry::new(unit.key.clone(), unit.master.clone());
    if let State::Stale(stale) = &unit.state {
        entry.fuzzy = true;
        entry.previous = stale.was.clone();
    }
    entry.approved = unit.state == State::Approved;
    entry.target = unit.own.map(Typed::of);
    entry.max_length = max_length(&unit.key);
    let place = |span: Span| (sources.name(span.file).to_owned(), sources.position(span.file, span.start).0);
    entry.references = unit.place().map(place).into_iter().collect();
    entry
}

fn notes(unit: &Unit<'_>, words: &Wording<'_>, master: &str, beside: Option<(&str, &Texts)>) -> Vec<String> {
    let mut notes = other_forms(&unit.master, master);
    if let Some((tag, text)) = beside.and_then(|(tag, texts)| Some((tag, texts.find(&unit.key)?))) {
        notes.push(format!("{tag}: {}", Typed::of(text).other()));
    }
    notes.extend(placeholders(unit, words));
    notes.extend(worked(unit, words));
    notes
}

/// The forms of the master text that a file for translators has no field for.
fn other_forms(text: &Typed, master: &str) -> Vec<String> {
    hidden(text).map(|(category, text)| format!("{master} {category}: {text}")).collect()
}

/// What each placeholder reads today: `{schools} → ثلاث مدارس`. A style that the language has not is left out.
fn placeholders(unit: &Unit<'_>, words: &Wording<'_>) -> Vec<String> {
    let own: Vec<_> = unit.own.into_iter().flat_map(Message::forms).flat_map(Message::slots).collect();
    let mut shown = Vec::new();
    for slot in unit.slots() {
        let styled = own.iter().any(|it| it.path == slot.path && it.style == slot.style);
        let slot = match slot.style.as_ref().filter(|_| styled) {
            Some(style) => format!("{{{}:{style}}}", slot.path),
            None => format!("{{{}}}", slot.path),
        };
        let note = message(&slot).map(|it| format!("{slot} → {}", words.resolve(&it).plain()));
        shown.extend(note.filter(|note| !shown.contains(note)));
    }
    shown
}

/// Each plural form of the language with a number that takes it: the translation as it would read, or the
/// number with its noun where there is no translation yet.
fn worked(unit: &Unit<'_>, words: &Wording<'_>) -> Vec<String> {
    let Some(by) = unit.by() else { return Vec::new() };
    let bare = message(&format!("{{{by}}}"));
    let Some(message) = unit.own.or(bare.as_ref()) else { return Vec::new() };
    let required = words.locale.plural_forms().into_iter().filter(|form| form.required);
    let forms = required.filter_map(|form| {
        let number = form.example.parse::<Number>().ok()?;
        let phrase = with_number(words, message, by, number).phrase;
        Some(format!("{}, {}: {}", form.category, form.example, phrase.plain()))
    });
    forms.collect()
}

/// A message that stands in no file.
fn message(text: &str) -> Option<Message> {
    Message::parse(text, Span::new(FileId(0), 0, 0), "").ok()
}
