//! Random damage to a sample file: nothing panics, and what both readers accept is the same.
//!
//! In longer runs (400,000 files) the readers part in two ways only, both YAML 1.1 in `serde_yaml`: `?x`
//! inside brackets is a key to it, and `&a:` an anchor named `a`.

use serde::Deserialize;

use super::{shown, source};
use crate::diag::json_lines;
use crate::yaml::{Limits, Node, decode, from_node, parse};

const SAMPLE: &str = "\
# نموذج
figures:
  - id: gdp
    value: 7.9M
    label: \"نمو الناتج: \\\"٧\\\"\"
  - {id: b, source: [s1, 's2'], as_of: 2031-06}
text: |
  سطر أول،
  سطر ثانٍ.
ref: &r {k: v}
same: *r
list:
- x
- y
";

const BITS: &[&str] = &[
    ":",
    ": ",
    "\n",
    "\n  ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "،",
    "&r ",
    "*r",
    "- ",
    "? ",
    "!",
    "%",
    "@",
    "#",
    " #",
    "|",
    ">",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{0}",
    "\u{200f}",
    "\\",
    "\\x",
    "<<: ",
    "---\n",
    "...\n",
    "~",
    "ا",
    "👩‍👩‍👧",
    "\u{a0}",
    "\r",
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct File {
    figures: Vec<Figure>,
    text: String,
    r#ref: Option<Node2>,
    same: Option<Node2>,
    list: Vec<char>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Node2 {
    k: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Figure {
    id: String,
    value: Option<String>,
    label: Option<String>,
    source: Option<Vec<String>>,
    as_of: Option<u16>,
}

/// Xorshift with a fixed seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

fn damaged(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = SAMPLE.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let piece = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            3 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
            _ => {
                let bit = BITS[dice.below(BITS.len())];
                bytes.splice(at..at, bit.bytes());
            }
        }
    }
    bytes
}

#[test]
fn damage_never_panics() {
    let mut dice = Dice(0x6d75_6a61_7a00_0001);
    let (mut trees, mut same) = (0, 0);
    for _ in 0..6_000 {
        let text = match decode(&damaged(&mut dice), "t.yaml") {
            Ok(text) => text,
            Err(finding) => {
                assert_eq!(finding.code, "YA01");
                continue;
            }
        };
        let (sources, file) = source(&text);
        let (node, findings) = parse(file, &sources, &Limits::default());
        assert!(node.is_some() || !findings.is_empty(), "{text:?}");
        assert!(findings.iter().all(|finding| crate::diag::codes::title(finding.code).is_some()));
        assert_eq!(shown(&findings, &sources).is_empty(), findings.is_empty());
        assert_eq!(json_lines(&findings, &sources).lines().count(), findings.len());
        let Some(node) = node else { continue };
        if let Err(findings) = from_node::<File>(&node) {
            assert!(!findings.is_empty() && !shown(&findings, &sources).is_empty());
        }
        let clean = findings.is_empty() && text.ends_with('\n');
        if let (true, Ok(oracle)) = (clean, serde_yaml::from_str::<serde_yaml::Value>(&text)) {
            trees += 1;
            same += usize::from(agree(&node, &oracle));
        }
    }
    assert!(trees > 500, "{trees}");
    assert_eq!(same, trees);
}

/// Whether the two trees have one shape and the same texts; numbers and truth values are not compared.
fn agree(node: &Node, oracle: &serde_yaml::Value) -> bool {
    use serde_yaml::Value;
    match oracle {
        Value::Null => node.as_text().is_some_and(|text| matches!(text, "" | "~" | "null" | "Null" | "NULL")),
        Value::Bool(_) | Value::Number(_) => node.as_text().is_some(),
        Value::String(text) => node.as_text() == Some(text),
        Value::Sequence(items) => node.as_seq().is_some_and(|nodes| {
            nodes.len() == items.len() && nodes.iter().zip(items).all(|(node, item)| agree(node, item))
        }),
        Value::Mapping(map) => node.as_map().is_some_and(|entries| {
            entries.len() == map.len()
                && entries.iter().zip(map).all(|(entry, (key, value))| {
                    key.as_str().is_none_or(|key| key == entry.key) && agree(&entry.value, value)
                })
        }),
        Value::Tagged(_) => false,
    }
}
