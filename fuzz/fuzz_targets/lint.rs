//! Any text in any language: linted without a panic, every hit on whole characters, and the safe corrections
//! come to an end.

#![no_main]

use libfuzzer_sys::fuzz_target;
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
        let fixed = fixed(&text, &hits);
        if fixed == text {
            return;
        }
        text = fixed;
    }
    let left: Vec<Hit> =
        lint(&text, lang, kind, &terms).into_iter().filter(|hit| hit.fix.is_some()).collect();
    assert!(left.is_empty(), "{lang} {text:?}: {left:#?}");
});

/// The corrections made that do not overlap.
fn fixed(text: &str, hits: &[Hit]) -> String {
    let mut fixes: Vec<_> = hits.iter().filter_map(|hit| hit.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.range.start, fix.range.end));
    let mut out = String::new();
    let (mut done, mut inserted) = (None, false);
    for fix in fixes {
        let from = done.unwrap_or(0);
        let meets = fix.range.start == from && (inserted || fix.range.is_empty());
        if done.is_some_and(|done| fix.range.start < done || meets) {
            continue;
        }
        inserted = fix.range.is_empty();
        out.push_str(&text[from..fix.range.start]);
        out.push_str(&fix.text);
        done = Some(fix.range.end);
    }
    out.push_str(&text[done.unwrap_or(0)..]);
    out
}
