//! Text -> tree: granit's events, under the policies that keep a file plain.
//!
//! One document, no tags, no directives, no `<<`; keys are words and stand once; aliases share what they
//! point at and are counted in full. A fault of policy is noted and reading goes on; a fault of syntax or
//! a limit ends the file.

use std::collections::HashMap;
use std::ops::Range;

use ecow::{EcoString, EcoVec};
use granit_parser::{Event, Options, Parser, ScalarStyle, StructureStyle};

use super::context::Context;
use super::flow;
use super::hidden;
use super::key;
use super::limits::Limits;
use super::node::{Data, Entry, Node, Style};
use super::syntax;
use crate::diag::{FileId, Finding, Sources, Span};

/// Reads a registered file within the default limits. An empty file is an empty plain text.
///
/// # Errors
///
/// All findings of the file, if one of them is an error.
pub fn read(file: FileId, sources: &Sources) -> Result<Node, Vec<Finding>> {
    match parse(file, sources, &Limits::default()) {
        (Some(node), findings) if !findings.iter().any(Finding::is_error) => Ok(node),
        (_, findings) => Err(findings),
    }
}

/// Reads a registered file: the tree, as far as there is one, and every finding.
///
/// The tree of a file with findings leaves out what was refused (the second of two equal keys, say).
pub fn parse(file: FileId, sources: &Sources, limits: &Limits) -> (Option<Node>, Vec<Finding>) {
    let text = sources.text(file);
    if text.len() > limits.bytes {
        let message = format!("the file has {} bytes; at most {} are read", text.len(), limits.bytes);
        return (None, vec![Finding::error("YA12", message).at(Span::new(file, 0, 0), "")]);
    }
    let mut reader = Reader::new(file, text, limits);
    let node = reader.run();
    let mut findings = reader.findings;
    findings.sort_by_key(|finding| finding.places.first().map(|place| place.span));
    if findings.len() > limits.findings {
        let more = findings.len() - limits.findings;
        findings.truncate(limits.findings);
        let message = format!("{more} more findings in this file are not shown");
        let last = findings.last().and_then(|finding| finding.places.first()).map(|place| place.span);
        findings.push(Finding::error("YA12", message).at(last.unwrap_or(Span::new(file, 0, 0)), ""));
    }
    (node, findings)
}

/// An open list or map.
struct Frame {
    start: usize,
    flow: bool,
    anchor: usize,
    weight: usize,
    height: usize,
    body: Body,
}

enum Body {
    Seq(EcoVec<Node>),
    Map { entries: EcoVec<Entry>, seen: HashMap<EcoString, Span>, key: Key },
}

/// Where an open map stands.
enum Key {
    /// The next node is a key.
    Awaited,
    /// The next node is the value of this key.
    Read(EcoString, Span),
    /// The next node is the value of a key that was refused.
    Refused,
}

/// An anchored node, with what an alias to it costs.
struct Anchor {
    id: usize,
    node: Option<Node>,
    weight: usize,
    height: usize,
}

/// Ends the file.
struct Stop;

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    limits: &'a Limits,
    findings: Vec<Finding>,
    frames: Vec<Frame>,
    anchors: Vec<Anchor>,
    root: Option<Node>,
    values: usize,
    /// Bytes of the last node read.
    last: (usize, usize),
}

impl<'a> Reader<'a> {
    fn new(file: FileId, text: &'a str, limits: &'a Limits) -> Self {
        let findings = hidden::scan(text, file);
        let (frames, anchors) = (Vec::new(), Vec::new());
        Self { file, text, limits, findings, frames, anchors, root: None, values: 0, last: (0, 0) }
    }

