use super::args::Cli;
use super::args::start::New;
use super::Outcome;
pub fn run(_: &Cli, _: &New) -> Outcome { Outcome::Done }
