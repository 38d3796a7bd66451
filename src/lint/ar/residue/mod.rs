//! AR15: what is left of a web page: buttons, captions, tags and entities.
//!
//! A phrase that a sentence may contain counts only where it fills a line, begins a short one or ends one. A
//! number in brackets is a note of an encyclopaedia only if it touches the words and the text lists no notes.

mod captions;

use std::collections::HashSet;
use std::ops::Range;

use self::captions::{KNOWN, Phrases, longest};
use crate::lint::script::{folded, is_letter};
use crate::lint::token::is_digit;
use crate::lint::{Hit, Passage, Token, TokenKind};

/// Between square brackets, as encyclopaedias have it.
const BRACKETED: &[&str] =
    &["عدل", "عدل المصدر", "تعديل", "عدل النص", "بحاجة لمصدر", "بحاجة لتوضيح", "وثق المصدر"];

/// What follows an address and only counts readers.
const TRACKERS: &[&str] = &["utm_", "fbclid=", "gclid=", "igshid=", "mc_cid="];

const TAGS: &[&str] = &[
    "br", "p", "b", "i", "u", "a", "em", "div", "span", "strong", "font", "img", "h1", "h2", "h3", "ul",
    "ol", "li", "td", "tr", "table", "sup", "sub",
];

/// Looks through each line.
pub(super) fn residue(passage: &Passage, hits: &mut Vec<Hit>) {
    let note = |line| str::trim_start(line).strip_prefix('[').and_then(|line| line.split_once(']'));
    let notes: HashSet<&str> = passage.text.lines().filter_map(note).map(|(number, _)| number).collect();
    let known = &*KNOWN;
    let mut line: Vec<&Token> = Vec::new();
    for token in &passage.tokens {
        if token.kind == TokenKind::LineEnd {
            phrases(passage, known, &line, hits);
            line.clear();
        } else {
            line.push(token);
        }
        let found = match passage.of(token) {
            "<" => tag(passage, token.range.start),
            "&" => entity(passage, token.range.start),
            "[" => wiki(passage, token.range.start, &notes),
            _ if token.kind == TokenKind::Opaque => tracker(passage, token),
            _ => None,
        };
        hits.extend(found.map(|range| of_web(passage, range)));
    }
    phrases(passage, known, &line, hits);
}

fn of_web(passage: &Passage, range: Range<usize>) -> Hit {
    let message = format!("`{}` is left over from a web page", passage.slice(range.clone()));
    Hit::warning("AR15", range, message).help("delete it")
}

/// Buttons and captions on one line.
fn phrases(passage: &Passage, known: &Phrases, line: &[&Token], hits: &mut Vec<Hit>) {
    let words: Vec<(&Token, String)> = line
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| (*token, folded(passage.of(token))))
        .collect();
    if words.is_empty() {
        return;
    }
    let whole = |from: usize, to: usize| words[from].0.range.start..words[to - 1].0.range.end;
    if let Some(count) = longest(&words, &known.lines)
        && count == words.len()
        && is_button(passage, line)
    {
        hits.push(of_web(passage, whole(0, count)));
        return;
    }
    if let Some(count) = longest(&words, &known.openers) {
        let end = words[count - 1].0.range.end;
        let colon = passage.text[end..].trim_start().starts_with([':', '،', '…', '|', '-', '+']);
        if count == words.len() && !ends_sentence(passage, line) || colon && words.len() <= 20 {
            hits.push(of_web(passage, whole(0, count)));
            return;
        }
    }
    if let Some(count) = longest(&words, &known.heads) {
        hits.push(of_web(passage, whole(0, count)));
        return;
    }
    if let Some(count) = longest(&words, &known.rights) {
        let owner = words.get(count).is_none_or(|(_, word)| word.starts_with('ل'));
        if owner
            && passage.text[line[0].range.start..words[0].0.range.start].trim_matches(['©', ' ']).is_empty()
        {
            hits.push(of_web(passage, whole(0, count)));
            return;
        }
    }
    let from =
        (1..words.len()).find(|from| longest(&words[*from..], &known.tails) == Some(words.len() - from));
    if let Some(from) = from.filter(|_| is_button(passage, line)) {
        let before = passage.slice(words[from - 1].0.range.end..words[from].0.range.start);
        let nothing =
            passage.text[words[words.len() - 1].0.range.end..].split('\n').next().unwrap_or_default();
        if before.trim_end().ends_with(['.', '…', '»', '|', '؟'])
            && nothing.trim().chars().all(|c| !c.is_alphanumeric())
        {
            hits.push(of_web(passage, whole(from, words.len())));
            return;
        }
    }
    let mut at = 0;
    while at < words.len() {
        match longest(&words[at..], &known.anywhere) {
            Some(count) => {
                hits.push(of_web(passage, whole(at, at + count)));
                at += count;
            }
            None => at += 1,
        }
    }
}

