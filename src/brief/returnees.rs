//! People who came back: table, tile maps and trend of the displaced; fighters as stock and flow.

use rust_decimal::Decimal;

use super::writer::Writer;
use super::{Body, Change, Displaced, MapTile, PlaceRow, Returnees, StockFlow, TileMap, Trend, TrendPoint};
use crate::locale::{Case, Form, Measure, Phrase};
use crate::model::{self, Counted, Number, People, Qualifier, Quantity, SectionKind, ratio};

/// The whole section.
pub fn section(writer: &Writer<'_>) -> Option<Body> {
    let returnees = &writer.edition().returnees;
    let figures: Vec<_> =
        writer.figures_of(SectionKind::Returnees).map(|figure| writer.figure_line(figure)).collect();
    let displaced = returnees.displaced.as_ref();
    let fighters: Vec<_> = returnees.fighters.iter().map(|stock| stock_flow(writer, stock)).collect();
    if figures.is_empty() && displaced.is_none() && fighters.is_empty() {
        return None;
    }
    Some(Body::Returnees(Returnees {
        figures,
        displaced: displaced.map(|displaced| table(writer, displaced)),
        trend: displaced.and_then(|displaced| trend(writer, displaced)),
        fighters_text: (!fighters.is_empty()).then(|| writer.words.text("intro.fighters")).flatten(),
        fighters,
    }))
}

/// Returned individuals of a row; nothing where the row has none.
fn returned(row: &model::Row) -> Option<Decimal> {
    row.returned.as_ref().map(|people| people.individuals.value.value())
}

fn table(writer: &Writer<'_>, displaced: &model::Displaced) -> Displaced {
    let words = writer.words;
    let mut ordered: Vec<&model::Row> = displaced.rows.iter().collect();
    ordered.sort_by_key(|row| std::cmp::Reverse(returned(row)));
    let largest = ordered.iter().filter_map(|row| returned(row)).max().unwrap_or_default();
    let rows = ordered.iter().map(|row| PlaceRow {
        place: words.name_of(&row.place),
        households: row
            .returned
            .as_ref()
            .and_then(|people| people.households.as_ref())
            .map(|number| writer.number(number.value)),
        returned: row.returned.as_ref().map(|people| writer.number(people.individuals.value)),
        change: row.returned.as_ref().and_then(|people| moved(writer, people)),
        displaced: row.displaced.as_ref().map(|people| writer.number(people.individuals.value)),
        ratio: ratio(returned(row).unwrap_or_default(), largest),
    });
    let as_of = words.date(&displaced.as_of.value, None, Form::Short);
    let caption = match displaced.round {
        Some(round) => {
            let round = words.locale.count(u64::from(round));
            words.label_with("charts.round_caption", &[("round", round), ("date", as_of)])
        }
        None => words.label_with("charts.as_of_caption", &[("date", as_of)]),
    };
    Displaced {
        caption,
        rows: rows.collect(),
        total: total(writer, displaced),
        maps: maps(writer, displaced),
        marks: writer.marks(&displaced.source),
    }
}

/// The sums of the rows. A column that any row leaves open has no sum, unless the data states one.
fn total(writer: &Writer<'_>, displaced: &model::Displaced) -> PlaceRow {
    let rows = &displaced.rows;
    let sum = |part: &dyn Fn(&model::Row) -> Option<Decimal>| -> Option<Decimal> {
        rows.iter().map(part).sum::<Option<Decimal>>()
    };
    let shown = |value: Option<Decimal>| value.map(|value| writer.number(Number::plain(value)));
    let people = |row: &model::Row| row.returned.clone();
    let households = sum(&|row| Some(people(row)?.households?.value.value()));
    let previous = sum(&|row| Some(people(row)?.previous?.value.value()));
    let stated = |total: fn(&model::Total) -> &Option<crate::yaml::Spanned<Number>>| {
        displaced.total.as_ref().and_then(|it| total(it).as_ref()).map(|it| it.value.value())
    };
    let now = stated(|total| &total.returned).or_else(|| sum(&returned));
    let still = stated(|total| &total.displaced)
        .or_else(|| sum(&|row| Some(row.displaced.as_ref()?.individuals.value.value())));
    PlaceRow {
        place: writer.words.label("words.total"),
        households: shown(households),
        returned: shown(now),
        change: now.zip(previous).and_then(|(now, before)| difference(writer, before, now)),
        displaced: shown(still),
        ratio: 0.0,
    }
}

