//! `mujaz text`: the clap types of the translator's desk.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Verdict;

/// `mujaz text`.
#[derive(Debug, Subcommand)]
pub enum Text {
    /// Tell how far each language is: approved, reviewed, draft, stale, missing
    Status(Status),
    /// Record that texts translate the master text as it stands now, and how far they have come
    Mark(Mark),
    /// Write a file for translators: PO or XLIFF
    Export(Export),
    /// Take translations over from a PO or XLIFF file
    Import(Import),
    /// Show every counted text with the numbers that its language treats differently
    Sweep(Sweep),
    /// Write a PDF with the master text and a translation side by side
    Proof(Proof),
}

/// `mujaz text status`.
#[derive(Debug, Args)]
pub struct Status {
    /// One language; all languages if it is not given
    pub lang: Option<String>,

    /// Edition ids; all editions if none is given
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,

    /// Fail if any text is missing, stale or a draft
    #[arg(long)]
    pub strict: bool,

    /// A table for people, or JSON for programs
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableForm,
}

/// `mujaz text mark`.
#[derive(Debug, Args)]
pub struct Mark {
    /// The language
    pub lang: String,

    /// Keys such as title or threats.cells; a section stands for all in it; all texts if none is given
    #[arg(value_name = "KEY")]
    pub keys: Vec<String>,

    /// Edition ids; all editions that have the language if none is given
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,

    /// How far the texts have come
    #[arg(long = "as", value_enum, value_name = "STATUS")]
    pub status: StatusArg,

    /// Who says so
    #[arg(long, value_name = "NAME")]
    pub by: String,
}

/// `mujaz text export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The language to translate into
    pub lang: String,

    /// The format
    #[arg(long, value_enum, default_value = "po")]
    pub to: Exchange,

    /// Edition ids; all editions if none is given
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,

    /// Another language, shown to the translator beside the master text
    #[arg(long, value_name = "LANG")]
    pub reference: Option<String>,

    /// Where to write ID/ID.LANG.po; not among the outputs of builds, which manifests list
    #[arg(long, value_name = "DIR", default_value = "desk")]
    pub out: PathBuf,
}

/// `mujaz text import`.
#[derive(Debug, Args)]
pub struct Import {
    /// PO or XLIFF files written by `mujaz text export`
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// How far the texts that change have come
    #[arg(long = "as", value_enum, value_name = "STATUS", default_value = "draft")]
    pub status: StatusArg,

    /// Who translated; the last translator of the file if it is not given
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,

    /// Say what would change; write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// How to print findings
    #[command(flatten)]
    pub verdict: Verdict,
}

/// `mujaz text sweep`.
#[derive(Debug, Args)]
pub struct Sweep {
    /// The language
    pub lang: String,

    /// Edition ids; all editions that have the language if none is given
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,

    /// A table for people, or JSON for programs
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableForm,

    /// Write a PDF proof for each edition as DIR/ID/ID.LANG.sweep.pdf as well
    #[arg(long, value_name = "DIR")]
    pub pdf: Option<PathBuf>,
}

/// `mujaz text proof`.
#[derive(Debug, Args)]
pub struct Proof {
    /// The language of the translation
    pub lang: String,

    /// Edition ids; all editions that have the language if none is given
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,

    /// Where to write ID/ID.LANG.proof.pdf; not among the outputs of builds, which manifests list
    #[arg(long, value_name = "DIR", default_value = "desk")]
    pub out: PathBuf,
}

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatusArg {
    /// Not yet read by a second person
    Draft,
    /// Read by a second person
    Reviewed,
    /// Released
    Approved,
}

/// Formats for translators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Exchange {
    /// GNU gettext PO
    Po,
    /// XLIFF 1.2
    Xliff,
}

/// Forms of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableForm {
    /// For people
    Text,
    /// JSON, the whole result
    Json,
}
