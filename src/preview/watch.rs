//! Changes of files -> one message for each burst of them, saying how much has to be read again.
//!
//! Editors save in many ways: they write in place, write beside and rename, or delete and write anew. So whatever
//! happens to a name below the folders counts, and a moment of silence ends a burst.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diag::Finding;

/// A burst ends after this silence.
const SILENCE: Duration = Duration::from_millis(12);
/// A burst ends after this silence once a file was closed, or took the place of another.
const WRITTEN: Duration = Duration::from_millis(2);
/// A burst is told of after this many messages, ended or not.
const LONGEST: usize = 2_000;
/// How often files are looked at where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(400);

/// What a burst has changed, the more the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Files of the edition alone.
    Edition,
    /// Data that editions share, or another edition.
    Data,
    /// Templates or fonts.
    Assets,
}

/// Watches the files of a project.
pub struct Watch {
    root: PathBuf,
    /// `data/editions/ID`, below which changes are of the edition.
    own: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    polls: bool,
}

impl Watch {
    /// Begins to watch a project, whose root is an absolute path without links, for an edition.
    ///
    /// # Errors
    /// `PV02` where changes can be neither told nor looked for.
    pub fn new(root: &Path, edition: &str) -> Result<Self, Finding> {
        let told = Self::with::<RecommendedWatcher>(root, edition, false);
        let watch = told.or_else(|_| Self::with::<PollWatcher>(root, edition, true));
        watch.map_err(|error| {
            Finding::error("PV02", format!("changes of the files cannot be followed: {error}"))
                .help("raise the number of files that the system watches (`fs.inotify.max_user_watches`)")
        })
    }

    fn with<W: Watcher + Send + 'static>(root: &Path, edition: &str, polls: bool) -> notify::Result<Self> {
        let (sender, events) = channel();
        let config = Config::default().with_poll_interval(POLL).with_compare_contents(polls);
        let mut watcher = W::new(sender, config)?;
        for folder in ["data", "templates", "fonts", "assets"].map(|name| root.join(name)) {
            if folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        // A folder may come into being later; what else stands in the root is left alone.
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let own = root.join("data/editions").join(edition);
        Ok(Self { root: root.to_owned(), own, events, watcher: Box::new(watcher), polls })
    }

    /// Whether files are looked at every so often, since the system does not tell of changes.
    pub fn polls(&self) -> bool {
        self.polls
    }

    /// What an event changes, if anything that is read.
    fn change(&mut self, event: notify::Result<Event>) -> Option<Change> {
        // Something was missed: everything may have changed.
        let Ok(event) = event else { return Some(Change::Assets) };
        if event.need_rescan() {
            return Some(Change::Assets);
        }
        let is_reading = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        };
        if is_reading {
            return None;
        }
        event.paths.iter().filter_map(|path| self.of(path)).max()
    }

    fn of(&mut self, path: &Path) -> Option<Change> {
        let below = path.strip_prefix(&self.root).ok()?;
        let hidden = |name: &str| name.starts_with('.') || name.ends_with('~') || name == "4913";
        if below.iter().any(|name| name.to_str().is_some_and(hidden)) {
            return None;
        }
        let top = below.iter().next()?.to_str()?;
        if !["data", "templates", "fonts", "assets"].contains(&top) {
            return None;
        }
        if below.iter().count() == 1 && path.is_dir() {
            // It has just come into being.
            let _ = self.watcher.watch(path, RecursiveMode::Recursive);
        }
        Some(match top {
            "templates" | "fonts" => Change::Assets,
            _ if path.starts_with(&self.own) => Change::Edition,
            _ => Change::Data,
        })
    }
}

impl Iterator for Watch {
    type Item = Change;

