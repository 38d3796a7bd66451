//! The only writer to the terminal: results to stdout, findings and progress to stderr.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Cli, Color, Deny, Form, Report, UiLang, Verdict, VerdictForm};
use crate::diag::{self, Finding, Look, Severity, Sources, Tally, Tongue, arabic};

/// Where and how a command speaks.
#[derive(Debug, Clone, Copy)]
pub struct Ui {
    form: Speech,
    deny: bool,
    tongue: Tongue,
    color: Color,
}

/// How findings are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speech {
    /// For people, on stderr.
    Text,
    /// As JSON lines on stderr, beside a result on stdout.
    JsonBeside,
    /// As JSON lines, the result itself.
    Json,
    /// As SARIF, the result itself.
    Sarif,
}

impl Default for Ui {
    fn default() -> Self {
        Self { form: Speech::Text, deny: false, tongue: Tongue::English, color: Color::Auto }
    }
}

impl Ui {
    /// As the command line asks.
    pub fn new(report: &Report) -> Self {
        let form = match report.form {
            Form::Text => Speech::Text,
            Form::Json => Speech::JsonBeside,
        };
        Self { form, deny: report.deny == Some(Deny::Warnings), ..Self::default() }
    }

    /// As the command line asks of a command whose result is its findings.
    pub fn verdict(verdict: &Verdict) -> Self {
        let form = match verdict.format {
            VerdictForm::Text => Speech::Text,
            VerdictForm::Json => Speech::Json,
            VerdictForm::Sarif => Speech::Sarif,
        };
        Self { form, deny: verdict.deny == Some(Deny::Warnings), ..Self::default() }
    }

    /// As the command line asks of every command, for people on stderr.
    pub fn asked(cli: &Cli) -> Self {
        Self::default().heeding(cli)
    }

    /// In the language and the colours that the command line asks for.
    pub fn heeding(self, cli: &Cli) -> Self {
        Self { color: cli.color, ..self.speaking(cli.ui_lang) }
    }

    /// Findings and notes in this language.
    pub fn speaking(self, lang: UiLang) -> Self {
        let tongue = match lang {
            UiLang::En => Tongue::English,
            UiLang::Ar => Tongue::Arabic,
        };
        Self { tongue, ..self }
    }

    /// A line of mujaz in the language of findings.
    pub fn words(&self, english: &str) -> String {
        match self.tongue {
            Tongue::English => english.to_owned(),
            Tongue::Arabic => arabic::said(english),
        }
    }

    /// A word on what was done, on stderr, for people only: one line, or nothing.
    pub fn note(&self, line: &str) {
        let ending = if line.ends_with('\n') { "\n" } else { "" };
        let words = self.words(line.trim_end_matches('\n'));
        let words = if self.tongue == Tongue::Arabic { arabic::isolated(&words) } else { words };
        self.tell(&format!("{words}{ending}"));
    }

    /// Something for people, on stderr.
    fn tell(&self, text: &str) {
        if self.form == Speech::Text {
            let _ = io::stderr().lock().write_all(text.as_bytes());
        }
    }

    /// A result, on stdout. A reader that has gone away is no fault.
    pub fn result(&self, text: &str) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Shows findings in order, with a count at the end. Whether there is an error among them.
    pub fn findings(&self, findings: Vec<Finding>, sources: &Sources) -> bool {
        let mut telling = self.telling();
        let faulty = telling.tell(findings, sources);
        telling.end();
        faulty
    }

    /// Findings that come in parts, with one count at the end.
    pub fn telling(&self) -> Telling<'_> {
        Telling { ui: self, told: HashSet::new(), tally: Tally::default() }
    }

    /// Progress over a number of steps; silent unless stderr is a terminal.
    pub fn progress(&self, steps: usize) -> ProgressBar {
        if !io::stderr().is_terminal() || self.form != Speech::Text {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(steps as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len}  {elapsed}  {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }
}

/// Findings on their way to the terminal, part by part.
pub struct Telling<'a> {
    ui: &'a Ui,
    /// Each as a line of JSON, so that what editions share is told once.
    told: HashSet<String>,
    tally: Tally,
}

impl Telling<'_> {
    /// Shows a part in order, without what was shown before. Whether there is an error in it.
    pub fn tell(&mut self, mut findings: Vec<Finding>, sources: &Sources) -> bool {
        let Ui { form, deny, tongue, color } = *self.ui;
        if deny {
            findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
        }
        let faulty = findings.iter().any(Finding::is_error);
        diag::sort(&mut findings, sources);
        findings.retain(|it| self.told.insert(diag::json_lines(std::slice::from_ref(it), sources)));
        if tongue == Tongue::Arabic {
            findings = findings.iter().map(arabic::finding).collect();
        }
        self.tally.add(&findings, sources);
        match form {
            Speech::Text if findings.is_empty() => {}
            Speech::Text => {
                let look = Look { color: is_colored(color), tongue };
                self.ui.tell(&format!("{}\n", diag::terminal(&findings, sources, look)));
            }
            Speech::JsonBeside => {
                let _ = io::stderr().lock().write_all(diag::json_lines(&findings, sources).as_bytes());
            }
            Speech::Json => self.ui.result(&diag::json_lines(&findings, sources)),
            Speech::Sarif => {
                self.ui.result(&diag::sarif(&findings, sources, env!("CARGO_PKG_VERSION"), tongue));
            }
        }
        faulty
    }

    /// Shows how many there were, if any.
    pub fn end(self) {
        if !self.tally.is_empty() {
            let summary = match self.ui.tongue {
                Tongue::English => self.tally.summary(),
                Tongue::Arabic => arabic::summary(&self.tally),
            };
            self.ui.tell(&format!("{summary}\n"));
        }
    }
}

/// Colours go to terminals only, and not where NO_COLOR is set (no-color.org); CLICOLOR_FORCE sends them into a pipe
/// as well. What the command line says goes before both.
#[expect(clippy::disallowed_methods, reason = "the terminal is described by the environment")]
fn is_colored(asked: Color) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        Color::Auto => is_set("CLICOLOR_FORCE") || io::stderr().is_terminal(),
    }
}
