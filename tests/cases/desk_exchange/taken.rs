//! What an edited file changes: its text, its record, and no other byte.

use snapbox::{IntoData, assert_data_eq, str};

use super::{
    ARABIC, ENGLISH, LOCK, PO, XLIFF, changes, counts, data, export, exported, import, master, mended,
    record, taken,
};

const OLD: &str = "Raids come by night.";
const NEW: &str = "Raids come after dark.";

#[test]
fn one_text_changes_one_line_of_two_files() {
    for (to, file) in [("po", PO), ("xliff", XLIFF)] {
        let project = exported(to);
        let before = data(&project);
        let (text, lock) = (project.read(ENGLISH), project.read(LOCK));
        project.replace(file, OLD, NEW);
        assert_eq!(
            taken(&project, file, &[]),
            format!(
                "`{file}`: texts changed in `en` of `2031-06`: 1\nchanged `threats.raids`\nunchanged: 8\n"
            )
        );
        assert_eq!(project.read(ENGLISH), text.replace(OLD, NEW));
        let changed = changes(&lock, &project.read(LOCK));
        assert_eq!(changed.len(), 2, "{changed:?}");
        assert!(changed.iter().all(|line| line[1..].starts_with("\"threats.raids\":")), "{changed:?}");
        // `_meta` names the translator of the file, and the file for translators repeats the name.
        assert_eq!(record(&project, "threats.raids"), "draft, by: \"N. M.\"");
        let after = data(&project);
        let others = |name: &&String| ![ENGLISH, LOCK].contains(&name.as_str());
        assert!(after.keys().filter(others).all(|name| after[name] == before[name]));
        assert_eq!((after.len(), counts(&project, "en").as_str()), (before.len(), "0 8 1 0 0"));
        // The file has done its work.
        assert_eq!(
            taken(&project, file, &[]),
            format!("`{file}`: texts changed in `en` of `2031-06`: 0\nunchanged: 9\n")
        );
        assert!(data(&project) == after);
    }
}

#[test]
fn who_translated_and_how_far_it_is_are_recorded() {
    for (args, expected) in [
        (&[][..], "draft, by: \"Amira K.\""),
        (&["--by", "Desk \"B\""], "draft, by: \"Desk \\\"B\\\"\""),
        (&["--as", "reviewed"], "reviewed, by: \"Amira K.\""),
        (&["--as", "approved", "--by", "B"], "approved, by: \"B\""),
    ] {
        let project = exported("po");
        project.replace(PO, "Last-Translator: N. M.", "Last-Translator: Amira K.");
        project.replace(PO, OLD, NEW);
        taken(&project, PO, args);
        assert_eq!(record(&project, "threats.raids"), expected, "{args:?}");
        // The others keep their record.
        assert_eq!(record(&project, "title"), "reviewed");
    }
    let nobody = exported("po");
    nobody.replace(PO, "Last-Translator: N. M.", "Last-Translator: ");
    nobody.replace(PO, OLD, NEW);
    taken(&nobody, PO, &[]);
    assert_eq!(record(&nobody, "threats.raids"), "draft");
}

