//! `mujaz build`: read and check everything, typeset in parallel, and only then write.

use time::OffsetDateTime;

use super::args::{Build, Cli};
use super::check::{self, Examined};
use super::press::{Made, Task, audience, standard, text_layer, typeset_all};
use super::{Outcome, Ui, pseudo};
use crate::archive::{Input, Manifest, Options, Output, Publication};
use crate::check::Seen;
use crate::diag::{self, Finding, Severity, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::translation::status::Standing;
use crate::typeset::Assets;

/// Builds; nothing is written unless every edition asked for is sound.
pub fn run(cli: &Cli, args: &Build) -> Outcome {
    let ui = Ui::new(&args.report).speaking(cli.ui_lang);
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
    pseudo::refuse_release(args).map_err(Stop::Misused)?;
    let project = super::project(cli)?;
    let assets = Assets::with_overrides(project.root(), sources)?;
    let (editions, mut findings) = read(&project, args, sources)?;
    stop_on_errors(args, &mut findings)?;
    spoken(&editions, args)?;
    let tasks = tasks(&project, &editions, args, timestamp)?;
    let (made, more) = typeset_all(&assets, &tasks, args, ui);
    findings.extend(more);
    stop_on_errors(args, &mut findings)?;
    let text = publish(&assets, &editions, made, args, timestamp, &mut findings)?;
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
) -> Result<(Vec<Examined>, Vec<Finding>), Stop> {
    let mut findings = Vec::new();
    let mut editions = Vec::new();
    let mut seen = Seen::default();
    for id in super::editions(project, &args.editions)? {
        let (examined, mut found) =
            check::examine(project, &id, args.audience.as_deref(), sources, &mut seen);
        examined.iter().filter(|_| args.release).for_each(|it| refuse(&it.dossier, args, &mut found));
        findings.extend(found);
        editions.extend(examined);
    }
    Ok((editions, diag::allow(findings, sources, |_| false)))
}

/// Refuses a language that none of the editions has.
fn spoken(editions: &[Examined], args: &Build) -> Result<(), Stop> {
    let known: Vec<&str> = editions.iter().flat_map(|it| it.briefs.keys().map(String::as_str)).collect();
    let unknown = args.lang.iter().find(|asked| !known.contains(&asked.as_str()) && !pseudo::is_one(asked));
    unknown.map_or(Ok(()), |asked| {
        let mut known = known;
        known.sort_unstable();
        known.dedup();
        let finding = Finding::error("CL01", format!("none of these editions has the language `{asked}`"));
        Err(Stop::Misused(finding.help(format!("their languages are `{}`", known.join("`, `")))))
    })
}

/// What a release refuses: an error for each text that is missing, stale or a draft in a language that is built.
fn refuse(dossier: &Dossier, args: &Build, findings: &mut Vec<Finding>) {
    for lang in dossier.languages.keys().filter(|lang| is_built(lang, args)) {
        let Some(Standing { states, .. }) = Standing::of(dossier, lang) else { continue };
        let Some(pending) = dossier.pending(lang, &states) else { continue };
        // Drafts are told one by one instead of all in one.
        let drafts = format!("text.{lang}");
        findings.retain(|it| it.code != "TR07" || it.path != drafts);
        for refusal in pending.refusals() {
            match findings.iter_mut().find(|it| it.code == refusal.code && it.path == refusal.path) {
                Some(told) => told.severity = Severity::Error,
                None => findings.push(refusal),
            }
        }
    }
}

/// Whether the build makes a language.
fn is_built(lang: &str, args: &Build) -> bool {
    args.lang.is_empty() || args.lang.iter().any(|asked| asked == lang)
}

/// Whether a release refuses what is otherwise a warning: something about the words of a language that is built.
fn is_refused(finding: &Finding, args: &Build) -> bool {
    let lang = finding.path.strip_prefix("text.").and_then(|path| path.split('.').next());
    matches!(finding.code, "TR01" | "AR19" | "TX19") && lang.is_none_or(|lang| is_built(lang, args))
}

/// Ends the build if there is an error; with `--release`, or if warnings are denied, a warning is one.
fn stop_on_errors(args: &Build, findings: &mut Vec<Finding>) -> Result<(), Stop> {
    let denied = args.report.deny.is_some();
    for finding in findings.iter_mut().filter(|it| denied || args.release && is_refused(it, args)) {
        finding.severity = Severity::Error;
    }
    if findings.iter().any(Finding::is_error) { Err(std::mem::take(findings).into()) } else { Ok(()) }
}

fn tasks<'a>(
    project: &Project,
    editions: &'a [Examined],
    args: &Build,
    timestamp: Option<OffsetDateTime>,
) -> Result<Vec<Task<'a>>, Stop> {
    let mut tasks = Vec::new();
    for edition in editions {
        let Examined { dossier, briefs } = edition;
        let files = logo(project, dossier)?;
        let task = |lang, brief: String| Task {
            dossier,
            lang,
            brief: brief.into_bytes(),
            files: files.clone(),
            timestamp: timestamp.unwrap_or(dossier.edition.head.issued.value.0),
        };
        let wanted = dossier.edition.head.languages.iter().map(|lang| lang.value.as_str());
        let wanted = wanted.filter(|lang| is_built(lang, args));
        tasks.extend(wanted.filter_map(|lang| Some(task(lang, briefs.get(lang)?.to_json()))));
        tasks.extend(pseudo::briefs(args, edition).map(|(lang, brief)| task(lang, brief)));
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

/// Publishes each edition's files with its manifest; what to tell of it.
fn publish(
    assets: &Assets,
    editions: &[Examined],
    made: Vec<Made>,
    args: &Build,
    timestamp: Option<OffsetDateTime>,
    findings: &mut Vec<Finding>,
) -> Result<String, Stop> {
    let mut text = String::new();
    for Examined { dossier, .. } in editions {
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
