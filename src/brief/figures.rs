//! Figures on their own: tiles, the register of all figures, corrections and restatements.

use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, Change, Mark};
use crate::locale::{Case, Form, Phrase};
use crate::model::{Counted, Figure, Qualifier, Quantity, Target};

/// A key-figure tile.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Tile {
    /// Figure id.
    pub id: String,
    /// The number with its scale and sign, short: `>7.7 million`, `95%`.
    pub number: Phrase,
    /// What is counted.
    pub label: Phrase,
    /// The denominator or scope.
    pub scope: Option<Phrase>,
    /// As of.
    pub as_of: Option<Phrase>,
    /// Movement since the previous edition.
    pub change: Option<Change>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A correction or restatement.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Correction {
    /// Which figure.
    pub label: Phrase,
    /// The value before.
    pub from: Phrase,
    /// The value now.
    pub to: Phrase,
    /// Why.
    pub reason: Phrase,
    /// When and in which version or against which edition.
    pub when: Phrase,
}

/// One row of the register of figures.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Register {
    /// Figure id, printed for reference.
    pub id: String,
    /// What is counted.
    pub label: Phrase,
    /// Where.
    pub place: Option<Phrase>,
    /// The whole phrase.
    pub value: Phrase,
    /// As of, or the period.
    pub as_of: Option<Phrase>,
    /// Who says so.
    pub said_by: Option<Phrase>,
    /// Status and confidence.
    pub standing: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The strip of key figures.
pub fn tiles(writer: &Writer<'_>) -> Option<Body> {
    let figures = writer.edition().head.key_figures.iter().filter_map(|id| writer.words.index.figure(id));
    filled(figures.map(|figure| tile(writer, figure)).collect(), Body::KeyFigures)
}

fn tile<'a>(writer: &Writer<'a>, figure: &'a Figure) -> Tile {
    let words = writer.words;
    let scope = words.edition.metrics.get(figure.metric.as_str()).and_then(|metric| metric.scope.as_ref());
    Tile {
        id: figure.id.value.clone(),
        number: words.cell(figure, Form::Short),
        label: words.figure_label(figure),
        scope: scope.map(|scope| words.localized(scope, &figure.metric.value)),
        as_of: words.figure_date(figure, Form::Short).map(|date| words.locale.capitalised(date)),
        change: writer.change(figure),
        marks: writer.marks(&figure.source),
    }
}

/// Every figure with all that makes it a claim.
pub fn register(writer: &Writer<'_>) -> Option<Body> {
    let rows = writer.edition().figures.iter().map(|figure| row(writer, figure));
    filled(rows.collect(), Body::Figures)
}

fn row<'a>(writer: &Writer<'a>, figure: &'a Figure) -> Register {
    let words = writer.words;
    let said_by = figure.said_by.as_ref().map(|who| words.name(who));
    // The words of states begin with a capital, so the only one of them leads.
    let carried = writer.edition().carried.figures.contains(figure.id.as_str());
    let standing: Vec<Phrase> = [
        carried.then(|| words.label("page.carried")),
        trend_beside_number(writer, figure),
        figure.status.map(|status| words.label(&format!("states.figure_status.{}", status.code()))),
        figure.confidence.map(|level| words.label(&format!("states.confidence_phrase.{}", level.code()))),
        figure.grade.as_ref().map(|grade| words.locale.identifier(&grade.value)),
        figure.note.as_ref().map(|note| words.localized(note, &figure.id.value)),
    ]
    .into_iter()
    .flatten()
    .collect();
    Register {
        id: figure.id.value.clone(),
        label: words.figure_label(figure),
        place: words.names(&figure.place),
        value: words.cell(figure, Form::Prose),
        as_of: words.figure_date(figure, Form::Short).map(|date| words.locale.capitalised(date)),
        said_by,
        standing: (!standing.is_empty()).then(|| words.locale.capitalised(words.locale.clauses(standing))),
        marks: writer.marks(&figure.source),
    }
}

/// The trend of a figure whose value says something else.
fn trend_beside_number(writer: &Writer<'_>, figure: &Figure) -> Option<Phrase> {
    let said = matches!(figure.q, Qualifier::Unquantified | Qualifier::None);
    let trend = figure.trend.filter(|_| !said)?;
    Some(writer.words.label(&format!("states.trend.{}", trend.code())))
}

/// Corrections of this version and restatements of earlier editions.
pub fn corrections(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let corrected = writer.edition().corrections.iter().filter_map(|correction| {
        let written = |number| {
            let quantity = Quantity::One(correction.q, number);
            match words.index.get(&correction.figure)? {
                Target::Figure(figure) => {
                    let value = words.value_with(figure, quantity)?;
                    Some((
                        words.figure_label(figure),
                        words.locale.measure(&value.measure(), Case::Nominative, Form::Prose),
                    ))
                }
                Target::Contribution(given) => {
                    let currency = given.currency.as_ref()?;
                    let amount = words.locale.number_only(
                        &quantity,
                        Counted::Money(currency),
                        Case::Nominative,
                        Form::Prose,
                    );
                    Some((
                        words.label_with("changes.contribution_of", &[("n", words.name(&given.donor))]),
                        amount,
                    ))
                }
                _ => None,
            }
        };
        let (label, from) = written(correction.from.value)?;
        let (_, to) = written(correction.to.value)?;
        let version = words.locale.count(u64::from(correction.version.value));
        let on = words.date(&correction.on, None, Form::Short);
        Some(Correction {
            label,
            from,
            to,
            reason: words.localized(&correction.reason, &correction.figure.value),
            when: words.label_with("changes.corrected_in", &[("version", version), ("date", on)]),
        })
    });
    let restated = writer.edition().figures.iter().filter_map(|figure| {
        let restates = &figure.restates.as_ref()?.value;
        let before = words.value_with(figure, restates.quantity())?;
        let edition = edition_name(writer, &restates.edition.value);
        Some(Correction {
            label: words.figure_label(figure),
            from: words.locale.measure(&before.measure(), Case::Nominative, Form::Prose),
            to: words.figure(figure, Case::Nominative, Form::Prose),
            reason: words.localized(&restates.reason, &figure.id.value),
            when: words.label_with("changes.restated_from", &[("edition", edition)]),
        })
    });
    filled(corrected.chain(restated).collect(), Body::Corrections)
}

/// An earlier edition by its number; by its id where it is not among the editions before this one.
fn edition_name(writer: &Writer<'_>, id: &str) -> Phrase {
    let number = writer.history.iter().find(|old| old.head.id.value == id).and_then(|old| old.head.number);
    match number {
        Some(number) => writer.words.locale.count(u64::from(number)),
        None => writer.words.locale.identifier(id),
    }
}
