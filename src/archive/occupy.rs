//! A folder -> a folder in which this process alone publishes, until it is done.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::write::create_folders;

/// A folder in which no other process publishes until this is dropped.
#[derive(Debug)]
pub(super) struct Occupied {
    held: Option<Held>,
    /// The folders that were made for it, the outermost first.
    new: Vec<PathBuf>,
}

impl Occupied {
    /// Whether others are kept out: not every file system can.
    pub(super) fn is_exclusive(&self) -> bool {
        self.held.is_some()
    }

    /// Removes the folders that were made for nothing; one that is not empty stays.
    pub(super) fn give_up(self) {
        for folder in self.new.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Creates a folder if it is not there, and waits until no other process publishes into it.
pub(super) fn occupy(folder: &Path) -> io::Result<Occupied> {
    let mut new = Vec::new();
    // Whoever was waited for may have taken the folder away again, even several times.
    for _ in 0..1000 {
        match create_folders(folder) {
            Ok(made) => new.extend(made),
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        }
        let held = Held::wait(folder);
        if fs::symlink_metadata(folder).is_ok() && held.as_ref().is_none_or(Held::is_current) {
            new.sort_unstable();
            new.dedup();
            return Ok(Occupied { held, new });
        }
    }
    Err(io::Error::other("it is taken away again and again"))
}

/// Whether another process is publishing into a folder just now, so that `occupy` would wait for it. It is for
/// telling only: a moment later it may be otherwise.
pub fn is_occupied(folder: &Path) -> bool {
    let file = File::open(folder).or_else(|_| File::open(folder.join(Held::NAME)));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// A lock: on the folder itself where that can be locked, else on a file in it (Windows, some network drives).
#[derive(Debug)]
struct Held {
    file: File,
    path: PathBuf,
}

impl Held {
    /// The name of the file, where there has to be one.
    const NAME: &str = ".mujaz-lock";

    /// Waits for the lock; `None` if neither can be locked.
    fn wait(folder: &Path) -> Option<Self> {
        let lock = |file: File, path: PathBuf| locked(&file).ok().map(|()| Self { file, path });
        let itself = || lock(File::open(folder).ok()?, folder.to_owned());
        let path = folder.join(Self::NAME);
        let options = || File::options().create(true).append(true).open(&path).ok();
        itself().or_else(|| lock(options()?, path.clone()))
    }

    /// Whether what is locked is still what is at the path.
    fn is_current(&self) -> bool {
        same(&self.file, &self.path)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if cfg!(unix) && self.path.ends_with(Self::NAME) {
            // Those who wait for it see that it is gone, and make another.
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn locked(file: &File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

#[cfg(unix)]
fn same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn same(_: &File, path: &Path) -> bool {
    path.exists()
}
