//! `mujaz import` as an officer uses it: each shipped map on a file of its published shape, in a scratch project.

#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

use std::fs;

use snapbox::{IntoData, assert_data_eq, str};

use crate::support::copy::ProjectCopy;

const EDITION: &str = "mujaz: 1
edition:
  id: 2031-07
  kind: monthly
  number: 1
  period: {from: 2031-07-01, to: 2031-07-31}
  cut_off: 2031-07-31T18:00+03:00
  issued: 2031-08-03T09:00+03:00
  languages: [ar, en]
  master: ar
  invented: true
  publisher: {org: briefs_desk}
";

/// A project with the shared data of this one and one edition without any figure.
fn scratch() -> ProjectCopy {
    let project = ProjectCopy::own(&["data/shared", "data/labels"]);
    let house = concat!(env!("CARGO_MANIFEST_DIR"), "/data/house.yaml");
    fs::copy(house, project.path("data/house.yaml")).expect("house");
    fs::create_dir_all(project.path("data/editions/2031-07/text")).expect("folder");
    let edition = EDITION.strip_prefix("mujaz: 1\n").expect("head");
    fs::write(project.path("data/editions/2031-07/edition.yaml"), edition).expect("edition");
    for (lang, title, line) in [("ar", "موجز تموز", "لا جديد."), ("en", "July brief", "Nothing is new.")]
    {
        let text =
            format!("lang: {lang}\n_meta: {{status: reviewed}}\ntitle: {title}\nbottom_line: {line}\n");
        fs::write(project.path(&format!("data/editions/2031-07/text/{lang}.yaml")), text).expect("text");
    }
    project
}

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn import(project: &ProjectCopy, file: &str, map: &str, more: &[&str]) -> crate::support::copy::Run {
    let base = ["import", file, "--map", map, "--into", "2031-07"];
    project.run(&[&base, more].concat())
}

fn written(project: &ProjectCopy, map: &str) -> String {
    fs::read_to_string(project.path(&format!("data/editions/2031-07/import-{map}.yaml"))).expect("written")
}

