//! Small drawn signs beside words: shape and word say it all, colour only once more.

use maud::{Markup, html};

use crate::brief::{Change, State};

/// A sign in a square of 10 by 10: what is filled, and what is drawn as a line.
struct Drawing {
    filled: &'static str,
    lined: &'static str,
}

const fn filled(path: &'static str) -> Drawing {
    Drawing { filled: path, lined: "" }
}

const fn lined(path: &'static str) -> Drawing {
    Drawing { filled: "", lined: path }
}

const DISC: &str = "M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4Z";
const RING: &str = "M5 1.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6Z";

/// The drawing of a state or of a change, by its code; an unknown code has a dot.
fn drawing(code: &str) -> Drawing {
    match code {
        "up" | "rising" => filled("M5 1 9.4 9H.6Z"),
        "down" | "falling" => filled("M5 9 9.4 1H.6Z"),
        "falling_sharply" => filled("M5 5 9 .4H1ZM5 9.8 9 5.2H1Z"),
        "same" => filled("M1 2.6h8v1.7H1ZM1 5.9h8v1.7H1Z"),
        "stable" => filled("M.8 4h8.4v2H.8Z"),
        "on_track" | "paid" | "received" | "contributed" | "raised" => filled(DISC),
        "open" | "pledged" => lined(RING),
        "committed" => Drawing { filled: "M1.2 5a3.8 3.8 0 0 0 7.6 0Z", lined: RING },
        "deferred" => {
            Drawing { filled: "", lined: "M5 1.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6ZM5 2.6V5.2H7" }
        }
        "superseded" | "not_comparable" => {
            lined("M5 1.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6ZM2.4 7.6 7.6 2.4")
        }
        "done" | "ended" | "agreed" => lined("M1.2 5.4 4 8.2 9 2"),
        "dropped" => lined("M1.8 1.8 8.2 8.2M8.2 1.8 1.8 8.2"),
        "new" | "added" => filled("M4 .8h2V4h3.2v2H6v3.2H4V6H.8V4H4Z"),
        "at_risk" | "delayed" => filled("M5 .4 9.9 9.4H.1ZM4.4 3.6V6.4H5.6V3.6ZM4.4 7.2V8.4H5.6V7.2Z"),
        "off_track" | "stopped" => filled("M1.2 1.2h7.6v7.6H1.2Z"),
        "restated" => lined("M5 .9 9.1 5 5 9.1.9 5Z"),
        _ => filled("M5 2.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4Z"),
    }
}

/// The tone of a state.
fn tone_of(code: &str) -> &'static str {
    match code {
        "on_track" | "done" | "falling" | "falling_sharply" | "stopped" | "ended" | "agreed" => "good",
        "at_risk" | "delayed" | "open" | "deferred" => "caution",
        "off_track" | "rising" => "bad",
        "new" | "paid" | "received" | "contributed" | "raised" | "committed" | "pledged" => "accent",
        _ => "neutral",
    }
}

/// The tone of a change as the style knows it.
fn tone(tone: &str) -> &'static str {
    match tone {
        "good" => "good",
        "bad" => "bad",
        "caution" => "caution",
        _ => "neutral",
    }
}

/// The sign of a code.
pub fn sign(code: &str) -> Markup {
    let Drawing { filled, lined } = drawing(code);
    html! {
        svg.sign viewBox="0 0 10 10" aria-hidden="true" {
            @if !filled.is_empty() { path d=(filled) fill-rule="evenodd" {} }
            @if !lined.is_empty() { path.line d=(lined) {} }
        }
    }
}

/// A state: its sign and its word.
pub fn state(state: &State) -> Markup {
    html! { span.state .(tone_of(&state.code)) { (sign(&state.code)) " " (state.label) } }
}

/// A state that may not be there.
pub fn state_of(value: Option<&State>) -> Markup {
    html! { @if let Some(value) = value { (state(value)) } }
}

/// How a figure moved: the sign says the direction, the colour the meaning, the text both.
pub fn change(change: &Change) -> Markup {
    html! { span.state .(tone(&change.tone)) { (sign(&change.code)) " " (change.text) } }
}

/// A grade out of five as squares, beside its words.
pub fn pips(grade: u8) -> Markup {
    let tone = match grade {
        0..=2 => "neutral",
        3 => "caution",
        _ => "bad",
    };
    html! {
        svg.pips .(tone) viewBox="0 0 34 6" aria-hidden="true" {
            @for step in 1..=5_u8 {
                rect x=(u32::from(step - 1) * 7) y="0" width="6" height="6" class=[(step <= grade).then_some("full")] {}
            }
        }
    }
}
