//! `mujaz text status`: how far each language is.

use super::super::args::Cli;
use super::super::args::text::{Status as Args, TableForm};
use super::super::{Outcome, Ui, blame, editions, project};
use crate::diag::{self, Finding, Sources, nearest};
use crate::dossier::Reader;
use crate::locale::{Case, Form, Locale};
use crate::model::Style;
use crate::translation::status::Progress;

/// The heads of the table: two names, then counts. In every language of the program as in JSON, since a terminal
/// would turn a line of Arabic heads round and leave the counts where they are.
const HEADS: [&str; 9] =
    ["edition", "language", "approved", "reviewed", "draft", "stale", "missing", "total", "done"];

/// Prints the table; what cannot be read is told beside it.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    let (rows, mut findings) = match read(cli, args, &mut sources) {
        Ok(read) => read,
        Err(findings) => return super::super::refuse(&ui, findings, &sources),
    };
    findings.retain(Finding::is_error);
    let blamed = (!findings.is_empty()).then(|| blame(&findings));
    ui.findings(findings, &sources);
    ui.result(&match args.format {
        TableForm::Text => table(&rows),
        TableForm::Json => serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n",
    });
    match blamed {
        Some(outcome) => outcome,
        None if args.strict && !rows.iter().all(Progress::is_done) => Outcome::Faulty,
        None => Outcome::Done,
    }
}

/// The languages of the editions asked for, in the order of each edition, with what is wrong with the files.
fn read(
    cli: &Cli,
    args: &Args,
    sources: &mut Sources,
) -> Result<(Vec<Progress>, Vec<Finding>), Vec<Finding>> {
    let project = project(cli).map_err(|fault| vec![fault])?;
    let reader = Reader::new(&project, sources);
    let (mut rows, mut findings, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for id in editions(&project, &args.edition).map_err(|fault| vec![fault])? {
        let (dossier, found) = reader.read(&id, None, sources);
        findings.extend(found);
        let Some(dossier) = dossier else { continue };
        let langs = dossier.edition.head.languages.iter().map(|lang| lang.value.clone());
        known.extend(langs.clone());
        // Of what could not be read nothing is said but that.
        let master = &dossier.edition.head.master.value;
        let is_read = |lang: &String| dossier.languages.get(lang).is_some_and(|it| it.texts.is_read());
        let wanted = |lang: &String| args.lang.as_ref().is_none_or(|asked| asked == lang);
        let shown = langs.filter(|lang| wanted(lang) && is_read(lang) && is_read(master));
        rows.extend(shown.filter_map(|lang| Progress::of(&dossier, &lang)));
    }
    match args.lang.as_ref().filter(|asked| !known.contains(asked)) {
        Some(asked) if !findings.iter().any(Finding::is_error) => Err(vec![unknown(asked, known)]),
        _ => Ok((rows, diag::allow(findings, sources, |_| false))),
    }
}

/// CL01: a language that no edition has.
fn unknown(asked: &str, mut known: Vec<String>) -> Finding {
    let finding = Finding::error("CL01", format!("none of these editions has the language `{asked}`"));
    known.sort_unstable();
    known.dedup();
    match nearest(asked, &known) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!("their languages are `{}`", known.join("`, `"))),
    }
}

/// Names flush left, counts flush right.
fn table(rows: &[Progress]) -> String {
    let locale = Locale::new("en", &Style::default());
    let count = |count: usize| match &locale {
        Ok(locale) => locale.count(count as u64).plain(),
        Err(_) => count.to_string(),
    };
    let percent = |percent: usize| match &locale {
        Ok(locale) => locale.percent(percent.into(), Case::Nominative, Form::Short).plain(),
        Err(_) => percent.to_string(),
    };
    let cells = |row: &Progress| {
        let counts = [row.approved, row.reviewed, row.draft, row.stale, row.missing, row.total].map(count);
        let mut cells = vec![row.edition.clone(), row.language.clone()];
        cells.extend(counts.into_iter().chain([percent(row.percent)]));
        cells
    };
    let mut lines = vec![HEADS.map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(cells));
    let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEADS.len()).map(width).collect();
    let line = |cells: &Vec<String>| {
        let cells = cells.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
            0 | 1 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ") + "\n"
    };
    lines.iter().map(line).collect()
}
