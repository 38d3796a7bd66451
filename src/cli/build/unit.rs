//! One edition for one audience: read, checked, typeset, published.

use std::collections::BTreeMap;

use clap::ValueEnum;
use time::OffsetDateTime;

use super::super::args::Build;
use super::super::check::{self, Examined};
use super::super::parallel::in_order;
use super::super::progress::Progress;
use super::maker::maker;
use super::publish::{Finished, publish};
use super::refusal::{is_over, refuse};
use super::tasks::{formats, tasks};
use super::unchanged;
use crate::archive::{Previous, Unit, format_word};
use crate::check::Seen;
use crate::diag::{self, Finding, Sources};
use crate::digest::Digest;
use crate::dossier::Reader;
use crate::press::{Made, Task};
use crate::typeset::Assets;

/// What all units are built with.
#[derive(Clone)]
pub struct Shop<'a> {
    /// What all editions share.
    pub reader: Reader,
    /// Names that all editions share are looked at once.
    pub seen: Seen,
    /// Templates and fonts.
    pub assets: Assets,
    /// What is asked for.
    pub args: &'a Build,
    /// The time that the PDFs carry, if it is not that of the edition.
    pub timestamp: Option<OffsetDateTime>,
    /// How many languages of a unit are typeset at once.
    pub jobs: usize,
}

impl Shop<'_> {
    /// What the command line asks for in the place of what the data says.
    pub fn asked(&self) -> BTreeMap<String, String> {
        let mut asked = BTreeMap::new();
        if !self.args.lang.is_empty() {
            asked.insert("lang".to_owned(), self.args.lang.join(","));
        }
        if let Some(order) = self.args.text_layer.and_then(|order| order.to_possible_value()) {
            asked.insert("text-layer".to_owned(), order.get_name().to_owned());
        }
        if let Some(moment) = self.timestamp {
            asked.insert("timestamp".to_owned(), moment.unix_timestamp().to_string());
        }
        asked
    }

    /// All options that the outputs depend on.
    pub fn options(&self) -> BTreeMap<String, String> {
        let mut options = self.asked();
        let formats: Vec<String> = formats(self.args).into_iter().map(format_word).collect();
        options.insert("format".to_owned(), formats.join(","));
        let profile = self.args.profile.to_possible_value();
        options.extend(profile.map(|it| ("profile".to_owned(), it.get_name().to_owned())));
        options.insert("release".to_owned(), self.args.release.to_string());
        options
    }
}

/// What is to be told of a unit.
#[derive(Default)]
pub struct Told {
    /// Whether its folder holds what was asked for.
    pub is_done: bool,
    /// A line for each file.
    pub text: String,
    /// How many files there are.
    pub files: usize,
    /// How many of them an earlier build made.
    pub kept: usize,
    /// The languages that the edition has, as far as it could be read.
    pub languages: Vec<String>,
    /// What was found; an error means that nothing was written.
    pub findings: Vec<Finding>,
    /// What the findings point into.
    pub sources: Sources,
}

/// Builds one unit, as far as it is not there already.
pub fn build(shop: &Shop<'_>, unit: &Unit, mut sources: Sources, progress: &Progress) -> Told {
    progress.begin(unit.folder());
    let previous = Previous::read(&shop.args.out.join(unit.folder())).filter(|_| !shop.args.force);
    if let Some(told) = previous.as_ref().and_then(|it| unchanged::told(shop, unit, it)) {
        return told;
    }
    let (examined, mut findings) = examine(shop, unit, &mut sources);
    let languages = examined.iter().flat_map(|it| it.briefs.keys().cloned()).collect();
    let mut told = Told { languages, ..Told::default() };
    if let Some(examined) = examined.filter(|_| !is_over(shop.args, &mut findings)) {
        match finish(shop, unit, &examined, (previous.as_ref(), progress), &mut findings) {
            Ok(done) => told = Told { languages: told.languages, ..done },
            Err(faults) => findings.extend(faults),
        }
    }
    Told { findings, sources, ..told }
}

/// Reads and checks.
fn examine(shop: &Shop<'_>, unit: &Unit, sources: &mut Sources) -> (Option<Examined>, Vec<Finding>) {
    let audience = unit.audience.as_deref();
    let (examined, mut findings) =
        check::examine(&shop.reader, &unit.edition, audience, sources, &mut shop.seen.anew());
    let edition = examined.iter().filter(|_| shop.args.release);
    edition.for_each(|it| refuse(&it.dossier, shop.args, &mut findings));
    (examined, diag::allow(findings, sources, |_| false))
}

/// Typesets and publishes what was found sound; what to tell of the files.
fn finish(
    shop: &Shop<'_>,
    unit: &Unit,
    examined: &Examined,
    (previous, progress): (Option<&Previous>, &Progress),
    findings: &mut Vec<Finding>,
) -> Result<Told, Vec<Finding>> {
    let tasks = tasks(shop, unit, examined)?;
    let mut finished = Vec::new();
    let work = |task: &Task| {
        progress.begin(format!("{} {}", unit.folder(), task.lang));
        finished_by(shop, task, previous)
    };
    in_order(&tasks, shop.jobs, work, |result| match result {
        Ok((files, warnings)) => {
            finished.extend(files);
            findings.extend(warnings);
        }
        Err(faults) => findings.extend(faults),
    });
    if is_over(shop.args, findings) || finished.is_empty() {
        return Err(Vec::new());
    }
    let (files, kept) = (finished.len(), finished.iter().filter(|file| file.is_kept).count());
    progress.wait_for(&shop.args.out.join(unit.folder()));
    let (text, warnings) = publish(shop, unit, &examined.dossier, finished, findings.len())?;
    findings.extend(warnings);
    Ok(Told { is_done: true, text, files, kept, ..Told::default() })
}

/// The files of one task: those of the earlier build, if the recipe is the same, or new ones.
fn finished_by(
    shop: &Shop<'_>,
    task: &Task,
    previous: Option<&Previous>,
) -> Result<(Vec<Finished>, Vec<Finding>), Vec<Finding>> {
    let recipe = Digest::from(task.recipe(&shop.assets));
    if let Some(files) = previous.and_then(|it| it.made(recipe)) {
        let made = |(output, bytes): (crate::archive::Output, Vec<u8>)| {
            let made = Made { name: output.path, lang: output.lang, pages: output.pages, bytes };
            Finished { made, recipe, warnings: 0, is_kept: true }
        };
        return Ok((files.into_iter().map(made).collect(), Vec::new()));
    }
    let pressed = maker(shop.args.confine, &shop.assets)(&shop.assets, task)?;
    let warnings = pressed.warnings.len();
    let made = pressed.files.into_iter().map(|made| Finished { made, recipe, warnings, is_kept: false });
    Ok((made.collect(), pressed.warnings))
}
