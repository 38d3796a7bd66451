//! A [`Quantity`] -> the interval of values that it can stand for.
//!
//! Two figures can be compared as far as their intervals allow, and no further.

use rust_decimal::Decimal;

use crate::model::{Counted, Qualifier as Q, Quantity};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The value at the end.
    pub value: Decimal,
    /// Whether the value itself belongs to the interval.
    pub included: bool,
}

/// All values that a quantity can stand for. An end that is not there is open to infinity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Bound>,
    /// The upper end.
    pub high: Option<Bound>,
}

const fn included(value: Decimal) -> Option<Bound> {
    Some(Bound { value, included: true })
}

const fn excluded(value: Decimal) -> Option<Bound> {
    Some(Bound { value, included: false })
}

impl Interval {
    /// The interval of a quantity; `None` where it says nothing about its size. Shares end at 0 and
    /// 100; the words for most and all are intervals of shares only.
    pub fn of(quantity: &Quantity, counted: Counted<'_>) -> Option<Self> {
        let share = counted == Counted::Percent;
        let top = if share { included(Decimal::ONE_HUNDRED) } else { None };
        let bottom = included(Decimal::ZERO);
        let (low, high) = match quantity {
            Quantity::One(qualifier, number) => {
                let value = number.value();
                match qualifier {
                    Q::Approx | Q::Nearly => {
                        let half = number.half_place();
                        (included(value - half), included(value + half))
                    }
                    Q::MoreThan => (excluded(value), top),
                    Q::AtLeast => (included(value), top),
                    Q::UpTo => (bottom, included(value)),
                    Q::LessThan => (bottom, excluded(value)),
                    _ => (included(value), included(value)),
                }
            }
            Quantity::Range(low, high) => (included(low.value()), included(high.value())),
            Quantity::Order(magnitude) => {
                let power = |exponent: u8| Decimal::from(10_i128.pow(u32::from(exponent.min(27))));
                (included(power(*magnitude)), excluded(power(magnitude.saturating_add(1))))
            }
            Quantity::Majority if share => (excluded(Decimal::from(50)), top),
            Quantity::All if share => (top, top),
            Quantity::None => (bottom, bottom),
            Quantity::Majority
            | Quantity::All
            | Quantity::LessThanFigure(_)
            | Quantity::Limited
            | Quantity::Unquantified => return None,
        };
        Some(Self { low, high })
    }

    /// One value and no other.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: included(value), high: included(value) }
    }

    /// What the sum of two values can be; an end that one of them lacks, the sum lacks.
    pub fn plus(&self, other: &Self) -> Self {
        let sum = |one: Option<Bound>, other: Option<Bound>| {
            let (one, other) = one.zip(other)?;
            Some(Bound {
                value: one.value.checked_add(other.value)?,
                included: one.included && other.included,
            })
        };
        Self { low: sum(self.low, other.low), high: sum(self.high, other.high) }
    }

    /// The same as a share in percent of a positive whole.
    pub fn over(&self, whole: Decimal) -> Self {
        let share = |bound: Option<Bound>| {
            let bound = bound?;
            Some(Bound { value: (bound.value * Decimal::ONE_HUNDRED).checked_div(whole)?, ..bound })
        };
        Self { low: share(self.low), high: share(self.high) }
    }

    /// The only value, if there is just one.
    pub fn exact(&self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low.value == high.value && low.included && high.included => {
                Some(low.value)
            }
            _ => None,
        }
    }

    /// Whether every value of this interval is below every value of the other.
    pub fn is_below(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => {
                high.value < low.value || (high.value == low.value && !(high.included && low.included))
            }
            _ => false,
        }
    }
}
