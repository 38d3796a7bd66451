use super::{source, tree};
use crate::yaml::{Data, Limits, Node, Style, parse, write_tree};

/// A tree without places; blocks count as quoted text.
fn bare(node: &Node) -> String {
    match &node.data {
        Data::Scalar(text, Style::Plain) => format!("{text:?}"),
        Data::Scalar(text, _) => format!("q{text:?}"),
        Data::Seq(items) => format!("[{}]", items.iter().map(bare).collect::<Vec<_>>().join(",")),
        Data::Map(entries) => {
            let entry = |entry: &crate::yaml::Entry| format!("{:?}:{}", entry.key, bare(&entry.value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
        }
    }
}

#[test]
fn every_scalar_is_kept_to_the_letter() {
    let text = "\
a: {plain: 7.70, zero: 007, no: no, tilde: ~, nothing: , null: null}
b:
  - [x, \"x\", 'it''s', []]
  - - nested
    - {}
  -
  - \"~\"
c: |
  one
  two
d: >-
  folded
  text
\"key: with colon\": -5
\"- dash\": \"\\u202e \\t \\\" \\\\ \\x07\"
ع: «نص»: و #هنا
e: plain
  over lines
";
    let want = "\
# what it is
# in two lines
a:
  plain: 7.70
  zero: 007
  no: no
  tilde: ~
  nothing:
  null: null
b:
  - - x
    - \"x\"
    - \"it's\"
    - []
  - - nested
    - {}
  -
  - \"~\"
c: \"one\\ntwo\\n\"
d: \"folded text\"
\"key: with colon\": -5
\"- dash\": \"\\u202e \\t \\\" \\\\ \\u0007\"
ع: «نص»: و #هنا
e: plain over lines
";
    let text = text.replace("ع: «نص»: و #هنا", "ع: «نص»:و#هنا");
    let want = want.replace("ع: «نص»: و #هنا", "ع: «نص»:و#هنا");
    let written = write_tree(&tree(&text), "what it is\nin two lines");
    assert_eq!(written, want);
    assert_eq!(bare(&tree(&written)), bare(&tree(&text)));
    assert_eq!(write_tree(&tree(&written), "what it is\nin two lines"), want);
}

/// Texts of every two marks, and plain ones wherever the reader takes them for plain.
#[test]
fn what_stands_plain_reads_back_plain_and_what_is_quoted_quoted() {
    let parts = [
        "", "a", " ", "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%",
        "@", "`", "\\", "\n", "~", "<<", "=", "---", "...", "٣", "،", "\u{200f}", "\u{202e}", "\u{85}",
    ];
    let mut tested = 0;
    for one in parts {
        for two in parts {
            for three in ["", "b", " ", ":"] {
                let text = format!("{one}{two}{three}");
                let quoted = format!("- k: {}\n", serde_json::to_string(&text).unwrap());
                let quoted = quoted.replace('\u{202e}', "\\u202e").replace('\u{85}', "\\u0085");
                for typed in [format!("- k: {text}\n"), quoted] {
                    let (sources, file) = source(&typed);
                    let (Some(read), findings) = parse(file, &sources, &Limits::default()) else { continue };
                    if !findings.is_empty() {
                        continue;
                    }
                    let written = write_tree(&read, "");
                    assert_eq!(bare(&tree(&written)), bare(&read), "{typed:?} -> {written:?}");
                    tested += 1;
                }
            }
        }
    }
    assert!(tested > 4_000, "{tested}");
}
