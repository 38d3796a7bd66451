//! Findings -> notes under the texts that they are about.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::{Finding, Sources, Span};
use crate::text::Texts;

/// A finding as the proof prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its code.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The plural form that it is about, where the text has forms.
    pub form: Option<String>,
    /// The message, in turn words and what stands between backticks.
    pub message: Vec<Words>,
    /// Where it points, as `text/fr.yaml:24`; only of a note that stands apart from the texts.
    pub place: Option<String>,
}

/// Words of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words.
    #[serde(rename = "s")]
    pub text: String,
    /// Whether they stood between backticks.
    pub code: bool,
}

/// The notes on the texts of one language by key, and those that are about none of its texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    by_key: BTreeMap<String, Vec<Note>>,
    /// About the language, and about no text that there is.
    pub rest: Vec<Note>,
}

/// What the state of a text tells already: missing, draft, stale.
const STATES: [&str; 3] = ["TR01", "TR07", "TR11"];

impl Notes {
    /// Sorts out the findings that are about the texts of a language: by their path, else by their place.
    ///
    /// `known` are the keys that have a row; `said` puts a finding into the language of findings.
    pub fn new(
        findings: &[Finding],
        texts: &Texts,
        known: &[String],
        sources: &Sources,
        said: impl Fn(&Finding) -> Finding,
    ) -> Self {
        let mut notes = Self::default();
        let prefix = format!("text.{}.", texts.lang);
        let layer = format!("language {}", texts.lang);
        let spans: Vec<(String, Span)> = texts.all().map(|(key, message)| (key, message.span)).collect();
        for finding in findings.iter().filter(|it| !STATES.contains(&it.code)) {
            let place = finding.places.first().map(|place| place.span);
            let path = finding.path.strip_prefix(&prefix);
            let by_path = path.and_then(|path| known.iter().find_map(|key| Some((key, form(path, key)?))));
            let by_place = || spans.iter().find(|(_, span)| place.is_some_and(|it| within(it, *span)));
            let found = by_path.or_else(|| by_place().map(|(key, _)| (key, None)));
            let ours = path.is_some() || place.is_some_and(|it| sources.layer(it.file) == layer);
            if let Some((key, form)) = found {
                let note = Note::new(&said(finding), form);
                let list = notes.by_key.entry(key.clone()).or_default();
                if !list.contains(&note) {
                    list.push(note);
                }
            } else if ours {
                let place = place
                    .map(|it| format!("{}:{}", sources.name(it.file), sources.position(it.file, it.start).0));
                notes.rest.push(Note { place, ..Note::new(&said(finding), None) });
            }
        }
        notes
    }

    /// The notes on a text.
    pub fn of(&self, key: &str) -> Vec<Note> {
        self.by_key.get(key).cloned().unwrap_or_default()
    }
}

impl Note {
    fn new(finding: &Finding, form: Option<&str>) -> Self {
        let parts = finding.message.split('`').enumerate();
        let words = parts.map(|(at, text)| Words { text: text.to_owned(), code: at % 2 == 1 });
        Self {
            code: finding.code,
            severity: finding.severity.word(),
            form: form.map(str::to_owned),
            message: words.filter(|words| !words.text.is_empty()).collect(),
            place: None,
        }
    }
}

/// Whether a path leads to the text under a key, and to which of its forms.
fn form<'p>(path: &'p str, key: &str) -> Option<Option<&'p str>> {
    let rest = path.strip_prefix(key)?;
    if rest.is_empty() { Some(None) } else { rest.strip_prefix('.').map(Some) }
}

fn within(inner: Span, outer: Span) -> bool {
    inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end
}
