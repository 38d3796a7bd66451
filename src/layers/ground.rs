//! What all editions of a project stand on, read and merged once: house, shared data, languages and labels.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::files;
use super::fingerprint::Hashes;
use super::input::InputFile;
use super::loader::Loader;
use super::project::{Project, unknown};
use crate::diag::{Finding, Sources};
use crate::yaml::{Limits, Node};

/// The lower layers of a project as they were when they were read. Cheap to clone, and free to use from many
/// threads.
///
/// Its places are those of the [`Sources`] that it was read into, and of their clones.
#[derive(Debug, Clone)]
pub struct Ground {
    pub(super) shared: Arc<Shared>,
}

#[derive(Debug)]
pub(super) struct Shared {
    pub project: Project,
    pub limits: Limits,
    pub editions: Result<Vec<String>, Finding>,
    pub tree: Option<Node>,
    pub languages: Vec<(String, Node)>,
    pub files: Vec<InputFile>,
    pub unread: Vec<String>,
    pub findings: Vec<Finding>,
    pub sources: Sources,
    /// The files of folders that were hashed, by folder.
    pub hashes: Mutex<BTreeMap<String, Arc<Hashes>>>,
}

impl Ground {
    /// Reads what lies under every edition of a project.
    pub fn read(project: &Project, sources: &mut Sources, limits: &Limits) -> Self {
        let mut loader = Loader::new(project, sources, limits);
        let house = loader.one("data/house.yaml");
        loader.layer(house, |_| "house".to_owned(), None);
        let shared = loader.all("data/shared");
        loader.layer(shared, |_| "shared data".to_owned(), None);
        let languages = languages(&mut loader);
        let labels = loader.all("data/labels");
        loader.layer(files::built_in_labels(&labels), |lang| format!("labels {lang}"), Some("labels"));
        loader.layer(labels, |lang| format!("labels {lang}"), Some("labels"));
        let Loader { findings, files, unread, tree, .. } = loader;
        let shared = Shared {
            project: project.clone(),
            limits: *limits,
            editions: project.editions(),
            tree,
            languages,
            files,
            unread,
            findings,
            sources: sources.clone(),
            hashes: Mutex::default(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// The project.
    pub fn project(&self) -> &Project {
        &self.shared.project
    }

    /// The ids of all editions in order, as they were when the ground was read.
    pub fn editions(&self) -> Result<&[String], Finding> {
        self.shared.editions.as_deref().map_err(Clone::clone)
    }

    /// The folder of an edition, as a shown path, or a finding that names the nearest.
    pub(super) fn edition_folder(&self, id: &str) -> Result<String, Finding> {
        let editions = self.editions()?;
        match editions.binary_search_by(|known| known.as_str().cmp(id)) {
            Ok(_) => Ok(format!("data/editions/{id}")),
            Err(_) => Err(unknown("LA02", "edition", id, editions, "data/editions")),
        }
    }

    /// The merged data; `None` if none of the files could be read.
    pub fn tree(&self) -> Option<&Node> {
        self.shared.tree.as_ref()
    }

    /// The language files by language.
    pub fn languages(&self) -> &[(String, Node)] {
        &self.shared.languages
    }

    /// Every file read, in the order of the layers.
    pub fn files(&self) -> &[InputFile] {
        &self.shared.files
    }

    /// What is wrong with the files, in reading order. The findings of each edition begin with these.
    pub fn findings(&self) -> &[Finding] {
        &self.shared.findings
    }

    /// The texts of the files, for a reader of editions to go on with.
    pub fn sources(&self) -> Sources {
        self.shared.sources.clone()
    }

    /// The bounds of every file.
    pub fn limits(&self) -> &Limits {
        &self.shared.limits
    }
}

/// Reads the languages that the project brings.
fn languages(loader: &mut Loader<'_>) -> Vec<(String, Node)> {
    let mut languages = Vec::new();
    for file in loader.all("data/languages") {
        let lang = file.stem.clone();
        let Some(node) = loader.parsed(file, |lang| format!("locale {lang}"), None) else { continue };
        loader.language(&node, &lang);
        languages.push((lang, node));
    }
    languages
}
