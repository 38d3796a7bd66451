//! Values that were not there: keys, entries of lists, sections, files.

use super::{becomes, edited, forms, owned, text};
use crate::yaml::edit::{Change, NewValue};

#[test]
fn a_new_key_goes_after_the_nearest_key_before_it() {
    let before = "\
threats:
  # about a
  a: x  # at a
    # more about a
  # about c
  c: >-
    x

# about the names
names:
  n: x
";
    let after = "\
threats:
  # about a
  a: x  # at a
    # more about a
  b: New
  # about c
  c: >-
    x
  d:
    by: s
    other: New
  z: New

# about the names
names:
  n: x
  m: New
";
    let changes = [
        text("threats.b", "New"),
        forms("threats.d", &[("by", "s"), ("other", "New")]),
        text("threats.z", "New"),
        text("names.m", "New"),
    ];
    becomes(before, &changes, after);
}

#[test]
fn a_new_key_without_a_key_before_it_goes_before_the_next() {
    let before = "threats:\n  x: y\n  # about c\n  c: x\nhighlights:\n  - other: x\n";
    let after = "threats:\n  x: y\n  a: New\n  # about c\n  c: x\nhighlights:\n  - by: s\n    other: x\n";
    becomes(
        before,
        &[text("threats.a", "New"), forms("highlights[0]", &[("by", "s"), ("other", "x")])],
        after,
    );
    becomes("# The brief.\ntitle: x\n", &[text("lang", "en")], "# The brief.\nlang: en\ntitle: x\n");
}

#[test]
fn a_new_section_is_parted_like_the_others() {
    let before = "\
lang: en
_meta: {status: draft}

title: x

# about the threats
threats:
  a: x
  # b: for later
";
    let after = "\
lang: en
_meta: {status: draft}

title: x
subtitle: New

bottom_line: >-
  One sentence that is so long that it cannot stand on a single line of this file, because it has more characters than
  that.

highlights:
  - \"\"
  - New

# about the threats
threats:
  a: x
  # b: for later

decisions:
  m:
    - \"\"
    - by: s
      other: New

names:
  k: New
";
    let long = "One sentence that is so long that it cannot stand on a single line of this file, because it has more \
                characters than that.";
    let changes = [
        text("names.k", "New"),
        text("subtitle", "New"),
        text("bottom_line", long),
        text("highlights[1]", "New"),
        forms("decisions.m[1]", &[("by", "s"), ("other", "New")]),
    ];
    becomes(before, &changes, after);
    let close = "lang: en\ntitle: x\nhighlights:\n  - x\nthreats:\n  a: x\n";
    becomes(close, &[text("names.k", "New")], &format!("{close}names:\n  k: New\n"));
}

#[test]
fn a_list_grows_in_its_own_manner() {
    let before = "highlights:\n- x  # end\n  # below\n\n# far\ndecisions:\n    m:\n    - x\n\n    - y\n\n    - |-\n      z";
    let after = "highlights:\n- x  # end\n  # below\n- \"\"\n- New\n\n# far\ndecisions:\n    m:\n    - x\n\n    - y\n\n    - |-\n      z\n\n    - New\n    k:\n    - New";
    let changes =
        [text("highlights[2]", "New"), text("decisions.m[3]", "New"), text("decisions.k[0]", "New")];
    becomes(before, &changes, after);
}

#[test]
fn nothing_gives_way_to_what_is_new() {
    let before =
        "title:\nsubtitle: \"\"\nhighlights: []  # none\nthreats:  # none\ndecisions: {}\nnames: ~\n";
    let after = "\
title: New
subtitle: New
highlights:  # none
  - New
threats:  # none
  a: New
decisions:
  m:
    - New
names:
  k: New
";
    let changes = [
        text("title", "New"),
        text("subtitle", "New"),
        text("highlights[0]", "New"),
        text("threats.a", "New"),
        text("decisions.m[0]", "New"),
        text("names.k", "New"),
    ];
    becomes(before, &changes, after);
}

#[test]
fn a_file_without_values_gets_some() {
    let changes = [text("title", "New"), text("highlights[0]", "New"), text("lang", "en")];
    let new = "lang: en\ntitle: New\n\nhighlights:\n  - New\n";
    for head in ["", "# head\n", "---\n"] {
        becomes(head, &changes, &format!("{head}{new}"));
    }
    becomes("# head", &changes[..1], "# head\ntitle: New\n");
    becomes("{}\n", &changes[..2], "title: New\n\nhighlights:\n  - New\n");
}

#[test]
fn of_two_changes_to_one_place_the_last_is_made() {
    becomes("title: x\n", &[text("title", "z"), text("title", "x")], "title: x\n");
    becomes("title: x\n", &[text("title", "x"), text("title", "z")], "title: z\n");
}

#[test]
fn a_number_stands_without_quotes() {
    let number =
        |path: &str, text: &str| Change { path: owned(path), value: NewValue::Number(text.to_owned()) };
    becomes(
        "a: 1  # one\nb: {c: 7K}\n",
        &[number("a", "2"), number("b.c", "-4.5")],
        "a: 2  # one\nb: {c: -4.5}\n",
    );
    becomes(
        "a:\n  - {x: 1}\n",
        &[number("a[1].x", "2"), number("a[1].z", "3")],
        "a:\n  - {x: 1}\n  - x: 2\n    z: 3\n",
    );
    assert_eq!(edited("a: 1\n", &[number("a", "1: 2")]).unwrap_err().reason, "`1: 2` is no number");
}
