//! What every table needs: the edition, its words, and what the brief says of changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell::Cell;
use super::sheet::{Field, Table, sheet};
use crate::brief::{Body, Brief, Change, FigureLine};
use crate::locale::Phrase;
use crate::model::{Date, Edition, Localized, Name, Number, Period, SpannedName, When};
use crate::text::Wording;
use crate::yaml::Spanned;

/// The ground of all tables of an edition in one language.
pub(super) struct Context<'a> {
    /// What things are called.
    pub words: &'a Wording<'a>,
    /// The editions before this one, nearest first.
    pub history: &'a [Arc<Edition>],
    /// By id of a figure, how it has moved.
    pub changes: BTreeMap<&'a str, &'a Change>,
}

impl<'a> Context<'a> {
    pub fn new(words: &'a Wording<'a>, history: &'a [Arc<Edition>], brief: &'a Brief) -> Self {
        let mut changes = BTreeMap::new();
        for section in &brief.sections {
            if let Body::KeyFigures(tiles) = &section.body {
                let moved = tiles.iter().filter_map(|tile| Some((tile.id.as_str(), tile.change.as_ref()?)));
                changes.extend(moved);
            }
            let moved = lines(&section.body).into_iter();
            changes.extend(moved.filter_map(|line| Some((line.id.as_str(), line.change.as_ref()?))));
        }
        Self { words, history, changes }
    }

    pub fn edition(&self) -> &'a Edition {
        self.words.edition
    }

    /// A table of things.
    pub fn table<T>(
        &self,
        name: &'static str,
        things: impl IntoIterator<Item = T>,
        fields: Vec<Field<'_, T>>,
    ) -> Table {
        let word = |key: &str| self.words.label(key).plain();
        sheet(name, self.words.locale.lang(), word, things, fields)
    }

    /// A label: `states.stage.paid`.
    pub fn label(&self, list: &str, code: &str) -> Cell {
        Cell::words(&self.words.label(&format!("states.{list}.{code}")))
    }

    /// A message that may not be there.
    pub fn message(&self, key: &str) -> Cell {
        words(self.words.needed(key))
    }

    /// A name in the language.
    pub fn localized(&self, names: Option<&Localized>, id: &str) -> Cell {
        words(names.map(|names| self.words.localized(names, id)))
    }

    /// The name of an org, person or place.
    pub fn name(&self, name: Option<&SpannedName>) -> Cell {
        words(name.map(|name| self.words.name(name)))
    }

    /// Several names, each as it is, so that they can be told apart again.
    pub fn names(&self, names: &[SpannedName]) -> Cell {
        let names: Vec<String> =
            names.iter().map(|name| Cell::words(&self.words.name(name)).written()).collect();
        Cell::list(names.iter().map(String::as_str))
    }

    /// The words of an as-of.
    pub fn when(&self, when: Option<&When>) -> Cell {
        words(when.map(|when| self.words.when(when, None, crate::locale::Form::Short)))
    }
}

/// The labelled figures of a section.
fn lines(body: &Body) -> Vec<&FigureLine> {
    match body {
        Body::Threats(it) => {
            it.figures.iter().chain(it.rows.iter().flat_map(|row| &row.indicators)).collect()
        }
        Body::Progress(lines) => lines.iter().flat_map(|line| &line.figures).collect(),
        Body::Funding(it) => it.adversary.iter().collect(),
        Body::Returnees(it) => it.figures.iter().collect(),
        _ => Vec::new(),
    }
}

/// A phrase that may not be there.
pub(super) fn words(phrase: Option<Phrase>) -> Cell {
    phrase.map(|phrase| Cell::words(&phrase)).unwrap_or_default()
}

/// An id or another code.
pub(super) fn code(text: &Spanned<String>) -> Cell {
    Cell::text(text.value.clone())
}

/// An id that may not be there.
pub(super) fn code_of(text: Option<&Spanned<String>>) -> Cell {
    text.map(code).unwrap_or_default()
}

/// Several ids.
pub(super) fn codes(list: &[Spanned<String>]) -> Cell {
    Cell::list(list.iter().map(|id| id.value.as_str()))
}

/// The id of a name; empty where the name is written in place.
pub(super) fn name_id(name: Option<&SpannedName>) -> Cell {
    match name.map(|name| &name.value) {
        Some(Name::Id(id)) => Cell::text(id.clone()),
        _ => Cell::Empty,
    }
}

/// The ids of names.
pub(super) fn name_ids(names: &[SpannedName]) -> Cell {
    let ids = names.iter().filter_map(|name| match &name.value {
        Name::Id(id) => Some(id.as_str()),
        Name::Inline(_) => None,
    });
    Cell::list(ids)
}

/// A number that may not be there.
pub(super) fn number(number: Option<&Spanned<Number>>) -> Cell {
    number.map(|number| Cell::number(number.value)).unwrap_or_default()
}

/// A count of the program's own.
pub(super) fn count(count: impl Into<rust_decimal::Decimal>) -> Cell {
    Cell::Number(count.into())
}

/// A date as the data has it (ISO 8601, with the marks of EDTF for doubt and for intervals).
pub(super) fn date(date: Option<&Spanned<Date>>) -> Cell {
    date.map(|date| Cell::text(date.value.to_string())).unwrap_or_default()
}

/// The date of an as-of; empty where it is words.
pub(super) fn as_of(when: Option<&When>) -> Cell {
    match when {
        Some(When::Date(date)) => Cell::text(date.to_string()),
        _ => Cell::Empty,
    }
}

/// Where a period begins.
pub(super) fn from(period: Option<&Period>) -> Cell {
    period.map(|period| Cell::text(period.from.to_string())).unwrap_or_default()
}

/// Where a period ends.
pub(super) fn to(period: Option<&Period>) -> Cell {
    period.and_then(|period| period.to).map(|to| Cell::text(to.to_string())).unwrap_or_default()
}
