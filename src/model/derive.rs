//! Numbers that follow from typed ones: sums, shares, numbers in another scale.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Counted, Displaced, Edition, Figure, Number, People, Scale};

/// `part` of `whole` in percent, rounded half up to a number of decimals; zero of nothing.
pub fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Decimal {
    if whole.is_zero() {
        return Decimal::ZERO;
    }
    (part / whole * Decimal::ONE_HUNDRED)
        .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// `part` of `whole` as a ratio for a chart, held between 0 and 1.
pub fn ratio(part: Decimal, whole: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    if whole.is_zero() {
        return 0.0;
    }
    (part / whole).round_dp(6).to_f64().unwrap_or(0.0).clamp(0.0, 1.0)
}

impl Number {
    /// A full value in a scale: 14,200,000 in millions is `14.2M`. Nothing is rounded.
    pub fn scaled(value: Decimal, scale: Scale) -> Self {
        let mantissa = value / Decimal::from(10_i64.pow(scale.exponent()));
        Self { mantissa: mantissa.normalize(), scale }
    }

    /// A derived value in the largest scale that shows it with at most one decimal; in full if
    /// none does.
    pub fn compact(value: Decimal) -> Self {
        [Scale::Trillion, Scale::Billion, Scale::Million]
            .into_iter()
            .map(|scale| Self::scaled(value, scale))
            .find(|number| number.mantissa.abs() >= Decimal::ONE && number.mantissa.scale() <= 1)
            .unwrap_or(Self::plain(value.normalize()))
    }
}

impl Edition {
    /// The noun or sign that stands after the number of a figure; `None` for an unknown metric.
    pub fn counted<'a>(&'a self, figure: &'a Figure) -> Option<Counted<'a>> {
        let metric = self.metrics.get(figure.metric.as_str())?;
        let unit = figure.unit.as_ref().unwrap_or(&metric.unit).as_str();
        Some(match (unit, &figure.currency) {
            (_, Some(code)) => Counted::Money(code),
            ("percent", None) => Counted::Percent,
            ("points", None) => Counted::PercentagePoints,
            (unit, None) => self.units.get(unit).map_or(Counted::Bare, Counted::Noun),
        })
    }
}

impl Displaced {
    /// Returned and displaced individuals over all rows.
    pub fn sums(&self) -> (Decimal, Decimal) {
        let sum = |people: fn(&super::Row) -> Option<&People>| {
            let counts = self.rows.iter().filter_map(people).map(|people| people.individuals.value.value());
            counts.fold(Decimal::ZERO, Decimal::saturating_add)
        };
        (sum(|row| row.returned.as_ref()), sum(|row| row.displaced.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_up() {
        let percent =
            |part: i64, whole: i64, decimals| percent(part.into(), whole.into(), decimals).to_string();
        assert_eq!(percent(1, 3, 1), "33.3");
        assert_eq!(percent(125, 1000, 0), "13");
        assert_eq!(percent(0, 0, 0), "0");
    }

    #[test]
    fn compact_numbers_lose_nothing() {
        let compact = |value: i64| Number::compact(value.into()).to_string();
        assert_eq!(compact(14_200_000), "14.2M");
        assert_eq!(compact(14_250_000), "14250000");
        assert_eq!(compact(670_000_000), "670M");
        assert_eq!(compact(20_000_000_000), "20B");
        assert_eq!(compact(999), "999");
    }
}
