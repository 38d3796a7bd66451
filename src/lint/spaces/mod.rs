//! Spaces inside a line: too many, before a mark that closes, after one that opens, missing after a mark.
//!
//! The caller names the marks, so that a language may set some of them off. Indents, ends of lines, tables and
//! lines of verse are laid out with spaces and are left alone; so are abbreviations (`أ.د.`, `ص.ب`), optional
//! endings (`الطالب(ة)`) and prefixes before a quotation.

#[cfg(test)]
mod tests;

use super::bare::bare;
use super::script::{after, line};
use super::token::is_digit;
use super::{Hit, Passage, Token, TokenKind};

/// Where a language wants spaces.
pub(super) struct Spacing {
    /// The code of the rule.
    pub code: &'static str,
    /// Marks that follow a word without a space.
    pub close: &'static str,
    /// Marks that a word follows without a space.
    pub open: &'static str,
    /// Marks after which a word stands apart.
    pub apart: &'static str,
    /// Words that are written together with an opening mark after them, without their marks.
    pub prefixes: &'static [&'static str],
}

/// Reports what is wrong with spaces.
pub(super) fn spaces(passage: &Passage, rules: &Spacing, hits: &mut Vec<Hit>) {
    for (at, token) in passage.tokens.iter().enumerate() {
        let left = at.checked_sub(1).map(|at| &passage.tokens[at]).filter(|t| t.kind != TokenKind::LineEnd);
        let right = passage.tokens.get(at + 1).filter(|t| t.kind != TokenKind::LineEnd);
        let (Some(left), Some(right)) = (left, right) else { continue };
        match token.kind {
            TokenKind::Space => hits.extend(space(passage, rules, left, token, right)),
            TokenKind::Mark => {
                hits.extend(missing_after(passage, rules, left, token, right));
                hits.extend(missing_before(passage, rules, left, token, right));
            }
            _ => {}
        }
    }
}

/// True of a line that is laid out with spaces: a table, verse, a form.
pub(super) fn is_laid_out(line: &str) -> bool {
    let inside = line.trim();
    inside.contains(['\t', '|'])
        || inside.contains("    ")
        || inside.contains("***")
        || inside.contains("....")
}

fn space(passage: &Passage, rules: &Spacing, left: &Token, token: &Token, right: &Token) -> Option<Hit> {
    let (before, after) = (passage.of(left), passage.of(right));
    let opened = is_in(rules.open, left, before);
    let closed = is_in(rules.close, right, after);
    let width = passage.of(token).chars().count();
    let laid_out = || is_laid_out(passage.slice(line(passage.text, token.range.start)));
    if !(opened || closed || width > 1) || opened && closed || laid_out() {
        return None;
    }
    let removed = |message: String| {
        let hit = Hit::warning(rules.code, token.range.clone(), message);
        Some(hit.help("take out the space").fix(token.range.clone(), ""))
    };
    if closed && ends(passage, right) && left.kind != TokenKind::Mark
        || closed
            && ends(passage, right)
            && !before.starts_with(['.', ',', '،', ':', '-', '–', '—', '…', '*', '«', '“', '‘', '„'])
    {
        return removed(format!("a space stands before `{after}`"));
    }
    // `كلمة« ` may be a closing mark of the wrong shape.
    let word = passage.text[..left.range.start].chars().rev().take_while(|c| c.is_alphabetic()).count();
    let turned = before == "«" && word > 2;
    if opened && !turned {
        return removed(format!("a space stands after `{before}`"));
    }
    let plain = passage.of(token).chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    (width > 1 && plain).then(|| {
        let number = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Slot);
        let fixed = passage.of(token).chars().find(|c| *c != ' ').filter(|_| number(left) || number(right));
        let kept = fixed.unwrap_or(' ');
        Hit::warning(rules.code, token.range.clone(), "more than one space")
            .help("leave one space")
            .fix(token.range.clone(), kept)
    })
}

fn is_in(marks: &str, token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Mark && marks.contains(text)
}

