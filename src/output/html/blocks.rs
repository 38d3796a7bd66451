//! The pieces that several sections share: facts, figures in lines, paragraphs, bullets.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::shown;
use super::signs::change;
use crate::brief::{Fact, FigureLine, Paragraph};
use crate::locale::Phrase;

impl Page<'_> {
    /// Labels with their values.
    pub fn facts(&self, facts: &[Fact]) -> Markup {
        html! {
            @if !facts.is_empty() {
                dl.facts { @for fact in facts { div { dt { (fact.label) } dd { (fact.value) } } } }
            }
        }
    }

    /// Labelled figures, one a line: what is counted, the value, as of when, and how it moved.
    pub fn figure_list(&self, lines: &[FigureLine]) -> Markup {
        html! {
            @if !lines.is_empty() {
                ul.figures {
                    @for line in lines {
                        li {
                            span.label { (line.label) } " "
                            b { (line.value) } (self.marks(&line.marks))
                            @if let Some(as_of) = shown(line.as_of.as_ref()) { " " span.aside { (as_of) } }
                            @if let Some(moved) = &line.change { " " (change(moved)) }
                        }
                    }
                }
            }
        }
    }

    /// Running text.
    pub fn paragraphs(&self, list: &[Paragraph]) -> Markup {
        html! {
            @for it in list {
                @let number = shown(it.number.as_ref());
                p class=[number.map(|_| "numbered")] {
                    @if let Some(number) = number { span.number { (number) } " " }
                    @if let Some(lead) = shown(it.lead.as_ref()) { b { (lead) } " " }
                    (self.sourced(&it.text, &it.marks))
                }
            }
        }
    }

    /// Bullets.
    pub fn bullets(&self, items: &[Phrase]) -> Markup {
        html! { ul.bullets { @for item in items { li { (item) } } } }
    }
}

/// A paragraph that may not be there.
pub fn paragraph(text: Option<&Phrase>) -> Markup {
    html! { @if let Some(text) = shown(text) { p { (text) } } }
}
