//! `mujaz text mark`: records that texts translate the master text as it stands now, and how far they are.

use super::super::args::Cli;
use super::super::args::text::{Mark as Args, StatusArg};
use super::super::{Outcome, Ui, editions, project, refuse, unwritten};
use crate::archive;
use crate::diag::{Finding, Sources, counted, nearest};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;
use crate::text::{Lock, Status, Typed, rank};
use crate::translation::status::Standing;

/// Marks; nothing is written unless every key asked for is known.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match mark(cli, args, &mut sources) {
        Ok((text, warnings)) => {
            ui.findings(warnings, &sources);
            ui.result(&text);
            Outcome::Done
        }
        Err(findings) => refuse(&ui, findings, &sources),
    }
}

impl From<StatusArg> for Status {
    fn from(status: StatusArg) -> Self {
        match status {
            StatusArg::Draft => Self::Draft,
            StatusArg::Reviewed => Self::Reviewed,
            StatusArg::Approved => Self::Approved,
        }
    }
}

fn mark(cli: &Cli, args: &Args, sources: &mut Sources) -> Result<(String, Vec<Finding>), Vec<Finding>> {
    let by = args.by.trim();
    if by.is_empty() {
        let finding = Finding::error("CL02", "a mark without a name").help("say who: `--by NAME`");
        return Err(vec![finding]);
    }
    let project = project(cli).map_err(|fault| vec![fault])?;
    let reader = Reader::new(&project, sources);
    let (mut marked, mut settled) = (Vec::new(), Vec::new());
    for id in editions(&project, &args.edition).map_err(|fault| vec![fault])? {
        let (dossier, findings) = reader.read(&id, None, sources);
        let faults: Vec<Finding> =
            findings.into_iter().filter(|it| it.is_error() && concerns(it, args, sources)).collect();
        let Some(dossier) = dossier.filter(|_| faults.is_empty()) else { return Err(faults) };
        let head = &dossier.edition.head;
        if head.master.value == args.lang {
            if !args.edition.is_empty() && settles(&dossier, args) {
                settled.push(dossier);
            } else if !args.edition.is_empty() {
                let message = format!("`{}` is the master language of `{id}`", args.lang);
                return Err(vec![Finding::error("CL02", message).help(format!(
                    "write how far its texts are as `status` under `_meta` in text/{}.yaml",
                    args.lang
                ))]);
            }
        } else if let Some(standing) = Standing::of(&dossier, &args.lang) {
            marked.push(Marked::new(dossier, standing, args));
        } else if !args.edition.is_empty() {
            let known: Vec<&str> = head.languages.iter().map(|lang| lang.value.as_str()).collect();
            let finding = Finding::error("CL01", format!("edition `{id}` has no language `{}`", args.lang));
            return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
        }
    }
    let mut text =
        settled.iter().map(|dossier| settle(&project, dossier, args)).collect::<Result<String, _>>()?;
    if marked.is_empty() && settled.is_empty() {
        let finding =
            Finding::error("CL01", format!("none of these editions is translated into `{}`", args.lang));
        return Err(vec![finding.help("name a language of an edition's `languages`")]);
    }
    if !marked.is_empty() {
        known(&marked, args)?;
    }
    let mut warnings = Vec::new();
    for marked in marked.iter_mut() {
        marked.record(args, by);
        write(&project, &marked.dossier, &marked.lock)?;
        text += &marked.told(args);
        warnings.extend(marked.held(args));
    }
    Ok((text, warnings))
}

/// Whether some master texts asked for still are those of an earlier edition.
fn settles(dossier: &Dossier, args: &Args) -> bool {
    let masters = dossier.masters();
    let mut carried = masters.iter().filter(|(key, master)| dossier.lock.is_carried(key, master));
    args.status != StatusArg::Draft && carried.any(|(key, _)| wanted(key, args))
}

/// Takes master texts of an earlier edition for up to date as they stand; a line that says how many.
fn settle(project: &Project, dossier: &Dossier, args: &Args) -> Result<String, Vec<Finding>> {
    let masters = dossier.masters();
    let mut lock = dossier.lock.clone();
    let mut done = 0;
    for (key, master) in masters.iter().filter(|(key, _)| wanted(key, args)) {
        done += usize::from(lock.settle(key, master));
    }
    lock.forget_settled(&masters);
    write(project, dossier, &lock)?;
    Ok(format!("{}  {}: {} {}\n", dossier.lock_name, args.lang, counted(done, "text"), "settled"))
}

