//! `mujaz preview`: an edition in the browser, made anew whenever a file is saved.

mod desk;
mod pages;

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use time::OffsetDateTime;

use self::desk::Desk;
use super::args::preview::Preview;
use super::args::{Cli, UiLang};
use super::{Outcome, Ui};
use crate::archive::Unit;
use crate::diag::{Finding, Sources, Tongue};
use crate::dossier::Reader;
use crate::layers::Project;
use crate::model::Moment;
use crate::preview::{Change, Hub, Server, State, Token, Watch, Words, serve};
use crate::yaml::{self, Limits};

/// How long the languages that are not shown wait.
const BREATH: Duration = Duration::from_millis(250);

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
        Err(findings) => super::refuse(&ui, findings, &sources),
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
    let (unit, shown) = subject(project, args, sources)?;
    let one = |fault: Finding| vec![fault];
    let server = Server::bind(args.port, Token::random().map_err(one)?).map_err(one)?;
    // A project of the command line is always on disk.
    let root = project.root().map(ToOwned::to_owned).unwrap_or_default();
    let watch = Watch::new(&root, &unit.edition).map_err(one)?;
    let (sender, wakes) = channel();
    let wanted = sender.clone();
    let hub = Hub::new(State::new(&unit.stem(), tongue), shown, move || drop(wanted.send(Wake::Shown)));
    let hub = Arc::new(hub);
    if watch.polls() {
        ui.note("the system tells of no changes here: the files are looked at every half second\n");
    }
    let address = server.address();
    let answers = Arc::clone(&hub);
    thread::spawn(move || serve(&server, &answers, &Words::new(tongue)));
    thread::spawn(move || {
        for change in watch {
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
    let mut desk = Desk::new(project.clone(), unit, args, tongue);
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
            desk.renew(change, &hub.shown(), hub, told);
        }
        desk.set(&hub.shown(), hub, told);
        for lang in desk.waiting() {
            // Meanwhile the browser draws, and whoever saves again goes first.
            next = wakes.recv_timeout(BREATH).ok();
            if next.is_some() {
                break;
            }
            desk.set(&[lang], hub, told);
        }
    }
}

/// The edition, for all or for an audience, and the languages to show first.
fn subject(
    project: &Project,
    args: &Preview,
    sources: &mut Sources,
) -> Result<(Unit, Vec<String>), Vec<Finding>> {
    let reader = Reader::new(project, sources);
    let known = super::editions(project, &[]).map_err(|fault| vec![fault])?;
    let edition = match &args.edition {
        Some(edition) => edition.clone(),
        None => latest(project, &known),
    };
    let unit = Unit { edition, audience: args.audience.clone() };
    let (edition, audience) = (&unit.edition, unit.audience.as_deref());
    let (dossier, findings) = reader.read(edition, audience, sources);
    let is_stranger = |finding: &Finding| finding.code == "LA03";
    if !known.contains(edition) || findings.iter().any(is_stranger) {
        return Err(findings);
    }
    // An edition that cannot be read yet is shown as it is: with its findings.
    let Some(dossier) = dossier else { return Ok((unit, args.lang.clone())) };
    let unknown = args.lang.iter().find(|lang| !dossier.languages.contains_key(*lang));
    if let Some(unknown) = unknown {
        let known: Vec<&str> = dossier.languages.keys().map(String::as_str).collect();
        let finding = Finding::error("CL01", format!("edition `{edition}` has no language `{unknown}`"));
        return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
    }
    let master = || vec![dossier.edition.head.master.value.clone()];
    let shown = if args.lang.is_empty() { master() } else { args.lang.clone() };
    Ok((unit, shown))
}

/// The edition that was issued last, of several the last by id; the last by id where none says when.
fn latest(project: &Project, known: &[String]) -> String {
    let dated = known.iter().filter_map(|id| Some((issued(project, id)?, id)));
    dated.max().map(|(_, id)| id).or(known.last()).cloned().unwrap_or_default()
}

/// When an edition was issued, as its own file says; it is read alone, since there may be many.
fn issued(project: &Project, id: &str) -> Option<OffsetDateTime> {
    let name = format!("data/editions/{id}/edition.yaml");
    let (mut sources, limits) = (Sources::new(), Limits::default());
    let file = yaml::add(&project.asset(&name).ok()?, &name, "", &mut sources, &limits).ok()?;
    let (node, _) = yaml::parse(file, &sources, &limits);
    let moment: Moment = node?.at("edition.issued")?.as_text()?.parse().ok()?;
    Some(moment.0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::latest;
    use crate::layers::Project;

    fn last(editions: &[(&str, &str)]) -> String {
        let mut files = BTreeMap::from([("data/house.yaml".to_owned(), b"mujaz: 1".to_vec())]);
        for (id, issued) in editions {
            let text = format!("edition:\n  id: {id}\n  issued: {issued}\n");
            files.insert(format!("data/editions/{id}/edition.yaml"), text.into_bytes());
        }
        let project = Project::in_memory(files).unwrap();
        latest(&project, &project.editions().unwrap())
    }

    #[test]
    fn the_latest_edition_is_the_one_that_was_issued_last() {
        assert_eq!(last(&[("a", "2031-07-03T09:00+03:00"), ("b", "2031-06-03T09:00+03:00")]), "a");
        // The same moment in two zones.
        assert_eq!(last(&[("a", "2031-07-03T09:00+03:00"), ("b", "2031-07-03T06:00Z")]), "b");
        assert_eq!(last(&[("a", "2031-07-03T09:00+03:00"), ("b", "soon")]), "a");
        assert_eq!(last(&[("a", "soon"), ("b", "[")]), "b");
    }
}
