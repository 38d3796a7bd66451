//! The end matter: references, the list of sources to which the marks lead, reservations, contacts.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::{dotted, shown};
use super::returnees::grade;
use crate::brief::{Contact, Reference, Source};
use crate::locale::Phrase;

impl Page<'_> {
    /// Documents referred to.
    pub fn references(&self, list: &[Reference]) -> Markup {
        html! { ul.bullets { @for it in list { li { (it.text) } } } }
    }

    /// The sources, each with the way back to the sections that cite it.
    pub fn sources(&self, list: &[Source]) -> Markup {
        html! { ol.sources { @for it in list { li id={ "source-" (it.number) } { (self.source(it)) } } } }
    }

    fn source(&self, it: &Source) -> Markup {
        let mut about: Vec<Markup> = [&it.by, &it.date, &it.notes]
            .into_iter()
            .filter_map(|phrase| shown(phrase.as_ref()))
            .map(|phrase| html! { (phrase) })
            .collect();
        about
            .extend(it.grade.as_deref().map(|it| html! { (self.word("words.grade")) " " (grade(Some(it))) }));
        let citing = self.citing(it.number);
        html! {
            span.number { (it.label) }
            div {
                p { b { (it.title) } }
                @if !about.is_empty() { p { (dotted(about)) } }
                @if let Some(url) = shown(it.url.as_ref()) { p.address { (url) } }
                @if !citing.is_empty() { p.back { span aria-hidden="true" { "↑ " } (dotted(citing)) } }
            }
        }
    }

    /// Standing reservations.
    pub fn disclaimers(&self, list: &[Phrase]) -> Markup {
        html! { @for it in list { p { (it) } } }
    }

    /// Whom to ask.
    pub fn contacts(&self, list: &[Contact]) -> Markup {
        html! {
            @for it in list {
                address { b { (it.role) } br; (dotted(it.lines.iter().map(|line| html! { (line) }))) }
            }
        }
    }
}
