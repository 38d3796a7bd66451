//! The outputs of several machines -> one folder of outputs, as if one machine had made them all.
//!
//! Everything is compared before anything is written: that the parts are of one run, that nothing is missing,
//! that nothing was made twice in different ways, and that every file is what its manifest says. A merge that
//! was interrupted is done again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::condition::{Flaw, flaws_of, manifest_of, read, sound};
use super::index::{Entry, Index};
use super::manifest::{MANIFEST_NAME, Manifest};
use super::publish::Publication;
use super::shard::Shard;
use super::unit::Unit;
use crate::diag::Finding;

/// What a merge did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many units there are now from the parts.
    pub units: usize,
    /// How many files were written; the others were there already.
    pub written: usize,
    /// What could not be tidied up: `OU05`.
    pub warnings: Vec<Finding>,
}

/// A part with the folder that it was found in.
struct Part {
    folder: PathBuf,
    shard: Shard,
}

impl Part {
    /// Where it says so.
    fn place(&self) -> String {
        self.folder.join(self.shard.name()).display().to_string()
    }
}

/// Joins the outputs in these folders, each with the manifests of one or more shards, in the folder `out`.
///
/// # Errors
/// `AM01` a folder without a shard, `AM02` shards of different runs, `AM03` something is missing, `AM04`
/// something is there twice and differs, `AM05` a file is not what its manifest says; nothing is then written.
/// And those of [`Publication::publish`].
pub fn merge(folders: &[PathBuf], out: &Path) -> Result<Merged, Vec<Finding>> {
    let parts = parts(folders)?;
    alike(&parts)?;
    let made = complete(&parts)?;
    let mut merged = Merged { units: made.len(), ..Merged::default() };
    for (part, entry) in made.values() {
        publish(part, entry, out, &mut merged)?;
    }
    let units: Vec<Unit> = made.into_keys().cloned().collect();
    Index::publish(out, &out.display().to_string(), &units)?;
    Ok(merged)
}

/// Reads the shards of the folders, in the order of their numbers.
fn parts(folders: &[PathBuf]) -> Result<Vec<Part>, Vec<Finding>> {
    let (mut parts, mut findings) = (Vec::new(), Vec::new());
    for folder in folders {
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = names
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| Shard::is_name(name))
            .collect();
        names.sort_unstable();
        if names.is_empty() {
            let message = format!("`{}` has no `manifest.shard-I-of-N.json`", folder.display());
            findings.push(
                Finding::error("AM01", message).help("give the folders that `build --shard` wrote into"),
            );
        }
        for name in names {
            let path = folder.join(&name);
            let shard = read(&path).ok().and_then(|bytes| Shard::from_json(&bytes));
            match shard.filter(|shard| shard.name() == name) {
                Some(shard) => parts.push(Part { folder: folder.clone(), shard }),
                None => {
                    let message = format!("`{}` is not the manifest of a shard", path.display());
                    let help = "build that shard again, with this version of mujaz";
                    findings.push(Finding::error("AM01", message).help(help));
                }
            }
        }
    }
    parts.sort_by_key(|part| part.shard.shard);
    if findings.is_empty() { Ok(parts) } else { Err(findings) }
}

