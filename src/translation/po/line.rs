//! One line of a PO file -> what stands on it, with its place; strict where gettext is not.

use crate::diag::{FileId, Finding, Span};

/// What a line holds.
#[derive(Debug)]
pub(super) enum Content<'a> {
    /// A comment with the sign behind its `#`: `.` note, `:` reference, `,` flag, a space for the translator's.
    Comment(char, &'a str),
    /// A keyword with its text.
    Keyword(Keyword, Text),
    /// More of the text before.
    More(Text),
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    Context,
    Id,
    IdPlural,
    /// `msgstr`, or `msgstr[n]`.
    Str(Option<usize>),
}

/// A quoted text.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub text: String,
    /// Quotes included.
    pub span: Span,
}

/// A line that holds something.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Without the white space around it.
    pub span: Span,
    /// Behind `#~`.
    pub obsolete: bool,
    /// Behind `#|`.
    pub previous: bool,
    pub content: Content<'a>,
}

/// Reads a line that begins at an offset of the file; nothing for an empty one.
pub(super) fn read(line: &str, offset: usize, file: FileId) -> Result<Option<Line<'_>>, Finding> {
    let body = line.trim_matches([' ', '\t']);
    let start = offset + (line.len() - line.trim_start_matches([' ', '\t']).len());
    let span = Span::new(file, start, start + body.len());
    let mut rest = body;
    let (mut obsolete, mut previous) = (false, false);
    if let Some(behind) = body.strip_prefix("#~") {
        (obsolete, rest) = (true, behind);
        if let Some(behind) = behind.strip_prefix('|') {
            (previous, rest) = (true, behind);
        }
    } else if let Some(behind) = body.strip_prefix("#|") {
        (previous, rest) = (true, behind);
    } else if let Some(behind) = body.strip_prefix('#') {
        let content = match behind.chars().next() {
            Some(sign @ ('.' | ':' | ',' | '=')) => Content::Comment(sign, &behind[1..]),
            _ => Content::Comment(' ', behind),
        };
        return Ok(Some(Line { span, obsolete, previous, content }));
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    if rest.is_empty() {
        return Ok(None);
    }
    let place = |part: &str| {
        let start = start + (body.len() - part.len());
        Span::new(file, start, start + part.len())
    };
    if rest.starts_with('"') {
        let content = Content::More(text(rest, place(rest))?);
        return Ok(Some(Line { span, obsolete, previous, content }));
    }
    let word = rest.find(|c: char| c == '"' || c.is_whitespace()).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(word);
    let Some(keyword) = keyword(word) else {
        let stray = Span { end: place(rest).start + word.len() as u32, ..place(rest) };
        return Err(Finding::error("PO01", format!("`{word}` is no keyword of a PO file"))
            .at(stray, "no keyword")
            .help("a line begins with `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `\"` or `#`"));
    };
    let behind = behind.trim_start_matches([' ', '\t']);
    if !behind.starts_with('"') {
        let stray = if behind.is_empty() { place(rest) } else { place(behind) };
        return Err(Finding::error("PO01", format!("`{word}` has no text in quotes"))
            .at(stray, "a `\"` is missing")
            .help(format!("write `{word} \"…\"`")));
    }
    let content = Content::Keyword(keyword, text(behind, place(behind))?);
    Ok(Some(Line { span, obsolete, previous, content }))
}

fn keyword(word: &str) -> Option<Keyword> {
    Some(match word {
        "msgctxt" => Keyword::Context,
        "msgid" => Keyword::Id,
        "msgid_plural" => Keyword::IdPlural,
        "msgstr" => Keyword::Str(None),
        _ => {
            let index = word.strip_prefix("msgstr[")?.strip_suffix(']')?;
            let digits = !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit());
            Keyword::Str(Some(index.parse().ok().filter(|_| digits)?))
        }
    })
}

/// A text from its opening quote to the end of its line.
fn text(quoted: &str, span: Span) -> Result<Text, Finding> {
    let at = |from: usize, to: usize| Span {
        start: span.start + from as u32,
        end: span.start + to as u32,
        ..span
    };
    let mut text = String::new();
    let mut chars = quoted.char_indices().skip(1);
    while let Some((place, c)) = chars.next() {
        match c {
            '"' => {
                let end = place + 1;
                return match quoted.len() == end {
                    true => Ok(Text { text, span }),
                    false => Err(Finding::error("PO02", "there is text behind the closing quote")
                        .at(at(end, quoted.len()), "outside the quotes")
                        .help("write a quote inside the text as `\\\"`")),
                };
            }
            '\\' => match chars.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, 't')) => text.push('\t'),
                Some((_, 'r')) => text.push('\r'),
                Some((_, quote @ ('"' | '\\'))) => text.push(quote),
                Some((_, other)) => {
                    let place = at(place, place + 1 + other.len_utf8());
                    return Err(Finding::error("PO03", format!("`\\{other}` is no escape of a text"))
                        .at(place, "unknown")
                        .help("write a backslash of the text as `\\\\`"));
                }
                None => break,
            },
            c => text.push(c),
        }
    }
    Err(Finding::error("PO02", "the quote is not closed on its line")
        .at(span, "opened here")
        .help("close it with `\"`; if the file ends here, it was cut off: ask for it again"))
}
