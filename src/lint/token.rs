//! A text cut into words, numbers, marks, spaces and what no rule may look into.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters of one script with their marks, tatweel and joiners; an apostrophe inside a Latin word.
    Word,
    /// Digits with the marks between them: `1,000`, `٧٫٧`, `18:00`, `20/11/2017`, `3ر3`.
    Number,
    /// Spaces of any kind inside a line.
    Space,
    /// The end of a line.
    LineEnd,
    /// One other character, or an escaped brace.
    Mark,
    /// A placeholder `{..}`: stands for a number, a date or a name.
    Slot,
    /// A URL, an e-mail address, a handle, a domain, an ISO date, code in backticks, an identifier of Latin
    /// letters and digits (`IQ-G08`, `S/2019/103`, `TLP:CLEAR`).
    Opaque,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes.
    pub range: Range<usize>,
}

/// Cuts a text. The tokens follow each other without gaps.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let (kind, length) = token(rest, first);
        tokens.push(Token { kind, range: start..start + length });
        start += length;
    }
    tokens
}

/// The token at the start of a text that is not empty.
fn token(rest: &str, first: char) -> (TokenKind, usize) {
    match first {
        '\n' => (TokenKind::LineEnd, 1),
        '\r' => (TokenKind::LineEnd, if rest.starts_with("\r\n") { 2 } else { 1 }),
        '{' | '}' if rest[1..].starts_with(first) => (TokenKind::Mark, 2),
        '{' if let Some(length) = slot(rest) => (TokenKind::Slot, length),
        '`' if let Some(length) = code(rest) => (TokenKind::Opaque, length),
        '@' if let length = run(&rest[1..], |c| c.is_ascii_alphanumeric() || c == '_')
            && length > 1 =>
        {
            (TokenKind::Opaque, 1 + length)
        }
        _ if first.is_whitespace() => (
            TokenKind::Space,
            run(rest, |c| c.is_whitespace() && c != '\n' && c != '\r').max(first.len_utf8()),
        ),
        _ if first.is_ascii_alphanumeric()
            && let Some(length) = opaque(rest) =>
        {
            (TokenKind::Opaque, length)
        }
        _ if is_digit(first) => (TokenKind::Number, number(rest)),
        _ if is_word(first) => (TokenKind::Word, word(rest, first)),
        _ => (TokenKind::Mark, first.len_utf8()),
    }
}

