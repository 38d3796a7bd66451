//! The command line: every clap type, nothing else.

pub mod archive;
pub mod diff;
pub mod export;
pub mod import;
pub mod preview;
pub mod shell;
pub mod start;
pub mod text;
pub mod verify;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::Moment;
use crate::schema::FileKind;

/// Briefing PDFs from YAML, typeset in Arabic first.
#[derive(Debug, Parser)]
#[command(name = "mujaz", version, about, max_term_width = 100)]
pub struct Cli {
    /// The project folder; found upwards by data/house.yaml if it is not given
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    pub project: Option<PathBuf>,

    /// The language of findings, notes and help
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANG",
        default_value = "en",
        help_heading = "Everywhere"
    )]
    pub ui_lang: UiLang,

    /// Colours in findings and help; `auto` sends them to a terminal, unless NO_COLOR is set
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Everywhere"
    )]
    pub color: Color,

    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the PDFs of all editions, or of those named
    Build(Build),
    /// Prove that outputs are what was made: by their manifests, and by making each PDF again from what it carries
    Verify(verify::Verify),
    /// Report everything that is wrong with data and texts; write nothing but fixes
    Check(Check),
    /// Run the text rules over files in any language that mujaz knows; write nothing but fixes
    Lint(Lint),
    /// Show a stage on the way from data to page
    #[command(subcommand)]
    Show(Show),
    /// The translator's desk: what is missing or stale, PO out and in, every plural form
    #[command(subcommand)]
    Text(text::Text),
    /// What is done with finished outputs: bag them, join those of several machines
    #[command(subcommand)]
    Archive(archive::Archive),
    /// Print the JSON Schema of a kind of YAML file, for editors; without a kind, list the kinds
    Schema(Schema),
    /// Start a project: a folder with house, shared data and an example edition that builds at once
    Init(start::Init),
    /// Start the next edition from an earlier one; `mujaz check` then lists what it still lacks
    New(start::New),
    /// Compare two editions: what changed in figures, threats, commitments, money, returnees and texts
    Diff(diff::Diff),
    /// Take data out of an edition for other programs
    #[command(subcommand)]
    Export(export::Export),
    /// Show an edition in the browser while it is written, with its findings
    Preview(preview::Preview),
    /// Import a table of another institution (CSV, XLSX, ODS) into an edition, by a map of its columns
    Import(import::Import),
    /// Print the script with which a shell completes commands and options
    Completions(shell::Completions),
    /// Print the manual page, or write the pages of all commands into a folder
    Man(shell::Man),
    /// Serve one call of a parent process within limits
    #[command(name = crate::confine::SUBCOMMAND, hide = true)]
    Confined,
}

/// `mujaz build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Edition ids; all editions if none is given
    pub editions: Vec<String>,

    /// Build these languages only; x-long and x-rtl are made from English, to test templates
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub lang: Vec<String>,

    /// Where to write
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,

    /// What to write
    #[arg(long, value_enum, value_delimiter = ',', default_value = "pdf")]
    pub format: Vec<Format>,

    /// PDF/A-3a with its sources for the record, PDF/A-2a without for delivery; both are PDF/UA-1
    #[arg(long, value_enum, default_value = "record", alias = "standard")]
    pub profile: Profile,

    /// The order of right-to-left letters in the PDF's text; as the house file says if it is not given
    #[arg(long, value_enum, value_name = "ORDER")]
    pub text_layer: Option<TextLayerArg>,

    /// Build for an audience, which sees only what is meant for it; `all` builds the whole and every audience
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub audience: Vec<String>,

    /// Build a share of the work: `2/4`, or `auto` in a matrix or array of jobs
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,

    /// Make every file anew, even where nothing has changed
    #[arg(long)]
    pub force: bool,

    /// Also put everything that was built into DIR as a bag (BagIt, RFC 8493)
    #[arg(long, value_name = "DIR")]
    pub bag: Option<PathBuf>,

    /// Typeset in a process with limits: where the project has templates or fonts of its own, unless said otherwise
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub confine: Confine,

    /// Refuse what a draft may lack: missing texts and texts that nobody has reviewed
    #[arg(long)]
    pub release: bool,

    /// The time that the PDFs carry, such as 2031-07-03T09:00Z; else SOURCE_DATE_EPOCH, else the issue date
    #[arg(long, value_name = "TIME")]
    pub timestamp: Option<Moment>,

    /// How many PDFs to build at once; as many as there are processors if it is not given
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,

    /// Resolution of PNG pages
    #[arg(long, value_name = "PPI", default_value_t = 144.0)]
    pub ppi: f64,

    /// How to print findings
    #[command(flatten)]
    pub report: Report,
}

