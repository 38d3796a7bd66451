//! Files whose texts have moved or gone while they were away.

use snapbox::{IntoData, assert_data_eq, str};

use super::{
    ARABIC, ENGLISH, LEFTOVERS, PO, XLIFF, counts, data, export, exported, import, mended, record, taken,
};

const NEW: &str = "هدأت الأوضاع في الوادي.";
const FIRST: &str = "  - استفاد من الخدمات {reached}.\n";
const SECOND: &str = "  - افتُتحت {schools} ودُرّب {trained}.\n";

/// Every translation follows its master text; a blank item holds the place of the one to come.
#[test]
fn an_item_put_before_others_moves_their_translations() {
    for (to, file) in [("po", PO), ("xliff", XLIFF)] {
        let project = exported(to);
        project.replace(ARABIC, FIRST, &format!("  - {NEW}\n{FIRST}"));
        let text = project.read(ENGLISH);
        project.replace(file, "were trained", "have been trained");
        assert_eq!(
            taken(&project, file, &[]),
            format!(
                "`{file}`: texts changed in `en` of `2031-06`: 4\nnow to be translated `highlights[1]`\n\
                 moved to `highlights[2]` from `highlights[1]`\nmoved to `highlights[3]` from `highlights[2]`\n\
                 moved to `highlights[4]` from `highlights[3]`\nunchanged: 6\n"
            )
        );
        let (before, list) = text.split_once("highlights:\n").expect("the list");
        let expected = format!("{before}highlights:\n  - \"\"\n{}", list.replace("were", "have been"));
        assert_eq!(project.read(ENGLISH), expected);
        // What is only moved stays reviewed; what was changed as well is a draft.
        assert_eq!(counts(&project, "en"), "0 8 1 0 1");
        assert_eq!(record(&project, "highlights[1]"), "");
        assert_eq!(record(&project, "highlights[2]"), "reviewed");
        assert_eq!(record(&project, "highlights[3]"), "draft, by: \"N. M.\"");
    }
}

/// Nothing but the file for translators tells where the text was.
#[test]
fn texts_move_without_a_record_too() {
    let project = exported("po");
    std::fs::remove_file(project.path(super::LOCK)).expect("the record");
    project.replace(ARABIC, FIRST, &format!("  - {NEW}\n{FIRST}"));
    taken(&project, PO, &[]);
    assert_eq!(counts(&project, "en"), "0 0 9 0 1");
    assert!(project.read(ENGLISH).contains("highlights:\n  - \"\"\n  - \"Services reached"));
}

