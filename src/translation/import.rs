//! A file from a translator -> what changes in `text/<lang>.yaml` and in the lock.
//!
//! The file is judged against the edition as it stands now: its texts are read, compared with the master and
//! looked at by the text rules as if they stood in the text file, so that every finding has the line of the
//! translator's own file. One error, and nothing of the file is taken over. Nothing is lost: a text whose key is
//! gone, or that an earlier master text was translated by, is told; the first is kept as a leftover.

use std::collections::BTreeSet;

use super::catalogue::{Catalogue, Entry, hidden, shown};
use super::judged::judged;
use super::unit::{Unit, base, units};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::text::{Lock, State, Status, Typed, list_of};

/// What an import changes.
#[derive(Debug, Clone)]
pub struct Import {
    /// What became of each text that the file changes, in the order of the page.
    pub steps: Vec<(String, Step)>,
    /// The texts to be put into the text file, by key; an empty one blanks an item of a list.
    pub texts: Vec<(String, Typed)>,
    /// Every key of the edition in the order of the page, which says where a new text goes.
    pub page: Vec<String>,
    /// The lock with what is now known.
    pub lock: Lock,
    /// Texts without a place in the edition.
    pub leftovers: Vec<Entry>,
    /// Texts that a person must look at first; they are not taken over.
    pub fuzzy: usize,
    /// Texts that are not translated.
    pub untranslated: usize,
    /// Texts that the file and the edition have alike.
    pub unchanged: usize,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// There was none.
    Added,
    /// It replaces another.
    Changed,
    /// It stays, and is now known to translate the master text as it stands.
    Settled,
    /// It stays, and is now approved.
    Approved,
    /// It stood under this key in the file, whose master text has moved.
    Moved(String),
    /// It translates a master text that has changed since the file was written.
    Behind,
    /// What stood here has moved; a blank item holds the place of the translation to come.
    Vacated,
}

/// Who takes a file over, and how far that brings its texts.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    /// How far the texts that change have come.
    pub status: Status,
    /// Who translated them.
    pub by: Option<&'a str>,
}

/// Judges a file and says what it changes; `None` if it is refused.
///
/// # Errors
/// Findings at the lines of the file. Those of severity error refuse it.
pub fn import(
    dossier: &Dossier,
    file: &Catalogue,
    hand: Hand<'_>,
    sources: &Sources,
) -> (Option<Import>, Vec<Finding>) {
    let units = units(dossier, &file.lang);
    let mut import = Import {
        steps: Vec::new(),
        texts: Vec::new(),
        page: units.iter().map(|unit| unit.key.clone()).collect(),
        lock: dossier.lock.clone(),
        leftovers: Vec::new(),
        fuzzy: 0,
        untranslated: 0,
        unchanged: 0,
    };
    let mut homes: Vec<(&Unit<'_>, &Entry, Typed)> = Vec::new();
    for (entry, home) in file.entries.iter().zip(places(&file.entries, &units)) {
        let Some(target) = &entry.target else {
            import.untranslated += 1;
            continue;
        };
        match home {
            Some(unit) if !entry.fuzzy => homes.push((unit, entry, whole(target, unit))),
            Some(_) => import.fuzzy += 1,
            None => import.leftovers.push(entry.clone()),
        }
    }
    let known = |entry: &Entry| {
        let unit = units.iter().find(|unit| unit.key == entry.key && is_of(entry, &unit.master));
        unit.is_some_and(|unit| {
            entry.target.as_ref().map(|target| whole(target, unit)) == unit.own.map(Typed::of)
        })
    };
    let aside = file.obsolete.iter().filter(|entry| entry.target.is_some() && !known(entry));
    import.leftovers.extend(aside.cloned());
    let (read, mut findings) = judged(dossier, &file.lang, &homes, sources);
    for entry in &import.leftovers {
        let message = match units.iter().any(|unit| unit.key == entry.key) {
            true => format!("`{}` is another text now, or was put aside in the file", entry.key),
            false => format!("the edition has no text `{}` any more", entry.key),
        };
        findings.push(
            Finding::warning("TR13", message)
                .at(entry.place, "has no place in the edition")
                .help("it is kept in the leftovers file beside the text file"),
        );
    }
    if findings.iter().any(Finding::is_error) {
        return (None, findings);
    }
    let same_base = file.base == base(units.iter().map(|unit| (unit.key.as_str(), &unit.master)));
    for (unit, entry, _) in &homes {
        let Some(typed) = read.get(&unit.key) else { continue };
        // Of a master text in many forms a file shows two; the others may have changed unseen.
        let current = is_of(entry, &unit.master)
            && (same_base || hidden(&unit.master).next().is_none() || !matches!(unit.state, State::Stale(_)));
        if let Some(step) =
            step((&mut import.lock, &dossier.lock), &file.lang, (unit, entry), current, typed, hand)
        {
            if !matches!(step, Step::Settled | Step::Approved) {
                import.texts.push((unit.key.clone(), typed.clone()));
            }
            if step == Step::Behind {
                findings.push(behind(unit, entry));
            }
            import.steps.push((unit.key.clone(), step));
        } else {
            import.unchanged += 1;
        }
    }
    vacate(&mut import, &file.lang, &units, &homes);
    let page = |key: &String| units.iter().position(|unit| unit.key == *key);
    import.steps.sort_by_key(|(key, _)| page(key));
    (Some(import), findings)
}

/// Blanks the items of lists that texts have moved away from and none has come to: what stands there says
/// another thing than the master text does now.
fn vacate(import: &mut Import, lang: &str, units: &[Unit<'_>], homes: &[(&Unit<'_>, &Entry, Typed)]) {
    for (unit, entry, typed) in homes {
        let left = units.iter().find(|left| left.key == entry.key && left.key != unit.key);
        let Some((left, own)) = left.and_then(|left| Some((left, Typed::of(left.own?)))) else { continue };
        let moved = matches!(&left.state, State::Stale(stale) if stale.moved.as_ref() == Some(&unit.key));
        if (moved || own == *typed) && !homes.iter().any(|(home, _, _)| home.key == left.key) {
            import.lock.remove(lang, &left.key);
            import.texts.push((left.key.clone(), Typed::One(String::new())));
            import.steps.push((left.key.clone(), Step::Vacated));
        }
    }
}

