//! Bars and tile maps. A drawing is one picture with the Brief's alternative text; beside it stand its values as text.
//!
//! Nothing is placed by a style in the page, which its policy forbids: bars are SVG with shares of the width, tiles
//! have classes for their columns and rows.

use maud::{Markup, html};

use super::page::Page;
use super::phrase::{Text, shown};
use crate::brief::{MapTile, Stack, StackPart, TileMap};

/// Fills that are more than a colour, once for the whole page.
pub fn patterns() -> Markup {
    html! {
        svg.patterns width="0" height="0" aria-hidden="true" {
            defs {
                @for (id, path) in [("hatch", "M-1 1 1-1M0 6 6 0M5 7 7 5"), ("dots", "M2 3h2")] {
                    pattern id=(id) width="6" height="6" patternUnits="userSpaceOnUse" {
                        rect.ground width="6" height="6" {}
                        path.pen d=(path) {}
                    }
                }
            }
        }
    }
}

/// The class of a part by its code; codes of a project's own take the spare ones in turn.
fn fill(code: &str, index: usize) -> &'static str {
    match code {
        "paid" | "received" => "dark",
        "committed" | "running" => "middle",
        "pledged" | "tender" | "new" => "light",
        "gap" | "dropped" | "stopped" | "cancelled" => "hatched",
        "design" | "planned" | "superseded" => "dotted",
        "done" => "good",
        "on_track" => "fair",
        "at_risk" | "delayed" => "caution",
        "off_track" => "bad",
        _ => ["dark", "middle", "light", "dotted", "hatched"][index % 5],
    }
}

/// A share of the width, with as many digits as a screen can show.
pub fn percent(ratio: f64) -> String {
    format!("{:.2}%", ratio.clamp(0.0, 1.0) * 100.0)
}

impl Page<'_> {
    /// A whole and its parts: one bar that grows from where the line starts, then every value in its order.
    pub fn stack(&self, parts: &[StackPart], alt: &str) -> Markup {
        let mut before = 0.0;
        let drawn: Vec<(f64, f64, &str)> = parts
            .iter()
            .enumerate()
            .map(|(index, part)| {
                let start = if self.is_rtl() { 1.0 - before - part.ratio } else { before };
                before += part.ratio;
                (start, part.ratio, fill(&part.code, index))
            })
            .collect();
        html! {
            @if !parts.is_empty() {
                div.stack {
                    svg.bar role="img" aria-label=(Text(alt)) width="100%" height="22" {
                        @for (start, share, fill) in drawn.iter().filter(|it| it.1 > 0.0) {
                            rect.(fill) x=(percent(*start)) y="0" width=(percent(*share)) height="22" {}
                        }
                    }
                    ul.legend {
                        @for (part, (.., fill)) in parts.iter().zip(&drawn) {
                            li {
                                svg.swatch viewBox="0 0 12 12" aria-hidden="true" { rect.(fill) width="12" height="12" {} }
                                " " (part.label) " " b { (part.value) }
                                @if !part.share.is_empty() { " " span.aside { (part.share) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A bar with what the whole is.
    pub fn stack_of(&self, stack: &Stack) -> Markup {
        html! {
            p.whole { (stack.label) " " b { (stack.total) } }
            (self.stack(&stack.parts, &stack.alt))
        }
    }

    /// The bar of a row, which its number says.
    pub fn row_bar(&self, ratio: f64) -> Markup {
        let start = if self.is_rtl() { 1.0 - ratio } else { 0.0 };
        html! {
            svg.row-bar width="100%" height="6" aria-hidden="true" {
                rect x=(percent(start)) y="0" width=(percent(ratio)) height="6" {}
            }
        }
    }

    /// Governorates as equal tiles: no boundary is drawn, and west is at the left in every language.
    pub fn tile_map(&self, map: &TileMap) -> Markup {
        let mut tiles: Vec<&MapTile> = map.tiles.iter().collect();
        tiles.sort_by_key(|tile| (tile.row, tile.column));
        let lacks = tiles.iter().any(|tile| shown(tile.value.as_ref()).is_none());
        let dir = if self.is_rtl() { "rtl" } else { "ltr" };
        html! {
            figure.map {
                figcaption { (map.name) }
                div.scroll role="group" tabindex="0" aria-label=(Text(&map.name.plain())) {
                    div.tiles-of role="img" aria-label=(Text(&map.alt)) dir="ltr" {
                        @for tile in &tiles {
                            div.tile .{ "x" (tile.column) } .{ "y" (tile.row) } .(shade(tile)) dir=(dir) {
                                span { (tile.name) }
                                @if let Some(value) = shown(tile.value.as_ref()) { b { (value) } }
                            }
                        }
                    }
                }
                p.aside {
                    span.scale aria-hidden="true" { @for step in 0..5 { span.{ "s" (step) } {} } }
                    " " (map.legend)
                    @if lacks { span.scale aria-hidden="true" { span.none {} } " " (self.word("charts.no_data")) }
                }
            }
        }
    }
}

/// The shade of a tile in five steps.
fn shade(tile: &MapTile) -> &'static str {
    if shown(tile.value.as_ref()).is_none() {
        return "none";
    }
    ["s0", "s1", "s2", "s3", "s4"][((tile.ratio * 5.0) as usize).min(4)]
}
