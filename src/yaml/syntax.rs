//! A syntax error of the parser -> what a person typed and what to type instead.

use granit_parser::{ErrorKind, ScanError};

use super::context::Context;
use crate::diag::{Finding, Span};

/// Turns the parser's error into a finding.
pub(super) fn translate(error: &ScanError, context: &Context<'_>) -> Finding {
    use ErrorKind as Kind;
    let at = context.floor(error.marker().byte_offset().unwrap_or(0));
    let finding = match error.kind() {
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart => tab(context, at),
        Kind::UnclosedQuotedScalar
        | Kind::InvalidQuotedScalarIndent
        | Kind::DocumentIndicatorInQuotedScalar => open_quote(context, at),
        Kind::UnclosedFlowCollection { .. }
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::InvalidFlowScalarIndent => open_bracket(context, at),
        Kind::MisplacedFlowCollectionEnd => stray_bracket(context, at),
        Kind::MismatchedFlowCollectionEnd { open, close } => {
            let closed = context.text[at..].find(*close).map_or(at, |closed| at + closed);
            Finding::error("YA23", format!("`{open}` is closed by `{close}`"))
                .at(context.one(closed), "closed here")
                .at(context.one(at), "opened here")
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            after_quote(context, at)
        }
        Kind::MappingValueNotAllowed
        | Kind::InvalidColonPlacement
        | Kind::InvalidMappingValueWhitespace
        | Kind::FlowMappingValueAdjacentCollection => colon(context, at),
        Kind::ExpectedFlowMappingSeparator | Kind::ExpectedFlowSequenceSeparator => {
            if context.char_at(at) == Some('{') || context.bracket_before(at) == Some('}') {
                placeholder(context, at)
            } else if context.breaks(context.open.last().copied().unwrap_or(at), at) {
                open_bracket(context, at)
            } else if context.char_at(at) == Some(':') {
                colon(context, at)
            } else {
                Finding::error("YA23", "two entries are not parted by a comma")
                    .at(context.one(at), "a comma is missing before this")
                    .help("write `,` between the entries")
            }
        }
        Kind::ExpectedBlockMappingKey | Kind::ExpectedBlockSequenceEntry
            if context.bracket_before(at).is_some() =>
        {
            after_bracket(context, at)
        }
        Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::InvalidIndentation
        | Kind::InvalidBlockScalarIndent
        | Kind::MappingKeyNotAllowed
        | Kind::CommentInterceptedScalar => indentation(context, at),
        Kind::BlockSequenceEntryNotAllowed | Kind::BlockEntryInFlowCollection => {
            Finding::error("YA24", "a list with `-` cannot begin here")
                .at(context.one(at), "list entry")
                .help("begin the list on the next line, or put the text in quotes if it is no list")
        }
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => no_key(context, at),
        Kind::UnexpectedCharacter { character } => reserved(context, at, *character),
        Kind::PlainScalarStartsWithDashFlowIndicator => reserved(context, at, '-'),
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidUnicodeEscape => escape(context, at),
        Kind::DirectiveDisallowed
        | Kind::MissingDocumentEndBeforeDirective
        | Kind::DuplicateVersionDirective
        | Kind::DuplicateTagDirective => {
            Finding::error("YA09", "a line beginning with `%` is a YAML directive")
                .at(context.line_rest(at), "directive")
                .help("remove the line")
        }
        Kind::RecursionLimitExceeded => {
            let depth = context.limits.depth;
            Finding::error("YA12", format!("more than {depth} lists and maps inside each other"))
                .at(context.one(at), "too deep")
        }
        Kind::UndeclaredTagHandle
        | Kind::InvalidTagTerminator
        | Kind::MissingTagUri
        | Kind::UnclosedVerbatimTag
        | Kind::InvalidTagEscape
        | Kind::ExpectedTagBang => Finding::error("YA08", "a text beginning with `!` is a YAML tag")
            .at(context.line_rest(at), "tag")
            .help("put the text in quotes"),
        Kind::MissingAnchorOrAliasName => reserved(context, at, context.char_at(at).unwrap_or('*')),
        Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent => {
            Finding::error("YA29", "after `|` or `>` the text begins on the next line")
                .at(context.line_rest(at), "not expected here")
                .help("move the text to the next line, indented; or put it in quotes")
        }
        other => Finding::error("YA29", format!("the file is not YAML: {other}")).at(context.one(at), ""),
    };
    typographic(context, at, finding)
}

