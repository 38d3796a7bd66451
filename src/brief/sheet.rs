//! What the sheets of the desk share with the brief of their edition: whose they are, and what every page carries.

use serde::Serialize;

use super::{Brief, Document, Fact, Marking};
use crate::locale::{Direction, Phrase};
use crate::text::Wording;

/// A sheet as its template sees it, without the texts.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// Edition id.
    pub edition: String,
    /// The language of the sheet's own words.
    pub lang: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// What the PDF says about itself.
    pub document: Document,
    /// Bands at the top and bottom of every page: those of the brief.
    pub marking: Marking,
    /// The head of the first page.
    pub masthead: SheetHead,
    /// The template's own words by key.
    pub labels: serde_json::Map<String, serde_json::Value>,
}

/// The head of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct SheetHead {
    /// Name of the series.
    pub series: Phrase,
    /// What kind of sheet it is.
    pub kind: Phrase,
    /// Title of the edition.
    pub title: Phrase,
    /// Who publishes.
    pub publisher: Phrase,
    /// Edition, languages, files, in order.
    pub facts: Vec<Fact>,
    /// For the head of every further page.
    pub running: Phrase,
}

impl Sheet {
    /// The sheet of a kind (a key of the labels under `desk`) for a brief.
    pub fn new(words: &Wording<'_>, brief: &Brief, kind: &str, facts: Vec<Fact>) -> Self {
        let kind = words.label(&format!("desk.{kind}"));
        let title = words.required("title");
        let document = Document {
            title: format!("{}: {}", kind.plain(), brief.document.title),
            description: kind.plain(),
            ..brief.document.clone()
        };
        Self {
            edition: brief.edition.clone(),
            lang: brief.lang.clone(),
            dir: direction(words),
            document,
            marking: brief.marking.clone(),
            masthead: SheetHead {
                series: brief.masthead.series.clone(),
                running: kind.clone().then_text(" · ").then(title.clone()),
                kind,
                title,
                publisher: brief.masthead.publisher.clone(),
                facts,
            },
            labels: brief.labels.clone(),
        }
    }
}

/// `rtl` or `ltr`.
pub fn direction(words: &Wording<'_>) -> &'static str {
    match words.locale.direction() {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    }
}
