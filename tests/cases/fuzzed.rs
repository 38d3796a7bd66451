//! Texts of all kinds through the whole build: each comes out of the PDF with every character that can be seen, or
//! is refused by a finding that names it.

mod edition;
mod texts;

use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mujaz::model::TextLayer;

use self::edition::{Press, Refusal};
use self::texts::{text, visible};
use crate::support::literal::blocks;

/// Texts in one document.
const BATCH: u64 = 100;

/// The ends of what Typst says when it asserts, in builds with debug assertions only: that a line which it shapes
/// again holds its own glyphs, and that its bound for the best lines was one; without them it looks for lines again.
const ASSERTED: [&str; 2] = ["fell out of range", "bounded inline layout is incomplete"];

/// What became of the texts.
#[derive(Debug, Default)]
struct Tally {
    /// Read back with every visible character.
    kept: usize,
    /// Of these, read back in the order in which they were written.
    in_order: usize,
    /// Refused by a finding that names them.
    refused: BTreeMap<&'static str, usize>,
    /// Where Typst with debug assertions stops, and without them goes on.
    asserted: Vec<u64>,
    /// All that should not be, with the number of its text.
    wrong: Vec<String>,
}

/// Builds the texts of the numbers in batches.
fn run(numbers: Range<u64>) -> Tally {
    let press = Press::new();
    let mut tally = Tally::default();
    let orders = [TextLayer::Visual, TextLayer::Reading, TextLayer::Off];
    for (first, order) in numbers.clone().step_by(BATCH as usize).zip(orders.into_iter().cycle()) {
        let batch = first..numbers.end.min(first + BATCH);
        settle(&press, order, batch.map(|number| (number, text(number))).collect(), &mut tally);
    }
    tally
}

/// Builds texts, and builds again without what was refused until all is settled. Of a panic, looks for the text.
fn settle(press: &Press, order: TextLayer, mut waiting: Vec<(u64, String)>, tally: &mut Tally) {
    while !waiting.is_empty() {
        match catch_unwind(AssertUnwindSafe(|| press.build(&waiting, order))) {
            Ok(Ok(pdf)) => return read_back(&waiting, &pdf, tally),
            Ok(Err(refusal)) => {
                let texts: Vec<&str> = waiting.iter().map(|(_, text)| text.as_str()).collect();
                let named = named(&texts, &refusal, tally);
                if named.is_empty() {
                    let first = waiting[0].0;
                    return tally.wrong.push(format!("{first}: refused for no text: {:?}", refusal.findings));
                }
                for code in named.values() {
                    *tally.refused.entry(code).or_default() += 1;
                }
                let mut at = 0..;
                waiting.retain(|_| !named.contains_key(&at.next().expect("endless")));
            }
            Err(panic) if waiting.len() == 1 => {
                let said = panic.downcast_ref::<String>().map(String::as_str);
                let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
                match cfg!(debug_assertions) && ASSERTED.iter().any(|end| said.ends_with(end)) {
                    true => tally.asserted.push(waiting[0].0),
                    false => {
                        tally.wrong.push(format!("{}: panics: {said}: {:?}", waiting[0].0, waiting[0].1))
                    }
                }
                return;
            }
            Err(_) => {
                let rest = waiting.split_off(waiting.len() / 2);
                settle(press, order, rest, tally);
            }
        }
    }
}

