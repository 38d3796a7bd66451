//! The command line's own words: clap's commands with what each teaches, in English or whole in Arabic.
//!
//! Arabic is for reading only: the command that parses is always the English one, and clap's own notes on defaults
//! and possible values stay as they are.

mod arabic;
mod lesson;

use std::fmt::Write;

use clap::error::ErrorKind;
use clap::{ColorChoice, Command, CommandFactory, FromArgMatches};

use self::lesson::all;
use super::args::Cli;
use crate::diag::Tongue;

pub use self::lesson::{Lesson, lesson};

/// What stands around the lists of a page.
struct Frame {
    usage: &'static str,
    options: &'static str,
    examples: &'static str,
    next: &'static str,
    exit: &'static str,
    more: &'static str,
}

const ENGLISH: Frame = Frame {
    usage: "Usage:",
    options: "Options:",
    examples: "Examples:",
    next: "Next:",
    exit: "Exit codes: 0 done; 1 data, text or template at fault; 2 command line at fault; 3 mujaz at fault",
    more: "`mujaz help COMMAND` has examples of each",
};

const ARABIC: Frame = Frame {
    usage: "الاستعمال:",
    options: "الخيارات:",
    examples: "أمثلة:",
    next: "ثم:",
    exit: "رموز الخروج: 0 تم؛ 1 خطأ في البيانات أو النصوص أو القوالب؛ 2 خطأ في سطر الأوامر؛ 3 خطأ في البرنامج نفسه",
    more: "أمثلة كل أمر: mujaz --ui-lang ar help COMMAND",
};

impl Frame {
    fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::Arabic => &ARABIC,
        }
    }
}

/// Reads the command line of this process. It ends the process where help was asked for or nothing can be done.
pub fn parse() -> Cli {
    let (tongue, color) = asked(std::env::args().skip(1));
    let command = taught(Cli::command(), Tongue::English).color(color);
    let matches = command.try_get_matches().unwrap_or_else(|error| match (tongue, error.kind()) {
        (Tongue::Arabic, ErrorKind::DisplayHelp) => {
            let words = std::env::args_os().filter(|word| word != "help").chain(["--help".into()]);
            arabic::said(Cli::command()).color(color).get_matches_from(words)
        }
        (Tongue::Arabic, ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) => {
            arabic::said(Cli::command()).color(color).get_matches()
        }
        _ => error.exit(),
    });
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// The commands without lessons, and without those that are not for people.
pub fn plain() -> Command {
    let all = Cli::command();
    let shown = all.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    let about = all.get_about().cloned().unwrap_or_default();
    Command::new("mujaz")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about)
        .args(all.get_arguments().cloned())
        .subcommands(shown)
        .subcommand_required(true)
}

/// The language and the colour of help, before anything else of the command line is understood.
fn asked(args: impl Iterator<Item = String>) -> (Tongue, ColorChoice) {
    let (mut tongue, mut color, mut option) = (Tongue::English, ColorChoice::Auto, String::new());
    for arg in args {
        let (name, value) = arg.split_once('=').unwrap_or((&option, &arg));
        match (name, value) {
            ("--ui-lang", "ar") => tongue = Tongue::Arabic,
            ("--ui-lang", "en") => tongue = Tongue::English,
            ("--color", "always") => color = ColorChoice::Always,
            ("--color", "never") => color = ColorChoice::Never,
            _ => {}
        }
        option = arg;
    }
    (tongue, color)
}

/// A command and those below it, each with its examples and what comes next; the first also with its commands by the
/// day's work.
fn taught(command: Command, tongue: Tongue) -> Command {
    let template = overview(&command, tongue);
    below(command, "", tongue).help_template(template)
}

/// The lessons, at each command below one that is called so.
fn below(command: Command, path: &str, tongue: Tongue) -> Command {
    let command = match lesson(path) {
        Some(lesson) => command.after_help(examples(lesson, tongue)),
        None => command,
    };
    command.mut_subcommands(|command| {
        let path = format!("{path} {}", command.get_name());
        below(command, path.trim(), tongue)
    })
}

/// The page of `mujaz` itself.
fn overview(command: &Command, tongue: Tongue) -> String {
    let Frame { usage, options, exit, more, .. } = Frame::of(tongue);
    let mut text = format!("{{about-with-newline}}\n{} {{usage}}\n", heading(usage));
    let known = |name: &str| command.find_subcommand(name).is_some();
    for group in &all().groups {
        let _ = writeln!(text, "\n{}", heading(&format!("{}:", group.name.says(tongue))));
        for name in group.commands.iter().filter(|name| known(name)) {
            let does = lesson(name).map_or("", |lesson| lesson.does.says(tongue));
            let _ = writeln!(text, "  {}  {does}", bold(&format!("{name:12}")));
        }
    }
    text + &format!("\n{}\n{{options}}\n\n{exit}\n{more}", heading(options))
}

/// The examples of a command, and what comes next.
fn examples(lesson: &Lesson, tongue: Tongue) -> String {
    let frame = Frame::of(tongue);
    let also = lesson.also.as_ref().map(|also| format!("{}\n\n", also.says(tongue))).unwrap_or_default();
    let mut text = format!("{also}{}\n", heading(frame.examples));
    for example in &lesson.examples {
        let _ = writeln!(text, "  {}\n      {}", bold(&example.run), example.says(tongue));
    }
    // Behind a styled word on the same line, clap would break the lines wrongly.
    text + &format!("\n{}\n  {}", heading(frame.next), lesson.next.says(tongue))
}

/// A heading as clap's own; colours are taken out again where none are wanted.
fn heading(text: &str) -> String {
    format!("\u{1b}[1m\u{1b}[4m{text}\u{1b}[0m")
}

fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

#[cfg(test)]
mod tests;
