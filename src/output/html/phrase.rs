//! A phrase of the Brief -> inline HTML: its parts in elements that isolate direction, never in control characters.

use std::fmt::Write as _;

use maud::{Escaper, Markup, Render, html};

use crate::brief::State;
use crate::locale::{Flag, Kind, Part, Phrase};
use crate::typeset::is_allowed;

/// Scripts written from the right, by the language.
const FROM_THE_RIGHT: [&str; 9] = ["ar", "fa", "ur", "ckb", "ku", "he", "ps", "sd", "ug"];

/// `rtl` or `ltr`.
pub fn direction_of(lang: &str) -> &'static str {
    let language = lang.split('-').next().unwrap_or(lang);
    if FROM_THE_RIGHT.contains(&language) { "rtl" } else { "ltr" }
}

/// Text of the Brief that is not a phrase. Characters that no page may have are left out: controls, and those that
/// turn the direction of what follows them.
pub struct Text<'a>(pub &'a str);

impl Render for Text<'_> {
    fn render_to(&self, buffer: &mut String) {
        let is_unfit = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                || ('\u{fdd0}'..='\u{fdef}').contains(&c)
                || (c as u32) & 0xfffe == 0xfffe
        };
        for run in self.0.split(is_unfit) {
            // Writing into memory has no way to fail.
            let _ = Escaper::new(buffer).write_str(run);
        }
    }
}

impl Render for Phrase {
    fn render(&self) -> Markup {
        html! { @for part in &self.0 { (Linked(part)) } }
    }
}

/// A phrase in which nothing leads anywhere: in headings of the navigation, in marks.
pub struct Unlinked<'a>(pub &'a Phrase);

impl Render for Unlinked<'_> {
    fn render(&self) -> Markup {
        html! { @for part in self.0.0.iter().filter(|part| part.flag.is_none()) { (run(part)) } }
    }
}

struct Linked<'a>(&'a Part);

impl Render for Linked<'_> {
    fn render(&self) -> Markup {
        let part = self.0;
        match (&part.flag, part.href.as_deref().filter(|address| is_allowed(address))) {
            (Some(flag), _) => {
                let class = match flag {
                    Flag::Draft => "flag draft",
                    Flag::Stale => "flag",
                };
                html! { " " small class=(class) { (Text(&part.text)) } }
            }
            (None, Some(address)) => html! { a href=(address) { (run(part)) } },
            (None, None) => run(part),
        }
    }
}

fn run(part: &Part) -> Markup {
    let text = Text(&part.text);
    match part.kind {
        Kind::Text => text.render(),
        Kind::Ltr => html! { bdi dir="ltr" { (text) } },
        Kind::Foreign => {
            let lang = part.lang.as_deref().unwrap_or("en");
            html! { bdi lang=(lang) dir=(direction_of(lang)) { (text) } }
        }
        Kind::Missing => html! { mark { (text) } },
    }
}

/// A phrase that may not be there; nothing where it is not, or is empty.
pub fn shown(phrase: Option<&Phrase>) -> Option<&Phrase> {
    phrase.filter(|phrase| !phrase.is_empty())
}

/// Parts of a line with a dot between them.
pub fn dotted(items: impl IntoIterator<Item = Markup>) -> Markup {
    html! {
        @for (at, item) in items.into_iter().enumerate() {
            @if at > 0 { span class="dot" aria-hidden="true" { " · " } }
            span { (item) }
        }
    }
}

/// The word of a state without its sign.
pub fn word(state: &State) -> Markup {
    state.label.render()
}
