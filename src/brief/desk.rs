//! What the head of the first page says about texts that are drafts or out of date, and about what a new edition
//! still has from the one before.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Fact;
use crate::locale::{Flag, Phrase};
use crate::model::Edition;
use crate::text::{Flags, State, Wording};

/// A note for the reader of a translation that may not be relied upon yet, or of a master text.
#[derive(Debug, Clone, Serialize)]
pub struct Desk {
    /// `draft`, or `stale` if all that is wrong is that the master text has changed, or something is of the last edition.
    pub code: Flag,
    /// What it is: "Draft translation, not yet reviewed". For the head of the first page and of every other.
    pub title: Phrase,
    /// How many texts of how many, for each of the two matters there is.
    pub counts: Vec<Fact>,
}

/// The note that the states of a language ask for, and what the edition has from the one before; `None` if all
/// texts are reviewed, or missing, which each says for itself, and everything is up to date.
pub fn note(words: &Wording<'_>, edition: &Edition, states: &BTreeMap<String, State>) -> Option<Desk> {
    let master = edition.head.master.value.as_str();
    let count = |flag| states.values().filter(|state| Flags::of_state(state) == Some(flag)).count();
    let waiting = states.values().filter(|state| matches!(state, State::Stale(stale) if stale.waits)).count();
    let (drafts, stale) = (count(Flag::Draft), count(Flag::Stale) - waiting);
    let entries = edition.carried.figures.len() + edition.carried.others;
    let number = |number: usize| words.locale.count(number as u64);
    let line = |label: &str, count: usize| {
        let value =
            words.label_with("page.some_of_texts", &[("n", number(count)), ("total", number(states.len()))]);
        (count > 0).then(|| Fact { label: words.label(label), value })
    };
    let (code, title) = match (drafts, stale) {
        _ if waiting + entries > 0 => (Flag::Stale, "page.carried_edition"),
        (0, 0) => return None,
        (0, _) => (Flag::Stale, "page.stale_translation"),
        _ if words.locale.lang() == master => (Flag::Draft, "page.draft_master"),
        _ => (Flag::Draft, "page.draft_translation"),
    };
    let carried =
        (entries > 0).then(|| Fact { label: words.label("page.carried_entries"), value: number(entries) });
    let counts = [
        carried,
        line("page.carried_texts", waiting),
        line("page.draft_texts", drafts),
        line("page.stale_texts", stale),
    ];
    Some(Desk { code, title: words.label(title), counts: counts.into_iter().flatten().collect() })
}
