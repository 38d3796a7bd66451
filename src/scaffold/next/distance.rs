//! Two periods -> how far apart they are, and dates moved on by as much.
//!
//! Months and quarters move by whole months, and the last day of a month stays the last of its month: 31 January,
//! 28 February, 31 March. Everything else moves by days.

use time::{Date as Civil, Duration, Month};

use crate::model::{Moment, Point};

/// How far an edition is from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// Whole months.
    Months(i32),
    /// Days.
    Days(i64),
}

impl Distance {
    /// The day as far on; `None` beyond the calendar.
    pub fn day(self, day: Civil) -> Option<Civil> {
        match self {
            Self::Days(days) => day.checked_add(Duration::days(days)),
            Self::Months(count) => {
                let (year, month) = months_on(day.year(), day.month().into(), count)?;
                let month = Month::try_from(month).ok()?;
                let is_last = day.day() == day.month().length(day.year());
                let last = month.length(year);
                Civil::from_calendar_date(year, month, if is_last { last } else { day.day().min(last) }).ok()
            }
        }
    }

    /// The point as far on, as precise as it was. A year moves by whole years only.
    pub fn point(self, point: Point) -> Option<Point> {
        let moved = match (point.day, point.month) {
            (Some(_), _) => {
                let day = self.day(point.first())?;
                (day.year(), Some(day.month().into()), Some(day.day()))
            }
            (None, Some(_)) => {
                let day = self.day(point.last())?;
                (day.year(), Some(day.month().into()), None)
            }
            (None, None) => match self {
                Self::Months(count) if count % 12 == 0 => (point.year + count / 12, None, None),
                _ => (point.year, None, None),
            },
        };
        let (year, month, day) = moved;
        (1..=9999).contains(&year).then_some(Point { year, month, day, ..point })
    }

    /// The time as far on, at the same hour.
    pub fn moment(self, moment: Moment) -> Option<Moment> {
        let day = self.day(moment.0.date())?;
        (1..=9999).contains(&day.year()).then(|| Moment(moment.0.replace_date(day)))
    }
}

fn months_on(year: i32, month: u8, count: i32) -> Option<(i32, u8)> {
    let index = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(count)?;
    Some((index.div_euclid(12), u8::try_from(index.rem_euclid(12) + 1).ok()?))
}

/// How many months a time covers, if it covers whole ones.
pub fn whole_months(from: Civil, to: Civil) -> Option<i32> {
    let whole = from.day() == 1 && to.day() == to.month().length(to.year()) && from < to;
    whole.then(|| between(from, to) + 1)
}

/// How many months lie between two days, by their months alone.
pub fn between(from: Civil, to: Civil) -> i32 {
    (to.year() - from.year()) * 12 + i32::from(u8::from(to.month())) - i32::from(u8::from(from.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Civil {
        text.parse::<Point>().unwrap().first()
    }

    fn on(distance: Distance, from: &str) -> String {
        distance.day(day(from)).unwrap().to_string()
    }

    #[test]
    fn the_last_day_of_a_month_stays_the_last() {
        let month = Distance::Months(1);
        let mut at = day("2031-01-31");
        let mut ends = Vec::new();
        for _ in 0..14 {
            at = month.day(at).unwrap();
            ends.push(at.to_string());
        }
        assert_eq!(
            ends,
            [
                "2031-02-28",
                "2031-03-31",
                "2031-04-30",
                "2031-05-31",
                "2031-06-30",
                "2031-07-31",
                "2031-08-31",
                "2031-09-30",
                "2031-10-31",
                "2031-11-30",
                "2031-12-31",
                "2032-01-31",
                "2032-02-29",
                "2032-03-31",
            ]
        );
        assert_eq!(on(month, "2031-01-30"), "2031-02-28");
        assert_eq!(on(month, "2031-12-04"), "2032-01-04");
        assert_eq!(on(Distance::Months(3), "2031-03-31"), "2031-06-30");
        assert_eq!(on(Distance::Months(12), "2032-02-29"), "2033-02-28");
        assert_eq!(on(Distance::Days(7), "2032-02-26"), "2032-03-04");
    }

    #[test]
    fn a_point_stays_as_precise_as_it_is() {
        let moved =
            |distance: Distance, text: &str| distance.point(text.parse().unwrap()).unwrap().to_string();
        let month = Distance::Months(1);
        for (from, to) in [
            ("2031-01", "2031-02"),
            ("2031-01~", "2031-02~"),
            ("2031", "2031"),
            ("2031-01-19?", "2031-02-19?"),
        ] {
            assert_eq!(moved(month, from), to);
        }
        assert_eq!(moved(Distance::Days(7), "2031-01-31"), "2031-02-07");
        assert_eq!(moved(Distance::Months(12), "2031"), "2032");
        let late: Moment = "2031-01-31T18:00+03:00".parse().unwrap();
        assert_eq!(month.moment(late).unwrap().to_string(), "2031-02-28T18:00+03:00");
        assert_eq!(month.day(Civil::MAX), None);
    }

    #[test]
    fn whole_months_are_told_from_other_times() {
        let months = |from: &str, to: &str| whole_months(day(from), day(to));
        assert_eq!(months("2031-01-01", "2031-01-31"), Some(1));
        assert_eq!(months("2032-01-01", "2032-03-31"), Some(3));
        assert_eq!(months("2031-02-01", "2031-02-27"), None);
        assert_eq!(months("2031-01-02", "2031-01-31"), None);
    }
}
