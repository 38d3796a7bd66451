//! Findings with a safe correction -> the texts of their files with the corrections made.

use std::collections::BTreeMap;

use super::{FileId, Finding, Fix, Sources};

/// The corrected text of each file that has any correction, and how many were made in it.
///
/// Of corrections that overlap only the first is made; another run finds the rest. What lies outside
/// the corrected places stays as it is, byte for byte.
pub fn fixed(findings: &[Finding], sources: &Sources) -> Vec<(FileId, String, usize)> {
    let mut by_file: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(fix.span.file).or_default().push(fix);
    }
    by_file
        .into_iter()
        .map(|(file, fixes)| {
            let (text, made) = corrected(sources.text(file), fixes);
            (file, text, made)
        })
        .collect()
}

fn corrected(text: &str, mut fixes: Vec<&Fix>) -> (String, usize) {
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    fixes.dedup();
    let mut out = String::with_capacity(text.len());
    let (mut done, mut made, mut inserted) = (0, 0, false);
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        // What is put in between two corrections may depend on either.
        let meets = start == done && (inserted || start == end);
        if made > 0 && (start < done || meets) {
            continue;
        }
        inserted = start == end;
        out.push_str(&text[done..start]);
        out.push_str(&fix.text);
        (done, made) = (end, made + 1);
    }
    out.push_str(&text[done..]);
    (out, made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    #[test]
    fn corrections_are_made_at_once_but_for_those_that_overlap() {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "", "a: x , y ? z # note\n".to_owned());
        let fix =
            |start, end, text: &str| Finding::warning("AR13", "").fix(Span::new(file, start, end), text);
        let findings = [
            fix(9, 10, "؟"),
            fix(5, 6, "،"),
            fix(4, 5, ""),
            fix(5, 6, "،"),
            fix(6, 6, "!"),
            fix(8, 10, "?"),
            Finding::error("AR01", ""),
        ];
        let (_, text, made) = fixed(&findings, &sources).remove(0);
        assert_eq!((text.as_str(), made), ("a: x، y? z # note\n", 3));
        assert_eq!(fixed(&findings[6..], &sources), []);
    }
}
