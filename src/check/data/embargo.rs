//! DA14: embargoes against the day of issue.
//!
//! An edition goes out to its readers at `issued`, perhaps under an embargo of its own until some later time.
//! That is sound, unless anyone may read it (TLP:CLEAR), or a source may not be quoted for longer still.

use super::Case;
use crate::diag::{Finding, Span};
use crate::model::Scheme;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let head = &case.edition.head;
    if case.edition.refused.any_of("edition", &["issued", "embargo", "marking"]) {
        return Vec::new();
    }
    let issued = &head.issued;
    let until = head.embargo.as_ref().map(|embargo| embargo.until);
    let mut findings = Vec::new();
    if let Some(until) = until {
        let span = case.place("edition.embargo.until").unwrap_or(issued.span);
        if until.0 <= issued.0 {
            let message =
                format!("the embargo ends at `{until}`, when the edition is out since `{}`", issued.value);
            findings.push(own(Finding::warning("DA14", message), span, issued.span).help(
                "take the embargo out, or correct `until`; it is often a leftover of the last edition",
            ));
        } else if head.marking.scheme == Scheme::Tlp2
            && let Some(label) = head.marking.label.as_ref().filter(|it| it.as_str() == "TLP:CLEAR")
        {
            let message = format!(
                "`{}` lets anyone publish at once what is under embargo until `{until}`",
                label.value
            );
            findings.push(
                Finding::error("DA14", message)
                    .at(span, "not passed when it is issued")
                    .at(label.span, "the marking")
                    .path("edition.embargo.until")
                    .help("issue the edition after the embargo, or mark it `TLP:GREEN` or higher"),
            );
        }
    }
    let free = until.map_or(issued.value.0, |until| until.0.max(issued.value.0));
    for source in &case.edition.sources {
        if let Some(embargo) = source.embargo.as_ref().filter(|embargo| embargo.0 > free) {
            let message = format!("`{}` may not be quoted before `{}`", source.id.value, embargo.value);
            findings.push(
                Finding::error("DA14", message)
                    .at(embargo.span, "not passed")
                    .at(issued.span, "the edition is issued")
                    .path(format!("sources[{}].embargo", source.id.value))
                    .help("issue the edition later, or give it an `embargo` that lasts as long"),
            );
        }
    }
    findings
}

fn own(finding: Finding, until: Span, issued: Span) -> Finding {
    finding.at(until, "already passed").at(issued, "issued").path("edition.embargo.until")
}