/// The message of the edition that each entry of the file is for, no message for two; `None` for an entry that
/// has no place.
///
/// It is the message of its key, if the master text there is the one that was translated; else the one item of
/// its list that has this master text now; else that of its key, whose master text has changed.
fn places<'a>(entries: &[Entry], units: &'a [Unit<'a>]) -> Vec<Option<&'a Unit<'a>>> {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut places: Vec<Option<&Unit<'_>>> = vec![None; entries.len()];
    let own = |entry: &Entry| units.iter().find(|unit| unit.key == entry.key);
    let same = |entry: &Entry| own(entry).filter(|unit| is_of(entry, &unit.master));
    for (entry, place) in entries.iter().zip(&mut places) {
        *place = same(entry).filter(|unit| taken.insert(&unit.key));
    }
    let free = |place: &&mut Option<_>| place.is_none();
    for (entry, place) in entries.iter().zip(&mut places).filter(|(_, place)| free(place)) {
        let list = list_of(&entry.key);
        let mut items = units.iter().filter(|unit| {
            let free = !taken.contains(unit.key.as_str());
            free && list.is_some() && list_of(&unit.key) == list && is_of(entry, &unit.master)
        });
        if let (Some(only), None) = (items.next(), items.next()) {
            *place = Some(only);
        }
        if let Some(unit) = place {
            taken.insert(&unit.key);
        }
    }
    for (entry, place) in entries.iter().zip(&mut places).filter(|(_, place)| free(place)) {
        *place = own(entry).filter(|unit| taken.insert(&unit.key));
    }
    places
}

/// Whether an entry of a file translates this master text, as far as files for translators show one.
fn is_of(entry: &Entry, master: &Typed) -> bool {
    shown(&entry.source) == shown(master)
}

/// A translation as read from a file, with what files for translators have no field for: the figure that
/// chooses, and forms that no whole number below a million takes.
fn whole(target: &Typed, unit: &Unit<'_>) -> Typed {
    let own = unit.own.map(Typed::of);
    let Typed::Forms { forms, .. } = target else { return target.clone() };
    let alike = forms.iter().all(|(_, text)| text == target.other());
    if let Some(Typed::One(text)) = &own
        && alike
        && text == target.other()
    {
        return Typed::One(text.clone());
    }
    let mut forms = forms.clone();
    if let Some(Typed::Forms { forms: known, .. }) = own {
        let kept = known.into_iter().filter(|(category, _)| target.form(category).is_none());
        forms.extend(kept.collect::<Vec<_>>());
    }
    Typed::forms(unit.by().unwrap_or_default(), forms)
}

/// Records what is known of a text now; `None` if nothing changes.
fn step(
    (lock, earlier): (&mut Lock, &Lock),
    lang: &str,
    (unit, entry): (&Unit<'_>, &Entry),
    current: bool,
    typed: &Typed,
    hand: Hand<'_>,
) -> Option<Step> {
    let own = unit.own.map(Typed::of);
    if own.as_ref() == Some(typed) {
        let settled = current && matches!(unit.state, State::Stale(_));
        let approved = current && entry.approved && unit.state != State::Approved;
        if !settled && !approved {
            return None;
        }
        // A tool may keep the state of a text that it changes: only one that stays can be approved by it.
        let status = if entry.approved { Status::Approved } else { hand.status };
        lock.set(lang, &unit.key, &unit.master, typed, status, hand.by);
        return Some(if settled { Step::Settled } else { Step::Approved });
    }
    let master = if current { &unit.master } else { &entry.source };
    // A text that only moves keeps what is recorded of it.
    let moved = earlier.get(lang, &entry.key).filter(|record| {
        entry.key != unit.key && (&record.of, &record.is) == (&master.hash(), &typed.hash())
    });
    match moved {
        Some(record) => lock.set(lang, &unit.key, master, typed, record.status, record.by.as_deref()),
        None => lock.set(lang, &unit.key, master, typed, hand.status, hand.by),
    }
    Some(match (&own, current) {
        (_, false) => Step::Behind,
        (_, true) if entry.key != unit.key => Step::Moved(entry.key.clone()),
        (None, true) => Step::Added,
        (Some(_), true) => Step::Changed,
    })
}

fn behind(unit: &Unit<'_>, entry: &Entry) -> Finding {
    let finding = Finding::warning(
        "TR14",
        format!("the master text of `{}` has changed since the file was written", unit.key),
    )
    .at(entry.place, "translates an earlier text");
    let finding = match unit.place() {
        Some(span) => finding.at(span, "the master text now"),
        None => finding,
    };
    finding.help("the translation is taken over and counts as stale; export again to see what changed")
}
