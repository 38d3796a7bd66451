//! Running text in one language -> what is wrong with how it is written, at its place, with the fix.
//!
//! The rules know letters, marks and numbers, not YAML and not editions: `check` runs them over the texts of an
//! edition, `mujaz lint` over any file. They are for real newspapers and ministries, and precision goes
//! before recall: a form that is correct in some reading is not reported.
//!
//! A [`Passage`] is the text with its [`Token`]s, read once; a rule is a function over it that pushes [`Hit`]s.
//! Placeholders, addresses and code are tokens of their own, and no rule looks into them.

mod ar;
mod bare;
mod currencies;
mod glossary;
mod hit;
mod invisible;
mod markings;
mod pairs;
mod passage;
mod phrases;
#[cfg(test)]
mod probe;
mod quotation;
mod relative;
mod script;
mod spaces;
mod straight;
mod token;
mod tx;

pub use self::hit::{Hit, Replacement};
pub use self::passage::{Kind, Passage, Term, Terms};
pub use self::token::{Token, TokenKind};

/// Every hit in a text, in the order of its places.
pub fn lint(text: &str, lang: &str, kind: Kind, terms: &Terms) -> Vec<Hit> {
    let passage = Passage::new(text, lang, kind, terms);
    let mut hits = Vec::new();
    let rules: &[fn(&Passage, &mut Vec<Hit>)] = if passage.lang == "ar" { ar::RULES } else { tx::RULES };
    for rule in rules {
        rule(&passage, &mut hits);
    }
    hits.retain(|hit| !terms.allows(passage.slice(hit.range.clone()), passage.lang));
    hits.sort_by(|a, b| (a.range.start, a.range.end, a.code).cmp(&(b.range.start, b.range.end, b.code)));
    hits.dedup();
    hits
}