fn tab(context: &Context<'_>, at: usize) -> Finding {
    let line = context.line_start(at);
    let found = context.text[line..].find('\t').map(|tab| line + tab);
    let at = found.or_else(|| context.text[..line].rfind('\t')).unwrap_or(at);
    Finding::error("YA20", "a tab in the indentation")
        .at(context.one(at), "tab")
        .help("indent with spaces, two for each level")
}

fn open_quote(context: &Context<'_>, at: usize) -> Finding {
    let finding = Finding::error("YA22", "a quote is not closed");
    match context.quote_after(context.last.1, at) {
        Some((start, mark)) => finding
            .at(context.line_rest(start), "the quote begins here")
            .at(context.line_rest(at), "and is still open here")
            .help(format!("close it with `{mark}` at the end of the text")),
        None => finding.at(context.line_rest(at), "the quote is still open here"),
    }
}

fn open_bracket(context: &Context<'_>, at: usize) -> Finding {
    let Some(open) =
        context.open.last().copied().or_else(|| context.text[at..].starts_with(['[', '{']).then_some(at))
    else {
        return Finding::error("YA23", "a bracket is not closed").at(context.one(at), "");
    };
    let (mark, close) = if context.text[open..].starts_with('[') { ('[', ']') } else { ('{', '}') };
    let finding =
        Finding::error("YA23", format!("`{mark}` is not closed")).at(context.one(open), "opened here");
    let finding = match at > open && at < context.text.len() {
        true => finding.at(context.one(at), "and still open here"),
        false => finding,
    };
    finding.help(format!("close it with `{close}`, or put the text in quotes if it begins with `{mark}`"))
}

/// `{x} freed` and `[x] y`: a text that begins like a map or a list.
fn after_bracket(context: &Context<'_>, at: usize) -> Finding {
    let line = context.line_start(at);
    let before = &context.text[line..at];
    let begin = before.find([':', '-']).map_or(0, |sign| sign + 1);
    let Some(open) = before[begin..].find(['{', '[']).map(|open| line + begin + open) else {
        return placeholder(context, at);
    };
    let mark = context.char_at(open).unwrap_or('{');
    let whole = context.line_rest(open);
    Finding::error("YA32", format!("a text that begins with `{mark}` needs quotes"))
        .at(whole, "not in quotes")
        .help(format!("put the text in quotes: `{}`", quoted(context.span_text(whole))))
}

/// `[x {y}]` and `{ar: x {y}}`.
fn placeholder(context: &Context<'_>, at: usize) -> Finding {
    Finding::error("YA32", "inside `[]` and `{}`, a text with a placeholder needs quotes")
        .at(context.one(at), "YAML takes this for something else")
        .help("put the whole text in quotes, or write it on a line of its own")
}

fn stray_bracket(context: &Context<'_>, at: usize) -> Finding {
    let mark = context.char_at(at).unwrap_or(']');
    Finding::error("YA23", format!("`{mark}` closes nothing"))
        .at(context.one(at), "nothing is open here")
        .help("remove it, or put the text in quotes")
}

fn after_quote(context: &Context<'_>, at: usize) -> Finding {
    let rest = context.line_rest(at);
    let finding = Finding::error("YA25", "text after the closing quote").at(rest, "after the quote");
    let finding = match context.quote_after(context.last.1, at) {
        Some((start, _)) if context.breaks(start, at) => {
            finding.at(context.line_rest(start), "the quote begins here")
        }
        _ => finding,
    };
    match context.char_at(at) {
        Some('،' | '؛') => finding,
        _ if matches!(context.quote_after(context.last.1, at), Some((_, '\''))) => finding.help(
            "put the whole text in one pair of quotes; inside single quotes write `''` for an apostrophe",
        ),
        _ => finding.help(
            "put the whole text in one pair of quotes; inside double quotes write a double quote as `\\\"`, \
             or use «»",
        ),
    }
}

