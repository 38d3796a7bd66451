//! Whole pages of small briefs, and what is true of every page.

mod every;
mod hostile;
mod looks;

use serde_json::{Value, json};

use crate::brief::Brief;

/// A phrase of one part.
fn text(text: &str) -> Value {
    json!([{"s": text}])
}

/// A brief with these sections, from the left or from the right.
fn brief(lang: &str, dir: &str, sections: Value) -> Brief {
    let value = json!({
        "schema": 1, "edition": "2031-06", "kind": "monthly", "lang": lang, "dir": dir, "time_axis": dir,
        "document": {"title": "Brief: June", "authors": ["Office"], "description": "All is well.", "keywords": ["brief"]},
        "marking": {"label": "TLP:GREEN", "tone": "green", "caveats": [text("For partners")], "embargo": null, "notice": text("Invented")},
        "masthead": {
            "series": text("Series"), "kind": text("Monthly"), "title": text("June"), "subtitle": null,
            "publisher": text("Office"), "logo": null, "facts": [{"label": text("Edition"), "value": text("18")}],
            "running": text("Series · June"),
        },
        "labels": {
            "page": {"contents": "Contents", "skip": "Skip"}, "masthead": {"marking": "Marking"},
            "words": {"grade": "Grade", "total": "Total"}, "columns": {"number": "No.", "item": "Item"},
        },
        "sections": sections,
    });
    serde_json::from_value(value).unwrap()
}

/// The body of a page with these sections.
fn body(lang: &str, dir: &str, sections: Value) -> String {
    let page = super::html(&brief(lang, dir, sections), None);
    let (_, body) = page.split_once("<body>").unwrap();
    body.strip_suffix("</body></html>").unwrap().to_owned()
}

/// What stands in `main`.
fn main_of(lang: &str, dir: &str, sections: Value) -> String {
    let body = body(lang, dir, sections);
    let (_, main) = body.split_once("<main id=\"main\">").unwrap();
    main.split_once("</main>").unwrap().0.to_owned()
}