    fn run(&mut self) -> Option<Node> {
        let mut options = Options::default();
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = self.limits.depth.min(200);
        options.block_nesting_limit = self.limits.depth.min(200);
        options.set_emit_comments(false);
        let mut documents = 0;
        for next in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = match next {
                Ok(next) => next,
                Err(error) => {
                    let open = self.frames.iter().filter(|frame| frame.flow).map(|frame| frame.start);
                    let context = Context {
                        file: self.file,
                        text: self.text,
                        last: self.last,
                        open: open.collect(),
                        limits: self.limits,
                    };
                    let finding = syntax::translate(&error, &context);
                    if finding.code == "YA32" {
                        self.findings
                            .retain(|known| known.code != "YA32" || !beside(known, &finding, self.text));
                    }
                    // A control in the text is reported already, and the parser stumbles over it.
                    let told = |known: &Finding| known.code == "YA04" && beside(known, &finding, self.text);
                    if !self.findings.iter().any(told) {
                        self.findings.push(finding);
                    }
                    return None;
                }
            };
            let range = span.byte_range().unwrap_or(0..0);
            if let Event::DocumentStart(..) = event {
                documents += 1;
                if documents > 1 {
                    self.note("YA07", "a second document starts here", range, "second document", |f| {
                        f.help("write one document a file: remove the line `---`, or make two files")
                    });
                    return self.root.take();
                }
            }
            if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
                let written = self.text.get(tag.clone()).unwrap_or("!");
                let message = format!("the tag `{written}` is not accepted");
                self.note("YA08", &message, tag, "tag", |f| {
                    f.help("remove the tag; to write a text that begins with `!`, put it in quotes")
                });
            }
            if self.event(event, range).is_err() {
                return None;
            }
        }
        Some(self.root.take().unwrap_or_else(|| self.empty()))
    }

    fn empty(&self) -> Node {
        Node::new(self.span(0..0), Data::Scalar(EcoString::new(), Style::Plain))
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Stop> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.last = (range.start, range.end);
                if text.len() > self.limits.value_bytes {
                    let most = self.limits.value_bytes;
                    let message = format!("this value has {} bytes; at most {most} are read", text.len());
                    self.note("YA12", &message, range, "", |f| f);
                    return Err(Stop);
                }
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                // granit writes `~` for a value left empty.
                let text = if range.is_empty() && style == Style::Plain { "" } else { &text };
                let node = Node::new(self.span(range), Data::Scalar(text.into(), style));
                self.place(node, anchor, 1, 0)
            }
            Event::SequenceStart(style, anchor, _) => {
                self.open(style, anchor, range, Body::Seq(EcoVec::new()))
            }
            Event::MappingStart(style, anchor, _) => {
                let body = Body::Map { entries: EcoVec::new(), seen: HashMap::new(), key: Key::Awaited };
                self.open(style, anchor, range, body)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            Event::Alias(id) => self.alias(id, range),
            Event::UnresolvedAlias(name) => {
                let message = format!("there is no anchor `&{name}` above this alias");
                self.note("YA11", &message, range.clone(), "no such anchor", |f| {
                    f.help("put the text in quotes if it is no alias")
                });
                let node = Node::new(self.span(range), Data::Scalar(EcoString::new(), Style::Plain));
                self.place(node, 0, 1, 0)
            }
            _ => Ok(()),
        }
    }

    fn open(
        &mut self,
        style: StructureStyle,
        anchor: usize,
        range: Range<usize>,
        body: Body,
    ) -> Result<(), Stop> {
        if self.frames.len() >= self.limits.depth {
            let message = format!("more than {} lists and maps inside each other", self.limits.depth);
            self.note("YA12", &message, range, "too deep", |f| f);
            return Err(Stop);
        }
        if anchor != 0 {
            self.anchors.push(Anchor { id: anchor, node: None, weight: 0, height: 0 });
        }
        let (start, flow) = (range.start, style == StructureStyle::Flow);
        self.frames.push(Frame { start, flow, anchor, weight: 1, height: 0, body });
        Ok(())
    }

    fn close(&mut self, range: Range<usize>) -> Result<(), Stop> {
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        let data = match frame.body {
            Body::Seq(items) => {
                self.findings.extend(frame.flow.then(|| flow::arabic_comma(&items)).flatten());
                Data::Seq(items)
            }
            Body::Map { entries, .. } => {
                if frame.flow {
                    let span = self.span(frame.start..range.end);
                    self.findings.extend(flow::decimal_commas(&entries));
                    self.findings.extend(flow::placeholder(&entries, span, self.text));
                }
                Data::Map(entries)
            }
        };
        let end = if frame.flow { range.end } else { self.last.1.max(frame.start) };
        self.last.1 = self.last.1.max(end);
        let node = Node::new(self.span(frame.start..end), data);
        self.place(node, frame.anchor, frame.weight, frame.height)
    }

    fn alias(&mut self, id: usize, range: Range<usize>) -> Result<(), Stop> {
        self.last = (range.start, range.end);
        let anchor = self.anchors.iter().rfind(|anchor| anchor.id == id);
        let (node, weight, height) = match anchor {
            Some(Anchor { node: Some(node), weight, height, .. }) => (node.clone(), *weight, *height),
            _ => {
                self.note("YA11", "this alias stands inside its own anchor", range.clone(), "", |f| f);
                let node = Node::new(self.span(range), Data::Scalar(EcoString::new(), Style::Plain));
                return self.place(node, 0, 1, 0);
            }
        };
        if self.values + weight > self.limits.values {
            let message = format!("aliases expand this file to more than {} values", self.limits.values);
            self.note("YA12", &message, range, "one alias too many", |f| f.help("write the values out"));
            return Err(Stop);
        }
        if self.frames.len() + height > self.limits.depth {
            let most = self.limits.depth;
            let message = format!("through aliases, more than {most} lists and maps stand inside each other");
            self.note("YA12", &message, range, "too deep", |f| f);
            return Err(Stop);
        }
        // `values` grows by one when the node is placed.
        self.values += weight - 1;
        self.place(node, 0, weight, height)
    }

    /// Puts a finished node into the open collection.
    fn place(&mut self, node: Node, anchor: usize, weight: usize, height: usize) -> Result<(), Stop> {
        self.values += 1;
        if self.values > self.limits.values {
            let message = format!("the file holds more than {} values", self.limits.values);
            self.findings.push(Finding::error("YA12", message).at(node.span, ""));
            return Err(Stop);
        }
        if anchor != 0 {
            let kept = Some(node.clone());
            match self.anchors.iter_mut().rfind(|known| known.id == anchor) {
                Some(known) => (known.node, known.weight, known.height) = (kept, weight, height),
                None => self.anchors.push(Anchor { id: anchor, node: kept, weight, height }),
            }
        }
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        frame.weight += weight;
        frame.height = frame.height.max(height + 1);
        match &mut frame.body {
            Body::Seq(items) => items.push(node),
            Body::Map { entries, key, .. } => match std::mem::replace(key, Key::Awaited) {
                Key::Awaited => self.key(node),
                Key::Read(key, key_span) => entries.push(Entry { key, key_span, value: node }),
                Key::Refused => {}
            },
        }
        Ok(())
    }

    /// Takes a node as the key of the open map, or refuses it.
    fn key(&mut self, node: Node) {
        let accepted = self.accepted_key(&node);
        let Some(Frame { body: Body::Map { seen, key, .. }, .. }) = self.frames.last_mut() else { return };
        *key = match accepted {
            Some((name, fold)) => {
                seen.insert(fold, node.span);
                Key::Read(name, node.span)
            }
            None => Key::Refused,
        };
    }

    fn accepted_key(&mut self, node: &Node) -> Option<(EcoString, EcoString)> {
        let text = match key::word(node) {
            Ok(text) => text,
            Err(finding) => {
                self.findings.push(*finding);
                return None;
            }
        };
        let fold: EcoString = hidden::folded(text).into();
        if let Some(first) = self.same_key(&fold) {
            self.findings.push(key::repeated(&fold, text, node.span, first, self.text));
            return None;
        }
        self.findings.extend(key::hidden(text, &fold, node.span));
        Some((hidden::composed(text).into(), fold))
    }

    /// The place of an equal key in the open map.
    fn same_key(&self, fold: &EcoString) -> Option<Span> {
        match &self.frames.last()?.body {
            Body::Map { seen, .. } => seen.get(fold).copied(),
            Body::Seq(_) => None,
        }
    }

    fn note(
        &mut self,
        code: &'static str,
        message: &str,
        range: Range<usize>,
        label: &str,
        more: impl FnOnce(Finding) -> Finding,
    ) {
        let finding = Finding::error(code, message).at(self.span(range), label);
        self.findings.push(more(finding));
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }
}

/// Whether two findings stand on one line.
fn beside(one: &Finding, other: &Finding, text: &str) -> bool {
    let start = |finding: &Finding| finding.places.first().map(|place| place.span.start as usize);
    let (Some(a), Some(b)) = (start(one), start(other)) else { return false };
    text.get(a.min(b)..a.max(b)).is_some_and(|between| !between.contains(['\n', '\r']))
}
