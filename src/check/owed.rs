//! NE01 to NE05: what a new edition still has from the one before, as a list of what is to be done: sources, figures,
//! other entries, master texts, translations. Each is gone once it is done.
//!
//! An entry says `carried: ID` until somebody takes that line out. A text counts as brought up to date once it
//! reads otherwise, or once somebody marks it as reviewed as it stands (`translations.lock`).

use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::layers;
use crate::text::{State, Typed, rank};
use std::collections::BTreeMap;

/// Codes of what is owed, in the order in which it is done.
pub const CODES: [&str; 5] = ["NE01", "NE02", "NE03", "NE04", "NE05"];

/// Everything that is owed, as warnings.
pub fn check(dossier: &Dossier) -> Vec<Finding> {
    let mut findings = entries(dossier);
    let masters = dossier.masters();
    findings.extend(texts(dossier, &masters));
    findings.extend(translations(dossier, &masters));
    findings
}

fn entries(dossier: &Dossier) -> Vec<Finding> {
    let mut findings = Vec::new();
    layers::carried(&dossier.tree, &mut |path, entry| {
        let from = entry.value.as_text().unwrap_or_default();
        let id = path.rsplit_once('[').map_or(path, |(_, id)| id.trim_end_matches(']'));
        let section = path.split(['[', '.']).next().unwrap_or_default();
        let (code, message) = match section {
            "sources" => ("NE01", format!("the source `{id}` is that of `{from}`")),
            "figures" => ("NE02", format!("the figure `{id}` is that of `{from}`")),
            _ => ("NE03", format!("`{path}` is as in `{from}`")),
        };
        let finding = Finding::warning(code, message)
            .at(entry.key_span, "not yet brought up to date")
            .path(path.to_owned());
        findings.push(finding.help(what(section)).help(format!("then take out `carried: {from}`")));
    });
    findings
}

/// What is to be done with an entry of a section.
fn what(section: &str) -> &'static str {
    match section {
        "sources" => "name the new issue: its title, its date, and its address or file if it has one",
        "figures" => "type the new value, and look at its date, its qualifier and its place",
        "threats" => "judge it anew: severity, trend, likelihood, confidence; take it out if it is over",
        "progress" => "say how far it is: status, projects",
        "funding" => "say how far it has come: stage, amount; add what is new",
        "returnees" => "type the counts of the new round; the openings are the closings of the last one",
        "partners" => "type who belongs to it now, and who joined",
        "commitments" => "say how far it is: status, evidence; add what was promised since",
        "next_steps" => "renew it, or take it out if it is done",
        _ => "renew it, or take it out",
    }
}

fn texts(dossier: &Dossier, masters: &BTreeMap<String, Typed>) -> Vec<Finding> {
    let head = &dossier.edition.head;
    let (id, lang) = (&head.id.value, &head.master.value);
    let Some(master) = dossier.languages.get(lang.as_str()) else { return Vec::new() };
    let mut keys: Vec<&String> =
        masters.iter().filter(|(key, text)| dossier.lock.is_carried(key, text)).map(|(key, _)| key).collect();
    keys.sort_by_key(|key| rank(key));
    let carried = keys.into_iter().filter_map(|key| Some((key, master.texts.find(key)?)));
    carried
        .map(|(key, message)| {
            let argument = if key.contains('[') { format!("'{key}'") } else { key.clone() };
            Finding::warning("NE04", format!("`{key}` in `{lang}` has the wording of the edition before"))
                .at(message.span, "not yet brought up to date")
                .path(format!("text.{lang}.{key}"))
                .help("write what holds now")
                .help(format!(
                    "if it holds as it stands, run `mujaz text mark {lang} {argument} --edition {id} --as reviewed --by NAME`"
                ))
        })
        .collect()
}

fn translations(dossier: &Dossier, masters: &BTreeMap<String, Typed>) -> Vec<Finding> {
    let head = &dossier.edition.head;
    let others = head.languages.iter().filter(|lang| lang.value != head.master.value);
    others
        .filter_map(|lang| {
            let states = dossier.states(&lang.value, masters);
            let waits = |state: &&State| matches!(state, State::Stale(stale) if stale.waits);
            let count = states.values().filter(waits).count();
            let language = dossier.languages.get(lang.as_str()).filter(|_| count > 0)?;
            let (master, lang) = (&head.master.value, &lang.value);
            let message = format!("`{count}` texts in `{lang}` wait for their master texts");
            let finding = Finding::warning("NE05", message).path(format!("text.{lang}"));
            let finding = match language.texts.meta.span {
                Some(span) => finding.at(span, "as in the edition before"),
                None => finding,
            };
            Some(finding.help(format!(
                "bring those in `{master}` up to date first; what changes there is to be translated"
            )))
        })
        .collect()
}
