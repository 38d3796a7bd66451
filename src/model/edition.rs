//! The root of the merged tree, and the head of an edition.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Address, Audience, Commitment, Correction, Date, Event, Figure, Funding, Line, Localized, Meeting,
    Metric, Moment, NextStep, Org, Partners, Period, Place, Projection, Reference, Returnees, RuleLevel,
    Source, SpannedName, Statement, Style, Term, TextLayer, Threat, Unit,
};
use crate::yaml::{Refused, Spanned};

/// Everything that one edition says, with the shared data it stands on.
///
/// Labels and texts are not here: they belong to a language and are read by `text`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Version of the data format; 1.
    pub mujaz: Spanned<u32>,
    /// What all editions of this house share.
    pub house: House,
    /// How grave the findings of a rule are, by code (`AR16: ignore`).
    #[serde(default)]
    pub checks: BTreeMap<String, Spanned<RuleLevel>>,
    /// Style by language.
    #[serde(default)]
    pub style: BTreeMap<String, Style>,
    /// Counted nouns by id.
    #[serde(default)]
    pub units: BTreeMap<String, Unit>,
    /// Metrics by id.
    #[serde(default)]
    pub metrics: BTreeMap<String, Metric>,
    /// Terms with the forms to use and to avoid.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// Places by id (P-code or ISO 3166-1 alpha-3).
    #[serde(default)]
    pub places: BTreeMap<String, Place>,
    /// Organizations, states and people by id.
    #[serde(default)]
    pub orgs: BTreeMap<String, Org>,
    /// The head: what the edition is, for whom, in which languages, when.
    #[serde(rename = "edition")]
    pub head: Head,
    /// The figures: one typed number each, with all that makes it a claim.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// The threats, with severity and likelihood.
    #[serde(default)]
    pub threats: Vec<Threat>,
    /// The lines of effort, with status and projects.
    #[serde(default)]
    pub progress: Vec<Line>,
    /// Requirements and contributions; totals and gaps are derived.
    #[serde(default)]
    pub funding: Funding,
    /// People who came back: the displaced, by place, and fighters.
    #[serde(default)]
    pub returnees: Returnees,
    /// The members: states, organizations, who joined.
    #[serde(default)]
    pub partners: Option<Partners>,
    /// The meetings, with agenda, outcome and quotes.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// What was promised, by whom, by when.
    #[serde(default)]
    pub commitments: Vec<Commitment>,
    /// The events of the timeline.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What was said: thanks, condemnations, conclusions.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// What comes next.
    #[serde(default)]
    pub next_steps: Vec<NextStep>,
    /// Documents that texts refer to, such as resolutions.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// What an earlier version printed wrongly.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// Where the facts come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What the edition is without, where it is for one audience; the program writes it.
    #[serde(default)]
    pub projection: Option<Projection>,
    /// What was left out in reading; the rules do not complain of its absence.
    #[serde(skip)]
    pub refused: Refused,
    /// What still is as an earlier edition had it (`carried`).
    #[serde(skip)]
    pub carried: Carried,
}

/// What of an edition was taken over from an earlier one and not brought up to date yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// The ids of figures.
    pub figures: BTreeSet<String>,
    /// How many entries of other sections.
    pub others: usize,
}

/// What all editions of a house share.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// The name of the series.
    pub series: Localized,
    /// The order of sections by kind of edition.
    pub sections: BTreeMap<Kind, Vec<Spanned<SectionKind>>>,
    /// Standing reservations by id; editions choose among them.
    #[serde(default)]
    pub disclaimers: BTreeMap<String, Localized>,
    /// What the text of the PDFs is made for.
    #[serde(default)]
    pub text_layer: TextLayer,
    /// How many periods (weeks, months, quarters; editions of the other kinds) a figure holds; 0: for ever.
    #[serde(default = "four_periods")]
    pub stale_periods: u8,
    /// Labels of the house's own for `marking`, least restricted first; those of TLP 2.0 are known.
    #[serde(default)]
    pub markings: Vec<String>,
    /// Who sees what: editions are built for each audience with `--audience`.
    #[serde(default)]
    pub audiences: BTreeMap<String, Audience>,
}

fn four_periods() -> u8 {
    4
}

/// What kind of brief it is; decides which sections it has and in what order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One to three pages on one matter.
    Flash,
    /// A week.
    Weekly,
    /// A month.
    Monthly,
    /// A quarter.
    Quarterly,
    /// A meeting and what it decided.
    Meeting,
    /// Commitments by theme with a horizon.
    Roadmap,
}

impl Kind {
    /// The word in the data and in the Brief.
    pub fn code(self) -> &'static str {
        match self {
            Self::Flash => "flash",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::Meeting => "meeting",
            Self::Roadmap => "roadmap",
        }
    }
}

