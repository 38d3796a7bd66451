//! Governorates as tiles: a map without boundaries.

use serde::{Deserialize, Serialize};

use super::returnees::returned;
use super::writer::Writer;
use crate::locale::Phrase;
use crate::model::{self, ratio};

/// A country as a grid of equal tiles: no boundaries are drawn.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TileMap {
    /// Country.
    pub name: Phrase,
    /// Number of columns and rows of the grid.
    pub columns: u8,
    /// Rows.
    pub rows: u8,
    /// The tiles; column 0 is the west in every language.
    pub tiles: Vec<MapTile>,
    /// What the shade means.
    pub legend: Phrase,
    /// The alternative text.
    pub alt: String,
}

/// One governorate.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct MapTile {
    /// Name, short.
    pub name: Phrase,
    /// Column from the west.
    pub column: u8,
    /// Row from the north.
    pub row: u8,
    /// The value, short; `None` where there is no data.
    pub value: Option<Phrase>,
    /// 0 to 1 for the shade.
    pub ratio: f64,
}

/// One tile grid for each country that has rows and tiles.
pub(super) fn maps(writer: &Writer<'_>, displaced: &model::Displaced) -> Vec<TileMap> {
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
