//! DA11: every figure, event and contribution has a source.

use super::Case;
use crate::diag::Finding;

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let edition = case.edition;
    let figures = edition.figures.iter().map(|it| ("figures", &it.id, &it.source));
    let events = edition.events.iter().map(|it| ("events", &it.id, &it.source));
    let given = edition.funding.contributions.iter().map(|it| ("funding.contributions", &it.id, &it.source));
    let claims = figures.chain(events).chain(given).filter(|(.., source)| source.is_empty());
    claims
        .filter(|(section, id, _)| !edition.refused.any_of(&format!("{section}[{}]", id.value), &["source"]))
        .map(|(section, id, _)| {
            Finding::error("DA11", format!("`{}` has no source", id.value))
                .at(id.span, "who says so?")
                .path(format!("{section}[{}].source", id.value))
                .help("add `source: [..]` with an id of `sources`")
        })
        .collect()
}
