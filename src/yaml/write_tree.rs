//! A tree -> YAML text that reads back as the same tree: block layout, a line for each value, every scalar kept
//! to the letter.
//!
//! A plain scalar stays plain, so that `7.70` is still what was typed; one that cannot stand on a line without
//! quotes, and every other one, is written in double quotes, as JSON would. Places and replaced values are not
//! written, and comments were never in the tree.

use std::fmt::Write;

use super::hidden::is_hidden;
use super::node::{Data, Entry, Node, Style};

/// Writes a map or list below a comment that says what it is. Blocks (`|`, `>`) read back as quoted text.
pub fn write_tree(node: &Node, comment: &str) -> String {
    let mut text = String::new();
    for line in comment.lines() {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "# {line}");
    }
    match &node.data {
        Data::Map(entries) if !entries.is_empty() => map(entries, 0, false, &mut text),
        Data::Seq(items) if !items.is_empty() => list(items, 0, false, &mut text),
        _ => {
            text += &inline(node);
            text.push('\n');
        }
    }
    text
}

/// The entries of a map; the first one where the line stands already.
fn map(entries: &[Entry], column: usize, begun: bool, text: &mut String) {
    for (at, entry) in entries.iter().enumerate() {
        indent(column, begun && at == 0, text);
        // In the first column these begin and end a document.
        let mark = ["---", "..."].iter().any(|mark| entry.key.starts_with(mark));
        let plain = is_plain(&entry.key) && !mark;
        *text += &if plain { entry.key.to_string() } else { quoted(&entry.key) };
        text.push(':');
        match &entry.value.data {
            Data::Map(inner) if !inner.is_empty() => {
                text.push('\n');
                map(inner, column + 2, false, text);
            }
            Data::Seq(inner) if !inner.is_empty() => {
                text.push('\n');
                list(inner, column + 2, false, text);
            }
            _ => leaf(&entry.value, text),
        }
    }
}

/// The items of a list; the first one where the line stands already.
fn list(items: &[Node], column: usize, begun: bool, text: &mut String) {
    for (at, item) in items.iter().enumerate() {
        indent(column, begun && at == 0, text);
        text.push('-');
        match &item.data {
            Data::Map(inner) if !inner.is_empty() => {
                text.push(' ');
                map(inner, column + 2, true, text);
            }
            Data::Seq(inner) if !inner.is_empty() => {
                text.push(' ');
                list(inner, column + 2, true, text);
            }
            _ => leaf(item, text),
        }
    }
}

fn indent(column: usize, begun: bool, text: &mut String) {
    if !begun {
        let _ = write!(text, "{:column$}", "");
    }
}

/// A value on the line of its key or dash; nothing at all for a plain empty one.
fn leaf(node: &Node, text: &mut String) {
    let value = inline(node);
    if !value.is_empty() {
        text.push(' ');
        *text += &value;
    }
    text.push('\n');
}

fn inline(node: &Node) -> String {
    match &node.data {
        Data::Scalar(text, Style::Plain) if text.is_empty() || is_plain(text) => text.to_string(),
        Data::Scalar(text, _) => quoted(text),
        Data::Seq(_) => "[]".to_owned(),
        Data::Map(_) => "{}".to_owned(),
    }
}

/// Whether a text without quotes, on one line outside brackets, reads as itself (YAML 1.2.2, 7.3.3).
fn is_plain(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let begins = match first {
        None => false,
        Some('-' | '?' | ':') => second.is_some_and(|second| !second.is_whitespace()),
        Some(first) => !first.is_whitespace() && !",[]{}#&*!|>'\"%@`".contains(first),
    };
    begins
        && !text.ends_with([':', ' '])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(|c: char| matches!(c, '\n' | '\r' | '\t') || is_hidden(c))
}

/// In double quotes, with everything escaped that is no visible text.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
