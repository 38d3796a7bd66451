//! Texts between lines of `%%%` as layers, files of a layer between lines of `+++`: joined, merged and
//! read as an edition without a panic, and a layer that says nothing changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mujaz::diag::{Finding, Look, Sources, Tongue, json_lines, sort, terminal};
use mujaz::layers::{join, merge};
use mujaz::model::Edition;
use mujaz::yaml::{Data, Limits, Node, from_node_partly, parse};

fuzz_target!(|text: &str| {
    let mut sources = Sources::new();
    let mut findings = Vec::new();
    let mut tree: Option<Node> = None;
    for (number, layer) in text.split("\n%%%\n").enumerate() {
        let mut joined: Option<Node> = None;
        for file in layer.split("\n+++\n") {
            let file = sources.add(format!("{number}.yaml"), "neutral data", file.to_owned());
            let (node, said) = parse(file, &sources, &Limits::default());
            findings.extend(said);
            joined = match (joined, node) {
                (Some(first), Some(second)) => Some(join(first, second, "", &mut findings)),
                (first, second) => first.or(second),
            };
        }
        tree = match (tree, joined) {
            (Some(below), Some(layer)) => Some(merge(below, layer, "", &mut findings)),
            (below, layer) => below.or(layer),
        };
    }
    if let Some(tree) = tree {
        findings.extend(from_node_partly::<Edition>(&tree, "mujaz: 1\n").findings);
        if let Data::Map(_) = tree.data {
            let nothing = Node { data: Data::Map(Default::default()), ..tree.clone() };
            let before = tree.clone();
            let mut none: Vec<Finding> = Vec::new();
            assert_eq!(merge(tree, nothing, "", &mut none).data, before.data);
            assert!(none.is_empty());
        }
    }
    sort(&mut findings, &sources);
    for tongue in [Tongue::English, Tongue::Arabic] {
        let _ = terminal(&findings, &sources, Look { color: true, tongue });
    }
    assert_eq!(json_lines(&findings, &sources).lines().count(), findings.len());
});
