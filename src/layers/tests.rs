//! Tests on projects in temporary folders: files in, merged tree and terminal output out.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Ground, Inputs, Project, explain, load};
use crate::diag::{Finding, Look, Sources, sort, terminal};
use crate::yaml::{Limits, from_node};

const HOUSE: (&str, &str) = ("data/house.yaml", "languages: [ar, en]\npublisher: {org: cell, logo: a.svg}\n");
const EDITION: (&str, &str) = (
    "data/editions/2031-06/edition.yaml",
    "\
edition: {id: GCB-2031-06}
figures:
  - id: liberated
    value: 7.9M
    q: approx
  - {id: ter, value: 99}
",
);

fn project(files: &[(&str, &str)]) -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let project = Project::open(folder.path()).unwrap();
    (folder, project)
}

struct Loaded {
    sources: Sources,
    inputs: Option<Inputs>,
    findings: Vec<Finding>,
}

impl Loaded {
    fn shown(&self) -> String {
        terminal(&self.findings, &self.sources, Look::default())
    }

    fn codes(&self) -> Vec<&'static str> {
        self.findings.iter().map(|finding| finding.code).collect()
    }

    fn tree(&self) -> &crate::yaml::Node {
        assert_eq!(self.shown(), "");
        &self.inputs.as_ref().unwrap().tree
    }

    /// The tree without the labels that are built in.
    fn json(&self) -> String {
        let mut tree = serde_json::to_value(&self.inputs.as_ref().unwrap().tree).unwrap();
        tree.as_object_mut().unwrap().shift_remove("labels");
        tree.to_string()
    }

    fn chain(&self, path: &str) -> Vec<String> {
        let tree = &self.inputs.as_ref().unwrap().tree;
        let place = |span: &crate::diag::Span| {
            let (line, column) = self.sources.position(span.file, span.start);
            format!("{}:{line}:{column} {}", self.sources.name(span.file), self.sources.slice(*span))
        };
        explain(tree, path).unwrap_or_default().iter().map(place).collect()
    }
}

fn loaded(project: &Project, edition: &str, audience: Option<&str>) -> Loaded {
    let mut sources = Sources::new();
    let ground = Ground::read(project, &mut sources, &Limits::default());
    let (inputs, mut findings) = load(&ground, edition, audience, &mut sources);
    sort(&mut findings, &sources);
    Loaded { sources, inputs, findings }
}

/// Loads the edition of these files beside the house file and a small edition.
fn with(files: &[(&str, &str)]) -> Loaded {
    with_audience(files, None)
}

fn with_audience(files: &[(&str, &str)], audience: Option<&str>) -> Loaded {
    let (_folder, project) = project(&[&[HOUSE, EDITION], files].concat());
    loaded(&project, "2031-06", audience)
}

