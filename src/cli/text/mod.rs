//! `mujaz text`: the translator's desk.

mod mark;
mod proof;
mod sheets;
mod status;
mod sweep;

use super::args::Cli;
use super::args::text::Text;
use super::{Outcome, Ui};
use crate::diag::{Finding, Sources};

/// Runs the command of the desk.
pub fn run(cli: &Cli, text: &Text) -> Outcome {
    match text {
        Text::Status(args) => status::run(cli, args),
        Text::Mark(args) => mark::run(cli, args),
        Text::Sweep(args) => sweep::run(cli, args),
        Text::Proof(args) => proof::run(cli, args),
        // Each command adds its line here and its file to this folder.
        _ => {
            let ui = Ui::default().speaking(cli.ui_lang);
            ui.findings(vec![Finding::error("CL02", format!("`{text:?}` is being built"))], &Sources::new());
            Outcome::Misused
        }
    }
}
