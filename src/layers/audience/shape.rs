//! What the parts of the tree are to a projection: which keys an entry may lose, which values point at other
//! entries, and which texts belong to which entry.
//!
//! A *pattern* is a path without ids: `figures[].source[]`, `orgs{}.name`. Whatever is not listed here is needed, so
//! that a key unknown to this table withholds its entry and never the other way round.

/// What an id stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Space {
    /// `figures`.
    Figures,
    /// `funding.contributions`.
    Contributions,
    /// `funding.requirements`.
    Requirements,
    /// `sources`.
    Sources,
    /// `orgs` and `places`.
    Names,
    /// `metrics`.
    Metrics,
    /// `meetings`.
    Meetings,
    /// Items of an agenda.
    Agenda,
    /// Quotes of a meeting.
    Quotes,
    /// `progress`.
    Lines,
    /// `threats`.
    Threats,
    /// `commitments`.
    Commitments,
    /// `events`.
    Events,
    /// `statements`.
    Statements,
    /// `next_steps`.
    NextSteps,
    /// `references`.
    References,
    /// `returnees.fighters`.
    Fighters,
}

/// The spaces that a reference may lead to; a figure or contribution for most that show something.
const MONEY_OR_FIGURE: &[Space] = &[Space::Figures, Space::Contributions];

/// The sections of content: what is judged item by item. Everything else is the frame of the edition.
pub(super) const CONTENT: [&str; 13] = [
    "figures",
    "threats",
    "progress",
    "funding",
    "returnees",
    "partners",
    "meetings",
    "commitments",
    "events",
    "statements",
    "next_steps",
    "references",
    "corrections",
];

/// The list of sources: content as well, but kept only as far as it is cited.
pub(super) const SOURCES: &str = "sources";

/// The entries of a pattern whose ids stand for something: what they stand for.
pub(super) fn space(pattern: &str) -> Option<Space> {
    Some(match pattern {
        "figures[]" => Space::Figures,
        "funding.contributions[]" => Space::Contributions,
        "funding.requirements[]" => Space::Requirements,
        "sources[]" => Space::Sources,
        "meetings[]" => Space::Meetings,
        "meetings[].agenda[]" => Space::Agenda,
        "meetings[].quotes[]" => Space::Quotes,
        "progress[]" => Space::Lines,
        "threats[]" => Space::Threats,
        "commitments[]" => Space::Commitments,
        "events[]" => Space::Events,
        "statements[]" => Space::Statements,
        "next_steps[]" => Space::NextSteps,
        "references[]" => Space::References,
        "returnees.fighters[]" => Space::Fighters,
        "orgs{}" | "places{}" => Space::Names,
        _ => return None,
    })
}

/// Whether this is an item, the least thing that an audience without the right to unmarked things needs a
/// marking for.
pub(super) fn is_item(pattern: &str) -> bool {
    matches!(
        pattern,
        "figures[]"
            | "threats[]"
            | "progress[]"
            | "funding.requirements[]"
            | "funding.contributions[]"
            | "funding.adversary[]"
            | "returnees.displaced"
            | "returnees.fighters[]"
            | "partners"
            | "meetings[]"
            | "commitments[]"
            | "events[]"
            | "statements[]"
            | "next_steps[]"
            | "references[]"
            | "corrections[]"
            | "sources[]"
    )
}

/// Whether no audience gets a key, whatever is marked: where an import has read an entry.
pub(super) fn is_for_the_desk(pattern: &str, key: &str) -> bool {
    const IMPORTED: [&str; 5] = [
        "figures[]",
        "funding.requirements[]",
        "funding.contributions[]",
        "returnees.displaced.rows[]",
        "returnees.fighters[]",
    ];
    key == "origin" && IMPORTED.contains(&pattern)
}

/// What the value of a pattern points at, if it is a reference; a list points with each of its entries.
pub(super) fn reference(pattern: &str) -> Option<&'static [Space]> {
    let pattern = pattern.strip_suffix("[]").unwrap_or(pattern);
    let (entry, key) = pattern.rsplit_once('.').unwrap_or(("", pattern));
    Some(match (entry, key) {
        (_, "source") => &[Space::Sources],
        ("figures[]", "than") | ("funding.adversary[]" | "partners", "figure") => &[Space::Figures],
        ("progress[]" | "meetings[]", "figures") => &[Space::Figures],
        ("threats[]", "indicators") | ("edition", "key_figures") => &[Space::Figures],
        ("commitments[]", "evidence") | ("corrections[]", "figure") => MONEY_OR_FIGURE,
        ("figures[]", "metric") => &[Space::Metrics],
        ("funding.contributions[]", "to") => &[Space::Requirements],
        ("commitments[]", "made_at") => &[Space::Meetings],
        ("commitments[]", "line") => &[Space::Lines],
        ("figures[]", "place" | "said_by")
        | ("threats[]", "places" | "actors")
        | ("progress[]", "leads")
        | ("funding.contributions[]", "donor" | "recipient" | "said_by")
        | ("returnees.displaced.rows[]", "place")
        | ("returnees.fighters[]", "of")
        | ("partners", "organization_list" | "observers")
        | ("partners.joined[]", "org")
        | ("meetings[]", "host" | "place" | "attended" | "observers")
        | ("meetings[].quotes[]", "by")
        | ("commitments[]", "owner")
        | ("events[]", "place")
        | ("statements[]", "by" | "to")
        | ("sources[]", "org" | "authors")
        | ("edition.publisher", "org") => &[Space::Names],
        _ => return None,
    })
}

