//! The editions of one project, read one after the other or side by side: what they share is read once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::past::Earlier;
use super::words::Words;
use super::{Dossier, Language};
use crate::diag::{Finding, Sources, Span};
use crate::layers::{Content, Ground, Inputs, Project};
use crate::locale::Languages;
use crate::model::Edition;
use crate::text::{Labels, Texts, compare, labels};
use crate::yaml::{Limits, Node};

/// Reads the dossiers of a project. Cheap to clone, and free to use from many threads.
///
/// It sees the house, the shared data, languages, labels, earlier editions and logos as they were when they were
/// first read; make another one to see what has changed.
#[derive(Debug, Clone)]
pub struct Reader {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    ground: Ground,
    /// Every language that can be written.
    known: Languages,
    /// What is wrong with the languages of the project.
    of_languages: Vec<Finding>,
    /// The labels of the ground, and what is wrong with them.
    labels: Option<Node>,
    of_labels: Vec<Finding>,
    /// The labels of the ground by language, once they were asked for.
    typed: Mutex<BTreeMap<String, (Labels, Vec<Finding>)>>,
    earlier: Earlier,
    /// Files that editions name, if they can be read.
    assets: Mutex<BTreeMap<String, Option<Content>>>,
}

impl Reader {
    /// Reads what all editions of a project share. What is wrong with it is told with each edition.
    pub fn new(project: &Project, sources: &mut Sources) -> Self {
        let ground = Ground::read(project, sources, &Limits::default());
        let languages = ground.languages().iter().map(|(lang, node)| (lang.as_str(), node));
        let (known, of_languages) = Languages::read(languages);
        let labels = ground.tree().and_then(|tree| tree.get("labels")).cloned();
        let of_labels = labels::faults(labels.as_ref());
        let (typed, earlier, assets) = (Mutex::default(), Earlier::default(), Mutex::default());
        let shared = Shared { ground, known, of_languages, labels, of_labels, typed, earlier, assets };
        Self { shared: Arc::new(shared) }
    }

    /// Reads an edition and reports all that is wrong with it at once: what cannot be typed is left out,
    /// and the rest is read on. Whether the dossier may be built is for the caller to decide by the
    /// severity of the findings.
    ///
    /// `sources` are those that the reader was made with, or a clone of them ([`Ground::sources`]).
    pub fn read(
        &self,
        id: &str,
        audience: Option<&str>,
        sources: &mut Sources,
    ) -> (Option<Dossier>, Vec<Finding>) {
        Dossier::read_by(self, id, audience, sources)
    }

    /// What all editions share.
    pub fn ground(&self) -> &Ground {
        &self.shared.ground
    }

    /// The project.
    pub fn project(&self) -> &Project {
        self.shared.ground.project()
    }

    /// Every language that can be written, and what is wrong with those of the project.
    pub(super) fn languages(&self) -> (&Languages, &[Finding]) {
        (&self.shared.known, &self.shared.of_languages)
    }

    /// The editions before others.
    pub(super) fn earlier(&self) -> &Earlier {
        &self.shared.earlier
    }

    /// A file that an edition names; `None` if it cannot be read.
    pub(super) fn asset(&self, name: &str) -> Option<Content> {
        let mut assets = self.shared.assets.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || self.project().asset(name).ok().map(Content::from);
        assets.entry(name.to_owned()).or_insert_with(read).clone()
    }

    /// What is wrong with the labels of any language.
    fn label_faults(&self, words: &Words) -> Vec<Finding> {
        match (&words.labels, &self.shared.labels) {
            (Some(labels), Some(shared)) if labels.is(shared) => self.shared.of_labels.clone(),
            (labels, _) => labels::faults(labels.as_ref()),
        }
    }

    /// The labels of a language, and which it lacks.
    fn labels(&self, lang: &str, labels: Option<&Node>) -> (Labels, Vec<Finding>) {
        let read = || (Labels::read(labels), labels::missing(lang, labels));
        let shared = self.shared.labels.as_ref().and_then(|shared| shared.get(lang));
        if !labels.zip(shared).is_some_and(|(labels, shared)| labels.is(shared)) {
            return read();
        }
        let mut typed = self.shared.typed.lock().unwrap_or_else(PoisonError::into_inner);
        typed.entry(lang.to_owned()).or_insert_with(read).clone()
    }
}

/// Reads the texts of every language of the edition and compares them.
pub(super) fn languages(
    reader: &Reader,
    edition: &Edition,
    words: &Words,
    inputs: &Inputs,
    sources: &Sources,
) -> (BTreeMap<String, Language>, Vec<Finding>) {
    let (known, _) = reader.languages();
    let (mut languages, mut findings) = (BTreeMap::new(), reader.label_faults(words));
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
        let style = edition.style.get(lang).cloned().unwrap_or_default();
        match known.locale(lang, &style) {
            Ok(locale) => {
                let Some(texts) = texts.remove(lang.as_str()) else { continue };
                let (labels, missing) = reader.labels(lang, words.labels(lang));
                if !inputs.unread.contains(&format!("labels {lang}")) {
                    findings.extend(missing);
                }
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
