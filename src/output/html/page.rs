//! The page around the sections: head, bands, masthead, navigation, foot.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::encode::{data_address, policy_hash};
use super::phrase::{Text, Unlinked, dotted, shown};
use super::{Picture, STYLE, charts};
use crate::brief::{Body, Brief, Desk, Marking, Masthead, Section};

/// What the writing of one page knows.
pub struct Page<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// The numbers that the list of sources has.
    pub listed: BTreeSet<usize>,
    /// The section that is being written.
    pub section: Cell<Option<&'a Section>>,
    /// By number of a source, the sections that cite it, in their order.
    pub cited: RefCell<BTreeMap<usize, Vec<&'a Section>>>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(brief: &'a Brief) -> Self {
        let sources = brief.sections.iter().filter_map(|section| match &section.body {
            Body::Sources(list) => Some(list),
            _ => None,
        });
        let listed = sources.flatten().map(|source| source.number).collect();
        Self { brief, listed, section: Cell::default(), cited: RefCell::default() }
    }

    /// Whether the brief is read from the right.
    pub fn is_rtl(&self) -> bool {
        self.brief.dir == "rtl"
    }

    /// A word of the template: `columns.donor`. A Brief lacks none; what is asked for wrongly shows its key.
    pub fn word<'k>(&self, key: &'k str) -> Text<'k>
    where
        'a: 'k,
    {
        let mut steps = key.split('.');
        let first = steps.next().and_then(|step| self.brief.labels.get(step));
        let found = steps.fold(first, |node, step| node?.get(step));
        Text(found.and_then(|word| word.as_str()).unwrap_or(key))
    }

    /// The whole document.
    pub fn document(&self, logo: Option<Picture<'_>>) -> Markup {
        let brief = self.brief;
        let sections = self.sections();
        html! {
            (DOCTYPE)
            html lang=(Text(&brief.lang)) dir=(if self.is_rtl() { "rtl" } else { "ltr" }) {
                (self.head())
                body {
                    a.skip href="#main" { (self.word("page.skip")) }
                    (charts::patterns())
                    @if has_band(&brief.marking) {
                        aside.band aria-label=(self.word("masthead.marking")) { (self.band(false)) }
                    }
                    (self.masthead(&brief.masthead, logo))
                    div.layout {
                        (self.navigation())
                        main id="main" {
                            @if let Some(desk) = &brief.desk { (desk_note(desk)) }
                            @for section in &sections { (section) }
                        }
                    }
                    footer {
                        p.publisher { (Unlinked(&brief.masthead.running)) " · " (Unlinked(&brief.masthead.publisher)) }
                        @if has_band(&brief.marking) { div.band { (self.band(true)) } }
                    }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let document = &self.brief.document;
        let policy = format!(
            "default-src 'none'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
            policy_hash(STYLE)
        );
        html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (Text(&document.title)) }
                @if !document.description.is_empty() {
                    meta name="description" content=(Text(&document.description));
                }
                meta name="author" content=(Text(&document.authors.join(", ")));
                meta name="keywords" content=(Text(&document.keywords.join(", ")));
                meta name="generator" content=(concat!("mujaz ", env!("CARGO_PKG_VERSION")));
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                style { (PreEscaped(STYLE)) }
            }
        }
    }

    /// The marking stands at the right in every language, what is said beside it at the left. Above stand the
    /// caveats and the embargo, below the notice; what has no company stands in both.
    fn band(&self, at_foot: bool) -> Markup {
        let marking = &self.brief.marking;
        let above: Vec<_> =
            marking.caveats.iter().chain(&marking.embargo).filter(|it| !it.is_empty()).collect();
        let below: Vec<_> = marking.notice.iter().filter(|it| !it.is_empty()).collect();
        let said = if at_foot && !below.is_empty() || above.is_empty() { below } else { above };
        html! {
            div.sides dir="ltr" {
                span dir=(Text(&self.brief.dir)) { (dotted(said.into_iter().map(|it| html! { (Unlinked(it)) }))) }
                @if let Some(label) = &marking.label {
                    strong.marking .(tone(&marking.tone)) lang="en" dir="ltr" { (Text(label)) }
                }
            }
        }
    }

    fn masthead(&self, head: &Masthead, logo: Option<Picture<'_>>) -> Markup {
        html! {
            header.masthead {
                div.above {
                    p.series { (dotted([html! { (head.series) }, html! { (head.kind) }])) }
                    @match logo {
                        Some(logo) => {
                            img src=(data_address(logo.media_type, logo.bytes)) alt=(Text(&head.publisher.plain()));
                        }
                        None => p.publisher { (head.publisher) },
                    }
                }
                h1 { (head.title) }
                @if let Some(subtitle) = shown(head.subtitle.as_ref()) { p.subtitle { (subtitle) } }
                @if logo.is_some() { p.publisher { (head.publisher) } }
                dl.strip {
                    @for fact in &head.facts { div { dt { (fact.label) } dd { (fact.value) } } }
                }
            }
        }
    }

    fn navigation(&self) -> Markup {
        let titled = self.brief.sections.iter().filter(|section| !section.title.is_empty());
        html! {
            nav aria-label=(self.word("page.contents")) {
                ul {
                    @for section in titled { li { a href={ "#" (section.id) } { (Unlinked(&section.title)) } } }
                }
            }
        }
    }

    /// The sections in order. The list of sources is written last: it says where each is cited.
    fn sections(&self) -> Vec<Markup> {
        let is_last = |section: &Section| matches!(section.body, Body::Sources(_));
        let write = |section: &'a Section| {
            self.section.set(Some(section));
            self.section_of(section)
        };
        let first = self.brief.sections.iter().map(|it| (!is_last(it)).then(|| write(it)));
        let drawn: Vec<Option<Markup>> = first.collect();
        let both = drawn.into_iter().zip(&self.brief.sections);
        both.map(|(drawn, section)| drawn.unwrap_or_else(|| write(section))).collect()
    }
}

fn has_band(marking: &Marking) -> bool {
    marking.label.is_some()
        || marking.notice.is_some()
        || marking.embargo.is_some()
        || !marking.caveats.is_empty()
}

/// The class of a tone of the Traffic Light Protocol.
fn tone(tone: &str) -> &'static str {
    match tone {
        "red" => "red",
        "amber" => "amber",
        "green" => "green",
        _ => "clear",
    }
}

fn desk_note(desk: &Desk) -> Markup {
    html! {
        div.desk role="note" {
            p { strong { (desk.title) } }
            p { (dotted(desk.counts.iter().map(|count| html! { (count.label) ": " b { (count.value) } }))) }
        }
    }
}
