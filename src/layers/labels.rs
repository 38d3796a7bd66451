//! The labels of a language -> a file that gives just these where the built-in ones lie below it.

use ecow::EcoVec;

use super::files::built_in_labels;
use crate::diag::{Sources, Span};
use crate::yaml::{self, Data, Entry, Limits, Node, Style};

/// The labels of a language as a layer over the built-in ones: what those have and these lack is deleted.
pub fn over_built_in(lang: &str, labels: &Node) -> Node {
    let mut sources = Sources::new();
    let built_in = built_in_labels(&[]).into_iter().find(|file| file.stem == lang).and_then(|file| {
        let id = yaml::add(&file.bytes, &file.name, "", &mut sources, &Limits::default()).ok()?;
        yaml::parse(id, &sources, &Limits::default()).0
    });
    built_in.map_or_else(|| labels.clone(), |below| over(&below, labels))
}

fn over(below: &Node, labels: &Node) -> Node {
    let (Data::Map(below), Data::Map(own)) = (&below.data, &labels.data) else { return labels.clone() };
    let lies_below = |key: &str| below.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
    let mut entries: EcoVec<Entry> = own
        .iter()
        .map(|entry| match lies_below(&entry.key) {
            Some(below) => Entry { value: over(below, &entry.value), ..entry.clone() },
            None => entry.clone(),
        })
        .collect();
    let gone = below.iter().filter(|entry| !own.iter().any(|own| own.key == entry.key));
    entries.extend(gone.map(|entry| Entry { value: deletion(labels.span), ..entry.clone() }));
    Node { data: Data::Map(entries), ..labels.clone() }
}

/// `{delete: true}`.
fn deletion(span: Span) -> Node {
    let truth = Node::new(span, Data::Scalar("true".into(), Style::Plain));
    let entry = Entry { key: "delete".into(), key_span: span, value: truth };
    Node::new(span, Data::Map(EcoVec::from([entry])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::write_tree;

    fn tree(text: &str) -> Node {
        let mut sources = Sources::new();
        let file = sources.add("labels.yaml", "", text.to_owned());
        yaml::read(file, &sources).unwrap()
    }

    #[test]
    fn what_lies_below_and_is_not_wanted_is_deleted() {
        let (below, labels) =
            (tree("a: x\nb: {c: y, d: z}\ne: {f: 1}\n"), tree("b: {d: other}\ne: one\ng: new\n"));
        let want = "b:\n  d: other\n  c:\n    delete: true\ne: one\ng: new\na:\n  delete: true\n";
        assert_eq!(write_tree(&over(&below, &labels), ""), want);
        let labels = tree("word: x\n");
        assert_eq!(over_built_in("xx", &labels), labels, "no built-in labels of this language");
        assert!(write_tree(&over_built_in("ar", &labels), "").starts_with("word: x\n"));
        assert!(write_tree(&over_built_in("ar", &labels), "").contains("delete: true"));
    }
}
