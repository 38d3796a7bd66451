//! DA13: labels of the Traffic Light Protocol, and items marked above their edition.

use super::Case;
use crate::diag::{Finding, Span};
use crate::model::Scheme;

/// TLP 2.0 (FIRST, 2022), least restricted first. Labels are written just so, in every language.
const TLP: [&str; 5] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

fn rank(label: &str) -> Option<usize> {
    TLP.iter().position(|known| *known == label)
}

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let marking = &case.edition.head.marking;
    let refused = &case.edition.refused;
    if refused.any_of("edition", &["marking"]) || refused.mistyped("edition") {
        return Vec::new();
    }
    let own = marking.label.as_ref().filter(|_| marking.scheme != Scheme::None);
    let mut findings = Vec::new();
    if marking.scheme == Scheme::Tlp2
        && let Some(label) = own
        && rank(label).is_none()
    {
        findings.push(unknown(label, label.span, "edition.marking.label".into()));
    }
    for threat in &case.edition.threats {
        let Some(item) = &threat.marking else { continue };
        let path = format!("threats[{}].marking", threat.id.value);
        if marking.scheme == Scheme::Tlp2 && rank(item).is_none() {
            findings.push(unknown(item, item.span, path));
            continue;
        }
        // The order of a house's own labels is not known; without a marking, anyone may read the edition.
        let above = match (own.map(|label| rank(label)), rank(item)) {
            (Some(Some(edition)), Some(item)) => item > edition,
            (None, Some(item)) => item > 0,
            _ => false,
        };
        if above {
            let edition = own.map_or("no marking", |label| label.as_str());
            let message =
                format!("`{}` is marked `{}`, above `{edition}` of the edition", threat.id.value, item.value);
            let finding = Finding::error("DA13", message).at(item.span, "above the edition");
            let finding = match own {
                Some(label) => finding.at(label.span, "the edition"),
                None => finding,
            };
            let help = format!("mark the edition `{}`, or leave the item out of it", item.value);
            findings.push(finding.path(path).help(help));
        }
    }
    findings
}

fn unknown(label: &str, span: Span, path: String) -> Finding {
    let finding =
        Finding::error("DA13", format!("`{label}` is no label of `tlp2`")).at(span, "unknown label");
    let finding = finding.path(path);
    match label.to_uppercase().as_str() {
        "TLP:WHITE" => finding.help("TLP 2.0 calls it `TLP:CLEAR`"),
        _ => match crate::diag::nearest(label, &TLP) {
            Some(near) => finding.help(format!("write `{near}`")),
            None => finding.help(format!("the labels are `{}`", TLP.join("`, `"))),
        },
    }
}
