//! `mujaz check` and `mujaz lint` as a person or a pipeline runs them: corrections in files, levels,
//! allowances, exit codes, and what goes to stdout and to stderr.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use super::broken::{broken, mended};
use crate::support::copy::{ProjectCopy, Run};

const ARABIC: &str = "data/editions/2031-06/text/ar.yaml";
const HOUSE: &str = "data/house.yaml";
/// The byte order mark that some editors write.
const MARK: &str = "\u{feff}";

/// A text file as people leave it: `⟦wrong|right⟧` where a correction is due, and the same faults in comments,
/// keys and layout, where none is.
const TYPED: &str = "\
# ملاحظة , لا تمس  الى الآن
lang:    ar
_meta: {translator: ن. م.,  status: reviewed}   # ok , fine


title:   الخدمات⟦  | ⟧والعودة في الوادي   # , عنوان
bottom_line: >-   # مطوي
    تتحسن الخدمات في نينوى⟦,|،⟧ وتزداد
    الغارات في⟦  | ⟧الأنبار⟦,|،⟧

    ويعود الناس ⟦الى|إلى⟧ بيوتهم.

highlights:
    - 'استفاد من الخدمات {reached}⟦,|،⟧ ولم يذهب ⟦احد|أحد⟧ ⟦الى|إلى⟧ القرية.'
    - \"افتُتحت {schools}⟦,|،⟧ \\u0648دُرّب {trained}.\"
    - شارك {volunteers} في حملة التنظيف، وساعدهم⟦  | ⟧{helpers}.   # آخر , سطر

