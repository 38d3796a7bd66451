//! DA15: figures that nothing uses.
//!
//! The register prints every figure, so that alone is no use. Used is what a text points at, what another entry
//! names by its id (key figures, lines, threats, meetings, partners, evidence, corrections, `than`), what the
//! sections of threats and returnees and the chart of partners show by its metric, and what is the whole of
//! another figure's metric (`of`). An audience leaves parts out, so the rule runs over whole editions only.

use std::collections::HashSet;

use super::Case;
use crate::diag::Finding;
use crate::model::{Edition, Figure, SectionKind};
use crate::yaml::{Data, Node};

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let (edition, dossier) = (case.edition, case.dossier);
    let text = |lang: &str| dossier.tree.get("text").and_then(|texts| texts.get(lang));
    let whole = edition.refused.is_empty()
        && edition.projection.is_none()
        && edition.head.languages.iter().all(|lang| text(&lang.value).is_some())
        && !dossier.inputs.iter().any(|input| input.layer.starts_with("audience "));
    if !whole {
        return Vec::new();
    }
    let mut used = named(edition);
    for lang in &edition.head.languages {
        text(&lang.value).into_iter().for_each(|node| pointed_at(node, &mut used));
    }
    let mut drawn = wholes(edition);
    drawn.extend(
        edition.partners.iter().filter_map(|it| case.index.figure(&it.figure)).map(|it| it.metric.as_str()),
    );
    let shown = |figure: &Figure| {
        let metric = edition.metrics.get(figure.metric.as_str());
        drawn.contains(figure.metric.as_str())
            || metric.is_none_or(|it| matches!(it.section, SectionKind::Threats | SectionKind::Returnees))
    };
    let idle = edition.figures.iter().filter(|it| !used.contains(it.id.as_str()) && !shown(it));
    idle.map(|figure| {
        Finding::warning("DA15", format!("nothing uses the figure `{}`", figure.id.value))
            .at(figure.id.span, "only in the register")
            .path(format!("figures[{}]", figure.id.value))
            .help("point at it from a text or a section, or take it out")
    })
    .collect()
}

/// The ids that entries of the edition name.
fn named(edition: &Edition) -> HashSet<&str> {
    let ids = edition.head.key_figures.iter();
    let ids = ids.chain(edition.progress.iter().flat_map(|it| &it.figures));
    let ids = ids.chain(edition.threats.iter().flat_map(|it| &it.indicators));
    let ids = ids.chain(edition.meetings.iter().flat_map(|it| &it.figures));
    let ids = ids.chain(edition.partners.iter().map(|it| &it.figure));
    let ids = ids.chain(edition.commitments.iter().flat_map(|it| &it.evidence));
    let ids = ids.chain(edition.corrections.iter().map(|it| &it.figure));
    let ids = ids.chain(edition.funding.adversary.iter().map(|it| &it.figure));
    let ids = ids.chain(edition.figures.iter().filter_map(|it| it.than.as_ref()));
    ids.map(|id| id.as_str()).collect()
}

/// The metrics that the shares of the edition are of.
fn wholes(edition: &Edition) -> HashSet<&str> {
    let metrics = edition.figures.iter().filter_map(|it| edition.metrics.get(it.metric.as_str()));
    metrics.filter_map(|metric| Some(metric.of.as_ref()?.metric.as_str())).collect()
}

/// The ids in the placeholders of texts, and those that choose among forms (`by`).
fn pointed_at<'a>(node: &'a Node, used: &mut HashSet<&'a str>) {
    match &node.data {
        Data::Scalar(text, _) => {
            for slot in text.split('{').skip(1) {
                used.insert(slot.split(['}', ':', '.', ' ']).next().unwrap_or(slot));
            }
        }
        Data::Seq(items) => items.iter().for_each(|item| pointed_at(item, used)),
        Data::Map(entries) => {
            for entry in entries {
                if let ("by", Some(id)) = (entry.key.as_str(), entry.value.as_text()) {
                    used.insert(id.trim());
                }
                pointed_at(&entry.value, used);
            }
        }
    }
}