#[test]
fn layers_lie_in_order() {
    let files = [
        ("data/shared/places.yaml", "places: {IQG15: {en: Ninewa}}\npublisher: {logo: b.svg}\n"),
        ("data/shared/orgs.yaml", "orgs: {iom: {en: IOM}}\n"),
        ("data/labels/xx.yaml", "lang: xx\nsources: Kilder\n"),
        ("data/editions/2031-06/threats.yaml", "threats: [{id: t1}]\npublisher: {logo: c.svg}\n"),
        ("data/editions/2031-06/text/ar.yaml", "lang: ar\nhighlights: [\"تحرّر {liberated}.\"]\n"),
        ("data/editions/2031-06/text/en.yaml", "lang: en\nhighlights: [\"{liberated} freed.\"]\n"),
        (
            "data/editions/2031-06/audiences/press.yaml",
            "publisher: {logo: d.svg}\nfigures: [{id: ter, value: 95}]\n",
        ),
    ];
    let loaded = with_audience(&files, Some("press"));
    loaded.tree();
    let expected = concat!(
        r#"{"languages":["ar","en"],"publisher":{"org":"cell","logo":"d.svg"},"orgs":{"iom":{"en":"IOM"}},"#,
        r#""places":{"IQG15":{"en":"Ninewa"}},"edition":{"id":"GCB-2031-06"},"#,
        r#""figures":[{"id":"liberated","value":"7.9M","q":"approx"},{"id":"ter","value":"95"}],"#,
        r#""threats":[{"id":"t1"}],"text":{"ar":{"lang":"ar","highlights":["تحرّر {liberated}."]},"#,
        r#""en":{"lang":"en","highlights":["{liberated} freed."]}}}"#,
    );
    assert_eq!(loaded.json(), expected);
    assert_eq!(loaded.tree().at("labels.xx.sources").and_then(|node| node.as_text()), Some("Kilder"));
    let chain = [
        "data/editions/2031-06/audiences/press.yaml:1:19 d.svg",
        "data/editions/2031-06/threats.yaml:2:19 c.svg",
        "data/shared/places.yaml:2:19 b.svg",
        "data/house.yaml:2:30 a.svg",
    ];
    assert_eq!(loaded.chain("publisher.logo"), chain);
    assert_eq!(loaded.chain("figures[ter].value")[1], "data/editions/2031-06/edition.yaml:6:22 99");
    assert_eq!(loaded.chain("figures[ter].id").len(), 1);
    assert_eq!(explain(loaded.tree(), "figures[none]"), None);

    let inputs = loaded.inputs.unwrap();
    let own = inputs.files.iter().filter(|file| !file.name.starts_with("(built in)"));
    let own: Vec<(&str, &str)> = own.map(|file| (file.name.as_str(), file.layer.as_str())).collect();
    let expected = [
        ("data/house.yaml", "house"),
        ("data/shared/orgs.yaml", "shared data"),
        ("data/shared/places.yaml", "shared data"),
        ("data/labels/xx.yaml", "labels xx"),
        ("data/editions/2031-06/edition.yaml", "neutral data"),
        ("data/editions/2031-06/threats.yaml", "neutral data"),
        ("data/editions/2031-06/text/ar.yaml", "language ar"),
        ("data/editions/2031-06/text/en.yaml", "language en"),
        ("data/editions/2031-06/audiences/press.yaml", "audience press"),
    ];
    assert_eq!(own, expected);
    assert_eq!(&*inputs.files[0].bytes, HOUSE.1.as_bytes());
}

#[test]
fn lists_merge_by_id_or_are_replaced() {
    let overlay = "\
languages: [fr]
publisher: {logo: {delete: true}}
figures:
  - {id: liberated, delete: true}
  - {id: new, value: 1}
  - id: ter
    source: [s1]
";
    let loaded = with_audience(&[("data/editions/2031-06/audiences/a.yaml", overlay)], Some("a"));
    loaded.tree();
    let expected = concat!(
        r#"{"languages":["fr"],"publisher":{"org":"cell"},"edition":{"id":"GCB-2031-06"},"#,
        r#""figures":[{"id":"ter","value":"99","source":["s1"]},{"id":"new","value":"1"}]}"#,
    );
    assert_eq!(loaded.json(), expected);
    assert_eq!(loaded.chain("languages").len(), 2);
}

