//! Values on lines: texts and forms that are there.

use super::{becomes, forms, text};

const LONG: &str = "The networks supplied water over the month, and across the governorates clinics are in operation \
                    while capitals receive power for some hours.";

#[test]
fn a_text_of_any_style_is_replaced_and_all_else_stays() {
    let before = "\
# head
lang: en   # two spaces

title: Old   # about the title
subtitle: 'Old'
bottom_line: >-  # why
  Old line
  of words

# before the list
highlights:
  - one   # end
  # between
  - \"two\"
  - |
    three

threats:
  a:
    on its own line
  b: plain over
    two lines  # end
  c: \"quoted over
    two lines\"
  d: >
    folded

    in two
# at the end
";
    let after = "\
# head
lang: en   # two spaces

title: New   # about the title
subtitle: 'It''s new'
bottom_line: New  # why

# before the list
highlights:
  - New   # end
  # between
  - \"{n} new: \\\"x\\\"\"
  - New

threats:
  a:
    New
  b: New  # end
  c: \"New\"
  d: New
# at the end
";
    let changes = [
        text("title", "New"),
        text("subtitle", "It's new"),
        text("bottom_line", "New"),
        text("highlights[0]", "New"),
        text("highlights[1]", "{n} new: \"x\""),
        text("highlights[2]", "New"),
        text("threats.a", "New"),
        text("threats.b", "New"),
        text("threats.c", "New"),
        text("threats.d", "New"),
    ];
    becomes(before, &changes, after);
}

#[test]
fn a_long_text_is_folded_and_keeps_the_comment_at_its_side() {
    let before = "\
title: x  # note
highlights:
- \"x\"
-   x
-
threats:
    a: >
       old
    # about b
    b:
      x
    c:  # empty
    d: x
";
    let after = "\
title: >-  # note
  The networks supplied water over the month, and across the governorates clinics are in operation while capitals
  receive power for some hours.
highlights:
- >-
  The networks supplied water over the month, and across the governorates clinics are in operation while capitals
  receive power for some hours.
-   >-
  The networks supplied water over the month, and across the governorates clinics are in operation while capitals
  receive power for some hours.
- >-
  The networks supplied water over the month, and across the governorates clinics are in operation while capitals
  receive power for some hours.
threats:
    a: >-
       The networks supplied water over the month, and across the governorates clinics are in operation while capitals
       receive power for some hours.
    # about b
    b: >-
      The networks supplied water over the month, and across the governorates clinics are in operation while capitals
      receive power for some hours.
    c: >-  # empty
      The networks supplied water over the month, and across the governorates clinics are in operation while capitals
      receive power for some hours.
    d: >-
      The networks supplied water over the month, and across the governorates clinics are in operation while capitals
      receive power for some hours.
";
    let places = [
        "title",
        "highlights[0]",
        "highlights[1]",
        "highlights[2]",
        "threats.a",
        "threats.b",
        "threats.c",
        "threats.d",
    ];
    becomes(before, &places.map(|path| text(path, LONG)), after);
}

#[test]
fn a_text_that_no_block_can_hold_stays_on_one_line() {
    let text_of = |text: &str| format!("title: {text}\n");
    let twice = LONG.replace("clinics", "clinics ");
    becomes(&text_of("x"), &[text("title", &twice)], &text_of(&twice));
    let lines = LONG.replace(", ", ":\n");
    let written = format!("\"{}\"", LONG.replace(", ", ":\\n"));
    becomes(&text_of("x"), &[text("title", &lines)], &text_of(&written));
    // A comment below would be taken into the block.
    becomes(
        "title: x\n   # deeper\nlang: en\n",
        &[text("title", LONG)],
        &format!("title: {LONG}\n   # deeper\nlang: en\n"),
    );
    becomes("title: |\n   one\n   two\n", &[text("title", "two\nthree")], "title: |-\n   two\n   three\n");
}

#[test]
fn a_value_that_is_there_already_is_not_touched() {
    let before = "title: >\n   a\n   b\n\nsubtitle: \"c\"   \nhighlights: [ d,e ]\nthreats:\n  a: |+\n    f\n\nnames: {x: {other: 'g',by: h}}\n";
    let changes = [
        text("title", "a b"),
        text("subtitle", "c"),
        text("highlights[1]", "e"),
        text("threats.a", "f"),
        forms("names.x", &[("by", "h"), ("other", "g")]),
    ];
    becomes(before, &changes, before);
}

#[test]
fn forms_take_the_place_of_a_text() {
    let before = "\
title: x  # note
highlights:
  - x  # note
  - y
  -   >-
    old
threats:
  a: >-  # note
    old
  b:
    x # end
  # about c
  c:
";
    let after = "\
title:  # note
  by: s
  other: \"{s} schools\"
highlights:
  - by: s  # note
    other: \"{s} schools\"
  - y
  -   by: s
      other: \"{s} schools\"
threats:
  a:  # note
    by: s
    other: \"{s} schools\"
  b: # end
    by: s
    other: \"{s} schools\"
  # about c
  c:
    by: s
    other: \"{s} schools\"
";
    let places = ["title", "highlights[0]", "highlights[2]", "threats.a", "threats.b", "threats.c"];
    becomes(before, &places.map(|path| forms(path, &[("by", "s"), ("other", "{s} schools")])), after);
}

#[test]
fn a_text_takes_the_place_of_forms() {
    let before = "\
title:  # note
  by: s
  other: x
highlights:
  - by: s
    one: x
    other: >-
      long
      text

  # between
  -
    by: s
    other: y  # end
threats:
  a: {by: s, other: x}  # note
  b:
    by: s
    other:
  c: z
";
    let after = "\
title: New  # note
highlights:
  - New

  # between
  - New
threats:
  a: New  # note
  b: New
  c: z
";
    let places = ["title", "highlights[0]", "threats.a", "threats.b"];
    let changes: Vec<_> = places.map(|path| text(path, "New")).into();
    becomes(&before.replace("  # end", ""), &[changes, vec![text("highlights[1]", "New")]].concat(), after);
}

#[test]
fn forms_take_the_place_of_forms_one_by_one() {
    let before = "\
highlights:
  - by: s  # the figure
    # singular
    one: \"one\"
    two: two
    other: many
  - one: x
    by: s
    other: y
";
    let after = "\
highlights:
  - by: s  # the figure
    # singular
    one: \"1\"
    few: a few
    other: many more
  - zero: none
    by: t
    few: few
    other: y
";
    let changes = [
        forms("highlights[0]", &[("by", "s"), ("one", "1"), ("few", "a few"), ("other", "many more")]),
        forms("highlights[1]", &[("zero", "none"), ("by", "t"), ("few", "few"), ("other", "y")]),
    ];
    becomes(before, &changes, after);
}

#[test]
fn line_ends_marks_and_a_missing_last_line_end_stay() {
    let before = "lang: en\r\ntitle: x # c\r\nthreats:\r\n  a: >-\r\n    x\r\n    y\r\n  b: x";
    let after = format!(
        "lang: en\r\ntitle: >- # c\r\n  {}\r\n  {}\r\nthreats:\r\n  a: New\r\n  b: New\r\n  c: New",
        &LONG[..111],
        &LONG[112..]
    );
    let changes =
        [text("title", LONG), text("threats.a", "New"), text("threats.b", "New"), text("threats.c", "New")];
    becomes(before, &changes, &after);
    becomes("title: x", &[text("title", "new")], "title: new");
    becomes("lang: en\rtitle: x\r", &[text("subtitle", "new")], "lang: en\rtitle: x\rsubtitle: new\r");
}
