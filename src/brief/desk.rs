//! What the head of the first page says about texts that are drafts or out of date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fact;
use crate::locale::{Flag, Phrase};
use crate::text::{Flags, State, Wording};

/// A note for the reader of a translation that may not be relied upon yet, or of a master text.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Desk {
    /// `draft`, or `stale` if all that is wrong is that the master text has changed.
    pub code: Flag,
    /// What it is: "Draft translation, not yet reviewed". For the head of the first page and of every other.
    pub title: Phrase,
    /// How many texts of how many, for each of the two matters there is.
    pub counts: Vec<Fact>,
}

/// The note that the states of a language ask for; `None` if all texts are reviewed, or missing, which each says
/// for itself.
pub fn note(words: &Wording<'_>, master: &str, states: &BTreeMap<String, State>) -> Option<Desk> {
    let count = |flag| states.values().filter(|state| Flags::of_state(state) == Some(flag)).count();
    let (drafts, stale) = (count(Flag::Draft), count(Flag::Stale));
    let number = |number: usize| words.locale.count(number as u64);
    let line = |label: &str, count: usize| {
        let value =
            words.label_with("page.some_of_texts", &[("n", number(count)), ("total", number(states.len()))]);
        (count > 0).then(|| Fact { label: words.label(label), value })
    };
    let (code, title) = match (drafts, stale) {
        (0, 0) => return None,
        (0, _) => (Flag::Stale, "page.stale_translation"),
        _ if words.locale.lang() == master => (Flag::Draft, "page.draft_master"),
        _ => (Flag::Draft, "page.draft_translation"),
    };
    let counts = [line("page.draft_texts", drafts), line("page.stale_texts", stale)];
    Some(Desk { code, title: words.label(title), counts: counts.into_iter().flatten().collect() })
}
