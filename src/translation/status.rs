//! How far each language of an edition has come: its texts counted by state.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::brief;
use crate::dossier::Dossier;
use crate::text::{State, Typed};

/// One language of an edition, which is one file of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// The edition's id.
    pub edition: String,
    /// The language.
    pub language: String,
    /// The file of its texts, relative to the project.
    pub file: String,
    /// Whether the others are translated from it.
    pub master: bool,
    /// Texts that are released.
    pub approved: usize,
    /// Texts that a second person has read.
    pub reviewed: usize,
    /// Texts that nobody has reviewed, or that changed since.
    pub draft: usize,
    /// Texts whose master text has changed.
    pub stale: usize,
    /// Texts that only the master has.
    pub missing: usize,
    /// All of them.
    pub total: usize,
    /// Of a hundred texts, how many are approved or reviewed, rounded down: 100 are all.
    pub percent: usize,
}

/// The master texts of a language and the states of its own, by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Master texts, names that neutral data lacks in this language among them.
    pub masters: BTreeMap<String, Typed>,
    /// The state of the text under each key of `masters`.
    pub states: BTreeMap<String, State>,
}

impl Standing {
    /// What stands behind every message of a language; `None` if the edition has not the language.
    pub fn of(dossier: &Dossier, lang: &str) -> Option<Self> {
        let masters = brief::masters(dossier, lang)?;
        let states = dossier.states(lang, &masters);
        Some(Self { masters, states })
    }
}

impl Progress {
    /// Counts the texts of a language; `None` if the edition has not the language.
    pub fn of(dossier: &Dossier, lang: &str) -> Option<Self> {
        let Standing { states, .. } = Standing::of(dossier, lang)?;
        let count = |code: &str| states.values().filter(|state| state.code() == code).count();
        let edition = dossier.edition.head.id.value.clone();
        let (approved, reviewed, total) = (count("approved"), count("reviewed"), states.len());
        Some(Self {
            file: format!("data/editions/{edition}/text/{lang}.yaml"),
            edition,
            language: lang.to_owned(),
            master: lang == dossier.edition.head.master.value,
            approved,
            reviewed,
            draft: count("draft"),
            stale: count("stale"),
            missing: count("missing"),
            total,
            percent: ((approved + reviewed) * 100).checked_div(total).unwrap_or(100),
        })
    }

    /// Whether every text may be released.
    pub fn is_done(&self) -> bool {
        self.approved + self.reviewed == self.total
    }
}
