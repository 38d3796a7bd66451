//! AR07: what changes its order among words written from right to left: telephone numbers in groups, handles,
//! hashtags, addresses that end in a mark, dates in numbers with hyphens, numbers grouped by spaces.
//!
//! A line without an Arabic letter keeps its order, and so does what stands between isolates or directional
//! marks. Identifiers of Latin letters (`S/2019/103`) are safe, and addresses and handles at the end of what
//! introduces them. An address with Arabic words after it breaks where the line ends; a sign before a number
//! (`$500`, `>50`) may be read on its other side or as its opposite, and `&` is no Arabic word.

use std::ops::Range;

use super::super::token::is_digit;
use super::super::{Hit, Passage, TokenKind};

/// Looks at each line with Arabic letters.
pub(super) fn scramble(passage: &Passage, hits: &mut Vec<Hit>) {
    for line in passage.lines() {
        let text = passage.slice(line.clone());
        if text.chars().any(|c| matches!(c, '\u{620}'..='\u{64a}')) {
            telephones(passage, line.clone(), hits);
            signs(passage, &line, hits);
            addresses(passage, &line, hits);
        }
    }
}

/// Telephone numbers and numbers grouped by spaces: digit groups with spaces or hyphens between them.
fn telephones(passage: &Passage, line: Range<usize>, hits: &mut Vec<Hit>) {
    let mut at = line.start;
    while let Some(found) = passage.text[at..line.end].find(is_digit) {
        let start = at + found;
        let before = passage.text[line.start..start].chars().next_back();
        let groups = groups(&passage.text[start..line.end]);
        at = start + groups.end;
        let plus = before == Some('+');
        let begin = if plus { start - 1 } else { start };
        let outer = passage.text[line.start..begin].chars().next_back();
        let touches = outer.is_some_and(|c| c.is_ascii_alphanumeric() || "-/:.,@_#=&?".contains(c))
            || passage.text[at..line.end]
                .starts_with(|c: char| c.is_ascii_alphanumeric() || "/:@_".contains(c));
        if isolated(outer) || touches || in_opaque(passage, start) {
            continue;
        }
        let range = begin..at;
        let text = passage.slice(range.clone());
        let dialled = plus || text.starts_with('0') || text.starts_with('٠');
        if dialled && groups.digits >= 8 && (plus || groups.sizes.len() > 1) {
            let hit = Hit::warning("AR07", range, format!("`{text}` changes its order in an Arabic line"));
            hits.push(hit.label("a telephone number").help(APART));
        } else if groups.spaced && groups.sizes.len() > 2 && thousands(&groups.sizes) {
            let hit = Hit::warning("AR07", range, format!("`{text}` changes its order in an Arabic line"));
            hits.push(hit.label("groups parted by spaces").help("group the digits with commas or points"));
        }
    }
}

/// What to do with an address.
const APART: &str = "give it a line of its own or put it among the contacts, away from Arabic words";

/// Groups of digits at the start of a text.
struct Groups {
    /// The digits of each group.
    sizes: Vec<usize>,
    /// All digits.
    digits: usize,
    /// Whether only plain spaces part the groups.
    spaced: bool,
    /// The bytes.
    end: usize,
}

fn groups(text: &str) -> Groups {
    let mut groups = Groups { sizes: vec![0], digits: 0, spaced: true, end: 0 };
    let mut between = None;
    for (at, c) in text.char_indices() {
        if is_digit(c) {
            if let Some(mark) = between.take() {
                groups.sizes.push(0);
                groups.spaced &= mark == ' ';
            }
            if let Some(last) = groups.sizes.last_mut() {
                *last += 1;
            }
            groups.digits += 1;
            groups.end = at + c.len_utf8();
        } else if between.is_none() && matches!(c, ' ' | '-') {
            between = Some(c);
        } else {
            break;
        }
    }
    groups
}

fn thousands(sizes: &[usize]) -> bool {
    sizes[0] <= 3 && sizes[1..].iter().all(|size| *size == 3)
}