/// The place of a text that is gone is another's now; its translation is kept aside.
#[test]
fn a_text_whose_place_another_has_taken_is_left_over() {
    let project = exported("po");
    project.replace(ARABIC, &format!("{FIRST}{SECOND}"), &format!("  - {NEW}\n{FIRST}"));
    assert_data_eq!(
        import(&project, PO, &[]).told(),
        str![[r#"
exit 0
warning[TR13]: `highlights[2]` is another text now, or was put aside in the file
  --> desk/2031-06/2031-06.en.po:39:1  (translation)
39 | msgctxt "highlights[2]"
   | ^^^^^^^^^^^^^^^^^^^^^^^ has no place in the edition
   = help: it is kept in the leftovers file beside the text file

1 warning in 1 file
`desk/2031-06/2031-06.en.po`: texts changed in `en` of `2031-06`: 2
now to be translated `highlights[1]`
moved to `highlights[2]` from `highlights[1]`
left over `highlights[2]`
unchanged: 7

"#]]
        .raw()
    );
    let text = project.read(ENGLISH);
    assert!(
        text.contains("highlights:\n  - \"\"\n  - \"Services reached {reached}.\"\n  - \"{volunteers}"),
        "{text}"
    );
    let kept = project.read(LEFTOVERS);
    assert!(kept.ends_with("msgstr \"{schools} opened and {trained} were trained.\"\n"), "{kept}");
    assert_eq!(counts(&project, "en"), "0 8 0 0 1");
}

#[test]
fn two_items_that_change_places_take_their_translations_along() {
    let project = exported("po");
    project.replace(ARABIC, &format!("{FIRST}{SECOND}"), &format!("{SECOND}{FIRST}"));
    let text = project.read(ENGLISH);
    taken(&project, PO, &[]);
    let (first, second) =
        ("  - \"Services reached {reached}.\"\n", "  - \"{schools} opened and {trained} were trained.\"\n");
    assert_eq!(project.read(ENGLISH), text.replace(&format!("{first}{second}"), &format!("{second}{first}")));
    assert_eq!(counts(&project, "en"), "0 9 0 0 0");
}

/// What has no place is kept in a PO file of its own, each text once.
#[test]
fn a_text_whose_key_is_gone_is_left_over() {
    let project = mended();
    project.write(ARABIC, project.read(ARABIC) + "next_steps: {plan: ترتيب اللقاء.}\n");
    project.write(ENGLISH, project.read(ENGLISH) + "next_steps: {plan: Arrange the meeting.}\n");
    let figures = "data/editions/2031-06/figures.yaml";
    let step = "\nnext_steps:\n  - {id: plan, on: 2031-07-15, source: [s_survey]}\n";
    let without = project.read(figures);
    project.write(figures, without.clone() + step);
    export(&project, "en", "po");
    project.write(figures, without);
    for name in [ARABIC, ENGLISH] {
        let text = project.read(name);
        let (text, _) = text.split_once("next_steps:").expect("it");
        project.write(name, text);
    }
    let before = data(&project);
    assert_data_eq!(
        import(&project, PO, &[]).told(),
        str![[r#"
exit 0
warning[TR13]: the edition has no text `next_steps.plan` any more
  --> desk/2031-06/2031-06.en.po:80:1  (translation)
80 | msgctxt "next_steps.plan"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^ has no place in the edition
   = help: it is kept in the leftovers file beside the text file

1 warning in 1 file
`desk/2031-06/2031-06.en.po`: texts changed in `en` of `2031-06`: 0
left over `next_steps.plan`
unchanged: 9

"#]]
        .raw()
    );
    let kept = project.read(LEFTOVERS);
    let (head, body) = kept.split_once("\n\n").expect("a body");
    assert_eq!(
        body,
        "#, python-brace-format\nmsgctxt \"next_steps.plan\"\nmsgid \"ترتيب اللقاء.\"\n\
         msgstr \"Arrange the meeting.\"\n"
    );
    let mut after = data(&project);
    after.remove(LEFTOVERS);
    assert!(after == before);

    // The same file again adds nothing, and another text of the same key is added.
    import(&project, PO, &[]);
    assert_eq!(project.read(LEFTOVERS), kept);
    let first = project.read(PO);
    project.replace(PO, "Arrange the meeting.", "Prepare the meeting.");
    for file in [project.read(PO), first, project.read(PO)] {
        project.write(PO, file);
        assert_eq!(import(&project, PO, &[]).code, 0);
        let aside = body.replace("\nmsg", "\n#~ msg");
        let now = body.replace("Arrange the meeting.", "Prepare the meeting.");
        assert_eq!(project.read(LEFTOVERS), format!("{head}\n\n{now}\n{aside}"));
    }
    // It is a file for translators as any other.
    let run = import(&project, LEFTOVERS, &["--dry-run"]);
    assert_eq!((run.code, run.stderr.matches("[TR13]").count()), (0, 2), "{}", run.stderr);
}

/// Nothing is added to a file that could not be written again as a whole.
#[test]
fn leftovers_that_cannot_be_read_stop_the_import() {
    let project = exported("po");
    project.replace(PO, "msgctxt \"title\"", "msgctxt \"subtitle\"");
    project.write(LEFTOVERS, "msgid \"\"\nmsgstr \"\n");
    let before = data(&project);
    assert_data_eq!(
        import(&project, PO, &[]).told(),
        str![[r#"
exit 1
error[PO02]: the quote is not closed on its line
  --> data/editions/2031-06/text/en.leftovers.po:2:8  (leftovers)
2  | msgstr "
   |        ^ opened here
   = help: close it with `"`; if the file ends here, it was cut off: ask for it again

1 error in 1 file

"#]]
        .raw()
    );
    assert!(data(&project) == before);
}

/// What a translator's tool put aside, as `msgmerge` does.
#[test]
fn obsolete_texts_are_left_over_unless_the_edition_has_them() {
    let project = exported("po");
    let aside = "\n#~ msgctxt \"title\"\n#~ msgid \"الخدمات والعودة في الوادي\"\n#~ msgstr \"Services and returns in the \
                 valley\"\n\n#~ msgctxt \"title\"\n#~ msgid \"الخدمات في الوادي\"\n#~ msgstr \"Services in the valley\"\n";
    project.write(PO, project.read(PO) + aside);
    assert_data_eq!(
        import(&project, PO, &[]).told(),
        str![[r#"
exit 0
warning[TR13]: `title` is another text now, or was put aside in the file
  --> desk/2031-06/2031-06.en.po:82:1  (translation)
82 | #~ msgctxt "title"
   | ^^^^^^^^^^^^^^^^^^ has no place in the edition
   = help: it is kept in the leftovers file beside the text file

1 warning in 1 file
`desk/2031-06/2031-06.en.po`: texts changed in `en` of `2031-06`: 0
left over `title`
unchanged: 9

"#]]
        .raw()
    );
    let kept = project.read(LEFTOVERS);
    assert_eq!(kept.matches("msgctxt \"title\"").count(), 1);
    assert!(kept.ends_with("msgstr \"Services in the valley\"\n"), "{kept}");
}