fn colon(context: &Context<'_>, at: usize) -> Finding {
    let (start, _) = context.last;
    if let Some(open) = context.open.last()
        && context.breaks(*open, at)
    {
        return open_bracket(context, at);
    }
    if context.bracket_before(at).is_some() {
        return after_bracket(context, at);
    }
    if context.breaks(start, at) {
        let line = context.indented_line(at);
        let above = context.indented_line(start);
        if above.start as usize == start && context.span_text(above).contains(':') {
            return no_key(context, start);
        }
        return Finding::error("YA24", "a key under a text")
            .at(line, "this line continues the text above")
            .at(context.line_rest(start), "the text above")
            .help("indent the line like the key that it belongs beside, or put the text above in quotes");
    }
    let finding = Finding::error("YA21", "a second `: ` on this line")
        .at(context.one(at), "YAML takes this colon for a key");
    let line = context.line_start(at);
    let value = context.span_text(context.line_rest(start));
    match (context.text.get(line..start), context.open.is_empty()) {
        (Some(key), true) if !value.is_empty() && key.contains(':') => {
            finding.help(format!("put the text in quotes: `{}{}`", key.trim_start(), quoted(value)))
        }
        _ => finding.help("put the text in quotes"),
    }
}

fn indentation(context: &Context<'_>, at: usize) -> Finding {
    if context.char_at(at) == Some('\t') {
        return tab(context, at);
    }
    let finding = Finding::error("YA24", "this line is indented unlike the lines that it belongs to")
        .at(context.line_rest(at), "starts in a column of its own");
    finding.help("begin it in the same column as its neighbours; a list entry begins with `- `")
}

fn no_key(context: &Context<'_>, at: usize) -> Finding {
    let start = context.line_start(at) + context.indent(at);
    let line = context.text[context.line_start(at)..].lines().next().unwrap_or("");
    if let Some(open) = context.open.last()
        && context.breaks(*open, at)
    {
        return open_bracket(context, at);
    }
    let finding = Finding::error("YA27", "this line is neither a key nor an entry of a list")
        .at(context.line_rest(start.max(context.line_start(at))), "a `: ` is missing");
    match line.find(':') {
        Some(_) => finding.help("write a space after the `:`"),
        None => {
            finding.help("write `key: value`, or `- value` for an entry; indent a line that continues a text")
        }
    }
}

fn reserved(context: &Context<'_>, at: usize, character: char) -> Finding {
    if character == '\t' {
        return tab(context, at);
    }
    let shown = match character {
        '`' => "a backtick".to_owned(),
        c if c.is_control() => format!("the control character U+{:04X}", c as u32),
        c => format!("`{c}`"),
    };
    let finding = Finding::error("YA26", format!("a text cannot begin with {shown}"));
    let rest = context.line_rest(at);
    let value = context.span_text(rest);
    let finding = finding.at(rest, "reserved by YAML");
    match value.is_empty() || !context.open.is_empty() {
        true => finding.help("put the text in quotes"),
        false => finding.help(format!("put the text in quotes: `{}`", quoted(value))),
    }
}

fn escape(context: &Context<'_>, at: usize) -> Finding {
    let known = |c: char| "0abt\tnvfre \"/\\N_LPxuU\n\r".contains(c);
    let body = &context.text[at..];
    let mut chars = body.char_indices();
    let mut span = context.line_rest(at);
    while let Some((index, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        match chars.next() {
            Some((_, next)) if known(next) && !matches!(next, 'x' | 'u' | 'U') => {}
            Some((next_index, next)) => {
                span = Span::new(context.file, at + index, at + next_index + next.len_utf8());
                break;
            }
            None => break,
        }
    }
    Finding::error("YA28", "an unknown escape in a double-quoted text")
        .at(span, "not an escape")
        .help("write `\\\\` for a backslash, or use single quotes, in which nothing is escaped")
}

/// Marks that look like YAML's own and are not: said once where they stand on the faulty line.
fn typographic(context: &Context<'_>, at: usize, finding: Finding) -> Finding {
    let start = context.line_start(at);
    let line = context.text[start..].lines().next().unwrap_or("");
    let separator = !matches!(finding.code, "YA21" | "YA32") && line.contains(['،', '؛']);
    let finding = match separator {
        true => finding.help("write `,` where YAML parts entries: `،` and `؛` are text"),
        false => finding,
    };
    let finding = match line.contains(['“', '”', '„']) {
        true => finding.help("write `\"` where YAML quotes: `“` and `”` are text"),
        false => finding,
    };
    match line.contains('\u{a0}') {
        true => finding.help("write an ordinary space: this line has a no-break space (U+00A0)"),
        false => finding,
    }
}

/// A text in quotes of the kind that needs no escapes in it.
fn quoted(text: &str) -> String {
    let plain = !text.contains(['"', '\\']);
    if plain { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "''")) }
}
