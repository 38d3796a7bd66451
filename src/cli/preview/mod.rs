//! `mujaz preview`: an edition in the browser, made anew whenever a file is saved.

mod desk;

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use self::desk::Desk;
use super::args::preview::Preview;
use super::args::{Cli, UiLang};
use super::{Outcome, Ui};
use crate::diag::{Finding, Sources, Tongue};
use crate::dossier::Reader;
use crate::layers::Project;
use crate::model::Edition;
use crate::preview::{Change, Hub, Server, State, Token, Watch, Words, serve};

/// Why the pages may have to be made anew.
enum Wake {
    /// Files have changed.
    Files(Change),
    /// Other languages are shown.
    Shown,
}

/// Shows the edition until the process is ended.
pub fn run(cli: &Cli, args: &Preview) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match super::project(cli)
        .map_err(|fault| vec![fault])
        .and_then(|it| show(cli, args, &it, &ui, &mut sources))
    {
        Ok(()) => Outcome::Done,
        Err(findings) => {
            let blamed = super::blame(&findings);
            ui.findings(findings, &sources);
            blamed
        }
    }
}

fn show(
    cli: &Cli,
    args: &Preview,
    project: &Project,
    ui: &Ui,
    sources: &mut Sources,
) -> Result<(), Vec<Finding>> {
    let tongue = match cli.ui_lang {
        UiLang::En => Tongue::English,
        UiLang::Ar => Tongue::Arabic,
    };
    let (edition, shown) = subject(project, args, sources)?;
    let one = |fault: Finding| vec![fault];
    let server = Server::bind(args.port, Token::random().map_err(one)?).map_err(one)?;
    // A project of the command line is always on disk.
    let root = project.root().map(ToOwned::to_owned).unwrap_or_default();
    let mut watch = Watch::new(&root, &edition).map_err(one)?;
    let (sender, wakes) = channel();
    let wanted = sender.clone();
    let hub = Hub::new(State::new(&edition, tongue), shown, move || drop(wanted.send(Wake::Shown)));
    let hub = Arc::new(hub);
    if watch.polls() {
        ui.note("the system tells of no changes here: the files are looked at every half second\n");
    }
    let address = server.address();
    let answers = Arc::clone(&hub);
    thread::spawn(move || serve(&server, &answers, &Words::new(tongue)));
    thread::spawn(move || {
        while let Some(change) = watch.next() {
            if sender.send(Wake::Files(change)).is_err() {
                return;
            }
        }
    });
    ui.result(&format!("{address}\n"));
    ui.note("the preview is at this address, for this computer only; Ctrl-C ends it\n");
    if !args.no_open && io::stdout().is_terminal() && opener::open_browser(&address).is_err() {
        ui.note("no browser could be opened: open the address in one\n");
    }
    let mut desk = Desk::new(project.clone(), edition, args, tongue);
    work(&mut desk, &hub, &wakes, &|line| {
        if args.timings {
            ui.note(&format!("{line}\n"));
        }
    });
    Ok(())
}

/// Makes pages until there is nobody to wake it: those that are shown first, then the others, unless something has
/// changed meanwhile.
fn work(desk: &mut Desk, hub: &Hub, wakes: &Receiver<Wake>, told: &dyn Fn(&str)) {
    let mut next = Some(Wake::Files(Change::Assets));
    while let Some(wake) = next.take().or_else(|| wakes.recv().ok()) {
        let mut change = None;
        for wake in std::iter::once(wake).chain(std::iter::from_fn(|| wakes.try_recv().ok())) {
            if let Wake::Files(files) = wake {
                change = change.max(Some(files));
            }
        }
        if let Some(change) = change {
            desk.read(change, hub, told);
        }
        desk.set(&hub.shown(), hub, told);
        for lang in desk.waiting() {
            next = wakes.try_recv().ok();
            if next.is_some() {
                break;
            }
            desk.set(&[lang], hub, told);
        }
    }
}

/// The edition and the languages to show first.
fn subject(
    project: &Project,
    args: &Preview,
    sources: &mut Sources,
) -> Result<(String, Vec<String>), Vec<Finding>> {
    let reader = Reader::new(project, sources);
    let known = super::editions(project, &[]).map_err(|fault| vec![fault])?;
    let edition = match &args.edition {
        Some(edition) => edition.clone(),
        None => latest(&reader, &known, sources),
    };
    let (dossier, findings) = reader.read(&edition, None, sources);
    if !known.contains(&edition) {
        return Err(findings);
    }
    // An edition that cannot be read yet is shown as it is: with its findings.
    let Some(dossier) = dossier else { return Ok((edition, args.lang.clone())) };
    let unknown = args.lang.iter().find(|lang| !dossier.languages.contains_key(*lang));
    if let Some(unknown) = unknown {
        let known: Vec<&str> = dossier.languages.keys().map(String::as_str).collect();
        let finding = Finding::error("CL01", format!("edition `{edition}` has no language `{unknown}`"));
        return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
    }
    let master = || vec![dossier.edition.head.master.value.clone()];
    Ok((edition, if args.lang.is_empty() { master() } else { args.lang.clone() }))
}

/// The edition that was issued last, of several the last by id; of those that can be read, unless none can.
fn latest(reader: &Reader, known: &[String], sources: &Sources) -> String {
    let issued = |edition: &Edition| edition.head.issued.value.0;
    let read =
        |id: &String| Some((issued(&reader.read(id, None, &mut sources.clone()).0?.edition), id.clone()));
    let dated: BTreeMap<_, _> = known.iter().filter_map(read).map(|it| (it, ())).collect();
    let last = dated.into_keys().next_back().map(|(_, id)| id);
    last.or_else(|| known.last().cloned()).unwrap_or_default()
}
