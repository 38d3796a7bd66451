//! Progress by line of effort.

use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, FigureLine, Mark, Stack, StackPart, State};
use crate::locale::{Case, Form, Phrase};
use crate::model::{self, Projects, percent, ratio};

/// A line of effort.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Line {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Phrase,
    /// Who leads, joined.
    pub leads: Option<Phrase>,
    /// on_track, at_risk, off_track, done.
    pub status: Option<State>,
    /// What is said of it.
    pub text: Option<Phrase>,
    /// Its figures.
    pub figures: Vec<FigureLine>,
    /// Its projects by status.
    pub projects: Option<Stack>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One block a line.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let lines = writer.edition().progress.iter().map(|line| block(writer, line));
    filled(lines.collect(), Body::Progress)
}

fn block<'a>(writer: &Writer<'a>, line: &'a model::Line) -> Line {
    let words = writer.words;
    Line {
        id: line.id.value.clone(),
        name: words.localized(&line.name, &line.id.value),
        leads: words.names(&line.leads),
        status: line.status.map(|status| writer.state("line", status.code())),
        text: words.needed(&format!("progress.{}", line.id.value)),
        figures: writer.figure_lines(&line.figures),
        projects: line.projects.as_ref().map(|projects| stack(writer, projects)),
        marks: writer.marks(&line.source),
    }
}

/// The projects of a line as a stacked bar.
fn stack(writer: &Writer<'_>, projects: &Projects) -> Stack {
    let words = writer.words;
    let whole = projects.total.value.value();
    let parts: Vec<StackPart> = projects
        .by_status
        .parts()
        .into_iter()
        .map(|(code, number)| StackPart {
            code: code.into(),
            label: words.label(&format!("states.project.{code}")),
            value: writer.number(number),
            ratio: ratio(number.value(), whole),
            share: words.locale.percent(percent(number.value(), whole, 0), Case::Nominative, Form::Short),
        })
        .collect();
    let label = words.label("charts.projects");
    let alt = writer.alt(&label, parts.iter().map(|part| (part.label.clone(), part.value.clone())));
    Stack { total: words.projects(projects.total.value, Case::Nominative), label, parts, alt }
}
