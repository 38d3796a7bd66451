//! `mujaz export`: the clap types of what is taken out of an edition.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// `mujaz export`.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Write every table and chart as CSV, one file each: exact values, ISO dates and codes beside the words
    Tables(Tables),
}

/// `mujaz export tables`.
#[derive(Debug, Args)]
pub struct Tables {
    /// Edition ids; all editions if none is given
    #[arg(value_name = "EDITION")]
    pub editions: Vec<String>,

    /// The languages of the words; all of the edition's if none is given
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub lang: Vec<String>,

    /// Where to write; not among the outputs of builds, which manifests list
    #[arg(long, value_name = "DIR", default_value = "tables")]
    pub out: PathBuf,

    /// Only what this audience may see
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,

    /// How the first row names the columns
    #[arg(long, value_enum, value_name = "HOW", default_value = "keys")]
    pub headers: HeadersArg,

    /// Add a row of hashtags below the first (Humanitarian Exchange Language)
    #[arg(long)]
    pub hxl: bool,

    /// Begin each file with a byte order mark, without which Excel garbles Arabic
    #[arg(long, value_enum, value_name = "YES|NO", default_value = "yes")]
    pub bom: Mark,
}

/// Names of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HeadersArg {
    /// The same keys in every language and edition, for programs
    Keys,
    /// The words of the brief, where it has some
    Words,
}

/// Whether there is a byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mark {
    /// For Excel
    Yes,
    /// For programs that do not expect one
    No,
}
