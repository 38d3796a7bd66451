//! An edition's files -> one merged tree, with every finding on the way.

use ecow::EcoVec;

use super::files::{self, Bytes};
use super::guard;
use super::join::{join, unique};
use super::merge::merge;
use super::project::Project;
use crate::diag::{Finding, Sources, Span};
use crate::yaml::{self, Data, Entry, Limits, Node};

/// What an edition is made from.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The merged data: the sections at the top, texts under `text.<lang>`, labels under `labels.<lang>`.
    pub tree: Node,
    /// The language files by language, which are no layer: nothing lies under or over them.
    pub languages: Vec<(String, Node)>,
    /// Every file read, in the order of the layers.
    pub files: Vec<InputFile>,
    /// The layers, or the paths, of files of which nothing could be read.
    pub unread: Vec<String>,
}

/// One file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Path relative to the project, with `/`; `(built in)/labels/ar.yaml` for a part of the program.
    pub name: String,
    /// `house`, `shared data`, `locale de`, `labels ar`, `neutral data`, `language ar`, `audience NAME`, and `translations`
    /// for the record of translations.
    pub layer: String,
    /// The bytes on disk.
    pub bytes: Vec<u8>,
}

/// Reads and merges the layers of an edition.
///
/// All findings of all files are returned, errors among them; there is no tree only where the edition
/// itself cannot be read. Findings are in reading order; [`sort`](crate::diag::sort) puts them in
/// the order to show.
pub fn load(
    project: &Project,
    edition: &str,
    audience: Option<&str>,
    sources: &mut Sources,
    limits: &Limits,
) -> (Option<Inputs>, Vec<Finding>) {
    let mut loader = Loader {
        project,
        sources,
        limits,
        findings: Vec::new(),
        files: Vec::new(),
        unread: Vec::new(),
        tree: None,
        languages: Vec::new(),
        read: 0,
    };
    match loader.layers(edition, audience) {
        Ok(()) => {}
        Err(finding) => {
            loader.findings.push(finding);
            loader.tree = None;
        }
    }
    let Loader { tree, languages, files, unread, findings, .. } = loader;
    (tree.map(|tree| Inputs { tree, languages, files, unread }), findings)
}

/// The places behind the value at a path, nearest first: where it was set, then what that replaced.
pub fn explain(tree: &Node, path: &str) -> Option<Vec<Span>> {
    let node = tree.at(path)?;
    Some(std::iter::once(node.span).chain(node.overrides.iter().copied()).collect())
}

struct Loader<'a> {
    project: &'a Project,
    sources: &'a mut Sources,
    limits: &'a Limits,
    findings: Vec<Finding>,
    files: Vec<InputFile>,
    unread: Vec<String>,
    tree: Option<Node>,
    languages: Vec<(String, Node)>,
    /// Files of the edition that gave a tree.
    read: usize,
}

