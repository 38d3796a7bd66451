//! Threats: the matrix, then each with its assessment above its text.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::{Text, shown};
use super::signs::{pips, state};
use crate::brief::{Cell, Matrix, Threat, Threats};

impl Page<'_> {
    /// The whole section.
    pub fn threats(&self, threats: &Threats) -> Markup {
        html! {
            (self.figure_list(&threats.figures))
            @if let Some(matrix) = &threats.matrix { (self.matrix(matrix)) }
            div.columns { @for threat in &threats.rows { (self.threat(threat)) } }
        }
    }

    fn threat(&self, threat: &Threat) -> Markup {
        html! {
            article.entry id={ "threat-" (threat.id) } {
                h3 {
                    span.badge { (threat.number) } " " (threat.name)
                    @if let Some(marking) = &threat.marking {
                        " " bdi.portion lang="en" dir="ltr" { (Text(marking)) }
                    }
                }
                (self.assessment(threat))
                @if let Some(text) = shown(threat.text.as_ref()) { p { (self.sourced(text, &threat.marks)) } }
                (self.figure_list(&threat.indicators))
            }
        }
    }

    /// Likelihood and confidence each behind a word of its own: they never meet in one sentence.
    fn assessment(&self, threat: &Threat) -> Markup {
        let severity = threat.severity.zip(shown(threat.severity_label.as_ref()));
        let values = [
            ("words.severity", severity.map(|(grade, words)| html! { (pips(grade)) " " (words) })),
            ("words.trend", threat.trend.as_ref().map(state)),
            ("words.likelihood", threat.likelihood.as_ref().map(|it| html! { (it.label) })),
            ("words.horizon", shown(threat.horizon.as_ref()).map(|it| html! { (it) })),
            ("words.confidence", threat.confidence.as_ref().map(|it| html! { (it.label) })),
            ("words.places", shown(threat.places.as_ref()).map(|it| html! { (it) })),
            ("words.actors", shown(threat.actors.as_ref()).map(|it| html! { (it) })),
        ];
        let known: Vec<_> = values.into_iter().filter_map(|(word, value)| Some((word, value?))).collect();
        html! {
            @if !known.is_empty() {
                dl.inline { @for (word, value) in &known { div { dt { (self.word(word)) } dd { (value) } } } }
            }
        }
    }

    /// Severity by likelihood as a table: what a picture would only show, its heads say.
    fn matrix(&self, matrix: &Matrix) -> Markup {
        let title = self.word("sections.threat_matrix");
        let at = |severity: usize, likelihood: usize| {
            let is_here = move |cell: &&Cell| {
                (usize::from(cell.severity), usize::from(cell.likelihood)) == (severity, likelihood)
            };
            matrix.cells.iter().filter(is_here)
        };
        html! {
            div.scroll role="group" tabindex="0" aria-label=(title) {
                table.matrix {
                    caption { (title) }
                    thead {
                        tr {
                            td {}
                            @for likelihood in &matrix.likelihoods { th scope="col" { (likelihood) } }
                        }
                    }
                    tbody {
                        @for (severity, label) in (1..).zip(&matrix.severities).collect::<Vec<_>>().into_iter().rev() {
                            tr {
                                th scope="row" { (label) }
                                @for likelihood in 1..=matrix.likelihoods.len() {
                                    td.{ "heat" (heat(severity, likelihood)) } {
                                        @for cell in at(severity, likelihood) { span.badge { (cell.number) } " " }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Darker towards severe and likely, in five steps.
fn heat(severity: usize, likelihood: usize) -> usize {
    let steps = (severity - 1) * 6 + (likelihood - 1) * 4;
    (steps * 5 / 49).min(4)
}