/// The keys that an entry may lose and still be true; all others are needed.
pub(super) fn spare(pattern: &str) -> &'static [&'static str] {
    match pattern {
        "" => &[
            "figures",
            "threats",
            "progress",
            "funding",
            "returnees",
            "partners",
            "meetings",
            "commitments",
            "events",
            "statements",
            "next_steps",
            "references",
            "corrections",
            "sources",
            "text",
        ],
        "orgs" | "places" => &["*"],
        "orgs{}" => &["short", "iso3", "role"],
        "places{}" => &["short", "aliases", "tile"],
        "edition" => &[
            "number",
            "supersedes",
            "previous",
            "period",
            "cut_off",
            "next_issue",
            "audience",
            "embargo",
            "contacts",
            "disclaimers",
            "key_figures",
            "sections",
        ],
        "edition.marking" => &["caveats"],
        "edition.publisher" => &["logo"],
        "edition.contacts[]" => &["email", "handle", "phone", "url"],
        "figures[]" => &["source", "said_by", "confidence", "grade", "status", "restates", "trend", "note"],
        "threats[]" => &[
            "places",
            "severity",
            "previous_severity",
            "trend",
            "likelihood",
            "horizon",
            "actors",
            "confidence",
            "indicators",
            "source",
            "marking",
        ],
        "progress[]" => &["leads", "status", "figures", "projects", "source"],
        "funding" => &["requirements", "contributions", "adversary"],
        "funding.requirements[]" => &["period", "received", "funded", "source"],
        "funding.contributions[]" => {
            &["to", "recipient", "purpose", "original", "date", "period", "flow", "source", "said_by", "note"]
        }
        "funding.contributions[].original" => &["on"],
        "returnees" => &["displaced", "fighters"],
        "returnees.displaced" => &["round", "source", "total", "history"],
        "returnees.displaced.rows[]" => &["returned", "displaced"],
        "returnees.displaced.rows[].returned" | "returnees.displaced.rows[].displaced" => {
            &["households", "previous"]
        }
        "returnees.displaced.total" => &["returned", "displaced"],
        "returnees.fighters[]" => &["split", "source", "grade"],
        "returnees.fighters[].split" => &["women", "children"],
        "partners" => &["states", "organizations", "organization_list", "joined", "observers", "source"],
        "partners.joined[]" => &["org"],
        "meetings[]" => &[
            "level",
            "host",
            "place",
            "date",
            "figures",
            "attended",
            "observers",
            "agenda",
            "quotes",
            "source",
        ],
        "meetings[].agenda[]" => &["outcome"],
        "meetings[].quotes[]" => &["source"],
        "commitments[]" => &["made_at", "due", "was", "line", "evidence", "source"],
        "events[]" => &["on", "part", "place", "weight", "source"],
        "statements[]" => &["by", "to", "source"],
        "next_steps[]" => &["on", "part", "source"],
        "references[]" => &["year", "title", "source"],
        "sources[]" => {
            &["org", "authors", "date", "lang", "access", "grade", "embargo", "url", "file", "sha256"]
        }
        _ => &[],
    }
}

/// Whether an entry may lose a key, or a list an entry.
pub(super) fn may_lose(pattern: &str, key: &str) -> bool {
    spare(pattern).iter().any(|spare| *spare == key || *spare == "*")
}

/// The other number by which one of a sum gives itself away: states + organizations = partners.
pub(super) fn complement(pattern: &str, key: &str) -> Option<&'static str> {
    match (pattern, key) {
        ("partners", "states") => Some("organizations"),
        ("partners", "organizations") => Some("states"),
        // The rate gives the converted amount; without its date it has no `part`.
        ("events[]" | "next_steps[]", "on") => Some("part"),
        _ => None,
    }
}

/// How the texts of a section are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// One text of the edition as a whole.
    One,
    /// A list of texts of the edition as a whole.
    List,
    /// A text for each entry of a space.
    Of(Space),
    /// A list of texts for each entry of a space.
    ListOf(Space),
    /// A text before each section.
    Intro,
    /// Names that neutral data lack.
    Names,
}

/// The sections of a text file.
pub(super) const TEXTS: [(&str, Texts); 18] = [
    ("title", Texts::One),
    ("subtitle", Texts::One),
    ("bottom_line", Texts::One),
    ("highlights", Texts::List),
    ("situation", Texts::List),
    ("intro", Texts::Intro),
    ("threats", Texts::Of(Space::Threats)),
    ("progress", Texts::Of(Space::Lines)),
    ("meetings", Texts::Of(Space::Meetings)),
    ("decisions", Texts::ListOf(Space::Meetings)),
    ("agenda", Texts::Of(Space::Agenda)),
    ("quotes", Texts::Of(Space::Quotes)),
    ("commitments", Texts::Of(Space::Commitments)),
    ("events", Texts::Of(Space::Events)),
    ("statements", Texts::Of(Space::Statements)),
    ("next_steps", Texts::Of(Space::NextSteps)),
    ("method", Texts::List),
    ("names", Texts::Names),
];

/// Whether an entry is nothing without its text, and goes with it.
pub(super) fn is_its_text(space: Space) -> bool {
    matches!(
        space,
        Space::Agenda
            | Space::Quotes
            | Space::Commitments
            | Space::Events
            | Space::Statements
            | Space::NextSteps
    )
}

/// The section of the data that an introduction stands before.
pub(super) fn introduced(intro: &str) -> &str {
    match intro {
        "adversary" => "funding",
        "fighters" => "returnees",
        other => other,
    }
}
