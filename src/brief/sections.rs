//! The list of sections as the template receives them, and the pieces that several of them share.
//!
//! The other side of this seam is `templates/lib.typ`; a field that changes here changes there.

use serde::{Deserialize, Serialize};

use super::{
    Commitments, Contact, Correction, Event, Funding, Line, Meeting, NextSteps, Paragraph, Partners,
    Reference, Register, Returnees, SinceLast, Source, Statement, Threats, Tile, Trend,
};
use crate::locale::Phrase;

/// A source mark beside a figure: the number of an entry in the source list.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Mark {
    /// 1-based position in the source list; the target of the link `source-<number>`.
    pub number: usize,
    /// The number in the digits of the edition.
    pub text: Phrase,
}

/// A state from a closed list, with its word: status, trend, stage, outcome.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct State {
    /// The stable code, such as `on_track`; the template picks shape and colour by it.
    pub code: String,
    /// The word in the language of the Brief.
    pub label: Phrase,
}

/// How a figure moved since the previous edition.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Change {
    /// `up`, `down`, `same`, `restated`, `not_comparable` or `first`.
    pub code: String,
    /// `good`, `bad` or `neutral`: the meaning of the move, not its direction.
    pub tone: String,
    /// What to print: the size of the change and the value before, or why there is none.
    pub text: Phrase,
}

/// A label with its value: masthead facts, contact lines, attendance.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: Phrase,
    /// The value.
    pub value: Phrase,
}

/// One section: its heading and its content by kind.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Section {
    /// Stable id, also the anchor of the heading.
    pub id: String,
    /// The heading; empty for sections that carry none (bottom line).
    pub title: Phrase,
    /// A paragraph under the heading.
    pub intro: Option<Phrase>,
    /// The content.
    #[serde(flatten)]
    pub body: Body,
}

/// The content of a section, tagged `kind` with its data under `body`.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a Brief has a score of sections, and each is written once")]
pub enum Body {
    /// One sentence.
    BottomLine(Phrase),
    /// Bullets.
    Highlights(Vec<Phrase>),
    /// The strip of tiles.
    KeyFigures(Vec<Tile>),
    /// What moved since the last edition.
    SinceLast(SinceLast),
    /// Running paragraphs, numbered the same in all languages where `number` is there.
    Situation(Vec<Paragraph>),
    /// Threats.
    Threats(Threats),
    /// Lines of effort.
    Progress(Vec<Line>),
    /// Money for and against.
    Funding(Funding),
    /// Displaced people and fighters.
    Returnees(Returnees),
    /// The coalition's members over time.
    Partners(Partners),
    /// Meetings.
    Meetings(Vec<Meeting>),
    /// The tracker.
    Commitments(Commitments),
    /// Events in order of time.
    Timeline(Vec<Event>),
    /// Thanks, tributes, agreements.
    Statements(Vec<Statement>),
    /// What comes next.
    NextSteps(NextSteps),
    /// What was wrong in earlier versions or editions.
    Corrections(Vec<Correction>),
    /// Every figure of the edition with its as-of, place, source and confidence.
    Figures(Vec<Register>),
    /// Trends over the editions of the series.
    Series(Vec<Trend>),
    /// How the figures were made; definitions.
    Method(Vec<Paragraph>),
    /// Resolutions and other documents named.
    References(Vec<Reference>),
    /// Where the facts come from.
    Sources(Vec<Source>),
    /// Standing reservations.
    Disclaimers(Vec<Phrase>),
    /// Whom to ask.
    Contacts(Vec<Contact>),
}

/// A labelled figure inside a section.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct FigureLine {
    /// Figure id.
    pub id: String,
    /// What is counted.
    pub label: Phrase,
    /// The whole phrase.
    pub value: Phrase,
    /// As of, or the period.
    pub as_of: Option<Phrase>,
    /// Movement since the previous edition.
    pub change: Option<Change>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A whole divided into parts: a stacked bar with its table.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Stack {
    /// The whole.
    pub total: Phrase,
    /// What the whole is.
    pub label: Phrase,
    /// The parts in order.
    pub parts: Vec<StackPart>,
    /// The alternative text, with every value.
    pub alt: String,
}

/// One part of a [`Stack`].
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct StackPart {
    /// The stable code (`paid`, `committed`, `pledged`, `gap`; a project status).
    pub code: String,
    /// Its word.
    pub label: Phrase,
    /// Its amount.
    pub value: Phrase,
    /// Its share of the whole, 0 to 1.
    pub ratio: f64,
    /// Its share in percent.
    pub share: Phrase,
}
