//! `mujaz text sweep`: every counted text with the numbers that its language treats differently.

use std::fmt::Write;

use serde_json::{Value, json};

use super::super::args::Cli;
use super::super::args::text::{Sweep as Args, TableForm};
use super::super::{Outcome, Ui, refuse};
use super::sheets;
use crate::diag::{Finding, Sources};
use crate::translation::sweep::{Row, Sweep, Table};
use crate::typeset::{Assets, Entry};

/// Shows the sweep of each edition, and writes its PDF where that is asked for.
pub fn run(cli: &Cli, args: &Args) -> Outcome {
    let ui = Ui::asked(cli);
    let mut sources = Sources::new();
    match sweeps(cli, args, &mut sources) {
        Ok(Swept { text, written, warnings }) => {
            ui.findings(warnings, &sources);
            ui.result(&text);
            written.iter().for_each(|path| ui.note(&format!("`{path}` is written\n")));
            Outcome::Done
        }
        Err(findings) => refuse(&ui, findings, &sources),
    }
}

/// What there is to tell.
struct Swept {
    text: String,
    written: Vec<String>,
    warnings: Vec<Finding>,
}

fn sweeps(cli: &Cli, args: &Args, sources: &mut Sources) -> Result<Swept, Vec<Finding>> {
    let (project, subjects) = sheets::subjects(cli, &args.edition, &args.lang, sources)?;
    let (mut sweeps, mut written, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    for subject in &subjects {
        sweeps.extend(Sweep::of(&subject.examined.dossier, &args.lang, sources));
    }
    if let Some(out) = &args.pdf {
        let assets = Assets::with_overrides(project.root(), sources)?;
        for (subject, sweep) in subjects.iter().zip(&sweeps) {
            let examined = &subject.examined;
            let Some(brief) = examined.briefs.get(&args.lang) else { continue };
            let data = sweep.to_json(&examined.dossier, brief);
            let kind = (Entry::Sweep, "sweep");
            let sheet = sheets::write(&assets, &examined.dossier, &args.lang, kind, data, out)?;
            warnings.extend(sheet.warnings);
            written.push(sheet.path);
        }
    }
    let text = match args.format {
        TableForm::Text => {
            sweeps.iter().flat_map(|sweep| &sweep.tables).map(table).collect::<Vec<_>>().join("\n")
        }
        TableForm::Json => {
            let all: Vec<Value> = sweeps.iter().map(whole).collect();
            serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
        }
    };
    Ok(Swept { text, written, warnings })
}

/// One placeholder of one message: `by: id` where it chooses the form, else `{id}`; then each number with its
/// category, and the form after an arrow where that is another. Numbers and sentences stand on lines of their
/// own: a terminal that turns right-to-left lines turns them whole.
fn table(table: &Table) -> String {
    let figure =
        if table.chooses { ["by:", &table.figure].join(" ") } else { format!("{{{}}}", table.figure) };
    let mut text = format!("{}:{}  {}  {figure}\n", table.file, table.line, table.key);
    for row in &table.rows {
        let today = if row.today { "today  " } else { "" };
        let category = row.category.unwrap_or("-");
        let form = row.form.filter(|form| Some(*form) != row.category);
        let form = form.map_or(String::new(), |form| format!(" → {form}"));
        let _ = write!(text, "{today}{}  {category}{form}\n    {}\n", row.number, row.text.plain());
    }
    text
}

/// The whole sweep of an edition.
fn whole(sweep: &Sweep) -> Value {
    let row = |row: &Row| {
        json!({
            "number": row.number,
            "shown": row.shown.plain(),
            "category": row.category,
            "form": row.form,
            "today": row.today,
            "text": row.text.plain(),
        })
    };
    let table = |table: &Table| {
        json!({
            "key": table.key,
            "file": table.file,
            "line": table.line,
            "figure": table.figure,
            "chooses": table.chooses,
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        })
    };
    let tables: Vec<Value> = sweep.tables.iter().map(table).collect();
    json!({ "edition": sweep.edition, "lang": sweep.lang, "tables": tables })
}
