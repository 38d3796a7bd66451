//! `mujaz preview`.

use clap::Args;

use super::Confine;

/// `mujaz preview`.
#[derive(Debug, Args)]
pub struct Preview {
    /// Edition id; the one that was issued last if it is not given
    pub edition: Option<String>,

    /// Show these languages first, two of them side by side; the master language if none is given
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub lang: Vec<String>,

    /// Only what this audience may see
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,

    /// The port on 127.0.0.1; a free one if it is not given
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub port: u16,

    /// Print the address and open no browser
    #[arg(long)]
    pub no_open: bool,

    /// Typeset in a process with limits: where the project has templates or fonts of its own, unless said otherwise
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub confine: Confine,

    /// Say how long each step takes
    #[arg(long, hide = true)]
    pub timings: bool,
}
