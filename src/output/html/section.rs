//! A section: its heading with its anchor, and its content by kind.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::shown;
use crate::brief::{Body, Section};

impl<'a> Page<'a> {
    /// One section.
    pub fn section_of(&self, section: &'a Section) -> Markup {
        let (id, body) = (&section.id, self.body(&section.body));
        let intro = html! { @if let Some(intro) = shown(section.intro.as_ref()) { p { (intro) } } };
        if section.title.is_empty() {
            return html! { div.(class(&section.body)) id=(id) { (intro) (body) } };
        }
        html! {
            section.(class(&section.body)) id=(id) aria-labelledby={ (id) "-title" } {
                h2 id={ (id) "-title" } { (section.title) }
                (intro)
                (body)
            }
        }
    }

    fn body(&self, body: &'a Body) -> Markup {
        match body {
            Body::BottomLine(sentence) => html! { p { (sentence) } },
            Body::Highlights(items) => self.bullets(items),
            Body::KeyFigures(tiles) => self.tiles(tiles),
            Body::SinceLast(since) => html! {
                p.aside { (since.against) }
                (self.figure_list(&since.lines))
            },
            Body::Situation(paragraphs) | Body::Method(paragraphs) => self.paragraphs(paragraphs),
            Body::Threats(threats) => self.threats(threats),
            Body::Progress(lines) => self.progress(lines),
            Body::Funding(funding) => self.funding(funding),
            Body::Returnees(returnees) => self.returnees(returnees),
            Body::Partners(partners) => self.partners(partners),
            Body::Meetings(meetings) => self.meetings(meetings),
            Body::Commitments(commitments) => self.commitments(commitments),
            Body::Timeline(events) => self.timeline(events),
            Body::Statements(statements) => self.statements(statements),
            Body::NextSteps(next) => self.next_steps(next),
            Body::Corrections(list) => self.corrections(list),
            Body::Figures(rows) => self.register(rows),
            Body::Series(trends) => html! {
                div.trends { @for trend in trends { (self.trend(trend)) } }
            },
            Body::References(list) => self.references(list),
            Body::Sources(list) => self.sources(list),
            Body::Disclaimers(list) => self.disclaimers(list),
            Body::Contacts(list) => self.contacts(list),
        }
    }
}

/// How the style knows a section.
fn class(body: &Body) -> &'static str {
    match body {
        Body::BottomLine(_) => "bottom-line",
        Body::Corrections(_) => "boxed",
        Body::Method(_)
        | Body::References(_)
        | Body::Sources(_)
        | Body::Disclaimers(_)
        | Body::Contacts(_) => "closing",
        _ => "matter",
    }
}