#[test]
fn what_cannot_be_merged_is_found() {
    let overlay = "\
orgs: {iom: {delete: true}}
figures:
  - {id: none, delete: true}
  - {id: ter, delete: true, value: 3}
  - {value: 5}
  - {id: new, rows: [{id: x, delete: true}, {id: y}]}
";
    let loaded = with_audience(&[("data/editions/2031-06/audiences/a.yaml", overlay)], Some("a"));
    let expected = "\
error[LA10]: there is no `orgs.iom` to delete
  --> data/editions/2031-06/audiences/a.yaml:1:14  (audience a)
1  | orgs: {iom: {delete: true}}
   |              ^^^^^^ deletes nothing
   = at: orgs.iom
   = help: remove this entry, or correct its name

error[LA10]: there is no `figures[none]` to delete
  --> data/editions/2031-06/audiences/a.yaml:3:16  (audience a)
3  |   - {id: none, delete: true}
   |                ^^^^^^ deletes nothing
   = at: figures[none]
   = help: remove this entry, or correct its name

error[LA11]: `figures[ter]` is deleted and changed at once
  --> data/editions/2031-06/audiences/a.yaml:4:29  (audience a)
4  |   - {id: ter, delete: true, value: 3}
   |                             ^^^^^ changed here
  ::: data/editions/2031-06/audiences/a.yaml:4:15  (audience a)
4  |   - {id: ter, delete: true, value: 3}
   |               ^^^^^^ deleted here
   = at: figures[ter]
   = help: remove `delete`, or the keys beside it

error[LA12]: an entry of `figures` has no id
  --> data/editions/2031-06/audiences/a.yaml:5:5  (audience a)
5  |   - {value: 5}
   |     ^^^^^^^^^^ whose entry is this?
   = at: figures
   = help: write the `id` of the entry to change, or a new one

error[LA10]: there is no `figures[new].rows[x]` to delete
  --> data/editions/2031-06/audiences/a.yaml:6:30  (audience a)
6  |   - {id: new, rows: [{id: x, delete: true}, {id: y}]}
   |                              ^^^^^^ deletes nothing
   = at: figures[new].rows[x]
   = help: remove this entry, or correct its name
";
    assert_eq!(loaded.shown(), expected);
    let tail = concat!(
        r#""figures":[{"id":"liberated","value":"7.9M","q":"approx"},"#,
        r#"{"id":"new","rows":[{"id":"y"}]}],"orgs":{}}"#,
    );
    assert!(loaded.json().ends_with(tail), "{}", loaded.json());
}

#[test]
fn files_of_one_layer_are_joined() {
    let files = [
        ("data/editions/2031-06/a.yaml", "figures: [{id: x}]\nedition: {kind: monthly}\nthreats:\n"),
        ("data/editions/2031-06/z.yaml", "threats: [{id: t}]\n"),
    ];
    let loaded = with(&files);
    loaded.tree();
    let expected = concat!(
        r#""figures":[{"id":"x"},{"id":"liberated","value":"7.9M","q":"approx"},{"id":"ter","value":"99"}],"#,
        r#""edition":{"kind":"monthly","id":"GCB-2031-06"},"threats":[{"id":"t"}]}"#,
    );
    assert!(loaded.json().ends_with(expected), "{}", loaded.json());
}