/// Comments, blank lines, the order of the keys and the manner of the quotes are the editor's.
#[test]
fn everything_else_in_the_text_file_stays_as_it_was_typed() {
    const TYPED: &str = "\
# Read by the desk.
lang: en # English

title:   'Services and returns in the valley'   # short
events: {opening: \"A school opens in Ninewa.\"}   # one
threats:
  # Seen by N.
  raids: >-
    Raids come by night. They are {raids.likelihood}
    to go on over {raids.horizon}.   

bottom_line: |
  Services improve in Ninewa; raids grow in Al-Anbar as before.
highlights: # in order
- \"Services reached {reached}.\"
# the second
-   '{schools} opened and {trained} were trained.'
- \"{volunteers} joined the clean-up, with {helpers} beside them.\"
intro:
    adversary: Smugglers took {revenue}.
progress: {\"services\": \"{services.projects.done} are done of {services.projects.total} in all.\"}
# The end.
";
    for (line_end, mark) in [("\n", ""), ("\r\n", ""), ("\n", "\u{feff}"), ("\r\n", "\u{feff}")] {
        let project = mended();
        let typed = format!("{mark}{}", TYPED.replace('\n', line_end));
        project.write(ENGLISH, &typed);
        export(&project, "en", "po");
        for (from, to) in [
            ("Services and returns in the valley", "Services in the valley"),
            ("A school opens in Ninewa.", "A \\\"school\\\" opens in Ninewa."),
            ("were trained.", "have been trained."),
            ("Smugglers took", "The smugglers took"),
            ("are done of", "are done out of"),
        ] {
            project.replace(PO, from, to);
        }
        assert_data_eq!(
            taken(&project, PO, &[]),
            str![[r#"
warning[TX11]: a straight quotation mark
  --> desk/2031-06/2031-06.en.po:76:11  (translation)
76 | msgstr "A \"school\" opens in Ninewa."
   |           ^^
   = at: text.en.events.opening
   = help: write `“` before the words and `”` after them

warning[TX11]: a straight quotation mark
  --> desk/2031-06/2031-06.en.po:76:19  (translation)
76 | msgstr "A \"school\" opens in Ninewa."
   |                   ^^
   = at: text.en.events.opening
   = help: write `“` before the words and `”` after them

2 warnings in 1 file
`desk/2031-06/2031-06.en.po`: texts changed in `en` of `2031-06`: 5
changed `title`
changed `highlights[2]`
changed `intro.adversary`
changed `progress.services`
changed `events.opening`
unchanged: 4

"#]]
            .raw()
        );
        let expected = typed
            .replace("'Services and returns in the valley'", "'Services in the valley'")
            .replace("\"A school opens in Ninewa.\"", "\"A \\\"school\\\" opens in Ninewa.\"")
            .replace("were trained.", "have been trained.")
            .replace("Smugglers took", "The smugglers took")
            .replace("are done of", "are done out of");
        assert_eq!(project.read(ENGLISH), expected, "{line_end:?} {mark:?}");
    }
}

/// A translator who leaves a text as it is, but no longer fuzzy, says that it holds for the new master text.
#[test]
fn a_stale_text_that_is_no_longer_fuzzy_is_settled() {
    let project = mended();
    project.replace(ARABIC, "تتحسن الخدمات", "تتحسن الخدمات العامة");
    assert_eq!(counts(&project, "en"), "0 8 0 1 0");
    export(&project, "en", "po");
    project.replace(PO, "#, fuzzy, python-brace-format\n", "#, python-brace-format\n");
    let text = project.read(ENGLISH);
    assert_eq!(
        taken(&project, PO, &["--as", "reviewed"]),
        format!("`{PO}`: texts changed in `en` of `2031-06`: 1\nsettled `bottom_line`\nunchanged: 8\n")
    );
    assert_eq!(project.read(ENGLISH), text);
    assert_eq!(record(&project, "bottom_line"), "reviewed, by: \"N. M.\"");
    assert_eq!(counts(&project, "en"), "0 9 0 0 0");
    assert!(master(&project, "bottom_line").contains("الخدمات العامة"));
}

/// The translation counts as one of the master text that the translator saw.
#[test]
fn a_master_text_that_changed_meanwhile_leaves_the_translation_stale() {
    let project = exported("po");
    project.replace(ARABIC, "تتحسن الخدمات", "تتحسن الخدمات العامة");
    project.replace(PO, "raids grow", "raids multiply");
    assert_data_eq!(
        import(&project, PO, &["--as", "reviewed"]).told(),
        str![[r#"
exit 0
warning[TR14]: the master text of `bottom_line` has changed since the file was written
  --> desk/2031-06/2031-06.en.po:24:1  (translation)
24 | msgctxt "bottom_line"
   | ^^^^^^^^^^^^^^^^^^^^^ translates an earlier text
  ::: data/editions/2031-06/text/ar.yaml:5:14  (language ar)
5  | bottom_line: ⟦تتحسن الخدمات العامة في نينوى، وتزداد الغارات في الأنبار.⟧
   | └ the master text now
   = help: the translation is taken over and counts as stale; export again to see what changed

1 warning in 1 file
`desk/2031-06/2031-06.en.po`: texts changed in `en` of `2031-06`: 1
taken over as stale `bottom_line`
unchanged: 8

"#]]
        .raw()
    );
    assert!(project.read(ENGLISH).contains("raids multiply"));
    assert_eq!(counts(&project, "en"), "0 8 0 1 0");
    assert!(master(&project, "bottom_line").contains("تتحسن الخدمات في نينوى"));
    let run = project.run(&["check"]);
    let help = "   = help: compare with the text before: `تتحسن الخدمات في نينوى، وتزداد الغارات في الأنبار.`";
    assert!(run.stderr.lines().any(|line| line == help), "{}", run.stderr);
}

/// `state="final"` is the word of whoever approved the text that stands; of a new text a tool may only have
/// kept it.
#[test]
fn a_text_approved_in_xliff_is_approved_if_it_stays() {
    let project = exported("xliff");
    for (key, text) in [("events.opening", "A school opens"), ("intro.adversary", "Smugglers took")] {
        let unit = format!("resname=\"{key}\"");
        project.replace(XLIFF, &unit, &format!("{unit} approved=\"yes\""));
        let target = format!("<target state=\"translated\">{text}");
        project.replace(XLIFF, &target, &target.replace("translated", "final"));
    }
    project.replace(XLIFF, "Smugglers took", "The smugglers took");
    let text = project.read(ENGLISH);
    assert_eq!(
        taken(&project, XLIFF, &["--by", "Amira K."]),
        format!(
            "`{XLIFF}`: texts changed in `en` of `2031-06`: 2\nchanged `intro.adversary`\n\
             approved `events.opening`\nunchanged: 7\n"
        )
    );
    assert_eq!(record(&project, "events.opening"), "approved, by: \"Amira K.\"");
    assert_eq!(record(&project, "intro.adversary"), "draft, by: \"Amira K.\"");
    assert_eq!(project.read(ENGLISH), text.replace("Smugglers took", "The smugglers took"));

    // It leaves as approved, and comes back so without a change.
    project.replace(ENGLISH, ", status: reviewed", "");
    export(&project, "en", "xliff");
    assert_eq!(project.read(XLIFF).matches("state=\"final\"").count(), 1);
    let before = data(&project);
    taken(&project, XLIFF, &["--by", "Nobody"]);
    assert!(data(&project) == before);
}