/// Whether all parts are of one run: each is compared with the first.
fn alike(parts: &[Part]) -> Result<(), Vec<Finding>> {
    let mut findings = Vec::new();
    let Some((first, others)) = parts.split_first() else { return Ok(()) };
    for other in others {
        let (a, b) = (&first.shard, &other.shard);
        let mut differ = |what: &str, here: &str, there: &str| {
            let (first, other) = (first.place(), other.place());
            let message = format!("{what} is `{here}` in `{first}`, but `{there}` in `{other}`");
            let help = "build all shards with the same program, project and options";
            findings.push(Finding::error("AM02", message).help(help));
        };
        let version = |shard: &Shard| format!("{} ({})", shard.tool.version, shard.tool.typst);
        if a.tool != b.tool {
            differ("the version of mujaz and Typst", &version(a), &version(b));
        }
        if a.of != b.of {
            differ("the number of shards", &a.of.to_string(), &b.of.to_string());
        }
        for name in a.options.keys().chain(b.options.keys().filter(|it| !a.options.contains_key(*it))) {
            let value = |shard: &Shard| shard.options.get(name).cloned().unwrap_or_default();
            if a.options.get(name) != b.options.get(name) {
                differ(&format!("the option `{name}`"), &value(a), &value(b));
            }
        }
        if a.plan != b.plan {
            let at = a.plan.iter().zip(&b.plan).take_while(|(a, b)| a == b).count();
            let unit = |shard: &Shard| shard.plan.get(at).map_or_else(|| "-".to_owned(), Unit::folder);
            differ(&format!("unit {} of the plan", at + 1), &unit(a), &unit(b));
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// The plan's units, each with a part that has it: all there, none in two forms, every file sound.
fn complete(parts: &[Part]) -> Result<BTreeMap<&Unit, (&Part, &Entry)>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut made: BTreeMap<&Unit, (&Part, &Entry)> = BTreeMap::new();
    let Some(first) = parts.first() else { return Ok(made) };
    for number in 1..=first.shard.of {
        if !parts.iter().any(|part| part.shard.shard == number) {
            let message =
                format!("shard {number} of {} is missing beside `{}`", first.shard.of, first.place());
            findings.push(Finding::error("AM03", message).help("give the folder of that shard too"));
        }
    }
    for part in parts {
        for entry in &part.shard.units {
            let unit = entry.unit();
            let Some(unit) = first.shard.plan.iter().find(|planned| **planned == unit) else {
                let message = format!(
                    "`{}` has `{}`, which is not in the plan of `{}`",
                    part.place(),
                    unit.folder(),
                    first.place()
                );
                findings.push(Finding::error("AM02", message).help("build that shard again"));
                continue;
            };
            findings.extend(unsound(part, entry));
            match made.get(unit) {
                Some((other, known)) if known.manifest != entry.manifest => {
                    let (unit, other, part) = (unit.folder(), other.place(), part.place());
                    let message = format!("`{unit}` of `{other}` is not the same as that of `{part}`");
                    let help = "give the folders of one run only, or build one of the two again";
                    findings.push(Finding::error("AM04", message).help(help));
                }
                Some(_) => {}
                None => {
                    made.insert(unit, (part, entry));
                }
            }
        }
    }
    for unit in first.shard.plan.iter().filter(|unit| !made.contains_key(unit)) {
        let message = format!("`{}` is planned in `{}`, but no shard has it", unit.folder(), first.place());
        findings.push(
            Finding::error("AM03", message).help("see what the shards reported of it, and build it again"),
        );
    }
    if findings.is_empty() { Ok(made) } else { Err(findings) }
}

/// What is wrong with the files of a unit.
fn unsound(part: &Part, entry: &Entry) -> Vec<Finding> {
    let flaws = flaws_of(&part.folder, entry);
    let mut findings: Vec<Finding> = flaws
        .into_iter()
        .map(|(name, flaw)| flawed(&part.folder, entry, &name, flaw, &part.place()))
        .collect();
    if let Ok((manifest, _)) = manifest_of(&part.folder, &entry.unit())
        && manifest.tool != part.shard.tool
    {
        let path = part.folder.join(&entry.folder).join(MANIFEST_NAME);
        let (path, part) = (path.display(), part.place());
        let message = format!("`{path}` and `{part}` are of different versions of mujaz or Typst");
        findings.push(Finding::error("AM02", message).help("build that shard again"));
    }
    findings
}

/// `AM05`: a file of a unit is not what is written of it.
pub(super) fn flawed(out: &Path, entry: &Entry, name: &str, flaw: Flaw, listed: &str) -> Finding {
    let folder = out.join(&entry.folder);
    let path = folder.join(name);
    let by = if name == MANIFEST_NAME {
        listed.to_owned()
    } else {
        folder.join(MANIFEST_NAME).display().to_string()
    };
    let message = format!("`{}`, listed in `{by}`, {flaw}", path.display());
    Finding::error("AM05", message)
        .help("build the edition again; if nothing was meant to change, ask who changed it")
}

/// Publishes one unit; each file is compared once more with what its manifest says.
fn publish(part: &Part, entry: &Entry, out: &Path, merged: &mut Merged) -> Result<(), Vec<Finding>> {
    let fault = |name: &str, flaw| vec![flawed(&part.folder, entry, name, flaw, &part.place())];
    let manifest = manifest_of(&part.folder, &entry.unit());
    let manifest = manifest.map(|(manifest, _)| manifest).map_err(|flaw| fault(MANIFEST_NAME, flaw))?;
    let (from, to) = (part.folder.join(&entry.folder), out.join(&entry.folder));
    let mut publication = Publication::new(&to, to.display().to_string());
    for output in &manifest.outputs {
        publication.add(
            &*output.path,
            sound(&from.join(&output.path), output.sha256).map_err(|flaw| fault(&output.path, flaw))?,
        );
    }
    let published = publication.publish(&Manifest::clone(&manifest))?;
    merged.written += published.written.len();
    merged.warnings.extend(published.warnings);
    Ok(())
}
