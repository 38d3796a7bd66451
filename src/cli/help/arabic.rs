//! Clap's commands -> the same to be read in Arabic: what each command and option does, by the catalogue of
//! findings, and the headings. Names, defaults and what is typed stay Latin.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command};

use super::{ARABIC, heading, taught};
use crate::diag::Tongue;
use crate::diag::arabic::said as words;

/// The commands with Arabic words, which can be shown and not parsed with.
pub fn said(command: Command) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = translated(command).disable_version_flag(true).arg(version.help("اعرض رقم النسخة"));
    taught(command, Tongue::Arabic)
}

fn translated(command: Command) -> Command {
    let about = command.get_about().map(|about| words(&about.to_string()));
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let has_commands = command.has_subcommands();
    let mut body = format!("{{about-with-newline}}\n{} {{usage}}\n\n", heading(ARABIC.usage));
    if has_commands {
        body += &format!("{}\n{{subcommands}}\n\n", heading("الأوامر:"));
    }
    if command.get_positionals().next().is_some() {
        body += &format!("{}\n{{positionals}}\n\n", heading("المعطيات:"));
    }
    body += &format!("{}\n{{options}}{{after-help}}", heading(ARABIC.options));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("اعرض هذه المساعدة");
    command
        .mut_args(argument)
        .mut_subcommands(translated)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .help_template(body)
}

/// An option with the words of its help and of its values.
fn argument(arg: Arg) -> Arg {
    let help = arg.get_help().map(|help| words(&help.to_string()));
    let values = arg.get_possible_values();
    let value = |value: &PossibleValue| match value.get_help() {
        Some(help) => value.clone().help(words(&help.to_string())),
        None => value.clone(),
    };
    let takes = arg.get_action().takes_values();
    let arg = if takes && !values.is_empty() {
        arg.value_parser(PossibleValuesParser::new(values.iter().map(value).collect::<Vec<_>>()))
    } else {
        arg
    };
    match help {
        Some(help) => arg.help(help),
        None => arg,
    }
}
