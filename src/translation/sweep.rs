//! The counted messages of one language, each in the numbers that its language treats differently.
//!
//! Which numbers those are, and what a message says with them, is [`text::sweep`](crate::text::sweep). Here each
//! placeholder becomes a table with its place in the file, for a terminal, as JSON and for the template.

use serde::Serialize;

use super::sheet::{self, Sheet};
use crate::brief::{Brief, Fact};
use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::locale::{Case, Form, Phrase};
use crate::model::{Counted, Qualifier, Quantity};
use crate::text::{Swept, Wording, countable, sweep, today};

/// One edition in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Sweep {
    /// Edition id.
    pub edition: String,
    /// The language.
    pub lang: String,
    /// In the order of the page.
    pub tables: Vec<Table>,
}

/// One placeholder of one message.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// The key of the message, list items as `highlights[2]`.
    pub key: String,
    /// The file.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// What the placeholder points at.
    pub figure: String,
    /// Whether the message has forms, and this chooses among them.
    pub chooses: bool,
    /// First as it is today, then with every number of the sweep.
    pub rows: Vec<Row>,
}

/// The message with one number.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The number as it is typed in data: `7.7M`; of a figure that is not exact, the qualifier before it.
    pub number: String,
    /// The number as the language writes it when it stands alone.
    pub shown: Phrase,
    /// CLDR category; `None` for a quantity without a number.
    pub category: Option<&'static str>,
    /// The form that was taken, where the message has forms.
    pub form: Option<&'static str>,
    /// Whether this is what the edition says today.
    pub today: bool,
    /// The message.
    pub text: Phrase,
}

/// What the template of the sweep reads.
#[derive(Debug, Clone, Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    sheet: Sheet,
    groups: Vec<Group<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct Group<'a> {
    title: Phrase,
    tables: Vec<PrintedTable<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct PrintedTable<'a> {
    #[serde(flatten)]
    table: &'a Table,
    place: String,
}

impl Sweep {
    /// Sweeps every counted message of a language; `None` if the dossier has not the language.
    pub fn of(dossier: &Dossier, lang: &str, sources: &Sources) -> Option<Self> {
        sheet::with_words(dossier, lang, |words, language| {
            let all = language.texts.all().map(|(key, _)| key).collect();
            let mut tables = Vec::new();
            for key in sheet::in_page_order(&dossier.edition, all) {
                let Some(message) = language.texts.find(&key) else { continue };
                for path in countable(words, message) {
                    let now = today(words, message, path).map(|row| (row, true));
                    let others = sweep(words, message, path).into_iter().map(|row| (row, false));
                    let rows = now.into_iter().chain(others);
                    let span = message.span;
                    tables.push(Table {
                        key: key.clone(),
                        file: sources.name(span.file).to_owned(),
                        line: sources.position(span.file, span.start).0,
                        figure: path.to_owned(),
                        chooses: message.plural.as_ref().is_some_and(|plural| plural.by.path == path),
                        rows: rows.map(|(row, today)| Row::of(words, row, today)).collect(),
                    });
                }
            }
            Self { edition: dossier.edition.head.id.value.clone(), lang: lang.to_owned(), tables }
        })
    }

    /// What the template reads, as JSON; `brief` is that of the same edition and language.
    pub fn to_json(&self, dossier: &Dossier, brief: &Brief) -> String {
        let folder = format!("data/editions/{}/", self.edition);
        let printed = sheet::with_words(dossier, &self.lang, |words, _| {
            let fact = |label: &str, value| Fact { label: words.label(&format!("desk.{label}")), value };
            let facts = vec![
                fact("edition", sheet::code(&self.edition)),
                fact("language", sheet::language_name(words, &self.lang)),
                fact("tables", words.locale.count(self.tables.len() as u64)),
            ];
            let tables = self.tables.iter().map(|table| {
                let file = table.file.strip_prefix(&folder).unwrap_or(&table.file);
                PrintedTable { table, place: format!("{file}:{}", table.line) }
            });
            let groups = sheet::by_section(tables.collect(), |it| &it.table.key).into_iter();
            let groups = groups.map(|(label, tables)| Group { title: words.label(&label), tables });
            Printed { sheet: Sheet::new(words, brief, "sweep", facts), groups: groups.collect() }
        });
        serde_json::to_string_pretty(&printed).unwrap_or_default()
    }
}

impl Row {
    fn of(words: &Wording<'_>, row: Swept, today: bool) -> Self {
        let shown = match &row.quantity {
            Quantity::One(Qualifier::Exact, number) => words.locale.number(number),
            Quantity::One(..) | Quantity::Range(..) => {
                words.locale.number_only(&row.quantity, Counted::Bare, Case::Nominative, Form::Short)
            }
            _ => Phrase::default(),
        };
        let number = match &row.quantity {
            Quantity::One(Qualifier::Exact, number) => number.to_string(),
            Quantity::One(qualifier, number) => format!("{} {number}", typed(*qualifier)),
            Quantity::Range(low, high) => format!("{low}-{high}"),
            other => typed(other.qualifier()),
        };
        Self { number, shown, category: row.category, form: row.form, today, text: row.phrase }
    }
}

/// A qualifier as it is typed: `at_least`.
fn typed(qualifier: Qualifier) -> String {
    serde_json::to_value(qualifier).ok().and_then(|it| Some(it.as_str()?.to_owned())).unwrap_or_default()
}
