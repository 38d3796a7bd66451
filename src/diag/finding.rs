//! One finding: code, severity, message, places, help; and the order in which findings are shown.

use std::collections::BTreeSet;

use super::{Sources, Span};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be built from this.
    Error,
    /// Can be built, but a person should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A range of text with the part it plays in the finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Where.
    pub span: Span,
    /// What is there, in a few words; may be empty.
    pub label: String,
}

/// A change of text that settles the finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fix {
    /// The text to replace.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// Something wrong or doubtful, as a value.
///
/// The message starts in lower case, names things in backticks and has no full stop; each help line
/// is an instruction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// A stable code of [`codes::ALL`](super::codes::ALL).
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The value in the merged data, such as `figures[liberated].value`; empty where none is meant.
    pub path: String,
    /// The place at fault first, then those that explain it.
    pub places: Vec<Place>,
    /// What to do.
    pub help: Vec<String>,
    /// A safe correction, where there is one.
    pub fix: Option<Fix>,
}

impl Finding {
    /// An error without places.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning without places.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A finding without places.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        let (path, places, help) = (String::new(), Vec::new(), Vec::new());
        Self { code, severity, message, path, places, help, fix: None }
    }

    /// Adds a place.
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.places.push(Place { span, label: label.into() });
        self
    }

    /// Names the value in the data.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Adds a line of help.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds the safe correction.
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into() });
        self
    }

    /// Whether this is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Orders findings by file name, position and code, and drops repetitions (a shared file is read once
/// for every edition). Findings without a place come first; what is only still to be done (NE01 to NE05) comes last,
/// in the order in which it is done.
pub fn sort(findings: &mut Vec<Finding>, sources: &Sources) {
    findings.sort_by(|a, b| key(a, sources).cmp(&key(b, sources)));
    findings.dedup();
}

type Key<'a> = (&'static str, Option<(&'a str, u32, u32)>, &'static str, &'a str, &'a str);

fn key<'a>(finding: &'a Finding, sources: &'a Sources) -> Key<'a> {
    let place = finding.places.first().map(|place| place.span);
    let place = place.map(|span| (sources.name(span.file), span.start, span.end));
    let turn = if finding.code.starts_with("NE") { finding.code } else { "" };
    (turn, place, finding.code, &finding.message, &finding.path)
}

/// How many findings were told, and in how many files: those of the first places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    files: BTreeSet<String>,
}

impl Tally {
    /// The count of these findings.
    pub fn of(findings: &[Finding], sources: &Sources) -> Self {
        let mut tally = Self::default();
        tally.add(findings, sources);
        tally
    }

    /// Counts these as well.
    pub fn add(&mut self, findings: &[Finding], sources: &Sources) {
        let errors = findings.iter().filter(|finding| finding.is_error()).count();
        self.errors += errors;
        self.warnings += findings.len() - errors;
        let places = findings.iter().filter_map(|finding| finding.places.first());
        self.files.extend(places.map(|place| sources.name(place.span.file).to_owned()));
    }

    /// How many files.
    pub(super) fn files(&self) -> usize {
        self.files.len()
    }

    /// Whether there were none.
    pub fn is_empty(&self) -> bool {
        self.errors + self.warnings == 0
    }

    /// `2 errors, 1 warning in 3 files`; `no findings` for none.
    pub fn summary(&self) -> String {
        let mut counts = Vec::new();
        if self.errors > 0 {
            counts.push(counted(self.errors, "error"));
        }
        if self.warnings > 0 {
            counts.push(counted(self.warnings, "warning"));
        }
        match (self.is_empty(), self.files()) {
            (true, _) => "no findings".to_owned(),
            (false, 0) => counts.join(", "),
            (false, files) => format!("{} in {}", counts.join(", "), counted(files, "file")),
        }
    }
}

/// `1 file`, `2 files`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
