//! `mujaz __confined`: one call of a parent, served. Not for people, so it is shown in no help.

use std::io;

use super::Outcome;
use crate::confine;

/// Serves the call on stdin. What goes wrong is the parent's to tell.
pub fn run() -> Outcome {
    match confine::serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Misused,
    }
}
