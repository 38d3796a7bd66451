//! States of texts -> what stands between a language and its release: TR11, TR07, and for a release one error
//! for each text.

use std::collections::BTreeMap;

use super::coverage::missing;
use super::keys::{list_of, rank};
use super::message::Message;
use super::state::{Stale, State};
use super::texts::{Status, Texts};
use crate::diag::{Finding, Severity};

/// Letters of the old master text that a finding shows.
const SHOWN: usize = 80;

/// How many drafts are pointed at one by one.
const FEW: usize = 3;

/// The texts of one language of an edition with their states.
#[derive(Debug, Clone, Copy)]
pub struct Pending<'a> {
    /// The edition's id.
    pub edition: &'a str,
    /// The texts.
    pub texts: &'a Texts,
    /// The texts of the master language; the same texts for the master language itself.
    pub master: &'a Texts,
    /// The states of all messages of the master.
    pub states: &'a BTreeMap<String, State>,
}

impl Pending<'_> {
    /// A warning for each stale text (TR11) and one for all drafts (TR07). What is missing has been reported
    /// in reading.
    pub fn warnings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.stale().collect();
        let drafts: Vec<&Message> = self.drafts().filter_map(|key| self.texts.find(key)).collect();
        if !drafts.is_empty() {
            let (lang, count, total) = (&self.texts.lang, drafts.len(), self.states.len());
            let mut finding =
                Finding::warning("TR07", format!("`{count}` of `{total}` texts in `{lang}` are drafts"));
            if count <= FEW {
                let places = drafts.iter().map(|draft| draft.span);
                finding = places.fold(finding, |it, span| it.at(span, "no review of it is recorded"));
            } else if let Some(span) = self.texts.meta.span {
                finding = finding.at(span, "no review of them is recorded");
            }
            findings.push(self.review(finding.path(format!("text.{lang}")), None));
        }
        findings
    }

    /// An error for each text that is missing (TR01), stale (TR11) or a draft (TR07).
    pub fn refusals(&self) -> Vec<Finding> {
        let (lang, master) = (&self.texts.lang, self.master);
        let missing = self.in_order(|state| *state == State::Missing).map(|(key, _)| {
            let place = self.texts.blank(key).map(|span| (span, "left blank"));
            let master = master.find(key).map(|message| (message.span, "the master text"));
            let finding = missing(lang, key);
            place.or(master).into_iter().fold(finding, |finding, (span, label)| finding.at(span, label))
        });
        let drafts = self.drafts().map(|key| {
            let finding = Finding::error("TR07", format!("`{key}` in `{lang}` is a draft"));
            let finding = match self.texts.find(key) {
                Some(own) => finding.at(own.span, "no review of it is recorded"),
                None => finding,
            };
            self.review(finding.path(format!("text.{lang}.{key}")), Some(key))
        });
        let mut findings: Vec<Finding> = missing.chain(self.stale()).chain(drafts).collect();
        findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
        findings
    }

    /// The keys of drafts; none where the file says how far they are, and it could not be read.
    fn drafts(&self) -> impl Iterator<Item = &String> {
        let known = self.texts.knows_status();
        self.in_order(|state| known && *state == State::Draft).map(|(key, _)| key)
    }

    /// TR11: texts whose master text has changed.
    fn stale(&self) -> impl Iterator<Item = Finding> {
        self.in_order(|state| matches!(state, State::Stale(_))).filter_map(|(key, state)| match state {
            // What waits for its master text is told all in one (NE05).
            State::Stale(stale) if !stale.waits => Some(self.changed(key, stale)),
            _ => None,
        })
    }

    fn changed(&self, key: &str, Stale { was, moved, .. }: &Stale) -> Finding {
        let lang = &self.texts.lang;
        let message = format!("`{key}` in `{lang}` translates a master text that has changed");
        let mut finding = Finding::warning("TR11", message).path(format!("text.{lang}.{key}"));
        if let Some(own) = self.texts.find(key) {
            finding = finding.at(own.span, "translates the text before the change");
        }
        if let Some(master) = self.master.find(key) {
            finding = finding.at(master.span, "the master text now");
        }
        if let Some(was) = was {
            finding = finding.help(format!("compare with the text before: `{}`", shortened(was.other())));
        }
        if let Some(moved) = moved {
            finding = finding.help(format!("the text before is now `{moved}`: move its translation there"));
        }
        finding.help(format!(
            "bring it up to date, then run `mujaz text mark {lang} {} --edition {} --as reviewed --by NAME`",
            argument(key),
            self.edition
        ))
    }

    /// What to do about drafts: the text under a key, or all.
    fn review(&self, finding: Finding, key: Option<&str>) -> Finding {
        let lang = &self.texts.lang;
        if self.texts.lang == self.master.lang {
            return finding
                .help(format!("once reviewed, write `status: reviewed` under `_meta` in text/{lang}.yaml"));
        }
        let key = key.map(|key| format!(" {}", argument(key))).unwrap_or_default();
        let finding = finding.help(format!(
            "once reviewed, run `mujaz text mark {lang}{key} --edition {} --as reviewed --by NAME`",
            self.edition
        ));
        match self.texts.meta.status {
            Some(Status::Draft) => finding.help(format!(
                "take `status: draft` out of `_meta` in text/{lang}.yaml: it holds for all texts"
            )),
            _ => finding,
        }
    }

    /// The texts of some states, as the page has them.
    fn in_order(&self, wanted: impl Fn(&State) -> bool) -> std::vec::IntoIter<(&String, &State)> {
        let mut states: Vec<_> = self.states.iter().filter(|(_, state)| wanted(state)).collect();
        states.sort_by_key(|(key, _)| rank(key));
        states.into_iter()
    }
}

/// A key as a shell takes it: brackets stand in quotes.
fn argument(key: &str) -> String {
    if list_of(key).is_some() { format!("'{key}'") } else { key.to_owned() }
}

/// A text on one line, cut at a word.
fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("{whole} …")
}
