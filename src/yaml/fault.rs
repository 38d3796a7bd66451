//! What a type says of a value that it cannot take, with the value's place, as a finding.

use std::fmt;

use ecow::EcoVec;
use serde::de::{self, Expected, Unexpected};

use super::node::{Data, Node};
use super::path::Step;
use crate::diag::{Finding, Span, codes, nearest};

/// A complaint; boxed, since every `Result` of a deserialization carries it.
#[derive(Debug)]
pub(super) struct Fault(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    place: Option<Located>,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Kind {
    /// The wrong type.
    Wrong { expected: String, found: String, help: Option<String> },
    /// A key that the type does not have.
    UnknownKey { key: String, known: &'static [&'static str] },
    /// A key that the type needs.
    MissingKey(&'static str),
    /// A word that is not among the words of an enum.
    UnknownWord { word: String, known: &'static [&'static str] },
    /// Anything a type says in its own words.
    Refused(String),
    /// A consequence of something reported before, with the key that it leaves missing.
    Consequence(Option<&'static str>),
}

/// The place of the value at fault.
#[derive(Debug)]
pub(super) struct Located {
    /// Index at each level, from the root.
    pub address: Vec<usize>,
    pub path: String,
    pub span: Span,
    pub overrides: EcoVec<Span>,
}

impl Fault {
    pub fn wrong(expected: impl Into<String>, node: &Node) -> Self {
        let expected = expected.into();
        let help = advice(&expected, node);
        Self::new(Kind::Wrong { expected, found: found(node), help })
    }

    pub fn new(kind: Kind) -> Self {
        Self(Box::new(Inner { kind, place: None }))
    }

    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Whether the place is known.
    pub fn is_located(&self) -> bool {
        self.0.place.is_some()
    }

    /// Sets the place unless a deeper one is known.
    pub fn or_at(mut self, place: impl FnOnce() -> Located) -> Self {
        if self.0.place.is_none() {
            self.0.place = Some(place());
        }
        self
    }

    /// Marks this as a consequence of something reported before.
    pub fn silenced(mut self) -> Self {
        self.0.kind = Kind::Consequence(self.missing());
        self
    }

    fn missing(&self) -> Option<&'static str> {
        match &self.0.kind {
            Kind::MissingKey(key) => Some(key),
            Kind::Consequence(missing) => *missing,
            _ => None,
        }
    }

    /// What it comes down to.
    pub fn told(self) -> Told {
        let missing = self.missing();
        let Inner { kind, place } = *self.0;
        match place {
            Some(place) => {
                let finding = finding(kind, &place);
                Told { address: place.address, path: place.path, missing, finding }
            }
            None => Told { address: Vec::new(), path: String::new(), missing, finding: None },
        }
    }
}

/// A complaint, told.
pub(super) struct Told {
    /// The value: index at each level, from the root.
    pub address: Vec<usize>,
    /// The value as a written path.
    pub path: String,
    /// The key that the value lacks, if that is the complaint.
    pub missing: Option<&'static str>,
    /// The finding, unless it follows from an earlier one.
    pub finding: Option<Finding>,
}

