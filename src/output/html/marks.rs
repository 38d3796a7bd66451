//! Source marks, and the way back from the list of sources to them.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::Unlinked;
use crate::brief::{Mark, Section};
use crate::locale::Phrase;

impl Page<'_> {
    /// Raised numbers in brackets, each a link to its entry in the list. The first of a section can be linked to.
    pub fn marks(&self, marks: &[Mark]) -> Markup {
        html! {
            @if !marks.is_empty() {
                sup.marks {
                    @for mark in marks {
                        @if self.listed.contains(&mark.number) {
                            a id=[self.cite(mark.number)] href={ "#source-" (mark.number) } { (bracketed(&mark.text)) }
                        } @else { (bracketed(&mark.text)) }
                    }
                }
            }
        }
    }

    /// A phrase and its marks.
    pub fn sourced(&self, phrase: &Phrase, marks: &[Mark]) -> Markup {
        html! { (phrase) (self.marks(marks)) }
    }

    /// Notes that the present section cites a source; the anchor, if it does so for the first time.
    fn cite(&self, number: usize) -> Option<String> {
        let section = self.section.get().filter(|section| !section.title.is_empty())?;
        let mut cited = self.cited.borrow_mut();
        let sections = cited.entry(number).or_default();
        if sections.iter().any(|it| it.id == section.id) {
            return None;
        }
        sections.push(section);
        Some(anchor(number, section))
    }

    /// Links to the sections that cite a source.
    pub fn citing(&self, number: usize) -> Vec<Markup> {
        let cited = self.cited.borrow();
        let sections = cited.get(&number).map(Vec::as_slice).unwrap_or_default();
        let link = |section: &&Section| {
            html! { a href={ "#" (anchor(number, section)) } { (Unlinked(&section.title)) } }
        };
        sections.iter().map(link).collect()
    }
}

fn anchor(number: usize, section: &Section) -> String {
    format!("cites-{number}-{}", section.id)
}

fn bracketed(text: &Phrase) -> Markup {
    html! { bdi dir="ltr" { "[" (Unlinked(text)) "]" } }
}
