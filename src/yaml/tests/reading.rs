use super::{codes, findings, findings_within, source, tree};
use crate::diag::Sources;
use crate::yaml::{Data, Limits, Style, add, decode, parse, read};

/// What `serde_yaml` reads, with every scalar as the text that was typed.
fn oracle(text: &str) -> serde_json::Value {
    serde_yaml::from_str(text).unwrap()
}

#[test]
fn trees_are_those_of_serde_yaml() {
    let texts = [
        "a: x\nb: [y, {c: z}]\nd:\n  - e\n  - f: g\n    h: |\n      one\n      two\n  -\n    - deep\n",
        "text: \"نمو «الناتج»: ٧٫٧\"\nplain: نمو الناتج، ثم هبط\nq: 'it''s'\n",
        "folded: >\n  one\n  two\n\n  three\nstripped: |-\n  x\nkept: |+\n  y\n\nlast: z\n",
        "a: &x {b: c}\nd: *x\ne: [*x, *x]\n",
        "# comment\na: x # more\n\n\n# end\nb: 'y # no comment'\n",
        "a:\tx\nb: y\r\nc: z\rd: w\n",
        "esc: \"\\u0645 \\\"q\\\" \\\\ \\n\"\nempty: \"\"\nnothing: ~\nnone:\n",
        "long: one\n  two\n  three\nurl: https://example.org/a?b=c#d\ntime: 2031-06-30T18:00+03:00\n",
        "- a\n- - b\n  - c\n- {}\n- []\n",
        "? key\n: value\n\"quoted key\": x\n",
        "emoji: 👩‍👩‍👧 و\u{200f}نص\n",
        "a: [x,y,\n  z]\nb: {c: d,\n  e: f}\n",
        "---\na: x\n...\n",
        "\u{feff}a: x\n",
    ];
    for text in texts {
        let text = decode(text.as_bytes(), "t.yaml").unwrap();
        assert_eq!(serde_json::to_value(tree(&text)).unwrap(), oracle(&text), "{text}");
    }
}

