//! Entries -> the tree of a file of an edition, typed once as the program will read it.

use ecow::EcoVec;
use serde::Deserialize;

use super::entries::{Made, plain};
use super::shipped::Map;
use super::table::Table;
use crate::diag::{Finding, Span};
use crate::model::import_map::Target;
use crate::model::{Figure, Funding, Returnees, Source};
use crate::yaml::{self, Data, Entry, Node, Style};

/// The parts of an edition that an import may fill.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Part {
    figures: Vec<Figure>,
    funding: Funding,
    returnees: Returnees,
    sources: Vec<Source>,
}

/// The id of the source that a map names.
pub(super) fn source_id(map: &Map) -> Option<String> {
    let source = map.node.get("source")?;
    source.as_text().or_else(|| source.id()).map(str::to_owned)
}

/// The tree of the file; what its types do not take is a finding.
pub(super) fn tree(map: &Map, table: &Table, made: Made, findings: &mut Vec<Finding>) -> Node {
    let span = map.spec.target.span;
    let target = map.spec.target.value;
    let list = Node::new(span, Data::Seq(made.entries.into_iter().collect()));
    let body = match target {
        Target::Displaced => {
            let mut whole = EcoVec::new();
            for key in ["round", "as_of"] {
                let constant = || map.node.get("constants").and_then(|it| it.get(key));
                if let Some(node) = made.whole.get(key).or_else(constant) {
                    whole.push(entry(key, plain(node.as_text().unwrap_or(""), node.span)));
                }
            }
            if let Some(id) = source_id(map) {
                whole.push(entry("source", Node::new(span, Data::Seq(EcoVec::from([plain(&id, span)])))));
            }
            whole.push(entry("rows", list));
            Node::new(span, Data::Map(whole))
        }
        _ => list,
    };
    let mut top = EcoVec::new();
    top.push(match target.path().split_once('.') {
        Some((section, key)) => entry(section, Node::new(span, Data::Map(EcoVec::from([entry(key, body)])))),
        None => entry(target.path(), body),
    });
    if let Some(source) = map.node.get("source").filter(|it| it.as_map().is_some()) {
        let sources = Data::Seq(EcoVec::from([whole_source(source, table)]));
        top.push(entry("sources", Node::new(span, sources)));
    }
    let tree = Node::new(span, Data::Map(top));
    if let Err(faults) = yaml::from_node::<Part>(&tree) {
        findings.extend(faults);
    }
    tree
}

/// The source with the name and hash of the file.
fn whole_source(source: &Node, table: &Table) -> Node {
    let Data::Map(entries) = &source.data else { return source.clone() };
    let mut entries: EcoVec<Entry> =
        entries.iter().filter(|entry| !["file", "sha256"].contains(&entry.key.as_str())).cloned().collect();
    let file = Node::new(source.span, Data::Scalar(table.file.as_str().into(), Style::Quoted));
    entries.push(entry("file", file));
    entries.push(entry("sha256", plain(&table.sha256.to_string(), source.span)));
    Node::new(source.span, Data::Map(entries))
}

pub(super) fn entry(key: &str, value: Node) -> Entry {
    let span: Span = value.span;
    Entry { key: key.into(), key_span: span, value }
}