# بين المقاطع
intro: {adversary: \"بلغت إيرادات المهربين {revenue}⟦ |⟧.\"}

threats:
  raids: |
    تقع الغارات ليلًا. و{raids.likelihood} أن تستمر
    خلال {raids.horizon:gen}⟦,|،⟧ كما كان

progress:
  services: أُنجز {services.projects.done} من أصل {services.projects.total:gen}.

events: {opening: افتتاح مدرسة في نينوى.}";

/// The finding of [`TYPED`] that no correction settles, once the others are settled: a text that ends in the
/// middle.
const LEFT: &str = "AR16 data/editions/2031-06/text/ar.yaml:24:35";

/// The text as typed, the text as corrected, and how many corrections lie between them.
fn typed() -> (String, String, usize) {
    let (mut wrong, mut right, mut count) = (String::new(), String::new(), 0);
    for (number, part) in TYPED.split(['⟦', '⟧']).enumerate() {
        let (from, to) = if number % 2 == 1 { part.split_once('|').expect("a pair") } else { (part, part) };
        count += number % 2;
        wrong.push_str(from);
        right.push_str(to);
    }
    (wrong, right, count)
}

/// A sound project, but for a text file.
fn project(arabic: &str) -> ProjectCopy {
    let project = mended();
    project.write(ARABIC, arabic);
    project.reviewed()
}

/// A sound project, but for one sentence with a Latin comma and a doubled space, with this behind it.
fn one(behind: &str) -> ProjectCopy {
    let project = mended();
    let sound = "bottom_line: تتحسن الخدمات في نينوى، وتزداد الغارات في الأنبار.";
    let line = format!("bottom_line: تتحسن الخدمات في نينوى, وتزداد  الغارات في الأنبار.{behind}");
    project.replace(ARABIC, sound, &line);
    project.reviewed()
}

/// An empty folder with one file.
fn folder(name: &str, text: impl AsRef<[u8]>) -> ProjectCopy {
    let folder = ProjectCopy::empty();
    folder.write(name, text);
    folder
}

/// The program with a text on standard input.
fn piped(folder: &ProjectCopy, args: &[&str], text: &[u8]) -> Run {
    let mut command = folder.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // It may end without reading.
    let _ = child.stdin.take().expect("a pipe").write_all(text);
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Findings as `severity[CODE]`, in order, from the form for people.
fn heads(run: &Run) -> Vec<&str> {
    let heads = run.stderr.lines().filter(|line| line.starts_with("warning[") || line.starts_with("error["));
    heads.map(|line| line.split(':').next().unwrap_or(line)).collect()
}

/// The one run of a SARIF log.
fn sarif(run: &Run) -> Value {
    assert_eq!(run.stderr, "");
    let log: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    log["runs"][0].clone()
}

/// Line and columns, from 1 and in characters, of the words behind others, where both stand once.
fn region(text: &str, behind: &str, words: &str) -> Value {
    let whole = format!("{behind}{words}");
    assert_eq!(text.matches(&whole).count(), 1, "{whole}");
    let before = &text[..text.find(&whole).expect("the words") + behind.len()];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    let end = column + words.chars().count();
    json!({"startLine": line, "startColumn": column, "endLine": line, "endColumn": end})
}

#[test]
fn corrections_change_the_faults_and_no_other_byte() {
    let (wrong, right, count) = typed();
    let project = project(&wrong);
    let mut others = project.files();
    let run = project.run(&["check", "--fix"]);
    assert_eq!(project.read(ARABIC), right);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.starts_with(&format!("{count} places corrected in 1 file\n")), "{}", run.stderr);
    others.insert(ARABIC.to_owned(), right.clone().into_bytes());
    assert_eq!(project.files(), others);

    // Seven master texts are not those that were translated.
    let again = project.run(&["check", "--fix", "--format", "json"]);
    let (stale, others): (Vec<String>, Vec<String>) =
        again.codes().into_iter().partition(|code| code.starts_with("TR11 "));
    assert_eq!((stale.len(), others), (7, vec![LEFT.to_owned()]));
    assert_eq!(project.run(&["check", "--fix"]).told().matches("corrected").count(), 0);
    assert_eq!(project.read(ARABIC), right);
}

#[test]
fn without_fix_nothing_is_written() {
    let (wrong, _, count) = typed();
    let project = project(&wrong);
    let run = project.run(&["check", "--format", "json"]);
    assert_eq!((run.code, run.codes().len()), (0, count + 1));
    assert_eq!(project.read(ARABIC), wrong);
}

#[test]
fn corrections_keep_line_ends_and_byte_order_mark() {
    let (wrong, right, _) = typed();
    let windows = |text: &str| format!("{MARK}{}", text.replace('\n', "\r\n"));
    for layout in [windows, |text: &str| format!("{MARK}{text}"), |text: &str| text.replace('\n', "\r\n")] {
        let project = project(&layout(&wrong));
        project.run(&["check", "--fix"]);
        assert_eq!(project.read(ARABIC), layout(&right));
        assert_eq!(project.reviewed().run(&["check", "--format", "json"]).codes(), [LEFT]);
    }
}

#[test]
fn a_corrected_yaml_file_keeps_its_keys_lists_and_quotes() {
    let typed = "الى: القرية\nأ: [ذهب, الى, القرية]\nب: \"ذهب إلى  القرية\" # لا\n";
    // What is wrong inside the texts is corrected, and the comma, the key and the quotes stay.
    let corrected = "الى: القرية\nأ: [ذهب, إلى, القرية]\nب: \"ذهب إلى القرية\" # لا\n";
    for name in ["a.yaml", "a.yml"] {
        let folder = folder(name, typed);
        let run = folder.run(&["lint", name, "--fix"]);
        assert_eq!((run.code, folder.read(name).as_str()), (0, corrected), "{}", run.stderr);
        assert!(run.stderr.starts_with("2 places corrected in 1 file\n"), "{}", run.stderr);
        let left = ["AR08", "AR13", "AR13", "AR11", "AR11"].map(|code| format!("warning[{code}]"));
        assert_eq!(heads(&run), left);
    }
}

#[test]
fn a_text_file_is_corrected_in_place() {
    let folder = folder("a.txt", format!("{MARK}ذهب الى  القرية\r\n"));
    let run = folder.run(&["lint", "a.txt", "--fix"]);
    assert_eq!(run.told(), "exit 0\n2 places corrected in 1 file\n");
    assert_eq!(folder.read("a.txt"), format!("{MARK}ذهب إلى القرية\r\n"));
    assert_eq!(folder.run(&["lint", "a.txt", "--fix"]).told(), "exit 0\n");
}

#[test]
fn exit_codes_tell_faults_of_texts_from_faults_of_the_command_line() {
    let folder = folder("fault.txt", "ذهب الى القرية\n");
    folder.write("sound.txt", "ذهب إلى القرية\n");
    folder.write("bytes.txt", b"ab\xff\n");
    for (args, code, expected) in [
        (&["lint", "sound.txt"][..], 0, &[][..]),
        (&["lint", "fault.txt"], 0, &["warning[AR08]"]),
        (&["lint", "fault.txt", "--deny", "warnings"], 1, &["error[AR08]"]),
        (&["lint", "sound.txt", "--deny", "warnings"], 0, &[]),
        (&["lint", "bytes.txt", "fault.txt"], 1, &["error[YA01]", "warning[AR08]"]),
        (&["lint", "none.txt", "fault.txt"], 2, &["error[LA04]", "warning[AR08]"]),
        (&["lint", "sound.txt", "--glossary", "none.yaml"], 2, &["error[LA04]"]),
        (&["lint", "sound.txt", "--glossary", "bytes.txt"], 1, &["error[YA01]"]),
        (&["lint", "sound.txt", "--lang", "xx"], 2, &["error[CL01]"]),
        (&["lint", "-", "--fix"], 2, &["error[CL02]"]),
        (&["lint", "sound.txt", "-", "--fix"], 2, &["error[CL02]"]),
        (&["check"], 2, &["error[LA01]"]),
    ] {
        let run = piped(&folder, args, "".as_bytes());
        assert_eq!((run.code, run.stdout.as_str(), &heads(&run)[..]), (code, "", expected), "{args:?}");
    }
    assert_eq!(folder.run(&["lint"]).code, 2);
    assert_eq!(folder.read("fault.txt"), "ذهب الى القرية\n");
}

#[test]
fn standard_input_is_read_in_any_language() {
    let folder = folder("glossary.yaml", GLOSSARY);
    let glossary = ["--glossary", "glossary.yaml"];
    let cases: [(&str, &[&str], &[&str]); 6] = [
        ("ذهب الى القرية\n", &[], &["warning[AR08]"]),
        ("Il a dit \"oui\" aussi.\n", &["--lang", "fr"], &["warning[TX11]", "warning[TX11]"]),
        ("Il a dit \u{ab}\u{a0}oui\u{a0}\u{bb} aussi.\n", &["--lang", "fr"], &[]),
        ("عمل الائتلاف الدولي في نينوى.\n", &[], &[]),
        ("عمل الائتلاف الدولي في نينوى.\n", &glossary, &["warning[AR20]"]),
        (
            "عمل الائتلاف الدولي في نينوى.\n",
            &["--lang", "ar-IQ", "--glossary", "glossary.yaml"],
            &["warning[AR20]"],
        ),
    ];
    for (text, more, expected) in cases {
        let run = piped(&folder, &[&["lint", "-"], more].concat(), text.as_bytes());
        assert_eq!((run.code, &heads(&run)[..]), (0, expected), "{text} {more:?}\n{}", run.stderr);
    }
}

/// Terms of a project, with an allowance that this project needs and a lint run does not.
const GLOSSARY: &str = "\
glossary:
  - id: coalition  # mujaz: allow AR20: named here to be avoided
    forms: {ar: {default: التحالف الدولي}}
    reject: {ar: [الائتلاف الدولي]}
";

#[test]
fn the_house_sets_levels() {
    let project = one("");
    assert_eq!(heads(&project.run(&["check"])), ["warning[AR13]", "warning[AR23]"]);
    let house = project.read(HOUSE);
    for (checks, code, expected) in [
        ("{AR13: error, AR23: ignore}", 1, &["error[AR13]"][..]),
        ("{AR13: ignore, AR23: ignore}", 0, &[]),
        ("{AR13: warning}", 0, &["warning[AR13]", "warning[AR23]"]),
        // Codes that have no level: of no rule, of a rule that cannot be moved.
        ("{AR99: error}", 1, &["warning[AR13]", "warning[AR23]", "error[MO07]"]),
        (
            "{TR01: ignore, DA09: ignore}",
            1,
            &["warning[AR13]", "warning[AR23]", "error[MO07]", "error[MO07]"],
        ),
    ] {
        project.write(HOUSE, format!("{house}\nchecks: {checks}\n"));
        let run = project.run(&["check"]);
        assert_eq!((run.code, &heads(&run)[..]), (code, expected), "{checks}\n{}", run.stderr);
    }
}

#[test]
fn a_comment_allows_with_a_reason() {
    for (comment, code, expected) in [
        ("  # mujaz: allow AR13: as the source has it", 0, &["warning[AR23]"][..]),
        ("  # mujaz: allow AR13, AR23: as the source has it", 0, &[]),
        (
            "  # mujaz: allow AR08: as the source has it",
            0,
            &["warning[AR13]", "warning[AR23]", "warning[AL01]"],
        ),
        ("  # mujaz: allow AR13", 1, &["warning[AR13]", "warning[AR23]", "error[AL02]"]),
        ("  # mujaz: allow AR13: ", 1, &["warning[AR13]", "warning[AR23]", "error[AL02]"]),
        ("  # mujaz: allow MO07: no rule", 1, &["warning[AR13]", "warning[AR23]", "error[AL02]"]),
    ] {
        let run = one(comment).run(&["check"]);
        assert_eq!((run.code, &heads(&run)[..]), (code, expected), "{comment}\n{}", run.stderr);
    }
}

#[test]
fn what_is_allowed_is_not_corrected() {
    let project = one("  # mujaz: allow AR13: as the source has it");
    project.run(&["check", "--fix"]);
    let line = "نينوى, وتزداد الغارات في الأنبار.  # mujaz: allow AR13: as the source has it\n";
    assert!(project.read(ARABIC).contains(line));
}

#[test]
fn programs_read_stdout_and_people_stderr() {
    let project = one("");
    let text = project.run(&["check"]);
    assert_eq!(text.stdout, "");
    assert!(text.stderr.contains("\n2 warnings in 1 file\n"), "{}", text.stderr);
    let json = project.run(&["check", "--format", "json"]);
    assert_eq!((json.stderr.as_str(), json.stdout.lines().count()), ("", 2));
    // Of a sound project JSON says nothing, and SARIF that there is nothing.
    assert_eq!(mended().run(&["check", "--format", "json"]).told(), "exit 0\n");
    assert_eq!(sarif(&mended().run(&["check", "--format", "sarif"]))["results"], json!([]));
    // Of a correction too only the rest is told.
    let fixed = project.run(&["check", "--fix", "--format", "sarif"]);
    let results = sarif(&fixed)["results"].clone();
    assert_eq!(results.as_array().map(Vec::len), Some(1));
    assert_eq!(results[0]["ruleId"], "TR11");
}

#[test]
fn sarif_counts_characters_and_carries_corrections() {
    let project = one("");
    let run = sarif(&project.run(&["check", "--format", "sarif", "--deny", "warnings"]));
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let place = region(&project.read(ARABIC), "نينوى", ",");
    let expected = json!({
        "ruleId": "AR13",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "`,` is a Latin mark\nwrite `،`"},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": ARABIC}, "region": place},
            "logicalLocations": [{"fullyQualifiedName": "text.ar.bottom_line"}],
        }],
        "fixes": [{
            "description": {"text": "write `،`"},
            "artifactChanges": [{
                "artifactLocation": {"uri": ARABIC},
                "replacements": [{"deletedRegion": place, "insertedContent": {"text": "،"}}],
            }],
        }],
    });
    assert_eq!(run["results"][0], expected);
}

