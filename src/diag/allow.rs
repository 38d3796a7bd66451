//! Comments that allow a finding, with a reason: `# mujaz: allow AR08: the ministry's own spelling`.
//!
//! Behind a value the comment holds for its line; on a line of its own, for the next entry with all that is
//! indented below it. An allowance that nothing needs is a finding itself, so that none outlives its cause.
//! Only rules can be allowed (see [`codes::is_rule`]).

use std::ops::RangeInclusive;

use super::{FileId, Finding, Sources, Span, codes};

/// What introduces an allowance; in a text that is no YAML, `<!--` does too.
const OPENING: [&str; 2] = ["# mujaz: allow", "<!-- mujaz: allow"];

/// One code allowed in some lines.
struct Allowance {
    code: String,
    /// The code in the comment.
    span: Span,
    lines: RangeInclusive<usize>,
    needed: bool,
}

/// Drops the findings that a comment allows, and adds those about the comments: AL01 for one that nothing
/// needs, in the files that `whole` accepts, AL02 for one without a known code or a reason.
pub fn allow(findings: Vec<Finding>, sources: &Sources, whole: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut said = Vec::new();
    let mut files: Vec<(FileId, Vec<Allowance>)> = Vec::new();
    for file in sources.files() {
        let allowances = read(file, sources, &mut said);
        if !allowances.is_empty() {
            files.push((file, allowances));
        }
    }
    let mut kept = Vec::with_capacity(findings.len());
    for finding in findings {
        let place = finding.places.first().map(|place| place.span);
        let allowances = place.and_then(|span| files.iter_mut().find(|(file, _)| *file == span.file));
        let Some((span, (_, allowances))) = place.zip(allowances) else {
            kept.push(finding);
            continue;
        };
        let line = sources.position(span.file, span.start).0;
        let mut allowed = false;
        for allowance in
            allowances.iter_mut().filter(|it| it.code == finding.code && it.lines.contains(&line))
        {
            allowance.needed = true;
            allowed = true;
        }
        if !allowed {
            kept.push(finding);
        }
    }
    kept.extend(said);
    for (file, allowances) in &files {
        for idle in allowances.iter().filter(|it| !it.needed && whole(sources.name(*file))) {
            kept.push(
                Finding::warning(
                    "AL01",
                    format!("`{}` is allowed here, and there is no such finding", idle.code),
                )
                .at(idle.span, "not needed")
                .help("remove the comment"),
            );
        }
    }
    kept
}

/// The allowances of a file.
fn read(file: FileId, sources: &Sources, said: &mut Vec<Finding>) -> Vec<Allowance> {
    let text = sources.text(file);
    let mut allowances = Vec::new();
    if !text.contains("mujaz: allow") {
        return allowances;
    }
    let last = sources.position(file, text.len() as u32).0;
    let lines: Vec<&str> = (1..=last).map(|line| sources.line(file, line).0).collect();
    for (index, line) in lines.iter().enumerate() {
        let Some((start, opening)) = OPENING.iter().find_map(|it| Some((line.find(it)?, it))) else {
            continue;
        };
        if line[..start].chars().next_back().is_some_and(|c| !c.is_whitespace()) {
            continue;
        }
        let offset = sources.line(file, index + 1).1 as usize;
        let body = line[start + opening.len()..].trim_end().trim_end_matches("-->");
        let (listed, reason) = body.split_once(':').unwrap_or((body, ""));
        let whole = Span::new(file, offset + start, offset + line.trim_end().len());
        if reason.trim().is_empty() {
            said.push(
                Finding::error("AL02", "an allowance without a reason")
                    .at(whole, "why?")
                    .help("write `# mujaz: allow CODE: reason`"),
            );
            continue;
        }
        let covered =
            if line[..start].trim().is_empty() { below(&lines, index) } else { index + 1..=index + 1 };
        let mut at = offset + start + opening.len();
        for part in listed.split(',') {
            let code = part.trim();
            let first = at + (part.len() - part.trim_start().len());
            let span = Span::new(file, first, first + code.len());
            at += part.len() + 1;
            if codes::is_rule(code) {
                allowances.push(Allowance {
                    code: code.to_owned(),
                    span,
                    lines: covered.clone(),
                    needed: false,
                });
            } else {
                said.push(
                    Finding::error("AL02", format!("`{code}` is no code that can be allowed"))
                        .at(if code.is_empty() { whole } else { span }, "")
                        .help("only rules can be allowed: codes that start with AR, TX or DA, but not DA09 and DA20"),
                );
            }
        }
    }
    allowances
}

/// The lines of the next entry after a comment line (an index from 0), as line numbers from 1.
fn below(lines: &[&str], comment: usize) -> RangeInclusive<usize> {
    let is_idle = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let Some(first) = (comment + 1..lines.len()).find(|at| !is_idle(&lines[*at])) else {
        return comment + 1..=comment + 1;
    };
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let deep = indent(lines[first]);
    let more =
        lines[first + 1..].iter().take_while(|line| line.trim().is_empty() || indent(line) > deep).count();
    first + 1..=first + 1 + more
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a warning `code` at a word of the text, as code and first place.
    fn left(text: &str, code: &'static str, word: &str) -> Vec<String> {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "", text.to_owned());
        let at = text.find(word).unwrap();
        let finding = Finding::warning(code, "m").at(Span::new(file, at, at + word.len()), "");
        allow(vec![finding], &sources, |_| true)
            .iter()
            .map(|it| format!("{} {}", it.code, sources.slice(it.places[0].span)))
            .collect()
    }

    #[test]
    fn a_comment_allows_its_line_or_the_entry_below() {
        assert_eq!(left("a: x  # mujaz: allow AR08: as they write it\n", "AR08", "x"), Vec::<String>::new());
        assert_eq!(left("# mujaz: allow AR08, AR05: why\na: >\n  one\n  x\n", "AR08", "x"), ["AL01 AR05"]);
        assert_eq!(left("# mujaz: allow AR08: why\n\n# note\na: x\n", "AR08", "x"), Vec::<String>::new());
        assert_eq!(left("a: y\r# mujaz: allow AR08: why\rb: x\rc: z\r", "AR08", "x"), Vec::<String>::new());
        assert_eq!(left("<!-- mujaz: allow AR08: why -->\nx\n", "AR08", "x"), Vec::<String>::new());
    }

    #[test]
    fn it_allows_nothing_else() {
        assert_eq!(left("# mujaz: allow AR08: why\na: y\nb: x\n", "AR08", "x"), ["AR08 x", "AL01 AR08"]);
        assert_eq!(left("a: x  # mujaz: allow AR09: why\n", "AR08", "x"), ["AR08 x", "AL01 AR09"]);
        assert_eq!(left("a: x#mujaz: allow AR08: why\n", "AR08", "x"), ["AR08 x"]);
    }

    #[test]
    fn it_needs_a_reason_and_a_code() {
        assert_eq!(left("a: x # mujaz: allow AR08\n", "AR08", "x"), ["AR08 x", "AL02 # mujaz: allow AR08"]);
        assert_eq!(left("a: x # mujaz: allow TR01: why\n", "TR01", "x"), ["TR01 x", "AL02 TR01"]);
        assert_eq!(left("a: x # mujaz: allow AR99: why\n", "AR08", "x"), ["AR08 x", "AL02 AR99"]);
    }
}