/// Handles, hashtags, addresses, ISO dates.
fn addresses(passage: &Passage, line: &Range<usize>, hits: &mut Vec<Hit>) {
    let first = passage.tokens.partition_point(|token| token.range.start < line.start);
    let here = passage.tokens.iter().enumerate().skip(first);
    for (at, token) in here.take_while(|(_, token)| token.range.end <= line.end) {
        let text = passage.of(token);
        let before = passage.text[line.start..token.range.start].chars().next_back();
        let next = passage.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word);
        let hashtag = next
            .filter(|next| text == "#" && passage.of(next).starts_with(|c: char| c.is_ascii_alphabetic()));
        let (range, label) = match token.kind {
            TokenKind::Opaque if text.starts_with('@') && introduced(passage, at) => continue,
            TokenKind::Opaque if text.starts_with('@') => (token.range.clone(), "a handle"),
            TokenKind::Opaque if text.contains("://") && text.ends_with(ends_open) => {
                (token.range.clone(), "an address that ends in a mark")
            }
            TokenKind::Opaque if is_address(text) && among_words(passage, at) && !isolated(before) => {
                let message = format!("`{text}` is an address among Arabic words");
                hits.push(Hit::warning("AR07", token.range.clone(), message).label("an address").help(APART));
                continue;
            }
            TokenKind::Opaque if is_date(text) && after_arabic(passage, line.start..token.range.start) => {
                (token.range.clone(), "a date in numbers")
            }
            TokenKind::Mark => match hashtag {
                Some(word) => (token.range.start..word.range.end, "a hashtag"),
                None => continue,
            },
            _ => continue,
        };
        if isolated(before) {
            continue;
        }
        let help = if label == "a date in numbers" { "write the month as a word" } else { APART };
        let message = format!("`{}` changes its order in an Arabic line", passage.slice(range.clone()));
        hits.push(Hit::warning("AR07", range, message).label(label).help(help));
    }
}

/// Signs before numbers, and `&` between Arabic words.
fn signs(passage: &Passage, line: &Range<usize>, hits: &mut Vec<Hit>) {
    let first = passage.tokens.partition_point(|token| token.range.start < line.start);
    let here = passage.tokens.iter().enumerate().skip(first);
    for (at, token) in here.take_while(|(_, token)| token.range.end <= line.end) {
        if token.kind != TokenKind::Mark || at == 0 {
            continue;
        }
        let sign = passage.of(token);
        let before = &passage.tokens[at - 1];
        let number = passage.tokens.get(at + 1).filter(|number| number.kind == TokenKind::Number);
        let free = before.range.start >= line.start
            && (before.kind == TokenKind::Space
                || matches!(passage.of(before), "(" | "و" | "بـ" | "لـ" | "الـ"));
        let arabic = |at: Option<usize>| {
            at.map(|at| &passage.tokens[at]).is_some_and(|token| {
                token.kind == TokenKind::Word && passage.of(token).starts_with(crate::lint::script::is_letter)
            })
        };
        let (range, help) = match (sign, number) {
            ("$" | "€" | "£" | "¥", Some(number))
                if free && after_arabic(passage, line.start..token.range.start) =>
            {
                (token.range.start..number.range.end, "write the currency as a word after the number")
            }
            ("<" | ">" | "≤" | "≥" | "±" | "~" | "≈", Some(number))
                if free && arabic(passage.previous(at)) =>
            {
                (token.range.start..number.range.end, "write the sign as a word")
            }
            ("&", _) if arabic(passage.previous(at)) && arabic(passage.next(at)) && free => {
                (token.range.clone(), "write `و`")
            }
            _ => continue,
        };
        let message = format!("`{}` has a sign that Arabic text does not read", passage.slice(range.clone()));
        hits.push(Hit::warning("AR07", range, message).help(help));
    }
}

/// Whether a handle ends its line after a colon, or stands in brackets.
fn introduced(passage: &Passage, at: usize) -> bool {
    let of = |at: Option<usize>| at.map_or("", |at| passage.of(&passage.tokens[at]));
    let (before, after) = (of(passage.previous(at)), of(passage.next(at)));
    before == ":" && after.is_empty() || before == "(" && after == ")"
}

/// A site or an e-mail address: `https://x.org`, `www.x.org`, `a@x.org`.
fn is_address(text: &str) -> bool {
    let mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    mail || text.contains("://") || text.starts_with("www.")
}

/// Whether words go on after an address that nothing but a word led to.
fn among_words(passage: &Passage, at: usize) -> bool {
    let word = |at: Option<usize>| {
        at.map(|at| &passage.tokens[at]).is_some_and(|token| {
            token.kind == TokenKind::Word && passage.of(token).starts_with(crate::lint::script::is_letter)
        })
    };
    word(passage.previous(at)) && word(passage.next(at))
}

fn ends_open(last: char) -> bool {
    !last.is_ascii_alphanumeric()
}

fn is_date(text: &str) -> bool {
    text.len() >= 7 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// Whether the last letter before is Arabic: it turns European digits into Arabic numbers.
fn after_arabic(passage: &Passage, before: Range<usize>) -> bool {
    let last = passage.slice(before).chars().rev().take(300).find(|c| c.is_alphabetic());
    last.is_some_and(|c| !c.is_ascii_alphabetic())
}

/// Whether the character before is a directional mark or opens an isolate.
fn isolated(before: Option<char>) -> bool {
    before.is_some_and(|c| matches!(c, '\u{200e}' | '\u{202a}' | '\u{2066}' | '\u{2068}'))
}

/// Whether a byte lies in a token that no rule looks into.
fn in_opaque(passage: &Passage, byte: usize) -> bool {
    let at = passage.tokens.partition_point(|token| token.range.end <= byte);
    passage.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Opaque | TokenKind::Slot))
}
