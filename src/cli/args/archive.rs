//! `mujaz archive`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Report;

/// What is done with finished outputs.
#[derive(Debug, Subcommand)]
pub enum Archive {
    /// Put finished outputs into a bag for long keeping: BagIt (RFC 8493)
    Bag(Bag),
    /// Join what the shards of a build wrote, as if one machine had built everything
    Merge(Merge),
}

/// `mujaz archive bag`.
#[derive(Debug, Args)]
pub struct Bag {
    /// The folder of outputs
    #[arg(value_name = "OUT", default_value = "out")]
    pub out: PathBuf,

    /// The bag, a folder that is not there yet
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,

    /// Who sends the bag: its Source-Organization
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,

    /// How to print findings
    #[command(flatten)]
    pub report: Report,
}

/// `mujaz archive merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// The folders that the shards wrote into
    #[arg(value_name = "DIR", required = true)]
    pub shards: Vec<PathBuf>,

    /// Where to write
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,

    /// How to print findings
    #[command(flatten)]
    pub report: Report,
}
