//! The arguments of `mujaz import`.

use std::path::PathBuf;

use clap::Args;

use super::Report;

/// `mujaz import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The table: CSV in UTF-8, XLSX or ODS
    #[arg(required_unless_present = "show_map", value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// A mapping file, or the name of one in data/maps or of one that comes with mujaz
    #[arg(long, value_name = "MAP")]
    pub map: String,

    /// The edition to write into; the map may name a file instead
    #[arg(long, value_name = "EDITION")]
    pub into: Option<String>,

    /// Print what would be written; write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Write although figures of an earlier import move
    #[arg(long)]
    pub accept: bool,

    /// Write the sound rows although others have faults
    #[arg(long)]
    pub partial: bool,

    /// Print the map, to copy and change it; import nothing
    #[arg(long, conflicts_with_all = ["file", "into", "dry_run", "accept", "partial"])]
    pub show_map: bool,

    /// How to print findings
    #[command(flatten)]
    pub report: Report,
}
