//! `mujaz man`: the manual, one page a command, in the roff of `man`.
//!
//! Names, options and descriptions are clap's; examples and what comes next are those of `--help`.

use std::fs;
use std::io;
use std::path::Path;

use clap::Command;

use super::args::Cli;
use super::args::shell::Man;
use super::help::{self, Lesson};
use super::{Outcome, Ui, unwritten};
use crate::archive;
use crate::diag::{Finding, Sources, Tongue};

/// What every page says of exit codes.
const EXIT: &str = ".SH \"EXIT STATUS\"\n\
    0 done; 1 the data, a text or a template is at fault; 2 the command line is; 3 mujaz is.\n";

/// Prints the main page, or writes all of them and says which these are.
pub fn run(cli: &Cli, args: &Man) -> Outcome {
    let ui = Ui::asked(cli);
    let mut command = help::plain().disable_help_subcommand(true);
    command.build();
    let text = match &args.folder {
        None => page(&command).map_err(|error| unwritten("mujaz.1", &error)),
        Some(folder) => all(&command, folder),
    };
    match text {
        Ok(text) => {
            ui.result(&text);
            Outcome::Done
        }
        Err(finding) => {
            ui.findings(vec![finding], &Sources::new());
            Outcome::Misused
        }
    }
}

/// Writes the page of a command and those below it; a line for each.
fn all(command: &Command, folder: &Path) -> Result<String, Finding> {
    fs::create_dir_all(folder).map_err(|error| unwritten(folder.display(), &error))?;
    let mut written = String::new();
    let mut due = vec![command];
    while let Some(command) = due.pop() {
        let place = folder.join(format!("{}.1", name(command)));
        let text = page(command).map_err(|error| unwritten(place.display(), &error))?;
        archive::replace(&place, text.as_bytes()).map_err(|error| unwritten(place.display(), &error))?;
        written += &format!("{}\n", place.display());
        let below: Vec<&Command> = command.get_subcommands().filter(|it| !it.is_hide_set()).collect();
        due.extend(below.into_iter().rev());
    }
    Ok(written)
}

/// `mujaz-text-status`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// One page.
fn page(command: &Command) -> io::Result<String> {
    let source = concat!("mujaz ", env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(command.clone()).source(source);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().any(|it| !it.is_hide_set()) {
        man.render_subcommands_section(&mut page)?;
    }
    let mut page = String::from_utf8_lossy(&page).into_owned();
    let path = name(command).replacen("mujaz", "", 1).replace('-', " ");
    if let Some(lesson) = help::lesson(path.trim()) {
        page += &taught(lesson);
    }
    Ok(page + EXIT)
}

/// The examples of a lesson, and what comes next.
fn taught(lesson: &Lesson) -> String {
    let also = lesson.also.as_ref().map(|also| format!(".SH NOTES\n{}\n", roff(also.says(Tongue::English))));
    let mut text = also.unwrap_or_default() + ".SH EXAMPLES\n";
    for example in &lesson.examples {
        text += &format!(".TP\n.B {}\n{}\n", roff(&example.run), roff(example.says(Tongue::English)));
    }
    let next = roff(lesson.next.says(Tongue::English));
    text + &format!(".SH \"WHAT COMES NEXT\"\n{next}\n")
}

/// A line that no reader of roff takes for a request.
fn roff(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}
