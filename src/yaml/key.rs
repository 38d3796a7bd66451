//! What may be a key: a word, once in its map, with nothing hidden in it.

use super::hidden;
use super::node::{Data, Node, Style};
use crate::diag::{Finding, Span};

/// The word of a node that stands as a key.
pub(super) fn word(node: &Node) -> Result<&str, Box<Finding>> {
    let finding = match &node.data {
        Data::Scalar(text, style) if text == "<<" && *style == Style::Plain => {
            Finding::error("YA10", "the merge key `<<` is not accepted")
                .at(node.span, "merge key")
                .help("write the values out, or let a later layer change them")
        }
        Data::Scalar(text, _) if text.is_empty() => Finding::error("YA13", "a key is empty")
            .at(node.span, "a key is missing here")
            .help("write a key before the `:`"),
        Data::Scalar(text, _) => return Ok(text),
        _ => Finding::error("YA13", "a key must be a word, not a list or a map")
            .at(node.span, "not a word")
            .help("put the text in quotes if it begins with `[` or `{`"),
    };
    Err(Box::new(finding))
}

/// The finding for a key that its map has already.
pub(super) fn repeated(fold: &str, text: &str, second: Span, first: Span, source: &str) -> Finding {
    let finding = Finding::error("YA06", format!("key `{fold}` is given twice in this map"))
        .at(second, "second time here")
        .at(first, "first time here");
    let written = |span: Span| source.get(span.start as usize..span.end as usize);
    if written(second) != written(first) && fold != text {
        return finding.help("the two look alike and differ in characters that cannot be seen");
    }
    finding.help("keep one of them")
}

/// The finding for a key with a hidden character in it.
pub(super) fn hidden(text: &str, fold: &str, span: Span) -> Option<Finding> {
    let (_, c) = hidden::in_key(text)?;
    let message = format!("key `{fold}` holds the hidden character U+{:04X}", c as u32);
    let finding = Finding::error("YA05", message).at(span, "hidden character in this key");
    Some(finding.help("delete it, or type the key again"))
}
