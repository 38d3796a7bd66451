//! DA23: a correction raises the version and ends at the value that is printed.

use super::{Case, Typed};
use crate::diag::Finding;
use crate::model::Target;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let (edition, refused) = (case.edition, &case.edition.refused);
    let versioned = !refused.any_of("edition", &["version"]) && !refused.mistyped("edition");
    let current = edition.head.version;
    let mut findings = Vec::new();
    for correction in &edition.corrections {
        let path = format!("corrections[{}]", correction.figure.value);
        let version = correction.version.value;
        if versioned && version > current {
            findings.push(
                Finding::error("DA23", format!("a correction of version `{version}` in version `{current}`"))
                    .at(correction.version.span, "not yet reached")
                    .path(format!("{path}.version"))
                    .help(format!("raise `version` of the edition to `{version}`")),
            );
        }
        if let Some(printed) = printed(case, &correction.figure)
            && printed.value.value() != correction.to.value.value()
        {
            let (to, value) = (correction.to.value, printed.value);
            findings.push(
                Finding::error("DA23", format!("the correction ends at `{to}`, but `{value}` is printed"))
                    .at(correction.to.span, "corrected to")
                    .at(printed.span, "printed")
                    .path(format!("{path}.to"))
                    .help("make the two agree"),
            );
        }
    }
    findings
}

/// The number of the figure or contribution with this id.
fn printed<'a>(case: &Case<'a>, id: &str) -> Option<&'a Typed> {
    match case.index.get(id)? {
        Target::Figure(figure) => figure.value.as_ref(),
        Target::Contribution(given) => given.amount.as_ref(),
        _ => None,
    }
}
