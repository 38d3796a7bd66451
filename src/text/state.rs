//! How far each text of a translation has come, and whether its master text has changed since.
//!
//! Only what the lock records counts, never likeness: a text is stale if the master text under its key is not
//! the one that was translated.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::keys::list_of;
use super::lock::{Lock, Record};
use super::texts::{Status, Texts};
use super::typed::Typed;

/// How far a text has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It translates a master text that is no more.
    Stale(Stale),
    /// Not yet read by a second person, or changed since it was.
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Released.
    Approved,
}

/// What a stale text translates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The master text as it was; none if the lock has lost it.
    pub was: Option<Typed>,
    /// The key under which the very same master text stands now, where that is one other item of the list.
    pub moved: Option<String>,
    /// Whether the master text is that of an earlier edition and waits to be brought up to date itself.
    pub waits: bool,
}

impl State {
    /// The word in tables and JSON: `stale`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale(_) => "stale",
            Self::Draft => Status::Draft.code(),
            Self::Reviewed => Status::Reviewed.code(),
            Self::Approved => Status::Approved.code(),
        }
    }

    /// Whether the text may be released.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Reviewed | Self::Approved)
    }
}

impl From<Status> for State {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Self::Draft,
            Status::Reviewed => Self::Reviewed,
            Status::Approved => Self::Approved,
        }
    }
}

/// The state of every message of the master in one translation, by key as in [`Texts::all`].
///
/// A text that is there and could not be read has none: its fault is reported elsewhere.
pub fn states(masters: &BTreeMap<String, Typed>, texts: &Texts, lock: &Lock) -> BTreeMap<String, State> {
    // Of all master texts at once only where one may have moved.
    let hashes = LazyCell::new(|| {
        masters.iter().map(|(key, master)| (key.as_str(), master.hash())).collect::<BTreeMap<_, _>>()
    });
    let most = texts.meta.status.unwrap_or(Status::Approved);
    let state = |key: &str, master: &Typed| {
        let Some(own) = texts.find(key) else {
            return (!texts.is_refused(key) || texts.blank(key).is_some()).then_some(State::Missing);
        };
        if lock.is_carried(key, master) {
            return Some(State::Stale(Stale { was: None, moved: None, waits: true }));
        }
        let Some(record) = lock.get(&texts.lang, key) else { return Some(State::Draft) };
        Some(if master.hash() != record.of {
            let was = lock.master(&record.of).cloned();
            State::Stale(Stale { was, moved: moved(key, record, &hashes), waits: false })
        } else if record.is == Typed::of(own).hash() {
            record.status.min(most).into()
        } else {
            State::Draft
        })
    };
    masters.iter().filter_map(|(key, master)| Some((key.clone(), state(key, master)?))).collect()
}

/// The state of every message of the master itself: that of its file, but for those that still are those of an
/// earlier edition.
pub fn master_states(
    masters: &BTreeMap<String, Typed>,
    texts: &Texts,
    lock: &Lock,
) -> BTreeMap<String, State> {
    let state = State::from(texts.meta.status.unwrap_or(Status::Draft));
    let of = |key: &str, master: &Typed| match lock.is_carried(key, master) {
        true => State::Stale(Stale { was: None, moved: None, waits: true }),
        false => state.clone(),
    };
    masters.iter().map(|(key, master)| (key.clone(), of(key, master))).collect()
}

/// The only other item of the list that now has the master text that was translated.
fn moved(key: &str, record: &Record, hashes: &BTreeMap<&str, String>) -> Option<String> {
    let list = list_of(key)?;
    let mut same = hashes
        .iter()
        .filter(|(other, hash)| list_of(other) == Some(list) && **other != key && **hash == record.of);
    let (only, _) = same.next()?;
    same.next().is_none().then(|| (*only).to_owned())
}

#[cfg(test)]
mod tests;
