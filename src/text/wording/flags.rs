//! States of texts -> which of them the page remarks upon one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::super::keys::{list_of, parts};
use super::super::state::State;
use crate::locale::Flag;

/// The texts that the page must not show as if nothing were the matter with them.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    flags: BTreeMap<String, Flag>,
    missing: BTreeSet<String>,
    /// How many items a list has in the master, by key.
    items: BTreeMap<String, usize>,
}

impl Flags {
    /// What the states of a language ask for.
    ///
    /// A remark tells a text from its neighbours. Where at least half of the texts would carry the same one, it
    /// would tell nothing and drown the page: there none carries it, and the page says so once at its head.
    pub fn new(states: &BTreeMap<String, State>) -> Self {
        let mut flags = Self::default();
        let count = |flag| states.values().filter(|state| Self::of_state(state) == Some(flag)).count();
        let few = [Flag::Draft, Flag::Stale].map(|flag| (flag, 2 * count(flag) < states.len()));
        for (key, state) in states {
            if let Some(flag) = Self::of_state(state).filter(|flag| few.contains(&(*flag, true))) {
                flags.flags.insert(key.clone(), flag);
            }
            if *state == State::Missing {
                flags.missing.insert(key.clone());
            }
            if let Some(list) = list_of(key) {
                let items = flags.items.entry(list.to_owned()).or_default();
                *items = (*items).max(parts(key).2);
            }
        }
        flags
    }

    /// The flag of a text in this state.
    pub fn of_state(state: &State) -> Option<Flag> {
        match state {
            State::Draft => Some(Flag::Draft),
            State::Stale(_) => Some(Flag::Stale),
            State::Missing | State::Reviewed | State::Approved => None,
        }
    }

    /// The remark after the text under a key.
    pub(super) fn of(&self, key: &str) -> Option<Flag> {
        self.flags.get(key).copied()
    }

    /// Whether the master has a text under a key, and this language has none.
    pub(super) fn is_missing(&self, key: &str) -> bool {
        self.missing.contains(key)
    }

    /// How many items a list has in the master.
    pub(super) fn items(&self, list: &str) -> usize {
        self.items.get(list).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(states: &[(&str, State)]) -> Flags {
        Flags::new(&states.iter().map(|(key, state)| ((*key).to_owned(), state.clone())).collect())
    }

    #[test]
    fn few_are_remarked_upon_and_many_are_not() {
        let few = flags(&[("a", State::Draft), ("b", State::Reviewed), ("c", State::Missing)]);
        assert_eq!(["a", "b", "c"].map(|key| few.of(key)), [Some(Flag::Draft), None, None]);
        assert_eq!(["a", "b", "c"].map(|key| few.is_missing(key)), [false, false, true]);
        let half = flags(&[
            ("a", State::Draft),
            ("b", State::Draft),
            ("c", State::Reviewed),
            ("d", State::Approved),
        ]);
        assert_eq!(["a", "b", "c", "d"].map(|key| half.of(key)), [None; 4]);
    }

    #[test]
    fn a_list_is_as_long_as_the_master_has_it() {
        let flags = flags(&[("highlights[2]", State::Missing), ("highlights[10]", State::Missing)]);
        assert_eq!((flags.items("highlights"), flags.items("method")), (10, 0));
    }
}
