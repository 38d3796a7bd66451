//! The stretches of a text that repeat somebody else's words.

use std::ops::Range;

use super::passage::Passage;

/// The stretches between quotation marks of one line, marks included. A mark that is never closed quotes
/// nothing.
pub(super) fn quotations(passage: &Passage) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    for line in passage.lines() {
        let mut at = line.start;
        // Marks that nothing closes in the rest of the line.
        let mut lone: Vec<char> = Vec::new();
        while let Some(found) = passage.text[at..line.end].find(['«', '“', '„', '"']) {
            let start = at + found;
            let Some(open) = passage.text[start..].chars().next() else { break };
            let inside = start + open.len_utf8();
            at = inside;
            if lone.contains(&open) {
                continue;
            }
            let close: &[char] = match open {
                '«' => &['»'],
                '“' => &['”'],
                '„' => &['“', '”'],
                '"' => &['"'],
                _ => &[],
            };
            let end = passage.text[inside..line.end].char_indices().find(|(_, c)| close.contains(c));
            match end {
                Some((length, c)) => {
                    at = inside + length + c.len_utf8();
                    quotations.push(start..at);
                }
                None => lone.push(open),
            }
        }
    }
    quotations
}

/// Whether a range lies in one of the stretches, which are in order.
pub(super) fn within(quotations: &[Range<usize>], range: &Range<usize>) -> bool {
    let after = quotations.partition_point(|quotation| quotation.end < range.end);
    quotations.get(after).is_some_and(|quotation| quotation.start <= range.start)
}

#[cfg(test)]
mod tests {
    use super::super::passage::{Kind, Terms};
    use super::*;

    #[test]
    fn quotations_end_in_their_line() {
        let terms = Terms::default();
        let read = |text: &str| -> Vec<String> {
            let passage = Passage::new(text, "ar", Kind::Document, &terms);
            quotations(&passage).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(read("قال «نعم» ثم “لا”."), ["«نعم»", "“لا”"]);
        assert_eq!(read("قال «نعم\nولا»"), Vec::<String>::new());
        assert_eq!(read("قال «نعم ثم „لا” أو \"بلى\"؛ ثم « «"), ["„لا”", "\"بلى\""]);
        let quoted = [1..2, 3..9];
        assert!(within(&quoted, &(4..9)) && !within(&quoted, &(4..10)));
    }
}
