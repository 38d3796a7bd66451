//! Inputs that no one should write: each is refused with its place, or read, and nothing else breaks.

use std::path::Path;

use mujaz::diag::Sources;
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::yaml::{Data, Limits, Node, Style};
use snapbox::{IntoData, assert_data_eq, str};

use super::broken::mended;
use crate::support::copy::ProjectCopy;

/// What `mujaz check` says where nothing is wrong.
const SOUND: &str = "exit 0\nnothing is wrong; next: `mujaz build`\n";

const EDITION: &str = "data/editions/2031-06/edition.yaml";
const FIGURES: &str = "data/editions/2031-06/figures.yaml";
const ARABIC: &str = "data/editions/2031-06/text/ar.yaml";
const ENGLISH: &str = "data/editions/2031-06/text/en.yaml";

/// What `mujaz check` says of a sound project in which one file is other bytes.
fn with(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let project = mended();
    project.write(name, bytes);
    project.run(&["check"]).told()
}

/// What it says of a sound project with something added at the end of a file.
fn adding(name: &str, text: &str) -> String {
    let project = mended();
    project.write(name, project.read(name) + text);
    project.run(&["check"]).told()
}

#[test]
fn a_byte_order_mark_belongs_to_the_front() {
    let text = mended().read(EDITION);
    assert_eq!(with(EDITION, format!("\u{feff}{text}")), SOUND);
    assert_data_eq!(
        adding(EDITION, "\u{feff}# end\n"),
        str![[r#"
exit 1
error[YA04]: the hidden character U+FEFF is a byte order mark, which belongs to the front of a file only
  --> data/editions/2031-06/edition.yaml:14:1  (neutral data)
14 | <U+FEFF># end
   | ^^^^^^^^ delete this character
   = help: delete it

1 error in 1 file
next: `mujaz check --fix` corrects 1 place itself

"#]]
        .raw()
    );
}

#[test]
fn windows_arabic_is_not_utf8() {
    // «lang: ar» and a title in Windows-1256.
    assert_data_eq!(
        with(ARABIC, b"lang: ar\ntitle: \xc7\xe1\xe6\xc7\xcf\xed\n"),
        str![[r#"
exit 1
error[YA01]: the file is not UTF-8 text: byte 0xC7
  --> data/editions/2031-06/text/ar.yaml:2:8  (language ar)
2  | title: ⟦�⟧�����
   | └ first wrong byte
   = help: save it again with the encoding `UTF-8`; older Arabic files are often `Windows-1256`

1 error in 1 file

"#]]
        .raw()
    );
}

#[test]
fn utf16_is_not_utf8() {
    let bytes: Vec<u8> = "\u{feff}edition: {}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_data_eq!(
        with(EDITION, bytes),
        str![[r#"
exit 1
error[YA01]: the file is not UTF-8 text; it looks like UTF-16
  --> data/editions/2031-06/edition.yaml:1:1  (neutral data)
1  | edition: {}
   | ^ the whole file
   = help: save it again with the encoding `UTF-8` (not `Unicode`)

1 error in 1 file

"#]]
        .raw()
    );
}

#[test]
fn a_file_holds_one_document() {
    assert_data_eq!(
        adding(EDITION, "---\nedition: {}\n"),
        str![[r#"
exit 1
error[YA07]: a second document starts here
  --> data/editions/2031-06/edition.yaml:14:1  (neutral data)
14 | ---
   | ^^^ second document
   = help: write one document a file: remove the line `---`, or make two files

1 error in 1 file

"#]]
        .raw()
    );
}

#[test]
fn aliases_are_counted_in_full() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let one = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", [one.as_str(); 10].join(", "));
    }
    assert_data_eq!(
        with("data/shared/bomb.yaml", bomb),
        str![[r#"
exit 1
error[YA12]: aliases expand this file to more than 2000000 values
  --> data/shared/bomb.yaml:7:10  (shared data)
7  | a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]
   |          ^^^ one alias too many
   = help: write the values out

1 error in 1 file

"#]]
        .raw()
    );
}

#[test]
fn lists_do_not_nest_without_end() {
    let deep = format!("x: {}{}\n", "[".repeat(50_000), "]".repeat(50_000));
    assert_data_eq!(with("data/shared/deep.yaml", deep), str![[r#"
exit 1
error[YA12]: more than 64 lists and maps inside each other
  --> data/shared/deep.yaml:1:68  (shared data)
1  | x: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
   |                                                                    ^ too deep

1 error in 1 file

"#]].raw());
}

#[test]
fn a_zero_byte_is_no_text() {
    let project = mended();
    let text = project.read(ENGLISH).replace("Raids come", "Raids\0come");
    assert_data_eq!(
        with(ENGLISH, text),
        str![[r#"
exit 1
error[YA04]: the hidden character U+0000 is a control
  --> data/editions/2031-06/text/en.yaml:16:15  (language en)
16 |   raids: Raids<U+0000>come by night. They are {raids.likelihood} to go on over {raids.horizon}.
   |               ^^^^^^^^ delete this character
   = help: delete it

1 error in 1 file
next: `mujaz check --fix` corrects 1 place itself

"#]]
        .raw()
    );
}

#[test]
fn a_tag_and_a_merge_key_are_refused() {
    let project = mended();
    project.replace(FIGURES, "metric: trained\n    value: 300", "metric: !!str trained\n    value: 300");
    project.replace(EDITION, "edition:\n", "edition:\n  <<: {version: 2}\n");
    assert_data_eq!(
        project.run(&["check"]).told(),
        str![[r#"
exit 1
error[YA10]: the merge key `<<` is not accepted
  --> data/editions/2031-06/edition.yaml:2:3  (neutral data)
2  |   <<: {version: 2}
   |   ^^ merge key
   = help: write the values out, or let a later layer change them

error[YA08]: the tag `!!str` is not accepted
  --> data/editions/2031-06/figures.yaml:17:13  (neutral data)
17 |     metric: !!str trained
   |             ^^^^^ tag
   = help: remove the tag; to write a text that begins with `!`, put it in quotes

2 errors in 2 files

"#]]
        .raw()
    );
}

#[test]
fn a_fault_of_syntax_ends_its_file_only() {
    let project = mended();
    project.replace(FIGURES, "    q: range\n", "    q: range: 2\n");
    project.replace(ENGLISH, "Services reached {reached}", "Services reached 7 and {reached}");
    let project = project.reviewed();
    assert_data_eq!(
        project.run(&["check"]).told(),
        str![[r#"
exit 1
error[YA21]: a second `: ` on this line
  --> data/editions/2031-06/figures.yaml:32:13  (neutral data)
32 |     q: range: 2
   |             ^ YAML takes this colon for a key
   = help: put the text in quotes: `q: "range: 2"`

error[TR04]: the number `7` is typed in a text
  --> data/editions/2031-06/text/en.yaml:8:23  (language en)
8  |   - "Services reached 7 and {reached}."
   |                       ^ a language layer holds words only
   = at: text.en.highlights
   = help: give it once, as a figure, date or reference of the edition
   = help: point at it from the text: `{id}`

2 errors in 2 files

"#]]
        .raw()
    );
}

#[test]
fn an_unreadable_language_is_not_a_missing_one() {
    assert_data_eq!(
        adding(ENGLISH, "]\n"),
        str![[r#"
exit 1
error[YA23]: `]` closes nothing
  --> data/editions/2031-06/text/en.yaml:23:1  (language en)
23 | ]
   | ^ nothing is open here
   = help: remove it, or put the text in quotes

1 error in 1 file

"#]]
        .raw()
    );
}

#[test]
fn a_file_with_another_ending_is_not_passed_over() {
    assert_data_eq!(
        with("data/shared/more.yml", "orgs: {}\n"),
        str![[r#"
exit 1
error[LA06]: `data/shared/more.yml` is not read: its ending is not `.yaml`
   = help: rename it so that it ends in `.yaml`

1 error

"#]]
        .raw()
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_project() {
    let (project, other) = (mended(), ProjectCopy::empty());
    other.write("secret.yaml", "orgs: {}\n");
    std::os::unix::fs::symlink(other.path("secret.yaml"), project.path("data/shared/link.yaml"))
        .expect("links");
    assert_data_eq!(
        project.run(&["check"]).told(),
        str![[r#"
exit 1
error[LA05]: `data/shared/link.yaml` leads outside the project
   = help: copy the file into the project in place of the symbolic link

1 error

"#]]
        .raw()
    );
}

#[test]
fn a_folder_without_a_house_is_no_project() {
    let project = ProjectCopy::empty();
    project.write("there/data/editions/x/edition.yaml", "edition: {}\n");
    let run = project.run(&["build", "--project", "there"]);
    assert_data_eq!(
        run.told(),
        str![[r#"
exit 2
error[LA01]: no `data/house.yaml` in `there`
   = help: run `mujaz init` there for a new project

1 error

"#]]
        .raw()
    );
}

#[test]
fn the_command_line_is_at_fault_for_what_it_names() {
    let project = mended();
    let mut told = String::new();
    for args in [
        &["build", "2031-60"][..],
        &["build", "2031-06", "--lang", "fr"],
        &["build", "--audience", "press"],
        &["check", "2031-60"],
        &["show", "brief", "2031-60"],
        &["show", "brief", "2031-06", "--lang", "fr"],
        &["show", "explain", "2031-06", "figures[none].value"],
        &["build", "--timestamp", "yesterday"],
        &["bild"],
    ] {
        let run = project.run(args);
        assert_eq!(run.code, 2, "{args:?}");
        told += &format!("$ mujaz {}\n{}\n", args.join(" "), run.told());
    }
    assert_data_eq!(told, str![[r#"
$ mujaz build 2031-60
exit 2
error[LA02]: there is no edition `2031-60`
   = help: did you mean `2031-06`?

1 error

$ mujaz build 2031-06 --lang fr
exit 2
error[CL01]: none of these editions has the language `fr`
   = help: their languages are `ar`, `en`

1 error

$ mujaz build --audience press
exit 2
error[LA03]: there is no audience `press`
   = help: add the first one to `data/editions/2031-06/audiences`

1 error

$ mujaz check 2031-60
exit 2
error[LA02]: there is no edition `2031-60`
   = help: did you mean `2031-06`?

1 error

$ mujaz show brief 2031-60
exit 2
error[LA02]: there is no edition `2031-60`
   = help: did you mean `2031-06`?

1 error

$ mujaz show brief 2031-06 --lang fr
exit 2
error[CL01]: edition `2031-06` has no language `fr`
   = help: its languages are `ar`, `en`

1 error

$ mujaz show explain 2031-06 figures[none].value
exit 2
error[LA16]: edition `2031-06` has nothing at `figures[none].value`
   = help: `mujaz show edition 2031-06` prints all of it

1 error

$ mujaz build --timestamp yesterday
exit 2
error: invalid value 'yesterday' for '--timestamp <TIME>': expected a time with its zone such as `2031-06-30T18:00+03:00`, found `yesterday`

For more information, try '--help'.

$ mujaz bild
exit 2
error: unrecognized subcommand 'bild'

  tip: a similar subcommand exists: 'build'

Usage: mujaz [OPTIONS] <COMMAND>

For more information, try '--help'.


"#]].raw());
}

#[test]
fn an_output_folder_that_is_a_file_is_left_alone() {
    let project = mended();
    project.write("out", "mine");
    let before = project.files();
    assert_data_eq!(
        project.run(&["build"]).told(),
        str![[r#"
exit 1
error[OU03]: `out/2031-06` cannot be written: Not a directory (os error 20)

1 error
not written: `2031-06`
next: correct what is told above; `mujaz check 2031-06` looks again

"#]]
        .raw()
    );
    assert_eq!(project.files(), before);
}

#[test]
fn a_missing_text_is_marked_on_the_page_and_stops_a_release() {
    let project = mended();
    let text = project.read(ARABIC);
    let raids = text.lines().find(|line| line.starts_with("  raids:")).expect("the text");
    project.replace(ARABIC, &format!("threats:\n{raids}\n\n"), "");
    let run = project.run(&["build", "--lang", "ar"]);
    assert_data_eq!(
        run.told(),
        str![[r#"
exit 0
out/2031-06/2031-06.ar.pdf  2 pages  [..] KiB
warning[TR01]: language `ar` has no text for `threats.raids`
  --> data/editions/2031-06/figures.yaml:51:9  (neutral data)
51 |   - id: raids
   |         ^^^^^ needs a text
   = at: text.ar.threats.raids
   = help: add `threats.raids` to text/ar.yaml; until then the page marks it as missing

1 warning in 1 file
wrote 1 file of 1 edition to `out` in N s
next: see to the warnings; `mujaz check --explain TR01` says what one means

"#]]
    );
    let pages = crate::support::pdf_text::read(&project.files()["out/2031-06/2031-06.ar.pdf"]).pages;
    assert!(pages.concat().contains("threats.raids"), "{pages:#?}");

    let before = project.files();
    let run = project.run(&["build", "--lang", "ar", "--release"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert_eq!(project.files(), before);
}

#[test]
fn an_audience_deletes_and_overrides_and_every_layer_can_be_explained() {
    let project = mended();
    project.write(
        "data/editions/2031-06/audiences/press.yaml",
        "edition:\n  marking: {label: \"TLP:GREEN\"}\nfigures:\n  - {id: reached, value: 8M}\n  \
         - {id: trained_before, delete: true}\n",
    );
    let mut told = String::new();
    for args in [
        &["show", "explain", "2031-06", "figures[reached].value", "--audience", "press"][..],
        &["show", "explain", "2031-06", "figures[reached].value"],
        &["show", "explain", "2031-06", "edition.marking.label", "--audience", "press"],
        &["show", "explain", "2031-06", "figures[trained_before].value", "--audience", "press"],
        &["build", "--audience", "press", "--lang", "en"],
    ] {
        told += &format!("$ mujaz {}\n{}\n", args.join(" "), project.run(args).told());
    }
    assert_data_eq!(
        told,
        str![[r#"
$ mujaz show explain 2031-06 figures[reached].value --audience press
exit 0
figures[reached].value
  set at   data/editions/2031-06/audiences/press.yaml:4:26 (audience press): 8M
  replaced data/editions/2031-06/figures.yaml:4:12 (neutral data): 7.9M

$ mujaz show explain 2031-06 figures[reached].value
exit 0
figures[reached].value
  set at   data/editions/2031-06/figures.yaml:4:12 (neutral data): 7.9M

$ mujaz show explain 2031-06 edition.marking.label --audience press
exit 0
edition.marking.label
  set at   data/editions/2031-06/audiences/press.yaml:2:20 (audience press): "TLP:GREEN"
  replaced data/house.yaml:16:34 (house): "TLP:CLEAR"

$ mujaz show explain 2031-06 figures[trained_before].value --audience press
exit 2
error[LA16]: edition `2031-06` has nothing at `figures[trained_before].value`
   = help: `mujaz show edition 2031-06` prints all of it

1 error

$ mujaz build --audience press --lang en
exit 0
out/audiences/press/2031-06/2031-06.press.en.pdf  2 pages  [..] KiB
wrote 1 file of 1 edition to `out` in N s
next: look at the pages; `mujaz build --release` is for what goes out, `mujaz verify out` proves it


"#]]
    );
    let name = "out/audiences/press/2031-06/manifest.json";
    let manifest: serde_json::Value = serde_json::from_slice(&project.files()[name]).expect("JSON");
    assert_eq!(manifest["audience"], "press");
    // Whoever has the hash of a file can try out what was withheld from them.
    assert_eq!(manifest["inputs"].as_array().map(Vec::len), Some(0));

    project.write(
        "data/editions/2031-06/audiences/press.yaml",
        "figures:\n  - {id: gone, delete: true}\n  - {id: reached, delete: true, value: 1}\n",
    );
    assert_data_eq!(
        project.run(&["check", "--audience", "press"]).told(),
        str![[r#"
exit 1
error[LA10]: there is no `figures[gone]` to delete
  --> data/editions/2031-06/audiences/press.yaml:2:16  (audience press)
2  |   - {id: gone, delete: true}
   |                ^^^^^^ deletes nothing
   = at: figures[gone]
   = help: remove this entry, or correct its name

error[LA11]: `figures[reached]` is deleted and changed at once
  --> data/editions/2031-06/audiences/press.yaml:3:33  (audience press)
3  |   - {id: reached, delete: true, value: 1}
   |                                 ^^^^^ changed here
  ::: data/editions/2031-06/audiences/press.yaml:3:19  (audience press)
3  |   - {id: reached, delete: true, value: 1}
   |                   ^^^^^^ deleted here
   = at: figures[reached]
   = help: remove `delete`, or the keys beside it

error[MO01]: there is no figure `reached`
  --> data/editions/2031-06/edition.yaml:9:17  (neutral data)
9  |   key_figures: [reached, schools, trained]
   |                 ^^^^^^^ unknown id
   = at: edition.key_figures
   = help: write the id of another figure, or add `reached`

error[TR02]: `{reached}` points at nothing in this edition
  --> data/editions/2031-06/text/ar.yaml:8:23  (language ar)
8  |   - استفاد من الخدمات ⟦{reached}⟧.
   | └ unknown placeholder
   = help: write the id of a figure, contribution, event, meeting or reference of the edition

error[TR02]: `{reached}` points at nothing in this edition
  --> data/editions/2031-06/text/en.yaml:8:23  (language en)
8  |   - "Services reached {reached}."
   |                       ^^^^^^^^^ unknown placeholder
   = help: write the id of a figure, contribution, event, meeting or reference of the edition

5 errors in 4 files

"#]]
        .raw()
    );
}

/// Places of all scalars of a tree, and of all keys but those of languages.
fn places(node: &Node, scalars: &mut Vec<(usize, usize)>, keys: &mut Vec<(usize, usize)>) {
    let range = |span: mujaz::diag::Span| (span.start as usize, span.end as usize);
    match &node.data {
        // Of a block, the place does not hold the mark before it.
        Data::Scalar(_, Style::Block) => {}
        Data::Scalar(..) => scalars.push(range(node.span)),
        Data::Seq(items) => items.iter().for_each(|item| places(item, scalars, keys)),
        Data::Map(entries) => {
            for entry in entries {
                if !matches!(entry.key.as_str(), "ar" | "en" | "fr" | "ckb") {
                    keys.push(range(entry.key_span));
                }
                places(&entry.value, scalars, keys);
            }
        }
    }
}

/// Replaces each text of a file that `pick` finds and reports where more, less or something else is told
/// than one finding at that place.
fn echoes(
    (project, edition): (&ProjectCopy, &str),
    name: &str,
    pick: fn(&Node) -> Vec<(usize, usize)>,
    wrong: fn(&str) -> String,
) -> Vec<String> {
    let text = project.read(name);
    let mut sources = Sources::new();
    let file = sources.add(name, "", text.clone());
    let tree = mujaz::yaml::parse(file, &sources, &Limits::default()).0.expect("a tree");
    let mut echoes = Vec::new();
    for (start, end) in pick(&tree) {
        let written = &text[start..end];
        project.write(name, format!("{}{}{}", &text[..start], wrong(written), &text[end..]));
        let (line, column) = sources.position(file, u32::try_from(start).expect("a small file"));
        let here = format!("{name}:{line}:{column}");
        let found = findings(project.root(), edition);
        if found.len() != 1 || !found[0].ends_with(&here) {
            echoes.push(format!("{here} `{written}`: {found:?}"));
        }
    }
    project.write(name, text);
    echoes
}

/// `CODE file:line` of everything wrong with the edition.
fn findings(root: &Path, edition: &str) -> Vec<String> {
    let mut sources = Sources::new();
    let project = Project::open(root).expect("the project");
    let (dossier, mut findings) = Dossier::read(&project, edition, None, &mut sources);
    let dossier = dossier.expect("an edition is read as far as it goes");
    findings.extend(mujaz::check::check(&dossier, &sources, &mut mujaz::check::Seen::default()));
    for lang in dossier.languages.keys() {
        findings.extend(mujaz::brief::write(&dossier, lang).into_iter().flat_map(|(_, found)| found));
    }
    let told = findings.iter().map(|finding| match finding.places.first() {
        Some(place) => {
            let (line, column) = sources.position(place.span.file, place.span.start);
            format!("{} {}:{line}:{column}", finding.code, sources.name(place.span.file))
        }
        None => format!("{} {}", finding.code, finding.message),
    });
    told.collect()
}

fn scalars(tree: &Node) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    places(tree, &mut found, &mut Vec::new());
    found
}

fn keys(tree: &Node) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    places(tree, &mut Vec::new(), &mut found);
    found
}

fn listed(_: &str) -> String {
    "[[wrong]]".to_owned()
}

fn mistyped(key: &str) -> String {
    format!("{key}x")
}

#[test]
fn a_value_of_the_wrong_type_is_told_where_it_stands_and_has_no_echo() {
    let project = (&mended(), "2031-06");
    let files = ["data/house.yaml", "data/shared/all.yaml", EDITION, FIGURES, ARABIC, ENGLISH];
    let told: Vec<String> = files.iter().flat_map(|name| echoes(project, name, scalars, listed)).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_mistyped_key_is_told_where_it_stands_and_has_no_echo() {
    let project = (&mended(), "2031-06");
    let files = [EDITION, FIGURES, ARABIC, ENGLISH];
    let told: Vec<String> = files.iter().flat_map(|name| echoes(project, name, keys, mistyped)).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
#[ignore = "takes minutes: every value and every key of the demonstration"]
fn nothing_in_the_demonstration_has_an_echo() {
    let copy = ProjectCopy::own(&["data"]);
    let project = (&copy, "demo-2031-06");
    let folder = "data/editions/demo-2031-06/";
    // Words of a language that the edition does not build are not read.
    let unread = |name: &str| ["/text/fr.yaml", "/text/ckb.yaml"].iter().any(|end| name.ends_with(end));
    let own = copy.files().into_keys().filter(|name| name.starts_with(folder) && !unread(name));
    let files: Vec<String> = own.collect();
    let values = files.iter().flat_map(|name| echoes(project, name, scalars, listed));
    let keys = files.iter().flat_map(|name| echoes(project, name, keys, mistyped));
    assert_eq!(values.chain(keys).collect::<Vec<String>>(), Vec::<String>::new());
}
