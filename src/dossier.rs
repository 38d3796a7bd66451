//! Everything that the briefs of one edition are written from, read and checked once.
//!
//! A [`Dossier`] holds the typed edition, the editions before it, and texts and labels in every
//! language asked for. It reads files through `layers` and writes nothing.

use std::collections::BTreeMap;

use crate::diag::{Finding, Severity, Sources, Span, nearest};
use crate::layers::{self, InputFile, Inputs, Project};
use crate::locale::{Languages, Locale};
use crate::model::Edition;
use crate::text::{Labels, Lock, Pending, State, Texts, Typed, compare, labels, master_states, states};
use crate::yaml::{Data, Entry, Limits, Node, Partial, from_node, from_node_partly};

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
    /// The editions before it first.
    pub history: Vec<Edition>,
    /// Languages in the order of the edition.
    pub languages: BTreeMap<String, Language>,
    /// The files that it was read from.
    pub inputs: Vec<InputFile>,
    /// The merged tree.
    pub tree: Node,
    /// Every language that can be written, those of the project among them.
    pub known: Languages,
    /// Which master texts the translations translate.
    pub lock: Lock,
    /// Where the lock is, or would be: a path relative to the project, with `/`.
    pub lock_name: String,
    /// Whether the lock holds all that its file does; if not, it must not be written.
    pub lock_is_whole: bool,
}