fn moved(writer: &Writer<'_>, people: &People) -> Option<Change> {
    let before = people.previous.as_ref()?.value.value();
    difference(writer, before, people.individuals.value.value())
}

/// A signed difference, as short as a table cell needs it.
fn difference(writer: &Writer<'_>, before: Decimal, now: Decimal) -> Option<Change> {
    use crate::locale::Move;
    let moved = match now.cmp(&before) {
        std::cmp::Ordering::Greater => Move::Up,
        std::cmp::Ordering::Less => Move::Down,
        std::cmp::Ordering::Equal => Move::Same,
    };
    Some(Change {
        code: moved.code().into(),
        tone: super::compare::tone(moved, model::Good::Up).into(),
        text: writer.words.locale.signed(now - before),
    })
}

/// One tile grid for each country that has rows and tiles.
fn maps(writer: &Writer<'_>, displaced: &model::Displaced) -> Vec<TileMap> {
    let words = writer.words;
    let places = &words.edition.places;
    let mut countries: Vec<&str> =
        displaced.rows.iter().filter_map(|row| places.get(row.place.as_str())?.iso.as_deref()).collect();
    countries.sort_unstable();
    countries.dedup();
    let map = |country: &str| {
        let value = |id: &str| displaced.rows.iter().find(|row| row.place.as_str() == id).and_then(returned);
        let tiled: Vec<_> = places
            .iter()
            .filter(|(_, place)| place.iso.as_deref() == Some(country))
            .filter_map(|(id, place)| Some((id, place, place.tile?)))
            .collect();
        let largest = tiled.iter().filter_map(|(id, ..)| value(id)).max()?;
        let tiles: Vec<MapTile> = tiled
            .iter()
            .map(|(id, place, tile)| MapTile {
                name: words.localized(place.short.as_ref().unwrap_or(&place.name), id),
                column: tile.column,
                row: tile.row,
                value: value(id).map(|people| words.locale.thousands(people)),
                ratio: ratio(value(id).unwrap_or_default(), largest),
            })
            .collect();
        let name = words.name_of(country);
        let shown = tiles.iter().filter_map(|tile| Some((tile.name.clone(), tile.value.clone()?)));
        let label = words.label_with("charts.map", &[("n", name.clone())]);
        Some(TileMap {
            alt: writer.alt(&label, shown),
            name,
            columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(0),
            rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0),
            tiles,
            legend: words.label("charts.map_legend"),
        })
    };
    countries.into_iter().filter_map(map).collect()
}

/// Returned people over the rounds, this one last.
fn trend(writer: &Writer<'_>, displaced: &model::Displaced) -> Option<Trend> {
    let mut points: Vec<(model::Date, Number)> =
        displaced.history.iter().map(|round| (round.as_of.value, round.returned)).collect();
    points.push((displaced.as_of.value, Number::plain(displaced.sums().0)));
    series(writer, writer.words.label("charts.returned"), points, Counted::Bare)
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

fn stock_flow(writer: &Writer<'_>, stock: &model::Fighters) -> StockFlow {
    let words = writer.words;
    let split = stock.split.as_ref().map(|split| {
        let parts = [(split.women, "woman"), (split.children, "child")];
        let parts = parts
            .into_iter()
            .filter_map(|(number, unit)| Some(words.counted_number(number?, unit, Case::Nominative)));
        words.locale.list(parts.collect())
    });
    StockFlow {
        category: words.label(&format!("states.category.{}", stock.category.code())),
        of: words.name(&stock.of),
        opening: writer.number(stock.opening.value),
        inflow: writer.number(stock.inflow.value),
        outflow: writer.number(stock.outflow.value),
        closing: writer.number(stock.closing.value),
        split: split.filter(|split| !split.is_empty()),
        grade: stock.grade.as_ref().map(|grade| grade.value.clone()),
        marks: writer.marks(&stock.source),
    }
}
