//! The arguments of `mujaz verify`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::Form;

/// `mujaz verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// PDFs, folders of editions, or the whole output folder; with --leaks, ids of editions
    #[arg(required_unless_present = "leaks", value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Prove instead that the editions for an audience do not depend on what it may not see
    #[arg(long, value_name = "AUDIENCE", conflicts_with_all = ["quick", "fonts"])]
    pub leaks: Option<String>,

    /// How many sets of other values to try with --leaks
    #[arg(long, value_name = "N", default_value_t = crate::verify::leaks::SETS)]
    pub sets: usize,

    /// Compare hashes with the manifests only; make nothing again
    #[arg(long)]
    pub quick: bool,

    /// A folder with fonts that were too large to be carried in the PDFs
    #[arg(long, value_name = "DIR")]
    pub fonts: Vec<PathBuf>,

    /// How many PDFs to verify at once; as many as there are processors if it is not given
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// A line for each file and findings on stderr, or one JSON object for each file
    #[arg(long, value_enum, default_value = "text")]
    pub format: Form,
}
