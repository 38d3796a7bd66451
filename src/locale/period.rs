//! Two dates -> the period from one to the other: `1 to 30 June 2031`, in tables `1–30 Jun 2031`.
//!
//! Months and years that the ends share are written once, unless one of them is in doubt. The words come
//! from the language; a dash stands only where its table has one, never a bare hyphen.

use crate::model::Point;

use super::lang::syntax::Behind;
use super::{Form, Locale, Phrase};

impl Locale {
    /// A period from one day, month or year to another, both included: `1 to 30 June 2031`. What the
    /// ends share is written once.
    pub fn period(&self, from: &Point, to: &Point, form: Form) -> Phrase {
        let dates = &self.language.dates;
        let dash = dates.dash.filter(|_| form == Form::Short);
        self.span_of(from, to, self.prepositions(from, to, 1), dash, form)
    }

    /// What stands before and between the ends of a period, in a sentence or alone.
    pub(super) fn prepositions(&self, from: &Point, to: &Point, alone: usize) -> [&'static str; 2] {
        let dates = &self.language.dates;
        let days = |point: &Point| self.syntax().dates.days.as_ref().filter(|_| point.day.is_some());
        let before = days(from).map_or(&dates.from, |days| &days.from);
        [before[alone], days(to).map_or(dates.to, |days| days.to)]
    }

    /// A span in a sentence with what the language puts behind it.
    pub(super) fn closed(
        &self,
        span: Phrase,
        from: &Point,
        to: &Point,
        dash: Option<&str>,
        behind: &str,
    ) -> Phrase {
        if from == to || dash.is_some() { span } else { span.then_text(behind) }
    }

    /// From one point to another with words before and between them, or a dash in their place; shared
    /// months and years are written once.
    pub(super) fn span_of(
        &self,
        from: &Point,
        to: &Point,
        [before, between]: [&str; 2],
        dash: Option<&str>,
        form: Form,
    ) -> Phrase {
        if from == to {
            return self.point(from, None, form, Behind::words(""));
        }
        let before = if dash.is_some() { "" } else { before };
        let between = dash.unwrap_or(between);
        let certain = !(from.approximate || from.uncertain || to.approximate || to.uncertain);
        let alike = from.day.is_some() == to.day.is_some() && from.month.is_some() == to.month.is_some();
        let year = Some(to.year);
        if !(certain && alike && from.year == to.year) {
            let ends = self.governed(from, form, Behind::words(""));
            // A year that is set off by commas in the middle of a sentence closes with one.
            let comma =
                if self.choices.month_first && from.day.is_some() && dash.is_none() { "," } else { "" };
            let between = match dash {
                Some(dash) if from.month.is_some() || to.month.is_some() => format!(" {dash} "),
                _ => between.to_owned(),
            };
            let ends = ends.then_text(format!("{comma}{between}"));
            let ends = ends.then(self.governed(to, form, Behind::words("")));
            return self.before_phrase(before, ends);
        }
        let days = (from.day.map(i32::from), to.day.map(i32::from));
        if let ((Some(first), Some(last)), true) = (days, from.month == to.month) {
            let days = match dash {
                Some(dash) => {
                    let [mark, end] = [first, last].map(|day| self.day_mark(day));
                    self.figure(&self.native(&format!("{first}{mark}{dash}{last}{end}")))
                }
                None => self.day(first).then_text(between).then(self.day(last)),
            };
            let inside = self.compose(Some(days), to.month, year, form);
            return Phrase::text(before).then(inside);
        }
        let between = match dash {
            Some(dash) if from.day.is_some() => format!(" {dash} "),
            _ => between.to_owned(),
        };
        let first = self.compose(days.0.map(|day| self.day(day)), from.month, None, form);
        let last = self.compose(days.1.map(|day| self.day(day)), to.month, year, form);
        self.before_phrase(before, first.then_text(between).then(last))
    }
}
