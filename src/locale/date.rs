//! Dates at the precision they were typed in -> words: points, periods, moments.
//!
//! The only prepositions are those of an interval (since, from, to) and those that
//! [`Locale::dated`] is asked for. No ranges with a bare hyphen, no numeric dates.

use crate::model::{Date, DatePart, Hijri, Moment, Months, Point};

use super::digits::{NBSP, WORD_JOINER};
use super::lang::syntax::Behind;
use super::{Form, Kind, Locale, Phrase};

impl Locale {
    /// A date: `15 November 2017`, `early May 2018`, `about May 2031`, `since 1 May 2018`,
    /// `from 1 to 20 May 2018`. `part` narrows a month or year.
    pub fn date(&self, date: &Date, part: Option<DatePart>, form: Form) -> Phrase {
        let dates = &self.language.dates;
        match date {
            Date::Point(point) => {
                self.with_hijri(point, self.point(point, part, form, Behind::words("")), form)
            }
            Date::Interval(from, None) => {
                let days = self.syntax().dates.days.as_ref().filter(|_| from.day.is_some());
                let since = days.map_or(dates.since, |days| days.since);
                let behind = self.syntax().dates.since_behind;
                Phrase::text(since).then(self.governed(from, form, behind))
            }
            Date::Interval(from, Some(to)) => {
                let dash = dates.dash.filter(|_| form == Form::Short);
                let span = self.span_of(from, to, self.prepositions(from, to, 0), dash, form);
                self.closed(span, from, to, dash, self.syntax().dates.span_behind)
            }
            Date::Within(from, to) => {
                let [before, _] = self
                    .syntax()
                    .dates
                    .days
                    .as_ref()
                    .filter(|_| from.day.is_some())
                    .map_or(dates.between, |days| days.between);
                let [_, and] = self
                    .syntax()
                    .dates
                    .days
                    .as_ref()
                    .filter(|_| to.day.is_some())
                    .map_or(dates.between, |days| days.between);
                let syntax = &self.syntax().dates;
                let behind = syntax.between_behind.unwrap_or(syntax.span_behind);
                self.closed(self.span_of(from, to, [before, and], None, form), from, to, None, behind)
            }
        }
    }

    /// A date with the preposition that places something in it: `on 15 May 2018`, `in May 2018`,
    /// `في عام 2017`. Intervals bring their own.
    pub fn dated(&self, date: &Date, part: Option<DatePart>) -> Phrase {
        let dates = &self.language.dates;
        match date {
            Date::Point(point) => {
                let [on, within] = dates.on;
                let inexact = point.approximate || (part.is_some() && point.day.is_none());
                let bare_year = point.month.is_none() && part.is_none() && !point.approximate;
                let before = match self.syntax().dates.on_inexact.filter(|_| inexact) {
                    Some(before) => before,
                    None if point.day.is_some() => on,
                    None if bare_year => self.syntax().dates.on_year.unwrap_or(within),
                    None => within,
                };
                let year = if bare_year { dates.year_word } else { "" };
                let syntax = &self.syntax().dates;
                let behind = syntax.on_behind_day.filter(|_| point.day.is_some()).unwrap_or(syntax.on_behind);
                let said = self.point(point, part, Form::Prose, behind);
                Phrase::text(format!("{before}{year}")).then(self.with_hijri(point, said, Form::Prose))
            }
            Date::Interval(..) | Date::Within(..) => self.date(date, part, Form::Prose),
        }
    }

    /// A day with its time and zone: `30 June 2031, 18:00 (UTC+03:00)`.
    pub fn moment(&self, moment: &Moment) -> Phrase {
        let at = moment.0;
        let (day, month) = (i32::from(at.day()), u8::from(at.month()));
        let (hours, minutes, _) = at.offset().as_hms();
        let sign = if at.offset().is_negative() { '-' } else { '+' };
        let zone = match (hours.abs(), minutes.abs()) {
            (0, 0) => "UTC".to_owned(),
            (hours, minutes) => format!("UTC{sign}{hours:02}:{minutes:02}"),
        };
        let mark = self.syntax().clock_mark;
        let width = self.syntax().hour_digits;
        let clock = self.native(&format!("{:0width$}{mark}{:02}", at.hour(), at.minute()));
        self.compose(Some(self.day(day)), Some(month), Some(at.year()), Form::Prose)
            .then_text(self.language.dates.clock)
            .then(self.figure(&clock))
            .then_text(self.syntax().clock_behind)
            .then_text(" (")
            .then(Phrase::ltr(zone))
            .then_text(")")
    }

