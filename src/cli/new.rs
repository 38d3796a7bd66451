//! `mujaz new`: the next edition, as a folder that is there as a whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use super::args::Cli;
use super::args::start::New;
use super::{Outcome, Ui, project, refuse, unwritten};
use crate::archive;
use crate::check::owed;
use crate::diag::{Finding, Sources};
use crate::dossier::Reader;
use crate::layers::Project;
use crate::scaffold::{Next, Wish, next};

/// Writes the edition, and says what it still lacks.
pub fn run(cli: &Cli, args: &New) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match make(cli, args, &mut sources) {
        Ok((project, made)) => {
            ui.result(&told(&ui, &project, args, &made));
            Outcome::Done
        }
        Err(findings) => refuse(&ui, findings, &sources),
    }
}

fn make(cli: &Cli, args: &New, sources: &mut Sources) -> Result<(Project, Next), Vec<Finding>> {
    let project = project(cli).map_err(|fault| vec![fault])?;
    let reader = Reader::new(&project, sources);
    let wish = Wish { id: &args.id, from: args.from.as_deref(), period: args.period.as_deref() };
    let made = next(&reader, wish, sources)?;
    let place = format!("data/editions/{}", args.id);
    let Some(folder) = project.path(&place) else { return Ok((project, made)) };
    if fs::symlink_metadata(&folder).is_ok() {
        let fault = Finding::error("NE06", format!("`{place}` is there already"));
        return Err(vec![fault.help("choose another id, or move that away; nothing is replaced")]);
    }
    write(&folder, &made).map_err(|error| {
        vec![unwritten(&place, &error).help("nothing was written; see to the folder and try again")]
    })?;
    Ok((project, made))
}

/// Writes all files into a folder beside the place, then puts it there.
fn write(folder: &Path, made: &Next) -> io::Result<()> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    let waiting = tempfile::Builder::new().prefix(".mujaz-").suffix(".part").tempdir_in(parent)?;
    let inner = waiting.path().join("edition");
    let files: Vec<(String, Vec<u8>)> =
        made.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect();
    archive::create_all(&inner, &files).map_err(|(_, error)| error)?;
    fs::rename(&inner, folder)?;
    archive::sync_folder(parent)
}

/// What was written, and what to do next.
fn told(ui: &Ui, project: &Project, args: &New, made: &Next) -> String {
    let id = &args.id;
    let count = made.files.len();
    let mut text = format!(
        "{}\n",
        ui.words(&format!("`data/editions/{id}` goes on from `{}`; files written: {count}", made.from))
    );
    if let Some(period) = &made.period {
        text += &format!("  {}\n", ui.words(&format!("its period: `{period}`")));
    }
    if !made.gone.is_empty() {
        text += &format!("  {}\n", ui.words("left out, for it was of the last edition:"));
        for (section, ids) in &made.gone {
            text += &format!("    {section:12} {}\n", ids.join(", "));
        }
    }
    let mut sources = Sources::new();
    let (dossier, _) = Reader::new(project, &mut sources).read(id, None, &mut sources);
    let owed = dossier.map_or(0, |dossier| owed::check(&dossier).len());
    text += &format!("  {}\n", ui.words(&format!("still to be brought up to date: {owed}")));
    text + &format!("{}\n  mujaz check {id}\n  mujaz build {id}\n", ui.words("go on with:"))
}
