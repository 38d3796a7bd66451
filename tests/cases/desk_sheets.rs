//! The sheets of the translator's desk: counted texts in many numbers, and a translation beside its master.

use page_validation::ValidationProfile;
use serde_json::{Value, json};

use super::broken::mended;
use crate::support::copy::ProjectCopy;
use crate::support::pdf_text::read;
use crate::support::validation::faults;

const DEMO: &str = "demo-2031-06";

fn demo() -> ProjectCopy {
    ProjectCopy::own(&["data"])
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
}

/// The line of the demonstration's text file that holds a text.
fn line_of(project: &ProjectCopy, lang: &str, text: &str) -> usize {
    let file = project.read(&format!("data/editions/{DEMO}/text/{lang}.yaml"));
    let line = file.lines().position(|line| line.contains(text)).expect("the text is there");
    line + 1
}

/// Number, category and what the sentence of the schools says; six forms, and `other` from a scale word on.
const ARABIC: [(&str, &str, &str); 20] = [
    ("today  7", "few", "وفتحت سبع مدارس أبوابها"),
    ("0", "zero", "ولم تفتح أي مدرسة أبوابها"),
    ("1", "one", "وفتحت مدرسة واحدة أبوابها"),
    ("2", "two", "وفتحت مدرستان أبوابهما"),
    ("3", "few", "وفتحت ثلاث مدارس أبوابها"),
    ("10", "few", "وفتحت عشر مدارس أبوابها"),
    ("11", "many", "وفتحت 11 مدرسة أبوابها"),
    ("26", "many", "وفتحت 26 مدرسة أبوابها"),
    ("99", "many", "وفتحت 99 مدرسة أبوابها"),
    ("100", "other", "وفتحت 100 مدرسة أبوابها"),
    ("102", "other", "وفتحت 102 مدرسة أبوابها"),
    ("103", "few", "وفتحت 103 مدارس أبوابها"),
    ("1000", "other", "وفتحت 1,000 مدرسة أبوابها"),
    ("2000", "other", "وفتحت 2,000 مدرسة أبوابها"),
    ("11000", "other", "وفتحت 11,000 مدرسة أبوابها"),
    ("1M", "other", "وفتحت مليون مدرسة أبوابها"),
    ("2M", "other", "وفتحت مليونا مدرسة أبوابها"),
    ("7.7M", "other", "وفتحت 7.7 مليون مدرسة أبوابها"),
    ("20B", "other", "وفتحت 20 مليار مدرسة أبوابها"),
    ("1.5", "other", "وفتحت 1.5 مدرسة أبوابها"),
];

