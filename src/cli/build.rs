//! `mujaz build`: read and check everything, typeset in parallel, and only then write.

use time::OffsetDateTime;

use super::args::{Build, Cli};
use super::check::{self, Examined};
use super::press::{Made, Task, audience, standard, text_layer, typeset_all};
use super::{Outcome, Ui};
use crate::archive::{Input, Manifest, Options, Output, Publication};
use crate::check::Seen;
use crate::diag::{self, Finding, Severity, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::text::Status;
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
        let (examined, found) = check::examine(project, &id, args.audience.as_deref(), sources, &mut seen);
        findings.extend(found);
        findings.extend(examined.iter().filter(|_| args.release).flat_map(|it| unreviewed(&it.dossier)));
        editions.extend(examined);
    }
    Ok((editions, diag::allow(findings, sources, |_| false)))
}

/// Refuses a language that none of the editions has.
fn spoken(editions: &[Examined], args: &Build) -> Result<(), Stop> {
    let known: Vec<&str> = editions.iter().flat_map(|it| it.briefs.keys().map(String::as_str)).collect();
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
    editions: &'a [Examined],
    args: &Build,
    timestamp: Option<OffsetDateTime>,
) -> Result<Vec<Task<'a>>, Stop> {
    let mut tasks = Vec::new();
    for Examined { dossier, briefs } in editions {
        let files = logo(project, dossier)?;
        let wanted = dossier.edition.head.languages.iter().map(|lang| lang.value.as_str());
        for lang in wanted.filter(|lang| args.lang.is_empty() || args.lang.iter().any(|asked| asked == lang))
        {
            if let Some(brief) = briefs.get(lang) {
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
