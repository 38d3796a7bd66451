//! What must hold in a mapping file for its target: keys that there are, groups and ids of columns that there are.

use super::shipped::Map;
use crate::diag::{Finding, Span, nearest};
use crate::model::import_map::{As, ImportMap, Target};

/// What is wrong with a map beyond its types.
pub(super) fn faults(map: &Map) -> Vec<Finding> {
    let (spec, target) = (&map.spec, map.spec.target.value);
    let mut findings = Vec::new();
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if spec.import.is_empty() || !spec.import.chars().all(is_name) {
        findings.push(
            Finding::error("IM04", format!("`{}` is no name for a map", spec.import.value))
                .at(spec.import.span, "the name of a file")
                .path("import")
                .help("write small Latin letters, digits and `-`, such as `iom-returns`"),
        );
    }
    for section in ["columns", "constants"] {
        for entry in map.node.get(section).and_then(|it| it.as_map()).unwrap_or_default() {
            let key = entry.key.as_str();
            let helper = section == "columns" && key.starts_with('_');
            if !helper && !is_known(target, key) {
                findings.push(unknown(target, key, entry.key_span, section));
            }
        }
    }
    if spec.columns.is_empty() {
        findings.push(
            Finding::error("IM04", "the map takes over no column")
                .at(spec.import.span, "")
                .path("columns")
                .help("name at least one under `columns`"),
        );
    }
    for (key, column) in &spec.columns {
        if column.column.0.is_empty() {
            findings.push(
                Finding::error("IM04", format!("`{key}` names no column"))
                    .at(column.column.span, "")
                    .path(format!("columns.{key}.column"))
                    .help("write its header as it stands in the table"),
            );
        }
        if column.kind == As::Word && column.words.is_empty() {
            findings.push(
                Finding::error("IM04", format!("`{key}` has no words to translate"))
                    .at(column.column.span, "")
                    .path(format!("columns.{key}.words"))
                    .help("add `words: {in the table: in_the_edition}`"),
            );
        }
    }
    for key in &spec.group_by {
        known_column(spec, key, key.span, "group_by", &mut findings);
    }
    match &spec.id {
        Some(id) => {
            for name in slots(id) {
                let parts = spec.columns.contains_key(name) || spec.constants.contains_key(name);
                if !parts {
                    known_column(spec, name, id.span, "id", &mut findings);
                }
            }
        }
        None if target.key() == "id" => findings.push(
            Finding::error("IM04", format!("entries of `{}` need an id", target.path()))
                .at(spec.target.span, "no `id` in this map")
                .path("id")
                .help("add a pattern such as `id: fts_{flow}`, with a key of `columns` in braces"),
        ),
        None => {}
    }
    findings
}

/// The names in braces of a pattern.
pub(super) fn slots(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn is_known(target: Target, key: &str) -> bool {
    target.rank(key).is_some() || target.of_the_whole().contains(&key)
}

fn unknown(target: Target, key: &str, span: Span, section: &str) -> Finding {
    let known: Vec<&str> =
        target.keys().iter().chain(target.of_the_whole()).map(|key| key.trim_end_matches('.')).collect();
    let finding = Finding::error("IM04", format!("entries of `{}` have no key `{key}`", target.path()))
        .at(span, "unknown key")
        .path(format!("{section}.{key}"));
    match nearest(key, known.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!("name one of the keys `{}`", known.join("`, `"))),
    }
}

fn known_column(spec: &ImportMap, key: &str, span: Span, path: &str, findings: &mut Vec<Finding>) {
    if spec.columns.contains_key(key) {
        return;
    }
    let finding =
        Finding::error("IM04", format!("`{key}` is no key of `columns`")).at(span, "unknown key").path(path);
    findings.push(match nearest(key, spec.columns.keys()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("write a key of `columns`"),
    });
}
