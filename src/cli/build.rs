//! `mujaz build`: read and check everything, typeset in parallel, and only then write.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use time::{OffsetDateTime, UtcOffset};

use super::args::{Build, Cli, Format, StandardArg, TextLayerArg};
use super::{Outcome, Ui, check};
use crate::archive::{Input, Manifest, Options, Output, Publication};
use crate::diag::{Finding, Severity, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::model::TextLayer;
use crate::output::{Identity, Standard, page_name, pdf, png};
use crate::text::Status;
use crate::typeset::{self, Assets, Job, compile};

/// How many builds Typst's memory of a step outlives.
const MEMORY: usize = 8;

/// One edition in one language on its way to bytes.
struct Task<'a> {
    dossier: &'a Dossier,
    lang: &'a str,
    brief: Vec<u8>,
    files: Vec<(String, Vec<u8>)>,
    timestamp: OffsetDateTime,
}

/// A finished file.
struct Made {
    edition: String,
    lang: String,
    name: String,
    pages: usize,
    bytes: Vec<u8>,
}

/// Builds; nothing is written unless every edition asked for is sound.
pub fn run(cli: &Cli, args: &Build) -> Outcome {
    let ui = Ui::new(&args.report);
    let mut sources = Sources::new();
    match build(cli, args, &ui, &mut sources) {
        Ok((text, warnings)) => {
            ui.findings(warnings, &sources);
            ui.result(&text);
            Outcome::Done
        }
        Err(Stop::Faulty(findings)) => {
            let blamed = super::blame(&findings);
            ui.findings(findings, &sources);
            blamed
        }
        Err(Stop::Misused(finding)) => {
            ui.findings(vec![finding], &sources);
            Outcome::Misused
        }
    }
}

/// Why a build ended early.
enum Stop {
    Faulty(Vec<Finding>),
    Misused(Finding),
}

impl From<Vec<Finding>> for Stop {
    fn from(findings: Vec<Finding>) -> Self {
        Self::Faulty(findings)
    }
}

impl From<Finding> for Stop {
    fn from(finding: Finding) -> Self {
        Self::Faulty(vec![finding])
    }
}

fn build(cli: &Cli, args: &Build, ui: &Ui, sources: &mut Sources) -> Result<(String, Vec<Finding>), Stop> {
    let timestamp = timestamp(args)?;
    let project = super::project(cli)?;
    let assets = Assets::with_overrides(project.root(), sources)?;
    let (dossiers, mut findings) = read(&project, args, sources)?;
    stop_on_errors(args, &mut findings)?;
    spoken(&dossiers, args)?;
    let tasks = tasks(&project, &dossiers, args, timestamp)?;
    let (made, more) = typeset_all(&assets, &tasks, args, ui);
    findings.extend(more);
    stop_on_errors(args, &mut findings)?;
    let text = publish(&assets, &dossiers, made, args, timestamp, &mut findings)?;
    Ok((text, findings))
}

/// The time that the PDFs carry, where the command line or `SOURCE_DATE_EPOCH` gives one.
#[expect(
    clippy::disallowed_methods,
    reason = "SOURCE_DATE_EPOCH is defined as a variable of the environment"
)]
fn timestamp(args: &Build) -> Result<Option<OffsetDateTime>, Stop> {
    if let Some(moment) = &args.timestamp {
        return Ok(Some(moment.0));
    }
    let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = text.parse::<i64>().ok().and_then(|it| OffsetDateTime::from_unix_timestamp(it).ok());
    seconds.map(Some).ok_or_else(|| {
        let message = format!("SOURCE_DATE_EPOCH is `{text}`, not a number of seconds since 1970");
        Stop::Misused(Finding::error("OU06", message).help("unset it, or give `--timestamp`"))
    })
}

fn read(
    project: &Project,
    args: &Build,
    sources: &mut Sources,
) -> Result<(Vec<Dossier>, Vec<Finding>), Stop> {
    let mut findings = Vec::new();
    let mut dossiers = Vec::new();
    for id in super::editions(project, &args.editions)? {
        let (dossier, found) = check::examine(project, &id, args.audience.as_deref(), sources);
        findings.extend(found);
        findings.extend(dossier.iter().filter(|_| args.release).flat_map(unreviewed));
        dossiers.extend(dossier);
    }
    Ok((dossiers, findings))
}

