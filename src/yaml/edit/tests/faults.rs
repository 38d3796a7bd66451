//! What is refused, with its place.

use super::{edited, forms, text};
use crate::yaml::edit::Change;

/// Path, place in the text and reason of the fault.
fn refused(before: &str, change: Change<'_>) -> (String, String, String) {
    let fault = edited(before, &[change]).unwrap_err();
    let place = before[fault.span.start as usize..fault.span.end as usize].to_owned();
    (fault.path, place, fault.reason)
}

fn is(path: &str, place: &str, reason: &str) -> (String, String, String) {
    (path.to_owned(), place.to_owned(), reason.to_owned())
}

#[test]
fn anchors_and_aliases_are_left_alone() {
    let before = "title: &t x\nsubtitle: *t\nthreats: &all\n  a: x\nnames: *all\nhighlights:\n  - x\n  - {by: *t, other: y}\n";
    let tied = "it has an anchor, an alias or a tag";
    let way = "an anchor, an alias or a tag stands on the way to it";
    assert_eq!(refused(before, text("title", "y")), is("title", "x", tied));
    assert_eq!(refused(before, text("subtitle", "y")), is("subtitle", "*t", tied));
    assert_eq!(refused(before, text("threats.a", "y")), is("threats.a", "x", way));
    assert_eq!(refused(before, text("names.b", "y")), is("names.b", "*all", way));
    assert_eq!(refused(before, text("highlights[1]", "y")).2, tied);
    // Beside them there is room.
    assert_eq!(edited(before, &[text("highlights[0]", "z")]).unwrap(), before.replace("- x", "- z"));
}

#[test]
fn a_comment_is_never_lost() {
    let before = "\
title:
  by: s
  # note
  other: x
threats:
  a: {by: s, # note
    other: x}
  b:
    by: s
    one: y # note
    other: x
  c:
    # note
    by: s
    other: x
";
    let lost = |path: &str| refused(before, text(path, "New")).2;
    let reason = "the comment `# note` would be lost";
    assert_eq!([lost("title"), lost("threats.a"), lost("threats.b"), lost("threats.c")], [reason; 4]);
    assert_eq!(refused(before, forms("threats.b", &[("by", "s"), ("other", "x")])).2, reason);
    let above = "title:\n  by: s\n  # note\n  one: y\n  other: x\n";
    assert_eq!(refused(above, forms("title", &[("by", "s"), ("other", "x")])).2, reason);
}

#[test]
fn what_stands_elsewhere_than_expected_is_not_overwritten() {
    let before = "title: x\nhighlights:\n  - x\nthreats:\n  a: x\n? names\n: x\n";
    assert_eq!(refused(before, text("highlights", "y")), is("highlights", "- x", "it is a list"));
    let cases = [
        ("title.x", "x", "a text stands where a map or a list should"),
        ("title[0]", "x", "a text stands where a map or a list should"),
        ("highlights.x", "- x", "a list stands where a map should"),
        ("threats[0]", "a: x", "a map stands where a list should"),
    ];
    for (path, place, reason) in cases {
        assert_eq!(refused(before, text(path, "y")), is(path, place, reason));
    }
    let columns = "its neighbours do not begin their lines in one column";
    assert_eq!(refused(before, text("lang", "en")).2, columns);
    let keeps = "title: |+\n  x\n\nthreats:\n  a: x\n";
    assert_eq!(
        refused(keeps, text("subtitle", "y")).2,
        "the block before it keeps the line ends below it (`+`)"
    );
}

#[test]
fn a_file_or_a_text_that_is_at_fault_is_refused() {
    let broken = edited("title: x\ntitle: y\n", &[text("title", "z")]).unwrap_err();
    assert_eq!(
        (broken.span.start, broken.reason.as_str()),
        (9, "the file has errors: key `title` is given twice in this map")
    );
    let hidden = is("title", "x", "the new text holds the hidden character U+202E");
    assert_eq!(refused("title: x\n", text("title", "a\u{202e}b")), hidden);
    assert_eq!(refused("title: x\n", forms("title", &[])).2, "a map without entries says nothing");
    assert_eq!(refused("", text("highlights[10000]", "x")).2, "a list is not made longer than 10000 entries");
}