#[test]
fn sarif_points_at_its_rules_and_at_other_places() {
    let project = broken();
    let told = project.run(&["check", "--format", "sarif"]);
    assert_eq!(told.code, 1);
    let run = sarif(&told);
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 20);
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let text = project.read("data/editions/2031-06/figures.yaml");
    let twice = results.iter().find(|it| it["ruleId"] == "LA09").expect("an id given twice");
    let lines: Vec<usize> =
        (1..).zip(text.lines()).filter(|(_, it)| it.contains("id: trained")).map(|it| it.0).collect();
    let line = |place: &Value| place["physicalLocation"]["region"]["startLine"].clone();
    assert_eq!(json!([line(&twice["relatedLocations"][0]), line(&twice["locations"][0])]), json!(lines));
    assert_eq!(twice["relatedLocations"][0]["message"]["text"], "first entry");
}

#[test]
fn sarif_escapes_the_names_of_files() {
    let folder = folder("موجز أول.txt", "ذهب الى القرية\n");
    let run = sarif(&folder.run(&["lint", "موجز أول.txt", "--format", "sarif"]));
    let uri = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(*uri, "%D9%85%D9%88%D8%AC%D8%B2%20%D8%A3%D9%88%D9%84.txt");
}

#[test]
fn a_code_is_explained_anywhere() {
    let folder = ProjectCopy::empty();
    let page = include_str!("../../docs/rules/AR05.md");
    for code in ["AR05", "ar05"] {
        assert_eq!(folder.run(&["check", "--explain", code]).told(), format!("exit 0\n{page}"));
    }
    // A code without a page has its title.
    assert_eq!(folder.run(&["check", "--explain", "LA01"]).told(), "exit 0\n# LA01: no project here\n");
    let unknown = folder.run(&["check", "--explain", "ZZ99"]);
    assert_eq!((unknown.code, unknown.stdout.as_str(), &heads(&unknown)[..]), (2, "", &["error[CL03]"][..]));
}
