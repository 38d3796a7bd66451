//! The text of a cell -> a date of the data: `2031-06-09`, `2031-06`, `2031`.

use super::fold::digit;
use crate::model::Date;
use crate::model::import_map::{DateOrder, Precision};

/// Why a text is no date that can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written as dates are.
    Words,
    /// Day and month can be told apart by nothing: `03/04/2031`.
    Order,
}

/// Reads a date, cut to a precision. A time of day behind it is left out.
pub fn date(text: &str, order: Option<DateOrder>, precision: Precision) -> Result<String, NoDate> {
    let one = |c: char| match c {
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        c => c,
    };
    let text: String =
        text.trim().chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).map(one).collect();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(NoDate::Words);
    }
    let number = |part: &str| part.parse::<u16>().unwrap_or(0);
    let (year, month, day) = match parts[..] {
        [year] if year.len() == 4 => (year, None, None),
        [year, month] if year.len() == 4 => (year, Some(month), None),
        [month, year] if year.len() == 4 => (year, Some(month), None),
        [year, month, day] if year.len() == 4 => (year, Some(month), Some(day)),
        [first, second, year] if year.len() == 4 => match order {
            Some(DateOrder::DayMonth) => (year, Some(second), Some(first)),
            Some(DateOrder::MonthDay) => (year, Some(first), Some(second)),
            None if number(first) > 12 => (year, Some(second), Some(first)),
            None if number(second) > 12 || first == second => (year, Some(first), Some(second)),
            None => return Err(NoDate::Order),
        },
        _ => return Err(NoDate::Words),
    };
    let (month, day) = match precision {
        Precision::Day => (month, day),
        Precision::Month => (month, None),
        Precision::Year => (None, None),
    };
    let mut written = year.to_owned();
    for part in [month, day].into_iter().flatten() {
        written = format!("{written}-{:02}", number(part));
    }
    match written.parse::<Date>() {
        Ok(_) => Ok(written),
        Err(_) => Err(NoDate::Words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_published() {
        for (text, expected) in [
            ("2031-06-09", "2031-06-09"),
            ("2031-06-09T00:00:00", "2031-06-09"),
            ("2031-06-09 12:30", "2031-06-09"),
            ("2031/6/9", "2031-06-09"),
            ("٢٠٣١-٠٦-٠٩", "2031-06-09"),
            ("30/06/2031", "2031-06-30"),
            ("06/30/2031", "2031-06-30"),
            ("06/2031", "2031-06"),
            ("2031", "2031"),
        ] {
            assert_eq!(date(text, None, Precision::Day), Ok(expected.to_owned()), "{text}");
        }
        assert_eq!(date("2031-06-09", None, Precision::Month), Ok("2031-06".to_owned()));
        assert_eq!(
            date("03/04/2031", Some(DateOrder::DayMonth), Precision::Day),
            Ok("2031-04-03".to_owned())
        );
        assert_eq!(
            date("03/04/2031", Some(DateOrder::MonthDay), Precision::Day),
            Ok("2031-03-04".to_owned())
        );
    }

    #[test]
    fn what_is_unclear_or_no_day_of_the_calendar_is_refused() {
        assert_eq!(date("03/04/2031", None, Precision::Day), Err(NoDate::Order));
        for text in ["2031-02-30", "June 2031", "45810", "", "31.12.31"] {
            assert_eq!(date(text, None, Precision::Day), Err(NoDate::Words), "{text}");
        }
    }
}
