//! For the tests of rules: the probe of all rules, and one for texts of a kind.

pub(super) use super::super::probe::{Rule, found, mended, silent};
use super::super::{Kind, Passage, Terms};

/// Column in characters from 0, code and flagged words of each hit in a text of a kind.
pub(super) fn found_in<'t>(
    rule: Rule,
    lang: &str,
    kind: Kind,
    text: &'t str,
) -> Vec<(usize, &'static str, &'t str)> {
    let terms = Terms::default();
    let mut hits = Vec::new();
    rule(&Passage::new(text, lang, kind, &terms), &mut hits);
    hits.into_iter()
        .map(|hit| (text[..hit.range.start].chars().count(), hit.code, &text[hit.range]))
        .collect()
}
