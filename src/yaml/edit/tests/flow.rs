//! Values in brackets.

use super::{becomes, forms, text};

#[test]
fn values_in_brackets_change_in_brackets() {
    let before = "\
highlights: [one, 'two' , \"three\"]  # list
threats: {a: x, b: , d: \"y\"}
decisions:
  m: [ ]
  k: [x]
names: { n: {by: s, one: x, other: y}, e: [], p: z }
";
    let after = "\
highlights: [\"{n}, one\", 'It''s two' , \"أمن، اقتصاد\", \"\", New]  # list
threats: {a: \"x: y\", b: New, c: New, d: \"z\"}
decisions:
  m:
    - New
  k: [{by: s, other: \"{s} new\"}]
names: { n: {by: t, few: New, other: y}, e: [New], p: {by: s, other: z} }
";
    let changes = [
        text("highlights[0]", "{n}, one"),
        text("highlights[1]", "It's two"),
        text("highlights[2]", "أمن، اقتصاد"),
        text("highlights[4]", "New"),
        text("threats.a", "x: y"),
        text("threats.b", "New"),
        text("threats.c", "New"),
        text("threats.d", "z"),
        text("decisions.m[0]", "New"),
        forms("decisions.k[0]", &[("by", "s"), ("other", "{s} new")]),
        forms("names.n", &[("by", "t"), ("few", "New"), ("other", "y")]),
        text("names.e[0]", "New"),
        forms("names.p", &[("by", "s"), ("other", "z")]),
    ];
    becomes(before, &changes, after);
}

#[test]
fn brackets_over_several_lines_keep_their_lines() {
    let before = "{\n  title: x, # note\n  threats: {\n    a: x,\n    c: y,\n  },\n}\n";
    let after =
        "{\n  title: New, lang: en, # note\n  threats: {\n    a: x, b: New,\n    c: y, d: New,\n  },\n}\n";
    let after = after.replace("title: New, lang: en", "lang: en, title: New");
    let changes =
        [text("title", "New"), text("threats.b", "New"), text("threats.d", "New"), text("lang", "en")];
    becomes(before, &changes, &after);
}

#[test]
fn an_entry_in_brackets_goes_with_its_comma() {
    let put = |before: &str, after: &str| {
        becomes(
            &format!("title: {before}\n"),
            &[forms("title", &[("by", "s"), ("other", "x")])],
            &format!("title: {after}\n"),
        );
    };
    put("{by: s, one: y, other: x}", "{by: s, other: x}");
    put("{one: y, by: s, other: x}", "{by: s, other: x}");
    put("{ by: s, other: x, one: y }", "{ by: s, other: x }");
    put("{one: y}", "{by: s, other: x}");
    put("{by, other: x}", "{by: s, other: x}");
}