/// True of a line that is no sentence and holds no placeholder.
fn is_button(passage: &Passage, line: &[&Token]) -> bool {
    !ends_sentence(passage, line) && line.iter().all(|token| token.kind != TokenKind::Slot)
}

fn ends_sentence(passage: &Passage, line: &[&Token]) -> bool {
    line.iter().rfind(|token| token.kind != TokenKind::Space).is_some_and(|token| passage.of(token) == ".")
}

/// `[[حلب]]`, `[عدل]`, and `[1]` right after a word or its full stop.
fn wiki(passage: &Passage, start: usize, notes: &HashSet<&str>) -> Option<Range<usize>> {
    let end = passage.text[start..]
        .char_indices()
        .nth(100)
        .map_or(passage.text.len(), |(length, _)| start + length);
    let rest = passage.text[start..end].split('\n').next()?;
    if rest.starts_with("[[") {
        let length = rest.find("]]").filter(|length| rest[2..*length].chars().any(is_letter))?;
        return Some(start..start + length + 2);
    }
    let (inside, _) = rest[1..].split_once(']')?;
    let range = start..start + inside.len() + 2;
    if BRACKETED.iter().any(|words| folded(words) == folded(inside)) {
        return Some(range);
    }
    let before = passage.text[..start].chars().next_back();
    let glued = before.is_some_and(|c| is_letter(c) || matches!(c, '.' | '،' | '»' | ']'));
    let number = (1..=3).contains(&inside.chars().count()) && inside.chars().all(is_digit);
    // A report lists its notes at the end.
    (glued && number && !notes.contains(inside)).then_some(range)
}

/// The part of an address that only counts readers.
fn tracker(passage: &Passage, address: &Token) -> Option<Range<usize>> {
    let text = passage.of(address);
    let start = TRACKERS.iter().filter_map(|mark| {
        let at = text.find(mark)?;
        text[..at].ends_with(['?', '&']).then_some(at)
    });
    start.min().map(|at| address.range.start + at..address.range.end)
}

/// `<br>`, `</p>`, `<a href=..>`: a tag by its name.
fn tag(passage: &Passage, start: usize) -> Option<Range<usize>> {
    let rest = &passage.text[start + 1..];
    let length = rest.find(['>', '\n', '<']).filter(|end| rest[*end..].starts_with('>'))?;
    let name = rest[..length].trim_start_matches('/').split([' ', '/']).next()?.to_lowercase();
    TAGS.contains(&name.as_str()).then(|| start..start + length + 2)
}

/// `&nbsp;`, `&#8220;`.
fn entity(passage: &Passage, start: usize) -> Option<Range<usize>> {
    let rest = &passage.text[start + 1..];
    let length =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).filter(|end| (2..=7).contains(end))?;
    let named = rest.starts_with('#') || rest[..length].bytes().all(|b| b.is_ascii_alphabetic());
    (named && rest[length..].starts_with(';') && !rest.starts_with(is_letter))
        .then(|| start..start + length + 2)
}