/// Refuses a language that none of the editions has.
fn spoken(dossiers: &[Dossier], args: &Build) -> Result<(), Stop> {
    let known: Vec<&str> = dossiers.iter().flat_map(|it| it.languages.keys().map(String::as_str)).collect();
    let unknown = args.lang.iter().find(|asked| !known.contains(&asked.as_str()));
    unknown.map_or(Ok(()), |asked| {
        let mut known = known;
        known.sort_unstable();
        known.dedup();
        let finding = Finding::error("CL01", format!("none of these editions has the language `{asked}`"));
        Err(Stop::Misused(finding.help(format!("their languages are `{}`", known.join("`, `")))))
    })
}

/// What a release refuses: texts that nobody has read.
fn unreviewed(dossier: &Dossier) -> Vec<Finding> {
    let drafts = dossier.languages.values().filter(|language| language.texts.meta.status == Status::Draft);
    drafts
        .map(|language| {
            let (id, lang) = (&dossier.edition.head.id, &language.texts.lang);
            Finding::error("TR07", format!("the `{lang}` texts of `{}` are drafts", id.value))
                .at(id.span, "asked for as a release")
                .help(format!(
                    "have them read, and write `status: reviewed` under `_meta` in text/{lang}.yaml"
                ))
        })
        .collect()
}

/// Ends the build if there is an error; with `--release`, or if warnings are denied, a warning is one.
fn stop_on_errors(args: &Build, findings: &mut Vec<Finding>) -> Result<(), Stop> {
    if args.release || args.report.deny.is_some() {
        for finding in findings
            .iter_mut()
            .filter(|it| args.report.deny.is_some() || matches!(it.code, "TR01" | "AR19" | "TX19"))
        {
            finding.severity = Severity::Error;
        }
    }
    if findings.iter().any(Finding::is_error) { Err(std::mem::take(findings).into()) } else { Ok(()) }
}

fn tasks<'a>(
    project: &Project,
    dossiers: &'a [Dossier],
    args: &Build,
    timestamp: Option<OffsetDateTime>,
) -> Result<Vec<Task<'a>>, Stop> {
    let mut tasks = Vec::new();
    for dossier in dossiers {
        let files = logo(project, dossier)?;
        let wanted = dossier.edition.head.languages.iter().map(|lang| lang.value.as_str());
        for lang in wanted.filter(|lang| args.lang.is_empty() || args.lang.iter().any(|asked| asked == lang))
        {
            if let Some((brief, _)) = crate::brief::write(dossier, lang) {
                tasks.push(Task {
                    dossier,
                    lang,
                    brief: brief.to_json().into_bytes(),
                    files: files.clone(),
                    timestamp: timestamp.unwrap_or(dossier.edition.head.issued.value.0),
                });
            }
        }
    }
    Ok(tasks)
}

/// The publisher's logo, where there is one.
fn logo(project: &Project, dossier: &Dossier) -> Result<Vec<(String, Vec<u8>)>, Finding> {
    let Some(logo) = &dossier.edition.head.publisher.logo else { return Ok(Vec::new()) };
    let bytes = project
        .asset(&logo.value)
        .map_err(|finding| finding.at(logo.span, "named here").path("edition.publisher.logo"))?;
    Ok(vec![(format!("/{}", logo.value), bytes)])
}

/// Typesets and exports the tasks, several at once; results come in the order of the tasks.
fn typeset_all(assets: &Assets, tasks: &[Task<'_>], args: &Build, ui: &Ui) -> (Vec<Made>, Vec<Finding>) {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    let bar = ui.progress(tasks.len());
    let jobs = args.jobs.or(std::thread::available_parallelism().ok()).map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..jobs.min(tasks.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(task) = tasks.get(at) else { break };
                    let result = make(assets, task, args);
                    typeset::evict(MEMORY);
                    bar.set_message(format!("{} {}", task.dossier.edition.head.id.value, task.lang));
                    bar.inc(1);
                    if let Ok(mut results) = results.lock() {
                        results.insert(at, result);
                    }
                }
            });
        }
    });
    bar.finish_and_clear();
    let (mut made, mut findings) = (Vec::new(), Vec::new());
    for result in results.into_inner().unwrap_or_default().into_values() {
        match result {
            Ok((files, warnings)) => {
                made.extend(files);
                findings.extend(warnings);
            }
            Err(faults) => findings.extend(faults),
        }
    }
    (made, findings)
}