/// Whether a key is asked for.
fn wanted(key: &str, args: &Args) -> bool {
    args.keys.is_empty() || args.keys.iter().any(|asked| selects(asked, key))
}

fn write(project: &Project, dossier: &Dossier, lock: &Lock) -> Result<(), Vec<Finding>> {
    let Some(path) = project.path(&dossier.lock_name) else { return Ok(()) };
    archive::replace(&path, lock.to_text().as_bytes())
        .map_err(|error| vec![unwritten(&dossier.lock_name, &error)])
}

/// Whether an error stands in the way: any but those in the texts of yet another language.
fn concerns(finding: &Finding, args: &Args, sources: &Sources) -> bool {
    let layer = finding.places.first().map(|place| sources.layer(place.span.file));
    let other = layer.and_then(|layer| layer.strip_prefix("language "));
    other.is_none_or(|lang| lang == args.lang || finding.places.len() > 1)
}

/// An edition whose texts are marked.
struct Marked {
    dossier: Dossier,
    lock: Lock,
    standing: Standing,
    /// The keys asked for, in the order of the page.
    keys: Vec<String>,
    /// Those of them that have no text.
    missing: Vec<String>,
}

impl Marked {
    fn new(dossier: Dossier, standing: Standing, args: &Args) -> Self {
        let mut keys: Vec<String> =
            standing.masters.keys().filter(|key| wanted(key, args)).cloned().collect();
        keys.sort_by(|a, b| rank(a).cmp(&rank(b)));
        let lock = dossier.lock.clone();
        Self { dossier, lock, standing, keys, missing: Vec::new() }
    }

    /// Puts down every text asked for; forgets those that the edition does not have any more.
    fn record(&mut self, args: &Args, by: &str) {
        let Some(language) = self.dossier.languages.get(&args.lang) else { return };
        for key in &self.keys {
            match (self.standing.masters.get(key), language.texts.find(key)) {
                (Some(master), Some(own)) => {
                    self.lock.set(&args.lang, key, master, &Typed::of(own), args.status.into(), Some(by));
                }
                _ => self.missing.push(key.clone()),
            }
        }
        for key in self.dossier.lock.keys(&args.lang) {
            if !self.standing.masters.contains_key(key) {
                self.lock.remove(&args.lang, key);
            }
        }
    }

    /// What was done, in one line.
    fn told(&self, args: &Args) -> String {
        let done = counted(self.keys.len() - self.missing.len(), "text");
        let status = Status::from(args.status).code();
        let mut line = format!("{}  {}: {done} {status}", self.dossier.lock_name, args.lang);
        if !self.missing.is_empty() {
            line += &format!("; missing: {}", self.missing.join(", "));
        }
        line + "\n"
    }

    /// TR07: the file itself holds its texts below what was marked.
    fn held(&self, args: &Args) -> Option<Finding> {
        let meta = &self.dossier.languages.get(&args.lang)?.texts.meta;
        let most = meta.status.filter(|most| *most < args.status.into())?;
        let message = format!(
            "text/{}.yaml says `{}`, which is the most that its texts can be",
            args.lang,
            most.code()
        );
        let finding = Finding::warning("TR07", message);
        let finding = match meta.span {
            Some(span) => finding.at(span, ""),
            None => finding,
        };
        Some(finding.help("take `status` out of `_meta`: the record of translations has one for each text"))
    }
}

/// Whether what was asked for is this key, its list, its id or its section.
fn selects(asked: &str, key: &str) -> bool {
    key.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// CL02: keys that no edition has.
fn known(marked: &[Marked], args: &Args) -> Result<(), Vec<Finding>> {
    let all = || marked.iter().flat_map(|marked| marked.standing.masters.keys());
    let unknown = args.keys.iter().filter(|asked| !all().any(|key| selects(asked, key)));
    let findings: Vec<Finding> = unknown
        .map(|asked| {
            let finding = Finding::error("CL02", format!("the master has no text `{asked}`"));
            match nearest(asked, all()) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("name keys as `mujaz text export` does, such as `title` or `threats`"),
            }
        })
        .collect();
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}
