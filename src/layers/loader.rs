//! One layer after the other: files read, parsed, joined, and merged over those below, with every finding on the
//! way.

use ecow::EcoVec;

use super::files::{self, Bytes};
use super::guard;
use super::input::InputFile;
use super::join::{join, unique};
use super::merge::merge;
use super::project::Project;
use crate::diag::{Finding, Sources, Span};
use crate::yaml::{self, Data, Entry, Limits, Node};

/// A tree that grows by a layer at a time.
pub(super) struct Loader<'a> {
    pub project: &'a Project,
    pub sources: &'a mut Sources,
    pub limits: &'a Limits,
    /// In reading order.
    pub findings: Vec<Finding>,
    /// Every file read, in the order of the layers.
    pub files: Vec<InputFile>,
    /// The layers, or the paths, of files of which nothing could be read.
    pub unread: Vec<String>,
    /// What was merged so far.
    pub tree: Option<Node>,
}

impl<'a> Loader<'a> {
    /// Nothing yet.
    pub fn new(project: &'a Project, sources: &'a mut Sources, limits: &'a Limits) -> Self {
        let (findings, files, unread) = (Vec::new(), Vec::new(), Vec::new());
        Self { project, sources, limits, findings, files, unread, tree: None }
    }

    /// Reads one file.
    pub fn one(&mut self, name: &str) -> Vec<Bytes> {
        match self.project.store.read(name, self.limits) {
            Ok(bytes) => vec![Bytes { name: name.to_owned(), stem: String::new(), bytes }],
            Err(finding) => {
                self.findings.push(finding);
                self.unread.push(name.to_owned());
                Vec::new()
            }
        }
    }

    /// Reads the files of a folder.
    pub fn all(&mut self, folder: &str) -> Vec<Bytes> {
        let mut read = Vec::new();
        for found in files::listed(self.project, folder, &mut self.findings) {
            match self.project.store.read(&found.name, self.limits) {
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

    /// Parses the files of one layer, joins them, and merges them into the tree; how many gave anything.
    ///
    /// Under a section (`text`, `labels`) each file is a language and lies at `section.<stem>`.
    pub fn layer(
        &mut self,
        files: Vec<Bytes>,
        layer: impl Fn(&str) -> String,
        section: Option<&str>,
    ) -> usize {
        let mut joined: Option<Node> = None;
        let mut read = 0;
        for file in files {
            let Some(node) = self.parsed(file, &layer, section) else { continue };
            read += 1;
            joined = Some(match joined {
                None => node,
                Some(first) => join(first, node, "", &mut self.findings),
            });
        }
        let Some(joined) = joined else { return read };
        let joined = unique(joined, &mut self.findings);
        let empty = || Node::new(Span { end: joined.span.start, ..joined.span }, Data::Map(EcoVec::new()));
        let below = self.tree.take().unwrap_or_else(empty);
        self.tree = Some(merge(below, joined, "", &mut self.findings));
        read
    }

    /// Parses one file. A file of a language layer is held to words, and to the language of its name.
    pub fn parsed(
        &mut self,
        file: Bytes,
        layer: impl Fn(&str) -> String,
        section: Option<&str>,
    ) -> Option<Node> {
        let Bytes { name, stem, bytes } = file;
        let layer = layer(&stem);
        let id = yaml::add(&bytes, &name, &layer, self.sources, self.limits);
        self.files.push(InputFile::new(name, layer.clone(), bytes));
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
            return section.is_none().then(|| Node::new(span, Data::Map(EcoVec::new())));
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
        let Some(section) = section else { return Some(node) };
        self.language(&node, &stem);
        let node = match (section, &self.tree) {
            ("text", Some(neutral)) => guard::words_only(&stem, node, neutral, &mut self.findings),
            _ => node,
        };
        Some(wrapped(section, wrapped(&stem, node)))
    }

    /// Checks that a language file is of the language that its name says.
    pub fn language(&mut self, node: &Node, stem: &str) {
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
