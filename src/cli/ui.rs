//! The only writer to the terminal: results to stdout, findings and progress to stderr.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Deny, Form, Report};
use crate::diag::{self, Finding, Look, Severity, Sources};

/// Where and how a command speaks.
pub struct Ui {
    form: Form,
    deny: bool,
}

impl Default for Ui {
    fn default() -> Self {
        Self { form: Form::Text, deny: false }
    }
}

impl Ui {
    /// As the command line asks.
    pub fn new(report: &Report) -> Self {
        Self { form: report.form, deny: report.deny == Some(Deny::Warnings) }
    }

    /// A result, on stdout. A reader that has gone away is no fault.
    pub fn result(&self, text: &str) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Shows findings in order, with a count at the end. Whether there is an error among them.
    pub fn findings(&self, mut findings: Vec<Finding>, sources: &Sources) -> bool {
        if self.deny {
            findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
        }
        diag::sort(&mut findings, sources);
        let text = match self.form {
            Form::Json => diag::json_lines(&findings, sources),
            Form::Text if findings.is_empty() => String::new(),
            Form::Text => {
                let shown = diag::terminal(&findings, sources, Look { color: color() });
                format!("{shown}\n{}\n", diag::summary(&findings))
            }
        };
        let mut err = io::stderr().lock();
        let _ = err.write_all(text.as_bytes());
        findings.iter().any(Finding::is_error)
    }

    /// Progress over a number of steps; silent unless stderr is a terminal.
    pub fn progress(&self, steps: usize) -> ProgressBar {
        if !io::stderr().is_terminal() || self.form == Form::Json {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(steps as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        bar
    }
}

/// Colours go to terminals only, and not where NO_COLOR is set (no-color.org).
#[expect(clippy::disallowed_methods, reason = "the terminal is described by the environment")]
fn color() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !refused
}
