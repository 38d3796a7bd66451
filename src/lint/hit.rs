//! What a rule found: a code, a range of the text, and what to do.

use std::ops::Range;

use crate::diag::{Finding, Severity, Span};

/// A change of the text that settles a hit and cannot change its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes to replace.
    pub range: Range<usize>,
    /// What to put there.
    pub text: String,
}

/// Something wrong or doubtful in a text. Ranges are in bytes of the text, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The code of the rule.
    pub code: &'static str,
    /// How grave, unless the house says otherwise.
    pub severity: Severity,
    /// The words at fault, and nothing around them.
    pub range: Range<usize>,
    /// What is wrong, in one line: lower case, names and words of the text in backticks, no full stop.
    pub message: String,
    /// What stands there, in a few words; may be empty.
    pub label: String,
    /// Another place that explains it, with its label.
    pub other: Option<(Range<usize>, String)>,
    /// What to do, as an instruction.
    pub help: String,
    /// A safe correction, where there is one.
    pub fix: Option<Replacement>,
}

impl Hit {
    /// An error.
    pub fn error(code: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, range, message.into())
    }

    /// A warning.
    pub fn warning(code: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, range, message.into())
    }

    fn new(severity: Severity, code: &'static str, range: Range<usize>, message: String) -> Self {
        Self {
            code,
            severity,
            range,
            message,
            label: String::new(),
            other: None,
            help: String::new(),
            fix: None,
        }
    }

    /// Says what stands at the place.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds the place that explains it.
    pub fn other(mut self, range: Range<usize>, label: impl Into<String>) -> Self {
        self.other = Some((range, label.into()));
        self
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Adds a safe correction of some bytes.
    pub fn fix(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some(Replacement { range, text: text.into() });
        self
    }

    /// The hit as a finding. `place` says where bytes of the text stand, `typed` where they stand as they
    /// are, so that they can be replaced there.
    pub fn finding(
        self,
        place: impl Fn(Range<usize>) -> Span,
        typed: impl Fn(Range<usize>) -> Option<Span>,
    ) -> Finding {
        let mut finding =
            Finding::new(self.severity, self.code, self.message).at(place(self.range), self.label);
        if let Some((range, label)) = self.other {
            finding = finding.at(place(range), label);
        }
        if !self.help.is_empty() {
            finding = finding.help(self.help);
        }
        match self.fix.and_then(|fix| Some((typed(fix.range)?, fix.text))) {
            Some((span, text)) => finding.fix(span, text),
            None => finding,
        }
    }
}