#[test]
fn scalars_stay_text() {
    let text = "[7.70, 123456789012345678901234567890, no, 0777, 1_000, 12:30:45, 2026-01-01, ٧٫٧٠, true]";
    let Data::Seq(items) = tree(text).data else { panic!() };
    let texts: Vec<&str> = items.iter().filter_map(|item| item.as_text()).collect();
    let expected = [
        "7.70",
        "123456789012345678901234567890",
        "no",
        "0777",
        "1_000",
        "12:30:45",
        "2026-01-01",
        "٧٫٧٠",
        "true",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn places_are_bytes() {
    let text = "العدد: [أ, \"ب\"]\nc:\n  - d: |\n      e\n";
    let (sources, file) = source(text);
    let root = read(file, &sources).unwrap();
    let at = |path: &str| sources.slice(root.at(path).unwrap().span);
    assert_eq!(at("العدد"), "[أ, \"ب\"]");
    assert_eq!(at("العدد[0]"), "أ");
    assert_eq!(at("العدد[1]"), "\"ب\"");
    assert_eq!(at("c[0]"), "d: |\n      e\n");
    assert_eq!(sources.slice(root.entry("العدد").unwrap().key_span), "العدد");
    assert_eq!(root.at("c[0].d").unwrap().data, Data::Scalar("e\n".into(), Style::Block));
    assert_eq!(root.at("c[1]"), None);
    assert_eq!(root.at("c.d"), None);
}

#[test]
fn paths_find_ids_and_quoted_keys() {
    let root = tree("figures: [{id: fund.nor, v: x}, {id: b, v: y}]\n\"a.b\": {c: z}\n");
    let text = |path: &str| root.at(path).and_then(|node| node.as_text());
    assert_eq!(text("figures[fund.nor].v"), Some("x"));
    assert_eq!(text("figures[1].v"), Some("y"));
    assert_eq!(text("\"a.b\".c"), Some("z"));
    assert_eq!(text("figures[zz].v"), None);
    assert_eq!(text("figures[b"), None);
    assert_eq!(root.at(""), Some(&root));
}

#[test]
fn nothing_is_plain() {
    let root = tree("[~, null, {a: }, '~', \"\", NULL]");
    let null: Vec<bool> = root.as_seq().unwrap().iter().map(|item| item.is_null()).collect();
    assert_eq!(null, [true, true, false, false, false, false]);
    assert!(root.at("[2].a").unwrap().is_null());
    assert!(tree("").is_null());
    assert!(tree("# only a comment\n").is_null());
}

#[test]
fn what_is_not_utf8_is_refused_with_its_place() {
    let message = |bytes: &[u8]| decode(bytes, "text/ar.yaml").unwrap_err().message;
    let latin = b"a: x\nb: \xd8\xb9\xd8\xb9 \xe4x\n";
    assert_eq!(message(latin), "`text/ar.yaml` is not UTF-8 text: byte 0xE4 at line 2, column 7");
    let utf16 = "`text/ar.yaml` is not UTF-8 text; it looks like UTF-16";
    assert_eq!(message(b"\xff\xfea\0:\0"), utf16);
    assert_eq!(message(b"\xfe\xff\0a\0:"), utf16);
    assert_eq!(message(b"a\0:\0 \0x\0"), utf16);
    assert_eq!(decode(b"\xef\xbb\xbfa: x", "t").unwrap(), "a: x");

    let mut sources = Sources::new();
    let finding = add(latin, "t.yaml", "", &mut sources, &Limits::default()).unwrap_err();
    let expected = "\
error[YA01]: the file is not UTF-8 text: byte 0xE4
  --> t.yaml:2:7
2  | b: عع ⟦�⟧x
   | └ first wrong byte
   = help: save it again with the encoding `UTF-8`; older Arabic files are often `Windows-1256`
";
    assert_eq!(super::shown(&[finding], &sources), expected);
}

#[test]
fn hidden_characters_are_refused() {
    assert_eq!(codes("a: x\u{202e}y\nb: \u{2067}z\u{2069}\n"), ("YA02 1:5, YA02 2:4, YA02 2:6".into(), true));
    assert_eq!(codes("# c\u{2028}d\na: x\u{85}y\n"), ("YA03 1:4, YA03 2:5".into(), true));
    assert_eq!(codes("a: x\u{feff}\n"), ("YA04 1:5".into(), true));
    assert_eq!(codes("a: x\u{0}\u{0}y\nb: \u{7}\n"), ("YA04 1:5, YA04 2:4".into(), false));
    assert_eq!(codes("k\u{200f}: x\n"), ("YA05 1:1".into(), true));
    assert_eq!(codes("a: نص\u{200f} (x)\u{200e}\nمی\u{200c}شود: y\n"), (String::new(), true));
}

#[test]
fn equal_keys_are_both_shown() {
    let expected = "\
error[YA06]: key `المصدر` is given twice in this map
  --> t.yaml:3:3
3  |   ⟦<U+200F>المصدر⟧: هيئة
   | └ second time here
  ::: t.yaml:2:3
2  |   ⟦المصدر⟧: وزارة
   | └ first time here
   = help: the two look alike and differ in characters that cannot be seen
";
    assert_eq!(findings("x:\n  المصدر: وزارة\n  \u{200f}المصدر: هيئة\n"), expected);
    assert_eq!(codes("é: a\ne\u{301}: b\n"), ("YA06 2:1".into(), true));
    assert_eq!(codes("a: 1\n'a': 2\nb: {c: 1, c: 2}\n"), ("YA06 2:1, YA06 3:11".into(), true));
    let (sources, file) = source("a: 1\na: 2\nb: 3\n");
    let node = parse(file, &sources, &Limits::default()).0.unwrap();
    assert_eq!(serde_json::to_string(&node).unwrap(), r#"{"a":"1","b":"3"}"#);
}

#[test]
fn policies_are_reported_together() {
    let text = "a: !!int 3\n<<: {x: y}\nb: *none\n? [k]\n: v\n: w\nc: &s [*s]\n---\nd: e\n";
    let expected = "YA08 1:4, YA10 2:1, YA11 3:4, YA13 4:3, YA13 6:1, YA11 7:8, YA07 8:1";
    assert_eq!(codes(text), (expected.into(), true));
    assert_eq!(codes("%YAML 1.2\n---\na: b\n"), ("YA09 1:1".into(), false));
}

#[test]
fn limits_hold() {
    let small = Limits { bytes: 400, depth: 4, values: 40, value_bytes: 20, findings: 3 };
    let first = |text: &str| findings_within(text, &small).lines().next().unwrap_or("").to_owned();
    assert_eq!(first(&"a".repeat(401)), "error[YA12]: the file has 401 bytes; at most 400 are read");
    assert_eq!(first(&"a".repeat(21)), "error[YA12]: this value has 21 bytes; at most 20 are read");
    assert_eq!(first("[[[[x]]]]"), "");
    let deep = "error[YA12]: more than 4 lists and maps inside each other";
    assert_eq!(first("[[[[[x]]]]]"), deep);
    assert_eq!(first("- - - - - x\n"), deep);
    assert_eq!(first("- [{a: [[b]]}]"), deep);
    assert_eq!(first(&format!("[{}]", "x,".repeat(41))), "error[YA12]: the file holds more than 40 values");
    let bomb = "a: &a [1,1,1,1]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n";
    let expected = "\
error[YA12]: aliases expand this file to more than 40 values
  --> t.yaml:3:5
3  | c: [*b,*b,*b,*b]
   |     ^^ one alias too many
   = help: write the values out
";
    assert_eq!(findings_within(bomb, &small), expected);
    let ladder = "a: &a [[x]]\nb: &b [*a]\nc: &c [*b]\n";
    assert_eq!(
        first(ladder),
        "error[YA12]: through aliases, more than 4 lists and maps stand inside each other"
    );
    let many = "a: !x 1\nb: !x 1\nc: !x 1\nd: !x 1\ne: !x 1\n";
    assert_eq!(findings_within(many, &small).matches("YA08").count(), 3);
    assert!(
        findings_within(many, &small).contains("error[YA12]: 2 more findings in this file are not shown")
    );
}

#[test]
fn floods_end_at_once() {
    for text in ["[".repeat(1_000_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "? ".repeat(100_000)] {
        let (found, tree) = codes(&text);
        assert!(found.starts_with("YA12") && !tree, "{found}");
    }
    let text = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a,".repeat(10_000));
    assert_eq!(codes(&text), (String::new(), true));
    let mut keys = String::new();
    for key in 0..20_000 {
        keys.push_str(&format!("k{key}: x\n"));
    }
    assert_eq!(codes(&keys), (String::new(), true));
}

#[test]
fn a_second_colon_is_explained() {
    let expected = "\
error[YA21]: a second `: ` on this line
  --> t.yaml:1:13
1  | title: نتائج⟦:⟧ الربع الأول # x
   | └ YAML takes this colon for a key
   = help: put the text in quotes: `title: \"نتائج: الربع الأول\"`
";
    assert_eq!(findings("title: نتائج: الربع الأول # x\n"), expected);
    assert!(findings("a: say \"b\": c\n").contains("`a: 'say \"b\": c'`"));
    assert_eq!(codes("x: {b: c: d}\n").0, "YA21 1:9");
}

#[test]
fn an_open_quote_is_shown_where_it_begins() {
    let expected = "\
error[YA22]: a quote is not closed
  --> t.yaml:2:4
2  | b: \"open
   |    ^^^^^ the quote begins here
  ::: t.yaml:3:1
3  | c: d
   | ^^^^ and is still open here
   = help: close it with `\"` at the end of the text
";
    assert_eq!(findings("a: x # don't\nb: \"open\nc: d\n"), expected);
    assert_eq!(codes("a: 'x\n").0, "YA22 1:4");
}

#[test]
fn arabic_commas_are_explained() {
    let expected = "\
error[YA25]: text after the closing quote
  --> t.yaml:1:8
1  | a: [\"x\"⟦، \"y\"]⟧
   | └ after the quote
   = help: write `,` where YAML parts entries: `،` and `؛` are text
";
    assert_eq!(findings("a: [\"x\"، \"y\"]\n"), expected);
    let expected = "\
warning[YA30]: this list has one entry: `،` does not part entries
  --> t.yaml:1:5
1  | a: [⟦أمن، اقتصاد⟧]
   | └ one entry
   = help: write `,` between the entries, or put the text in quotes if it is one entry
";
    assert_eq!(findings("a: [أمن، اقتصاد]\n"), expected);
    assert_eq!(codes("a: ['أمن، اقتصاد']\nb: [أمن، واقتصاد, x]\nc: {ar: نعم، لا}\n").0, "");
    assert_eq!(codes("a: {b: 12,5}\nc: {d: 12, e: x}\nf: [12,5]\n").0, "YA31 1:8");
    assert!(findings("a: {b: ١٢,٥}\n").contains("write `12.5`"));
}

#[test]
fn faults_of_syntax_have_codes_and_places() {
    let cases = [
        ("a: 1\n\tb: 2\n", "YA20 2:1"),
        ("a:\n- 1\n\t- 2\n", "YA20 3:1"),
        ("a: {\n\tb: 1\n}\n", "YA20 2:1"),
        ("a: [1, 2\nb: 3\n", "YA23 1:4"),
        ("a: {b: 1\n", "YA23 1:4"),
        ("a: [b, {c]\n", "YA23 1:10"),
        ("{a: 1}}\n", "YA23 1:7"),
        ("a: ]\n", "YA23 1:4"),
        ("a:\n  b: 1\n c: 2\n", "YA24 3:2"),
        ("- a\nb: c\n", "YA24 2:1"),
        ("key: value\n  more: x\n", "YA24 2:3"),
        ("a: - b\n", "YA24 1:4"),
        ("a: |\n  x\n y\n", "YA24 3:2"),
        ("a: \"x\" y\n", "YA25 1:8"),
        ("a: 'it's'\n", "YA25 1:8"),
        ("a: @x\n", "YA26 1:4"),
        ("a: `x`\n", "YA26 1:4"),
        ("a: %x\n", "YA26 1:4"),
        ("a: 1\nfoo\nb: 2\n", "YA27 2:1"),
        ("a:b\nc: d\n", "YA27 1:1"),
        ("a: 1\nb:\u{a0}c\nd: e\n", "YA27 2:1"),
        ("a: \"bad \\q\"\n", "YA28 1:9"),
        ("a: >9x\n y\n", "YA29 1:4"),
    ];
    for (text, expected) in cases {
        assert_eq!(codes(text), (expected.to_owned(), false), "{text:?}");
    }
    assert!(findings("a: 1\nb:\u{a0}c\n").contains("no-break space"));
    assert!(findings("a: “x: y”\n").contains("write `\"` where YAML quotes"));
}

#[test]
fn placeholders_need_quotes() {
    let expected = "\
error[YA32]: a text that begins with `{` needs quotes
  --> t.yaml:2:4
2  | b: ⟦{liberated}، ثم {ter}.⟧
   | └ not in quotes
   = help: put the text in quotes: `\"{liberated}، ثم {ter}.\"`
";
    assert_eq!(findings("a: x\nb: {liberated}، ثم {ter}.\n"), expected);
    assert_eq!(codes("- {n} of {m}\n").0, "YA32 1:3");
    assert_eq!(codes("a: {x}: y\n").0, "YA32 1:4");
    assert_eq!(codes("a: [x {y}]\n").0, "YA32 1:7");
    assert_eq!(codes("k: {ar: نص {x}., en: y}\n").0, "YA32 1:12");
    assert_eq!(codes("k: {ar: {x} من, en: y}\n").0, "YA32 1:13");
    assert_eq!(codes("- {n}\n- {a: }\n- {b, c}\n"), ("YA32 1:3".into(), true));
    assert!(findings("- {n}\n").contains("`{n}` without quotes is a map, not a placeholder"));
}

#[test]
fn findings_before_a_fault_of_syntax_are_kept() {
    assert_eq!(codes("a: 1\na: 2\nb: c: d\n"), ("YA06 2:1, YA21 3:5".into(), false));
}