    /// A point with its part and its doubts, and what stands behind it in its sentence.
    pub(super) fn point(&self, point: &Point, part: Option<DatePart>, form: Form, behind: Behind) -> Phrase {
        let (dates, syntax) = (&self.language.dates, &self.syntax().dates);
        let part = part.filter(|_| point.day.is_none());
        let about = match &syntax.days {
            _ if !point.approximate => "",
            Some(days) if point.day.is_some() => days.about,
            _ => dates.about,
        };
        let within = part.map_or("", |part| dates.parts[part as usize]);
        let year =
            if point.month.is_none() && (part.is_some() || point.approximate) { dates.year_word } else { "" };
        let doubt = if point.uncertain { dates.uncertain } else { "" };
        let inexact = match part {
            Some(part) => syntax.parts_behind[part as usize],
            None if point.approximate => syntax.about_behind,
            None => "",
        };
        let said = Phrase::text(format!("{about}{within}{year}")).then(self.plain(point, form));
        self.with_behind(said.then_text(inexact), behind).then_text(doubt)
    }

    /// A point after a preposition, where a year alone takes its word: منذ عام 2017.
    pub(super) fn governed(&self, point: &Point, form: Form, behind: Behind) -> Phrase {
        let bare = point.month.is_none() && !point.approximate;
        let year = if bare { self.language.dates.year_word } else { "" };
        Phrase::text(year).then(self.point(point, None, form, behind))
    }

    /// Day, month and year, as far as they are there.
    fn plain(&self, point: &Point, form: Form) -> Phrase {
        let day = point.day.map(|day| self.day(i32::from(day)));
        self.compose(day, point.month, Some(point.year), form)
    }

    /// Puts day, month and year in the order of the style.
    pub(super) fn compose(
        &self,
        day: Option<Phrase>,
        month: Option<u8>,
        year: Option<i32>,
        form: Form,
    ) -> Phrase {
        let link = if year.is_some() { self.syntax().dates.month_link } else { "" };
        let alone = day.is_none();
        let month = month.map(|month| format!("{}{link}", self.month(month, form, alone)));
        let day_first = !self.choices.month_first;
        let mut phrase = match (day, month) {
            (Some(day), Some(month)) if day_first => {
                self.with_day_link(day).then_text(format!("{NBSP}{month}"))
            }
            (Some(day), Some(month)) => Phrase::text(format!("{month}{NBSP}")).then(day),
            (Some(day), None) => day,
            (None, Some(month)) => Phrase::text(month),
            (None, None) => return year.map_or_else(Phrase::default, |year| self.year(year)),
        };
        if let Some(year) = year {
            let day_last = phrase.0.last().is_some_and(|part| part.kind == Kind::Ltr);
            phrase.push(Phrase::text(if day_last && !day_first { ", " } else { " " }));
            phrase.push(self.year(year));
        }
        phrase
    }

    /// A day of the month; in some languages the first is an ordinal.
    pub(super) fn day(&self, day: i32) -> Phrase {
        self.figure(&format!("{}{}", self.native(&day.to_string()), self.day_mark(day)))
    }

    /// What belongs to the figure of a day.
    pub(super) fn day_mark(&self, day: i32) -> &'static str {
        let dates = &self.syntax().dates;
        if day == 1 && !dates.first_day.is_empty() { dates.first_day } else { dates.day_mark }
    }

    /// A day with what links it to its month.
    pub(super) fn with_day_link(&self, day: Phrase) -> Phrase {
        self.with_behind(day, Behind::words(self.syntax().dates.day_link))
    }

    fn year(&self, year: i32) -> Phrase {
        let mark = self.language.dates.year_mark;
        let marked = self.choices.year_mark && !mark.is_empty();
        let mark = if marked { format!("{WORD_JOINER}{mark}") } else { String::new() };
        self.ungrouped(year).then_text(mark)
    }

    /// The name of a month, 1 to 12, in the style's tradition, with a day or alone. A line may end before the other name in
    /// brackets, but neither inside a name nor after the slash between two.
    fn month(&self, month: u8, form: Form, alone: bool) -> String {
        let dates = &self.language.dates;
        let index = usize::from(month.clamp(1, 12)) - 1;
        let names = self.syntax().dates.months_alone.filter(|_| alone).unwrap_or(dates.gregorian);
        let gregorian = one_name(names[index]);
        match (self.choices.months, dates.levantine, dates.maghreb) {
            (Months::Both, Some(levantine), _) => {
                format!("{}/{WORD_JOINER}{gregorian}", one_name(levantine[index]))
            }
            (Months::Levantine, Some(levantine), _) => one_name(levantine[index]),
            (Months::GregorianFirst, Some(levantine), _) => {
                format!("{gregorian} ({})", one_name(levantine[index]))
            }
            (Months::Maghreb, _, Some(maghreb)) => one_name(maghreb[index]),
            _ => match dates.short {
                Some(short) if form == Form::Short => one_name(short[index]),
                _ => gregorian,
            },
        }
    }

    /// Adds the Hijri date in brackets where the style wants it with every full date.
    fn with_hijri(&self, point: &Point, phrase: Phrase, form: Form) -> Phrase {
        if self.choices.hijri != Hijri::All || form == Form::Short {
            return phrase;
        }
        match self.hijri(point) {
            Some(hijri) => phrase.then_text(" (").then(hijri).then_text(")"),
            None => phrase,
        }
    }
}

/// The name of a month, held together where it has two words: تشرين الثاني, Rabi al-Awwal.
pub(super) fn one_name(month: &str) -> String {
    month.replace(' ', NBSP)
}
