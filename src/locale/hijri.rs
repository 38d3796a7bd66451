//! Gregorian days -> Hijri dates by the Umm al-Qura tables, the official Saudi calendar.
//!
//! Tables, never arithmetic; local sighting may differ by a day, so whoever shows such a date alone
//! names the calendar beside it.

use icu_calendar::Date;
use icu_calendar::cal::Hijri;

use crate::model::Point;

use super::date::one_name;
use super::digits::{NBSP, WORD_JOINER};
use super::{Locale, Phrase};

/// The years for which the tables are official data (ICU4X 2.4).
const TABLES: std::ops::RangeInclusive<i32> = 1300..=1600;

impl Locale {
    /// `26 صفر 1439هـ`, `26 Safar 1439 AH`; `None` for anything but a full, certain day within
    /// 1300-1600 AH.
    pub fn hijri(&self, point: &Point) -> Option<Phrase> {
        if point.approximate || point.uncertain {
            return None;
        }
        let day = Date::try_new_gregorian(point.year, point.month?, point.day?).ok()?;
        let hijri = day.to_calendar(Hijri::new_umm_al_qura());
        let year = hijri.year().extended_year();
        if !TABLES.contains(&year) {
            return None;
        }
        let dates = &self.language.dates;
        let month = dates.hijri.get(usize::from(hijri.month().number()).checked_sub(1)?)?;
        let mark = dates.hijri_mark;
        let glue = if mark.starts_with(NBSP) { "" } else { WORD_JOINER };
        let month = format!("{}{}", one_name(month), self.syntax().dates.month_link);
        Some(
            self.with_day_link(self.hijri_day(i32::from(hijri.day_of_month().0)))
                .then_text(format!("{NBSP}{month} "))
                .then(self.ungrouped(year))
                .then_text(format!("{glue}{mark}")),
        )
    }

    /// A day with the mark that every day has in this language.
    fn hijri_day(&self, day: i32) -> Phrase {
        self.figure(&format!("{}{}", self.native(&day.to_string()), self.syntax().dates.day_mark))
    }
}
