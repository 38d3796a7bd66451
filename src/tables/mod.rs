//! An edition in one language -> its tables and charts as tables of plain values: figures, money, people, promises.
//!
//! Each row has the values that programs want (exact numbers without grouping, dates as ISO 8601 writes them, codes)
//! and the words that people read. Nothing is computed here that the brief does not show: sums come from the same
//! functions, and an audience gets what it may see, since its edition was cut before.

mod cell;
mod context;
mod csv;
mod figures;
mod funding;
mod matters;
mod people;
mod promises;
mod sheet;

pub use self::cell::Cell;
pub use self::csv::{Headers, Layout, write};
pub use self::sheet::{Column, Table};

use self::context::Context;
use crate::brief;
use crate::dossier::Dossier;
use crate::text::Wording;

/// The tables of an edition, each with a name of its own, always the same ones; what the edition has nothing of has
/// no rows. `None` if it has not the language.
pub fn tables(dossier: &Dossier, lang: &str) -> Option<Vec<Table>> {
    let language = dossier.languages.get(lang)?;
    let (brief, _) = brief::write(dossier, lang)?;
    let index = dossier.edition.index();
    let words = Wording::new(&dossier.edition, &index, &language.locale, &language.labels, &language.texts);
    let context = Context::new(&words, &dossier.history, &brief);
    Some(vec![
        context.figures(),
        context.adversary(),
        context.requirements(),
        context.contributions(),
        context.contribution_totals(),
        context.returnees(),
        context.returnees_total(),
        context.returnees_series(),
        context.returnees_map(),
        context.fighters(),
        context.partners(),
        context.partners_series(),
        context.joined(),
        context.threats(),
        context.progress(),
        context.projects(),
        context.commitments(),
        context.commitments_summary(),
        context.timeline(),
        context.meetings(),
        context.agenda(),
        context.next_steps(),
        context.corrections(),
        context.sources(),
    ])
}

#[cfg(test)]
mod tests;