fn make(assets: &Assets, task: &Task<'_>, args: &Build) -> Result<(Vec<Made>, Vec<Finding>), Vec<Finding>> {
    let id = &task.dossier.edition.head.id.value;
    let mut job = Job::new(task.brief.clone(), task.timestamp.to_offset(UtcOffset::UTC).date());
    for (path, bytes) in &task.files {
        job = job.file(path.clone(), bytes.clone());
    }
    let mut laid = compile(assets, &job)?.with_text_layer(text_layer(args, task.dossier, task.lang));
    let pages = laid.pages();
    let stem = format!("{id}.{}", task.lang);
    let file = |name, pages, bytes| Made { edition: id.clone(), lang: task.lang.into(), name, pages, bytes };
    let mut files = Vec::new();
    if args.format.contains(&Format::Pdf) {
        let identity = Identity::new(id, task.lang, audience(args), task.timestamp);
        files.push(file(format!("{stem}.pdf"), pages, pdf(&laid, &identity, standard(args))?));
    }
    if args.format.contains(&Format::Png) {
        for (at, image) in png(&laid, args.ppi)?.into_iter().enumerate() {
            files.push(file(page_name(&stem, at + 1, pages), 1, image.bytes));
        }
    }
    Ok((files, std::mem::take(&mut laid.warnings)))
}

fn audience(args: &Build) -> &str {
    args.audience.as_deref().unwrap_or("all")
}

fn standard(args: &Build) -> Standard {
    match args.standard {
        StandardArg::Record => Standard::Record,
        StandardArg::Delivery => Standard::Delivery,
    }
}

/// As the command line says, else the style of the language, else the house.
fn text_layer(args: &Build, dossier: &Dossier, lang: &str) -> TextLayer {
    match args.text_layer {
        Some(TextLayerArg::Visual) => TextLayer::Visual,
        Some(TextLayerArg::Reading) => TextLayer::Reading,
        Some(TextLayerArg::Off) => TextLayer::Off,
        None => {
            let style = dossier.edition.style.get(lang);
            style.and_then(|style| style.text_layer).unwrap_or(dossier.edition.house.text_layer)
        }
    }
}

/// Publishes each edition's files with its manifest; what to tell of it.
fn publish(
    assets: &Assets,
    dossiers: &[Dossier],
    made: Vec<Made>,
    args: &Build,
    timestamp: Option<OffsetDateTime>,
    findings: &mut Vec<Finding>,
) -> Result<String, Stop> {
    let mut text = String::new();
    for dossier in dossiers {
        let id = &dossier.edition.head.id.value;
        let files: Vec<&Made> = made.iter().filter(|file| file.edition == *id).collect();
        if files.is_empty() {
            continue;
        }
        let mut languages: Vec<String> = files.iter().map(|file| file.lang.clone()).collect();
        languages.dedup();
        let layer = |lang: &String| (lang.clone(), text_layer(args, dossier, lang));
        let options = Options {
            standard: standard(args),
            text_layer: languages.iter().map(layer).collect(),
            languages,
            audience: audience(args).to_owned(),
            release: args.release,
        };
        let built_for = timestamp.unwrap_or(dossier.edition.head.issued.value.0);
        let mut manifest = Manifest::new(id, built_for, options, assets);
        manifest.inputs =
            dossier.inputs.iter().map(|file| Input::new(&*file.name, &*file.layer, &file.bytes)).collect();
        let folder = args.out.join(id);
        let mut publication = Publication::new(&folder, folder.display().to_string());
        for file in files {
            manifest.outputs.push(Output::new(&*file.name, &*file.lang, file.pages, &file.bytes));
            let size = file.bytes.len().div_ceil(1024);
            let path = folder.join(&file.name);
            let pages = if file.pages == 1 { "page" } else { "pages" };
            text += &format!("{}  {} {pages}  {size} KiB\n", path.display(), file.pages);
            publication.add(file.name.clone(), file.bytes.clone());
        }
        findings.extend(publication.publish(&manifest)?.warnings);
    }
    Ok(text)
}
