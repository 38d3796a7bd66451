//! PDF bytes -> what `qpdf --check` says about them.

#![allow(clippy::disallowed_methods, reason = "another program reads the file")]

use std::fs;
use std::process::Command;

/// The faults as lines, none for a sound file; nothing where qpdf is not installed.
pub fn faults(pdf: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let path = folder.path().join("file.pdf");
    fs::write(&path, pdf).expect("writes");
    let done = Command::new("qpdf").arg("--check").arg(&path).output().ok()?;
    if done.status.success() {
        return Some(Vec::new());
    }
    let said = String::from_utf8_lossy(&done.stderr).into_owned() + &String::from_utf8_lossy(&done.stdout);
    Some(said.lines().map(str::to_owned).collect())
}
