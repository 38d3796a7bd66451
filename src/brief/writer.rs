//! The writer of one Brief: wording, source numbers and the editions to compare with.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Change, Fact, FigureLine, Mark, State};
use crate::locale::{Case, Form, Measure, Phrase};
use crate::model::{Counted, Edition, Figure, Number, Qualifier, Quantity, SectionKind};
use crate::text::Wording;
use crate::yaml::Spanned;

/// Writes the parts that several sections share.
pub struct Writer<'a> {
    /// What things are called.
    pub words: &'a Wording<'a>,
    /// The editions before this one, nearest first.
    pub history: &'a [Arc<Edition>],
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Writer<'a> {
    /// Numbers the sources in the order of the data.
    pub fn new(words: &'a Wording<'a>, history: &'a [Arc<Edition>]) -> Self {
        let sources = words.edition.sources.iter();
        let numbers = sources.enumerate().map(|(at, source)| (source.id.value.as_str(), at + 1)).collect();
        Self { words, history, numbers }
    }

    /// The edition.
    pub fn edition(&self) -> &'a Edition {
        self.words.edition
    }

    /// Marks for source ids, in the order of the list.
    pub fn marks(&self, ids: &[Spanned<String>]) -> Vec<Mark> {
        let mut numbers: Vec<usize> =
            ids.iter().filter_map(|id| self.numbers.get(id.as_str()).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .map(|number| Mark { number, text: self.words.locale.count(number as u64) })
            .collect()
    }

    /// A state of a closed list, its word from `states.<list>.<code>`.
    pub fn state(&self, list: &str, code: &str) -> State {
        State { code: code.to_owned(), label: self.words.label(&format!("states.{list}.{code}")) }
    }

    /// A label with its value; nothing without a value.
    pub fn fact(&self, label: &str, value: Option<Phrase>) -> Option<Fact> {
        let value = value.filter(|value| !value.is_empty())?;
        Some(Fact { label: self.words.label(label), value })
    }

    /// A labelled figure.
    pub fn figure_line(&self, figure: &'a Figure) -> FigureLine {
        FigureLine {
            id: figure.id.value.clone(),
            label: self.words.figure_label(figure),
            value: self.words.cell(figure, Form::Prose),
            as_of: self
                .words
                .figure_date(figure, Form::Short)
                .map(|date| self.words.locale.capitalised(date)),
            change: self.change(figure),
            marks: self.marks(&figure.source),
        }
    }

    /// The labelled figures with these ids.
    pub fn figure_lines(&self, ids: &[Spanned<String>]) -> Vec<FigureLine> {
        let figures = ids.iter().filter_map(|id| self.words.index.figure(id));
        figures.map(|figure| self.figure_line(figure)).collect()
    }

    /// The figures whose metric belongs to a section, in the order of the data.
    pub fn figures_of(&self, section: SectionKind) -> impl Iterator<Item = &'a Figure> {
        let edition = self.edition();
        edition.figures.iter().filter(move |figure| {
            edition.metrics.get(figure.metric.as_str()).is_some_and(|metric| metric.section == section)
        })
    }

    /// A bare number.
    pub fn number(&self, number: Number) -> Phrase {
        self.words.locale.number(&number)
    }

    /// An exact amount of money, short.
    pub fn money(&self, amount: Number, currency: &str) -> Phrase {
        let quantity = Quantity::One(Qualifier::Exact, amount);
        let measure = Measure {
            quantity: &quantity,
            counted: Counted::Money(currency),
            per: None,
            whole: None,
            than: None,
        };
        self.words.locale.measure(&measure, Case::Nominative, Form::Short)
    }

    /// How a figure moved since the previous edition; `None` if it was not in it.
    pub fn change(&self, figure: &'a Figure) -> Option<Change> {
        super::compare::change(self, figure)
    }

    /// A joined sentence of labels and values for an alternative text.
    pub fn alt(&self, label: &Phrase, items: impl IntoIterator<Item = (Phrase, Phrase)>) -> String {
        let items = items.into_iter().map(|(name, value)| name.then_text(": ").then(value)).collect();
        label.clone().then_text(" – ").then(self.words.locale.clauses(items)).plain()
    }
}
