//! DA13: labels of the Traffic Light Protocol, and items marked above their edition.
//!
//! Labels of the house's own and names of audiences are judged as the layers are read (AU01, AU02).

use super::Case;
use crate::diag::{Finding, Span};
use crate::layers::audience::{Ladder, TLP, labels};
use crate::model::Scheme;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let marking = &case.edition.head.marking;
    let refused = &case.edition.refused;
    if refused.any_of("edition", &["marking"]) || refused.mistyped("edition") {
        return Vec::new();
    }
    let own = marking.label.as_ref().filter(|_| marking.scheme != Scheme::None);
    let mut findings = Vec::new();
    let tlp = |label: &str| TLP.contains(&label);
    if marking.scheme == Scheme::Tlp2
        && let Some(label) = own
        && !tlp(label)
    {
        findings.push(unknown(label, label.span, "edition.marking.label".into()));
    }
    let tree = &case.dossier.tree;
    let (ladder, house) = (Ladder::of(tree), &case.edition.house);
    let own_labels = !house.audiences.is_empty() || !house.markings.is_empty();
    for item in labels(tree) {
        if marking.scheme == Scheme::Tlp2 && !tlp(item.text) && !ladder.has(item.text) && !own_labels {
            if item.path.starts_with("threats[") && item.path.ends_with("].marking") {
                findings.push(unknown(item.text, item.span, item.path));
            }
            continue;
        }
        // Labels of different ladders have no order; without a marking, anyone may read the edition.
        let above = match own {
            Some(label) => ladder.is_above(item.text, label) == Some(true),
            None => ladder.is_above(item.text, TLP[0]) == Some(true),
        };
        if above {
            let edition = own.map_or("no marking", |label| label.as_str());
            let what = marked(&item.path);
            let message = format!("`{what}` is marked `{}`, above `{edition}` of the edition", item.text);
            let finding = Finding::error("DA13", message).at(item.span, "above the edition");
            let finding = match own {
                Some(label) => finding.at(label.span, "the edition"),
                None => finding,
            };
            let help = format!("mark the edition `{}`, or leave the item out of it", item.text);
            findings.push(finding.path(item.path).help(help));
        }
    }
    findings
}

/// What a label at a path marks: the id of an entry, or the path of what it is.
fn marked(path: &str) -> String {
    if let Some(entry) = path.strip_suffix(".marking") {
        let id = entry.strip_suffix(']').and_then(|entry| entry.rsplit_once('[')).map(|(_, id)| id);
        return id.filter(|id| id.parse::<usize>().is_err()).unwrap_or(entry).to_owned();
    }
    path.replace("edition.text_marks.", "").replace(".marks.", ".").replace("marks.", "")
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
