//! `mujaz archive`: finished outputs into a bag, and those of several machines into one folder. It needs no
//! project.

use std::path::Path;

use super::args::Cli;
use super::args::archive::{Archive, Bag, Merge};
use super::{Outcome, Ui};
use crate::archive;
use crate::diag::{Finding, Sources, counted};

/// Bags or merges.
pub fn run(cli: &Cli, args: &Archive) -> Outcome {
    let (report, done) = match args {
        Archive::Bag(args) => (&args.report, bag(args)),
        Archive::Merge(args) => (&args.report, merge(args)),
    };
    let ui = Ui::new(report).heeding(cli);
    match done {
        Ok((text, warnings)) => {
            ui.result(&text);
            if ui.findings(warnings, &Sources::new()) { Outcome::Faulty } else { Outcome::Done }
        }
        Err(findings) => {
            ui.findings(findings, &Sources::new());
            Outcome::Faulty
        }
    }
}

type Done = Result<(String, Vec<Finding>), Vec<Finding>>;

fn bag(args: &Bag) -> Done {
    let text = bagged(&args.out, &args.to, args.organization.as_deref())?;
    Ok((text, Vec::new()))
}

/// Bags a folder of outputs; a line for the bag.
pub fn bagged(out: &Path, to: &Path, organization: Option<&str>) -> Result<String, Vec<Finding>> {
    let bag = archive::bag(out, to, organization)?;
    let (files, size) = (counted(bag.files, "file"), bag.bytes.div_ceil(1024));
    Ok(format!("{}  {files}  {size} KiB\n", to.display()))
}

fn merge(args: &Merge) -> Done {
    let merged = archive::merge(&args.shards, &args.out)?;
    let text = format!("{}  {}\n", args.out.display(), counted(merged.units, "unit"));
    Ok((text, merged.warnings))
}
