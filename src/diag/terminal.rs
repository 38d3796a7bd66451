//! Findings for a terminal.
//!
//! Terminals disagree on where Arabic letters stand, so nothing depends on alignment where a line holds
//! any: the mark goes into the line (`⟦…⟧`, or underlined in colour) and moves with the letters. Lines
//! of one-cell characters get carets below. Arabic messages carry isolates, so that names keep their order in
//! them, and lines that must run from left to right among them say so.

use std::fmt::Write;

use super::arabic::{isolated, said};
use super::excerpt::{Excerpt, excerpt, visible};
use super::{Finding, Place, Severity, Sources};

/// How findings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether to send SGR colours.
    pub color: bool,
    /// The language of the words around a finding; its own words are in it already.
    pub tongue: Tongue,
}

/// A language that findings are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// As the stages write them.
    #[default]
    English,
    /// As [`arabic`](super::arabic) translates them.
    Arabic,
}

impl Tongue {
    fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::English, severity) => severity.word(),
            (Self::Arabic, Severity::Error) => "خطأ",
            (Self::Arabic, Severity::Warning) => "تنبيه",
        }
    }

    /// The path of a value, introduced.
    fn path(self, path: &str) -> String {
        match self {
            Self::English => format!("at: {path}"),
            Self::Arabic => format!("الموضع: {}", isolated(&format!("`{path}`"))),
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::English => "help",
            Self::Arabic => "إرشاد",
        }
    }

    /// Words of mujaz, safe to send.
    fn words(self, text: &str) -> String {
        match self {
            Self::English => visible(text),
            Self::Arabic => isolated(&visible(text)),
        }
    }

    /// The name of a layer or of a text that is no file.
    fn name(self, name: &str) -> String {
        match self {
            Self::English => visible(name),
            Self::Arabic => isolated(&visible(&said(name))),
        }
    }

    /// What keeps a line with words of mujaz running from left to right.
    fn line(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Arabic => "\u{200e}",
        }
    }

    /// A label at the end of such a line.
    fn label(self, label: &str) -> String {
        match (self, label) {
            (_, "") => String::new(),
            (Self::English, label) => visible(label),
            (Self::Arabic, label) => format!("\u{2067}{}\u{2069}", self.words(label)),
        }
    }
}

const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const BLUE: &str = "1;34";
const BOLD: &str = "1";

/// Writes the findings, a blank line between them.
pub fn terminal(findings: &[Finding], sources: &Sources, look: Look) -> String {
    let blocks: Vec<String> = findings.iter().map(|finding| block(finding, sources, look)).collect();
    blocks.join("\n")
}

fn block(finding: &Finding, sources: &Sources, look: Look) -> String {
    let hue = match finding.severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
    };
    let lines = finding.places.iter().map(|place| sources.position(place.span.file, place.span.start).0);
    let gutter = lines.max().unwrap_or(1).to_string().len().max(2);

    let mut out = String::new();
    let Look { tongue, .. } = look;
    let head = paint(&format!("{}[{}]", tongue.severity(finding.severity), finding.code), hue, look);
    let message = paint(&format!(": {}", tongue.words(&finding.message)), BOLD, look);
    let _ = writeln!(out, "{head}{message}");
    for (index, place) in finding.places.iter().enumerate() {
        let hue = if index == 0 { hue } else { BLUE };
        out.push_str(&placed(place, index == 0, gutter, hue, sources, look));
    }
    let equals = paint("=", BLUE, look);
    if !finding.path.is_empty() {
        let _ = writeln!(out, "{:gutter$} {equals} {}", "", tongue.path(&visible(&finding.path)));
    }
    for help in &finding.help {
        for (index, line) in help.lines().enumerate() {
            let line = tongue.words(line);
            let _ = match index {
                0 => writeln!(out, "{:gutter$} {equals} {}: {line}", "", tongue.help()),
                _ => writeln!(out, "{:gutter$}         {line}", ""),
            };
        }
    }
    out
}

/// The place's header, its line, and its mark.
fn placed(place: &Place, first: bool, gutter: usize, hue: &str, sources: &Sources, look: Look) -> String {
    let span = place.span;
    let (number, column) = sources.position(span.file, span.start);
    let (line, offset) = sources.line(span.file, number);
    let start = (span.start - offset.min(span.start)) as usize;
    let end = (span.end - offset.min(span.end)) as usize;
    let cut = excerpt(line, start, trimmed(line, start, end));

    let mut out = String::new();
    let arrow = paint(if first { "-->" } else { ":::" }, BLUE, look);
    let Look { tongue, .. } = look;
    let (name, left) = (tongue.name(sources.name(span.file)), tongue.line());
    let _ = write!(out, "{left}{:gutter$}{arrow} {name}:{number}:{column}", "");
    let layer = sources.layer(span.file);
    if !layer.is_empty() {
        let _ = write!(out, "  ({})", tongue.name(layer));
    }
    out.push('\n');
    let bar = paint("|", BLUE, look);
    let number = paint(&format!("{number:<gutter$}"), BLUE, look);
    let _ = writeln!(out, "{number} {bar} {}", marked(&cut, hue, look).trim_end());
    let label = tongue.label(&place.label);
    if cut.steady {
        let indent = cut.before.chars().count();
        let carets = "^".repeat(cut.marked.chars().count().max(1));
        let carets = paint(format!("{carets} {label}").trim_end(), hue, look);
        let _ = writeln!(out, "{left}{:gutter$} {bar} {:indent$}{carets}", "", "");
    } else if !label.is_empty() {
        let _ = writeln!(out, "{left}{:gutter$} {bar} {}", "", paint(&format!("└ {label}"), hue, look));
    }
    out
}

/// The line with its mark inside, unless carets will stand below.
fn marked(cut: &Excerpt, hue: &str, look: Look) -> String {
    let Excerpt { before, marked, after, steady } = cut;
    match (steady, look.color) {
        (true, _) => format!("{before}{marked}{after}"),
        (false, true) if !marked.is_empty() => {
            let underline = format!("{};4;{}", &hue[..1], &hue[2..]);
            format!("{before}{}{after}", paint(marked, &underline, look))
        }
        (false, _) => format!("{before}⟦{marked}⟧{after}"),
    }
}

/// The end of the mark without the spaces that trail it.
fn trimmed(line: &str, start: usize, end: usize) -> usize {
    match line.get(start..end.min(line.len())) {
        Some(text) if !text.trim_end().is_empty() => start + text.trim_end().len(),
        _ => end,
    }
}

fn paint(text: &str, hue: &str, look: Look) -> String {
    if look.color { format!("\u{1b}[{hue}m{text}\u{1b}[0m") } else { text.to_owned() }
}
