use std::collections::BTreeMap;

use serde::Deserialize;

use super::{shown, source, tree};
use crate::yaml::{Partial, Spanned, from_node, from_node_partly, read};

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edition {
    figures: Vec<Figure>,
    #[serde(default)]
    names: BTreeMap<String, String>,
    #[serde(default)]
    public: bool,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    id: Spanned<String>,
    value: Amount,
    unit: Option<Unit>,
    year: Option<u16>,
    source: Option<Vec<String>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Unit {
    People,
    UsDollar,
    Other(String),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
struct Amount(String);

impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.is_ascii() {
            true => Ok(Self(text)),
            false => {
                Err(format!("expected Latin digits, found `{text}`; as always; write `7.80`: digits vary"))
            }
        }
    }
}

fn complaints(text: &str) -> String {
    let (sources, file) = source(text);
    let node = read(file, &sources).unwrap();
    shown(&from_node::<Edition>(&node).unwrap_err(), &sources)
}

fn one<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
    from_node(&tree(text)).map_err(|findings| {
        let said = |finding: &crate::diag::Finding| {
            let help: String = finding.help.iter().map(|help| format!(" | {help}")).collect();
            format!("{} {}{help}", finding.code, finding.message)
        };
        findings.iter().map(said).collect::<Vec<_>>().join("\n")
    })
}

#[test]
fn a_good_tree_becomes_a_value() {
    let text = "figures: [{id: a, value: 7.70, unit: {other: kg}, year: 2031}, \
        {id: b, value: 1, unit: us_dollar}]\n\
        names: {ar: نعم, no: nei}\npublic: true\n";
    let edition: Edition = from_node(&tree(text)).unwrap();
    assert_eq!(edition.figures[0].value, Amount("7.70".into()));
    assert_eq!(edition.figures[0].unit, Some(Unit::Other("kg".into())));
    assert_eq!(edition.figures[1].unit, Some(Unit::UsDollar));
    assert_eq!((edition.figures[1].id.span.start, edition.figures[1].id.span.end), (68, 69));
    assert_eq!(edition.names["no"], "nei");
    assert!(edition.public);
}

#[test]
fn every_complaint_is_made_at_once() {
    let text = "\
figures:
  - id: a
    value: ٧٫٨٠
    unit: peple
    yaer: 2031
  - id: b
    source: s1
    year: 99999
  - {id: c, value: [1], unit: {kilo: g}}
  - d
names: {ar: ~}
public: yes
";
    let expected = "\
error[TY05]: expected Latin digits, found `٧٫٨٠`; as always
  --> t.yaml:3:12
3  |     value: ⟦٧٫٨٠⟧
   | └ not accepted
   = at: figures[a].value
   = help: write `7.80`: digits vary

error[TY04]: `peple` is not one of `people`, `us_dollar`, `other`
  --> t.yaml:4:11
4  |     unit: peple
   |           ^^^^^ unknown word
   = at: figures[a].unit
   = help: did you mean `people`?

error[TY02]: unknown key `yaer`
  --> t.yaml:5:5
5  |     yaer: 2031
   |     ^^^^ not a key here
   = at: figures[a].yaer
   = help: did you mean `year`?

error[TY01]: expected a list, found `s1`
  --> t.yaml:7:13
7  |     source: s1
   |             ^^ must be a list
   = at: figures[b].source
   = help: write `[s1]` for a list of one

error[TY01]: expected a whole number from 0 to 65535, found `99999`
  --> t.yaml:8:11
8  |     year: 99999
   |           ^^^^^ must be a whole number from 0 to 65535
   = at: figures[b].year

error[TY03]: `value` is missing
  --> t.yaml:6:5
6  |   - id: b
   |     ^^^^^ has no `value`
   = at: figures[b].value

error[TY01]: expected text, found a list
  --> t.yaml:9:20
9  |   - {id: c, value: [1], unit: {kilo: g}}
   |                    ^^^ must be text
   = at: figures[c].value

error[TY04]: `kilo` is not one of `people`, `us_dollar`, `other`
  --> t.yaml:9:32
9  |   - {id: c, value: [1], unit: {kilo: g}}
   |                                ^^^^ unknown word
   = at: figures[c].unit

error[TY01]: expected a map, found `d`
  --> t.yaml:10:5
10 |   - d
   |     ^ must be a map
   = at: figures[3]
   = help: write `key: value` lines below, indented

error[TY01]: expected text, found nothing
  --> t.yaml:11:13
11 | names: {ar: ~}
   |             ^ must be text
   = at: names.ar
   = help: write a text, or remove the key

error[TY01]: expected `true` or `false`, found `yes`
  --> t.yaml:12:9
12 | public: yes
   |         ^^^ must be `true` or `false`
   = at: public
   = help: write `true` or `false`
";
    assert_eq!(complaints(text), expected);
}

#[test]
fn a_mistyped_key_is_not_missed_as_well() {
    let expected = "\
error[TY02]: unknown key `vlaue`
  --> t.yaml:1:19
1  | figures: [{id: a, vlaue: 1}]
   |                   ^^^^^ not a key here
   = at: figures[a].vlaue
   = help: did you mean `value`?
";
    assert_eq!(complaints("figures: [{id: a, vlaue: 1}]\n"), expected);
    let unlike = complaints("figures: [{id: a, q: 1}]\n");
    assert!(unlike.contains("write one of the keys known here: `id`, `value`, `unit`, `year`, `source`"));
    assert!(unlike.contains("error[TY03]: `value` is missing"));
}

