//! `mujaz completions` and `mujaz man`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// `mujaz completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell that reads it
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// `mujaz man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Write the pages of all commands into this folder; the main page goes to standard output without it
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}
