//! Every place of the shipped texts, and texts of all kinds in places of all kinds.

use std::fs;
use std::path::{Path, PathBuf};

use super::{edited, forms, owned};
use crate::diag::{FileId, Sources};
use crate::yaml::edit::net::Tree;
use crate::yaml::edit::{Change, NewValue, edit};
use crate::yaml::path::Step;
use crate::yaml::{Data, Node, read};

/// The text files of all editions.
fn shipped() -> Vec<(PathBuf, String)> {
    let editions = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/editions")).unwrap();
    let folders = editions.map(|edition| edition.unwrap().path().join("text"));
    let mut files: Vec<PathBuf> = folders
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|files| files.map(|file| file.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    files.sort();
    assert!(files.len() > 10, "{files:?}");
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The place of every text of a tree, with the text and the lines that it takes in the file.
fn texts<'a>(
    node: &'a Node,
    sources: &Sources,
    path: &[Step<'a>],
    found: &mut Vec<(Change<'static>, usize)>,
) {
    let below = |step: Step<'a>| [path, &[step]].concat();
    match &node.data {
        Data::Scalar(text, _) => {
            let change = Change {
                path: path.iter().map(|step| own(*step)).collect(),
                value: NewValue::Text(text.to_string()),
            };
            found.push((change, sources.slice(node.span).trim_end().lines().count()));
        }
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, sources, &below(Step::Item(index, None)), found);
            }
        }
        Data::Map(entries) => {
            for entry in entries {
                texts(&entry.value, sources, &below(Step::Key(&entry.key)), found);
            }
        }
    }
}

const NEW: [&str; 5] = [
    "x",
    "{n} of the \"networks\": so it's {n : gen} # and",
    "تتقدم العودة والخدمات الأساسية بوتيرة ثابتة، غير أن هجمات خلايا البادية آخذة في الازدياد، وما زال نداء مرفق الاستقرار بحاجة إلى {gap:gen}؛ أو لا؟",
    "two\n  lines\tand  spaces ",
    "",
];

#[test]
fn every_shipped_text_can_be_set_and_set_back() {
    let put = |tree: &Tree, changes: &[Change<'_>]| {
        let mut tree = tree.clone();
        changes.iter().for_each(|change| tree.put(&change.path, &Tree::from(&change.value)));
        tree
    };
    for (path, before) in shipped() {
        let (tree, places, sources, file) = places(&before);
        let all: Vec<Change<'_>> = places.iter().map(|(change, _)| change.clone()).collect();
        let set = |changes: &[Change<'_>]| edit(file, &sources, changes, &|_| Vec::new()).unwrap();
        assert_eq!(set(&all), before, "{}", path.display());
        // One at a time where a file has all sections.
        let some = if path.to_string_lossy().contains("demo") { places.len() } else { 0 };
        for (number, (old, lines)) in places[..some].iter().enumerate() {
            let new = Change { value: NewValue::Text(NEW[number % NEW.len()].to_owned()), ..old.clone() };
            let after = set(std::slice::from_ref(&new));
            assert!(parsed(&after) == put(&tree, &[new]), "{}: {old:?}\n{after}", path.display());
            assert!(changed(&before, &after) <= lines + 1, "{}: {old:?}\n{after}", path.display());
        }
        for new in NEW {
            let new =
                |change: &Change<'static>| Change { value: NewValue::Text(new.to_owned()), ..change.clone() };
            let others: Vec<Change<'_>> = all.iter().map(new).collect();
            let after = set(&others);
            assert!(parsed(&after) == put(&tree, &others), "{}\n{after}", path.display());
            assert!(parsed(&edited(&after, &all).unwrap()) == tree, "{}\n{after}", path.display());
        }
    }
}

/// How many lines of a text lie between the lines that another begins with and those that it ends with.
fn changed(before: &str, after: &str) -> usize {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut before.iter().zip(&after));
    let end = same(&mut before[start..].iter().rev().zip(after[start..].iter().rev()));
    before.len() - start - end
}

/// Texts into a file that has nothing but its head, forwards and backwards: the same tree in the same order.
#[test]
fn every_shipped_file_can_be_written_anew() {
    for (path, before) in shipped() {
        let (tree, places, mut sources, file) = places(&before);
        let node = read(file, &sources).unwrap();
        let order = |path: &[Step<'_>]| {
            let down = |node: &Node, step: &Step<'_>| match step {
                Step::Key(key) => node.get(key).unwrap().clone(),
                Step::Item(index, _) => node.as_seq().unwrap()[*index].clone(),
            };
            let map = path.iter().fold(node.clone(), |node, step| down(&node, step));
            map.as_map().unwrap().iter().map(|entry| entry.key.to_string()).collect()
        };
        let head: String = before.split_inclusive('\n').take(2).collect();
        let new = sources.add("new.yaml", "", head);
        let mut all: Vec<Change<'_>> = places.into_iter().map(|(change, _)| change).collect();
        for _ in ["forwards", "backwards"] {
            let written = edit(new, &sources, &all, &order).unwrap();
            assert!(parsed(&written) == tree, "{}\n{written}", path.display());
            assert!(
                written.lines().all(|line| line == line.trim_end() && line.chars().count() <= 118),
                "{written}"
            );
            assert_eq!(sections(&written), sections(&before), "{}\n{written}", path.display());
            all.reverse();
        }
    }
}

