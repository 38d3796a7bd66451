//! Rules of Arabic.

mod agreement;
mod clusters;
mod context;
mod dashes;
mod decimal;
mod digits;
mod figures;
mod hamza;
mod identifiers;
mod letters;
mod lists;
mod months;
mod nouns;
mod numerals;
mod pairs;
mod paragraphs;
mod percent;
mod punctuation;
mod quotes;
mod ranges;
mod residue;
mod scramble;
mod shadda;
mod shared;
mod spellings;
mod tanwin;
mod tatweel;
mod terms;
#[cfg(test)]
mod tests;
mod variants;

use super::{Hit, Passage};

/// The rules, in the order of their codes.
pub(super) const RULES: &[fn(&Passage, &mut Vec<Hit>)] = &[
    letters::letters,
    digits::digits,
    percent::percent,
    decimal::decimal,
    agreement::agreement,
    ranges::ranges,
    scramble::scramble,
    hamza::hamza,
    shadda::shadda,
    tanwin::tanwin,
    quotes::quotes,
    dashes::dashes,
    punctuation::marks,
    lists::lists,
    residue::residue,
    paragraphs::paragraphs,
    tatweel::tatweel,
    months::months,
    shared::relative_dates,
    shared::terms,
    terms::terms,
    shared::labels,
    shared::money,
    punctuation::spacing,
    identifiers::identifiers,
    pairs::pairs,
];
