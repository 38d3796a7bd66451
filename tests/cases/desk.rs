//! `mujaz text status`, `mujaz text mark` and the gate of a release, as a translator and a pipeline use them.

use snapbox::{IntoData, assert_data_eq, str};

use super::broken::mended;
use crate::support::copy::ProjectCopy;
use crate::support::pdf_text;

const ARABIC: &str = "data/editions/2031-06/text/ar.yaml";
const ENGLISH: &str = "data/editions/2031-06/text/en.yaml";
const FIGURES: &str = "data/editions/2031-06/figures.yaml";
const SHARED: &str = "data/shared/all.yaml";
const LOCK: &str = "data/editions/2031-06/translations.lock";

/// The counts of the English texts: approved, reviewed, draft, stale, missing, total, done.
fn counts(project: &ProjectCopy) -> String {
    let run = project.run(&["text", "status", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let row = run.stdout.lines().nth(1).expect("a row").to_owned();
    row.split_whitespace().skip(2).collect::<Vec<_>>().join(" ")
}

/// Where the text rules and the record of a project find something: `CODE file:line:column`.
fn found(project: &ProjectCopy) -> Vec<String> {
    project.run(&["check", "--format", "json"]).codes()
}

#[test]
fn a_project_without_a_record_is_a_draft_until_it_is_marked() {
    let project = mended();
    std::fs::remove_file(project.path(LOCK)).expect("the record");
    assert_data_eq!(
        project.run(&["text", "status"]).told(),
        str![[r#"
exit 0
edition  language  approved  reviewed  draft  stale  missing  total  done
2031-06  ar               0         9      0      0        0      9  100%
2031-06  en               0         0      9      0        0      9    0%

"#]]
        .raw()
    );
    assert_eq!(project.run(&["text", "status", "--strict"]).code, 1);
    assert_eq!(project.run(&["text", "status", "ar", "--strict"]).code, 0);

    let before = project.files();
    let mark = ["text", "mark", "en", "--as", "approved", "--by", "N. M."];
    // `_meta` of the fixture says `reviewed`, which is the most that its texts can be.
    assert_data_eq!(
        project.run(&mark).told(),
        str![[r#"
exit 0
data/editions/2031-06/translations.lock  en: 9 texts approved
warning[TR07]: text/en.yaml says `reviewed`, which is the most that its texts can be
  --> data/editions/2031-06/text/en.yaml:2:8  (language en)
2  | _meta: {translator: N. M., status: reviewed}
   |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: take `status` out of `_meta`: the record of translations has one for each text

1 warning in 1 file

"#]]
        .raw()
    );
    let after: Vec<String> = project.files().into_keys().filter(|name| !before.contains_key(name)).collect();
    assert_eq!(after, [LOCK]);
    assert_eq!(counts(&project), "0 9 0 0 0 9 100%");
    project.replace(ENGLISH, ", status: reviewed", "");
    assert_eq!(counts(&project), "9 0 0 0 0 9 100%");
    assert_eq!(project.run(&["text", "status", "--strict"]).code, 0);

    // Marking again changes no byte.
    let lock = project.read(LOCK);
    project.run(&mark);
    assert_eq!(project.read(LOCK), lock);
}

#[test]
fn programs_get_the_whole_table() {
    assert_data_eq!(
        mended().run(&["text", "status", "en", "--format", "json"]).told(),
        str![[r#"
exit 0
[
  {
    "edition": "2031-06",
    "language": "en",
    "file": "data/editions/2031-06/text/en.yaml",
    "master": false,
    "approved": 0,
    "reviewed": 9,
    "draft": 0,
    "stale": 0,
    "missing": 0,
    "total": 9,
    "percent": 100
  }
]

"#]]
        .raw()
    );
}

#[test]
fn a_changed_sentence_makes_its_translation_stale_and_a_changed_figure_none() {
    let project = mended();
    assert_eq!(found(&project), Vec::<String>::new());
    project.replace(FIGURES, "value: 7.9M", "value: 8.1M");
    assert_eq!(counts(&project), "0 9 0 0 0 9 100%");

    project.replace(ARABIC, "تقع الغارات ليلًا", "تقع الغارات ليلًا ونهارًا");
    assert_eq!(counts(&project), "0 8 0 1 0 9 88%");
    assert_data_eq!(
        project.run(&["check"]).told(),
        str![[r#"
exit 0
warning[TR11]: `threats.raids` in `en` translates a master text that has changed
  --> data/editions/2031-06/text/en.yaml:16:10  (language en)
16 |   raids: Raids come by night. They are {raids.likelihood} to go on over {raids.horizon}.
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ translates the text before the change
  ::: data/editions/2031-06/text/ar.yaml:17:10  (language ar)
17 |   raids: ⟦تقع الغارات ليلًا ونهارًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}.⟧
   | └ the master text now
   = at: text.en.threats.raids
   = help: compare with the text before: `تقع الغارات ليلًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}.`
   = help: bring it up to date, then run `mujaz text mark en threats.raids --edition 2031-06 --as reviewed --by NAME`

1 warning in 1 file

"#]]
        .raw()
    );
    // The translator looks at it, and says so.
    project.replace(ENGLISH, "by night", "by night and day");
    let run = project.run(&["text", "mark", "en", "threats.raids", "--as", "reviewed", "--by", "N. M."]);
    assert_eq!(run.told(), format!("exit 0\n{LOCK}  en: 1 text reviewed\n"));
    assert_eq!(found(&project), Vec::<String>::new());
}

#[test]
fn a_changed_translation_is_a_draft() {
    let project = mended();
    project.replace(ENGLISH, "Raids come by night", "There are raids by night");
    assert_data_eq!(
        project.run(&["check", "--ui-lang", "en"]).told(),
        str![[r#"
exit 0
warning[TR07]: `1` of `9` texts in `en` are drafts
  --> data/editions/2031-06/text/en.yaml:16:10  (language en)
16 |   raids: There are raids by night. They are {raids.likelihood} to go on over {raids.horizon}.
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no review of it is recorded
   = at: text.en
   = help: once reviewed, run `mujaz text mark en --edition 2031-06 --as reviewed --by NAME`

1 warning in 1 file

"#]]
        .raw()
    );
}

#[test]
fn a_sentence_put_before_others_names_where_they_went() {
    let project = mended();
    project.replace(ARABIC, "highlights:\n", "highlights:\n  - هدأت الأوضاع في الوادي.\n");
    assert_eq!(counts(&project), "0 6 0 3 1 10 60%");
    let run = project.run(&["check"]);
    let help: Vec<&str> = run.stderr.lines().filter(|line| line.contains("text before is now")).collect();
    let moved = |to: usize| {
        format!("   = help: the text before is now `highlights[{to}]`: move its translation there")
    };
    assert_eq!(help, [moved(2), moved(3), moved(4)]);

    // A blank item holds the place of the sentence to come; nothing is recorded of the fourth.
    project.replace(ENGLISH, "highlights:\n", "highlights:\n  - \"\"\n");
    assert_eq!(counts(&project), "0 6 1 2 1 10 60%");
    let run = project.run(&["text", "mark", "en", "highlights", "--as", "reviewed", "--by", "N. M."]);
    assert_eq!(run.told(), format!("exit 0\n{LOCK}  en: 3 texts reviewed; missing: highlights[1]\n"));
    assert_eq!(found(&project), [format!("TR01 {ENGLISH}:8:5")]);
    let run = project.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pages = pdf_text::read(&project.files()["out/2031-06/2031-06.en.pdf"]).pages.concat();
    assert!(pages.contains("highlights[1]"), "{pages}");
}

/// A name that neutral data has in Arabic only is a text of the English file.
#[test]
fn a_name_that_only_the_master_language_has_is_a_text_too() {
    let project = mended();
    project.replace(SHARED, "{ar: وحدة الموجزات, en: Briefs Desk}", "{ar: وحدة الموجزات}");
    assert_eq!(counts(&project), "0 9 0 0 1 10 90%");
    project.write(ENGLISH, project.read(ENGLISH) + "names: {desk: Briefs Desk}\n");
    assert_eq!(counts(&project), "0 9 1 0 0 10 90%");
    let run = project.run(&["text", "mark", "en", "names", "--as", "reviewed", "--by", "N. M."]);
    assert_eq!(run.told(), format!("exit 0\n{LOCK}  en: 1 text reviewed\n"));
    assert_eq!(counts(&project), "0 10 0 0 0 10 100%");
    project.replace(SHARED, "{ar: وحدة الموجزات}", "{ar: وحدة إعداد الموجزات}");
    assert_eq!(counts(&project), "0 9 0 1 0 10 90%");
    // As soon as the neutral data has the name, the file need not.
    project.replace(SHARED, "{ar: وحدة إعداد الموجزات}", "{ar: وحدة إعداد الموجزات, en: Desk}");
    assert_eq!(counts(&project), "0 9 0 0 0 9 100%");
}

#[test]
fn a_release_refuses_each_text_that_is_not_done() {
    let project = mended();
    project.replace(ARABIC, "تتحسن الخدمات", "تتحسن الخدمات العامة");
    project.replace(ENGLISH, "A school opens", "A new school opens");
    project.replace(ENGLISH, "  - \"{volunteers} joined the clean-up, with {helpers} beside them.\"\n", "");
    let before = project.files();
    let run = project.run(&["build", "--release"]);
    assert_eq!(project.files(), before);
    assert_data_eq!(
        run.told(),
        str![[r#"
exit 1
error[TR01]: language `en` has no text for `highlights[3]`
  --> data/editions/2031-06/text/ar.yaml:10:5  (language ar)
10 |   - ⟦شارك {volunteers} في حملة التنظيف، وساعدهم {helpers}.⟧
   | └ the master text
   = at: text.en.highlights[3]
   = help: add `highlights[3]` to text/en.yaml; until then the page marks it as missing

error[TR11]: `bottom_line` in `en` translates a master text that has changed
  --> data/editions/2031-06/text/en.yaml:5:14  (language en)
5  | bottom_line: Services improve in Ninewa; raids grow in Al-Anbar as before.
   |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ translates the text before the change
  ::: data/editions/2031-06/text/ar.yaml:5:14  (language ar)
5  | bottom_line: ⟦تتحسن الخدمات العامة في نينوى، وتزداد الغارات في الأنبار.⟧
   | └ the master text now
   = at: text.en.bottom_line
   = help: compare with the text before: `تتحسن الخدمات في نينوى، وتزداد الغارات في الأنبار.`
   = help: bring it up to date, then run `mujaz text mark en bottom_line --edition 2031-06 --as reviewed --by NAME`

warning[DA17]: `highlights` has `2` texts in `en` and `3` in `ar`
  --> data/editions/2031-06/text/en.yaml:8:5  (language en)
8  |   - "Services reached {reached}."
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this list
   = at: text.en.highlights
   = help: give the list the same items in every language

error[TR07]: `events.opening` in `en` is a draft
  --> data/editions/2031-06/text/en.yaml:21:12  (language en)
21 |   opening: A new school opens in Ninewa.
   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no review of it is recorded
   = at: text.en.events.opening
   = help: once reviewed, run `mujaz text mark en events.opening --edition 2031-06 --as reviewed --by NAME`

3 errors, 1 warning in 2 files
not written: `2031-06`
next: correct what is told above; `mujaz check 2031-06` looks again

"#]]
        .raw()
    );
    // Only languages that are built count, and without `--release` the page shows what is the matter.
    assert_eq!(project.run(&["build", "--release", "--lang", "ar"]).code, 0);
    let run = project.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pages = pdf_text::read(&project.files()["out/2031-06/2031-06.en.pdf"]).pages.concat();
    let pages = pages.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Draft translation, not yet reviewed",
        "Texts not yet reviewed: 1 of 9",
        "Texts changed in the original since: 1 of 9",
        "raids grow in Al-Anbar as before. out of date",
        "A new school opens in Ninewa. draft",
        "text missing: highlights[3]",
    ] {
        assert!(pages.contains(words), "{words}\n{pages}");
    }
}

#[test]
fn what_cannot_be_marked_is_told_and_nothing_is_written() {
    let project = mended();
    let before = project.files();
    let mark = |more: &[&str]| {
        let run = project.run(&[&["text", "mark"], more, &["--as", "reviewed", "--by", "N. M."]].concat());
        let first = run.stderr.lines().take(2).collect::<Vec<_>>().join("\n");
        (run.code, first)
    };
    for (args, expected) in [
        (
            &["en", "threats.raid"][..],
            "error[CL02]: the master has no text `threats.raid`\n   = help: did you mean `threats.raids`?",
        ),
        (
            &["fr"],
            "error[CL01]: none of these editions is translated into `fr`\n   = help: name a language of an edition's `languages`",
        ),
        (
            &["fr", "--edition", "2031-06"],
            "error[CL01]: edition `2031-06` has no language `fr`\n   = help: its languages are `ar`, `en`",
        ),
        (
            &["ar", "--edition", "2031-06"],
            "error[CL02]: `ar` is the master language of `2031-06`\n   = help: write how far its texts are as `status` under `_meta` in text/ar.yaml",
        ),
        (
            &["en", "--edition", "2031-07"],
            "error[LA02]: there is no edition `2031-07`\n   = help: did you mean `2031-06`?",
        ),
    ] {
        assert_eq!(mark(args), (2, expected.to_owned()), "{args:?}");
    }
    assert_eq!(project.files(), before);
}

#[test]
fn a_record_that_cannot_be_read_stops_everything_and_stays() {
    type Damage = fn(&str) -> String;
    let cases: [(&str, Damage); 4] = [
        ("error[TY05]: a record of translations of version `2`", |text| text.replace("mujaz: 1", "mujaz: 2")),
        ("error[YA23]:", |text| text.replacen("status: reviewed}", "status: reviewed", 1)),
        ("error[TY01]: expected a map with `mujaz`, `masters` and `languages`", |_| {
            "<<<<<<< ours\n".to_owned()
        }),
        ("error[TY03]: the record of translations does not say its version", |_| "masters: {}\n".to_owned()),
    ];
    for (head, change) in cases {
        let project = mended();
        project.write(LOCK, change(&project.read(LOCK)));
        let before = project.files();
        for args in [&["check"][..], &["build"], &["text", "mark", "en", "--as", "draft", "--by", "N. M."]] {
            let run = project.run(args);
            assert_eq!((run.code, run.stderr.starts_with(head)), (1, true), "{args:?}\n{}", run.stderr);
        }
        assert_eq!(project.files(), before, "{head}");
    }
}

#[test]
fn line_ends_of_another_system_change_no_state() {
    let project = mended();
    for name in [ARABIC, ENGLISH, LOCK] {
        project.write(name, project.read(name).replace('\n', "\r\n"));
    }
    assert_eq!(found(&project), Vec::<String>::new());
    assert_eq!(counts(&project), "0 9 0 0 0 9 100%");
}

#[test]
fn the_record_is_an_input_of_the_build() {
    let project = mended();
    assert_eq!(project.run(&["build", "--lang", "en"]).code, 0);
    let manifest: serde_json::Value =
        serde_json::from_str(&project.read("out/2031-06/manifest.json")).expect("JSON");
    let inputs = manifest["inputs"].as_array().expect("inputs");
    let lock = inputs.iter().find(|input| input["path"] == LOCK).expect("the record");
    assert_eq!(lock["layer"], "translations");
}
