//! Rules of the other languages: English, French, Turkish, Persian, Sorani.
//!
//! A language that the rules do not know is checked only for what is wrong in every language.

mod accents;
mod commas;
mod dashes;
mod decimal;
mod digits;
mod french;
mod ground;
mod identifiers;
mod joiners;
mod letters;
mod lists;
mod months;
mod percent;
#[cfg(test)]
mod probe;
mod quotes;
mod ranges;
mod repeats;
mod residue;
mod sentences;
mod shared;

use super::{Hit, Passage};

/// The rules, in the order of their codes; each looks at the language of the passage.
pub(super) const RULES: &[fn(&Passage, &mut Vec<Hit>)] = &[
    letters::letters,
    digits::digits,
    percent::percent,
    decimal::decimal,
    ranges::ranges,
    quotes::quotes,
    dashes::dashes,
    french::french_spaces,
    commas::commas,
    lists::lists,
    residue::residue,
    sentences::sentences,
    months::months,
    shared::relative_dates,
    shared::terms,
    shared::labels,
    shared::money,
    shared::spacing,
    identifiers::identifiers,
    shared::partners,
    repeats::repeats,
    accents::accents,
    joiners::joiners,
];
