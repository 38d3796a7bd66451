//! Typst's diagnostics -> findings that point into the templates.

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::{DiagSpan, VirtualRoot};

use super::assets::ABSENT;
use super::world::Closed;
use crate::diag::{Finding, Span};

/// Turns diagnostics into findings with the given codes, in a fixed order: exporters collect some of
/// theirs from hash sets.
pub(super) fn findings<'a>(
    world: &Closed,
    diagnostics: impl IntoIterator<Item = &'a SourceDiagnostic>,
    error: &'static str,
    warning: &'static str,
) -> Vec<Finding> {
    let mut findings: Vec<_> = diagnostics
        .into_iter()
        .map(|diagnostic| {
            if let Some(name) = absent(&diagnostic.message) {
                let finding = Finding::error("TE07", format!("mujaz has no `{name}`"));
                let finding =
                    finding.help("write it in the template itself: neither data nor a plugin may be run");
                return match place(world, diagnostic.span) {
                    Some(span) => finding.at(span, ""),
                    None => finding,
                };
            }
            let finding = match diagnostic.severity {
                Severity::Error => Finding::error(error, diagnostic.message.as_str()),
                Severity::Warning => Finding::warning(warning, diagnostic.message.as_str()),
            };
            explain(world, diagnostic, finding)
        })
        .collect();
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup();
    findings
}

/// The name of a function that Typst has and mujaz does not, where its lack is what is said.
fn absent(message: &str) -> Option<&'static str> {
    let name = message.strip_prefix("unknown variable: ")?;
    ABSENT.into_iter().find(|absent| *absent == name)
}

/// The place of a Typst span in the templates; `None` for spans into other files or nowhere.
pub(super) fn place(world: &Closed, span: DiagSpan) -> Option<Span> {
    let id = span.id()?;
    let VirtualRoot::Project = id.get().root() else { return None };
    let file = world.assets().template(id.get().vpath().get_without_slash())?.shown?;
    let range = world.range(span)?;
    Some(Span::new(file, range.start, range.end))
}

/// Adds places and help: the fault, then hints with a place, then the calls that led there.
fn explain(world: &Closed, diagnostic: &SourceDiagnostic, mut finding: Finding) -> Finding {
    if let Some(span) = place(world, diagnostic.span) {
        finding = finding.at(span, "");
    } else if let Some(id) = diagnostic.span.id() {
        finding = finding.help(format!("look into `{}`", id.get().vpath().get_without_slash()));
    }
    for hint in &diagnostic.hints {
        finding = match place(world, hint.span) {
            Some(span) => finding.at(span, hint.v.as_str()),
            None => finding.help(hint.v.as_str()),
        };
    }
    for point in &diagnostic.trace {
        if let Some(span) = place(world, point.span.into()) {
            finding = finding.at(span, point.v.to_string());
        }
    }
    finding
}

fn order(finding: &Finding) -> (Option<Span>, &'static str, &str) {
    (finding.places.first().map(|place| place.span), finding.code, &finding.message)
}
