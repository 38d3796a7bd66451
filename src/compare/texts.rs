//! Texts of one language by key, with the words that changed.
//!
//! Messages are compared as they were typed, placeholders in braces: a number that changed changes no text. The items
//! of a list are laid side by side, so that one more at the top does not change all below it.

use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Code, Group, Matter, Row, Tone};
use crate::text::changed::{Change, Changed, changed, changes};
use crate::text::{Message, Texts, Typed, list_of};

/// `whole`: whether both editions show all their texts, so that one that is not there was not withheld.
pub(super) fn rows<'a>(before: &Texts, now: &'a Texts, whole: bool) -> Vec<Row<'a>> {
    let lang = now.lang.as_str();
    let mut rows = Vec::new();
    let keys = |texts: &Texts| -> BTreeSet<String> {
        texts.all().map(|(key, _)| key).filter(|key| list_of(key).is_none()).collect()
    };
    for key in keys(before).union(&keys(now)) {
        let typed = |texts: &Texts| texts.get(key).map(Typed::of);
        rows.extend(row(lang, key.clone(), typed(before), typed(now)));
    }
    let lists =
        |texts: &Texts| -> BTreeSet<String> { texts.list_keys().map(|(key, _)| key.to_owned()).collect() };
    for key in lists(before).union(&lists(now)) {
        rows.extend(list(lang, key, &items(before.list(key)), &items(now.list(key))));
    }
    rows.retain(|row| whole || row.code == Code::Changed);
    rows
}

/// The items that have words, with their positions from 1.
fn items(list: &[Option<Message>]) -> Vec<(usize, Typed)> {
    let items = list.iter().enumerate();
    items.filter_map(|(at, message)| Some((at + 1, Typed::of(message.as_ref()?)))).collect()
}

fn list<'a>(lang: &'a str, key: &str, old: &[(usize, Typed)], new: &[(usize, Typed)]) -> Vec<Row<'a>> {
    let bare = |items: &[(usize, Typed)]| items.iter().map(|(_, typed)| typed.clone()).collect::<Vec<_>>();
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &bare(old), &bare(new)) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        let was = old.get(op.old_range()).unwrap_or_default();
        let is = new.get(op.new_range()).unwrap_or_default();
        for at in 0..was.len().max(is.len()) {
            let (was, is) = (was.get(at), is.get(at));
            // What is gone goes by where it stood.
            let Some((place, _)) = is.or(was) else { continue };
            let typed = |item: Option<&(usize, Typed)>| item.map(|(_, typed)| typed.clone());
            rows.extend(row(lang, format!("{key}[{place}]"), typed(was), typed(is)));
        }
    }
    rows
}

fn row(lang: &str, id: String, before: Option<Typed>, now: Option<Typed>) -> Option<Row<'_>> {
    let (code, rank) = match (&before, &now) {
        (Some(was), Some(is)) if was == is => return None,
        (None, None) => return None,
        (Some(_), Some(_)) => (Code::Changed, 7),
        (None, Some(_)) => (Code::Added, 8),
        (Some(_), None) => (Code::Removed, 9),
    };
    let none = || Typed::One(String::new());
    let (before, now) = (before.unwrap_or_else(none), now.unwrap_or_else(none));
    let changed = changes(&before, &now).into_iter().map(|it| legible(it, &before, &now)).collect();
    let matter = Matter::Text { lang, changed };
    Some(Row { group: Group::Texts, id, code, tone: Tone::Neutral, rank, matter })
}

/// Two texts that have little in common one after the other: their few common words would tear both to pieces.
fn legible(form: Changed, before: &Typed, now: &Typed) -> Changed {
    let letters = |fate: Change| {
        let pieces = form.pieces.iter().filter(|piece| piece.change == fate);
        pieces.map(|piece| piece.text.chars().count()).sum::<usize>()
    };
    let (same, gone, new) = (letters(Change::Same), letters(Change::Gone), letters(Change::New));
    if gone == 0 || new == 0 || same >= gone.max(new) {
        return form;
    }
    let category = form.form.unwrap_or("other");
    let (Some(old), Some(new)) = (before.form(category), now.form(category)) else { return form };
    let mut pieces = changed(old, "");
    if let Some(last) = pieces.last_mut() {
        last.text.push(' ');
    }
    pieces.extend(changed("", new));
    Changed { pieces, ..form }
}