#[test]
fn scalars_are_what_the_type_asks_for() {
    assert_eq!(one::<String>("no"), Ok("no".into()));
    assert_eq!(one::<String>("'~'"), Ok("~".into()));
    assert_eq!(one::<String>("0777"), Ok("0777".into()));
    assert_eq!(one::<Option<String>>("null"), Ok(None));
    assert_eq!(one::<Option<String>>("''"), Ok(Some(String::new())));
    assert_eq!(one::<Vec<Option<u8>>>("[1, ~, \"3\"]"), Ok(vec![Some(1), None, Some(3)]));
    assert_eq!(one::<(i8, f64, bool, char)>("[-5, 7.70, false, ق]"), Ok((-5, 7.7, false, 'ق')));
    assert_eq!(one::<BTreeMap<u8, String>>("{1: a}"), Ok(BTreeMap::from([(1, "a".into())])));
    assert_eq!(one::<u32>("~"), Err("TY01 expected a whole number, not below 0, found nothing".into()));
    assert_eq!(
        one::<u32>("٧٧"),
        Err("TY01 expected a whole number, not below 0, found `٧٧` | write `77`".into())
    );
    assert_eq!(one::<i64>("1_000"), Err("TY01 expected a whole number, found `1_000` | write `1000`".into()));
    assert_eq!(one::<i64>("0777"), Err("TY01 expected a whole number, found `0777` | write `777`".into()));
    assert_eq!(one::<f64>("12,5"), Err("TY01 expected a number, found `12,5`".into()));
    assert_eq!(one::<f64>("1,234.5"), Err("TY01 expected a number, found `1,234.5`".into()));
    assert_eq!(one::<f64>("35%"), Err("TY01 expected a number, found `35%` | write `35`".into()));
    assert_eq!(one::<f64>(".nan"), Err("TY01 expected a number, found `.nan`".into()));
    for word in ["yes", "True", "on", "1", "TRUE"] {
        assert!(one::<bool>(word).unwrap_err().starts_with("TY01 expected `true` or `false`"), "{word}");
    }
    assert_eq!(one::<BTreeMap<u8, String>>("{x: a}"), Err("TY01 expected a whole number, found `x`".into()));
    assert_eq!(one::<(u8, u8)>("[1]"), Err("TY01 expected a tuple of size 2, found 1 entries".into()));
    assert_eq!(one::<serde_json::Value>("{a: [7.70, ~]}").unwrap().to_string(), r#"{"a":["7.70",null]}"#);
}

#[test]
fn a_place_is_kept_only_by_trees() {
    let spanned: Spanned<u8> = serde_json::from_str("7").unwrap();
    assert_eq!((*spanned, spanned.span.start), (7, 0));
    assert_eq!(serde_json::to_string(&spanned).unwrap(), "7");
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    head: Head,
    figures: Vec<Figure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    year: Spanned<u16>,
    #[serde(default)]
    note: Option<String>,
}

fn partly(text: &str) -> (Partial<Issue>, String) {
    let (sources, file) = source(text);
    let node = read(file, &sources).unwrap();
    let partial = from_node_partly::<Issue>(&node, "{head: {id: none, year: 1}, figures: []}");
    let codes = partial.findings.iter().map(|finding| {
        let (line, column) = sources.position(file, finding.places[0].span.start);
        format!("{} {line}:{column} {}", finding.code, finding.path)
    });
    let codes = codes.collect::<Vec<_>>().join(", ");
    (partial, codes)
}

#[test]
fn a_tree_is_read_as_far_as_it_goes() {
    let (partial, codes) = partly(
        "head: {id: x, year: soon, note: [1]}\n\
         figures:\n  - {id: a, value: 1, yaer: 2031}\n  - {id: b, value: ٧}\n  - {id: c, value: 3}\n",
    );
    assert_eq!(
        codes,
        "TY01 1:21 head.year, TY01 1:33 head.note, TY02 3:23 figures[a].yaer, TY05 4:20 figures[b].value"
    );
    let issue = partial.value.unwrap();
    let ids: Vec<&str> = issue.figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(ids, ["a", "c"]);
    assert_eq!((issue.head.id.as_str(), issue.head.year.value, issue.head.note), ("x", 1, None));

    let refused = partial.refused;
    assert!(refused.covers("head.year") && !refused.covers("head.id") && !refused.covers("head"));
    assert!(refused.within("head") && refused.within("figures[b]") && !refused.within("figures[c]"));
    assert!(refused.any_of("figures[a]", &["year"]) && !refused.any_of("figures[a]", &["value"]));
    assert!(refused.concerns("b") && !refused.concerns("c"));
}

#[test]
fn what_the_type_needs_has_a_stand_in() {
    for (text, complaint) in [
        ("figures: []", "TY03 1:1 head"),
        ("head: {id: x}\nfigures: []", "TY03 1:7 head.year"),
        ("head: {id: x, yaer: 2}\nfigures: []", "TY02 1:15 head.yaer"),
        ("head: 5\nfigures: []", "TY01 1:7 head"),
        ("head: {id: x, year: 2}\nfigures: 7", "TY01 2:10 figures"),
    ] {
        let (partial, codes) = partly(text);
        assert_eq!(codes, complaint, "{text}");
        assert!(partial.value.is_some(), "{text}");
    }
    assert!(partly("[]").0.value.is_none());
}

#[test]
fn the_ids_in_what_is_refused_are_known() {
    let (partial, codes) = partly("head: {id: x, year: 2}\nfigurs: [{id: a, value: 1}]\n");
    assert_eq!(codes, "TY02 2:1 figurs");
    assert!(partial.value.unwrap().figures.is_empty());
    assert!(partial.refused.concerns("a"));
}
