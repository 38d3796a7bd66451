//! The head of an edition and a wish -> the period of the next one, and how far it is.
//!
//! What is asked for counts first, then what the id says of a month, a week or a quarter (`2031-02`, `2031-w07`,
//! `2031-q2`, alone or behind other words), then the rhythm: the next month, quarter or week, else as many days or
//! whole months as the last one had.

use time::{Date as Civil, Month, Weekday};

use super::distance::{Distance, between, whole_months};
use crate::diag::Finding;
use crate::model::{Head, Kind, Period, Point};

/// The period of the next edition, if the last one has one or one is asked for, and the distance.
pub fn following(head: &Head, id: &str, asked: Option<&str>) -> Result<(Option<Period>, Distance), Finding> {
    let old = head.period.map(|period| (period, ends(&period)));
    if let Some(asked) = asked {
        let period = read(asked)?;
        return Ok((Some(period), to(head, old.map(|(_, ends)| ends), ends(&period))?));
    }
    let rhythm = rhythm(head.kind.value, old.map(|(_, ends)| ends));
    if let (Some((period, (from, last))), Some((first, months))) = (old, told(head.kind.value, id)) {
        let as_long = match months {
            Some(months) => whole_months(from, last) == Some(months),
            None => (last - from).whole_days() == 6,
        };
        if as_long {
            if first <= from {
                let message =
                    format!("`{id}` names a time that is not after the period of `{}`", head.id.value);
                return Err(Finding::error("NE07", message)
                    .at(head.id.span, format!("reports on `{}`", shown(&period)))
                    .help("choose a later id, name an earlier edition with `--from`, or give `--period FROM..TO`"));
            }
            let distance = match months {
                Some(_) => Distance::Months(between(from, first)),
                None => Distance::Days((first - from).whole_days()),
            };
            return Ok((moved(&period, distance, head)?, distance));
        }
    }
    let Some(distance) = rhythm else {
        let message = format!("edition `{}` has no period to go on from", head.id.value);
        return Err(Finding::error("NE07", message)
            .at(head.id.span, "no `period`")
            .help("give the new one: `--period FROM..TO`"));
    };
    match old {
        Some((period, _)) => Ok((moved(&period, distance, head)?, distance)),
        None => Ok((None, distance)),
    }
}

/// `2031-02-01..2031-02-28`, or two months.
fn read(asked: &str) -> Result<Period, Finding> {
    let refused = |why: String| {
        Finding::error("NE07", format!("`--period {asked}` is no period: {why}"))
            .help("write its first and its last day: `--period 2031-02-01..2031-02-28`")
    };
    let (from, to) = asked.split_once("..").ok_or_else(|| refused("there is no `..` in it".to_owned()))?;
    let point = |text: &str| text.parse::<Point>().map_err(|why| refused(why.to_string()));
    let (from, to) = (point(from)?, point(to)?);
    if to.last() < from.first() {
        return Err(refused("it ends before it begins".to_owned()));
    }
    Ok(Period { from, to: Some(to) })
}

fn ends(period: &Period) -> (Civil, Civil) {
    (period.from.first(), period.to.unwrap_or(period.from).last())
}

fn shown(period: &Period) -> String {
    match period.to {
        Some(to) => format!("{}..{to}", period.from),
        None => period.from.to_string(),
    }
}

/// How far a period that was asked for is from the last edition.
fn to(head: &Head, old: Option<(Civil, Civil)>, (from, last): (Civil, Civil)) -> Result<Distance, Finding> {
    let Some((old_from, old_last)) = old else {
        let before = head.cut_off.as_ref().map_or(head.issued.0, |at| at.0).date();
        return Ok(Distance::Days((last - before).whole_days()));
    };
    if from <= old_from {
        let message = format!("the period asked for does not begin after that of `{}`", head.id.value);
        return Err(Finding::error("NE07", message)
            .at(head.id.span, format!("begins on `{old_from}`"))
            .help("give a later `--period FROM..TO`, or name an earlier edition with `--from`"));
    }
    let months = whole_months(old_from, old_last).is_some() && whole_months(from, last).is_some();
    Ok(if months {
        Distance::Months(between(old_last, last))
    } else {
        Distance::Days((last - old_last).whole_days())
    })
}

/// The distance between two editions in a row; `None` if nothing tells it.
fn rhythm(kind: Kind, old: Option<(Civil, Civil)>) -> Option<Distance> {
    Some(match (kind, old) {
        (Kind::Monthly, _) => Distance::Months(1),
        (Kind::Quarterly, _) => Distance::Months(3),
        (Kind::Weekly, _) => Distance::Days(7),
        (_, None) => return None,
        (_, Some((from, last))) => match whole_months(from, last) {
            Some(months) => Distance::Months(months),
            None => Distance::Days((last - from).whole_days() + 1),
        },
    })
}

fn moved(period: &Period, distance: Distance, head: &Head) -> Result<Option<Period>, Finding> {
    let to = period.to.map(|to| distance.point(to));
    match (distance.point(period.from), to) {
        (Some(from), None) => Ok(Some(Period { from, to: None })),
        (Some(from), Some(Some(to))) => Ok(Some(Period { from, to: Some(to) })),
        _ => Err(Finding::error("NE07", format!("nothing comes after the period of `{}`", head.id.value))
            .at(head.id.span, "at the end of the calendar")
            .help("give the new one: `--period FROM..TO`")),
    }
}

/// The first day that an id names, and how many months it names, none for a week.
fn told(kind: Kind, id: &str) -> Option<(Civil, Option<i32>)> {
    let lower = id.to_ascii_lowercase();
    let (rest, part) = lower.rsplit_once('-')?;
    let year = rest.rsplit(['-', '_']).next().filter(|year| year.len() == 4)?.parse::<i32>().ok()?;
    let first = |month: u8| Civil::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok();
    match kind {
        Kind::Monthly if part.len() == 2 => Some((first(part.parse().ok()?)?, Some(1))),
        Kind::Quarterly => {
            let quarter = part.strip_prefix('q')?.parse::<u8>().ok().filter(|at| (1..=4).contains(at))?;
            Some((first(quarter * 3 - 2)?, Some(3)))
        }
        Kind::Weekly => {
            let week = part.strip_prefix('w')?.parse::<u8>().ok()?;
            Some((Civil::from_iso_week_date(year, week, Weekday::Monday).ok()?, None))
        }
        _ => None,
    }
}
