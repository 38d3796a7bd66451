//! One edition for one audience: the files that it is made from, and what in them is withheld.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::canary::canary;
use crate::diag::{Finding, Sources, Span};
use crate::dossier::Reader;
use crate::layers::audience::{Holds, Id, Leaf, Twinned, Variation, behind_released, secrets};
use crate::layers::{self, Project};
use crate::yaml::{self, Limits, write_tree};

/// Keys that released values are computed from.
const SUMMED: [&str; 11] = [
    "amount",
    "currency",
    "stage",
    "q",
    "to",
    "status",
    "place",
    "households",
    "individuals",
    "previous",
    "returned",
];

/// One change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// Another value.
    Value(Leaf),
    /// A second entry like this one.
    Twin(Twinned),
    /// Another id.
    Id(Id),
}

/// A change with the file it stands in.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub change: Change,
    pub edition: String,
    pub file: String,
    /// Line and column from 1.
    pub position: (usize, usize),
}

impl Planned {
    /// The path of what changes, in the whole edition.
    pub fn path(&self) -> String {
        match &self.change {
            Change::Value(leaf) => leaf.path.clone(),
            Change::Twin(entry) => entry.path.clone(),
            Change::Id(id) => id.text.clone(),
        }
    }
}

/// An edition for an audience, with all that is withheld from it.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Id of the edition.
    pub edition: String,
    /// The audience.
    pub audience: String,
    files: BTreeMap<String, Vec<u8>>,
    pub(super) plan: Vec<Planned>,
    words: BTreeMap<String, Vec<String>>,
    /// What the audience sees, for telling what is said twice.
    pub(super) shown: Vec<String>,
}

impl Subject {
    /// Reads an edition and the editions before it, whole and for an audience of the house.
    ///
    /// # Errors
    /// What keeps it from being read; `LA03` for an audience that the house does not define.
    pub fn read(project: &Project, edition: &str, audience: &str) -> Result<Self, Vec<Finding>> {
        let mut sources = Sources::new();
        let reader = Reader::new(project, &mut sources);
        let (dossier, findings) = reader.read(edition, Some(audience), &mut sources);
        let Some(dossier) = dossier.filter(|_| !findings.iter().any(Finding::is_error)) else {
            return Err(findings);
        };
        let own = dossier.inputs.iter().filter(|file| !is_built_in(&file.name));
        let mut subject = Self {
            edition: edition.to_owned(),
            audience: audience.to_owned(),
            files: own.map(|file| (file.name.clone(), file.bytes.to_vec())).collect(),
            plan: Vec::new(),
            words: BTreeMap::new(),
            shown: Vec::new(),
        };
        let earlier = dossier.earlier.iter().map(|(id, _)| id.as_str());
        for id in std::iter::once(edition).chain(earlier) {
            subject.add(&reader, id, &mut sources)?;
        }
        Ok(subject)
    }

    /// Adds what is withheld of one edition.
    fn add(&mut self, reader: &Reader, id: &str, sources: &mut Sources) -> Result<(), Vec<Finding>> {
        let (whole, findings) = layers::load(reader.ground(), id, None, sources);
        let Some(whole) = whole else { return Err(findings) };
        let (inputs, findings) = layers::load(reader.ground(), id, Some(&self.audience), sources);
        let Some(inputs) = inputs else { return Err(findings) };
        let Some(projected) = inputs.projected else { return Ok(()) };
        let secrets = secrets(&whole.tree, &projected.withheld);
        let released = behind_released(&projected.released);
        let summed = |pattern: &str| {
            let key = pattern.rsplit('.').next().unwrap_or_default();
            released.iter().any(|it| pattern.starts_with(it)) && SUMMED.contains(&key)
        };
        let values = secrets.leaves.into_iter().filter(|leaf| !summed(&leaf.pattern));
        let entries = secrets.entries.into_iter().filter(|it| !released.contains(it.pattern.as_str()));
        let place =
            |span: Span| (sources.name(span.file).to_owned(), sources.position(span.file, span.start));
        let start = Span::new(whole.tree.span.file, 0, 0);
        let changes = values
            .map(|leaf| (leaf.span, Change::Value(leaf)))
            .chain(entries.map(|entry| (entry.span, Change::Twin(entry))))
            .chain(secrets.ids.into_iter().map(|id| (start, Change::Id(id))));
        for (span, change) in changes {
            let (file, position) = place(span);
            if !is_built_in(&file) {
                self.plan.push(Planned { change, edition: id.to_owned(), file, position });
            }
        }
        for (pattern, words) in secrets.words {
            self.words.entry(pattern).or_default().extend(words);
        }
        gather(&inputs.tree, &mut self.shown);
        Ok(())
    }

