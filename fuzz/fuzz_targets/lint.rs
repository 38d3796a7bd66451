//! Any text in any language: linted without a panic, every hit on whole characters, and the safe corrections
//! come to an end.

#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use mujaz::diag::{self, Sources, Span};
use mujaz::lint::{Hit, Kind, Terms, lint};

/// As many as `--fix` makes.
const ROUNDS: usize = 8;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let lang = ["ar", "ar", "ar", "en", "fr", "tr", "fa", "ckb"][usize::from(choice % 8)];
    let kind = [Kind::Line, Kind::Sentences, Kind::Document][usize::from(choice / 8 % 3)];
    let terms = Terms { allowed: vec!["شكرا".to_owned()], ..Terms::default() };
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let hits = lint(&text, lang, kind, &terms);
        for hit in &hits {
            assert!(text.get(hit.range.clone()).is_some(), "{hit:?}");
            assert!(hit.other.as_ref().is_none_or(|(range, _)| text.get(range.clone()).is_some()), "{hit:?}");
        }
        let fixed = fixed(&text, hits);
        if fixed == text {
            return;
        }
        text = fixed;
    }
    let left: Vec<Hit> =
        lint(&text, lang, kind, &terms).into_iter().filter(|hit| hit.fix.is_some()).collect();
    assert!(left.is_empty(), "{lang} {text:?}: {left:#?}");
});

/// The text with the corrections that `--fix` makes in one round.
fn fixed(text: &str, hits: Vec<Hit>) -> String {
    let mut sources = Sources::new();
    let file = sources.add("fuzz.txt", "text", text.to_owned());
    let span = |range: Range<usize>| Span::new(file, range.start, range.end);
    let findings: Vec<_> = hits.into_iter().map(|hit| hit.finding(span, |range| Some(span(range)))).collect();
    diag::fixed(&findings, &sources).pop().map_or_else(|| text.to_owned(), |(_, text, _)| text)
}
