//! One message as a translator sees it: its master text, its translation and how far that has come.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::sheet::in_page_order;
use super::status::Standing;
use crate::diag::Span;
use crate::digest::Digest;
use crate::dossier::Dossier;
use crate::text::{Message, Slot, State, Typed};

/// One message of an edition in one language.
#[derive(Debug, Clone)]
pub struct Unit<'a> {
    /// Its key, such as `threats.cells` or `highlights[2]`.
    pub key: String,
    /// The master text as it stands now.
    pub master: Typed,
    /// The message that the master text was read from; `None` for a name, which neutral data has.
    pub source: Option<&'a Message>,
    /// The translation.
    pub own: Option<&'a Message>,
    /// How far the translation has come.
    pub state: State,
}

impl<'a> Unit<'a> {
    /// Where the master text stands in a text file.
    pub fn place(&self) -> Option<Span> {
        self.source.map(|source| source.span)
    }

    /// The placeholders of the master text, then those that only the translation has; the same path in
    /// another style is another placeholder.
    pub fn slots(&self) -> Vec<&'a Slot> {
        let mut slots: Vec<&Slot> = Vec::new();
        for slot in self.source.into_iter().chain(self.own).flat_map(Message::forms).flat_map(Message::slots)
        {
            if !slots.iter().any(|known| known.path == slot.path && known.style == slot.style) {
                slots.push(slot);
            }
        }
        slots
    }

    /// The figure that chooses among the forms, of the translation or of the master text.
    pub fn by(&self) -> Option<&'a str> {
        let plural = self.own.and_then(|own| own.plural.as_ref());
        let plural = plural.or(self.source.and_then(|source| source.plural.as_ref()));
        plural.map(|plural| plural.by.path.as_str())
    }
}

/// The messages of an edition in the order of the page; none where the edition has not the language, or the
/// language is its master.
pub fn units<'a>(dossier: &'a Dossier, lang: &str) -> Vec<Unit<'a>> {
    let master = dossier.edition.head.master.as_str();
    let (Some(language), Some(sources)) = (dossier.languages.get(lang), dossier.languages.get(master)) else {
        return Vec::new();
    };
    if lang == master {
        return Vec::new();
    }
    let Some(Standing { mut masters, states }) = Standing::of(dossier, lang) else { return Vec::new() };
    let keys = in_page_order(&dossier.edition, masters.keys().cloned().collect());
    let units = keys.into_iter().filter_map(|key| {
        Some(Unit {
            master: masters.remove(&key)?,
            source: sources.texts.find(&key),
            own: language.texts.find(&key),
            state: states.get(&key)?.clone(),
            key,
        })
    });
    units.collect()
}

/// A hash over all master texts with their keys: two files of one base translate the same.
pub(super) fn base<'a>(masters: impl IntoIterator<Item = (&'a str, &'a Typed)>) -> String {
    let masters: BTreeMap<&str, String> =
        masters.into_iter().map(|(key, master)| (key, master.hash())).collect();
    let mut sha = Sha256::new();
    for (key, hash) in masters {
        sha.update(key.as_bytes());
        sha.update([0]);
        sha.update(hash.as_bytes());
        sha.update([0]);
    }
    Digest::from(<[u8; 32]>::from(sha.finalize())).short()
}
