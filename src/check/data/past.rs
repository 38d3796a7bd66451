//! The figures of earlier editions that a figure continues.

use std::collections::HashMap;

use crate::model::{Edition, Figure};

/// A metric in a set of places: what stays the same in a series.
type Series<'a> = (&'a str, Vec<&'a str>);

/// The figures of one edition, found by id and by series.
pub(super) struct Known<'a> {
    pub edition: &'a Edition,
    by_id: HashMap<&'a str, &'a Figure>,
    by_series: HashMap<Series<'a>, &'a Figure>,
}

impl<'a> Known<'a> {
    /// Of two figures of one series, the later one stands for it.
    pub fn new(edition: &'a Edition) -> Self {
        let mut known = Self { edition, by_id: HashMap::new(), by_series: HashMap::new() };
        for figure in &edition.figures {
            known.by_id.entry(figure.id.as_str()).or_insert(figure);
            let kept = known.by_series.entry(series(figure)).or_insert(figure);
            if kept.last_day() < figure.last_day() {
                *kept = figure;
            }
        }
        known
    }

    /// The figure with this id, whatever it measures.
    pub fn figure(&self, id: &str) -> Option<&'a Figure> {
        self.by_id.get(id).copied()
    }

    /// The figure that another one continues: the same id and metric, or else the latest of the same
    /// metric and places.
    pub fn counterpart(&self, figure: &Figure) -> Option<&'a Figure> {
        let same = |other: &&Figure| other.metric.as_str() == figure.metric.as_str();
        self.figure(&figure.id).filter(same).or_else(|| self.by_series.get(&series(figure)).copied())
    }
}

/// The nearest of the earlier editions that a figure continues a figure of, with that figure.
pub(super) fn before<'a, 'k>(known: &'k [Known<'a>], figure: &Figure) -> Option<(&'k Known<'a>, &'a Figure)> {
    known.iter().find_map(|known| Some((known, known.counterpart(figure)?)))
}

/// What a figure is a point of.
pub(super) fn series(figure: &Figure) -> Series<'_> {
    (figure.metric.as_str(), figure.places())
}
