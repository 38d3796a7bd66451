//! The figures, with all that makes each a claim; the adversary's money; corrections and restatements.

use super::cell::Cell;
use super::context::{
    Context, as_of, code, code_of, codes, count, from, name_id, name_ids, number, to, words,
};
use super::sheet::{Field, Table, field};
use crate::locale::{Case, Form};
use crate::model::{Figure, Number, Target};

impl<'a> Context<'a> {
    /// Every figure.
    pub fn figures(&self) -> Table {
        self.table("figures", &self.edition().figures, self.figure_fields())
    }

    /// Figures on the adversary's money, which stand in no total.
    pub fn adversary(&self) -> Table {
        let money = self.edition().funding.adversary.iter();
        let figures = money.filter_map(|money| self.words.index.figure(&money.figure));
        self.table("adversary", figures, self.figure_fields())
    }

    fn figure_fields(&self) -> Vec<Field<'_, &'a Figure>> {
        let tiles = &self.edition().head.key_figures;
        vec![
            field("id", "", "#meta+id", |it: &&'a Figure| code(&it.id)),
            field("metric", "", "#indicator+code", |it: &&'a Figure| code(&it.metric)),
            field("label", "columns.figure", "#indicator+name+i", |it: &&'a Figure| {
                Cell::words(&self.words.figure_label(it))
            }),
            field("qualifier", "", "#indicator+qualifier", |it: &&'a Figure| Cell::text(it.q.code())),
            field("value", "columns.value", "#indicator+value+num", |it: &&'a Figure| {
                number(it.value.as_ref())
            }),
            field("min", "", "#indicator+value+min+num", |it: &&'a Figure| number(it.min.as_ref())),
            field("max", "", "#indicator+value+max+num", |it: &&'a Figure| number(it.max.as_ref())),
            field("magnitude", "", "#indicator+magnitude+num", |it: &&'a Figure| {
                it.magnitude.as_ref().map(|it| count(u32::from(it.value))).unwrap_or_default()
            }),
            field("than", "", "#indicator+than+code", |it: &&'a Figure| code_of(it.than.as_ref())),
            field("unit", "", "#indicator+unit", |it: &&'a Figure| {
                let metric = self.edition().metrics.get(it.metric.as_str());
                code_of(it.unit.as_ref().or(metric.map(|metric| &metric.unit)))
            }),
            field("currency", "", "#currency+code", |it: &&'a Figure| code_of(it.currency.as_ref())),
            field("per", "", "#indicator+per", |it: &&'a Figure| {
                it.per.map(|per| Cell::text(per.code())).unwrap_or_default()
            }),
            field("words", "", "#indicator+value+i", |it: &&'a Figure| {
                Cell::words(&self.words.figure(it, Case::Nominative, Form::Prose))
            }),
            field("as_of", "columns.as_of", "#date+as_of", |it: &&'a Figure| {
                as_of(it.as_of.as_ref().map(|it| &it.value))
            }),
            field("period_from", "", "#date+start", |it: &&'a Figure| {
                from(it.period.as_ref().map(|it| &it.value))
            }),
            field("period_to", "", "#date+end", |it: &&'a Figure| to(it.period.as_ref().map(|it| &it.value))),
            field("date_words", "", "#date+i", |it: &&'a Figure| {
                words(self.words.figure_date(it, Form::Short))
            }),
            field("place", "", "#loc+code", |it: &&'a Figure| name_ids(&it.place)),
            field("place_words", "columns.place", "#loc+name+i", |it: &&'a Figure| self.names(&it.place)),
            field("key_figure", "", "#meta+rank", |it: &&'a Figure| {
                let at = tiles.iter().position(|id| id.value == it.id.value);
                at.map(|at| count(at as u64 + 1)).unwrap_or_default()
            }),
            field("change", "", "#indicator+change", |it: &&'a Figure| {
                self.changes.get(it.id.as_str()).map(|it| Cell::text(it.code.clone())).unwrap_or_default()
            }),
            field("change_words", "columns.change", "#indicator+change+i", |it: &&'a Figure| {
                self.changes.get(it.id.as_str()).map(|it| Cell::words(&it.text)).unwrap_or_default()
            }),
            field("trend", "words.trend", "#indicator+trend", |it: &&'a Figure| {
                it.trend.map(|it| Cell::text(it.code())).unwrap_or_default()
            }),
            field("status", "columns.status", "#status+code", |it: &&'a Figure| {
                it.status.map(|it| Cell::text(it.code())).unwrap_or_default()
            }),
            field("confidence", "words.confidence", "#meta+confidence", |it: &&'a Figure| {
                it.confidence.map(|it| Cell::text(it.code())).unwrap_or_default()
            }),
            field("grade", "columns.grade", "#meta+grade", |it: &&'a Figure| code_of(it.grade.as_ref())),
            field("said_by", "", "#org+code", |it: &&'a Figure| name_id(it.said_by.as_ref())),
            field("said_by_words", "columns.said_by", "#org+name+i", |it: &&'a Figure| {
                self.name(it.said_by.as_ref())
            }),
            field("source", "", "#meta+source", |it: &&'a Figure| codes(&it.source)),
            field("note", "", "#description+i", |it: &&'a Figure| {
                self.localized(it.note.as_ref(), &it.id.value)
            }),
        ]
    }

    /// What was printed before and what holds now.
    pub fn corrections(&self) -> Table {
        /// A row: which figure, since when, before and now, why.
        struct Row<'r> {
            kind: &'static str,
            id: &'r str,
            edition: &'r str,
            version: Option<u32>,
            from: Number,
            to: Option<Number>,
            on: Option<String>,
            reason: &'r crate::model::Localized,
        }
        let edition = self.edition();
        let corrected = edition.corrections.iter().map(|it| Row {
            kind: "correction",
            id: it.figure.as_str(),
            edition: edition.head.id.as_str(),
            version: Some(it.version.value),
            from: it.from.value,
            to: Some(it.to.value),
            on: Some(it.on.to_string()),
            reason: &it.reason,
        });
        let restated = edition.figures.iter().filter_map(|figure| {
            let it = &figure.restates.as_ref()?.value;
            Some(Row {
                kind: "restatement",
                id: figure.id.as_str(),
                edition: it.edition.as_str(),
                version: None,
                from: it.value,
                to: figure.value.as_ref().map(|it| it.value),
                on: None,
                reason: &it.reason,
            })
        });
        let label = |id: &str| match self.words.index.get(id) {
            Some(Target::Figure(figure)) => Cell::words(&self.words.figure_label(figure)),
            Some(Target::Contribution(given)) => self.name(Some(&given.donor)),
            _ => Cell::Empty,
        };
        self.table(
            "corrections",
            corrected.chain(restated),
            vec![
                field("kind", "", "#meta+type", |it: &Row<'_>| Cell::text(it.kind)),
                field("figure", "", "#meta+id", |it: &Row<'_>| Cell::text(it.id)),
                field("label", "columns.figure", "#indicator+name+i", move |it: &Row<'_>| label(it.id)),
                field("before", "columns.before", "#indicator+value+before+num", |it: &Row<'_>| {
                    Cell::number(it.from)
                }),
                field("now", "columns.now", "#indicator+value+num", |it: &Row<'_>| {
                    it.to.map(Cell::number).unwrap_or_default()
                }),
                field("edition", "masthead.number", "#meta+edition", |it: &Row<'_>| Cell::text(it.edition)),
                field("version", "masthead.version", "#meta+version", |it: &Row<'_>| {
                    it.version.map(count).unwrap_or_default()
                }),
                field("date", "columns.date", "#date", |it: &Row<'_>| {
                    it.on.clone().map(Cell::text).unwrap_or_default()
                }),
                field("reason", "columns.reason", "#description+i", |it: &Row<'_>| {
                    self.localized(Some(it.reason), it.id)
                }),
            ],
        )
    }
}
