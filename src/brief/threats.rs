//! Threats and the matrix that places them.

use super::writer::Writer;
use super::{Body, Cell, Matrix, Threat, Threats};
use crate::model::{self, Likelihood, SectionKind};

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
        text: Some(words.required(&format!("threats.{}", threat.id.value))),
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