/// True where a mark ends something: not `.iq`, `.5`, `...`, `:)`, `!=`, nor a bracket that nothing opened.
fn ends(passage: &Passage, mark: &Token) -> bool {
    let next = after(passage.text, mark.range.end);
    let opened = |open, close| {
        let before = &passage.text[line(passage.text, mark.range.start).start..mark.range.start];
        before.matches(open).count() > before.matches(close).count()
    };
    match passage.of(mark) {
        "." | ":" | "!" => next.is_none_or(|c| !(c.is_alphanumeric() || ".:)(=/-".contains(c))),
        ")" => opened('(', ')'),
        "]" => opened('[', ']'),
        "»" => opened('«', '»'),
        _ => true,
    }
}

fn letters(passage: &Passage, token: &Token) -> usize {
    if token.kind == TokenKind::Word { bare(passage.of(token)).chars().count() } else { 0 }
}

fn missing_after(
    passage: &Passage,
    rules: &Spacing,
    left: &Token,
    token: &Token,
    right: &Token,
) -> Option<Hit> {
    let mark = passage.of(token);
    let (word, next) = (letters(passage, left), letters(passage, right));
    let begins = next > 0 || right.kind == TokenKind::Slot;
    let missing = rules.apart.contains(mark)
        && match mark {
            "." | ":" | ")" | "]" | "»" if left.kind == TokenKind::Space => false,
            "." => (word > 2 || left.kind == TokenKind::Number) && next > 2 && !is_address(passage, token),
            ":" => word > 1 && next > 1 && same_script(passage, left, right),
            ")" | "]" => next > 2 && inside(passage, token).is_some_and(|letters| letters > 3),
            "»" => next > 2,
            "،" | "," => begins || right.kind == TokenKind::Number && left.kind != TokenKind::Number,
            _ => begins,
        };
    missing.then(|| {
        let hit = Hit::warning(rules.code, token.range.clone(), format!("no space after `{mark}`"));
        let hit = hit.help("put a space after it");
        // A colon with a space would be read as a key by YAML.
        if mark == ":" { hit } else { hit.fix(token.range.end..token.range.end, " ") }
    })
}

fn missing_before(
    passage: &Passage,
    rules: &Spacing,
    left: &Token,
    token: &Token,
    right: &Token,
) -> Option<Hit> {
    let mark = passage.of(token);
    let prefixed = rules.prefixes.contains(&bare(passage.of(left)).as_str());
    let joined = passage.of(left).ends_with('\u{640}');
    let missing = rules.open.contains(mark)
        && letters(passage, left) > 2
        && !(prefixed || joined)
        && right.kind != TokenKind::Space
        && (mark == "«" || enclosed(passage, token).is_some_and(|letters| letters > 3));
    missing.then(|| {
        let hit = Hit::warning(rules.code, token.range.clone(), format!("no space before `{mark}`"));
        hit.help("put a space before it").fix(token.range.start..token.range.start, " ")
    })
}

fn same_script(passage: &Passage, left: &Token, right: &Token) -> bool {
    super::script::is_arabic(passage.of(left)) == super::script::is_arabic(passage.of(right))
}

/// True of a stop inside a path or a domain in Arabic letters.
fn is_address(passage: &Passage, stop: &Token) -> bool {
    let text = passage.text;
    if ["كوم", "نت", "أنفو", "انفو", "أورغ", "اورغ", "عرب"]
        .iter()
        .any(|end| text[stop.range.end..].starts_with(end))
    {
        return true;
    }
    let start = text[..stop.range.start]
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[stop.range.end..].find(char::is_whitespace).map_or(text.len(), |at| stop.range.end + at);
    text[start.min(stop.range.start)..end].contains(['/', '@', '_', '\\'])
}

/// How many letters and digits stand between the opening bracket on this line and this closing one.
fn inside(passage: &Passage, close: &Token) -> Option<usize> {
    let before = &passage.text[line(passage.text, close.range.start).start..close.range.start];
    let open = before.rfind(if passage.of(close) == ")" { '(' } else { '[' })?;
    Some(count(&before[open..]))
}

/// How many letters and digits stand between this opening bracket and the closing one on this line.
fn enclosed(passage: &Passage, open: &Token) -> Option<usize> {
    let rest = &passage.text[open.range.end..line(passage.text, open.range.start).end];
    rest.find(if passage.of(open) == "(" { ')' } else { ']' }).map(|close| count(&rest[..close]))
}

fn count(text: &str) -> usize {
    bare(text).chars().filter(|c| c.is_alphabetic() || is_digit(*c)).count()
}
