//! The sections of a Brief as the template receives them: finished phrases and raw ratios.
//!
//! The other side of this seam is `templates/lib.typ`; a field that changes here changes there.

use serde::Serialize;

use crate::locale::Phrase;

/// A source mark beside a figure: the number of an entry in the source list.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// 1-based position in the source list; the target of the link `source-<number>`.
    pub number: usize,
    /// The number in the digits of the edition.
    pub text: Phrase,
}

/// A state from a closed list, with its word: status, trend, stage, outcome.
#[derive(Debug, Clone, Serialize)]
pub struct State {
    /// The stable code, such as `on_track`; the template picks shape and colour by it.
    pub code: String,
    /// The word in the language of the Brief.
    pub label: Phrase,
}

/// How a figure moved since the previous edition.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// `up`, `down`, `same`, `restated`, `not_comparable` or `first`.
    pub code: String,
    /// `good`, `bad` or `neutral`: the meaning of the move, not its direction.
    pub tone: String,
    /// What to print: the size of the change and the value before, or why there is none.
    pub text: Phrase,
}

/// A label with its value: masthead facts, contact lines, attendance.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: Phrase,
    /// The value.
    pub value: Phrase,
}

/// One section: its heading and its content by kind.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a Brief has a score of sections, and each is written once")]
pub enum Body {
    /// One sentence.
    BottomLine(Phrase),
    /// Bullets.
    Highlights(Vec<Phrase>),
    /// The strip of tiles.
    KeyFigures(Vec<Tile>),
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

/// A paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct Paragraph {
    /// Its number, where paragraphs are numbered.
    pub number: Option<Phrase>,
    /// A run-in heading.
    pub lead: Option<Phrase>,
    /// The text.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A key-figure tile.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// Figure id.
    pub id: String,
    /// The number with its scale and sign, short: `>7.7 million`, `95%`.
    pub number: Phrase,
    /// What is counted.
    pub label: Phrase,
    /// The denominator or scope.
    pub scope: Option<Phrase>,
    /// As of.
    pub as_of: Option<Phrase>,
    /// Movement since the previous edition.
    pub change: Option<Change>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The threats with the matrix that places them.
#[derive(Debug, Clone, Serialize)]
pub struct Threats {
    /// In order of severity, then likelihood.
    pub rows: Vec<Threat>,
    /// Severity × likelihood; `None` when no threat has both.
    pub matrix: Option<Matrix>,
    /// Figures that belong to the threats as a whole.
    pub figures: Vec<FigureLine>,
}

/// One threat.
#[derive(Debug, Clone, Serialize)]
pub struct Threat {
    /// Id.
    pub id: String,
    /// Its number in the list, printed in the matrix.
    pub number: Phrase,
    /// Name.
    pub name: Phrase,
    /// Places, joined.
    pub places: Option<Phrase>,
    /// Actors, joined.
    pub actors: Option<Phrase>,
    /// 1 to 5; `None` when not assessed.
    pub severity: Option<u8>,
    /// The word and digit for the severity.
    pub severity_label: Option<Phrase>,
    /// new, rising, stable, falling, falling_sharply, stopped, ended.
    pub trend: Option<State>,
    /// ICD 203 band; `code` is the band's key, most likely last.
    pub likelihood: Option<State>,
    /// Over what time.
    pub horizon: Option<Phrase>,
    /// low, moderate, high; never in one sentence with the likelihood.
    pub confidence: Option<State>,
    /// What is said of it.
    pub text: Option<Phrase>,
    /// Figures that indicate it.
    pub indicators: Vec<FigureLine>,
    /// Portion marking, where the threat has one.
    pub marking: Option<String>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The severity × likelihood grid.
#[derive(Debug, Clone, Serialize)]
pub struct Matrix {
    /// Severity labels from 1 to 5.
    pub severities: Vec<Phrase>,
    /// The seven likelihood labels, least likely first.
    pub likelihoods: Vec<Phrase>,
    /// Threat numbers with their cell: severity 1-5, likelihood 1-7.
    pub cells: Vec<Cell>,
    /// The alternative text.
    pub alt: String,
}

/// One threat in the matrix.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    /// The threat's number.
    pub number: Phrase,
    /// 1 to 5.
    pub severity: u8,
    /// 1 to 7.
    pub likelihood: u8,
}

/// A labelled figure inside a section.
#[derive(Debug, Clone, Serialize)]
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

/// A line of effort.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Phrase,
    /// Who leads, joined.
    pub leads: Option<Phrase>,
    /// on_track, at_risk, off_track, done.
    pub status: Option<State>,
    /// What is said of it.
    pub text: Option<Phrase>,
    /// Its figures.
    pub figures: Vec<FigureLine>,
    /// Its projects by status.
    pub projects: Option<Stack>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A whole divided into parts: a stacked bar with its table.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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

/// Funding.
#[derive(Debug, Clone, Serialize)]
pub struct Funding {
    /// Requirements with what meets them.
    pub appeals: Vec<Appeal>,
    /// Contributions, one row each.
    pub contributions: Vec<Contribution>,
    /// The sum of the contributions in US dollars by stage, where it can be formed honestly.
    pub totals: Vec<Fact>,
    /// Notes under the table: what is left out of the totals and why.
    pub notes: Vec<Phrase>,
    /// The adversary's money, in a box of its own.
    pub adversary: Vec<FigureLine>,
    /// What is said of the adversary's money.
    pub adversary_text: Option<Phrase>,
}

/// A requirement = paid + committed + pledged + gap.
#[derive(Debug, Clone, Serialize)]
pub struct Appeal {
    /// Name.
    pub name: Phrase,
    /// For what time.
    pub period: Option<Phrase>,
    /// The bar; its total is the requirement.
    pub bar: Stack,
    /// Percent received (paid and committed).
    pub funded: Phrase,
    /// What is missing.
    pub gap: Phrase,
}

/// One contribution.
#[derive(Debug, Clone, Serialize)]
pub struct Contribution {
    /// Id.
    pub id: String,
    /// Who gives.
    pub donor: Phrase,
    /// For what.
    pub purpose: Option<Phrase>,
    /// paid, committed, pledged, raised, contributed, urged.
    pub stage: State,
    /// The amount, short, in its currency.
    pub amount: Phrase,
    /// The amount in the donor's currency, with the rate.
    pub original: Option<Phrase>,
    /// When, or over what time.
    pub date: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// Returnees.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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

/// A country as a grid of equal tiles: no boundaries are drawn.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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

/// A series over time.
#[derive(Debug, Clone, Serialize)]
pub struct Trend {
    /// What is counted.
    pub label: Phrase,
    /// In order of time.
    pub points: Vec<TrendPoint>,
    /// The alternative text, with every value.
    pub alt: String,
}

/// One point of a [`Trend`].
#[derive(Debug, Clone, Serialize)]
pub struct TrendPoint {
    /// When.
    pub label: Phrase,
    /// The value, short.
    pub value: Phrase,
    /// 0 to 1 of the largest.
    pub ratio: f64,
    /// Position on the time axis, 0 first to 1 last.
    pub at: f64,
}

/// A stock with its flow.
#[derive(Debug, Clone, Serialize)]
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

/// Partners.
#[derive(Debug, Clone, Serialize)]
pub struct Partners {
    /// Total, states, organizations as phrases.
    pub facts: Vec<Fact>,
    /// Members over time.
    pub trend: Option<Trend>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A meeting.
#[derive(Debug, Clone, Serialize)]
pub struct Meeting {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Phrase,
    /// Level, host, place, date, attendance, observers.
    pub facts: Vec<Fact>,
    /// Purpose and course.
    pub text: Option<Phrase>,
    /// Agenda.
    pub agenda: Vec<AgendaItem>,
    /// Decisions.
    pub decisions: Vec<Phrase>,
    /// Quotes.
    pub quotes: Vec<Quote>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One item of an agenda.
#[derive(Debug, Clone, Serialize)]
pub struct AgendaItem {
    /// Its number.
    pub number: Phrase,
    /// What.
    pub text: Phrase,
    /// agreed, open, deferred, noted.
    pub outcome: Option<State>,
}

/// Somebody's words.
#[derive(Debug, Clone, Serialize)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: Phrase,
    /// Opening and closing mark.
    pub marks_pair: [String; 2],
    /// Who said it.
    pub by: Phrase,
    /// "Translated from ..." where it is.
    pub note: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The commitments tracker.
#[derive(Debug, Clone, Serialize)]
pub struct Commitments {
    /// Count by status.
    pub summary: Vec<StackPart>,
    /// The alternative text of the summary bar.
    pub alt: String,
    /// Groups by line of effort or theme, in order; one group without a name if there are no lines.
    pub groups: Vec<CommitmentGroup>,
}

/// Commitments under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct CommitmentGroup {
    /// Theme.
    pub name: Option<Phrase>,
    /// Rows.
    pub rows: Vec<Commitment>,
}

/// One commitment.
#[derive(Debug, Clone, Serialize)]
pub struct Commitment {
    /// Id.
    pub id: String,
    /// Its number, the same in every language.
    pub number: Phrase,
    /// Who.
    pub owner: Phrase,
    /// What.
    pub what: Phrase,
    /// By when.
    pub due: Option<Phrase>,
    /// new, on_track, delayed, done, dropped, superseded.
    pub status: State,
    /// Status in the previous edition, where it differs.
    pub was: Option<State>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// One event.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub date: Phrase,
    /// Where.
    pub place: Option<Phrase>,
    /// What happened.
    pub text: Phrase,
    /// 1 to 3: how much it weighs on the page.
    pub weight: u8,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A thanks, tribute or agreement.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// thanks, tribute, welcome, agree, condemn, reaffirm, assess, conclude.
    pub kind: State,
    /// By whom, to whom.
    pub by: Option<Phrase>,
    /// The text.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// What comes next.
#[derive(Debug, Clone, Serialize)]
pub struct NextSteps {
    /// Steps with their dates.
    pub steps: Vec<Step>,
    /// "The next issue appears on or about ..."
    pub next_issue: Option<Phrase>,
}

/// One step.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// When, where it is known.
    pub date: Option<Phrase>,
    /// What.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A correction or restatement.
#[derive(Debug, Clone, Serialize)]
pub struct Correction {
    /// Which figure.
    pub label: Phrase,
    /// The value before.
    pub from: Phrase,
    /// The value now.
    pub to: Phrase,
    /// Why.
    pub reason: Phrase,
    /// When and in which version or against which edition.
    pub when: Phrase,
}

/// One row of the register of figures.
#[derive(Debug, Clone, Serialize)]
pub struct Register {
    /// Figure id, printed for reference.
    pub id: String,
    /// What is counted.
    pub label: Phrase,
    /// Where.
    pub place: Option<Phrase>,
    /// The whole phrase.
    pub value: Phrase,
    /// As of, or the period.
    pub as_of: Option<Phrase>,
    /// Who says so.
    pub said_by: Option<Phrase>,
    /// Status and confidence.
    pub standing: Option<Phrase>,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// A document referred to.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Id.
    pub id: String,
    /// Its citation.
    pub text: Phrase,
}

/// An entry of the source list.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// 1-based number.
    pub number: usize,
    /// The number in the digits of the edition.
    pub label: Phrase,
    /// Organization or author.
    pub by: Option<Phrase>,
    /// Title.
    pub title: Phrase,
    /// Date.
    pub date: Option<Phrase>,
    /// Language, access.
    pub notes: Option<Phrase>,
    /// Admiralty grade, Latin in every language.
    pub grade: Option<String>,
    /// Address.
    pub url: Option<Phrase>,
}

/// A contact.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// Role.
    pub role: Phrase,
    /// E-mail, handle, phone.
    pub lines: Vec<Phrase>,
}
