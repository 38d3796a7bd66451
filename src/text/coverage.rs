//! Whether every text that the page needs is there, in every language, with the same placeholders.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::{list_of, max_length};
use super::message::Message;
use super::slots::leads;
use super::texts::Texts;
use super::typed::Typed;
use crate::diag::{Finding, Span, nearest};
use crate::model::{Edition, Index};
use crate::yaml::Spanned;

/// The keys that an edition's text files must have, with the place that asks for each.
pub fn required(edition: &Edition) -> Vec<(String, Span)> {
    let mut keys =
        vec![("title".to_owned(), edition.head.id.span), ("bottom_line".to_owned(), edition.head.id.span)];
    let mut add =
        |section: &str, id: &Spanned<String>| keys.push((format!("{section}.{}", id.value), id.span));
    edition.threats.iter().for_each(|it| add("threats", &it.id));
    edition.progress.iter().for_each(|it| add("progress", &it.id));
    for meeting in &edition.meetings {
        add("meetings", &meeting.id);
        meeting.agenda.iter().for_each(|it| add("agenda", &it.id));
        meeting.quotes.iter().for_each(|it| add("quotes", &it.id));
    }
    edition.commitments.iter().for_each(|it| add("commitments", &it.id));
    edition.events.iter().for_each(|it| add("events", &it.id));
    edition.statements.iter().for_each(|it| add("statements", &it.id));
    edition.next_steps.iter().for_each(|it| add("next_steps", &it.id));
    keys
}

/// Compares the texts of one language with what the edition asks for and with the master language.
///
/// A missing text is a warning (TR01), since the page marks it; placeholders that differ from the
/// master's (TR03) and texts that belong to nothing (TR06) are errors. What only follows from a fault
/// reported elsewhere is left out.
pub fn compare(edition: &Edition, texts: &Texts, master: Option<&Texts>) -> Vec<Finding> {
    let required = required(edition);
    let mut known: Vec<String> = required.iter().map(|(key, _)| key.clone()).collect();
    known.extend(edition.meetings.iter().map(|it| format!("decisions.{}", it.id.value)));
    let (mut findings, meant) = strays(edition, texts, &known);
    let is_stray = |list: &str| list.contains('.') && !known.iter().any(|known| known == list);
    for (key, span) in texts.blanks() {
        if !list_of(key).is_some_and(is_stray) {
            findings.push(missing(&texts.lang, key).at(span, "left blank"));
        }
    }
    for (key, span) in &required {
        let withheld = edition.withholds_text(key);
        if texts.get(key).is_none() && !texts.is_refused(key) && !meant.contains(key) && !withheld {
            findings.push(missing(&texts.lang, key).at(*span, "needs a text"));
        }
    }
    if let Some(master) = master.filter(|master| master.lang != texts.lang) {
        for (key, _) in master.list_keys() {
            if !is_stray(key) && !meant.contains(key) && !texts.is_refused(key) && !master.is_refused(key) {
                findings.extend(lengths(key, texts, master));
            }
        }
        // What the page can do without, but the master says.
        for (key, message) in master.all().filter(|(key, _)| key == "subtitle" || key.starts_with("intro.")) {
            if texts.get(&key).is_none() && !texts.is_refused(&key) {
                findings.push(missing(&texts.lang, &key).at(message.span, "the master text"));
            }
        }
        let index = edition.index();
        let masters: BTreeMap<String, _> = master.all().collect();
        for (key, message) in texts.all().filter(|(key, _)| is_paired(key, texts, master)) {
            if let Some(source) = masters.get(&key) {
                findings.extend(placeholders(&index, texts, &key, message, source));
            }
        }
    }
    findings.extend(texts.all().filter_map(|(key, message)| too_long(&texts.lang, &key, message)));
    findings
}

/// TR12: a text that the page has one line for, and that needs more.
fn too_long(lang: &str, key: &str, message: &Message) -> Option<Finding> {
    let most = max_length(key)?;
    let typed = Typed::of(message);
    let length = typed.other().chars().count();
    (length > most).then(|| {
        Finding::warning(
            "TR12",
            format!("`{key}` has `{length}` characters, and the page has room for `{most}`"),
        )
        .at(message.span, "too long")
        .path(format!("text.{lang}.{key}"))
        .help("say it in fewer words")
    })
}

/// TR01: a text that is not there.
pub(super) fn missing(lang: &str, key: &str) -> Finding {
    Finding::warning("TR01", format!("language `{lang}` has no text for `{key}`"))
        .path(format!("text.{lang}.{key}"))
        .help(format!("add `{key}` to text/{lang}.yaml; until then the page marks it as missing"))
}

