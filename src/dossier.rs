//! Everything that the briefs of one edition are written from, read and checked once.
//!
//! A [`Dossier`] holds the typed edition, the editions before it, and texts and labels in every
//! language asked for. It reads files through `layers` and writes nothing.

mod merged;
mod past;
mod reader;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use self::reader::Reader;

use self::reader::languages;
use self::words::split;
use crate::diag::{Finding, Sources, Span};
use crate::layers::audience::settled_entries;
use crate::layers::{self, InputFile, Inputs, Project};
use crate::locale::{Languages, Locale};
use crate::model::{Carried, Edition};
use crate::text::{Labels, Lock, Pending, State, Texts, Typed, master_states, states};
use crate::yaml::{Node, Partial, from_node_partly};

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
    pub history: Vec<Arc<Edition>>,
    /// Languages in the order of the edition.
    pub languages: BTreeMap<String, Language>,
    /// The files that it was read from: those of the ground, its own, those of the editions before it, the logo.
    pub inputs: Vec<InputFile>,
    /// The merged tree.
    pub tree: Node,
    /// The merged trees of the editions before it, without their words, by id and in the order of `history`.
    pub(crate) earlier: Vec<(String, Node)>,
    /// The languages that the project brings, as their files say them.
    pub(crate) own_languages: Vec<(String, Node)>,
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
    /// Reads one edition of a project, as [`Reader::read`] does; a reader is for several.
    pub fn read(
        project: &Project,
        id: &str,
        audience: Option<&str>,
        sources: &mut Sources,
    ) -> (Option<Self>, Vec<Finding>) {
        Reader::new(project, sources).read(id, audience, sources)
    }

    /// See [`Reader::read`].
    fn read_by(
        reader: &Reader,
        id: &str,
        audience: Option<&str>,
        sources: &mut Sources,
    ) -> (Option<Self>, Vec<Finding>) {
        let ground = reader.ground();
        let (inputs, mut findings) = layers::load(ground, id, audience, sources);
        let Some(inputs) = inputs else { return (None, findings) };
        let (neutral, words) = split(&inputs.tree);
        let (edition, more) = typed(&neutral, &inputs);
        findings.extend(more);
        let Some(mut edition) = edition else { return (None, findings) };
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
        let (known, of_languages) = reader.languages();
        findings.extend_from_slice(of_languages);
        let (languages, mut more) = languages(reader, &edition, &words, &inputs, sources);
        reported(&findings, &mut more);
        findings.extend(more);
        let projected = inputs.projected.as_ref();
        let past = reader.earlier().before(
            ground,
            &edition,
            audience.filter(|_| projected.is_some()),
            sources,
            &mut findings,
        );
        let earlier = past.iter().filter_map(|past| Some((&past.id, past.read.as_ref()?)));
        let (history, earlier) =
            earlier.map(|(id, (old, tree))| (Arc::clone(old), (id.clone(), tree.clone()))).unzip();
        let record = layers::record(reader.project(), id, sources, ground.limits());
        let shown = record.tree.map(|tree| match projected {
            Some(projected) => projected.record(&tree, &inputs.tree),
            None => tree,
        });
        let (lock, more) = shown.as_ref().map(Lock::read).unwrap_or_default();
        let lock_is_whole = record.findings.is_empty() && more.is_empty();
        findings.extend(record.findings.into_iter().chain(more));
        let mut files = inputs.files;
        files.extend(record.file);
        files.extend(past.iter().flat_map(|past| past.files.iter().cloned()));
        let logo = edition.head.publisher.logo.as_ref();
        let logo = logo.and_then(|logo| Some((&logo.value, reader.asset(&logo.value)?)));
        files.extend(logo.map(|(name, bytes)| InputFile::new(name, "logo", bytes)));
        edition.carried = carried(&inputs.tree);
        let dossier = Self {
            edition,
            history,
            languages,
            inputs: files,
            tree: inputs.tree,
            earlier,
            own_languages: ground.languages().to_vec(),
            known: known.clone(),
            lock,
            lock_name: record.name,
            lock_is_whole,
        };
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
                master_states(masters, &language.texts, &self.lock)
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

/// The figures that an earlier edition had just so, and how many other entries it had.
fn carried(tree: &Node) -> Carried {
    let mut carried = Carried::default();
    layers::carried(tree, &mut |path, _| match path.strip_prefix("figures[") {
        Some(id) => drop(carried.figures.insert(id.trim_end_matches(']').to_owned())),
        None => carried.others += 1,
    });
    carried
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
    let Partial { value, mut findings, mut refused } =
        from_node_partly::<Edition>(&settled_entries(neutral), LEAST);
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

/// Leaves out the number typed in a text that is nothing else: the layers have reported it (LA14).
fn reported(earlier: &[Finding], findings: &mut Vec<Finding>) {
    let place = |finding: &Finding| finding.places.first().map(|place| place.span);
    let bare: Vec<Span> = earlier.iter().filter(|it| it.code == "LA14").filter_map(place).collect();
    let within = |inner: Span| {
        bare.iter().any(|it| it.file == inner.file && it.start <= inner.start && inner.end <= it.end)
    };
    findings.retain(|finding| finding.code != "TR04" || !place(finding).is_some_and(within));
}
