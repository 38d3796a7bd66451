//! The editions before an edition, each read once for all that follow it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::words::split;
use crate::diag::{Finding, Sources, nearest};
use crate::layers::audience::settled_entries;
use crate::layers::{self, Ground, InputFile};
use crate::model::Edition;
use crate::yaml::{Node, from_node};

/// How many editions back a series is followed.
const MEMORY: usize = 24;

/// How many editions are kept for those that follow: more than one series needs at a time.
const KEPT: usize = 64;

/// An edition as another one remembers it.
#[derive(Debug)]
pub(super) struct Past {
    /// Its folder.
    pub id: String,
    /// The edition and its tree without words; none if it cannot be read.
    pub read: Option<(Arc<Edition>, Node)>,
    /// Its own files.
    pub files: Vec<InputFile>,
    /// The texts of all files that its places point into.
    sources: Sources,
}

impl Past {
    fn read(ground: &Ground, id: &str, audience: Option<&str>) -> Self {
        let mut sources = ground.sources();
        let (inputs, faults) = layers::load(ground, id, audience, &mut sources);
        let own = inputs.iter().flat_map(|inputs| inputs.files.iter().skip(ground.files().len()));
        let layer = format!("earlier edition {id}");
        let files = own.map(|file| InputFile { layer: layer.clone(), ..file.clone() }).collect();
        let sound = inputs.filter(|_| !faults.iter().any(Finding::is_error));
        let read = sound.and_then(|inputs| {
            let (neutral, _) = split(&inputs.tree);
            Some((Arc::new(from_node::<Edition>(&settled_entries(&neutral)).ok()?), neutral))
        });
        Self { id: id.to_owned(), read, files, sources }
    }
}

/// Id of an edition, and the audience of the house that it is for.
type Key = (String, Option<String>);

/// An edition that is read by whoever asks first.
type Once = Arc<OnceLock<Arc<Past>>>;

/// The earlier editions of a project that were needed last.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    kept: Mutex<VecDeque<(Key, Once)>>,
}

impl Earlier {
    /// One edition of the project; whoever asks first reads it, and others wait.
    fn get(&self, ground: &Ground, id: &str, audience: Option<&str>) -> Arc<Past> {
        let key = (id.to_owned(), audience.map(str::to_owned));
        let cell = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let known = kept.iter().position(|(known, _)| *known == key).and_then(|at| kept.remove(at));
            let (key, cell) = known.unwrap_or_else(|| (key, Arc::default()));
            kept.push_back((key, Arc::clone(&cell)));
            if kept.len() > KEPT {
                kept.pop_front();
            }
            cell
        };
        Arc::clone(cell.get_or_init(|| Arc::new(Past::read(ground, id, audience))))
    }

    /// The editions that `previous` leads to, the nearest first, as an audience of the house sees them.
    pub fn before(
        &self,
        ground: &Ground,
        edition: &Edition,
        audience: Option<&str>,
        sources: &mut Sources,
        findings: &mut Vec<Finding>,
    ) -> Vec<Arc<Past>> {
        let mut history: Vec<Arc<Past>> = Vec::new();
        let mut next = edition.head.previous.clone();
        while let Some(previous) = next.take() {
            if history.len() == MEMORY {
                break;
            }
            let seen = history.iter().any(|old| old.id == previous.value);
            if seen || previous.value == edition.head.id.value {
                findings.push(
                    Finding::error("MO05", format!("`previous` leads back to `{}`", previous.value))
                        .at(previous.span, "closes a circle")
                        .path("edition.previous")
                        .help("name the edition that was issued before this one"),
                );
                break;
            }
            let known = ground.editions().unwrap_or_default();
            if !known.contains(&previous.value) {
                let mut finding = Finding::error("MO01", format!("there is no edition `{}`", previous.value))
                    .at(previous.span, "unknown edition")
                    .path("edition.previous");
                if let Some(near) = nearest(&previous.value, known) {
                    finding = finding.help(format!("did you mean `{near}`?"));
                }
                findings.push(finding);
                break;
            }
            let past = self.get(ground, &previous.value, audience);
            sources.extend(&past.sources);
            if let Some((old, _)) = &past.read {
                next = old.head.previous.clone();
            } else {
                let message =
                    format!("edition `{}` cannot be read, so nothing is compared with it", previous.value);
                findings.push(
                    Finding::warning("MO06", message)
                        .at(previous.span, "the edition before")
                        .path("edition.previous")
                        .help(format!("run `mujaz check {}` and mend what it finds", previous.value)),
                );
            }
            history.push(past);
        }
        history
    }
}
