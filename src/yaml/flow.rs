//! Slips inside `[]` and `{}` that YAML accepts and nobody means.

use super::node::{Data, Entry, Node, Style};
use super::scalar;
use crate::diag::{Finding, Span};

/// `[أمن، اقتصاد]` is one entry.
pub(super) fn arabic_comma(items: &[Node]) -> Option<Finding> {
    let [item] = items else { return None };
    let Data::Scalar(text, Style::Plain) = &item.data else { return None };
    text.contains(['،', '؛']).then(|| {
        Finding::warning("YA30", "this list has one entry: `،` does not part entries")
            .at(item.span, "one entry")
            .help("write `,` between the entries, or put the text in quotes if it is one entry")
    })
}

/// `{share: 12,5}` is the value 12 and the key 5.
pub(super) fn decimal_commas(entries: &[Entry]) -> impl Iterator<Item = Finding> {
    entries.windows(2).filter_map(|pair| match pair {
        [before, after] => decimal_comma(before, after),
        _ => None,
    })
}

fn decimal_comma(before: &Entry, after: &Entry) -> Option<Finding> {
    let digits = |text: &str| !text.is_empty() && text.chars().all(char::is_numeric);
    let (value, key) = (before.value.as_text()?, after.key.as_str());
    let touching = after.key_span.start == before.value.span.end + 1;
    let bare = after.value.as_text() == Some("");
    if !touching || !bare || !digits(value.strip_prefix('-').unwrap_or(value)) || !digits(key) {
        return None;
    }
    let span = Span { end: after.key_span.end, ..before.value.span };
    let (whole, decimals) = (scalar::latin(value), scalar::latin(key));
    let message = format!("inside `{{}}`, `{value},{key}` is the value {value} and a key `{key}`");
    Some(
        Finding::error("YA31", message).at(span, "a comma parts entries here").help(format!(
            "write `{whole}.{decimals}`: the language layer chooses the mark that readers see"
        )),
    )
}

/// `{liberated}` is a map with an empty value.
pub(super) fn placeholder(entries: &[Entry], span: Span, source: &str) -> Option<Finding> {
    let [Entry { key, key_span, value }] = entries else { return None };
    let written = source.get(span.start as usize..span.end as usize)?;
    let empty = matches!(&value.data, Data::Scalar(text, Style::Plain) if text.is_empty());
    (empty && span.start + 1 == key_span.start && !written.contains(':')).then(|| {
        Finding::error("YA32", format!("`{{{key}}}` without quotes is a map, not a placeholder"))
            .at(span, "not in quotes")
            .help("put the whole text in quotes")
    })
}
