//! What lies between the values of a file: lines, indentation, comments, and the marks `:` and `-`.

use std::ops::Range;

/// The end of the line of a byte, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end)
}

/// The start of the line of a byte.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |last| last + 1)
}

/// The start of the line after that of a byte; `None` on the last line.
pub(super) fn next_line(text: &str, at: usize) -> Option<usize> {
    let end = line_end(text, at);
    match text.as_bytes().get(end..)? {
        [b'\r', b'\n', ..] => Some(end + 2),
        [_, ..] => Some(end + 1),
        [] => None,
    }
}

/// The column of a byte in characters, from 0.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

/// Whether only white space precedes a byte on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    text[line_start(text, at)..at].bytes().all(|byte| byte == b' ')
}

/// Whether a line break lies in a range.
pub(super) fn breaks(text: &str, range: Range<usize>) -> bool {
    text.get(range).is_some_and(|between| between.contains(['\n', '\r']))
}

/// Whether a range, from inside one line to inside another, has a line without anything on it.
pub(super) fn has_blank_line(text: &str, range: Range<usize>) -> bool {
    let mut at = range.start;
    while let Some(next) = next_line(text, at).filter(|next| *next < range.end) {
        let end = line_end(text, next);
        if end < range.end && text[next..end].trim().is_empty() {
            return true;
        }
        at = next;
    }
    false
}

/// How far the line that starts at a byte is indented, if it holds nothing but a comment.
pub(super) fn comment_line(text: &str, start: usize) -> Option<usize> {
    let line = &text[start..line_end(text, start)];
    let body = line.trim_start_matches([' ', '\t']);
    body.starts_with('#').then(|| line.len() - body.len())
}

/// The end of the comments of their own below a line that are indented deeper than a column; the end of the
/// line itself if there are none.
pub(super) fn after_deeper_comments(text: &str, at: usize, column: usize) -> usize {
    let mut last = line_end(text, at);
    let mut at = last;
    while let Some(next) = next_line(text, at) {
        let end = line_end(text, next);
        match comment_line(text, next) {
            Some(indent) if indent > column => last = end,
            None if text[next..end].trim().is_empty() => {}
            _ => break,
        }
        at = end;
    }
    last
}

/// Skips white space and comments.
pub(super) fn skip(text: &str, mut at: usize) -> usize {
    loop {
        match text.as_bytes().get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => at += 1,
            Some(b'#') if starts_comment(text, at) => at = line_end(text, at),
            _ => return at,
        }
    }
}

/// Whether a `#` outside values begins a comment: after white space only.
pub(super) fn starts_comment(text: &str, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| text.as_bytes()[before].is_ascii_whitespace())
}
