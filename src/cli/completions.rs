//! `mujaz completions`: what a shell needs to complete commands, options and their words, on stdout.
//!
//! It is written once and knows nothing of the project: ids of editions are not among what it completes.

use super::args::Cli;
use super::args::shell::Completions;
use super::{Outcome, Ui, help};

/// Prints the script of the shell.
pub fn run(cli: &Cli, args: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::plain(), "mujaz", &mut script);
    Ui::asked(cli).result(&String::from_utf8_lossy(&script));
    Outcome::Done
}
