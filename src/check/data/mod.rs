//! A dossier -> findings on its numbers, dates and marks: what is typed twice must agree, what adds up must
//! add up, and what an edition says of the last one must be what the last one said.
//!
//! One file a matter. DA16 (texts that are missing, stale or unequal) has no rule here: TR01, TR03, TR06 and
//! TR07 say it more finely. DA09, DA17 and DA20 are mostly found in reading. Every rule keeps silent where the
//! value it needs was refused in reading, for then the refusal is the finding.

mod age;
mod carried;
mod charts;
mod corrections;
mod dates;
mod doubles;
mod drift;
mod embargo;
mod funding;
mod judgements;
mod markings;
mod past;
mod places;
mod rates;
mod series;
mod sources;
mod sums;
mod unused;
mod zeros;

use crate::diag::{Finding, Span};
use crate::dossier::Dossier;
use crate::model::{Edition, Figure, Index, Number, Qualifier, Quantity};
use crate::yaml::Spanned;

/// All data rules over one dossier.
pub fn check(dossier: &Dossier) -> Vec<Finding> {
    let case = Case { dossier, edition: &dossier.edition, index: dossier.edition.index() };
    let rules: [fn(&Case<'_>) -> Vec<Finding>; 18] = [
        series::check,
        drift::check,
        sums::check,
        carried::check,
        rates::check,
        funding::check,
        dates::check,
        sources::check,
        judgements::check,
        markings::check,
        embargo::check,
        unused::check,
        doubles::check,
        charts::check,
        places::check,
        zeros::check,
        age::check,
        corrections::check,
    ];
    rules.iter().flat_map(|rule| rule(&case)).collect()
}

/// What the rules read.
struct Case<'a> {
    dossier: &'a Dossier,
    edition: &'a Edition,
    index: Index<'a>,
}

impl Case<'_> {
    /// Whether one of these keys of a figure was refused in reading.
    fn refused(&self, figure: &Figure, keys: &[&str]) -> bool {
        let refused = &self.edition.refused;
        !refused.is_empty() && refused.any_of(&format!("figures[{}]", figure.id.value), keys)
    }

    /// Where the value at a path of the merged tree stands; for values whose types hold no place.
    fn place(&self, path: &str) -> Option<Span> {
        self.dossier.tree.at(path).map(|node| node.span)
    }
}

/// A quantity as it would be typed, for messages: `7M`, `more_than 7M`, `2M-3M`.
fn typed(quantity: &Quantity) -> String {
    match quantity {
        Quantity::One(Qualifier::Exact, number) => number.to_string(),
        Quantity::One(q, number) => format!("{} {number}", q.code()),
        Quantity::Range(min, max) => format!("{min}-{max}"),
        Quantity::Order(magnitude) => format!("order {magnitude}"),
        Quantity::LessThanFigure(than) => format!("less_than {than}"),
        other => other.qualifier().code().to_owned(),
    }
}

/// A number with its place.
type Typed = Spanned<Number>;
