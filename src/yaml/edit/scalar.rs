//! A text -> a YAML scalar: as it is where YAML allows that, else in quotes; a long one as a folded block.

use crate::yaml::hidden::is_hidden;
use crate::yaml::write;

/// Characters of a line, indentation included.
pub(super) const WIDTH: usize = 118;

/// How the text that goes was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Like {
    /// Without quotes, or not at all.
    #[default]
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// As a `>` block.
    Folded,
    /// As a `|` block.
    Literal,
}

/// Where a text is to stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The column of its first character.
    pub column: usize,
    /// The column of the lines of a block; none where a block cannot stand.
    pub block: Option<usize>,
    pub like: Like,
}

/// Writes a text: what stands behind the mark, and the lines below of a block.
pub(super) fn write(text: &str, room: Room) -> (String, Vec<String>) {
    let line = in_block(text, room.like);
    let fits = room.column + line.chars().count() <= WIDTH;
    let indented = |column: usize, lines: Vec<&str>| {
        lines.into_iter().map(|line| format!("{:column$}{line}", "")).collect()
    };
    match room.block {
        Some(column) if room.like == Like::Literal && is_literal(text) => {
            ("|-".to_owned(), indented(column, text.split('\n').collect()))
        }
        Some(column) if !fits && is_foldable(text) => {
            (">-".to_owned(), indented(column, folded(text, WIDTH.saturating_sub(column))))
        }
        _ => (line, Vec::new()),
    }
}

/// A text on one line of a block map or list.
fn in_block(text: &str, like: Like) -> String {
    match like {
        Like::Single if is_quotable(text) => single(text),
        Like::Double | Like::Single => double(text),
        _ if is_plain(text) => text.to_owned(),
        _ => quoted(text),
    }
}

/// A text inside `[]` or `{}`.
pub(super) fn in_flow(text: &str, like: Like) -> String {
    let marks = [',', '[', ']', '{', '}', ':', '#', '،', '؛'];
    match text.contains(marks) && !matches!(like, Like::Single | Like::Double) {
        true => quoted(text),
        false => in_block(text, like),
    }
}

/// A key.
pub(super) fn key(key: &str) -> String {
    if is_plain(key) && !key.contains([',', '[', ']', '{', '}', ':', '#']) {
        key.to_owned()
    } else {
        double(key)
    }
}

/// Whether a text without quotes reads as itself, in every reader of YAML.
fn is_plain(text: &str) -> bool {
    const MARKS: &str = "-?:,[]{}#&*!|>'\"%@`.=";
    let first = text.chars().next();
    first.is_some_and(|first| !first.is_whitespace() && !MARKS.contains(first))
        && !text.ends_with([':', ' '])
        && !text.contains(['\n', '\r', '\t'])
        && !text.contains(": ")
        && !text.contains(" #")
        && write::to_string(&text).strip_suffix('\n') == Some(text)
}

/// Whether a text can stand in single quotes on one line.
fn is_quotable(text: &str) -> bool {
    !text.contains(['\n', '\r', '\t']) && !text.contains(is_hidden)
}

/// In quotes: double ones, unless they would need escapes that single ones spare.
fn quoted(text: &str) -> String {
    let spares = text.contains(['"', '\\']) && !text.contains('\'') && is_quotable(text);
    if spares { single(text) } else { double(text) }
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a folded block says the text whatever single spaces it is broken at.
fn is_foldable(text: &str) -> bool {
    let inner = !text.contains(['\n', '\r', '\t']) && !text.contains("  ");
    inner && !text.is_empty() && text.trim_matches(' ').len() == text.len()
}

/// Whether a literal block can hold the text: two lines or more, with nothing at their ends that is lost or
/// taken for indentation.
fn is_literal(text: &str) -> bool {
    let ends = |line: &str| line.starts_with([' ', '\t']) || line.ends_with([' ', '\t']);
    text.contains('\n')
        && !text.contains('\r')
        && !text.starts_with('\n')
        && !text.ends_with('\n')
        && !text.split('\n').any(ends)
}

/// Breaks a text at spaces into lines of at most a number of characters, as far as there are spaces; never
/// inside a placeholder.
fn folded(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut last, mut length, mut inside) = (0, None, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ => {}
        }
        if c == ' ' && !inside {
            last = Some((at, length));
        }
        length += 1;
        if let Some((space, taken)) = last.filter(|_| length > width) {
            // A space past the edge is where the line ends.
            lines.push(&text[start..space]);
            (start, last, length) = (space + 1, None, length - taken - 1);
        }
    }
    lines.push(&text[start..]);
    lines
}

