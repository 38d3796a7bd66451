//! `mujaz init`: a project that builds at once.

use std::fs;
use std::io;
use std::path::Path;

use super::args::Cli;
use super::args::start::Init;
use super::{Outcome, Ui, refuse, unwritten};
use crate::archive;
use crate::diag::{Finding, Sources};
use crate::scaffold;

/// How many files in the way are named.
const NAMED: usize = 8;

/// What the folders are for, by a path in them.
const PARTS: [(&str, &str); 7] = [
    ("data/house.yaml", "the name of the series, the order of sections, style"),
    ("data/shared/", "units, metrics, places, organizations"),
    ("data/editions/2031-01/", "an example edition; all its numbers are invented"),
    ("schemas/, .vscode/", "what every key means, for your editor"),
    (".github/, .gitlab-ci.yml", "builds on GitHub and GitLab"),
    ("README.md", "the commands, in English and Arabic"),
    (".gitignore", "keeps the finished files in `out` out of version control"),
];

/// Writes the project, or nothing.
pub fn run(cli: &Cli, args: &Init) -> Outcome {
    let ui = Ui::asked(cli);
    let files = scaffold::project();
    let written = free(&args.dir, &files).and_then(|()| {
        archive::create_all(&args.dir, &files).map_err(|(name, error)| {
            unwritten(args.dir.join(name).display(), &error)
                .help("choose a folder in which you may write; nothing was written")
        })
    });
    if let Err(fault) = written {
        return refuse(&ui, vec![fault], &Sources::new());
    }
    let folder = args.dir.display().to_string();
    let mut told =
        format!("{}\n", ui.words(&format!("`{folder}` is a project now; files written: {}", files.len())));
    for (place, what) in PARTS {
        told += &format!("  {place:26} {}\n", ui.words(what));
    }
    told += &format!("{}\n", ui.words("go on with:"));
    if folder != "." {
        told += &format!("  {} {}\n", "cd", quoted(&folder));
    }
    for command in ["check", "build"] {
        told += &format!("  {} {command}\n", "mujaz");
    }
    ui.result(&told);
    Outcome::Done
}

/// Refuses a place that has a project, or anything under a name that is to be written.
fn free(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Finding> {
    let shown = folder.display();
    if is_taken(folder) && !folder.is_dir() {
        let fault = Finding::error("NE08", format!("`{shown}` is not a folder"));
        return Err(fault.help("name another folder; it need not be there yet"));
    }
    if folder.join("data/house.yaml").is_file() {
        let fault = Finding::error("NE08", format!("`{shown}` has a project already: `data/house.yaml`"));
        return Err(fault.help("name another folder, or go on in this one with `mujaz new ID`"));
    }
    let mut taken: Vec<&str> = files.iter().filter_map(|(name, _)| in_the_way(folder, name)).collect();
    taken.dedup();
    if taken.is_empty() {
        return Ok(());
    }
    let named: Vec<&str> = taken.iter().take(NAMED).copied().collect();
    let rest = if taken.len() > named.len() { ", …" } else { "" };
    let message =
        format!("`{shown}` has files that a new project would replace: `{}`{rest}", named.join("`, `"));
    Err(Finding::error("NE08", message).help("move these away, or name another folder"))
}

/// What stands in the place of a file, or of a folder on the way to it.
fn in_the_way<'n>(folder: &Path, name: &'n str) -> Option<&'n str> {
    let ends = name.match_indices('/').map(|(at, _)| at);
    let file = ends
        .map(|end| &name[..end])
        .find(|part| folder.join(part).symlink_metadata().is_ok() && !folder.join(part).is_dir());
    file.or_else(|| Some(name).filter(|name| is_taken(&folder.join(name))))
}

/// Whether there is anything by this name, be it a link that leads nowhere or what may not be looked at.
fn is_taken(path: &Path) -> bool {
    !fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}
