//! What a file that no one edited changes: nothing.

use super::{ARABIC, ENGLISH, LOCK, PO, XLIFF, data, export, import, mended, taken};
use crate::support::copy::ProjectCopy;

fn comes_back(project: &ProjectCopy, what: &str) {
    for (to, file) in [("po", PO), ("xliff", XLIFF)] {
        export(project, "en", to);
        let before = data(project);
        let told = taken(project, file, &["--by", "Another"]);
        assert_eq!(
            told,
            format!("`{file}`: texts changed in `en` of `2031-06`: 0\nunchanged: 9\n"),
            "{what}: {to}"
        );
        assert!(data(project) == before, "{what}: {to}");
    }
}

#[test]
fn an_unchanged_file_changes_no_byte() {
    comes_back(&mended(), "reviewed");

    let project = mended();
    std::fs::remove_file(project.path(LOCK)).expect("the record");
    comes_back(&project, "without a record");

    let project = mended();
    project.replace(ENGLISH, "Raids come by night", "There are raids by night");
    comes_back(&project, "with a draft");

    let project = mended();
    for name in [ARABIC, ENGLISH, LOCK] {
        project.write(name, project.read(name).replace('\n', "\r\n"));
    }
    comes_back(&project, "with line ends of another system");
}

/// A stale text leaves as fuzzy and is skipped when it comes back so.
#[test]
fn a_fuzzy_text_is_skipped() {
    let project = mended();
    project.replace(ARABIC, "تتحسن الخدمات", "تتحسن الخدمات العامة");
    for (to, file) in [("po", PO), ("xliff", XLIFF)] {
        export(&project, "en", to);
        let text = project.read(file);
        project.write(file, text.replace("raids grow", "raids multiply"));
        let before = data(&project);
        assert_eq!(
            taken(&project, file, &[]),
            format!("`{file}`: texts changed in `en` of `2031-06`: 0\nunchanged: 8\nfuzzy and skipped: 1\n")
        );
        assert!(data(&project) == before, "{to}");
    }
}

#[test]
fn a_text_that_is_emptied_stays() {
    let project = super::exported("po");
    project.replace(PO, "msgstr \"A school opens in Ninewa.\"", "msgstr \"\"");
    let before = data(&project);
    let told = taken(&project, PO, &[]);
    assert_eq!(
        told,
        format!("`{PO}`: texts changed in `en` of `2031-06`: 0\nunchanged: 8\nuntranslated: 1\n")
    );
    assert!(data(&project) == before);
}

/// A file says what it would change and changes nothing.
#[test]
fn a_dry_run_writes_nothing_and_says_the_same() {
    let project = super::exported("po");
    project.replace(PO, "A school opens", "A new school opens");
    project.replace(PO, "msgctxt \"title\"", "msgctxt \"subtitle\"");
    let before = project.files();
    let dry = import(&project, PO, &["--dry-run"]);
    assert!(project.files() == before);
    let run = import(&project, PO, &[]);
    assert!(project.files() != before);
    assert_eq!((dry.code, run.code), (0, 0));
    assert_eq!(dry.stderr.replace("that would change", "changed"), run.stderr);

    // What stands in the way is told too.
    let project = super::exported("po");
    project.replace(ENGLISH, "opening: A school", "opening: &here A school");
    project.replace(PO, "A school opens", "A new school opens");
    let dry = import(&project, PO, &["--dry-run"]);
    assert_eq!((dry.code, dry.stderr.split(':').next()), (1, Some("error[TR15]")), "{}", dry.stderr);
}
