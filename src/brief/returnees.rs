//! People who came back: table, tile maps and trend of the displaced; fighters as stock and flow.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use super::tile_map::maps;
use super::trend::series;
use super::writer::Writer;
use super::{Body, Change, FigureLine, Mark, TileMap, Trend};
use crate::locale::{Case, Form, Phrase};
use crate::model::{self, Computed, Counted, Number, People, SectionKind, ratio};

/// Returnees.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Returnees {
    /// Figures that are not in a table.
    pub figures: Vec<FigureLine>,
    /// People by place.
    pub displaced: Option<Displaced>,
    /// Returned people over the rounds.
    pub trend: Option<Trend>,
    /// Fighters and their families: opening + in - out = closing.
    pub fighters: Vec<StockFlow>,
    /// What is said of the fighters.
    pub fighters_text: Option<Phrase>,
}

/// The displaced table and map.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Displaced {
    /// Round, as-of and source in a sentence.
    pub caption: Phrase,
    /// Rows in descending order of the returned.
    pub rows: Vec<PlaceRow>,
    /// The total.
    pub total: PlaceRow,
    /// Governorates as tiles, one grid a country.
    pub maps: Vec<TileMap>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One place, or the total.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PlaceRow {
    /// Name.
    pub place: Phrase,
    /// Households returned.
    pub households: Option<Phrase>,
    /// People returned.
    pub returned: Option<Phrase>,
    /// Change against the previous round.
    pub change: Option<Change>,
    /// People still displaced.
    pub displaced: Option<Phrase>,
    /// Returned as a share of the largest row, 0 to 1, for the bar in the row.
    pub ratio: f64,
}

/// A stock with its flow.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct StockFlow {
    /// Category: detained, prosecuted, repatriated.
    pub category: Phrase,
    /// Of whom.
    pub of: Phrase,
    /// At the start.
    pub opening: Phrase,
    /// Came in.
    pub inflow: Phrase,
    /// Went out.
    pub outflow: Phrase,
    /// At the end.
    pub closing: Phrase,
    /// Breakdown, joined.
    pub split: Option<Phrase>,
    /// Admiralty grade.
    pub grade: Option<String>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

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
pub(super) fn returned(row: &model::Row) -> Option<Decimal> {
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

/// Sums over the places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// Households returned.
    pub households: Option<Decimal>,
    /// People returned.
    pub returned: Option<Decimal>,
    /// People returned in the round before.
    pub previous: Option<Decimal>,
    /// People still displaced.
    pub displaced: Option<Decimal>,
}

/// The sums of the rows. A column that any row leaves open has no sum, unless the data states one.
pub(crate) fn totals(edition: &model::Edition, displaced: &model::Displaced) -> Totals {
    if edition.leaves_out(Computed::ReturneesTotal) {
        return Totals::default();
    }
    if let Some(it) = edition.released().and_then(|it| it.returnees_total) {
        let value = |number: Option<Number>| number.map(|number| number.value());
        return Totals {
            households: value(it.households),
            returned: value(it.returned),
            previous: value(it.previous),
            displaced: value(it.displaced),
        };
    }
    let rows = &displaced.rows;
    let sum = |part: &dyn Fn(&model::Row) -> Option<Decimal>| -> Option<Decimal> {
        rows.iter().map(part).sum::<Option<Decimal>>()
    };
    let people = |row: &model::Row| row.returned.clone();
    let stated = |total: fn(&model::Total) -> &Option<crate::yaml::Spanned<Number>>| {
        displaced.total.as_ref().and_then(|it| total(it).as_ref()).map(|it| it.value.value())
    };
    Totals {
        households: sum(&|row| Some(people(row)?.households?.value.value())),
        returned: stated(|total| &total.returned).or_else(|| sum(&returned)),
        previous: sum(&|row| Some(people(row)?.previous?.value.value())),
        displaced: stated(|total| &total.displaced)
            .or_else(|| sum(&|row| Some(row.displaced.as_ref()?.individuals.value.value()))),
    }
}

fn total(writer: &Writer<'_>, displaced: &model::Displaced) -> PlaceRow {
    let shown = |value: Option<Decimal>| value.map(|value| writer.number(Number::plain(value)));
    let totals = totals(writer.edition(), displaced);
    PlaceRow {
        place: writer.words.label("words.total"),
        households: shown(totals.households),
        returned: shown(totals.returned),
        change: totals
            .returned
            .zip(totals.previous)
            .and_then(|(now, before)| difference(writer, before, now)),
        displaced: shown(totals.displaced),
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

/// Returned people over the rounds, this one last.
fn trend(writer: &Writer<'_>, displaced: &model::Displaced) -> Option<Trend> {
    let mut points: Vec<(model::Date, Number)> =
        displaced.history.iter().map(|round| (round.as_of.value, round.returned)).collect();
    let now = writer.edition().people().and_then(|(returned, _)| returned);
    points.extend(now.map(|now| (displaced.as_of.value, now)));
    series(writer, writer.words.label("charts.returned"), points, Counted::Bare)
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
