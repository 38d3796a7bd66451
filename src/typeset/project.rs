//! A folder of the project -> its files with their bytes, read once, with limits.
//!
//! Only plain files below the folder count: links, devices and pipes are refused wherever they lead, and so is
//! what [`refusal`] refuses.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::folder::{Entry, Folder};
use super::refusal;
use crate::diag::Finding;

/// The largest file, in bytes: room for any text face, far below what makes Typst run out of memory.
const FILE_LIMIT: u64 = 16 << 20;
/// The largest sum of all files of a folder, in bytes.
const FOLDER_LIMIT: u64 = 64 << 20;
/// The most files and folders below a folder.
const COUNT_LIMIT: usize = 1_000;
/// The deepest nesting of folders.
const DEPTH_LIMIT: usize = 12;

/// Reads the files of `root/folder` whose path below the folder is wanted, in the order of the paths.
/// A folder that does not exist has no files. Hidden files and folders are left out.
///
/// # Errors
/// `TE04` for each link, device, file over a limit, WebAssembly program and unreadable entry.
pub(super) fn read(
    root: &Path,
    folder: &str,
    wanted: fn(&str) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, Vec<Finding>> {
    let mut reader = Reader { wanted, files: Vec::new(), findings: Vec::new(), count: 0, sum: 0 };
    match Folder::open(root).and_then(|root| root.find(folder)) {
        Ok(None) => {}
        Ok(Some(Entry::Folder(top))) => reader.folder(&top, folder, "", DEPTH_LIMIT),
        Ok(Some(Entry::Link)) => reader.refuse(folder, LINK),
        Ok(Some(Entry::File(_) | Entry::Other)) => {
            reader.refuse(folder, ("is not a folder", "rename it, or make it a folder"));
        }
        Err(error) => reader.findings.push(unreadable(folder, &error)),
    }
    reader.files.sort();
    if reader.findings.is_empty() { Ok(reader.files) } else { Err(reader.findings) }
}

const LINK: (&str, &str) = ("is a symbolic link", "copy the file or folder into the project");

struct Reader {
    wanted: fn(&str) -> bool,
    files: Vec<(String, Vec<u8>)>,
    findings: Vec<Finding>,
    count: usize,
    sum: u64,
}

impl Reader {
    /// Reads one folder; `shown` is its path in the project, `below` its path under the first folder.
    fn folder(&mut self, folder: &Folder, shown: &str, below: &str, depth: usize) {
        if depth == 0 {
            return self.refuse(shown, ("is nested too deeply", "flatten the folders"));
        }
        let names = match folder.names() {
            Ok(names) => names,
            Err(error) => return self.findings.push(unreadable(shown, &error)),
        };
        for name in names {
            let Some(name) = name.to_str().filter(|name| !name.contains('\\')) else {
                self.refuse(shown, ("holds a file whose name is not plain text", "rename the file"));
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            self.count += 1;
            if self.count > COUNT_LIMIT {
                let message = format!("holds more than {COUNT_LIMIT} files");
                return self.refuse(shown, (&message, "keep only what templates use"));
            }
            let (shown, below) = (format!("{shown}/{name}"), format!("{below}{name}"));
            match folder.entry(name.as_ref()) {
                Ok(Entry::Folder(folder)) => self.folder(&folder, &shown, &format!("{below}/"), depth - 1),
                Ok(Entry::File(file)) if (self.wanted)(&below) => self.file(file, &shown, below),
                Ok(Entry::File(_)) => {}
                Ok(Entry::Link) => self.refuse(&shown, LINK),
                Ok(Entry::Other) => {
                    self.refuse(
                        &shown,
                        ("is not an ordinary file", "keep devices, pipes and sockets elsewhere"),
                    );
                }
                Err(error) => self.findings.push(unreadable(&shown, &error)),
            }
        }
    }

    fn file(&mut self, file: File, shown: &str, below: String) {
        let mut bytes = Vec::new();
        if let Err(error) = file.take(FILE_LIMIT + 1).read_to_end(&mut bytes) {
            return self.findings.push(unreadable(shown, &error));
        }
        if bytes.len() as u64 > FILE_LIMIT {
            let message = format!("is larger than {} MiB", FILE_LIMIT >> 20);
            return self.refuse(shown, (&message, "make the file smaller"));
        }
        if let Err(finding) = refusal::check(shown, &bytes) {
            return self.findings.push(finding);
        }
        self.sum += bytes.len() as u64;
        if self.sum > FOLDER_LIMIT {
            let message = format!("takes the folder over {} MiB", FOLDER_LIMIT >> 20);
            return self.refuse(shown, (&message, "keep only what templates use"));
        }
        self.files.push((below, bytes));
    }

    fn refuse(&mut self, shown: &str, (message, help): (&str, &str)) {
        self.findings.push(Finding::error("TE04", format!("`{shown}` {message}")).help(help));
    }
}

fn unreadable(shown: &str, error: &io::Error) -> Finding {
    Finding::error("TE04", format!("`{shown}` cannot be read: {error}"))
}
