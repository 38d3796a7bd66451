//! Charts turn with the direction; colours can be read; the policy allows the style and nothing else.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{brief, main_of, text};
use crate::output::html::encode::policy_hash;
use crate::output::html::{STYLE, html};

fn stack() -> Value {
    let part = |code: &str, ratio: f64| json!({"code": code, "label": text(code), "value": text("1"), "ratio": ratio, "share": []});
    let appeal = json!({
        "name": text("Appeal"), "period": null, "funded": [], "gap": [],
        "bar": {"total": text("4"), "label": text("Required"), "parts": [part("paid", 0.5), part("gap", 0.25), part("odd", 0.25)], "alt": "half"},
    });
    json!([{"id": "funding", "title": text("F"), "intro": null, "kind": "funding", "body": {
        "appeals": [appeal], "contributions": [], "totals": [], "notes": [], "adversary": [], "adversary_text": null,
    }}])
}

/// The rectangles of the bar: class, start, width.
fn bar(dir: &str) -> Vec<(String, String, String)> {
    let main = main_of("en", dir, stack());
    let (_, bar) = main.split_once("<svg class=\"bar\" role=\"img\" aria-label=\"half\"").unwrap();
    let bar = bar.split_once("</svg>").unwrap().0;
    let value = |rect: &str, name: &str| {
        let (_, rest) = rect.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    bar.split("<rect ").skip(1).map(|it| (value(it, "class"), value(it, "x"), value(it, "width"))).collect()
}

#[test]
fn a_bar_grows_from_where_the_line_starts() {
    let own = |parts: [(&str, &str, &str); 3]| {
        parts.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())).to_vec()
    };
    assert_eq!(
        bar("ltr"),
        own([("dark", "0.00%", "50.00%"), ("hatched", "50.00%", "25.00%"), ("light", "75.00%", "25.00%")])
    );
    assert_eq!(
        bar("rtl"),
        own([("dark", "50.00%", "50.00%"), ("hatched", "25.00%", "25.00%"), ("light", "0.00%", "25.00%")])
    );
}

#[test]
fn time_runs_as_the_brief_says() {
    let point =
        |at: f64, ratio: f64| json!({"label": text("t"), "value": text("v"), "ratio": ratio, "at": at});
    let trend = json!({"label": text("L"), "alt": "a", "points": [point(0.0, 0.5), point(0.25, 0.75), point(1.0, 1.0)]});
    let sections = json!([{"id": "partners", "title": text("P"), "intro": null, "kind": "partners",
        "body": {"facts": [], "trend": trend, "marks": []}}]);
    let line = |dir| {
        let main = main_of("en", dir, sections.clone());
        let (_, line) = main.split_once("<polyline class=\"line\" points=\"").unwrap();
        line.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(line("ltr"), "0.00,50.00 25.00,25.00 100.00,0.00");
    assert_eq!(line("rtl"), "100.00,50.00 75.00,25.00 0.00,0.00");
}

#[test]
fn the_policy_allows_the_one_style_of_the_page() {
    let page = html(&brief("en", "ltr", json!([])), None);
    let (_, style) = page.split_once("<style>").unwrap();
    let style = style.split_once("</style>").unwrap().0;
    let policy = format!(
        "content=\"default-src 'none'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'\"",
        policy_hash(style)
    );
    assert!(page.contains(&policy));
    assert!(!page.contains(" style=") && !page.contains("<script") && !style.contains("@import"));
    assert!(!style.contains("url(\"http") && !style.contains("url(http"));
}

/// The colours of one light: name, and red, green, blue.
fn colours(block: &str) -> BTreeMap<String, [f64; 3]> {
    let named = block.split("--").skip(1).filter_map(|it| it.split_once(": #"));
    let channel = |hex: &str, at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    named.map(|(name, hex)| (name.to_owned(), [0, 2, 4].map(|at| channel(hex, at)))).collect()
}

/// The ratio of contrast of two colours (WCAG 2.2).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let luminance = |c: [f64; 3]| 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    let (light, rest) = STYLE.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("\n}").unwrap().0;
    let pairs = [
        "ink paper",
        "ink panel",
        "ink accent-pale",
        "ink caution-pale",
        "ink s0",
        "ink s1",
        "ink heat0",
        "ink heat4",
        "muted paper",
        "muted panel",
        "accent paper",
        "accent accent-pale",
        "accent caution-pale",
        "good paper",
        "caution paper",
        "caution caution-pale",
        "bad paper",
        "bad missing-pale",
        "on-accent s3",
        "on-accent s4",
    ];
    for block in [light, dark] {
        let colours = colours(block);
        assert!(colours.len() > 25, "{colours:?}");
        for pair in pairs {
            let (text, ground) = pair.split_once(' ').unwrap();
            let ratio = contrast(colours[text], colours[ground]);
            assert!(ratio >= 4.5, "{pair}: {ratio:.2}");
        }
        // In the middle of the scale the text is the ink by day and white at night.
        let middle = if block == light { colours["ink"] } else { [1.0; 3] };
        assert!(contrast(middle, colours["s2"]) >= 4.5);
    }
    assert!((contrast([1.0; 3], [0.0; 3]) - 21.0).abs() < 1e-9);
}
