//! The command line: arguments in, library calls, results and findings out.
//!
//! Exit codes: 0 done, 1 the data, text or template is at fault, 2 the command line is, 3 mujaz is.

mod archive;
mod args;
mod build;
mod check;
mod completions;
mod confined;
mod diff;
mod export;
mod fix;
mod help;
mod import;
mod init;
mod leaks;
mod lint;
mod man;
mod new;
mod parallel;
mod preview;
mod progress;
mod pseudo;
mod schema;
mod shard;
mod show;
mod text;
mod ui;
mod verify;

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use self::args::{Cli, Command};
use self::ui::Ui;
use crate::diag::{Finding, Sources};
use crate::layers::Project;

/// How a command ended, the worse the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Done,
    Faulty,
    Misused,
    /// Something is wrong with mujaz itself, or with the system under it.
    Broken,
}

/// Runs the command of this process.
pub fn main() -> ExitCode {
    let cli = help::parse();
    let run = std::panic::catch_unwind(|| run(&cli));
    match run {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Ok(Outcome::Misused) => ExitCode::from(2),
        Ok(Outcome::Broken) | Err(_) => ExitCode::from(3),
    }
}

fn run(cli: &Cli) -> Outcome {
    match &cli.command {
        Command::Build(args) => build::run(cli, args),
        Command::Verify(args) => verify::run(cli, args),
        Command::Check(args) => check::run(cli, args),
        Command::Lint(args) => lint::run(cli, args),
        Command::Show(args) => show::run(cli, args),
        Command::Text(args) => text::run(cli, args),
        Command::Archive(args) => archive::run(cli, args),
        Command::Schema(args) => schema::run(cli, args),
        Command::Init(args) => init::run(cli, args),
        Command::New(args) => new::run(cli, args),
        Command::Diff(args) => diff::run(cli, args),
        Command::Export(args) => export::run(cli, args),
        Command::Preview(args) => preview::run(cli, args),
        Command::Import(args) => import::run(cli, args),
        Command::Completions(args) => completions::run(cli, args),
        Command::Man(args) => man::run(cli, args),
        Command::Confined => confined::run(),
    }
}

/// The project that the command line means.
fn project(cli: &Cli) -> Result<Project, Finding> {
    match &cli.project {
        Some(root) => Project::open(root),
        None => Project::find(Path::new(".")),
    }
}

/// The editions asked for, or all of them.
fn editions(project: &Project, asked: &[String]) -> Result<Vec<String>, Finding> {
    if !asked.is_empty() {
        return Ok(asked.to_vec());
    }
    let all = project.editions()?;
    if all.is_empty() {
        return Err(Finding::error("LA02", "there is no edition in `data/editions`")
            .help("add the first one as a folder with `edition.yaml`"));
    }
    Ok(all)
}

/// Prints what a command answers, or tells what stands in its way.
fn answer(ui: &Ui, answer: Result<String, Vec<Finding>>, sources: &Sources) -> Outcome {
    match answer {
        Ok(text) => {
            ui.result(&text);
            Outcome::Done
        }
        Err(findings) => refuse(ui, findings, sources),
    }
}

/// Tells what stands in the way of a command.
fn refuse(ui: &Ui, findings: Vec<Finding>, sources: &Sources) -> Outcome {
    let blamed = blame(&findings);
    ui.findings(findings, sources);
    blamed
}

/// A file or folder that was asked for and cannot be written.
fn unwritten(place: impl Display, error: &io::Error) -> Finding {
    Finding::error("OU03", format!("`{place}` cannot be written: {error}"))
}

/// Whom findings blame: the command line if one of them is about what it names, else the data.
fn blame(findings: &[Finding]) -> Outcome {
    /// No project, edition, audience, language or path of that name, or no time.
    const MISUSE: &[&str] = &[
        "LA01", "LA02", "LA03", "LA16", "CL01", "CL02", "CL03", "CL04", "DF01", "IM03", "NE06", "NE07",
        "NE08", "OU06",
    ];
    let has = |codes: &[&str]| findings.iter().any(|finding| codes.contains(&finding.code));
    if has(&["LI05", "TE09"]) {
        Outcome::Broken
    } else if has(MISUSE) {
        Outcome::Misused
    } else {
        Outcome::Faulty
    }
}
