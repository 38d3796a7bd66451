//! Threats and the matrix that places them.

use serde::{Deserialize, Serialize};

use super::writer::Writer;
use super::{Body, FigureLine, Mark, State};
use crate::locale::Phrase;
use crate::model::{self, Likelihood, SectionKind};

/// The threats with the matrix that places them.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Threats {
    /// In order of severity, then likelihood.
    pub rows: Vec<Threat>,
    /// Severity × likelihood; `None` when no threat has both.
    pub matrix: Option<Matrix>,
    /// Figures that belong to the threats as a whole.
    pub figures: Vec<FigureLine>,
}

/// One threat.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Threat {
    /// Id.
    pub id: String,
    /// Its number in the list, printed in the matrix.
    pub number: Phrase,
    /// Name.
    pub name: Phrase,
    /// Places, joined.
    pub places: Option<Phrase>,
    /// Actors, joined.
    pub actors: Option<Phrase>,
    /// 1 to 5; `None` when not assessed.
    pub severity: Option<u8>,
    /// The word and digit for the severity.
    pub severity_label: Option<Phrase>,
    /// new, rising, stable, falling, falling_sharply, stopped, ended.
    pub trend: Option<State>,
    /// ICD 203 band; `code` is the band's key, most likely last.
    pub likelihood: Option<State>,
    /// Over what time.
    pub horizon: Option<Phrase>,
    /// low, moderate, high; never in one sentence with the likelihood.
    pub confidence: Option<State>,
    /// What is said of it.
    pub text: Option<Phrase>,
    /// Figures that indicate it.
    pub indicators: Vec<FigureLine>,
    /// Portion marking, where the threat has one.
    pub marking: Option<String>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The severity × likelihood grid.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Matrix {
    /// Severity labels from 1 to 5.
    pub severities: Vec<Phrase>,
    /// The seven likelihood labels, least likely first.
    pub likelihoods: Vec<Phrase>,
    /// Threat numbers with their cell: severity 1-5, likelihood 1-7.
    pub cells: Vec<Cell>,
    /// The alternative text.
    pub alt: String,
}

/// One threat in the matrix.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Cell {
    /// The threat's number.
    pub number: Phrase,
    /// 1 to 5.
    pub severity: u8,
    /// 1 to 7.
    pub likelihood: u8,
}

/// The threats by severity, then likelihood, in a stable order.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let edition = writer.edition();
    let mut ordered: Vec<&model::Threat> = edition.threats.iter().collect();
    ordered.sort_by_key(|threat| {
        let severity = threat.severity.as_ref().map_or(0, |severity| severity.value);
        std::cmp::Reverse((severity, threat.likelihood))
    });
    let rows: Vec<Threat> =
        ordered.iter().enumerate().map(|(at, threat)| row(writer, threat, at as u64 + 1)).collect();
    let indicated: Vec<&str> =
        edition.threats.iter().flat_map(|threat| &threat.indicators).map(|id| id.as_str()).collect();
    let figures = writer
        .figures_of(SectionKind::Threats)
        .filter(|figure| !indicated.contains(&figure.id.as_str()))
        .map(|figure| writer.figure_line(figure))
        .collect::<Vec<_>>();
    if rows.is_empty() && figures.is_empty() {
        return None;
    }
    let matrix = matrix(writer, &ordered, &rows);
    Some(Body::Threats(Threats { rows, matrix, figures }))
}

fn row<'a>(writer: &Writer<'a>, threat: &'a model::Threat, number: u64) -> Threat {
    let words = writer.words;
    let severity = threat.severity.as_ref().map(|severity| severity.value);
    Threat {
        id: threat.id.value.clone(),
        number: words.locale.count(number),
        name: words.localized(&threat.name, &threat.id.value),
        places: words.names(&threat.places),
        actors: words.names(&threat.actors),
        severity,
        severity_label: severity.map(|severity| words.label(&format!("states.severity.{severity}"))),
        trend: threat.trend.map(|trend| writer.state("trend", trend.code())),
        likelihood: threat.likelihood.map(|band| writer.state("likelihood", band.code())),
        horizon: threat.horizon.map(|span| {
            let span = words.locale.span(span, crate::locale::Case::Genitive);
            words.label_with("charts.within", &[("n", span)])
        }),
        confidence: threat.confidence.map(|level| writer.state("confidence", level.code())),
        text: words.needed(&format!("threats.{}", threat.id.value)),
        indicators: writer.figure_lines(&threat.indicators),
        marking: threat.marking.as_ref().map(|marking| marking.value.clone()),
        marks: writer.marks(&threat.source),
    }
}

/// The matrix, where at least two threats have both a severity and a likelihood.
fn matrix(writer: &Writer<'_>, threats: &[&model::Threat], rows: &[Threat]) -> Option<Matrix> {
    let words = writer.words;
    let placed: Vec<(&Threat, Cell)> = threats
        .iter()
        .zip(rows)
        .filter_map(|(threat, row)| {
            let likelihood = threat.likelihood? as u8 + 1;
            let severity = threat.severity.as_ref()?.value;
            Some((row, Cell { number: row.number.clone(), severity, likelihood }))
        })
        .collect();
    if placed.len() < 2 {
        return None;
    }
    let severities: Vec<_> = (1..=5).map(|n| words.label(&format!("states.severity.{n}"))).collect();
    let likelihoods: Vec<_> = Likelihood::ALL
        .iter()
        .map(|band| words.label(&format!("states.likelihood.{}", band.code())))
        .collect();
    let alt = writer.alt(
        &words.label("charts.matrix"),
        placed.iter().map(|(row, cell)| {
            let severity = severities.get(usize::from(cell.severity) - 1).cloned().unwrap_or_default();
            let likelihood = likelihoods.get(usize::from(cell.likelihood) - 1).cloned().unwrap_or_default();
            let slots = [("severity", severity), ("likelihood", likelihood)];
            (row.name.clone(), words.label_with("charts.matrix_cell", &slots))
        }),
    );
    let cells = placed.into_iter().map(|(_, cell)| cell).collect();
    Some(Matrix { severities, likelihoods, cells, alt })
}