#[test]
fn nothing_is_said_twice_in_a_layer() {
    let files =
        [("data/editions/2031-06/more.yaml", "figures: [{id: ter, value: 1}]\nedition: {id: other}\n")];
    let expected = "\
error[LA09]: two entries of `figures` have the id `ter`
  --> data/editions/2031-06/more.yaml:1:16  (neutral data)
1  | figures: [{id: ter, value: 1}]
   |                ^^^ second entry
  ::: data/editions/2031-06/edition.yaml:6:10  (neutral data)
6  |   - {id: ter, value: 99}
   |          ^^^ first entry
   = at: figures[ter]
   = help: give one of them another id, or remove it

error[LA08]: `edition.id` is given in two files of one layer
  --> data/editions/2031-06/more.yaml:2:11  (neutral data)
2  | edition: {id: other}
   |           ^^ given again here
  ::: data/editions/2031-06/edition.yaml:1:11  (neutral data)
1  | edition: {id: GCB-2031-06}
   |           ^^ first given here
   = at: edition.id
   = help: keep one of them, or move the other to a later layer
";
    let loaded = with(&files);
    assert_eq!(loaded.shown(), expected);
    assert!(loaded.json().contains(r#"{"id":"ter","value":"99"}]"#));
}

#[test]
fn a_language_layer_holds_words_only() {
    let text = "\
lang: ar
_meta: {of: 123, status: reviewed}
highlights: [٧٫٩ مليون, \"99\", { one: \"١٢٪\", other: نص }]
figures:
  - id: liberated
    value: 8M
edition: {kind: x}
funding: {contributions: [{id: f, amount: 3}], note: نص}
";
    let loaded = with(&[("data/editions/2031-06/text/ar.yaml", text)]);
    let expected = "\
error[LA14]: the message `highlights[1]` is nothing but a number
  --> data/editions/2031-06/text/ar.yaml:3:25  (language ar)
3  | highlights: [٧٫٩ مليون, ⟦\"99\"⟧, { one: \"١٢٪\", other: نص }]
   | └ numbers belong to the neutral data
  ::: data/editions/2031-06/edition.yaml:6:22  (neutral data)
6  |   - {id: ter, value: 99}
   |                      ^^ the figure with this value
   = at: text.ar.highlights[1]
   = help: point at the figure: `{ter}`

error[LA14]: the message `highlights[2].one` is nothing but a number
  --> data/editions/2031-06/text/ar.yaml:3:38  (language ar)
3  | highlights: [٧٫٩ مليون, \"99\", { one: ⟦\"١٢٪\"⟧, other: نص }]
   | └ numbers belong to the neutral data
   = at: text.ar.highlights[2].one
   = help: give the number as a figure of the edition and point at it: `{id}`

error[LA13]: a language layer must not set `figures[liberated].value`
  --> data/editions/2031-06/text/ar.yaml:6:12  (language ar)
6  |     value: 8M
   |            ^^ this belongs to the neutral data
  ::: data/editions/2031-06/edition.yaml:4:12  (neutral data)
4  |     value: 7.9M
   |            ^^^^ the value is set here
   = at: figures[liberated].value
   = help: remove it, and point at it from a message: `{liberated}`

error[LA13]: a language layer must not set `edition`
  --> data/editions/2031-06/text/ar.yaml:7:1  (language ar)
7  | edition: {kind: x}
   | ^^^^^^^ this belongs to the neutral data
  ::: data/editions/2031-06/edition.yaml:1:10  (neutral data)
1  | edition: {id: GCB-2031-06}
   |          ^^^^^^^^^^^^^^^^^ the neutral data sets it here
   = at: edition
   = help: move it to the edition's files and point at it from a message: `{id}`

error[LA13]: a language layer must not set `funding.contributions`
  --> data/editions/2031-06/text/ar.yaml:8:11  (language ar)
8  | funding: {⟦contributions⟧: [{id: f, amount: 3}], note: نص}
   | └ this belongs to the neutral data
   = at: funding.contributions
   = help: move it to the edition's files and point at it from a message: `{id}`
";
    assert_eq!(loaded.shown(), expected);
    assert!(loaded.json().ends_with(r#""funding":{"note":"نص"}}}}"#), "{}", loaded.json());
}

#[test]
fn a_language_file_says_its_language() {
    let files = [("data/editions/2031-06/text/fr.yaml", "lang: en\nhighlights: [x]\n")];
    let expected = "\
error[LA15]: the file is named `fr.yaml` and says `lang: en`
  --> data/editions/2031-06/text/fr.yaml:1:7  (language fr)
1  | lang: en
   |       ^^ another language
   = help: write `lang: fr`, or rename the file
";
    assert_eq!(with(&files).shown(), expected);
}

#[test]
fn every_file_is_read_whatever_the_others_are() {
    let files = [
        ("data/shared/a.yaml", "a: b: c\n"),
        ("data/shared/b.yaml", "- x\n"),
        ("data/shared/c.yml", "x: y\n"),
        ("data/shared/empty.yaml", "# nothing yet\n"),
        ("data/shared/.hidden.yaml", "a: b: c\n"),
        ("data/shared/notes.md", "# notes\n"),
        ("data/shared/folder.yaml/x", ""),
        ("data/editions/2031-06/text/ar.yaml", "x: y\nx: z\n"),
    ];
    let loaded = with(&files);
    let expected = ["LA05", "LA06", "YA06", "YA21", "LA07"];
    assert_eq!(loaded.codes(), expected);
    assert!(loaded.inputs.is_some());
    assert!(loaded.shown().starts_with("error[LA05]: `data/shared/folder.yaml` is a folder, not a file\n"));
}

#[test]
fn an_edition_that_cannot_be_read_gives_no_tree() {
    let files = [HOUSE, ("data/editions/x/edition.yaml", "a: b: c\n")];
    let (_folder, project) = project(&files);
    let loaded = loaded(&project, "x", None);
    assert_eq!(loaded.codes(), ["YA21"]);
    assert!(loaded.inputs.is_none());
}

#[test]
fn editions_and_audiences_are_known_by_name() {
    let more = [
        HOUSE,
        EDITION,
        ("data/editions/2031-05/edition.yaml", "x: y\n"),
        ("data/editions/draft/notes.yaml", "x: y\n"),
        ("data/editions/2031-06/audiences/press.yaml", "x: y\n"),
    ];
    let (_folder, project) = project(&more);
    assert_eq!(project.editions().unwrap(), ["2031-05", "2031-06"]);
    let said = |edition: &str, audience: Option<&str>| loaded(&project, edition, audience).shown();
    let expected = "error[LA02]: there is no edition `2031-6`\n   = help: did you mean `2031-06`?\n";
    assert_eq!(said("2031-6", None), expected);
    let expected = "error[LA02]: there is no edition `../x`\n   = help: name one of `2031-05`, `2031-06`\n";
    assert_eq!(said("../x", None), expected);
    let expected = "error[LA03]: there is no audience `pres`\n   = help: did you mean `press`?\n";
    assert_eq!(said("2031-06", Some("pres")), expected);
    let expected = "error[LA03]: there is no audience `press`\n   \
        = help: add the first one to `data/editions/2031-05/audiences`\n";
    assert_eq!(said("2031-05", Some("press")), expected);
}

#[test]
fn a_project_is_found_upwards() {
    let (folder, project) = project(&[HOUSE, EDITION]);
    let inside = folder.path().join("data/editions/2031-06");
    assert_eq!(Project::find(&inside).unwrap(), project);
    let missing = Project::open(&inside).unwrap_err();
    assert_eq!(missing.code, "LA01");
    let nowhere = Project::open(Path::new("/nonexistent")).unwrap_err();
    assert_eq!(nowhere.message, "`/nonexistent` does not exist");
}

#[cfg(unix)]
#[test]
fn links_stay_inside_the_project() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x.yaml"), "x: y\n").unwrap();
    let (folder, project) = project(&[HOUSE, EDITION, ("assets/in.yaml", "ok: yes\n")]);
    let shared = folder.path().join("data/shared");
    fs::create_dir_all(&shared).unwrap();
    symlink(outside.path().join("x.yaml"), shared.join("out.yaml")).unwrap();
    symlink(folder.path().join("assets/in.yaml"), shared.join("in.yaml")).unwrap();
    symlink(folder.path().join("gone.yaml"), shared.join("gone.yaml")).unwrap();
    let loaded = loaded(&project, "2031-06", None);
    let expected = "\
error[LA04]: `data/shared/gone.yaml` does not exist

error[LA05]: `data/shared/out.yaml` leads outside the project
   = help: copy the file into the project in place of the symbolic link
";
    assert_eq!(loaded.shown(), expected);
    assert!(loaded.json().contains(r#""ok":"yes""#));
}

#[test]
fn bytes_that_are_not_text_are_placed() {
    let (folder, project) = project(&[HOUSE, EDITION]);
    fs::write(folder.path().join("data/editions/2031-06/bad.yaml"), b"a: x\nb: \xe4\n").unwrap();
    let loaded = loaded(&project, "2031-06", None);
    let expected = "\
error[YA01]: the file is not UTF-8 text: byte 0xE4
  --> data/editions/2031-06/bad.yaml:2:4  (neutral data)
2  | b: ⟦\u{fffd}⟧
   | └ first wrong byte
   = help: save it again with the encoding `UTF-8`; older Arabic files are often `Windows-1256`
";
    assert_eq!(loaded.shown(), expected);
}

#[test]
fn a_wrong_value_is_blamed_on_its_layer() {
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code)]
    struct House {
        publisher: Publisher,
    }
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code)]
    struct Publisher {
        logo: String,
    }
    let loaded = with(&[("data/shared/a.yaml", "publisher: {logo: [x]}\n")]);
    let findings = from_node::<House>(loaded.tree()).unwrap_err();
    let expected = "\
error[TY01]: expected text, found a list
  --> data/shared/a.yaml:1:19  (shared data)
1  | publisher: {logo: [x]}
   |                   ^^^ must be text
  ::: data/house.yaml:2:30  (house)
2  | publisher: {org: cell, logo: a.svg}
   |                              ^^^^^ overrides the value given here
   = at: publisher.logo
";
    assert_eq!(terminal(&findings, &loaded.sources, Look::default()), expected);
}

const MARKED: (&str, &str) = (
    "data/house.yaml",
    "languages: [ar]\nhouse: {audiences: {public: {sees: [TLP:CLEAR], unmarked: show}}}\n",
);

/// An audience of the house needs no file of its own; with one, it lies over what is left.
#[test]
fn an_audience_of_the_house_sees_what_is_marked_for_it() {
    let edition = "\
edition: {id: GCB-2031-06}
figures:
  - {id: open, value: 1}
  - {id: closed, value: 2, marking: TLP:RED}
";
    let files = [
        MARKED,
        ("data/editions/2031-06/edition.yaml", edition),
        (
            "data/editions/2031-06/text/en.yaml",
            "lang: en\ntitle: T\nhighlights: [\"{closed} now.\", Open.]\n",
        ),
        ("data/editions/2031-07/edition.yaml", edition),
        (
            "data/editions/2031-07/audiences/public.yaml",
            "figures: [{id: open, value: 3}, {id: new, value: 4}]\n",
        ),
        ("data/editions/2031-07/audiences/press.yaml", "figures: [{id: open, value: 5}]\n"),
    ];
    let (_folder, project) = project(&files);
    let shown = |edition: &str, audience: Option<&str>, path: &str| {
        let loaded = loaded(&project, edition, audience);
        let tree = loaded.inputs.map(|inputs| inputs.tree);
        let part =
            tree.as_ref().and_then(|tree| tree.at(path)).map(|node| serde_json::to_string(node).unwrap());
        (part.unwrap_or_default(), loaded.findings.into_iter().map(|it| it.code).collect::<Vec<_>>())
    };
    let whole = r#"[{"id":"open","value":"1"},{"id":"closed","value":"2","marking":"TLP:RED"}]"#;
    assert_eq!(shown("2031-06", None, "figures"), (whole.to_owned(), vec![]));
    let left = r#"[{"id":"open","value":"1"}]"#;
    assert_eq!(shown("2031-06", Some("public"), "figures"), (left.to_owned(), vec!["AU05"]));
    assert_eq!(shown("2031-06", Some("public"), "text.en.highlights").0, r#"["Open."]"#);
    let over = r#"[{"id":"open","value":"3"},{"id":"new","value":"4"}]"#;
    assert_eq!(shown("2031-07", Some("public"), "figures"), (over.to_owned(), vec![]));
    // A house that says who sees what has no other audiences, whatever files there are.
    assert_eq!(shown("2031-07", Some("press"), "figures"), (String::new(), vec!["LA03"]));
}