fn finding(kind: Kind, place: &Located) -> Option<Finding> {
    let Located { path, span, overrides, .. } = place;
    let mut path = path.clone();
    let (finding, label) = match kind {
        Kind::Consequence(_) => return None,
        Kind::Wrong { expected, found, help } => {
            let finding = Finding::error("TY01", format!("expected {expected}, found {found}"));
            (helped(finding, help), format!("must be {expected}"))
        }
        Kind::UnknownKey { key, known } => {
            let finding = Finding::error("TY02", format!("unknown key `{key}`"));
            let help = match nearest(&key, known) {
                Some(near) => Some(format!("did you mean `{near}`?")),
                None if known.is_empty() => Some("remove it: no keys are known here".to_owned()),
                None => Some(format!("write one of the keys known here: {}", listed(known))),
            };
            (helped(finding, help), "not a key here".to_owned())
        }
        Kind::MissingKey(key) => {
            Step::Key(key).write(&mut path);
            (Finding::error("TY03", format!("`{key}` is missing")), format!("has no `{key}`"))
        }
        Kind::UnknownWord { word, known } => {
            let finding = Finding::error("TY04", format!("`{}` is not one of {}", cut(&word), listed(known)));
            let help = nearest(&word, known).map(|near| format!("did you mean `{near}`?"));
            (helped(finding, help), "unknown word".to_owned())
        }
        Kind::Refused(message) => {
            let (code, message) = coded(&message);
            let (message, help) = parted(message);
            (helped(Finding::error(code, message), help), "not accepted".to_owned())
        }
    };
    let finding = finding.at(*span, label).path(path);
    let overridden = |finding: Finding, span: &Span| finding.at(*span, "overrides the value given here");
    Some(overrides.iter().fold(finding, overridden))
}

fn helped(finding: Finding, help: Option<String>) -> Finding {
    match help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// The code that a type names in front of its message: `[DA09] ...`; TY05 if it names none.
fn coded(message: &str) -> (&'static str, &str) {
    let named = message.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    let known = named.and_then(|(code, rest)| {
        let (code, _) = codes::ALL.iter().find(|(known, _)| *known == code)?;
        Some((*code, rest))
    });
    known.unwrap_or(("TY05", message))
}

/// Splits a type's message before its first instruction: `...; write ...`.
fn parted(message: &str) -> (&str, Option<String>) {
    let mut instructions =
        message.match_indices("; ").filter(|(at, _)| message[at + 2..].starts_with("write "));
    match instructions.next() {
        Some((at, _)) => (&message[..at], Some(message[at + 2..].to_owned())),
        None => (message, None),
    }
}

/// Words in backticks, the first twelve of them.
fn listed(words: &[&str]) -> String {
    let shown: Vec<String> = words.iter().take(12).map(|word| format!("`{word}`")).collect();
    let rest = if words.len() > shown.len() { ", …" } else { "" };
    format!("{}{rest}", shown.join(", "))
}

/// A value in a few words.
pub(super) fn found(node: &Node) -> String {
    match &node.data {
        _ if node.is_null() => "nothing".to_owned(),
        Data::Scalar(text, _) if text.is_empty() => "an empty text".to_owned(),
        Data::Scalar(text, _) => format!("`{}`", cut(text)),
        Data::Seq(_) => "a list".to_owned(),
        Data::Map(_) => "a map".to_owned(),
    }
}

/// The first forty characters of the first line.
fn cut(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let head: String = line.chars().take(40).collect();
    if head.len() < text.trim_end().len() { head + "…" } else { head }
}

/// What to write instead, where the slip is a common one.
fn advice(expected: &str, node: &Node) -> Option<String> {
    let text = node.as_text().filter(|_| !node.is_null());
    match (expected, text) {
        ("a list", Some(text)) if text.len() <= 40 && !text.contains([',', '\n']) => {
            Some(format!("write `[{text}]` for a list of one"))
        }
        ("a list", _) => Some("write each entry on its own line, after `- `".to_owned()),
        ("a map", _) => Some("write `key: value` lines below, indented".to_owned()),
        ("text", None) if node.is_null() => Some("write a text, or remove the key".to_owned()),
        ("`true` or `false`", _) => Some("write `true` or `false`".to_owned()),
        _ => None,
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.kind)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Kind::Refused(message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(text) => format!("`{}`", cut(text)),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map => "a map".to_owned(),
            Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
            other => other.to_string(),
        };
        Self::new(Kind::Wrong { expected: expected.to_string(), found, help: None })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let found = format!("{length} entries");
        Self::new(Kind::Wrong { expected: expected.to_string(), found, help: None })
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Kind::UnknownWord { word: word.to_owned(), known })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Kind::UnknownKey { key: key.to_owned(), known })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Kind::MissingKey(key))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(Kind::Refused(format!("`{key}` is given twice, once under another name")))
    }
}