/// `mujaz check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Edition ids; all editions if none is given
    pub editions: Vec<String>,

    /// Check for an audience
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,

    /// Make the corrections that are safe, in the files
    #[arg(long)]
    pub fix: bool,

    /// Say what a code means, why it is a rule, and how it is settled
    #[arg(long, value_name = "CODE", conflicts_with_all = ["editions", "fix"])]
    pub explain: Option<String>,

    /// How to print findings
    #[command(flatten)]
    pub verdict: Verdict,
}

/// `mujaz lint`.
#[derive(Debug, Args)]
pub struct Lint {
    /// UTF-8 text files; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The language of the texts
    #[arg(long, default_value = "ar")]
    pub lang: String,

    /// A YAML file with a `glossary:` of forms to use and to avoid
    #[arg(long, value_name = "FILE")]
    pub glossary: Option<PathBuf>,

    /// Make the corrections that are safe, in the files
    #[arg(long)]
    pub fix: bool,

    /// How to print findings
    #[command(flatten)]
    pub verdict: Verdict,
}

/// How findings are printed and judged where they are all that is asked for.
#[derive(Debug, Args)]
pub struct Verdict {
    /// For people on stderr, or for programs on stdout
    #[arg(long, value_enum, default_value = "text")]
    pub format: VerdictForm,

    /// Treat warnings as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
}

/// How findings are printed and judged.
#[derive(Debug, Args)]
pub struct Report {
    /// Form of the findings
    #[arg(long = "findings", value_enum, default_value = "text")]
    pub form: Form,

    /// Treat warnings as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
}

/// `mujaz show`.
#[derive(Debug, Subcommand)]
pub enum Show {
    /// The merged data of an edition, as YAML
    Edition {
        /// Edition id
        edition: String,
        /// With an audience's layer
        #[arg(long, value_name = "NAME")]
        audience: Option<String>,
    },
    /// The Brief that the templates read, as JSON
    Brief {
        /// Edition id
        edition: String,
        /// Language
        #[arg(long, default_value = "ar")]
        lang: String,
        /// With an audience's layer
        #[arg(long, value_name = "NAME")]
        audience: Option<String>,
    },
    /// The layers behind one value: where it is set and what that replaced
    Explain {
        /// Edition id
        edition: String,
        /// A path such as `figures[liberated].value`
        path: String,
        /// With an audience's layer
        #[arg(long, value_name = "NAME")]
        audience: Option<String>,
    },
    /// The fonts, with their files and hashes
    Fonts,
}

/// `mujaz schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// The kind of file
    #[arg(value_name = "KIND", value_parser = file_kind())]
    pub kind: Option<FileKind>,

    /// Write the schemas of all kinds as DIR/KIND.schema.json
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    pub out: Option<PathBuf>,
}

/// The words of the kinds of files.
fn file_kind() -> impl TypedValueParser<Value = FileKind> {
    PossibleValuesParser::new(FileKind::ALL.map(FileKind::name)).try_map(|word| word.parse::<FileKind>())
}

/// File formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// PDF
    Pdf,
    /// A PNG picture of each page
    Png,
    /// An SVG drawing of each page
    Svg,
    /// One HTML page, for phones and for the web
    Html,
}

/// PDF standards by purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// PDF/A-3a and PDF/UA-1, with data, texts and templates inside
    Record,
    /// PDF/A-2a and PDF/UA-1, with nothing inside
    Delivery,
}

/// When to typeset in a process with limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Confine {
    /// Where the project has templates or fonts of its own
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Orders of the text layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextLayerArg {
    /// For viewers, search and copying
    Visual,
    /// For readers by the letter of ISO 32000
    Reading,
    /// Not repaired
    Off,
}

/// Forms of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

/// Forms of findings where they are the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VerdictForm {
    /// For people
    Text,
    /// One JSON object a line
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// Languages of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UiLang {
    /// English
    En,
    /// Arabic
    Ar,
}

/// When to send colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// To a terminal
    Auto,
    /// Also into a file or a pipe
    Always,
    /// Nowhere
    Never,
}

/// What to deny.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Every warning is an error
    Warnings,
}
