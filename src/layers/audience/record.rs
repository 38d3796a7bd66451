//! The record of translations as an audience may have it: of the texts that it sees.

use std::collections::{BTreeSet, HashSet};

use ecow::EcoVec;

use super::texts::Gone;
use crate::yaml::{Data, Entry, Node};

/// The tree of a record without the texts that are withheld, renumbered as the lists of texts are, and without the
/// master texts that nothing needs any more.
pub(super) fn projected(record: &Node, gone: &Gone, keys: &BTreeSet<String>) -> Node {
    let mut used = HashSet::new();
    let languages = super::settle::with(record, "languages", |languages| {
        let kept = languages.as_map()?.iter().map(|language| {
            let records = language.value.as_map().unwrap_or(&[]).iter().filter_map(|entry| {
                let key = gone.renumbered(&entry.key).filter(|key| keys.contains(key))?;
                Some(Entry { key: key.into(), ..entry.clone() })
            });
            let data = Data::Map(records.collect());
            Entry { value: Node { data, ..language.value.clone() }, ..language.clone() }
        });
        Some(Node { data: Data::Map(kept.collect::<EcoVec<Entry>>()), ..languages.clone() })
    });
    let languages = super::settle::with(&languages, "carried", |carried| {
        let kept = carried.as_map()?.iter().filter_map(|entry| {
            let key = gone.renumbered(&entry.key).filter(|key| keys.contains(key))?;
            Some(Entry { key: key.into(), ..entry.clone() })
        });
        Some(Node { data: Data::Map(kept.collect::<EcoVec<Entry>>()), ..carried.clone() })
    });
    for language in languages.get("languages").and_then(Node::as_map).unwrap_or(&[]) {
        for record in language.value.as_map().unwrap_or(&[]) {
            used.extend(record.value.get("of").and_then(Node::as_text).map(str::to_owned));
        }
    }
    super::settle::with(&languages, "masters", |masters| {
        let kept = masters.as_map()?.iter().filter(|entry| used.contains(entry.key.as_str())).cloned();
        Some(Node { data: Data::Map(kept.collect::<EcoVec<Entry>>()), ..masters.clone() })
    })
}
