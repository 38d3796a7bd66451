//! `mujaz lint`: the text rules over any text file.

use std::io::Read;
use std::path::Path;

use super::args::{Cli, Lint};
use super::{Outcome, Ui, fix, project};
use crate::diag::{self, Finding, Sources, Span};
use crate::lint::{Kind, Terms};
use crate::locale::Locale;
use crate::model::Term;
use crate::yaml::{Limits, from_node, read};
use crate::{lint, yaml};

/// The name of standard input.
const STDIN: &str = "(standard input)";

/// Reads the files, and corrects them where asked.
pub fn run(cli: &Cli, args: &Lint) -> Outcome {
    let ui = Ui::verdict(&args.verdict).heeding(cli);
    let mut sources = Sources::new();
    if let Some(finding) = misuse(cli, args) {
        ui.findings(vec![finding], &sources);
        return Outcome::Misused;
    }
    let terms = match terms(args, &mut sources) {
        Ok(terms) => terms,
        Err(findings) => {
            let blamed = blame(&findings);
            ui.findings(findings, &sources);
            return blamed;
        }
    };
    // A glossary is read for its terms: what it allows holds for the project that it belongs to.
    let linted = |shown: &str| args.files.iter().any(|file| name(file) == shown);
    let find = |sources: &mut Sources| -> Vec<Finding> {
        let found = args.files.iter().flat_map(|file| lint(file, &args.lang, &terms, sources)).collect();
        diag::allow(found, sources, linted)
    };
    let place = |name: &str| args.files.iter().find(|file| file.to_string_lossy() == name).cloned();
    let findings = if args.fix {
        let (findings, read, corrected) = fix::fix(find, place);
        sources = read;
        ui.note(&corrected.summary());
        findings
    } else {
        find(&mut sources)
    };
    let blamed = blame(&findings);
    if ui.findings(findings, &sources) { blamed } else { Outcome::Done }
}

/// Whom findings blame: the command line if it names a file that cannot be opened, else the texts.
fn blame(findings: &[Finding]) -> Outcome {
    let unopened = findings.iter().any(|finding| finding.code == "LA04");
    if unopened { Outcome::Misused } else { Outcome::Faulty }
}

/// The language without its region, as rules and glossaries know it.
fn base(lang: &str) -> &str {
    lang.split('-').next().unwrap_or_default()
}

/// What the command line asks and cannot have.
fn misuse(cli: &Cli, args: &Lint) -> Option<Finding> {
    let own = project(cli).map(|project| project.languages()).unwrap_or_default();
    let known: Vec<&str> =
        Locale::supported().iter().copied().chain(own.iter().map(String::as_str)).collect();
    if !known.contains(&base(&args.lang)) {
        let known = known.join("`, `");
        return Some(
            Finding::error("CL01", format!("there are no rules for the language `{}`", args.lang))
                .help(format!("languages with rules are `{known}`")),
        );
    }
    let piped = args.files.iter().any(|file| file == Path::new("-"));
    (piped && args.fix).then(|| {
        Finding::error("CL02", "standard input cannot be corrected in place")
            .help("give the name of a file, or leave out `--fix`")
    })
}

/// The glossary asked for.
fn terms(args: &Lint, sources: &mut Sources) -> Result<Terms, Vec<Finding>> {
    let Some(path) = &args.glossary else { return Ok(Terms::default()) };
    let text = text(path).map_err(|finding| vec![finding])?;
    let file = sources.add(path.to_string_lossy(), "shared data", text);
    let tree = read(file, sources)?;
    let none = || {
        let whole = Finding::error("TY03", "the file has no `glossary`").at(Span::new(file, 0, 0), "");
        vec![whole.help("list the terms under `glossary:`")]
    };
    let entry = tree.entry("glossary").ok_or_else(none)?;
    let glossary: Vec<Term> = from_node(&entry.value)?;
    Ok(Terms::of(&glossary, base(&args.lang)))
}

/// The text of a file, or of standard input for `-`.
fn text(path: &Path) -> Result<String, Finding> {
    let mut bytes = Vec::new();
    let limit = Limits::default().bytes as u64;
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
    };
    let name = name(path);
    match read {
        Err(error) => Err(Finding::error("LA04", format!("`{name}` cannot be read: {error}"))
            .help("give the name of a text file that you may read")),
        Ok(_) if bytes.len() as u64 > limit => Err(Finding::error(
            "YA12",
            format!("`{name}` has more than {limit} bytes; at most {limit} are read"),
        )
        .help("split the file")),
        Ok(_) => yaml::decode(&bytes, &name),
    }
}

fn name(path: &Path) -> String {
    if path == Path::new("-") { STDIN.to_owned() } else { path.to_string_lossy().into_owned() }
}

fn lint(path: &Path, lang: &str, terms: &Terms, sources: &mut Sources) -> Vec<Finding> {
    let text = match text(path) {
        Ok(text) => text,
        Err(finding) => return vec![finding],
    };
    let hits = lint::lint(&text, lang, Kind::Document, terms);
    let file = sources.add(name(path), format!("text {lang}"), text);
    let span = |range: std::ops::Range<usize>| Span::new(file, range.start, range.end);
    hits.into_iter().map(|hit| hit.finding(span, |range| Some(span(range)))).collect()
}