/// The first character that no file may hold.
pub(super) fn refused(text: &str) -> Option<char> {
    text.chars().find(|c| is_hidden(*c))
}

/// White space at the end does not count in texts.
pub(super) fn is_same(old: &str, new: &str) -> bool {
    old == new || old.trim_end() == new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> String {
        let (head, below) = write(text, Room { column: 5, block: Some(2), like: Like::Plain });
        assert_eq!(below, Vec::<String>::new(), "{text}");
        head
    }

    #[test]
    fn quotes_stand_where_yaml_needs_them() {
        for plain in ["عاد {n}، ولا يزال", "So far {n} have", "12,5 of it", "it’s", "a:b", "a#b"]
        {
            assert_eq!(head(plain), plain);
        }
        let quoted = "/{n} freed/[x] y/a: b/a #b/- x/no/null/~/12/7.70/12:30/true/ x/x /*x/&x/!x/|/> x/'x/%x/@x/`x/?/x:/.../0x1F/=/2031_06";
        for text in quoted.split('/') {
            assert_eq!(head(text), format!("\"{text}\""));
        }
        assert_eq!(head("\"x\" y"), "'\"x\" y'");
        assert_eq!(head("{n}: \"it's\" \\"), r#""{n}: \"it's\" \\""#);
        assert_eq!(head("one\ntwo\t\"x\""), r#""one\ntwo\t\"x\"""#);
    }

    #[test]
    fn brackets_need_more_quotes() {
        for text in ["a, b", "x {n}", "أمن، اقتصاد", "a:b", "[x]"] {
            assert_eq!(in_flow(text, Like::Plain), format!("\"{text}\""));
        }
        assert_eq!(in_flow("two words", Like::Plain), "two words");
        assert_eq!(in_flow("a, b", Like::Single), "'a, b'");
    }

    #[test]
    fn a_line_of_118_characters_stays_and_a_longer_one_folds() {
        let room = Room { column: 5, block: Some(4), like: Like::Plain };
        let text = format!("{} end", "ء".repeat(109));
        assert_eq!(write(&text, room), (text, Vec::new()));
        let text = format!("{} end", "ء".repeat(110));
        assert_eq!(write(&text, room), (">-".to_owned(), vec![format!("    {text}")]));
        let text = format!("{} end", "ء".repeat(111));
        assert_eq!(write(&text, room).1, [format!("    {}", "ء".repeat(111)), "    end".to_owned()]);
    }

    #[test]
    fn lines_break_at_single_spaces_outside_placeholders() {
        assert_eq!(folded("ab cd ef", 5), ["ab cd", "ef"]);
        assert_eq!(folded("ab cd ef", 8), ["ab cd ef"]);
        assert_eq!(folded("abcdefgh ij k", 5), ["abcdefgh", "ij k"]);
        assert_eq!(folded("ab {n : gen} cd", 6), ["ab", "{n : gen}", "cd"]);
        assert_eq!(folded("ab\u{a0}cd ef", 5), ["ab\u{a0}cd", "ef"]);
        assert!(
            !is_foldable("a  b") && !is_foldable(" a") && !is_foldable("a\nb") && is_foldable("a\u{a0} b")
        );
    }
}