/// The sections of a file in their order, and the blank lines between them. (A subtitle on one line stands right
/// below the title, one on several lines apart from it; the files that people wrote have both together.)
fn sections(text: &str) -> Vec<&str> {
    let at_top = text.lines().filter(|line| !line.starts_with([' ', '#', '-']));
    let mut names: Vec<&str> = at_top.map(|line| line.split(':').next().unwrap_or(line)).collect();
    if let Some(at) = names.windows(2).position(|pair| pair == ["", "subtitle"]) {
        names.remove(at);
    }
    names
}

pub(super) fn places(text: &str) -> (Tree, Vec<(Change<'static>, usize)>, Sources, FileId) {
    let mut sources = Sources::new();
    let file = sources.add("t.yaml", "", text.to_owned());
    let tree = read(file, &sources).unwrap();
    let mut found = Vec::new();
    texts(&tree, &sources, &[], &mut found);
    (Tree::of(Some(&tree)), found, sources, file)
}

fn parsed(text: &str) -> Tree {
    places(text).0
}

fn own(step: Step<'_>) -> Step<'static> {
    match step {
        Step::Key(key) => Step::Key(Box::leak(key.to_owned().into_boxed_str())),
        Step::Item(index, _) => Step::Item(index, None),
    }
}

/// Numbers that look random and are the same in every run (Knuth's constants for 64 bits).
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    pub fn text(&mut self) -> String {
        const BITS: [&str; 44] = [
            " ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u{a0}", "\u{200f}", ":", ": ", " #", "#", "-",
            "- ", "?", "? ", "{x}", "{x : y}", "{", "}", "[", "]", ",", "،", "\"", "'", "\\", "|", ">", "*",
            "&", "!", "%", "@", "---", "...", "كلمة", "no", "12", "~", "word", "w",
        ];
        let pieces = match self.roll(3) {
            0 => self.roll(3),
            1 => self.roll(9),
            _ => self.roll(90),
        };
        (0..pieces).map(|_| BITS[self.roll(BITS.len())]).collect()
    }
}

/// Any text can stand at any place, whatever stood there; the edit itself checks what it wrote.
#[test]
fn any_text_can_stand_anywhere() {
    let page = "\
# head
title: x # note
subtitle:
highlights: # list
- x
-
    - {a: 'y', b}
- |
  literal
  text

threats: {a: [x, \"y\", z], b: , c: {}}
decisions:
    m:
      - by: n # note
        other: >-
          folded

    k: \"x
      y\"
    # last
names:
  ? q
  : r
";
    let places = [
        "title",
        "subtitle",
        "highlights[0]",
        "highlights[1][0].a",
        "highlights[1][0].b",
        "highlights[2]",
        "highlights[4]",
        "threats.a[1]",
        "threats.b",
        "threats.c",
        "threats.c.x",
        "threats.a[3]",
        "threats.d",
        "decisions.m[0].by",
        "decisions.m[0].one",
        "decisions.m[0].other",
        "decisions.m[2]",
        "decisions.k",
        "decisions.l[1]",
        "names.q",
        "lang",
        "bottom_line",
    ];
    let mut dice = Dice(5);
    for round in 0..1500 {
        let changes: Vec<Change<'_>> = (0..1 + dice.roll(5))
            .map(|_| {
                let place = places[dice.roll(places.len())];
                match dice.roll(4) {
                    0 if !place.starts_with("decisions.m[0].") => {
                        forms(place, &[("by", &dice.text()), ("other", &dice.text())])
                    }
                    _ => Change { path: owned(place), value: NewValue::Text(dice.text()) },
                }
            })
            .collect();
        let crowded = changes.iter().any(|change| change.path.starts_with(&owned("threats.c")));
        let page = if round % 2 == 0 { page.to_owned() } else { page.replace('\n', "\r\n") };
        match edited(&page, &changes) {
            Ok(_) => {}
            Err(_) if crowded => {}
            Err(fault) => panic!("{fault:?}\n{changes:?}"),
        }
    }
}
