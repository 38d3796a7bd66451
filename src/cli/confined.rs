//! `mujaz __confined`: one call of a parent, served. Not for people, so it is shown in no help.

use std::io;
use std::path::PathBuf;

use super::Outcome;
use crate::confine::{self, Ended};
use crate::diag::Finding;

/// Serves the call on stdin. What goes wrong is the parent's to tell.
pub fn run() -> Outcome {
    match confine::serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Misused,
    }
}

/// The program that serves: this one.
pub fn program() -> Result<PathBuf, Finding> {
    std::env::current_exe().map_err(|error| Ended::Start(error.to_string()).finding())
}
