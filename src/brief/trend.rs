//! A series of numbers over time.

use serde::{Deserialize, Serialize};

use super::writer::Writer;
use crate::locale::{Case, Form, Measure, Phrase};
use crate::model::{self, Counted, Number, Qualifier, Quantity, ratio};

/// A series over time.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Trend {
    /// What is counted.
    pub label: Phrase,
    /// In order of time.
    pub points: Vec<TrendPoint>,
    /// The alternative text, with every value.
    pub alt: String,
}

/// One point of a [`Trend`].
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TrendPoint {
    /// When.
    pub label: Phrase,
    /// The value, short.
    pub value: Phrase,
    /// 0 to 1 of the largest.
    pub ratio: f64,
    /// Position on the time axis, 0 first to 1 last.
    pub at: f64,
}

/// A series of exact numbers as a chart; nothing with fewer than two points.
pub fn series(
    writer: &Writer<'_>,
    label: Phrase,
    mut points: Vec<(model::Date, Number)>,
    counted: Counted<'_>,
) -> Option<Trend> {
    let words = writer.words;
    points.sort_by_key(|(date, _)| date.last());
    points.dedup();
    let largest = points.iter().map(|(_, number)| number.value()).max()?;
    let (first, last) = (points.first()?.0.last(), points.last()?.0.last());
    let days = (last - first).whole_days();
    if days == 0 {
        return None;
    }
    let points: Vec<TrendPoint> = points
        .into_iter()
        .map(|(date, number)| {
            let quantity = Quantity::One(Qualifier::Exact, number);
            let measure = Measure { quantity: &quantity, counted, per: None, whole: None, than: None };
            TrendPoint {
                label: words.date(&date, None, Form::Short),
                value: words.locale.measure(&measure, Case::Nominative, Form::Short),
                ratio: ratio(number.value(), largest),
                at: (date.last() - first).whole_days() as f64 / days as f64,
            }
        })
        .collect();
    let alt = writer.alt(&label, points.iter().map(|point| (point.label.clone(), point.value.clone())));
    Some(Trend { label, points, alt })
}