/// The texts that a refusal names, each with a code: by its line, or by a character and the words around it.
fn named(texts: &[&str], refusal: &Refusal, tally: &mut Tally) -> BTreeMap<usize, &'static str> {
    let mut named = BTreeMap::new();
    for (finding, pointed) in refusal.findings.iter().zip(&refusal.pointed) {
        let mut whose = pointed.clone();
        if let Some(character) = character_of(&finding.message) {
            let around =
                finding.message.split_once("in the text `").and_then(|(_, rest)| rest.rsplit_once('`'));
            let around = visible(around.map_or("", |(around, _)| around));
            let holds = |at: &usize| texts[*at].contains(character);
            whose.extend((0..texts.len()).filter(holds));
            if !whose.iter().any(|at| visible(texts[*at]).contains(&around)) {
                tally.wrong.push(format!("nothing around it: {}", finding.message));
            }
        }
        if whose.is_empty() {
            tally.wrong.push(format!("no text is named: {}: {}", finding.code, finding.message));
        }
        named.extend(whose.into_iter().map(|at| (at, finding.code)));
    }
    named
}

/// The character that a finding is about, as `U+XXXX`.
fn character_of(message: &str) -> Option<char> {
    let (_, rest) = message.split_once("(U+")?;
    char::from_u32(u32::from_str_radix(rest.split_once(')')?.0, 16).ok()?)
}

/// Looks for each text among the blocks of the PDF: by its visible characters in order, else in any order.
fn read_back(written: &[(u64, String)], pdf: &[u8], tally: &mut Tally) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for block in blocks(pdf) {
        *found.entry(visible(&block)).or_default() += 1;
    }
    let mut lost: Vec<_> =
        written.iter().filter(|(_, text)| taken(&mut found, &visible(text)).is_none()).collect();
    tally.in_order += written.len() - lost.len();
    tally.kept += written.len() - lost.len();
    // A long block holds many a short text as well.
    lost.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
    for (number, text) in lost {
        let wanted = visible(text);
        let near = found.keys().min_by_key(|block| (missing(&wanted, block).len(), block.len()));
        let near = near.cloned().unwrap_or_default();
        match missing(&wanted, &near) {
            none if none.is_empty() => {
                taken(&mut found, &near);
                tally.kept += 1;
            }
            some => tally.wrong.push(format!("{number}: without {some:?}: {text:?} -> {near:?}")),
        }
    }
}

/// Takes one block out of those found.
fn taken(found: &mut BTreeMap<String, usize>, block: &str) -> Option<()> {
    let left = found.get_mut(block)?;
    *left -= 1;
    if *left == 0 {
        found.remove(block);
    }
    Some(())
}

/// The characters of the first text that the second has not, or not as often.
fn missing(wanted: &str, given: &str) -> Vec<char> {
    let mut counts: BTreeMap<char, isize> = BTreeMap::new();
    given.chars().for_each(|c| *counts.entry(c).or_default() += 1);
    wanted.chars().for_each(|c| *counts.entry(c).or_default() -= 1);
    counts.into_iter().filter(|(_, count)| *count < 0).map(|(c, _)| c).collect()
}

/// Every text of the numbers is settled: kept, or refused by a finding that names it.
fn settled(numbers: Range<u64>) -> Tally {
    let count = (numbers.end - numbers.start) as usize;
    let tally = run(numbers);
    assert_eq!(tally.wrong, Vec::<String>::new());
    let refused: usize = tally.refused.values().sum();
    assert_eq!(tally.kept + refused + tally.asserted.len(), count, "{tally:?}");
    assert!(tally.kept * 2 > count && refused * 5 > count, "both happen: {tally:?}");
    tally
}

#[test]
fn no_visible_character_is_lost() {
    settled(0..2_000);
}

#[test]
#[ignore = "fifty times the texts of the test before: ten minutes of one processor"]
#[expect(clippy::disallowed_macros, reason = "whoever runs it wants the figures")]
fn no_visible_character_of_many_texts_is_lost() {
    // By the ten thousand, so that what is wrong is told before the end.
    for tenth in 0..10 {
        let numbers = tenth * 10_000..(tenth + 1) * 10_000;
        let Tally { kept, in_order, refused, asserted, .. } = settled(numbers.clone());
        println!(
            "{numbers:?}: {kept} kept, {in_order} of them in order; {refused:?} refused; {asserted:?} asserted"
        );
    }
}
