//! A folder of outputs with its index -> a bag for long keeping: BagIt 1.0 (RFC 8493), with SHA-256.
//!
//! The bag is made in full beside its place, under one name that the next run clears if this one is killed, and
//! renamed as a whole; the tag manifest is the last file in it. The same outputs give the same bag: its date is
//! the newest time that an edition was built for.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::condition::{Flaw, flaws_of, manifest_of, read, sound};
use super::index::{Entry, Index};
use super::manifest::MANIFEST_NAME;
use super::merge::flawed;
use super::occupy::occupy;
use super::provenance;
use super::publish::unwritable;
use super::unit::WHOLE;
use super::write::{self, parent};
use crate::diag::Finding;
use crate::digest::Digest;
use crate::press::Tool;

/// What a bag holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bagged {
    /// How many files were bagged.
    pub files: usize,
    /// Their size.
    pub bytes: u64,
    /// Whether the very same bag was there already.
    pub unchanged: bool,
}

/// A file of the bag.
enum Content {
    /// Copied from here, with this hash.
    Copied(PathBuf, Digest),
    /// Written by mujaz.
    Written(Vec<u8>),
}

impl Content {
    fn digest(&self) -> Digest {
        match self {
            Self::Copied(_, digest) => *digest,
            Self::Written(bytes) => Digest::of(bytes),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Flaw> {
        match self {
            Self::Copied(path, digest) => sound(path, *digest),
            Self::Written(bytes) => Ok(bytes.clone()),
        }
    }
}

/// Files of a bag by path from its root, with `/`.
type Files = BTreeMap<String, Content>;

/// Bags everything that the index of a folder of outputs lists, with the index, as the folder `to`.
///
/// `organization` is who sends it, if that is to be said.
///
/// # Errors
/// `AM05` a file is not what its manifest says, `AM06` there is no index or it lists nothing, `AM07` there is
/// something else at `to`, `OU03` the bag cannot be written. What was at `to` is then as it was.
pub fn bag(out: &Path, to: &Path, organization: Option<&str>) -> Result<Bagged, Vec<Finding>> {
    let (payload, facts) = payload(out)?;
    let mut bagged = Bagged { files: payload.len(), bytes: 0, unchanged: true };
    bagged.bytes = facts.bytes;
    let tags = tags(&payload, &facts, organization);
    if is_there(to, &payload, &tags) {
        return Ok(bagged);
    }
    make(to, &payload, &tags)?;
    Ok(Bagged { unchanged: false, ..bagged })
}

/// What the tag files say of the payload.
struct Facts {
    bytes: u64,
    date: String,
    units: Vec<String>,
}

/// Everything below `data/`, checked.
fn payload(out: &Path) -> Result<(Files, Facts), Vec<Finding>> {
    let path = out.join(MANIFEST_NAME);
    let found = read(&path).ok().and_then(|bytes| Some((Index::from_json(&bytes)?, bytes)));
    let Some((index, bytes)) = found.filter(|(index, _)| !index.units.is_empty()) else {
        let message = format!("`{}` is not an index of finished editions", path.display());
        return Err(vec![Finding::error("AM06", message).help("build them first with `mujaz build`")]);
    };
    let mut facts = Facts { bytes: bytes.len() as u64, date: String::new(), units: Vec::new() };
    let mut files = Files::from([(format!("data/{MANIFEST_NAME}"), Content::Written(bytes))]);
    let mut findings = Vec::new();
    let listed = path.display().to_string();
    for entry in &index.units {
        let flaws = flaws_of(out, entry);
        findings.extend(flaws.into_iter().map(|(name, flaw)| flawed(out, entry, &name, flaw, &listed)));
        if let Err(flaw) = add(out, entry, &mut files, &mut facts) {
            findings.push(flawed(out, entry, MANIFEST_NAME, flaw, &listed));
        }
    }
    findings.dedup();
    if findings.is_empty() { Ok((files, facts)) } else { Err(findings) }
}

/// Adds the files of a unit.
fn add(out: &Path, entry: &Entry, files: &mut Files, facts: &mut Facts) -> Result<(), Flaw> {
    let (manifest, digest) = manifest_of(out, &entry.unit())?;
    let from = out.join(&entry.folder);
    let statement = provenance::statement(&manifest).into_bytes();
    let json = manifest.to_json().into_bytes();
    let outputs: u64 = manifest.outputs.iter().map(|it| it.bytes).sum();
    facts.bytes += outputs + statement.len() as u64 + json.len() as u64;
    facts.date = std::mem::take(&mut facts.date).max(manifest.built_for.clone());
    let audience = manifest.audience.as_deref().unwrap_or(WHOLE);
    facts.units.push(format!("mujaz:{}:{audience}", manifest.edition));
    let mut add = |name: &str, digest| {
        let content = Content::Copied(from.join(name), digest);
        files.insert(format!("data/{}/{name}", entry.folder), content);
    };
    manifest.outputs.iter().for_each(|it| add(&it.path, it.sha256));
    add(&manifest.unit().provenance_name(), Digest::of(&statement));
    add(MANIFEST_NAME, digest);
    Ok(())
}

/// The tag files in the order in which they are written.
fn tags(payload: &Files, facts: &Facts, organization: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let mut info = String::new();
    let mut say = |label: &str, value: &str| {
        // A line that begins with a space would go on with the one before; a break would begin another.
        let value: Vec<&str> = value.split_whitespace().collect();
        info += &format!("{label}: {}\n", value.join(" "));
    };
    if let Some(organization) = organization {
        say("Source-Organization", organization);
    }
    facts.units.iter().for_each(|unit| say("External-Identifier", unit));
    let date: String = facts.date.chars().take_while(|&char| char != 'T').collect();
    say("Bagging-Date", &date);
    say("Payload-Oxum", &format!("{}.{}", facts.bytes, payload.len()));
    let tool = Tool::this();
    say("Bag-Software-Agent", &format!("{} {}", tool.name, tool.version));

    let sums = payload.iter().map(|(path, content)| sum(content.digest(), path)).collect::<String>();
    let bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    let mut tags = vec![
        ("bagit.txt".to_owned(), bagit.as_bytes().to_vec()),
        ("bag-info.txt".to_owned(), info.into_bytes()),
        ("manifest-sha256.txt".to_owned(), sums.into_bytes()),
    ];
    let mut lines: Vec<String> = tags.iter().map(|(path, bytes)| sum(Digest::of(bytes), path)).collect();
    lines.sort_unstable_by(|a, b| a[64..].cmp(&b[64..]));
    tags.push(("tagmanifest-sha256.txt".to_owned(), lines.concat().into_bytes()));
    tags
}

/// One line of a manifest, which `sha256sum` reads too. RFC 8493, 2.1.3: `%` and line breaks are escaped.
fn sum(digest: Digest, path: &str) -> String {
    let path = path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
    format!("{digest}  {path}\n")
}

/// Whether a folder is this bag: these files with these bytes, and nothing else.
fn is_there(folder: &Path, payload: &Files, tags: &[(String, Vec<u8>)]) -> bool {
    let mut paths = Vec::new();
    if list(folder, "", &mut paths).is_err() || paths.len() != payload.len() + tags.len() {
        return false;
    }
    let is = |path: &str, digest| sound(&folder.join(path), digest).is_ok();
    payload.iter().all(|(path, content)| is(path, content.digest()))
        && tags.iter().all(|(path, bytes)| is(path, Digest::of(bytes)))
}

/// Every file below a folder that is no link.
fn list(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Err(io::Error::other("not a folder"));
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Writes the bag beside its place and renames it.
fn make(to: &Path, payload: &Files, tags: &[(String, Vec<u8>)]) -> Result<(), Vec<Finding>> {
    let shown = to.display().to_string();
    let fault = |error: io::Error| vec![unwritable(&shown, "", &error)];
    let Some(name) = to.file_name().and_then(|it| it.to_str()) else {
        return Err(vec![Finding::error("OU04", format!("`{shown}` is not a plain file name"))]);
    };
    let part = parent(to).join(format!(".mujaz-{name}.part"));
    let occupied = occupy(&part).map_err(fault)?;
    let made = (|| {
        if !is_free(to) && !is_there(to, payload, tags) {
            let message = format!("`{shown}` is there already, and is not this bag");
            return Err(vec![
                Finding::error("AM07", message).help("name another folder, or move that one away"),
            ]);
        }
        clear(&part).map_err(fault)?;
        fill(&part, payload, tags, &shown)?;
        if is_free(to) {
            fs::rename(&part, to).map_err(fault)?;
        }
        write::sync_folder(parent(to)).map_err(fault)
    })();
    if made.is_err() || part.exists() {
        let _ = clear(&part);
        let _ = fs::remove_dir(&part);
        occupied.give_up();
    }
    made
}

/// Whether a bag can go there: nothing is there, or an empty folder.
fn is_free(to: &Path) -> bool {
    match fs::symlink_metadata(to) {
        Ok(there) => there.is_dir() && fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_none()),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// Empties the folder of a bag that was not finished.
fn clear(part: &Path) -> io::Result<()> {
    for entry in fs::read_dir(part)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?
        } else {
            fs::remove_file(entry.path())?
        }
    }
    Ok(())
}

fn fill(part: &Path, payload: &Files, tags: &[(String, Vec<u8>)], shown: &str) -> Result<(), Vec<Finding>> {
    let fault = |name: &str, error: &io::Error| vec![unwritable(shown, name, error)];
    for (path, content) in payload {
        let bytes = content.bytes().map_err(|_| {
            let from = if let Content::Copied(from, _) = content { from.as_path() } else { Path::new(path) };
            let message = format!("`{}` changed while it was bagged", from.display());
            vec![Finding::error("AM05", message).help("bag again when no build is running")]
        })?;
        write::create(&part.join(path), &bytes).map_err(|error| fault(path, &error))?;
    }
    let folders: std::collections::BTreeSet<&Path> =
        payload.keys().flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    // The innermost first; the bag's own folder with its tags comes last.
    for folder in folders.iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        write::sync_folder(&part.join(folder)).map_err(|error| fault("", &error))?;
    }
    for (path, bytes) in tags {
        write::create(&part.join(path), bytes).map_err(|error| fault(path, &error))?;
    }
    write::sync_folder(part).map_err(|error| fault("", &error))
}
