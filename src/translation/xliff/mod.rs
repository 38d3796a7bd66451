//! XLIFF 1.2 files: a [`Catalogue`] <-> their text, for tools and agencies that do not take PO.
//!
//! A message is a `trans-unit` with its key for an id; one in plural forms a `group` with a unit for each form
//! of the target language, `key[few]`. Placeholders stay in their braces: tools drop or hide inline tags.
//! Version 2.0 is not read, since few tools write it.

mod read;
#[cfg(test)]
mod tests;
mod write;
mod xml;

pub use self::read::read;
pub use self::write::write;

use super::catalogue::{Catalogue, Entry, fields, lines_of, seen};
use crate::locale::{CATEGORIES, plural_forms};
use crate::text::Typed;

/// The namespace of XLIFF 1.2.
const SPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";

/// The type of a group that holds the plural forms of a message, as gettext's tools have it.
const PLURALS: &str = "x-gettext-plurals";

/// The catalogue as reading gives it back after it was written: of a source its forms `one` and `other`; a
/// translation in forms without `by`; one text in place of forms in each of them; a translation approved only if
/// it is not fuzzy, and neither without a translation; no obsolete messages, no white space around notes, no
/// places.
pub fn kept(catalogue: &Catalogue) -> Catalogue {
    let required = required(&catalogue.lang);
    let entries = catalogue.entries.iter().map(|entry| keep(entry, &required)).collect();
    let translator = catalogue.translator.as_deref().map(str::trim).filter(|name| !name.is_empty());
    Catalogue {
        entries,
        obsolete: Vec::new(),
        translator: translator.map(str::to_owned),
        ..catalogue.clone()
    }
}

fn keep(entry: &Entry, required: &[&'static str]) -> Entry {
    let seen = |typed: &Typed| match (entry.is_plural(), required.contains(&"one")) {
        (true, true) => seen(typed),
        // No field shows the form `one`.
        _ => Typed::One(typed.other().to_owned()),
    };
    let target = entry.target.as_ref().and_then(|target| fields(entry, target, &categories(entry, required)));
    let fuzzy = entry.fuzzy && target.is_some();
    Entry {
        previous: entry.previous.as_ref().map(seen),
        fuzzy,
        approved: entry.approved && !fuzzy && target.is_some(),
        target,
        notes: entry.notes.iter().map(|note| note.trim().to_owned()).collect(),
        remarks: entry.remarks.iter().flat_map(|remark| lines_of(remark.trim())).collect(),
        references: entry.references.clone(),
        max_length: entry.max_length,
        ..Entry::new(entry.key.clone(), seen(&entry.source))
    }
}

/// The forms that a language must have; `other` for a language that is not known.
fn required(lang: &str) -> Vec<&'static str> {
    let forms = plural_forms(lang).into_iter().filter(|form| form.required);
    let forms: Vec<_> = forms.map(|form| form.category).collect();
    if forms.is_empty() { vec!["other"] } else { forms }
}

/// The forms that a message has a unit for: those required, and others that its translation has.
fn categories(entry: &Entry, required: &[&'static str]) -> Vec<&'static str> {
    let Some(Typed::Forms { forms, .. }) = &entry.target else { return required.to_vec() };
    let given = |category: &&'static str| forms.iter().any(|(known, _)| known == category);
    CATEGORIES.into_iter().filter(|category| required.contains(category) || given(category)).collect()
}
