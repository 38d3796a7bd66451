//! The English lines in the sources: what stands in the calls that make findings, and any other run of words.
//! Format arguments are written `{}`. It reads Rust well enough for the house's own style, and no further.

use std::path::{Path, PathBuf};

/// Calls whose words are shown in findings.
const CALLS: [&str; 14] = [
    "Finding::error",
    "Finding::warning",
    "Finding::new",
    "Hit::error",
    "Hit::warning",
    ".help",
    ".at",
    ".label",
    ".other",
    "note",
    "known",
    "wrong",
    "incomplete",
    "tell",
];
/// What holds no words for readers.
const SILENT: [&str; 12] = [
    "#",
    "assert!",
    "assert_eq!",
    "assert_ne!",
    "debug_assert!",
    "unreachable!",
    "expect",
    "json!",
    "env!",
    "include_str!",
    "include_dir!",
    "with_template",
];
/// Folders and files with words of other kinds: labels, schemas, tables of languages, help in both languages, what
/// a PDF says of its attachments, and what a server says to a browser.
const OTHERS: [&str; 12] = [
    "schema/",
    "model/schema.rs",
    "model/language/schema.rs",
    "brief/",
    "dossier/merged.rs",
    "press/kinds.rs",
    "preview/answer.rs",
    "typeset/textlayer/",
    "diag/arabic/",
    "cli/help/",
    "cli/ui.rs",
    "diag/terminal.rs",
];

/// A line with the file that has it.
pub struct Line {
    pub file: String,
    pub english: String,
}

/// Every line under `src/`.
pub fn lines() -> Vec<Line> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut lines = Vec::new();
    for path in files {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let tests = name.contains("tests") || name.ends_with("probe.rs");
        let table =
            name.starts_with("locale/") && name != "locale/mod.rs" && !name.starts_with("locale/own/");
        if !tests && !table && !OTHERS.iter().any(|other| name.starts_with(other)) {
            scan(&name, &std::fs::read_to_string(&path).unwrap(), &mut lines);
        }
    }
    lines
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|it| it == "rs") => files.push(path),
            false => {}
        }
    }
}

fn scan(file: &str, source: &str, lines: &mut Vec<Line>) {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let (mut at, mut open) = (0, Vec::new());
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some((text, length)) = literal(source, at) {
            if is_shown(file, &text, &source[..at], &open) {
                let english = if is_format(&source[..at]) { unfilled(&text) } else { text };
                // What has no words outside backticks is the same in every language.
                if english.split('`').step_by(2).any(|it| it.contains(|c: char| c.is_ascii_lowercase())) {
                    lines.push(Line { file: file.to_owned(), english });
                }
            }
            at += length;
        } else if c == '\'' {
            at += character(rest);
        } else {
            match c {
                '(' | '[' | '{' => open.push(source[..at].trim_end()),
                ')' | ']' | '}' => {
                    open.pop();
                }
                _ => {}
            }
            at += c.len_utf8();
        }
    }
}

/// Whether what stands before a literal makes it a format string.
fn is_format(before: &str) -> bool {
    let dense: String = before.chars().rev().filter(|c| !c.is_whitespace()).take(9).collect();
    let dense: String = dense.chars().rev().collect();
    ["format!(", "write!(f,"].iter().any(|call| dense.ends_with(call))
}

/// Whether a literal is a line for readers.
fn is_shown(file: &str, text: &str, before: &str, open: &[&str]) -> bool {
    let within = |names: &[&str]| open.iter().any(|call| names.iter().any(|name| call.ends_with(name)));
    if within(&SILENT)
        || open.last().is_some_and(|call| call.ends_with(".path"))
        || text.contains('\n') && text.len() > 40
    {
        return false;
    }
    // A list of words to look for.
    if text.matches('|').count() > 1 {
        return false;
    }
    let words =
        text.split(' ').filter(|word| word.chars().filter(char::is_ascii_lowercase).count() > 1).count();
    let spaced = text.as_bytes().windows(3).any(|it| {
        (it[0].is_ascii_lowercase() || b",;:`}".contains(&it[0]))
            && it[1] == b' '
            && (it[2].is_ascii_lowercase() || b"`{".contains(&it[2]))
    });
    let key = !text.contains(' ') && text.contains(['.', '/', '_', '{', '[', '-']);
    match within(&CALLS) {
        true => words > 0 && !key && text.chars().count() > 2,
        false if file.starts_with("lint/") => words > 5 || (spaced && is_format(before) && words > 0),
        false => spaced && words > 0 && !file.ends_with("judgements.rs"),
    }
}

/// A string literal here: its text and its length in the source.
fn literal(source: &str, at: usize) -> Option<(String, usize)> {
    let rest = &source[at..];
    let raw = rest.strip_prefix('r').map(|it| it.bytes().take_while(|it| *it == b'#').count());
    let word = source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if let Some(hashes) = raw.filter(|hashes| !word && rest[1 + hashes..].starts_with('"')) {
        let (start, end) = (hashes + 2, format!("\"{}", "#".repeat(hashes)));
        let length = rest[start..].find(&end)?;
        return Some((rest[start..start + length].to_owned(), start + length + end.len()));
    }
    let mut chars = rest.strip_prefix('"')?.char_indices();
    let mut text = String::new();
    while let Some((place, c)) = chars.next() {
        match c {
            '"' => return Some((text, place + 2)),
            '\\' => match chars.next()?.1 {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                '\n' => {
                    let blank = rest[1..][place + 2..].chars().take_while(|c| c.is_whitespace()).count();
                    (0..blank).for_each(|_| {
                        chars.next();
                    });
                }
                'u' => {
                    let code: String = chars.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                    text.extend(
                        u32::from_str_radix(code.trim_start_matches('{'), 16).ok().and_then(char::from_u32),
                    );
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    None
}

/// The length of a character literal, or of the quote of a lifetime.
fn character(rest: &str) -> usize {
    let chars: Vec<char> = rest.chars().take(12).collect();
    match chars.as_slice() {
        ['\'', '\\', ..] => {
            rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 3)
        }
        ['\'', c, '\'', ..] => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// A format string with `{}` for its arguments, and its doubled braces single.
fn unfilled(format: &str) -> String {
    let (mut text, mut rest) = (String::new(), format);
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        rest = match rest.get(at..at + 2) {
            Some(double @ ("{{" | "}}")) => {
                text.push_str(&double[..1]);
                &rest[at + 2..]
            }
            _ => {
                text.push_str("{}");
                rest[at..].find('}').map_or("", |end| &rest[at + end + 1..])
            }
        };
    }
    text + rest
}