    /// Waits for the next burst of changes; `None` once there will be none.
    fn next(&mut self) -> Option<Change> {
        loop {
            let first = self.events.recv().ok()?;
            let mut silence = silence(&first);
            let mut change = self.change(first);
            for _ in 0..LONGEST {
                match self.events.recv_timeout(silence) {
                    Ok(event) => {
                        silence = self::silence(&event);
                        change = change.max(self.change(event));
                    }
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if change.is_some() {
                return change;
            }
        }
    }
}

/// How long after an event a burst goes on.
fn silence(event: &notify::Result<Event>) -> Duration {
    let written = event.as_ref().is_ok_and(|event| {
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let moved = [RenameMode::To, RenameMode::Both].map(|to| EventKind::Modify(ModifyKind::Name(to)));
        event.kind == closed || moved.contains(&event.kind)
    });
    if written { WRITTEN } else { SILENCE }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use notify::{PollWatcher, RecommendedWatcher};

    use super::{Change, Watch};

    /// A project, and what is told of changes in it.
    fn watched(polls: bool) -> (tempfile::TempDir, Receiver<Change>) {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(root.join("data/editions/a/text")).unwrap();
        fs::create_dir_all(root.join("data/shared")).unwrap();
        fs::write(root.join("data/editions/a/edition.yaml"), "a").unwrap();
        let watch = match polls {
            true => Watch::with::<PollWatcher>(&root, "a", true),
            false => Watch::with::<RecommendedWatcher>(&root, "a", false),
        };
        let watch = watch.unwrap();
        let (sender, changes) = channel();
        std::thread::spawn(move || {
            for change in watch {
                if sender.send(change).is_err() {
                    break;
                }
            }
        });
        (folder, changes)
    }

    /// The most that was told until it was silent.
    fn told(changes: &Receiver<Change>) -> Option<Change> {
        let mut most = changes.recv_timeout(Duration::from_secs(5)).ok();
        while let Ok(more) = changes.recv_timeout(Duration::from_millis(300)) {
            most = most.max(Some(more));
        }
        most
    }

    fn silent(changes: &Receiver<Change>) -> bool {
        changes.recv_timeout(Duration::from_millis(300)).is_err()
    }

    #[test]
    fn tells_of_every_way_to_save() {
        let (folder, changes) = watched(false);
        let at = |name: &str| folder.path().join(name);
        fs::write(at("data/editions/a/edition.yaml"), "b").unwrap();
        assert_eq!(told(&changes), Some(Change::Edition), "written in place");
        fs::write(at("data/editions/a/.edition.yaml.swp"), "c").unwrap();
        assert!(silent(&changes), "what an editor keeps for itself");
        fs::rename(at("data/editions/a/.edition.yaml.swp"), at("data/editions/a/edition.yaml")).unwrap();
        assert_eq!(told(&changes), Some(Change::Edition), "written beside and renamed");
        fs::remove_file(at("data/editions/a/edition.yaml")).unwrap();
        assert_eq!(told(&changes), Some(Change::Edition), "deleted");
        fs::create_dir_all(at("data/editions/b/text")).unwrap();
        assert_eq!(told(&changes), Some(Change::Data), "a new edition");
        fs::write(at("data/editions/b/text/ar.yaml"), "c").unwrap();
        assert_eq!(told(&changes), Some(Change::Data), "a file in new folders");
        fs::read(at("data/editions/b/text/ar.yaml")).unwrap();
        assert!(silent(&changes), "reading");
        fs::create_dir(at("out")).unwrap();
        fs::write(at("out/x.pdf"), "x").unwrap();
        assert!(silent(&changes), "outputs");
    }

    #[test]
    fn folders_of_the_project_may_come_later() {
        let (folder, changes) = watched(false);
        fs::create_dir(folder.path().join("templates")).unwrap();
        assert_eq!(told(&changes), Some(Change::Assets));
        fs::write(folder.path().join("templates/theme.typ"), "x").unwrap();
        assert_eq!(told(&changes), Some(Change::Assets));
    }

    #[test]
    fn looks_for_changes_where_it_is_not_told() {
        let (folder, changes) = watched(true);
        // The first look is only to know what there is.
        std::thread::sleep(Duration::from_millis(100));
        let path = folder.path().join("data/editions/a/edition.yaml");
        fs::write(Path::new(&path), "other").unwrap();
        assert_eq!(told(&changes), Some(Change::Edition));
    }
}
