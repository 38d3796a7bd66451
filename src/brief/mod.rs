//! Edition + Locale + text -> [`Brief`]: finished phrases plus the few raw ratios a chart needs.
//!
//! The Brief is exactly what the template sees (`brief.json`). No number, date or plural is
//! formatted after it, and nothing in it depends on the look of the page.

mod build;
mod changes;
mod closing;
mod compare;
mod desk;
mod figures;
mod funding;
mod meetings;
mod opening;
mod partners;
mod progress;
mod promises;
mod pseudo;
mod returnees;
mod sections;
mod series;
mod sheet;
mod since_last;
mod threats;
mod tile_map;
mod trend;
mod writer;

use serde::{Deserialize, Serialize};

use crate::locale::Phrase;

pub use self::build::{masters, texts, write};
pub use self::changes::Changes;
pub use self::closing::{Contact, Reference, Source};
pub use self::desk::Desk;
pub use self::figures::{Correction, Register, Tile};
pub use self::funding::{Appeal, Contribution, Funding};
pub(crate) use self::funding::{COMMON, sum_by_stage};
pub use self::meetings::{AgendaItem, Meeting, Quote};
pub use self::opening::Paragraph;
pub use self::partners::Partners;
pub(crate) use self::partners::over_time;
pub use self::progress::Line;
pub(crate) use self::promises::count_by_status;
pub use self::promises::{Commitment, CommitmentGroup, Commitments, Event, NextSteps, Statement, Step};
pub use self::pseudo::Pseudo;
pub use self::returnees::{Displaced, PlaceRow, Returnees, StockFlow};
pub(crate) use self::returnees::{Totals, totals};
pub use self::sections::{Body, Change, Fact, FigureLine, Mark, Section, Stack, StackPart, State};
pub use self::sheet::{Sheet, SheetHead, direction};
pub use self::since_last::SinceLast;
pub use self::threats::{Cell, Matrix, Threat, Threats};
pub use self::tile_map::{MapTile, TileMap};
pub use self::trend::{Trend, TrendPoint};

/// One edition in one language, ready to be placed.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Brief {
    /// Version of this format.
    pub schema: u32,
    /// Edition id, the same in every language.
    pub edition: String,
    /// flash, weekly, monthly, quarterly, meeting, roadmap.
    pub kind: String,
    /// BCP 47 language.
    pub lang: String,
    /// `rtl` or `ltr`.
    pub dir: String,
    /// `rtl` or `ltr`: the direction in which time runs in charts.
    pub time_axis: String,
    /// What the PDF says about itself.
    pub document: Document,
    /// Bands at the top and bottom of every page.
    pub marking: Marking,
    /// The head of the first page.
    pub masthead: Masthead,
    /// What the reader must know about the texts, where any is a draft or out of date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk: Option<Desk>,
    /// The template's own words by key, in the language of the Brief.
    pub labels: serde_json::Map<String, serde_json::Value>,
    /// The sections in order; empty ones are not there.
    pub sections: Vec<Section>,
}

impl Brief {
    /// The file that the templates read. The same Brief gives the same bytes.
    pub fn to_json(&self) -> String {
        // Strings, numbers and lists only: there is nothing in a Brief that JSON cannot hold.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Metadata of the PDF.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Document {
    /// Title, plain text.
    pub title: String,
    /// Publisher and authors.
    pub authors: Vec<String>,
    /// One sentence.
    pub description: String,
    /// Keywords.
    pub keywords: Vec<String>,
}

/// Marking, embargo and notice.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Marking {
    /// `TLP:GREEN` or a custom band; never translated.
    pub label: Option<String>,
    /// `red`, `amber`, `green`, `clear`, `custom`: picks the band's colours.
    pub tone: String,
    /// Caveats under the label.
    pub caveats: Vec<Phrase>,
    /// "Embargoed until ..."
    pub embargo: Option<Phrase>,
    /// A notice for every page, such as "All figures are invented".
    pub notice: Option<Phrase>,
}

/// The masthead.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Masthead {
    /// Name of the series.
    pub series: Phrase,
    /// Kind of brief in words.
    pub kind: Phrase,
    /// Title of this edition.
    pub title: Phrase,
    /// Subtitle.
    pub subtitle: Option<Phrase>,
    /// Who publishes.
    pub publisher: Phrase,
    /// Path of the logo inside the project, where there is one.
    pub logo: Option<String>,
    /// Number, period, cut-off, issue date, languages, version, in order.
    pub facts: Vec<Fact>,
    /// Short title and number for the running header.
    pub running: Phrase,
}