    /// How many values, entries and ids are withheld.
    pub fn secrets(&self) -> usize {
        self.plan.len()
    }

    /// The project as it is, in memory.
    ///
    /// # Errors
    /// See [`Project::in_memory`].
    pub fn project(&self) -> Result<Project, Vec<Finding>> {
        Project::in_memory(self.files.clone()).map_err(|fault| vec![fault])
    }

    /// The project with one file changed as a text; for tests.
    ///
    /// # Errors
    /// See [`Project::in_memory`].
    pub fn with_file(
        &self,
        name: &str,
        change: impl FnOnce(&str) -> String,
    ) -> Result<Project, Vec<Finding>> {
        let mut files = self.files.clone();
        if let Some(bytes) = files.get_mut(name) {
            *bytes = change(&String::from_utf8_lossy(bytes)).into_bytes();
        }
        Project::in_memory(files).map_err(|fault| vec![fault])
    }

    /// The project with the changes of a set. Every other set has twins of withheld entries.
    pub(super) fn variant(&self, set: usize, plan: &[&Planned]) -> Result<Project, Vec<Finding>> {
        let mut files = self.files.clone();
        // Files without changes are written again as well, so that all variants are written alike.
        for (name, bytes) in &mut files {
            if let Some(varied) = self.varied(name, bytes, set, plan)? {
                *bytes = varied;
            }
        }
        Project::in_memory(files).map_err(|fault| vec![fault])
    }

    /// One file with its changes, written again; `None` if nothing can be withheld in it.
    fn varied(
        &self,
        name: &str,
        bytes: &[u8],
        set: usize,
        plan: &[&Planned],
    ) -> Result<Option<Vec<u8>>, Vec<Finding>> {
        let edition = name.strip_prefix("data/editions/").and_then(|rest| rest.split('/').next());
        let holds = match name.strip_suffix(".yaml") {
            Some(stem) if stem.contains("/text/") => Holds::Texts,
            Some(_) if edition.is_some() || name.starts_with("data/shared/") => Holds::Data,
            _ => return Ok(None),
        };
        // An overlay is for the audience, and withholds nothing.
        if name.contains("/audiences/") {
            return Ok(None);
        }
        let own = plan.iter().filter(|it| it.file == name);
        let mut values: HashMap<(u32, u32), &Leaf> = HashMap::new();
        let mut twins: HashSet<(u32, u32)> = HashSet::new();
        for planned in own {
            match &planned.change {
                Change::Value(leaf) => drop(values.insert((leaf.span.start, leaf.span.end), leaf)),
                Change::Twin(entry) if set % 2 == 1 => drop(twins.insert((entry.span.start, entry.span.end))),
                Change::Twin(_) | Change::Id(_) => {}
            }
        }
        let mut ids = HashMap::new();
        for planned in plan {
            let here = edition.is_none_or(|edition| edition == planned.edition);
            if let (Change::Id(id), true) = (&planned.change, here) {
                ids.insert(id.clone(), format!("canary{}_{set}_{}", "x".repeat(set % 5), id.text));
            }
        }
        let mut sources = Sources::new();
        let limits = Limits::default();
        let id = yaml::add(bytes, name, "", &mut sources, &limits).map_err(|fault| vec![fault])?;
        let (Some(tree), _) = yaml::parse(id, &sources, &limits) else { return Ok(None) };
        let value = |span: Span, twin: bool| {
            let leaf = values.get(&(span.start, span.end))?;
            let words = self.words.get(&leaf.pattern).map_or(&[][..], Vec::as_slice);
            canary(leaf, set, twin, words)
        };
        let twin = |span: Span| {
            let known = twins.contains(&(span.start, span.end));
            known.then(|| format!("twin_{set}_{}", span.start))
        };
        let varied = Variation { value: &value, twin: &twin, ids: &ids }.of(&tree, holds);
        Ok(Some(write_tree(&varied, "").into_bytes()))
    }
}

/// Whether a file is part of the program: its name is no path.
fn is_built_in(name: &str) -> bool {
    name.starts_with('(')
}

/// Every text of a tree.
fn gather(node: &yaml::Node, texts: &mut Vec<String>) {
    match &node.data {
        yaml::Data::Scalar(text, _) => texts.push(text.to_string()),
        yaml::Data::Seq(items) => items.iter().for_each(|item| gather(item, texts)),
        yaml::Data::Map(entries) => {
            for entry in entries {
                texts.push(entry.key.to_string());
                gather(&entry.value, texts);
            }
        }
    }
}