#[test]
fn an_arabic_text_is_swept_on_the_terminal() {
    let project = demo();
    let run = project.run(&["text", "sweep", "ar", "--edition", DEMO]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let line = line_of(&project, "ar", "by: schools");
    let head = format!("data/editions/{DEMO}/text/ar.yaml:{line}  highlights[4]  by: schools\n");
    let mut expected = head.clone();
    for (number, category, says) in ARABIC {
        let before = "افتُتحت محطتا مياه في الموصل والرقة، ";
        expected += &format!("{number}  {category}\n    {before}{says} من جديد في صلاح الدين.\n");
    }
    let told = plain(&run.stdout);
    let tables: Vec<&str> = told.split("\n\n").collect();
    let table = tables.iter().find(|table| table.starts_with(&head)).unwrap_or_else(|| panic!("{told}"));
    assert_eq!(format!("{}\n", table.trim_end()), expected);
    // The other number of the same message, in the form of today.
    let stations =
        tables.iter().find(|table| table.contains("highlights[4]  {water_stations}\n")).expect("it");
    assert!(stations.contains("\n11  many → few\n    افتُتحت 11 محطة مياه في الموصل والرقة، وفتحت سبع مدارس"));
}

#[test]
fn an_english_text_is_swept_as_json() {
    let project = demo();
    let run = project.run(&["text", "sweep", "en", "--edition", DEMO, "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let all: Value = serde_json::from_str(&plain(&run.stdout)).expect("JSON");
    assert_eq!((&all[0]["edition"], &all[0]["lang"], &all[1]), (&json!(DEMO), &json!("en"), &Value::Null));
    let tables = all[0]["tables"].as_array().expect("tables");
    let wanted = |table: &&Value| table["key"] == "highlights[4]" && table["figure"] == "schools";
    let rows: Vec<Value> = [
        ("7", "7", "other", "seven schools reopened their doors"),
        ("0", "0", "other", "zero schools reopened their doors"),
        ("1", "1", "one", "one school reopened its doors"),
        ("2", "2", "other", "two schools reopened their doors"),
        ("3", "3", "other", "three schools reopened their doors"),
        ("10", "10", "other", "10 schools reopened their doors"),
        ("11", "11", "other", "11 schools reopened their doors"),
        ("26", "26", "other", "26 schools reopened their doors"),
        ("99", "99", "other", "99 schools reopened their doors"),
        ("100", "100", "other", "100 schools reopened their doors"),
        ("102", "102", "other", "102 schools reopened their doors"),
        ("103", "103", "other", "103 schools reopened their doors"),
        ("1000", "1,000", "other", "1,000 schools reopened their doors"),
        ("2000", "2,000", "other", "2,000 schools reopened their doors"),
        ("11000", "11,000", "other", "11,000 schools reopened their doors"),
        ("1M", "1 million", "other", "1 million schools reopened their doors"),
        ("2M", "2 million", "other", "2 million schools reopened their doors"),
        ("7.7M", "7.7 million", "other", "7.7 million schools reopened their doors"),
        ("20B", "20 billion", "other", "20 billion schools reopened their doors"),
        ("1.5", "1.5", "other", "1.5 schools reopened their doors"),
    ]
    .into_iter()
    .enumerate()
    .map(|(at, (number, shown, category, says))| {
        let text = format!("Mosul and Raqqa gained two water stations, and {says} in Salah al-Din.");
        let form = category;
        json!({ "number": number, "shown": shown, "category": category, "form": form, "today": at == 0, "text": text })
    })
    .collect();
    let expected = json!({
        "key": "highlights[4]",
        "file": format!("data/editions/{DEMO}/text/en.yaml"),
        "line": line_of(&project, "en", "by: schools"),
        "figure": "schools",
        "chooses": true,
        "rows": rows,
    });
    assert_eq!(tables.iter().find(wanted), Some(&expected));
}

/// Both kinds of sheet, in both directions: standards, equal bytes, and every key on a page.
#[test]
fn sheets_are_sound_pdfs() {
    let project = mended();
    for (args, name) in [
        (["text", "proof", "en", "--out", "desk"], "desk/2031-06/2031-06.en.proof.pdf"),
        (["text", "sweep", "ar", "--pdf", "desk"], "desk/2031-06/2031-06.ar.sweep.pdf"),
        (["text", "sweep", "en", "--pdf", "desk"], "desk/2031-06/2031-06.en.sweep.pdf"),
    ] {
        let run = project.run(&args);
        assert_eq!(run.code, 0, "{name}: {}", run.told());
        let bytes = project.files().remove(name).unwrap_or_else(|| panic!("{name}: {}", run.told()));
        assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{name}");
        let pdf = read(&bytes);
        let printed: String = pdf.pages.concat().split_whitespace().collect();
        let keys = [
            "highlights[1]",
            "highlights[2]",
            "progress.services",
            "intro.adversary",
            "title",
            "events.opening",
        ];
        // The title, and what has no number, are not swept.
        let keys = if args[1] == "proof" { &keys[..] } else { &keys[..3] };
        for key in keys {
            assert!(printed.contains(key), "{name}: {key} in {printed}");
        }
        assert_eq!(pdf.right_to_left, args[2] == "ar", "{name}");
        project.run(&args);
        assert!(project.files()[name] == bytes, "{name}: other bytes");
    }
}

#[test]
fn faults_of_texts_are_marked_and_faults_of_the_data_stop() {
    let project = mended();
    let text = "data/editions/2031-06/text/en.yaml";
    project.write(text, project.read(text).replace("title: ", "title: 12  "));
    let run = project.run(&["text", "proof", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.told());
    let name = "desk/2031-06/2031-06.en.proof.pdf";
    let printed = read(&project.files()[name]).pages.concat();
    assert!(printed.contains("TR04") && printed.contains("TX23"), "{printed}");
    let run = project.run(&["text", "proof", "en", "--ui-lang", "ar", "--out", "arabic"]);
    assert_eq!(run.code, 0);
    let figures = "data/editions/2031-06/figures.yaml";
    project.write(
        figures,
        project.read(figures) + "  - {id: more, metric: nothing, value: 1, as_of: 2031-06}\n",
    );
    let run = project.run(&["text", "proof", "en", "--out", "none"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), project.path("none").exists()),
        (1, "", false),
        "{}",
        run.told()
    );
}

#[test]
fn what_cannot_be_made_is_refused() {
    let project = mended();
    let told = |args: &[&str]| project.run(args).told();
    assert_eq!(
        told(&["text", "proof", "ar"]),
        "exit 2\nerror[CL02]: `ar` is the master language of `2031-06`: there is no text to hold it against\n   = help: name \
         the language of a translation\n\n1 error\n"
    );
    let none = "error[CL01]: none of these editions has the language `xx`\n";
    let own = "error[CL01]: edition `2031-06` has no language `xx`\n";
    for (args, expected) in [
        (&["text", "sweep", "xx"][..], none),
        (&["text", "proof", "xx"][..], none),
        (&["text", "sweep", "xx", "--edition", "2031-06"][..], own),
    ] {
        let told = told(args);
        assert!(told.starts_with(&format!("exit 2\n{expected}")), "{told}");
    }
    assert!(!project.path("desk").exists());
}
