//! A folder of the project -> its files with their bytes, read once, with limits.
//!
//! Only plain files below the folder count. Links may point to other places of the project but not out
//! of it, and WebAssembly is refused: a plugin is a program that nothing here could stop.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::diag::Finding;

/// The largest file, in bytes: room for any text face, far below what makes Typst run out of memory.
const FILE_LIMIT: u64 = 16 << 20;
/// The largest sum of all files of a folder, in bytes.
const FOLDER_LIMIT: u64 = 64 << 20;
/// The most files and folders below a folder.
const COUNT_LIMIT: usize = 1_000;
/// The deepest nesting of folders; also what ends a link to a folder above itself.
const DEPTH_LIMIT: usize = 12;

/// Reads the files of `root/folder` whose path below the folder is wanted, in the order of the paths.
/// A folder that does not exist has no files. Hidden files and folders are left out.
pub(super) fn read(
    root: &Path,
    folder: &str,
    wanted: fn(&str) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, Vec<Finding>> {
    let top = root.join(folder);
    if !top.is_dir() {
        return Ok(Vec::new());
    }
    let Ok(home) = fs::canonicalize(root) else {
        return Err(vec![refused(folder, "cannot be read", "check that the folder exists")]);
    };
    let mut reader =
        Reader { home: &home, wanted, files: Vec::new(), findings: Vec::new(), count: 0, sum: 0 };
    reader.folder(&top, folder, "", DEPTH_LIMIT);
    reader.files.sort();
    if reader.findings.is_empty() { Ok(reader.files) } else { Err(reader.findings) }
}

struct Reader<'a> {
    home: &'a Path,
    wanted: fn(&str) -> bool,
    files: Vec<(String, Vec<u8>)>,
    findings: Vec<Finding>,
    count: usize,
    sum: u64,
}

impl Reader<'_> {
    /// Reads one folder; `shown` is its path in the project, `below` its path under the first folder.
    fn folder(&mut self, path: &Path, shown: &str, below: &str, depth: usize) {
        if depth == 0 {
            self.findings.push(refused(shown, "is nested too deeply", "flatten the folders"));
            return;
        }
        let names = fs::read_dir(path).and_then(|entries| {
            let mut names = entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
            names.sort();
            Ok(names)
        });
        let names = match names {
            Ok(names) => names,
            Err(error) => return self.findings.push(unreadable(shown, &error)),
        };
        for name in names {
            let Some(name) = name.to_str().filter(|name| !name.contains('\\')) else {
                let message = "holds a file whose name is not plain text";
                self.findings.push(refused(shown, message, "rename the file"));
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            self.count += 1;
            if self.count > COUNT_LIMIT {
                let message = format!("holds more than {COUNT_LIMIT} files");
                return self.findings.push(refused(shown, &message, "keep only what templates use"));
            }
            self.entry(&path.join(name), &format!("{shown}/{name}"), &format!("{below}{name}"), depth);
        }
    }

    fn entry(&mut self, path: &Path, shown: &str, below: &str, depth: usize) {
        let real = match fs::canonicalize(path) {
            Ok(real) => real,
            Err(error) => return self.findings.push(unreadable(shown, &error)),
        };
        if !real.starts_with(self.home) {
            let help = "copy the file into the project";
            return self.findings.push(refused(shown, "is a link that leaves the project", help));
        }
        if real.is_dir() {
            return self.folder(path, shown, &format!("{below}/"), depth - 1);
        }
        if !(self.wanted)(below) {
            return;
        }
        match plain_file(&real) {
            Ok(bytes) if bytes.len() as u64 > FILE_LIMIT => {
                let message = format!("is larger than {} MiB", FILE_LIMIT >> 20);
                self.findings.push(refused(shown, &message, "make the file smaller"));
            }
            Ok(bytes) if is_program(below, &bytes) => self.findings.push(program(shown)),
            Ok(bytes) => {
                self.sum += bytes.len() as u64;
                if self.sum > FOLDER_LIMIT {
                    let message = format!("takes the folder over {} MiB", FOLDER_LIMIT >> 20);
                    return self.findings.push(refused(shown, &message, "keep only what templates use"));
                }
                self.files.push((below.to_owned(), bytes));
            }
            Err(error) => self.findings.push(unreadable(shown, &error)),
        }
    }
}

/// Whether a file is WebAssembly, by its name or its first bytes.
pub(super) fn is_program(path: &str, bytes: &[u8]) -> bool {
    path.ends_with(".wasm") || bytes.starts_with(b"\0asm")
}

/// The refusal of a program.
pub(super) fn program(shown: &str) -> Finding {
    refused(shown, "is a WebAssembly program", "delete the plugin, and compute in the data instead")
}

/// Reads a plain file, and at most one byte beyond the limit.
fn plain_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("not a plain file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(FILE_LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refused(shown: &str, message: &str, help: &str) -> Finding {
    Finding::error("TE04", format!("`{shown}` {message}")).help(help)
}

fn unreadable(shown: &str, error: &io::Error) -> Finding {
    Finding::error("TE04", format!("`{shown}` cannot be read: {error}"))
}
