//! Figures and amounts -> what the locale measures, and their phrases with the date they hold for.

use super::Wording;
use crate::locale::{Case, Form, Kind, Measure, Phrase};
use crate::model::{Contribution, Counted, Date, DatePart, Figure, Per, Period, Qualifier, Quantity, When};

/// A quantity with all that its phrase needs, held together so that a [`Measure`] can borrow it.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    /// Qualifier and numbers.
    pub quantity: Quantity,
    /// What is counted.
    pub counted: Counted<'a>,
    /// Of a rate.
    pub per: Option<Per>,
    whole: Option<&'a str>,
    than: Option<&'a str>,
}

impl Value<'_> {
    /// The measure that the locale writes.
    pub fn measure(&self) -> Measure<'_> {
        Measure {
            quantity: &self.quantity,
            counted: self.counted,
            per: self.per,
            whole: self.whole,
            than: self.than,
        }
    }
}

impl<'a> Wording<'a> {
    /// A figure's value, ready to be measured; `None` if its quantity is incomplete.
    pub fn value(&self, figure: &'a Figure) -> Option<Value<'a>> {
        self.value_with(figure, figure.quantity().ok()?)
    }

    /// Another quantity in a figure's unit: what it restates, or a difference.
    pub fn value_with(&self, figure: &'a Figure, quantity: Quantity) -> Option<Value<'a>> {
        let lang = self.locale.lang();
        let metric = self.edition.metrics.get(figure.metric.as_str())?;
        let than = match &quantity {
            Quantity::LessThanFigure(id) => self
                .index
                .figure(id)
                .and_then(|other| self.edition.metrics.get(other.metric.as_str()))
                .and_then(|metric| metric.noun.as_ref().or(Some(&metric.label))?.get(lang)),
            _ => None,
        };
        Some(Value {
            quantity,
            counted: self.edition.counted(figure)?,
            per: figure.per,
            whole: metric.whole.as_ref().and_then(|whole| whole.get(lang)).map(String::as_str),
            than: than.map(String::as_str),
        })
    }

    /// A contribution's amount.
    pub fn amount(&self, given: &'a Contribution) -> Option<Value<'a>> {
        let currency = given.currency.as_ref().map_or("XXX", |code| code.as_str());
        Some(Value {
            quantity: given.quantity().ok()?,
            counted: Counted::Money(currency),
            per: None,
            whole: None,
            than: None,
        })
    }

    /// A figure's whole phrase, traced to its id. A figure that is only a trend says the trend.
    pub fn figure(&self, figure: &'a Figure, case: Case, form: Form) -> Phrase {
        let Some(value) = self.value(figure) else {
            return Phrase::of(Kind::Missing, figure.id.value.clone());
        };
        let phrase = match (&value.quantity, figure.trend) {
            (Quantity::Unquantified | Quantity::None, Some(trend)) => {
                self.label(&format!("states.trend.{}", trend.code()))
            }
            _ => self.locale.measure(&value.measure(), case, form),
        };
        phrase.traced(&figure.id.value)
    }

    /// A figure in a table or tile, where the label says what there may be none of.
    pub fn cell(&self, figure: &'a Figure, form: Form) -> Phrase {
        match (figure.q, figure.trend) {
            (Qualifier::None, None) => {
                let phrase = match self.value(figure).map(|value| value.counted) {
                    Some(Counted::Noun(unit)) => {
                        let one = self.locale.single(unit, Case::Nominative);
                        self.label_with("words.not_one", &[("n", one)])
                    }
                    _ => self.label("words.none"),
                };
                phrase.traced(&figure.id.value)
            }
            _ => self.figure(figure, Case::Nominative, form),
        }
    }

    /// What a figure measures.
    pub fn figure_label(&self, figure: &Figure) -> Phrase {
        match self.edition.metrics.get(figure.metric.as_str()) {
            Some(metric) => self.localized(&metric.label, &figure.metric.value),
            None => Phrase::of(Kind::Missing, figure.metric.value.clone()),
        }
    }

    /// A date with its part of the month or year.
    pub fn date(&self, date: &Date, part: Option<DatePart>, form: Form) -> Phrase {
        self.locale.date(date, part, form)
    }

    /// A date in a cell of its own.
    pub fn cell_date(&self, date: &Date, part: Option<DatePart>) -> Phrase {
        self.locale.capitalised(self.date(date, part, Form::Short))
    }

    /// An as-of.
    pub fn when(&self, when: &When, part: Option<DatePart>, form: Form) -> Phrase {
        match when {
            When::Date(date) => self.date(date, part, form),
            When::Text(words) => self.localized(words, "when"),
        }
    }

    /// A period, closed or open.
    pub fn period(&self, period: &Period, form: Form) -> Phrase {
        match period.to {
            Some(to) => self.locale.period(&period.from, &to, form),
            None => self.locale.date(&Date::Interval(period.from, None), None, form),
        }
    }

    /// When a figure holds: its period or its as-of.
    pub fn figure_date(&self, figure: &Figure, form: Form) -> Option<Phrase> {
        if let Some(period) = &figure.period {
            return Some(self.period(&period.value, form));
        }
        figure.as_of.as_ref().map(|when| self.when(&when.value, figure.part, form))
    }

    /// The same with the preposition that it takes in a sentence: "in May 2018".
    pub fn figure_dated(&self, figure: &Figure) -> Option<Phrase> {
        match (&figure.period, figure.as_of.as_ref().map(|when| &when.value)) {
            (None, Some(When::Date(date))) => Some(self.locale.dated(date, figure.part)),
            _ => self.figure_date(figure, Form::Prose),
        }
    }
}
