//! `mujaz init` and `mujaz new`.

use std::path::PathBuf;

use clap::Args;

/// `mujaz init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder of the project; made if it is not there. No file in it is replaced
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// `mujaz new`.
#[derive(Debug, Args)]
pub struct New {
    /// The id of the new edition, which names its folder
    #[arg(value_name = "ID")]
    pub id: String,

    /// The edition before it; the one that was issued last if it is not given
    #[arg(long, value_name = "EDITION")]
    pub from: Option<String>,

    /// The time that it reports on; told from the id or moved on from the edition before if it is not given
    #[arg(long, value_name = "FROM..TO")]
    pub period: Option<String>,
}
