//! YAML text -> its layout, by the events of the parser; for texts that `read` accepts.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, StrInput, StructureStyle};

use super::gap;
use super::layout::{Form, Item, Kind, Layout, Pair, Piece};
use crate::yaml::hidden;

impl Layout {
    /// Follows the events of the parser; `None` where they end in an error.
    pub fn of(text: &str) -> Option<Self> {
        let mut options = Options::default();
        options.emit_unresolved_aliases = true;
        options.set_emit_comments(false);
        let mut builder = Builder {
            text,
            events: Parser::new_from_str_with_options(text, options),
            covered: Vec::new(),
            last: 0,
        };
        let root = loop {
            let (event, range) = builder.next()?;
            match event {
                Event::StreamStart => {}
                // Without `---` a document has its place at its first value.
                Event::DocumentStart(typed, _) => builder.last = if typed { range.end } else { 0 },
                Event::StreamEnd | Event::DocumentEnd => break None,
                event => break Some(builder.piece(event, range)?),
            }
        };
        Some(Self { root, covered: builder.covered })
    }
}

struct Builder<'a> {
    text: &'a str,
    events: Parser<'a, StrInput<'a>>,
    covered: Vec<Range<usize>>,
    /// The end of what was read last.
    last: usize,
}

impl<'a> Builder<'a> {
    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, span) = self.events.next()?.ok()?;
        Some((event, span.byte_range()?))
    }

    fn piece(&mut self, event: Event<'a>, range: Range<usize>) -> Option<Piece> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let bound = anchor != 0 || tag.is_some();
                // The parser writes `~` for a value left empty.
                let text = if range.is_empty() && style == ScalarStyle::Plain { "" } else { &text };
                let form = match style {
                    ScalarStyle::Plain => Form::Plain,
                    ScalarStyle::SingleQuoted => Form::Single,
                    ScalarStyle::DoubleQuoted => Form::Double,
                    ScalarStyle::Literal | ScalarStyle::Folded => return self.block(text, range, bound),
                };
                self.cover(range.clone());
                Some(Piece { range, kind: Kind::Scalar { text: text.to_owned(), form }, bound })
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.seq(style == StructureStyle::Flow, range, anchor != 0 || tag.is_some())
            }
            Event::MappingStart(style, anchor, tag) => {
                self.map(style == StructureStyle::Flow, range, anchor != 0 || tag.is_some())
            }
            Event::Alias(_) => {
                self.cover(range.clone());
                let kind = Kind::Scalar { text: String::new(), form: Form::Plain };
                Some(Piece { range, kind, bound: true })
            }
            _ => None,
        }
    }

    /// The parser's range of a block begins with the text itself and may end in the next line's indentation.
    fn block(&mut self, text: &str, range: Range<usize>, bound: bool) -> Option<Piece> {
        let mut at = gap::skip(self.text, self.last);
        while !matches!(self.text.as_bytes().get(at)?, b'|' | b'>') {
            at = gap::skip(self.text, at + 1);
        }
        let marks = self.text[at..].find(|c: char| c.is_whitespace()).unwrap_or(self.text.len() - at);
        let head = at..at + marks;
        let below = gap::line_end(self.text, head.end);
        let end = match self.text[range.clone()].trim_end_matches([' ', '\t', '\n', '\r']) {
            "" => below,
            typed => gap::line_end(self.text, range.start + typed.len()),
        };
        let form = Form::Block {
            column: gap::column(self.text, range.start.min(end)),
            literal: self.text[head.clone()].starts_with('|'),
            keeps: self.text[head.clone()].contains('+'),
            head: head.clone(),
        };
        self.cover(head.clone());
        self.cover(below..end);
        Some(Piece { range: head.start..end, kind: Kind::Scalar { text: text.to_owned(), form }, bound })
    }

    fn seq(&mut self, flow: bool, start: Range<usize>, bound: bool) -> Option<Piece> {
        let mut items = Vec::new();
        // A list that is not indented has its place behind its first dash, and any other before it.
        let first = if flow { None } else { self.mark(b'-') };
        let start = first.map_or(start.start, |dash| dash - 1)..start.end;
        self.last = self.last.max(if flow { start.end } else { start.start });
        loop {
            let dash = if flow { None } else { self.mark(b'-') };
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let end = if flow { range.end } else { self.last };
                self.last = self.last.max(end);
                return Some(Piece { range: start.start..end, kind: Kind::Seq { items, flow }, bound });
            }
            self.last = dash.unwrap_or(self.last);
            let value = self.piece(event, range)?.behind(dash);
            items.push(Item { dash, value });
        }
    }

    fn map(&mut self, flow: bool, start: Range<usize>, bound: bool) -> Option<Piece> {
        let mut pairs = Vec::new();
        self.last = self.last.max(start.end);
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let end = if flow { range.end } else { self.last };
                self.last = self.last.max(end);
                return Some(Piece { range: start.start..end, kind: Kind::Map { pairs, flow }, bound });
            }
            let key = self.piece(event, range)?;
            let colon = self.mark(b':');
            self.last = colon.unwrap_or(self.last);
            let (event, range) = self.next()?;
            let value = self.piece(event, range)?.behind(colon);
            let Kind::Scalar { text, .. } = key.kind else {
                return None;
            };
            let text = hidden::composed(&text).into_owned();
            pairs.push(Pair { key: text, place: key.range, colon, value });
        }
    }

    /// Behind a mark, if it is the next thing in the text.
    fn mark(&self, mark: u8) -> Option<usize> {
        let at = gap::skip(self.text, self.last);
        (self.text.as_bytes().get(at) == Some(&mark)).then_some(at + 1)
    }

    fn cover(&mut self, range: Range<usize>) {
        self.last = self.last.max(range.end);
        if !range.is_empty() {
            self.covered.push(range);
        }
    }
}