/// The bytes at the start that hold.
fn run(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// `{..}` on one line, without a brace inside.
fn slot(rest: &str) -> Option<usize> {
    let length = rest[1..].find(['{', '}', '\n'])? + 1;
    (length > 1 && rest[length..].starts_with('}')).then_some(length + 1)
}

/// Code in backticks, on one line.
fn code(rest: &str) -> Option<usize> {
    let length = rest[1..].find(['`', '\n'])? + 1;
    (length > 1 && rest[length..].starts_with('`')).then_some(length + 1)
}

/// A run of ASCII letters and digits joined by marks that is an address, an identifier or an ISO date.
fn opaque(rest: &str) -> Option<usize> {
    let scheme = run(rest, |c| c.is_ascii_lowercase());
    if scheme > 0 && rest[scheme..].starts_with("://") {
        let whole = run(rest, |c| !c.is_whitespace() && !"<>\"«»“”،؛؟{}[]`".contains(c));
        return Some(rest[..whole].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len());
    }
    let mut length = 0;
    let mut joined = 0;
    for (at, c) in rest.char_indices() {
        if c.is_ascii_alphanumeric() {
            length = at + 1;
        } else if !"-_./:@+%~#?&=".contains(c) || at > length {
            break;
        } else if at == length {
            joined += usize::from(rest[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric()));
        }
    }
    let run = &rest[..length];
    let letters = run.bytes().any(|b| b.is_ascii_alphabetic());
    let digits = run.bytes().any(|b| b.is_ascii_digit());
    let marked = joined > 0 && run.contains(['_', '.', ':', '@', '/']);
    let identifier = letters && (digits || marked);
    (identifier || is_iso_date(run)).then_some(length)
}

/// `2031-06` and `2031-06-30`.
fn is_iso_date(run: &str) -> bool {
    let parts: Vec<&str> = run.split('-').collect();
    let sized = parts.iter().map(|part| part.len()).eq([4, 2, 2].into_iter().take(parts.len()));
    (2..=3).contains(&parts.len())
        && sized
        && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

/// Digits, and marks between digits.
fn number(rest: &str) -> usize {
    let mut length = 0;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        let follows = || rest[at + c.len_utf8()..].chars().next().is_some_and(is_digit);
        if is_digit(c) {
            length = at + c.len_utf8();
        } else if !(is_digit(before) && ".,:/٫٬،ر".contains(c) && follows()) {
            break;
        }
        before = c;
    }
    length
}

/// Letters of one script and what belongs to them.
fn word(rest: &str, first: char) -> usize {
    let latin = is_latin(first);
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        let after = || rest[at + c.len_utf8()..].chars().next();
        let apostrophe = latin && matches!(c, '\'' | '’') && after().is_some_and(char::is_alphabetic);
        let goes_on = is_word(c) && (is_latin(c) == latin || !c.is_alphabetic());
        if !(goes_on || at > 0 && apostrophe) {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Digits of the three systems that these languages use.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Letters, combining marks, tatweel, zero-width joiners.
fn is_word(c: char) -> bool {
    c.is_alphabetic()
        || unicode_normalization::char::is_combining_mark(c)
        || matches!(c, '\u{640}' | '\u{200c}' | '\u{200d}')
}

/// Letters of the Latin script, roughly: those of Europe.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let kind = |token: &Token| match token.kind {
            TokenKind::Word => "w",
            TokenKind::Number => "n",
            TokenKind::Slot => "s",
            TokenKind::Opaque => "o",
            TokenKind::Space | TokenKind::LineEnd | TokenKind::Mark => "",
        };
        tokens(text).iter().map(|token| format!("{}{}", kind(token), &text[token.range.clone()])).collect()
    }

    #[test]
    fn a_text_is_cut_into_what_rules_speak_of() {
        assert_eq!(cut("قُتل 26 مليونًا."), "wقُتل n26 wمليونًا.");
        assert_eq!(cut("3ر3 و٧٫٧ و1,000.5 في 18:00"), "n3ر3 wوn٧٫٧ wوn1,000.5 wفي n18:00");
        assert_eq!(cut("10-20"), "n10-n20");
        assert_eq!(cut("{a:gen}، {{x}}\n"), "s{a:gen}، {{wx}}\n");
        assert_eq!(cut("ل{place}"), "wلs{place}");
        assert_eq!(cut("l'État don't"), "wl'État wdon't");
        assert_eq!(cut("الـISIS"), "wالـwISIS");
        assert_eq!(cut("10،20"), "n10،20");
        let ends = |text: &str| tokens(text).iter().filter(|it| it.kind == TokenKind::LineEnd).count();
        assert_eq!(ends("a\r\nb\nc\rd\r\r"), 5);
        assert_eq!(cut("2019، 2020"), "n2019، n2020");
    }

    #[test]
    fn addresses_and_identifiers_are_whole() {
        assert_eq!(cut("(https://x.org/a?b=1)."), "(ohttps://x.org/a?b=1).");
        assert_eq!(cut("a.b@example.org، @mod_iq"), "oa.b@example.org، o@mod_iq");
        assert_eq!(
            cut("S/2019/103 IQ-G08 TLP:CLEAR 2031-06-30"),
            "oS/2019/103 oIQ-G08 oTLP:CLEAR o2031-06-30"
        );
        assert_eq!(cut("`mujaz check` well-known"), "o`mujaz check` wwell-wknown");
        assert_eq!(cut("example.org."), "oexample.org.");
        assert_eq!(cut("[https://a.org](https://a.org)"), "[ohttps://a.org](ohttps://a.org)");
    }

    #[test]
    fn tokens_have_no_gaps() {
        for text in ["", "a\r\nb\rc", "\u{202b}نص\u{202c}", "{", "``", "@", "ab://", "٣ر", "ـــ"] {
            let ends: Vec<_> = tokens(text).into_iter().map(|token| token.range).collect();
            let mut at = 0;
            for range in ends {
                assert!(range.start == at && range.end > at, "{text:?} {range:?}");
                at = range.end;
            }
            assert_eq!(at, text.len());
        }
    }
}
