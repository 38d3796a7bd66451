use std::collections::BTreeMap;

use super::tree;
use crate::yaml::{from_node, to_string};

#[test]
fn words_of_yaml_1_1_are_quoted() {
    let words = [
        "no",
        "Y",
        "ON",
        "12:30",
        "0777",
        "1_000",
        "true",
        "~",
        "",
        "7.70",
        "2031-06-30",
        "نعم: لا",
        "<<",
        "=",
    ];
    let expected = "\
- 'no'
- 'Y'
- 'ON'
- '12:30'
- '0777'
- '1_000'
- 'true'
- '~'
- ''
- '7.70'
- 2031-06-30
- 'نعم: لا'
- '<<'
- '='
";
    assert_eq!(to_string(&words), expected);
    let map = BTreeMap::from([("no", "nei"), ("ar", "y")]);
    assert_eq!(to_string(&map), "ar: 'y'\n'no': nei\n");
}

#[test]
fn what_is_written_is_read_again() {
    let texts = [
        "a\nb\n",
        " x",
        "x ",
        "no",
        "- a",
        "# c",
        "a: b",
        "\"q\"",
        "it's",
        "ا، ب",
        "\t",
        "👩‍👩‍👧",
        "|",
        "@x",
        "0.5",
    ];
    let written = to_string(&texts);
    let read: Vec<String> = from_node(&tree(&written)).unwrap();
    assert_eq!(read, texts);
}

#[test]
fn a_tree_is_written_in_its_own_order() {
    let text = "z: 7.70\na:\n- ~\n- x: \"\"\n";
    let root = tree(text);
    assert_eq!(to_string(&root), "z: '7.70'\na:\n- null\n- x: ''\n");
    assert_eq!(serde_json::to_string(&root).unwrap(), r#"{"z":"7.70","a":[null,{"x":""}]}"#);
}
