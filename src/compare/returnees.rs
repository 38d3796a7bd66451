//! People by place, their totals, and fighters.

use rust_decimal::Decimal;

use super::{Code, Group, Matter, People, Row, Tone, are_whole, compared};
use crate::model::{Computed, Displaced, Edition, Fighters, Good, Number, Row as Place};

pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if let (Some(old), Some(new)) = (&before.returnees.displaced, &now.returnees.displaced)
        && old.as_of.value.last() <= new.as_of.value.last()
    {
        for people in [People::Returned, People::Displaced] {
            rows.extend(total(people, before, old, now, new));
            rows.extend(places(people, old, new, are_whole(before, now)));
        }
    }
    rows.extend(fighters(before, now));
    rows
}

fn row<'a>(id: &str, code: Code, tone: Tone, rank: u8, matter: Matter<'a>) -> Row<'a> {
    Row { group: Group::Returnees, id: id.to_owned(), code, tone, rank, matter }
}

/// More who came back is good, more who are displaced is not.
fn good(people: People) -> Good {
    match people {
        People::Returned => Good::Up,
        People::Displaced => Good::Down,
    }
}

fn count(row: &Place, people: People) -> Option<Number> {
    let counted = match people {
        People::Returned => row.returned.as_ref(),
        People::Displaced => row.displaced.as_ref(),
    };
    counted.map(|people| people.individuals.value)
}

fn places<'a>(people: People, old: &'a Displaced, new: &'a Displaced, are_whole: bool) -> Vec<Row<'a>> {
    let find = |list: &'a Displaced, place: &str| list.rows.iter().find(|row| row.place.value == place);
    let mut rows = Vec::new();
    for place in &new.rows {
        let id = place.place.as_str();
        let Some(is) = count(place, people) else { continue };
        let matter =
            |before, compared| Matter::People { place: Some(id), people, before, now: Some(is), compared };
        match find(old, id).map(|old| count(old, people)) {
            Some(Some(was)) => {
                let compared = compared(was, is);
                if let Some(code) = Code::of_move(compared.code) {
                    let tone = Tone::of(compared.code, good(people));
                    rows.push(row(id, code, tone, 3, matter(Some(was), Some(compared))));
                }
            }
            None if are_whole => rows.push(row(id, Code::New, Tone::Neutral, 4, matter(None, None))),
            _ => {}
        }
    }
    let gone = old.rows.iter().filter(|it| are_whole && find(new, it.place.as_str()).is_none());
    rows.extend(gone.filter_map(|it| {
        let (id, was) = (it.place.as_str(), count(it, people)?);
        let matter = Matter::People { place: Some(id), people, before: Some(was), now: None, compared: None };
        Some(row(id, Code::Gone, Tone::Neutral, 5, matter))
    }));
    rows
}

/// The totals, as they are typed or as sums over the same places.
fn total<'a>(
    people: People,
    before: &Edition,
    old: &Displaced,
    now: &Edition,
    new: &Displaced,
) -> Option<Row<'a>> {
    let typed = |edition: &Edition, of: &Displaced| {
        if let Some(released) = edition.released().and_then(|it| it.returnees_total) {
            return match people {
                People::Returned => released.returned,
                People::Displaced => released.displaced,
            };
        }
        let total = of.total.as_ref()?;
        let total = match people {
            People::Returned => total.returned.as_ref(),
            People::Displaced => total.displaced.as_ref(),
        };
        total.map(|total| total.value)
    };
    let summed = |of: &Displaced| {
        let counts: Option<Vec<Decimal>> =
            of.rows.iter().map(|row| count(row, people).map(|number| number.value())).collect();
        counts.map(|counts| Number::plain(counts.into_iter().fold(Decimal::ZERO, Decimal::saturating_add)))
    };
    if before.leaves_out(Computed::ReturneesTotal) || now.leaves_out(Computed::ReturneesTotal) {
        return None;
    }
    let (was, is) = match (typed(before, old), typed(now, new)) {
        (Some(was), Some(is)) => (was, is),
        _ if placed(old) == placed(new) && !old.rows.is_empty() => (summed(old)?, summed(new)?),
        _ => return None,
    };
    let compared = compared(was, is);
    let code = Code::of_move(compared.code)?;
    let tone = Tone::of(compared.code, good(people));
    let matter =
        Matter::People { place: None, people, before: Some(was), now: Some(is), compared: Some(compared) };
    Some(row("total", code, tone, 1, matter))
}

fn placed(of: &Displaced) -> Vec<&str> {
    let mut places: Vec<&str> = of.rows.iter().map(|row| row.place.as_str()).collect();
    places.sort_unstable();
    places
}

fn fighters<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let find =
        |edition: &'a Edition, id: &str| edition.returnees.fighters.iter().find(|it| it.id.value == id);
    let mut rows = Vec::new();
    let whole = are_whole(before, now);
    for stock in &now.returnees.fighters {
        let old = find(before, &stock.id.value).filter(|old| old.category == stock.category);
        let compared = old.map(|old| compared(old.closing.value, stock.closing.value));
        let matter = Matter::Fighters { before: old, now: Some(stock), compared };
        match compared.map(|it| Code::of_move(it.code)) {
            Some(Some(code)) => rows.push(row(&stock.id.value, code, Tone::Neutral, 3, matter)),
            None if whole => rows.push(row(&stock.id.value, Code::New, Tone::Neutral, 4, matter)),
            _ => {}
        }
    }
    let gone = |old: &&Fighters| whole && find(now, &old.id.value).is_none();
    rows.extend(before.returnees.fighters.iter().filter(gone).map(|old| {
        let matter = Matter::Fighters { before: Some(old), now: None, compared: None };
        row(&old.id.value, Code::Gone, Tone::Neutral, 5, matter)
    }));
    rows
}