/// What a file says beside where it comes from.
fn figures(text: &str) -> String {
    let mut lines = Vec::new();
    let mut inside = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let indent = line.len() - line.trim_start().len();
        if inside.is_some_and(|outer| indent > outer) {
            continue;
        }
        inside = None;
        if line.trim() == "origin:" {
            inside = Some(indent);
            continue;
        }
        if line == "sources:" {
            break;
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// Errors that `check` has in the edition, whatever file they are in.
fn errors(project: &ProjectCopy) -> Vec<String> {
    let run = project.run(&["check", "2031-07", "--format", "json"]);
    run.stdout.lines().filter(|line| line.contains("\"severity\":\"error\"")).map(str::to_owned).collect()
}

#[test]
fn the_scratch_project_has_no_error() {
    assert_eq!(errors(&scratch()), Vec::<String>::new());
}

#[test]
fn every_shipped_map_gives_what_the_hand_gives() {
    // Round 42 only; 40,000 + 12 in Ninewa, of which one district has no value.
    let dtm = "returnees:
  displaced:
    round: 42
    as_of: 2031-06-30
    source:
      - s_dtm
    rows:
      - place: IQG09
        displaced:
          individuals: 7100
      - place: IQG13
        displaced:
          individuals: 65
      - place: IQG15
        displaced:
          individuals: 40012";
    // Governorates of round 42: 20,111 + 2,000 in Baghdad; Erbil has no value, Wasit an error of the source.
    let idps = "returnees:
  displaced:
    round: 42
    as_of: 2031-06-30
    source:
      - s_hapi_idps
    rows:
      - place: IQG08
        displaced:
          individuals: 22111
      - place: IQG09
        displaced:
          individuals: 203100
      - place: IQG15
        displaced:
          individuals: 214310";
    // 41,000 + 9,500 + 120,250 of 2030, without sexes and ages a second time.
    let returnees = "returnees:
  displaced:
    as_of: 2030-12-31
    source:
      - s_hapi_returnees
    rows:
      - place: IRQ
        returned:
          individuals: 54321
      - place: SYR
        returned:
          individuals: 170750";
    let requirements = "funding:
  requirements:
    - id: fts_hirq31
      name:
        ar: Iraq Humanitarian Transition Overview 2031
        en: Iraq Humanitarian Transition Overview 2031
      amount: 130000000
      currency: USD
      period:
        from: 2031-01-01
        to: 2031-12-31
      source:
        - s_fts
    - id: fts_rirq31
      name:
        ar: Iraq Resilience Plan 2031
        en: Iraq Resilience Plan 2031
      amount: 245678103
      currency: USD
      period:
        from: 2031-01-01
        to: 2031-12-31
      source:
        - s_fts";
    // Shared, parked, passed through, carried over and in kind are left out.
    let flows = "funding:
  contributions:
    - id: fts_310001
      donor: jor
      recipient: un
      stage: paid
      amount: 15000000
      currency: USD
      original:
        amount: 10635000
        currency: JOD
        rate: 0.709
        rate_rule: foreign_per_usd
      date: 2031-03-02
      flow: \"310001\"
      source:
        - s_fts
    - id: fts_310002
      donor:
        ar: France, Government of
        en: France, Government of
      recipient: un
      stage: committed
      amount: 1694015
      currency: USD
      original:
        amount: 1395868
        currency: EUR
        rate: 0.824
        rate_rule: foreign_per_usd
      date: 2031-04-15
      flow: \"310002\"
      source:
        - s_fts
    - id: fts_310003
      donor:
        ar: جهة مانحة غير محددة
        en: Donor not specified
        fr: Donateur non précisé
      recipient: un
      stage: pledged
      amount: 2500000
      currency: USD
      date: 2031-05-05
      flow: \"310003\"
      source:
        - s_fts";
    for (map, expected) in [
        ("dtm-rounds", dtm),
        ("hapi-idps", idps),
        ("hapi-returnees", returnees),
        ("fts-requirements", requirements),
        ("fts-flows", flows),
    ] {
        let project = scratch();
        let run = import(&project, &fixture(&format!("{map}.csv")), map, &[]);
        assert_eq!(run.code, 0, "{map}: {}", run.stderr);
        assert_eq!(figures(&written(&project, map)), expected, "{map}");
        assert_eq!(errors(&project), Vec::<String>::new(), "{map}");
    }
}

/// The cells of a group, with the one that has no value.
#[test]
fn every_figure_says_where_it_is_from() {
    let project = scratch();
    import(&project, &fixture("dtm-rounds.csv"), "dtm-rounds", &[]);
    let text = written(&project, "dtm-rounds");
    let bytes = fs::read(fixture("dtm-rounds.csv")).expect("fixture");
    let hash: String =
        <sha2::Sha256 as sha2::Digest>::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
    let ninewa = format!(
        "        origin:\n          file: \"dtm-rounds.csv\"\n          cells: H3:H5\n          sha256: {hash}\n"
    );
    assert!(text.contains(&ninewa), "{text}");
    assert_eq!(text.matches(&hash).count(), 4, "three places and the source");
}

#[test]
fn a_second_import_shows_what_moves_and_writes_it_only_when_told() {
    let project = scratch();
    let first = fixture("dtm-rounds.csv");
    assert_eq!(import(&project, &first, "dtm-rounds", &[]).code, 0);
    let before = written(&project, "dtm-rounds");
    let again = import(&project, &first, "dtm-rounds", &[]);
    assert_eq!((again.code, written(&project, "dtm-rounds")), (0, before.clone()));
    assert!(again.stderr.contains("stays as it is"), "{}", again.stderr);

    // A note and a row of a person's own, and a comment.
    let own = before.replace(
        "      - place: IQG13\n",
        "      # Kirkuk is under review\n      - place: IQG13   # by phone\n        marking: TLP:GREEN\n",
    );
    let own = own
        .replace("    rows:\n", "    rows:\n      - place: IQG01\n        displaced: {individuals: 31245}\n");
    let path = project.path("data/editions/2031-07/import-dtm-rounds.yaml");
    fs::write(&path, &own).expect("own");
    let text = fs::read_to_string(&first).expect("fixture");
    let newer = project.path("newer.csv");
    let text = text.replace(",65,2031-06-29", ",70,2031-06-29").replace(",7100,", ",nan,");
    let text = text
        + ",Iraq,IRQ,Babil,IQG07,Hilla,IQG07Q01,31,2031-06-30T00:00:00,2031,6,42,Conflict,nan,nan,,,BA\n";
    fs::write(&newer, text).expect("newer");
    let newer = newer.display().to_string();
    let told = import(&project, &newer, "dtm-rounds", &[]);
    assert_eq!(told.code, 1);
    assert_eq!(fs::read_to_string(&path).expect("file"), own, "nothing is written");
    for line in [
        "+ returnees.displaced.rows[IQG07]  displaced.individuals 31\n",
        "- returnees.displaced.rows[IQG09]  displaced.individuals 7100\n",
        "  returnees.displaced.rows[IQG13].displaced.individuals  65 -> 70\n",
        "error[IM15]: values that would move in `data/editions/2031-07/import-dtm-rounds.yaml`: 5\n",
    ] {
        assert!(told.stderr.contains(line), "{line}\n{}", told.stderr);
    }
    let done = import(&project, &newer, "dtm-rounds", &["--accept"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let after = written(&project, "dtm-rounds");
    for kept in [
        "      # Kirkuk is under review\n      - place: IQG13   # by phone\n",
        "        marking: TLP:GREEN\n",
        "      - place: IQG01\n        displaced:\n          individuals: 31245\n",
        "          individuals: 70\n",
    ] {
        assert!(after.contains(kept), "{kept}\n{after}");
    }
    assert!(!after.contains("IQG09"), "{after}");
    assert!(!done.stderr.contains("IM16"), "{}", done.stderr);
    assert_eq!(import(&project, &newer, "dtm-rounds", &[]).code, 0);
    assert_eq!(written(&project, "dtm-rounds"), after, "the same file moves nothing");

    // A value of the import that a person has changed.
    fs::write(&path, after.replace("individuals: 70\n", "individuals: 72\n")).expect("edited");
    let edited = import(&project, &newer, "dtm-rounds", &[]);
    assert_eq!(edited.code, 1);
    assert!(edited.stderr.contains("IM16") && edited.stderr.contains("72 -> 70"), "{}", edited.stderr);
}

#[test]
fn a_dry_run_prints_and_writes_nothing() {
    let project = scratch();
    let before = project.files();
    let run = import(&project, &fixture("hapi-idps.csv"), "hapi-idps", &["--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("individuals: 22111"), "{}", run.stdout);
    assert_eq!(project.files(), before);
}

/// An audience sees the figures, and not where the desk has them from.
#[test]
fn no_audience_gets_the_origin_of_a_figure() {
    let project = scratch();
    let head = project.path("data/editions/2031-07/edition.yaml");
    let marked = fs::read_to_string(&head).expect("head") + "  marking: {scheme: tlp2, label: TLP:CLEAR}\n";
    fs::write(&head, marked).expect("marked");
    for map in ["dtm-rounds", "fts-flows", "fts-requirements"] {
        assert_eq!(import(&project, &fixture(&format!("{map}.csv")), map, &[]).code, 0);
        if map == "fts-flows" {
            // The source that both name is written once.
            let text = written(&project, map);
            assert!(text.contains("\nsources:\n"), "{text}");
        }
    }
    assert!(!written(&project, "fts-requirements").contains("\nsources:\n"));
    assert_eq!(errors(&project), Vec::<String>::new());
    let whole = project.run(&["show", "edition", "2031-07"]);
    assert_eq!(whole.stdout.matches(" origin:\n").count(), 8, "{}", whole.stdout);
    let public = project.run(&["show", "edition", "2031-07", "--audience", "public"]);
    for shown in ["place: IQG15", "fts_310001", "fts_rirq31"] {
        assert!(public.stdout.contains(shown), "{shown}: {}{}", public.stdout, public.stderr);
    }
    assert!(
        !public.stdout.contains(" origin:\n") && !public.stdout.contains("cells: H"),
        "{}",
        public.stdout
    );
}

/// A wrong code beside a name, an old code, a name with a slip: each refused at its cell, and none in another place.
#[test]
fn places_that_are_not_sure_are_left_out() {
    let project = scratch();
    let map = "import: returns
target: returnees.displaced
columns:
  place: {column: رمز المحافظة, name: [المحافظة], as: place, level: 1, country: IRQ, required: true}
  returned.individuals: {column: [عدد العائدين, Returnees], as: number, required: true}
constants: {as_of: 2031-07-31}
source: {id: s_own, title: {ar: جدول الشريك, en: Table of the partner}, org: un}
";
    fs::create_dir_all(project.path("data/maps")).expect("folder");
    fs::write(project.path("data/maps/returns.yaml"), map).expect("map");
    let table = "رمز المحافظه;المحافظة;عدد العائدين\nIQG15;نينوى;١٢٠\nIQG08;دهوك;7\nIQ-G08;;8\n;نينوا;9\n;الانبار;1,234\nالمجموع;;1,378\n";
    let file = project.path("returns.csv");
    fs::write(&file, table).expect("table");
    let file = file.display().to_string();
    let run = import(&project, &file, "returns", &[]);
    assert_eq!(run.code, 1);
    assert!(!project.path("data/editions/2031-07/import-returns.yaml").exists());
    let stderr = run.stderr.replace(&file, "returns.csv");
    assert_data_eq!(
        stderr,
        str![[r#"
row 7 has totals and is dropped
nothing is written while rows have faults; with `--partial` the sound ones are
error[IM10]: `IQG08` in A3 is `IQG08`, and the name beside it, `دهوك`, is `IQG09`
  --> returns.csv:3:1  (table)
3  | ⟦IQG08⟧;دهوك;7
   | └ code and name disagree
   = help: ask the source which is right, and correct the other

error[IM20]: `IQ-G08` in A4 is a place code of older files
  --> returns.csv:4:1  (table)
4  | IQ-G08;;8
   | ^^^^^^ no longer in use
   = help: add a column with the names of the places: the old numbers follow another order
   = help: or add `IQ-G08` to `aliases` of the place that it stands for

error[IM09]: there is no place `نينوا`, in A5
  --> returns.csv:5:2  (table)
5  | ;⟦نينوا⟧;9
   | └ unknown place
   = help: did you mean `نينوى`, `IQG15`?

error[IM08]: `1,234` in C6 is 1234 or 1.234
  --> returns.csv:6:10  (table)
6  | ;الانبار;⟦1,234⟧
   | └ two numbers
   = help: write `decimal: point` or `decimal: comma` in the map

4 errors in 1 file

"#]]
        .raw()
    );
    // The sound rows alone, where that is asked for.
    let partial = import(&project, &file, "returns", &["--partial"]);
    assert_eq!(partial.code, 0, "{}", partial.stderr);
    let text = written(&project, "returns");
    assert!(text.contains("place: IQG15") && !text.contains("IQG08") && !text.contains("IQG09"), "{text}");
}