/// Whether the messages under a key say the same thing in both languages: of lists, only those of one
/// length.
fn is_paired(key: &str, texts: &Texts, master: &Texts) -> bool {
    match key.split_once('[') {
        Some((list, _)) => {
            let whole = !texts.is_refused(list) && !master.is_refused(list);
            whole && texts.list(list).len() == master.list(list).len()
        }
        None => true,
    }
}

/// DA17: a list has as many texts as the master's, so that its paragraphs have the same numbers.
fn lengths(key: &str, texts: &Texts, master: &Texts) -> Option<Finding> {
    let (own, theirs) = (texts.list(key), master.list(key));
    if own.len() == theirs.len() {
        return None;
    }
    let (lang, master) = (&texts.lang, &master.lang);
    let finding = Finding::warning(
        "DA17",
        format!("`{key}` has `{}` texts in `{lang}` and `{}` in `{master}`", own.len(), theirs.len()),
    )
    .path(format!("text.{lang}.{key}"))
    .help("give the list the same items in every language");
    let place = own.iter().chain(theirs).flatten().next().map(|message| message.span);
    Some(match place {
        Some(span) => finding.at(span, "this list"),
        None => finding,
    })
}

/// TR03: a message points at what the master's points at. A placeholder that leads nowhere is reported
/// as such (TR02), and with it the one that it was meant to be.
fn placeholders(
    index: &Index<'_>,
    texts: &Texts,
    key: &str,
    message: &Message,
    master: &Message,
) -> Vec<Finding> {
    let paths =
        |message: &Message| -> BTreeSet<String> { message.slots().map(|slot| slot.path.clone()).collect() };
    let (own, theirs) = (paths(message), paths(master));
    let lost = |path: &&String| !leads(index, path);
    let mistyped: Vec<&String> =
        own.difference(&theirs).chain(theirs.difference(&own)).filter(lost).collect();
    let meant = |path: &String| mistyped.iter().any(|typed| nearest(typed, [path]).is_some());
    let place = |message: &Message, path: &str| {
        message.slots().find(|slot| slot.path == path).map_or(message.span, |slot| slot.span)
    };
    let lang = &texts.lang;
    let mut findings = Vec::new();
    for missing in theirs.difference(&own).filter(|path| leads(index, path) && !meant(path)) {
        findings.push(
            Finding::error("TR03", format!("`{{{missing}}}` is missing from `{key}` in `{lang}`"))
                .at(message.span, "without it")
                .at(place(master, missing), "the master text has it")
                .path(format!("text.{lang}.{key}"))
                .help(format!("say the same thing with `{{{missing}}}`")),
        );
    }
    for extra in own.difference(&theirs).filter(|path| leads(index, path) && !meant(path)) {
        findings.push(
            Finding::error(
                "TR03",
                format!("`{{{extra}}}` is in `{key}` in `{lang}` but not in the master text"),
            )
            .at(place(message, extra), "only here")
            .at(master.span, "the master text")
            .path(format!("text.{lang}.{key}"))
            .help(format!("take `{{{extra}}}` out, or add it to the master text")),
        );
    }
    findings
}

/// TR06: texts for ids that the edition does not have; and the keys that they were meant for.
fn strays(edition: &Edition, texts: &Texts, known: &[String]) -> (Vec<Finding>, BTreeSet<String>) {
    let (mut findings, mut meant) = (Vec::new(), BTreeSet::new());
    for (key, span) in texts.places().filter(|(key, _)| !known.contains(key)) {
        let Some((section, id)) = key.split_once('.') else { continue };
        if matches!(section, "intro" | "names") || edition.refused.concerns(id) {
            continue;
        }
        let finding = Finding::error("TR06", format!("the edition has no `{id}` among its {section}"))
            .at(span, "a text for nothing")
            .path(format!("text.{}.{key}", texts.lang));
        let lacking = known.iter().filter_map(|key| {
            let id = key.strip_prefix(section)?.strip_prefix('.')?;
            (texts.get(key).is_none() && texts.list(key).is_empty()).then(|| id.to_owned())
        });
        let lacking: Vec<String> = lacking.collect();
        findings.push(match nearest(id, &lacking) {
            Some(near) => {
                meant.insert(format!("{section}.{near}"));
                finding.help(format!("did you mean `{near}`?"))
            }
            None => finding.help("take the text out, or add the entry to the edition"),
        });
    }
    (findings, meant)
}
