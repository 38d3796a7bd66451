//! Arabic as a translation, with its six plural forms: the demonstration with English as its master.

use super::{export, import, record_in, taken};
use crate::support::copy::ProjectCopy;

const FOLDER: &str = "data/editions/demo-2031-06";
const PO: &str = "desk/demo-2031-06/demo-2031-06.ar.po";

fn exported() -> ProjectCopy {
    let project = ProjectCopy::own(&["data"]);
    for entry in std::fs::read_dir(project.path("data/editions")).expect("editions") {
        let path = entry.expect("an entry").path();
        if !path.ends_with("demo-2031-06") {
            std::fs::remove_dir_all(path).expect("the other editions");
        }
    }
    project.replace(&format!("{FOLDER}/edition.yaml"), "master: ar", "master: en");
    std::fs::remove_file(project.path(&format!("{FOLDER}/translations.lock"))).expect("the record");
    let project = project.reviewed();
    export(&project, "ar", "po");
    project
}

/// The message of the schools with a number for each form.
fn entry(project: &ProjectCopy) -> String {
    let po = project.read(PO);
    let entry = po.split("\n\n").find(|entry| entry.contains("msgctxt \"highlights[4]\"")).expect("it");
    entry.to_owned()
}

#[test]
fn six_forms_leave_with_a_number_each() {
    let project = exported();
    let before = "افتُتحت محطتا مياه في الموصل والرقة، ";
    let after = " من جديد في صلاح الدين.";
    let typed = "افتُتحت {water_stations} في الموصل والرقة، ";
    let entry = entry(&project).replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "");
    for (at, category, number, words, says) in [
        (0, "zero", "0", "ولم تفتح أي مدرسة أبوابها", "ولم تفتح أي مدرسة أبوابها"),
        (1, "one", "1", "وفتحت مدرسة واحدة أبوابها", "وفتحت مدرسة واحدة أبوابها"),
        (2, "two", "2", "وفتحت مدرستان أبوابهما", "وفتحت مدرستان أبوابهما"),
        (3, "few", "3", "وفتحت {schools} أبوابها", "وفتحت ثلاث مدارس أبوابها"),
        (4, "many", "11", "وفتحت {schools} أبوابها", "وفتحت 11 مدرسة أبوابها"),
        (5, "other", "100", "وفتحت {schools} أبوابها", "وفتحت 100 مدرسة أبوابها"),
    ] {
        let note = format!("#. {category}, {number}: {before}{says}{after}");
        assert!(entry.lines().any(|line| line == note), "{note}\n{entry}");
        let text = format!("msgstr[{at}] \"{typed}{words}{after}\"");
        assert!(entry.lines().any(|line| line == text), "{text}\n{entry}");
    }
    assert!(!entry.contains("msgstr[6]"));
}

#[test]
fn one_form_changes_alone() {
    let project = exported();
    let name = format!("{FOLDER}/text/ar.yaml");
    let text = project.read(&name);
    let form = "msgstr[2] \"افتُتحت {water_stations} في الموصل والرقة، ";
    project.replace(
        PO,
        &format!("{form}وفتحت مدرستان أبوابهما"),
        &format!("{form}وعاودت مدرستان فتح أبوابهما"),
    );
    let told = taken(&project, PO, &["--by", "سعاد"]);
    let mut lines = told.lines().skip(1);
    assert_eq!(lines.next(), Some("changed `highlights[4]`"), "{told}");
    assert!(lines.next().is_some_and(|line| line.starts_with("unchanged: ")), "{told}");
    assert_eq!(project.read(&name), text.replace("وفتحت مدرستان أبوابهما", "وعاودت مدرستان فتح أبوابهما"));
    assert_eq!(
        record_in(&project, &format!("{FOLDER}/translations.lock"), "ar", "highlights[4]"),
        "draft, by: \"سعاد\""
    );
}

/// A form of one number may say it in words; what else stands in the sentence must stand in each form.
#[test]
fn a_form_may_leave_out_its_number_and_nothing_else() {
    let project = exported();
    let line = |form: &str| {
        let po = project.read(PO);
        let at = po.find("msgctxt \"highlights[4]\"").expect("it");
        let at = at + po[at..].find(&format!("{form} ")).expect("the form");
        po[..at].matches('\n').count() + 1
    };
    let two = line("msgstr[2]");
    let whole = project.read(PO);
    let lines: Vec<&str> = whole.lines().collect();
    let spoil = |at: usize, from: &str| {
        let mut lines = lines.clone();
        let spoilt = lines[at - 1].replace(from, "المحطات");
        assert_ne!(spoilt, lines[at - 1]);
        lines[at - 1] = &spoilt;
        project.write(PO, lines.join("\n") + "\n");
        let run = import(&project, PO, &["--format", "json"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        run.codes()
    };
    assert_eq!(spoil(two, "{water_stations}"), [format!("TR09 {PO}:{two}:11")]);
    // `few` stands for many numbers.
    let few = line("msgstr[3]");
    assert_eq!(spoil(few, "{schools}"), [format!("TR09 {PO}:{few}:11")]);
}
