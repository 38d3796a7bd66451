//! Everything that the briefs of one edition are written from, read and checked once.
//!
//! A [`Dossier`] holds the typed edition, the editions before it, and texts and labels in every
//! language asked for. It reads files through `layers` and writes nothing.

use std::collections::BTreeMap;

use crate::diag::{Finding, Severity, Sources};
use crate::layers::{self, InputFile, Project};
use crate::locale::Locale;
use crate::model::{Edition, nearest};
use crate::text::{Labels, Texts, compare};
use crate::yaml::{Data, Entry, Limits, Node, from_node};

/// How many editions back a series is followed.
const MEMORY: usize = 24;

/// What one language adds to an edition.
#[derive(Debug, Clone)]
pub struct Language {
    /// Numbers and dates.
    pub locale: Locale,
    /// The template's words.
    pub labels: Labels,
    /// The messages.
    pub texts: Texts,
}

/// An edition with its past and its languages.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The edition.
    pub edition: Edition,
    /// The editions before it, nearest first.
    pub history: Vec<Edition>,
    /// Languages in the order of the edition.
    pub languages: BTreeMap<String, Language>,
    /// The files that it was read from.
    pub inputs: Vec<InputFile>,
    /// The merged tree.
    pub tree: Node,
}

impl Dossier {
    /// Reads an edition. The dossier is there whenever the edition could be typed, even with
    /// findings; whether it may be built is for the caller to decide by their severity.
    pub fn read(
        project: &Project,
        id: &str,
        audience: Option<&str>,
        sources: &mut Sources,
    ) -> (Option<Self>, Vec<Finding>) {
        let (inputs, mut findings) = layers::load(project, id, audience, sources, &Limits::default());
        let Some(inputs) = inputs else { return (None, findings) };
        let (neutral, words) = split(&inputs.tree);
        let edition: Option<Edition> = match from_node(&neutral) {
            Ok(edition) => Some(edition),
            Err(more) => {
                findings.extend(more);
                None
            }
        };
        let mut languages = BTreeMap::new();
        let langs = match &edition {
            Some(edition) => edition.head.languages.iter().map(|lang| lang.value.clone()).collect(),
            None => words.langs(),
        };
        let mut texts = BTreeMap::new();
        for lang in &langs {
            let (read, more) = Texts::read(lang, words.text(lang), sources);
            findings.extend(more);
            texts.insert(lang.clone(), read);
        }
        let Some(edition) = edition else { return (None, findings) };
        findings.extend(edition.resolve());
        if edition.head.id.value != id {
            findings.push(
                Finding::error(
                    "MO05",
                    format!("the edition in folder `{id}` calls itself `{}`", edition.head.id.value),
                )
                .at(edition.head.id.span, "not the folder's name")
                .path("edition.id")
                .help(format!("write `id: {id}`, or rename the folder")),
            );
        }
        let master = texts.get(edition.head.master.as_str()).cloned();
        for lang in &edition.head.languages {
            let Some(read) = texts.remove(lang.as_str()) else { continue };
            findings.extend(compare(&edition, &read, master.as_ref()));
            let style = edition.style.get(lang.as_str()).cloned().unwrap_or_default();
            match Locale::new(lang.as_str(), &style) {
                Ok(locale) => {
                    let labels = Labels::read(words.labels(lang));
                    languages.insert(lang.value.clone(), Language { locale, labels, texts: read });
                }
                Err(why) => findings.push(
                    Finding::error("MO05", why.to_string())
                        .at(lang.span, "cannot be written")
                        .path("edition.languages"),
                ),
            }
        }
        let history = past(project, &edition, sources, &mut findings);
        (Some(Self { edition, history, languages, inputs: inputs.files, tree: inputs.tree }), findings)
    }
}

/// Reads the editions that `previous` leads to, nearest first.
fn past(
    project: &Project,
    edition: &Edition,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
) -> Vec<Edition> {
    let mut history: Vec<Edition> = Vec::new();
    let mut next = edition.head.previous.clone();
    while let Some(previous) = next.take() {
        let seen = history.iter().any(|old| old.head.id.value == previous.value);
        if seen || previous.value == edition.head.id.value || history.len() == MEMORY {
            findings.push(
                Finding::error("MO05", format!("`previous` leads back to `{}`", previous.value))
                    .at(previous.span, "closes a circle")
                    .path("edition.previous")
                    .help("name the edition that was issued before this one"),
            );
            break;
        }
        let known = project.editions().unwrap_or_default();
        if !known.contains(&previous.value) {
            let mut finding = Finding::error("MO01", format!("there is no edition `{}`", previous.value))
                .at(previous.span, "unknown edition")
                .path("edition.previous");
            if let Some(near) = nearest(&previous.value, known.iter()) {
                finding = finding.help(format!("did you mean `{near}`?"));
            }
            findings.push(finding);
            break;
        }
        let (inputs, faults) = layers::load(project, &previous.value, None, sources, &Limits::default());
        let typed =
            inputs.filter(|_| !faults.iter().any(|it| it.severity == Severity::Error)).map(|inputs| {
                let (neutral, _) = split(&inputs.tree);
                from_node::<Edition>(&neutral)
            });
        match typed {
            Some(Ok(old)) => {
                next = old.head.previous.clone();
                history.push(old);
            }
            _ => {
                findings.push(
                    Finding::warning(
                        "MO06",
                        format!(
                            "edition `{}` cannot be read, so nothing is compared with it",
                            previous.value
                        ),
                    )
                    .at(previous.span, "the edition before")
                    .path("edition.previous")
                    .help(format!("run `mujaz check {}` and mend what it finds", previous.value)),
                );
            }
        }
    }
    history
}

/// The words of the merged tree: what the typed edition does not hold.
struct Words {
    labels: Option<Node>,
    text: Option<Node>,
}

impl Words {
    fn labels(&self, lang: &str) -> Option<&Node> {
        self.labels.as_ref()?.get(lang)
    }

    fn text(&self, lang: &str) -> Option<&Node> {
        self.text.as_ref()?.get(lang)
    }

    fn langs(&self) -> Vec<String> {
        match self.text.as_ref().map(|node| &node.data) {
            Some(Data::Map(entries)) => entries.iter().map(|entry| entry.key.to_string()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Parts the merged tree into what is typed as [`Edition`] and what is words.
fn split(tree: &Node) -> (Node, Words) {
    let mut neutral = tree.clone();
    let mut words = Words { labels: None, text: None };
    if let Data::Map(entries) = &tree.data {
        let kept: Vec<Entry> = entries
            .iter()
            .filter(|entry| match entry.key.as_str() {
                "labels" => {
                    words.labels = Some(entry.value.clone());
                    false
                }
                "text" => {
                    words.text = Some(entry.value.clone());
                    false
                }
                _ => true,
            })
            .cloned()
            .collect();
        neutral.data = Data::Map(kept.into_iter().collect());
    }
    (neutral, words)
}
