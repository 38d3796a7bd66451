//! People who came back, by place, in all, over the rounds and on the map; fighters; partners.

use super::cell::Cell;
use super::context::{Context, code, code_of, codes, count, date, name_id, number};
use super::sheet::{Table, field};
use crate::brief::{over_time, totals};
use crate::model::{Date, Displaced, Fighters, Joined, Number, Place, Row, Tile};

impl<'a> Context<'a> {
    fn displaced(&self) -> Option<&'a Displaced> {
        self.edition().returnees.displaced.as_ref()
    }

    fn place(&self, id: &str) -> Option<&'a Place> {
        self.edition().places.get(id)
    }

    /// A row for each place, without a total.
    pub fn returnees(&self) -> Table {
        let displaced = self.displaced();
        let returned = |it: &&'a Row| it.returned.as_ref();
        self.table(
            "returnees",
            displaced.map(|it| it.rows.as_slice()).unwrap_or_default(),
            vec![
                field("place", "", "#adm1+code", |it: &&'a Row| code(&it.place)),
                field("place_words", "columns.place", "#adm1+name+i", |it: &&'a Row| {
                    Cell::words(&self.words.name_of(&it.place))
                }),
                field("country", "", "#country+code+v_iso3", |it: &&'a Row| {
                    self.place(&it.place).and_then(|it| it.iso.clone()).map(Cell::text).unwrap_or_default()
                }),
                field("as_of", "columns.as_of", "#date+as_of", move |_: &&'a Row| {
                    date(displaced.map(|it| &it.as_of))
                }),
                field("round", "", "#meta+round", move |_: &&'a Row| {
                    displaced.and_then(|it| it.round).map(count).unwrap_or_default()
                }),
                field("returned", "columns.returned", "#affected+returned+ind", move |it: &&'a Row| {
                    number(returned(it).map(|it| &it.individuals))
                }),
                field("returned_before", "", "#affected+returned+ind+previous", move |it: &&'a Row| {
                    number(returned(it).and_then(|it| it.previous.as_ref()))
                }),
                field(
                    "returned_change",
                    "columns.change",
                    "#affected+returned+ind+change",
                    move |it: &&'a Row| {
                        let pair = returned(it)
                            .and_then(|it| Some((it.individuals.value, it.previous.as_ref()?.value)));
                        pair.map(|(now, before)| Cell::Number((now.value() - before.value()).normalize()))
                            .unwrap_or_default()
                    },
                ),
                field("households", "columns.households", "#affected+returned+hh", move |it: &&'a Row| {
                    number(returned(it).and_then(|it| it.households.as_ref()))
                }),
                field("displaced", "columns.displaced", "#affected+idps+ind", |it: &&'a Row| {
                    number(it.displaced.as_ref().map(|it| &it.individuals))
                }),
                field("displaced_households", "", "#affected+idps+hh", |it: &&'a Row| {
                    number(it.displaced.as_ref().and_then(|it| it.households.as_ref()))
                }),
                field("source", "", "#meta+source", move |_: &&'a Row| {
                    displaced.map(|it| codes(&it.source)).unwrap_or_default()
                }),
            ],
        )
    }

    /// The sums of the places.
    pub fn returnees_total(&self) -> Table {
        let sums = self.displaced().map(|it| (it, totals(self.edition(), it)));
        let sums = sums.filter(|(_, sums)| *sums != Default::default());
        let cell = |sum: Option<rust_decimal::Decimal>| {
            sum.map(|sum| Cell::Number(sum.normalize())).unwrap_or_default()
        };
        type Sums<'s> = (&'s Displaced, crate::brief::Totals);
        self.table(
            "returnees_total",
            sums,
            vec![
                field("as_of", "columns.as_of", "#date+as_of", |(it, _): &Sums<'_>| date(Some(&it.as_of))),
                field("returned", "columns.returned", "#affected+returned+ind", move |(_, it): &Sums<'_>| {
                    cell(it.returned)
                }),
                field("returned_before", "", "#affected+returned+ind+previous", move |(_, it): &Sums<'_>| {
                    cell(it.previous)
                }),
                field(
                    "households",
                    "columns.households",
                    "#affected+returned+hh",
                    move |(_, it): &Sums<'_>| cell(it.households),
                ),
                field("displaced", "columns.displaced", "#affected+idps+ind", move |(_, it): &Sums<'_>| {
                    cell(it.displaced)
                }),
            ],
        )
    }

    /// Returned people over the rounds, this one last.
    pub fn returnees_series(&self) -> Table {
        let points = self.displaced().into_iter().flat_map(|it| {
            let now = self.edition().people().and_then(|(returned, _)| returned);
            let rounds = it.history.iter().map(|round| (round.as_of.value, round.returned));
            rounds.chain(now.map(|now| (it.as_of.value, now)))
        });
        let mut points: Vec<(Date, Number)> = points.collect();
        points.sort_by_key(|(date, _)| date.last());
        self.table(
            "returnees_series",
            points,
            vec![
                field("date", "columns.date", "#date+as_of", |(on, _): &(Date, Number)| {
                    Cell::text(on.to_string())
                }),
                field(
                    "returned",
                    "columns.returned",
                    "#affected+returned+ind",
                    |(_, it): &(Date, Number)| Cell::number(*it),
                ),
            ],
        )
    }

    /// The tiles of the maps, those without data among them.
    pub fn returnees_map(&self) -> Table {
        type Spot<'r> = (&'r str, &'r Place, Tile);
        let rows = self.displaced().map(|it| it.rows.as_slice()).unwrap_or_default();
        let value =
            |id: &str| rows.iter().find(|row| row.place.as_str() == id).and_then(|row| row.returned.as_ref());
        let drawn = |iso: &str| {
            let of = |row: &Row| self.place(row.place.as_str()).and_then(|it| it.iso.as_deref()) == Some(iso);
            rows.iter().any(|row| of(row) && row.returned.is_some())
        };
        let tiles = self.edition().places.iter().filter_map(|(id, place)| {
            let is_drawn = place.iso.as_deref().is_some_and(drawn);
            Some((id.as_str(), place, place.tile.filter(|_| is_drawn)?))
        });
        self.table(
            "returnees_map",
            tiles,
            vec![
                field("country", "", "#country+code+v_iso3", |(_, it, _): &Spot<'_>| {
                    it.iso.clone().map(Cell::text).unwrap_or_default()
                }),
                field("place", "", "#adm1+code", |(id, ..): &Spot<'_>| Cell::text(*id)),
                field("place_words", "columns.place", "#adm1+name+i", |(id, it, _): &Spot<'_>| {
                    self.localized(Some(it.short.as_ref().unwrap_or(&it.name)), id)
                }),
                field("column", "", "#meta+column", |(.., tile): &Spot<'_>| count(u32::from(tile.column))),
                field("row", "", "#meta+row", |(.., tile): &Spot<'_>| count(u32::from(tile.row))),
                field(
                    "returned",
                    "columns.returned",
                    "#affected+returned+ind",
                    move |(id, ..): &Spot<'_>| number(value(id).map(|it| &it.individuals)),
                ),
            ],
        )
    }

    /// Fighters and their families: opening + in - out = closing.
    pub fn fighters(&self) -> Table {
        let split = |of: fn(&crate::model::Split) -> Option<Number>| {
            move |it: &&'a Fighters| it.split.as_ref().and_then(of).map(Cell::number).unwrap_or_default()
        };
        self.table(
            "fighters",
            &self.edition().returnees.fighters,
            vec![
                field("id", "", "#meta+id", |it: &&'a Fighters| code(&it.id)),
                field("category", "", "#indicator+category+code", |it: &&'a Fighters| {
                    Cell::text(it.category.code())
                }),
                field("category_words", "columns.category", "#indicator+category+i", |it: &&'a Fighters| {
                    self.label("category", it.category.code())
                }),
                field("of", "", "#org+code", |it: &&'a Fighters| name_id(Some(&it.of))),
                field("of_words", "columns.of_whom", "#org+name+i", |it: &&'a Fighters| {
                    self.name(Some(&it.of))
                }),
                field("opening", "columns.opening", "#indicator+opening+num", |it: &&'a Fighters| {
                    number(Some(&it.opening))
                }),
                field("in", "columns.inflow", "#indicator+in+num", |it: &&'a Fighters| {
                    number(Some(&it.inflow))
                }),
                field("out", "columns.outflow", "#indicator+out+num", |it: &&'a Fighters| {
                    number(Some(&it.outflow))
                }),
                field("closing", "columns.closing", "#indicator+closing+num", |it: &&'a Fighters| {
                    number(Some(&it.closing))
                }),
                field("women", "", "#indicator+closing+f+num", split(|it| it.women)),
                field("children", "", "#indicator+closing+children+num", split(|it| it.children)),
                field("grade", "columns.grade", "#meta+grade", |it: &&'a Fighters| {
                    code_of(it.grade.as_ref())
                }),
                field("source", "", "#meta+source", |it: &&'a Fighters| codes(&it.source)),
            ],
        )
    }

    /// States and organizations.
    pub fn partners(&self) -> Table {
        let edition = self.edition();
        let parts = edition.partners.iter().flat_map(|it| {
            let total = self.words.index.figure(&it.figure).and_then(|figure| figure.value.as_ref());
            [("total", total), ("states", it.states.as_ref()), ("organizations", it.organizations.as_ref())]
        });
        type Part<'p> = (&'static str, &'p crate::yaml::Spanned<Number>);
        self.table(
            "partners",
            parts.filter_map(|(code, it)| Some((code, it?))),
            vec![
                field("part", "", "#indicator+code", |(part, _): &Part<'_>| Cell::text(*part)),
                field("part_words", "columns.figure", "#indicator+name+i", |(part, _): &Part<'_>| {
                    Cell::words(&self.words.label(&format!("partners.{part}")))
                }),
                field("value", "columns.value", "#indicator+value+num", |(_, it): &Part<'_>| {
                    number(Some(it))
                }),
            ],
        )
    }

    /// Members over time, from this edition and those before it.
    pub fn partners_series(&self) -> Table {
        let figure = self.edition().partners.as_ref().and_then(|it| self.words.index.figure(&it.figure));
        let points = figure.map(|it| over_time(self.edition(), self.history, it.metric.as_str()));
        let mut points = points.unwrap_or_default();
        points.sort_by_key(|(date, _)| date.last());
        points.dedup();
        self.table(
            "partners_series",
            points,
            vec![
                field("date", "columns.date", "#date+as_of", |(on, _): &(Date, Number)| {
                    Cell::text(on.to_string())
                }),
                field("value", "columns.value", "#indicator+value+num", |(_, it): &(Date, Number)| {
                    Cell::number(*it)
                }),
            ],
        )
    }

    /// Who joined.
    pub fn joined(&self) -> Table {
        self.table(
            "partners_joined",
            self.edition().partners.iter().flat_map(|it| &it.joined),
            vec![
                field("org", "", "#org+code", |it: &&'a Joined| name_id(it.org.as_ref())),
                field("org_words", "partners.joined", "#org+name+i", |it: &&'a Joined| {
                    self.name(it.org.as_ref())
                }),
                field("date", "columns.date", "#date", |it: &&'a Joined| date(Some(&it.on))),
            ],
        )
    }
}
