//! Texts that want to be more than text.

use serde_json::json;

use super::{brief, main_of, text};
use crate::output::html::{Picture, html};

/// Every text of a brief as an attack: nothing of it becomes an element, an attribute or an address.
#[test]
fn no_text_becomes_markup() {
    let attack = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>&lt;b&gt;</style></title>";
    let sections = json!([
        {"id": "figures", "title": text(attack), "intro": text(attack), "kind": "figures", "body": [{
            "id": attack, "label": text(attack), "place": text(attack), "value": [{"s": attack, "k": "ltr"}],
            "as_of": [{"s": attack, "k": "foreign", "lang": attack}], "said_by": [{"s": attack, "k": "missing"}],
            "standing": [{"s": attack, "flag": "stale"}], "marks": [{"number": 1, "text": text(attack)}],
        }]},
        {"id": "partners", "title": text("P"), "intro": null, "kind": "partners", "body": {
            "facts": [], "marks": [], "trend": {"label": text(attack), "alt": attack, "points": [
                {"label": text(attack), "value": text(attack), "ratio": 0.5, "at": 0.0},
                {"label": text(attack), "value": text(attack), "ratio": 0.7, "at": 0.5},
                {"label": text(attack), "value": text(attack), "ratio": 1.0, "at": 1.0},
            ]},
        }},
    ]);
    let mut brief = brief("en", "ltr", sections);
    brief.lang = attack.to_owned();
    brief.dir = attack.to_owned();
    brief.marking.label = Some(attack.to_owned());
    brief.marking.tone = attack.to_owned();
    brief.document.title = attack.to_owned();
    brief.document.keywords = vec![attack.to_owned()];
    let page = html(&brief, Some(Picture { media_type: "image/png", bytes: b"x" }));
    assert!(!page.contains("<script") && !page.contains("<img src=x"), "{page}");
    assert_eq!(page.matches("</style>").count(), 1);
    assert_eq!(page.matches("</title>").count(), 1);
    // The only picture is the logo, and what was escaped once was escaped again.
    assert_eq!(page.matches("<img ").count(), 1);
    assert!(page.contains("<img src=\"data:image/png;base64,eA==\""));
    assert!(page.contains("&amp;lt;b&amp;gt;"));
    // Each quote of the attack is escaped, so that no attribute ends early.
    assert!(!page.contains("=\"\">") && page.contains("aria-label=\"&quot;&gt;&lt;script&gt;"));
}

#[test]
fn links_lead_to_the_web_or_a_mailbox_or_nowhere() {
    let link = |href: &str| json!([{"s": "x", "href": href}]);
    let addresses = [
        (
            "https://example.org/?a=1&b=\"2\"",
            "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">x</a>",
        ),
        ("mailto:a@example.org", "<a href=\"mailto:a@example.org\">x</a>"),
        ("javascript:alert(1)", "x"),
        ("JaVaScRiPt:alert(1)", "x"),
        ("java\nscript:alert(1)", "x"),
        (" javascript:alert(1)", "x"),
        ("data:text/html,<script>", "x"),
        ("vbscript:x", "x"),
        ("file:///etc/passwd", "x"),
        ("//example.org", "x"),
        ("#main", "x"),
        ("https://example.org/\u{202e}gro", "x"),
    ];
    for (href, want) in addresses {
        let sections = json!([{"id": "h", "title": text("H"), "intro": null, "kind": "highlights", "body": [link(href)]}]);
        let main = main_of("en", "ltr", sections);
        assert!(main.contains(&format!("<li>{want}</li>")), "{href:?}: {main}");
    }
}

#[test]
fn controls_are_left_out() {
    let text_with = "a\u{202e}b\u{2066}c\u{2069}d\u{200f}e\u{0}f\u{1b}g\u{61c}h\u{fffe}i\u{a0}j\u{2060}k\nl";
    let sections = json!([{"id": "h", "title": text("H"), "intro": null, "kind": "highlights", "body": [text(text_with)]}]);
    assert!(main_of("ar", "rtl", sections).contains("<li>abcdefghi\u{a0}j\u{2060}k\nl</li>"));
}
