//! The rules that Arabic shares with other languages, under its codes.

use super::super::{Hit, Passage, currencies, glossary, markings, relative};

/// AR19.
pub(super) fn relative_dates(passage: &Passage, hits: &mut Vec<Hit>) {
    relative::relative(passage, "AR19", hits);
}

/// AR20.
pub(super) fn terms(passage: &Passage, hits: &mut Vec<Hit>) {
    glossary::glossary(passage, "AR20", hits);
}

/// AR21.
pub(super) fn labels(passage: &Passage, hits: &mut Vec<Hit>) {
    markings::markings(passage, "AR21", hits);
}

/// AR22.
pub(super) fn money(passage: &Passage, hits: &mut Vec<Hit>) {
    currencies::currencies(passage, "AR22", hits);
}