impl Loader<'_> {
    fn layers(&mut self, edition: &str, audience: Option<&str>) -> Result<(), Finding> {
        let folder = self.project.edition_folder(edition)?;
        let overlay = audience.map(|name| self.project.audience_file(&folder, name)).transpose()?;

        let house = self.one("data/house.yaml");
        self.layer(house, |_| "house".to_owned(), &[]);
        let shared = self.all("data/shared");
        self.layer(shared, |_| "shared data".to_owned(), &[]);
        self.language_files();
        let labels = self.all("data/labels");
        self.layer(files::built_in_labels(&labels), |lang| format!("labels {lang}"), &["labels"]);
        self.layer(labels, |lang| format!("labels {lang}"), &["labels"]);
        let neutral = self.all(&folder);
        let before = self.read;
        self.layer(neutral, |_| "neutral data".to_owned(), &[]);
        let edition_read = self.read > before;
        let texts = self.all(&format!("{folder}/text"));
        self.layer(texts, |lang| format!("language {lang}"), &["text"]);
        if let (Some(file), Some(name)) = (overlay, audience) {
            let overlay = self.one(&file);
            self.layer(overlay, |_| format!("audience {name}"), &[]);
        }
        if !edition_read {
            self.tree = None;
        }
        Ok(())
    }

    /// Reads the languages that the project brings.
    fn language_files(&mut self) {
        for file in self.all("data/languages") {
            let lang = file.stem.clone();
            let Some(node) = self.parsed(file, |lang| format!("locale {lang}"), &[]) else { continue };
            self.language(&node, &lang);
            self.languages.push((lang, node));
        }
    }

    /// Reads one file.
    fn one(&mut self, name: &str) -> Vec<Bytes> {
        match files::read(self.project, name, self.limits) {
            Ok(bytes) => vec![Bytes { name: name.to_owned(), stem: String::new(), bytes }],
            Err(finding) => {
                self.findings.push(finding);
                self.unread.push(name.to_owned());
                Vec::new()
            }
        }
    }

    /// Reads the files of a folder.
    fn all(&mut self, folder: &str) -> Vec<Bytes> {
        let mut read = Vec::new();
        for found in files::listed(self.project, folder, &mut self.findings) {
            match files::read(self.project, &found.name, self.limits) {
                Ok(bytes) => read.push(Bytes { name: found.name, stem: found.stem, bytes }),
                Err(finding) => {
                    self.findings.push(finding);
                    self.unread.push(if folder.ends_with("/text") {
                        format!("language {}", found.stem)
                    } else {
                        found.name
                    });
                }
            }
        }
        read
    }

    /// Parses the files of one layer, joins them, and merges them into the tree.
    ///
    /// Under a section (`text`, `labels`) each file is a language and lies at `section.<stem>`.
    fn layer(&mut self, files: Vec<Bytes>, layer: impl Fn(&str) -> String, section: &[&str]) {
        let mut joined: Option<Node> = None;
        for file in files {
            let Some(node) = self.parsed(file, &layer, section) else { continue };
            self.read += 1;
            joined = Some(match joined {
                None => node,
                Some(first) => join(first, node, "", &mut self.findings),
            });
        }
        let Some(joined) = joined else { return };
        let joined = unique(joined, &mut self.findings);
        let empty = || Node::new(Span { end: joined.span.start, ..joined.span }, Data::Map(EcoVec::new()));
        let below = self.tree.take().unwrap_or_else(empty);
        self.tree = Some(merge(below, joined, "", &mut self.findings));
    }

    fn parsed(&mut self, file: Bytes, layer: impl Fn(&str) -> String, section: &[&str]) -> Option<Node> {
        let Bytes { name, stem, bytes } = file;
        let layer = layer(&stem);
        let id = yaml::add(&bytes, &name, &layer, self.sources, self.limits);
        self.files.push(InputFile { name, layer: layer.clone(), bytes });
        let id = match id {
            Ok(id) => id,
            Err(finding) => {
                self.findings.push(finding);
                self.unread.push(layer);
                return None;
            }
        };
        let (node, findings) = yaml::parse(id, self.sources, self.limits);
        self.findings.extend(findings);
        let Some(node) = node else {
            self.unread.push(layer);
            return None;
        };
        if node.is_null() {
            let span = node.span;
            return section.is_empty().then(|| Node::new(span, Data::Map(EcoVec::new())));
        }
        if node.as_map().is_none() {
            self.findings.push(
                Finding::error("LA07", "the file does not hold keys and values")
                    .at(node.span, "not a map")
                    .help("write `key: value` lines; see `data/README.md`"),
            );
            self.unread.push(layer);
            return None;
        }
        let Some(section) = section.first() else { return Some(node) };
        self.language(&node, &stem);
        let node = match (*section, &self.tree) {
            ("text", Some(neutral)) => guard::words_only(&stem, node, neutral, &mut self.findings),
            _ => node,
        };
        Some(wrapped(section, wrapped(&stem, node)))
    }

    /// Checks that a language file is of the language that its name says.
    fn language(&mut self, node: &Node, stem: &str) {
        let Some(lang) = node.get("lang") else { return };
        if lang.as_text() != Some(stem) {
            let found = lang.as_text().unwrap_or("");
            self.findings.push(
                Finding::error("LA15", format!("the file is named `{stem}.yaml` and says `lang: {found}`"))
                    .at(lang.span, "another language")
                    .help(format!("write `lang: {stem}`, or rename the file")),
            );
        }
    }
}

/// A map with one key, placed at the front of the file.
fn wrapped(key: &str, value: Node) -> Node {
    let front = Span { start: 0, end: 0, file: value.span.file };
    let entry = Entry { key: key.into(), key_span: front, value };
    Node::new(front, Data::Map(EcoVec::from([entry])))
}