impl Dossier {
    /// Reads an edition and reports all that is wrong with it at once: what cannot be typed is left out,
    /// and the rest is read on. Whether the dossier may be built is for the caller to decide by the
    /// severity of the findings.
    pub fn read(
        project: &Project,
        id: &str,
        audience: Option<&str>,
        sources: &mut Sources,
    ) -> (Option<Self>, Vec<Finding>) {
        let (inputs, mut findings) = layers::load(project, id, audience, sources, &Limits::default());
        let Some(inputs) = inputs else { return (None, findings) };
        let (neutral, words) = split(&inputs.tree);
        let (edition, more) = typed(&neutral, &inputs);
        findings.extend(more);
        let Some(edition) = edition else { return (None, findings) };
        findings.extend(edition.resolve());
        if edition.head.id.value != id && !edition.refused.covers("edition.id") {
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
        let (known, more) =
            Languages::read(inputs.languages.iter().map(|(lang, node)| (lang.as_str(), node)));
        findings.extend(more);
        let (languages, mut more) = languages(&edition, &words, &inputs, &known, sources);
        reported(&findings, &mut more);
        findings.extend(more);
        let history = past(project, &edition, sources, &mut findings);
        let record = layers::record(project, id, sources, &Limits::default());
        let (lock, more) = record.tree.as_ref().map(Lock::read).unwrap_or_default();
        let lock_is_whole = record.findings.is_empty() && more.is_empty();
        findings.extend(record.findings.into_iter().chain(more));
        let mut files = inputs.files;
        files.extend(record.file);
        let tree = inputs.tree;
        let lock_name = record.name;
        let dossier =
            Self { edition, history, languages, inputs: files, tree, known, lock, lock_name, lock_is_whole };
        (Some(dossier), findings)
    }

    /// The messages of the master language as typed, by key as in [`Texts::all`], without names: which names a
    /// language lacks is known once its Brief is written ([`masters`](crate::brief::masters)). Empty where the
    /// master language could not be read.
    pub fn masters(&self) -> BTreeMap<String, Typed> {
        let master = self.languages.get(self.edition.head.master.as_str());
        let messages = master.into_iter().flat_map(|language| language.texts.all());
        let messages = messages.filter(|(key, _)| !key.starts_with("names."));
        messages.map(|(key, message)| (key, Typed::of(message))).collect()
    }

    /// The state of each of these master texts in a language; nothing for a language that the dossier has not.
    pub fn states(&self, lang: &str, masters: &BTreeMap<String, Typed>) -> BTreeMap<String, State> {
        match self.languages.get(lang) {
            Some(language) if lang == self.edition.head.master.value => {
                master_states(masters, &language.texts)
            }
            Some(language) => states(masters, &language.texts, &self.lock),
            None => BTreeMap::new(),
        }
    }

    /// The texts of a language with their states; `None` if it, or the master language, is not there.
    pub fn pending<'a>(&'a self, lang: &str, states: &'a BTreeMap<String, State>) -> Option<Pending<'a>> {
        let master = self.languages.get(self.edition.head.master.as_str())?;
        let language = self.languages.get(lang)?;
        let edition = self.edition.head.id.value.as_str();
        Some(Pending { edition, texts: &language.texts, master: &master.texts, states })
    }
}

/// What stands in for keys that the head needs and that are missing or refused, so that everything
/// else can be checked all the same.
const LEAST: &str = "\
mujaz: 1
house: {series: {}, sections: {}}
edition: {id: '', kind: flash, issued: '2000-01-01T00:00Z', languages: [], master: '', publisher: {org: ''}}
";

/// Types the edition without what is refused.
fn typed(neutral: &Node, inputs: &Inputs) -> (Option<Edition>, Vec<Finding>) {
    let Partial { value, mut findings, mut refused } = from_node_partly::<Edition>(neutral, LEAST);
    let of_language =
        |layer: &String| ["language ", "labels ", "locale "].iter().any(|kind| layer.starts_with(kind));
    let whole = inputs.unread.iter().all(of_language);
    if !whole {
        refused.unread();
    }
    // A key of a section may stand in a file that could not be read, or in a section of a mistyped name.
    findings.retain(|finding| {
        let section = finding.path.split('.').next().unwrap_or_default();
        let elsewhere = finding.path.matches('.').count() < 2 && !finding.path.contains('[');
        finding.code != "TY03" || !elsewhere || (whole && !refused.mistyped(section))
    });
    (value.map(|edition| Edition { refused, ..edition }), findings)
}

/// Reads the texts of every language of the edition and compares them.
fn languages(
    edition: &Edition,
    words: &Words,
    inputs: &Inputs,
    known: &Languages,
    sources: &Sources,
) -> (BTreeMap<String, Language>, Vec<Finding>) {
    let (mut languages, mut findings) = (BTreeMap::new(), labels::faults(words.labels.as_ref()));
    let mut langs: Vec<(String, Option<Span>)> =
        edition.head.languages.iter().map(|lang| (lang.value.clone(), Some(lang.span))).collect();
    if edition.refused.within("edition.languages") {
        let known: Vec<String> = langs.iter().map(|(lang, _)| lang.clone()).collect();
        langs.extend(words.langs().into_iter().filter(|lang| !known.contains(lang)).map(|lang| (lang, None)));
    }
    let mut texts = BTreeMap::new();
    for (lang, _) in &langs {
        let (read, more) = Texts::read_by(lang, known.plurals(lang), words.text(lang), sources);
        findings.extend(more);
        let is_unread = inputs.unread.contains(&format!("language {lang}"));
        texts.insert(lang.as_str(), if is_unread { read.unread() } else { read });
    }
    let master = texts.get(edition.head.master.as_str()).filter(|master| master.is_read());
    for read in texts.values().filter(|texts| texts.is_read()) {
        findings.extend(compare(edition, read, master));
    }
    for (lang, span) in &langs {
        let Some(texts) = texts.get(lang.as_str()).cloned() else { continue };
        let style = edition.style.get(lang).cloned().unwrap_or_default();
        match known.locale(lang, &style) {
            Ok(locale) => {
                if !inputs.unread.contains(&format!("labels {lang}")) {
                    findings.extend(labels::missing(lang, words.labels(lang)));
                }
                let labels = Labels::read(words.labels(lang));
                languages.insert(lang.clone(), Language { locale, labels, texts });
            }
            // What is wrong with its file has been told.
            Err(_) if known.is_refused(lang) || inputs.unread.contains(&format!("locale {lang}")) => {}
            Err(why) => {
                let finding = Finding::error("MO05", why.to_string()).path("edition.languages");
                findings.extend(span.map(|span| finding.at(span, "cannot be written")));
            }
        }
    }
    (languages, findings)
}

/// Leaves out the number typed in a text that is nothing else: the layers have reported it (LA14).
fn reported(earlier: &[Finding], findings: &mut Vec<Finding>) {
    let place = |finding: &Finding| finding.places.first().map(|place| place.span);
    let bare: Vec<Span> = earlier.iter().filter(|it| it.code == "LA14").filter_map(place).collect();
    let within = |inner: Span| {
        bare.iter().any(|it| it.file == inner.file && it.start <= inner.start && inner.end <= it.end)
    };
    findings.retain(|finding| finding.code != "TR04" || !place(finding).is_some_and(within));
}

/// Reads the editions that `previous` leads to first.
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
            if let Some(near) = nearest(&previous.value, &known) {
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
