use std::collections::BTreeSet;

use clap::{Command, CommandFactory};

use super::*;
use crate::diag::arabic::say;

/// Every command that is shown, by its words behind `mujaz`.
fn commands() -> Vec<(String, Command)> {
    fn below(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
        for command in command.get_subcommands().filter(|it| !it.is_hide_set()) {
            let path = format!("{path} {}", command.get_name()).trim().to_owned();
            below(command, &path, found);
            found.push((path, command.clone()));
        }
    }
    let (mut command, mut found) = (Cli::command().disable_help_subcommand(true), Vec::new());
    command.build();
    below(&command, "", &mut found);
    found
}

#[test]
fn every_command_teaches() {
    let taught: Vec<&str> = all().lessons.iter().map(|lesson| lesson.command.as_str()).collect();
    let known: BTreeSet<String> = commands().into_iter().map(|(path, _)| path).collect();
    let unique: BTreeSet<String> = taught.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!((taught.len(), &unique), (unique.len(), &known));
    for lesson in &all().lessons {
        assert!((1..=4).contains(&lesson.examples.len()), "{}", lesson.command);
        for example in &lesson.examples {
            // Of this command, or for a command with others below it of one of those.
            let call = format!("mujaz {}", lesson.command);
            assert!(example.run.starts_with(&call), "{}", example.run);
        }
    }
}

#[test]
fn every_command_is_in_one_group() {
    let grouped: Vec<&str> =
        all().groups.iter().flat_map(|group| &group.commands).map(String::as_str).collect();
    let commands = commands();
    let first = commands.iter().map(|(path, _)| path.as_str()).filter(|path| !path.contains(' '));
    assert_eq!(grouped.len(), grouped.iter().collect::<BTreeSet<_>>().len());
    for name in first {
        assert!(grouped.contains(&name), "{name}");
    }
}

#[test]
fn purposes_fit_beside_their_names() {
    for lesson in &all().lessons {
        for tongue in [Tongue::English, Tongue::Arabic] {
            let does = lesson.does.says(tongue);
            assert!(does.chars().count() <= 64 && !does.ends_with('.'), "{does}");
        }
    }
}

#[test]
fn everything_that_help_says_is_there_in_arabic() {
    let (mut missing, mut count) = (BTreeSet::new(), 0);
    let mut ask = |english: Option<String>| {
        count += usize::from(english.is_some());
        missing.extend(english.filter(|english| say(english).is_none()));
    };
    let mut command = Cli::command();
    command.build();
    let all = commands().into_iter().map(|(_, command)| command).chain([command]);
    for command in all {
        ask(command.get_about().map(ToString::to_string));
        for arg in command.get_arguments().filter(|it| !["help", "version"].contains(&it.get_id().as_str())) {
            ask(arg.get_help().map(ToString::to_string));
            let values = arg.get_possible_values();
            values.iter().for_each(|value| ask(value.get_help().map(ToString::to_string)));
        }
    }
    assert!(count > 150, "{count}");
    assert!(missing.is_empty(), "{}", missing.into_iter().collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn the_language_of_help_is_read_wherever_it_stands() {
    let read = |line: &str| asked(line.split(' ').map(str::to_owned));
    for line in ["--ui-lang ar --help", "build --help --ui-lang=ar", "help build --ui-lang ar"] {
        assert_eq!(read(line).0, Tongue::Arabic, "{line}");
    }
    for line in ["--help", "build ar --lang ar", "--ui-lang ar build --ui-lang en", "ui-lang ar"] {
        assert_eq!(read(line).0, Tongue::English, "{line}");
    }
    assert_eq!(read("--color never").1, ColorChoice::Never);
    assert_eq!(read("build --color=always").1, ColorChoice::Always);
    assert_eq!(read("build --shard auto").1, ColorChoice::Auto);
}

#[test]
fn clap_accepts_the_commands_in_both_languages() {
    taught(Cli::command(), Tongue::English).debug_assert();
    arabic::said(Cli::command()).debug_assert();
}
