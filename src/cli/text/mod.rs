//! `mujaz text`: the translator's desk.

mod export;
mod import;
mod mark;
mod proof;
mod sheets;
mod status;
mod sweep;

use super::Outcome;
use super::args::Cli;
use super::args::text::Text;

/// Runs the command of the desk.
pub fn run(cli: &Cli, text: &Text) -> Outcome {
    match text {
        Text::Status(args) => status::run(cli, args),
        Text::Mark(args) => mark::run(cli, args),
        Text::Sweep(args) => sweep::run(cli, args),
        Text::Proof(args) => proof::run(cli, args),
        Text::Export(args) => export::run(cli, args),
        Text::Import(args) => import::run(cli, args),
    }
}