/// Declares the sections with the word that stands for each in the data, labels and templates.
macro_rules! section_kinds {
    ($($(#[$doc:meta])* $name:ident $word:literal),* $(,)?) => {
        /// A section of a brief.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
        pub enum SectionKind { $($(#[$doc])* #[serde(rename = $word)] $name),* }

        impl SectionKind {
            /// The word in the data, the labels and the templates.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

section_kinds! {
    /// One sentence.
    BottomLine "bottom_line",
    /// Bullets.
    Highlights "highlights",
    /// Tiles.
    KeyFigures "key_figures",
    /// What moved since the last edition.
    SinceLast "since_last",
    /// Paragraphs.
    Situation "situation",
    /// Threats.
    Threats "threats",
    /// Lines of effort.
    Progress "progress",
    /// Money.
    Funding "funding",
    /// Displaced people and fighters.
    Returnees "returnees",
    /// Members.
    Partners "partners",
    /// Meetings.
    Meetings "meetings",
    /// Tracker.
    Commitments "commitments",
    /// Events.
    Timeline "timeline",
    /// Thanks and tributes.
    Statements "statements",
    /// What comes next.
    NextSteps "next_steps",
    /// Corrections and restatements.
    Corrections "corrections",
    /// Register of figures.
    Figures "figures",
    /// Trends over the editions of the series.
    Series "series",
    /// Method.
    Method "method",
    /// References.
    References "references",
    /// Sources.
    Sources "sources",
    /// Disclaimers.
    Disclaimers "disclaimers",
    /// Contacts.
    Contacts "contacts",
}

/// The head of an edition.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The folder's name; also the archive key.
    pub id: Spanned<String>,
    /// What kind of brief it is; decides the sections and their order.
    pub kind: Spanned<Kind>,
    /// Number in the series.
    #[serde(default)]
    pub number: Option<u32>,
    /// 1 for the first issue; raised by a correction.
    #[serde(default = "first_version")]
    pub version: u32,
    /// The version that this one replaces.
    #[serde(default)]
    pub supersedes: Option<String>,
    /// The edition that changes are measured against.
    #[serde(default)]
    pub previous: Option<Spanned<String>>,
    /// The time reported on.
    #[serde(default)]
    pub period: Option<Period>,
    /// Nothing later is in it.
    #[serde(default)]
    pub cut_off: Option<Moment>,
    /// When it was issued; also the timestamp of the PDF.
    pub issued: Spanned<Moment>,
    /// When the next one appears.
    #[serde(default)]
    pub next_issue: Option<NextIssue>,
    /// The languages to build, in order.
    pub languages: Vec<Spanned<String>>,
    /// The language that the texts were written in.
    pub master: Spanned<String>,
    /// Who it is for, as ids.
    #[serde(default)]
    pub audience: Vec<String>,
    /// How far the edition may be passed on.
    #[serde(default)]
    pub marking: Marking,
    /// Not to be published before.
    #[serde(default)]
    pub embargo: Option<Embargo>,
    /// Whether every figure is invented (a demonstration); said on every page.
    #[serde(default)]
    pub invented: bool,
    /// Who publishes, with a logo.
    pub publisher: Publisher,
    /// Whom to ask.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// Ids of the house's disclaimers.
    #[serde(default)]
    pub disclaimers: Vec<Spanned<String>>,
    /// Figure ids for the strip of tiles, in order.
    #[serde(default)]
    pub key_figures: Vec<Spanned<String>>,
    /// Replaces the order that the house gives to this kind.
    #[serde(default)]
    pub sections: Option<Vec<Spanned<SectionKind>>>,
}

fn first_version() -> u32 {
    1
}

/// When the next issue appears.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextIssue {
    /// On or about this date.
    pub on_or_about: Date,
}

/// An embargo.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Embargo {
    /// Until this moment.
    pub until: Moment,
}

/// Where a marking comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// No marking.
    #[default]
    None,
    /// Traffic Light Protocol 2.0 (FIRST).
    Tlp2,
    /// A band of the house's own.
    Custom,
}

/// The marking of the whole edition.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Marking {
    /// Where the marking comes from.
    pub scheme: Scheme,
    /// The label as it is printed in every language.
    pub label: Option<Spanned<String>>,
    /// Lines under the label.
    pub caveats: Vec<Localized>,
}

/// Who publishes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// An id of `orgs`.
    pub org: Spanned<String>,
    /// A file inside the project.
    #[serde(default)]
    pub logo: Option<Spanned<String>>,
}

/// Whom to ask.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What the person or office does, in each language.
    pub role: SpannedName,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Handle with its `@`.
    #[serde(default)]
    pub handle: Option<String>,
    /// Phone in international form.
    #[serde(default)]
    pub phone: Option<String>,
    /// Address on the web.
    #[serde(default)]
    pub url: Option<Address>,
}
