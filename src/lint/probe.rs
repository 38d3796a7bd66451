//! For the tests of rules: what one rule finds in a text, and the text it leaves.

use super::{Hit, Kind, Passage, Terms};

/// A rule.
pub(super) type Rule = fn(&Passage, &mut Vec<Hit>);

/// The hits of a rule, in order of place; panics on a hit without help.
pub(super) fn hits(rule: Rule, lang: &str, terms: &Terms, text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    rule(&Passage::new(text, lang, Kind::Document, terms), &mut hits);
    hits.sort_by_key(|hit| (hit.range.start, hit.range.end));
    for hit in &hits {
        assert!(!hit.help.is_empty() && !hit.message.ends_with('.'), "{text}: {hit:?}");
    }
    hits
}

/// Column in characters from 0, code and flagged words of each hit.
pub(super) fn found<'t>(rule: Rule, lang: &str, text: &'t str) -> Vec<(usize, &'static str, &'t str)> {
    let hits = hits(rule, lang, &Terms::default(), text);
    let place = |hit: Hit| (text[..hit.range.start].chars().count(), hit.code, &text[hit.range]);
    hits.into_iter().map(place).collect()
}

/// The text with every fix applied; panics unless nothing is left to fix then.
pub(super) fn mended(rule: Rule, lang: &str, text: &str) -> String {
    let terms = Terms::default();
    let fixes = |text: &str| hits(rule, lang, &terms, text).into_iter().filter_map(|hit| hit.fix);
    let mut mended = text.to_owned();
    for fix in fixes(text).collect::<Vec<_>>().into_iter().rev() {
        mended.replace_range(fix.range, &fix.text);
    }
    assert_eq!(fixes(&mended).count(), 0, "fixed twice: {mended}");
    mended
}

/// Panics unless a rule is silent on each text.
pub(super) fn silent(rule: Rule, lang: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(rule, lang, text), [], "{lang}: {text}");
    }
}
