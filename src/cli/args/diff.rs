//! `mujaz diff`: its clap types.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// `mujaz diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The earlier edition; one of another project as DIR:ID
    #[arg(value_name = "A")]
    pub before: String,

    /// The later edition
    #[arg(value_name = "B")]
    pub now: String,

    /// The language of the words, and of the texts that are compared; the one B was written in if it is not given, and
    /// with `--format pdf` every language of B
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,

    /// A table for people, JSON for programs, or one page in each language
    #[arg(long, value_enum, default_value = "text")]
    pub format: DiffForm,

    /// Where to write; else on standard output, and a PDF as desk/B/B.LANG.changes.pdf
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// Compare what an audience sees of both
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,
}

/// Forms of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffForm {
    /// For people
    Text,
    /// JSON, the whole comparison
    Json,
    /// One page, `What changed`
    Pdf,
}
