//! The texts of an edition in the next one: those of what goes are cut, and all others recorded as carried.

use super::Case;
use crate::text::{Lock, keys};
use crate::yaml::{Change, NewValue, Node, Step};

/// What goes of a text file.
pub(super) fn cuts<'n>(case: &Case<'_>, tree: &'n Node) -> Vec<Vec<Step<'n>>> {
    let mut cuts = Vec::new();
    for section in tree.as_map().unwrap_or(&[]) {
        let Some(entries) = section.value.as_map() else { continue };
        let over: Vec<&str> = entries
            .iter()
            .map(|it| it.key.as_str())
            .filter(|id| case.gone.has_text(&section.key, id))
            .collect();
        if over.len() == entries.len() && !over.is_empty() {
            cuts.push(vec![Step::Key(&section.key)]);
        } else {
            cuts.extend(over.into_iter().map(|id| vec![Step::Key(&section.key), Step::Key(id)]));
        }
    }
    cuts
}

/// The master texts are drafts again.
pub(super) fn changes(case: &Case<'_>, lang: &str) -> Vec<Change<'static>> {
    let path = vec![Step::Key("_meta"), Step::Key("status")];
    let draft = Change { path, value: NewValue::Text("draft".to_owned()) };
    if lang == case.from.edition.head.master.value { vec![draft] } else { Vec::new() }
}

/// What is recorded of the texts: their translations as they were, and the master texts that are to be brought up
/// to date. What a commitment says stays as it was said, and so do names.
pub(super) fn lock(case: &Case<'_>) -> Lock {
    let mut lock = Lock::default();
    let masters = case.from.masters();
    for (key, master) in &masters {
        let (section, id, _) = keys::parts(key);
        if case.gone.has_text(section, id) {
            continue;
        }
        if !matches!(section, "commitments" | "names") {
            lock.carry(key, master);
        }
    }
    let langs = case.from.edition.head.languages.iter().map(|lang| lang.value.as_str());
    for lang in langs {
        for key in case.from.lock.keys(lang) {
            let (section, id, _) = keys::parts(key);
            if !case.gone.has_text(section, id) {
                lock.take(lang, key, &case.from.lock);
            }
        }
    }
    lock
}
