//! The single steps of a publication on the file system, each whole or without effect.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// How the names of files that wait beside their place begin and end.
const WAITING: (&str, &str) = (".mujaz-", ".part");

/// Whether a name is a file in the folder itself: no separator, not hidden, no drive, nothing that
/// a file system or a shell would read in another way.
pub(super) fn is_plain(name: &str) -> bool {
    let reserved = |char: char| char.is_control() || "/\\:*?\"<>|".contains(char);
    !name.is_empty()
        && !name.starts_with(['.', '-'])
        && !name.ends_with(['.', ' '])
        && !name.contains(reserved)
}

/// Creates a folder and those above it, down to the disk; says which are new, the outermost first.
pub(super) fn create_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
    let mut new: Vec<PathBuf> = folder.ancestors().take_while(missing).map(Path::to_owned).collect();
    new.reverse();
    fs::create_dir_all(folder)?;
    new.iter().try_for_each(|made| sync_folder(parent(made)))?;
    Ok(new)
}

/// The folder that a path is in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes what a killed process left waiting; only while the folder is held.
pub(super) fn sweep(folder: &Path) {
    for path in waiting(folder) {
        let _ = fs::remove_file(path);
    }
}

/// The files that wait beside their places.
pub(super) fn waiting(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_waiting = |name: &str| name.starts_with(WAITING.0) && name.ends_with(WAITING.1);
    entries.filter(|it| it.file_name().to_str().is_some_and(is_waiting)).map(|it| it.path()).collect()
}

/// Whether a plain file is there.
pub(super) fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// What is at a place now; an error if that is no plain file.
pub(super) fn previous(target: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::symlink_metadata(target) {
        Ok(found) if found.is_file() => fs::read(target).map(Some),
        Ok(found) if found.is_dir() => Err(io::Error::other("a folder of that name is in the way")),
        Ok(_) => Err(io::Error::other("something that is not a plain file is in the way")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes bytes into a new file of the folder, down to the disk. The file vanishes unless it is put
/// into its place.
pub(super) fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(WAITING.0).suffix(WAITING.1);
    // Temporary files are private by default; these become public ones, as far as the umask says.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Replaces one plain file by other bytes: what was there stays until the new file is whole.
///
/// # Errors
/// What the file system says; the file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    previous(path)?;
    let folder = parent(path);
    let file = beside(folder, bytes)?;
    if let Ok(metadata) = fs::metadata(path) {
        fs::set_permissions(file.path(), metadata.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Replaces plain files one after the other, all of them or none.
///
/// # Errors
/// The place in the list of the file that failed, and what the file system says. What was put into its place
/// before it is then taken back.
pub fn replace_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), (usize, io::Error)> {
    let mut earlier = Vec::new();
    for (at, (path, _)) in files.iter().enumerate() {
        earlier.push(previous(path).map_err(|error| (at, error))?);
    }
    for (at, (path, bytes)) in files.iter().enumerate() {
        let Err(error) = replace(path, bytes) else { continue };
        for ((path, _), earlier) in files[..=at].iter().zip(&earlier).rev() {
            // The fault that is told is the first.
            let _ = match earlier {
                Some(bytes) => replace(path, bytes),
                None => remove(path).map(drop),
            };
        }
        return Err((at, error));
    }
    Ok(())
}

/// Puts one file into a folder that need not be there yet; what was there stays until the new file is whole.
///
/// # Errors
/// What the file system says; a file that was there is then as it was.
pub fn place(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    create_folders(folder)?;
    replace(&folder.join(name), bytes)
}

/// Writes files that are not there yet below a folder, which need not be there either, by their paths with `/`: all of
/// them or none. Nothing that is there is touched.
///
/// # Errors
/// The path that failed, and what the file system says. What was made before it is then taken away.
pub fn create_all(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), (String, io::Error)> {
    let (mut folders, mut made) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let path = root.join(name);
        let folder = parent(&path);
        let put = create_folders(folder).and_then(|new| {
            folders.extend(new);
            beside(folder, bytes)?.persist_noclobber(&path).map_err(|error| error.error)?;
            made.push(path.clone());
            sync_folder(folder)
        });
        if let Err(error) = put {
            // The fault that is told is the first.
            made.iter().for_each(|path| drop(fs::remove_file(path)));
            folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
            return Err((name.clone(), error));
        }
    }
    Ok(())
}

/// Writes a file that is not there yet, and the folders above it, down to the disk.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(parent(path))?;
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts a file into an occupied folder unless it is there with these bytes; says whether it was not.
pub(super) fn update(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<bool> {
    let target = folder.join(name);
    if previous(&target)?.as_deref() == Some(bytes) {
        return Ok(false);
    }
    beside(folder, bytes)?.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder)?;
    Ok(true)
}

/// Makes renames in the folder last through a power cut.
///
/// # Errors
/// What the file system says.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Restores what was at a place.
pub(super) fn put_back(folder: &Path, name: &str, previous: Option<&[u8]>) -> io::Result<()> {
    let target = folder.join(name);
    match previous {
        Some(bytes) => beside(folder, bytes)?.persist(&target).map(drop).map_err(|error| error.error),
        None => remove(&target).map(drop),
    }
}

/// Removes a plain file; says whether there was one.
pub(super) fn remove(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => fs::remove_file(path).map(|()| true),
        Ok(_) => Err(io::Error::other("not a plain file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
