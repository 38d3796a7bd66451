//! The path of a value -> where it was set and what that replaced, as JSON for the page.

use serde_json::{Value, json};

use crate::diag::{Finding, Sources, Span, Tongue, arabic};
use crate::layers;
use crate::yaml::Node;

/// The most characters that are shown of one place.
const EXCERPT: usize = 400;

/// The data behind the pages that are shown.
#[derive(Debug, Clone)]
pub struct Known {
    /// The merged tree.
    pub tree: Node,
    /// What its places point into.
    pub sources: Sources,
}

impl Known {
    /// Where the value at a path was set, and each layer that it replaced; of a map, the same for each of its keys.
    /// What is worked out from the data is explained by what it is worked out from. `None` if there is nothing of
    /// the kind.
    pub fn explain(&self, path: &str, tongue: Tongue) -> Option<Value> {
        let (found, node) = self.nearest(path)?;
        let mut steps = Vec::new();
        match node.as_map() {
            Some(entries) => {
                for entry in entries.iter().filter(|entry| entry.key != "id") {
                    let path = format!("{found}.{}", entry.key);
                    steps.push(json!({"path": entry.key.as_str(), "chain": self.chain(&path, tongue)}));
                }
            }
            None => steps.push(json!({"path": "", "chain": self.chain(found, tongue)})),
        }
        Some(json!({
            "path": found,
            "derived": (found != path).then_some(path),
            "place": self.place(node.span, tongue),
            "steps": steps,
        }))
    }

    /// Whether a finding is about the value at a path, or something within it.
    pub fn concerns(&self, finding: &Finding, path: &str) -> bool {
        let below = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        // Findings count the items of texts from one, as their keys do; what is told of texts has a place.
        if !path.starts_with("text.") && finding.path.strip_prefix(path).is_some_and(below) {
            return true;
        }
        let Some((_, node)) = self.nearest(path) else { return false };
        finding.places.first().is_some_and(|place| holds(node, place.span))
    }

    /// The value at a path, or at the part of it that there is.
    fn nearest<'p>(&self, path: &'p str) -> Option<(&'p str, &Node)> {
        let ends = path.rmatch_indices('.').map(|(at, _)| &path[..at]);
        std::iter::once(path).chain(ends).find_map(|path| Some((path, self.tree.at(path)?)))
    }

    fn chain(&self, path: &str, tongue: Tongue) -> Vec<Value> {
        let chain = layers::explain(&self.tree, path).unwrap_or_default();
        chain.into_iter().map(|span| self.place(span, tongue)).collect()
    }

    fn place(&self, span: Span, tongue: Tongue) -> Value {
        let (line, column) = self.sources.position(span.file, span.start);
        let text = self.sources.slice(span).trim_end();
        let short: String = text.chars().take(EXCERPT).collect();
        let text = if short.len() < text.len() { short + " …" } else { short };
        let layer = self.sources.layer(span.file);
        let layer = match tongue {
            Tongue::English => layer.to_owned(),
            Tongue::Arabic => arabic::said(layer),
        };
        json!({
            "file": self.sources.name(span.file),
            "line": line,
            "column": column,
            "layer": layer,
            "text": text,
        })
    }
}

/// Whether a place lies within a value, or within what it replaced: its parts may come from other files than itself.
fn holds(node: &Node, place: Span) -> bool {
    let within = |it: &Span| it.file == place.file && it.start <= place.start && place.end <= it.end;
    within(&node.span)
        || node.overrides.iter().any(within)
        || node.as_map().into_iter().flatten().any(|entry| holds(&entry.value, place))
        || node.as_seq().into_iter().flatten().any(|item| holds(item, place))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Known;
    use crate::diag::{Finding, Sources, Tongue};
    use crate::layers::merge;
    use crate::yaml::{Limits, parse};

    const LOW: &str = "figures:\n  - id: a\n    value: 7\n    as_of: 2031-06\n";
    const HIGH: &str = "figures:\n  - id: a\n    value: 8\n";

    fn known() -> Known {
        let mut sources = Sources::new();
        let mut read = |name: &str, layer: &str, text: &str| {
            let id = sources.add(name, layer, text.to_owned());
            parse(id, &sources, &Limits::default()).0.unwrap()
        };
        let (low, high) = (read("a.yaml", "neutral data", LOW), read("b.yaml", "audience public", HIGH));
        let tree = merge(low, high, "", &mut Vec::new());
        Known { tree, sources }
    }

    fn places(steps: &Value) -> Vec<String> {
        let chain = steps["chain"].as_array().unwrap().iter();
        chain.map(|it| format!("{}:{}:{} {}", it["file"], it["line"], it["column"], it["text"])).collect()
    }

    #[test]
    fn a_figure_is_explained_key_by_key_through_its_layers() {
        let told = known().explain("figures[a]", Tongue::English).unwrap();
        assert_eq!((&told["path"], &told["derived"]), (&json!("figures[a]"), &Value::Null));
        let steps = told["steps"].as_array().unwrap();
        let keys: Vec<_> = steps.iter().map(|step| step["path"].as_str().unwrap()).collect();
        assert_eq!(keys, ["value", "as_of"]);
        assert_eq!(places(&steps[0]), ["\"b.yaml\":3:12 \"8\"", "\"a.yaml\":3:12 \"7\""]);
        assert_eq!(places(&steps[1]), ["\"a.yaml\":4:12 \"2031-06\""]);
        assert_eq!(steps[0]["chain"][0]["layer"], "audience public");
    }

    #[test]
    fn what_is_worked_out_is_explained_by_what_it_comes_from() {
        let told = known().explain("figures[a].gap", Tongue::English).unwrap();
        assert_eq!((&told["path"], &told["derived"]), (&json!("figures[a]"), &json!("figures[a].gap")));
        assert_eq!(known().explain("nothing", Tongue::English), None);
    }

    #[test]
    fn items_of_texts_are_known_by_their_places() {
        let known = known();
        let span = known.tree.at("figures[a].value").unwrap().span;
        let named = Finding::warning("TX23", "x").path("text.en.highlights[1]").at(span, "");
        assert!(!known.concerns(&named, "text.en.highlights[1]"));
        let arabic = known.explain("figures[a].as_of", Tongue::Arabic).unwrap();
        assert_eq!(arabic["place"]["layer"], crate::diag::arabic::said("neutral data"));
    }

    #[test]
    fn a_finding_belongs_to_the_value_that_holds_its_place() {
        let known = known();
        let span = known.tree.at("figures[a].value").unwrap().span;
        let placed = Finding::error("DA01", "x").at(span, "");
        assert!(known.concerns(&placed, "figures[a]") && known.concerns(&placed, "figures[a].value"));
        assert!(!known.concerns(&placed, "figures[a].as_of"));
        let named = Finding::error("DA01", "x").path("figures[a].value");
        assert!(known.concerns(&named, "figures[a]") && !known.concerns(&named, "figures[ab]"));
    }
}