#[test]
fn a_small_brief_is_a_whole_page() {
    let sections = json!([
        {"id": "bottom_line", "title": [], "intro": null, "kind": "bottom_line", "body": text("All is well.")},
        {"id": "situation", "title": text("Situation"), "intro": text("In short."), "kind": "situation", "body": [
            {"number": text("1"), "lead": null, "text": [{"s": "Won back "}, {"s": "95%", "k": "ltr"}],
             "marks": [{"number": 1, "text": text("1")}, {"number": 9, "text": text("9")}]},
        ]},
        {"id": "sources", "title": text("Sources"), "intro": null, "kind": "sources", "body": [
            {"number": 1, "label": text("1"), "by": null, "title": text("A report"), "date": text("June"), "notes": null,
             "grade": "C3", "url": [{"s": "https://example.org/a?b&c", "k": "ltr", "href": "https://example.org/a?b&c"}]},
        ]},
    ]);
    let page = super::html(&brief("en", "ltr", sections.clone()), None);
    assert!(
        page.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"),
        "{page}"
    );
    assert!(page.contains("<title>Brief: June</title><meta name=\"description\" content=\"All is well.\">"));
    let body = body("en", "ltr", sections);
    let (_, body) = body.split_once("</svg>").unwrap();
    let want = concat!(
        "<aside class=\"band\" aria-label=\"Marking\"><div class=\"sides\" dir=\"ltr\"><span dir=\"ltr\"><span>For partners</span></span>",
        "<strong class=\"marking green\" lang=\"en\" dir=\"ltr\">TLP:GREEN</strong></div></aside>",
        "<header class=\"masthead\"><div class=\"above\"><p class=\"series\"><span>Series</span>",
        "<span class=\"dot\" aria-hidden=\"true\"> · </span><span>Monthly</span></p><p class=\"publisher\">Office</p></div>",
        "<h1>June</h1><dl class=\"strip\"><div><dt>Edition</dt><dd>18</dd></div></dl></header>",
        "<div class=\"layout\"><nav aria-label=\"Contents\"><ul><li><a href=\"#situation\">Situation</a></li>",
        "<li><a href=\"#sources\">Sources</a></li></ul></nav><main id=\"main\">",
        "<div class=\"bottom-line\" id=\"bottom_line\"><p>All is well.</p></div>",
        "<section class=\"matter\" id=\"situation\" aria-labelledby=\"situation-title\"><h2 id=\"situation-title\">Situation</h2>",
        "<p>In short.</p><p class=\"numbered\"><span class=\"number\">1</span> Won back <bdi dir=\"ltr\">95%</bdi>",
        "<sup class=\"marks\"><a id=\"cites-1-situation\" href=\"#source-1\"><bdi dir=\"ltr\">[1]</bdi></a>",
        "<bdi dir=\"ltr\">[9]</bdi></sup></p></section>",
        "<section class=\"closing\" id=\"sources\" aria-labelledby=\"sources-title\"><h2 id=\"sources-title\">Sources</h2>",
        "<ol class=\"sources\"><li id=\"source-1\"><span class=\"number\">1</span><div><p><b>A report</b></p>",
        "<p><span>June</span><span class=\"dot\" aria-hidden=\"true\"> · </span><span>Grade <bdi lang=\"en\" dir=\"ltr\">C3</bdi></span></p>",
        "<p class=\"address\"><a href=\"https://example.org/a?b&amp;c\"><bdi dir=\"ltr\">https://example.org/a?b&amp;c</bdi></a></p>",
        "<p class=\"back\"><span aria-hidden=\"true\">↑ </span><span><a href=\"#cites-1-situation\">Situation</a></span></p>",
        "</div></li></ol></section></main></div>",
        "<footer><p class=\"publisher\">Series · June · Office</p><div class=\"band\"><div class=\"sides\" dir=\"ltr\">",
        "<span dir=\"ltr\"><span>Invented</span></span><strong class=\"marking green\" lang=\"en\" dir=\"ltr\">TLP:GREEN</strong>",
        "</div></div></footer>",
    );
    assert_eq!(body, want);
}

#[test]
fn parts_of_another_direction_are_isolated_by_elements() {
    let sections = json!([{"id": "highlights", "title": text("أبرز"), "intro": null, "kind": "highlights", "body": [
        [{"s": "عاد "}, {"s": "95%", "k": "ltr"}, {"s": " بحسب "}, {"s": "Inherent Resolve", "k": "foreign", "lang": "en"},
         {"s": "نص", "k": "missing"}, {"s": "مسودة", "flag": "draft"}],
    ]}]);
    assert_eq!(
        main_of("ar", "rtl", sections),
        concat!(
            "<section class=\"matter\" id=\"highlights\" aria-labelledby=\"highlights-title\"><h2 id=\"highlights-title\">أبرز</h2>",
            "<ul class=\"bullets\"><li>عاد <bdi dir=\"ltr\">95%</bdi> بحسب <bdi lang=\"en\" dir=\"ltr\">Inherent Resolve</bdi>",
            "<mark>نص</mark> <small class=\"flag draft\">مسودة</small></li></ul></section>"
        )
    );
}

#[test]
fn a_table_has_heads_for_columns_and_rows() {
    let meeting = json!({
        "id": "m", "name": text("Talks"), "facts": [], "text": null, "decisions": [], "quotes": [], "marks": [],
        "agenda": [{"number": text("1"), "text": text("Water"), "outcome": null}],
    });
    let sections = json!([{"id": "meetings", "title": text("Meetings"), "intro": null, "kind": "meetings", "body": [meeting]}]);
    let main = main_of("en", "ltr", sections);
    let (_, table) = main.split_once("<h4>").unwrap();
    assert_eq!(
        table,
        concat!(
            "sections.agenda</h4><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"sections.agenda\"><table>",
            "<caption>sections.agenda</caption><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Item</th></tr></thead>",
            "<tbody><tr><th scope=\"row\">1</th><td>Water</td></tr></tbody></table></div></article></section>"
        )
    );
}
