//! Whether every text that the page needs is there, in every language, with the same placeholders.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::SECTIONS;
use super::keys::Shape;
use super::texts::Texts;
use crate::diag::{Finding, Span};
use crate::model::{Edition, nearest};
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
/// master's (TR03) and texts that belong to nothing (TR06) are errors.
pub fn compare(edition: &Edition, texts: &Texts, master: Option<&Texts>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let required = required(edition);
    for (key, span) in &required {
        if texts.get(key).is_none() {
            findings.push(
                Finding::warning("TR01", format!("language `{}` has no text for `{key}`", texts.lang))
                    .at(*span, "needs a text")
                    .path(format!("text.{}.{key}", texts.lang))
                    .help(format!(
                        "add `{key}` to text/{}.yaml; until then the page marks it as missing",
                        texts.lang
                    )),
            );
        }
    }
    findings.extend(strays(edition, texts, &required));
    let Some(master) = master.filter(|master| master.lang != texts.lang) else { return findings };
    for (key, list) in master.list_keys() {
        let own = texts.list(key);
        if own.len() != list.len() {
            let place = own.first().or(list.first()).map(|message| message.span);
            let mut finding = Finding::warning(
                "TR01",
                format!(
                    "`{key}` has {} texts in `{}` and {} in `{}`",
                    own.len(),
                    texts.lang,
                    list.len(),
                    master.lang
                ),
            )
            .path(format!("text.{}.{key}", texts.lang))
            .help("give the list the same items in every language");
            if let Some(span) = place {
                finding = finding.at(span, "this list");
            }
            findings.push(finding);
        }
    }
    let masters: BTreeMap<String, _> = master.all().collect();
    for (key, message) in texts.all() {
        let Some(source) = masters.get(&key) else { continue };
        let own: BTreeSet<&str> = message.slots().map(|slot| slot.path.as_str()).collect();
        let theirs: BTreeSet<&str> = source.slots().map(|slot| slot.path.as_str()).collect();
        for missing in theirs.difference(&own) {
            findings.push(
                Finding::error(
                    "TR03",
                    format!("`{{{missing}}}` is missing from `{key}` in `{}`", texts.lang),
                )
                .at(message.span, "without it")
                .at(
                    source.slots().find(|slot| slot.path == **missing).map_or(source.span, |slot| slot.span),
                    "the master text has it",
                )
                .path(format!("text.{}.{key}", texts.lang))
                .help(format!("say the same thing with `{{{missing}}}`")),
            );
        }
        for extra in own.difference(&theirs) {
            let span =
                message.slots().find(|slot| slot.path == **extra).map_or(message.span, |slot| slot.span);
            findings.push(
                Finding::error(
                    "TR03",
                    format!("`{{{extra}}}` is in `{key}` in `{}` but not in the master text", texts.lang),
                )
                .at(span, "only here")
                .at(source.span, "the master text")
                .path(format!("text.{}.{key}", texts.lang))
                .help(format!("take `{{{extra}}}` out, or add it to the master text")),
            );
        }
    }
    findings
}

/// Texts for ids that the edition does not have.
fn strays(edition: &Edition, texts: &Texts, required: &[(String, Span)]) -> Vec<Finding> {
    let mut known: Vec<String> = required.iter().map(|(key, _)| key.clone()).collect();
    known.extend(edition.meetings.iter().map(|it| format!("decisions.{}", it.id.value)));
    let by_id: BTreeSet<&str> = SECTIONS
        .iter()
        .filter(|(name, shape)| {
            matches!(shape, Shape::ById | Shape::ListById) && !matches!(*name, "intro" | "names")
        })
        .map(|(name, _)| *name)
        .collect();
    let mut findings = Vec::new();
    let singles = texts.all().map(|(key, message)| (key, message.span));
    for (key, span) in singles {
        let key = key.split('[').next().unwrap_or(&key).to_owned();
        let Some((section, id)) = key.split_once('.') else { continue };
        if !by_id.contains(section) || known.contains(&key) {
            continue;
        }
        let mut finding = Finding::error("TR06", format!("the edition has no `{id}` among its {section}"))
            .at(span, "a text for nothing")
            .path(format!("text.{}.{key}", texts.lang));
        finding = match nearest(&key, known.iter()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("take the text out, or add the entry to the edition"),
        };
        if findings.last().is_none_or(|last: &Finding| last.path != finding.path) {
            findings.push(finding);
        }
    }
    findings
}
