//! `mujaz build`: editions, each for itself, from files to published PDFs.
//!
//! A unit is one edition for one audience. Units are read, checked, typeset, published and forgotten one by one,
//! several at once: a unit with a fault writes nothing and stands in the way of no other, and memory holds only
//! what is being worked on.

mod maker;
mod publish;
mod refusal;
mod summary;
mod tasks;
mod unchanged;
mod unit;

use std::collections::BTreeSet;

use time::OffsetDateTime;

use super::args::{Build, Cli};
use super::parallel::{in_order, jobs};
use super::progress::Progress;
use super::shard::Shard as Share;
use super::{Outcome, Ui, pseudo};
use crate::archive::{Index, Shard, Unit, WHOLE};
use crate::check::Seen;
use crate::diag::{Finding, Sources};
use crate::dossier::Reader;
use crate::layers::audience;
use crate::typeset::Assets;

pub use self::maker::{forget, maker, remembering_maker};
use self::summary::Summary;
pub use self::tasks::logo;
use self::unit::Shop;

/// Builds all units asked for.
pub fn run(cli: &Cli, args: &Build) -> Outcome {
    let ui = Ui::new(&args.report).heeding(cli);
    let mut sources = Sources::new();
    match prepare(cli, args, &mut sources) {
        Ok((shop, units)) => build(&shop, &units, &sources, &ui),
        Err(findings) => super::refuse(&ui, findings, &sources),
    }
}

/// Everything that is the same for all units, and the units.
fn prepare<'a>(
    cli: &Cli,
    args: &'a Build,
    sources: &mut Sources,
) -> Result<(Shop<'a>, Vec<Unit>), Vec<Finding>> {
    let timestamp = timestamp(args).map_err(|fault| vec![fault])?;
    pseudo::refuse_release(args).map_err(|fault| vec![fault])?;
    let project = super::project(cli).map_err(|fault| vec![fault])?;
    let assets = Assets::with_overrides(project.root(), sources)?;
    let reader = Reader::new(&project, sources);
    let units = units(&reader, args).map_err(|fault| vec![fault])?;
    let shop = Shop { reader, seen: Seen::default(), assets, args, timestamp, jobs: 1 };
    Ok((shop, units))
}

/// Builds this run's share of the units and enters them in the index.
fn build(shop: &Shop<'_>, plan: &[Unit], sources: &Sources, ui: &Ui) -> Outcome {
    let (mut telling, mut outcome) = (ui.telling(), Outcome::Done);
    let share = match share(shop.args) {
        Ok(share) => share,
        Err(fault) => {
            ui.findings(vec![fault], sources);
            return Outcome::Misused;
        }
    };
    let units: Vec<&Unit> = share.map_or(plan.iter().collect(), |share| share.own(plan, |_| 1));
    let threads = jobs(shop.args.jobs);
    // Where there are fewer units than threads, the languages of a unit share what is left.
    let shop = Shop { jobs: threads.div_ceil(units.len().max(1)), ..shop.clone() };
    let progress = Progress::new(*ui, units.len());
    let (mut languages, mut done, mut summary) = (BTreeSet::new(), Vec::new(), Summary::default());
    let mut due = units.iter();
    in_order(
        &units,
        threads,
        |unit| unit::build(&shop, unit, sources.clone(), &progress),
        |told| {
            if let Some(unit) = due.next() {
                summary.count(unit, &told);
                done.extend(told.is_done.then(|| (*unit).clone()));
            }
            languages.extend(told.languages);
            progress.done(|| {
                let blamed = super::blame(&told.findings);
                if telling.tell(told.findings, &told.sources) {
                    outcome = outcome.max(blamed);
                }
                ui.result(&told.text);
            });
        },
    );
    progress.end();
    if let Some(unspoken) = refusal::unspoken(&languages, shop.args) {
        outcome = Outcome::Misused;
        telling.tell(vec![unspoken], sources);
    }
    progress.wait_for(&shop.args.out);
    match finish(&shop, share, plan, &done) {
        Ok(text) => ui.result(&text),
        Err(faults) => {
            outcome = outcome.max(Outcome::Faulty);
            telling.tell(faults, sources);
        }
    }
    telling.end();
    let lines = summary.lines(shop.args, progress.elapsed());
    // What the command line names and is not there needs no summary.
    let lines = lines.iter().filter(|_| outcome != Outcome::Misused || !done.is_empty());
    lines.for_each(|line| ui.note(&format!("{line}\n")));
    outcome
}

/// Enters what was built in the index, or in the manifest of this share, and bags it.
fn finish(
    shop: &Shop<'_>,
    share: Option<Share>,
    plan: &[Unit],
    done: &[Unit],
) -> Result<String, Vec<Finding>> {
    let out = &shop.args.out;
    let shown = out.display().to_string();
    if let Some(share) = share {
        let shard = Shard::new(share.index(), share.count(), shop.options(), plan.to_vec());
        shard.publish(out, &shown, done)?;
    } else if !done.is_empty() {
        Index::publish(out, &shown, done)?;
    }
    match &shop.args.bag {
        Some(bag) if share.is_none() => super::archive::bagged(out, bag, None),
        _ => Ok(String::new()),
    }
}

/// The share of the work that the command line, or the engine that runs this, names.
#[expect(clippy::disallowed_methods, reason = "engines of CI number their jobs in the environment")]
fn share(args: &Build) -> Result<Option<Share>, Finding> {
    let read = |asked: &String| Share::read(asked, |name| std::env::var(name).ok());
    args.shard.as_ref().map(read).transpose()
}

/// The units asked for, in order: editions by id, the whole before its audiences.
fn units(reader: &Reader, args: &Build) -> Result<Vec<Unit>, Finding> {
    let all = |name: &String| name == WHOLE;
    let mut audiences: Vec<Option<String>> = Vec::new();
    if args.audience.is_empty() || args.audience.iter().any(all) {
        audiences.push(None);
    }
    if args.audience.iter().any(all) {
        let known = reader.ground().tree().map(audience::audiences).unwrap_or_default();
        audiences.extend(known.into_iter().map(|name| Some(name.to_owned())));
    }
    let named = args.audience.iter().filter(|name| !all(name)).map(|name| Some(name.clone()));
    for name in named.collect::<Vec<_>>() {
        if !audiences.contains(&name) {
            audiences.push(name);
        }
    }
    let mut units = Vec::new();
    for edition in super::editions(reader.project(), &args.editions)? {
        units.extend(audiences.iter().map(|it| Unit { edition: edition.clone(), audience: it.clone() }));
    }
    Ok(units)
}

/// The time that the PDFs carry, where the command line or `SOURCE_DATE_EPOCH` gives one.
#[expect(
    clippy::disallowed_methods,
    reason = "SOURCE_DATE_EPOCH is defined as a variable of the environment"
)]
fn timestamp(args: &Build) -> Result<Option<OffsetDateTime>, Finding> {
    if let Some(moment) = &args.timestamp {
        return Ok(Some(moment.0));
    }
    let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = text.parse::<i64>().ok().and_then(|it| OffsetDateTime::from_unix_timestamp(it).ok());
    seconds.map(Some).ok_or_else(|| {
        let message = format!("SOURCE_DATE_EPOCH is `{text}`, not a number of seconds since 1970");
        Finding::error("OU06", message).help("unset it, or give `--timestamp`")
    })
}
