//! Qualifier and numbers as they were typed -> a complete quantity, or what is missing.

use super::{Contribution, Figure, Number, Qualifier, Quantity, Restates};
use crate::diag::Finding;
use crate::yaml::Spanned;

impl Figure {
    /// The qualifier with the numbers it takes.
    ///
    /// # Errors
    /// A finding at the figure's id if a number is missing or one too many is given.
    pub fn quantity(&self) -> Result<Quantity, Finding> {
        let number = |at: &Option<Spanned<Number>>| at.as_ref().map(|it| it.value);
        let incomplete = |needs: &str| {
            let q = self.q.code();
            Finding::error("MO03", format!("figure `{}` needs {needs} with `q: {q}`", self.id.value))
                .at(self.id.span, "incomplete")
                .help(format!("add {needs}, or choose another `q`"))
        };
        let quantity = match self.q {
            Qualifier::Range => match (number(&self.min), number(&self.max)) {
                (Some(min), Some(max)) if min.value() < max.value() => Quantity::Range(min, max),
                (Some(_), Some(_)) => return Err(incomplete("a `max` above its `min`")),
                (Some(_), None) => return Err(incomplete("`max`")),
                (None, Some(_)) => return Err(incomplete("`min`")),
                _ => return Err(incomplete("`min` and `max`")),
            },
            Qualifier::Order => match &self.magnitude {
                Some(magnitude) if (1..=9).contains(&magnitude.value) => Quantity::Order(magnitude.value),
                _ => return Err(incomplete("`magnitude` from 1 to 9")),
            },
            Qualifier::LessThan if self.value.is_none() => match &self.than {
                Some(than) => Quantity::LessThanFigure(than.value.clone()),
                None => return Err(incomplete("`value` or `than`")),
            },
            open => match open_quantity(open) {
                Some(quantity) => quantity,
                None => match number(&self.value) {
                    Some(value) => Quantity::One(self.q, value),
                    None => return Err(incomplete("`value`")),
                },
            },
        };
        match &self.value {
            Some(value) if quantity.number().is_none() => Err(Finding::error(
                "MO03",
                format!("figure `{}` has a value that its qualifier does not take", self.id.value),
            )
            .at(value.span, "not with this `q`")
            .help("take the value out, or choose another `q`")),
            _ => Ok(quantity),
        }
    }
}

impl Contribution {
    /// The qualifier with the amount it takes.
    ///
    /// # Errors
    /// A finding at the contribution's id if the amount is missing.
    pub fn quantity(&self) -> Result<Quantity, Finding> {
        if let Some(quantity) = open_quantity(self.q) {
            return Ok(quantity);
        }
        match &self.amount {
            Some(amount) => Ok(Quantity::One(self.q, amount.value)),
            None => Err(Finding::error(
                "MO03",
                format!("contribution `{}` needs `amount` with `q: {}`", self.id.value, self.q.code()),
            )
            .at(self.id.span, "incomplete")
            .help("add `amount`, or write `q: unquantified`")),
        }
    }
}

impl Restates {
    /// What was printed before.
    pub fn quantity(&self) -> Quantity {
        Quantity::One(self.q, self.value)
    }
}

/// The quantity of a qualifier that takes no number.
fn open_quantity(q: Qualifier) -> Option<Quantity> {
    match q {
        Qualifier::Majority => Some(Quantity::Majority),
        Qualifier::All => Some(Quantity::All),
        Qualifier::None => Some(Quantity::None),
        Qualifier::Limited => Some(Quantity::Limited),
        Qualifier::Unquantified => Some(Quantity::Unquantified),
        _ => None,
    }
}
