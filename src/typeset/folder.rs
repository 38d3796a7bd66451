//! A folder on disk -> its entries, without ever following a link.
//!
//! On Unix each entry is opened by its name relative to the open folder that holds it, and what was opened is
//! looked at again, so that nothing swapped in between is followed. Elsewhere entries are looked at by path
//! before they are opened.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;

/// What stands under a name.
pub(super) enum Entry {
    /// A folder, open.
    Folder(Folder),
    /// An ordinary file, open for reading.
    File(File),
    /// A symbolic link.
    Link,
    /// A device, pipe or socket.
    Other,
}

pub(super) use system::Folder;

impl Folder {
    /// The entry of this name; `None` if there is none.
    pub(super) fn find(&self, name: &str) -> io::Result<Option<Entry>> {
        match self.entry(name.as_ref()) {
            Ok(entry) => Ok(Some(entry)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(unix)]
mod system {
    use std::ffi::OsStr;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt as _;

    use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, openat, statat};

    use super::{Entry, OsString, Path, io};

    /// An open folder.
    pub(in crate::typeset) struct Folder(OwnedFd);

    impl Folder {
        /// Opens the folder at this path, which may be a link: it is the user's own word.
        pub(in crate::typeset) fn open(path: &Path) -> io::Result<Self> {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            Ok(Self(openat(CWD, path, flags, Mode::empty())?))
        }

        /// The names in it, in order.
        pub(in crate::typeset) fn names(&self) -> io::Result<Vec<OsString>> {
            let mut names = Vec::new();
            for entry in Dir::read_from(&self.0)? {
                let entry = entry?;
                let name = entry.file_name().to_bytes();
                if name != b"." && name != b".." {
                    names.push(OsStr::from_bytes(name).to_owned());
                }
            }
            names.sort();
            Ok(names)
        }

        /// Opens an entry by its name.
        pub(in crate::typeset) fn entry(&self, name: &OsStr) -> io::Result<Entry> {
            // Devices and pipes are not even opened: that alone can block or have effects.
            let looked = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
            match FileType::from_raw_mode(looked.st_mode) {
                FileType::Symlink => Ok(Entry::Link),
                FileType::Directory => {
                    let folder = openat(&self.0, name, flags | OFlags::DIRECTORY, Mode::empty())?;
                    Ok(Entry::Folder(Self(folder)))
                }
                FileType::RegularFile => {
                    let file = openat(&self.0, name, flags, Mode::empty())?;
                    match FileType::from_raw_mode(fstat(&file)?.st_mode) {
                        FileType::RegularFile => Ok(Entry::File(file.into())),
                        _ => Ok(Entry::Other),
                    }
                }
                _ => Ok(Entry::Other),
            }
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::ffi::OsStr;
    use std::fs;
    use std::path::PathBuf;

    use super::{Entry, File, OsString, Path, io};

    /// A folder.
    pub(in crate::typeset) struct Folder(PathBuf);

    impl Folder {
        /// The folder at this path.
        pub(in crate::typeset) fn open(path: &Path) -> io::Result<Self> {
            Ok(Self(path.to_owned()))
        }

        /// The names in it, in order.
        pub(in crate::typeset) fn names(&self) -> io::Result<Vec<OsString>> {
            let entries = fs::read_dir(&self.0)?;
            let mut names = entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
            names.sort();
            Ok(names)
        }

        /// Opens an entry by its name.
        pub(in crate::typeset) fn entry(&self, name: &OsStr) -> io::Result<Entry> {
            let path = self.0.join(name);
            let kind = fs::symlink_metadata(&path)?.file_type();
            if kind.is_symlink() {
                Ok(Entry::Link)
            } else if kind.is_dir() {
                Ok(Entry::Folder(Self(path)))
            } else if kind.is_file() {
                Ok(Entry::File(File::open(path)?))
            } else {
                Ok(Entry::Other)
            }
        }
    }
}
